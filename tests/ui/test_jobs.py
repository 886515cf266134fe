"""Work beside the window: delivered on its thread, to whoever still waits, in order."""

import threading

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from taphuan.models.errors import AppError, ErrorCode
from taphuan.ui.jobs import JobHandle, Jobs, Progress

WAIT = 5000


def ended(qtbot: QtBot, handle: JobHandle) -> None:
    """Wait until a job has ended."""
    with qtbot.waitSignal(handle.ended, timeout=WAIT):
        pass


def test_work_runs_beside_the_window_and_its_result_comes_back_to_it(
    qtbot: QtBot, jobs: Jobs
) -> None:
    seen: list[threading.Thread] = []

    def work(_: Progress) -> int:
        seen.append(threading.current_thread())
        return 42

    results: list[tuple[int, threading.Thread]] = []
    handle = jobs.read(work, lambda n: results.append((n, threading.current_thread())))
    ended(qtbot, handle)
    assert results == [(42, threading.main_thread())]
    assert seen[0] is not threading.main_thread()


def test_writes_keep_their_order(qtbot: QtBot, jobs: Jobs) -> None:
    written: list[int] = []
    handles = [jobs.write(lambda _, n=n: written.append(n)) for n in range(20)]
    ended(qtbot, handles[-1])
    assert written == list(range(20))


def test_what_a_write_changed_is_told_before_its_result(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[object] = []
    jobs.changed.connect(told.append)
    handle = jobs.write(lambda _: "done", told.append, changes={"people"})
    ended(qtbot, handle)
    assert told == [frozenset({"people"}), "done"]


def test_a_refused_write_changes_nothing_and_says_why(qtbot: QtBot, jobs: Jobs) -> None:
    def refuse(_: Progress) -> None:
        raise AppError(ErrorCode.COURSE_CLOSED, course="TH-01")

    told: list[object] = []
    refusals: list[AppError] = []
    jobs.changed.connect(told.append)
    ended(qtbot, jobs.write(refuse, told.append, refusals.append, changes={"people"}))
    assert told == []
    assert [error.code for error in refusals] == [ErrorCode.COURSE_CLOSED]


def test_nothing_reaches_a_page_that_is_gone(qtbot: QtBot, jobs: Jobs) -> None:
    page, go, results = QObject(), threading.Event(), list[int]()
    handle = jobs.read(lambda _: go.wait(5) and 1, results.append, owner=page)
    delete(page)
    go.set()
    ended(qtbot, handle)
    assert handle.is_cancelled
    assert results == []


def test_nothing_reaches_a_dialog_that_was_closed(qtbot: QtBot, jobs: Jobs) -> None:
    dialog, go, results = QDialog(), threading.Event(), list[int]()
    qtbot.addWidget(dialog)
    handle = jobs.read(lambda _: go.wait(5) and 1, results.append, owner=dialog)
    dialog.reject()
    go.set()
    ended(qtbot, handle)
    assert results == []


def test_a_write_that_fails_is_shown_even_when_its_page_is_gone(qtbot: QtBot) -> None:
    shown: list[Exception] = []
    jobs = Jobs(lambda owner, error: shown.append(error))
    page, go = QWidget(), threading.Event()

    def fail(_: Progress) -> None:
        go.wait(5)
        raise AppError(ErrorCode.DISK_FULL)

    handle = jobs.write(fail, owner=page)
    delete(page)
    go.set()
    ended(qtbot, handle)
    jobs.close()
    assert [str(error) for error in shown] == ["disk_full"]


def test_cancelled_work_stops_at_its_next_report_and_is_not_an_error(
    qtbot: QtBot, jobs: Jobs
) -> None:
    reported, go, results = threading.Event(), threading.Event(), list[int]()

    def work(progress: Progress) -> int:
        progress.report(1, 10)
        reported.set()
        go.wait(5)
        progress.report(2, 10)
        return 1

    handle = jobs.read(work, results.append)
    assert reported.wait(5)
    handle.cancel()
    go.set()
    ended(qtbot, handle)
    assert results == []


def test_progress_is_told_with_its_words(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[tuple[int, int, str]] = []

    def work(progress: Progress) -> None:
        progress.report(3, 168, "Đang in thẻ")
        progress(168, 168)

    handle = jobs.read(work, lambda _: None)
    handle.progressed.connect(lambda *news: told.append(news))
    ended(qtbot, handle)
    assert told == [(3, 168, "Đang in thẻ"), (168, 168, "")]


def test_only_the_last_search_is_answered(qtbot: QtBot, jobs: Jobs) -> None:
    page, go, results = QObject(), threading.Event(), list[str]()
    jobs.read(lambda _: go.wait(5) and "lo", results.append, owner=page, replaces="search")
    last = jobs.read(lambda _: "lo thi", results.append, owner=page, replaces="search")
    go.set()
    ended(qtbot, last)
    qtbot.waitUntil(lambda: jobs.is_idle, timeout=WAIT)
    assert results == ["lo thi"]


def test_closing_lets_what_is_being_written_finish(qtbot: QtBot) -> None:
    jobs, written = Jobs(), list[int]()
    begun, go = threading.Event(), threading.Event()

    def work(_: Progress) -> None:
        begun.set()
        go.wait(5)
        written.append(1)

    jobs.write(work)
    assert begun.wait(5)
    go.set()
    jobs.close()
    assert written == [1]
    with pytest.raises(RuntimeError):
        jobs.write(work)
