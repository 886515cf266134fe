from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session
from taphuan.importing.findings import Answer, AnswerKind, Answers, Finding, FindingKind, Severity
from taphuan.importing.plan import ImportPlan
from taphuan.models.context import Context
from taphuan.models.enums import ImportRowState
from taphuan.models.places import Hamlet
from taphuan.models.teams import Team
from taphuan.services.courses import CourseRecord
from taphuan.services.enrolments import course_people
from taphuan.services.lists.draft import ImportReport
from taphuan.services.lists.held import held_rows
from taphuan.services.places import hamlet_called
from taphuan.services.register.succession import Succession, succeed
from taphuan.services.settings import save_settings

Bring = Callable[..., ImportReport]
ReadList = Callable[..., ImportPlan]
HEAD = "Họ và tên;Năm sinh;Bản;Xã;Huyện;Tổ"
ADDED, HELD = ImportRowState.ADDED, ImportRowState.HELD
_K = FindingKind


def row(commune: str, hamlet: str = "Bản Púa", district: str = "", team: str = "") -> str:
    return f"Lò Thị Ên;1987;{hamlet};{commune};{district};{team}"


def communes(session: Session) -> list[str | None]:
    query = text("SELECT u.name FROM person p LEFT JOIN unit u ON u.id = p.unit_id ORDER BY p.seq")
    return [name for (name,) in session.execute(query)]


def finding(report: ImportReport, kind: FindingKind) -> Finding:
    return next(f for f in report.findings if f.kind is kind)


def test_communes_of_one_name_are_offered_with_their_provinces(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    save_settings(session, by, province_code="01")
    plan = read_list(HEAD, row("Bình Thuận"))
    asked = finding(bring(session, plan), _K.AMBIGUOUS_COMMUNE)
    offered = {c.key: (c.title, c.note) for c in asked.candidates}
    assert offered["03724"] == ("xã Bình Thuận", "tỉnh Sơn La")
    said = Answers({asked.key: Answer(AnswerKind.VALUE, "03724")})
    report = bring(session, plan, answers=said)
    assert [r.state for r in report.rows] == [ADDED] and communes(session) == ["Bình Thuận"]


def test_a_split_commune_offers_its_successors(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    save_settings(session, by, province_code="01")
    asked = finding(bring(session, read_list(HEAD, row("xã Thọ An"))), _K.SPLIT_COMMUNE)
    assert len(asked.candidates) == 2
    assert all(c.title.startswith("xã ") and c.note == "thành phố Hà Nội" for c in asked.candidates)


def test_a_misspelt_commune_offers_what_it_may_be(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    asked = finding(bring(session, read_list(HEAD, row("xã Thuân Châuu"))), _K.UNKNOWN_COMMUNE)
    assert [c.title for c in asked.candidates][:1] == ["xã Thuận Châu"]


@pytest.mark.parametrize(
    ("said", "commune"),
    [
        (Answer(AnswerKind.VALUE, "03727"), "Mường É"),
        (Answer(AnswerKind.LEAVE_OUT), None),
        (Answer(AnswerKind.KEEP), "Bình Thuận"),
    ],
    ids=["another", "none", "as proposed"],
)
def test_a_former_commune_can_be_settled_otherwise(
    session: Session, bring: Bring, read_list: ReadList, said: Answer, commune: str | None
) -> None:
    plan = read_list(HEAD, row("Phổng Lái"))
    key = finding(bring(session, plan, accept=False), _K.FORMER_COMMUNE).key
    report = bring(session, plan, answers=Answers({key: said}, accept_repairs=False))
    assert [r.state for r in report.rows] == [ADDED] and communes(session) == [commune]


def test_a_code_no_commune_has_leaves_the_question_open(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    plan = read_list(HEAD, row("Xã Không Có"))
    key = finding(bring(session, plan), _K.UNKNOWN_COMMUNE).key
    report = bring(session, plan, answers=Answers({key: Answer(AnswerKind.VALUE, "99999")}))
    assert [r.state for r in report.rows] == [HELD]
    assert finding(report, _K.UNKNOWN_COMMUNE).open


def test_a_district_tells_former_namesakes_apart(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    """Chiềng Chung was a commune of Mai Sơn, and one of Mộc Châu."""
    asked = bring(session, read_list(HEAD, row("Chiềng Chung")))
    assert [r.state for r in asked.rows] == [HELD]
    report = bring(session, read_list(HEAD, row("Chiềng Chung", district="Huyện Mai Sơn")))
    assert [r.state for r in report.rows] == [ADDED]
    assert finding(report, _K.FORMER_COMMUNE).before == "Chiềng Chung"


def test_the_letterhead_names_the_commune_and_may_be_refused(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    lines = ("ỦY BAN NHÂN DÂN", "XÃ MƯỜNG É", "", "STT;Họ và tên;Năm sinh;Bản",
             "1;Lò Thị Ên;1987;Bản Púa")  # fmt: skip
    plan = read_list(*lines)
    told = finding(bring(session, plan), _K.COMMUNE_FROM_TITLE)
    assert (told.severity, told.after) == (Severity.REPAIR, "xã Mường É")
    assert communes(session) == ["Mường É"]
    session.rollback()
    report = bring(session, plan, answers=Answers({told.key: Answer(AnswerKind.REFUSE)}))
    assert [r.state for r in report.rows] == [ADDED] and communes(session) == [None]


def test_a_list_that_names_no_commune_comes_in_without_one(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    report = bring(session, read_list("STT;Họ và tên;Năm sinh", "1;Lò Thị Ên;1987"))
    assert [r.state for r in report.rows] == [ADDED] and communes(session) == [None]


def test_titles_that_contradict_each_other_are_asked(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    lines = ("UBND XÃ MƯỜNG É", "", "STT;Họ và tên;Năm sinh", "1;Lò Thị Ên;1987")
    plan = read_list(*lines, name="Danh sach xa Binh Thuan")
    asked = finding(bring(session, plan), _K.AMBIGUOUS_COMMUNE)
    assert {c.title for c in asked.candidates} == {"xã Mường É", "xã Bình Thuận"}
    report = bring(session, plan, commune="03727")
    assert [r.state for r in report.rows] == [ADDED]


LETTERHEAD = ("UBND XÃ MƯỜNG É", "", "STT;Họ và tên;Năm sinh;Bản;Xã")


@pytest.mark.parametrize(
    ("said", "commune"),
    [("03721", "Thuận Châu"), ("03727", "Mường É"), ("", None)],
    ids=["the row's", "the letterhead's", "none"],
)
def test_a_row_that_contradicts_the_letterhead_is_asked_once_for_all_like_it(
    session: Session, bring: Bring, read_list: ReadList, said: str, commune: str | None
) -> None:
    rows = ("1;Lò Thị Ên;1987;Bản Púa;Thuận Châu", "2;Vì Văn Bình;1990;Bản Púa;Thuận Châu",
            "3;Cầm Thị Dung;1991;Bản Bó;mường é")  # fmt: skip
    plan = read_list(*LETTERHEAD, *rows)
    report = bring(session, plan)
    assert [r.state for r in report.rows] == [HELD, HELD, ADDED]
    one, other = (f for f in report.findings if f.kind is _K.AMBIGUOUS_COMMUNE)
    assert one.before == other.before == "Thuận Châu | XÃ MƯỜNG É"
    assert [c.key for c in one.candidates] == ["03721", "03727"]
    assert one.candidates == other.candidates
    session.rollback()
    answer = Answer(AnswerKind.VALUE, said) if said else Answer(AnswerKind.LEAVE_OUT)
    bring(session, plan, answers=Answers(dict.fromkeys((one.key, other.key), answer)))
    assert communes(session) == [commune, commune, "Mường É"]


def test_a_row_that_contradicts_its_section_is_asked_and_waits_so(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    lines = ("STT;Họ và tên;Năm sinh;Bản;Xã", "I. XÃ MƯỜNG É;;;;",
             "1;Lò Thị Ên;1987;Bản Púa;xã Mường É", "2;Vì Văn Bình;1990;Bản Púa;xã Thuận Châu",
             "3;Cầm Thị Dung;1991;Bản Bó;")  # fmt: skip
    report = bring(session, read_list(*lines))
    assert [r.state for r in report.rows] == [ADDED, HELD, ADDED]
    asked = finding(report, _K.AMBIGUOUS_COMMUNE)
    assert asked.before == "xã Thuận Châu | Xã Mường É"
    (waiting,) = held_rows(session)
    (again,) = [f for f in waiting.line.findings if f.kind is _K.AMBIGUOUS_COMMUNE]
    assert (again.before, again.candidates) == (asked.before, asked.candidates)


@pytest.mark.parametrize(
    "lines",
    [
        ("UBND XÃ MƯỜNG É", "", HEAD, row("Mường É")),
        ("UBND XÃ BÌNH THUẬN", "", HEAD, row("Phổng Lái")),
        ("UBND TỈNH SƠN LA", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "", HEAD, row("Thuận Châu")),
        ("UBND XÃ MƯỜNG É", "", HEAD, "I. XÃ THUẬN CHÂU;;;;;", row("")),
        ("UBND XÃ MƯỜNG É", "", HEAD, "I. XÃ THUẬN CHÂU;;;;;", row("Thuận Châu")),
    ],
    ids=["the same", "its former one", "a province's list", "the section's", "as its section"],
)
def test_a_commune_that_nothing_contradicts_is_not_asked(
    session: Session, bring: Bring, read_list: ReadList, lines: tuple[str, ...]
) -> None:
    assert [r.state for r in bring(session, read_list(*lines)).rows] == [ADDED]


def test_a_commune_chosen_for_the_list_ends_every_contradiction(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    plan = read_list(*LETTERHEAD, "1;Lò Thị Ên;1987;Bản Púa;Thuận Châu")
    assert [r.state for r in bring(session, plan, commune="03724").rows] == [ADDED]
    assert communes(session) == ["Bình Thuận"]


# Hamlets and teams


def test_a_new_hamlet_like_a_known_one_is_made_and_the_known_one_told(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    first = bring(session, read_list(HEAD, row("Mường É")))
    report = bring(session, read_list(HEAD, "Vì Văn Bình;1990;Bản Púa 1;Mường É;;"))
    told = finding(report, _K.NEW_HAMLET)
    assert [c.title for c in told.candidates] == ["Bản Púa"]
    batches = session.scalars(select(Hamlet.batch_id).order_by(Hamlet.seq)).all()
    assert batches == [first.batch_id, report.batch_id]


def test_numbered_hamlets_are_not_offered_for_each_other(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    bring(session, read_list(HEAD, row("Mường É", "Tiểu khu 1")))
    report = bring(session, read_list(HEAD, "Vì Văn Bình;1990;Tiểu khu 3;Mường É;;"))
    assert finding(report, _K.NEW_HAMLET).candidates == ()


def test_a_new_hamlet_can_be_said_to_be_a_known_one(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    bring(session, read_list(HEAD, row("Mường É")))
    plan = read_list(HEAD, "Vì Văn Bình;1990;Bản Púaa;Mường É;;")
    told = finding(bring(session, plan), _K.NEW_HAMLET)
    session.rollback()
    bring(session, read_list(HEAD, row("Mường É")))
    chosen = Answers({told.key: Answer(AnswerKind.VALUE, told.candidates[0].key)})
    report = bring(session, plan, answers=chosen)
    assert report.rows[0].hamlet == "Bản Púa"
    assert len(session.scalars(select(Hamlet)).all()) == 1
    kept = finding(report, _K.NEW_HAMLET)
    assert (kept.before, kept.after) == ("Bản Púaa", "Bản Púa")


@pytest.fixture
def merged(session: Session, by: Context, bring: Bring, read_list: ReadList) -> None:
    """Bản Púa and Bản Bó of Mường É, one hamlet Bản Hua Púa since 01/02/2026."""
    rows = (row("Mường É"), "Vì Văn Bình;1990;Bản Bó;Mường É;;")
    bring(session, read_list(HEAD, *rows, name="truoc"))
    old = tuple(session.scalars(select(Hamlet.id)))
    succeed(session, by, Succession(old, ("Bản Hua Púa",), date(2026, 2, 1)))
    session.expire_all()


@pytest.mark.usefixtures("merged")
@pytest.mark.parametrize(
    ("first_day", "hamlet"), [(date(2026, 3, 5), "Bản Hua Púa"), (date(2026, 1, 15), "Bản Bó")]
)
def test_a_hamlet_that_merged_is_the_one_it_was_on_the_day_of_the_course(
    session: Session,
    bring: Bring,
    read_list: ReadList,
    make_course: Callable[..., CourseRecord],
    first_day: date,
    hamlet: str,
) -> None:
    course = make_course(session, first=first_day)
    report = bring(session, read_list(HEAD, "Cà Thị An;1992;Bó;Mường É;;"), course)
    assert [p.hamlet for p in course_people(session, course.id)] == [hamlet]
    told = [(f.before, f.after) for f in report.findings if f.kind is _K.FORMER_HAMLET]
    assert told == [("Bó", "Bản Hua Púa")] * (hamlet == "Bản Hua Púa")
    assert len(session.scalars(select(Hamlet)).all()) == 3


@pytest.mark.usefixtures("merged")
def test_what_a_hamlet_became_is_no_difference_of_who_lives_there(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    plan = read_list(HEAD, "Cà Thị An;1992;Bản Bó;Mường É;;", "Vì Văn Bình;1990;Bản Bó;Mường É;;")
    report = bring(session, plan)
    (asked,) = [f for f in report.findings if f.kind is _K.POSSIBLE_DUPLICATE]
    assert [c.agrees for c in asked.candidates] == [True], "he went along into the new hamlet"


@pytest.mark.usefixtures("merged")
def test_a_former_hamlet_may_be_meant(session: Session, bring: Bring, read_list: ReadList) -> None:
    plan = read_list(HEAD, "Cà Thị An;1992;Bản Bó;Mường É;;")
    report = bring(session, plan, accept=False)
    assert report.rows[0].hamlet == "Bản Bó"


@pytest.mark.usefixtures("merged")
def test_who_is_typed_into_a_merged_hamlet_lives_in_what_it_became(
    session: Session, by: Context
) -> None:
    unit = session.scalars(select(Hamlet.unit_id)).first()
    assert hamlet_called(session, by, unit, "Bó").name == "Hua Púa"


def test_a_hamlet_written_without_its_kind_gets_it_from_a_list(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    unit = session.execute(text("SELECT id FROM unit WHERE code = '03727' AND valid_to IS NULL"))
    (key,) = unit.one()
    hamlet_called(session, by, UUID(bytes=key), "Púa")
    bring(session, read_list(HEAD, row("Mường É"), "Vì Văn Bình;1990;Púa;Mường É;;"))
    session.expire_all()
    assert [(h.kind, h.name) for h in session.scalars(select(Hamlet))] == [("bản", "Púa")]


def test_a_new_team_is_told_once_and_kept_with_its_batch(
    session: Session,
    bring: Bring,
    read_list: ReadList,
    make_course: Callable[..., CourseRecord],
) -> None:
    course = make_course(session)
    rows = [row("Mường É", team="Tổ CNSCĐ bản Púa").replace("Ên", n) for n in ("An", "Bình")]
    report = bring(session, read_list(HEAD, *rows), course)
    assert [f.kind for f in report.findings].count(_K.NEW_TEAM) == 1
    (team,) = session.scalars(select(Team)).all()
    assert (team.name, team.batch_id) == ("Tổ CNSCĐ bản Púa", report.batch_id)
    assert {p.team for p in course_people(session, course.id)} == {"Tổ CNSCĐ bản Púa"}
    again = bring(session, read_list(HEAD, *rows[:1], name="lan 2"), course)
    assert _K.NEW_TEAM not in {f.kind for f in again.findings}
