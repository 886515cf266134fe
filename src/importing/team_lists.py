"""A register of teams becomes teams, figures and members: read, find tables, understand rows.

Members are people: their cells go the way of every list of people (`team_people`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..models.enums import TeamKind
from ..models.errors import AppError, ErrorCode
from ..models.names import fold
from .cells import Sheet, SourceFile, is_blank, written
from .ethnic import EthnicNames
from .fields import Field
from .findings import Answers, Severity
from .letterhead import commune_hints, titles_above
from .matches import CommuneHint
from .plan import PersonRow
from .read import read_file
from .sections import section_of
from .team_cells import (
    Read,
    T,
    TeamFindingKind,
    TeamMark,
    day_in,
    read_count,
    read_day,
    read_decision,
    read_kind,
    read_text,
)
from .team_fields import AnyField, TeamField
from .team_index import TeamIndex
from .team_people import LEADER, Joining, read_team_people
from .team_plan import MemberRow, PlaceText, TeamFinding, TeamPlan, TeamRow
from .team_tables import TeamTable, TeamTableRow, find_team_table, team_rows

Progress = Callable[[int, int], None]

_OWN_WORDS = (
    TeamField.TEAM, TeamField.DECISION_NUMBER, TeamField.DECISION_DATE, TeamField.LEADER,
    TeamField.MEMBERS, Field.NAME, Field.GIVEN_NAME,
)  # fmt: skip
"""Cells that only a team's row fills: without any it is a hamlet with its figures."""


def read_team_list(
    path: Path,
    ethnic: EthnicNames,
    *,
    answers: Answers | None = None,
    progress: Progress | None = None,
    today: date,
) -> TeamPlan:
    """The teams, figures and members of a register; hidden sheets are left out.

    `answers` decide on findings of persons. Raises AppError FILE_NOT_FOUND, FILE_UNREADABLE,
    FILE_EMPTY, NO_TEAMS_FOUND; file = its name.
    """
    source = read_file(path)
    sheets = [sheet for sheet in source.sheets if sheet.rows and not sheet.hidden]
    tables = {sheet.name: find_team_table(sheet) for sheet in sheets}
    readers = [
        _SheetReader(source, sheet, table) for sheet in sheets if (table := tables[sheet.name])
    ]
    if not readers:
        raise AppError(ErrorCode.NO_TEAMS_FOUND, file=source.name)
    borrowed = _commune_of_all(readers)
    for reader in readers:
        reader.read(borrowed)
    joining = _without_twice_told(readers)
    people = read_team_people(source, joining, ethnic, answers or Answers(), today, progress)
    members = _members(joining, {(row.sheet, row.row): row for row in people.rows})
    teams = [row for reader in readers for row in reader.teams]
    findings = [finding for reader in readers for finding in reader.findings]
    return TeamPlan(
        source,
        tuple(reader.table for reader in readers),
        tuple(teams),
        tuple(members),
        people,
        (*findings, *_counted(teams, members, readers)),
        tuple(name for name, table in tables.items() if table is None),
    )


class _SheetReader:
    """Reads the rows of one table."""

    def __init__(self, source: SourceFile, sheet: Sheet, table: TeamTable) -> None:
        self.sheet, self.table = sheet, table
        self.teams: list[TeamRow] = []
        self.joining: list[Joining] = []
        self.findings: list[TeamFinding] = []
        titles = titles_above(sheet, table.header_row)
        self.hints = commune_hints(titles, sheet.name, source.name)
        self._as_of = _day_of_figures(titles)
        self._file = source.name
        self._told: set[tuple[TeamField, object]] = set()
        self._known: dict[tuple[object, ...], TeamRow] = {}
        self._borrowed: CommuneHint | None = None
        self._has_borrowed = False

    def read(self, borrowed: CommuneHint | None) -> None:
        """Fill `teams`, `joining` and `findings`; `borrowed` is the commune of the other sheets."""
        own = any(hint.sure for hint in self.hints)
        self._borrowed = None if own else borrowed
        for row in team_rows(self.sheet, self.table):
            team = self._team(row)
            if team is None:
                continue
            if self.table.of_people:
                self._join(row, self._first_told(team), Field.NAME)
            else:
                self.teams.append(team)
                if not is_blank(row.cell(self.table, TeamField.LEADER)):
                    self._join(row, team, TeamField.LEADER)

    def _first_told(self, team: TeamRow) -> TeamRow:
        """The row that told of this team first: its other members say the same."""
        values = vars(replace(team, row=0))
        key = tuple(values.values())
        if key not in self._known:
            self._known[key] = team
            self.teams.append(team)
        return self._known[key]

    def _team(self, row: TeamTableRow) -> TeamRow | None:
        place, name = self._place(row)
        if not place.hamlet and not name:
            self._tell(row, TeamField.TEAM, _question(TeamFindingKind.NO_TEAM, _shown(row)))
            return None
        number, day = self._decision(row)
        return TeamRow(
            sheet=self.sheet.name,
            row=row.number,
            place=place,
            team=name,
            is_team=any(not is_blank(row.cell(self.table, held)) for held in _OWN_WORDS),
            kind=_kind(read_text(row.cell(self.table, TeamField.KIND)), name, place),
            decision_number=number,
            decision_date=day,
            members=self._count(row, TeamField.MEMBERS),
            households=self._count(row, TeamField.HOUSEHOLDS),
            adults=self._count(row, TeamField.ADULTS),
            as_of=self._read(row, TeamField.AS_OF, read_day) or self._as_of,
            source=self._text(row, TeamField.SOURCE),
        )

    def _place(self, row: TeamTableRow) -> tuple[PlaceText, str]:
        """Where the row's team is, and its name: of the cells, its section, its own name."""
        section = row.section
        name = self._text(row, TeamField.TEAM)
        hamlet, commune = self._text(row, Field.HAMLET), self._text(row, Field.COMMUNE)
        if section is not None and not name and not hamlet:
            name, hamlet = section.team or "", section.hamlet or ""
        if section is not None and not commune:
            commune = section.commune or ""
        named = section_of(name) if name and not (hamlet and commune) else None
        if named is not None and named.hamlet and not hamlet:
            hamlet = named.hamlet
            mark = TeamMark(TeamFindingKind.HAMLET_FROM_TEAM, Severity.REPAIR, name, hamlet)
            self._tell_once(row, TeamField.TEAM, mark)
        if named is not None and named.commune and not commune:
            commune = named.commune
        if not commune and self._borrowed is not None:
            commune = self._borrow(row, self._borrowed)
        province = self._text(row, Field.PROVINCE)
        return PlaceText(commune, province, hamlet, () if commune else self.hints), name

    def _borrow(self, row: TeamTableRow, hint: CommuneHint) -> str:
        mark = TeamMark(TeamFindingKind.COMMUNE_FROM_TITLE, Severity.REPAIR, "", hint.text)
        if not self._has_borrowed:
            self._has_borrowed = True
            self._tell(row, TeamField.TEAM, mark)
        return hint.text

    def _decision(self, row: TeamTableRow) -> tuple[str | None, date | None]:
        """Number and day: in two columns, or both in one."""
        cell = row.cell(self.table, TeamField.DECISION_NUMBER)
        one = read_decision(cell)
        day = self._read(row, TeamField.DECISION_DATE, read_day)
        if one.day and one.number:
            after = f"{one.number} | {one.day:%d/%m/%Y}"
            mark = TeamMark(TeamFindingKind.DECISION_SPLIT, Severity.REPAIR, written(cell), after)
            self._tell_once(row, TeamField.DECISION_NUMBER, mark)
        other = read_decision(row.cell(self.table, TeamField.DECISION_DATE))
        return one.number or (other.number if other.day else None), day or one.day

    def _count(self, row: TeamTableRow, wanted: TeamField) -> int | None:
        return self._read(row, wanted, read_count)

    def _text(self, row: TeamTableRow, wanted: AnyField) -> str:
        return read_text(row.cell(self.table, wanted))

    def _read(
        self, row: TeamTableRow, wanted: TeamField, reader: Callable[..., Read[T]], **more: bool
    ) -> T | None:
        read = reader(row.cell(self.table, wanted), **more)
        if read.mark is not None:
            self._tell_once(row, wanted, read.mark)
        return read.value

    def _join(self, row: TeamTableRow, team: TeamRow, name: AnyField) -> None:
        leads = name is TeamField.LEADER
        last = self._read(row, TeamField.VALID_TO, read_day, last=True)
        joining = Joining(
            self.sheet, self.table, row, team, leads=leads,
            role=LEADER if leads else self._text(row, Field.ROLE) or None,
            valid_from=self._read(row, TeamField.VALID_FROM, read_day),
            valid_to=last,
            nominated_by=self._text(row, TeamField.NOMINATED_BY) or None,
        )  # fmt: skip
        self.joining.append(joining)

    def _tell_once(self, row: TeamTableRow, wanted: TeamField, mark: TeamMark) -> None:
        """A cell that counts for several rows is told at its first."""
        key = (wanted, mark)
        if self.table.of_people and key in self._told:
            return
        self._told.add(key)
        self._tell(row, wanted, mark)

    def _tell(self, row: TeamTableRow, wanted: TeamField, mark: TeamMark) -> None:
        heading = self.table.heading(wanted)
        self.findings.append(
            TeamFinding(
                self.sheet.name, row.number, heading, mark.kind, mark.severity, mark.before,
                mark.after,
            )
        )  # fmt: skip


def _commune_of_all(readers: Sequence[_SheetReader]) -> CommuneHint | None:
    """The one commune that the letterheads of a file name: its sheets without one mean it too."""
    sure = [hint for reader in readers for hint in reader.hints if hint.sure]
    return sure[0] if len({fold(hint.text) for hint in sure}) == 1 else None


def _question(kind: TeamFindingKind, before: str) -> TeamMark:
    return TeamMark(kind, Severity.QUESTION, before)


def _shown(row: TeamTableRow) -> str:
    """The first words of a row, so that one finds it; no digits, which may be a person's."""
    texts = [written(cell).strip() for cell in row.cells if isinstance(cell, str)]
    return next((text[:60] for text in texts if text and not any(map(str.isdigit, text))), "")


def _day_of_figures(titles: Sequence[str]) -> date | None:
    """The day named above the table: "(Số liệu đến ngày 31/12/2025)"."""
    for title in titles:
        words = fold(title)
        if any(word in words for word in ("so lieu", "tinh den", "den ngay", "thoi diem")):
            day = day_in(title)
            if day is not None:
                return day
    return None


def _kind(told: str, name: str, place: PlaceText) -> TeamKind | None:
    """Whose team it is; None where nothing is told."""
    own = read_kind(told) if told else None
    if own is None and read_kind(name) is TeamKind.STEERING:
        own = TeamKind.STEERING
    return own or (TeamKind.HAMLET if place.hamlet else read_kind(name))


def _without_twice_told(readers: Sequence[_SheetReader]) -> list[Joining]:
    """Who joins which team; a leader that the list of members tells too is told once."""
    everybody = [joining for reader in readers for joining in reader.joining]
    listed: dict[str, TeamIndex[Joining]] = {}
    for joining in everybody:
        if not joining.leads:
            listed.setdefault(fold(joining.name), TeamIndex()).add(joining.team, joining)
    return [j for j in everybody if not j.leads or not _is_listed(j, listed)]


def _is_listed(leader: Joining, listed: Mapping[str, TeamIndex[Joining]]) -> bool:
    same_name = listed.get(fold(leader.name))
    return same_name is not None and any(True for _ in same_name.find(leader.team))


def _members(
    joining: Iterable[Joining], people: Mapping[tuple[str, int], PersonRow]
) -> list[MemberRow]:
    return [
        MemberRow(one.team, person, one.role, one.valid_from, one.valid_to, one.nominated_by)
        for one in joining
        if (person := people.get((one.sheet.name, one.row.number)))
    ]


def _counted(
    teams: Sequence[TeamRow], members: Sequence[MemberRow], readers: Sequence[_SheetReader]
) -> list[TeamFinding]:
    """Teams whose number of members differs from those listed; only where members are listed."""
    listing = {reader.sheet.name for reader in readers if reader.table.of_people}
    columns = {reader.sheet.name: reader.table.heading(TeamField.MEMBERS) for reader in readers}
    index: TeamIndex[MemberRow] = TeamIndex()
    for member in members:
        if member.person.sheet in listing and member.valid_to is None:
            index.add(member.team, member)
    found = []
    for team in teams:
        listed = sum(1 for _ in index.find(team)) if team.members is not None else 0
        if listed and listed != team.members:
            found.append(_members_differ(team, columns[team.sheet], listed))
    return found


def _members_differ(team: TeamRow, column: str, listed: int) -> TeamFinding:
    kind = TeamFindingKind.MEMBERS_DIFFER
    return TeamFinding(
        team.sheet, team.row, column, kind, Severity.NOTE, str(team.members), str(listed)
    )
