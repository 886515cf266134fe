from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.enums import Measure, TeamKind
from taphuan.models.errors import AppError, ErrorCode
from taphuan.models.people import Person, PersonRedirect
from taphuan.models.teams import Team
from taphuan.services.places import commune_by_code
from taphuan.services.register.changes import undo
from taphuan.services.register.denominators import (
    Area,
    denominators,
    enter_figures,
    figure_history,
    figures_of,
    remove_figure,
)
from taphuan.services.register.details import commune_details, team_details
from taphuan.services.register.hamlets import (
    HamletData,
    add_hamlet,
    change_hamlet,
    remove_hamlet,
)
from taphuan.services.register.listing import (
    TeamFilter,
    TeamQuery,
    TeamSize,
    all_teams,
    first_teams,
    team_lines,
)
from taphuan.services.register.members import (
    MemberData,
    add_member,
    change_member,
    end_members,
    move_members,
    remove_members,
)
from taphuan.services.register.succession import Succession, merge_teams, succeed
from taphuan.services.register.teams import (
    TeamData,
    add_team,
    change_team,
    remove_team,
)

TODAY = date(2026, 3, 2)
MakePerson = Callable[..., UUID]


@pytest.fixture
def unit(session: Session) -> UUID:
    """xã Thuận Châu."""
    return commune_by_code(session, "03721", TODAY).id


@pytest.fixture
def team(session: Session, by: Context, unit: UUID) -> UUID:
    """The team of Bản Púa."""
    return add_team(session, by, TeamData(unit, "Tổ CNSCĐ bản Púa", hamlet="Bản Púa"), TODAY).key


def names(session: Session, **asked: object) -> list[str]:
    query = TeamQuery(TODAY, **asked)  # type: ignore[arg-type]
    lines = team_lines(session, all_teams(session, query), TODAY)
    assert [line.seq for line in lines][:50] == list(first_teams(session, query))
    return [line.name for line in lines]


def members(session: Session, team: UUID) -> list[str]:
    return [line.name for line in team_details(session, team, TODAY).current]


def error_code(refused: pytest.ExceptionInfo[AppError]) -> ErrorCode:
    return refused.value.code


def test_a_team_brings_its_new_hamlet(session: Session, by: Context, unit: UUID) -> None:
    data = TeamData(unit, hamlet="bản Nà Lĩnh", decision_number="12/QĐ-UBND")
    made = add_team(session, by, data, TODAY)
    details = team_details(session, made.key, TODAY)
    assert details.line.name == "Tổ CNSCĐ bản Nà Lĩnh"
    assert (details.line.hamlet, details.line.commune) == ("Bản Nà Lĩnh", "Thuận Châu")
    undo(session, by, made)
    assert names(session, unit_id=unit) == []
    assert commune_details(session, unit, TODAY).hamlets == ()


def test_what_was_undone_can_be_done_again(session: Session, by: Context, unit: UUID) -> None:
    made = add_team(session, by, TeamData(unit, "Tổ xã", TeamKind.COMMUNE), TODAY)
    again = undo(session, by, undo(session, by, made))
    assert names(session, unit_id=unit) == ["Tổ xã"]
    undo(session, by, again)
    assert names(session, unit_id=unit) == []


def test_two_teams_of_one_name_in_one_place_are_refused(
    session: Session, by: Context, unit: UUID, team: UUID
) -> None:
    with pytest.raises(AppError) as refused:
        add_team(session, by, TeamData(unit, "TỔ CNSCĐ Bản Púa", hamlet="Bản Púa"), TODAY)
    assert error_code(refused) is ErrorCode.TEAM_EXISTS


def test_a_correction_can_be_taken_back_unless_somebody_changed_it_since(
    session: Session, by: Context, team: UUID
) -> None:
    data = team_details(session, team, TODAY).data
    first = change_team(session, by, team, replace(data, decision_number="12/QĐ-UBND"), TODAY)
    change_team(session, by, team, replace(data, decision_number="13/QĐ-UBND"), TODAY)
    with pytest.raises(AppError) as refused:
        undo(session, by, first)
    assert error_code(refused) is ErrorCode.CHANGED_SINCE
    assert team_details(session, team, TODAY).data.decision_number == "13/QĐ-UBND"


def test_somebody_may_be_in_several_teams_but_not_twice_in_one(
    session: Session, by: Context, unit: UUID, team: UUID, make_person: MakePerson
) -> None:
    person = make_person(session, "Lò Thị Ên")
    other = add_team(session, by, TeamData(unit, "Tổ xã", TeamKind.COMMUNE), TODAY).key
    for each in (team, other):
        add_member(session, by, each, person, MemberData("Tổ trưởng"))
        assert members(session, each) == ["Lò Thị Ên"]
    with pytest.raises(AppError) as refused:
        add_member(session, by, team, person, MemberData("Thành viên", date(2026, 1, 1)))
    assert error_code(refused) is ErrorCode.MEMBER_EXISTS


def test_who_left_stays_in_the_history_and_may_come_back(
    session: Session, by: Context, team: UUID, make_person: MakePerson
) -> None:
    person = make_person(session, "Lò Thị Ên")
    made = add_member(session, by, team, person, MemberData("Thư ký", date(2025, 1, 1)))
    ended = end_members(session, by, [made.key], date(2025, 12, 31))
    details = team_details(session, team, TODAY)
    assert details.current == () and details.members[0].valid_to == date(2025, 12, 31)
    add_member(session, by, team, person, MemberData("Tổ trưởng", date(2026, 1, 1)))
    assert [m.role for m in team_details(session, team, TODAY).members] == ["Tổ trưởng", "Thư ký"]
    undo(session, by, ended)
    assert len(team_details(session, team, TODAY).current) == 2


def test_a_membership_is_corrected_or_taken_out(
    session: Session, by: Context, team: UUID, make_person: MakePerson
) -> None:
    made = add_member(session, by, team, make_person(session), MemberData("Thành viên"))
    change_member(session, by, made.key, MemberData("Tổ phó", nominated_by="Chi bộ bản Púa"))
    line = team_details(session, team, TODAY).current[0]
    assert (line.role, line.nominated_by) == ("Tổ phó", "Chi bộ bản Púa")
    removed = remove_members(session, by, [made.key])
    assert members(session, team) == []
    undo(session, by, removed)
    assert members(session, team) == ["Lò Thị Ên"]


def test_merged_records_are_one_member(
    session: Session, by: Context, team: UUID, make_person: MakePerson
) -> None:
    one, same = make_person(session, "Lò Thị Ên"), make_person(session, "Lò Thị Ên")
    for person in (one, same):
        add_member(session, by, team, person, MemberData())
    session.add(
        PersonRedirect(id=by.new_id(), from_id=same, to_id=one, choices="{}", changed_at=by.clock(),
                       changed_by="", changed_on="")
    )  # fmt: skip
    session.scalars(select(Person).where(Person.id == same)).one().canonical_id = one
    session.flush()
    assert team_lines(session, all_teams(session, TeamQuery(TODAY)), TODAY)[0].members == 1


def test_the_size_is_told_outside_four_to_nine(
    session: Session, by: Context, team: UUID, make_person: MakePerson
) -> None:
    sizes = []
    for number in range(10):
        add_member(session, by, team, make_person(session, f"Lò Văn {number}"), MemberData())
        sizes.append(team_details(session, team, TODAY).line.size)
    assert sizes == [TeamSize.SMALL] * 3 + [TeamSize.FITTING] * 6 + [TeamSize.LARGE]


def test_the_register_is_found_by_words_commune_and_what_is_missing(
    session: Session, by: Context, unit: UUID, team: UUID, make_person: MakePerson
) -> None:
    muong_e = commune_by_code(session, "03727", TODAY).id
    data = TeamData(muong_e, "Tổ CNSCĐ bản Bó", hamlet="Bản Bó", decision_number="05/QĐ-UBND")
    other = add_team(session, by, data, TODAY).key
    for number in range(4):
        add_member(session, by, other, make_person(session, f"Vì Văn {number}"), MemberData())
    assert names(session) == ["Tổ CNSCĐ bản Bó", "Tổ CNSCĐ bản Púa"]
    assert names(session, text="pua chau") == ["Tổ CNSCĐ bản Púa"]
    assert names(session, text="05 bo") == ["Tổ CNSCĐ bản Bó"]
    assert names(session, text="100%") == []
    assert names(session, unit_id=muong_e) == ["Tổ CNSCĐ bản Bó"]
    assert names(session, only=TeamFilter.SMALL) == ["Tổ CNSCĐ bản Púa"]
    assert names(session, only=TeamFilter.NO_DECISION) == ["Tổ CNSCĐ bản Púa"]
    remove_team(session, by, team)
    assert names(session) == ["Tổ CNSCĐ bản Bó"]


def test_the_newest_figure_of_a_day_counts_and_the_older_ones_stay(
    session: Session, by: Context, unit: UUID
) -> None:
    area = Area(unit, add_hamlet(session, by, unit, HamletData("Bản Púa")).key)
    for value, day in ((120, date(2025, 1, 1)), (124, date(2025, 7, 1)), (131, date(2026, 1, 1))):
        enter_figures(session, by, area, {Measure.HOUSEHOLDS: value}, day, "UBND xã Thuận Châu")

    def households(day: date) -> int:
        return figures_of(session, day, [area])[area][Measure.HOUSEHOLDS].value

    assert (households(TODAY), households(date(2025, 12, 31))) == (131, 124)
    assert figures_of(session, date(2024, 12, 31), [area]) == {area: {}}
    assert [record.value for record in figure_history(session, area)] == [131, 124, 120]
    remove_figure(session, by, figure_history(session, area)[0].id)
    assert households(TODAY) == 124


def test_a_figure_of_the_same_day_is_corrected_and_comes_back_after_undoing(
    session: Session, by: Context, unit: UUID
) -> None:
    area = Area(unit, None)
    first = enter_figures(session, by, area, {Measure.ADULTS: 9_000}, TODAY, "Công an xã")
    undo(session, by, first)
    enter_figures(session, by, area, {Measure.ADULTS: 9_100}, TODAY, "Công an xã")
    corrected = enter_figures(session, by, area, {Measure.ADULTS: 9_200}, TODAY, "Công an xã")
    assert [record.value for record in figure_history(session, area)] == [9_200]
    undo(session, by, corrected)
    assert [record.value for record in figure_history(session, area)] == [9_100]


@pytest.mark.parametrize(
    ("value", "day", "source", "field"),
    [
        (-1, TODAY, "UBND xã", "figure"),
        (10, date(2026, 3, 3), "UBND xã", "as_of"),
        (10, TODAY, " ", "source"),
    ],
)
def test_a_figure_needs_sense_a_past_day_and_a_source(
    session: Session, by: Context, unit: UUID, value: int, day: date, source: str, field: str
) -> None:
    with pytest.raises(AppError) as refused:
        enter_figures(session, by, Area(unit, None), {Measure.ADULTS: value}, day, source)
    assert refused.value.data["field"] == field


def test_nothing_is_derived_for_a_commune_from_its_hamlets(
    session: Session, by: Context, unit: UUID
) -> None:
    area = Area(unit, add_hamlet(session, by, unit, HamletData("Bản Púa")).key)
    enter_figures(session, by, area, {Measure.HOUSEHOLDS: 120}, TODAY, "UBND xã")
    found = denominators(session, TODAY)
    assert found[area][Measure.HOUSEHOLDS].value == 120
    assert Area(unit, None) not in found


@pytest.fixture
def village(session: Session, by: Context, unit: UUID, make_person: MakePerson) -> dict[str, UUID]:
    """Bản Púa and Bản Bó with a team of two people each, who live there, and households."""
    ids = {}
    for hamlet, households, people in (
        ("Bản Púa", 120, ("Lò Thị Ên", "Lò Văn Giang")),
        ("Bản Bó", 80, ("Vì Văn Bình", "Cầm Thị Dung")),
    ):
        team = add_team(session, by, TeamData(unit, hamlet=hamlet), TODAY).key
        ids[f"team {hamlet}"] = team
        area = team_details(session, team, TODAY).area
        assert area.hamlet_id
        ids[hamlet] = area.hamlet_id
        day = date(2026, 1, 1)
        enter_figures(session, by, area, {Measure.HOUSEHOLDS: households}, day, "UBND xã")
        for number, name in enumerate(people):
            person = make_person(session, name, hamlet=hamlet)
            role = "Thành viên" if number else "Tổ trưởng"
            add_member(session, by, team, person, MemberData(role, date(2025, 1, 1)))
    return ids


def test_hamlets_merge_with_teams_members_people_and_figures(
    session: Session, by: Context, unit: UUID, village: dict[str, UUID]
) -> None:
    both = (village["Bản Púa"], village["Bản Bó"])
    done = succeed(session, by, Succession(both, ("Bản Púa",), date(2026, 2, 1)))
    new = Area(unit, done.key)
    figure = denominators(session, TODAY)[new][Measure.HOUSEHOLDS]
    assert (figure.value, figure.followed) == (200, True)
    assert figure.as_of == date(2026, 1, 1)
    commune = commune_details(session, unit, TODAY)
    assert [(h.title, h.is_current) for h in commune.hamlets] == [
        ("Bản Púa", True), ("Bản Bó", False), ("Bản Púa", False),
    ]  # fmt: skip
    assert commune.hamlets[0].predecessors == ("Bản Bó", "Bản Púa")
    assert names(session, unit_id=unit) == ["Tổ CNSCĐ bản Púa"]
    team = session.scalars(select(Team).where(Team.hamlet_id == done.key)).one()
    assert sorted(members(session, team.id)) == [
        "Cầm Thị Dung", "Lò Thị Ên", "Lò Văn Giang", "Vì Văn Bình",
    ]  # fmt: skip
    old = team_details(session, village["team Bản Bó"], TODAY)
    assert old.current == () and len(old.members) == 2
    assert old.successors == ("Tổ CNSCĐ bản Púa",)
    assert set(session.scalars(select(Person.hamlet_id))) == {done.key}


def test_a_figure_of_its_own_ends_what_a_merged_hamlet_inherits(
    session: Session, by: Context, unit: UUID, village: dict[str, UUID]
) -> None:
    both = (village["Bản Púa"], village["Bản Bó"])
    new = Area(unit, succeed(session, by, Succession(both, ("Bản Púa",), date(2026, 2, 1))).key)
    enter_figures(session, by, new, {Measure.HOUSEHOLDS: 197}, TODAY, "UBND xã")
    figure = denominators(session, TODAY)[new][Measure.HOUSEHOLDS]
    assert (figure.value, figure.followed) == (197, False)


def test_merging_is_undone_as_a_whole(
    session: Session, by: Context, unit: UUID, village: dict[str, UUID]
) -> None:
    before = commune_details(session, unit, TODAY), names(session)
    both = (village["Bản Púa"], village["Bản Bó"])
    done = succeed(session, by, Succession(both, ("Bản Púa",), date(2026, 2, 1)))
    undo(session, by, done)
    assert (commune_details(session, unit, TODAY), names(session)) == before
    assert members(session, village["team Bản Bó"]) == ["Vì Văn Bình", "Cầm Thị Dung"]
    assert denominators(session, TODAY).keys() == {
        Area(unit, village[h]) for h in ("Bản Púa", "Bản Bó")
    }
    succeed(session, by, Succession(both, ("Bản Púa",), date(2026, 2, 1)))
    assert names(session) == ["Tổ CNSCĐ bản Púa"]


def test_a_split_hamlet_gives_each_part_a_team_and_no_figures(
    session: Session, by: Context, unit: UUID, village: dict[str, UUID]
) -> None:
    split = Succession((village["Bản Púa"],), ("Bản Púa Trên", "Bản Púa Dưới"), date(2026, 2, 1))
    done = succeed(session, by, split)
    assert Area(unit, done.key) not in denominators(session, TODAY)
    assert names(session, text="pua") == ["Tổ CNSCĐ bản Púa Dưới", "Tổ CNSCĐ bản Púa Trên"]
    old = team_details(session, village["team Bản Púa"], TODAY)
    assert [m.name for m in old.current] == ["Lò Thị Ên", "Lò Văn Giang"]
    team = session.scalars(select(Team).where(Team.hamlet_id == done.key)).one()
    moved = [old.current[0].id]
    move_members(session, by, moved, team.id, date(2026, 2, 1))
    assert members(session, team.id) == ["Lò Thị Ên"]
    assert members(session, village["team Bản Púa"]) == ["Lò Văn Giang"]


def test_who_moves_on_the_day_they_joined_never_was_in_the_old_team(
    session: Session, by: Context, unit: UUID, team: UUID, make_person: MakePerson
) -> None:
    other = add_team(session, by, TeamData(unit, hamlet="Bản Bó"), TODAY).key
    made = add_member(session, by, team, make_person(session), MemberData("Thư ký", TODAY))
    move_members(session, by, [made.key], other, TODAY)
    assert team_details(session, team, TODAY).members == ()
    assert members(session, other) == ["Lò Thị Ên"]


def test_a_renamed_hamlet_keeps_its_team_under_the_new_name(
    session: Session, by: Context, unit: UUID, village: dict[str, UUID]
) -> None:
    done = succeed(
        session, by, Succession((village["Bản Púa"],), ("Tổ dân phố 3",), date(2026, 2, 1))
    )
    line = team_details(session, village["team Bản Púa"], TODAY).line
    assert (line.name, line.hamlet) == ("Tổ CNSCĐ tổ dân phố 3", "Tổ dân phố 3")
    assert line.households == 120
    assert members(session, village["team Bản Púa"]) == ["Lò Thị Ên", "Lò Văn Giang"]
    undo(session, by, done)
    assert team_details(session, village["team Bản Púa"], TODAY).line.name == "Tổ CNSCĐ bản Púa"


def test_hamlets_do_not_merge_into_one_that_is_left_out_nor_twice(
    session: Session, by: Context, unit: UUID, village: dict[str, UUID]
) -> None:
    add_hamlet(session, by, unit, HamletData("Bản Lào"))
    both = (village["Bản Púa"], village["Bản Bó"])
    with pytest.raises(AppError) as refused:
        succeed(session, by, Succession(both, ("Bản Lào",), TODAY))
    assert error_code(refused) is ErrorCode.HAMLET_EXISTS
    succeed(session, by, Succession(both, ("Bản Mới",), TODAY))
    with pytest.raises(AppError) as refused:
        succeed(session, by, Succession(both, ("Bản Khác",), TODAY))
    assert error_code(refused) is ErrorCode.BAD_VALUE


def test_teams_of_one_place_merge(
    session: Session, by: Context, unit: UUID, village: dict[str, UUID]
) -> None:
    teams = [village["team Bản Púa"], village["team Bản Bó"]]
    data = TeamData(unit, "Tổ CNSCĐ liên bản", TeamKind.COMMUNE, valid_from=TODAY)
    done = merge_teams(session, by, teams, data, TODAY)
    assert len(members(session, done.key)) == 4
    assert names(session) == ["Tổ CNSCĐ liên bản"]
    assert len(names(session, only=TeamFilter.ENDED)) == 2


def test_an_ended_team_is_not_merged_and_nothing_is_left_out_silently(
    session: Session, by: Context, unit: UUID, village: dict[str, UUID]
) -> None:
    teams = [village["team Bản Púa"], village["team Bản Bó"]]
    data = TeamData(unit, "Tổ CNSCĐ liên bản", TeamKind.COMMUNE, valid_from=TODAY)
    merge_teams(session, by, teams, data, TODAY)
    third = add_team(session, by, TeamData(unit, hamlet="Bản Xa"), TODAY).key
    fourth = add_team(session, by, TeamData(unit, hamlet="Bản Gần"), TODAY).key
    with pytest.raises(AppError) as refused:
        merge_teams(session, by, [third, fourth, teams[0]], data, TODAY)
    assert error_code(refused) is ErrorCode.BAD_VALUE


def test_a_mistyped_hamlet_is_corrected_in_place(
    session: Session, by: Context, unit: UUID, village: dict[str, UUID]
) -> None:
    change_hamlet(session, by, village["Bản Bó"], HamletData("Bản Bó Mười"))
    assert team_details(session, village["team Bản Bó"], TODAY).line.hamlet == "Bản Bó Mười"
    with pytest.raises(AppError) as refused:
        change_hamlet(session, by, village["Bản Bó"], HamletData("bản púa"))
    assert error_code(refused) is ErrorCode.HAMLET_EXISTS
    with pytest.raises(AppError):
        remove_hamlet(session, by, village["Bản Bó"])
