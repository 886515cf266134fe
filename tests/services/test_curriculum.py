"""The curriculum: what the reference data brings, and topics of one's own."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.courses import SessionTopic
from taphuan.models.enums import Skill
from taphuan.models.errors import ErrorCode
from taphuan.services.courses import CourseRecord
from taphuan.services.curriculum import (
    SkillGroup,
    TopicRecord,
    add_topic,
    change_topic,
    load_curriculum,
    put_back,
    remove_topic,
    retire_topic,
)
from taphuan.services.reference import load_reference

Refused = Callable[..., ErrorCode]
MakeCourse = Callable[..., CourseRecord]
TODAY = date(2026, 3, 2)


def group(session: Session, key: str | None) -> SkillGroup:
    return next(g for g in load_curriculum(session) if g.key == key)


def topic(session: Session, key: str) -> TopicRecord:
    return next(t for g in load_curriculum(session) for t in g.topics if t.key == key)


def teach(session: Session, course: CourseRecord, key: str) -> None:
    session.add(SessionTopic(session_id=course.sessions[0].id, topic_key=key))
    session.flush()


def test_the_five_skills_come_in_their_order_and_the_context_last(session: Session) -> None:
    groups = load_curriculum(session)
    assert [g.key for g in groups] == [*Skill, None]
    assert groups[0].name == "Sử dụng dịch vụ công trực tuyến"
    assert [t.name for t in groups[-1].topics][1] == "Ý nghĩa của chuyển đổi số"


def test_a_topic_knows_what_it_was_called_and_since_when_it_is_not_taught(session: Session) -> None:
    account, portal = topic(session, "dvc_account"), topic(session, "dvc_portal_province")
    assert account.is_outcome and (account.formerly or "").startswith("Tạo tài khoản dịch vụ công")
    assert portal.retired_on == date(2025, 7, 1)


def test_a_skill_counts_the_courses_that_plan_it_or_teach_one_of_its_topics_once(
    session: Session, make_course: MakeCourse
) -> None:
    both = make_course(session, "TH-01", skills=(Skill.DVC,))
    teach(session, both, "dvc_account")
    teach(session, make_course(session, "TH-02"), "dvc_account")
    make_course(session, "TH-03", skills=(Skill.PAYMENT,))
    counts = {g.key: g.courses for g in load_curriculum(session)}
    assert (counts["dvc"], counts["payment"], counts["safety"]) == (2, 1, 0)


@pytest.mark.parametrize("wanted", ["dang nhap", "vneid cong", "tai khoan", "ĐĂNG"])
def test_a_topic_is_found_without_accents_by_its_new_and_its_old_name(
    session: Session, wanted: str
) -> None:
    assert topic(session, "dvc_account").matches(wanted)


def test_a_topic_is_not_found_by_what_it_is_not(session: Session) -> None:
    assert not topic(session, "dvc_account").matches("dang nhap ngan hang")


def test_a_topic_of_ones_own_stands_after_the_others_of_its_skill(
    session: Session, by: Context
) -> None:
    added = add_topic(session, by, "safety", "  Nhận diện cuộc gọi giả danh  ", is_outcome=True)
    last = group(session, "safety").topics[-1]
    assert last == added
    assert (last.name, last.is_own, last.is_outcome) == ("Nhận diện cuộc gọi giả danh", True, True)


def test_the_context_takes_topics_too(session: Session, by: Context) -> None:
    add_topic(session, by, None, "Bình dân học vụ số")
    assert group(session, None).topics[-1].name == "Bình dân học vụ số"


@pytest.mark.parametrize("name", ["", "   ", "dịch vụ BƯU CHÍNH công ích"])
def test_a_topic_needs_a_name_that_its_skill_does_not_have_yet(
    session: Session, by: Context, refused: Refused, name: str
) -> None:
    assert refused(add_topic, session, by, "dvc", name) == ErrorCode.BAD_VALUE


def test_a_topic_needs_a_skill_that_exists(session: Session, by: Context, refused: Refused) -> None:
    assert refused(add_topic, session, by, "cooking", "Nấu ăn") == ErrorCode.UNKNOWN_SKILL


def test_a_new_name_of_a_topic_that_was_taught_keeps_the_old_one(
    session: Session, by: Context, make_course: MakeCourse
) -> None:
    added = add_topic(session, by, "dvc", "Nộp thuế đất")
    teach(session, make_course(session), added.key)
    before = change_topic(session, by, added.key, "Nộp thuế đất trên eTax Mobile", True)
    after = topic(session, added.key)
    assert (after.name, after.formerly) == ("Nộp thuế đất trên eTax Mobile", "Nộp thuế đất")
    put_back(session, by, before)
    assert topic(session, added.key) == before


def test_a_typing_error_in_an_unused_topic_leaves_no_trace(session: Session, by: Context) -> None:
    added = add_topic(session, by, "dvc", "Nộp thué đất")
    change_topic(session, by, added.key, "Nộp thuế đất", False)
    assert topic(session, added.key).formerly is None


def test_a_retired_topic_is_taught_again(session: Session, by: Context) -> None:
    added = add_topic(session, by, "dvc", "Nộp thuế đất")
    retire_topic(session, by, added.key, TODAY)
    assert topic(session, added.key).retired_on == TODAY
    retire_topic(session, by, added.key, None)
    assert topic(session, added.key).retired_on is None


def test_an_unused_topic_is_removed_and_comes_back_as_it_was(session: Session, by: Context) -> None:
    added = add_topic(session, by, "dvc", "Nộp thuế đất", is_outcome=True)
    removed = remove_topic(session, by, added.key)
    assert added not in group(session, "dvc").topics
    put_back(session, by, removed)
    assert group(session, "dvc").topics[-1] == added


def test_a_topic_that_was_taught_is_not_removed(
    session: Session, by: Context, make_course: MakeCourse, refused: Refused
) -> None:
    added = add_topic(session, by, "dvc", "Nộp thuế đất")
    teach(session, make_course(session), added.key)
    assert refused(remove_topic, session, by, added.key) == ErrorCode.BAD_VALUE
    assert topic(session, added.key).uses == 1


@pytest.mark.parametrize("key", ["dvc_account", "no_such_topic"])
def test_topics_of_the_reference_data_are_not_changed_here(
    session: Session, by: Context, refused: Refused, key: str
) -> None:
    for attempt, more in (
        (change_topic, ("Tên khác", False)), (retire_topic, (TODAY,)), (remove_topic, ()),
    ):  # fmt: skip
        assert refused(attempt, session, by, key, *more) == ErrorCode.BAD_VALUE


def test_newer_reference_data_leaves_ones_own_topics_alone(session: Session, by: Context) -> None:
    added = add_topic(session, by, "dvc", "Nộp thuế đất")
    load_reference(session)
    assert topic(session, added.key) == added
