"""Registration forms: lists that were asked of communes."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Stamped


class RegistrationForm(Base, Stamped):
    """A list asked of a commune for a course: how many people, until when."""

    __tablename__ = "registration_form"
    __table_args__ = (Index(None, "course_id", "unit_id"), Index(None, "unit_id"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    course_id: Mapped[UUID | None] = mapped_column(ForeignKey("course.id"))
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"))
    quota: Mapped[int | None]
    deadline: Mapped[date | None]
    note: Mapped[str | None]
