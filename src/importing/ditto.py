"""Ditto marks: "nt", "như trên", '"' stand for the cell above, where that makes sense."""

import unicodedata

from .fields import Field
from .text import DITTO_WORDS

FIELDS = frozenset(
    (
        Field.HAMLET, Field.COMMUNE, Field.DISTRICT, Field.PROVINCE, Field.ADDRESS, Field.TEAM,
        Field.EMPLOYER, Field.ETHNIC, Field.GENDER, Field.ROLE, Field.PHONE,
    )
)  # fmt: skip
"""Where people repeat what stands above; no two have the same name, number or day of birth."""

_SIGNS = frozenset("\"“”„″〃=ˮ'’‘`´")
_BETWEEN = " -–—_.,/"
_MOST = 12


def is_ditto(text: str) -> bool:
    """Whether a text only points to the cell above: -nt-, "như trên", '' and =."""
    if len(text) > _MOST or not text or (text[0].isalnum() and text[0] not in "nN"):
        return False
    bare = text.strip(_BETWEEN)
    if not bare:
        return text.replace(" ", "") in ("//", "-//-")
    plain = " ".join(unicodedata.normalize("NFC", bare).lower().split())
    return plain.rstrip(".") in DITTO_WORDS or all(c in _SIGNS or c in _BETWEEN for c in bare)
