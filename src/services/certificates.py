"""Certificates: numbered per book without gaps, printed words kept as they were."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from ..exports.records import Certificate as CertificatePage
from ..exports.records import CourseHead, Issuer, PersonLine, RegisterLine
from ..models.certificates import (
    Certificate,
    CertificateBook,
    CertificateNumber,
    CertificateVoid,
)
from ..models.context import Context
from ..models.courses import Course, Enrolment
from ..models.enums import NumberState
from ..models.errors import AppError, ErrorCode
from ..models.outcomes import Completion
from ..models.people import Person, PersonRedirect
from .courses import CourseRecord
from .documents import course_head, issuer_of, person_line
from .enrolments import EnrolmentRecord, course_people
from .facts import stamp
from .places import commune_title, province_of
from .settings import Settings, load_settings

COMPLETION = "completion"


@dataclass(frozen=True)
class IssueReport:
    """How many were issued now, how many had one, and everybody's page for printing."""

    issued: int
    already: int
    issuer: Issuer
    course: CourseHead
    pages: tuple[CertificatePage, ...]


def issue_certificates(
    session: Session, by: Context, course: CourseRecord, issued_on: date
) -> IssueReport:
    """Give everyone who completed the course a certificate, nobody twice.

    Raises COURSE_NOT_CLOSED; NOTHING_TO_ISSUE when nobody completed.
    """
    if course.closed_at is None:
        raise AppError(ErrorCode.COURSE_NOT_CLOSED, course=course.code)
    completed = _completed(session, course)
    if not completed:
        raise AppError(ErrorCode.NOTHING_TO_ISSUE, course=course.code)
    holders = _holders(session, course.id)
    settings = load_settings(session)
    fresh = [person for person in completed if person.person_id not in holders]
    if fresh:
        book = _book(session, by, settings, issued_on.year)
        for number, person in enumerate(fresh, _last_number(session, book) + 1):
            _issue(session, by, book, number, person, course, settings, issued_on)
    session.flush()
    return IssueReport(
        len(fresh),
        len(completed) - len(fresh),
        issuer_of(settings),
        course_head(course),
        tuple(certificate_pages(session, course.id)),
    )


def _completed(session: Session, course: CourseRecord) -> list[EnrolmentRecord]:
    """Whoever completed under one of their records: those merged after the closing too."""
    record = aliased(Person)
    completed = set(
        session.scalars(
            select(record.canonical_id)
            .join(Enrolment, Enrolment.person_id == record.id)
            .join(Completion, Completion.enrolment_id == Enrolment.id)
            .where(
                Completion.course_id == course.id,
                Completion.completed,
                Completion.superseded_at.is_(None),
            )
        )
    )
    return [p for p in course_people(session, course.id) if p.person_id in completed]


def _holders(session: Session, course_id: UUID) -> set[UUID]:
    record = aliased(Person)
    return set(
        session.scalars(
            select(record.canonical_id)
            .join(Certificate, Certificate.person_id == record.id)
            .where(Certificate.course_id == course_id, Certificate.voided_at.is_(None))
        )
    )


def _book(session: Session, by: Context, settings: Settings, year: int) -> CertificateBook:
    issuer = settings.abbreviation or settings.agency
    book = session.scalars(
        select(CertificateBook).where(
            CertificateBook.issuer == issuer,
            CertificateBook.kind == COMPLETION,
            CertificateBook.year == year,
        )
    ).first()
    if book is None:
        suffix = f"-{settings.abbreviation}" if settings.abbreviation else ""
        pattern = "{number:03d}/GCN" + suffix.replace("{", "").replace("}", "")
        book = CertificateBook(
            id=by.new_id(), issuer=issuer, kind=COMPLETION, year=year, pattern=pattern
        )
        session.add(book)
        session.flush()
    return book


def _last_number(session: Session, book: CertificateBook) -> int:
    return (
        session.scalar(
            select(func.max(CertificateNumber.number)).where(CertificateNumber.book_id == book.id)
        )
        or 0
    )


def _issue(
    session: Session,
    by: Context,
    book: CertificateBook,
    number: int,
    person: EnrolmentRecord,
    course: CourseRecord,
    settings: Settings,
    issued_on: date,
) -> None:
    entry = CertificateNumber(
        id=by.new_id(), book_id=book.id, number=number, state=NumberState.ISSUED
    )
    session.add(entry)
    session.flush()
    printed_number = book.pattern.format(number=number)
    printed = {
        "person": asdict(person_line(person)),
        "unit_line": _unit_line(session, person, settings),
        "course": asdict(course_head(course)),
        "issuer": asdict(issuer_of(settings)),
    }
    session.add(
        Certificate(
            number_id=entry.id,
            person_id=person.person_id,
            enrolment_id=person.id,
            course_id=course.id,
            printed_number=printed_number,
            issued_on=issued_on,
            printed=json.dumps(printed, ensure_ascii=False, default=str),
            replaces_id=_spoiled(session, course.id, person.person_id),
            **stamp(session, by).fields(),
        )
    )


def _spoiled(session: Session, course_id: UUID, person_id: UUID) -> UUID | None:
    """The voided certificate of the course that a new one replaces, the latest of several."""
    record = aliased(Person)
    return session.scalar(
        select(Certificate.id)
        .join(record, record.id == Certificate.person_id)
        .where(Certificate.course_id == course_id, record.canonical_id == person_id)
        .where(Certificate.voided_at.is_not(None))
        .order_by(Certificate.voided_at.desc(), Certificate.id.desc())
        .limit(1)
    )


def _unit_line(session: Session, person: EnrolmentRecord, settings: Settings) -> str:
    """ "Tổ công nghệ số cộng đồng bản Púa, xã Thuận Châu, tỉnh Sơn La", as far as it is known."""
    hamlet = person.hamlet[:1].lower() + person.hamlet[1:] if person.hamlet else ""
    first = person.employer or person.team or f"{settings.team_label} {hamlet}".strip()
    parts = [first, commune_title(session, person.unit_id), province_of(session, person.unit_id)]
    return ", ".join(part for part in parts if part)


def certificate_pages(session: Session, course_id: UUID) -> list[CertificatePage]:
    """Every valid certificate of a course as it was printed, by number."""
    rows = session.execute(
        select(Certificate)
        .join(CertificateNumber, CertificateNumber.id == Certificate.number_id)
        .join(CertificateBook, CertificateBook.id == CertificateNumber.book_id)
        .where(Certificate.course_id == course_id, Certificate.voided_at.is_(None))
        .order_by(CertificateBook.year, CertificateNumber.number)
    )
    return [_page(row) for (row,) in rows]


def _page(row: Certificate) -> CertificatePage:
    printed = json.loads(row.printed)
    return CertificatePage(
        person=_printed_person(printed["person"]),
        unit_line=printed["unit_line"],
        number=row.printed_number,
        issued_on=row.issued_on,
        check_code=None,
    )


def _printed_person(values: dict[str, str | None]) -> PersonLine:
    born = values["birth_date"]
    return PersonLine(**{**values, "birth_date": date.fromisoformat(born) if born else None})  # type: ignore[arg-type]


def void_certificate(session: Session, by: Context, certificate_id: UUID, reason: str) -> None:
    """Mark a certificate and its number as voided; the number is never used again."""
    row = session.get(Certificate, certificate_id)
    if row is None or row.voided_at is not None or not reason.strip():
        raise AppError(ErrorCode.BAD_VALUE, field="certificate", value=str(certificate_id))
    mark = stamp(session, by)
    session.add(CertificateVoid(certificate_id=row.id, reason=reason.strip(), **mark.fields()))
    row.voided_at, row.voided_reason = mark.written, reason.strip()
    number = session.get(CertificateNumber, row.number_id)
    assert number is not None
    number.state, number.reason = NumberState.VOIDED, reason.strip()


@dataclass(frozen=True)
class RegisterRecord:
    """A line of the register with the ids the window needs."""

    id: UUID | None
    course_id: UUID | None
    line: RegisterLine


def register(session: Session, year: int) -> list[RegisterRecord]:
    """Every number of the year's books, in order; voided and reserved ones too."""
    rows = session.execute(
        select(CertificateNumber, CertificateBook, Certificate, Course)
        .join(CertificateBook, CertificateBook.id == CertificateNumber.book_id)
        .outerjoin(Certificate, Certificate.number_id == CertificateNumber.id)
        .outerjoin(Course, Course.id == Certificate.course_id)
        .where(CertificateBook.year == year)
        .order_by(CertificateBook.issuer, CertificateBook.kind, CertificateNumber.number)
    )
    doubles = _of_one_person(session)
    return [_register_record(*row, doubles) for row in rows]


def _of_one_person(session: Session) -> dict[UUID, str]:
    """Where merging made two valid certificates of one course one person's: what each is told of.

    Looked for among merged people only: a person gets no second one otherwise.
    """
    merged, record = aliased(Person), aliased(Person)
    groups = select(merged.canonical_id).join(PersonRedirect, PersonRedirect.from_id == merged.id)
    rows = session.execute(
        select(
            record.canonical_id, Certificate.course_id, Certificate.id, Certificate.printed_number
        )
        .join(record, record.id == Certificate.person_id)
        .where(record.canonical_id.in_(groups.where(PersonRedirect.deleted_at.is_(None))))
        .where(Certificate.voided_at.is_(None))
        .order_by(Certificate.issued_on, Certificate.counter)
    )
    held: dict[tuple[UUID, UUID], dict[UUID, str]] = defaultdict(dict)
    for person, course, certificate, number in rows:
        held[person, course][certificate] = number
    return {
        certificate: ", ".join(number for other, number in papers.items() if other != certificate)
        for papers in held.values()
        if len(papers) > 1
        for certificate in papers
    }


def _register_record(
    number: CertificateNumber,
    book: CertificateBook,
    certificate: Certificate | None,
    course: Course | None,
    doubles: Mapping[UUID, str],
) -> RegisterRecord:
    printed = json.loads(certificate.printed) if certificate else None
    double = doubles.get(certificate.id) if certificate else None
    reserved = PersonLine(number.reserved_for) if number.reserved_for else None
    return RegisterRecord(
        certificate.id if certificate else None,
        course.id if course else None,
        RegisterLine(
            number=certificate.printed_number
            if certificate
            else book.pattern.format(number=number.number),
            person=_printed_person(printed["person"]) if printed else reserved,
            course_code=course.code if course else "",
            course_title=printed["course"]["title"] if printed else "",
            issued_on=certificate.issued_on if certificate else None,
            state=number.state,
            note=number.reason or (f"Cùng người với số {double}" if double else ""),
        ),
    )


def register_years(session: Session) -> Sequence[int]:
    """Years that have a book, the latest first."""
    return list(
        session.scalars(
            select(CertificateBook.year).distinct().order_by(CertificateBook.year.desc())
        )
    )
