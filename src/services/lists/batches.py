"""Files that were brought in: what each made, and taking it back as a whole."""

from .batch_lines import (
    Batch,
    BatchLine,
    BatchRow,
    Decision,
    batch,
    batch_line,
    find_batch,
    list_batches,
)
from .dependents import Dependent, DependentKind
from .undoing import dependents, undo

__all__ = [
    "Batch", "BatchLine", "BatchRow", "Decision", "Dependent", "DependentKind", "batch",
    "batch_line", "dependents", "find_batch", "list_batches", "undo",
]  # fmt: skip
