"""What each row becomes: who it is, what it fills in, which hamlet and team it names."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...importing.fields import Field
from ...importing.findings import FindingKind, Mark, RowKey, Severity
from ...models.curriculum import EthnicGroup
from ...models.enums import ImportRowState
from ...models.names import nfc
from .at_hand import RowAtHand
from .communes import PlaceFound
from .draft import DraftRow, FieldChange
from .filling import Told, take_over
from .hamlets import HamletBook, HamletPlace, TeamBook, TeamPlace
from .known import KnownNumber, KnownPeople, KnownPerson
from .matching import RowFacts
from .recognising import Recogniser

_NOBODY = UUID(int=0)


class Decider:
    """Turns the rows of one go into drafts, one after the other."""

    def __init__(
        self,
        session: Session,
        known: KnownPeople,
        hamlets: HamletBook,
        teams: TeamBook | None,
        file_names: Mapping[str, str],
        copied: Collection[str] = (),
    ) -> None:
        """`teams` is None where nobody is enrolled: then teams are of no matter; `copied` are the
        program's ids that several rows bear."""
        self._known, self._hamlets, self._teams = known, hamlets, teams
        self._recogniser = Recogniser(known, file_names, copied)
        groups = session.execute(select(EthnicGroup.name, EthnicGroup.key)).all()
        self._ethnic_keys = {row[0]: row[1] for row in groups}
        self._ethnic_names = {row[1]: row[0] for row in groups}
        self._added: dict[RowKey, tuple[RowFacts, PlaceFound, HamletPlace | None]] = {}
        self._new: dict[RowKey, tuple[KnownPerson, tuple[KnownNumber, ...]]] = {}

    def decide(self, hand: RowAtHand, commune: PlaceFound, facts: RowFacts) -> DraftRow:
        """What a row becomes."""
        found = self._recogniser.recognise(hand, facts)
        if hand.is_held:
            return DraftRow(hand.whole(), ImportRowState.HELD, commune.unit_id, commune.title)
        if facts.number and not hand.row.identity_number:
            facts = replace(facts, row=hand.row, number=None)  # it was somebody else's
        who = found.who or hand.key
        self._recogniser.remember(hand, facts, who)
        changes: tuple[FieldChange, ...] = ()
        if who != hand.key and not found.by_file:
            changes = self._taken_over(hand, commune, facts, who, found.by_program_id)
        needed = who == hand.key or self._teams is not None or _moves(changes)
        place = self._hamlet(hand, commune.unit_id) if needed else None
        team = self._team(hand, commune.unit_id, place)
        if who == hand.key:
            self._added[hand.key] = (facts, commune, place)
        return DraftRow(
            hand.whole(),
            ImportRowState.ADDED if who == hand.key else ImportRowState.MATCHED,
            commune.unit_id,
            commune.title,
            place.title if place else "",
            place,
            team,
            who if isinstance(who, UUID) else None,
            who if isinstance(who, RowKey) and who != hand.key else None,
            changes,
            found.distinct_from,
        )

    def ethnic_key(self, name: str | None) -> str | None:
        """The key of an ethnic group by its name."""
        return self._ethnic_keys.get(name) if name else None

    def _hamlet(self, hand: RowAtHand, unit: UUID | None) -> HamletPlace | None:
        """The hamlet of a row. A new one is told once: a misspelt one would be new too."""
        text = hand.row.hamlet
        if not text:
            return None
        if self._hamlets.find(unit, text) is None:
            near = self._hamlets.near(unit, text)
            hand.tell(Field.HAMLET, Mark(FindingKind.NEW_HAMLET, Severity.NOTE, text, None, near))
        return self._hamlets.called(unit, text)

    def _team(
        self, hand: RowAtHand, unit: UUID | None, hamlet: HamletPlace | None
    ) -> TeamPlace | None:
        text = hand.row.team
        if self._teams is None or not text:
            return None
        if not self._teams.is_known(unit, hamlet, text):
            hand.tell(Field.TEAM, Mark(FindingKind.NEW_TEAM, Severity.NOTE, text))
        return self._teams.called(unit, hamlet, text)

    def _taken_over(
        self, hand: RowAtHand, commune: PlaceFound, facts: RowFacts, who: UUID | RowKey, wins: bool
    ) -> tuple[FieldChange, ...]:
        """What the row changes in who it is; the next row of the go sees them so."""
        person, numbers = self._stored(who)
        if person is None:
            return ()
        told = self._told(hand, commune, facts)
        changes = take_over(hand, told, person, numbers, wins)
        if changes:
            self._keep(who, _changed(person, told, changes), _numbered(numbers, facts, changes))
        return changes

    def _told(self, hand: RowAtHand, commune: PlaceFound, facts: RowFacts) -> Told:
        text = hand.row.hamlet
        known = self._hamlets.find(commune.unit_id, text) if text else None
        title = known.title if known else nfc(text or "")
        key = self.ethnic_key(hand.row.ethnic)
        return Told(facts, commune.title, title, key, self._ethnic_names)

    def _stored(self, who: UUID | RowKey) -> tuple[KnownPerson | None, tuple[KnownNumber, ...]]:
        if isinstance(who, UUID):
            return self._known.people.get(who), self._known.numbers.get(who, ())
        if who not in self._new:
            self._new[who] = self._as_known(who)
        return self._new[who]

    def _as_known(self, key: RowKey) -> tuple[KnownPerson, tuple[KnownNumber, ...]]:
        """Somebody an earlier row adds, as if stored already."""
        facts, commune, place = self._added[key]
        row = facts.row
        person = KnownPerson(
            _NOBODY, 0, nfc(row.name), facts.folded, row.gender, row.birth_date, facts.birth_year,
            self.ethnic_key(row.ethnic), row.phone, commune.unit_id, place.id if place else None,
            row.employer, row.note, place.title if place else "", facts.hamlet_folded or "",
            commune.title,
        )  # fmt: skip
        return person, (facts.number,) if facts.number else ()

    def _keep(
        self, who: UUID | RowKey, person: KnownPerson, numbers: tuple[KnownNumber, ...]
    ) -> None:
        if isinstance(who, UUID):
            self._known.people[who], self._known.numbers[who] = person, numbers
        else:
            self._new[who] = (person, numbers)


def _moves(changes: tuple[FieldChange, ...]) -> bool:
    return any(change.column == "hamlet_id" and change.after for change in changes)


def _changed(person: KnownPerson, told: Told, changes: tuple[FieldChange, ...]) -> KnownPerson:
    values: dict[str, Any] = {c.column: c.after for c in changes if c.column in KnownPerson._fields}
    if "hamlet_id" in values:
        # The id may not exist yet: the name is what the next row is compared with.
        values["hamlet_id"] = None
        values["hamlet"] = told.hamlet_text
        values["hamlet_folded"] = told.facts.hamlet_folded or ""
    if "unit_id" in values:
        values["commune"] = told.commune
    return person._replace(**values)


def _numbered(
    numbers: tuple[KnownNumber, ...], facts: RowFacts, changes: tuple[FieldChange, ...]
) -> tuple[KnownNumber, ...]:
    if facts.number is None or not any(c.column == "identity_number" for c in changes):
        return numbers
    kept = (number for number in numbers if number.kind != facts.number.kind)
    return (*kept, facts.number)
