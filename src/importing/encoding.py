"""Bytes of a text file become letters: UTF-8, UTF-16, windows-1258, or an encoding of old fonts."""

import codecs
import re
import unicodedata
from itertools import islice

from .legacy import Encoding, decode
from .read import Unreadable, unreadable
from .spelling import is_word

_SAMPLE = 64 * 1024
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")
_WIDE_ZEROS, _STRAY_ZEROS = 0.2, 0.01
# A word of a one-byte encoding: letters and what stands for letters in old fonts.
_WORD = re.compile(rb"[A-Za-z\xa1-\xff]*[\xa1-\xff][A-Za-z\xa1-\xff]*")
_WORDS_JUDGED = 2000
_READABLE = 0.5
# What a program puts for a letter that its encoding lacks: "Nguy?n", "L? Văn".
_LOST = re.compile(r"[^\W\d_]\?(?=[^\W\d_]| [^\W\d_])(?!\w+=).*")
_LOST_LINES, _LOST_SHARE = 2, 0.1


def decoded(content: bytes, name: str) -> str:
    """The text of a file, in NFC where its encoding has tone marks of their own.

    Text in TCVN3 or VNI comes as those fonts stored it, a letter for a byte: which columns are
    such is judged later. Raises AppError FILE_UNREADABLE: encoding, format, damaged, letters lost.
    """
    text = _text(content, name)
    if _CONTROLS.search(text, 0, _SAMPLE) or "\x00" in text:
        raise unreadable(name, Unreadable.FORMAT)
    # Each match takes the rest of its line: lines are counted, not letters.
    lost = sum(1 for _ in _LOST.finditer(text))
    if lost >= _LOST_LINES and lost > _LOST_SHARE * text.count("\n"):
        raise unreadable(name, Unreadable.LETTERS_LOST)
    return text


def _text(content: bytes, name: str) -> str:
    wide = _wide(content)
    try:
        return content.decode(wide or "utf-8-sig").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        cut = error.reason == "unexpected end of data" or error.reason == "truncated data"
        if wide or (cut and error.start > len(content) - 4):
            raise unreadable(name, Unreadable.DAMAGED) from error
    return _narrow(content, name)


def _wide(content: bytes) -> str | None:
    """UTF-16 by its mark, or by the zeros that stand in every second byte of Latin letters."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    even, odd = content[:_SAMPLE:2], content[1:_SAMPLE:2]
    if odd.count(0) > _WIDE_ZEROS * len(odd) and even.count(0) <= _STRAY_ZEROS * len(even):
        return "utf-16-le"
    if even.count(0) > _WIDE_ZEROS * len(even) and odd.count(0) <= _STRAY_ZEROS * len(odd):
        return "utf-16-be"
    return None


def _narrow(content: bytes, name: str) -> str:
    """A letter a byte: the encoding in which most words are Vietnamese."""
    if _CONTROLS.search(content[:_SAMPLE].decode("latin-1")):
        raise unreadable(name, Unreadable.FORMAT)
    words = _words(content)
    fitting = {e: sum(is_word(_as(word, e)) for word in words) for e in Encoding}
    best = max(fitting, key=fitting.__getitem__)
    if fitting[best] < _READABLE * len(words):
        raise unreadable(name, Unreadable.ENCODING)
    return _vietnamese(content) if best is Encoding.UNICODE else content.decode("latin-1")


def _words(content: bytes) -> list[bytes]:
    seen = (found[0] for found in islice(_WORD.finditer(content), 20 * _WORDS_JUDGED))
    return list(islice(dict.fromkeys(seen), _WORDS_JUDGED))


def _as(word: bytes, encoding: Encoding) -> str:
    if encoding is Encoding.UNICODE:
        return _vietnamese(word)
    return decode(word.decode("latin-1"), encoding)


def _vietnamese(content: bytes) -> str:
    return unicodedata.normalize("NFC", content.decode("cp1258", "replace"))
