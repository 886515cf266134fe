from collections.abc import Callable

from sqlalchemy.orm import Session
from taphuan.importing.fields import Field
from taphuan.importing.plan import ImportPlan
from taphuan.models.context import Context
from taphuan.services.lists.bringing import bring_in
from taphuan.services.lists.choices import ListChoices
from taphuan.services.lists.layouts import proposed_fields

ReadList = Callable[..., ImportPlan]
HEAD = "Họ và tên;Năm sinh;Cột lạ;Xã"


def bring_with(session: Session, by: Context, plan: ImportPlan, column: Field) -> str:
    sheet = plan.tables[0].sheet
    choices = ListChoices(fields={(plan.source.sha256, sheet): {2: column}})
    bring_in(session, by, [plan], choices)
    return sheet


def test_columns_that_were_changed_are_proposed_for_the_communes_next_list(
    session: Session, by: Context, read_list: ReadList
) -> None:
    plan = read_list(HEAD, "Lò Thị Ên;1987;loại 2;Mường É")
    assert proposed_fields(session, plan, "03727") == {}
    bring_with(session, by, plan, Field.ROLE)
    bring_with(session, by, read_list(HEAD, "Lò Thị Ín;1987;loại 3;Bình Thuận"), Field.NOTE)
    following = read_list(HEAD.upper(), "Vì Văn Bình;1990;loại 1;Mường É", name="lan sau")
    sheet = following.tables[0].sheet
    assert proposed_fields(session, following, "03727") == {sheet: {2: Field.ROLE}}
    assert proposed_fields(session, following) == {sheet: {2: Field.NOTE}}, "the latest"


def test_a_list_with_other_headings_gets_no_proposal(
    session: Session, by: Context, read_list: ReadList
) -> None:
    bring_with(session, by, read_list(HEAD, "Lò Thị Ên;1987;loại 2;Mường É"), Field.ROLE)
    other = read_list("Họ và tên;Năm sinh;Cột khác;Xã", "Lò Thị Ên;1987;loại 2;Mường É")
    assert proposed_fields(session, other, "03727") == {}
