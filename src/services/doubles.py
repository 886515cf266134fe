"""Enrolments of merged records: two in one course both stay and are read as one.

Counting enrolments is quick, counting people is not: so counts leave out the few that are read as
part of an earlier one. Searched from the redirects, which are few, not from the enrolments.
"""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, select, text
from sqlalchemy.orm import Session, aliased

from ..models.courses import Enrolment
from ..models.people import Person

DOUBLES = """
SELECT later.id AS later, earlier.id AS earlier
FROM person_redirect d
JOIN person merged ON merged.id = d.from_id
JOIN person one ON one.canonical_id = merged.canonical_id
JOIN enrolment later ON later.person_id = one.id
    AND later.withdrawn_at IS NULL AND later.deleted_at IS NULL
JOIN person other ON other.canonical_id = merged.canonical_id
JOIN enrolment earlier ON earlier.person_id = other.id AND earlier.course_id = later.course_id
    AND earlier.seq < later.seq AND earlier.withdrawn_at IS NULL AND earlier.deleted_at IS NULL
WHERE d.deleted_at IS NULL
"""
"""Pairs of enrolments that count for one person, the later read as part of the earlier."""

IS_FIRST = f"e.id NOT IN (SELECT later FROM ({DOUBLES}))"
"""That an enrolment `e` is not read as part of an earlier one."""


def is_first() -> ColumnElement[bool]:
    """The same as a condition on `Enrolment`."""
    later = text(f"SELECT later FROM ({DOUBLES})").columns(Enrolment.id)
    return Enrolment.id.not_in(later)


def beside(session: Session, enrolments: Collection[UUID]) -> list[Enrolment]:
    """The other enrolments of the same people in the same courses, the withdrawn too."""
    mine, theirs = aliased(Person), aliased(Person)
    first = aliased(Enrolment)
    query = (
        select(Enrolment)
        .join(theirs, theirs.id == Enrolment.person_id)
        .join(mine, mine.canonical_id == theirs.canonical_id)
        .join(first, first.person_id == mine.id)
        .where(first.id.in_(enrolments), first.course_id == Enrolment.course_id)
        .where(Enrolment.id.not_in(enrolments), Enrolment.deleted_at.is_(None))
        .order_by(Enrolment.seq)
        .distinct()
    )
    return list(session.scalars(query))
