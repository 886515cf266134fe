"""What somebody must see before two records become one, and what was merged into a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from ..models.certificates import Certificate
from ..models.clock import local
from ..models.courses import Course, Enrolment
from ..models.people import Card, Person, PersonRedirect
from .comparison import FieldPair, PersonField, compare
from .distinct import are_distinct
from .merging import Side, living, proposed, two_identity_numbers
from .people import get_person

_Column: TypeAlias = InstrumentedAttribute[Any]


@dataclass(frozen=True)
class RecordSummary:
    """One of two records: what hangs on it, and how many records were merged into it."""

    person_id: UUID
    name: str
    courses: tuple[str, ...]
    """Codes, in order."""
    certificates: int
    cards: int
    merged: int
    changed_on: date

    @property
    def weight(self) -> tuple[int, int, int]:
        """The heavier of two records is the one to keep."""
        return self.certificates, len(self.courses), self.merged


@dataclass(frozen=True)
class MergeQuestion:
    """Two records side by side. `sides` is what is proposed, with the left record as the kept."""

    left: RecordSummary
    right: RecordSummary
    keeps_left: bool
    """Whether the left record is proposed to stay: it has more certificates and courses."""
    pairs: tuple[FieldPair, ...]
    sides: Mapping[PersonField, Side]
    are_distinct: bool
    two_numbers: bool

    @property
    def shared_courses(self) -> tuple[str, ...]:
        """Codes of the courses both are in: they will read as one enrolment."""
        return tuple(code for code in self.left.courses if code in self.right.courses)


@dataclass(frozen=True)
class MergedRecord:
    """A record that is read as somebody else's; `redirect_id` undoes it."""

    redirect_id: UUID
    person_id: UUID
    name: str
    merged_on: date
    merged_by: str


def merge_question(session: Session, left_id: UUID, right_id: UUID) -> MergeQuestion:
    """Two people as merging would have them. Raises UNKNOWN_PERSON."""
    left, right = living(session, left_id), living(session, right_id)
    one, other = _summary(session, left), _summary(session, right)
    keeps_left = one.weight >= other.weight
    sides = proposed(left, right) if keeps_left else turned(proposed(right, left))
    return MergeQuestion(
        left=one,
        right=other,
        keeps_left=keeps_left,
        pairs=compare(session, left.id, right.id),
        sides=sides,
        are_distinct=left.id != right.id and are_distinct(session, left.id, right.id),
        two_numbers=two_identity_numbers(session, left, right),
    )


def turned(sides: Mapping[PersonField, Side]) -> dict[PersonField, Side]:
    """The same choices with the other record as the one that stays."""
    other = {Side.KEPT: Side.OTHER, Side.OTHER: Side.KEPT, Side.BOTH: Side.BOTH}
    return {field: other[side] for field, side in sides.items()}


def merged_records(session: Session, person_id: UUID) -> tuple[MergedRecord, ...]:
    """What was merged into somebody, the latest first; undone ones are not told."""
    rows = session.execute(
        select(PersonRedirect, Person.name)
        .join(Person, Person.id == PersonRedirect.from_id)
        .where(Person.canonical_id == get_person(session, person_id).canonical_id)
        .where(PersonRedirect.deleted_at.is_(None))
        .order_by(PersonRedirect.id.desc())
    )
    return tuple(
        MergedRecord(row.id, row.from_id, name, local(row.changed_at).date(), row.changed_by)
        for row, name in rows
    )


def _summary(session: Session, person: Person) -> RecordSummary:
    record = aliased(Person)
    records = select(record.id).where(record.canonical_id == person.id)
    codes = (
        select(Course.code)
        .join(Enrolment, Enrolment.course_id == Course.id)
        .where(Enrolment.person_id.in_(records), Enrolment.deleted_at.is_(None))
        .distinct()
        .order_by(Course.code)
    )
    return RecordSummary(
        person_id=person.id,
        name=person.name,
        courses=tuple(session.scalars(codes)),
        certificates=_count(session, records, Certificate.person_id, Certificate.voided_at),
        cards=_count(session, records, Card.person_id, Card.revoked_at),
        merged=(session.scalar(select(func.count()).select_from(records.subquery())) or 1) - 1,
        changed_on=local(person.changed_at).date(),
    )


def _count(session: Session, records: Select[UUID], owner: _Column, ended: _Column) -> int:
    query = select(func.count()).where(owner.in_(records), ended.is_(None))
    return session.scalar(query) or 0
