"""The data file on the settings page: where it is, backups, checking it, newer reference data."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QProcess, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from ....db.backup import Backup, backup, backup_folder, daily_backup
from ....exports import formats
from ....models.clock import local, utc_now
from ....models.errors import AppError
from ....services.integrity import IntegrityReport
from ....services.reference import ReferenceReport, load_reference
from ...context import AppContext
from ...dialogs.open_file import ask_folder, ask_open
from ...dialogs.save_file import ask_save
from ...errors import sentence
from ...i18n import tr
from ...page import Page
from ...palette import Tone
from ...saving import say_saved
from ...widgets.button import Button, link, plain
from ...widgets.card import Card
from ...widgets.labels import ElidedLabel, Rank, label
from .data_file import (
    DataFileFacts,
    check_data,
    copy_name,
    facts_of,
    program_command,
    restore_to,
    size_words,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_SHOWN = 5
_IN_A_ROW = 3
_REFERENCE_CHANGES = ("settings", "curriculum", "courses", "people", "enrolments")


class DataCard(Card):
    """Facts and actions; what they did is said in the page's banner. `busy` says what runs."""

    busy = Signal(str)

    def __init__(self, context: AppContext, page: Page) -> None:
        super().__init__(tr("Dữ liệu"))
        self._context = context
        self._page = page
        self.file_path = ElidedLabel("", Rank.BODY)
        self.file_size = label()
        self.backups = label()
        self._buttons: list[Button] = []
        self._arrange()

    def load(self) -> None:
        """Look at the file anew."""
        path = self._context.data_file
        self._context.jobs.read(
            lambda _: facts_of(path), self._show, owner=self, replaces="data_file"
        )

    def _show(self, facts: DataFileFacts) -> None:
        self.file_path.setText(str(facts.path))
        self.file_size.setText(size_words(facts.size))
        days = ", ".join(formats.day(day) for day in facts.backups[:_SHOWN])
        more = len(facts.backups) - _SHOWN
        tail = tr("và {count} bản cũ hơn", more).format(count=more) if more > 0 else ""
        self.backups.setText(f"{days} {tail}".strip() or tr("Chưa có bản sao lưu nào"))

    def back_up(self) -> None:
        """Make today's backup now."""
        path = self._context.data_file
        self._start(
            tr("Đang sao lưu…"),
            lambda: daily_backup(path, utc_now()),
            self._say_backed_up,
            ("backups",),
        )

    def _say_backed_up(self, done: Backup) -> None:
        self._page.banner.say(
            tr("Đã sao lưu và kiểm tra: {path}").format(path=done.path),
            Tone.PRESENT,
            tr("Mở thư mục"),
            self._open_folder,
        )

    def back_up_to_file(self) -> None:
        """Make a backup where the user says: a stick, another disk."""
        path = self._context.data_file
        name = copy_name(path, "saoluu", local(utc_now()))
        target = ask_save(self, tr("Sao lưu ra tệp"), name, _filter())
        if target is not None:
            self._start(
                tr("Đang sao lưu…"),
                lambda: backup(path, target),
                lambda _: say_saved(self._page, target.parent),
            )

    def restore(self) -> None:
        """Make a new data file of a backup; the one in use stays as it is."""
        here = self._context.data_file
        folder = backup_folder(here) if backup_folder(here).exists() else here.parent
        source = ask_open(self, tr("Chọn bản sao lưu"), _filter(), folder)
        if source is None:
            return
        name = copy_name(here, "khoiphuc", local(utc_now()))
        target = ask_save(self, tr("Khôi phục vào tệp mới"), name, _filter())
        if target is not None:
            home = self._context.settings_path.parent
            self._start(
                tr("Đang khôi phục…"),
                lambda: restore_to(source, target, home),
                lambda _: self._say_restored(target),
            )

    def _say_restored(self, target: Path) -> None:
        self._page.banner.say(
            tr(
                "Đã khôi phục vào tệp mới {path}. Tệp đang mở giữ nguyên. "
                "Mở tệp mới bằng lệnh: {command}"
            ).format(path=target, command=f'taphuan --data "{target}"'),
            Tone.PRESENT,
            tr("Mở tệp này"),
            lambda: self.start_program(target),
        )

    def start_program(self, data_file: Path) -> None:
        """Open another window of the program, on that file."""
        program, arguments = program_command(data_file)
        QProcess.startDetached(program, arguments)

    def check(self) -> None:
        """Look whether the file is whole and its figures are what the facts say."""
        self._set_busy(tr("Đang kiểm tra dữ liệu…"))
        handle = self._context.jobs.read(
            lambda _: check_data(self._context.database), self._say_checked, self._refused, self
        )
        handle.ended.connect(lambda: self._set_busy(""))

    def _say_checked(self, report: IntegrityReport) -> None:
        number = formats.number
        if not report.problems:
            self._page.banner.say(
                tr(
                    "Dữ liệu nguyên vẹn, khớp với ghi chép gốc: "
                    "số học viên {people}, lượt quét {scans}, lượt điểm danh {turns}."
                ).format(
                    people=number(report.people),
                    scans=number(report.scans),
                    turns=number(report.attendances),
                ),
                Tone.PRESENT,
            )
            return
        details = "\n".join(report.problems)
        self._page.banner.say(
            tr(
                "Có {count} chỗ không khớp. Chưa có gì thay đổi. "
                "Hãy sao lưu ra tệp rồi gửi chi tiết cho người hỗ trợ.",
                len(report.problems),
            ).format(count=number(len(report.problems))),
            Tone.REFUSED,
            tr("Chép chi tiết"),
            lambda: QGuiApplication.clipboard().setText(details),
        )

    def update_reference(self) -> None:
        """Bring newer units, ethnic groups and topics from a folder; nothing entered changes."""
        folder = ask_folder(self, tr("Thư mục dữ liệu tham chiếu"))
        if folder is None:
            return

        def work(session: "Session", _: object) -> ReferenceReport:
            return load_reference(session, folder)

        self._set_busy(tr("Đang cập nhật dữ liệu tham chiếu…"))
        handle = self._context.write(
            work, self._say_updated, self, _REFERENCE_CHANGES, self._refused
        )
        handle.ended.connect(lambda: self._set_busy(""))

    def _say_updated(self, report: ReferenceReport) -> None:
        self._page.banner.say(
            tr(
                "Đã cập nhật dữ liệu tham chiếu: {units} đơn vị hành chính, "
                "{added} đơn vị mới. Dữ liệu đã nhập giữ nguyên.",
                report.units,
            ).format(units=formats.number(report.units), added=formats.number(report.added)),
            Tone.PRESENT,
        )

    def _start(
        self,
        words: str,
        work: Callable[[], Backup],
        on_done: Callable[[Backup], object],
        changes: tuple[str, ...] = (),
    ) -> None:
        """Copying reads a whole file: it waits for writes under way, none runs beside it."""
        self._set_busy(words)
        handle = self._context.jobs.write(lambda _: work(), on_done, self._refused, self, changes)
        handle.ended.connect(lambda: self._set_busy(""))

    def _refused(self, error: AppError) -> None:
        self._page.banner.say(sentence(error), Tone.REFUSED)

    def _set_busy(self, words: str) -> None:
        """While something runs its words stand at the foot; with none it has ended."""
        if words:
            self._page.banner.hide()
        self.busy.emit(words)
        for button in self._buttons:
            button.setEnabled(not words)

    def _open_folder(self) -> None:
        folder = self._context.data_file.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.fontMetrics().height())
        facts: tuple[tuple[str, Any], ...] = (
            (tr("Tệp dữ liệu"), self._path_row()),
            (tr("Dung lượng"), self.file_size),
            (tr("Sao lưu gần đây"), self.backups),
        )
        for row, (caption, part) in enumerate(facts):
            grid.addWidget(label(caption, Rank.MUTED), row, 0)
            if isinstance(part, QHBoxLayout):
                grid.addLayout(part, row, 1)
            else:
                grid.addWidget(part, row, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addLayout(self._button_rows())

    def _path_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        opener = link(tr("Mở thư mục"))
        opener.clicked.connect(self._open_folder)
        row.addWidget(self.file_path)
        row.addWidget(opener)
        row.addStretch(1)
        return row

    def _button_rows(self) -> QVBoxLayout:
        actions = (
            (tr("Sao lưu ngay"), "history", self.back_up),
            (tr("Sao lưu ra tệp…"), "database-export", self.back_up_to_file),
            (tr("Khôi phục từ bản sao lưu…"), "arrow-back-up", self.restore),
            (tr("Kiểm tra dữ liệu"), "list-check", self.check),
            (tr("Cập nhật dữ liệu tham chiếu từ thư mục…"), "refresh", self.update_reference),
        )
        rows = QVBoxLayout()
        rows.addSpacing(self.fontMetrics().height() // 4)
        for start in range(0, len(actions), _IN_A_ROW):
            row = QHBoxLayout()
            for text, icon_name, act in actions[start : start + _IN_A_ROW]:
                button = plain(text, icon_name)
                button.clicked.connect(act)
                self._buttons.append(button)
                row.addWidget(button)
            row.addStretch(1)
            rows.addLayout(row)
        return rows


def _filter() -> str:
    return tr("Tệp dữ liệu Tập Huấn (*.db)")
