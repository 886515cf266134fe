from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select
from taphuan.db.database import Database
from taphuan.importing.fields import Field
from taphuan.models.context import Context
from taphuan.models.imports import ImportBatch
from taphuan.models.people import Person
from taphuan.services import list_import
from taphuan.services.closing import close_course
from taphuan.services.courses import CourseRecord, find_course
from taphuan.services.enrolments import course_people
from taphuan.ui.context import AppContext
from taphuan.ui.jobs import Jobs
from taphuan.ui.pages.import_steps.import_page import ImportPage, Step
from taphuan.ui.pages.people import PeoplePage
from taphuan.ui.theme import Theme

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
    return page._job is None and not page._pause.isActive()


def read(qtbot: QtBot, page: ImportPage, path: Path) -> None:
    """Choose a file, and wait until it is understood."""
    page.take_file(path)
    qtbot.waitUntil(lambda: page.plan is not None and idle(page))


def review(qtbot: QtBot, page: ImportPage, path: Path) -> None:
    """Choose a file and go to the third step, as the button leads there."""
    read(qtbot, page, path)
    page._primary.click()
    page._primary.click()
    assert page.step is Step.REVIEW
    qtbot.waitUntil(lambda: page.preview is not None and idle(page))


def cell(page: ImportPage, row: int, key: str) -> str:
    """What the review shows of a row of the file."""
    model = page.review.model
    at = next(n for n, line in enumerate(model.records) if line.row == row)
    column = [c.key for c in model.columns].index(key)
    return str(model.index(at, column).data())


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


def test_a_dropped_file_is_read_and_named_with_its_rows(
    qtbot: QtBot, page: ImportPage, list_file: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(list_file))])
    page.file.area.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: page.plan is not None and idle(page))
    assert page.file.area.words.startswith("danh sach.csv · 5 dòng có người")
    assert page._primary.text() == "Tiếp tục"


def test_the_columns_are_matched_with_samples_and_can_be_given_another_field(
    qtbot: QtBot, page: ImportPage, list_file: Path
) -> None:
    read(qtbot, page, list_file)
    page._primary.click()
    sheet = page.plan.tables[0].sheet  # type: ignore[union-attr]
    assert page.columns.box(sheet, 4).currentText() == "Số điện thoại"
    box = page.columns.box(sheet, 6)
    assert box.currentText() == "(bỏ qua cột này)"
    box.setCurrentIndex(box.findData(Field.HAMLET.value))
    page._primary.click()
    qtbot.waitUntil(lambda: page.preview is not None and idle(page))
    assert cell(page, 2, "hamlet") == "Bản Púa"


def test_the_review_shows_repairs_questions_and_repeats_and_writes_nothing(
    qtbot: QtBot, page: ImportPage, list_file: Path, database: Database
) -> None:
    review(qtbot, page, list_file)
    assert chips(page) == ["Tất cả 5", "Đã tự sửa 2", "Cần quyết định 2", "Trùng trong tệp 1"]
    assert cell(page, 2, "phone") == "0912345678"
    assert cell(page, 2, "identity") == "••••••••1234"
    assert cell(page, 3, "finding") == "Ngày sinh không hợp lệ"
    assert cell(page, 3, "treatment") == "Để lại, chưa nhập"
    assert cell(page, 4, "commune") == "Phổng Lái → Bình Thuận"
    assert cell(page, 6, "finding") == "Có thể trùng với dòng 5"
    assert page._primary.text() == "Nhập 3 học viên"
    assert stored(database) == (0, 0)


def test_a_chip_leaves_its_rows_alone(qtbot: QtBot, page: ImportPage, list_file: Path) -> None:
    review(qtbot, page, list_file)
    page.review.chips.choose("open")
    assert [line.row for line in page.review.model.records] == [3, 6]


def test_the_space_bar_keeps_a_cell_as_in_the_file_and_the_row_waits(
    qtbot: QtBot, page: ImportPage, list_file: Path
) -> None:
    review(qtbot, page, list_file)
    page.review.table.selectRow(2)
    qtbot.keyClick(page.review.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page._primary.text() == "Nhập 2 học viên")
    assert cell(page, 4, "commune") == "Phổng Lái"
    assert cell(page, 4, "treatment") == "Giữ như tệp, để lại"
    assert page.review.selected().row == 4  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: idle(page))
    qtbot.keyClick(page.review.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page._primary.text() == "Nhập 3 học viên")


def test_one_repair_of_a_row_is_refused_by_its_button(
    qtbot: QtBot, page: ImportPage, list_file: Path
) -> None:
    review(qtbot, page, list_file)
    page.review.table.selectRow(0)
    assert [button.text() for button in page.review.panel.buttons] == ["Giữ như tệp"] * 2
    page.review.panel.buttons[0].click()
    qtbot.waitUntil(lambda: len(page.review.refused) == 1 and idle(page))
    texts = [button.text() for button in page.review.panel.buttons]
    assert sorted(texts) == ["Giữ như tệp", "Sửa như đề xuất"]


def test_the_import_writes_what_was_shown_and_leads_to_the_course(
    qtbot: QtBot, page: ImportPage, list_file: Path, database: Database
) -> None:
    review(qtbot, page, list_file)
    page._primary.click()
    qtbot.waitUntil(lambda: page.step is Step.DONE)
    assert page.done._added._figure.text() == "3" and page.done._held._figure.text() == "2"
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


def test_the_same_file_again_says_when_it_came_and_adds_nobody(
    qtbot: QtBot, page: ImportPage, list_file: Path, database: Database
) -> None:
    review(qtbot, page, list_file)
    page._primary.click()
    qtbot.waitUntil(lambda: page.step is Step.DONE)
    page.done.another_asked.emit()
    review(qtbot, page, list_file)
    assert "ngày 02/03/2026" in page.banner.text and "đã được nhập" in page.banner.text
    assert cell(page, 2, "treatment").startswith("Đã có, không thêm lần nữa")
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
    take = list_import._Batch.take

    def take_and_stop(batch: Any, row: Any) -> Any:
        page._job.cancel()  # type: ignore[union-attr]
        return take(batch, row)

    monkeypatch.setattr(list_import._Batch, "take", take_and_stop)
    page._primary.click()
    qtbot.waitUntil(lambda: page.banner.text.startswith("Đã dừng. Chưa ghi gì"))
    assert page.step is Step.REVIEW and page._primary.text() == "Nhập 3 học viên"
    assert stored(database) == (0, 0)


def test_a_file_without_a_list_is_refused_in_words(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    path = tmp_path / "khong co.csv"
    path.write_text("Thực đơn;Giá\nCơm;30000\n", encoding="utf-8")
    page.take_file(path)
    qtbot.waitUntil(page.banner.isVisible)
    assert "không có bảng nào có cột họ và tên" in page.banner.text
    assert "Chưa nhập ai" in page.banner.text
    qtbot.waitUntil(lambda: idle(page))
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
