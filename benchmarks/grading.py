"""What the trainers of the demo write into the grid after a session."""

from collections import Counter
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy.orm import Session
from taphuan.models.enums import Skill, SkillResult
from taphuan.services.assessments import Word, assess, course_results
from taphuan.services.courses import CourseRecord, SessionRecord
from taphuan.services.enrolments import course_people

from .sessions import Expected
from .stage import Stage

_STUCK_AT = ("Chưa nhận được mã OTP", "Quên mật khẩu VNeID", "Điện thoại hết bộ nhớ",
             "Chưa có tài khoản ngân hàng")  # fmt: skip
_HELPERS = ("Tổ trưởng Tổ CNSCĐ", "Bí thư Chi đoàn", "Giáo viên tin học")
_RESULTS = (SkillResult.PASS,) * 56 + (
    SkillResult.FAIL,
    SkillResult.NOT_UNDERSTOOD,
    SkillResult.STUCK,
    SkillResult.STUCK,
)


def grade_session(
    stage: Stage,
    course: CourseRecord,
    session: SessionRecord,
    skill: Skill,
    expected: Expected,
) -> None:
    """A word for everybody who was there, all in one go as a grid is saved."""
    people = stage.db.read(lambda s: course_people(s, course.id))
    there = [p.person_id for p in people if (p.person_id, session.id) in expected.present]
    _save(stage, course, skill, there)


def grade_again(stage: Stage, course: CourseRecord) -> None:
    """Most of those who missed a session or failed make it up, a skill at a time."""
    for skill in course.skills:
        results = stage.db.read(lambda s: course_results(s, course.id))
        people = stage.db.read(lambda s: course_people(s, course.id))
        lacking = [
            p.person_id for p in people if results.get((p.person_id, skill)) != SkillResult.PASS
        ]
        known = {person for person, _ in results}
        again = [p for p in lacking if p in known and stage.chance.random() < 0.75]
        _save(stage, course, skill, again, "made up: ")


def _save(
    stage: Stage, course: CourseRecord, skill: Skill, people: Sequence[UUID], how: str = ""
) -> None:
    words = [(person, _word(stage, skill)) for person in people]

    def work(s: Session) -> None:
        for person, word in words:
            assess(s, stage.by, course.id, person, word)

    stage.db.write(work)
    stage.say(f"  {how}{skill}: {_counted(word for _, word in words)}")


def _word(stage: Stage, skill: Skill) -> Word:
    result = stage.chance.choice(_RESULTS)
    if result != SkillResult.STUCK:
        return Word(skill, result)
    return Word(skill, result, stage.chance.choice(_STUCK_AT), stage.chance.choice(_HELPERS))


def _counted(words: Iterable[Word]) -> str:
    counts = Counter(str(word.result) for word in words)
    return ", ".join(f"{count} {result}" for result, count in counts.most_common())
