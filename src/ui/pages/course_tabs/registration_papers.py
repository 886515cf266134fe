"""Writing registration forms from the window: one file, or a folder of them, with progress."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from ....models.clock import local
from ....services.courses import CourseRecord
from ....services.registration.papers import registration_forms
from ....services.registration.standing import FormLine
from ...context import AppContext
from ...dialogs.form_paper import FormPaperDialog
from ...dialogs.save_file import file_name
from ...i18n import tr
from ...jobs import Progress
from ...page import Page
from ...saving import save_from_page, say_saved

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ....exports.registration_form import RegistrationForm

_EXCEL = "Excel (*.xlsx)"


def make_forms(
    page: Page, context: AppContext, course: CourseRecord, lines: Sequence[FormLine], who: str
) -> None:
    """Ask how and where, then write the forms of these communes."""
    options, accepted = FormPaperDialog.get_data(page, who)
    if not lines or not accepted:
        return
    forms = [line.form_id for line in lines]
    today = local(context.by.clock()).date()

    def read(session: "Session") -> "list[RegistrationForm]":
        return registration_forms(session, course, forms, today, options)

    if len(lines) == 1:
        name = tr("{code} Phiếu đăng ký {commune}").format(code=course.code, commune=lines[0].full)
        save_from_page(page, context, name, _EXCEL, read, _write_one)
    else:
        _into_folder(page, context, course, read)


def _write_one(path: Path, forms: "list[RegistrationForm]", _progress: Progress) -> None:
    from ....exports.registration_form import write_registration_form

    write_registration_form(path, forms[0])


def _into_folder(
    page: Page,
    context: AppContext,
    course: CourseRecord,
    read: "Callable[[Session], list[RegistrationForm]]",
) -> None:
    chosen = QFileDialog.getExistingDirectory(page, tr("Thư mục lưu phiếu đăng ký"))
    if not chosen:
        return
    folder = Path(chosen) / file_name(tr("{code} Phiếu đăng ký").format(code=course.code))

    def write(forms: "list[RegistrationForm]", progress: Progress) -> None:
        from ....exports.registration_form import write_registration_forms

        write_registration_forms(folder, forms, progress)

    page.banner.hide()
    handle = context.make_file(read, write, lambda _: say_saved(page, folder), page)
    page.progress.follow(handle, tr("Đang làm phiếu đăng ký"))
