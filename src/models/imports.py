"""An import batch is an object: file, matches, findings, decisions; it can be taken back."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Fact, Stamped, choice
from .enums import ImportKind, ImportRowState


class ImportBatch(Fact, Base):
    """One file brought in. `mapping` (JSON) tells sheets, header rows and columns."""

    __tablename__ = "import_batch"
    __table_args__ = (Index(None, "sha256"), Index(None, "course_id"))

    kind: Mapped[ImportKind] = mapped_column(choice(ImportKind))
    file_name: Mapped[str]
    sha256: Mapped[str]
    course_id: Mapped[UUID | None] = mapped_column(ForeignKey("course.id"))
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("unit.id"))
    mapping: Mapped[str]
    read: Mapped[int]
    added: Mapped[int]
    matched: Mapped[int]
    held: Mapped[int]
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[str | None]


class ImportRow(Base):
    """A row of a list and what became of it. A held row keeps its cells, but no identity number.

    A held row that is settled later becomes added, matched or discarded; the batch stays the same.
    """

    __tablename__ = "import_row"
    __table_args__ = (Index(None, "batch_id"), Index(None, "state"), Index(None, "person_id"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    batch_id: Mapped[UUID] = mapped_column(ForeignKey("import_batch.id"))
    sheet: Mapped[str]
    row: Mapped[int]
    state: Mapped[ImportRowState] = mapped_column(choice(ImportRowState))
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    cells: Mapped[str | None]
    """JSON of a held row."""
    changes: Mapped[str | None]
    """JSON: what a matched person was before this row changed them; for taking the batch back."""
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[str | None]
    superseded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("import_row.id"))
    """The same row of the same file, brought in again while this one waited."""


class ImportFinding(Base):
    """Something seen in a cell: before, after, and who decided what."""

    __tablename__ = "import_finding"
    __table_args__ = (Index(None, "batch_id"), Index(None, "import_row_id"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    batch_id: Mapped[UUID] = mapped_column(ForeignKey("import_batch.id"))
    import_row_id: Mapped[UUID | None] = mapped_column(ForeignKey("import_row.id"))
    sheet: Mapped[str]
    row: Mapped[int]
    column: Mapped[str]
    field: Mapped[str | None]
    kind: Mapped[str]
    severity: Mapped[str]
    before: Mapped[str]
    after: Mapped[str | None]
    decision: Mapped[str | None]
    """An `AnswerKind`, or "accepted" for a repair that was taken."""
    decided_by: Mapped[str | None]
    decided_at: Mapped[datetime | None]


class ListLayout(Base, Stamped):
    """How a commune's list was laid out, for its next file."""

    __tablename__ = "list_layout"
    __table_args__ = (Index(None, "unit_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("unit.id"))
    headings: Mapped[str]
    mapping: Mapped[str]
