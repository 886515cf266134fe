from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select
from taphuan.db.database import Database
from taphuan.importing.fields import Field
from taphuan.importing.findings import FindingKind
from taphuan.importing.legacy import Encoding
from taphuan.models.context import Context
from taphuan.models.enums import ImportRowState
from taphuan.models.errors import AppError, ErrorCode
from taphuan.models.form_stamp import LIST_SHEET, STAMP_SHEET, FormStamp
from taphuan.models.imports import ImportBatch
from taphuan.models.people import Person
from taphuan.services.closing import close_course
from taphuan.services.courses import CourseRecord, find_course
from taphuan.services.enrolments import course_people
from taphuan.services.lists.review import ReviewLine
from taphuan.ui.context import AppContext
from taphuan.ui.jobs import Jobs
from taphuan.ui.pages.import_steps import draft
from taphuan.ui.pages.import_steps.comparison_grid import ComparisonGrid
from taphuan.ui.pages.import_steps.import_page import ImportPage, Step
from taphuan.ui.pages.people import PeoplePage
from taphuan.ui.theme import Theme
from taphuan.ui.widgets.status_pill import StatusPill

SAMPLES = Path(__file__).parents[1] / "samples"
ROWS = (
    "STT;Họ và tên;Ngày sinh;Số CCCD;Điện thoại;Xã;Quê",
    "1;Lò Thị Ên;05/03/1987;014187001234;912345678;Mường É;Bản Púa",
    "2;Vì Văn Bình;32/13/1990;;0388123456;Mường É;Bản Púa",
    "3;Cầm Thị Dung;1991;;0388123457;Phổng Lái;Bản Lào",
    "4;Tòng Văn Giang;1992;;0388123458;Mường É;Bản Pá",
    "5;Tòng Văn Giang;1992;;0388123458;Mường É;Bản Pá",
)


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    path = tmp_path / "danh sach.csv"
    path.write_text("\n".join(ROWS) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def context(
    data_file: Path, jobs: Jobs, theme: Theme, by: Context, tmp_path: Path
) -> Iterator[AppContext]:
    context = AppContext(data_file, Database, by, jobs, theme, tmp_path / "taphuan.ini")
    yield context
    context.close()


@pytest.fixture
def people_page(
    qtbot: QtBot, context: AppContext, database: Database, make_course: Callable[..., CourseRecord]
) -> PeoplePage:
    """The page, opened to bring a list into the course TH-01."""
    database.write(lambda session: make_course(session))
    page = PeoplePage(context)
    qtbot.addWidget(page)
    context.jobs.changed.connect(page.on_changed)
    page.resize(1170, 700)
    page.open(("import", "TH-01"))
    page.show()
    page.show_page()
    qtbot.waitUntil(lambda: page.importing.file.course_code() == "TH-01")
    return page


@pytest.fixture
def page(people_page: PeoplePage) -> ImportPage:
    return people_page.importing


def idle(page: ImportPage) -> bool:
    return not page.intake.is_busy


def read(qtbot: QtBot, page: ImportPage, *paths: Path) -> None:
    """Choose files, and wait until they are understood."""
    page.take_files(paths)
    qtbot.waitUntil(lambda: bool(page.intake.files) and idle(page))


def review(qtbot: QtBot, page: ImportPage, *paths: Path) -> None:
    """Choose files and go to the third step, as the button leads there."""
    read(qtbot, page, *paths)
    page._primary.click()
    page._primary.click()
    assert page.step is Step.REVIEW
    understood(qtbot, page)


def understood(qtbot: QtBot, page: ImportPage) -> None:
    qtbot.waitUntil(lambda: page.intake.result is not None and idle(page))


def line(page: ImportPage, row: int) -> ReviewLine:
    """A row of the file as the review shows it."""
    return next(line for line in page.review.model.records if line.row == row)


def cell(page: ImportPage, row: int, key: str) -> str:
    """What the review shows of a row of the file."""
    model = page.review.model
    at = next(n for n, line in enumerate(model.records) if line.row == row)
    column = [c.key for c in model.columns].index(key)
    return str(model.index(at, column).data())


def choose(page: ImportPage, row: int) -> None:
    """Look at a row of the file."""
    records = page.review.model.records
    page.review.rows.choose(next(n for n, line in enumerate(records) if line.row == row))


def answers(page: ImportPage) -> list[str]:
    """The buttons below the rows."""
    return [button.text() for button in page.review.panel.buttons]


def press(qtbot: QtBot, page: ImportPage, key: Qt.Key) -> None:
    """Press a key in the table, and wait until the rows are understood anew."""
    qtbot.keyClick(page.review.table, key)
    understood(qtbot, page)


def chips(page: ImportPage) -> list[str]:
    return [button.text() for button in page.review.chips._buttons.values()]


def stored(database: Database) -> tuple[int, int]:
    """How many people and how many batches stand in the file."""

    def count(session: Any) -> tuple[int, int]:
        return (
            session.scalar(select(func.count()).select_from(Person)),
            session.scalar(select(func.count()).select_from(ImportBatch)),
        )

    return database.read(count)


def drop(page: ImportPage, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    page.file.area.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert not idle(page)


def test_a_dropped_file_is_read_and_told_at_once(
    qtbot: QtBot, page: ImportPage, list_file: Path
) -> None:
    drop(page, list_file)
    qtbot.waitUntil(lambda: idle(page))
    (told,) = page.file.cards[0].texts
    assert told.startswith("Cả tệp: 5 dòng có người · tiêu đề ở dòng 1 · 6 cột: Họ và tên, Ngày")
    assert page._primary.text() == "Tiếp tục"


def test_a_folder_and_a_file_that_is_no_list_come_in_together_and_the_others_go_on(
    qtbot: QtBot, page: ImportPage, list_file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "cac xa"
    folder.mkdir()
    copy = folder / "muong e.csv"
    copy.write_text("Họ tên;Xã\nLò Thị Ban;Mường É\n", encoding="utf-8")
    (folder / "ghi chu.docx").write_bytes(b"x")
    (folder / "trong.xlsx").write_bytes(b"")
    drop(page, list_file, folder)
    qtbot.waitUntil(lambda: idle(page))
    names = [card.file.path.name for card in page.file.cards]
    assert names == ["danh sach.csv", "muong e.csv", "trong.xlsx"]
    said = "\n".join(label.text() for label in page.file.cards[2].findChildren(QLabel))
    assert "trong.xlsx không có dữ liệu" in said
    page.file.cards[2].remove.click()
    assert len(page.file.cards) == 2
    page._primary.click()
    page._primary.click()
    understood(qtbot, page)
    assert chips(page)[0] == "Tất cả 6"
    assert cell(page, 2, "file") in ("danh sach.csv", "muong e.csv")


def test_a_registration_form_that_comes_back_tells_its_course_and_commune(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    page.file.course.setCurrentIndex(0)
    path = tmp_path / "phieu.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = LIST_SHEET
    sheet.append(("STT", "Họ và tên", "Năm sinh"))
    sheet.append((1, "Lò Thị Ên", 1990))
    hidden = book.create_sheet(STAMP_SHEET)
    hidden.sheet_state = "hidden"
    for row in FormStamp(UUID(int=7), "TH-01", "03727").rows():
        hidden.append(row)
    book.save(path)
    read(qtbot, page, path)
    assert page.file.course_code() == "TH-01"
    pills = [pill.pill.text for pill in page.file.cards[0].findChildren(StatusPill)]
    assert "Phiếu đăng ký của xã Mường É" in pills
    assert list(page.file.cards[0].boxes) == [LIST_SHEET]
    page._primary.click()
    page._primary.click()
    understood(qtbot, page)
    assert cell(page, 2, "commune") == "Mường É"


def test_a_sheet_is_left_out_and_a_hidden_one_taken(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    path = tmp_path / "hai sheet.xlsx"
    book = openpyxl.Workbook()
    for name, people in (("Xã", ("Lò Thị Ên", "Vì Văn Bình")), ("Nháp", ("Cầm Thị Dung",))):
        sheet = book.create_sheet(name)
        sheet.append(("STT", "Họ và tên", "Năm sinh"))
        for number, person in enumerate(people, 1):
            sheet.append((number, person, 1990))
    book["Nháp"].sheet_state = "hidden"
    book.remove(book["Sheet"])
    book.save(path)
    read(qtbot, page, path)
    card = page.file.cards[0]
    assert [box.isChecked() for box in card.boxes.values()] == [True, False]
    card.boxes["Nháp"].click()
    qtbot.waitUntil(lambda: page.intake.rows == 3 and idle(page))
    page.file.cards[0].boxes["Xã"].click()
    qtbot.waitUntil(lambda: page.intake.rows == 1 and idle(page))
    assert page.file.cards[0].boxes["Nháp"].text() == "Sheet ẩn “Nháp”"
    page.file.cards[0].boxes["Nháp"].click()
    qtbot.waitUntil(lambda: not page.intake.readable and idle(page))
    page.file.cards[0].boxes["Xã"].click()  # the sheets can still be chosen
    qtbot.waitUntil(lambda: page.intake.rows == 2 and idle(page))


def test_the_columns_are_matched_with_samples_and_can_be_given_another_field(
    qtbot: QtBot, page: ImportPage, list_file: Path
) -> None:
    read(qtbot, page, list_file)
    page._primary.click()
    sheet = page.intake.readable[0].plan.tables[0].sheet  # type: ignore[union-attr]
    assert page.columns.box(sheet, 4).currentText() == "Số điện thoại"
    box = page.columns.box(sheet, 6)
    box.setCurrentIndex(box.findData(Field.HAMLET.value))
    page._primary.click()
    understood(qtbot, page)
    assert cell(page, 2, "hamlet") == "Bản Púa"


def test_a_layout_that_was_corrected_once_is_proposed_for_the_next_file(
    qtbot: QtBot, page: ImportPage, list_file: Path, tmp_path: Path
) -> None:
    read(qtbot, page, list_file)
    page._primary.click()
    sheet = page.intake.readable[0].plan.tables[0].sheet  # type: ignore[union-attr]
    box = page.columns.box(sheet, 6)
    box.setCurrentIndex(box.findData(Field.EMPLOYER.value))
    page._primary.click()
    understood(qtbot, page)
    page._primary.click()
    qtbot.waitUntil(lambda: page.step is Step.DONE)
    page.done.another.click()
    following = tmp_path / "lan sau.csv"
    following.write_text(ROWS[0] + "\n1;Quàng Văn Hặc;1970;;;Mường É;Trường\n", encoding="utf-8")
    read(qtbot, page, following)
    page._primary.click()
    assert page.columns.box("lan sau", 6).currentText() == "Đơn vị công tác"
    words = [label.text() for label in page.columns.findChildren(QLabel)]
    assert any(text.startswith("Theo cách ghép của danh sách trước") for text in words)


def test_the_row_of_the_headings_can_be_said_and_a_wrong_one_is_taken_back(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    path = tmp_path / "hai bang.csv"
    lines = ("STT;Họ và tên;Năm sinh", "1;Lò Thị Ên;1987", "STT;Họ tên;Điện thoại", "2;Lò Thị Ba;")
    path.write_text("\n".join(("Lớp tập huấn", *lines)) + "\n", encoding="utf-8")
    read(qtbot, page, path)
    page._primary.click()
    header = next(iter(page.columns.headers.values()))
    assert header.value() == 2
    header.setValue(4)
    qtbot.waitUntil(lambda: page.intake.rows == 1 and idle(page))
    assert page.columns.box("hai bang", 2).currentText() == "Số điện thoại"
    next(iter(page.columns.headers.values())).setValue(0)
    qtbot.waitUntil(page.banner.isVisible)
    assert "giữ dòng tiêu đề như trước" in page.banner.text
    assert next(iter(page.columns.headers.values())).value() == 4


def test_text_of_an_old_font_is_shown_before_and_after_and_can_be_kept(
    qtbot: QtBot, page: ImportPage
) -> None:
    read(qtbot, page, SAMPLES / "tcvn3.csv")
    page._primary.click()
    (card,) = page.columns.encodings
    said = " ".join(label.text() for label in card.findChildren(QLabel))
    box = next(iter(card.boxes.values()))
    assert box.currentText() == "Chuyển từ TCVN3 (.VnTime)"
    names = [row.name for row in page.intake.readable[0].plan.rows]  # type: ignore[union-attr]
    assert names[0].split()[0] in said
    box.setCurrentIndex(box.findData(Encoding.UNICODE.value))
    qtbot.waitUntil(lambda: idle(page))
    after = [row.name for row in page.intake.readable[0].plan.rows]  # type: ignore[union-attr]
    assert after != names
    assert next(iter(page.columns.encodings[0].boxes.values())).currentText() == "Giữ nguyên"


def test_the_review_shows_repairs_questions_and_repeats_and_writes_nothing(
    qtbot: QtBot, page: ImportPage, list_file: Path, database: Database
) -> None:
    review(qtbot, page, list_file)
    assert chips(page) == ["Tất cả 5", "Đã tự sửa 2", "Cần quyết định 2", "Trùng trong tệp 1"]
    assert cell(page, 2, "phone") == "0912345678"
    assert cell(page, 2, "identity") == "••••••••1234"
    assert cell(page, 3, "finding") == "Ngày sinh không hợp lệ"
    assert cell(page, 3, "treatment") == "Sửa: ……… · để sau"
    assert cell(page, 4, "commune") == "Phổng Lái → Bình Thuận"
    assert cell(page, 6, "finding") == "Có thể trùng với dòng 5"
    assert page._primary.text() == "Nhập 3 học viên mới"
    assert stored(database) == (0, 0)


def test_a_chip_leaves_its_rows_alone_and_a_kind_its_own(
    qtbot: QtBot, page: ImportPage, list_file: Path
) -> None:
    review(qtbot, page, list_file)
    page.review.chips.choose("open")
    assert [line.row for line in page.review.model.records] == [3, 6]
    page.review.chips.choose("all")
    kinds = page.review.kinds
    kinds.setCurrentIndex(kinds.findData(FindingKind.FORMER_COMMUNE.value))
    assert [line.row for line in page.review.model.records] == [4]
    assert kinds.currentText() == "Xã cũ (1)"


def test_all_repairs_of_a_kind_are_refused_and_taken_at_once(
    qtbot: QtBot, page: ImportPage, list_file: Path
) -> None:
    review(qtbot, page, list_file)
    kinds = page.review.kinds
    kinds.setCurrentIndex(kinds.findData(FindingKind.FORMER_COMMUNE.value))
    page.review.bar.refuse.click()
    qtbot.waitUntil(lambda: page._primary.text() == "Nhập 2 học viên mới")
    page.review.bar.accept.click()
    qtbot.waitUntil(lambda: page._primary.text() == "Nhập 3 học viên mới")


def test_the_space_bar_keeps_a_cell_as_in_the_file_and_the_row_waits(
    qtbot: QtBot, page: ImportPage, list_file: Path
) -> None:
    review(qtbot, page, list_file)
    choose(page, 4)
    press(qtbot, page, Qt.Key.Key_Space)
    assert page._primary.text() == "Nhập 2 học viên mới"
    assert cell(page, 4, "commune") == "Phổng Lái"
    assert cell(page, 4, "treatment") == "Giữ như tệp, để lại · sửa như đề xuất"
    assert page.review.selected().row == 4  # type: ignore[union-attr]
    press(qtbot, page, Qt.Key.Key_Space)
    assert page._primary.text() == "Nhập 3 học viên mới"


def test_a_value_typed_in_place_settles_its_question_and_a_wrong_one_does_not(
    qtbot: QtBot, page: ImportPage, list_file: Path
) -> None:
    review(qtbot, page, list_file)
    page.review.chips.choose("open")
    choose(page, 3)
    assert answers(page) == ["1  Để trống ô này", "2  Để sau"]
    field = page.review.panel.field
    assert field is not None
    field.setText("31/02/1990")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    understood(qtbot, page)
    assert page.review.selected().row == 3  # type: ignore[union-attr]
    said = [label.text() for label in page.review.panel.findChildren(QLabel)]
    assert any("vẫn chưa hợp lệ" in text for text in said)
    again = page.review.panel.field
    assert again is not None and again.text() == "31/02/1990"
    again.setText("20/02/1990")
    qtbot.keyClick(again, Qt.Key.Key_Return)
    understood(qtbot, page)
    assert page._primary.text() == "Nhập 4 học viên mới"
    assert page.review.selected().row == 6  # type: ignore[union-attr]
    page.review.chips.choose("all")
    assert cell(page, 3, "birth") == "20/02/1990"


def test_figures_answer_whether_two_rows_are_one_person(
    qtbot: QtBot, page: ImportPage, list_file: Path
) -> None:
    review(qtbot, page, list_file)
    choose(page, 6)
    assert answers(page) == ["1  Cùng một người", "2  Hai người", "3  Để sau"]
    beside = page.review.panel.findChild(ComparisonGrid)
    assert beside is not None
    shown = [label.text() for label in beside.findChildren(QLabel)]
    assert "Dòng 5" in shown and "Trong tệp" in shown and "Tòng Văn Giang" in shown
    press(qtbot, page, Qt.Key.Key_2)
    assert page._primary.text() == "Nhập 4 học viên mới"
    assert cell(page, 6, "treatment") == "Hai người · đổi"
    choose(page, 6)
    press(qtbot, page, Qt.Key.Key_1)
    assert page._primary.text() == "Nhập 3 người mới, ghi nhận 1 người đã có"


def test_a_row_like_somebody_known_is_shown_beside_them_and_asked(
    qtbot: QtBot,
    page: ImportPage,
    list_file: Path,
    database: Database,
    make_person: Callable[..., UUID],
) -> None:
    known = {"birth_year": 1992, "phone": "0977000111", "hamlet": "Bản Lào"}
    database.write(lambda session: make_person(session, "Tòng Văn Giang", "03727", **known))
    review(qtbot, page, list_file)
    choose(page, 5)
    qtbot.waitUntil(lambda: page.review.panel.findChild(ComparisonGrid) is not None)
    shown = [x.text() for x in page.review.panel.findChild(ComparisonGrid).findChildren(QLabel)]
    assert "≠ 0977000111" in shown
    press(qtbot, page, Qt.Key.Key_1)
    assert line(page, 5).state is ImportRowState.MATCHED


def test_a_commune_is_chosen_for_every_row_that_names_it_so(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    path = tmp_path / "sai xa.csv"
    rows = [f"{n};Lò Văn {name};1990;Mường Xyz" for n, name in enumerate(("Ba", "Bốn", "Năm"))]
    path.write_text("\n".join(("STT;Họ tên;Năm sinh;Xã", *rows)) + "\n", encoding="utf-8")
    review(qtbot, page, path)
    assert page._primary.text() == "Để lại 3 dòng"
    choose(page, 2)
    panel = page.review.panel
    assert panel.all_alike is not None and "cả 3 dòng" in panel.all_alike.text()
    panel.all_alike.setChecked(True)
    assert panel.field is not None
    panel.field.setText("xa muong e")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    understood(qtbot, page)
    assert page._primary.text() == "Nhập 3 học viên mới"
    assert {cell(page, row, "commune") for row in (2, 3, 4)} == {"Mường É"}


def test_a_row_can_be_left_out_and_taken_after_all(
    qtbot: QtBot, page: ImportPage, list_file: Path
) -> None:
    review(qtbot, page, list_file)
    choose(page, 4)
    page.review.panel._skip.click()
    qtbot.waitUntil(lambda: page._primary.text() == "Nhập 2 học viên mới")
    assert cell(page, 4, "treatment") == "Bỏ qua dòng này · lấy lại"
    assert "bỏ qua 1." in page.status
    page.review.panel._skip.click()
    qtbot.waitUntil(lambda: page._primary.text() == "Nhập 3 học viên mới")


def test_ctrl_enter_goes_from_question_to_question(
    qtbot: QtBot, page: ImportPage, list_file: Path
) -> None:
    review(qtbot, page, list_file)
    for row in (3, 6, 3):
        page.review.rows.next_question()
        assert page.review.selected().row == row  # type: ignore[union-attr]


def test_the_menu_of_a_treatment_offers_the_same_answers(
    qtbot: QtBot, page: ImportPage, list_file: Path
) -> None:
    review(qtbot, page, list_file)
    choose(page, 6)
    menu = page.review.rows.menu_of(page.review.table.currentIndex())
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Cùng một người", "Hai người", "Để sau", "Bỏ qua dòng này"]


def test_the_import_writes_what_was_shown_and_leads_to_the_course(
    qtbot: QtBot, page: ImportPage, list_file: Path, database: Database
) -> None:
    review(qtbot, page, list_file)
    page._primary.click()
    qtbot.waitUntil(lambda: page.step is Step.DONE)
    assert page.done.added._figure.text() == "3" and page.done.held._figure.text() == "2"
    assert [line.row for line in page.done.model.records] == [3, 6]
    assert stored(database) == (3, 1)

    def names(session: Any) -> list[str]:
        course = session.scalar(select(ImportBatch.course_id))
        return [person.name for person in course_people(session, course)]

    assert database.read(names) == ["Cầm Thị Dung", "Lò Thị Ên", "Tòng Văn Giang"]
    assert page._primary.text() == "Xem khóa TH-01"
    with qtbot.waitSignal(page.navigated) as asked:
        page._primary.click()
    assert asked.args == ["courses", "TH-01"]


def test_what_was_brought_in_is_taken_back_from_the_last_step(
    qtbot: QtBot, page: ImportPage, list_file: Path, database: Database
) -> None:
    review(qtbot, page, list_file)
    page._primary.click()
    qtbot.waitUntil(lambda: page.step is Step.DONE)
    page.done.undo.click()
    qtbot.waitUntil(lambda: page.banner.text.startswith("Đã hoàn tác"))
    assert stored(database)[0] == 0
    assert not page.done.undo.isEnabled()


def test_the_rows_that_wait_are_reached_from_the_last_step(
    qtbot: QtBot, people_page: PeoplePage, list_file: Path
) -> None:
    page = people_page.importing
    review(qtbot, page, list_file)
    page._primary.click()
    qtbot.waitUntil(lambda: page.step is Step.DONE)
    page.done.see_held.click()
    held = people_page.tab("held")
    assert people_page.shown is held
    qtbot.waitUntil(lambda: people_page.status == "2 dòng chờ quyết định")


def test_the_same_file_again_says_when_it_came_and_adds_nobody(
    qtbot: QtBot, page: ImportPage, list_file: Path, database: Database
) -> None:
    review(qtbot, page, list_file)
    page._primary.click()
    qtbot.waitUntil(lambda: page.step is Step.DONE)
    page.done.another_asked.emit()
    read(qtbot, page, list_file)
    pills = [pill.pill.text for pill in page.file.cards[0].findChildren(StatusPill)]
    assert any("đã được nhập lúc" in text for text in pills)
    page._primary.click()
    page._primary.click()
    understood(qtbot, page)
    assert "ngày 02/03/2026" in page.banner.text and "đã được nhập" in page.banner.text
    assert cell(page, 2, "treatment").startswith("Đã có, không thêm lần nữa")
    assert page._primary.text() == "Ghi nhận 3 người đã có"
    page._primary.click()
    qtbot.waitUntil(lambda: page.step is Step.DONE)
    assert stored(database)[0] == 3


def test_an_import_that_is_stopped_leaves_nothing_and_says_so(
    qtbot: QtBot,
    page: ImportPage,
    list_file: Path,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    review(qtbot, page, list_file)
    bring_in = draft.bring_in

    def stop_halfway(*given: Any) -> Any:
        bring_in(*given[:-1], lambda done, total: None)
        page.intake.cancel()
        given[-1].report(1, 2)

    monkeypatch.setattr(draft, "bring_in", stop_halfway)
    page._primary.click()
    qtbot.waitUntil(lambda: page.banner.text.startswith("Đã dừng. Chưa ghi gì"))
    assert page.step is Step.REVIEW and page._primary.text() == "Nhập 3 học viên mới"
    assert stored(database) == (0, 0)


def test_a_full_disk_is_said_in_words_and_the_rows_are_still_there(
    qtbot: QtBot, page: ImportPage, list_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    review(qtbot, page, list_file)

    def no_room(*_: Any) -> Any:
        raise AppError(ErrorCode.DISK_FULL, file="taphuan.db")

    monkeypatch.setattr(draft, "bring_in", no_room)
    page._primary.click()
    qtbot.waitUntil(lambda: page.banner.isVisible() and idle(page))
    assert "Ổ đĩa đã đầy" in page.banner.text
    assert page.step is Step.REVIEW and page._primary.text() == "Nhập 3 học viên mới"


def test_a_file_that_changed_since_it_was_shown_is_not_written_but_read_anew(
    qtbot: QtBot, page: ImportPage, list_file: Path, database: Database
) -> None:
    review(qtbot, page, list_file)
    list_file.write_text("\n".join(ROWS[:2]) + "\n", encoding="utf-8")
    page._primary.click()
    qtbot.waitUntil(lambda: page.banner.isVisible() and idle(page))
    assert "đã thay đổi từ lúc được đọc" in page.banner.text
    assert stored(database) == (0, 0)
    page.banner._action.click()
    qtbot.waitUntil(lambda: page.step is Step.FILE and page.intake.rows == 1 and idle(page))


def test_a_file_that_is_gone_before_it_is_written_is_refused_in_words(
    qtbot: QtBot, page: ImportPage, list_file: Path, database: Database
) -> None:
    review(qtbot, page, list_file)
    list_file.unlink()
    page._primary.click()
    qtbot.waitUntil(page.banner.isVisible)
    assert "Không tìm thấy tệp danh sach.csv" in page.banner.text
    qtbot.waitUntil(lambda: idle(page))
    assert stored(database) == (0, 0)


def test_a_file_without_a_list_is_refused_in_words(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    path = tmp_path / "khong co.csv"
    path.write_text("Thực đơn;Giá\nCơm;30000\n", encoding="utf-8")
    read(qtbot, page, path)
    said = "\n".join(label.text() for label in page.file.cards[0].findChildren(QLabel))
    assert "Chưa nhập ai" in said
    assert page._primary.text() == "Chọn tệp…" and page.step is Step.FILE


def test_a_list_for_a_course_closed_meanwhile_is_refused_before_anything_is_written(
    qtbot: QtBot, page: ImportPage, list_file: Path, database: Database, by: Context
) -> None:
    review(qtbot, page, list_file)
    database.write(lambda session: close_course(session, by, find_course(session, "TH-01")))
    page._primary.click()
    qtbot.waitUntil(page.banner.isVisible)
    assert "TH-01" in page.banner.text
    qtbot.waitUntil(lambda: idle(page))
    assert stored(database) == (0, 0)


def test_back_from_the_first_step_leads_back_to_the_people(
    qtbot: QtBot, people_page: PeoplePage
) -> None:
    people_page.importing._back.click()
    assert people_page.shown is people_page.list
