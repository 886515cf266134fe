"""What is to be seen: every page of the window by itself, tabs, states and dialogs by recipe."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from taphuan.models.errors import AppError, ErrorCode
from taphuan.services.commune_choices import commune_choices
from taphuan.services.courses import CourseRecord, find_course, list_courses
from taphuan.services.curriculum import load_curriculum
from taphuan.services.enrolments import course_people
from taphuan.services.person_details import person_details
from taphuan.services.tallies import TallyScope
from taphuan.services.tally_people import Cell, Figure, people_behind
from taphuan.ui.dialogs.about import AboutDialog
from taphuan.ui.dialogs.ask_name import AskNameDialog
from taphuan.ui.dialogs.attendance import AttendanceDialog
from taphuan.ui.dialogs.course import CourseDialog
from taphuan.ui.dialogs.people_behind import PeopleBehindDialog
from taphuan.ui.dialogs.person import PersonDialog
from taphuan.ui.dialogs.person_in_course import PersonInCourseDialog
from taphuan.ui.dialogs.session import SessionDialog
from taphuan.ui.dialogs.set_up import SetUpDialog
from taphuan.ui.dialogs.stuck import StuckDialog
from taphuan.ui.dialogs.topic import TopicDialog
from taphuan.ui.dialogs.void_certificate import VoidDialog
from taphuan.ui.dialogs.withdraw import WithdrawDialog
from taphuan.ui.errors import show as show_error
from taphuan.ui.pages import all_pages
from taphuan.ui.pages.check_in_parts.missing import MissingDialog
from taphuan.ui.pages.checkin import CheckInPage
from taphuan.ui.pages.courses import CoursesPage
from taphuan.ui.pages.curriculum import CurriculumPage
from taphuan.ui.pages.import_steps.import_page import Step
from taphuan.ui.pages.people import PeoplePage
from taphuan.ui.pages.settings import SettingsPage

from .studio import NOW, OPERATOR, Studio

FIRST, SECOND = "TH-01", "TH-02"


@dataclass(frozen=True)
class Recipe:
    """How pictures come about that opening a page does not bring."""

    name: str
    take: Callable[[Studio], None]


def take_pages(studio: Studio) -> None:
    """Every page of the rail as it opens."""
    for spec in all_pages():
        studio.open(spec.key)
        studio.picture(spec.key)


def take_course(studio: Studio) -> None:
    """Every tab of the course that is done."""
    page = cast(CoursesPage, studio.open("courses", (FIRST, "")))
    for key in page.course.tabs.all_keys():
        studio.open("courses", (FIRST, key))
        studio.picture(f"course-{key}")
    studio.open("courses", (SECOND, "students"))
    studio.picture("course-under-way")


def take_door(studio: Studio) -> None:
    """Answers at the door: somebody comes, comes again, and a card that is not one."""
    page = cast(CheckInPage, studio.open("checkin", (SECOND, 2)))
    course = studio.read(lambda s: find_course(s, SECOND))
    people = studio.read(lambda s: course_people(s, course.id))
    inside = {line.person_id for line in page.list.model.records}
    missing = [p for p in people if p.person_id not in inside]
    heading = "Chưa đến · TH-02 · Buổi 2 · 02/04/2026"
    studio.dialog("missing", MissingDialog(heading, missing, studio.window))
    coming = next(p for p in people if p.person_id not in inside and p.code)
    for name, payload in (
        ("present", coming.code or ""),
        ("again", coming.code or ""),
        ("refused", "1234567890"),
    ):
        page.check_in(payload)
        studio.settle()
        studio.picture(f"checkin-{name}")


def take_people(studio: Studio) -> None:
    """A search, a person, and a list on its way in."""
    course = studio.read(lambda s: find_course(s, FIRST))
    person = studio.read(lambda s: course_people(s, course.id))[3]
    studio.open("people", ("search", "lo thi"))
    studio.picture("people-search")
    studio.open("people", person.person_id)
    studio.picture("person")
    page = cast(PeoplePage, studio.open("people", ("import", SECOND)))
    studio.picture("import-file")
    page.importing.take_file(studio.demo / "lists" / "thuan-chau.xlsx")
    studio.settle()
    for step in (Step.COLUMNS, Step.REVIEW):
        page.importing.tabs.choose(step)
        studio.settle()
        studio.picture(f"import-{step.value}")
    studio.open("people", "")


def take_curriculum(studio: Studio) -> None:
    """One skill alone, and its dialogs."""
    page = cast(CurriculumPage, studio.open("curriculum"))
    page.skills.choose("dvc")
    studio.settle()
    studio.picture("curriculum-skill")
    groups = studio.read(load_curriculum)
    studio.dialog("topic", TopicDialog(groups, "dvc", parent=studio.window))


def take_settings(studio: Studio) -> None:
    """What stands below the first screen."""
    page = cast(SettingsPage, studio.open("settings"))
    page.show_part(page.data)
    studio.settle()
    studio.picture("settings-data")
    page.data.check()
    studio.settle()
    page.show_part(page.data)
    studio.settle()
    studio.picture("settings-checked")


def take_course_dialogs(studio: Studio) -> None:
    """What is asked about courses and the people in them."""
    window, today = studio.window, NOW.date()
    course = studio.read(lambda s: find_course(s, SECOND))
    names = [person.name for person in studio.read(lambda s: course_people(s, course.id))][:3]
    studio.dialog("course-add", CourseDialog("TH-03", None, today, parent=window))
    studio.dialog("course-edit", CourseDialog(course.code, course, today, parent=window))
    studio.dialog("session-add", SessionDialog(course, None, today, window))
    studio.dialog("session-edit", SessionDialog(course, course.sessions[0], today, window))
    studio.dialog("attendance", AttendanceDialog(course.sessions, names, 2, window))
    studio.dialog("withdraw", WithdrawDialog(names, window))
    studio.dialog("person-in-course", PersonInCourseDialog(studio.context, course, window))
    studio.dialog("stuck", StuckDialog(names[0], "", "", window))
    studio.dialog("void", VoidDialog("007/GCN-SKHCN", names[0], window))


def take_person_dialogs(studio: Studio) -> None:
    """A person anew, a person known, and the people behind a figure."""
    course, today = _course(studio, FIRST), NOW.date()
    communes = studio.read(lambda s: commune_choices(s, today))
    person = studio.read(lambda s: course_people(s, course.id))[3]
    known = studio.read(lambda s: person_details(s, person.person_id))
    studio.dialog("person-add", PersonDialog(communes, today, None, studio.window))
    studio.dialog("person-edit", PersonDialog(communes, today, known, studio.window))
    scope, cell = TallyScope((course.id,)), Cell(Figure.COMPLETED, is_total=True)
    people = studio.read(lambda s: people_behind(s, scope, cell))
    studio.dialog("people-behind", PeopleBehindDialog("Cộng · Hoàn thành", people, studio.window))


def take_program_dialogs(studio: Studio) -> None:
    """The first start, the name, about, a refusal and a bug."""
    window = studio.window
    studio.dialog("set-up", SetUpDialog("", window))
    studio.dialog("ask-name", AskNameDialog(OPERATOR, window))
    studio.dialog("about", AboutDialog(window))
    refusal = AppError(ErrorCode.DATA_FILE_EXISTS, file="taphuan.db")
    studio.dialog("refusal", show_error(window, refusal))
    studio.dialog("bug", show_error(window, RuntimeError("picture")))


def _course(studio: Studio, code: str) -> CourseRecord:
    return next(c for c in studio.read(list_courses) if c.code == code)


RECIPES: Sequence[Recipe] = (
    Recipe("pages", take_pages),
    Recipe("course", take_course),
    Recipe("people", take_people),
    Recipe("curriculum", take_curriculum),
    Recipe("settings", take_settings),
    Recipe("course dialogs", take_course_dialogs),
    Recipe("person dialogs", take_person_dialogs),
    Recipe("program dialogs", take_program_dialogs),
    Recipe("door", take_door),
)
