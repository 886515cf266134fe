from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session
from taphuan.models.attendance import Correction, Scan
from taphuan.models.context import Context
from taphuan.models.enums import AttendanceStatus, CorrectionKind, Verdict
from taphuan.models.errors import ErrorCode
from taphuan.services.attendance import (
    Mark,
    attendance_row,
    counted_sessions,
    course_marks,
    set_status,
    undo,
)
from taphuan.services.check_in import Answer
from taphuan.services.closing import close_course
from taphuan.services.courses import CourseRecord, change_session
from taphuan.services.enrolments import EnrolmentRecord

Enrolled = Callable[..., EnrolmentRecord]
MakeCourse = Callable[..., CourseRecord]
Action = tuple[str, int]

ENROLMENT, SESSION = UUID(int=1), UUID(int=2)
STATUSES = list(AttendanceStatus)
VERDICTS = [Verdict.PRESENT, Verdict.LATE, Verdict.ALREADY_IN]


@dataclass
class Story:
    """What happened to one enrolment in one session, and, told simply, what should come of it.

    The model keeps a list of standing facts: an undo takes one out, undoing the undo puts it back.
    """

    facts: list[Scan | Correction] = field(default_factory=list)
    standing: dict[UUID, bool] = field(default_factory=dict)

    def add(self, action: Action) -> None:
        kind, choice = action
        if kind == "scan":
            self._keep(Scan(verdict=VERDICTS[choice % 3]))
        elif kind == "set":
            status = STATUSES[choice % 4]
            self._keep(Correction(kind=CorrectionKind.SET, status=status, voids_id=None))
        elif self.facts:
            target = self.facts[choice % len(self.facts)]
            self._keep(Correction(kind=CorrectionKind.VOID, voids_id=target.id))

    def _keep(self, fact: Scan | Correction) -> None:
        number = len(self.facts)
        fact.id, fact.machine, fact.counter = UUID(int=100 + number), "may-01", number
        # Five facts share each moment: only the counter tells their order.
        fact.written = datetime(2026, 3, 2, tzinfo=UTC) + timedelta(seconds=number // 5)
        # The clock ran backwards: it must not matter when a fact happened.
        fact.happened = datetime(2026, 3, 2, tzinfo=UTC) - timedelta(minutes=number)
        fact.mode, fact.venue, fact.minutes_late = "venue", None, None
        self.facts.append(fact)

    def stands(self, fact: Scan | Correction) -> bool:
        """Whether no undo that itself stands takes it back."""
        return not any(
            isinstance(other, Correction) and other.voids_id == fact.id and self.stands(other)
            for other in self.facts
        )

    def expected(self) -> str | None:
        status: str | None = None
        for fact in filter(self.stands, self.facts):
            if isinstance(fact, Correction):
                status = fact.status or status
            elif fact.verdict != Verdict.ALREADY_IN and status not in ("present", "late"):
                status = fact.verdict.value
        return status

    def row(self, shuffle: int = 0) -> dict[str, object] | None:
        mixed = Random(shuffle).sample(self.facts, len(self.facts))
        scans = [fact for fact in mixed if isinstance(fact, Scan)]
        corrections = [fact for fact in mixed if isinstance(fact, Correction)]
        return attendance_row(ENROLMENT, SESSION, scans, corrections)


actions = st.lists(
    st.tuples(st.sampled_from(["scan", "set", "undo"]), st.integers(0, 11)), max_size=12
)


@given(actions, st.integers(0, 3))
def test_whatever_happens_the_row_says_what_a_simple_reading_of_the_facts_says(
    happened: list[Action], shuffle: int
) -> None:
    story = Story()
    for action in happened:
        story.add(action)
    row = story.row(shuffle)
    assert (row["status"] if row else None) == story.expected()


@given(actions)
def test_a_row_rests_on_a_fact_that_stands(happened: list[Action]) -> None:
    story = Story()
    for action in happened:
        story.add(action)
    row = story.row()
    if row is not None:
        fact = next(fact for fact in story.facts if fact.id == row["fact_id"])
        assert story.stands(fact)
        assert row["first_at"] == (fact.happened if isinstance(fact, Scan) else None)


@pytest.fixture
def course(session: Session, make_course: MakeCourse) -> CourseRecord:
    return make_course(session)


@pytest.fixture
def ên(session: Session, course: CourseRecord, enrolled: Enrolled) -> EnrolmentRecord:
    return enrolled(session, course)


def mark(session: Session, course: CourseRecord, who: EnrolmentRecord) -> Mark | None:
    return course_marks(session, course.id).get((who.person_id, course.sessions[0].id))


def test_a_correction_overrides_the_scan_and_undone_gives_it_back(
    session: Session,
    by: Context,
    course: CourseRecord,
    ên: EnrolmentRecord,
    scan: Callable[..., Answer],
) -> None:
    scan(session, course, ên.code, at="08:30")
    late = mark(session, course, ên)
    assert late == Mark(AttendanceStatus.LATE, datetime(2026, 3, 2, 1, 30, tzinfo=UTC), 30)
    corrected = set_status(
        session, by, ên.id, course.sessions[0].id, AttendanceStatus.PRESENT, "xe hỏng"
    )
    assert mark(session, course, ên) == Mark(AttendanceStatus.PRESENT, None, None)
    undo(session, by, corrected)
    assert mark(session, course, ên) == late


def test_the_latest_of_several_corrections_counts(
    session: Session, by: Context, course: CourseRecord, ên: EnrolmentRecord
) -> None:
    for status in (AttendanceStatus.EXCUSED, AttendanceStatus.PRESENT, AttendanceStatus.ABSENT):
        set_status(session, by, ên.id, course.sessions[0].id, status)
    found = mark(session, course, ên)
    assert found is not None and found.status == AttendanceStatus.ABSENT


def test_attendance_of_a_closed_course_is_neither_set_nor_undone(
    session: Session,
    by: Context,
    course: CourseRecord,
    ên: EnrolmentRecord,
    scan: Callable[..., Answer],
    refused: Callable[..., ErrorCode],
) -> None:
    answer = scan(session, course, ên.code)
    close_course(session, by, course)
    first, absent = course.sessions[0].id, AttendanceStatus.ABSENT
    assert refused(undo, session, by, answer.scan_id) == ErrorCode.COURSE_CLOSED
    assert refused(set_status, session, by, ên.id, first, absent) == ErrorCode.COURSE_CLOSED


def test_cancelled_and_headcount_sessions_do_not_count(
    session: Session, by: Context, course: CourseRecord
) -> None:
    ids = [record.id for record in course.sessions]
    change_session(session, by, ids[1], status="cancelled")
    change_session(session, by, ids[3], headcount_only=True)
    session.flush()
    assert counted_sessions(session, course.id) == [ids[0], ids[2], ids[4]]
