"""What tests of the services share."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from taphuan.importing.findings import Answers
from taphuan.importing.plan import ImportPlan
from taphuan.importing.rows import read_people
from taphuan.models.context import Context
from taphuan.models.errors import AppError, ErrorCode
from taphuan.models.people import Person, PersonRedirect
from taphuan.services.check_in import Answer, check_in
from taphuan.services.courses import CourseRecord
from taphuan.services.enrolments import EnrolmentRecord
from taphuan.services.facts import changed
from taphuan.services.lists.bringing import bring_in, ethnic_names
from taphuan.services.lists.choices import ListChoices, Progress, silent
from taphuan.services.lists.draft import ImportReport


@pytest.fixture
def refused() -> Callable[..., ErrorCode]:
    """The code with which a use case is refused: `refused(enrol, session, by, …)`."""

    def code_of(use_case: Callable[..., Any], *arguments: Any, **more: Any) -> ErrorCode:
        with pytest.raises(AppError) as caught:
            use_case(*arguments, **more)
        return caught.value.code

    return code_of


@pytest.fixture
def scan(by: Context) -> Callable[..., Answer]:
    """Scans a code at the door: `scan(session, course, person.code, number=1, at="07:55")`.

    `at` is a time of the session's day, 07:55 unless told.
    """

    def at_the_door(
        session: Session,
        course: CourseRecord,
        code: str | None,
        number: int = 1,
        at: str = "07:55",
        nonce: UUID | None = None,
    ) -> Answer:
        target = course.sessions[number - 1]
        moment = datetime.combine(
            target.starts.date(), datetime.fromisoformat(f"2026-01-01 {at}").time()
        )
        return check_in(session, by, target.id, code or "", nonce or uuid4(), moment)

    return at_the_door


@pytest.fixture
def attends(scan: Callable[..., Answer]) -> Callable[..., None]:
    """Lets somebody come to the first so many sessions of a course."""

    def come(session: Session, course: CourseRecord, who: EnrolmentRecord, times: int = 5) -> None:
        for number in range(1, times + 1):
            scan(session, course, who.code, number)

    return come


@pytest.fixture
def merge(by: Context) -> Callable[[Session, UUID, UUID], None]:
    """Redirects one record of a person to another, as merging does: no child is rewritten."""

    def redirect(session: Session, from_id: UUID, to_id: UUID) -> None:
        session.add(
            PersonRedirect(
                id=by.new_id(), from_id=from_id, to_id=to_id, choices="{}", **changed(by)
            )
        )
        person = session.scalars(select(Person).where(Person.id == from_id)).one()
        person.canonical_id, person.listed = to_id, False
        session.flush()

    return redirect


@pytest.fixture
def bring(by: Context) -> Callable[..., ImportReport]:
    """Brings in one list: `bring(session, plan, course, commune="03727", accept=False)`."""

    def bring_one(
        session: Session,
        plan: ImportPlan,
        course: CourseRecord | None = None,
        commune: str = "",
        accept: bool = True,
        answers: Answers | None = None,
        progress: Progress = silent,
    ) -> ImportReport:
        said = answers or Answers(accept_repairs=accept)
        choices = ListChoices(course.code if course else "", commune, answers=said)
        return bring_in(session, by, [plan], choices, progress)[0]

    return bring_one


@pytest.fixture
def read_list(tmp_path: Path) -> Callable[..., ImportPlan]:
    """A list as it comes from a commune: `read_list("Họ và tên;Năm sinh", "Lò Thị Ên;1987")`."""

    def read(
        *lines: str, accept: bool = True, answers: Answers | None = None, name: str = "danh sach"
    ) -> ImportPlan:
        path = tmp_path / f"{name}.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        day = date(2026, 3, 2)
        said = answers or Answers(accept_repairs=accept)
        return read_people(path, ethnic_names(), answers=said, today=day)

    return read
