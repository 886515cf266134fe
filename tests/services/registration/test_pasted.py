"""Communes pasted from a message or a sheet."""

from datetime import date

import pytest
from sqlalchemy.orm import Session
from taphuan.services.commune_choices import CommuneChoice, commune_choices
from taphuan.services.registration.pasted import CommuneIndex, PastedLine


@pytest.fixture
def choices(session: Session) -> tuple[CommuneChoice, ...]:
    return commune_choices(session, date(2026, 3, 2))


def read_pasted(text: str, choices: tuple[CommuneChoice, ...]) -> tuple[PastedLine, ...]:
    return CommuneIndex(choices).read(text)


@pytest.mark.parametrize(
    ("line", "code", "quota"),
    [
        ("03721", "03721", None),
        ("03721 5", "03721", 5),
        ("1\t03721\tThuận Châu\t12", "03721", 12),
        ("Thuận Châu", "03721", None),
        ("xã Thuận Châu: 5 người", "03721", 5),
        ("thuan chau; 5", "03721", 5),
        ("- UBND xã Mường É – 10", "03727", 10),
        ("2. Mường É (10 học viên)", "03727", 10),
        ("3\tCo Mạ\t4", "03781", 4),
    ],
)
def test_a_line_names_a_commune_and_perhaps_how_many(
    choices: tuple[CommuneChoice, ...], line: str, code: str, quota: int | None
) -> None:
    (read,) = read_pasted(line, choices)
    assert read.commune is not None
    assert (read.commune.code, read.quota) == (code, quota)


def test_headings_and_blank_lines_say_nothing(choices: tuple[CommuneChoice, ...]) -> None:
    read = read_pasted("STT\tXã, phường\tChỉ tiêu\n\n1\tCo Mạ\t4\n---\n2\tMường É\t3\n", choices)
    assert [(line.number, line.commune and line.commune.name) for line in read] == [
        (3, "Co Mạ"), (5, "Mường É"),
    ]  # fmt: skip


def test_what_names_none_or_several_is_told_and_not_guessed(
    choices: tuple[CommuneChoice, ...],
) -> None:
    unknown, several = read_pasted("xã Không Đâu 5\nBình Minh 3", choices)
    assert (unknown.commune, unknown.candidates) == (None, ())
    assert several.commune is None
    assert len({choice.code for choice in several.candidates}) > 1


def test_a_namesake_elsewhere_gives_way_to_ours(choices: tuple[CommuneChoice, ...]) -> None:
    names = [choice.name for choice in choices if choice.province]
    ours = next(c for c in choices if not c.province and c.name in names)
    (read,) = read_pasted(ours.name, choices)
    assert read.commune is not None
    assert read.commune.code == ours.code


def test_every_commune_is_found_by_its_code_and_by_its_title(
    choices: tuple[CommuneChoice, ...],
) -> None:
    own = [choice for choice in choices if not choice.province]
    assert len(own) > 70
    by_title = read_pasted("\n".join(f"{c.title} 5" for c in own), choices)
    assert [line.commune and line.commune.code for line in by_title] == [c.code for c in own]
    by_code = read_pasted("\n".join(c.code for c in choices), choices)
    assert [line.commune and line.commune.code for line in by_code] == [c.code for c in choices]
