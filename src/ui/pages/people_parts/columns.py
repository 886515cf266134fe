"""The columns in which the window lists people, and what they show of identity numbers."""

from collections.abc import Callable, Sequence
from uuid import UUID

from ....exports.columns import Column, ColumnKind
from ....scanning.codes import grouped
from ....services.people import PersonRecord
from ...i18n import tr
from ...tables.record_model import Look

PEOPLE_LOOK: Look[PersonRecord] = Look(bold=frozenset({"name"}))


def people_columns(shown_number: Callable[[UUID], str]) -> Sequence[Column[PersonRecord]]:
    """The columns; `shown_number` gives the number of somebody whose number was asked for."""

    def number(person: PersonRecord) -> str | None:
        return shown_number(person.id) or person.identity

    return (
        Column("name", tr("Họ và tên"), lambda p: p.name, ColumnKind.TEXT, 24),
        Column(
            "birth", tr("Ngày sinh"), lambda p: p.birth_date or p.birth_year, ColumnKind.DATE, 11
        ),
        Column("gender", tr("Giới tính"), lambda p: p.gender, ColumnKind.MARK, 8),
        Column("hamlet", tr("Thôn, bản"), lambda p: p.hamlet, ColumnKind.TEXT, 16),
        Column("commune", tr("Xã"), lambda p: p.commune, ColumnKind.TEXT, 16),
        Column("phone", tr("Điện thoại"), lambda p: p.phone, ColumnKind.PHONE, 12),
        Column("code", tr("Mã thẻ"), lambda p: grouped(p.code or ""), ColumnKind.PHONE, 20),
        Column("identity", tr("Số căn cước"), number, ColumnKind.PHONE, 14),
    )
