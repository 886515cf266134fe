"""Files that were brought in, rows of them that wait, and taking a file back."""

from argparse import Namespace
from uuid import UUID

from sqlalchemy.orm import Session

from ..importing.findings import Answers
from ..models.context import Context
from ..models.enums import ImportRowState
from ..models.errors import AppError, ErrorCode
from ..services.lists.batches import BatchLine, find_batch, list_batches, undo
from ..services.lists.held import (
    HeldRow,
    discard,
    find_row,
    held_rows,
    repairs_accepted,
    restore,
    settle,
)
from .importing import reasons
from .output import Document, say, say_json, say_json_list, say_table
from .shell import Shell


def held(shell: Shell, options: Namespace) -> int:
    """The rows that wait for a decision, and why; or one of them brought in or left out."""
    if options.bring_in or options.discard or options.restore:
        return _decide(shell, options)
    with shell.database() as database:
        rows = database.read(lambda session: _asked(session, options.batch))
    if shell.as_json:
        say_json_list(map(_held_document, rows))
        return 0
    titles = ("id", "batch", "file", "sheet", "row", "name", "waits for")
    say_table(titles, (_held_cells(row) for row in rows))
    return 0


def _asked(session: Session, batch: str | None) -> tuple[HeldRow, ...]:
    return held_rows(session, find_batch(session, batch) if batch else None)


def _held_cells(row: HeldRow) -> tuple[object, ...]:
    why = reasons(row.line.findings) or f"nothing any more ({row.line.state})"
    if not row.course_open:
        why += f"; the course {row.course_code} is closed"
    name = row.line.draft.row.name if row.line.draft else ""
    batch = _short(str(row.batch_id))
    return row.id, batch, row.file_name, row.line.sheet, row.line.row, name, why


def _short(identifier: str) -> str:
    """Enough of an id to name a batch: two of the same moment differ behind its first part."""
    return identifier[:18]


def _held_document(row: HeldRow) -> Document:
    return {
        "id": row.id,
        "batch": row.batch_id,
        "file": row.file_name,
        "brought_at": row.brought_at,
        "course": row.course_code or None,
        "course_open": row.course_open,
        "sheet": row.line.sheet,
        "row": row.line.row,
        "state": row.line.state,
        "cells": {column.value: text for column, text in row.line.texts.items() if text},
        "findings": [
            {
                "column": f.column,
                "kind": f.kind,
                "severity": f.severity,
                "before": f.before,
                "after": f.after,
                "open": f.open,
                "candidates": [
                    {"key": c.key, "title": c.title, "note": c.note} for c in f.candidates
                ],
            }
            for f in row.line.findings
        ],
    }


def _decide(shell: Shell, options: Namespace) -> int:
    """Bring one row in, leave it out, or take it back; says what it is now."""
    by = shell.context()

    def work(session: Session) -> tuple[UUID, ImportRowState]:
        row = find_row(session, options.bring_in or options.discard or options.restore)
        if options.bring_in:
            return row, _bring_in(session, by, row, options)
        if options.discard:
            discard(session, by, row)
            return row, ImportRowState.DISCARDED
        restore(session, row)
        return row, ImportRowState.HELD

    with shell.database() as database:
        row, state = database.write(work)
    if shell.as_json:
        say_json({"id": row, "state": state})
    else:
        hint = f" (people held --restore {row})" if options.discard else ""
        say(f"{row}: {state}{hint}")
    return 1 if options.bring_in and state is ImportRowState.HELD else 0


def _bring_in(session: Session, by: Context, row: UUID, options: Namespace) -> ImportRowState:
    waiting = next((one for one in held_rows(session) if one.id == row), None)
    if waiting is None:
        raise AppError(ErrorCode.UNKNOWN_ROW)
    answers = repairs_accepted(waiting) if options.accept_repairs else Answers()
    return settle(session, by, row, answers, without_closed_course=options.without_course)


def list_all(shell: Shell, options: Namespace) -> int:
    """Every file that was brought in, the latest first."""
    with shell.database() as database:
        lines = database.read(list_batches)
    if shell.as_json:
        say_json_list(map(_document, lines))
        return 0
    titles = ("batch", "at", "file", "course", "read", "added", "matched", "held", "discarded", "")
    say_table(titles, (_cells(line) for line in lines))
    return 0


def _cells(line: BatchLine) -> tuple[object, ...]:
    undone = f"taken back {line.undone_at:%F %H:%M}" if line.undone_at else ""
    return (
        _short(str(line.id)), f"{line.brought_at:%F %H:%M}", line.file_name, line.course_code,
        line.read, line.added, line.matched, line.held, line.discarded, undone,
    )  # fmt: skip


def _document(line: BatchLine) -> Document:
    return {
        "id": line.id,
        "kind": line.kind,
        "file": line.file_name,
        "brought_at": line.brought_at,
        "operator": line.operator,
        "course": line.course_code or None,
        "read": line.read,
        "added": line.added,
        "matched": line.matched,
        "held": line.held,
        "superseded": line.superseded,
        "discarded": line.discarded,
        "undone_at": line.undone_at,
        "undone_by": line.undone_by or None,
    }


def undo_import(shell: Shell, options: Namespace) -> int:
    """Take a file back as a whole; what depends on it is named on standard error."""
    by = shell.context()
    with shell.database() as database:
        line = database.write(lambda s: undo(s, by, find_batch(s, options.batch)))
    if shell.as_json:
        say_json(_document(line))
    else:
        say(f"taken back: {line.file_name} ({line.read} rows)")
    return 0
