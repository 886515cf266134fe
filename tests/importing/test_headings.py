"""Columns are told by their headings, in any customary wording."""

import pytest
from taphuan.importing.fields import Field
from taphuan.importing.headings import match_heading, match_headings, says_nothing


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("STT", Field.NUMBER), ("Số TT", Field.NUMBER),
        ("Họ và tên", Field.NAME), ("HỌ TÊN", Field.NAME), ("ho va ten", Field.NAME),
        ("Họ, chữ đệm và tên khai sinh", Field.NAME), ("Họ và tên người tham dự", Field.NAME),
        ("2. Họ và tên (viết in hoa) *", Field.NAME),
        ("Họ và đệm", Field.FAMILY_NAME), ("Họ lót", Field.FAMILY_NAME),
        ("Giới tính", Field.GENDER), ("GT", Field.GENDER), ("Nam/Nữ", Field.GENDER),
        ("Giới tính (1: Nam, 0: Nữ)", Field.GENDER), ("Nữ", Field.FEMALE), ("Nam", Field.MALE),
        ("Ngày, tháng, năm sinh", Field.BIRTH), ("Ngày sinh", Field.BIRTH), ("NTNS", Field.BIRTH),
        ("Năm sinh", Field.BIRTH_YEAR), ("Năm", Field.BIRTH_YEAR),
        ("Dân tộc", Field.ETHNIC), ("Thành phần dân tộc", Field.ETHNIC),
        ("5. Số Căn cước/CCCD (12 số)", Field.IDENTITY_NUMBER),
        ("Số định danh cá nhân", Field.IDENTITY_NUMBER), ("CMND/CCCD", Field.IDENTITY_NUMBER),
        ("Ngày cấp CCCD", Field.IGNORE), ("Nơi cấp", Field.IGNORE), ("Ký nhận", Field.IGNORE),
        ("Số tài khoản", Field.IGNORE), ("Ngày vào Đảng", Field.IGNORE),
        ("Họ tên chồng", Field.IGNORE), ("Điện thoại chủ hộ", Field.IGNORE),
        ("Định danh điện tử mức 2", Field.IGNORE), ("Có điện thoại thông minh", Field.IGNORE),
        ("ĐT", Field.PHONE), ("ĐT liên hệ", Field.PHONE), ("SĐT", Field.PHONE),
        ("Số điện thoại (Zalo)", Field.PHONE),
        ("Thôn/bản", Field.HAMLET), ("Bản", Field.HAMLET), ("Tổ dân phố", Field.HAMLET),
        ("Thôn, bản, tiểu khu", Field.HAMLET),
        ("Xã", Field.COMMUNE), ("Xã/phường", Field.COMMUNE), ("Đơn vị (xã)", Field.COMMUNE),
        ("Xã, phường, thị trấn", Field.COMMUNE), ("Tỉnh/thành phố", Field.PROVINCE),
        ("Địa chỉ", Field.ADDRESS), ("Nơi ở hiện nay", Field.ADDRESS),
        ("Thôn/bản, xã/phường", Field.ADDRESS),
        ("Tổ CNSCĐ", Field.TEAM), ("Tổ", Field.TEAM),
        ("Chức vụ", Field.ROLE), ("Vai trò trong tổ", Field.ROLE),
        ("Đơn vị công tác", Field.EMPLOYER), ("Nơi làm việc", Field.EMPLOYER),
        ("Ghi chú", Field.NOTE), ("Mã học viên", Field.PROGRAM_ID),
        ("Họ và tên của anh/chị *", Field.NAME), ("Anh/chị cho biết họ và tên?", Field.NAME),
        ("Số điện thoại liên hệ (Zalo)", Field.PHONE), ("Câu 3. Số điện thoại", Field.PHONE),
        ("Vui lòng nhập số CCCD", Field.IDENTITY_NUMBER), ("Bạn sinh năm nào?", Field.BIRTH_YEAR),
        ("Anh/chị thuộc dân tộc nào?", Field.ETHNIC), ("1.1. Họ và tên", Field.NAME),
        ("Xã/phường nơi anh/chị đang sống", Field.COMMUNE),
        ("Dấu thời gian", Field.IGNORE), ("Email Address", Field.IGNORE),
        ("group/hoten", Field.NAME), ("thong_tin/so_dien_thoai", Field.PHONE),
        ("g1/ngaysinh", Field.BIRTH), ("soCCCD", Field.IDENTITY_NUMBER),
        ("dateOfBirth", Field.BIRTH), ("Full name", Field.NAME), ("Phone number", Field.PHONE),
        ("Village", Field.HAMLET), ("Họ tên / Full name", Field.NAME),
        ("Ngày sinh\n(dd/mm/yyyy)", Field.BIRTH), ("H.tên", Field.NAME), ("ĐTDĐ", Field.PHONE),
        ("SO DIEN THOAI", Field.PHONE), ("Gioi tinh", Field.GENDER), ("Nơi ở (bản)", Field.HAMLET),
    ],
)  # fmt: skip
def test_a_heading_names_its_field(heading: str, field: Field) -> None:
    match = match_heading(heading)
    assert match is not None and match.field is field


@pytest.mark.parametrize(
    "text",
    [
        "", "DT", "Lò Thị Ên", "Thái", "0977545410", "Hộ", "Số con",
        "Danh sách họ và tên những người tham gia lớp tập huấn kỹ năng số của xã Mường É năm 2026",
    ],
)  # fmt: skip
def test_what_is_no_heading_names_nothing(text: str) -> None:
    assert match_heading(text) is None


def test_a_field_is_held_by_one_column_and_the_surest() -> None:
    fields = match_headings(["Họ và tên chủ hộ", "Họ và tên", "SĐT", "SĐT người thân"])
    assert fields == {0: Field.IGNORE, 1: Field.NAME, 2: Field.PHONE, 3: Field.IGNORE}


def test_given_name_alone_is_the_name() -> None:
    assert match_headings(["TT", "Tên", "Năm"])[1] is Field.NAME
    assert match_headings(["TT", "Họ đệm", "Tên"])[2] is Field.GIVEN_NAME


def test_nam_is_a_gender_only_beside_nu() -> None:
    assert match_headings(["Họ tên", "NAM", "NU"])[1] is Field.MALE
    assert match_headings(["Ho ten", "NAM"])[1] is Field.BIRTH_YEAR


@pytest.mark.parametrize("text", ["", "…", "Cột 4", "Column1", "Unnamed: 3", "F3", "12", "Khác"])
def test_a_heading_may_say_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["Đại biểu", "Số giấy chứng nhận", "Trường", "Mã số"])
def test_an_unknown_heading_still_says_something(text: str) -> None:
    assert not says_nothing(text)
