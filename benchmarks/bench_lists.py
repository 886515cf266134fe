"""How long a list of 20,000 people takes: read and understood, and written, beside their floors.

The floor of reading is pandas reading the same file with openpyxl and understanding nothing. The
floor of writing is the driver's executemany of the very same rows into the same tables.
"""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session
from taphuan.db.database import Database
from taphuan.importing.plan import ImportPlan
from taphuan.models.clock import local, utc_now
from taphuan.models.context import Context
from taphuan.models.enums import ImportRowState
from taphuan.models.names import searched_words
from taphuan.models.tables import Base
from taphuan.services.lists.bringing import bring_in, read_list, understand
from taphuan.services.lists.choices import ListChoices
from taphuan.services.lists.draft import ListDraft

from .bench_data import opened
from .invent import Weighted, invent
from .measured import Measured

ROWS = 20_000
_KNOWN, _LIKELY = 1_000, 200
_ROUNDS = 3
_PROVINCE = "14"
_HEAD = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Số CCCD", "Điện thoại",
         "Thôn, bản", "Xã, phường", "Chức vụ", "Ghi chú")  # fmt: skip
_GROUPS = Weighted({"thai": 55, "mong": 22, "kinh": 17, "muong": 4, "dao": 2})
_NAMED = {"thai": "Thái", "mong": "Mông", "kinh": "Kinh", "muong": "Mường", "dao": "Dao"}
_Row = tuple[object, ...]


def measure_lists(path: Path) -> list[Measured]:
    """A list of a whole province: most are new, some known by their number, some only likely."""
    with opened(path) as db:
        listed = path.with_name(f"{path.stem}-list.xlsx")
        if not listed.exists():
            _write_list(db, listed)
        reading, plan, draft = _read_and_understand(db, listed)
        writing, bare = _write(db, plan)
    states = {state: draft.count(state) for state in ImportRowState}
    told = ", ".join(f"{count:,} {state}" for state, count in states.items() if count)
    print(f"a list of {ROWS:,} rows: {told}")
    floor = min(_seconds(_read_with_pandas, listed) for _ in range(_ROUNDS))
    read, understood = reading
    return [
        Measured("list read and understood", (read + understood) * 1e3, floor * 1e3, 1),
        Measured("  of which read", read * 1e3),
        Measured("  of which understood and matched", understood * 1e3),
        Measured("list understood again and written", writing * 1e3, bare * 1e3, 3),
    ]


# The list


def _write_list(db: Database, path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    sheet.append(_HEAD)
    for row in db.read(lambda session: list(_rows(session))):
        sheet.append(row)
    book.save(path)


def _rows(session: Session) -> Iterator[_Row]:
    chance = random.Random(3)
    known = session.execute(text(_STORED), {"province": _PROVINCE, "many": _KNOWN + _LIKELY}).all()
    places = session.execute(text(_PLACES), {"province": _PROVINCE}).all()
    strangers = (_stranger(chance, places) for _ in range(ROWS - len(known)))
    rows = [*(_listed(index, person) for index, person in enumerate(known)), *strangers]
    chance.shuffle(rows)
    for number, row in enumerate(rows, 1):
        yield (number, *row)


_STORED = """
SELECT p.name, p.birth_date, p.gender, e.name, i.number, p.phone, h.kind || ' ' || h.name, u.name
FROM person p JOIN unit u ON u.id = p.unit_id JOIN unit v ON v.id = u.parent_id
JOIN hamlet h ON h.id = p.hamlet_id JOIN ethnic_group e ON e.key = p.ethnic_key
JOIN identity_number i ON i.person_id = p.id WHERE v.code = :province
ORDER BY p.search_rank * 7919 % 100003 LIMIT :many"""
_PLACES = """
SELECT DISTINCT u.name, h.kind || ' ' || h.name FROM hamlet h JOIN unit u ON u.id = h.unit_id
JOIN unit v ON v.id = u.parent_id WHERE v.code = :province ORDER BY h.sort_key"""


def _listed(index: int, person: Sequence[Any]) -> _Row:
    """Somebody stored: with the number, or so that they are only likely."""
    name, born, gender, ethnic, number, phone, hamlet, commune = person
    day = date.fromisoformat(born)
    if index >= _KNOWN:
        return name, day.year, gender, ethnic, None, None, None, commune, "Thành viên", None
    shown = f"{day:%d/%m/%Y}"
    return name, shown, gender, ethnic, number, phone, hamlet, commune, "Thành viên", None


def _stranger(chance: random.Random, places: Sequence[Any]) -> _Row:
    """Somebody new; here and there a cell as it comes from real hands."""
    person = invent(chance, _GROUPS)
    commune, hamlet = chance.choice(places)
    name = person.name.upper() if chance.random() < 0.05 else person.name
    number = person.identity_number if chance.random() < 0.9 else None
    phone: object = person.phone
    if chance.random() < 0.1:
        phone = int(person.phone)
    ethnic, born = _NAMED[person.ethnic_key], f"{person.birth_date:%d/%m/%Y}"
    role = "Tổ trưởng" if chance.random() < 0.1 else "Thành viên"
    return name, born, person.gender.value, ethnic, number, phone, hamlet, commune, role, None


# Reading


def _read_and_understand(
    db: Database, path: Path
) -> tuple[tuple[float, float], ImportPlan, ListDraft]:
    """The fastest of some rounds: seconds of reading and of understanding."""
    today, choices = local(utc_now()).date(), ListChoices()
    found = []
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        plan = read_list(path, choices, today)
        read = time.perf_counter()
        draft = db.read(lambda s, p=plan: understand(s, [p], choices, today))  # type: ignore[misc]
        found.append((read - started, time.perf_counter() - read))
    return min(found, key=sum), plan, draft


def _read_with_pandas(path: Path) -> object:
    import pandas

    return pandas.read_excel(path, engine="openpyxl")


# Writing


def _write(db: Database, plan: ImportPlan) -> tuple[float, float]:
    """Seconds of bringing the list in and of its bare rows, each taken back; the fastest round."""
    by = Context("Đo", "bench")
    ours, bare = [], []
    for _ in range(_ROUNDS):
        ours.append(db.rehearse(lambda s: _brought(s, by, plan)))
        rows = ours[-1][1]
        bare.append(db.rehearse(lambda s, rows=rows: _bare(s, rows)))  # type: ignore[misc]
    return min(seconds for seconds, _ in ours), min(bare)


_Tables = dict[str, list[_Row]]
_WRITTEN = ("import_batch", "hamlet", "person", "import_row", "card", "identity_number",
            "import_finding")  # fmt: skip
"""What a list of people writes, tables that are referred to first."""


def _brought(session: Session, by: Context, plan: ImportPlan) -> tuple[float, _Tables]:
    before = {name: _last(session, name) for name in _WRITTEN}
    seconds = _seconds(bring_in, session, by, [plan], ListChoices())
    return seconds, {name: _after(session, name, last) for name, last in before.items()}


def _last(session: Session, table: str) -> int:
    return session.scalar(text(f"SELECT max(rowid) FROM {table}")) or 0


def _after(session: Session, table: str, last: int) -> list[_Row]:
    rows = session.connection().exec_driver_sql(
        f"SELECT * FROM {table} WHERE rowid > {last} ORDER BY rowid"
    )
    return [tuple(row) for row in rows]


def _bare(session: Session, tables: _Tables) -> float:
    """The driver's own executemany, into tables, their indexes and search."""
    person = Base.metadata.tables["person"]
    columns = [column.name for column in person.columns]
    rank, name, note, phone = (columns.index(n) for n in ("search_rank", "name", "note", "phone"))
    words = [
        (row[rank], searched_words(str(row[name]), row[note], row[phone]))  # type: ignore[arg-type]
        for row in tables["person"]
    ]
    cursor: Any = session.connection().connection.cursor()
    session.execute(select(1))
    started = time.perf_counter()
    for table, rows in tables.items():
        if rows:
            places = ", ".join("?" * len(rows[0]))
            cursor.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
    cursor.executemany("INSERT INTO person_search(rowid, words) VALUES (?, ?)", words)
    return time.perf_counter() - started


def _seconds(work: Callable[..., object], *args: object) -> float:
    started = time.perf_counter()
    work(*args)
    return time.perf_counter() - started
