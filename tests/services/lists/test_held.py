import json
from collections.abc import Callable
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session
from taphuan.importing.findings import Answer, AnswerKind, Answers, Finding, FindingKind
from taphuan.importing.plan import ImportPlan
from taphuan.models.context import Context
from taphuan.models.courses import Course
from taphuan.models.enums import ImportRowState
from taphuan.models.errors import ErrorCode
from taphuan.models.imports import ImportBatch, ImportFinding, ImportRow
from taphuan.models.people import IdentityNumber, Person
from taphuan.services.courses import CourseRecord
from taphuan.services.distinct import are_distinct
from taphuan.services.enrolments import course_people
from taphuan.services.lists.batches import list_batches
from taphuan.services.lists.draft import ImportReport
from taphuan.services.lists.held import (
    HeldRow,
    count_held,
    discard,
    held_rows,
    repairs_accepted,
    restore,
    settle,
)
from taphuan.services.lists.review import ReviewColumn
from taphuan.services.settings import save_settings

Bring = Callable[..., ImportReport]
ReadList = Callable[..., ImportPlan]
ADDED, MATCHED, HELD = ImportRowState.ADDED, ImportRowState.MATCHED, ImportRowState.HELD
HEAD = "Họ và tên;Ngày sinh;Số CCCD;Điện thoại;Bản;Xã;Chức vụ"
BAD = "Cà Văn Chung;32/13/1970;014070009999;912345678;Bản Cụ;Mường É;Tổ phó"
NOWHERE = "Cà Văn Đô;01/01/1971;014071008888;;Bản Cụ;Xã Không Có;"
_K = FindingKind


def asked(row: HeldRow, kind: FindingKind) -> Finding:
    return next(f for f in row.line.findings if f.kind is kind and f.open)


def say(finding: Finding, kind: AnswerKind, value: str = "") -> Answers:
    return Answers({finding.key: Answer(kind, value)})


def test_rows_that_wait_are_shown_as_in_the_review_with_file_and_course(
    session: Session,
    bring: Bring,
    read_list: ReadList,
    make_course: Callable[..., CourseRecord],
) -> None:
    course = make_course(session)
    bring(session, read_list(HEAD, BAD, NOWHERE), course)
    bad, nowhere = held_rows(session)
    assert count_held(session) == 2
    assert (bad.file_name, bad.course_code, bad.line.row) == ("danh sach.csv", "TH-01", 2)
    assert bad.line.texts[ReviewColumn.BIRTH] == "32/13/1970"
    assert bad.line.texts[ReviewColumn.IDENTITY] == "••••••••9999"
    assert bad.line.texts[ReviewColumn.PHONE] == "0912345678"
    assert bad.line.state is nowhere.line.state is HELD
    assert asked(nowhere, _K.UNKNOWN_COMMUNE).before == "Xã Không Có"


def test_a_typed_value_brings_the_row_into_its_course(
    session: Session,
    by: Context,
    bring: Bring,
    read_list: ReadList,
    make_course: Callable[..., CourseRecord],
) -> None:
    course = make_course(session)
    bring(session, read_list(HEAD, BAD), course)
    (row,) = held_rows(session)
    said = say(asked(row, _K.BAD_DATE), AnswerKind.VALUE, "05/03/1970")
    assert settle(session, by, row.id, said) is ADDED
    (person,) = course_people(session, course.id, reveal=True)
    assert (person.name, f"{person.birth_date}", person.identity) == (
        "Cà Văn Chung", "1970-03-05", "014070009999",
    )  # fmt: skip
    assert (person.phone, person.hamlet, person.role) == ("0912345678", "Bản Cụ", "Tổ phó")
    assert count_held(session) == 0 and held_rows(session) == ()
    (line,) = list_batches(session)
    assert (line.read, line.added, line.held) == (1, 1, 0)
    kept = session.scalars(select(ImportRow)).one()
    assert (kept.settled_by, kept.cells) == (by.operator, None) and kept.settled_at


def test_the_identity_number_of_a_row_that_waits_is_kept_once_and_moves_with_it(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    bring(session, read_list(HEAD, NOWHERE))
    (row,) = held_rows(session)
    unknown = asked(row, _K.UNKNOWN_COMMUNE)
    settle(session, by, row.id, say(unknown, AnswerKind.VALUE, "no code"))
    (number,) = session.scalars(select(IdentityNumber)).all()
    assert (number.number, number.import_row_id) == ("014071008888", row.id)
    assert settle(session, by, row.id, say(unknown, AnswerKind.VALUE, "03727")) is ADDED
    (number,) = session.scalars(select(IdentityNumber)).all()
    assert number.person_id is not None and number.import_row_id is None


def test_what_was_decided_so_far_stays_while_another_question_is_open(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    bring(session, read_list(HEAD, BAD.replace("Mường É", "Xã Không Có")))
    (row,) = held_rows(session)
    commune = say(asked(row, _K.UNKNOWN_COMMUNE), AnswerKind.VALUE, "03727")
    assert settle(session, by, row.id, commune) is HELD
    (again,) = held_rows(session)
    assert [f.kind for f in again.line.findings if f.open] == [_K.BAD_DATE]
    assert again.line.texts[ReviewColumn.COMMUNE] == "Mường É"
    birth = say(asked(again, _K.BAD_DATE), AnswerKind.LEAVE_OUT)
    assert settle(session, by, row.id, birth) is ADDED
    decided = select(ImportFinding.kind, ImportFinding.decision).where(
        ImportFinding.severity == "question"
    )
    assert {tuple(r) for r in session.execute(decided)} == {
        ("unknown_commune", "value"), ("bad_date", "leave_out"),
    }  # fmt: skip


def test_a_typed_value_that_is_wrong_leaves_the_row_waiting(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    bring(session, read_list(HEAD, BAD))
    (row,) = held_rows(session)
    wrong = say(asked(row, _K.BAD_DATE), AnswerKind.VALUE, "31/02/1970")
    assert settle(session, by, row.id, wrong) is HELD
    assert session.scalar(select(func.count()).select_from(Person)) == 0


def test_a_row_is_understood_against_what_is_known_today(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    save_settings(session, by, province_code="01")
    bring(session, read_list(HEAD, NOWHERE.replace("Xã Không Có", "Bình Thuận")))
    assert held_rows(session)[0].line.state is HELD
    save_settings(session, by, province_code="14")
    (row,) = held_rows(session)
    assert row.line.state is ADDED and not any(f.open for f in row.line.findings)
    assert settle(session, by, row.id, Answers()) is ADDED


def test_somebody_who_came_in_meanwhile_is_asked_about_and_told_apart(
    session: Session,
    by: Context,
    bring: Bring,
    read_list: ReadList,
    make_person: Callable[..., UUID],
) -> None:
    bring(session, read_list(HEAD, "Cà Văn Đô;1971;;;;Xã Không Có;"))
    known = make_person(session, "Cà Văn Đô", commune="03727", birth_year=1971)
    (row,) = held_rows(session)
    commune = say(asked(row, _K.UNKNOWN_COMMUNE), AnswerKind.VALUE, "03727")
    assert settle(session, by, row.id, commune) is HELD
    (row,) = held_rows(session)
    question = asked(row, _K.POSSIBLE_DUPLICATE)
    assert [c.key for c in question.candidates] == [str(known)]
    assert settle(session, by, row.id, say(question, AnswerKind.TWO_PEOPLE)) is ADDED
    other = session.scalars(select(ImportRow.person_id)).one()
    assert other is not None and are_distinct(session, known, other)


def test_a_repeated_row_is_said_to_be_the_person_of_the_earlier_one(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    ên = "Lò Thị Ên;1987;;;Bản Púa;Mường É;"
    first = bring(session, read_list(HEAD, ên, ên))
    (row,) = held_rows(session)
    question = asked(row, _K.DUPLICATE_IN_FILE)
    assert settle(session, by, row.id, say(question, AnswerKind.SAME_PERSON)) is MATCHED
    rows = session.scalars(select(ImportRow.person_id)).all()
    assert set(rows) == {first.rows[0].person_id}


def test_a_row_left_out_waits_no_more_until_it_is_taken_back(
    session: Session,
    by: Context,
    bring: Bring,
    read_list: ReadList,
    refused: Callable[..., ErrorCode],
) -> None:
    bring(session, read_list(HEAD, BAD))
    before = held_rows(session)
    row = before[0]
    discard(session, by, row.id)
    assert count_held(session) == 0 and held_rows(session) == ()
    assert list_batches(session)[0].discarded == 1
    assert refused(discard, session, by, row.id) is ErrorCode.UNKNOWN_ROW
    assert refused(settle, session, by, row.id, Answers()) is ErrorCode.UNKNOWN_ROW
    restore(session, row.id)
    assert held_rows(session) == before
    assert refused(restore, session, row.id) is ErrorCode.UNKNOWN_ROW
    said = say(asked(row, _K.BAD_DATE), AnswerKind.LEAVE_OUT)
    assert settle(session, by, row.id, said) is ADDED
    assert session.scalars(select(IdentityNumber.number)).all() == ["014070009999"]


def test_a_row_left_out_is_not_taken_back_where_it_came_again(
    session: Session,
    by: Context,
    bring: Bring,
    read_list: ReadList,
    refused: Callable[..., ErrorCode],
) -> None:
    plan = read_list(HEAD, BAD)
    bring(session, plan)
    (row,) = held_rows(session)
    discard(session, by, row.id)
    again = bring(session, plan)
    if again.count(HELD):
        assert refused(restore, session, row.id) is ErrorCode.UNKNOWN_ROW
    else:
        restore(session, row.id)
    assert count_held(session) == 1


def test_rows_of_a_course_closed_since_are_listed_like_all_others(
    session: Session,
    by: Context,
    bring: Bring,
    read_list: ReadList,
    make_course: Callable[..., CourseRecord],
    refused: Callable[..., ErrorCode],
) -> None:
    course, other = make_course(session), make_course(session, "TH-02")
    bring(session, read_list(HEAD, BAD), other)
    bring(session, read_list(HEAD, NOWHERE), course)
    session.execute(update(Course).where(Course.code == "TH-01").values(status="closed"))
    session.expire_all()
    closed, still = held_rows(session)
    assert (closed.course_code, closed.course_open) == ("TH-01", False)
    assert (still.course_code, still.course_open) == ("TH-02", True)
    said = say(asked(closed, _K.UNKNOWN_COMMUNE), AnswerKind.VALUE, "03727")
    assert refused(settle, session, by, closed.id, said) is ErrorCode.COURSE_CLOSED
    assert count_held(session) == 2
    assert settle(session, by, closed.id, said, without_closed_course=True) is ADDED
    assert session.scalars(select(Person.name)).all() == ["Cà Văn Đô"]
    assert course_people(session, course.id) == []
    said = say(asked(still, _K.BAD_DATE), AnswerKind.LEAVE_OUT)
    assert settle(session, by, still.id, said, without_closed_course=True) is ADDED
    assert [p.name for p in course_people(session, other.id)] == ["Cà Văn Chung"]


def test_rows_of_a_course_that_was_deleted_are_listed_and_can_be_left_out(
    session: Session,
    by: Context,
    bring: Bring,
    read_list: ReadList,
    make_course: Callable[..., CourseRecord],
    refused: Callable[..., ErrorCode],
) -> None:
    bring(session, read_list(HEAD, BAD), make_course(session))
    session.execute(update(Course).values(deleted_at=by.clock()))
    session.expire_all()
    (row,) = held_rows(session)
    assert (row.course_code, row.course_open, row.line.state) == ("TH-01", False, HELD)
    said = say(asked(row, _K.BAD_DATE), AnswerKind.LEAVE_OUT)
    assert refused(settle, session, by, row.id, said) is ErrorCode.COURSE_CLOSED
    discard(session, by, row.id)
    assert count_held(session) == 0


SPACED = "Cà Văn Đô;1971;014 071 008 888;912345678;Bản Cụ;Xã Không Có;"


def test_a_repair_that_was_not_accepted_stays_a_question_until_it_is_answered(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    bring(session, read_list(HEAD, SPACED, accept=False), accept=False)
    (row,) = held_rows(session)
    kinds = {f.kind for f in row.line.findings if f.open}
    assert kinds == {_K.IDENTITY_FORMAT, _K.UNKNOWN_COMMUNE}
    commune = say(asked(row, _K.UNKNOWN_COMMUNE), AnswerKind.VALUE, "03727")
    assert settle(session, by, row.id, commune) is HELD
    (row,) = held_rows(session)
    assert [f.kind for f in row.line.findings if f.open] == [_K.IDENTITY_FORMAT]
    assert (
        settle(session, by, row.id, say(asked(row, _K.IDENTITY_FORMAT), AnswerKind.KEEP)) is ADDED
    )
    person = session.scalars(select(Person)).one()
    assert person.phone == "912345678"  # nobody accepted that one
    assert session.scalars(select(IdentityNumber.number)).all() == ["014071008888"]
    decided = {
        tuple(r) for r in session.execute(select(ImportFinding.kind, ImportFinding.decision))
    }
    assert {("identity_format", "accepted"), ("phone_zero", None)} <= decided


def test_accepting_all_repairs_of_a_row_takes_also_those_that_do_not_hold_it(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    listed = SPACED.replace("Cà Văn Đô", "CÀ VĂN ĐÔ").replace("Xã Không Có", "Mường É")
    bring(session, read_list(HEAD, listed, accept=False), accept=False)
    (row,) = held_rows(session)
    assert row.line.texts[ReviewColumn.NAME] == "CÀ VĂN ĐÔ"
    assert settle(session, by, row.id, repairs_accepted(row)) is ADDED
    person = session.scalars(select(Person)).one()
    assert (person.name, person.phone) == ("Cà Văn Đô", "0912345678")


def test_a_file_of_which_it_was_not_kept_is_judged_by_its_findings(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    bring(session, read_list(HEAD, SPACED, accept=False), accept=False)
    bring(session, read_list(HEAD, SPACED.replace("Đô", "Đủ")))
    for record in session.scalars(select(ImportBatch)):
        kept = json.loads(record.mapping)
        del kept["accept_repairs"]
        record.mapping = json.dumps(kept)
    session.flush()
    taken, refused = held_rows(session)
    assert [f.kind for f in taken.line.findings if f.open] == [_K.UNKNOWN_COMMUNE]
    assert asked(refused, _K.IDENTITY_FORMAT)


def test_rows_of_one_batch_can_be_asked_for(
    session: Session, bring: Bring, read_list: ReadList
) -> None:
    first = bring(session, read_list(HEAD, BAD))
    bring(session, read_list(HEAD, NOWHERE))
    assert [row.line.texts[ReviewColumn.NAME] for row in held_rows(session)] == [
        "Cà Văn Đô", "Cà Văn Chung",
    ]  # fmt: skip
    assert [row.batch_id for row in held_rows(session, first.batch_id)] == [first.batch_id]


def test_a_row_of_a_list_for_one_commune_stays_in_that_commune(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    bring(session, read_list("Họ và tên;Ngày sinh", "Cà Văn Chung;32/13/1970"), commune="03727")
    (row,) = held_rows(session)
    assert row.line.texts[ReviewColumn.COMMUNE] == "Mường É"
    said = say(asked(row, _K.BAD_DATE), AnswerKind.LEAVE_OUT)
    assert settle(session, by, row.id, said) is ADDED


def test_nothing_that_waits_holds_an_identity_number_in_its_cells_or_findings(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    wrong = NOWHERE.replace("014071008888", "01407100888")
    bring(session, read_list(HEAD, NOWHERE, wrong))
    for row in held_rows(session):
        bad = [f for f in row.line.findings if f.kind is _K.BAD_IDENTITY]
        said = {f.key: Answer(AnswerKind.VALUE, "014071007777") for f in bad}
        settle(session, by, row.id, Answers(said))
    texts = [str(tuple(r)) for r in session.execute(select(ImportRow.__table__))]
    texts += [str(tuple(r)) for r in session.execute(select(ImportFinding.__table__))]
    assert not any(n in t for t in texts for n in ("014071008888", "014071007777", "01407100888"))
