"""Findings of a list in words: what was seen in a cell, and what was done about it."""

from collections.abc import Callable, Mapping

from ..importing.findings import Finding, FindingKind, Severity
from ..models.enums import ImportRowState
from ..services.list_review import ReviewLine
from .i18n import tr
from .palette import Tone
from .widgets.status_pill import Pill
from .widgets.symbols import Symbol

QUIET = frozenset(
    (
        FindingKind.UNICODE,
        FindingKind.SPACES,
        FindingKind.PHONE_FORMAT,
        FindingKind.IDENTITY_FORMAT,
        FindingKind.DATE_FORMAT,
        FindingKind.DATE_SERIAL,
        FindingKind.YEAR_ONLY,
        FindingKind.NAME_JOINED,
        FindingKind.GENDER_CODE,
        FindingKind.GENDER_WORD,
        FindingKind.ETHNIC_ALIAS,
        FindingKind.TEAM_FROM_SECTION,
    )
)
"""Notes that change nothing anybody would miss: told in a row's details, not in the table."""


def finding_words(finding: Finding) -> str:
    """What was seen, in a few words: "Mất số 0 đầu"."""
    words = _WORDS[finding.kind]()
    if finding.kind is FindingKind.POSSIBLE_DUPLICATE and finding.after:
        return tr("Có thể trùng: {name}").format(name=finding.after)
    if finding.kind is FindingKind.DUPLICATE_IN_FILE and finding.after:
        return _repeated(finding)
    return words


def _repeated(finding: Finding) -> str:
    if finding.open:
        return tr("Có thể trùng với dòng {row}").format(row=finding.after)
    return tr("Trùng với dòng {row}").format(row=finding.after)


def finding_pill(finding: Finding) -> Pill:
    """What was seen, in the colour of what it asks for."""
    if finding.open:
        return Pill(finding_words(finding), Tone.REFUSED)
    if finding.severity is Severity.REPAIR:
        tone = Tone.LATE if finding.applied else Tone.NEUTRAL
        return Pill(finding_words(finding), tone)
    return Pill(finding_words(finding), Tone.NEUTRAL)


def line_pill(line: ReviewLine) -> Pill | None:
    """The gravest finding of a row, and how many more there are."""
    loud = [f for f in line.findings if not _is_quiet(f)]
    if not loud:
        return None
    first = finding_pill(loud[0])
    if len(loud) == 1:
        return first
    meaning = "\n".join(finding_words(finding) for finding in loud)
    return Pill(f"{first.text} +{len(loud) - 1}", first.tone, Symbol.NONE, meaning)


def _is_quiet(finding: Finding) -> bool:
    return finding.severity is Severity.NOTE and finding.kind in QUIET


def line_treatment(line: ReviewLine) -> str:
    """What becomes of a row: put right, left aside, known already."""
    if line.state is ImportRowState.HELD:
        return _held(line)
    parts = [tr("Đã có, không thêm lần nữa")] if line.state is ImportRowState.MATCHED else []
    repairs = [f for f in line.findings if f.severity is Severity.REPAIR]
    if any(f.applied for f in repairs):
        parts.append(tr("Đã sửa"))
    if any(not f.applied for f in repairs):
        parts.append(tr("Giữ như tệp"))
    return " · ".join(parts)


def _held(line: ReviewLine) -> str:
    refused = any(f.open and f.severity is Severity.REPAIR for f in line.findings)
    return tr("Giữ như tệp, để lại") if refused else tr("Để lại, chưa nhập")


def treatment(finding: Finding) -> str:
    """What was done about one finding, with what stood there before and stands there now."""
    if finding.severity is Severity.QUESTION:
        return _asked(finding)
    if finding.after is None:
        return finding.before
    if finding.severity is Severity.REPAIR and not finding.applied:
        return tr("giữ “{before}” như trong tệp").format(before=finding.before)
    before = f"“{finding.before}”" if finding.before else tr("(trống)")
    return f"{before} → “{finding.after}”"


def _asked(finding: Finding) -> str:
    if finding.kind in (FindingKind.POSSIBLE_DUPLICATE, FindingKind.DUPLICATE_IN_FILE):
        return tr("cùng một người hay hai người? Dòng này được để lại")
    shown = f"“{finding.before}”" if finding.before else tr("(trống)")
    if finding.after and finding.kind in _CONTRADICTIONS:
        return tr("trong tệp {before}, số căn cước cho “{after}”").format(
            before=shown, after=finding.after
        )
    if finding.after:
        return tr("{before}: có thể là {after}").format(before=shown, after=finding.after)
    return shown


_CONTRADICTIONS = (FindingKind.IDENTITY_BIRTH_MISMATCH, FindingKind.IDENTITY_GENDER_MISMATCH)


_K = FindingKind
_WORDS: Mapping[FindingKind, Callable[[], str]] = {
    _K.UNICODE: lambda: tr("Chuẩn hóa mã chữ"),
    _K.SPACES: lambda: tr("Thừa khoảng trắng"),
    _K.FORMULA_ERROR: lambda: tr("Công thức lỗi"),
    _K.NAME_CASE: lambda: tr("Chữ hoa trong tên"),
    _K.NAME_JOINED: lambda: tr("Ghép họ và tên"),
    _K.BAD_NAME: lambda: tr("Họ tên không hợp lệ"),
    _K.MISSING_NAME: lambda: tr("Thiếu họ tên"),
    _K.PHONE_FORMAT: lambda: tr("Cách viết số điện thoại"),
    _K.PHONE_ZERO: lambda: tr("Mất số 0 đầu"),
    _K.PHONE_COUNTRY_CODE: lambda: tr("Mã nước +84"),
    _K.PHONE_OLD_PREFIX: lambda: tr("Đầu số cũ"),
    _K.PHONE_SEVERAL: lambda: tr("Nhiều số điện thoại"),
    _K.BAD_PHONE: lambda: tr("Số điện thoại không hợp lệ"),
    _K.IDENTITY_FORMAT: lambda: tr("Cách viết số căn cước"),
    _K.IDENTITY_ZERO: lambda: tr("Số căn cước mất số 0 đầu"),
    _K.IDENTITY_OLD: lambda: tr("Số CMND cũ"),
    _K.BAD_IDENTITY: lambda: tr("Số căn cước không hợp lệ"),
    _K.IDENTITY_BIRTH_MISMATCH: lambda: tr("Năm sinh khác số căn cước"),
    _K.IDENTITY_GENDER_MISMATCH: lambda: tr("Giới tính khác số căn cước"),
    _K.DATE_FORMAT: lambda: tr("Cách viết ngày sinh"),
    _K.DATE_CENTURY: lambda: tr("Năm sinh hai chữ số"),
    _K.DATE_SERIAL: lambda: tr("Ngày sinh là số của Excel"),
    _K.MONTH_DROPPED: lambda: tr("Chỉ có tháng và năm sinh"),
    _K.YEAR_ONLY: lambda: tr("Chỉ có năm sinh"),
    _K.BAD_DATE: lambda: tr("Ngày sinh không hợp lệ"),
    _K.BIRTH_CONTRADICTION: lambda: tr("Ngày sinh và năm sinh khác nhau"),
    _K.GENDER_WORD: lambda: tr("Cách viết giới tính"),
    _K.GENDER_CODE: lambda: tr("Giới tính ghi bằng dấu"),
    _K.GENDER_FROM_IDENTITY: lambda: tr("Giới tính theo số căn cước"),
    _K.BAD_GENDER: lambda: tr("Giới tính không rõ"),
    _K.ETHNIC_ALIAS: lambda: tr("Tên gọi khác của dân tộc"),
    _K.AMBIGUOUS_ETHNIC: lambda: tr("Dân tộc chưa rõ"),
    _K.UNKNOWN_ETHNIC: lambda: tr("Không có dân tộc này"),
    _K.ADDRESS_SPLIT: lambda: tr("Tách địa chỉ"),
    _K.ADDRESS_UNCLEAR: lambda: tr("Địa chỉ không tách được"),
    _K.TEAM_FROM_SECTION: lambda: tr("Tổ lấy từ dòng tiêu đề"),
    _K.UNKNOWN_COMMUNE: lambda: tr("Không tìm thấy xã"),
    _K.AMBIGUOUS_COMMUNE: lambda: tr("Nhiều xã cùng tên"),
    _K.NEW_HAMLET: lambda: tr("Thôn, bản mới"),
    _K.FORMER_COMMUNE: lambda: tr("Xã cũ"),
    _K.SPLIT_COMMUNE: lambda: tr("Xã cũ đã chia"),
    _K.OTHER_PROVINCE: lambda: tr("Xã của tỉnh khác"),
    _K.DUPLICATE_IN_FILE: lambda: tr("Trùng trong tệp"),
    _K.POSSIBLE_DUPLICATE: lambda: tr("Có thể trùng"),
}
