"""Teams and their members."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Stamped, choice
from .enums import TeamKind


class Team(Base, Stamped):
    """A team of a commune, of a hamlet, or a steering group; its kind's name is a setting."""

    __tablename__ = "team"
    __table_args__ = (
        Index(None, "unit_id", "folded"),
        Index(None, "hamlet_id"),
        Index(None, "batch_id"),
    )

    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(unique=True)
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("unit.id"))
    hamlet_id: Mapped[UUID | None] = mapped_column(ForeignKey("hamlet.id"))
    kind: Mapped[TeamKind] = mapped_column(choice(TeamKind))
    name: Mapped[str]
    folded: Mapped[str]
    decision_number: Mapped[str | None]
    decision_date: Mapped[date | None]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    batch_id: Mapped[UUID | None] = mapped_column(ForeignKey("import_batch.id"))
    """The file it came with; None when it was typed."""


class TeamSuccessor(Base, Stamped):
    """Teams merge when their hamlets do."""

    __tablename__ = "team_successor"

    predecessor_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"), primary_key=True)
    successor_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"), primary_key=True)


class TeamMember(Base, Stamped):
    """Somebody in a team, with role and from-to."""

    __tablename__ = "team_member"
    __table_args__ = (Index(None, "team_id"), Index(None, "person_id"), Index(None, "batch_id"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    role: Mapped[str | None]
    nominated_by: Mapped[str | None]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    batch_id: Mapped[UUID | None] = mapped_column(ForeignKey("import_batch.id"))
    """The file it came with; None when it was typed."""
