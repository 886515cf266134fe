"""A form is brought in: its commune is known, and a corrected one comes back to the same people."""

from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from sqlalchemy.orm import Session
from taphuan.exports.registration_form import write_registration_form
from taphuan.models.context import Context
from taphuan.models.enums import ImportRowState
from taphuan.models.form_stamp import LIST_SHEET
from taphuan.services.courses import CourseRecord
from taphuan.services.enrolments import course_people
from taphuan.services.lists.bringing import bring_in, read_list
from taphuan.services.lists.choices import ListChoices
from taphuan.services.lists.draft import ImportReport
from taphuan.services.registration.papers import PaperOptions, registration_forms
from taphuan.services.registration.standing import FormLine, FormState, course_forms

TODAY = date(2026, 3, 2)


def line(session: Session, course: CourseRecord) -> FormLine:
    lines = course_forms(session, course.id, TODAY)
    return next(line for line in lines if line.commune_code == "03721")


def write(session: Session, course: CourseRecord, path: Path) -> Path:
    options = PaperOptions(blank_rows=3, with_known=True)
    form = line(session, course).form_id
    (paper,) = registration_forms(session, course, [form], TODAY, options)
    write_registration_form(path, paper)
    return path


def fill(path: Path, cells: dict[tuple[str, int], str]) -> None:
    """Types into cells, by column and by row below the header."""
    book = load_workbook(path)
    sheet = book[LIST_SHEET]
    header = next(row for row in range(1, 30) if sheet.cell(row, 1).value == "STT")
    for (column, row), text in cells.items():
        sheet[f"{column}{header + row}"] = text
    book.save(path)


def bring(session: Session, by: Context, path: Path) -> ImportReport:
    choices = ListChoices(course_code="TH-01")
    (report,) = bring_in(session, by, [read_list(path, choices, TODAY)], choices)
    return report


def test_a_form_fills_the_quota_and_its_correction_adds_nobody(
    session: Session, by: Context, asked: CourseRecord, tmp_path: Path
) -> None:
    path = write(session, asked, tmp_path / "anh chi gui.xlsx")
    people = {
        ("B", 1): "Lò Văn Thử", ("C", 1): "1988", ("D", 1): "Nam", ("G", 1): "Bản Nà La",
        ("B", 2): "Cà Thị Mới", ("C", 2): "02/03/1991", ("D", 2): "Nữ", ("F", 2): "0912888002",
    }  # fmt: skip
    fill(path, people)
    report = bring(session, by, path)
    assert [row.state for row in report.rows] == [ImportRowState.ADDED, ImportRowState.ADDED]
    assert (line(session, asked).received, line(session, asked).state) == (2, FormState.SENT)
    before = {p.person_id: p for p in course_people(session, asked.id)}
    assert {p.commune_code for p in before.values()} == {"03721"}

    corrected = write(session, asked, tmp_path / "sua lai.xlsx")
    # Cà Thị Mới stands first, by given name; her name was misspelt.
    fill(corrected, {("B", 1): "Cà Thị Mởi", ("F", 2): "0912888001"})
    again = bring(session, by, corrected)
    assert [row.state for row in again.rows] == [ImportRowState.MATCHED, ImportRowState.MATCHED]
    after = {p.person_id: p for p in course_people(session, asked.id)}
    assert after.keys() == before.keys()
    assert line(session, asked).received == 2
