"""A course that three communes are asked for, each in another state."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.services.courses import CourseRecord, find_course
from taphuan.services.places import commune_by_code
from taphuan.services.registration.asked import Wish, ask

TODAY = date(2026, 3, 2)
THUAN_CHAU, MUONG_E, CO_MA = "03721", "03727", "03781"


@pytest.fixture
def unit(session: Session) -> Callable[[str], UUID]:
    """The id of a commune by its code."""
    return lambda code: commune_by_code(session, code, TODAY).id


@pytest.fixture
def asked(
    session: Session,
    by: Context,
    make_course: Callable[..., CourseRecord],
    unit: Callable[[str], UUID],
) -> CourseRecord:
    """TH-01 on 2 March; two people of each commune are asked for, until 27 February."""
    course = make_course(session, title="Kỹ năng số cơ bản")
    wishes = [Wish(unit(code), 2, date(2026, 2, 27)) for code in (THUAN_CHAU, MUONG_E, CO_MA)]
    ask(session, by, course.id, wishes)
    return find_course(session, "TH-01")
