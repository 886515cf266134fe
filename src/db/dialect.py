"""The one module that holds what differs between databases: search, upserts, derived counts.

On SQLite search is an FTS5 table without contents whose rowid is `person.search_rank`: rows come
back in the order of names without being sorted, so the first page costs the same for a name that
thousands bear. Its prefix lists answer each keystroke.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Table, text
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.orm import Session


def index_person(session: Session, rank: int, words: str) -> None:
    """Put a person's folded words into search, in place of what stood at this rank."""
    forget_person(session, rank)
    session.execute(
        text("INSERT INTO person_search(rowid, words) VALUES (:rank, :words)"),
        {"rank": rank, "words": words},
    )


def forget_person(session: Session, rank: int) -> None:
    """Take a person out of search."""
    session.execute(text("DELETE FROM person_search WHERE rowid = :rank"), {"rank": rank})


def match_query(words: Sequence[str]) -> str:
    """The search expression for words typed in any order, each perhaps unfinished."""
    return " AND ".join(f'"{word}"*' for word in words)


def search_ranks(session: Session, words: Sequence[str], limit: int) -> list[int]:
    """The first `limit` ranks of people that have every word, in the order of names (nearly)."""
    rows = session.execute(
        text(
            "SELECT rowid FROM person_search WHERE person_search MATCH :query "
            "ORDER BY rowid LIMIT :limit"
        ),
        {"query": match_query(words), "limit": limit},
    )
    return [row[0] for row in rows]


def searched_people(session: Session, words: Sequence[str]) -> list[int]:
    """Sequence numbers of every match in exact order; a background job's, not a keystroke's."""
    rows = session.execute(
        text(
            "SELECT p.seq FROM person_search s JOIN person p ON p.search_rank = s.rowid "
            "WHERE person_search MATCH :query AND p.listed ORDER BY p.sort_key, p.seq"
        ),
        {"query": match_query(words)},
    )
    return [row[0] for row in rows]


def upsert(session: Session, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """Insert rows, or replace the other columns of those whose primary key is there."""
    values = list(rows)
    if not values:
        return
    session.execute(_upsert(table), values)


@cache
def _upsert(table: Table) -> Insert:
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    others = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=others)
