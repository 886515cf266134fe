"""The two courses of the demo: one from its lists to its certificates, one that is under way."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from sqlalchemy.orm import Session
from taphuan.importing.findings import Severity
from taphuan.models.enums import ImportRowState, Origin, Skill
from taphuan.services.certificates import IssueReport, issue_certificates
from taphuan.services.closing import Outcome, close_course
from taphuan.services.courses import (
    CourseRecord,
    NewCourse,
    SessionRecord,
    SessionTime,
    add_course,
    find_course,
)
from taphuan.services.enrolments import EnrolmentPlace, EnrolmentRecord, course_people, enrol
from taphuan.services.lists.bringing import bring_in, read_list
from taphuan.services.lists.choices import ListChoices
from taphuan.services.lists.draft import ImportReport
from taphuan.services.people import get_person
from taphuan.services.setup import set_up

from .door import arrivals, with_trouble
from .grading import grade_again, grade_session
from .lists import THUAN_CHAU, invent_people, twice_listed, write_joint_list, write_own_list
from .papers import (
    write_attendance_paper,
    write_cards,
    write_certificate_papers,
    write_sign_in_sheets,
    write_tallies,
)
from .sessions import Expected, at_the_door, play_session, willingness
from .stage import Stage

FIRST, SECOND = "TH-01", "TH-02"
ISSUED_ON = date(2026, 3, 20)
_VENUE = "Hội trường UBND xã Thuận Châu"
_DAYS = tuple(date(2026, 3, day) for day in (5, 10, 12, 17, 19))
_TITLES = {
    Skill.DVC: "Dịch vụ công trực tuyến",
    Skill.SHOPPING: "Mua sắm trực tuyến",
    Skill.PAYMENT: "Thanh toán trực tuyến",
    Skill.SAFETY: "Tự bảo vệ trên môi trường số",
    Skill.PLATFORMS: "Các nền tảng số khác",
}
_SECOND_COURSE_PEOPLE, _ARRIVED_TODAY = 64, 41


def play_set_up(stage: Stage) -> None:
    """Say once who organises."""
    stage.clock.set(datetime(2026, 2, 24, 9, 0))
    report = stage.db.write(
        lambda s: set_up(
            s,
            stage.by,
            "14",
            agency="Sở Khoa học và Công nghệ",
            parent_agency="UBND tỉnh Sơn La",
            abbreviation="SKHCN",
            place="Sơn La",
            head_title="Giám đốc Sở Khoa học và Công nghệ",
            signer_authority="KT. Giám đốc",
            signer_title="Phó Giám đốc",
            signer_name="Nguyễn Văn Khánh",
        )
    )
    stage.say(
        f"set up for {report.settings.agency} of tỉnh {report.province}: "
        f"{report.communes} communes of {report.communes_of_country:,} in the country"
    )


# The first course


def play_first_course(stage: Stage) -> Expected:
    """TH-01: plan, lists, cards, five sessions, assessment, closing, certificates, tallies."""
    expected = Expected()
    course = _plan(stage, _first_plan())
    _bring_lists(stage, course)
    write_cards(stage, course)
    write_sign_in_sheets(stage, course)
    comes = willingness(stage, course)
    for session, skill in zip(course.sessions, course.skills, strict=True):
        play_session(stage, course, session, comes, expected)
        grade_session(stage, course, session, skill, expected)
    _finish(stage, course, expected)
    return expected


def _first_plan() -> NewCourse:
    times = [
        SessionTime(_at(day, 8), _at(day, 11), title=title)
        for day, title in zip(_DAYS, _TITLES.values(), strict=True)
    ]
    return NewCourse(
        code=FIRST,
        title="Kỹ năng số cơ bản cho thành viên Tổ công nghệ số cộng đồng",
        sessions=tuple(times),
        skills=tuple(Skill),
        venue=_VENUE,
        campaign="Bình dân học vụ số",
        periods=20,
    )


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour))


def _plan(stage: Stage, new: NewCourse) -> CourseRecord:
    stage.db.write(lambda s: add_course(s, stage.by, new))
    course = _course(stage, new.code)
    stage.say(
        f"{course.code} “{course.title}”: {len(course.sessions)} sessions, "
        f"{course.first_day:%d/%m/%Y} to {course.last_day:%d/%m/%Y}"
    )
    return course


def _course(stage: Stage, code: str) -> CourseRecord:
    return stage.db.read(lambda s: find_course(s, code))


def _bring_lists(stage: Stage, course: CourseRecord) -> None:
    stage.clock.set(datetime(2026, 3, 2, 14, 30))
    people = invent_people(stage.chance)
    own = [p for p in people if p.commune.code == THUAN_CHAU]
    others = [p for p in people if p.commune.code != THUAN_CHAU] + twice_listed(own)
    path = stage.new_file("lists/thuan-chau.xlsx")
    write_own_list(path, own)
    _bring_in(stage, course, path, THUAN_CHAU)
    path = stage.new_file("lists/binh-thuan-muong-e.xlsx")
    write_joint_list(path, others)
    _bring_in(stage, course, path, None)


def _bring_in(stage: Stage, course: CourseRecord, path: Path, commune: str | None) -> None:
    choices = ListChoices(course.code, commune or "")
    plan = read_list(path, choices, course.first_day or _DAYS[0])
    (report,) = stage.db.write(lambda s: bring_in(s, stage.by, [plan], choices))
    counts = ", ".join(f"{report.count(state)} {state}" for state in ImportRowState)
    stage.say(f"{stage.told(path)}: {len(report.rows)} rows read: {counts}; {_repairs(report)}")


def _repairs(report: ImportReport) -> str:
    kinds = Counter(f.kind for f in report.findings if f.severity == Severity.REPAIR)
    named = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    return f"repaired: {named}" if named else "nothing to repair"


def _finish(stage: Stage, course: CourseRecord, expected: Expected) -> None:
    stage.clock.set(datetime(2026, 3, 19, 16, 0))
    grade_again(stage, course)
    outcomes = stage.db.write(lambda s: close_course(s, stage.by, course))
    expected.completed = sum(outcome.completed for outcome in outcomes)
    stage.say(f"{course.code} closed: {_reasons(outcomes)}")
    stage.clock.set(_at(ISSUED_ON, 9))
    closed = _course(stage, course.code)
    write_certificate_papers(stage, _issue(stage, closed), ISSUED_ON)
    write_attendance_paper(stage, closed)
    write_tallies(stage, closed)


def _reasons(outcomes: Sequence[Outcome]) -> str:
    counts = Counter(o.reason for o in outcomes)
    reasons = [f"{count} not ({reason})" for reason, count in counts.items() if reason]
    return ", ".join([f"{counts[None]} completed", *reasons])


def _issue(stage: Stage, course: CourseRecord) -> IssueReport:
    return stage.db.write(lambda s: issue_certificates(s, stage.by, course, ISSUED_ON))


# The second course


def play_second_course(stage: Stage, now: datetime) -> None:
    """TH-02, for some of the same people: a session last week, one at the door now, one to come."""
    stage.clock.set(now - timedelta(days=12))
    course = _plan(stage, _second_plan(now))
    everybody = stage.db.read(lambda s: course_people(s, _course(stage, FIRST).id))
    people = stage.chance.sample(everybody, _SECOND_COURSE_PEOPLE)
    _enrol(stage, course, people)
    past, today, _ = course.sessions
    expected = Expected()
    play_session(stage, course, past, dict.fromkeys((p.person_id for p in people), 0.93), expected)
    grade_session(stage, course, past, Skill.SHOPPING, expected)
    strangers = [p for p in everybody if p not in people][:2]
    _play_today(stage, course, today, strangers, now)


def _second_plan(now: datetime) -> NewCourse:
    starts = now.replace(minute=0, second=0, microsecond=0)
    ends = min(starts + timedelta(hours=3), starts.replace(hour=23, minute=59))
    week = timedelta(days=7)
    past, coming = _at((now - week).date(), 8), _at((now + week).date(), 8)
    hours = timedelta(hours=3)
    return NewCourse(
        code=SECOND,
        title="Bán hàng trực tuyến và thanh toán số cho hộ gia đình",
        sessions=(
            SessionTime(past, past + hours, title="Mở gian hàng, đăng sản phẩm"),
            SessionTime(starts, ends, title="Nhận đơn, đóng gói, giao hàng"),
            SessionTime(coming, coming + hours, title="Thanh toán không dùng tiền mặt"),
        ),
        skills=(Skill.SHOPPING, Skill.PAYMENT),
        venue="Nhà văn hóa bản Púa",
        campaign="Bình dân học vụ số",
        periods=12,
    )


def _enrol(stage: Stage, course: CourseRecord, people: Sequence[EnrolmentRecord]) -> None:
    def work(s: Session) -> None:
        for person in people:
            enrol(s, stage.by, course.id, person.person_id, _place(s, person), Origin.TYPED)

    stage.db.write(work)
    stage.say(f"{course.code}: {len(people)} people of {FIRST} enrolled")


def _place(s: Session, person: EnrolmentRecord) -> EnrolmentPlace:
    today = get_person(s, person.person_id)
    return EnrolmentPlace(unit_id=today.unit_id, hamlet_id=today.hamlet_id, role=person.role)


def _play_today(
    stage: Stage,
    course: CourseRecord,
    session: SessionRecord,
    strangers: Sequence[EnrolmentRecord],
    now: datetime,
) -> None:
    """The first of them are in, two came who are not in this course, the door is still open."""
    people = stage.db.read(lambda s: course_people(s, course.id))
    first = stage.chance.sample(people, _ARRIVED_TODAY)
    codes = [person.code for person in strangers if person.code]
    scans = with_trouble(stage.chance, arrivals(stage.chance, session, first, 0.05), codes)
    so_far = [scan for scan in scans if scan.at <= now]
    at_the_door(stage, course, session, so_far, Expected())
    stage.say(f"  the door is open until {session.ends:%H:%M}; a third session is planned")
