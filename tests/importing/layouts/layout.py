"""A random layout of a list: what kind of file, what table, which damages."""

from dataclasses import dataclass, fields, replace
from typing import Any

from hypothesis import strategies as st

from .clauses import Clause

C = Clause

FORMATS = {
    "xlsx": C.XLSX, "xlsm": C.XLSM, "xls": C.XLS, "ods": C.ODS, "utf-8": C.UTF8,
    "utf-8-sig": C.UTF8_MARK, "utf-16": C.UTF16, "cp1258": C.CP1258, "html": C.HTML,
}  # fmt: skip
DELIMITERS = {",": C.COMMA, ";": C.SEMICOLON, "\t": C.TAB}
BOOKS = ("xlsx", "xlsm", "xls", "ods")
TEXTS = ("utf-8", "utf-8-sig", "utf-16", "cp1258")
COMMUNES = {
    "column": None, "letterhead": C.COMMUNE_IN_LETTERHEAD, "sheet": C.COMMUNE_IN_SHEET,
    "file": C.COMMUNE_IN_FILE, "nowhere": C.COMMUNE_NOWHERE, "abolished": C.COMMUNE_ABOLISHED,
}  # fmt: skip
HEADERS = {"one": C.ONE_ROW_HEADER, "two": C.TWO_ROW_HEADER, "none": C.NO_HEADER}
WORDINGS = {
    "customary": C.CUSTOMARY_HEADINGS, "plain": C.PLAIN_HEADINGS,
    "numbered": C.NUMBERED_HEADINGS, "survey": C.SURVEY_HEADINGS, "silent": C.SILENT_HEADINGS,
}  # fmt: skip
LETTERS = {
    "clean": None, "decomposed": C.DECOMPOSED, "eth": C.ETH, "nbsp": C.NO_BREAK_SPACE,
    "zero_width": C.ZERO_WIDTH, "tcvn3": C.TCVN3, "vni": C.VNI,
}  # fmt: skip
GENDERS = {
    "words": C.GENDER_WORDS, "codes": C.GENDER_CODES, "ticks": C.GENDER_TICKS,
    "number": C.GENDER_FROM_NUMBER, "unknown": C.GENDER_NOT_GUESSED,
}  # fmt: skip
BIRTHS = {
    "slashes": C.DATE_SLASHES, "cell": C.DATE_CELL, "serial": C.DATE_SERIAL,
    "short": C.DATE_SHORT, "month": C.MONTH_AND_YEAR, "year": C.YEAR_ONLY,
    "month_first": C.MONTH_FIRST, "none": None,
}  # fmt: skip
PHONES = {
    "plain": None, "no_zero": C.PHONE_WITHOUT_ZERO, "84": C.PHONE_84, "dots": C.PHONE_DOTS,
    "old": C.PHONE_OLD, "none": None,
}  # fmt: skip
IDENTITIES = {
    "plain": None, "no_zero": C.IDENTITY_WITHOUT_ZERO, "apostrophe": C.IDENTITY_APOSTROPHE,
    "rounded": C.IDENTITY_ROUNDED, "none": None,
}  # fmt: skip
PLACES = {
    "column": None, "section": C.SECTION_ROWS, "merged": C.MERGED_CELLS, "ditto": C.DITTO,
    "address": C.ADDRESS, "employer": C.EMPLOYER, "none": None,
}  # fmt: skip
MISTAKES = {"none": None, "birth": C.NUMBER_AGAINST_BIRTH, "gender": C.NUMBER_AGAINST_GENDER}


@dataclass(frozen=True)
class Layout:
    """The choices of one list."""

    seed: int = 1
    count: int = 8
    format: str = "xlsx"
    delimiter: str = ","
    commune: str = "column"
    header: str = "one"
    wording: str = "customary"
    letters: str = "clean"
    gender: str = "words"
    birth: str = "slashes"
    phone: str = "plain"
    identity: str = "plain"
    place: str = "column"
    mistake: str = "none"
    ethnic: str = "own"
    shuffled: bool = False
    split_name: bool = False
    capitals: bool = False
    several_sheets: bool = False
    hidden_sheet: bool = False
    letterhead: bool = False
    repeated_header: bool = False
    blank_rows: bool = False
    numbering_row: bool = False
    total: bool = False
    signatures: bool = False
    changed_column: bool = False

    @property
    def is_book(self) -> bool:
        """Whether the file has sheets, with merged cells and figures."""
        return self.format in BOOKS

    @property
    def is_text(self) -> bool:
        """Whether every cell is text."""
        return self.format in TEXTS


_FLAGS = {
    "shuffled": C.ANY_ORDER, "split_name": C.SPLIT_NAME, "capitals": C.CAPITALS,
    "several_sheets": C.SEVERAL_SHEETS, "hidden_sheet": C.HIDDEN_SHEET,
    "letterhead": C.LETTERHEAD, "repeated_header": C.REPEATED_HEADER,
    "blank_rows": C.BLANK_ROWS, "numbering_row": C.NUMBERING_ROW, "total": C.TOTAL,
    "signatures": C.SIGNATURES, "changed_column": C.CHANGED_COLUMN,
}  # fmt: skip
_CHOICES: dict[str, dict[str, C | None]] = {
    "format": dict(FORMATS), "delimiter": dict(DELIMITERS), "commune": COMMUNES,
    "header": dict(HEADERS), "wording": dict(WORDINGS), "letters": LETTERS,
    "gender": dict(GENDERS), "birth": BIRTHS, "phone": PHONES, "identity": IDENTITIES,
    "place": PLACES, "mistake": MISTAKES, "ethnic": {"own": None, "other": C.ETHNIC_NAMES},
}  # fmt: skip


def clauses_of(layout: Layout) -> set[C]:
    """What a layout asks of the program."""
    said = {choices[getattr(layout, name)] for name, choices in _CHOICES.items()}
    said |= {clause for name, clause in _FLAGS.items() if getattr(layout, name)}
    if not layout.is_text:
        said -= set(DELIMITERS.values())
    if layout.format == "html":
        said.add(C.HTML_APOSTROPHE)
    if layout.header == "none":
        said -= set(WORDINGS.values())
    if layout.gender == "ticks" and layout.header == "two":
        said.discard(C.GENDER_TICKS)
    return {clause for clause in said if clause is not None}


def forced(clause: C) -> dict[str, Any]:
    """The choices that bring a clause about."""
    for name, choices in _CHOICES.items():
        for value, own in choices.items():
            if own is clause:
                return {name: value, **_NEEDED.get(clause, {})}
    for name, own in _FLAGS.items():
        if own is clause:
            return {name: True, **_NEEDED.get(clause, {})}
    return {"format": "html"}


_TIDY = {"letters": "clean", "gender": "words", "mistake": "none"}
_NEEDED: dict[C, dict[str, Any]] = {
    C.COMMA: {"format": "utf-8"}, C.SEMICOLON: {"format": "utf-8-sig"}, C.TAB: {"format": "utf-16"},
    C.SEVERAL_SHEETS: {"format": "xlsx"}, C.HIDDEN_SHEET: {"format": "xlsx"},
    C.MERGED_CELLS: {"format": "xls", "header": "one", "letters": "clean"},
    C.COMMUNE_IN_SHEET: {"format": "ods"},
    C.NO_HEADER: _TIDY, C.SILENT_HEADINGS: {**_TIDY, "header": "one"},
    C.TCVN3: {"format": "xlsx", "header": "one", "wording": "customary"},
    C.VNI: {"format": "xls", "header": "one", "wording": "customary"},
    C.TWO_ROW_HEADER: {"wording": "customary", "letters": "clean"},
    C.DATE_CELL: {"format": "xlsx", "header": "one"},
    C.DATE_SERIAL: {"header": "one", "wording": "customary"},
    C.MONTH_FIRST: {"header": "one", "wording": "customary"},
    C.DATE_SHORT: {"header": "one", "wording": "customary"},
    C.DATE_SLASHES: {"header": "one"}, C.YEAR_ONLY: {"header": "one"},
    C.MONTH_AND_YEAR: {"header": "one", "wording": "customary"},
    C.GENDER_TICKS: {"header": "one", "wording": "customary"},
    C.GENDER_CODES: {"header": "one", "wording": "customary"},
    C.GENDER_FROM_NUMBER: {"header": "one", "identity": "plain", "mistake": "none"},
    C.GENDER_NOT_GUESSED: {"header": "one", "mistake": "none", "wording": "customary"},
    C.GENDER_WORDS: {"header": "one"},
    C.NUMBER_AGAINST_BIRTH: {"identity": "plain", "birth": "slashes", "header": "one",
                             "gender": "words", "wording": "customary"},
    C.NUMBER_AGAINST_GENDER: {"identity": "plain", "gender": "words", "header": "one",
                              "wording": "customary"},
    C.IDENTITY_ROUNDED: {"gender": "words", "mistake": "none", "header": "one",
                         "wording": "customary"},
    C.IDENTITY_APOSTROPHE: {"wording": "customary", "header": "one", "gender": "words"},
    C.IDENTITY_WITHOUT_ZERO: {"wording": "customary", "header": "one", "gender": "words"},
    C.SPLIT_NAME: {"header": "one", "wording": "customary"},
    C.EMPLOYER: {"header": "one", "wording": "customary"},
    C.ADDRESS: {"header": "one", "wording": "customary", "commune": "column"},
    C.DITTO: {"header": "one", "wording": "customary"},
    C.SECTION_ROWS: {"header": "one", "wording": "customary"},
    C.COMMUNE_ABOLISHED: {"place": "column", "header": "one", "wording": "customary"},
    C.CHANGED_COLUMN: {"header": "one", "wording": "customary", "phone": "plain"},
    C.REPEATED_HEADER: {"header": "one", "count": 9}, C.NUMBERING_ROW: {"header": "one"},
    C.CUSTOMARY_HEADINGS: {"header": "one"}, C.PLAIN_HEADINGS: {"header": "one", **_TIDY},
    C.NUMBERED_HEADINGS: {"header": "one", "letters": "clean"},
    C.SURVEY_HEADINGS: {"header": "one", "letters": "clean"},
}  # fmt: skip


def possible(layout: Layout, keep: frozenset[str] = frozenset()) -> Layout:
    """The layout without what cannot go together; choices in `keep` stay, others give way."""

    def give_way(**changes: Any) -> None:
        nonlocal layout
        layout = replace(layout, **{k: v for k, v in changes.items() if k not in keep})

    if layout.header != "one" or layout.wording in ("silent", "survey", "plain"):
        give_way(letters="clean")
    if layout.letters in ("tcvn3", "vni"):
        give_way(wording="customary", commune="column", place="column", letterhead=False)
        if layout.format == "cp1258":
            give_way(format="utf-8")
    if layout.letters == "tcvn3" and layout.capitals:
        give_way(**({"letters": "vni"} if "capitals" in keep else {"capitals": False}))
    if layout.format == "cp1258":
        give_way(**({"format": "utf-8"} if "letters" in keep else {"letters": "clean"}))
    if layout.header == "two":
        give_way(gender="ticks", birth="year", wording="customary", split_name=False,
                 mistake="none")  # fmt: skip
    if layout.header == "none" or layout.wording == "silent":
        give_way(gender="words", birth="slashes", split_name=False, mistake="none", place="column",
                 changed_column=False, numbering_row=False, repeated_header=False, capitals=False,
                 identity="plain", phone="plain", ethnic="own", count=max(layout.count, 6),
                 commune="column", total=False)  # fmt: skip
    if layout.gender in ("ticks", "codes") and layout.wording not in ("customary",):
        give_way(gender="words")
    if layout.gender == "number":
        give_way(identity="plain", mistake="none")
    if layout.gender == "unknown" or layout.identity == "rounded":
        give_way(mistake="none")
    if layout.gender == "unknown":
        give_way(identity="none")
    if layout.identity == "none":
        give_way(mistake="none")
    if layout.mistake == "birth" and layout.birth in ("none",):
        give_way(mistake="none")
    if layout.mistake == "gender" and layout.gender not in ("words", "codes", "ticks"):
        give_way(mistake="none")
    if layout.place == "merged" and not (layout.is_book or layout.format == "html"):
        give_way(place="column")
    if layout.place in ("merged", "ditto"):
        between = "blank_rows" in keep or "repeated_header" in keep
        give_way(**({"place": "column"} if between else {}))
        give_way(blank_rows=False, repeated_header=False)
    if layout.place == "address":
        give_way(**({"place": "column"} if "commune" in keep else {"commune": "column"}))
    if layout.commune == "abolished" and layout.place == "address":
        give_way(place="column")
    if layout.commune == "sheet" and not layout.is_book:
        give_way(commune="letterhead")
    if layout.commune == "letterhead":
        give_way(letterhead=True)
    if not layout.is_book:
        give_way(several_sheets=False, hidden_sheet=False)
    if layout.birth == "cell" and not layout.is_book:
        give_way(birth="slashes")
    if layout.several_sheets:
        give_way(commune="column")
    return layout


def layouts(clause: C | None = None) -> st.SearchStrategy[Layout]:
    """Random layouts, each with the clause in it."""
    needed = forced(clause) if clause else {}
    choices = {name: st.sampled_from(list(options)) for name, options in _CHOICES.items()}
    flags = {name: st.booleans() for name in _FLAGS}
    drawn: dict[str, st.SearchStrategy[Any]] = {
        "seed": st.integers(0, 10_000), "count": st.integers(4, 10), **choices, **flags,
    }  # fmt: skip
    drawn |= {name: st.just(value) for name, value in needed.items()}
    assert set(drawn) == {field.name for field in fields(Layout)}
    return st.builds(Layout, **drawn).map(lambda one: possible(one, frozenset(needed)))
