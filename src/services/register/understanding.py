"""A register understood against the data file: where rows belong, what is new. Only reads."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from ...importing.fields import Field
from ...importing.findings import FindingKind, Mark, Severity
from ...importing.team_cells import TeamFindingKind
from ...importing.team_fields import TeamField
from ...importing.team_plan import PlaceText, TeamPlan, TeamRow
from ...models.context import Context
from ...models.enums import TeamKind
from ..lists.communes import CommuneFinder, PlaceFound
from ..places import split_hamlet
from ..settings import load_settings
from .denominators import Area
from .draft import RegisterDraft, Teller, is_same, shown
from .figure_notes import FigureNotes
from .joining import Joiner, People
from .places import HamletRef, RegisterBook, TeamRef
from .report import RegisterChoices, RegisterCount
from .teams import proposed_name

_NAMED = (TeamField.TEAM, Field.HAMLET)
_PLACED = (Field.HAMLET, TeamField.TEAM)
_COMMUNE_KINDS = {
    FindingKind.AMBIGUOUS_COMMUNE: TeamFindingKind.AMBIGUOUS_COMMUNE,
    FindingKind.SPLIT_COMMUNE: TeamFindingKind.AMBIGUOUS_COMMUNE,
    FindingKind.UNKNOWN_COMMUNE: TeamFindingKind.UNKNOWN_COMMUNE,
    FindingKind.FORMER_COMMUNE: TeamFindingKind.FORMER_COMMUNE,
    FindingKind.OTHER_PROVINCE: TeamFindingKind.OTHER_PROVINCE,
    FindingKind.COMMUNE_FROM_TITLE: TeamFindingKind.COMMUNE_FROM_TITLE,
}


def understood(
    session: Session,
    by: Context,
    plan: TeamPlan,
    choices: RegisterChoices,
    people: People,
    day: date,
) -> RegisterDraft:
    """Everything a file would bring, its persons having become `people`; `by` makes the new ids.

    Raises UNKNOWN_COMMUNE for the chosen code.
    """
    return _Understanding(session, by, plan, choices, day).understood(people)


def known_teams(
    session: Session, by: Context, plan: TeamPlan, choices: RegisterChoices, day: date
) -> dict[TeamRow, UUID]:
    """The stored teams that rows mean. Raises UNKNOWN_COMMUNE for the chosen code."""
    found = _Understanding(session, by, plan, choices, day).teams()
    return {row: team.id for row, team in found.items() if team and not team.is_new}


class _Understanding:
    """One register on its way to a draft."""

    def __init__(
        self, session: Session, by: Context, plan: TeamPlan, choices: RegisterChoices, day: date
    ) -> None:
        self._session, self._by, self._plan, self._day = session, by, plan, day
        self._communes = CommuneFinder(session, day, choices.commune_code)
        self._places: dict[PlaceText, PlaceFound] = {}
        self._told: set[PlaceText] = set()
        self._by_row: dict[TeamRow, TeamRef | None] = {}
        self._seen: dict[UUID, TeamRef] = {}
        self._draft, self._teller = RegisterDraft(), Teller(plan)
        source = choices.source.strip() or f"Tệp {plan.source.name}"
        self._figures = FigureNotes(self._draft, self._teller, choices.as_of or day, source)

    def teams(self) -> dict[TeamRow, TeamRef | None]:
        """The team of each row, new ones too; None where there is none or it is unclear."""
        units = {unit for row in self._plan.teams if (unit := self._place(row.place).unit_id)}
        label = load_settings(self._session).team_label
        self._book = RegisterBook(self._session, units, self._day, label)
        for row in self._plan.teams:
            self._by_row[row] = self._team_of(row)
        return self._by_row

    def understood(self, people: People) -> RegisterDraft:
        """The draft, once."""
        self.teams()
        self._figures.drop_known(self._session)
        joining = [
            (row, team, who)
            for row in self._plan.members
            if (team := self._by_row.get(row.team))
            and (who := people.get((row.person.sheet, row.person.row)))
        ]
        Joiner(self._session, self._draft, self._teller, self._day).join(joining, self._plan)
        self._tell_left_out()
        return self._counted()

    def _tell_left_out(self) -> None:
        """Everybody whose team is unclear by name: they come in, or wait, but join no team."""
        for row in self._plan.members:
            if self._by_row.get(row.team) is None:
                person, kind = row.person, TeamFindingKind.MEMBER_WITHOUT_TEAM
                self._teller.add(
                    person.sheet, person.row, (Field.NAME, *_NAMED), kind, Severity.QUESTION,
                    person.name,
                )  # fmt: skip

    def _counted(self) -> RegisterDraft:
        draft = self._draft
        draft.findings = tuple(self._teller.findings)
        for count, found in (
            (RegisterCount.TEAMS_NEW, draft.teams),
            (RegisterCount.TEAMS_KNOWN, self._seen),
            (RegisterCount.HAMLETS_NEW, draft.hamlets),
            (RegisterCount.FIGURES_NEW, draft.figures),
            (RegisterCount.MEMBERS_NEW, draft.members),
            (RegisterCount.MEMBERS_HELD, draft.waiting),
        ):
            draft.counts[count] = len(found)
        return draft

    def _team_of(self, row: TeamRow) -> TeamRef | None:
        """The team of a row, its figures noted; None where the row is a hamlet, or unclear."""
        unit = self._unit_of(row)
        if unit is None:
            self._draft.counts[RegisterCount.NOT_TAKEN] += 1
            return None
        hamlet = self._hamlet_of(row, unit)
        team = self._known_or_new(row, unit, hamlet) if row.is_team else None
        if row.is_team and team is None:
            self._draft.counts[RegisterCount.NOT_TAKEN] += 1
            return None
        self._figures.note(row, Area(unit, hamlet.id if hamlet else None), team)
        return team

    def _place(self, text: PlaceText) -> PlaceFound:
        """The commune of a row: the one chosen, the one it names, the one the file names."""
        key = PlaceText(text.commune, text.province, hints=text.hints)
        if key not in self._places:
            self._places[key] = self._look_up(key)
        return self._places[key]

    def _look_up(self, text: PlaceText) -> PlaceFound:
        if self._communes.fixed is not None:
            return self._communes.fixed
        if text.commune:
            return self._communes.named(text.commune, None, text.province or None)
        return self._communes.hinted(text.hints) if text.hints else PlaceFound()

    def _unit_of(self, row: TeamRow) -> UUID | None:
        place = self._place(row.place)
        if place.mark is not None:
            self._tell_place(row, place.mark)
        elif place.unit_id is None:
            named = row.team or row.place.hamlet
            self._teller.ask(row, (Field.COMMUNE, *_NAMED), TeamFindingKind.NO_COMMUNE, named)
        return place.unit_id

    def _tell_place(self, row: TeamRow, mark: Mark) -> None:
        """A question is told of each row, a repair once."""
        kind = _COMMUNE_KINDS.get(mark.kind, TeamFindingKind.UNKNOWN_COMMUNE)
        columns = (Field.COMMUNE, *_NAMED)
        text = PlaceText(row.place.commune, row.place.province, hints=row.place.hints)
        if mark.severity is Severity.QUESTION:
            self._teller.ask(row, columns, kind, mark.before)
        elif text not in self._told:
            self._told.add(text)
            self._teller.repair(row, columns, kind, mark.before, mark.after)

    def _hamlet_of(self, row: TeamRow, unit: UUID) -> HamletRef | None:
        title = row.place.hamlet
        if not title:
            return None
        known = self._book.hamlet(unit, title)
        if known is None:
            kind, name = split_hamlet(title)
            known = HamletRef(self._by.new_id(), unit, kind, name, is_new=True)
            self._book.put_hamlet(known)
            self._draft.hamlets.append(known)
            self._teller.note(row, _PLACED, TeamFindingKind.NEW_HAMLET, known.title)
        elif known.ended:
            self._teller.note(row, _PLACED, TeamFindingKind.HAMLET_ENDED, title)
        return known

    def _known_or_new(self, row: TeamRow, unit: UUID, hamlet: HamletRef | None) -> TeamRef | None:
        found = self._book.teams(unit, hamlet, row.team)
        if not found:
            return self._new_team(row, unit, hamlet)
        if len(found) > 1:
            names = " | ".join(team.name for team in found)
            self._teller.ask(row, _NAMED, TeamFindingKind.SEVERAL_TEAMS, names)
            return None
        self._compare_decision(row, found[0])
        if not found[0].is_new:
            self._seen[found[0].id] = found[0]
        return found[0]

    def _new_team(self, row: TeamRow, unit: UUID, hamlet: HamletRef | None) -> TeamRef:
        kind = row.kind or (TeamKind.HAMLET if hamlet else TeamKind.COMMUNE)
        name = row.team or proposed_name(self._session, kind, hamlet.title if hamlet else "")
        made = TeamRef(
            self._by.new_id(), unit, hamlet, name, kind, row.decision_number, row.decision_date,
            is_new=True,
        )  # fmt: skip
        self._book.put_team(made)
        self._draft.teams.append(made)
        self._teller.note(row, _NAMED, TeamFindingKind.NEW_TEAM, name)
        return made

    def _compare_decision(self, row: TeamRow, team: TeamRef) -> None:
        """What is empty is filled; what differs is told and stays."""
        for field, listed in (
            (TeamField.DECISION_NUMBER, row.decision_number),
            (TeamField.DECISION_DATE, row.decision_date),
        ):
            stored = getattr(team, field.value)
            columns = (field, TeamField.DECISION_NUMBER)
            if listed is None or is_same(stored, listed):
                continue
            if stored is None:
                setattr(team, field.value, listed)
                self._fill(row, team, field, shown(listed))
            else:
                kind = TeamFindingKind.DECISION_DIFFERS
                self._teller.note(row, columns, kind, shown(listed), shown(stored))

    def _fill(self, row: TeamRow, team: TeamRef, field: TeamField, listed: str) -> None:
        if team.is_new:
            return
        if not team.filled:
            self._draft.filled.append(team)
        team.filled.add(field.value)
        columns = (field, TeamField.DECISION_NUMBER)
        self._teller.repair(row, columns, TeamFindingKind.DECISION_FILLED, "", listed)
