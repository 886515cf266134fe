"""A row while it is understood: findings are added to it with what somebody decided on them."""

from collections.abc import Container
from dataclasses import replace

from ...importing.fields import Field
from ...importing.findings import (
    Answer,
    AnswerKind,
    Answers,
    Candidate,
    Finding,
    FindingKey,
    FindingKind,
    Mark,
    RowKey,
    Severity,
)
from ...importing.matches import TableMatch
from ...importing.numbers_in_text import without_numbers
from ...importing.plan import PersonRow


class RowAtHand:
    """A row with what has been found out about it so far."""

    __slots__ = ("_answers", "added", "key", "match", "row")

    def __init__(self, row: PersonRow, key: RowKey, match: TableMatch, answers: Answers) -> None:
        self.row = row
        self.key = key
        self.match = match
        self.added: list[Finding] = []
        self._answers = answers

    @property
    def is_held(self) -> bool:
        """Whether a question is open."""
        return self.row.held or any(finding.open for finding in self.added)

    def answer_to(self, field: Field, kind: FindingKind) -> Answer | None:
        """What somebody decided on a finding, whether it is made or not."""
        given = self._answers.given
        return given.get(FindingKey(*self.key, field, kind)) if given else None

    def tell(self, field: Field, mark: Mark) -> Answer | None:
        """Adds a note; returns what somebody made of it."""
        found = self._finding(field, mark)
        answer = self._answers.to(found)
        self.added.append(replace(found, answer=answer) if answer else found)
        return answer

    def propose(self, field: Field, mark: Mark, holds: bool = False) -> Answer | None:
        """Adds a repair; returns what was said of it: REFUSE also where none is taken unasked.

        With `holds` the row waits when it is refused.
        """
        found = self._finding(field, mark)
        answer = self._answers.to(found)
        refused = not self._answers.accepts(found)
        if refused or answer is not None:
            plain_refusal = refused and (answer is None or answer.kind is AnswerKind.REFUSE)
            held = holds and plain_refusal
            applied = not plain_refusal
            found = replace(found, applied=applied, open=held, answer=answer)
        self.added.append(found)
        return answer or (Answer(AnswerKind.REFUSE) if refused else None)

    def ask(self, field: Field, mark: Mark, settles: Container[AnswerKind]) -> Answer | None:
        """Adds a question; returns the answer where it is one that settles it."""
        found = self._finding(field, mark)
        answer = self._answers.to(found)
        settled = answer is not None and answer.kind in settles
        self.added.append(replace(found, applied=False, open=not settled, answer=answer))
        return answer if settled else None

    def reopen(self, index: int = -1) -> None:
        """The answer to a finding did not do: it waits again."""
        self.added[index] = replace(self.added[index], applied=False, open=True)

    def settle(self, finding: Finding, settles: Container[AnswerKind]) -> Answer | None:
        """What was decided on a question that the file itself raised; it is closed with that."""
        answer = self._answers.to(finding) or finding.answer
        if answer is None or answer.kind not in settles:
            return None
        self.close(finding, answer)
        return answer

    def close(self, finding: Finding, answer: Answer | None = None) -> None:
        """A question of the file is settled."""
        closed = replace(finding, open=False, answer=answer)
        kept = tuple(closed if f is finding else f for f in self.row.findings)
        self.row = replace(self.row, findings=kept)

    def close_all(self) -> None:
        """Every question is settled: it is known already who the row is."""
        for finding in self.row.findings:
            if finding.open:
                self.close(finding, finding.answer)
        self.added = [replace(f, open=False) if f.open else f for f in self.added]

    def whole(self) -> PersonRow:
        """The row with all its findings."""
        if not self.added:
            return self.row
        return replace(self.row, findings=(*self.row.findings, *self.added))

    def _finding(self, field: Field, mark: Mark) -> Finding:
        before, after = without_numbers(mark.before), mark.after and without_numbers(mark.after)
        return Finding(
            self.key.sheet, self.key.row, self._heading(field), mark.kind, mark.severity,
            before, after, field=field, file=self.key.file,
            candidates=tuple(map(_masked, mark.candidates)),
            applied=mark.severity is not Severity.QUESTION,
        )  # fmt: skip

    def _heading(self, field: Field) -> str:
        """The heading of the column a finding is about; a place may stand in the address."""
        places = self.match.places
        in_address = field not in places and field in _PLACES and Field.ADDRESS in places
        return self.match.heading(Field.ADDRESS if in_address else field)


def _masked(candidate: Candidate) -> Candidate:
    """Somebody's remark may hold a number."""
    shown = without_numbers(candidate.note)
    return candidate if shown == candidate.note else replace(candidate, note=shown)


_PLACES = (Field.HAMLET, Field.COMMUNE, Field.DISTRICT, Field.PROVINCE)
