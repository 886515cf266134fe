"""What tallies divide by: households and adults of hamlets and communes, with date and source.

A figure is entered or imported, never derived. The newest as of a day counts; older ones stay.
Figures follow hamlets that merged or were renamed: as long as the new hamlet has none of its own,
those of all its predecessors together stand for it, marked `followed`. Those of a hamlet that was
split follow nobody: nobody knows how they part.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from ...models.clock import local
from ...models.context import Context
from ...models.enums import Measure
from ...models.errors import AppError, ErrorCode
from ...models.names import nfc
from ...models.places import Denominator, Hamlet, HamletSuccessor
from .changes import Changes, Done
from .validity import valid_on

_BLOCK = 400
"""Areas asked for by one statement: databases limit its parameters."""


class Area(NamedTuple):
    """A hamlet, or with None the whole commune as it was reported, not the sum of its hamlets."""

    unit_id: UUID
    hamlet_id: UUID | None


@dataclass(frozen=True)
class Figure:
    """A count with its date and source; `followed` where it is that of hamlets that merged."""

    value: int
    as_of: date
    source: str
    followed: bool = False


Figures = Mapping[Measure, Figure]


@dataclass(frozen=True)
class FigureRecord:
    """A figure of an area's history; `deleted` ones are not among them."""

    id: UUID
    measure: Measure
    value: int
    as_of: date
    source: str


def denominators(session: Session, day: date) -> Mapping[Area, Figures]:
    """The figures that count on a day: of every commune and of every hamlet that stands that day.

    An area without a figure is not in it, nor a measure nobody reported: unknown is not 0.
    """
    rows = session.execute(
        select(Denominator.unit_id, Denominator.hamlet_id)
        .where(Denominator.deleted_at.is_(None), Denominator.as_of <= day)
        .distinct()
    )
    areas = {Area(unit, hamlet) for unit, hamlet in rows}
    followers = session.execute(
        select(Hamlet.unit_id, Hamlet.id)
        .join(HamletSuccessor, HamletSuccessor.successor_id == Hamlet.id)
        .where(HamletSuccessor.deleted_at.is_(None))
    )
    areas |= {Area(unit, hamlet) for unit, hamlet in followers if unit is not None}
    standing = set(session.scalars(select(Hamlet.id).where(valid_on(Hamlet, day))))
    wanted = [a for a in areas if a.hamlet_id is None or a.hamlet_id in standing]
    return {area: found for area, found in figures_of(session, day, wanted).items() if found}


def figures_of(session: Session, day: date, areas: Iterable[Area]) -> dict[Area, Figures]:
    """The figures of these areas that count on a day; an empty mapping where none does."""
    wanted = list(dict.fromkeys(areas))
    found = _own(session, day, wanted)
    for area in wanted:
        found.setdefault(area, {})
    lacking = [a for a in wanted if a.hamlet_id is not None and set(found[a]) < _FOLLOWING]
    for area, before in _predecessors(session, lacking).items():
        earlier = figures_of(session, day, before)
        found[area] = {**_together([earlier[a] for a in before]), **found[area]}
    return found


_FOLLOWING = {Measure.HOUSEHOLDS, Measure.ADULTS, Measure.MEMBERS}


def _own(session: Session, day: date, areas: Sequence[Area]) -> dict[Area, Figures]:
    found: dict[Area, dict[Measure, Figure]] = {}
    for start in range(0, len(areas), _BLOCK):
        block = areas[start : start + _BLOCK]
        hamlets = [a.hamlet_id for a in block if a.hamlet_id is not None]
        communes = [a.unit_id for a in block if a.hamlet_id is None]
        rows = session.execute(
            select(Denominator.unit_id, Denominator.hamlet_id, Denominator.measure,
                   Denominator.value, Denominator.as_of, Denominator.source)
            .where(
                or_(
                    Denominator.hamlet_id.in_(hamlets),
                    and_(Denominator.hamlet_id.is_(None), Denominator.unit_id.in_(communes)),
                ),
                Denominator.deleted_at.is_(None),
                Denominator.as_of <= day,
            )
            .order_by(Denominator.as_of, Denominator.changed_at)
        )  # fmt: skip
        for unit, hamlet, measure, value, as_of, source in rows:
            found.setdefault(Area(unit, hamlet), {})[measure] = Figure(value, as_of, source)
    return dict(found)


def _predecessors(session: Session, areas: Sequence[Area]) -> dict[Area, list[Area]]:
    """The hamlets that went into each of these as a whole; none for parts of a split one."""
    of = {area.hamlet_id: area for area in areas}
    links: dict[UUID, list[UUID]] = {}
    for start in range(0, len(areas), _BLOCK):
        ids = [a.hamlet_id for a in areas[start : start + _BLOCK]]
        for before, after in session.execute(
            select(HamletSuccessor.predecessor_id, HamletSuccessor.successor_id).where(
                HamletSuccessor.successor_id.in_(ids), HamletSuccessor.deleted_at.is_(None)
            )
        ):
            links.setdefault(after, []).append(before)
    split = _split(session, {before for befores in links.values() for before in befores})
    return {
        of[after]: [Area(of[after].unit_id, before) for before in befores]
        for after, befores in links.items()
        if not split.intersection(befores)
    }


def _split(session: Session, hamlets: set[UUID]) -> set[UUID]:
    if not hamlets:
        return set()
    seen: set[UUID] = set()
    split: set[UUID] = set()
    for before in session.scalars(
        select(HamletSuccessor.predecessor_id).where(
            HamletSuccessor.predecessor_id.in_(hamlets), HamletSuccessor.deleted_at.is_(None)
        )
    ):
        (split if before in seen else seen).add(before)
    return split


def _together(parts: Sequence[Figures]) -> dict[Measure, Figure]:
    """The sum of all parts, of the oldest date; nothing where one of them is unknown."""
    together = {}
    for measure in _FOLLOWING:
        figures = [part[measure] for part in parts if measure in part]
        if figures and len(figures) == len(parts):
            sources = dict.fromkeys(figure.source for figure in figures)
            together[measure] = Figure(
                sum(f.value for f in figures), min(f.as_of for f in figures),
                "; ".join(sources), followed=True,
            )  # fmt: skip
    return together


def figure_history(session: Session, area: Area) -> tuple[FigureRecord, ...]:
    """Every figure of an area, the latest first."""
    rows = session.scalars(
        select(Denominator)
        .where(*_of(area), Denominator.deleted_at.is_(None))
        .order_by(Denominator.as_of.desc(), Denominator.measure.desc())
    )
    return tuple(FigureRecord(r.id, r.measure, r.value, r.as_of, r.source) for r in rows)


def enter_figures(
    session: Session,
    by: Context,
    area: Area,
    values: Mapping[Measure, int],
    as_of: date,
    source: str,
) -> Done:
    """Enter the figures of a day. Those of the same day are corrected, earlier ones stay.

    Raises BAD_VALUE for a figure below 0, without a source, or of a day to come.
    """
    if as_of > _today(by):
        raise AppError(ErrorCode.BAD_VALUE, field="as_of", value=as_of)
    if not nfc(source):
        raise AppError(ErrorCode.BAD_VALUE, field="source", value=source)
    changes = Changes(session, by)
    for measure, value in values.items():
        put_figure(changes, area, measure, Figure(value, as_of, nfc(source)))
    return changes.done(area.hamlet_id or area.unit_id)


def put_figure(
    changes: Changes, area: Area, measure: Measure, figure: Figure, batch: UUID | None = None
) -> None:
    """Write one figure within a change, over one of the same day. Raises BAD_VALUE below 0."""
    if figure.value < 0:
        raise AppError(ErrorCode.BAD_VALUE, field="figure", value=figure.value)
    known = changes.session.scalars(
        select(Denominator)
        .where(*_of(area), Denominator.measure == measure, Denominator.as_of == figure.as_of)
        .order_by(Denominator.deleted_at.is_not(None))
    ).first()
    if known is not None:
        changes.set(known, value=figure.value, source=figure.source, deleted_at=None)
        return
    changes.add(
        Denominator(
            id=changes.by.new_id(),
            unit_id=area.unit_id,
            hamlet_id=area.hamlet_id,
            measure=measure,
            value=figure.value,
            as_of=figure.as_of,
            source=figure.source,
            batch_id=batch,
        )
    )


def remove_figure(session: Session, by: Context, figure_id: UUID) -> Done:
    """Take out a figure that was entered by mistake. Raises BAD_VALUE for one that is not there."""
    row = session.get(Denominator, figure_id)
    if row is None or row.deleted_at is not None:
        raise AppError(ErrorCode.BAD_VALUE, field="figure", value="")
    changes = Changes(session, by)
    changes.remove(row)
    return changes.done(figure_id)


def _of(area: Area) -> tuple[ColumnElement[bool], ...]:
    same = Denominator.hamlet_id
    return (
        Denominator.unit_id == area.unit_id,
        same == area.hamlet_id if area.hamlet_id else same.is_(None),
    )


def _today(by: Context) -> date:
    return local(by.clock()).date()
