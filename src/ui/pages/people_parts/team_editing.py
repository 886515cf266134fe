"""Entering and correcting teams, hamlets and figures from a page: read, ask, write."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from ....exports.formats import day
from ....models.clock import local
from ....models.enums import TeamKind
from ....services.commune_choices import CommuneChoice, commune_choices
from ....services.register.denominators import (
    Area,
    FigureRecord,
    enter_figures,
    figure_history,
    remove_figure,
)
from ....services.register.details import area_title, hamlet_titles
from ....services.register.hamlets import HamletData, add_hamlet, change_hamlet
from ....services.register.listing import TeamLine, team_lines
from ....services.register.succession import merge_teams, succeed
from ....services.register.teams import TeamData, add_team, change_team, team_name
from ....services.settings import load_settings
from ...context import AppContext
from ...dialogs.figures import FiguresDialog
from ...dialogs.hamlet import HamletDialog
from ...dialogs.hamlet_succession import SuccessionDialog
from ...dialogs.team import TeamDialog
from ...dialogs.team_merge import TeamMergeDialog
from ...i18n import tr
from ...page import Page
from ...palette import Tone
from .register_change import refuse, write

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ....services.register.details import HamletLine


def today_of(context: AppContext) -> date:
    """Today in Vietnam."""
    return local(context.by.clock()).date()


def ask_team(page: Page, context: AppContext, known: TeamData, team_id: UUID | None = None) -> None:
    """Enter a team in a place, or correct one."""
    today = today_of(context)

    def read(session: "Session") -> tuple[tuple[CommuneChoice, ...], tuple[str, ...], str]:
        hamlets = hamlet_titles(session, known.unit_id, today) if known.unit_id else ()
        return commune_choices(session, today), hamlets, load_settings(session).team_short

    def ask(found: tuple[tuple[CommuneChoice, ...], tuple[str, ...], str]) -> None:
        communes, hamlets, label = found

        def propose(kind: TeamKind, hamlet: str) -> str:
            return team_name(label, kind, hamlet)

        data, accepted = TeamDialog.get_data(communes, propose, known, hamlets, page)
        if accepted and team_id is None:
            said = tr("Đã thêm {name}.").format(name=data.name)
            write(page, context, lambda s, by: add_team(s, by, data, today), said)
        elif accepted and team_id is not None:
            said = tr("Đã ghi {name}.").format(name=data.name)
            write(page, context, lambda s, by: change_team(s, by, team_id, data, today), said)

    context.read(read, ask, page, lambda error: refuse(page, error))


def ask_hamlet(
    page: Page,
    context: AppContext,
    unit_id: UUID,
    commune: str,
    known: tuple[UUID, HamletData] | None = None,
) -> None:
    """Enter a hamlet of a commune, or correct one."""
    data, accepted = HamletDialog.get_data(commune, known[1] if known else None, page)
    if not accepted:
        return
    said = tr("Đã ghi {name}.").format(name=data.title)
    if known is None:
        write(page, context, lambda s, by: add_hamlet(s, by, unit_id, data), said)
    else:
        hamlet_id = known[0]
        write(page, context, lambda s, by: change_hamlet(s, by, hamlet_id, data), said)


def ask_figures(page: Page, context: AppContext, area: Area) -> None:
    """Enter households and adults of an area, or take a wrong figure out."""
    today = today_of(context)

    def read(session: "Session") -> tuple[str, tuple[FigureRecord, ...]]:
        return area_title(session, area), figure_history(session, area)

    def ask(found: tuple[str, tuple[FigureRecord, ...]]) -> None:
        title, history = found
        answer, accepted = FiguresDialog.get_data(title, history, today, page)
        wrong = answer.removed
        if accepted and wrong is not None:
            said = tr("Đã xóa số liệu ngày {day} của {name}.").format(
                day=day(wrong.as_of), name=title
            )
            write(page, context, lambda s, by: remove_figure(s, by, wrong.id), said)
        elif accepted and answer.as_of is not None:
            as_of = answer.as_of
            said = tr("Đã ghi số liệu của {name}.").format(name=title)
            write(
                page,
                context,
                lambda s, by: enter_figures(s, by, area, answer.values, as_of, answer.source),
                said,
            )

    context.read(read, ask, page, lambda error: refuse(page, error))


def ask_succession(page: Page, context: AppContext, hamlets: "Sequence[HamletLine]") -> None:
    """Merge, split or rename hamlets from a day on."""
    succession, accepted = SuccessionDialog.get_data(hamlets, today_of(context), page)
    if accepted:
        old, new = ", ".join(h.title for h in hamlets), ", ".join(succession.names)
        said = tr("{old} nay là {new}.").format(old=old, new=new)
        write(page, context, lambda s, by: succeed(s, by, succession), said)


def ask_merge(page: Page, context: AppContext, seqs: "Sequence[int]") -> None:
    """Make one team of several of a commune (sequence numbers) from a day on."""
    today = today_of(context)

    def read(session: "Session") -> tuple[list[TeamLine], str]:
        return team_lines(session, seqs, today), load_settings(session).team_short

    def ask(found: tuple[list[TeamLine], str]) -> None:
        teams, label = found
        refusal = _not_merged(teams)
        if refusal:
            page.banner.say(refusal, Tone.REFUSED)
        else:
            _merge(page, context, teams, label)

    context.read(read, ask, page, lambda error: refuse(page, error))


def _not_merged(teams: "Sequence[TeamLine]") -> str:
    """Why these cannot become one, in words; empty when they can."""
    if len({team.unit_id for team in teams}) > 1:
        return tr("Chỉ gộp được các tổ của cùng một xã, phường.")
    ended = [team.name for team in teams if team.valid_to is not None]
    if ended:
        return tr("Tổ đã ngừng hoạt động không gộp được nữa: {names}.").format(
            names=", ".join(ended)
        )
    return "" if len(teams) > 1 else tr("Hãy chọn từ hai tổ trở lên để gộp.")


def _merge(page: Page, context: AppContext, teams: "Sequence[TeamLine]", label: str) -> None:
    def propose(kind: TeamKind, hamlet: str) -> str:
        return team_name(label, kind, hamlet)

    merge, accepted = TeamMergeDialog.get_data(teams, propose, today_of(context), page)
    if accepted:
        ids, old = [team.id for team in teams], ", ".join(team.name for team in teams)
        said = tr("{old} nay là {new}.").format(old=old, new=merge.data.name)
        write(
            page,
            context,
            lambda s, by: merge_teams(s, by, ids, merge.data, merge.day, merge.members),
            said,
        )
