"""People, their identity numbers, cards and consents."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Stamped, choice
from .enums import Gender


class Person(Base, Stamped):
    """Somebody who takes part. Name and phone never identify."""

    __tablename__ = "person"
    __table_args__ = (
        Index("ix_person_order", "sort_key", sqlite_where=text("listed")),
        Index(None, "unit_id", "folded", "birth_year"),
        Index(None, "phone"),
        Index(None, "canonical_id"),
        Index(None, "hamlet_id"),
    )

    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(unique=True)
    name: Mapped[str]
    sort_name: Mapped[str | None]
    sort_key: Mapped[bytes]
    search_rank: Mapped[int] = mapped_column(BigInteger, unique=True)
    """Nearly the order of names; 63 bits (`names.search_rank`)."""
    folded: Mapped[str]
    gender: Mapped[Gender | None] = mapped_column(choice(Gender))
    birth_date: Mapped[date | None]
    birth_year: Mapped[int | None]
    ethnic_key: Mapped[str | None] = mapped_column(ForeignKey("ethnic_group.key"))
    phone: Mapped[str | None]
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("unit.id"))
    hamlet_id: Mapped[UUID | None] = mapped_column(ForeignKey("hamlet.id"))
    household_id: Mapped[UUID | None] = mapped_column(ForeignKey("household.id"))
    employer: Mapped[str | None]
    nominated_by: Mapped[str | None]
    note: Mapped[str | None]
    canonical_id: Mapped[UUID]
    """Derived from the redirects: the person this one is read as; its own id when not merged."""
    listed: Mapped[bool]
    """Derived: neither deleted nor merged into somebody else."""


class PersonRedirect(Base, Stamped):
    """Two records are one person. Removed (tombstone) by unmerging; no child is rewritten."""

    __tablename__ = "person_redirect"
    __table_args__ = (Index(None, "from_id"), Index(None, "to_id"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    from_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    to_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    choices: Mapped[str]
    """JSON: which record each field was taken from, and what it was before."""


class DistinctPair(Base, Stamped):
    """Somebody looked at two alike records and said: two people."""

    __tablename__ = "distinct_pair"
    __table_args__ = (UniqueConstraint("first_id", "second_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    first_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    second_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))


class IdentityNumber(Base, Stamped):
    """The only table that holds identity numbers in full: of a person, or of a held row."""

    __tablename__ = "identity_number"
    __table_args__ = (
        Index(None, "person_id"),
        Index(None, "import_row_id"),
        Index(None, "hash"),
        Index(None, "last_four"),
        CheckConstraint("(person_id IS NULL) <> (import_row_id IS NULL)", name="one_owner"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    import_row_id: Mapped[UUID | None] = mapped_column(ForeignKey("import_row.id"))
    kind: Mapped[str]
    number: Mapped[str | None]
    """None where only hash and last four are kept."""
    hash: Mapped[bytes]
    """HMAC-SHA-256 of the number under the file's secret: for matching without showing."""
    last_four: Mapped[str]


class Card(Base, Stamped):
    """A card's code: of a person, or still blank. Several may be valid; valid in every course."""

    __tablename__ = "card"
    __table_args__ = (Index(None, "person_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    issued_at: Mapped[datetime]
    bound_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    revoked_reason: Mapped[str | None]
    replaced_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("card.id"))


class Consent(Base, Stamped):
    """Consent per purpose, provable: text, date, method, and its withdrawal (Law 91/2025/QH15)."""

    __tablename__ = "consent"
    __table_args__ = (Index(None, "person_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    purpose: Mapped[str]
    text_version: Mapped[str]
    method: Mapped[str]
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
