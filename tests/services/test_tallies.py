from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy.orm import Session
from taphuan.exports.records import Tally, TallyRow
from taphuan.models.context import Context
from taphuan.models.enums import Gender, Skill, SkillResult
from taphuan.services.assessments import Word, assess
from taphuan.services.certificates import issue_certificates, register, void_certificate
from taphuan.services.closing import close_course
from taphuan.services.courses import CourseRecord, change_session, find_course
from taphuan.services.enrolments import EnrolmentRecord, withdraw
from taphuan.services.tallies import TallyScope, tally

Enrolled = Callable[..., EnrolmentRecord]
MakeCourse = Callable[..., CourseRecord]
Attends = Callable[..., None]
Merge = Callable[[Session, UUID, UUID], None]


def of(session: Session, by: Context, *courses: CourseRecord) -> Tally:
    session.flush()
    return tally(session, by, TallyScope(tuple(course.id for course in courses)))


def row(counted: Tally, commune: str) -> TallyRow:
    return next(r for r in counted.rows if r.commune == commune)


def test_people_are_counted_in_the_commune_of_their_enrolment(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled, attends: Attends
) -> None:
    course = make_course(session)
    attends(session, course, enrolled(session, course, "Lò Văn An", "03721"), 3)
    attends(session, course, enrolled(session, course, "Lò Văn Bình", "03721"), 1)
    enrolled(session, course, "Lò Văn Chung", "03721")
    attends(session, course, enrolled(session, course, "Vì Thị Ên", "03727"), 5)
    counted = of(session, by, course)
    figures = [(r.commune_code, r.enrolled, r.attended, r.turns) for r in counted.rows]
    assert figures == [("03727", 1, 1, 5), ("03721", 3, 2, 4)]
    assert (counted.total.enrolled, counted.total.attended, counted.total.turns) == (4, 3, 9)
    assert counted.total.commune == "Cộng"


def test_one_person_in_two_courses_of_two_communes_counts_once_in_each_and_once_in_the_total(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled, attends: Attends
) -> None:
    first, second = make_course(session, "TH-01"), make_course(session, "TH-02")
    here = enrolled(session, first, "Lò Thị Ên", "03721", gender=Gender.FEMALE)
    there = enrolled(session, second, commune="03724", person=here.person_id)
    attends(session, first, here, 2)
    attends(session, second, there, 3)
    counted = of(session, by, first, second)
    assert [(r.enrolled, r.attended, r.turns, r.female) for r in counted.rows] == [
        (1, 1, 3, 1), (1, 1, 2, 1),
    ]  # fmt: skip
    assert (counted.total.enrolled, counted.total.attended) == (1, 1)
    assert (counted.total.turns, counted.total.female) == (5, 1)


def test_one_person_in_two_courses_of_one_commune_counts_once_but_every_turn(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled, attends: Attends
) -> None:
    first, second = make_course(session, "TH-01"), make_course(session, "TH-02")
    here = enrolled(session, first)
    again = enrolled(session, second, person=here.person_id)
    attends(session, first, here, 2)
    attends(session, second, again, 3)
    (only,) = of(session, by, first, second).rows
    assert (only.enrolled, only.attended, only.turns) == (1, 1, 5)


def test_who_has_no_commune_is_counted_in_a_row_of_its_own_at_the_end(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session)
    enrolled(session, course, "Lò Thị Ên", commune=None)
    enrolled(session, course, "Vì Văn Bình", commune="03727")
    counted = of(session, by, course)
    assert [(r.commune_code, r.commune, r.enrolled) for r in counted.rows] == [
        ("03727", "Mường É", 1), (None, "Chưa rõ", 1),
    ]  # fmt: skip
    assert counted.total.enrolled == 2


def test_women_and_ethnic_minorities_are_of_the_enrolled_and_unknown_is_neither(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session)
    enrolled(session, course, "Lò Thị Ên", gender=Gender.FEMALE, ethnic_key="thai")
    enrolled(session, course, "Vì Văn Bình", gender=Gender.MALE, ethnic_key="mong")
    enrolled(session, course, "Trần Thị Hoa", gender=Gender.FEMALE, ethnic_key="kinh")
    enrolled(session, course, "Lò Ín")
    (only,) = of(session, by, course).rows
    assert (only.enrolled, only.female, only.dtts) == (4, 2, 2)


def test_who_withdrew_is_not_counted(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled, attends: Attends
) -> None:
    course = make_course(session)
    person = enrolled(session, course)
    attends(session, course, person, 2)
    withdraw(session, by, person.id, "ốm")
    counted = of(session, by, course)
    assert counted.rows == ()
    assert (counted.total.enrolled, counted.total.turns) == (0, 0)


def test_a_merged_person_counts_once_with_the_turns_of_both_records(
    session: Session,
    by: Context,
    make_course: MakeCourse,
    enrolled: Enrolled,
    scan: Callable[..., object],
    merge: Merge,
) -> None:
    course = make_course(session)
    one = enrolled(session, course, "Lò Thị Ên", "03721", hamlet="Bản Púa")
    other = enrolled(session, course, "Lò Thị Ên", "03727")
    for number, who in ((1, one), (1, other), (2, other), (3, one)):
        scan(session, course, who.code, number)
    merge(session, other.person_id, one.person_id)
    counted = of(session, by, course)
    assert [(r.commune, r.enrolled, r.turns) for r in counted.rows] == [("Thuận Châu", 1, 3)]
    assert (counted.total.enrolled, counted.total.turns) == (1, 3)
    assert counted.total.hamlets == sum(r.hamlets for r in counted.rows) == 1


def test_a_cancelled_session_gives_no_turns_and_nobody_attended_by_it(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled, attends: Attends
) -> None:
    course = make_course(session, sessions=2)
    attends(session, course, enrolled(session, course, hamlet="Bản Púa"), 1)
    change_session(session, by, course.sessions[0].id, status="cancelled")
    (only,) = of(session, by, course).rows
    assert (only.enrolled, only.attended, only.turns, only.hamlets) == (1, 0, 0, 0)


def test_skills_passed_are_people_and_all_five_needs_each_of_them(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    first, second = make_course(session, "TH-01"), make_course(session, "TH-02")
    ên, bình = enrolled(session, first, "Lò Thị Ên"), enrolled(session, first, "Vì Văn Bình")
    enrolled(session, second, person=ên.person_id)
    for skill in Skill:
        course = second if skill == Skill.PLATFORMS else first
        assess(session, by, course.id, ên.person_id, Word(skill, SkillResult.PASS))
    assess(session, by, first.id, bình.person_id, Word(Skill.DVC, SkillResult.PASS))
    assess(session, by, first.id, bình.person_id, Word(Skill.PAYMENT, SkillResult.STUCK))
    (only,) = of(session, by, first, second).rows
    assert only.skills == {"dvc": 2, "shopping": 1, "payment": 1, "safety": 1, "platforms": 1}
    assert only.all_five == 1
    assert of(session, by, first).total.all_five == 0


def test_completed_and_certified_count_until_the_certificate_is_voided(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled, attends: Attends
) -> None:
    course = make_course(session, sessions=1)
    attends(session, course, enrolled(session, course, "Lò Thị Ên"), 1)
    attends(session, course, enrolled(session, course, "Vì Văn Bình"), 1)
    enrolled(session, course, "Cà Văn Chung")
    close_course(session, by, course)
    session.flush()
    total = of(session, by, course).total
    assert (total.completed, total.certified) == (2, 0)
    issue_certificates(session, by, find_course(session, "TH-01"), date(2026, 3, 20))
    assert of(session, by, course).total.certified == 2
    certificate = register(session, 2026)[0].id
    assert certificate is not None
    void_certificate(session, by, certificate, "in hỏng")
    total = of(session, by, course).total
    assert (total.completed, total.certified) == (2, 1)


def test_hamlets_are_reached_where_somebody_attended(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled, attends: Attends
) -> None:
    course = make_course(session)
    people = (
        ("Lò Văn An", "03721", "Bản Púa", 1),
        ("Lò Văn Bình", "03721", "bản púa", 2),
        ("Lò Văn Chung", "03721", "Bản Cụ", 1),
        ("Lò Văn Dũng", "03721", "Bản Nà Cài", 0),
        ("Lò Văn Én", "03727", "Bản Púa", 1),
    )
    for name, commune, hamlet, times in people:
        attends(session, course, enrolled(session, course, name, commune, hamlet), times)
    counted = of(session, by, course)
    assert (row(counted, "Thuận Châu").hamlets, row(counted, "Mường É").hamlets) == (2, 1)
    assert counted.total.hamlets == 3


@pytest.mark.parametrize(
    ("first_day", "last_day", "counted"),
    [
        (date(2026, 3, 1), date(2026, 3, 31), ["TH-02"]),
        (date(2026, 2, 1), date(2026, 2, 28), ["TH-01"]),
        (date(2026, 3, 3), date(2026, 3, 3), ["TH-02"]),
        (date(2026, 3, 4), None, ["TH-03"]),
        (None, date(2026, 3, 2), ["TH-01"]),
        (None, None, ["TH-01", "TH-02", "TH-03"]),
    ],
)
def test_a_course_counts_whole_in_the_period_of_its_last_session(
    session: Session,
    by: Context,
    make_course: MakeCourse,
    enrolled: Enrolled,
    first_day: date | None,
    last_day: date | None,
    counted: list[str],
) -> None:
    """TH-02 lies across the end of February, TH-03 across that of March."""
    starts = {"TH-01": date(2026, 2, 2), "TH-02": date(2026, 2, 27), "TH-03": date(2026, 3, 30)}
    for number, (code, first) in enumerate(starts.items()):
        course = make_course(session, code, first=first)
        for _ in range(2**number):
            enrolled(session, course)
    total = tally(session, by, TallyScope(None, first_day, last_day)).total.enrolled
    assert total == sum(2 ** list(starts).index(code) for code in counted)


def test_a_course_whose_last_session_is_cancelled_counts_by_the_one_before(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session, sessions=3, first=date(2026, 3, 30))
    enrolled(session, course)
    march = TallyScope(None, date(2026, 3, 1), date(2026, 3, 31))
    assert tally(session, by, march).total.enrolled == 0
    change_session(session, by, course.sessions[2].id, status="cancelled")
    assert tally(session, by, march).total.enrolled == 1


def test_an_empty_scope_counts_nothing(session: Session, by: Context) -> None:
    counted = tally(session, by, TallyScope((), None, None))
    assert counted.rows == ()
    assert counted.total.enrolled == 0


def test_communes_come_in_vietnamese_order_and_the_scope_is_told_in_words(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session)
    for code in ("03721", "03727", "03724"):
        enrolled(session, course, f"Lò Văn {code}", code)
    counted = of(session, by, course)
    assert [r.commune for r in counted.rows] == ["Bình Thuận", "Mường É", "Thuận Châu"]
    assert counted.scope == "Lớp TH-01: Kỹ năng số cơ bản"
    period = TallyScope(None, date(2026, 3, 1), date(2026, 3, 31))
    assert tally(session, by, period).scope == "3 xã · 01/03/2026 – 31/03/2026 · 1 lớp"
