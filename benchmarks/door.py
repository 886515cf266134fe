"""A morning at the door, played again: who comes, when, and what the scanner reads."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from taphuan.db.database import Database
from taphuan.models.clock import from_local
from taphuan.models.context import Context
from taphuan.models.enums import Verdict
from taphuan.scanning.codes import is_valid, new_code
from taphuan.services.check_in import Answer, check_in
from taphuan.services.courses import SessionRecord
from taphuan.services.enrolments import EnrolmentRecord

_NOT_A_CARD = "https://zalo.me/g/hoclopso"


class StageClock:
    """The clock of the play: it shows what it was set to."""

    def __init__(self, civil: datetime) -> None:
        self.set(civil)

    def set(self, civil: datetime) -> None:
        """Set it to a Vietnamese civil time."""
        self._moment = from_local(civil)

    def __call__(self) -> datetime:
        return self._moment


@dataclass(frozen=True)
class Scan:
    """What the scanner reads at a moment, and the verdict it must get."""

    at: datetime
    payload: str
    verdict: Verdict


def arrivals(
    chance: random.Random,
    session: SessionRecord,
    people: Iterable[EnrolmentRecord],
    late_share: float,
) -> list[Scan]:
    """Their first scans: from 40 minutes before the start, a share of them late."""
    limit = session.late_after
    scans = []
    for person in people:
        late = chance.random() < late_share
        minutes = chance.uniform(limit + 1, limit + 40) if late else chance.triangular(-40, 10, -8)
        at = session.starts + timedelta(seconds=int(minutes * 60))
        assert person.code is not None
        scans.append(Scan(at, person.code, Verdict.LATE if late else Verdict.PRESENT))
    return sorted(scans, key=lambda scan: scan.at)


def with_trouble(
    chance: random.Random, scans: Sequence[Scan], strangers: Sequence[str] = ()
) -> list[Scan]:
    """The same morning with cards held twice, cards of others, a mistyped code, a wrong QR.

    `strangers` are codes of people who are known but not in the course.
    """
    extra = [
        *(_again(chance, scan) for scan in chance.sample(scans, min(6, len(scans)))),
        *(_foreign(chance, scan) for scan in chance.sample(scans, min(2, len(scans)))),
        _mistyped(chance, chance.choice(scans)),
        _at_the_time_of(chance.choice(scans), _NOT_A_CARD, Verdict.MALFORMED),
    ]
    for code in strangers:
        extra.append(_at_the_time_of(chance.choice(scans), code, Verdict.NOT_ENROLLED))
    return sorted([*scans, *extra], key=lambda scan: scan.at)


def _again(chance: random.Random, scan: Scan) -> Scan:
    later = scan.at + timedelta(seconds=chance.randint(2, 400))
    return Scan(later, scan.payload, Verdict.ALREADY_IN)


def _foreign(chance: random.Random, scan: Scan) -> Scan:
    """A card of somebody else's data file: rightly made, unknown here."""
    return _at_the_time_of(scan, new_code(chance.randbytes), Verdict.UNKNOWN_CODE)


def _mistyped(chance: random.Random, scan: Scan) -> Scan:
    """A code typed by hand with one wrong digit: the check digits tell."""
    place = chance.randrange(len(scan.payload))
    wrong = str((int(scan.payload[place]) + 1) % 10)
    payload = scan.payload[:place] + wrong + scan.payload[place + 1 :]
    assert not is_valid(payload)
    return _at_the_time_of(scan, payload, Verdict.MALFORMED)


def _at_the_time_of(scan: Scan, payload: str, verdict: Verdict) -> Scan:
    return Scan(scan.at + timedelta(seconds=1), payload, verdict)


def replay(
    db: Database, by: Context, clock: StageClock, session: SessionRecord, scans: Iterable[Scan]
) -> Iterator[tuple[Scan, Answer]]:
    """Deliver the scans one by one, each in its own transaction as at a real door."""
    for scan in scans:
        clock.set(scan.at)
        nonce = by.new_id()
        yield scan, _deliver(db, by, session.id, scan, nonce)


def _deliver(db: Database, by: Context, session: UUID, scan: Scan, nonce: UUID) -> Answer:
    return db.write(lambda s: check_in(s, by, session, scan.payload, nonce, at=scan.at))


def verdict_line(answers: Iterable[Answer]) -> str:
    """How many of each verdict, in words: "140 present, 9 late, 6 already_in"."""
    counts = Counter(answer.verdict for answer in answers)
    return ", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict])
