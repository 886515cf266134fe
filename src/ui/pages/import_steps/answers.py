"""What can be decided on a finding, as the buttons of the review offer it."""

from dataclasses import dataclass

from ....importing.fields import Field
from ....importing.findings import Answer, AnswerKind, Candidate, Finding, FindingKind, Severity
from ...i18n import tr

_K = FindingKind
_BOTH_RIGHT = frozenset(
    (_K.IDENTITY_BIRTH_MISMATCH, _K.IDENTITY_GENDER_MISMATCH, _K.BAD_NAME, _K.IDENTITY_OLD)
)
"""Questions whose cell may stand as it is."""
_OF_COMMUNES = frozenset((_K.UNKNOWN_COMMUNE, _K.AMBIGUOUS_COMMUNE, _K.SPLIT_COMMUNE,
                          _K.FORMER_COMMUNE, _K.OTHER_PROVINCE))  # fmt: skip
_OF_PEOPLE = frozenset((_K.POSSIBLE_DUPLICATE, _K.DUPLICATE_IN_FILE, _K.IDENTITY_CONFLICT))
_MANDATORY = frozenset((_K.MISSING_NAME, _K.BAD_NAME))
"""Cells without which there is nobody."""

_SHARED = frozenset((
    Field.COMMUNE, Field.DISTRICT, Field.PROVINCE, Field.ADDRESS, Field.HAMLET, Field.ETHNIC,
    Field.GENDER, Field.TEAM, Field.EMPLOYER,
))  # fmt: skip
"""What many rows say in the same words and mean alike; a name or a date is somebody's own."""

_OPTIONAL = frozenset((Field.BIRTH, Field.BIRTH_YEAR, Field.IDENTITY_NUMBER, Field.PHONE))
"""Cells that may be left empty where a repair is refused without which they cannot be kept."""


@dataclass(frozen=True)
class Offer:
    """One button: its words, and the decision; `answer` None takes a decision back or waits."""

    words: str
    answer: Answer | None

    @property
    def settles(self) -> bool:
        """Whether the question is answered by it."""
        return self.answer is not None


def offers(finding: Finding) -> tuple[Offer, ...]:
    """What can be decided with one key, the likeliest first."""
    if finding.severity is Severity.REPAIR:
        return _of_repair(finding)
    if finding.severity is Severity.NOTE:
        return _of_note(finding)
    found = _of_person(finding) if finding.kind in _OF_PEOPLE else _of_cell(finding)
    later = tr("Để sau") if finding.answer is None else tr("Bỏ quyết định")
    return (*found, Offer(later, None))


def takes_text(finding: Finding) -> bool:
    """Whether the right value can be typed."""
    if finding.kind in _OF_PEOPLE:
        conflict = finding.kind is _K.IDENTITY_CONFLICT
        return conflict and finding.field is Field.IDENTITY_NUMBER
    return finding.severity is Severity.QUESTION or finding.kind in _OF_COMMUNES


def takes_commune(finding: Finding) -> bool:
    """Whether what is typed is a commune."""
    return finding.kind in _OF_COMMUNES


def is_of_many(finding: Finding) -> bool:
    """Whether one answer may serve every row in which the cell says the same."""
    asked = finding.open or finding.answer is not None
    return asked and bool(finding.before) and finding.field in _SHARED


def hint(finding: Finding) -> str:
    """How a value is typed into a cell of this field."""
    return {
        Field.BIRTH: tr("ngày/tháng/năm hoặc năm sinh"),
        Field.BIRTH_YEAR: tr("năm sinh"),
        Field.GENDER: tr("Nam hoặc Nữ"),
        Field.IDENTITY_NUMBER: tr("12 chữ số"),
        Field.PHONE: tr("số điện thoại"),
        Field.NAME: tr("họ và tên"),
        Field.COMMUNE: tr("tên xã, không cần dấu"),
        Field.ETHNIC: tr("tên dân tộc"),
        Field.HAMLET: tr("tên thôn, bản"),
    }.get(finding.field, tr("giá trị đúng"))


def _of_repair(finding: Finding) -> tuple[Offer, ...]:
    if not finding.applied:
        empty = Offer(tr("Để trống ô này"), Answer(AnswerKind.LEAVE_OUT))
        may_be_empty = finding.open and finding.field in _OPTIONAL
        return (Offer(tr("Sửa như đề xuất"), None), *((empty,) if may_be_empty else ()))
    refuse = Offer(tr("Giữ như tệp"), Answer(AnswerKind.REFUSE))
    return (refuse, *_candidates(finding))


def _of_note(finding: Finding) -> tuple[Offer, ...]:
    """A new hamlet may be a known one misspelt."""
    again = (Offer(tr("Như trong tệp"), None),) if finding.answer else ()
    return (*_candidates(finding), *again)


def _of_person(finding: Finding) -> tuple[Offer, ...]:
    conflict = finding.kind is _K.IDENTITY_CONFLICT
    named = len(finding.candidates) > 1 or conflict
    known = [
        Offer(
            tr("Là {name}").format(name=_titled(candidate)) if named else tr("Cùng một người"),
            Answer(AnswerKind.SAME_PERSON, candidate.key),
        )
        for candidate in finding.candidates
    ]
    if conflict:
        return (*known, *_of_conflict(finding))
    known = known or [Offer(tr("Cùng một người"), Answer(AnswerKind.SAME_PERSON))]
    other = tr("Hai người") if len(known) == 1 else tr("Người khác")
    return (*known, Offer(other, Answer(AnswerKind.TWO_PEOPLE)))


def _of_conflict(finding: Finding) -> tuple[Offer, ...]:
    """Somebody else comes in without the number, or the id, that is another's. Where an id and a
    number name two people, without the number the id counts."""
    of_id = finding.field is Field.PROGRAM_ID
    other = tr("Người khác, bỏ mã này") if of_id else tr("Người khác, để trống số")
    offer = Offer(other, Answer(AnswerKind.TWO_PEOPLE))
    if len(finding.candidates) < 2:
        return (offer,)
    return (offer, Offer(tr("Để trống ô này"), Answer(AnswerKind.LEAVE_OUT)))


def _of_cell(finding: Finding) -> tuple[Offer, ...]:
    found = list(_candidates(finding))
    if finding.kind in _BOTH_RIGHT:
        both = finding.kind is not _K.BAD_NAME and finding.kind is not _K.IDENTITY_OLD
        words = tr("Giữ nguyên, cả hai đúng") if both else tr("Giữ nguyên")
        found.append(Offer(words, Answer(AnswerKind.KEEP)))
    if finding.kind not in _MANDATORY:
        found.append(Offer(tr("Để trống ô này"), Answer(AnswerKind.LEAVE_OUT)))
    return tuple(found)


def _candidates(finding: Finding) -> tuple[Offer, ...]:
    return tuple(
        Offer(_titled(candidate), Answer(AnswerKind.VALUE, candidate.key))
        for candidate in finding.candidates
    )


def _titled(candidate: Candidate) -> str:
    return f"{candidate.title} ({candidate.note})" if candidate.note else candidate.title
