"""Communes pasted from a message or a sheet: codes or names, each perhaps with a quota."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...models.names import fold, words
from ..commune_choices import CommuneChoice

_CODE = re.compile(r"(?<!\d)\d{5}(?!\d)")
_QUOTA = re.compile(r"(?:^|[\s:;,|(–-])(\d{1,4})\s*(?:người|học viên|hv|suất)?[\s.,;)]*$", re.I)
_NUMBERING = re.compile(r"^\W*(?:\d{1,3}\s*[.)\t|/-]|\d{1,3}\s+(?=\D))\s*")
_KINDS = ("xa ", "phuong ", "dac khu ", "ubnd ")


@dataclass(frozen=True)
class PastedLine:
    """A line and what it means: no commune where none, or more than one, is called so."""

    number: int
    text: str
    commune: CommuneChoice | None
    quota: int | None = None
    candidates: tuple[CommuneChoice, ...] = ()


def _is_heading(text: str) -> bool:
    """The first line of a copied table: "STT | Xã, phường | Chỉ tiêu"."""
    return not _CODE.search(text) and bool(
        {"stt", "tt", "chi tieu", "so luong", "ma xa"} & {fold(p) for p in re.split(r"\t|\|", text)}
    )


class CommuneIndex:
    """Communes by code and by name, with and without their kind; ours before those elsewhere."""

    def __init__(self, choices: Sequence[CommuneChoice]) -> None:
        self._by_code = {choice.code: choice for choice in choices}
        self._by_name: dict[str, list[CommuneChoice]] = {}
        for choice in choices:
            for name in (choice.name, f"{choice.kind} {choice.name}", choice.title):
                known = self._by_name.setdefault(_key(name), [])
                if choice not in known:
                    known.append(choice)

    def read(self, text: str) -> tuple[PastedLine, ...]:
        """The communes of a pasted text, a line each; headings and blank lines are left out."""
        lines = ((number, line.strip()) for number, line in enumerate(text.splitlines(), 1))
        read = [self._line(number, line) for number, line in lines if any(map(str.isalnum, line))]
        return tuple(line for line in read if line.commune or not _is_heading(line.text))

    def _line(self, number: int, text: str) -> PastedLine:
        code = next((c for c in _CODE.findall(text) if c in self._by_code), None)
        if code is not None:
            quota = _QUOTA.search(text.replace(code, " ", 1))
            return PastedLine(number, text, self._by_code[code], _number(quota))
        return self._named(number, text)

    def _named(self, number: int, text: str) -> PastedLine:
        """The name may end in a number, so it is tried whole before one is taken for a quota."""
        quota = _QUOTA.search(text)
        without = text[: quota.start()] if quota else text
        for part, found in ((text, None), (without, quota)):
            for name in (part, _NUMBERING.sub("", part)):
                communes = self._meant(name)
                if communes:
                    one = communes[0] if len(communes) == 1 else None
                    several = () if one else tuple(communes)
                    return PastedLine(number, text, one, _number(found), several)
        return PastedLine(number, text, None, _number(quota))

    def _meant(self, name: str) -> list[CommuneChoice]:
        found = self._by_name.get(_key(name)) or self._by_name.get(_key(_bare(name)), [])
        own = [choice for choice in found if not choice.province]
        same = _exactly(own or found, name)
        return same or own or found


def _exactly(choices: Iterable[CommuneChoice], name: str) -> list[CommuneChoice]:
    """Those whose accents agree too: Mường É is not Mường E."""
    lower = " ".join(name.lower().split())
    return [choice for choice in choices if lower.endswith(choice.name.lower())]


def _key(name: str) -> str:
    return " ".join(words(name))


def _bare(name: str) -> str:
    key = _key(name)
    for kind in ("ubnd ", *_KINDS):
        key = key.removeprefix(kind)
    return key


def _number(match: "re.Match[str] | None") -> int | None:
    return int(match[1]) if match and int(match[1]) else None
