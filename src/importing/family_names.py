"""Family names of Vietnam, by which a column of names is known; first parts of names without one.

Common ones, and those of the peoples whose names begin otherwise (clan names of Thái, Mông, Dao,
Tày, Nùng, Mường, Khmer; Y, H', Điểu, Thị … of the Central Highlands). Names only, no shares.
"""

from ..models.names import fold

_LISTED = """
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trương đoàn lương mai
cao trịnh đào hà phùng tạ lâm châu thái tô quách la tôn âu vương chu đàm lưu tăng mạc hứa thân
kiều lại tống triệu khuất nghiêm từ đồng phương lục hàn doãn giáp ninh khổng viên cung bành thạch
văn trà ông ung mã diệp ân cổ nhan quản bàng khương chử thẩm tiêu trang sầm đậu cù phí bạch vi
lò quàng cà lường tòng vì cầm bạc điêu lù lèo lừ hà hoàng quảng ngần đèo lô lộc khằm vàng hặc
giàng sùng mùa thào hờ vừ lầu hạng cứ sồng tráng ly ma mua chang lồ thò và xồng hầu ho hùng dờ phàng
bàn chìu tằng dương phàn chảo tẩn lỷ sần triệu phủng chíu trìu
nông bế lành đàm hoàng nình vy chung mông hứa lành đinh linh sằm
quách đinh bùi hà bạch phùng khà sa xa lường mùi
thạch sơn kim danh lâm châu lý thị neang chau kiên trương liêu
niê mlô êban kbuôr ayun ksơr kpă kpuih nay siu rơ rcom rmah rơchâm rahlan đinh y
điểu thị
alăng arất bhling zơrâm pơloong bríu bh'nướch hồ a siu ra kră rô đàm chế lê tà yang pinăng katơr
bling coor ating zơrum cơlâu tơ ngôl arâl blúp hôih riah trương krajan cil bon dagout kon sơ lơ mu
lường cụt moong cụt ốc lữ vi kha seo quang lang lăng mang lìm xeo pờ chang thàng giàng khoàng sính
pờ lỳ chu vù khoàng ly tao lừu hảng tếnh sình thền tẩn cháng lùng củng vần min hoàng nùng cồ sì
"""
FAMILY_NAMES = frozenset(_LISTED.split())
FAMILY_NAMES_PLAIN = frozenset(fold(name) for name in FAMILY_NAMES)
