"""By which teams and hamlets are known again, however a register writes their kind."""

import re

from ..models.names import fold
from .named_places import HAMLET

_KINDS = (
    "to cong nghe so cong dong", "to cong nghe so", "to cong nghe cong dong", "to cnscd",
    "to chuyen doi so cong dong", "to chuyen doi so", "to cdscd", "to cds", "to cns",
)  # fmt: skip
"""What teams are called across the country, folded; the longest of each family first."""
_HAMLET_KIND = re.compile(rf"(?:{fold(HAMLET)})\s+(?=\S)")


def team_key(name: str, label: str = "") -> str:
    """A team's name without what its kind is called: "to ban pua". `label` is one more kind."""
    folded = " ".join(re.findall(r"[^\W_]+", fold(name)))
    for kind in (*filter(None, [fold(label)]), *_KINDS):
        if folded == kind or folded.startswith(kind + " "):
            return f"to {folded[len(kind) :].strip()}".strip()
    return folded


def hamlet_key(title: str) -> str:
    """A hamlet's name without its kind: "Bản Púa", "bản púa" and "Púa" are "pua"."""
    folded = " ".join(fold(title).split())
    return _HAMLET_KIND.sub("", folded, count=1) if _HAMLET_KIND.match(folded) else folded
