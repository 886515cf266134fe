"""The registration form (phiếu đăng ký học viên): an Excel that a commune fills in and returns.

One landscape page of A4. Every cell is text, so that Excel neither takes zeros nor turns days
round. No cell is locked: a protected sheet would hinder who pastes, inserts rows or widens columns.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..models.errors import AppError, ErrorCode
from ..models.form_stamp import KNOWN_SHEET, LIST_SHEET, STAMP_SHEET, FormStamp
from . import formats
from .files import replaced
from .paper import COUNTRY, MOTTO
from .records import CourseHead, Issuer, Progress, no_progress
from .registration_columns import FormChoices, FormColumn, FormPerson, form_columns
from .registration_rows import (
    LINE,
    NUMBER_WIDTH,
    ROW,
    Looks,
    room,
    set_up,
    write_header,
    write_person,
)
from .sheets import lines_needed

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

TITLE = "PHIẾU ĐĂNG KÝ HỌC VIÊN"
_RULE = (
    "Mỗi người ghi một dòng; thiếu dòng thì chèn thêm dòng vào giữa bảng. Không đổi tên cột, không"
    " sửa cột Mã Tập Huấn, gửi lại đúng tệp Excel này."
)
_TO_COPY = (
    "Đây là những người đã có trong chương trình. Chép cả dòng (kể cả cột Mã Tập Huấn) sang trang"
    f" “{LIST_SHEET}” nếu người đó học khóa này. Trang này không được tính là danh sách đăng ký."
)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_ROWS_OF_A_PAGE = 26
_HIGH_ROW, _HIGH_ROWS = 24.0, 16
"""So few rows are made high enough for a pen: forms are filled in on paper too."""


@dataclass(frozen=True)
class RegistrationForm:
    """What a form says. `commune` is with its province; texts may be empty and are left out.

    `people` stand in it already, `blank_rows` follow; `known` (None: no such sheet) are to copy.
    """

    stamp: FormStamp
    issuer: Issuer
    commune: str
    course: CourseHead | None = None
    quota: int | None = None
    deadline: date | None = None
    contact: str = ""
    note: str = ""
    team: str = "Tổ công nghệ số cộng đồng"
    people: Sequence[FormPerson] = ()
    blank_rows: int = 10
    choices: FormChoices = field(default_factory=FormChoices)
    with_ethnic: bool = False
    known: Sequence[FormPerson] | None = None


def write_registration_form(path: Path, form: RegistrationForm) -> None:
    """Write the form as .xlsx. Raises AppError FILE_NOT_WRITABLE, DISK_FULL."""
    from xlsxwriter import Workbook

    with replaced(path) as temporary:
        # Zipped in memory: a disk that fills up in between leaves no open file behind.
        zipped = BytesIO()
        book = Workbook(zipped)
        try:
            _write(book, form)
        finally:
            book.close()
        temporary.write_bytes(zipped.getvalue())


def write_registration_forms(
    folder: Path, forms: Sequence[RegistrationForm], progress: Progress = no_progress
) -> list[Path]:
    """Write a file for each form into a folder, which is made when it is not there.

    Files written before a cancel stay: each is whole. Raises AppError FILE_NOT_WRITABLE.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AppError(ErrorCode.FILE_NOT_WRITABLE, file=str(folder)) from error
    paths: list[Path] = []
    for form in forms:
        progress(len(paths), len(forms))
        path = folder / file_name(form)
        if path in paths:  # namesakes of two provinces
            path = path.with_stem(f"{path.stem} {form.stamp.commune_code}")
        write_registration_form(path, form)
        paths.append(path)
    progress(len(paths), len(forms))
    return paths


def file_name(form: RegistrationForm) -> str:
    """ "TH-01 Phiếu đăng ký xã Thuận Châu.xlsx", as every system takes it."""
    commune = form.commune.partition(",")[0]
    words = f"{form.stamp.course_code} Phiếu đăng ký {commune}".strip()
    return f"{_FORBIDDEN.sub('-', words)}.xlsx"


def _write(book: "Workbook", form: RegistrationForm) -> None:
    book.set_properties({"title": f"{TITLE}: {form.commune}", "author": form.issuer.agency})
    columns = form_columns(form.team, form.choices, form.with_ethnic)
    looks = Looks(book)
    _ListSheet(book, form, columns, looks).write()
    if form.known is not None:
        _write_known(book, form, columns, looks)
    _write_stamp(book, form.stamp, columns)


def _write_stamp(book: "Workbook", stamp: FormStamp, columns: Sequence[FormColumn]) -> None:
    """The hidden sheet: the stamp, and what the drop-downs offer, a column each."""
    sheet = book.add_worksheet(STAMP_SHEET)
    for row, (name, text) in enumerate(stamp.rows()):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, text)
    for index, column in enumerate(columns):
        for row, offered in enumerate(column.choices):
            sheet.write_string(row, _offer_column(index), offered)
    sheet.protect()
    sheet.very_hidden()


def _offer_column(index: int) -> int:
    return index + 3


def _write_known(
    book: "Workbook", form: RegistrationForm, columns: Sequence[FormColumn], looks: "Looks"
) -> None:
    sheet = book.add_worksheet(KNOWN_SHEET)
    set_up(sheet, columns)
    last = len(columns)
    sheet.merge_range(0, 0, 0, last, f"{KNOWN_SHEET}: {form.commune}", looks.title)
    sheet.merge_range(1, 0, 1, last, _TO_COPY, looks.rule)
    sheet.set_row(1, LINE * lines_needed(_TO_COPY, room(columns)) + 3)
    write_header(sheet, 2, columns, looks)
    sheet.freeze_panes(3, 2)
    for row, person in enumerate(form.known or (), 3):
        write_person(sheet, row, row - 2, person, columns, looks)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)
    sheet.ignore_errors({"number_stored_as_text": f"A1:Z{len(form.known or ()) + 4}"})


class _ListSheet:
    """The sheet that is filled in, from its head to the signatures."""

    def __init__(
        self,
        book: "Workbook",
        form: RegistrationForm,
        columns: Sequence[FormColumn],
        looks: "Looks",
    ) -> None:
        self.form, self.columns, self.looks = form, columns, looks
        self.sheet: Worksheet = book.add_worksheet(LIST_SHEET)
        self.last = sum(not column.for_program for column in columns)
        """The last printed column."""
        self.left_end = 4
        self.right_start = self.last - 4
        self.row = 0

    def write(self) -> None:
        set_up(self.sheet, self.columns)
        self._masthead()
        self._titles()
        self._facts()
        header = self.row
        write_header(self.sheet, header, self.columns, self.looks)
        self.row += 1
        first = self.row
        self._rows()
        self._guide(first, self.row - 1)
        self._signatures()
        self._page(header)

    def _masthead(self) -> None:
        """Agencies on the left, country and motto on the right (NĐ 30/2020, Phụ lục I)."""
        issuer, looks = self.form.issuer, self.looks
        # The short line is made of characters: a drawing stands elsewhere in each program.
        line = "─" * (len(issuer.agency) // 2)
        left = [(issuer.agency.upper(), looks.country), (line, looks.line)]
        if issuer.parent_agency:
            left.insert(0, (issuer.parent_agency.upper(), looks.agency))
        right = [(COUNTRY, looks.country), (MOTTO, looks.motto), ("", looks.line)]
        for at, (text, look) in enumerate(right):
            of_left = left[at] if at < len(left) else ("", looks.line)
            self._pair(of_left, (text, look), 9 if at == len(right) - 1 else ROW)

    def _pair(self, left: tuple[str, "Format"], right: tuple[str, "Format"], height: float) -> None:
        width = 0.8 * (NUMBER_WIDTH + sum(c.width for c in self.columns[: self.left_end]))
        lines = lines_needed(left[0], width) if " " in left[0] else 1
        self.sheet.set_row(self.row, max(height, 1.25 * LINE * lines if lines > 1 else 0))
        self.sheet.merge_range(self.row, 0, self.row, self.left_end, *left)
        self.sheet.merge_range(self.row, self.right_start, self.row, self.last, *right)
        self.row += 1

    def _titles(self) -> None:
        course = self.form.course
        self._across(TITLE, self.looks.title, 22)
        if course is not None:
            self._across(f"Khóa tập huấn: {course.title} ({course.code})", self.looks.course)

    def _facts(self) -> None:
        """Who registers, for when and where; how many, until when, to whom."""
        left, right = self._facts_of_course(), self._facts_of_form()
        halves = max(len(left), len(right))
        split = self.right_start - 1
        rooms = [c.width for c in self.columns]
        widths = sum(rooms[: split - 1]) + NUMBER_WIDTH, sum(rooms[split - 1 : self.last])
        for index in range(halves):
            texts = [part[index] if index < len(part) else "" for part in (left, right)]
            needed = [lines_needed(t, w) for t, w in zip(texts, widths, strict=True)]
            self.sheet.set_row(self.row, LINE * max(needed) + 2)
            self.sheet.merge_range(self.row, 0, self.row, split - 1, texts[0], self.looks.fact)
            self.sheet.merge_range(self.row, split, self.row, self.last, texts[1], self.looks.fact)
            self.row += 1
        if self.form.note:
            self._across(self.form.note, self.looks.fact)
        self._across(_RULE, self.looks.rule)

    def _facts_of_course(self) -> list[str]:
        course = self.form.course
        facts = [f"Đơn vị đăng ký: {self.form.commune}"]
        if course is not None:
            days = formats.span(course.first_day, course.last_day)
            sessions = f" ({course.sessions} buổi)" if course.sessions else ""
            facts += [f"Thời gian: {days[:1].lower()}{days[1:]}{sessions}"] if days else []
            facts += [f"Địa điểm: {course.venue}"] if course.venue else []
        return facts

    def _facts_of_form(self) -> list[str]:
        form = self.form
        to = "; ".join(part for part in (form.issuer.agency, form.contact) if part)
        facts = (
            ("Chỉ tiêu", f"{formats.number(form.quota)} người" if form.quota else ""),
            ("Hạn gửi", formats.day(form.deadline)),
            ("Nơi nhận", to),
        )
        return [f"{name}: {text}" for name, text in facts if text]

    def _across(self, text: str, look: "Format", height: float = 0) -> None:
        needed = LINE * lines_needed(text, room(self.columns)) + 3
        self.sheet.set_row(self.row, max(height, needed))
        self.sheet.merge_range(self.row, 0, self.row, self.last, formats.clean(text), look)
        self.row += 1

    def _rows(self) -> None:
        people: list[FormPerson | None] = [*self.form.people, *[None] * self.form.blank_rows]
        height = _HIGH_ROW if len(people) <= _HIGH_ROWS else ROW
        for number, person in enumerate(people, 1):
            write_person(self.sheet, self.row, number, person, self.columns, self.looks, height)
            self.row += 1

    def _guide(self, first: int, last: int) -> None:
        """Hints and drop-downs; what they do not offer is warned of, never refused."""
        for index, column in enumerate(self.columns, 1):
            if last >= first and (rule := _validation(index, column)):
                self.sheet.data_validation(first, index, last, index, rule)
        self.sheet.ignore_errors({"number_stored_as_text": f"A{first + 1}:Z{last + 1}"})

    def _signatures(self) -> None:
        self.row += 1
        half = self.right_start
        for left, right, look in (
            ("", "………, ngày …… tháng …… năm ……", self.looks.place),
            ("NGƯỜI LẬP PHIẾU", "TM. ỦY BAN NHÂN DÂN", self.looks.country),
            ("(Ký, ghi rõ họ tên)", "(Ký tên, đóng dấu)", self.looks.place),
        ):
            self.sheet.merge_range(self.row, 1, self.row, 3, left, look)
            self.sheet.merge_range(self.row, half, self.row, self.last, right, look)
            self.row += 1
        self.row += 3

    def _page(self, header: int) -> None:
        sheet, rows = self.sheet, len(self.form.people) + self.form.blank_rows
        sheet.freeze_panes(header + 1, 2)
        sheet.print_area(0, 0, self.row, self.last)
        sheet.fit_to_pages(1, 1 if rows <= _ROWS_OF_A_PAGE else 0)
        if rows > _ROWS_OF_A_PAGE:
            sheet.repeat_rows(header)
            sheet.set_footer("&R&P/&N")
        sheet.center_horizontally()
        sheet.set_selection(header + 1 + len(self.form.people), 1, header + 1, 1)


def _validation(index: int, column: FormColumn) -> dict[str, Any] | None:
    rule: dict[str, Any] = {"validate": "any"}
    if column.choices:
        rule = {"validate": "list", "source": _source(index, len(column.choices))}
    elif column.most:
        rule = {"validate": "length", "criteria": "between",
                "minimum": column.least, "maximum": column.most}  # fmt: skip
    elif not column.hint:
        return None
    warning = {"error_type": "warning", "error_title": column.title[:32], "error_message":
               f"Xin xem lại ô này. {column.hint}"[:255]}  # fmt: skip
    free = {"show_error": False} if column.choices and "gõ" in column.hint else {}
    return {**rule, "input_title": column.title[:32], "input_message": column.hint[:255],
            **warning, **free}  # fmt: skip


def _source(index: int, count: int) -> str:
    from xlsxwriter.utility import xl_range_abs

    column = _offer_column(index - 1)
    return f"={STAMP_SHEET}!{xl_range_abs(0, column, count - 1, column)}"
