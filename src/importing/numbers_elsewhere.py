"""Identity numbers that stand in other cells than their own.

No text but the number's own cell may hold one (definitions, "Identity number"): names and places
lose it, a note shows its last four digits, and who has no other number gets it.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from .cells import Cell, written
from .fields import Field
from .findings import Cleaned, FindingKind, Mark, Severity
from .identity import hidden
from .named_places import COMMUNE, HAMLET
from .numbers_in_text import cut_out, may_hold_number, number_in, without_numbers
from .row_in_hand import Clean, RowInHand, T
from .text import masked, tidied

_FIGURES_ONLY = re.compile(r"[\d\s.,+\-()'’‘`/]+")
_KIND_ONLY = re.compile(rf"(?:(?:{COMMUNE}|{HAMLET}|tổ|xa|ban|thon)[\s.]*)*", re.I)

_SHOWN_IN = frozenset((Field.NOTE, Field.EMPLOYER))
_PLACES = frozenset((Field.HAMLET, Field.COMMUNE, Field.ADDRESS))
_CUT_FROM = frozenset(
    (
        Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.TEAM, Field.ROLE, Field.DISTRICT,
        Field.PROVINCE,
    )
)  # fmt: skip


def guarded(field: Field, clean: Clean[T]) -> Clean[T]:
    """The cleaning of a column's cells, none of which lets an identity number through.

    That a number was there is a note; a place that is nothing but figures is a question.
    """
    if field not in _SHOWN_IN | _CUT_FROM | _PLACES:
        return clean
    rid = without_numbers if field in _SHOWN_IN else cut_out

    def cleaned(cell: Cell) -> Cleaned[T]:
        text = cell if cell.__class__ is str else written(cell)
        return _cleaned(field, clean, cell, text, rid) if len(text) > 8 else clean(cell)

    return cleaned


def take_number(
    hand: RowInHand, cells: Iterable[tuple[Field, Cell]], heading: Callable[[Field], str]
) -> str | None:
    """The identity number of a person whose own cell has none, out of another: a repair.

    Refused, nobody has it; where nobody decided, the row waits so that it is not lost.
    """
    for field, cell in cells:
        text = tidied(cell)
        number = number_in(text)
        if number is not None:
            kind = FindingKind.IDENTITY_FROM_TEXT
            hand.forget(field, FindingKind.IDENTITY_MASKED)
            mark = Mark(kind, Severity.REPAIR, masked(text), hidden(number))
            refused = hand.is_answered(Field.IDENTITY_NUMBER, kind)
            told = Cleaned(number, None, (mark,), inferred=refused)
            return hand.settle(Field.IDENTITY_NUMBER, told, heading(field))
    return None


def _cleaned(
    field: Field, clean: Clean[T], cell: Cell, text: str, rid: Callable[[str], str]
) -> Cleaned[T]:
    plain = text if text.isascii() else tidied(text)
    if not may_hold_number(plain):
        return clean(cell)
    rest = rid(plain)
    numbered = rest != plain
    note = (Mark(FindingKind.IDENTITY_MASKED, Severity.NOTE, masked(plain)),) if numbered else ()
    if field in _PLACES and (_FIGURES_ONLY.fullmatch(plain) or _KIND_ONLY.fullmatch(rest)):
        asked = Mark(FindingKind.ADDRESS_UNCLEAR, Severity.QUESTION, masked(plain))
        return Cleaned(None, None, (*note, asked))
    found = clean(rest if numbered else cell)
    return replace(found, marks=(*note, *found.marks))
