"""The certificates of one course: who has one, who may have one, and who may not and why."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from ..exports.records import Certificate as CertificatePage
from ..exports.records import CourseHead, Issuer
from ..models.certificates import Certificate
from ..models.context import Context
from ..models.errors import AppError, ErrorCode
from ..models.people import Person
from .certificates import certificate_pages, issue_certificates
from .courses import CourseRecord, find_course
from .documents import course_head, document_issuer
from .results import ResultLine, results


@dataclass(frozen=True)
class Holding:
    """A valid certificate somebody has."""

    id: UUID
    number: str
    issued_on: date


@dataclass(frozen=True)
class CertificateRow:
    """Somebody's recorded outcome, and their certificate of the course if they have one.

    `others` are further valid ones: of records that were merged later.
    """

    outcome: ResultLine
    holding: Holding | None
    others: tuple[Holding, ...] = ()

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of all their valid certificates."""
        held = (self.holding, *self.others) if self.holding else ()
        return tuple(holding.number for holding in held)

    @property
    def is_due(self) -> bool:
        """Whether they completed the course and have no certificate yet."""
        return self.outcome.completed and self.holding is None


@dataclass(frozen=True)
class PrintedCertificates:
    """What a file of certificates is made of."""

    issuer: Issuer
    course: CourseHead
    pages: tuple[CertificatePage, ...]


def certificate_rows(session: Session, course: CourseRecord) -> list[CertificateRow]:
    """Everybody's outcome as recorded at closing, with their valid certificate."""
    holdings = _holdings(session, course.id)
    lines = ((line, holdings[line.person.person_id]) for line in results(session, course).lines)
    return [CertificateRow(line, next(iter(held), None), tuple(held[1:])) for line, held in lines]


def _holdings(session: Session, course_id: UUID) -> dict[UUID, list[Holding]]:
    """The valid certificates of a course by (canonical) person, the oldest first."""
    record = aliased(Person)
    rows = session.execute(
        select(record.canonical_id, Certificate)
        .join(record, record.id == Certificate.person_id)
        .where(Certificate.course_id == course_id, Certificate.voided_at.is_(None))
        .order_by(Certificate.written, Certificate.counter)
    )
    found: dict[UUID, list[Holding]] = defaultdict(list)
    for person, paper in rows:
        found[person].append(Holding(paper.id, paper.printed_number, paper.issued_on))
    return found


def issue_for(session: Session, by: Context, code: str, issued_on: date) -> int:
    """Give everyone who is due one a certificate; returns how many were new.

    Raises UNKNOWN_COURSE, COURSE_NOT_CLOSED, NOTHING_TO_ISSUE.
    """
    return issue_certificates(session, by, find_course(session, code), issued_on).issued


def printed_certificates(
    session: Session, course: CourseRecord, numbers: Collection[str] = ()
) -> PrintedCertificates:
    """The valid certificates of a course, or those of these numbers. Raises NOTHING_TO_EXPORT."""
    pages: Sequence[CertificatePage] = certificate_pages(session, course.id)
    chosen = tuple(page for page in pages if not numbers or page.number in numbers)
    if not chosen:
        raise AppError(ErrorCode.NOTHING_TO_EXPORT, course=course.code)
    return PrintedCertificates(document_issuer(session), course_head(course), chosen)
