"""Text as it arrives: decomposed, in old encodings, with letters and spaces that look alike."""

import csv
import unicodedata
from collections.abc import Mapping
from functools import cache

from taphuan.paths import resource_path

_OF_1258 = "\u0302\u0306\u031b"


@cache
def _table(encoding: str) -> Mapping[str, str]:
    """What stands for a letter."""
    path = resource_path("reference/legacy_encodings.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        lines = [line for line in csv.DictReader(stream) if line["encoding"] == encoding]
    return {line["text"]: bytes.fromhex(line["bytes"]).decode("latin-1") for line in lines}


def written_in(letters: str, text: str) -> str:
    """The text with one of the damages of `layout.LETTERS`."""
    if letters in ("tcvn3", "vni"):
        return "".join(_table(letters).get(letter, letter) for letter in text)
    if letters == "decomposed":
        return unicodedata.normalize("NFD", text)
    if letters == "eth":
        return text.replace("Đ", "Ð").replace("đ", "ð")
    if letters == "nbsp":
        return text.replace(" ", "\u00a0")
    return f"{text[:1]}\u200b{text[1:]}" if letters == "zero_width" else text


def for_1258(text: str) -> str:
    """The text as windows-1258 can store it: tones behind their letters."""
    found = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        marks = [mark for mark in parts[1:] if mark in _OF_1258]
        tones = [mark for mark in parts[1:] if mark not in _OF_1258]
        found.append(unicodedata.normalize("NFC", parts[0] + "".join(marks)) + "".join(tones))
    return "".join(found)
