"""Lists: rows settled later, what a batch made, forms asked of communes."""

import sqlalchemy as sa
import taphuan.models.base
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_MADE_BY_BATCHES = ("hamlet", "team", "team_member", "denominator")
_SUCCESSORS = ("hamlet_successor", "team_successor")


def upgrade() -> None:
    _batches()
    for table in _MADE_BY_BATCHES:
        _add_batch(table)
    for table in _SUCCESSORS:
        _stamp(table)
    _registration_forms()


def _batches() -> None:
    with op.batch_alter_table("import_batch") as batch:
        # Files brought in before this version held people.
        kind = sa.String(length=24)
        batch.add_column(sa.Column("kind", kind, nullable=False, server_default="people"))
    with op.batch_alter_table("import_row") as batch:
        batch.add_column(sa.Column("changes", sa.String(), nullable=True))
        batch.add_column(sa.Column("settled_at", taphuan.models.base.Moment(), nullable=True))
        batch.add_column(sa.Column("settled_by", sa.String(), nullable=True))
        batch.add_column(sa.Column("superseded_by_id", taphuan.models.base.Key(), nullable=True))
        batch.create_foreign_key(
            "fk_import_row_superseded_by_id", "import_row", ["superseded_by_id"], ["id"]
        )
    with op.batch_alter_table("import_finding") as batch:
        batch.add_column(sa.Column("field", sa.String(), nullable=True))


def _add_batch(table: str) -> None:
    with op.batch_alter_table(table) as batch:
        batch.add_column(sa.Column("batch_id", taphuan.models.base.Key(), nullable=True))
        batch.create_foreign_key(f"fk_{table}_batch_id", "import_batch", ["batch_id"], ["id"])
    op.create_index(f"ix_{table}_batch_id", table, ["batch_id"], unique=False)


def _stamp(table: str) -> None:
    """Nothing wrote these tables before this version, so they hold no row to fill in."""
    with op.batch_alter_table(table) as batch:
        batch.add_column(sa.Column("changed_at", taphuan.models.base.Moment(), nullable=False))
        batch.add_column(sa.Column("changed_by", sa.String(), nullable=False))
        batch.add_column(sa.Column("changed_on", sa.String(), nullable=False))
        batch.add_column(sa.Column("deleted_at", taphuan.models.base.Moment(), nullable=True))


def _registration_forms() -> None:
    key, moment = taphuan.models.base.Key(), taphuan.models.base.Moment()
    op.create_table(
        "registration_form",
        sa.Column("id", key, nullable=False),
        sa.Column("course_id", key, nullable=True),
        sa.Column("unit_id", key, nullable=False),
        sa.Column("quota", sa.Integer(), nullable=True),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("changed_at", moment, nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_on", sa.String(), nullable=False),
        sa.Column("deleted_at", moment, nullable=True),
        sa.ForeignKeyConstraint(
            ["course_id"], ["course.id"], name=op.f("fk_registration_form_course_id")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_registration_form_unit_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registration_form")),
    )
    op.create_index(
        "ix_registration_form_course_id_unit_id", "registration_form", ["course_id", "unit_id"]
    )
    op.create_index("ix_registration_form_unit_id", "registration_form", ["unit_id"])
