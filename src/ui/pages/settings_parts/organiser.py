"""What the data file says of us: who organises, what things are called, which rules apply."""

import re
from dataclasses import dataclass

from ....services.settings import Settings
from ...i18n import tr
from ...widgets.labels import Rank, label
from .fields import FieldsCard

_ABBREVIATION = re.compile(r"[^\W_]+([-&.][^\W_]+)*")


@dataclass(frozen=True)
class Problem:
    """A setting that cannot be saved as it stands, and why, in words."""

    name: str
    words: str


def organiser_card() -> FieldsCard:
    """The agency as papers name it; the province is shown, it was chosen at the start."""
    card = FieldsCard(tr("Đơn vị tổ chức"), tr("Dùng trên giấy chứng nhận, sổ cấp và báo cáo."))
    card.add_line("agency", tr("Cơ quan tổ chức"), tr("Ví dụ: Sở Khoa học và Công nghệ"))
    card.add_line("parent_agency", tr("Cơ quan chủ quản"), tr("Ví dụ: UBND tỉnh Sơn La"))
    card.add_line("abbreviation", tr("Viết tắt trên số giấy"), tr("Ví dụ: SKHCN"))
    card.add_line("place", tr("Địa danh"), tr("Ví dụ: Sơn La"))
    card.add_line("head_title", tr("Người đứng đầu"), tr("Ví dụ: Giám đốc"))
    card.add_line("signer_authority", tr("Quyền hạn người ký"), tr("Ví dụ: KT. GIÁM ĐỐC"))
    card.add_line("signer_title", tr("Chức vụ người ký"), tr("Ví dụ: Phó Giám đốc"))
    card.add_line("signer_name", tr("Họ và tên người ký"))
    card.add_line("contact", tr("Đầu mối liên hệ"), tr("Ví dụ: bà Lường Thị Hà, 0912 345 678"))
    return card


def naming_card() -> FieldsCard:
    """What a team is called here."""
    card = FieldsCard(tr("Cách gọi"), tr("Tên gọi của tổ trên màn hình và trên giấy tờ."))
    card.add_line("team_label", tr("Tên tổ"), tr("Ví dụ: Tổ công nghệ số cộng đồng"))
    card.add_line("team_short", tr("Viết tắt"), tr("Ví dụ: Tổ CNSCĐ"))
    return card


def rules_card() -> FieldsCard:
    """What a new course and a new session start from; courses that exist stay as they are."""
    card = FieldsCard(
        tr("Quy tắc mặc định"), tr("Áp dụng cho khóa tạo mới; khóa đã có giữ nguyên.")
    )
    card.add_number("required_share", tr("Dự ít nhất để hoàn thành"), 0, 100, tr("% số buổi"))
    card.add_number("opens_before", tr("Mở điểm danh trước giờ học"), 0, 1440, tr("phút"))
    card.add_number("late_after", tr("Tính muộn sau giờ học"), 0, 1440, tr("phút"))
    card.add_number("cutoff_day", tr("Ngày chốt số liệu tháng"), 1, 31)
    card.body.addWidget(label(tr("Ngày 31 nghĩa là ngày cuối tháng."), Rank.NOTE))
    return card


def problem_of(settings: Settings) -> Problem | None:
    """What hinders saving these settings; None when nothing does."""
    if not settings.agency:
        return Problem("agency", tr("Hãy nhập tên cơ quan tổ chức."))
    if settings.abbreviation and not _ABBREVIATION.fullmatch(settings.abbreviation):
        return Problem(
            "abbreviation", tr("Viết tắt chỉ gồm chữ và số, không có dấu cách: SKHCN, UBND-VX.")
        )
    if not settings.team_label:
        return Problem("team_label", tr("Hãy nhập tên gọi của tổ."))
    if not settings.team_short:
        return Problem("team_short", tr("Hãy nhập tên viết tắt của tổ."))
    return None
