"""The ground of all tables: column types, naming of constraints, stamps."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, Dialect, Enum, LargeBinary, MetaData, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine


class Key(TypeDecorator[UUID]):
    """A UUID in 16 bytes; PostgreSQL's own type there."""

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(Uuid())
        return dialect.type_descriptor(LargeBinary(16))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        return value if value is None or dialect.name == "postgresql" else value.bytes

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        return value if value is None or isinstance(value, UUID) else UUID(bytes=value)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; aware in the program, naive in the file."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


def choice(kind: type[StrEnum]) -> Enum:
    """A column type that stores the enumeration's values as text."""
    return Enum(kind, native_enum=False, length=24, values_callable=lambda e: [m.value for m in e])


class Base(DeclarativeBase):
    """All tables. Constraint names are fixed so that migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {UUID: Key(), datetime: Moment()}


class Stamped:
    """When, by whom and on which machine a row last changed; and its tombstone."""

    changed_at: Mapped[datetime]
    changed_by: Mapped[str]
    changed_on: Mapped[str]
    deleted_at: Mapped[datetime | None]


class Fact:
    """Appended, never overwritten. Facts are ordered by (written, machine, counter)."""

    id: Mapped[UUID] = mapped_column(primary_key=True)
    happened: Mapped[datetime]
    written: Mapped[datetime]
    machine: Mapped[str]
    counter: Mapped[int]
    operator: Mapped[str]
