"""A list of people that the program wrote, corrected in Excel, comes back to the same people."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from taphuan.exports.people import write_people
from taphuan.models.context import Context
from taphuan.models.enums import Gender, ImportRowState
from taphuan.models.people import Person
from taphuan.services.courses import CourseRecord
from taphuan.services.enrolments import EnrolmentRecord
from taphuan.services.identity import person_of_number
from taphuan.services.lists.bringing import bring_in, read_list
from taphuan.services.lists.choices import ListChoices
from taphuan.services.merging import merge as merge_people
from taphuan.services.people import get_person
from taphuan.services.people_lines import people_found, people_of_course

MakePerson = Callable[..., UUID]
DAY = date(2026, 3, 2)
NUMBER = "014187001234"


@pytest.fixture
def people(session: Session, make_person: MakePerson) -> dict[str, UUID]:
    """Two namesakes of one year without numbers, and somebody with everything."""
    ên = make_person(
        session,
        "Lò Thị Ên",
        hamlet="Bản Púa",
        gender=Gender.FEMALE,
        birth_date=date(1987, 5, 1),
        identity_number=NUMBER,
        phone="0912345678",
    )
    first, second = (
        make_person(session, "Vì Văn Bình", hamlet="Bản Bó", birth_year=1990) for _ in range(2)
    )
    return {"ên": ên, "first": first, "second": second}


def correct(path: Path, row: int, column: str, text: object) -> None:
    """Change a cell as somebody does in Excel; rows count from the first person."""
    book = load_workbook(path)
    sheet = book.active
    assert sheet is not None
    heads = next(r for r in sheet.iter_rows() if r[0].value == "STT")
    at = next(cell for cell in heads if cell.value == column)
    sheet.cell(heads[0].row + row, at.column).value = text
    book.save(path)


def bring(session: Session, by: Context, path: Path, course: str = "") -> tuple[int, int, int]:
    choices = ListChoices(course_code=course)
    (report,) = bring_in(session, by, [read_list(path, choices, DAY)], choices)
    states = ImportRowState
    added, matched, held = map(report.count, (states.ADDED, states.MATCHED, states.HELD))
    return added, matched, held


@pytest.mark.parametrize("name", ["ds.xlsx", "ds.csv"])
def test_a_list_that_nobody_touched_changes_nobody(
    session: Session, by: Context, people: dict[str, UUID], tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    write_people(path, "DANH SÁCH HỌC VIÊN", people_found(session, ""))
    columns = select(Person.id, Person.name, Person.phone, Person.birth_date, Person.hamlet_id)
    before = session.execute(columns).all()
    assert bring(session, by, path) == (0, 3, 0)
    assert session.execute(columns).all() == before
    assert person_of_number(session, NUMBER) == people["ên"]


def test_a_corrected_phone_goes_to_the_right_one_of_two_namesakes(
    session: Session, by: Context, people: dict[str, UUID], tmp_path: Path
) -> None:
    path = tmp_path / "ds.xlsx"
    listed = people_found(session, "")
    write_people(path, "DANH SÁCH HỌC VIÊN", listed)
    at = [person.program_id for person in listed].index(str(people["second"]))
    correct(path, at + 1, "Số điện thoại", "0988000111")
    assert bring(session, by, path) == (0, 3, 0)
    assert get_person(session, people["second"]).phone == "0988000111"
    assert get_person(session, people["first"]).phone is None
    assert session.scalar(select(func.count()).select_from(Person)) == 3


def test_a_year_typed_where_nothing_stood_is_kept(
    session: Session, by: Context, make_person: MakePerson, tmp_path: Path
) -> None:
    person = make_person(session, "Lò Văn Ín", hamlet="Bản Lào")
    path = tmp_path / "ds.xlsx"
    write_people(path, "DANH SÁCH HỌC VIÊN", people_found(session, ""))
    correct(path, 1, "Năm sinh", 1970)
    assert bring(session, by, path) == (0, 1, 0)
    session.expire_all()
    assert get_person(session, person).birth_year == 1970


def test_a_corrected_name_is_not_somebody_new(
    session: Session, by: Context, people: dict[str, UUID], tmp_path: Path
) -> None:
    path = tmp_path / "ds.xlsx"
    write_people(path, "DANH SÁCH HỌC VIÊN", people_found(session, "en"))
    correct(path, 1, "Họ và tên", "Lò Thị Én")
    assert bring(session, by, path) == (0, 1, 0)
    assert get_person(session, people["ên"]).name == "Lò Thị Én"


def test_the_list_of_a_course_comes_back_into_it(
    session: Session,
    by: Context,
    people: dict[str, UUID],
    make_course: Callable[..., CourseRecord],
    enrolled: Callable[..., EnrolmentRecord],
    tmp_path: Path,
) -> None:
    course = make_course(session)
    enrolled(session, course, person=people["ên"], hamlet="Bản Púa")
    path = tmp_path / "ds.xlsx"
    write_people(path, "DANH SÁCH HỌC VIÊN KHÓA TH-01", people_of_course(session, course))
    assert bring(session, by, path, course.code) == (0, 1, 0)
    assert len(people_of_course(session, course)) == 1


def test_a_list_written_before_two_were_merged_comes_back_to_who_they_are_now(
    session: Session, by: Context, people: dict[str, UUID], tmp_path: Path
) -> None:
    path = tmp_path / "ds.xlsx"
    listed = people_found(session, "binh")
    write_people(path, "DANH SÁCH HỌC VIÊN", listed)
    at = [person.program_id for person in listed].index(str(people["second"]))
    correct(path, at + 1, "Số điện thoại", "0988000111")
    merge_people(session, by, people["first"], people["second"])
    added, _, held = bring(session, by, path)
    assert (added, held) == (0, 0)
    assert get_person(session, people["first"]).phone == "0988000111"
