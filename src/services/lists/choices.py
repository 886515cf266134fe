"""What somebody chose for the lists of one go: where to, how they are read, what was decided."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from ...importing.fields import Field
from ...importing.findings import Answers

if TYPE_CHECKING:
    from ...importing.legacy import Encoding

Progress = Callable[[int, int], None]
"""Told (done, total) while rows are worked on; what it raises (Cancelled) stops the work."""

SheetKey: TypeAlias = tuple[str, str]
"""A sheet: the SHA-256 of its file, and its name."""


def silent(done: int, total: int) -> None:
    """The progress nobody looks at."""


@dataclass(frozen=True)
class ListChoices:
    """What was chosen for the files of one go; they are read and brought in alike.

    `course_code` enrols everybody there, empty for no course. `commune_code` is the commune of all
    rows, empty where the lists say it themselves.
    """

    course_code: str = ""
    commune_code: str = ""
    fields: Mapping[SheetKey, Mapping[int, Field]] = field(default_factory=dict)
    """Columns that were given another field, by their index."""
    sheets: Mapping[SheetKey, bool] = field(default_factory=dict)
    """Sheets taken (True) or left out (False); of those not named the visible ones are taken."""
    header_rows: Mapping[SheetKey, int] = field(default_factory=dict)
    """Where somebody said that the headings stand: the first row of them, 0 for none."""
    encodings: "Mapping[SheetKey, Mapping[int, Encoding]]" = field(default_factory=dict)
    """The old encoding (TCVN3, VNI) or none that somebody said of a column, by its index."""
    answers: Answers = field(default_factory=Answers)
    """What was decided on findings; the same before and after the lists are brought in."""
    hidden_sheets: bool = False
    """Whether hidden sheets are taken that `sheets` does not name."""
