"""Who each row of a go is: somebody stored, the new person of an earlier row, or somebody new."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias
from uuid import UUID

from ...importing.fields import Field
from ...importing.findings import (
    Answer,
    AnswerKind,
    Candidate,
    Finding,
    FindingKind,
    Mark,
    RowKey,
    Severity,
)
from ...importing.repeats import repeated_row
from ...models.names import fold
from ..distinct import pair
from .at_hand import RowAtHand
from .known import HamletKey, KnownPeople, KnownPerson, NameKey
from .matching import (
    RowFacts,
    agrees_in_all,
    candidate,
    is_doubtful_bearer,
    is_doubtful_id,
    is_surely,
    may_be,
    may_be_namesake,
    namesakes,
    phone_sharers,
    says_nothing_new,
)

Who: TypeAlias = UUID | RowKey
"""Somebody stored, or the row of this go that adds them."""

_EITHER = (AnswerKind.SAME_PERSON, AnswerKind.TWO_PEOPLE)
_BEARER = (*_EITHER, AnswerKind.LEAVE_OUT)
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
    by_file: bool = False
    """Whether the very file came before: then it changes nobody."""


_NEW = Recognised()


class Recogniser:
    """Remembers the rows of the go that it has seen."""

    def __init__(
        self, known: KnownPeople, file_names: Mapping[str, str], copied: Collection[str] = ()
    ) -> None:
        """`copied` are the program's ids that several rows of the go bear."""
        self._known = known
        self._file_names = file_names
        self._copied = copied
        self._whos: dict[RowKey, Who] = {}
        self._taken: set[bytes] = set()
        self._named: defaultdict[NameKey | HamletKey, list[tuple[RowKey, RowFacts]]]
        self._named = defaultdict(list)

    def remember(self, hand: RowAtHand, facts: RowFacts, who: Who) -> None:
        """Say who a row was found to be; for somebody new `who` is the row itself."""
        self._whos[hand.key] = who
        if facts.number:
            self._taken.add(facts.number.hash)
        if who == hand.key:
            self._named[NameKey(facts.unit_id, facts.folded)].append((hand.key, facts))
            if facts.unit_id is not None and facts.home is not None:
                self._named[facts.home].append((hand.key, facts))

    def recognise(self, hand: RowAtHand, facts: RowFacts) -> Recognised:
        """Who a row is; findings and questions are added to it.

        Somebody new loses a number that is somebody else's: no two people get one.
        """
        found = self._recognised(hand, facts)
        is_new = found.who is None and not hand.is_held
        if is_new and facts.number and facts.number.hash in self._taken:
            hand.row = replace(hand.row, identity_number=None)
        return found

    def _recognised(self, hand: RowAtHand, facts: RowFacts) -> Recognised:
        repeat = next((f for f in hand.row.findings if f.kind is _K.DUPLICATE_IN_FILE), None)
        said = hand.settle(repeat, _ANY) if repeat else None
        earlier = self._earlier(repeat) if repeat else None
        if said and said.kind is AnswerKind.SAME_PERSON and earlier is not None:
            return Recognised(earlier)
        sure = self._surely(hand, facts)
        asked = repeat is not None and repeat.open and not said
        if sure.who is not None:
            if repeat is not None and asked and earlier is not None:
                hand.close(repeat)  # it is certain who each of the two rows is
            return sure
        if facts.number and not hand.row.identity_number:
            facts = replace(facts, row=hand.row, number=None)
            if repeat is not None and asked and _is_of_number(repeat):
                hand.close(repeat)  # what made them one is said to be wrong
        if hand.is_held:
            return _NEW
        if repeat is not None and repeat.severity is Severity.NOTE and earlier and not said:
            return Recognised(earlier)
        two = said is not None and said.kind in _TWO
        distinct = (*sure.distinct_from, earlier) if two and earlier else sure.distinct_from
        return self._likely(hand, facts, distinct)

    def _earlier(self, repeat: Finding) -> Who | None:
        """Who the earlier row of a repeat is; None while that one waits."""
        key = repeated_row(repeat)
        return self._whos.get(key) or self._known.before.get(key) if key else None

    def _surely(self, hand: RowAtHand, facts: RowFacts) -> Recognised:
        """By the file itself when it came before, by the program's id, by the identity number.

        Nobody, where that names nobody, is asked, or is said to be wrong.
        """
        before = self._known.before.get(hand.key)
        if before is not None:
            return Recognised(before, by_file=True)
        distinct: tuple[UUID, ...] = ()
        by_id = self._by_program_id(hand)
        if by_id is not None and self._is_typed_over(hand, facts, by_id):
            answer = self._conflict(hand, Field.PROGRAM_ID, (by_id,), _EITHER)
            if answer is None:
                return _NEW
            if answer.kind is AnswerKind.TWO_PEOPLE:
                distinct, by_id = (by_id,), None
        bearers = self._known.by_hash.get(facts.number.hash, ()) if facts.number else ()
        if bearers:
            if self._is_doubtful(facts, by_id, bearers):
                return self._borne(hand, by_id, bearers, distinct)
            self._tell_corrected(hand)
        if by_id is not None:
            return Recognised(by_id, by_program_id=True)
        if bearers:
            return Recognised(bearers[0])
        self._tell_corrected(hand)
        return Recognised(None, False, distinct)

    def _is_doubtful(self, facts: RowFacts, by_id: UUID | None, bearers: tuple[UUID, ...]) -> bool:
        """Whether the number is of somebody else than the program's id says, of several, or seems
        to be somebody else's: a number mistyped is somebody's too."""
        if by_id is not None:
            return by_id not in bearers
        if len(bearers) > 1:
            return True
        person = self._known.people.get(bearers[0])
        return person is not None and is_doubtful_bearer(facts, person)

    def _is_typed_over(self, hand: RowAtHand, facts: RowFacts, by_id: UUID) -> bool:
        """Whether a row of our own file, copied perhaps, was typed over with somebody else."""
        person = self._known.people.get(by_id)
        if person is None:
            return False
        same_file = (key for key, who in self._known.before.items() if who == by_id)
        copied = hand.row.program_id in self._copied or any(
            key[0] == hand.key.file and key != hand.key for key in same_file
        )
        return is_doubtful_id(facts, person, self._known.numbers.get(by_id, ()), copied)

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

    def _borne(
        self,
        hand: RowAtHand,
        by_id: UUID | None,
        bearers: tuple[UUID, ...],
        distinct: tuple[UUID, ...],
    ) -> Recognised:
        """Asks who is meant. A number that is not the one's who is meant is left out."""
        people = (by_id, *bearers) if by_id else bearers
        answer = self._conflict(hand, Field.IDENTITY_NUMBER, people, _BEARER)
        if answer is None:
            return _NEW
        chosen = self._person(answer.value) if answer.kind is AnswerKind.SAME_PERSON else None
        if answer.kind is AnswerKind.SAME_PERSON and chosen is None:
            hand.reopen()
            return _NEW
        if chosen not in bearers:
            hand.row = replace(hand.row, identity_number=None)
        if answer.kind is AnswerKind.LEAVE_OUT and by_id is not None:
            return Recognised(by_id, by_program_id=True)
        two = answer.kind is AnswerKind.TWO_PEOPLE
        return Recognised(chosen, False, (*distinct, *people) if two else distinct)

    def _conflict(
        self,
        hand: RowAtHand,
        field: Field,
        people: tuple[UUID, ...],
        settles: tuple[AnswerKind, ...],
    ) -> Answer | None:
        told = [self._known.people[p] for p in dict.fromkeys(people) if p in self._known.people]
        mark = Mark(
            FindingKind.IDENTITY_CONFLICT, Severity.QUESTION, hand.row.name, told[-1].name,
            tuple(map(candidate, told)),
        )  # fmt: skip
        return hand.ask(field, mark, settles)

    def _tell_corrected(self, hand: RowAtHand) -> None:
        """A number that was typed in place of somebody else's, and is nobody else's, is told."""
        answer = hand.answer_to(Field.IDENTITY_NUMBER, FindingKind.IDENTITY_CONFLICT)
        if answer is not None and answer.kind is AnswerKind.VALUE:
            kind = FindingKind.IDENTITY_CONFLICT
            hand.tell(Field.IDENTITY_NUMBER, Mark(kind, Severity.NOTE, hand.row.name))

    def _likely(self, hand: RowAtHand, facts: RowFacts, distinct: tuple[Who, ...]) -> Recognised:
        """Somebody this go adds, or somebody stored, that the row may be."""
        found = self._in_this_go(hand, facts, distinct)
        if found.who is not None or hand.is_held:
            return found
        distinct += found.distinct_from
        people = self._people_like(facts, distinct)
        numbers = self._known.numbers
        sure = [p.id for p in people if is_surely(facts, p, numbers.get(p.id, ()))]
        if len(sure) == 1:
            return Recognised(sure[0], False, distinct)
        people = self._not_told_apart(facts, people)
        if not people:
            return Recognised(None, False, distinct)
        return self._asked(hand, facts, people, distinct)

    def _not_told_apart(self, facts: RowFacts, people: list[KnownPerson]) -> list[KnownPerson]:
        """Only the one about whom the row says nothing new, where somebody told all the others
        apart from them."""
        same = [p for p in people if says_nothing_new(facts, p)]
        others = [pair(p.id, same[0].id) for p in people if same and p.id != same[0].id]
        apart = len(same) == 1 and all(both in self._known.distinct for both in others)
        return same if apart else people

    def _people_like(self, facts: RowFacts, distinct: tuple[Who, ...]) -> list[KnownPerson]:
        found = [*namesakes(facts, self._known), *phone_sharers(facts, self._known)]
        alike = {person.id: person for person in found if person.id not in distinct}
        numbers = self._known.numbers
        return [p for p in alike.values() if may_be(facts, numbers.get(p.id, ()))]

    def _asked(
        self,
        hand: RowAtHand,
        facts: RowFacts,
        people: list[KnownPerson],
        distinct: tuple[Who, ...],
    ) -> Recognised:
        numbers = self._known.numbers
        agreeing = {p.id for p in people if agrees_in_all(facts, p, numbers.get(p.id, ()))}
        mark = Mark(
            FindingKind.POSSIBLE_DUPLICATE, Severity.QUESTION, hand.row.name, people[0].name,
            tuple(candidate(person, person.id in agreeing) for person in people),
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
        for key, other in self._of_name(facts):
            if key not in distinct and _may_be_one(hand.key, facts, key, other):
                return self._repeated(hand, (key, other))
        return _NEW

    def _of_name(self, facts: RowFacts) -> Iterator[tuple[RowKey, RowFacts]]:
        """New people of the name, in the commune or where one side tells none."""
        yield from self._named.get(NameKey(facts.unit_id, facts.folded), ())
        if facts.unit_id is not None:
            yield from self._named.get(NameKey(None, facts.folded), ())
        elif facts.home is not None:
            yield from self._named.get(facts.home, ())

    def _repeated(self, hand: RowAtHand, earlier: tuple[RowKey, RowFacts]) -> Recognised:
        key, facts = earlier
        told = Candidate(f"{key.file}!{key.row}!{key.sheet}", facts.row.name)
        where = self._shown(key, hand.key)
        mark = Mark(_K.DUPLICATE_IN_FILE, Severity.QUESTION, hand.row.name, where, (told,))
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
    return may_be_namesake(facts, other) and may_be(facts, (other.number,) if other.number else ())


def _is_of_number(repeat: Finding) -> bool:
    """Whether two rows of a list are asked about for their number: their names are others."""
    return any(fold(one.title) != fold(repeat.before) for one in repeat.candidates)


def uuid_of(text: str) -> UUID | None:
    """The id a text is, None for any other text."""
    try:
        return UUID(text.strip())
    except ValueError:
        return None
