import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session
from taphuan.db.database import Database
from taphuan.importing.findings import FindingKind, Severity
from taphuan.importing.plan import ImportPlan
from taphuan.models.context import Context
from taphuan.models.enums import ImportRowState, Origin
from taphuan.models.errors import ErrorCode
from taphuan.models.imports import ImportBatch, ImportFinding, ImportRow
from taphuan.models.people import IdentityNumber, Person
from taphuan.services.closing import close_course
from taphuan.services.courses import CourseRecord
from taphuan.services.enrolments import course_people
from taphuan.services.lists.draft import ImportReport
from taphuan.services.settings import save_settings

ReadList = Callable[..., ImportPlan]
Bring = Callable[..., ImportReport]
MakeCourse = Callable[..., CourseRecord]
ADDED, MATCHED, HELD = ImportRowState.ADDED, ImportRowState.MATCHED, ImportRowState.HELD
HEAD = "STT;Họ và tên;Giới tính;Ngày sinh;Dân tộc;Số CCCD;Điện thoại;Bản;Xã;Chức vụ"
ÊN = "1;Lò Thị Ên;Nữ;1987;Thái;014187001234;0912345678;Bản Púa;Thuận Châu;Tổ trưởng"
BÌNH = "2;Vì Văn Bình;Nam;02/09/1990;Thái;;0388123456;Bản Nhộp;Mường É;Thành viên"


def counts(report: ImportReport) -> tuple[int, int, int]:
    return report.count(ADDED), report.count(MATCHED), report.count(HELD)


def people(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Person)) or 0


def kinds(report: ImportReport) -> list[FindingKind]:
    """What was found against what is known; what reading tells is told elsewhere."""
    return [f.kind for f in report.findings if f.kind is not FindingKind.YEAR_ONLY]


def test_a_list_becomes_people_with_place_role_and_enrolment(
    session: Session, bring: Bring, make_course: MakeCourse, read_list: ReadList
) -> None:
    course = make_course(session)
    report = bring(session, read_list(HEAD, ÊN, BÌNH), course)
    assert counts(report) == (2, 0, 0)
    bình, ên = course_people(session, course.id, reveal=True)
    assert (ên.name, ên.gender, ên.birth_year, ên.ethnic) == ("Lò Thị Ên", "Nữ", 1987, "Thái")
    assert (ên.identity, ên.phone, ên.role) == ("014187001234", "0912345678", "Tổ trưởng")
    assert (ên.hamlet, ên.commune) == ("Bản Púa", "Thuận Châu")
    assert (bình.name, bình.commune_code, bình.identity) == ("Vì Văn Bình", "03727", None)


def test_importing_the_list_again_adds_nobody_and_says_it_came_before(
    session: Session, bring: Bring, make_course: MakeCourse, read_list: ReadList
) -> None:
    course = make_course(session)
    plan = read_list(HEAD, ÊN, BÌNH)
    first = bring(session, plan, course)
    again = bring(session, plan, course)
    assert counts(again) == (0, 2, 0)
    assert people(session) == 2
    assert len(course_people(session, course.id)) == 2
    assert first.seen_before is None and again.seen_before is not None


def test_the_very_file_again_is_the_same_people_whatever_commune_is_said_now(
    session: Session, bring: Bring, make_course: MakeCourse, read_list: ReadList
) -> None:
    plan = read_list(HEAD, BÌNH.replace("Mường É", ""))
    bring(session, plan, make_course(session), commune="03727")
    again = bring(session, plan, make_course(session, code="TH-02"))
    assert (counts(again), people(session)) == ((0, 1, 0), 1)


def test_a_list_for_a_second_course_enrols_the_people_it_knows(
    session: Session, bring: Bring, make_course: MakeCourse, read_list: ReadList
) -> None:
    first, second = make_course(session, "TH-01"), make_course(session, "TH-02")
    bình = BÌNH.replace(";;0388123456", ";014090001111;0388123456")
    bring(session, read_list(HEAD, ÊN, bình), first)
    report = bring(session, read_list(HEAD, bình, ÊN), second)
    assert counts(report) == (0, 2, 0)
    assert people(session) == 2
    assert len(course_people(session, second.id)) == 2


def test_without_a_course_people_are_added_and_nobody_enrolled(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    assert counts(bring(session, read_list(HEAD, ÊN))) == (1, 0, 0)
    assert session.scalar(text("SELECT count(*) FROM enrolment")) == 0


def test_an_identity_number_joins_for_certain_whatever_else_the_row_says(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    bring(session, read_list(HEAD, ÊN))
    row = "1;Lò Thị Én;Nữ;1987;Thái;014187001234;0999999999;Bản Cụ;Mường É;"
    assert counts(bring(session, read_list(HEAD, row))) == (0, 1, 0)
    assert people(session) == 1


@pytest.mark.parametrize(
    "row",
    [
        "1;Lò Thị Ên;Nữ;1987;;;0999999999;Bản Púa;Thuận Châu;",
        "1;Lò Thị Én;Nữ;1987;;;;Bản Púa;Thuận Châu;",
        "1;Lò Thị Ên;Nữ;1987;;;;Bản Cụ;Thuận Châu;",
        "1;LÒ THỊ ÊN;Nam;1987;;;;Bản Púa;Thuận Châu;",
    ],
    ids=["another phone", "another accent", "another hamlet", "another sex"],
)
def test_a_row_that_only_looks_like_somebody_is_asked_and_waits(
    session: Session, bring: Bring, make_course: MakeCourse, read_list: ReadList, row: str
) -> None:
    course = make_course(session)
    bring(session, read_list(HEAD, ÊN))
    report = bring(session, read_list(HEAD, row), course)
    assert counts(report) == (0, 0, 1)
    asked = [f for f in report.findings if f.kind == FindingKind.POSSIBLE_DUPLICATE]
    assert [(f.severity, f.open, f.after) for f in asked] == [
        (Severity.QUESTION, True, "Lò Thị Ên")
    ]
    assert people(session) == 1
    assert course_people(session, course.id) == []


@pytest.mark.parametrize(
    "row",
    [
        "1;Lò Thị Ên;Nữ;1987;;;;Bản Púa;Mường É;",
        "1;Lò Thị Ên;Nữ;1988;;;;Bản Púa;Thuận Châu;",
        "1;Lò Thị Ên;Nữ;1987;;014187005678;;Bản Púa;Thuận Châu;",
    ],
    ids=["another commune", "another year", "another identity number"],
)
def test_a_namesake_who_is_clearly_another_is_added(
    session: Session, bring: Bring, read_list: ReadList, row: str
) -> None:
    bring(session, read_list(HEAD, ÊN))
    assert counts(bring(session, read_list(HEAD, row))) == (1, 0, 0)


def test_without_a_number_nobody_is_joined_unasked_however_much_agrees(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    bring(session, read_list(HEAD, BÌNH))
    row = "1;Vì Văn Bình;;02/09/1990;;;;Nhộp;xã Mường É;"
    for asked in (
        row,
        BÌNH.replace("2;", "7;", 1),
        row.replace("Nhộp", ""),
        row.replace("Vì", "Ví"),
    ):
        assert counts(bring(session, read_list(HEAD, asked))) == (0, 0, 1)
    assert people(session) == 1


def test_a_held_row_waits_with_its_cells_and_reasons_but_no_identity_number(
    session: Session, bring: Bring, make_course: MakeCourse, read_list: ReadList
) -> None:
    row = "1;Lò Thị Ên;Nữ;1987;Thái;014187001234;0912345678;Bản Púa;Xã Không Có;Tổ trưởng"
    report = bring(session, read_list(HEAD, row), make_course(session))
    assert counts(report) == (0, 0, 1)
    kept = session.scalars(select(ImportRow)).one()
    cells = json.loads(kept.cells or "{}")
    assert (cells["name"], cells["hamlet"], cells["phone"]) == (
        "Lò Thị Ên", "Bản Púa", "0912345678",
    )  # fmt: skip
    assert "014187001234" not in (kept.cells or "")
    asked = select(ImportFinding).where(ImportFinding.severity == Severity.QUESTION)
    finding = session.scalars(asked).one()
    assert (finding.kind, finding.severity) == (FindingKind.UNKNOWN_COMMUNE, Severity.QUESTION)
    assert (finding.before, finding.decision) == ("Xã Không Có", None)
    number = session.scalars(select(IdentityNumber)).one()
    assert (number.import_row_id, number.person_id) == (kept.id, None)


def test_what_is_read_is_added_matched_or_held(
    session: Session, bring: Bring, make_course: MakeCourse, read_list: ReadList
) -> None:
    held = "3;Cà Văn Chung;Nam;1970;Thái;;;Bản Cụ;Xã Không Có;"
    bring(session, read_list(HEAD, ÊN))
    report = bring(session, read_list(HEAD, ÊN, BÌNH, held), make_course(session))
    assert counts(report) == (1, 1, 1)
    batch = session.scalars(select(ImportBatch).order_by(ImportBatch.counter.desc())).first()
    assert batch is not None
    assert (batch.read, batch.added, batch.matched, batch.held) == (3, 1, 1, 1)
    assert (batch.file_name, batch.operator) == ("danh sach.csv", "Lường Thị Kiểm")


def place_of(session: Session, bring: Bring, read_list: ReadList, commune: str) -> ImportReport:
    row = f"1;Lò Thị Ên;Nữ;1987;Thái;;;Bản Púa;{commune};"
    return bring(session, read_list(HEAD, row))


def commune_of_the_only_person(session: Session) -> str:
    query = text("SELECT u.name FROM person p JOIN unit u ON u.id = p.unit_id")
    return str(session.execute(query).scalar_one())


def test_a_former_commune_is_moved_to_the_one_that_took_it_over(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    report = place_of(session, bring, read_list, "Phổng Lái")
    assert counts(report) == (1, 0, 0)
    (moved,) = [f for f in report.findings if f.kind == FindingKind.FORMER_COMMUNE]
    assert (moved.severity, moved.before, moved.after) == (
        Severity.REPAIR, "Phổng Lái", "xã Bình Thuận",
    )  # fmt: skip
    assert commune_of_the_only_person(session) == "Bình Thuận"
    finding = session.scalars(
        select(ImportFinding).where(ImportFinding.kind == FindingKind.FORMER_COMMUNE)
    ).one()
    assert (finding.decision, finding.decided_by) == ("accepted", "Lường Thị Kiểm")


def test_a_former_commune_waits_when_repairs_are_refused(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    plan = read_list(HEAD, "1;Lò Thị Ên;Nữ;1987;Thái;;;Bản Púa;Phổng Lái;")
    report = bring(session, plan, accept=False)
    assert counts(report) == (0, 0, 1)
    finding = session.scalars(
        select(ImportFinding).where(ImportFinding.kind == FindingKind.FORMER_COMMUNE)
    ).one()
    assert finding.decision is None


def test_a_former_commune_that_was_split_is_asked(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    """Thọ An of Hà Nội went to two communes."""
    save_settings(session, by, province_code="01")
    report = place_of(session, bring, read_list, "xã Thọ An")
    assert counts(report) == (0, 0, 1)
    assert kinds(report) == [FindingKind.SPLIT_COMMUNE]


def test_a_former_commune_of_a_province_that_was_merged_is_found_there(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    """Quang Kim was of Lào Cai (10); today Lào Cai is 15. Another Quang Kim lies elsewhere."""
    save_settings(session, by, province_code="15")
    assert counts(place_of(session, bring, read_list, "Quang Kim")) == (1, 0, 0)
    assert commune_of_the_only_person(session) == "Bát Xát"


def test_a_name_that_several_communes_of_other_provinces_bear_is_asked(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    save_settings(session, by, province_code="01")
    report = place_of(session, bring, read_list, "Bình Thuận")
    assert counts(report) == (0, 0, 1)
    assert FindingKind.AMBIGUOUS_COMMUNE in kinds(report)


def test_a_commune_of_another_province_is_taken_with_a_word_about_it(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    report = place_of(session, bring, read_list, "Phường Hoàn Kiếm")
    assert counts(report) == (1, 0, 0)
    (told,) = [f for f in report.findings if f.kind == FindingKind.OTHER_PROVINCE]
    assert told.after == "phường Hoàn Kiếm, thành phố Hà Nội"


def test_before_the_reform_a_list_names_the_communes_of_its_time(
    session: Session, bring: Bring, make_course: MakeCourse, read_list: ReadList
) -> None:
    course = make_course(session, first=date(2025, 3, 3))
    row = "1;Lò Thị Ên;Nữ;1987;Thái;;;Bản Púa;Phổng Lái;"
    report = bring(session, read_list(HEAD, row), course)
    assert (counts(report), kinds(report)) == ((1, 0, 0), [FindingKind.NEW_HAMLET])
    assert course_people(session, course.id)[0].commune == "Phổng Lái"


def test_a_hamlet_that_is_new_is_told_once(
    session: Session, bring: Bring, make_course: MakeCourse, read_list: ReadList
) -> None:
    rows = [f"{n};Lò Thị {name};Nữ;1987;Thái;;;Bản Púa;Mường É;" for n, name in enumerate("ABC")]
    course = make_course(session)
    assert kinds(bring(session, read_list(HEAD, *rows), course)) == [FindingKind.NEW_HAMLET]
    assert kinds(bring(session, read_list(HEAD, *rows), course)) == []


def test_the_commune_given_for_the_whole_list_wins_over_what_rows_name(
    session: Session, bring: Bring, make_course: MakeCourse, read_list: ReadList
) -> None:
    course = make_course(session)
    report = bring(session, read_list(HEAD, ÊN, BÌNH), course, commune="03724")
    assert counts(report) == (2, 0, 0)
    assert {p.commune for p in course_people(session, course.id)} == {"Bình Thuận"}


def test_a_list_that_names_no_commune_imports_without_a_question(
    session: Session, bring: Bring, make_course: MakeCourse, read_list: ReadList
) -> None:
    course = make_course(session)
    plan = read_list("Họ và tên;Năm sinh", "Lò Thị Ên;1987", "Vì Văn Bình;1990")
    report = bring(session, plan, course)
    assert (counts(report), kinds(report)) == ((2, 0, 0), [])
    assert [p.commune for p in course_people(session, course.id)] == [None, None]
    assert counts(bring(session, plan, course)) == (0, 2, 0)


def test_an_unknown_commune_code_and_a_closed_course_are_refused(
    session: Session,
    by: Context,
    bring: Bring,
    make_course: MakeCourse,
    read_list: ReadList,
    refused: Callable[..., ErrorCode],
) -> None:
    course, plan = make_course(session), read_list(HEAD, ÊN)
    code = refused(bring, session, plan, course, commune="99999")
    assert code == ErrorCode.UNKNOWN_COMMUNE
    close_course(session, by, course)
    assert refused(bring, session, plan, course) == ErrorCode.COURSE_CLOSED


def test_a_dry_run_tells_the_same_and_writes_nothing(
    database: Database,
    bring: Bring,
    make_course: MakeCourse,
    read_list: ReadList,
    stored: Callable[..., dict[str, str]],
) -> None:
    course = database.write(lambda session: make_course(session))
    plan = read_list(HEAD, ÊN, BÌNH, "3;Cà Văn Chung;Nam;1970;Thái;;;Bản Cụ;Xã Không Có;")
    before = stored(database.path)
    dry = database.rehearse(lambda session: bring(session, plan, course))
    assert counts(dry) == (2, 0, 1)
    assert stored(database.path) == before
    real = database.write(lambda session: bring(session, plan, course))
    assert counts(real) == counts(dry)
    assert kinds(real) == kinds(dry)


def test_progress_counts_the_rows(session: Session, bring: Bring, read_list: ReadList) -> None:
    told: list[Any] = []
    bring(session, read_list(HEAD, ÊN, BÌNH), progress=lambda n, of: told.append((n, of)))
    assert told == [(0, 4), (2, 4), (4, 4)]  # understood, then written


def test_an_import_that_is_cancelled_half_way_leaves_nothing(
    database: Database, bring: Bring, read_list: ReadList, stored: Callable[..., dict[str, str]]
) -> None:
    def cancel(done: int, total: int) -> None:
        raise InterruptedError

    before = stored(database.path)
    plan = read_list(HEAD, ÊN, BÌNH)
    with pytest.raises(InterruptedError):
        database.write(lambda session: bring(session, plan, progress=cancel))
    assert stored(database.path) == before


def test_everyone_from_a_list_is_marked_as_coming_from_it(
    session: Session, bring: Bring, make_course: MakeCourse, read_list: ReadList
) -> None:
    report = bring(session, read_list(HEAD, ÊN), make_course(session))
    row = session.scalars(select(ImportRow)).one()
    assert (row.batch_id, row.row, row.state) == (report.batch_id, 2, ADDED)
    assert row.cells is None
    enrolment = session.execute(text("SELECT origin, import_row_id FROM enrolment")).one()
    assert (enrolment[0], enrolment[1]) == (Origin.IMPORT, row.id.bytes)


def test_two_rows_of_one_person_in_one_list_are_one_person(
    session: Session, bring: Bring, make_course: MakeCourse, read_list: ReadList
) -> None:
    course = make_course(session)
    report = bring(session, read_list(HEAD, ÊN, ÊN.replace("1;", "2;", 1)), course)
    assert counts(report) == (1, 1, 0)
    assert len(course_people(session, course.id)) == 1


def test_the_day_of_a_list_without_course_is_today(
    session: Session, bring: Bring, clock: Any, read_list: ReadList
) -> None:
    clock.now = clock.now.replace(year=2025, month=1)
    assert datetime(2025, 1, 2).date() == clock.now.date()
    report = place_of(session, bring, read_list, "Phổng Lái")
    assert kinds(report) == [FindingKind.NEW_HAMLET]
    assert commune_of_the_only_person(session) == "Phổng Lái"
