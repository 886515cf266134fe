from collections.abc import Callable
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.enums import Skill, SkillResult
from taphuan.models.errors import ErrorCode
from taphuan.models.outcomes import Assessment
from taphuan.services.assessments import Word, assess, course_results
from taphuan.services.closing import close_course
from taphuan.services.courses import CourseRecord
from taphuan.services.enrolments import EnrolmentRecord

Enrolled = Callable[..., EnrolmentRecord]
MakeCourse = Callable[..., CourseRecord]
PAY = Skill.PAYMENT


def say(
    session: Session,
    by: Context,
    course: CourseRecord,
    who: EnrolmentRecord,
    result: SkillResult | None,
) -> None:
    assess(session, by, course.id, who.person_id, Word(PAY, result))


def test_the_latest_word_counts_and_all_words_are_kept(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session)
    ên = enrolled(session, course)
    for result in (SkillResult.STUCK, SkillResult.PASS, SkillResult.FAIL):
        say(session, by, course, ên, result)
    assert course_results(session, course.id) == {(ên.person_id, PAY): SkillResult.FAIL}
    assert session.scalar(select(func.count()).select_from(Assessment)) == 3


def test_a_word_taken_back_leaves_nothing_said_and_can_be_said_again(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session)
    ên = enrolled(session, course)
    say(session, by, course, ên, SkillResult.PASS)
    say(session, by, course, ên, None)
    assert course_results(session, course.id) == {}
    say(session, by, course, ên, None)
    say(session, by, course, ên, SkillResult.PASS)
    assert course_results(session, course.id) == {(ên.person_id, PAY): SkillResult.PASS}


def test_each_skill_has_its_own_word(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session)
    ên = enrolled(session, course)
    for skill in Skill:
        assess(session, by, course.id, ên.person_id, Word(skill, SkillResult.PASS))
    assert {skill for _, skill in course_results(session, course.id)} == set(Skill)


def test_who_is_not_enrolled_is_not_assessed(
    session: Session,
    by: Context,
    make_course: MakeCourse,
    make_person: Callable[..., UUID],
    refused: Callable[..., ErrorCode],
) -> None:
    course, stranger = make_course(session), make_person(session)
    word = Word(PAY, SkillResult.PASS)
    assert refused(assess, session, by, course.id, stranger, word) == ErrorCode.NOT_ENROLLED


def test_a_closed_course_takes_no_more_words(
    session: Session,
    by: Context,
    make_course: MakeCourse,
    enrolled: Enrolled,
    refused: Callable[..., ErrorCode],
) -> None:
    course = make_course(session)
    ên = enrolled(session, course)
    close_course(session, by, course)
    word = Word(PAY, SkillResult.PASS)
    assert refused(assess, session, by, course.id, ên.person_id, word) == ErrorCode.COURSE_CLOSED


def test_a_pass_in_either_record_of_a_merged_person_counts(
    session: Session,
    by: Context,
    make_course: MakeCourse,
    enrolled: Enrolled,
    merge: Callable[[Session, UUID, UUID], None],
) -> None:
    course = make_course(session)
    for first, second in (
        (SkillResult.PASS, SkillResult.FAIL),
        (SkillResult.FAIL, SkillResult.PASS),
    ):
        one, other = enrolled(session, course), enrolled(session, course)
        say(session, by, course, one, first)
        say(session, by, course, other, second)
        merge(session, other.person_id, one.person_id)
        assert course_results(session, course.id)[one.person_id, PAY] == SkillResult.PASS
