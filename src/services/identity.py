"""Identity numbers: one table, matched by a keyed hash, shown by their last four digits."""

import hashlib
import hmac
from collections.abc import Callable
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from ..models.context import Context
from ..models.people import IdentityNumber, Person
from .facts import changed
from .settings import file_secret

CCCD, CMND = "cccd", "cmnd"
"""Twelve digits of the identity card, and the nine of its predecessor."""


def number_hash(session: Session, number: str) -> bytes:
    """What a number is matched by; meaningless without this file's secret."""
    return hmac.new(file_secret(session), number.encode(), hashlib.sha256).digest()


def number_hasher(session: Session) -> Callable[[str], bytes]:
    """The same for many numbers: the secret is asked for once, and each hash made in one call."""
    secret = file_secret(session)
    return lambda number: hmac.digest(secret, number.encode(), hashlib.sha256)


def number_kind(number: str) -> str:
    """Which of the two kinds of number it is."""
    return CCCD if len(number) == 12 else CMND


def keep_number(
    session: Session,
    by: Context,
    number: str,
    person: UUID | None = None,
    import_row: UUID | None = None,
) -> None:
    """Store a number for a person or for a held row of a list."""
    session.add(
        IdentityNumber(
            id=by.new_id(),
            person_id=person,
            import_row_id=import_row,
            kind=number_kind(number),
            number=number,
            hash=number_hash(session, number),
            last_four=number[-4:],
            **changed(by),
        )
    )


def person_of_number(session: Session, number: str) -> UUID | None:
    """The person (canonical) who bears this number, None when nobody does."""
    return session.scalar(_BEARER, {"hash": number_hash(session, number)})


_BEARER = (
    select(Person.canonical_id)
    .join(IdentityNumber, IdentityNumber.person_id == Person.id)
    .where(
        IdentityNumber.hash == bindparam("hash"),
        IdentityNumber.deleted_at.is_(None),
        Person.deleted_at.is_(None),
    )
)


def masked(last_four: str) -> str:
    """How a number is shown unless asked for: eight dots and the last four digits."""
    return "•" * 8 + last_four
