"""What the register says of teams: kinds, sizes, findings, columns."""

from collections.abc import Sequence

from ..exports.columns import Column, ColumnKind
from ..exports.formats import number
from ..importing.team_cells import TeamFindingKind
from ..models.enums import Measure, TeamKind
from ..services.register.details import HamletLine, MemberLine
from ..services.register.listing import TeamLine, TeamSize
from ..services.register.report import RegisterCount, RegisterReport
from ..services.register.teams import LARGEST_TEAM, SMALLEST_TEAM
from .i18n import tr
from .palette import Tone
from .tables.record_model import Look
from .widgets.status_pill import Pill
from .widgets.symbols import Symbol

_TEXT, _FIGURE, _DATE = ColumnKind.TEXT, ColumnKind.INTEGER, ColumnKind.DATE


def kind_words(kind: TeamKind) -> str:
    """Whose team it is."""
    return {
        TeamKind.COMMUNE: tr("Tổ cấp xã"),
        TeamKind.HAMLET: tr("Tổ ở thôn, bản"),
        TeamKind.STEERING: tr("Nhóm điều hành"),
    }[kind]


def size_pill(line: TeamLine) -> Pill | None:
    """The number of members, with a word where it is not 4 to 9."""
    if line.size is TeamSize.FITTING:
        return None
    small = line.size is TeamSize.SMALL
    words = tr("{count} · thiếu") if small else tr("{count} · đông")
    meaning = tr("Tổ có từ {low} đến {high} thành viên").format(
        low=SMALLEST_TEAM, high=LARGEST_TEAM
    )
    text = words.format(count=number(line.members))
    return Pill(text, Tone.LATE, Symbol.NONE, f"{text}: {meaning}")


TEAM_LOOK: Look[TeamLine] = Look(bold=frozenset({"name"}), pills={"members": size_pill})


def team_columns() -> Sequence[Column[TeamLine]]:
    """The columns of the register."""
    return (
        Column("name", tr("Tên tổ"), lambda t: t.name, _TEXT, 26),
        Column("hamlet", tr("Thôn, bản"), lambda t: t.hamlet, _TEXT, 16),
        Column("commune", tr("Xã"), lambda t: t.commune, _TEXT, 14),
        Column("decision", tr("Quyết định"), lambda t: t.decision_number, _TEXT, 14),
        Column("leader", tr("Tổ trưởng"), lambda t: t.leader, _TEXT, 18),
        Column("members", tr("Thành viên"), lambda t: t.members, ColumnKind.MARK, 11),
        Column("households", tr("Số hộ"), lambda t: t.households, _FIGURE, 8),
        Column("adults", tr("Trưởng thành"), lambda t: t.adults, _FIGURE, 11),
        Column("as_of", tr("Số liệu đến"), lambda t: t.as_of, _DATE, 11),
    )


def member_columns() -> Sequence[Column[MemberLine]]:
    """The columns of a team's members."""
    return (
        Column("name", tr("Họ và tên"), lambda m: m.name, _TEXT, 24),
        Column("role", tr("Vai trò"), lambda m: m.role, _TEXT, 14),
        Column("birth", tr("Ngày sinh"), lambda m: m.birth, _DATE, 11),
        Column("gender", tr("Giới tính"), lambda m: m.gender, ColumnKind.MARK, 8),
        Column("phone", tr("Điện thoại"), lambda m: m.phone, ColumnKind.PHONE, 12),
        Column("from", tr("Từ ngày"), lambda m: m.valid_from, _DATE, 11),
        Column("to", tr("Đến ngày"), lambda m: m.valid_to, _DATE, 11),
        Column("nominated", tr("Nơi giới thiệu"), lambda m: m.nominated_by, _TEXT, 16),
    )


MEMBER_LOOK: Look[MemberLine] = Look(
    bold=frozenset({"name"}), is_faded=lambda member: not member.is_current
)


def hamlet_columns() -> Sequence[Column[HamletLine]]:
    """The columns of a commune's hamlets."""
    return (
        Column("title", tr("Thôn, bản"), lambda h: h.title, _TEXT, 24),
        Column("teams", tr("Số tổ"), lambda h: h.teams, _FIGURE, 7),
        Column("households", tr("Số hộ"), lambda h: _value(h, Measure.HOUSEHOLDS), _FIGURE, 9),
        Column("adults", tr("Trưởng thành"), lambda h: _value(h, Measure.ADULTS), _FIGURE, 11),
        Column("as_of", tr("Số liệu đến"), _as_of, _DATE, 11),
        Column("source", tr("Nguồn"), _source, _TEXT, 18),
        Column("validity", tr("Ghi chú"), hamlet_note, _TEXT, 30),
    )


HAMLET_LOOK: Look[HamletLine] = Look(
    bold=frozenset({"title"}),
    is_faded=lambda hamlet: not hamlet.is_current,
    sort_keys={"title": lambda hamlet: hamlet.sort_key},
)


def _value(hamlet: HamletLine, measure: Measure) -> int | None:
    figure = hamlet.figures.get(measure)
    return figure.value if figure else None


def _as_of(hamlet: HamletLine) -> object:
    return min((figure.as_of for figure in hamlet.figures.values()), default=None)


def _source(hamlet: HamletLine) -> str:
    return "; ".join(dict.fromkeys(figure.source for figure in hamlet.figures.values()))


def hamlet_note(hamlet: HamletLine) -> str:
    """What a hamlet came from and became, and whether its figures are those of its predecessors."""
    first, last = hamlet.data.valid_from, hamlet.data.valid_to
    parts = []
    if hamlet.predecessors:
        parts.append(tr("Từ {names}").format(names=", ".join(hamlet.predecessors)))
    if any(figure.followed for figure in hamlet.figures.values()):
        parts.append(tr("số liệu cộng từ thôn, bản cũ"))
    if hamlet.successors:
        parts.append(tr("Nay là {names}").format(names=", ".join(hamlet.successors)))
    if first:
        parts.append(tr("từ {day}").format(day=f"{first:%d/%m/%Y}"))
    if last:
        parts.append(tr("đến hết {day}").format(day=f"{last:%d/%m/%Y}"))
    return " · ".join(parts)


def finding_text(kind: TeamFindingKind) -> str:
    """What was seen in a register, in words."""
    k = TeamFindingKind
    return {
        k.BAD_DATE: tr("Không đọc được ngày; để trống"),
        k.DATE_COMPLETED: tr("Chỉ có tháng hoặc năm; đã điền đủ ngày"),
        k.BAD_FIGURE: tr("Không đọc được con số; bỏ qua"),
        k.DECISION_SPLIT: tr("Tách số và ngày quyết định"),
        k.HAMLET_FROM_TEAM: tr("Lấy thôn, bản từ tên tổ"),
        k.COMMUNE_FROM_TITLE: tr("Lấy xã từ tiêu đề của danh sách"),
        k.NO_COMMUNE: tr("Không rõ thuộc xã nào; chưa nhập dòng này"),
        k.UNKNOWN_COMMUNE: tr("Không có xã nào tên như vậy; chưa nhập dòng này"),
        k.AMBIGUOUS_COMMUNE: tr("Có nhiều xã khớp; chưa nhập dòng này"),
        k.FORMER_COMMUNE: tr("Xã cũ, chuyển sang xã mới"),
        k.OTHER_PROVINCE: tr("Xã của tỉnh khác"),
        k.NO_TEAM: tr("Không có tên tổ và thôn, bản; chưa nhập dòng này"),
        k.SEVERAL_TEAMS: tr("Thôn, bản có nhiều tổ, không rõ tổ nào; chưa nhập dòng này"),
        k.NEW_TEAM: tr("Tổ mới"),
        k.NEW_HAMLET: tr("Thôn, bản mới"),
        k.HAMLET_ENDED: tr("Thôn, bản này đã gộp hoặc đổi tên"),
        k.DECISION_FILLED: tr("Bổ sung quyết định còn thiếu"),
        k.DECISION_DIFFERS: tr("Quyết định khác với sổ; giữ như trong sổ"),
        k.FIGURE_DIFFERS: tr("Con số khác với sổ cùng ngày; giữ như trong sổ"),
        k.MEMBER_DIFFERS: tr("Vai trò, thời gian khác với sổ; giữ như trong sổ"),
        k.MEMBER_WITHOUT_TEAM: tr("Chưa vào tổ nào, vì chưa rõ tổ ở dòng này"),
        k.MEMBERS_DIFFER: tr("Số thành viên ghi khác số người trong danh sách"),
        k.TEAM_SIZE: tr("Số thành viên ngoài khoảng {low} đến {high}").format(
            low=SMALLEST_TEAM, high=LARGEST_TEAM
        ),
    }[kind]


def report_lines(report: RegisterReport) -> Sequence[tuple[str, str]]:
    """What a register brings, as a caption and what stands beside it."""
    c, count = RegisterCount, report.count

    def both(new: RegisterCount, known: RegisterCount) -> str:
        words = tr("{new} mới, {known} đã có")
        return words.format(new=number(count(new)), known=number(count(known)))

    lines = [
        (tr("Tổ"), both(c.TEAMS_NEW, c.TEAMS_KNOWN)),
        (tr("Thôn, bản mới"), number(count(c.HAMLETS_NEW))),
        (tr("Thành viên"), both(c.MEMBERS_NEW, c.MEMBERS_KNOWN)),
        (tr("Số liệu"), both(c.FIGURES_NEW, c.FIGURES_KNOWN)),
    ]
    if count(c.MEMBERS_HELD):
        lines.append((tr("Dòng để lại"), number(count(c.MEMBERS_HELD))))
    if count(c.NOT_TAKEN):
        lines.append((tr("Dòng chưa nhập"), number(count(c.NOT_TAKEN))))
    return lines
