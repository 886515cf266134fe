"""What a registration form of ours carries, so that it is known when it comes back."""

from dataclasses import dataclass
from uuid import UUID

STAMP_SHEET = "taphuan"
"""The hidden sheet that carries the stamp in its first two columns."""
LIST_SHEET = "Danh sách"
"""The sheet that the commune fills in."""
KNOWN_SHEET = "Người đã có"
"""The sheet of people to copy from: never a list of those who register."""

STAMP_MARK, STAMP_VERSION = "taphuan.registration_form", "1"


@dataclass(frozen=True)
class FormStamp:
    """Whose form it is; `course_code` is empty when the list was asked for no course."""

    form_id: UUID
    course_code: str
    commune_code: str

    def rows(self) -> tuple[tuple[str, str], ...]:
        """What the hidden sheet says: name and text by row."""
        return (
            (STAMP_MARK, STAMP_VERSION),
            ("form", str(self.form_id)),
            ("course", self.course_code),
            ("commune", self.commune_code),
        )
