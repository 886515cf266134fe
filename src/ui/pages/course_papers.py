"""The papers of a course: cards, pictures for Zalo, sign-in sheets, the attendance list."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QFileDialog, QMenu

from ...models.clock import local
from ...services.course_plan import held_sessions
from ...services.courses import CourseRecord
from ...services.documents import (
    attendance_lines,
    badges,
    course_head,
    document_issuer,
    roster,
    session_head,
)
from ...services.people_lines import people_of_course
from ..context import AppContext
from ..i18n import tr
from ..icons import icon
from ..jobs import Progress
from ..palette import palette_of
from ..saving import save_from_page, say_saved

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ...exports.records import (
        AttendanceLine,
        Badge,
        Issuer,
        ListedPerson,
        PersonLine,
        SessionHead,
    )
    from .course_view import CourseView

T = TypeVar("T")
PDF, EXCEL = "PDF (*.pdf)", "Excel (*.xlsx)"


class CoursePapers:
    """Makes the papers of the course a page shows, with progress, and says where they are."""

    def __init__(self, page: "CourseView", context: AppContext) -> None:
        self._page, self._context = page, context

    def fill(self, menu: QMenu) -> None:
        """Put the papers into a menu."""
        colour = palette_of(menu).soft
        for text, picture, act in (
            (tr("Thẻ QR để in (PDF)…"), "printer", self.cards),
            (tr("Ảnh thẻ QR gửi Zalo…"), "photo", self.pictures),
            (tr("Danh sách ký tên (PDF)…"), "file-type-pdf", self.sign_in_pdf),
            (tr("Danh sách ký tên (Excel)…"), "file-spreadsheet", self.sign_in_excel),
            (tr("Danh sách học viên (Excel)…"), "table-export", self.people),
            (tr("Bảng điểm danh (Excel)…"), "table-export", self.attendance),
        ):
            menu.addAction(icon(picture, colour), text).triggered.connect(act)

    def cards(self) -> None:
        """Cards to print and cut out."""
        course = self._course()

        def write(path: Path, read: "tuple[Issuer, list[Badge]]", progress: Progress) -> None:
            from ...exports.badges import write_badges

            write_badges(path, course_head(course), *read, progress)

        name = tr("{code} Thẻ QR").format(code=course.code)
        self._save(name, PDF, lambda s: (document_issuer(s), badges(s, course)), write)

    def sign_in_pdf(self) -> None:
        """The sign-in sheet to print."""
        course = self._course()

        def write(path: Path, read: "tuple[Issuer, list[PersonLine]]", progress: Progress) -> None:
            from ...exports.roster import write_roster_pdf

            write_roster_pdf(path, course_head(course), _heads(course), *read, progress)

        name = tr("{code} Danh sách ký tên").format(code=course.code)
        self._save(name, PDF, lambda s: (document_issuer(s), roster(s, course)), write)

    def sign_in_excel(self) -> None:
        """The sign-in sheet in Excel."""
        course = self._course()

        def write(path: Path, read: "tuple[Issuer, list[PersonLine]]", progress: Progress) -> None:
            from ...exports.roster import write_roster_xlsx

            write_roster_xlsx(path, course_head(course), _heads(course), *read, progress)

        name = tr("{code} Danh sách ký tên").format(code=course.code)
        self._save(name, EXCEL, lambda s: (document_issuer(s), roster(s, course)), write)

    def people(self) -> None:
        """Who is in the course, to be corrected and brought in again."""
        course = self._course()

        def write(path: Path, read: "list[ListedPerson]", progress: Progress) -> None:
            from ...exports.people import write_people

            write_people(path, f"DANH SÁCH HỌC VIÊN KHÓA {course.code}", read, progress)

        name = tr("{code} Danh sách học viên").format(code=course.code)
        filters = f"{EXCEL};;CSV (*.csv)"
        self._save(name, filters, lambda s: people_of_course(s, course), write)

    def attendance(self) -> None:
        """People by sessions, for the officer."""
        course = self._course()

        def write(
            path: Path,
            read: "tuple[list[SessionHead], list[AttendanceLine]]",
            progress: Progress,
        ) -> None:
            from ...exports.attendance import write_attendance

            write_attendance(path, course_head(course), *read, progress)

        now = local(self._context.by.clock())
        name = tr("{code} Bảng điểm danh").format(code=course.code)
        self._save(name, f"{EXCEL};;CSV (*.csv)", lambda s: attendance_lines(s, course, now), write)

    def pictures(self) -> None:
        """A picture of each card in a folder, to send by Zalo."""
        course = self._course()
        chosen = QFileDialog.getExistingDirectory(self._page, tr("Thư mục lưu ảnh thẻ"))
        if not chosen:
            return
        folder = Path(chosen) / tr("{code} Ảnh thẻ").format(code=course.code)

        def write(read: "list[Badge]", progress: Progress) -> None:
            from ...exports.badge_pictures import write_badge_pictures

            write_badge_pictures(folder, read, progress)

        def read(session: "Session") -> "list[Badge]":
            return badges(session, course)

        handle = self._context.make_file(
            read, write, lambda _: say_saved(self._page, folder), self._page
        )
        self._page.progress.follow(handle, tr("Đang vẽ ảnh thẻ"))

    def _save(
        self,
        name: str,
        filters: str,
        read: Callable[["Session"], T],
        write: Callable[[Path, T, Progress], object],
    ) -> None:
        save_from_page(self._page, self._context, name, filters, read, write)

    def _course(self) -> CourseRecord:
        return self._page.record


def _heads(course: CourseRecord) -> "list[SessionHead]":
    return [session_head(record) for record in held_sessions(course)]
