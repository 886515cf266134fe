"""The commune of a row at hand: what it names, what its list names, what somebody decided."""

from ...importing.fields import Field
from ...importing.findings import Answer, AnswerKind, FindingKind, Mark, Severity
from ...importing.form_stamp import read_stamp
from ...importing.matches import HintSource
from ...importing.plan import ImportPlan
from ...models.errors import AppError
from .at_hand import RowAtHand
from .communes import CommuneFinder, PlaceFound

_SETTLING = (AnswerKind.VALUE, AnswerKind.LEAVE_OUT)
_FROM_SECTION = FindingKind.COMMUNE_FROM_SECTION
_NOWHERE = PlaceFound()


class CommunePlacer:
    """Says in which commune the rows of one go are."""

    def __init__(self, finder: CommuneFinder) -> None:
        self._finder = finder
        self._stamps: dict[str, PlaceFound] = {}

    def know(self, plan: ImportPlan, form: str = "") -> None:
        """Look whether a file is a registration form of ours: then its commune is known.

        `form` is the code of that commune where the file itself is not at hand.
        """
        stamp = read_stamp(plan.source)
        code = stamp.commune_code if stamp else form
        if code:
            self._stamps[plan.source.sha256] = self._finder.stamped(code)

    def place(self, hand: RowAtHand) -> PlaceFound:
        """The commune of a row; its finding is added."""
        if self._finder.fixed is not None:
            return self._finder.fixed
        found = self._of_row(hand) if hand.row.commune else self._of_list(hand)
        if found.mark is None:
            return found
        if found.mark.severity is Severity.QUESTION:
            return self._asked(hand, found.mark)
        return self._proposed(hand, found, found.mark)

    def _of_row(self, hand: RowAtHand) -> PlaceFound:
        """The commune a row names; a question where its section or letterhead names another."""
        row = hand.row
        found = self._finder.named(row.commune or "", row.district, row.province)
        if found.unit_id is None or any(f.kind is _FROM_SECTION for f in row.findings):
            return found
        if row.section_commune:
            text, above = row.section_commune, self._finder.named(row.section_commune)
        else:
            text, above = self._of_letterhead(hand)
        if above.unit_id in (None, found.unit_id):
            return found
        return self._finder.contradicting((row.commune or "", found), (text, above))

    def _of_letterhead(self, hand: RowAtHand) -> tuple[str, PlaceFound]:
        """The one commune that a letterhead surely names."""
        hints = hand.match.hints
        sure = tuple(h for h in hints if h.sure and h.source is HintSource.LETTERHEAD)
        above = self._finder.hinted(sure) if sure else _NOWHERE
        return above.mark.before if above.mark else "", above

    def _of_list(self, hand: RowAtHand) -> PlaceFound:
        stamped = self._stamps.get(hand.key.file, _NOWHERE)
        return stamped if stamped.unit_id else self._finder.hinted(hand.match.hints)

    def _asked(self, hand: RowAtHand, mark: Mark) -> PlaceFound:
        answer = hand.ask(Field.COMMUNE, mark, _SETTLING)
        return self._answered(hand, answer) if answer else _NOWHERE

    def _proposed(self, hand: RowAtHand, found: PlaceFound, mark: Mark) -> PlaceFound:
        """A commune that only a title names may be refused: then the row has none."""
        optional = mark.kind is FindingKind.COMMUNE_FROM_TITLE
        answer = hand.propose(Field.COMMUNE, mark, holds=not optional)
        if answer is None or answer.kind is AnswerKind.KEEP:
            return found
        return self._answered(hand, answer)

    def _answered(self, hand: RowAtHand, answer: Answer) -> PlaceFound:
        if answer.kind is not AnswerKind.VALUE:
            return _NOWHERE
        try:
            return self._finder.by_code(answer.value)
        except AppError:  # no commune has this code (any more): it is asked again
            hand.reopen()
            return _NOWHERE
