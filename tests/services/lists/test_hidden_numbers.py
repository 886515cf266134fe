"""Identity numbers stay in their one table, wherever a list writes them."""

import json
from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from taphuan.importing.fields import Field
from taphuan.importing.findings import Answer, AnswerKind, Answers, FindingKey, FindingKind
from taphuan.importing.plan import ImportPlan
from taphuan.models.context import Context
from taphuan.models.enums import ImportRowState
from taphuan.models.imports import ImportRow
from taphuan.models.people import IdentityNumber, Person
from taphuan.models.places import Hamlet
from taphuan.models.tables import Base
from taphuan.services.lists.draft import ImportReport
from taphuan.services.lists.held import held_rows, settle

Bring = Callable[..., ImportReport]
ReadList = Callable[..., ImportPlan]
HEAD = "Họ và tên;Năm sinh;Giới tính;Bản;Xã;Chức vụ;Ghi chú"
NUMBER, OTHER = "014086000123", "014086000456"
ROWS = (
    f"Lò Văn A {NUMBER};1986;Nam;Bản Lào;Mường É;;CCCD vợ {OTHER}",
    f"Lò Văn B;1986;Nam;Bản Lào {NUMBER};Mường É;;",
    f"Lò Văn C;1986;Nam;{NUMBER};Mường É;{OTHER};",
    f"Lò Văn D;1986;Nam;Bản Lào;xã {NUMBER};;",
    f"Lò Văn E;1986;Nam;Bản Lào;Xã Không Có {OTHER};;{NUMBER}",
)


def elsewhere(session: Session) -> str:
    """Every row of every table but that of identity numbers."""
    session.flush()
    kept = [table for table in Base.metadata.sorted_tables if table is not IdentityNumber.__table__]
    return "\n".join(f"{table}: {session.execute(select(table)).fetchall()}" for table in kept)


@pytest.mark.parametrize("accept", [True, False])
def test_no_other_table_tells_a_number(
    session: Session, bring: Bring, read_list: ReadList, accept: bool
) -> None:
    report = bring(session, read_list(HEAD, *ROWS, accept=accept), accept=accept)
    assert len(report.rows) == len(ROWS)
    stored = elsewhere(session)
    assert NUMBER not in stored and OTHER not in stored
    assert "••••••••0123" in stored
    assert NUMBER in session.scalars(select(IdentityNumber.number)).all()


def test_what_is_shown_of_rows_that_wait_tells_none(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    bring(session, read_list(HEAD, *ROWS, accept=False), accept=False)
    for row in held_rows(session):
        assert row.line.draft is not None
        shown = repr((row.line.texts, row.line.findings, row.line.draft))
        assert NUMBER not in shown and OTHER not in shown


def test_a_number_is_no_hamlet_and_the_row_waits_for_one(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    bring(session, read_list(HEAD, ROWS[2]))
    assert session.scalars(select(Hamlet.name)).all() == []
    (row,) = held_rows(session)
    asked = next(f for f in row.line.findings if f.open)
    assert (asked.kind, asked.field) == (FindingKind.ADDRESS_UNCLEAR, Field.HAMLET)
    said = Answers({asked.key: Answer(AnswerKind.VALUE, "Bản Lào")})
    assert settle(session, by, row.id, said) is ImportRowState.ADDED
    assert session.scalars(select(Hamlet.name)).all() == ["Lào"]
    assert session.scalars(select(IdentityNumber.number)).all() == [NUMBER]


def test_the_note_of_a_person_keeps_the_last_four_digits(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    bring(session, read_list(HEAD, ROWS[0]))
    (person,) = session.scalars(select(Person)).all()
    assert (person.name, person.note) == ("Lò Văn A", "CCCD vợ ••••••••0456")


def test_what_somebody_typed_is_kept_without_it(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    bring(session, read_list(HEAD, "Lò Văn G;1986;Nam;Bản Lào;Xã Không Có;;"))
    (row,) = held_rows(session)
    (asked,) = (f for f in row.line.findings if f.open)
    typed = {asked.key: Answer(AnswerKind.VALUE, NUMBER)}
    assert settle(session, by, row.id, Answers(typed)) is ImportRowState.HELD
    cells = json.loads(session.scalars(select(ImportRow.cells)).one() or "")
    assert NUMBER not in json.dumps(cells)
    assert FindingKey(*row.line.key, Field.COMMUNE, asked.kind) == asked.key
