"""The form goes out, is filled in, and comes back: exactly the people who were filled in."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy.orm import Session
from taphuan.exports.registration_form import write_registration_form, write_registration_forms
from taphuan.importing.fields import Field
from taphuan.importing.form_stamp import read_stamp
from taphuan.importing.plan import ImportPlan
from taphuan.importing.read import read_file
from taphuan.importing.rows import read_people
from taphuan.models.context import Context
from taphuan.models.enums import Gender, Origin
from taphuan.models.form_stamp import KNOWN_SHEET, LIST_SHEET, STAMP_SHEET
from taphuan.services.courses import CourseRecord
from taphuan.services.enrolments import EnrolmentPlace, EnrolmentRecord, enrol
from taphuan.services.lists.bringing import ethnic_names
from taphuan.services.places import hamlet_called
from taphuan.services.register.teams import TeamData, add_team
from taphuan.services.registration.asked import Wish, ask, change
from taphuan.services.registration.papers import PaperOptions, registration_forms
from taphuan.services.registration.standing import course_forms

TODAY = date(2026, 3, 2)
Enrolled = Callable[..., EnrolmentRecord]
HEADINGS = [
    "STT", "Họ và tên", "Ngày sinh (hoặc năm sinh)", "Giới tính", "Số căn cước", "Số điện thoại",
    "Thôn, bản, tổ dân phố", "Tổ (Tổ CNSCĐ)", "Chức vụ (vai trò)", "Đơn vị công tác", "Ghi chú",
    "Mã Tập Huấn",
]  # fmt: skip


@pytest.fixture
def make(session: Session, asked: CourseRecord, tmp_path: Path) -> Callable[..., Path]:
    """Writes the form of Thuận Châu; words are options of the paper."""

    def write(**options: Any) -> Path:
        line = next(
            line for line in course_forms(session, asked.id, TODAY) if line.commune_code == "03721"
        )
        options_ = PaperOptions(**options)
        (form,) = registration_forms(session, asked, [line.form_id], TODAY, options_)
        path = tmp_path / "phieu.xlsx"
        write_registration_form(path, form)
        return path

    return write


def header_row(sheet: Worksheet) -> int:
    return next(row for row in range(1, 30) if sheet.cell(row, 1).value == "STT")


def fill(path: Path, people: list[list[str | None]], after: int = 0) -> None:
    """Types people into the first free rows, as somebody in Excel would."""
    book = load_workbook(path)
    sheet = book[LIST_SHEET]
    first = header_row(sheet) + 1 + after
    for row, cells in enumerate(people, first):
        for column, text in enumerate(cells, 2):
            if text is not None:
                sheet.cell(row, column).value = text
    book.save(path)
    book.close()


def read(path: Path) -> ImportPlan:
    return read_people(path, ethnic_names(), today=TODAY)


def test_a_filled_form_gives_exactly_the_people_who_were_filled_in(
    make: Callable[..., Path],
) -> None:
    path = make(blank_rows=6)
    fill(
        path,
        [
            ["Lò Thị Hương", "15/08/1990", "Nữ", "014190000011", "0912000001", "Bản Púa",
             "Tổ CNSCĐ bản Púa", "Tổ trưởng", None, "trưởng bản"],
            ["Quàng Văn Ín", "1985", "Nam", None, "0912000002", "Tiểu khu 3", None, None,
             "Trường Tiểu học Thuận Châu", None],
        ],
    )  # fmt: skip
    plan = read(path)
    first, second = plan.rows
    assert (first.name, first.birth_date, first.gender) == (
        "Lò Thị Hương", date(1990, 8, 15), Gender.FEMALE,
    )  # fmt: skip
    assert (first.identity_number, first.phone) == ("014190000011", "0912000001")
    assert (first.hamlet, first.team) == ("Bản Púa", "Tổ CNSCĐ bản Púa")
    assert (first.role, first.note, first.program_id) == ("Tổ trưởng", "trưởng bản", None)
    assert (second.name, second.birth_date, second.birth_year) == ("Quàng Văn Ín", None, 1985)
    assert (second.hamlet, second.employer) == ("Tiểu khu 3", "Trường Tiểu học Thuận Châu")
    assert not any(row.held for row in plan.rows)
    assert plan.sheets_without_table == ()


def test_every_heading_is_read_with_certainty(make: Callable[..., Path]) -> None:
    path = make()
    sheet = load_workbook(path)[LIST_SHEET]
    row = header_row(sheet)
    assert [sheet.cell(row, column).value for column in range(1, 13)] == HEADINGS
    fill(path, [["Lò Thị Hương"]])
    (table,) = read(path).tables
    assert list(table.columns.values()) == [
        Field.NUMBER, Field.NAME, Field.BIRTH, Field.GENDER, Field.IDENTITY_NUMBER, Field.PHONE,
        Field.HAMLET, Field.TEAM, Field.ROLE, Field.EMPLOYER, Field.NOTE, Field.PROGRAM_ID,
    ]  # fmt: skip


def test_an_empty_form_brings_nobody(make: Callable[..., Path]) -> None:
    assert read(make(blank_rows=25)).rows == ()


def test_those_who_are_in_the_course_come_back_as_the_same_people(
    session: Session, by: Context, asked: CourseRecord, enrolled: Enrolled, make: Any
) -> None:
    facts = {"gender": Gender.FEMALE, "birth_year": 1990, "identity_number": "014190000011"}
    known = enrolled(session, asked, "Lò Thị Ên", hamlet="Bản Púa", **facts)
    enrolled(session, asked, "Cà Văn Nga", "03727")
    path = make(blank_rows=3)
    fill(path, [["Quàng Văn Ín", "1985", "Nam"]], after=1)
    first, second = read(path).rows
    assert (first.program_id, second.program_id) == (str(known.person_id), None)
    assert (first.name, first.birth_year, first.hamlet) == ("Lò Thị Ên", 1990, "Bản Púa")
    assert (first.held, first.identity_number) == (False, None)
    assert "014190000011" not in path_text(path)


def path_text(path: Path) -> str:
    """All that stands in any cell."""
    book = load_workbook(path)
    cells = (c for sheet in book for row in sheet.iter_rows(values_only=True) for c in row)
    return "\n".join(str(cell) for cell in cells if cell is not None)


def test_people_to_copy_from_are_listed_but_never_register(
    session: Session, by: Context, asked: CourseRecord, make_course: Any, enrolled: Enrolled,
    make: Any,
) -> None:  # fmt: skip
    earlier = make_course(session, "TH-00", first=date(2026, 1, 5))
    old = enrolled(session, earlier, "Lò Thị Ên", birth_year=1990, identity_number="014190000011")
    assert KNOWN_SHEET not in load_workbook(make()).sheetnames
    path = make(with_known=True)
    text = path_text(path)
    assert str(old.person_id) in text
    assert "014190000011" not in text
    assert "••••••••0011" in text
    fill(path, [["Quàng Văn Ín", "1985", "Nam"]])
    assert [row.name for row in read(path).rows] == ["Quàng Văn Ín"]


def test_the_form_is_known_by_its_stamp_when_it_comes_back(
    session: Session, asked: CourseRecord, make: Any
) -> None:
    path = make()
    line = next(
        line for line in course_forms(session, asked.id, TODAY) if line.commune_code == "03721"
    )
    fill(path, [["Quàng Văn Ín", "1985", "Nam"]])
    stamp = read_stamp(read_file(path))
    assert stamp is not None
    assert (stamp.form_id, stamp.course_code, stamp.commune_code) == (
        line.form_id,
        "TH-01",
        "03721",
    )
    book = load_workbook(path)
    assert book[STAMP_SHEET].sheet_state == "veryHidden"
    book[STAMP_SHEET]["B2"] = "…"
    book.save(path)
    assert read_stamp(read_file(path)) is None


def test_drop_downs_offer_the_hamlets_and_teams_of_the_commune_only(
    session: Session, by: Context, make: Any, unit: Callable[[str], UUID]
) -> None:
    team = TeamData(unit("03721"), "Tổ CNSCĐ bản Púa", hamlet="Bản Púa")
    add_team(session, by, team, date(2026, 3, 2))
    hamlet_called(session, by, unit("03727"), "Bản Bó")
    book = load_workbook(make())
    offered = path_offers(book[STAMP_SHEET])
    assert ("Bản Púa",) in offered
    assert ("Tổ CNSCĐ bản Púa",) in offered
    assert ("Nam", "Nữ") in offered
    assert ("Tổ trưởng", "Tổ phó", "Thành viên") in offered
    assert not any("Bản Bó" in words for words in offered)
    lists = [v for v in book[LIST_SHEET].data_validations.dataValidation if v.type == "list"]
    assert len(lists) == 4


def path_offers(sheet: Worksheet) -> set[tuple[str, ...]]:
    columns = sheet.iter_cols(min_col=4, values_only=True)
    return {tuple(str(cell) for cell in column if cell) for column in columns}


def test_the_ethnic_group_is_asked_only_when_it_is_asked_for(make: Any) -> None:
    assert "Dân tộc" not in path_text(make())
    text = path_text(make(with_ethnic=True))
    assert "Dân tộc" in text
    assert "Khơ Mú" in text


def test_what_is_typed_stays_as_it_is_typed(make: Any) -> None:
    sheet = load_workbook(make())[LIST_SHEET]
    row = header_row(sheet) + 1
    assert {sheet.cell(row, column).number_format for column in range(2, 13)} == {"@"}
    assert not sheet.protection.sheet


def test_the_head_says_whose_form_it_is_and_until_when(make: Any) -> None:
    text = path_text(make())
    for part in (
        "UBND TỈNH SƠN LA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "PHIẾU ĐĂNG KÝ HỌC VIÊN",
        "Khóa tập huấn: Kỹ năng số cơ bản (TH-01)", "Đơn vị đăng ký: xã Thuận Châu, tỉnh Sơn La",
        "Thời gian: từ ngày 02/03/2026 đến ngày 06/03/2026 (5 buổi)", "Chỉ tiêu: 2 người",
        "Hạn gửi: 27/02/2026", "Địa điểm: Nhà văn hóa bản Púa",
    ):  # fmt: skip
        assert part in text


def test_rows_follow_the_quota_unless_told_otherwise(
    session: Session, by: Context, asked: CourseRecord, enrolled: Enrolled, make: Any
) -> None:
    def numbered(path: Path) -> int:
        sheet = load_workbook(path)[LIST_SHEET]
        first = header_row(sheet) + 1
        return sum(isinstance(sheet.cell(row, 1).value, int) for row in range(first, first + 60))

    line = next(x for x in course_forms(session, asked.id, TODAY) if x.commune_code == "03721")
    assert numbered(make()) == 2
    enrolled(session, asked, "Lò Thị Ên")
    assert numbered(make()) == 2
    assert numbered(make(blank_rows=7)) == 8
    change(session, by, [line.form_id], quota=None)
    assert numbered(make()) == 11


def test_a_folder_gets_a_file_for_each_commune(
    session: Session, by: Context, asked: CourseRecord, tmp_path: Path
) -> None:
    forms = [line.form_id for line in course_forms(session, asked.id, TODAY)]
    told: list[tuple[int, int]] = []
    written = write_registration_forms(
        tmp_path / "phiếu", registration_forms(session, asked, forms, TODAY),
        lambda done, total: told.append((done, total)),
    )  # fmt: skip
    assert [path.name for path in written] == [
        "TH-01 Phiếu đăng ký xã Co Mạ.xlsx",
        "TH-01 Phiếu đăng ký xã Mường É.xlsx",
        "TH-01 Phiếu đăng ký xã Thuận Châu.xlsx",
    ]
    assert told[-1] == (3, 3)
    stamps = [read_stamp(read_file(path)) for path in written]
    assert {s.commune_code for s in stamps if s} == {"03721", "03727", "03781"}


def test_a_form_of_no_course_names_the_commune_alone(
    session: Session, by: Context, unit: Callable[[str], UUID], tmp_path: Path, make_person: Any
) -> None:
    form = ask(session, by, None, [Wish(unit("03721"), 3)]).forms[0]
    (paper,) = registration_forms(session, None, [form], TODAY)
    write_registration_form(tmp_path / "p.xlsx", paper)
    stamp = read_stamp(read_file(tmp_path / "p.xlsx"))
    assert stamp is not None
    assert stamp.course_code == ""
    assert "Khóa tập huấn" not in path_text(tmp_path / "p.xlsx")


def test_a_form_that_was_prefilled_by_a_walk_in_counts_the_place_of_the_enrolment(
    session: Session, by: Context, asked: CourseRecord, make: Any, make_person: Any, unit: Any
) -> None:
    person = make_person(session, "Lò Thị Ên", commune="03727")
    enrol(session, by, asked.id, person, EnrolmentPlace(unit("03721")), Origin.TYPED)
    assert [row.name for row in read(make()).rows] == ["Lò Thị Ên"]
