from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session
from taphuan.importing.findings import Answer, AnswerKind, Answers, Finding, FindingKind, Severity
from taphuan.importing.plan import ImportPlan
from taphuan.models.context import Context
from taphuan.models.enums import Gender, ImportRowState
from taphuan.models.imports import ImportRow
from taphuan.models.people import IdentityNumber, Person
from taphuan.services.distinct import are_distinct
from taphuan.services.lists.bringing import bring_in
from taphuan.services.lists.choices import ListChoices
from taphuan.services.lists.draft import ImportReport
from taphuan.services.people import get_person, person_records
from taphuan.services.search import all_matches

Bring = Callable[..., ImportReport]
MakePerson = Callable[..., UUID]
ReadList = Callable[..., ImportPlan]
ADDED, MATCHED, HELD = ImportRowState.ADDED, ImportRowState.MATCHED, ImportRowState.HELD
HEAD = "Họ và tên;Giới tính;Ngày sinh;Số CCCD;Điện thoại;Bản;Xã;Mã học viên"
_K = FindingKind


def states(report: ImportReport) -> list[ImportRowState]:
    return [row.state for row in report.rows]


def of_kind(report: ImportReport, *kinds: FindingKind) -> list[Finding]:
    return [finding for finding in report.findings if finding.kind in kinds]


def people(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Person)) or 0


def test_the_programs_own_id_joins_and_the_file_wins(
    session: Session, bring: Bring, make_person: MakePerson, read_list: ReadList
) -> None:
    known = make_person(
        session, "Lò Thị Én", hamlet="Bản Púa", birth_year=1987, phone="0912000000",
        identity_number="014187001234",
    )  # fmt: skip
    row = f"Lò Thị Ên;Nữ;05/03/1987;014187009999;0912345678;Bản Cụ;Mường É;{known}"
    report = bring(session, read_list(HEAD, row))
    assert states(report) == [MATCHED] and people(session) == 1
    person = person_records(session, list(all_matches(session, "")), reveal=True)[0]
    assert (person.name, person.gender, person.birth_date) == ("Lò Thị Ên", "Nữ", date(1987, 3, 5))
    assert (person.identity, person.phone) == ("014187009999", "0912345678")
    assert (person.hamlet, person.commune) == ("Bản Cụ", "Mường É")
    changed = of_kind(report, _K.FIELD_CHANGED)
    assert [(f.field, f.before, f.after) for f in changed] == [
        ("name", "Lò Thị Én", "Lò Thị Ên"),
        ("identity_number", "••••••••1234", "••••••••9999"),
        ("phone", "0912000000", "0912345678"),
        ("commune", "xã Thuận Châu", "xã Mường É"),
    ]
    assert list(all_matches(session, "0912345678")) == list(all_matches(session, "ên"))
    assert len(all_matches(session, "0912000000")) == 0


def test_a_change_that_is_refused_leaves_what_is_stored(
    session: Session, by: Context, bring: Bring, make_person: MakePerson, read_list: ReadList
) -> None:
    known = make_person(session, "Lò Thị Én", phone="0912000000")
    plan = read_list(HEAD, f"Lò Thị Ên;Nữ;;;0912345678;;Thuận Châu;{known}")
    first = bring(session, plan)
    refusal = Answer(AnswerKind.REFUSE)
    said = Answers({f.key: refusal for f in of_kind(first, _K.FIELD_CHANGED)})
    session.rollback()
    known = make_person(session, "Lò Thị Én", phone="0912000000")
    plan = read_list(HEAD, f"Lò Thị Ên;Nữ;;;0912345678;;Thuận Châu;{known}")
    said = Answers({k._replace(file=plan.source.sha256): a for k, a in said.given.items()})
    report = bring(session, plan, answers=said)
    assert states(report) == [MATCHED]
    person = get_person(session, known)
    assert (person.name, person.phone, person.gender) == ("Lò Thị Én", "0912000000", Gender.FEMALE)


def test_an_id_nobody_has_is_told_and_the_row_is_recognised_otherwise(
    session: Session, by: Context, bring: Bring, make_person: MakePerson, read_list: ReadList
) -> None:
    known = make_person(session, identity_number="014187001234")
    rows = (f"Lò Thị Ên;;;014187001234;;;;{by.new_id()}", "Vì Văn Bình;;;;;;;không có")
    report = bring(session, read_list(HEAD, *rows))
    assert states(report) == [MATCHED, ADDED] and report.rows[0].person_id == known
    assert len(of_kind(report, _K.UNKNOWN_PROGRAM_ID)) == 2


def test_an_id_and_a_number_of_two_people_are_asked_and_one_of_them_is_chosen(
    session: Session, by: Context, bring: Bring, make_person: MakePerson, read_list: ReadList
) -> None:
    ên = make_person(session, "Lò Thị Ên")
    bình = make_person(session, "Vì Văn Bình", identity_number="014090001111")
    plan = read_list(HEAD, f"Lò Thị Ên;;;014090001111;;;;{ên}")
    report = bring(session, plan)
    assert states(report) == [HELD]
    (asked,) = of_kind(report, _K.IDENTITY_CONFLICT)
    assert [c.key for c in asked.candidates] == [str(ên), str(bình)]
    assert "014090001111" not in str(asked)
    said = Answers({asked.key: Answer(AnswerKind.SAME_PERSON, str(bình))})
    again = bring(session, plan, answers=said)
    assert (states(again), again.rows[0].person_id) == ([MATCHED], bình)


def test_blanks_of_somebody_known_are_filled_and_differences_only_told(
    session: Session, bring: Bring, make_person: MakePerson, read_list: ReadList
) -> None:
    known = make_person(
        session, "Lò Thị Ên", commune=None, birth_year=1987, phone="0912000000",
        identity_number="014187001234",
    )  # fmt: skip
    row = "Lò Thị Én;Nữ;05/03/1987;014187001234;0912345678;Bản Púa;Mường É;"
    report = bring(session, read_list(HEAD, row))
    person = get_person(session, known)
    assert (person.birth_date, person.gender) == (date(1987, 3, 5), Gender.FEMALE)
    assert (person.name, person.phone) == ("Lò Thị Ên", "0912000000")
    filled = {f.field: f.after for f in of_kind(report, _K.FIELD_FILLED)}
    assert filled == {"gender": "Nữ", "birth": "05/03/1987", "commune": "xã Mường É"}
    told = {f.field: (f.before, f.after) for f in of_kind(report, _K.FIELD_DIFFERS)}
    assert told == {"name": ("Lò Thị Én", "Lò Thị Ên"), "phone": ("0912345678", "0912000000")}
    assert all(f.severity is Severity.NOTE for f in of_kind(report, _K.FIELD_DIFFERS))


def test_without_accepting_repairs_nothing_is_filled_and_nothing_waits(
    session: Session, bring: Bring, make_person: MakePerson, read_list: ReadList
) -> None:
    known = make_person(session, identity_number="014187001234")
    plan = read_list(HEAD, "Lò Thị Ên;Nữ;;014187001234;;;;", accept=False)
    assert states(bring(session, plan, accept=False)) == [MATCHED]
    assert get_person(session, known).gender is None


def test_likely_people_are_offered_with_what_tells_them_apart(
    session: Session, bring: Bring, make_person: MakePerson, read_list: ReadList
) -> None:
    one = make_person(session, "Lò Thị Ên", hamlet="Bản Púa", birth_date=date(1987, 3, 5))
    make_person(session, "Lò Thị Ên", hamlet="Bản Cụ", birth_year=1987, note="con ông Ín")
    report = bring(session, read_list(HEAD, "Lò Thị Ên;Nữ;1987;;;;Thuận Châu;"))
    assert states(report) == [HELD]
    (asked,) = of_kind(report, _K.POSSIBLE_DUPLICATE)
    assert [(c.title, c.note) for c in asked.candidates] == [
        ("Lò Thị Ên", "05/03/1987, Bản Púa, xã Thuận Châu"),
        ("Lò Thị Ên", "1987, Bản Cụ, xã Thuận Châu, con ông Ín"),
    ]
    assert asked.candidates[0].key == str(one)


@pytest.mark.parametrize("named", [True, False], ids=["named", "the only one"])
def test_the_same_person_is_matched_and_keeps_the_decision(
    session: Session, bring: Bring, make_person: MakePerson, read_list: ReadList, named: bool
) -> None:
    known = make_person(session, "Lò Thị Ên", birth_year=1987)
    plan = read_list(HEAD, "Lò Thị Ên;Nữ;1987;;;;Thuận Châu;")
    (asked,) = of_kind(bring(session, plan), _K.POSSIBLE_DUPLICATE)
    said = Answer(AnswerKind.SAME_PERSON, str(known) if named else "")
    again = bring(session, plan, answers=Answers({asked.key: said}))
    assert (states(again), again.rows[0].person_id) == ([MATCHED], known)
    (kept,) = of_kind(again, _K.POSSIBLE_DUPLICATE)
    assert not kept.open and kept.answer == said


def test_two_people_are_remembered_as_two(
    session: Session, bring: Bring, make_person: MakePerson, read_list: ReadList
) -> None:
    known = make_person(session, "Lò Thị Ên", birth_year=1987)
    plan = read_list(HEAD, "Lò Thị Ên;Nữ;1987;;;;Thuận Châu;")
    (asked,) = of_kind(bring(session, plan), _K.POSSIBLE_DUPLICATE)
    said = Answers({asked.key: Answer(AnswerKind.TWO_PEOPLE)})
    again = bring(session, plan, answers=said)
    other = again.rows[0].person_id
    assert states(again) == [ADDED] and other is not None
    assert are_distinct(session, known, other)
    assert states(bring(session, plan)) == [MATCHED]  # the very file knows who its row was


def test_one_phone_is_asked_only_under_a_similar_name(
    session: Session, bring: Bring, make_person: MakePerson, read_list: ReadList
) -> None:
    make_person(session, "Lò Thị Ên", commune="03721", phone="0912345678")
    rows = ("Lò Ên;;;;0912345678;;Mường É;", "Vì Văn Bình;;1990;;0912345678;;Thuận Châu;")
    report = bring(session, read_list(HEAD, *rows))
    assert states(report) == [HELD, ADDED]


def test_two_numbers_of_one_kind_are_two_people_without_asking(
    session: Session, bring: Bring, make_person: MakePerson, read_list: ReadList
) -> None:
    make_person(session, "Lò Thị Ên", birth_year=1987, identity_number="014187001234")
    make_person(session, "Vì Văn Bình", birth_year=1990, identity_number="050123456")
    rows = ("Lò Thị Ên;;1987;014187005678;;;Thuận Châu;",
            "Vì Văn Bình;;1990;014090001111;;;Thuận Châu;")  # fmt: skip
    report = bring(session, read_list(HEAD, *rows))
    assert states(report) == [ADDED, HELD], "a card's number beside an old one says nothing"


def test_a_masked_number_confirms_who_a_row_is(
    session: Session, bring: Bring, make_person: MakePerson, read_list: ReadList
) -> None:
    known = make_person(session, "Lò Thị Ên", birth_year=1987, identity_number="014187001234")
    row = "Lò Thị Ên;;1987;••••••••1234;;;Thuận Châu;"
    report = bring(session, read_list(HEAD, row))
    assert (states(report), report.rows[0].person_id) == ([MATCHED], known)
    other = row.replace("1234", "5678")
    assert states(bring(session, read_list(HEAD, other))) == [HELD]
    assert session.scalar(select(func.count()).select_from(IdentityNumber)) == 1


def test_a_merged_record_is_met_as_the_person_it_is_read_as(
    session: Session,
    bring: Bring,
    make_person: MakePerson,
    read_list: ReadList,
    merge: Callable[[Session, UUID, UUID], None],
) -> None:
    old = make_person(session, "Lò Thị Ên", identity_number="014187001234")
    kept = make_person(session, "Lò Thị Ên", birth_year=1987)
    merge(session, old, kept)
    rows = (f"Lò Thị Ên;;;;;;;{old}", "Lò Thị Ên;;;014187001234;;;;")
    report = bring(session, read_list(HEAD, *rows))
    assert [row.person_id for row in report.rows] == [kept, kept]


def test_two_rows_that_are_surely_two_people_are_not_asked_again(
    session: Session, bring: Bring, make_person: MakePerson, read_list: ReadList
) -> None:
    """Once it was said of two alike rows that they are two, the same people listed again are."""
    one = make_person(session, "Lò Thị Ên", birth_year=1987)
    other = make_person(session, "Lò Thị Ên", birth_year=1987)
    rows = [f"Lò Thị Ên;Nữ;1987;;;;Thuận Châu;{person}" for person in (one, other)]
    report = bring(session, read_list(HEAD, *rows))
    assert [row.person_id for row in report.rows] == [one, other]
    assert [f.open for f in of_kind(report, _K.DUPLICATE_IN_FILE)] == [False]


def test_a_later_row_of_the_go_fills_in_the_person_an_earlier_one_adds(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    rows = ("Lò Thị Ên;;1987;014187001234;;;Mường É;",
            "Lò Thị Ên;Nữ;05/03/1987;014187001234;0912345678;Bản Púa;Mường É;")  # fmt: skip
    report = bring(session, read_list(HEAD, *rows))
    assert states(report) == [ADDED, MATCHED]
    (person,) = person_records(session, list(all_matches(session, "")))
    assert (person.gender, person.birth_date, person.phone, person.hamlet) == (
        "Nữ", date(1987, 3, 5), "0912345678", "Bản Púa",
    )  # fmt: skip
    assert list(all_matches(session, "0912345678")) == [person.seq]


def test_somebody_in_two_files_of_one_go_is_one_person(
    session: Session, by: Context, read_list: ReadList
) -> None:
    ên = "Lò Thị Ên;Nữ;05/03/1987;;;Bản Púa;Mường É;"
    asked = "Vì Văn Bình;;1990;;;Bản Cụ;Mường É;"
    first = read_list(HEAD, ên, asked, name="lan 1")
    spelt = ên.replace("Bản Púa", "Púa").replace("Mường É", "xã Mường É")
    second = read_list(HEAD, spelt, asked.replace("Bản Cụ", "Bản Nhộp"), name="lan 2")
    one, two = bring_in(session, by, [first, second], ListChoices())
    assert states(one) == [ADDED, ADDED] and states(two) == [HELD, HELD]
    questions = of_kind(two, _K.DUPLICATE_IN_FILE)
    assert [(q.open, q.after) for q in questions] == [
        (True, "lan 1.csv!lan 1!2"), (True, "lan 1.csv!lan 1!3"),
    ]  # fmt: skip
    said = Answers({question.key: Answer(AnswerKind.SAME_PERSON) for question in questions})
    session.rollback()
    one, two = bring_in(session, by, [first, second], ListChoices(answers=said))
    assert states(two) == [MATCHED, MATCHED] and people(session) == 2
    assert [row.person_id for row in two.rows] == [row.person_id for row in one.rows]


def test_a_number_of_somebody_of_another_name_and_year_is_asked(
    session: Session, bring: Bring, make_person: MakePerson, read_list: ReadList
) -> None:
    """A number mistyped, or copied from the row above, is somebody's too."""
    known = make_person(session, "Lò Thị Ên", birth_year=1987, identity_number="014090001234")
    plan = read_list(HEAD, "Vì Văn Bình;Nam;1990;014090001234;;;Mường É;")
    (asked,) = of_kind(bring(session, plan), _K.IDENTITY_CONFLICT)
    assert asked.open and [c.key for c in asked.candidates] == [str(known)]
    said = {asked.key: Answer(AnswerKind.LEAVE_OUT)}
    again = bring(session, plan, answers=Answers(said))
    assert states(again) == [ADDED] and people(session) == 2
    numbers = session.scalars(select(IdentityNumber.person_id)).all()
    assert [person for person in numbers if person] == [known]


def test_whom_somebody_told_apart_from_the_one_that_agrees_is_not_offered_again(
    session: Session, bring: Bring, make_person: MakePerson, read_list: ReadList
) -> None:
    known = make_person(session, "Lò Thị Ên", birth_year=1987, phone="0912000000")
    row = "Lò Thị Ên;Nữ;1987;;0912345678;Bản Púa;Thuận Châu;"
    plan = read_list(HEAD, row)
    (asked,) = of_kind(bring(session, plan), _K.POSSIBLE_DUPLICATE)
    two = bring(session, plan, answers=Answers({asked.key: Answer(AnswerKind.TWO_PEOPLE)}))
    other = two.rows[0].person_id
    later = bring(session, read_list(HEAD, row, name="danh sach khac"))
    (asked,) = of_kind(later, _K.POSSIBLE_DUPLICATE)
    assert [(c.key, c.agrees) for c in asked.candidates] == [(str(other), True)]
    unclear = bring(session, read_list(HEAD, "Lò Thị Ên;;1987;;;;Thuận Châu;"))
    (asked,) = of_kind(unclear, _K.POSSIBLE_DUPLICATE)
    assert {c.key for c in asked.candidates} == {str(known), str(other)}, "it may be either"


# What one side does not tell

QUÀNG = "Quàng Thị Hoa"
NOWHERE = {"commune": None, "hamlet": "Bản Bó", "birth_year": 1985}


@pytest.mark.parametrize(
    "row",
    [
        "Quàng Thị Hoa;Nữ;;;;Bản Bó;Mường É;",
        "Quàng Thị Hoa;Nữ;;;;Bản Lào;Mường É;",
        "Quàng Thị Hoa;Nữ;1985;;;Bó;;",
    ],
    ids=["no year", "no year, another hamlet", "no commune"],
)
def test_somebody_whose_year_or_commune_a_list_leaves_out_is_asked_about(
    session: Session, bring: Bring, make_person: MakePerson, read_list: ReadList, row: str
) -> None:
    make_person(session, QUÀNG, commune="03727", hamlet="Bản Bó", birth_year=1985)
    report = bring(session, read_list(HEAD, row))
    assert states(report) == [HELD] and people(session) == 1
    (asked,) = of_kind(report, _K.POSSIBLE_DUPLICATE)
    assert asked.after == QUÀNG and not asked.candidates[0].agrees


@pytest.mark.parametrize(
    ("stored", "row", "asked"),
    [
        ({"commune": "03727", "hamlet": "Bản Bó"}, "1985;;;Bản Bó;Mường É", True),
        (NOWHERE, "1985;;;Bản Bó;Mường É", True),
        (NOWHERE, "1985;;;Bản Lào;Mường É", False),
        ({"commune": None, "hamlet": "Bản Bó"}, "1985;;;Bản Bó;Mường É", False),
        ({"commune": None, "birth_year": 1985}, "1985;;;Bản Lào;", True),
        ({"commune": None, "birth_year": 1985}, ";;;Bản Lào;", False),
        (NOWHERE, ";;;Bản Bó;", True),
        ({**NOWHERE, "commune": "03727"}, "1985;;;Bản Lào;", False),
        ({**NOWHERE, "commune": "03727"}, "1986;;;Bản Bó;", False),
        ({**NOWHERE, "commune": "03727"}, "1985;;;;", False),
    ],
)  # fmt: skip
def test_what_is_not_known_agrees_with_anything_but_something_must_agree(
    session: Session,
    bring: Bring,
    make_person: MakePerson,
    read_list: ReadList,
    stored: dict[str, Any],
    row: str,
    asked: bool,
) -> None:
    make_person(session, QUÀNG, **stored)
    report = bring(session, read_list(HEAD, f"{QUÀNG};Nữ;{row};"))
    assert states(report) == [HELD if asked else ADDED]


def test_two_files_of_one_go_are_compared_so_as_well(
    session: Session, by: Context, read_list: ReadList
) -> None:
    full = read_list(HEAD, f"{QUÀNG};Nữ;1985;;;Bản Bó;Mường É;", name="lan 1")
    yearless = read_list(HEAD, f"{QUÀNG};Nữ;;;;;Mường É;", name="lan 2")
    nowhere = read_list(HEAD, f"{QUÀNG};Nữ;1985;;;Bó;;", name="lan 3")
    elsewhere = read_list(HEAD, f"{QUÀNG};Nữ;1985;;;Bản Pá;Bình Thuận;", name="lan 4")
    reports = bring_in(session, by, [full, yearless, nowhere, elsewhere], ListChoices())
    assert [states(report) for report in reports] == [[ADDED], [HELD], [HELD], [ADDED]]


@pytest.mark.parametrize(
    ("row", "agrees"),
    [
        ("Lò Thị Ên;Nữ;05/03/1987;;0912345678;Bản Púa;Thuận Châu;", True),
        ("Lò Thị Ên;;1987;;;;Thuận Châu;", True),
        ("Lò Thị Én;Nữ;05/03/1987;;;Bản Púa;Thuận Châu;", False),
        ("Lò Thị Ên;Nam;05/03/1987;;;Bản Púa;Thuận Châu;", False),
        ("Lò Thị Ên;Nữ;06/03/1987;;;Bản Púa;Thuận Châu;", False),
        ("Lò Thị Ên;Nữ;05/03/1987;;;Bản Cụ;Thuận Châu;", False),
        ("Lò Thị Ên;Nữ;05/03/1987;;0999999999;Bản Púa;Thuận Châu;", False),
        ("Lò Thị Ên;Nữ;;;;Bản Púa;Thuận Châu;", False),
    ],
)
def test_a_row_that_says_nothing_else_of_somebody_is_told_from_one_that_does(
    session: Session,
    bring: Bring,
    make_person: MakePerson,
    read_list: ReadList,
    row: str,
    agrees: bool,
) -> None:
    make_person(
        session, hamlet="Bản Púa", gender=Gender.FEMALE, birth_date=date(1987, 3, 5),
        phone="0912345678",
    )  # fmt: skip
    (asked,) = of_kind(bring(session, read_list(HEAD, row)), _K.POSSIBLE_DUPLICATE)
    assert [c.agrees for c in asked.candidates] == [agrees]


# A number, or an id, of somebody else

KIÊN = "014080000111"
NAM = f"Quàng Văn Nam;Nam;1980;{KIÊN};;Bản Bó;Mường É;"


def numbers(session: Session) -> dict[str, int]:
    """How many people bear each number, by its last figures."""
    query = select(IdentityNumber.last_four, func.count()).group_by(IdentityNumber.last_four)
    borne = query.where(IdentityNumber.person_id.is_not(None))
    return {row[0]: row[1] for row in session.execute(borne)}


@pytest.mark.parametrize(
    ("row", "born", "gender", "asked"),
    [
        (NAM, 1980, Gender.MALE, True),
        (NAM.replace("1980", ""), 1980, None, True),
        (f"Lò Văn Kiên;Nam;1980;{KIÊN};;;Mường É;", 1991, Gender.FEMALE, True),
        (f"Lò Văn Kiên;Nam;1980;{KIÊN};;;Mường É;", 1991, Gender.MALE, False),
        (f"LÒ VĂN KIÉN;;;{KIÊN};;;Thuận Châu;", 1980, None, False),
    ],
    ids=["another name", "another name, no year", "another sex and year", "another year", "spelt"],
)
def test_a_number_under_another_name_is_asked_whatever_else_agrees(
    session: Session,
    bring: Bring,
    make_person: MakePerson,
    read_list: ReadList,
    row: str,
    born: int,
    gender: Gender | None,
    asked: bool,
) -> None:
    kiên = make_person(session, "Lò Văn Kiên", birth_year=born, gender=gender, identity_number=KIÊN)
    report = bring(session, read_list(HEAD, row))
    open_conflicts = [f for f in of_kind(report, _K.IDENTITY_CONFLICT) if f.open]
    assert [[c.key for c in f.candidates] for f in open_conflicts] == [[str(kiên)]] * asked
    assert states(report)[0] is (HELD if asked else MATCHED)


@pytest.mark.parametrize(
    ("said", "state", "borne"),
    [
        (Answer(AnswerKind.SAME_PERSON), MATCHED, {"0111": 1}),
        (Answer(AnswerKind.TWO_PEOPLE), ADDED, {"0111": 1}),
        (Answer(AnswerKind.LEAVE_OUT), ADDED, {"0111": 1}),
        (Answer(AnswerKind.VALUE, "014080000222"), ADDED, {"0111": 1, "0222": 1}),
        (Answer(AnswerKind.VALUE, "0140800"), HELD, {"0111": 1}),
    ],
    ids=["the same", "two people", "left out", "typed anew", "typed wrongly"],
)
def test_a_number_of_somebody_else_is_joined_left_out_or_corrected(
    session: Session,
    bring: Bring,
    make_person: MakePerson,
    read_list: ReadList,
    said: Answer,
    state: ImportRowState,
    borne: dict[str, int],
) -> None:
    kiên = make_person(session, "Lò Văn Kiên", birth_year=1980, identity_number=KIÊN)
    plan = read_list(HEAD, NAM)
    (asked,) = of_kind(bring(session, plan), _K.IDENTITY_CONFLICT)
    if said.kind is AnswerKind.SAME_PERSON:
        said = Answer(said.kind, str(kiên))
    report = bring(session, plan, answers=Answers({asked.key: said}))
    assert (states(report), numbers(session)) == ([state], borne)
    assert [(f.answer, f.open) for f in of_kind(report, _K.IDENTITY_CONFLICT)] == [
        (said, state is HELD)
    ]
    other = report.rows[0].person_id
    if said.kind is AnswerKind.TWO_PEOPLE:
        assert other is not None and are_distinct(session, kiên, other)


def test_a_number_typed_anew_that_is_somebody_elses_too_is_asked_again(
    session: Session, bring: Bring, make_person: MakePerson, read_list: ReadList
) -> None:
    make_person(session, "Lò Văn Kiên", identity_number=KIÊN)
    dung = make_person(session, "Cầm Thị Dung", identity_number="014191000222")
    plan = read_list(HEAD, NAM)
    (asked,) = of_kind(bring(session, plan), _K.IDENTITY_CONFLICT)
    said = Answers({asked.key: Answer(AnswerKind.VALUE, "014191000222")})
    (again,) = of_kind(bring(session, plan, answers=said), _K.IDENTITY_CONFLICT)
    assert again.open and [c.key for c in again.candidates] == [str(dung)]


def test_a_row_that_waits_keeps_a_number_typed_anew_and_no_text_has_it(
    session: Session, bring: Bring, make_person: MakePerson, read_list: ReadList
) -> None:
    make_person(session, "Lò Văn Kiên", identity_number=KIÊN)
    plan = read_list(HEAD, NAM.replace("Mường É", "Xã Lạ Lùng"))
    (asked,) = of_kind(bring(session, plan), _K.IDENTITY_CONFLICT)
    said = Answers({asked.key: Answer(AnswerKind.VALUE, "014080000222")})
    assert states(bring(session, plan, answers=said)) == [HELD]
    texts = session.execute(text("SELECT cells FROM import_row UNION SELECT before || coalesce("
                                 "after, '') FROM import_finding")).scalars()  # fmt: skip
    assert not any("014080000222" in (kept or "") for kept in texts)
    waiting = session.scalars(
        select(IdentityNumber.last_four)
        .join(ImportRow, ImportRow.id == IdentityNumber.import_row_id)
        .where(ImportRow.superseded_by_id.is_(None), IdentityNumber.person_id.is_(None))
    ).all()
    assert waiting == ["0222"]


def test_of_two_rows_with_one_number_said_to_be_two_people_one_gets_it(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    plan = read_list(HEAD, NAM, NAM.replace("Quàng Văn Nam", "Cà Văn Ơn"))
    (asked,) = of_kind(bring(session, plan), _K.DUPLICATE_IN_FILE)
    session.rollback()
    report = bring(session, plan, answers=Answers({asked.key: Answer(AnswerKind.TWO_PEOPLE)}))
    assert (states(report), numbers(session)) == ([ADDED, ADDED], {"0111": 1})


@pytest.mark.parametrize("copy_first", [True, False])
def test_a_row_of_our_own_list_copied_and_typed_over_is_asked_and_adds_somebody(
    session: Session, bring: Bring, make_person: MakePerson, read_list: ReadList, copy_first: bool
) -> None:
    chung = make_person(
        session, "Lò Văn Chung", birth_date=date(1980, 1, 1), gender=Gender.MALE, phone="0912000000"
    )
    own = f"Lò Văn Chung;Nam;01/01/1980;;0912000000;;Thuận Châu;{chung}"
    copy = f"Lò Văn Trung;Nam;01/01/1980;;0912000000;;Thuận Châu;{chung}"
    plan = read_list(HEAD, *((copy, own) if copy_first else (own, copy)))
    first = bring(session, plan)
    assert sorted(states(first)) == sorted([HELD, MATCHED])
    assert get_person(session, chung).name == "Lò Văn Chung"
    (asked,) = of_kind(first, _K.IDENTITY_CONFLICT)
    said = {asked.key: Answer(AnswerKind.TWO_PEOPLE)}
    report = bring(session, plan, answers=Answers(said))
    assert sorted(states(report)) == sorted([ADDED, MATCHED])
    assert get_person(session, chung).name == "Lò Văn Chung" and people(session) == 2


def test_a_row_of_our_own_list_typed_over_with_somebody_else_is_asked(
    session: Session, bring: Bring, make_person: MakePerson, read_list: ReadList
) -> None:
    chung = make_person(session, "Lò Văn Chung", birth_year=1980)
    row = f"Người Khác Hẳn;Nữ;1991;;;;Thuận Châu;{chung}"
    plan = read_list(HEAD, row)
    (asked,) = of_kind(bring(session, plan), _K.IDENTITY_CONFLICT)
    assert asked.field == "program_id" and people(session) == 1
    report = bring(
        session, plan, answers=Answers({asked.key: Answer(AnswerKind.SAME_PERSON, str(chung))})
    )
    assert (states(report), get_person(session, chung).name) == ([MATCHED], "Người Khác Hẳn")
