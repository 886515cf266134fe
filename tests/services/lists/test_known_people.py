from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from taphuan.importing.findings import Answer, AnswerKind, Answers, Finding, FindingKind, Severity
from taphuan.importing.plan import ImportPlan
from taphuan.models.context import Context
from taphuan.models.enums import Gender, ImportRowState
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
    assert states(one) == [ADDED, ADDED] and states(two) == [MATCHED, HELD]
    assert two.rows[0].person_id == one.rows[0].person_id
    (told, question) = of_kind(two, _K.DUPLICATE_IN_FILE)
    assert (told.severity, told.after) == (Severity.NOTE, "lan 1.csv!lan 1!2")
    assert question.open
    said = Answers({question.key: Answer(AnswerKind.SAME_PERSON)})
    session.rollback()
    one, two = bring_in(session, by, [first, second], ListChoices(answers=said))
    assert states(two) == [MATCHED, MATCHED] and people(session) == 2


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


def test_people_who_were_told_apart_are_not_asked_about_again(
    session: Session, bring: Bring, make_person: MakePerson, read_list: ReadList
) -> None:
    known = make_person(session, "Lò Thị Ên", birth_year=1987, phone="0912000000")
    row = "Lò Thị Ên;Nữ;1987;;0912345678;Bản Púa;Thuận Châu;"
    plan = read_list(HEAD, row)
    (asked,) = of_kind(bring(session, plan), _K.POSSIBLE_DUPLICATE)
    two = bring(session, plan, answers=Answers({asked.key: Answer(AnswerKind.TWO_PEOPLE)}))
    other = two.rows[0].person_id
    later = bring(session, read_list(HEAD, row, name="danh sach khac"))
    assert (states(later), later.rows[0].person_id) == ([MATCHED], other)
    unclear = bring(session, read_list(HEAD, "Lò Thị Ên;;1987;;;;Thuận Châu;"))
    assert states(unclear) == [HELD], "it may be either"
    assert other != known
