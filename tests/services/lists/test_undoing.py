from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from taphuan.importing.fields import Field
from taphuan.importing.findings import Answer, AnswerKind, Answers, FindingKey, FindingKind
from taphuan.importing.plan import ImportPlan
from taphuan.models.context import Context
from taphuan.models.courses import Enrolment
from taphuan.models.enums import Origin
from taphuan.models.errors import AppError, ErrorCode
from taphuan.models.people import Person
from taphuan.models.places import Hamlet
from taphuan.models.tables import Base
from taphuan.services.courses import CourseRecord
from taphuan.services.distinct import forget_distinct, mark_distinct
from taphuan.services.enrolments import EnrolmentPlace, course_people, enrol
from taphuan.services.lists.batches import batch, dependents, find_batch, list_batches, undo
from taphuan.services.lists.bringing import bring_in
from taphuan.services.lists.choices import ListChoices
from taphuan.services.lists.dependents import KINDS, Dependent, DependentKind
from taphuan.services.lists.draft import ImportReport
from taphuan.services.lists.held import discard, held_rows, settle
from taphuan.services.lists.made import made_ids
from taphuan.services.merging import merge as merge_people
from taphuan.services.merging import unmerge
from taphuan.services.people import change_person

Bring = Callable[..., ImportReport]
MakeCourse = Callable[..., CourseRecord]
MakePerson = Callable[..., UUID]
ReadList = Callable[..., ImportPlan]
Everything = Callable[[Session], dict[str, Any]]
HEAD = "STT;Họ và tên;Giới tính;Ngày sinh;Dân tộc;Số CCCD;Điện thoại;Bản;Xã;Tổ;Chức vụ"
ÊN = "1;Lò Thị Ên;Nữ;05/03/1987;Thái;014187001234;0912345678;Bản Púa;Thuận Châu;Tổ bản Púa;"
BÌNH = "2;Vì Văn Bình;Nam;02/09/1990;Thái;;0388123456;Bản Nhộp;Mường É;;Thành viên"
BAD = "3;Cà Văn Chung;Nam;32/13/1970;Thái;014070009999;;Bản Cụ;Mường É;;"
NOWHERE = "4;Cà Văn Đô;Nam;01/01/1971;Thái;014071008888;;Bản Cụ;Xã Không Có;;"


def test_taking_a_list_back_leaves_every_table_as_it_was(
    session: Session,
    by: Context,
    bring: Bring,
    make_course: MakeCourse,
    read_list: ReadList,
    everything: Everything,
) -> None:
    course = make_course(session)
    before = everything(session)
    report = bring(session, read_list(HEAD, ÊN, BÌNH, BAD, NOWHERE), course)
    changed = everything(session)
    told = batch(session, report.batch_id)
    assert told.made == {
        "person": 2, "card": 2, "identity_number": 3, "enrolment": 2, "hamlet": 2, "team": 1,
        "import_row": 4, "import_finding": len(report.findings),
    }  # fmt: skip
    assert changed["person"] != before["person"] and changed["search"] != before["search"]
    assert dependents(session, report.batch_id) == ()
    line = undo(session, by, report.batch_id)
    assert everything(session) == before
    assert (line.read, line.added, line.held) == (4, 0, 0)
    assert (line.undone_by, line.file_name) == ("Lường Thị Kiểm", "danh sach.csv")
    assert isinstance(line.undone_at, datetime)


def test_what_a_list_changed_in_people_it_met_is_as_it_was(
    session: Session,
    by: Context,
    bring: Bring,
    make_person: MakePerson,
    read_list: ReadList,
    everything: Everything,
) -> None:
    make_person(session, "Lò Thị Ên", commune=None, identity_number="014187001234")
    named = make_person(session, "Vì Văn Bịnh", hamlet="Nhộp", phone="0388000000")
    before = everything(session)
    head = HEAD + ";Mã học viên"
    plan = read_list(
        head, f"{ÊN};", f"{BÌNH.replace(';;0388', ';014090007777;0388')};{named}"
    )  # fmt: skip
    report = bring(session, plan)
    assert [row.person_id for row in report.rows if row.person_id == named] == [named]
    changed = session.scalars(select(Person).where(Person.id == named)).one()
    assert (changed.name, changed.phone) == ("Vì Văn Bình", "0388123456")
    session.expire_all()
    undo(session, by, report.batch_id)
    assert everything(session) == before


def test_rows_that_were_settled_or_left_out_later_go_with_their_list(
    session: Session,
    by: Context,
    bring: Bring,
    make_course: MakeCourse,
    read_list: ReadList,
    everything: Everything,
) -> None:
    course = make_course(session)
    before = everything(session)
    report = bring(session, read_list(HEAD, ÊN, BAD, NOWHERE), course)
    bad, nowhere = held_rows(session)
    (asked,) = [f for f in bad.line.findings if f.open]
    settle(session, by, bad.id, Answers({asked.key: Answer(AnswerKind.VALUE, "05/03/1970")}))
    discard(session, by, nowhere.id)
    line = list_batches(session)[0]
    assert (line.added, line.held, line.discarded) == (2, 0, 1)
    undo(session, by, report.batch_id)
    assert everything(session) == before


def test_a_list_brought_in_again_gives_rows_that_waited_back_when_it_is_taken_back(
    session: Session, by: Context, bring: Bring, read_list: ReadList, everything: Everything
) -> None:
    plan = read_list(HEAD, ÊN, BAD)
    bring(session, plan)
    before = everything(session)
    again = bring(session, plan)
    assert len(held_rows(session)) == 1
    assert [line.superseded for line in list_batches(session)] == [0, 1]
    undo(session, by, again.batch_id)
    assert everything(session) == before
    assert len(held_rows(session)) == 1


def test_columns_that_were_remembered_are_forgotten_with_their_list(
    session: Session, by: Context, read_list: ReadList, everything: Everything
) -> None:
    plan = read_list("Họ và tên;Năm sinh;Ô lạ;Xã", "Lò Thị Ên;1987;Bản Púa;Mường É")
    before = everything(session)
    key = (plan.source.sha256, plan.tables[0].sheet)
    choices = ListChoices(fields={key: {2: Field.HAMLET}})
    first = bring_in(session, by, [plan], choices)[0]
    kept = everything(session)
    assert len(kept["list_layout"]) == 1
    again = bring_in(session, by, [plan], ListChoices(fields={key: {2: Field.NOTE}}))[0]
    undo(session, by, again.batch_id)
    assert everything(session) == kept
    undo(session, by, first.batch_id)
    assert everything(session) == before


def test_what_two_people_are_not_is_forgotten_with_the_list_that_asked(
    session: Session,
    by: Context,
    bring: Bring,
    make_person: MakePerson,
    read_list: ReadList,
    everything: Everything,
) -> None:
    make_person(session, "Lò Thị Ên", birth_year=1987)
    before = everything(session)
    plan = read_list("Họ và tên;Năm sinh;Xã", "Lò Thị Ên;1987;Thuận Châu")
    sha256, sheet = plan.source.sha256, plan.tables[0].sheet
    key = FindingKey(sha256, sheet, 2, Field.NAME, FindingKind.POSSIBLE_DUPLICATE)
    said = Answers({key: Answer(AnswerKind.TWO_PEOPLE)})
    report = bring(session, plan, answers=said)
    assert len(everything(session)["distinct_pair"]) == 1
    undo(session, by, report.batch_id)
    assert everything(session) == before


def named(found: tuple[Dependent, ...]) -> set[tuple[DependentKind, str, str]]:
    return {(one.kind, one.who, one.where) for one in found}


def test_who_came_to_a_session_is_named_and_nothing_is_taken_back(
    session: Session,
    by: Context,
    bring: Bring,
    make_course: MakeCourse,
    read_list: ReadList,
    attends: Callable[..., None],
    everything: Everything,
) -> None:
    course = make_course(session)
    report = bring(session, read_list(HEAD, ÊN, BÌNH), course)
    ên = next(p for p in course_people(session, course.id) if p.name == "Lò Thị Ên")
    attends(session, course, ên, 2)
    before = everything(session)
    with pytest.raises(AppError) as refused:
        undo(session, by, report.batch_id)
    assert refused.value.code is ErrorCode.BATCH_IN_USE
    assert refused.value.data["person"] == ("Lò Thị Ên",)
    assert everything(session) == before
    assert (DependentKind.ATTENDANCE, "Lò Thị Ên", "TH-01") in named(
        dependents(session, report.batch_id)
    )


def test_an_enrolment_by_hand_a_correction_and_a_merge_are_named(
    session: Session,
    by: Context,
    bring: Bring,
    make_course: MakeCourse,
    make_person: MakePerson,
    read_list: ReadList,
    merge: Callable[[Session, UUID, UUID], None],
) -> None:
    course, other = make_course(session), make_course(session, "TH-02")
    third = "5;Tòng Văn Giang;Nam;03/04/1980;Thái;;;Bản Nhộp;Mường É;;"
    report = bring(session, read_list(HEAD, ÊN, BÌNH, third), course)
    ên, bình, giang = (row.person_id for row in report.rows)
    assert ên and bình and giang
    enrol(session, by, other.id, ên, EnrolmentPlace(), Origin.TYPED)
    change_person(session, by, bình, phone="0388999999")
    merge(session, giang, make_person(session, "Tòng Văn Giang"))
    assert named(dependents(session, report.batch_id)) >= {
        (DependentKind.ENROLMENT, "Lò Thị Ên", "TH-02"),
        (DependentKind.EDITED, "Vì Văn Bình", ""),
        (DependentKind.MERGE, "Tòng Văn Giang", "Tòng Văn Giang"),
    }


def test_a_later_list_that_met_somebody_is_named_until_it_is_taken_back(
    session: Session, by: Context, bring: Bring, read_list: ReadList, make_person: MakePerson
) -> None:
    stored = make_person(session, "Quàng Văn Ín", commune=None, identity_number="014071005555")
    ín = "7;Quàng Văn Ín;Nam;;;014071005555;;;;;"
    first = bring(session, read_list(HEAD, ÊN, ín, name="lan 1"))
    later = ín.replace(";;;014", ";;Thái;014").replace("5555;;", "5555;0912000111;")
    second = bring(session, read_list(HEAD, ÊN, later, name="lan 2"))
    assert second.rows[1].person_id == stored
    (later_file,) = dependents(session, first.batch_id)
    assert (later_file.kind, later_file.who) == (DependentKind.BATCH, "lan 2.csv")
    assert later_file.at == list_batches(session)[0].brought_at
    undo(session, by, second.batch_id)
    assert dependents(session, first.batch_id) == ()


def test_a_list_is_taken_back_once(
    session: Session, by: Context, bring: Bring, read_list: ReadList, refused: Callable[..., Any]
) -> None:
    report = bring(session, read_list(HEAD, ÊN))
    undo(session, by, report.batch_id)
    assert refused(undo, session, by, report.batch_id) is ErrorCode.BATCH_UNDONE
    assert refused(undo, session, by, by.new_id()) is ErrorCode.UNKNOWN_BATCH
    again = bring(session, read_list(HEAD, ÊN))
    assert again.seen_before is None and again.rows[0].state == "added"


def test_a_batch_is_found_by_how_its_id_begins(
    session: Session, bring: Bring, read_list: ReadList, refused: Callable[..., Any]
) -> None:
    first = bring(session, read_list(HEAD, ÊN)).batch_id
    bring(session, read_list(HEAD, BÌNH))
    assert find_batch(session, str(first)) == first
    assert find_batch(session, first.hex[:20].upper()) == first
    assert refused(find_batch, session, first.hex[:6]) is ErrorCode.UNKNOWN_BATCH
    assert refused(find_batch, session, "") is ErrorCode.UNKNOWN_BATCH


def test_every_table_that_can_refer_to_what_a_list_makes_has_a_word(by: Context) -> None:
    made = made_ids(by.new_id())
    tables = {
        table.name
        for table in Base.metadata.sorted_tables
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name in made
    }
    assert tables - {"import_finding"} <= set(KINDS)


def test_everybody_a_list_enrolled_leaves_the_course_with_it(
    session: Session, by: Context, bring: Bring, make_course: MakeCourse, read_list: ReadList
) -> None:
    course = make_course(session)
    known = bring(session, read_list(HEAD, ÊN))
    report = bring(session, read_list(HEAD, ÊN, BÌNH), course)
    assert len(course_people(session, course.id)) == 2
    undo(session, by, report.batch_id)
    assert session.scalars(select(Enrolment)).all() == []
    assert session.scalars(select(Person.id)).all() == [known.rows[0].person_id]


def test_a_later_list_that_lives_in_its_hamlets_is_named_once_by_file_and_time(
    session: Session,
    by: Context,
    bring: Bring,
    make_course: MakeCourse,
    read_list: ReadList,
    everything: Everything,
) -> None:
    before = everything(session)
    first = bring(session, read_list(HEAD, ÊN, name="01"))
    neighbours = [f"{n};Lò Văn {n};Nam;1980;Thái;;;Bản Púa;Thuận Châu;;" for n in ("Ủn", "Ĩnh")]
    second = bring(session, read_list(HEAD, *neighbours, name="05"), make_course(session))
    third = bring(session, read_list(HEAD, neighbours[0].replace("Ủn", "Êm"), name="06"))
    assert [(d.kind, d.who, d.count) for d in dependents(session, first.batch_id)] == [
        (DependentKind.BATCH, "06.csv", 1), (DependentKind.BATCH, "05.csv", 1),
    ]  # fmt: skip
    with pytest.raises(AppError) as refused:
        undo(session, by, first.batch_id)
    (sixth, fifth) = refused.value.data["candidates"]
    assert fifth == f"batch  05.csv  {list_batches(session)[1].brought_at:%F %H:%M}"
    assert sixth.startswith("batch  06.csv")
    for report in (third, second, first):
        undo(session, by, report.batch_id)
    assert everything(session)["person"] == before["person"]
    assert everything(session)["hamlet"] == before["hamlet"]


def test_somebody_entered_by_hand_in_a_new_hamlet_is_named_with_it(
    session: Session, bring: Bring, make_person: MakePerson, read_list: ReadList
) -> None:
    report = bring(session, read_list(HEAD, BÌNH))
    make_person(session, "Lù Thị Hoa", commune="03727", hamlet="Nhộp")
    assert named(dependents(session, report.batch_id)) == {
        (DependentKind.PLACE, "Lù Thị Hoa", "Nhộp")
    }


def test_a_merge_that_was_taken_back_hinders_nothing(
    session: Session,
    by: Context,
    bring: Bring,
    make_person: MakePerson,
    read_list: ReadList,
    everything: Everything,
) -> None:
    stored = make_person(session, "Lò Thị Yên", phone="0912345678")
    before = everything(session)
    report = bring(session, read_list(HEAD, ÊN, BÌNH), answers=None)
    ên, bình = (row.person_id for row in report.rows)
    assert ên and bình
    for keep, other in ((ên, bình), (stored, ên), (bình, stored)):
        redirect = merge_people(session, by, keep, other, overrule=True, two_numbers=True)
        assert DependentKind.MERGE in {d.kind for d in dependents(session, report.batch_id)}
        unmerge(session, by, redirect)
    assert dependents(session, report.batch_id) == ()
    undo(session, by, report.batch_id)
    assert everything(session) == before


def test_two_people_told_apart_and_not_after_all_hinder_nothing(
    session: Session,
    by: Context,
    bring: Bring,
    make_person: MakePerson,
    read_list: ReadList,
    everything: Everything,
) -> None:
    stored = make_person(session, "Lò Thị Yên")
    before = everything(session)
    report = bring(session, read_list(HEAD, ÊN))
    ên = report.rows[0].person_id
    assert ên
    mark_distinct(session, by, stored, ên)
    session.flush()
    assert named(dependents(session, report.batch_id)) == {
        (DependentKind.DISTINCT, "Lò Thị Ên", "Lò Thị Yên")
    }
    forget_distinct(session, by, stored, ên)
    session.flush()
    undo(session, by, report.batch_id)
    assert everything(session) == before


def test_what_somebody_deleted_since_goes_with_the_list(
    session: Session,
    by: Context,
    bring: Bring,
    make_course: MakeCourse,
    make_person: MakePerson,
    read_list: ReadList,
    everything: Everything,
) -> None:
    course = make_course(session)
    gone = make_person(session, "Lù Thị Hoa")
    before = everything(session)
    report = bring(session, read_list(HEAD, ÊN, BÌNH))
    ên = report.rows[0].person_id
    hamlet = session.scalars(select(Hamlet.id)).first()
    assert ên
    enrolled = enrol(session, by, course.id, ên, EnrolmentPlace(), Origin.TYPED)
    person = session.scalars(select(Person).where(Person.id == gone)).one()
    person.hamlet_id, stamp = hamlet, by.clock()
    session.flush()
    found = named(dependents(session, report.batch_id))
    assert {kind for kind, _, _ in found} == {DependentKind.ENROLMENT, DependentKind.PLACE}
    person.deleted_at = stamp
    session.execute(update(Enrolment).where(Enrolment.id == enrolled).values(deleted_at=stamp))
    session.flush()
    undo(session, by, report.batch_id)
    session.refresh(person)
    assert (person.name, person.hamlet_id) == ("Lù Thị Hoa", None)
    assert session.scalars(select(Enrolment)).all() == []
    person.deleted_at = None
    assert everything(session) == before


def test_a_scan_of_an_enrolment_that_was_deleted_still_hinders(
    session: Session,
    by: Context,
    bring: Bring,
    make_course: MakeCourse,
    read_list: ReadList,
    attends: Callable[..., None],
) -> None:
    course = make_course(session)
    report = bring(session, read_list(HEAD, ÊN))
    ên = report.rows[0].person_id
    assert ên
    enrol(session, by, course.id, ên, EnrolmentPlace(), Origin.TYPED)
    (there,) = course_people(session, course.id)
    attends(session, course, there, 1)
    session.execute(update(Enrolment).values(deleted_at=by.clock()))
    session.flush()
    kinds = {one.kind for one in dependents(session, report.batch_id)}
    assert DependentKind.ATTENDANCE in kinds and DependentKind.ENROLMENT not in kinds
