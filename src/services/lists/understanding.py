"""Lists understood against the data file: where each row belongs and who it is. Only reads."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...importing.fields import Field
from ...importing.findings import (
    AnswerKind,
    Answers,
    FindingKey,
    FindingKind,
    Mark,
    RowKey,
    Severity,
)
from ...importing.identity import clean_identity
from ...importing.plan import ImportPlan
from ...importing.repeats import mark_repeats, shown_names
from ...models.enums import CourseStatus, ImportRowState
from ...models.errors import AppError, ErrorCode
from ...models.imports import ImportBatch
from ..courses import CourseRecord, find_course
from ..identity import number_hasher
from .at_hand import RowAtHand
from .choices import ListChoices, Progress
from .communes import CommuneFinder, PlaceFound
from .deciding import Decider
from .draft import DraftRow, FileDraft, ListDraft
from .earlier import SettledRow, settled_before
from .hamlets import HamletBook, TeamBook
from .known import NameKey, Wanted, known_people
from .matching import RowFacts, facts_of
from .placing import CommunePlacer
from .recognising import uuid_of

_STEP = 250
"""After how many rows progress is told."""


_NO_FORMS: Mapping[str, str] = {}


@dataclass(frozen=True)
class Purpose:
    """What the lists of one go are for: course and the day whose places count."""

    course: CourseRecord | None
    day: date


def purpose_of(session: Session, choices: ListChoices, today: date) -> Purpose:
    """The course that was chosen. Raises UNKNOWN_COURSE, COURSE_CLOSED."""
    course = find_course(session, choices.course_code) if choices.course_code else None
    if course is not None and course.status == CourseStatus.CLOSED:
        raise AppError(ErrorCode.COURSE_CLOSED, course=course.code)
    return Purpose(course, (course.first_day if course else None) or today)


def understand_plans(
    session: Session,
    plans: Sequence[ImportPlan],
    choices: ListChoices,
    purpose: Purpose,
    progress: Progress,
    forms: Mapping[str, str] = _NO_FORMS,
) -> ListDraft:
    """What bringing these files in would do. Raises UNKNOWN_COMMUNE.

    `forms` are the codes of communes whose registration forms files (by their hash) are known to
    be that are not at hand themselves.
    """
    placer = CommunePlacer(CommuneFinder(session, purpose.day, choices.commune_code))
    if len(plans) > 1:
        plans = mark_repeats(plans)
    for plan in plans:
        placer.know(plan, forms.get(plan.source.sha256, ""))
    drafts = _Go(session, plans, choices.answers, progress).drafts(purpose, placer)
    files = tuple(
        FileDraft(plan, tuple(drafts[plan.source.sha256]), seen_before(session, plan))
        for plan in plans
    )
    return ListDraft(files, choices.course_code)


def seen_before(session: Session, plan: ImportPlan) -> datetime | None:
    """When this very file was brought in before."""
    return session.scalar(
        select(ImportBatch.happened)
        .where(ImportBatch.sha256 == plan.source.sha256, ImportBatch.undone_at.is_(None))
        .order_by(ImportBatch.happened.desc())
        .limit(1)
    )


@dataclass(frozen=True)
class _Placed:
    """A row at hand, the commune it is in (None for a row left out), what it is compared by."""

    hand: RowAtHand
    commune: PlaceFound | None
    facts: RowFacts


class _Go:
    """The files of one go on their way to drafts."""

    def __init__(
        self, session: Session, plans: Sequence[ImportPlan], answers: Answers, progress: Progress
    ) -> None:
        self._session, self._plans, self._answers = session, plans, answers
        self._progress = progress
        self._total = sum(len(plan.rows) for plan in plans)
        self._answered = {RowKey(key.file, key.sheet, key.row) for key in answers.given}

    def drafts(self, purpose: Purpose, placer: CommunePlacer) -> dict[str, list[DraftRow]]:
        """The rows of each file, by its hash."""
        located = self._located(placer)
        units = {commune.unit_id for _, commune in located if commune}
        hamlets = HamletBook(self._session, units, purpose.day)
        teams = TeamBook(self._session, units) if purpose.course else None
        placed = self._compared(located, hamlets)
        known = known_people(self._session, self._wanted(placed))
        names = shown_names(self._plans)
        decider = Decider(self._session, known, hamlets, teams, names, _copied(placed))
        drafts: dict[str, list[DraftRow]] = {sha256: [] for sha256 in names}
        for done, row in enumerate(placed):
            self._tell(done)
            drafts[row.hand.key.file].append(_decided(decider, row))
        self._progress(self._total, self._total)
        return drafts

    def _located(self, placer: CommunePlacer) -> list[tuple[RowAtHand, PlaceFound | None]]:
        """Every row with its commune; None for one that is left out."""
        located: list[tuple[RowAtHand, PlaceFound | None]] = []
        before = settled_before(self._session, {plan.source.sha256 for plan in self._plans})
        for plan in self._plans:
            for hand in self._at_hand(plan):
                left_out = hand.key in self._answers.skipped
                place = None if left_out else placer.place(hand)
                if place is not None and hand.key in before and hand.key not in self._answered:
                    place = _as_before(hand, place, before[hand.key])
                located.append((hand, place))
                if len(located) % _STEP == 0:
                    self._progress(0, self._total)
        return located

    def _at_hand(self, plan: ImportPlan) -> Iterator[RowAtHand]:
        tables = {table.sheet: table for table in plan.tables}
        sha256 = plan.source.sha256
        for row in plan.rows:
            key = RowKey(sha256, row.sheet, row.row)
            yield RowAtHand(row, key, tables[row.sheet], self._answers)

    def _compared(
        self, located: list[tuple[RowAtHand, PlaceFound | None]], hamlets: HamletBook
    ) -> list[_Placed]:
        hashed = number_hasher(self._session)
        placed = []
        for hand, commune in located:
            self._take_other_hamlet(hand)
            _take_other_number(hand)
            unit = commune.unit_id if commune else None
            _follow_hamlet(hand, hamlets, unit)
            row = hand.row
            number = hashed(row.identity_number) if row.identity_number else None
            hamlet = hamlets.folded_name(row.hamlet) if row.hamlet else None
            placed.append(_Placed(hand, commune, facts_of(row, unit, number, hamlet)))
        return placed

    def _take_other_hamlet(self, hand: RowAtHand) -> None:
        """What somebody answered to a new hamlet: it is a known one, misspelt, or none."""
        written = hand.row.hamlet
        if not self._answers.given or not written:
            return
        answer = self._answers.given.get(
            FindingKey(*hand.key, Field.HAMLET, FindingKind.NEW_HAMLET)
        )
        if answer is not None and answer.kind in (AnswerKind.VALUE, AnswerKind.LEAVE_OUT):
            text = answer.value if answer.kind is AnswerKind.VALUE else None
            mark = Mark(FindingKind.NEW_HAMLET, Severity.NOTE, written, text)
            hand.tell(Field.HAMLET, mark)
            hand.row = replace(hand.row, hamlet=text or None)

    def _wanted(self, placed: Sequence[_Placed]) -> Wanted:
        rows = [row.facts for row in placed if row.commune is not None]
        ids = [facts.row.program_id for facts in rows if facts.row.program_id]
        said = self._answers.given.values()
        ids += [answer.value for answer in said if answer.kind is AnswerKind.SAME_PERSON]
        return Wanted(
            hashes={facts.number.hash for facts in rows if facts.number},
            ids={identifier for text in ids if (identifier := uuid_of(text))},
            names={NameKey(facts.unit_id, facts.folded) for facts in rows if facts.folded},
            hamlets={facts.home for facts in rows if facts.unit_id is None and facts.home},
            phones={facts.row.phone for facts in rows if facts.row.phone},
            files={plan.source.sha256 for plan in self._plans},
        )

    def _tell(self, done: int) -> None:
        if done % _STEP == 0:
            self._progress(done, self._total)


def _follow_hamlet(hand: RowAtHand, hamlets: HamletBook, unit: UUID | None) -> None:
    """A hamlet that was merged or renamed since is what it became; it may be refused."""
    written = hand.row.hamlet
    after = hamlets.successor(unit, written) if written else None
    if written is None or after is None:
        return
    mark = Mark(FindingKind.FORMER_HAMLET, Severity.REPAIR, written, after.title)
    answer = hand.propose(Field.HAMLET, mark)
    if answer is None or answer.kind is AnswerKind.KEEP:
        hand.row = replace(hand.row, hamlet=after.title)


def _take_other_number(hand: RowAtHand) -> None:
    """What somebody typed in place of a number that is somebody else's; it may be no number."""
    answer = hand.answer_to(Field.IDENTITY_NUMBER, FindingKind.IDENTITY_CONFLICT)
    if answer is None or answer.kind is not AnswerKind.VALUE:
        return
    typed = clean_identity(answer.value)
    asked = any(mark.severity is Severity.QUESTION for mark in typed.marks)
    if typed.value and not asked:
        hand.row = replace(hand.row, identity_number=typed.value)


def _copied(placed: Sequence[_Placed]) -> set[str]:
    """The program's ids that several rows bear: a row was copied and typed over."""
    ids = Counter(row.facts.row.program_id for row in placed)
    return {text for text, count in ids.items() if text and count > 1}


def _as_before(hand: RowAtHand, place: PlaceFound, settled: SettledRow) -> PlaceFound:
    """A row whose person is known since the very file came before: nothing is asked again."""
    if not hand.is_held:
        return place
    hand.close_all()
    return place if place.unit_id else PlaceFound(settled.unit_id, settled.commune)


def _decided(decider: Decider, row: _Placed) -> DraftRow:
    if row.commune is None:
        return DraftRow(row.hand.row, ImportRowState.DISCARDED)
    return decider.decide(row.hand, row.commune, row.facts)
