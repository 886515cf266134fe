"""Who each row of a go is: somebody stored, the new person of an earlier row, or somebody new."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias
from uuid import UUID

from ...importing.fields import Field
from ...importing.findings import (
    AnswerKind,
    Candidate,
    Finding,
    FindingKind,
    Mark,
    RowKey,
    Severity,
)
from ...importing.repeats import repeated_row
from ...models.names import nfc, similar
from ..distinct import pair
from .at_hand import RowAtHand
from .known import KnownPeople, KnownPerson, NameKey
from .matching import (
    RowFacts,
    candidate,
    is_surely,
    may_be,
    namesakes,
    phone_sharers,
    says_nothing_new,
)

Who: TypeAlias = UUID | RowKey
"""Somebody stored, or the row of this go that adds them."""

_SAME = (AnswerKind.SAME_PERSON, AnswerKind.LEAVE_OUT)
_EITHER = (AnswerKind.SAME_PERSON, AnswerKind.TWO_PEOPLE)
_TWO = (AnswerKind.TWO_PEOPLE, AnswerKind.KEEP)
_ANY = (*_EITHER, AnswerKind.KEEP)
_K = FindingKind


@dataclass(frozen=True)
class Recognised:
    """Who a row is; `who` is None for somebody new (or while a question is open)."""

    who: Who | None = None
    by_program_id: bool = False
    distinct_from: tuple[Who, ...] = ()
    """Those it was said not to be."""


_NEW = Recognised()


class Recogniser:
    """Remembers the rows of the go that it has seen."""

    def __init__(self, known: KnownPeople, file_names: Mapping[str, str]) -> None:
        self._known = known
        self._file_names = file_names
        self._whos: dict[RowKey, Who] = {}
        self._named: defaultdict[tuple[NameKey, int | None], list[tuple[RowKey, RowFacts]]]
        self._named = defaultdict(list)

    def remember(self, hand: RowAtHand, facts: RowFacts, who: Who) -> None:
        """Say who a row was found to be; for somebody new `who` is the row itself."""
        self._whos[hand.key] = who
        if who == hand.key:
            key = NameKey(facts.unit_id, facts.folded)
            self._named[key, facts.birth_year].append((hand.key, facts))

    def recognise(self, hand: RowAtHand, facts: RowFacts) -> Recognised:
        """Who a row is; findings and questions are added to it."""
        repeat = next((f for f in hand.row.findings if f.kind is _K.DUPLICATE_IN_FILE), None)
        said = hand.settle(repeat, _ANY) if repeat else None
        earlier = self._earlier(repeat) if repeat else None
        if said and said.kind is AnswerKind.SAME_PERSON and earlier is not None:
            return Recognised(earlier)
        sure = self._surely(hand, facts)
        if sure is not None:
            if repeat is not None and repeat.open and not said and earlier is not None:
                hand.close(repeat)  # it is certain who each of the two rows is
            return sure
        if hand.is_held:
            return _NEW
        if repeat is not None and repeat.severity is Severity.NOTE and earlier and not said:
            return Recognised(earlier)
        two = said is not None and said.kind in _TWO
        return self._likely(hand, facts, (earlier,) if two and earlier else ())

    def _earlier(self, repeat: Finding) -> Who | None:
        """Who the earlier row of a repeat is; None while that one waits."""
        key = repeated_row(repeat)
        return self._whos.get(key) or self._known.before.get(key) if key else None

    def _surely(self, hand: RowAtHand, facts: RowFacts) -> Recognised | None:
        """By the file itself when it came before, by the program's id, by the identity number."""
        before = self._known.before.get(hand.key)
        by_id = self._by_program_id(hand)
        bearers = self._known.by_hash.get(facts.number.hash, ()) if facts.number else ()
        if bearers and not before and self._is_doubtful(facts, by_id, bearers):
            conflict = self._in_conflict(hand, (by_id, *bearers) if by_id else bearers)
            if conflict is not None:
                return conflict
            bearers = ()  # the number is left out
        if by_id is not None:
            return Recognised(by_id, by_program_id=True)
        if bearers or before:
            return Recognised(bearers[0] if bearers else before)
        return None

    def _is_doubtful(self, facts: RowFacts, by_id: UUID | None, bearers: tuple[UUID, ...]) -> bool:
        """Whether the number is of somebody else than the program's id says, or of several, or of
        somebody of another name and another year of birth: a number mistyped is somebody's too."""
        if by_id is not None:
            return by_id not in bearers
        if len(bearers) > 1:
            return True
        person = self._known.people.get(bearers[0])
        if person is None or facts.birth_year in (None, person.birth_year):
            return False
        return person.birth_year is not None and not similar(facts.row.name, person.name)

    def _by_program_id(self, hand: RowAtHand) -> UUID | None:
        text = hand.row.program_id
        if not text:
            return None
        identifier = uuid_of(text)
        person = self._known.by_id.get(identifier) if identifier else None
        if person is None:
            mark = Mark(FindingKind.UNKNOWN_PROGRAM_ID, Severity.NOTE, text)
            hand.tell(Field.PROGRAM_ID, mark)
        return person

    def _in_conflict(self, hand: RowAtHand, people: tuple[UUID, ...]) -> Recognised | None:
        """Asks who is meant; None where the number is to be left out."""
        told = [self._known.people[p] for p in dict.fromkeys(people) if p in self._known.people]
        names = [person.name for person in told]
        mark = Mark(
            FindingKind.IDENTITY_CONFLICT, Severity.QUESTION, hand.row.name, names[-1],
            tuple(map(candidate, told)),
        )  # fmt: skip
        answer = hand.ask(Field.IDENTITY_NUMBER, mark, _SAME)
        if answer is None:
            return _NEW
        if answer.kind is AnswerKind.LEAVE_OUT:
            hand.row = replace(hand.row, identity_number=None)
            return None
        chosen = self._person(answer.value)
        if chosen is None:
            hand.reopen()
        return Recognised(chosen)

    def _likely(self, hand: RowAtHand, facts: RowFacts, distinct: tuple[Who, ...]) -> Recognised:
        """Somebody this go adds, or somebody stored, that the row may be."""
        found = self._in_this_go(hand, facts, distinct)
        if found.who is not None or hand.is_held:
            return found
        distinct += found.distinct_from
        people = self._people_like(facts, distinct)
        sure = self._sure_among(facts, people)
        if sure is not None:
            return Recognised(sure, False, distinct)
        return self._asked(hand, people, distinct) if people else Recognised(None, False, distinct)

    def _sure_among(self, facts: RowFacts, people: list[KnownPerson]) -> UUID | None:
        """Who of those that look alike the row surely is; also the one about whom it says nothing
        new, where somebody told all the others apart from them."""
        numbers = self._known.numbers
        sure = [p.id for p in people if is_surely(facts, p, numbers.get(p.id, ()))]
        if not sure and len(people) > 1:
            sure = [p.id for p in people if says_nothing_new(facts, p)]
            others = (pair(p.id, sure[0]) for p in people if sure and p.id != sure[0])
            if not all(both in self._known.distinct for both in others):
                return None
        return sure[0] if len(sure) == 1 else None

    def _people_like(self, facts: RowFacts, distinct: tuple[Who, ...]) -> list[KnownPerson]:
        found = [*namesakes(facts, self._known), *phone_sharers(facts, self._known)]
        alike = {person.id: person for person in found if person.id not in distinct}
        numbers = self._known.numbers
        return [p for p in alike.values() if may_be(facts, numbers.get(p.id, ()))]

    def _asked(
        self, hand: RowAtHand, people: list[KnownPerson], distinct: tuple[Who, ...]
    ) -> Recognised:
        mark = Mark(
            FindingKind.POSSIBLE_DUPLICATE, Severity.QUESTION, hand.row.name, people[0].name,
            tuple(map(candidate, people)),
        )  # fmt: skip
        answer = hand.ask(Field.NAME, mark, _EITHER)
        if answer is None:
            return _NEW
        if answer.kind is AnswerKind.TWO_PEOPLE:
            return Recognised(None, False, (*distinct, *(person.id for person in people)))
        only = people[0].id if len(people) == 1 and not answer.value else None
        chosen = self._person(answer.value) or only
        if chosen is None:
            hand.reopen()
        return Recognised(chosen, False, distinct)

    def _person(self, text: str) -> UUID | None:
        identifier = uuid_of(text)
        return self._known.by_id.get(identifier) if identifier else None

    def _in_this_go(
        self, hand: RowAtHand, facts: RowFacts, distinct: tuple[Who, ...]
    ) -> Recognised:
        """Somebody an earlier row adds: what `mark_repeats` saw by the words of a file, seen by
        places that are known to be one. Of the same file only with the same day of birth."""
        if not facts.folded:
            return _NEW
        alike = self._named.get((NameKey(facts.unit_id, facts.folded), facts.birth_year), ())
        for key, other in alike:
            if key not in distinct and _may_be_one(hand.key, facts, key, other):
                return self._repeated(hand, (key, other), _are_surely_one(facts, other))
        return _NEW

    def _repeated(
        self, hand: RowAtHand, earlier: tuple[RowKey, RowFacts], sure: bool
    ) -> Recognised:
        key, facts = earlier
        told = Candidate(f"{key.file}!{key.row}!{key.sheet}", facts.row.name)
        severity = Severity.NOTE if sure else Severity.QUESTION
        where = self._shown(key, hand.key)
        mark = Mark(_K.DUPLICATE_IN_FILE, severity, hand.row.name, where, (told,))
        if sure:
            hand.tell(Field.NAME, mark)
            return Recognised(key)
        answer = hand.ask(Field.NAME, mark, _ANY)
        if answer is None:
            return _NEW
        same = answer.kind is AnswerKind.SAME_PERSON
        return Recognised(key) if same else Recognised(None, False, (key,))

    def _shown(self, key: RowKey, seen_from: RowKey) -> str:
        """As `mark_repeats` tells it: "12", "DS!12", "xã A.xlsx!DS!12"."""
        if key.file != seen_from.file:
            return f"{self._file_names[key.file]}!{key.sheet}!{key.row}"
        return str(key.row) if key.sheet == seen_from.sheet else f"{key.sheet}!{key.row}"


def _may_be_one(key: RowKey, facts: RowFacts, other_key: RowKey, other: RowFacts) -> bool:
    born, other_born = facts.row.birth_date, other.row.birth_date
    if born is not None and other_born is not None and born != other_born:
        return False
    if key.file == other_key.file and (born is None or born != other_born):
        return False
    return may_be(facts, (other.number,) if other.number else ())


def _are_surely_one(one: RowFacts, other: RowFacts) -> bool:
    """The rule of `is_surely`, between two rows."""
    row, earlier = one.row, other.row
    told = ((row.gender, earlier.gender), (row.phone, earlier.phone))
    return (
        one.unit_id is not None
        and row.birth_date is not None
        and row.birth_date == earlier.birth_date
        and nfc(row.name) == nfc(earlier.name)
        and (one.hamlet_folded or "") == (other.hamlet_folded or "")
        and all(None in pair or pair[0] == pair[1] for pair in told)
    )


def uuid_of(text: str) -> UUID | None:
    """The id a text is, None for any other text."""
    try:
        return UUID(text.strip())
    except ValueError:
        return None
