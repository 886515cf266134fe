"""How a commune's last list was laid out: proposed for its next one with the same headings."""

import json
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from ...importing.fields import Field
from ...importing.matches import TableMatch
from ...importing.plan import ImportPlan
from ...models.errors import AppError
from ...models.imports import ImportBatch, ListLayout
from ...models.names import fold
from ..places import commune_by_code
from .changes import RowChange
from .choices import ListChoices
from .draft import FileDraft
from .mapping import with_changes
from .people_rows import MakeId, Mark
from .writing import common_unit


def signature(match: TableMatch) -> str:
    """The headings of a table as layouts are known by: without accents, case and breaks."""
    return "|".join(fold(heading) for heading in match.headings)


def proposed_fields(
    session: Session, plan: ImportPlan, commune_code: str = ""
) -> Mapping[str, Mapping[int, Field]]:
    """The columns somebody changed in a list with these headings, by sheet and column index.

    A list of the same commune counts first, then the latest of anybody's. Sheets that were
    understood by themselves are left out.
    """
    unit = _unit(session, commune_code)
    found = {match.sheet: _layout(session, match, unit) for match in plan.tables}
    return {sheet: fields for sheet, fields in found.items() if fields}


def _unit(session: Session, code: str) -> UUID | None:
    try:
        return commune_by_code(session, code, date.max).id if code else None
    except AppError:
        return None


def _layout(session: Session, match: TableMatch, unit: UUID | None) -> dict[int, Field]:
    rows = session.execute(
        select(ListLayout.unit_id, ListLayout.mapping)
        .where(ListLayout.headings == signature(match), ListLayout.deleted_at.is_(None))
        .order_by(ListLayout.changed_at.desc())
    ).all()
    own = next((text for owner, text in rows if unit is not None and owner == unit), None)
    text = own or (rows[0][1] if rows else "{}")
    read: dict[str, str] = json.loads(text)
    fields = {int(index): Field(field) for index, field in read.items()}
    return {index: field for index, field in fields.items() if match.columns.get(index) != field}


def remember_layouts(
    session: Session,
    mark: Mark,
    make_id: MakeId,
    batch: UUID,
    file: FileDraft,
    choices: ListChoices,
) -> None:
    """Keep the columns that somebody changed in a list; its batch knows, for taking it back."""
    unit, sha256 = common_unit(file.rows), file.plan.source.sha256
    changes = [
        _remember(session, mark, make_id, unit, match, fields)
        for match in file.plan.tables
        if (fields := choices.fields.get((sha256, match.sheet)))
    ]
    if changes:
        _tell_batch(session, batch, changes)


def _remember(
    session: Session,
    mark: Mark,
    make_id: MakeId,
    unit: UUID | None,
    match: TableMatch,
    fields: Mapping[int, Field],
) -> RowChange:
    text = json.dumps({str(index): field.value for index, field in sorted(fields.items())})
    same_unit = ListLayout.unit_id == unit if unit else ListLayout.unit_id.is_(None)
    columns = (
        ListLayout.id, ListLayout.mapping, ListLayout.deleted_at, ListLayout.changed_at,
        ListLayout.changed_by, ListLayout.changed_on,
    )  # fmt: skip
    known = session.execute(
        select(*columns).where(same_unit, ListLayout.headings == signature(match))
    ).first()
    if known is None:
        key = make_id()
        values = {"id": key, "unit_id": unit, "headings": signature(match), "mapping": text}
        session.execute(insert(ListLayout).values(**values, **mark.stamped()))
        return RowChange("list_layout", key, None, mark.now)
    before = known._asdict()
    key = before.pop("id")
    statement = update(ListLayout).where(ListLayout.id == key)
    session.execute(statement.values(mapping=text, **mark.stamped()))
    return RowChange("list_layout", key, before, mark.now)


def _tell_batch(session: Session, batch: UUID, changes: list[RowChange]) -> None:
    kept = select(ImportBatch.mapping).where(ImportBatch.id == batch)
    text = with_changes(session.scalar(kept) or "{}", changes)
    session.execute(update(ImportBatch).where(ImportBatch.id == batch).values(mapping=text))
