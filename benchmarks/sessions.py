"""Sessions of the demo's courses: the door, what is put right afterwards, who was not there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.orm import Session
from taphuan.models.enums import AttendanceStatus, Verdict
from taphuan.services.attendance import set_status, undo
from taphuan.services.check_in import Answer
from taphuan.services.courses import CourseRecord, SessionRecord
from taphuan.services.enrolments import EnrolmentRecord, course_people

from .door import Scan, arrivals, replay, verdict_line, with_trouble
from .stage import DemoError, Stage

_EXCUSES = ("Đi họp thôn", "Con ốm", "Trực cơ quan", "Đi khám bệnh", "Nhà có việc hiếu")
_LATE_SHARE = 0.06


@dataclass
class Expected:
    """What was played for a course, to hold the program's figures against."""

    present: dict[tuple[UUID, UUID], AttendanceStatus] = field(default_factory=dict)
    """Person and session to present or late."""
    completed: int = 0

    @property
    def attended(self) -> int:
        """People who were there at least once."""
        return len({person for person, _ in self.present})


def willingness(stage: Stage, course: CourseRecord) -> dict[UUID, float]:
    """How likely each person comes to a session: most always, some now and then, two never."""
    people = stage.db.read(lambda s: course_people(s, course.id))
    kinds = [0.985] * 84 + [0.8] * 12 + [0.4] * 4
    comes = {person.person_id: stage.chance.choice(kinds) for person in people}
    for person in stage.chance.sample(people, 2):
        comes[person.person_id] = 0.0
    return comes


def play_session(
    stage: Stage,
    course: CourseRecord,
    session: SessionRecord,
    comes: dict[UUID, float],
    expected: Expected,
) -> None:
    """A whole session: scans with their trouble, corrections, absences."""
    people = stage.db.read(lambda s: course_people(s, course.id))
    there = [p for p in people if stage.chance.random() < comes[p.person_id]]
    scans = with_trouble(stage.chance, arrivals(stage.chance, session, there, _LATE_SHARE))
    answers = at_the_door(stage, course, session, scans, expected)
    stage.clock.set(session.ends)
    _put_right(stage, session, answers, expected)
    missing = [p for p in people if (p.person_id, session.id) not in expected.present]
    _note_absences(stage, session, missing)


def at_the_door(
    stage: Stage,
    course: CourseRecord,
    session: SessionRecord,
    scans: Sequence[Scan],
    expected: Expected,
) -> list[Answer]:
    """Play the scans; raises DemoError when one is answered otherwise than it must be."""
    answers = []
    for scan, answer in replay(stage.db, stage.by, stage.clock, session, scans):
        if answer.verdict != scan.verdict:
            raise DemoError(f"a scan was answered {answer.verdict} instead of {scan.verdict}")
        if answer.verdict in (Verdict.PRESENT, Verdict.LATE) and answer.person_id:
            status = AttendanceStatus(answer.verdict)
            expected.present[answer.person_id, session.id] = status
        answers.append(answer)
    stage.say(
        f"{course.code} session {session.number}, {session.starts:%d/%m}: {len(answers)} scans: "
        f"{verdict_line(answers)}"
    )
    return answers


def _put_right(
    stage: Stage, session: SessionRecord, answers: Sequence[Answer], expected: Expected
) -> None:
    if session.number == 1:
        _late_was_in_time(stage, session, answers, expected)
    if session.number == 2:
        _card_was_brought_along(stage, session, answers, expected)


def _late_was_in_time(
    stage: Stage, session: SessionRecord, answers: Sequence[Answer], expected: Expected
) -> None:
    late = next(a for a in answers if a.verdict == Verdict.LATE)
    assert late.enrolment_id and late.person_id
    enrolment, reason = late.enrolment_id, "Đến đúng giờ, máy quét mất điện"
    status = AttendanceStatus.PRESENT
    stage.db.write(lambda s: set_status(s, stage.by, enrolment, session.id, status, reason))
    expected.present[late.person_id, session.id] = status
    stage.say("  put right: one who was there in time is present, not late")


def _card_was_brought_along(
    stage: Stage, session: SessionRecord, answers: Sequence[Answer], expected: Expected
) -> None:
    brought = next(a for a in answers if a.verdict == Verdict.PRESENT)
    assert brought.person_id
    stage.db.write(lambda s: undo(s, stage.by, brought.scan_id))
    del expected.present[brought.person_id, session.id]
    stage.say("  undone: the scan of a card that a neighbour had brought along")


def _note_absences(
    stage: Stage, session: SessionRecord, missing: Sequence[EnrolmentRecord]
) -> None:
    """A third told why they could not come, each noted at once; the others are absent."""
    excused = [p for p in missing if stage.chance.random() < 0.35]
    for person in excused:
        reason = stage.chance.choice(_EXCUSES)
        _set(stage, session, [person], AttendanceStatus.EXCUSED, reason)
    absent = [p for p in missing if p not in excused]
    _set(stage, session, absent, AttendanceStatus.ABSENT)
    stage.say(f"  not there: {len(excused)} excused, {len(absent)} absent")


def _set(
    stage: Stage,
    session: SessionRecord,
    people: Sequence[EnrolmentRecord],
    status: AttendanceStatus,
    reason: str = "",
) -> None:
    def work(s: Session) -> None:
        for person in people:
            set_status(s, stage.by, person.id, session.id, status, reason)

    stage.db.write(work)
