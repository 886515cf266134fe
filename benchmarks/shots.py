"""What is to be seen: every page of the window by itself, tabs, states and dialogs by recipe."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast
from uuid import UUID

from sqlalchemy.orm import Session
from taphuan.importing.findings import FindingKind
from taphuan.models.enums import TeamKind
from taphuan.models.errors import AppError, ErrorCode
from taphuan.services.commune_choices import commune_choices
from taphuan.services.courses import CourseRecord, find_course, list_courses
from taphuan.services.curriculum import load_curriculum
from taphuan.services.enrolments import course_people
from taphuan.services.history import person_history
from taphuan.services.lists.dependents import Dependent, DependentKind
from taphuan.services.merge_question import merge_question
from taphuan.services.merging import merge
from taphuan.services.people import NewPerson, add_person, change_person
from taphuan.services.person_details import person_details
from taphuan.services.places import commune_by_code
from taphuan.services.register.details import commune_details, team_details
from taphuan.services.register.listing import TeamQuery, all_teams, team_lines
from taphuan.services.register.members import MemberData
from taphuan.services.register.teams import TeamData, team_name
from taphuan.services.registration.asked import Wish, ask
from taphuan.services.settings import save_settings
from taphuan.services.tallies import TallyScope
from taphuan.services.tally_people import Cell, Figure, people_behind
from taphuan.ui.dialogs.about import AboutDialog
from taphuan.ui.dialogs.ask_communes import AskCommunesDialog
from taphuan.ui.dialogs.ask_name import AskNameDialog
from taphuan.ui.dialogs.attendance import AttendanceDialog
from taphuan.ui.dialogs.batch_in_use import BatchInUseDialog
from taphuan.ui.dialogs.choose_person import ChoosePersonDialog
from taphuan.ui.dialogs.course import CourseDialog
from taphuan.ui.dialogs.figures import FiguresDialog
from taphuan.ui.dialogs.form_paper import FormPaperDialog
from taphuan.ui.dialogs.hamlet import HamletDialog
from taphuan.ui.dialogs.hamlet_succession import SuccessionDialog
from taphuan.ui.dialogs.merge_people import MergePeopleDialog
from taphuan.ui.dialogs.move_members import MoveMembersDialog
from taphuan.ui.dialogs.people_behind import PeopleBehindDialog
from taphuan.ui.dialogs.person import PersonDialog
from taphuan.ui.dialogs.person_in_course import PersonInCourseDialog
from taphuan.ui.dialogs.quota import QuotaDialog
from taphuan.ui.dialogs.session import SessionDialog
from taphuan.ui.dialogs.set_up import SetUpDialog
from taphuan.ui.dialogs.stuck import StuckDialog
from taphuan.ui.dialogs.team import TeamDialog
from taphuan.ui.dialogs.team_member import MemberDialog
from taphuan.ui.dialogs.team_merge import TeamMergeDialog
from taphuan.ui.dialogs.topic import TopicDialog
from taphuan.ui.dialogs.void_certificate import VoidDialog
from taphuan.ui.dialogs.withdraw import WithdrawDialog
from taphuan.ui.errors import show as show_error
from taphuan.ui.pages import all_pages
from taphuan.ui.pages.check_in_parts.missing import MissingDialog
from taphuan.ui.pages.checkin import CheckInPage
from taphuan.ui.pages.course_tabs.registration import RegistrationTab
from taphuan.ui.pages.courses import CoursesPage
from taphuan.ui.pages.curriculum import CurriculumPage
from taphuan.ui.pages.import_steps.import_page import ImportPage, Step
from taphuan.ui.pages.people import PeoplePage
from taphuan.ui.pages.people_parts.batches_tab import BatchesTab
from taphuan.ui.pages.people_parts.held_tab import HeldTab
from taphuan.ui.pages.people_parts.teams_tab import TeamsTab
from taphuan.ui.pages.settings import SettingsPage

from .registers import write_register
from .studio import NOW, OPERATOR, Studio
from .untidy_list import write_untidy_list

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
    studio.open("people", "")


def take_import(studio: Studio) -> None:
    """Lists on their way in, step by step, with each kind of question; then held rows and files."""
    course = studio.read(lambda s: find_course(s, FIRST))
    known = studio.read(lambda s: course_people(s, course.id))[3]
    folder = studio.context.data_file.parent / "lists"
    untidy = write_untidy_list(folder / "Danh sach lop CNSCD xa Muong E.xlsx", known)
    page = cast(PeoplePage, studio.open("people", ("import", SECOND)))
    steps = page.importing
    studio.picture("import-empty")
    steps.take_files([untidy, studio.demo / "lists" / "thuan-chau.xlsx"])
    studio.settle()
    studio.picture("import-files")
    steps.intake.remove(studio.demo / "lists" / "thuan-chau.xlsx")
    for step in (Step.COLUMNS, Step.REVIEW):
        steps.tabs.choose(step)
        studio.settle(lambda: not steps.intake.is_busy)
        studio.picture(f"import-{step.value}")
    _take_questions(studio, steps)
    steps.go_on()
    studio.settle(lambda: steps.step is Step.DONE and not steps.intake.is_busy)
    studio.picture("import-done")
    _take_lists_tabs(studio, page)
    studio.dialog("batch-in-use", BatchInUseDialog(_hindrances(known.name), studio.window))
    studio.open("people", "")


def _take_questions(studio: Studio, steps: ImportPage) -> None:
    """One question of each kind, and a kind of repair alone."""
    review = steps.review
    review.chips.choose("open")
    for row, line in enumerate(review.model.records):
        review.rows.choose(row)
        studio.settle()
        studio.picture(f"import-asked-{line.findings[0].kind.value}")
    review.chips.choose("all")
    review.kinds.setCurrentIndex(review.kinds.findData(FindingKind.DITTO.value))
    studio.settle()
    studio.picture("import-kind")
    review.kinds.setCurrentIndex(0)


def _take_lists_tabs(studio: Studio, page: PeoplePage) -> None:
    """The rows that wait, and what was brought in."""
    studio.open("people", ("held", ""))
    held = cast(HeldTab, page.tab("held"))
    held.rows.choose(0)
    studio.settle()
    studio.picture("held")
    studio.open("people", ("batches", ""))
    batches = cast(BatchesTab, page.tab("batches"))
    batches.table.selectRow(0)
    studio.settle()
    studio.picture("batches")
    batches.table.opened.emit(0)
    studio.settle()
    studio.picture("batch")
    batches.details.chips.choose("decisions")
    studio.settle()
    studio.picture("batch-decisions")


def _hindrances(name: str) -> tuple[Dependent, ...]:
    return (
        Dependent(DependentKind.ATTENDANCE, name, SECOND, 3),
        Dependent(DependentKind.CERTIFICATE, name, SECOND),
        Dependent(DependentKind.EDITED, "Vừ A Dính"),
    )


def take_merging(studio: Studio) -> None:
    """Somebody stored twice: the pair, the question, a person of two records."""
    course = _course(studio, FIRST)
    known = studio.read(lambda s: course_people(s, course.id))[3]
    by = studio.context.by

    def twice(session: Session) -> tuple[UUID, UUID]:
        name = " ".join((known.name.split()[0], known.name.split()[-1]))
        first, second = (
            NewPerson(
                title, birth_year=year, phone=known.phone or "0912345678", unit_id=known.unit_id
            )
            for title, year in ((name, None), (known.name, known.birth_year))
        )
        change_person(session, by, known.person_id, phone=first.phone, note="con ông Ín")
        return add_person(session, by, first).id, add_person(session, by, second).id

    short, same = studio.context.database.write(twice)
    studio.context.jobs.changed.emit({"people"})
    studio.open("people", ("pairs", ""))
    studio.picture("people-pairs")
    question = studio.read(lambda s: merge_question(s, known.person_id, short))
    studio.dialog("merge", MergePeopleDialog(question, studio.window))
    person = studio.read(lambda s: person_history(s, known.person_id)).person
    studio.dialog("choose-person", ChoosePersonDialog(studio.context, person, studio.window))
    studio.context.database.write(lambda s: merge(s, by, known.person_id, same))
    studio.open("people", known.person_id)
    studio.picture("person-merged")


def take_register(studio: Studio) -> None:
    """The register of teams: nothing yet, a file on its way in, the list, a team, a commune."""
    page = cast(PeoplePage, studio.open("people", ("teams", "")))
    tab = cast(TeamsTab, page.tab("teams"))
    with TemporaryDirectory() as folder:
        write_register(Path(folder) / "so-to-thuan-chau.xlsx")
        tab.show_import(Path(folder) / "so-to-thuan-chau.xlsx")
        studio.settle()
        studio.picture("register-import")
        tab.importing.take()
        studio.settle()
    studio.picture("register-import-done")
    studio.open("people", ("teams", ""))
    studio.picture("register")
    unit = studio.read(lambda s: commune_by_code(s, "03721", NOW.date())).id
    seqs = studio.read(lambda s: all_teams(s, TeamQuery(NOW.date(), "pua", unit)))
    team = studio.read(lambda s: team_lines(s, seqs, NOW.date()))[0]
    studio.open("people", ("teams", ("team", team.id)))
    studio.picture("register-team")
    studio.open("people", ("teams", ("commune", unit)))
    tab.commune.table.selectRow(0)
    studio.picture("register-commune")
    _take_register_dialogs(studio, team.id, unit)
    studio.open("people", "")


def _take_register_dialogs(studio: Studio, team: UUID, unit: UUID) -> None:
    window, today = studio.window, NOW.date()
    communes = studio.read(lambda s: commune_choices(s, today))
    details = studio.read(lambda s: team_details(s, team, today))
    commune = studio.read(lambda s: commune_details(s, unit, today))
    lines = studio.read(lambda s: team_lines(s, all_teams(s, TeamQuery(today)), today))

    def propose(kind: TeamKind, hamlet: str) -> str:
        return team_name("Tổ CNSCĐ", kind, hamlet)

    studio.dialog("team-add", TeamDialog(communes, propose, TeamData(unit), (), window))
    studio.dialog("team-edit", TeamDialog(communes, propose, details.data, (), window))
    member = MemberDialog(studio.context, today, parent=window)
    member.search.setText("lo thi")
    member.find_people()
    studio.settle()
    studio.dialog("member-add", member)
    known = MemberData("Tổ trưởng", date(2025, 7, 20))
    studio.dialog("member-edit", MemberDialog(studio.context, today, known, "Lò Thị Ên", window))
    studio.dialog("hamlet", HamletDialog(commune.title, commune.hamlets[0].data, window))
    studio.dialog("figures", FiguresDialog("Bản Púa", details.figures, today, window))
    studio.dialog("hamlets-merge", SuccessionDialog(commune.hamlets[:2], today, window))
    studio.dialog("hamlet-split", SuccessionDialog(commune.hamlets[:1], today, window))
    studio.dialog("teams-merge", TeamMergeDialog(lines[:2], propose, today, window))
    studio.dialog("members-move", MoveMembersDialog(["Lò Thị Ên"], lines, today, window))


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


def take_registration(studio: Studio) -> None:
    """The lists asked of communes: before, with one late and one short, and what is asked."""
    window, today = studio.window, NOW.date()
    page = cast(CoursesPage, studio.open("courses", (SECOND, "registration")))
    studio.picture("registration-empty")
    ask_lists(studio)
    page.course.refresh()
    studio.settle()
    studio.picture("registration")
    tab = cast(RegistrationTab, page.course.tab("registration"))
    tab.table.selectRow(0)
    tab.copy_reminder()
    studio.settle()
    studio.picture("registration-reminded")
    communes, asked = studio.read(lambda s: commune_choices(s, today)), tab.unit_ids()
    studio.dialog("ask-communes", AskCommunesDialog(communes, asked, today, window))
    studio.dialog("quota", QuotaDialog("3 xã, phường", 5, today, window))
    studio.dialog("form-paper", FormPaperDialog("3 xã, phường", window))


def ask_lists(studio: Studio) -> None:
    """Five communes are asked for people of the second course, in the copy that is shown."""
    today = NOW.date()
    asked = (("03721", 30, 2), ("03724", 29, 2), ("03727", 10, 2), ("03754", 5, 5), ("03781", 4, 0))
    by = studio.context.by

    def write(session: Session) -> None:
        course = find_course(session, SECOND)
        wishes = [
            Wish(commune_by_code(session, code, today).id, quota, today - timedelta(days=days))
            for code, quota, days in asked
        ]
        ask(session, by, course.id, wishes)
        save_settings(session, by, contact="bà Lường Thị Hà, 0912 345 678")

    studio.context.database.write(write)


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
    Recipe("import", take_import),
    Recipe("register", take_register),
    Recipe("curriculum", take_curriculum),
    Recipe("settings", take_settings),
    Recipe("course dialogs", take_course_dialogs),
    Recipe("registration", take_registration),
    Recipe("person dialogs", take_person_dialogs),
    Recipe("program dialogs", take_program_dialogs),
    Recipe("merging", take_merging),
    Recipe("door", take_door),
)
