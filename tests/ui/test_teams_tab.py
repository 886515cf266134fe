from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from taphuan.db.database import Database
from taphuan.importing.team_cells import TeamFindingKind
from taphuan.models.context import Context
from taphuan.models.enums import Measure, TeamKind
from taphuan.services.commune_choices import commune_choices
from taphuan.services.places import commune_by_code
from taphuan.services.register.denominators import enter_figures
from taphuan.services.register.details import commune_details, team_details
from taphuan.services.register.listing import TeamFilter, TeamQuery, all_teams, team_lines
from taphuan.services.register.members import MemberData, add_member
from taphuan.services.register.teams import TeamData, add_team, team_name
from taphuan.ui.context import AppContext
from taphuan.ui.dialogs.figures import FiguresAnswer, FiguresDialog
from taphuan.ui.dialogs.hamlet import HamletDialog
from taphuan.ui.dialogs.hamlet_succession import SuccessionDialog
from taphuan.ui.dialogs.move_members import Move, MoveMembersDialog
from taphuan.ui.dialogs.team import TeamDialog
from taphuan.ui.dialogs.team_member import MemberAnswer, MemberDialog
from taphuan.ui.dialogs.team_merge import TeamMergeDialog
from taphuan.ui.jobs import Jobs
from taphuan.ui.pages.people_parts import team_import, team_list
from taphuan.ui.pages.people_parts.commune_page import CommunePage
from taphuan.ui.pages.people_parts.team_page import TeamPage
from taphuan.ui.pages.people_parts.teams_tab import TeamsTab
from taphuan.ui.team_words import finding_text
from taphuan.ui.theme import Theme
from taphuan.ui.widgets.button import Button

DAY = date(2026, 3, 2)
SAMPLE = Path(__file__).parent.parent / "samples" / "register_of_teams.xlsx"
MakePerson = Callable[..., UUID]


@pytest.fixture
def context(
    data_file: Path, jobs: Jobs, theme: Theme, by: Context, tmp_path: Path
) -> Iterator[AppContext]:
    context = AppContext(data_file, Database, by, jobs, theme, tmp_path / "taphuan.ini")
    yield context
    context.close()


@pytest.fixture
def teams(database: Database, by: Context, make_person: MakePerson) -> dict[str, UUID]:
    """The teams of Bản Púa (four members, a decision, households) and Bản Bó (nobody)."""

    def fill(session: Any) -> dict[str, UUID]:
        unit = commune_by_code(session, "03721", DAY).id
        data = TeamData(unit, hamlet="Bản Púa", decision_number="12/QĐ-UBND")
        first = add_team(session, by, data, DAY).key
        second = add_team(session, by, TeamData(unit, hamlet="Bản Bó"), DAY).key
        for name in ("Lò Thị Ên", "Vì Văn Bình", "Cầm Thị Dung", "Lò Văn Giang"):
            role = "Tổ trưởng" if name == "Lò Thị Ên" else "Thành viên"
            person = make_person(session, name, hamlet="Bản Púa")
            add_member(session, by, first, person, MemberData(role, date(2025, 7, 20)))
        area = team_details(session, first, DAY).area
        enter_figures(session, by, area, {Measure.HOUSEHOLDS: 1240}, DAY, "UBND xã")
        return {"Bản Púa": first, "Bản Bó": second, "unit": unit}

    return database.write(fill)


@pytest.fixture
def tab(qtbot: QtBot, context: AppContext) -> TeamsTab:
    """The tab as the window shows it."""
    tab = TeamsTab(context)
    qtbot.addWidget(tab)
    context.jobs.changed.connect(tab.on_changed)
    tab.resize(1170, 700)
    with qtbot.waitExposed(tab):
        tab.show()
    tab.show_page()
    qtbot.waitUntil(lambda: context.jobs.is_idle)
    return tab


def settle(qtbot: QtBot, tab: TeamsTab) -> None:
    qtbot.waitUntil(lambda: tab.list._context.jobs.is_idle)


def listed(tab: TeamsTab) -> list[str]:
    model = tab.list.model
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def shown(tab: TeamsTab, row: int) -> dict[str, str]:
    model = tab.list.model
    return {
        column.key: str(model.data(model.index(row, at))) for at, column in enumerate(model.columns)
    }


def opened_team(qtbot: QtBot, tab: TeamsTab, team: UUID) -> TeamPage:
    tab.open(("team", team))
    tab.show_page()
    settle(qtbot, tab)
    return tab.team


def opened_commune(qtbot: QtBot, tab: TeamsTab, unit: UUID) -> CommunePage:
    tab.open(("commune", unit))
    tab.show_page()
    settle(qtbot, tab)
    return tab.commune


def names(page: TeamPage) -> list[str]:
    return [member.name for member in page.model.records if member.is_current]


def undo(qtbot: QtBot, tab: TeamsTab) -> None:
    page = tab.shown
    assert page.banner.isVisibleTo(page)
    page.banner._do()
    settle(qtbot, tab)


def test_an_empty_register_says_what_to_do(
    qtbot: QtBot, tab: TeamsTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert listed(tab) == []
    assert tab.list.status == "Không có tổ nào."
    monkeypatch.setattr(team_import, "ask_open", lambda *_: SAMPLE)
    tab.list._empty.acted.emit()
    assert tab.shown is tab.importing
    qtbot.waitUntil(lambda: tab.importing.report is not None)


def test_the_register_shows_members_figures_and_who_is_short(
    qtbot: QtBot, teams: dict[str, UUID], tab: TeamsTab
) -> None:
    assert listed(tab) == ["Tổ CNSCĐ bản Bó", "Tổ CNSCĐ bản Púa"]
    whole = shown(tab, 1)
    assert (whole["commune"], whole["hamlet"], whole["decision"]) == (
        "Thuận Châu", "Bản Púa", "12/QĐ-UBND",
    )  # fmt: skip
    assert (whole["leader"], whole["members"], whole["households"]) == ("Lò Thị Ên", "4", "1.240")
    assert whole["as_of"] == "02/03/2026" and whole["adults"] == ""
    assert shown(tab, 0)["members"] == "0 · thiếu"
    assert tab.list.status == "2 tổ"


def test_words_commune_and_filters_narrow_the_register(
    qtbot: QtBot, teams: dict[str, UUID], tab: TeamsTab
) -> None:
    tab.list.search.setText("pua")
    qtbot.waitUntil(lambda: listed(tab) == ["Tổ CNSCĐ bản Púa"])
    tab.list.search.clear()
    tab.list.chips.choose(TeamFilter.NO_DECISION)
    qtbot.waitUntil(lambda: listed(tab) == ["Tổ CNSCĐ bản Bó"])
    tab.list.chips.choose(TeamFilter.ALL)
    tab.list.commune.setText("xã Mường É")
    qtbot.waitUntil(lambda: listed(tab) == [])
    assert tab.list._hamlets.isEnabled()
    tab.list._empty.acted.emit()
    qtbot.waitUntil(lambda: len(listed(tab)) == 2)


def test_enter_opens_a_team_and_escape_leads_back(
    qtbot: QtBot, teams: dict[str, UUID], tab: TeamsTab
) -> None:
    tab.list.table.selectRow(1)
    qtbot.keyClick(tab.list.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(tab.team) != [])
    assert tab.shown is tab.team
    assert tab.team.header.title.text() == "Tổ CNSCĐ bản Púa"
    assert "1.240 hộ" in tab.team.facts.text() and "12/QĐ-UBND" in tab.team.facts.text()
    assert names(tab.team)[0] == "Lò Thị Ên"
    qtbot.keyClick(tab.team.table, Qt.Key.Key_Escape)
    assert tab.shown is tab.list


def test_a_team_is_added_and_taken_back(
    qtbot: QtBot, teams: dict[str, UUID], tab: TeamsTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = TeamData(teams["unit"], "Tổ xã", TeamKind.COMMUNE)
    monkeypatch.setattr(TeamDialog, "get_data", lambda *_: (data, True))
    tab.list.add_team()
    qtbot.waitUntil(lambda: "Tổ xã" in listed(tab))
    undo(qtbot, tab)
    qtbot.waitUntil(lambda: "Tổ xã" not in listed(tab))
    tab.list.table.selectRow(0)
    tab.list.remove()
    qtbot.waitUntil(lambda: listed(tab) == ["Tổ CNSCĐ bản Púa"])


def test_a_refusal_is_said_and_nothing_is_written(
    qtbot: QtBot, teams: dict[str, UUID], tab: TeamsTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    twice = TeamData(teams["unit"], hamlet="Bản Púa")
    monkeypatch.setattr(TeamDialog, "get_data", lambda *_: (twice, True))
    tab.list.add_team()
    qtbot.waitUntil(lambda: "đã có trong sổ" in tab.list.banner.text)
    assert len(listed(tab)) == 2


def test_a_member_is_found_added_ended_and_moved(
    qtbot: QtBot,
    teams: dict[str, UUID],
    tab: TeamsTab,
    database: Database,
    make_person: MakePerson,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person = database.write(lambda s: make_person(s, "Quàng Thị Hoa"))
    page = opened_team(qtbot, tab, teams["Bản Bó"])
    answer = MemberAnswer(person, MemberData("Thư ký", date(2026, 2, 1)))
    monkeypatch.setattr(MemberDialog, "get_data", lambda *_, **__: (answer, True))
    page.add()
    qtbot.waitUntil(lambda: names(page) == ["Quàng Thị Hoa"])
    monkeypatch.setattr(
        MoveMembersDialog, "get_data", lambda *_: (Move(teams["Bản Púa"], DAY), True)
    )
    page.table.selectRow(0)
    page.move_away()
    qtbot.waitUntil(lambda: names(page) == [])
    assert [m.valid_to for m in page.model.records] == [date(2026, 3, 1)]
    undo(qtbot, tab)
    qtbot.waitUntil(lambda: names(page) == ["Quàng Thị Hoa"])
    page.table.selectRow(0)
    page.end()
    qtbot.waitUntil(lambda: page.banner.text == "Đã ghi ngày thôi tham gia.")
    settle(qtbot, tab)
    assert [m.valid_to for m in page.model.records] == [DAY]


def test_a_role_is_corrected_and_a_mistake_taken_out(
    qtbot: QtBot, teams: dict[str, UUID], tab: TeamsTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened_team(qtbot, tab, teams["Bản Púa"])
    answer = MemberAnswer(None, MemberData("Tổ phó", None, None, "Chi bộ"))
    monkeypatch.setattr(MemberDialog, "get_data", lambda *_, **__: (answer, True))
    page.table.selectRow(0)
    page.change()
    qtbot.waitUntil(lambda: page.model.records[0].role == "Tổ phó")
    page.table.selectRow(0)
    page.remove()
    qtbot.waitUntil(lambda: len(page.model.records) == 3)
    assert page.status == "3 thành viên"


def test_a_member_leads_to_their_person(
    qtbot: QtBot, teams: dict[str, UUID], tab: TeamsTab
) -> None:
    page = opened_team(qtbot, tab, teams["Bản Púa"])
    page.table.selectRow(0)
    with qtbot.waitSignal(tab.opened) as led:
        page._open_person()
    assert led.args == [page.model.records[0].person_id]


def test_a_communes_hamlets_merge_from_its_page_and_come_back(
    qtbot: QtBot, teams: dict[str, UUID], tab: TeamsTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened_commune(qtbot, tab, teams["unit"])
    assert page.header.title.text() == "Xã Thuận Châu"
    assert [h.title for h in page.model.records] == ["Bản Bó", "Bản Púa"]
    merged = SuccessionDialog(page.model.records, DAY)
    merged.names.setPlainText("Bản Liên")
    monkeypatch.setattr(SuccessionDialog, "get_data", lambda *_: (merged.data(), True))
    page.table.selectAll()
    page.succeed()
    qtbot.waitUntil(lambda: page.model.records[0].title == "Bản Liên")
    settle(qtbot, tab)
    assert [h.is_current for h in page.model.records] == [True, False, False]
    undo(qtbot, tab)
    qtbot.waitUntil(lambda: [h.title for h in page.model.records] == ["Bản Bó", "Bản Púa"])
    merged.deleteLater()


def test_figures_of_a_hamlet_and_of_the_commune_are_entered_apart(
    qtbot: QtBot, teams: dict[str, UUID], tab: TeamsTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened_commune(qtbot, tab, teams["unit"])
    assert page._own.text().startswith("Chưa có số liệu toàn xã")
    answer = FiguresAnswer({Measure.ADULTS: 9_100}, DAY, "Công an xã")
    monkeypatch.setattr(FiguresDialog, "get_data", lambda *_: (answer, True))
    page.enter_own_figures()
    qtbot.waitUntil(lambda: "9.100 người trưởng thành" in page._own.text())
    assert page.model.records[0].figures == {}
    page.table.selectRow(0)
    page.enter_figures()
    qtbot.waitUntil(lambda: Measure.ADULTS in page.model.records[0].figures)


def test_a_wrong_figure_is_taken_out_and_back_again(
    qtbot: QtBot, teams: dict[str, UUID], tab: TeamsTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened_commune(qtbot, tab, teams["unit"])

    def wrong(self: FiguresDialog) -> tuple[FiguresAnswer, bool]:
        links = [b for b in self.findChildren(Button) if b.text() == "Xóa"]
        assert links[0].accessibleName() == "Xóa: 02/03/2026: 1.240 hộ · UBND xã"
        links[0].click()
        return self.data(), self.result() == FiguresDialog.DialogCode.Accepted

    monkeypatch.setattr(FiguresDialog, "ask", wrong)
    row = [hamlet.title for hamlet in page.model.records].index("Bản Púa")
    page.table.selectRow(row)
    page.enter_figures()
    qtbot.waitUntil(lambda: page.model.records[row].figures == {})
    settle(qtbot, tab)
    assert page.banner.text == "Đã xóa số liệu ngày 02/03/2026 của Bản Púa."
    undo(qtbot, tab)
    qtbot.waitUntil(lambda: page.model.records[row].figures[Measure.HOUSEHOLDS].value == 1240)


def test_two_teams_become_one_with_their_members_and_two_again(
    qtbot: QtBot, teams: dict[str, UUID], tab: TeamsTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tab.list
    page.table.selectRow(0)
    assert not page._merge.isEnabled()
    page.table.selectAll()
    assert page._merge.isEnabled()
    monkeypatch.setattr(TeamMergeDialog, "ask", lambda self: (self.data(), not self.problem()))
    page._merge.click()
    qtbot.waitUntil(lambda: listed(tab) == ["Tổ CNSCĐ bản Bó, bản Púa"])
    settle(qtbot, tab)
    assert shown(tab, 0)["members"] == "4"
    assert page.banner.text == "Tổ CNSCĐ bản Bó, Tổ CNSCĐ bản Púa nay là Tổ CNSCĐ bản Bó, bản Púa."
    undo(qtbot, tab)
    qtbot.waitUntil(lambda: listed(tab) == ["Tổ CNSCĐ bản Bó", "Tổ CNSCĐ bản Púa"])


def test_teams_of_two_communes_stay_two(
    qtbot: QtBot, teams: dict[str, UUID], tab: TeamsTab, database: Database, by: Context
) -> None:
    def far(session: Any) -> None:
        other = commune_by_code(session, "03724", DAY).id
        add_team(session, by, TeamData(other, hamlet="Bản Xa"), DAY)

    database.write(far)
    tab.list.load()
    qtbot.waitUntil(lambda: len(listed(tab)) == 3)
    tab.list.table.selectAll()
    tab.list.merge()
    settle(qtbot, tab)
    assert tab.list.banner.text == "Chỉ gộp được các tổ của cùng một xã, phường."


def test_the_old_teams_must_have_begun_before_the_new_one(
    qtbot: QtBot, teams: dict[str, UUID], database: Database
) -> None:
    query = TeamQuery(DAY)
    lines = database.read(lambda s: team_lines(s, all_teams(s, query), DAY))
    begun = [replace(line, valid_from=DAY) for line in lines]
    dialog = TeamMergeDialog(begun, lambda kind, hamlet: f"Tổ {hamlet}", DAY)
    qtbot.addWidget(dialog)
    assert dialog.problem() == "Ngày gộp phải sau ngày bắt đầu hoạt động của các tổ cũ"
    dialog.day.setText("03/03/2026")
    assert dialog.problem() == ""


def test_a_hamlet_is_added_and_corrected(
    qtbot: QtBot, teams: dict[str, UUID], tab: TeamsTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened_commune(qtbot, tab, teams["unit"])
    dialog = HamletDialog("xã Thuận Châu")
    dialog.name.setText("Lào")
    dialog.kind.setCurrentText("bản")
    monkeypatch.setattr(HamletDialog, "get_data", lambda *_: (dialog.data(), True))
    page.add()
    qtbot.waitUntil(lambda: "Bản Lào" in [h.title for h in page.model.records])
    dialog.name.setText("Tiểu khu 4")
    page.table.selectRow(0)
    page.change()
    qtbot.waitUntil(lambda: "Tiểu khu 4" in [h.title for h in page.model.records])
    dialog.deleteLater()


def test_a_register_is_looked_at_then_brought_in_by_one_button(
    qtbot: QtBot, tab: TeamsTab, database: Database
) -> None:
    page = tab.importing
    tab.show_import(SAMPLE)
    qtbot.waitUntil(lambda: page.report is not None)
    assert page.figures == [
        "Tổ", "3 mới, 0 đã có", "Thôn, bản mới", "3", "Thành viên", "6 mới, 0 đã có",
        "Số liệu", "8 mới, 0 đã có",
    ]  # fmt: skip
    assert page.model.records[0].what == "Không đọc được con số; bỏ qua"
    assert database.read(lambda s: len(all_teams(s, TeamQuery(DAY)))) == 0
    page._take.click()
    qtbot.waitUntil(lambda: page.banner.text == "Đã nhập register_of_teams.xlsx.")
    assert not page._take.isEnabled()
    page.banner._do()
    qtbot.waitUntil(lambda: len(listed(tab)) == 3)
    assert tab.shown is tab.list


def test_the_same_register_again_has_nothing_to_bring(qtbot: QtBot, tab: TeamsTab) -> None:
    page = tab.importing
    tab.show_import(SAMPLE)
    qtbot.waitUntil(page._take.isEnabled)
    page.take()
    qtbot.waitUntil(lambda: page.banner.isVisible())
    page.take_file(SAMPLE)
    qtbot.waitUntil(lambda: page.report is not None and page.report.seen_before is not None)
    assert page._note.text().startswith("Chính tệp này đã được nhập rồi")
    assert not page._take.isEnabled()


def test_a_file_that_is_no_register_says_so(qtbot: QtBot, tab: TeamsTab, tmp_path: Path) -> None:
    other = tmp_path / "gia.csv"
    other.write_text("Mã,Giá\nA1,2\n", encoding="utf-8")
    tab.show_import(other)
    qtbot.waitUntil(lambda: "gia.csv" in tab.importing.banner.text)
    assert not tab.importing._take.isEnabled()


def test_the_commune_of_a_file_that_names_none_can_be_chosen(
    qtbot: QtBot, tab: TeamsTab, tmp_path: Path
) -> None:
    table = tmp_path / "to.csv"
    table.write_text("Thôn,Tên tổ,Số hộ\nBản Púa,Tổ 1,124\n", encoding="utf-8")
    page = tab.importing
    tab.show_import(table)
    qtbot.waitUntil(lambda: page.report is not None)
    assert page.model.records[0].what.startswith("Không rõ thuộc xã nào")
    page.commune.setText("xã Thuận Châu")
    qtbot.waitUntil(page._take.isEnabled)
    assert page.figures[:2] == ["Tổ", "1 mới, 0 đã có"]


def test_the_register_is_written_as_excel(
    qtbot: QtBot,
    teams: dict[str, UUID],
    tab: TeamsTab,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "so.xlsx"
    monkeypatch.setattr(team_list, "ask_save", lambda *_: path)
    tab.list.export()
    qtbot.waitUntil(lambda: str(path) in tab.list.banner.text)
    assert path.stat().st_size > 0


def test_a_team_dialog_asks_for_what_is_missing_and_proposes_a_name(
    qtbot: QtBot, database: Database
) -> None:
    communes = database.read(lambda s: commune_choices(s, DAY))

    def propose(kind: TeamKind, hamlet: str) -> str:
        return team_name("Tổ CNSCĐ", kind, hamlet)

    dialog = TeamDialog(communes, propose)
    qtbot.addWidget(dialog)
    assert dialog.problem() == "Hãy chọn xã trong danh sách gợi ý"
    dialog.commune.setText("xã Thuận Châu")
    assert dialog.problem() == "Hãy ghi thôn, bản của tổ"
    dialog.hamlet.setText("Bản Púa")
    dialog.day.setText("32/13/2026")
    assert dialog.problem() == "Hãy gõ ngày như 05/03/2026"
    dialog.day.setText("5/3/26")
    assert dialog.problem() == ""
    assert (dialog.data().name, dialog.data().decision_date) == (
        "Tổ CNSCĐ bản Púa", date(2026, 3, 5),
    )  # fmt: skip
    dialog.kind.setCurrentIndex(0)
    assert (dialog.data().kind, dialog.data().hamlet) == (TeamKind.COMMUNE, "")


def test_a_member_dialog_finds_people_as_one_types(
    qtbot: QtBot, teams: dict[str, UUID], context: AppContext
) -> None:
    dialog = MemberDialog(context, DAY)
    qtbot.addWidget(dialog)
    assert dialog.problem() == "Hãy tìm và chọn một người"
    dialog.search.setText("cam thi dung")
    qtbot.waitUntil(lambda: dialog.found.count() == 1)
    assert dialog.problem() == "" and dialog.data().person_id is not None
    dialog.last.setText("01/01/2020")
    assert dialog.problem() == "Ngày kết thúc phải sau ngày bắt đầu"


def test_the_figures_dialog_wants_numbers_a_past_day_and_a_source(qtbot: QtBot) -> None:
    dialog = FiguresDialog("Bản Púa", (), DAY)
    qtbot.addWidget(dialog)
    dialog.households.setText("vài chục")
    assert dialog.problem() == "Hãy ghi số nguyên, ví dụ 124"
    dialog.households.setText("1.240")
    assert dialog.problem() == "Hãy ghi nguồn số liệu"
    dialog.source.setText("Công an xã")
    dialog.as_of.setText("03/03/2026")
    assert dialog.problem() == "Ngày của số liệu không thể sau hôm nay"
    dialog.as_of.setText("01/03/2026")
    assert dialog.problem() == ""
    assert dialog.data().values == {Measure.HOUSEHOLDS: 1240}


def test_a_split_tells_nobody_where_to_go(
    qtbot: QtBot, teams: dict[str, UUID], database: Database
) -> None:
    hamlets = database.read(lambda s: commune_details(s, teams["unit"], DAY)).hamlets
    dialog = SuccessionDialog(hamlets[:1], DAY)
    qtbot.addWidget(dialog)
    assert dialog.problem() == "Tên mới phải khác tên cũ"
    dialog.names.setPlainText("Bản Bó Trên\nBản Bó Dưới")
    assert dialog.problem() == "" and not dialog.people.isEnabled()
    merged = SuccessionDialog(hamlets, DAY)
    qtbot.addWidget(merged)
    merged.names.setPlainText("Bản A\nBản B")
    assert merged.problem() == "Gộp nhiều thôn, bản thì chỉ ghi một tên mới"


def test_moving_offers_the_other_teams_of_the_commune(
    qtbot: QtBot, teams: dict[str, UUID], database: Database
) -> None:
    lines = database.read(lambda s: team_lines(s, all_teams(s, TeamQuery(DAY)), DAY))
    dialog = MoveMembersDialog(["Lò Thị Ên"], lines, DAY)
    qtbot.addWidget(dialog)
    assert [dialog.team.itemText(at) for at in range(dialog.team.count())] == [
        "Tổ CNSCĐ bản Bó", "Tổ CNSCĐ bản Púa",
    ]  # fmt: skip
    dialog.team.setCurrentIndex(1)
    assert dialog.data() == Move(teams["Bản Púa"], DAY)


@pytest.mark.parametrize("kind", list(TeamFindingKind))
def test_every_finding_of_a_register_has_its_words(kind: TeamFindingKind) -> None:
    assert finding_text(kind)[0].isupper()
