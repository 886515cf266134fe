"""Certificate books, their numbers, and certificates as they were printed."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Fact, choice
from .enums import NumberState


class CertificateBook(Base):
    """(issuer, kind, year of the printed issue date). Numbers run from 1 without gaps."""

    __tablename__ = "certificate_book"
    __table_args__ = (UniqueConstraint("issuer", "kind", "year"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    issuer: Mapped[str]
    kind: Mapped[str]
    year: Mapped[int]
    pattern: Mapped[str]
    """How a number is printed: "{number:03d}/GCN-SKHCN"."""


class CertificateNumber(Base):
    """A number of a book: issued, voided with a reason, or reserved for somebody."""

    __tablename__ = "certificate_number"
    __table_args__ = (UniqueConstraint("book_id", "number"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    book_id: Mapped[UUID] = mapped_column(ForeignKey("certificate_book.id"))
    number: Mapped[int]
    state: Mapped[NumberState] = mapped_column(choice(NumberState))
    reason: Mapped[str | None]
    reserved_for: Mapped[str | None]


class Certificate(Fact, Base):
    """A certificate with the words it was printed with: a later change of name leaves it alone."""

    __tablename__ = "certificate"
    __table_args__ = (
        Index(None, "enrolment_id"),
        Index(None, "course_id"),
        Index(None, "person_id"),
    )

    number_id: Mapped[UUID] = mapped_column(ForeignKey("certificate_number.id"), unique=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    enrolment_id: Mapped[UUID] = mapped_column(ForeignKey("enrolment.id"))
    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    printed_number: Mapped[str]
    issued_on: Mapped[date]
    printed: Mapped[str]
    """JSON: everything that stands on the paper."""
    voided_at: Mapped[datetime | None]
    """Derived from its `CertificateVoid`, as the reason is."""
    voided_reason: Mapped[str | None]
    replaces_id: Mapped[UUID | None] = mapped_column(ForeignKey("certificate.id"))


class CertificateVoid(Fact, Base):
    """A certificate was declared void; its number is never used again."""

    __tablename__ = "certificate_void"
    __table_args__ = (Index(None, "certificate_id"),)

    certificate_id: Mapped[UUID] = mapped_column(ForeignKey("certificate.id"))
    reason: Mapped[str]
