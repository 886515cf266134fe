"""Asking communes for a list, and taking it back."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.errors import AppError, ErrorCode
from taphuan.services.closing import close_course
from taphuan.services.courses import CourseRecord, find_course
from taphuan.services.registration.asked import (
    Wish,
    ask,
    change,
    put_back,
    remove,
    restore,
    take_back,
)
from taphuan.services.registration.standing import FormLine, course_forms

TODAY = date(2026, 3, 2)


def lines(session: Session, course: CourseRecord) -> dict[str, FormLine]:
    return {line.commune_code: line for line in course_forms(session, course.id, TODAY)}


def test_a_commune_asked_twice_has_one_form_with_the_newer_wish(
    session: Session, by: Context, asked: CourseRecord, unit: Callable[[str], UUID]
) -> None:
    before = lines(session, asked)["03721"]
    asking = ask(session, by, asked.id, [Wish(unit("03721"), 7)])
    after = lines(session, asked)["03721"]
    assert (asking.added, len(asking.before)) == ((), 1)
    assert (after.form_id, after.quota, after.deadline) == (before.form_id, 7, before.deadline)


def test_taking_an_asking_back_leaves_what_was_asked_before(
    session: Session, by: Context, asked: CourseRecord, unit: Callable[[str], UUID]
) -> None:
    before = lines(session, asked)
    asking = ask(session, by, asked.id, [Wish(unit("03721"), 7), Wish(unit("03754"), 3)])
    assert lines(session, asked).keys() == {*before, "03754"}
    take_back(session, by, asking)
    assert lines(session, asked) == before


def test_quota_and_deadline_of_many_change_at_once_and_back(
    session: Session, by: Context, asked: CourseRecord
) -> None:
    before = lines(session, asked)
    forms = [line.form_id for line in before.values()]
    values = change(session, by, forms, deadline=date(2026, 3, 9))
    after = lines(session, asked).values()
    assert {(line.quota, line.deadline) for line in after} == {(2, date(2026, 3, 9))}
    change(session, by, forms, quota=None)
    assert {line.quota for line in lines(session, asked).values()} == {None}
    put_back(session, by, values)
    assert lines(session, asked) == before


def test_a_removed_form_comes_back_with_its_id(
    session: Session, by: Context, asked: CourseRecord, unit: Callable[[str], UUID]
) -> None:
    before = lines(session, asked)
    form = before["03721"].form_id
    remove(session, by, [form])
    assert "03721" not in lines(session, asked)
    restore(session, by, [form])
    assert lines(session, asked) == before
    remove(session, by, [form])
    assert ask(session, by, asked.id, [Wish(unit("03721"))]).added == (form,)
    assert lines(session, asked)["03721"].quota is None


@pytest.mark.parametrize("quota", [0, -1, 10_000])
def test_a_quota_that_is_none_is_refused(
    session: Session, by: Context, asked: CourseRecord, unit: Callable[[str], UUID], quota: int
) -> None:
    with pytest.raises(AppError) as refused:
        ask(session, by, asked.id, [Wish(unit("03721"), quota)])
    assert refused.value.code is ErrorCode.BAD_VALUE


def test_a_closed_course_asks_nobody(
    session: Session, by: Context, asked: CourseRecord, unit: Callable[[str], UUID]
) -> None:
    close_course(session, by, find_course(session, "TH-01"))
    with pytest.raises(AppError) as refused:
        ask(session, by, asked.id, [Wish(unit("03721"), 5)])
    assert refused.value.code is ErrorCode.COURSE_CLOSED
