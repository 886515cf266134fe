"""First tables"""

import sqlalchemy as sa
import taphuan.models.base
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("written", taphuan.models.base.Moment(), nullable=False),
        sa.Column("machine", sa.String(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("detail", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
    )
    op.create_index("ix_audit_entry_written", "audit_entry", ["written"], unique=False)

    op.create_table(
        "certificate_book",
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("pattern", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate_book")),
        sa.UniqueConstraint(
            "issuer", "kind", "year", name=op.f("uq_certificate_book_issuer_kind_year")
        ),
    )
    op.create_table(
        "ethnic_group",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("code_1979", sa.String(), nullable=False),
        sa.Column("code_census", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("official_name", sa.String(), nullable=False),
        sa.Column("is_minority", sa.Boolean(), nullable=True),
        sa.Column("aliases", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_ethnic_group")),
    )
    op.create_table(
        "machine_counter",
        sa.Column("machine", sa.String(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("last_written", taphuan.models.base.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("machine", name=op.f("pk_machine_counter")),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("changed_at", taphuan.models.base.Moment(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
    )
    op.create_table(
        "skill",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("short", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_skill")),
    )
    op.create_table(
        "unit",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "province", "district", "commune", name="unitlevel", native_enum=False, length=24
            ),
            nullable=False,
        ),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("sort_key", sa.LargeBinary(), nullable=False),
        sa.Column("parent_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["parent_id"], ["unit.id"], name=op.f("fk_unit_parent_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_unit")),
        sa.UniqueConstraint("id", name=op.f("uq_unit_id")),
    )
    op.create_index(
        "ix_unit_code_level_valid_from", "unit", ["code", "level", "valid_from"], unique=False
    )
    op.create_index("ix_unit_folded_level", "unit", ["folded", "level"], unique=False)
    op.create_index("ix_unit_parent_id", "unit", ["parent_id"], unique=False)

    op.create_table(
        "certificate_number",
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("book_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "issued", "voided", "reserved", name="numberstate", native_enum=False, length=24
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("reserved_for", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["book_id"], ["certificate_book.id"], name=op.f("fk_certificate_number_book_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate_number")),
        sa.UniqueConstraint("book_id", "number", name=op.f("uq_certificate_number_book_id_number")),
    )
    op.create_table(
        "course",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("delivery", sa.String(), nullable=True),
        sa.Column("campaign", sa.String(), nullable=True),
        sa.Column("venue", sa.String(), nullable=True),
        sa.Column("unit_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("decision", sa.String(), nullable=True),
        sa.Column("periods", sa.Integer(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "planned", "closed", "cancelled", name="coursestatus", native_enum=False, length=24
            ),
            nullable=False,
        ),
        sa.Column("required_share", sa.Integer(), nullable=False),
        sa.Column("closed_at", taphuan.models.base.Moment(), nullable=True),
        sa.Column("changed_at", taphuan.models.base.Moment(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_on", sa.String(), nullable=False),
        sa.Column("deleted_at", taphuan.models.base.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_course_unit_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_course")),
        sa.UniqueConstraint("code", name=op.f("uq_course_code")),
        sa.UniqueConstraint("id", name=op.f("uq_course_id")),
    )
    op.create_table(
        "hamlet",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("unit_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("sort_key", sa.LargeBinary(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("changed_at", taphuan.models.base.Moment(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_on", sa.String(), nullable=False),
        sa.Column("deleted_at", taphuan.models.base.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_hamlet_unit_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_hamlet")),
        sa.UniqueConstraint("id", name=op.f("uq_hamlet_id")),
    )
    op.create_index("ix_hamlet_unit_id_folded", "hamlet", ["unit_id", "folded"], unique=False)

    op.create_table(
        "list_layout",
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("unit_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("headings", sa.String(), nullable=False),
        sa.Column("mapping", sa.String(), nullable=False),
        sa.Column("changed_at", taphuan.models.base.Moment(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_on", sa.String(), nullable=False),
        sa.Column("deleted_at", taphuan.models.base.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_list_layout_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_layout")),
    )
    op.create_index("ix_list_layout_unit_id", "list_layout", ["unit_id"], unique=False)

    op.create_table(
        "topic",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("skill_key", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("formerly", sa.String(), nullable=True),
        sa.Column("is_outcome", sa.Boolean(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.Column("is_own", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["skill_key"], ["skill.key"], name=op.f("fk_topic_skill_key")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_topic")),
    )
    op.create_table(
        "unit_successor",
        sa.Column("predecessor_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("successor_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("is_split", sa.Boolean(), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["predecessor_id"], ["unit.id"], name=op.f("fk_unit_successor_predecessor_id")
        ),
        sa.ForeignKeyConstraint(
            ["successor_id"], ["unit.id"], name=op.f("fk_unit_successor_successor_id")
        ),
        sa.PrimaryKeyConstraint("predecessor_id", "successor_id", name=op.f("pk_unit_successor")),
    )
    op.create_index(
        "ix_unit_successor_successor_id", "unit_successor", ["successor_id"], unique=False
    )

    op.create_table(
        "unit_title",
        sa.Column("unit_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_unit_title_unit_id")),
        sa.PrimaryKeyConstraint("unit_id", "valid_to", name=op.f("pk_unit_title")),
    )
    op.create_table(
        "course_session",
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("course_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("starts", sa.DateTime(), nullable=False),
        sa.Column("ends", sa.DateTime(), nullable=False),
        sa.Column("venue", sa.String(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "planned",
                "postponed",
                "cancelled",
                name="sessionstatus",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("opens_before", sa.Integer(), nullable=False),
        sa.Column("late_after", sa.Integer(), nullable=False),
        sa.Column("headcount_only", sa.Boolean(), nullable=False),
        sa.Column("changed_at", taphuan.models.base.Moment(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_on", sa.String(), nullable=False),
        sa.Column("deleted_at", taphuan.models.base.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["course_id"], ["course.id"], name=op.f("fk_course_session_course_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_session")),
        sa.UniqueConstraint("course_id", "number", name=op.f("uq_course_session_course_id_number")),
    )
    op.create_index("ix_course_session_starts", "course_session", ["starts"], unique=False)

    op.create_table(
        "course_skill",
        sa.Column("course_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("skill_key", sa.String(), nullable=False),
        sa.Column("is_required", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["course_id"], ["course.id"], name=op.f("fk_course_skill_course_id")
        ),
        sa.ForeignKeyConstraint(
            ["skill_key"], ["skill.key"], name=op.f("fk_course_skill_skill_key")
        ),
        sa.PrimaryKeyConstraint("course_id", "skill_key", name=op.f("pk_course_skill")),
    )
    op.create_table(
        "denominator",
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("unit_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("hamlet_id", taphuan.models.base.Key(), nullable=True),
        sa.Column(
            "measure",
            sa.Enum(
                "members",
                "teams",
                "hamlets",
                "households",
                "adults",
                name="measure",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("changed_at", taphuan.models.base.Moment(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_on", sa.String(), nullable=False),
        sa.Column("deleted_at", taphuan.models.base.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["hamlet_id"], ["hamlet.id"], name=op.f("fk_denominator_hamlet_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_denominator_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_denominator")),
        sa.UniqueConstraint(
            "unit_id",
            "hamlet_id",
            "measure",
            "as_of",
            name=op.f("uq_denominator_unit_id_hamlet_id_measure_as_of"),
        ),
    )
    op.create_index("ix_denominator_hamlet_id", "denominator", ["hamlet_id"], unique=False)

    op.create_table(
        "hamlet_successor",
        sa.Column("predecessor_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("successor_id", taphuan.models.base.Key(), nullable=False),
        sa.ForeignKeyConstraint(
            ["predecessor_id"], ["hamlet.id"], name=op.f("fk_hamlet_successor_predecessor_id")
        ),
        sa.ForeignKeyConstraint(
            ["successor_id"], ["hamlet.id"], name=op.f("fk_hamlet_successor_successor_id")
        ),
        sa.PrimaryKeyConstraint("predecessor_id", "successor_id", name=op.f("pk_hamlet_successor")),
    )
    op.create_table(
        "household",
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("hamlet_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("head", sa.String(), nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("changed_at", taphuan.models.base.Moment(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_on", sa.String(), nullable=False),
        sa.Column("deleted_at", taphuan.models.base.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["hamlet_id"], ["hamlet.id"], name=op.f("fk_household_hamlet_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household")),
    )
    op.create_index("ix_household_hamlet_id", "household", ["hamlet_id"], unique=False)

    op.create_table(
        "import_batch",
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("course_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("unit_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("mapping", sa.String(), nullable=False),
        sa.Column("read", sa.Integer(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("matched", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("undone_at", taphuan.models.base.Moment(), nullable=True),
        sa.Column("undone_by", sa.String(), nullable=True),
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("happened", taphuan.models.base.Moment(), nullable=False),
        sa.Column("written", taphuan.models.base.Moment(), nullable=False),
        sa.Column("machine", sa.String(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["course_id"], ["course.id"], name=op.f("fk_import_batch_course_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_import_batch_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
    )
    op.create_index("ix_import_batch_course_id", "import_batch", ["course_id"], unique=False)
    op.create_index("ix_import_batch_sha256", "import_batch", ["sha256"], unique=False)

    op.create_table(
        "team",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("unit_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("hamlet_id", taphuan.models.base.Key(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum("commune", "hamlet", "steering", name="teamkind", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("decision_number", sa.String(), nullable=True),
        sa.Column("decision_date", sa.Date(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("changed_at", taphuan.models.base.Moment(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_on", sa.String(), nullable=False),
        sa.Column("deleted_at", taphuan.models.base.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["hamlet_id"], ["hamlet.id"], name=op.f("fk_team_hamlet_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_team_unit_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_team")),
        sa.UniqueConstraint("id", name=op.f("uq_team_id")),
    )
    op.create_index("ix_team_hamlet_id", "team", ["hamlet_id"], unique=False)
    op.create_index("ix_team_unit_id_folded", "team", ["unit_id", "folded"], unique=False)

    op.create_table(
        "headcount",
        sa.Column("session_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("female", sa.Integer(), nullable=True),
        sa.Column("minority", sa.Integer(), nullable=True),
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("happened", taphuan.models.base.Moment(), nullable=False),
        sa.Column("written", taphuan.models.base.Moment(), nullable=False),
        sa.Column("machine", sa.String(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["course_session.id"], name=op.f("fk_headcount_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_headcount")),
    )
    op.create_index("ix_headcount_session_id", "headcount", ["session_id"], unique=False)

    op.create_table(
        "person",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_name", sa.String(), nullable=True),
        sa.Column("sort_key", sa.LargeBinary(), nullable=False),
        sa.Column("search_rank", sa.BigInteger(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column(
            "gender",
            sa.Enum("Nam", "Nữ", name="gender", native_enum=False, length=24),
            nullable=True,
        ),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("ethnic_key", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("unit_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("hamlet_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("household_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("employer", sa.String(), nullable=True),
        sa.Column("nominated_by", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("canonical_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("changed_at", taphuan.models.base.Moment(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_on", sa.String(), nullable=False),
        sa.Column("deleted_at", taphuan.models.base.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["ethnic_key"], ["ethnic_group.key"], name=op.f("fk_person_ethnic_key")
        ),
        sa.ForeignKeyConstraint(["hamlet_id"], ["hamlet.id"], name=op.f("fk_person_hamlet_id")),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_person_household_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_person_unit_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_person")),
        sa.UniqueConstraint("id", name=op.f("uq_person_id")),
        sa.UniqueConstraint("search_rank", name=op.f("uq_person_search_rank")),
    )
    op.create_index("ix_person_canonical_id", "person", ["canonical_id"], unique=False)
    op.create_index("ix_person_hamlet_id", "person", ["hamlet_id"], unique=False)
    op.create_index(
        "ix_person_order", "person", ["sort_key"], unique=False, sqlite_where=sa.text("listed")
    )
    op.create_index("ix_person_phone", "person", ["phone"], unique=False)
    op.create_index(
        "ix_person_unit_id_folded_birth_year",
        "person",
        ["unit_id", "folded", "birth_year"],
        unique=False,
    )

    op.create_table(
        "session_topic",
        sa.Column("session_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("topic_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["course_session.id"], name=op.f("fk_session_topic_session_id")
        ),
        sa.ForeignKeyConstraint(
            ["topic_key"], ["topic.key"], name=op.f("fk_session_topic_topic_key")
        ),
        sa.PrimaryKeyConstraint("session_id", "topic_key", name=op.f("pk_session_topic")),
    )
    op.create_table(
        "session_trainer",
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("session_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("employer", sa.String(), nullable=True),
        sa.Column("changed_at", taphuan.models.base.Moment(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_on", sa.String(), nullable=False),
        sa.Column("deleted_at", taphuan.models.base.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"], ["course_session.id"], name=op.f("fk_session_trainer_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_trainer")),
    )
    op.create_index(
        "ix_session_trainer_session_id", "session_trainer", ["session_id"], unique=False
    )

    op.create_table(
        "team_successor",
        sa.Column("predecessor_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("successor_id", taphuan.models.base.Key(), nullable=False),
        sa.ForeignKeyConstraint(
            ["predecessor_id"], ["team.id"], name=op.f("fk_team_successor_predecessor_id")
        ),
        sa.ForeignKeyConstraint(
            ["successor_id"], ["team.id"], name=op.f("fk_team_successor_successor_id")
        ),
        sa.PrimaryKeyConstraint("predecessor_id", "successor_id", name=op.f("pk_team_successor")),
    )
    op.create_table(
        "card",
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("person_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("issued_at", taphuan.models.base.Moment(), nullable=False),
        sa.Column("bound_at", taphuan.models.base.Moment(), nullable=True),
        sa.Column("revoked_at", taphuan.models.base.Moment(), nullable=True),
        sa.Column("revoked_reason", sa.String(), nullable=True),
        sa.Column("replaced_by_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("changed_at", taphuan.models.base.Moment(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_on", sa.String(), nullable=False),
        sa.Column("deleted_at", taphuan.models.base.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_card_person_id")),
        sa.ForeignKeyConstraint(
            ["replaced_by_id"], ["card.id"], name=op.f("fk_card_replaced_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card")),
        sa.UniqueConstraint("code", name=op.f("uq_card_code")),
    )
    op.create_index("ix_card_person_id", "card", ["person_id"], unique=False)

    op.create_table(
        "consent",
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("person_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("text_version", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("given_at", taphuan.models.base.Moment(), nullable=False),
        sa.Column("withdrawn_at", taphuan.models.base.Moment(), nullable=True),
        sa.Column("changed_at", taphuan.models.base.Moment(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_on", sa.String(), nullable=False),
        sa.Column("deleted_at", taphuan.models.base.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_consent_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index("ix_consent_person_id", "consent", ["person_id"], unique=False)

    op.create_table(
        "distinct_pair",
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("first_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("second_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("changed_at", taphuan.models.base.Moment(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_on", sa.String(), nullable=False),
        sa.Column("deleted_at", taphuan.models.base.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["first_id"], ["person.id"], name=op.f("fk_distinct_pair_first_id")
        ),
        sa.ForeignKeyConstraint(
            ["second_id"], ["person.id"], name=op.f("fk_distinct_pair_second_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_distinct_pair")),
        sa.UniqueConstraint(
            "first_id", "second_id", name=op.f("uq_distinct_pair_first_id_second_id")
        ),
    )
    op.create_table(
        "import_row",
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("batch_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "added", "matched", "held", name="importrowstate", native_enum=False, length=24
            ),
            nullable=False,
        ),
        sa.Column("person_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("cells", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_import_row_batch_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_import_row_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_row")),
    )
    op.create_index("ix_import_row_batch_id", "import_row", ["batch_id"], unique=False)
    op.create_index("ix_import_row_person_id", "import_row", ["person_id"], unique=False)
    op.create_index("ix_import_row_state", "import_row", ["state"], unique=False)

    op.create_table(
        "person_redirect",
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("from_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("to_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("choices", sa.String(), nullable=False),
        sa.Column("changed_at", taphuan.models.base.Moment(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_on", sa.String(), nullable=False),
        sa.Column("deleted_at", taphuan.models.base.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["from_id"], ["person.id"], name=op.f("fk_person_redirect_from_id")
        ),
        sa.ForeignKeyConstraint(["to_id"], ["person.id"], name=op.f("fk_person_redirect_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_redirect")),
    )
    op.create_index("ix_person_redirect_from_id", "person_redirect", ["from_id"], unique=False)
    op.create_index("ix_person_redirect_to_id", "person_redirect", ["to_id"], unique=False)

    op.create_table(
        "team_member",
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("team_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("person_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("nominated_by", sa.String(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("changed_at", taphuan.models.base.Moment(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_on", sa.String(), nullable=False),
        sa.Column("deleted_at", taphuan.models.base.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_team_member_person_id")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_team_member_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_member")),
    )
    op.create_index("ix_team_member_person_id", "team_member", ["person_id"], unique=False)
    op.create_index("ix_team_member_team_id", "team_member", ["team_id"], unique=False)

    op.create_table(
        "enrolment",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("person_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("course_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("unit_id", taphuan.models.base.Key(), nullable=True),
        sa.Column(
            "place_state",
            sa.Enum(
                "known", "no_commune", "unknown", name="placestate", native_enum=False, length=24
            ),
            nullable=False,
        ),
        sa.Column("hamlet_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("team_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("household_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("employer", sa.String(), nullable=True),
        sa.Column("target_group", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column(
            "origin",
            sa.Enum(
                "import",
                "typed",
                "walk_in",
                "substitute",
                name="origin",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("import_row_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("replaces_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("withdrawn_at", taphuan.models.base.Moment(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=True),
        sa.Column("changed_at", taphuan.models.base.Moment(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_on", sa.String(), nullable=False),
        sa.Column("deleted_at", taphuan.models.base.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_enrolment_course_id")),
        sa.ForeignKeyConstraint(["hamlet_id"], ["hamlet.id"], name=op.f("fk_enrolment_hamlet_id")),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_enrolment_household_id")
        ),
        sa.ForeignKeyConstraint(
            ["import_row_id"], ["import_row.id"], name=op.f("fk_enrolment_import_row_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_enrolment_person_id")),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["enrolment.id"], name=op.f("fk_enrolment_replaces_id")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_enrolment_team_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_enrolment_unit_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_enrolment")),
        sa.UniqueConstraint("id", name=op.f("uq_enrolment_id")),
    )
    op.create_index(
        "ix_enrolment_course_id_person_id", "enrolment", ["course_id", "person_id"], unique=False
    )
    op.create_index("ix_enrolment_import_row_id", "enrolment", ["import_row_id"], unique=False)
    op.create_index("ix_enrolment_person_id", "enrolment", ["person_id"], unique=False)
    op.create_index("ix_enrolment_unit_id", "enrolment", ["unit_id"], unique=False)

    op.create_table(
        "identity_number",
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("person_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("import_row_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("last_four", sa.String(), nullable=False),
        sa.Column("changed_at", taphuan.models.base.Moment(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_on", sa.String(), nullable=False),
        sa.Column("deleted_at", taphuan.models.base.Moment(), nullable=True),
        sa.CheckConstraint(
            "(person_id IS NULL) <> (import_row_id IS NULL)",
            name=op.f("ck_identity_number_one_owner"),
        ),
        sa.ForeignKeyConstraint(
            ["import_row_id"], ["import_row.id"], name=op.f("fk_identity_number_import_row_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_identity_number_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity_number")),
    )
    op.create_index("ix_identity_number_hash", "identity_number", ["hash"], unique=False)
    op.create_index(
        "ix_identity_number_import_row_id", "identity_number", ["import_row_id"], unique=False
    )
    op.create_index("ix_identity_number_last_four", "identity_number", ["last_four"], unique=False)
    op.create_index("ix_identity_number_person_id", "identity_number", ["person_id"], unique=False)

    op.create_table(
        "import_finding",
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("batch_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("import_row_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("column", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=True),
        sa.Column("decision", sa.String(), nullable=True),
        sa.Column("decided_by", sa.String(), nullable=True),
        sa.Column("decided_at", taphuan.models.base.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_import_finding_batch_id")
        ),
        sa.ForeignKeyConstraint(
            ["import_row_id"], ["import_row.id"], name=op.f("fk_import_finding_import_row_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_finding")),
    )
    op.create_index("ix_import_finding_batch_id", "import_finding", ["batch_id"], unique=False)
    op.create_index(
        "ix_import_finding_import_row_id", "import_finding", ["import_row_id"], unique=False
    )

    op.create_table(
        "assessment",
        sa.Column("enrolment_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("skill_key", sa.String(), nullable=True),
        sa.Column("topic_key", sa.String(), nullable=True),
        sa.Column(
            "result",
            sa.Enum(
                "pass",
                "fail",
                "not_understood",
                "stuck",
                name="skillresult",
                native_enum=False,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("stuck_at", sa.String(), nullable=True),
        sa.Column("helper", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("happened", taphuan.models.base.Moment(), nullable=False),
        sa.Column("written", taphuan.models.base.Moment(), nullable=False),
        sa.Column("machine", sa.String(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_assessment_enrolment_id")
        ),
        sa.ForeignKeyConstraint(["skill_key"], ["skill.key"], name=op.f("fk_assessment_skill_key")),
        sa.ForeignKeyConstraint(["topic_key"], ["topic.key"], name=op.f("fk_assessment_topic_key")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
    )
    op.create_index(
        "ix_assessment_enrolment_id_skill_key",
        "assessment",
        ["enrolment_id", "skill_key"],
        unique=False,
    )

    op.create_table(
        "attendance",
        sa.Column("enrolment_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("session_id", taphuan.models.base.Key(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "present",
                "late",
                "excused",
                "absent",
                name="attendancestatus",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("first_at", taphuan.models.base.Moment(), nullable=True),
        sa.Column("minutes_late", sa.Integer(), nullable=True),
        sa.Column(
            "mode",
            sa.Enum("venue", "online", name="attendancemode", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column("venue", sa.String(), nullable=True),
        sa.Column("fact_id", taphuan.models.base.Key(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_attendance_enrolment_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["course_session.id"], name=op.f("fk_attendance_session_id")
        ),
        sa.PrimaryKeyConstraint("enrolment_id", "session_id", name=op.f("pk_attendance")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_attendance_session_id_status", "attendance", ["session_id", "status"], unique=False
    )

    op.create_table(
        "certificate",
        sa.Column("number_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("person_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("enrolment_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("course_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("printed_number", sa.String(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("printed", sa.String(), nullable=False),
        sa.Column("voided_at", taphuan.models.base.Moment(), nullable=True),
        sa.Column("voided_reason", sa.String(), nullable=True),
        sa.Column("replaces_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("happened", taphuan.models.base.Moment(), nullable=False),
        sa.Column("written", taphuan.models.base.Moment(), nullable=False),
        sa.Column("machine", sa.String(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["course_id"], ["course.id"], name=op.f("fk_certificate_course_id")
        ),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_certificate_enrolment_id")
        ),
        sa.ForeignKeyConstraint(
            ["number_id"], ["certificate_number.id"], name=op.f("fk_certificate_number_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_certificate_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["certificate.id"], name=op.f("fk_certificate_replaces_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
        sa.UniqueConstraint("number_id", name=op.f("uq_certificate_number_id")),
    )
    op.create_index("ix_certificate_course_id", "certificate", ["course_id"], unique=False)
    op.create_index("ix_certificate_enrolment_id", "certificate", ["enrolment_id"], unique=False)
    op.create_index("ix_certificate_person_id", "certificate", ["person_id"], unique=False)

    op.create_table(
        "certificate_void",
        sa.Column("certificate_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("happened", taphuan.models.base.Moment(), nullable=False),
        sa.Column("written", taphuan.models.base.Moment(), nullable=False),
        sa.Column("machine", sa.String(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["certificate_id"], ["certificate.id"], name=op.f("fk_certificate_void_certificate_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate_void")),
    )
    op.create_index(
        "ix_certificate_void_certificate_id", "certificate_void", ["certificate_id"], unique=False
    )

    op.create_table(
        "completion",
        sa.Column("course_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("enrolment_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("completed", sa.Boolean(), nullable=False),
        sa.Column(
            "reason",
            sa.Enum(
                "attendance",
                "skills",
                "withdrawn",
                name="incompletereason",
                native_enum=False,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("attended", sa.Integer(), nullable=False),
        sa.Column("sessions", sa.Integer(), nullable=False),
        sa.Column("required_share", sa.Integer(), nullable=False),
        sa.Column("missing_skills", sa.String(), nullable=False),
        sa.Column("superseded_at", taphuan.models.base.Moment(), nullable=True),
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("happened", taphuan.models.base.Moment(), nullable=False),
        sa.Column("written", taphuan.models.base.Moment(), nullable=False),
        sa.Column("machine", sa.String(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_completion_course_id")),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_completion_enrolment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_completion")),
    )
    op.create_index("ix_completion_course_id", "completion", ["course_id"], unique=False)
    op.create_index("ix_completion_enrolment_id", "completion", ["enrolment_id"], unique=False)

    op.create_table(
        "correction",
        sa.Column("session_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("enrolment_id", taphuan.models.base.Key(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("set", "void", name="correctionkind", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum(
                "present",
                "late",
                "excused",
                "absent",
                name="attendancestatus",
                native_enum=False,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("voids_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("happened", taphuan.models.base.Moment(), nullable=False),
        sa.Column("written", taphuan.models.base.Moment(), nullable=False),
        sa.Column("machine", sa.String(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_correction_enrolment_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["course_session.id"], name=op.f("fk_correction_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
    )
    op.create_index(
        "ix_correction_enrolment_id_session_id",
        "correction",
        ["enrolment_id", "session_id"],
        unique=False,
    )
    op.create_index("ix_correction_voids_id", "correction", ["voids_id"], unique=False)

    op.create_table(
        "enrolment_correction",
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("enrolment_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("after", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("written", taphuan.models.base.Moment(), nullable=False),
        sa.Column("machine", sa.String(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_enrolment_correction_enrolment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolment_correction")),
    )
    op.create_index(
        "ix_enrolment_correction_enrolment_id",
        "enrolment_correction",
        ["enrolment_id"],
        unique=False,
    )

    op.create_table(
        "scan",
        sa.Column("nonce", taphuan.models.base.Key(), nullable=False),
        sa.Column("session_id", taphuan.models.base.Key(), nullable=False),
        sa.Column(
            "source",
            sa.Enum(
                "wedge",
                "shell",
                "serial",
                "camera",
                "typed",
                name="scansource",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("payload", sa.String(), nullable=True),
        sa.Column("payload_length", sa.Integer(), nullable=False),
        sa.Column("identity_hash", sa.LargeBinary(), nullable=True),
        sa.Column("identity_last_four", sa.String(), nullable=True),
        sa.Column("card_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("person_id", taphuan.models.base.Key(), nullable=True),
        sa.Column("enrolment_id", taphuan.models.base.Key(), nullable=True),
        sa.Column(
            "verdict",
            sa.Enum(
                "present",
                "late",
                "already_in",
                "not_enrolled",
                "unknown_code",
                "malformed",
                name="verdict",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("minutes_late", sa.Integer(), nullable=True),
        sa.Column(
            "mode",
            sa.Enum("venue", "online", name="attendancemode", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column("venue", sa.String(), nullable=True),
        sa.Column("id", taphuan.models.base.Key(), nullable=False),
        sa.Column("happened", taphuan.models.base.Moment(), nullable=False),
        sa.Column("written", taphuan.models.base.Moment(), nullable=False),
        sa.Column("machine", sa.String(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name=op.f("fk_scan_card_id")),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_scan_enrolment_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_scan_person_id")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["course_session.id"], name=op.f("fk_scan_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scan")),
        sa.UniqueConstraint("nonce", name=op.f("uq_scan_nonce")),
    )
    op.create_index(
        "ix_scan_enrolment_id_session_id", "scan", ["enrolment_id", "session_id"], unique=False
    )
    op.create_index("ix_scan_session_id_written", "scan", ["session_id", "written"], unique=False)

    op.create_table(
        "skill_status",
        sa.Column("enrolment_id", taphuan.models.base.Key(), nullable=False),
        sa.Column("skill_key", sa.String(), nullable=False),
        sa.Column(
            "result",
            sa.Enum(
                "pass",
                "fail",
                "not_understood",
                "stuck",
                name="skillresult",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("fact_id", taphuan.models.base.Key(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_skill_status_enrolment_id")
        ),
        sa.ForeignKeyConstraint(
            ["skill_key"], ["skill.key"], name=op.f("fk_skill_status_skill_key")
        ),
        sa.PrimaryKeyConstraint("enrolment_id", "skill_key", name=op.f("pk_skill_status")),
        sqlite_with_rowid=False,
    )
    if op.get_bind().dialect.name == "sqlite":  # search differs between databases: db.dialect
        op.execute(
            "CREATE VIRTUAL TABLE person_search USING fts5("
            "words, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6 7', "
            "tokenize='unicode61 remove_diacritics 0')"
        )
