from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.enums import AttendanceStatus, Skill, SkillResult
from taphuan.services.assessments import Word, assess
from taphuan.services.attendance import set_status, undo
from taphuan.services.certificates import issue_certificates
from taphuan.services.closing import close_course
from taphuan.services.courses import CourseRecord, find_course
from taphuan.services.enrolments import EnrolmentRecord
from taphuan.services.integrity import check_derived


@pytest.fixture
def used(
    session: Session,
    by: Context,
    make_course: Callable[..., CourseRecord],
    enrolled: Callable[..., EnrolmentRecord],
    attends: Callable[..., None],
    scan: Callable[..., object],
    merge: Callable[[Session, UUID, UUID], None],
) -> Session:
    """A file in which everything that is derived has been derived, corrected and undone."""
    course = make_course(session, sessions=3)
    an, bình, chung = (enrolled(session, course, f"Lò Văn {n}") for n in ("An", "Bình", "Chung"))
    double = enrolled(session, course, "Lò Văn An")
    attends(session, course, an, 3)
    attends(session, course, bình, 3)
    undone = scan(session, course, chung.code)
    undo(session, by, undone.scan_id)  # type: ignore[attr-defined]
    set_status(session, by, chung.id, course.sessions[1].id, AttendanceStatus.EXCUSED, "ốm")
    for result in (SkillResult.STUCK, SkillResult.PASS):
        assess(session, by, course.id, an.person_id, Word(Skill.DVC, result))
    assess(session, by, course.id, bình.person_id, Word(Skill.DVC, SkillResult.PASS))
    assess(session, by, course.id, bình.person_id, Word(Skill.DVC, None))
    merge(session, double.person_id, an.person_id)
    close_course(session, by, course)
    session.flush()
    issue_certificates(session, by, find_course(session, "TH-01"), date(2026, 3, 20))
    session.flush()
    return session


def test_a_file_that_was_used_is_sound(used: Session) -> None:
    report = check_derived(used)
    assert report.problems == ()
    assert (report.people, report.scans, report.attendances) == (4, 7, 7)


def test_a_fresh_file_is_sound(session: Session) -> None:
    assert check_derived(session).problems == ()


ONE = "(SELECT min(fact_id) FROM attendance WHERE status = 'present')"
CHUNG = "(SELECT search_rank FROM person WHERE folded = 'lo van chung')"


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (f"UPDATE attendance SET status = 'late' WHERE fact_id = {ONE}", "what the scans say"),
        (f"UPDATE attendance SET fact_id = zeroblob(16) WHERE fact_id = {ONE}", "the scans say"),
        (f"DELETE FROM attendance WHERE fact_id = {ONE}", "missing"),
        ("UPDATE attendance SET status = 'present' WHERE status = 'excused'", "corrections say"),
        ("DELETE FROM attendance WHERE status = 'excused'", "corrections say"),
        ("UPDATE skill_status SET result = 'fail'", "not the latest word"),
        ("DELETE FROM skill_status", "not the latest word"),
        ("UPDATE person SET canonical_id = zeroblob(16) WHERE NOT listed", "1 people whose"),
        ("UPDATE person SET listed = 1 WHERE NOT listed", "1 people whose"),
        ("UPDATE person SET listed = 0 WHERE folded = 'lo van chung'", "1 people whose"),
        (
            "UPDATE person SET listed = 0, canonical_id ="
            " (SELECT id FROM person WHERE NOT listed) WHERE folded = 'lo van chung'",
            "1 people whose",
        ),
        ("UPDATE person_redirect SET deleted_at = '2026-03-02'", "1 redirects that do not lead"),
        (
            "UPDATE person SET canonical_id = id, listed = 1 WHERE NOT listed",
            "1 redirects that do not lead",
        ),
        (f"DELETE FROM person_search WHERE rowid = {CHUNG}", "1 people that search does not find"),
        ("UPDATE certificate_number SET number = 5 WHERE number = 2", "2 numbers between 1 and 5"),
        ("UPDATE certificate_number SET number = 0 WHERE number = 1", "2 numbers between 0 and 2"),
    ],
)
def test_each_kind_of_damage_to_derived_rows_is_found(used: Session, harm: str, said: str) -> None:
    used.execute(text(harm))
    used.expire_all()
    problems = check_derived(used).problems
    assert [problem for problem in problems if said in problem]
