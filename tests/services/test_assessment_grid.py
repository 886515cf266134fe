"""The assessment grid."""

from collections.abc import Callable

from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.enums import Skill, SkillResult
from taphuan.services.assessment_grid import Marked, assess_all, assessment_rows
from taphuan.services.assessments import Word
from taphuan.services.courses import CourseRecord
from taphuan.services.enrolments import EnrolmentRecord

MakeCourse = Callable[..., CourseRecord]
Enrolled = Callable[..., EnrolmentRecord]


def test_words_of_many_people_are_recorded_together_and_read_back(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session, skills=(Skill.DVC, Skill.PAYMENT))
    ien, iin = enrolled(session, course, "Lò Thị Ên"), enrolled(session, course, "Cà Văn Ín")
    stuck = Word(Skill.PAYMENT, SkillResult.STUCK, "quét mã QR", "Tổ trưởng")
    marks = [
        Marked(ien.person_id, Word(Skill.DVC, SkillResult.PASS)),
        Marked(ien.person_id, stuck),
        Marked(iin.person_id, Word(Skill.DVC, SkillResult.FAIL)),
    ]
    assess_all(session, by, course.id, marks)
    rows = assessment_rows(session, course)
    assert [(row.person.name, row.passed) for row in rows] == [("Lò Thị Ên", 1), ("Cà Văn Ín", 0)]
    assert rows[0].words[Skill.PAYMENT] == stuck
    assert rows[1].words == {Skill.DVC: Word(Skill.DVC, SkillResult.FAIL)}


def test_an_empty_word_takes_the_earlier_one_back(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session, skills=(Skill.DVC,))
    person = enrolled(session, course).person_id
    for result in (SkillResult.PASS, None):
        assess_all(session, by, course.id, [Marked(person, Word(Skill.DVC, result))])
    session.flush()
    assert assessment_rows(session, course)[0].words == {}
