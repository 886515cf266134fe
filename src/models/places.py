"""Places: administrative units with validity, hamlets, households, denominators."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Stamped, choice
from .enums import Measure, UnitLevel


class Unit(Base):
    """A province, former district or commune. A code is not an identity: codes were re-used."""

    __tablename__ = "unit"
    __table_args__ = (
        Index(None, "code", "level", "valid_from"),
        Index(None, "folded", "level"),
        Index(None, "parent_id"),
    )

    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(unique=True)
    level: Mapped[UnitLevel] = mapped_column(choice(UnitLevel))
    code: Mapped[str]
    name: Mapped[str]
    kind: Mapped[str]
    folded: Mapped[str]
    sort_key: Mapped[bytes]
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("unit.id"))
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    source: Mapped[str]


class UnitTitle(Base):
    """What a unit was called before its name or kind changed without a change of territory."""

    __tablename__ = "unit_title"

    unit_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    valid_to: Mapped[date] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    source: Mapped[str]


class UnitSuccessor(Base):
    """A former unit and one that took over its territory, or a part of it."""

    __tablename__ = "unit_successor"
    __table_args__ = (Index(None, "successor_id"),)

    predecessor_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    successor_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    is_split: Mapped[bool]
    is_default: Mapped[bool]


class Hamlet(Base, Stamped):
    """A hamlet of a commune (thôn, bản, tổ dân phố …), made by users: there is no national list."""

    __tablename__ = "hamlet"
    __table_args__ = (Index(None, "unit_id", "folded"), Index(None, "batch_id"))

    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(unique=True)
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("unit.id"))
    kind: Mapped[str]
    name: Mapped[str]
    folded: Mapped[str]
    sort_key: Mapped[bytes]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    batch_id: Mapped[UUID | None] = mapped_column(ForeignKey("import_batch.id"))
    """The file it came with; None when it was typed."""


class HamletSuccessor(Base, Stamped):
    """Hamlets merge too; figures follow this link."""

    __tablename__ = "hamlet_successor"

    predecessor_id: Mapped[UUID] = mapped_column(ForeignKey("hamlet.id"), primary_key=True)
    successor_id: Mapped[UUID] = mapped_column(ForeignKey("hamlet.id"), primary_key=True)


class Household(Base, Stamped):
    """Optional, under a hamlet; known by its head's name or a number."""

    __tablename__ = "household"
    __table_args__ = (Index(None, "hamlet_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    hamlet_id: Mapped[UUID] = mapped_column(ForeignKey("hamlet.id"))
    head: Mapped[str | None]
    number: Mapped[str | None]
    folded: Mapped[str]


class Denominator(Base, Stamped):
    """What tallies divide by: entered or imported, with date and source."""

    __tablename__ = "denominator"
    __table_args__ = (
        UniqueConstraint("unit_id", "hamlet_id", "measure", "as_of"),
        Index(None, "hamlet_id"),
        Index(None, "batch_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"))
    hamlet_id: Mapped[UUID | None] = mapped_column(ForeignKey("hamlet.id"))
    measure: Mapped[Measure] = mapped_column(choice(Measure))
    value: Mapped[int]
    as_of: Mapped[date]
    source: Mapped[str]
    batch_id: Mapped[UUID | None] = mapped_column(ForeignKey("import_batch.id"))
    """The file it came with; None when it was typed."""
