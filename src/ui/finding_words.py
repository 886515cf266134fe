"""Findings of a list in words: what was seen in a cell, and what was done about it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..importing.fields import Field
from ..importing.findings import Answer, AnswerKind, Finding, FindingKind, Severity
from ..models.enums import ImportRowState
from ..services.lists.review import ReviewLine
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

BETWEEN_COMMUNES = " | "
"""Stands between the texts of a list that name two communes."""

DUPLICATES = (FindingKind.POSSIBLE_DUPLICATE, FindingKind.DUPLICATE_IN_FILE)


@dataclass(frozen=True)
class Treatment:
    """What becomes of a row: what was done, what could be done instead, whether it is asked."""

    done: str
    more: str = ""
    asks: bool = False

    @property
    def text(self) -> str:
        """Both in one line: for copies."""
        return " · ".join(filter(None, (self.done, self.more)))


def finding_words(finding: Finding) -> str:
    """What was seen, in a few words: "Mất số 0 đầu"."""
    if finding.kind is FindingKind.POSSIBLE_DUPLICATE:
        return _possible(finding)
    if finding.kind is FindingKind.DUPLICATE_IN_FILE and finding.after:
        return _repeated(finding)
    if finding.kind is FindingKind.AMBIGUOUS_COMMUNE and BETWEEN_COMMUNES in finding.before:
        return tr("Ghi hai xã khác nhau")
    if finding.kind is FindingKind.IDENTITY_CONFLICT and finding.field is Field.PROGRAM_ID:
        return tr("Mã học viên của người khác")
    if finding.kind is FindingKind.IDENTITY_CONFLICT and finding.severity is Severity.NOTE:
        return tr("Đã gõ lại số căn cước")
    return _WORDS[finding.kind]()


def kind_words(kind: FindingKind) -> str:
    """A kind of finding, without what a single one says."""
    return _WORDS[kind]()


def _possible(finding: Finding) -> str:
    if not finding.candidates:
        known = finding.after
        return tr("Có thể trùng: {name}").format(name=known) if known else tr("Có thể trùng")
    first, others = finding.candidates[0], len(finding.candidates) - 1
    name = f"{first.title} ({first.note})" if first.note else first.title
    words = tr("Có thể trùng: {name}").format(name=name)
    return words + (tr(" và {count} người nữa", others).format(count=others) if others else "")


def _repeated(finding: Finding) -> str:
    row = row_words(finding.after or "")
    if finding.open:
        return tr("Có thể trùng với {row}").format(row=row)
    return tr("Trùng với {row}").format(row=row)


def row_words(place: str) -> str:
    """A row that a repeat names: "9", "DS!9" in another sheet, "a.xlsx!DS!9" in another file."""
    above, _, number = place.rpartition("!")
    file, _, sheet = above.rpartition("!")
    if file:
        return tr("dòng {row}, tệp {file}").format(row=number, file=file)
    if sheet:
        return tr("dòng {row}, sheet “{sheet}”").format(row=number, sheet=sheet)
    return tr("dòng {row}").format(row=number)


def finding_pill(finding: Finding) -> Pill:
    """What was seen, in the colour of what it asks for; what was decided is green."""
    if finding.open:
        return Pill(finding_words(finding), Tone.REFUSED)
    if finding.severity is Severity.QUESTION and finding.answer:
        return Pill(finding_words(finding), Tone.PRESENT)
    if finding.severity is Severity.REPAIR:
        tone = Tone.LATE if finding.applied else Tone.NEUTRAL
        return Pill(finding_words(finding), tone)
    return Pill(finding_words(finding), Tone.NEUTRAL)


def loud_findings(line: ReviewLine) -> tuple[Finding, ...]:
    """The findings of a row that somebody should see, the gravest first."""
    return tuple(f for f in line.findings if not _is_quiet(f))


def line_pill(line: ReviewLine) -> Pill | None:
    """The gravest finding of a row, and how many more there are."""
    loud = loud_findings(line)
    if not loud:
        return None
    first = finding_pill(loud[0])
    if len(loud) == 1:
        return first
    meaning = "\n".join(finding_words(finding) for finding in loud)
    return Pill(f"{first.text} +{len(loud) - 1}", first.tone, Symbol.NONE, meaning)


def _is_quiet(finding: Finding) -> bool:
    return finding.severity is Severity.NOTE and finding.kind in QUIET


def line_treatment(line: ReviewLine) -> Treatment:
    """What becomes of a row: put right, asked, left aside, known already."""
    if line.state is ImportRowState.DISCARDED:
        return Treatment(tr("Bỏ qua dòng này"), tr("lấy lại"))
    first = next(iter(loud_findings(line)), None)
    if line.state is ImportRowState.HELD and first is not None:
        return _held(first)
    known = line.state is ImportRowState.MATCHED
    done = tr("Đã có, không thêm lần nữa") if known else ""
    if first is None:
        return Treatment(done)
    treated = _treated(first)
    return Treatment(" · ".join(filter(None, (done, treated.done))), treated.more)


def _held(first: Finding) -> Treatment:
    if first.severity is Severity.REPAIR:
        return Treatment(tr("Giữ như tệp, để lại"), tr("sửa như đề xuất"))
    if first.kind in DUPLICATES:
        return Treatment(tr("Chọn…"), tr("cùng người · hai người · để sau"), True)
    if first.candidates:
        count = len(first.candidates)
        more = tr("{count} đề xuất · để sau", count).format(count=count)
        return Treatment(tr("Chọn…"), more, True)
    if first.open:
        return Treatment(tr("Sửa: ………"), tr("để sau"), True)
    return Treatment(tr("Để lại, chưa nhập"))


def _treated(finding: Finding) -> Treatment:
    if finding.severity is Severity.QUESTION and finding.answer:
        return Treatment(answer_words(finding.answer), tr("đổi"))
    if finding.kind is FindingKind.FIELD_DIFFERS:
        return Treatment(tr("Giữ như đang lưu"))
    if finding.severity is not Severity.REPAIR:
        return Treatment("", tr("đổi") if finding.candidates else "")
    if not finding.applied:
        return Treatment(tr("Giữ như tệp"), tr("sửa như đề xuất"))
    more = tr("đổi") if finding.candidates else tr("giữ như tệp")
    return Treatment(_DONE.get(finding.kind, lambda: tr("Đã sửa"))(), more)


def answer_words(answer: Answer) -> str:
    """What somebody decided on a question."""
    return {
        AnswerKind.REFUSE: tr("Giữ như tệp"),
        AnswerKind.KEEP: tr("Giữ nguyên"),
        AnswerKind.VALUE: tr("Đã sửa"),
        AnswerKind.LEAVE_OUT: tr("Để trống"),
        AnswerKind.SAME_PERSON: tr("Cùng một người"),
        AnswerKind.TWO_PEOPLE: tr("Hai người"),
    }[answer.kind]


def treatment(finding: Finding) -> str:
    """What was done about one finding, with what stood there before and stands there now."""
    if finding.field is Field.ETHNIC and not finding.open:
        return tr("(dân tộc không hiện)")
    if finding.severity is Severity.QUESTION:
        return _asked(finding)
    if finding.kind is FindingKind.FIELD_DIFFERS:
        return _differs(finding)
    if finding.after is None or finding.after == finding.before:
        return finding.before
    if finding.severity is Severity.REPAIR and not finding.applied:
        return tr("giữ “{before}” như trong tệp").format(before=finding.before)
    before = f"“{finding.before}”" if finding.before else tr("(trống)")
    return f"{before} → “{finding.after}”"


def _asked(finding: Finding) -> str:
    if finding.kind in DUPLICATES:
        return tr("cùng một người hay hai người?")
    if finding.kind is FindingKind.IDENTITY_CONFLICT:
        words = tr("trong tệp “{before}”, đang lưu của “{after}”")
        return words.format(before=finding.before, after=finding.after)
    if finding.kind is FindingKind.AMBIGUOUS_COMMUNE and BETWEEN_COMMUNES in finding.before:
        return f"{tr(' hay ').join(_communes(finding))}?"
    shown = f"“{finding.before}”" if finding.before else tr("(trống)")
    if finding.after and finding.kind in _CONTRADICTIONS:
        return tr("trong tệp {before}, số căn cước cho “{after}”").format(
            before=shown, after=finding.after
        )
    if finding.after:
        return tr("{before}: có thể là {after}").format(before=shown, after=finding.after)
    return shown


def _communes(finding: Finding) -> list[str]:
    return [f"“{text}”" for text in finding.before.split(BETWEEN_COMMUNES)]


def _differs(finding: Finding) -> str:
    words = tr("trong tệp “{before}”, đang lưu “{after}”, giữ như đang lưu")
    return words.format(before=finding.before, after=finding.after or "")


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
    _K.FORMER_HAMLET: lambda: tr("Thôn, bản cũ"),
    _K.SPLIT_COMMUNE: lambda: tr("Xã cũ đã chia"),
    _K.OTHER_PROVINCE: lambda: tr("Xã của tỉnh khác"),
    _K.DUPLICATE_IN_FILE: lambda: tr("Trùng trong tệp"),
    _K.POSSIBLE_DUPLICATE: lambda: tr("Có thể trùng"),
    _K.TCVN3: lambda: tr("Phông cũ TCVN3"),
    _K.VNI: lambda: tr("Phông cũ VNI"),
    _K.DITTO: lambda: tr("“nt” = như dòng trên"),
    _K.MERGED_CELL: lambda: tr("Ô gộp nhiều dòng"),
    _K.DATE_ORDER: lambda: tr("Ngày viết kiểu tháng/ngày"),
    _K.HAMLET_FROM_SECTION: lambda: tr("Thôn, bản lấy từ dòng tiêu đề"),
    _K.COMMUNE_FROM_SECTION: lambda: tr("Xã lấy từ dòng tiêu đề"),
    _K.COMMUNE_FROM_TITLE: lambda: tr("Xã theo tên danh sách"),
    _K.EMPLOYER_FROM_HAMLET: lambda: tr("Là đơn vị công tác"),
    _K.IDENTITY_MASKED: lambda: tr("Số căn cước đã che"),
    _K.IDENTITY_FROM_TEXT: lambda: tr("Số căn cước ở ô khác"),
    _K.EDITED: lambda: tr("Đã sửa tay"),
    _K.NEW_TEAM: lambda: tr("Tổ mới"),
    _K.FIELD_FILLED: lambda: tr("Bổ sung cho người đã có"),
    _K.FIELD_CHANGED: lambda: tr("Sửa cho người đã có"),
    _K.FIELD_DIFFERS: lambda: tr("Khác với người đã có"),
    _K.UNKNOWN_PROGRAM_ID: lambda: tr("Không có mã học viên này"),
    _K.IDENTITY_CONFLICT: lambda: tr("Số căn cước của người khác"),
}

_DONE: Mapping[FindingKind, Callable[[], str]] = {
    _K.UNICODE: lambda: tr("Đã chuẩn hóa"),
    _K.SPACES: lambda: tr("Đã bỏ khoảng trắng"),
    _K.NAME_CASE: lambda: tr("Đã viết hoa lại"),
    _K.NAME_JOINED: lambda: tr("Đã ghép"),
    _K.PHONE_ZERO: lambda: tr("Đã thêm lại"),
    _K.PHONE_COUNTRY_CODE: lambda: tr("Đã đổi +84 thành số 0"),
    _K.PHONE_OLD_PREFIX: lambda: tr("Đã đổi đầu số"),
    _K.PHONE_SEVERAL: lambda: tr("Đã lấy số đầu tiên"),
    _K.IDENTITY_ZERO: lambda: tr("Đã thêm lại"),
    _K.DATE_CENTURY: lambda: tr("Đã thêm thế kỷ"),
    _K.DATE_SERIAL: lambda: tr("Đã đổi ra ngày"),
    _K.DATE_ORDER: lambda: tr("Đã đổi thứ tự ngày, tháng"),
    _K.MONTH_DROPPED: lambda: tr("Đã lấy năm sinh"),
    _K.GENDER_FROM_IDENTITY: lambda: tr("Đã điền"),
    _K.ETHNIC_ALIAS: lambda: tr("Đã đổi tên gọi"),
    _K.ADDRESS_SPLIT: lambda: tr("Đã tách"),
    _K.FORMER_COMMUNE: lambda: tr("Đã chuyển sang xã hiện nay"),
    _K.FORMER_HAMLET: lambda: tr("Đã chuyển sang thôn, bản hiện nay"),
    _K.OTHER_PROVINCE: lambda: tr("Đã lấy xã của tỉnh khác"),
    _K.TCVN3: lambda: tr("Đã chuyển sang Unicode"),
    _K.VNI: lambda: tr("Đã chuyển sang Unicode"),
    _K.EMPLOYER_FROM_HAMLET: lambda: tr("Đã chuyển sang đơn vị"),
    _K.FIELD_FILLED: lambda: tr("Sẽ bổ sung"),
    _K.FIELD_CHANGED: lambda: tr("Sẽ sửa"),
    **dict.fromkeys(
        (
            _K.DITTO, _K.MERGED_CELL, _K.TEAM_FROM_SECTION, _K.HAMLET_FROM_SECTION,
            _K.COMMUNE_FROM_SECTION, _K.COMMUNE_FROM_TITLE,
        ),
        lambda: tr("Đã điền"),
    ),
}  # fmt: skip
"""What was done for a repair that was taken."""
