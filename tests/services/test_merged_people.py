"""Two records of one person in one course: everything that reads them tells of one person."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.enums import AttendanceStatus, Skill, SkillResult, Verdict
from taphuan.models.people import Card
from taphuan.services.assessment_grid import assessment_rows
from taphuan.services.assessments import Word, assess
from taphuan.services.cards import card_codes
from taphuan.services.certificates import issue_certificates, register
from taphuan.services.closing import close_course
from taphuan.services.course_certificates import certificate_rows
from taphuan.services.course_lines import course_lines
from taphuan.services.courses import CourseRecord, find_course, list_courses
from taphuan.services.door import door_state
from taphuan.services.enrolments import EnrolmentRecord, course_people
from taphuan.services.history import person_history
from taphuan.services.integrity import check_derived
from taphuan.services.merging import merge as merge_people
from taphuan.services.merging import unmerge
from taphuan.services.overview import MissingKind, overview
from taphuan.services.people import person_records
from taphuan.services.people_lines import people_found
from taphuan.services.person_details import show_number
from taphuan.services.results import results
from taphuan.services.search import first_page
from taphuan.services.students import readmit, set_statuses, students, undo_all, withdraw_all
from taphuan.services.tallies import TallyScope, tally
from taphuan.services.tally_people import Cell, Figure, people_behind

NOW = datetime(2026, 3, 3, 12)
PRESENT, LATE, ABSENT = AttendanceStatus.PRESENT, AttendanceStatus.LATE, AttendanceStatus.ABSENT
NUMBER, OTHER = "014187001234", "050123456"
Scan = Callable[..., object]


@dataclass
class Twice:
    """A course with one woman in it twice, not yet merged, and somebody else."""

    session: Session
    by: Context
    course: CourseRecord
    kept: EnrolmentRecord
    other: EnrolmentRecord

    def merge(self) -> UUID:
        return merge_people(self.session, self.by, self.kept.person_id, self.other.person_id)

    def close(self) -> None:
        close_course(self.session, self.by, self.course)
        self.session.flush()
        self.course = find_course(self.session, self.course.code)


@pytest.fixture
def twice(
    session: Session,
    by: Context,
    make_course: Callable[..., CourseRecord],
    enrolled: Callable[..., EnrolmentRecord],
) -> Twice:
    course = make_course(session, sessions=2, skills=(Skill.DVC,), required_skills=())
    kept = enrolled(session, course, "Lò Thị Ên", hamlet="Bản Púa", identity_number=NUMBER)
    other = enrolled(
        session, course, "Lò Ên", hamlet="Bản Bó", phone="0912345678", identity_number=OTHER
    )
    enrolled(session, course, "Vì Văn Bình", hamlet="Bản Púa", phone="0912000111")
    return Twice(session, by, course, kept, other)


@pytest.fixture
def attended(twice: Twice, scan: Scan) -> Twice:
    """The first card came late to the first session; the second on time, and to the second."""
    scan(twice.session, twice.course, twice.kept.code, 1, "08:40")
    scan(twice.session, twice.course, twice.other.code, 1, "07:50")
    scan(twice.session, twice.course, twice.other.code, 2, "07:50")
    return twice


def test_the_course_lists_one_person_with_the_better_status_of_each_session(
    attended: Twice,
) -> None:
    attended.merge()
    state = students(attended.session, attended.course, NOW)
    assert [(s.person.name, s.marks) for s in state.present] == [
        ("Vì Văn Bình", (ABSENT, ABSENT)),
        ("Lò Thị Ên", (PRESENT, PRESENT)),
    ]
    assert [(c.attended, c.enrolled) for c in state.sessions] == [(1, 2), (1, 2)]
    assert check_derived(attended.session).problems == ()


def test_every_count_of_the_enrolled_counts_one(attended: Twice) -> None:
    session = attended.session
    attended.merge()
    assert [line.enrolled for line in course_lines(session, NOW)] == [2]
    assert [course.enrolled for course in list_courses(session)] == [2]
    page = overview(session, datetime(2026, 3, 2, 12))
    assert [(s.enrolled, s.attended) for s in page.today] == [(2, 1)]
    assert [course.enrolled for course in page.running] == [2]
    assert (page.figures.people, page.figures.turns) == (2, 2)


def test_a_phone_the_merge_brought_is_not_missing(twice: Twice) -> None:
    now = datetime(2026, 3, 2, 12)

    def missing() -> dict[MissingKind, int]:
        return {m.kind: m.count for m in overview(twice.session, now).missing}

    assert missing()[MissingKind.NO_PHONE] == 1
    twice.merge()
    assert MissingKind.NO_PHONE not in missing()


def test_the_tally_and_the_people_behind_it_count_one(attended: Twice) -> None:
    attended.merge()
    scope = TallyScope((attended.course.id,))
    total = tally(attended.session, attended.by, scope).total
    assert (total.enrolled, total.attended, total.turns) == (2, 1, 2)
    cell = Cell(Figure.ATTENDED, is_total=True)
    assert [p.name for p in people_behind(attended.session, scope, cell)] == ["Lò Thị Ên"]


def test_either_card_is_scanned_at_the_door(twice: Twice, scan: Scan) -> None:
    twice.merge()
    first = scan(twice.session, twice.course, twice.other.code, 1)
    second = scan(twice.session, twice.course, twice.kept.code, 1)
    assert [a.verdict for a in (first, second)] == [  # type: ignore[attr-defined]
        Verdict.PRESENT,
        Verdict.ALREADY_IN,
    ]
    assert second.name == first.name == "Lò Thị Ên"  # type: ignore[attr-defined]
    assert second.enrolment_id is not None  # type: ignore[attr-defined]


def test_scans_before_the_merge_are_the_kept_persons_beside_the_door(attended: Twice) -> None:
    attended.merge()
    state = door_state(attended.session, attended.course, attended.course.sessions[0])
    kept = attended.kept.person_id
    assert {(line.name, line.person_id) for line in state.lines} == {("Lò Thị Ên", kept)}
    assert state.marks == {kept: PRESENT}


def test_search_finds_the_person_by_either_card_and_either_number(twice: Twice) -> None:
    twice.merge()
    session = twice.session
    for typed in (twice.kept.code, twice.other.code, NUMBER[-4:], OTHER[-4:], "0912345678"):
        shown = person_records(session, first_page(session, typed or ""))
        assert [person.name for person in shown] == ["Lò Thị Ên"]


def test_lists_show_a_number_and_a_card_that_only_the_merged_record_has(
    session: Session,
    by: Context,
    make_course: Callable[..., CourseRecord],
    enrolled: Callable[..., EnrolmentRecord],
) -> None:
    course = make_course(session)
    kept = enrolled(session, course, "Lò Thị Ên")
    other = enrolled(session, course, "Lò Thị Ên", identity_number=NUMBER)
    merge_people(session, by, kept.person_id, other.person_id)
    assert card_codes(session, [kept.person_id]) == {kept.person_id: kept.code}
    for card in session.scalars(select(Card).where(Card.code == kept.code)):
        card.revoked_at = by.clock()
    session.flush()
    found = person_records(session, first_page(session, "en"))
    listed = course_people(session, course.id)
    assert [p.identity for p in (*found, *listed)] == ["••••••••1234"] * 2
    assert [p.code for p in (*found, *listed)] == [other.code] * 2
    assert card_codes(session, [kept.person_id]) == {kept.person_id: other.code}


def test_both_numbers_are_shown_to_who_asks(twice: Twice) -> None:
    twice.merge()
    assert show_number(twice.session, twice.by, twice.kept.person_id) == f"{NUMBER}, {OTHER}"


def test_the_history_tells_of_the_course_once(attended: Twice) -> None:
    session, by = attended.session, attended.by
    word = Word(Skill.DVC, SkillResult.PASS)
    assess(session, by, attended.course.id, attended.other.person_id, word)
    attended.merge()
    history = person_history(session, attended.other.person_id)
    (course,) = history.courses
    assert [mark.status for mark in course.sessions] == [PRESENT, PRESENT]
    assert course.skills == {Skill.DVC: SkillResult.PASS}
    assert course.place == "Bản Púa, Thuận Châu"
    assert len(history.cards) == 2


def test_the_export_of_people_holds_one_line(twice: Twice) -> None:
    twice.merge()
    assert [p.line.name for p in people_found(twice.session, "en")] == ["Lò Thị Ên"]


def test_a_status_set_by_hand_counts_over_both_records(attended: Twice) -> None:
    attended.merge()
    session, by, first = attended.session, attended.by, attended.course.sessions[0].id

    def marks() -> list[AttendanceStatus | None]:
        state = students(session, attended.course, NOW)
        return [s.marks[0] for s in state.present if s.person.name == "Lò Thị Ên"]

    (listed,) = [p for p in course_people(session, attended.course.id) if p.name == "Lò Thị Ên"]
    facts = set_statuses(session, by, [listed.id], first, ABSENT)
    assert marks() == [ABSENT]
    undo_all(session, by, facts)
    assert marks() == [PRESENT]
    assert check_derived(session).problems == ()


def test_who_withdraws_is_gone_under_both_records_and_comes_back(attended: Twice) -> None:
    attended.merge()
    session, course = attended.session, attended.course
    (listed,) = [p for p in course_people(session, course.id) if p.name == "Lò Thị Ên"]
    withdraw_all(session, attended.by, [listed.id], "chuyển xã")
    assert [p.name for p in course_people(session, course.id)] == ["Vì Văn Bình"]
    readmit(session, attended.by, [listed.id])
    assert len(course_people(session, course.id)) == 2


def test_a_later_word_of_the_trainer_counts_over_both_records(twice: Twice) -> None:
    session, by, course = twice.session, twice.by, twice.course

    def word() -> Word | None:
        rows = assessment_rows(session, course)
        return next(r.words.get(Skill.DVC) for r in rows if r.person.name == "Lò Thị Ên")

    assess(session, by, course.id, twice.other.person_id, Word(Skill.DVC, SkillResult.PASS))
    twice.merge()
    assert word() == Word(Skill.DVC, SkillResult.PASS)
    assess(session, by, course.id, twice.kept.person_id, Word(Skill.DVC, SkillResult.STUCK))
    assert word() == Word(Skill.DVC, SkillResult.STUCK)
    assess(session, by, course.id, twice.kept.person_id, Word(Skill.DVC, None))
    assert word() is None
    assert check_derived(session).problems == ()


def test_of_two_recorded_outcomes_the_better_one_is_shown(attended: Twice) -> None:
    attended.close()
    session = attended.session
    before = {line.person.name: line.completed for line in results(session, attended.course).lines}
    assert before == {"Lò Thị Ên": False, "Lò Ên": True, "Vì Văn Bình": False}
    attended.merge()
    lines = results(session, attended.course).lines
    assert [(line.person.name, line.completed) for line in lines] == [
        ("Vì Văn Bình", False),
        ("Lò Thị Ên", True),
    ]


def test_nobody_is_due_a_certificate_who_has_one_under_another_record(attended: Twice) -> None:
    attended.close()
    session = attended.session
    issue_certificates(session, attended.by, attended.course, date(2026, 3, 20))
    attended.merge()
    assert not any(row.is_due for row in certificate_rows(session, attended.course))
    kinds = {m.kind for m in overview(session, datetime(2026, 3, 21, 12)).missing}
    assert MissingKind.NO_CERTIFICATE not in kinds


def test_two_certificates_both_stay_and_are_flagged(attended: Twice, scan: Scan) -> None:
    scan(attended.session, attended.course, attended.kept.code, 2, "07:50")
    attended.close()
    session = attended.session
    issue_certificates(session, attended.by, attended.course, date(2026, 3, 20))
    assert {r.line.note for r in register(session, 2026)} == {""}
    redirect = attended.merge()
    (row,) = [r for r in certificate_rows(session, attended.course) if r.holding]
    assert row.holding is not None
    assert [h.number for h in (row.holding, *row.others)] == ["001/GCN-SKHCN", "002/GCN-SKHCN"]
    assert [(r.line.number, r.line.note) for r in register(session, 2026)] == [
        ("001/GCN-SKHCN", "Cùng người với số 002/GCN-SKHCN"),
        ("002/GCN-SKHCN", "Cùng người với số 001/GCN-SKHCN"),
    ]
    unmerge(session, attended.by, redirect)
    assert {r.line.note for r in register(session, 2026)} == {""}


def test_after_unmerging_the_course_holds_two_again(attended: Twice) -> None:
    session = attended.session
    unmerge(session, attended.by, attended.merge())
    state = students(session, attended.course, NOW)
    assert {(s.person.name, s.marks) for s in state.present} == {
        ("Lò Thị Ên", (LATE, ABSENT)),
        ("Lò Ên", (PRESENT, PRESENT)),
        ("Vì Văn Bình", (ABSENT, ABSENT)),
    }
    assert [line.enrolled for line in course_lines(session, NOW)] == [3]
