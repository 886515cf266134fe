"""The papers of a course: cards, pictures for Zalo, sign-in sheets, the attendance list."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QFileDialog, QMenu

from ...exports.files import replaced
from ...services.courses import CourseRecord
from ...services.documents import (
    attendance_lines,
    badges,
    course_head,
    document_issuer,
    roster,
    session_head,
)
from ...services.course_plan import held_sessions
from ..context import AppContext
from ..i18n import tr
from ..icons import icon
from ..jobs import Progress
from ..palette import palette_of
from ..saving import say_saved, save_from_page

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from .course_view import CourseView
