"""A row while it is read: what its cells say is settled, what was seen is kept as findings."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from .cells import Cell
from .fields import Field
from .findings import (
    Answer,
    AnswerKind,
    Answers,
    Cleaned,
    Finding,
    FindingKind,
    Mark,
    Severity,
)
from .matches import TableMatch, TableRow
from .numbers_in_text import without_numbers

T = TypeVar("T")
_IN_ADDRESS = (Field.HAMLET, Field.COMMUNE, Field.DISTRICT, Field.PROVINCE)


class TableInHand:
    """A table while its rows are read: its headings, and what was decided on its findings."""

    def __init__(self, match: TableMatch, file: str, answers: Answers) -> None:
        self.match = match
        self.file = file
        self.sheet = match.sheet
        self.answers = answers
        self.given: Mapping[tuple[int, Field, FindingKind], Answer] = {
            (key.row, key.field, key.kind): answer
            for key, answer in answers.given.items()
            if key.file == file and key.sheet == match.sheet
        }
        self.rows_answered = frozenset(row for row, _, _ in self.given)
        self._headings: dict[Field, str] = {}

    def heading(self, field: Field) -> str:
        """The heading of the column a finding is about; a place may stand in the address."""
        known = self._headings.get(field)
        if known is None:
            places = self.match.places
            within = field in _IN_ADDRESS and field not in places and Field.ADDRESS in places
            known = self._headings[field] = self.match.heading(Field.ADDRESS if within else field)
        return known


class RowInHand:
    """A row, and what was found in its cells so far."""

    __slots__ = ("_decided", "_table", "findings", "merged", "number", "place")

    def __init__(self, table: TableInHand, row: TableRow, place: int) -> None:
        self._table = table
        self.number = row.number
        self.place = place
        """How many rows of the table stand above it."""
        self.merged = row.merged
        self.findings: list[Finding] = []
        self._decided = not table.answers.accept_repairs or row.number in table.rows_answered

    def settle(self, field: Field, cleaned: Cleaned[T], heading: str | None = None) -> T | None:
        """The value with its repairs, or as written where one of them is refused.

        A value that would be lost by a refusal stays, and the row is held. `heading` is that of
        the field's column, where the caller knows it.
        """
        if not cleaned.marks:
            return cleaned.value
        heading = self._table.heading(field) if heading is None else heading
        if self._decided:
            return self._settle_as_decided(field, cleaned, heading)
        for mark in cleaned.marks:
            self._keep(field, heading, mark)
        return cleaned.value

    def tell(self, field: Field, mark: Mark) -> None:
        """Adds a finding that changes no value."""
        self._keep(field, self._table.heading(field), mark)

    def has(self, kind: FindingKind) -> bool:
        """Whether a finding of the kind was made."""
        return any(finding.kind is kind for finding in self.findings)

    def forget(self, field: Field, kind: FindingKind) -> None:
        """Takes a finding back that another says better."""
        self.findings = [f for f in self.findings if f.field is not field or f.kind is not kind]

    def is_answered(self, field: Field, kind: FindingKind) -> bool:
        """Whether somebody decided on such a finding of the row."""
        return (self.number, field, kind) in self._table.given

    def _keep(
        self, field: Field, heading: str, mark: Mark, refused: bool = False, lost: bool = False,
        answer: Answer | None = None,
    ) -> None:  # fmt: skip
        question = mark.severity is Severity.QUESTION
        self.findings.append(
            Finding(
                self._table.sheet,
                self.number,
                heading,
                mark.kind,
                mark.severity,
                without_numbers(mark.before),
                mark.after and without_numbers(mark.after),
                not (question or refused),
                question or lost,
                field,
                self._table.file,
                mark.candidates,
                answer,
            )
        )

    def _settle_as_decided(self, field: Field, cleaned: Cleaned[T], heading: str) -> T | None:
        """One refusal refuses all repairs of a cell; typed values are applied to the whole row."""
        answers = [self._refusal(field, mark) for mark in cleaned.marks]
        refused = any(answers)
        lost = refused and cleaned.as_written is None and not cleaned.inferred
        for mark, answer in zip(cleaned.marks, answers, strict=True):
            repair = mark.severity is Severity.REPAIR
            given = answer if isinstance(answer, Answer) else None
            self._keep(field, heading, mark, repair and refused, repair and lost, given)
        return cleaned.as_written if refused and not lost else cleaned.value

    def _refusal(self, field: Field, mark: Mark) -> Answer | bool:
        """Whether a repair is refused, by an answer or because none is taken unasked."""
        if mark.severity is not Severity.REPAIR:
            return False
        answer = self._table.given.get((self.number, field, mark.kind))
        if answer is None:
            return not self._table.answers.accept_repairs
        return answer if answer.kind is AnswerKind.REFUSE else False


Clean = Callable[[Cell], Cleaned[T]]
