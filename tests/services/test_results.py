"""What closing says of everyone, before it and after it."""

from collections.abc import Callable

from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.enums import IncompleteReason, Skill, SkillResult
from taphuan.services.assessments import Word, assess
from taphuan.services.courses import CourseRecord, find_course
from taphuan.services.enrolments import EnrolmentRecord
from taphuan.services.people import change_person
from taphuan.services.results import close, reopen, results
from taphuan.services.students import withdraw_all

MakeCourse = Callable[..., CourseRecord]
Enrolled = Callable[..., EnrolmentRecord]


def test_the_preview_tells_who_would_complete_and_why_the_others_would_not(
    session: Session,
    by: Context,
    make_course: MakeCourse,
    enrolled: Enrolled,
    attends: Callable[..., None],
) -> None:
    course = make_course(session, sessions=5, skills=(Skill.DVC,))
    done, seldom, unable, left = (
        enrolled(session, course, f"Lò Văn {name}") for name in ("An", "Bình", "Chung", "Dũng")
    )
    for who, times in ((done, 4), (seldom, 3), (unable, 5)):
        attends(session, course, who, times)
    for who in (done, seldom):
        assess(session, by, course.id, who.person_id, Word(Skill.DVC, SkillResult.PASS))
    withdraw_all(session, by, [left.id], "ốm")
    found = results(session, course)
    assert [(line.person.name, line.reason) for line in found.lines] == [
        ("Lò Văn An", None),
        ("Lò Văn Bình", IncompleteReason.ATTENDANCE),
        ("Lò Văn Chung", IncompleteReason.SKILLS),
        ("Lò Văn Dũng", IncompleteReason.WITHDRAWN),
    ]
    assert (found.enrolled, found.completed, found.closed_at) == (3, 1, None)
    assert found.lines[1].required_sessions == 4
    assert found.lines[2].missing_skills == (Skill.DVC,)
    assert found.lines[3].withdrawn_reason == "ốm"


def test_a_closed_course_shows_what_was_recorded(
    session: Session,
    by: Context,
    make_course: MakeCourse,
    enrolled: Enrolled,
    attends: Callable[..., None],
) -> None:
    course = make_course(session, sessions=2)
    who = enrolled(session, course)
    attends(session, course, who, 2)
    enrolled(session, course, "Vì Văn Ước")
    assert close(session, by, "TH-01") == 1
    change_person(session, by, who.person_id, name="Lò Thị Ên Em")
    found = results(session, find_course(session, "TH-01"))
    assert [(line.person.name, line.completed, line.attended) for line in found.lines] == [
        ("Lò Thị Ên Em", True, 2),
        ("Vì Văn Ước", False, 0),
    ]
    assert found.closed_at is not None


def test_reopening_a_course_makes_its_results_a_preview_again(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session)
    enrolled(session, course)
    close(session, by, "TH-01")
    reopen(session, by, "TH-01")
    assert results(session, find_course(session, "TH-01")).closed_at is None
