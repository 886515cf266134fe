"""What somebody decided on the findings of a row, applied to the row.

The same for a row just read and for one that waited in the database: nothing but the row and its
findings is needed. Findings about communes, hamlets and people already known are left alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TypeAlias

from ..models.enums import Gender
from .address import clean_address
from .birth import Birth, clean_birth, kept_birth, shown_birth
from .contradictions import gender_told, mismatches
from .ethnic import EthnicNames, clean_ethnic
from .fields import Field
from .findings import Answer, AnswerKind, Answers, Finding, FindingKind, Mark, Severity
from .gender import clean_gender
from .identity import clean_identity, hidden
from .numbers_elsewhere import guarded
from .phone import clean_phone
from .plan import PersonRow
from .row_in_hand import Clean
from .text import clean_name, clean_text, masked

_K = FindingKind
Value: TypeAlias = str | Gender | date | int | None
Values: TypeAlias = dict[str, Value]

ELSEWHERE = frozenset(
    (
        _K.UNKNOWN_COMMUNE, _K.AMBIGUOUS_COMMUNE, _K.FORMER_COMMUNE, _K.SPLIT_COMMUNE,
        _K.OTHER_PROVINCE, _K.COMMUNE_FROM_TITLE, _K.NEW_HAMLET, _K.FORMER_HAMLET, _K.NEW_TEAM,
        _K.DUPLICATE_IN_FILE, _K.POSSIBLE_DUPLICATE, _K.FIELD_FILLED, _K.FIELD_CHANGED,
        _K.FIELD_DIFFERS, _K.UNKNOWN_PROGRAM_ID, _K.IDENTITY_CONFLICT,
    )
)  # fmt: skip
"""Kinds that only the data file can settle."""
_COMPARED = frozenset((_K.IDENTITY_BIRTH_MISMATCH, _K.IDENTITY_GENDER_MISMATCH))
_OF_BIRTH = frozenset(
    (
        _K.DATE_FORMAT, _K.DATE_CENTURY, _K.DATE_SERIAL, _K.DATE_ORDER, _K.MONTH_DROPPED,
        _K.YEAR_ONLY, _K.BAD_DATE, _K.BIRTH_CONTRADICTION, _K.IDENTITY_BIRTH_MISMATCH,
    )
)  # fmt: skip
# A refused repair of these leaves what was typed, which the finding shows.
_KEEPS_BEFORE = frozenset(
    (
        _K.UNICODE, _K.SPACES, _K.NAME_CASE, _K.PHONE_FORMAT, _K.PHONE_ZERO, _K.PHONE_SEVERAL,
        _K.PHONE_COUNTRY_CODE, _K.PHONE_OLD_PREFIX,
    )
)  # fmt: skip
_INFERRED = frozenset(
    (
        _K.GENDER_FROM_IDENTITY, _K.TEAM_FROM_SECTION, _K.HAMLET_FROM_SECTION,
        _K.COMMUNE_FROM_SECTION, _K.IDENTITY_FROM_TEXT,
    )
)  # fmt: skip
_DECODED = frozenset((_K.TCVN3, _K.VNI, _K.DITTO, _K.ADDRESS_SPLIT))
_NAMES = (Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME)
_BIRTHS = (Field.BIRTH, Field.BIRTH_YEAR)
_UNDER = (Field.MALE, Field.FEMALE)
# Cells that are only a part of what the row says, or say several things.
_IN_PARTS = (Field.FAMILY_NAME, Field.GIVEN_NAME, Field.ADDRESS)
_NUMBER_LENGTHS = (9, 12)
_HIDDEN = "•"  # stands for a figure that is not shown


def answered(row: PersonRow, answers: Answers, ethnic: EthnicNames, today: date) -> PersonRow:
    """The row as its findings were answered, compared again with its identity number.

    A typed value is cleaned as its cell is; where it is still wrong the finding stays open.
    """
    hand = _Answering(row, answers, ethnic, today)
    for finding in row.findings:
        hand.take(finding)
    hand.compare()
    return replace(row, **hand.values, findings=tuple(hand.findings))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class _Typed:
    """A typed value: what of the row it changes, how it is shown, whether it is still wrong."""

    values: Values
    shown: str
    wrong: bool = False


class _Answering:
    """A row while answers are applied to it."""

    def __init__(self, row: PersonRow, answers: Answers, ethnic: EthnicNames, today: date) -> None:
        self._row, self._answers, self._ethnic, self._today = row, answers, ethnic, today
        self.values: Values = {}
        self.findings: list[Finding] = []

    def take(self, finding: Finding) -> None:
        """Keeps a finding as its answer leaves it; comparisons are made anew at the end."""
        if finding.kind in _COMPARED or finding.kind in ELSEWHERE:
            self.findings.append(finding)
            return
        answer = self._answers.to(finding) or self._of_repairs(finding)
        if answer is None:
            self.findings.append(finding)
        elif answer.kind is AnswerKind.VALUE:
            self._type(finding, answer)
        elif answer.kind is AnswerKind.LEAVE_OUT:
            self._leave_out(finding, answer)
        elif finding.severity is Severity.REPAIR:
            self._repair(finding, answer)
        elif finding.severity is Severity.QUESTION and answer.kind is AnswerKind.KEEP:
            self._keep(finding, answer)
        else:
            self.findings.append(finding)

    def compare(self) -> None:
        """Compares year of birth and gender with the number; a typed value is compared as well."""
        before = [f for f in self.findings if f.kind in _COMPARED]
        for finding in before:
            answer = self._answers.to(finding) or finding.answer
            if answer is not None and answer.kind is AnswerKind.LEAVE_OUT:
                self.values |= dict.fromkeys(_attributes(finding), None)
            elif answer is not None and answer.kind is AnswerKind.VALUE:
                self._correct(finding, answer)
        self._infer_gender()
        self.findings = [f for f in self.findings if f.kind not in _COMPARED]
        marks = {m.kind: m for m in mismatches(self._number, self._year, self._gender)}
        for finding in before:
            mark = marks.pop(finding.kind, None)
            self.findings.append(self._compared(finding, mark))
        self.findings += [self._new(mark) for mark in marks.values()]

    @property
    def _number(self) -> str | None:
        return self._now("identity_number")  # type: ignore[return-value]

    @property
    def _year(self) -> int | None:
        return self._now("birth_year")  # type: ignore[return-value]

    @property
    def _gender(self) -> Gender | None:
        return self._now("gender")  # type: ignore[return-value]

    def _now(self, name: str) -> Value:
        value: Value = self.values.get(name, getattr(self._row, name))
        return value

    def _of_repairs(self, finding: Finding) -> Answer | None:
        """A repair that nobody decided on and that holds the row: taken where all are taken."""
        undecided = finding.open and finding.severity is Severity.REPAIR and not finding.answer
        taken = undecided and self._answers.accept_repairs
        return Answer(AnswerKind.KEEP) if taken else None

    def _type(self, finding: Finding, answer: Answer) -> None:
        typed = self._typed(finding.field, finding.kind, answer.value)
        self.findings.append(replace(finding, applied=False, open=typed.wrong, answer=answer))
        if typed.wrong:
            return
        self.values |= typed.values
        self._close_others(finding)
        self._note(finding, typed.shown)

    def _leave_out(self, finding: Finding, answer: Answer) -> None:
        """The cell counts as empty; nobody is without a name."""
        attributes = _attributes(finding)
        nameless = "name" in attributes
        self.findings.append(replace(finding, applied=False, open=nameless, answer=answer))
        if not nameless:
            self.values |= dict.fromkeys(attributes, None)
            self._close_others(finding)

    def _repair(self, finding: Finding, answer: Answer) -> None:
        """Refused after it was taken, or taken after all; a row just read has it settled."""
        if answer.kind is not AnswerKind.REFUSE:
            self._accept(finding, answer)
            return
        if finding.applied or finding.kind is _K.IDENTITY_FROM_TEXT:
            kept = self._as_written(finding)
            finding = replace(finding, applied=False, open=kept is None)
            self.values |= kept or {}
        self.findings.append(replace(finding, answer=answer))

    def _accept(self, finding: Finding, answer: Answer) -> None:
        """Of what was refused and stands as written, the cell becomes what was proposed."""
        if not (finding.applied or finding.open):
            proposed = self._as_proposed(finding)
            if proposed is None:
                self.findings.append(finding)
                return
            self.values |= proposed
        self.findings.append(replace(finding, applied=True, open=False, answer=answer))

    def _as_proposed(self, finding: Finding) -> Values | None:
        """What a repair makes of the row; None where its text does not tell it in full."""
        if finding.kind is _K.EMPLOYER_FROM_HAMLET:
            return {"hamlet": None, "employer": finding.after or finding.before}
        if not finding.after or _HIDDEN in finding.after:
            return None
        typed = self._typed(finding.field, finding.kind, finding.after)
        return None if typed.wrong else typed.values

    def _as_written(self, finding: Finding) -> Values | None:
        """What a refused repair leaves of the row; None where nothing can be kept."""
        kind, field = finding.kind, finding.field
        if kind in _INFERRED or (kind is _K.GENDER_CODE and field in _UNDER):
            return dict.fromkeys(_attributes(finding), None)
        if kind is _K.DATE_ORDER and (birth := kept_birth(finding.before, self._today)):
            return _birth_values(birth)
        if field in _IN_PARTS or field in _BIRTHS or self._is_unlike_written(field):
            return None
        if kind is _K.EMPLOYER_FROM_HAMLET:
            return {"hamlet": finding.before, "employer": None}
        return {_attribute(field): finding.before} if kind in _KEEPS_BEFORE else None

    def _is_unlike_written(self, field: Field) -> bool:
        """Whether the cell was changed in a way that what was typed does not tell: decoded."""
        kinds = (f.kind for f in self._row.findings if f.field is field)
        return any(kind in _DECODED for kind in kinds)

    def _keep(self, finding: Finding, answer: Answer) -> None:
        """The cell is right as it stands."""
        if finding.kind in (_K.BAD_DATE, _K.DATE_ORDER):
            birth = kept_birth(finding.before, self._today)
            self.values |= _birth_values(birth)
        nameless = finding.kind is _K.MISSING_NAME
        self.findings.append(replace(finding, applied=False, open=nameless, answer=answer))

    def _close_others(self, finding: Finding) -> None:
        """What else was asked of a cell that was typed anew is settled with it."""
        mine = set(_attributes(finding))
        self.findings = [
            replace(f, open=False)
            if f.open and f.severity is Severity.REPAIR and mine & set(_attributes(f))
            else f
            for f in self.findings
        ]

    def _note(self, finding: Finding, shown: str) -> None:
        note = replace(
            finding, kind=_K.EDITED, severity=Severity.NOTE, after=shown, applied=True, open=False,
            candidates=(), answer=None,
        )  # fmt: skip
        self.findings = [f for f in self.findings if f.key != note.key] + [note]

    def _correct(self, finding: Finding, answer: Answer) -> None:
        """A contradiction corrected: on the list's side, or the number itself."""
        digits = sum(map(str.isdigit, answer.value))
        if digits in _NUMBER_LENGTHS:
            typed = self._typed(Field.IDENTITY_NUMBER, finding.kind, answer.value)
        else:
            typed = self._typed(finding.field, finding.kind, answer.value)
        if not typed.wrong:
            self.values |= typed.values
            if finding.answer != answer:
                self._note(finding, typed.shown)

    def _infer_gender(self) -> None:
        """From the number, where the list says nothing and nobody refused it."""
        known = next((f for f in self.findings if f.kind is _K.GENDER_FROM_IDENTITY), None)
        asked = any(f.kind is _K.BAD_GENDER for f in self.findings)
        changed = "identity_number" in self.values
        if not changed or asked or (self._gender and not (known and known.applied)):
            return
        mark = gender_told(self._number)
        self.findings = [f for f in self.findings if f is not known]
        self.values["gender"] = Gender(mark.after) if mark and mark.after else None
        if mark is not None:
            self.findings.append(self._new(mark))

    def _compared(self, finding: Finding, mark: Mark | None) -> Finding:
        """A contradiction once more: gone, said to be right, or still there."""
        answer = self._answers.to(finding) or finding.answer
        if mark is None:
            return replace(finding, applied=False, open=False, answer=answer)
        kept = answer is not None and answer.kind is AnswerKind.KEEP
        return replace(
            finding, before=mark.before, after=mark.after, applied=False, open=not kept,
            candidates=mark.candidates, answer=answer,
        )  # fmt: skip

    def _new(self, mark: Mark) -> Finding:
        """A finding that a typed value brought about."""
        like = self.findings[0] if self.findings else self._row.findings[0]
        field = Field.BIRTH if mark.kind in _OF_BIRTH else Field.GENDER
        column = next((f.column for f in self.findings if f.field is field), field.value)
        question = mark.severity is Severity.QUESTION
        return Finding(
            like.sheet, like.row, column, mark.kind, mark.severity, mark.before, mark.after,
            not question, question, field, like.file, mark.candidates,
        )  # fmt: skip

    def _typed(self, field: Field, kind: FindingKind, text: str) -> _Typed:
        """What a typed text says in place of a cell."""
        if field in _BIRTHS or (kind in _OF_BIRTH and field is not Field.IDENTITY_NUMBER):
            return self._typed_birth(text)
        if field in _UNDER or field is Field.GENDER:
            gender = clean_gender(text, {})
            if gender.value is None and field in _UNDER:
                return self._typed_birth(text)
            return _Typed({"gender": gender.value}, str(gender.value or ""), gender.value is None)
        if field is Field.ADDRESS:
            return _typed_address(text)
        clean = guarded(field, self._cleaners().get(field, clean_text))
        cleaned = clean(text)
        wrong = cleaned.value is None or any(m.severity is Severity.QUESTION for m in cleaned.marks)
        shown = cleaned.value or text
        of_number = field is Field.IDENTITY_NUMBER
        return _Typed(
            {_attribute(field): cleaned.value}, hidden(shown) if of_number else masked(shown), wrong
        )

    def _typed_birth(self, text: str) -> _Typed:
        birth = clean_birth(text, self._today).value
        return _Typed(_birth_values(birth), shown_birth(birth) if birth else "", birth is None)

    def _cleaners(self) -> Mapping[Field, Clean[str]]:
        names = dict.fromkeys(_NAMES, clean_name)
        return {
            **names,
            Field.PHONE: clean_phone,
            Field.IDENTITY_NUMBER: clean_identity,
            Field.ETHNIC: partial(clean_ethnic, names=self._ethnic),
        }


def _typed_address(text: str) -> _Typed:
    place = clean_address(text).value
    if place is None:
        return _Typed({}, "", True)
    values: Values = {
        "hamlet": place.hamlet, "commune": place.commune, "district": place.district,
        "province": place.province,
    }  # fmt: skip
    return _Typed(values | ({"employer": place.employer} if place.employer else {}), masked(text))


def _birth_values(birth: Birth | None) -> Values:
    return {"birth_date": birth.day if birth else None, "birth_year": birth.year if birth else None}


def _attribute(field: Field) -> str:
    return "name" if field in _NAMES else field.value


def _attributes(finding: Finding) -> tuple[str, ...]:
    """What of a row the cell of a finding says."""
    field, kind = finding.field, finding.kind
    if kind in _OF_BIRTH or field in _BIRTHS:
        return "birth_date", "birth_year"
    if field in _UNDER or field is Field.GENDER:
        return ("gender",)
    if field is Field.ADDRESS:
        return "hamlet", "commune", "district", "province"
    return (_attribute(field),)
