"""Courses from the shell."""

from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]
_ADD = ("course", "add", "--code", "TH-02", "--title", "Thanh toán số")
_MORNING = ("--session", "2026-04-01 08:00-11:00")


def test_a_course_is_shown_with_its_sessions_in_order(run: Run) -> None:
    early = ("--session", "2026-03-31 13:30-16:30")
    shown = run(*_ADD, *_MORNING, *early, "--skills", "payment,dvc", "--share", "50", "--json")
    assert shown.status == 0, shown.err
    course = shown.document
    assert course["skills"] == ["dvc", "payment"]
    assert (course["required_share"], course["enrolled"]) == (50, 0)
    assert course["sessions"] == [
        {
            "number": 1,
            "starts": "2026-03-31T13:30:00",
            "ends": "2026-03-31T16:30:00",
            "venue": None,
            "status": "planned",
        },
        {
            "number": 2,
            "starts": "2026-04-01T08:00:00",
            "ends": "2026-04-01T11:00:00",
            "venue": None,
            "status": "planned",
        },
    ]
    assert run("course", "show", "TH-02", "--json").document == course


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ((), "course_without_sessions"),
        (("--session", "2026-04-01"), "bad_session_time"),
        (("--session", "2026-04-01 11:00-08:00"), "bad_session_time"),
        (("--session", "2026-02-30 08:00-11:00"), "bad_session_time"),
        (("--session", "2026-04-01 25:00-26:00"), "bad_session_time"),
        ((*_MORNING, "--skills", "dvc,cooking"), "unknown_skill"),
        ((*_MORNING, "--skills", "dvc", "--required-skills", "safety"), "bad_value"),
        ((*_MORNING, "--share", "101"), "bad_value"),
        ((*_MORNING, "--code", "TH-01"), "course_code_taken"),
    ],
)
def test_a_course_that_cannot_be_is_refused(
    run: Run, course: str, more: tuple[str, ...], code: str
) -> None:
    refused = run(*_ADD, *more)
    assert (refused.status, refused.out) == (1, "")
    assert refused.err.startswith(f"{code}: ")
    assert len(run("course", "list", "--json").document) == 1


def test_the_list_has_the_latest_course_first(run: Run, course: str) -> None:
    run(*_ADD, *_MORNING)
    assert [c["code"] for c in run("course", "list", "--json").document] == ["TH-02", "TH-01"]
    lines = run("course", "list").out.splitlines()
    assert lines[1].startswith("TH-02")
    assert "Kỹ năng số cơ bản" in lines[2]


def test_closing_says_for_everyone_completed_or_why_not(
    run: Run, course: str, enrolled: list[dict[str, Any]]
) -> None:
    came = [person["badge"] for person in enrolled[:2]]
    for number, day in ((1, "05"), (2, "06")):
        at = f"2026-03-{day}T07:50:00"
        run("checkin", course, "--session", number, "--at", at, stdin="\n".join(came))
    for skill in ("dvc", "payment", "safety"):
        run("assess", course, "--person", came[0], "--skill", skill, "--result", "pass")
    run("assess", course, "--person", came[1], "--skill", "dvc", "--result", "stuck")
    closed = run("course", "close", course, "--json").document
    assert {key: closed[key] for key in ("course", "completed", "not_completed")} == {
        "course": course,
        "completed": 1,
        "not_completed": 3,
    }
    told = {p["name"] + str(p["attended"]): p for p in closed["people"]}
    assert len(told) == 4
    first, second = (next(p for p in closed["people"] if p["name"] == e["name"]) for e in
                     enrolled[:2])  # fmt: skip
    assert (first["completed"], first["reason"], first["attended"]) == (True, None, 2)
    assert (second["reason"], second["missing_skills"]) == ("skills", ["dvc", "payment", "safety"])
    others = [p for p in closed["people"] if p["attended"] == 0]
    assert [(p["completed"], p["reason"], p["sessions"]) for p in others] == [
        (False, "attendance", 2)
    ] * 2


def test_a_closed_course_is_closed_until_it_is_reopened(run: Run, course: str) -> None:
    assert run("course", "close", course).status == 0
    assert run("course", "close", course).err.startswith("course_closed: ")
    refused = run("checkin", course, "--session", 1, stdin="1234\n")
    assert refused.status == 1
    assert refused.err.startswith("course_closed: ")
    assert run("course", "reopen", course, "--json").document["status"] == "planned"
    assert run("checkin", course, "--session", 1, stdin="1234\n").status == 0
