"""What an identity number says of its holder, against what the list says."""

from collections.abc import Iterator

from ..models.enums import Gender
from .birth import Birth
from .findings import Candidate, FindingKind, Mark, Severity
from .identity import CENTURIES, IDENTITY_LENGTH, identity_facts


def mismatches(number: str | None, birth_year: int | None, gender: Gender | None) -> Iterator[Mark]:
    """The questions that a number raises about year of birth and gender; the list's side first."""
    facts = identity_facts(number) if number else None
    if facts is None:
        return
    if birth_year is not None and birth_year != facts.birth_year:
        shown = (str(birth_year), str(facts.birth_year))
        yield _question(FindingKind.IDENTITY_BIRTH_MISMATCH, *shown)
    if gender is not None and gender is not facts.gender:
        yield _question(FindingKind.IDENTITY_GENDER_MISMATCH, gender.value, facts.gender.value)


def agrees(number: str, birth: Birth | None, gender: Gender | None) -> bool:
    """Whether a number adds and contradicts nothing; quick, because most do."""
    if len(number) != IDENTITY_LENGTH:
        return True
    told, century = CENTURIES[number[3]]
    return told is gender and (birth is None or birth.year == century + int(number[4:6]))


def gender_told(number: str | None) -> Mark | None:
    """The gender that a number tells where the list tells none."""
    facts = identity_facts(number) if number else None
    if facts is None:
        return None
    return Mark(FindingKind.GENDER_FROM_IDENTITY, Severity.REPAIR, "", facts.gender.value)


def _question(kind: FindingKind, before: str, after: str) -> Mark:
    candidates = (Candidate(before, before), Candidate(after, after))
    return Mark(kind, Severity.QUESTION, before, after, candidates)
