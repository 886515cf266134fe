"""checkin and assess."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from taphuan.cli import check_in as door
from taphuan.db.database import Database
from taphuan.models.errors import AppError, ErrorCode
from taphuan.scanning.codes import new_code

Run = Callable[..., Any]
People = list[dict[str, Any]]
_EARLY = ("--session", "1", "--at", "2026-03-05T07:55:00", "--json")


def test_each_line_is_answered_in_its_order(run: Run, course: str, enrolled: People) -> None:
    stranger = new_code(lambda count: bytes(range(count)))
    mine, other = enrolled[0]["badge"], enrolled[3]["badge"]
    grouped = f"{other[:4]} {other[4:8]} {other[8:12]} {other[12:]}"
    lines = [mine, "", "   ", grouped, mine, stranger, "hello"]
    answered = run("checkin", course, *_EARLY, stdin="\r\n".join(lines))
    assert answered.status == 0, answered.err
    assert [(a["verdict"], a["code"]) for a in answered.documents] == [
        ("present", mine),
        ("present", other),
        ("already_in", mine),
        ("unknown_code", stranger),
        ("malformed", "hello"),
    ]
    first = answered.documents[0]
    assert first.keys() == {"verdict", "name", "person", "first_at", "code"}
    assert (first["name"], first["first_at"]) == ("Lò Thị Hương", "2026-03-05T07:55:00")
    assert answered.documents[2]["person"] == first["person"]


def test_somebody_of_another_course_is_not_enrolled(
    run: Run, course: str, enrolled: People
) -> None:
    run("course", "add", "--code", "B", "--title", "B", "--session", "2026-03-05 08:00-11:00")
    answer = run("checkin", "B", *_EARLY, stdin=enrolled[0]["badge"]).documents[0]
    assert (answer["verdict"], answer["name"]) == ("not_enrolled", "Lò Thị Hương")


def test_after_a_quarter_of_an_hour_one_is_late(run: Run, course: str, enrolled: People) -> None:
    for person, time, verdict in (
        (enrolled[0], "08:15:00", "present"),
        (enrolled[1], "08:15:01", "late"),
        (enrolled[2], "01:20:00+00:00", "late"),
    ):
        at = ("--session", "1", "--at", f"2026-03-05T{time}", "--json")
        answer = run("checkin", course, *at, stdin=person["badge"]).documents[0]
        assert answer["verdict"] == verdict
    assert answer["first_at"] == "2026-03-05T08:20:00"


def test_an_identity_card_held_to_the_scanner_is_kept_nowhere(
    run: Run, course: str, enrolled: People, data_file: Path, stored: Callable[..., Any]
) -> None:
    card = "014190000099||Lò Thị Mẫu|15081990|Nữ|Bản Thử Nghiệm|12082021"
    answered = run("checkin", course, *_EARLY, stdin=card + "\n")
    assert answered.documents == [
        {"verdict": "malformed", "name": None, "person": None, "first_at": None, "code": None}
    ]
    assert "014190000099" not in "".join(stored(data_file).values())


def test_plain_text_says_verdict_time_and_name(run: Run, course: str, enrolled: People) -> None:
    at = ("--session", "1", "--at", "2026-03-05T07:55:00")
    said = run("checkin", course, *at, stdin=enrolled[0]["badge"]).out
    assert said.split(maxsplit=2) == ["present", "07:55", "Lò Thị Hương\n"]


def test_a_session_that_is_not_there_is_refused(run: Run, course: str) -> None:
    refused = run("checkin", course, "--session", 3, stdin="1\n")
    assert (refused.status, refused.out) == (1, "")
    assert refused.err.startswith("unknown_session: ")


class _Refusing:
    """A database that refuses the first so many writes after the first scan."""

    def __init__(self, code: ErrorCode, times: int) -> None:
        self.code, self.times, self.scans = code, times, 0
        self.write = Database.write

    def __call__(self, database: Database, work: Callable[..., Any]) -> Any:
        self.scans += 1
        if self.scans > 1 and self.times:
            self.times -= 1
            raise AppError(self.code, file="taphuan.db")
        return self.write(database, work)


def test_a_scan_that_cannot_be_saved_is_told_and_ends_the_command(
    run: Run, course: str, enrolled: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing = _Refusing(ErrorCode.DISK_FULL, 1)
    monkeypatch.setattr(Database, "write", lambda self, work: refusing(self, work))
    codes = "\n".join(person["badge"] for person in enrolled)
    answered = run("checkin", course, *_EARLY, stdin=codes)
    assert answered.status == 1
    assert len(answered.documents) == 1
    assert answered.err.startswith("disk_full: ")
    assert "The scan in line 2 was not saved; 1 scans before it are." in answered.err


def test_a_scan_waits_while_an_import_writes(
    run: Run, course: str, enrolled: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing = _Refusing(ErrorCode.DATA_FILE_BUSY, door._PATIENCE)
    monkeypatch.setattr(Database, "write", lambda self, work: refusing(self, work))
    codes = "\n".join(person["badge"] for person in enrolled)
    answered = run("checkin", course, *_EARLY, stdin=codes)
    assert answered.status == 0
    assert [a["verdict"] for a in answered.documents] == ["present"] * 4
    assert answered.err.count("this scan waits") == door._PATIENCE


def test_without_a_time_the_clock_is_asked(run: Run, course: str, enrolled: People) -> None:
    answer = run("checkin", course, "--session", 1, "--json", stdin=enrolled[0]["badge"])
    first_at = datetime.fromisoformat(answer.documents[0]["first_at"])
    assert first_at.year >= 2026


def _passed(run: Run, course: str) -> dict[str, int]:
    skills: dict[str, int] = run("tally", "--course", course, "--json").document["total"]["skills"]
    return {key: count for key, count in skills.items() if count}


def test_a_person_is_assessed_by_card_id_phone_or_name(
    run: Run, course: str, enrolled: People
) -> None:
    scanned = run("checkin", course, *_EARLY, stdin=enrolled[3]["badge"]).documents[0]
    for who, skill in (
        (scanned["person"], "dvc"),
        (enrolled[3]["badge"], "payment"),
        ("0912000004", "safety"),
        ("giang a pao", "platforms"),
    ):
        said = run(
            "assess", course, "--person", who, "--skill", skill, "--result", "pass", "--json"
        )
        assert said.status == 0, said.err
        assert said.document == {
            "person": scanned["person"],
            "name": "Giàng A Páo",
            "skill": skill,
            "result": "pass",
        }
    assert _passed(run, course) == {"dvc": 1, "payment": 1, "safety": 1, "platforms": 1}


def test_a_word_can_be_taken_back(run: Run, course: str, enrolled: People) -> None:
    for result, passed in (("pass", {"dvc": 1}), ("clear", {}), ("pass", {"dvc": 1}), ("fail", {})):
        words = ("--person", enrolled[0]["badge"], "--skill", "dvc", "--result", result)
        assert run("assess", course, *words).status == 0
        assert _passed(run, course) == passed


def test_namesakes_are_asked_for(run: Run, course: str, enrolled: People) -> None:
    words = ("--person", "Quàng Văn Ín", "--skill", "dvc", "--result", "pass")
    refused = run("assess", course, *words)
    assert refused.status == 1
    first, *candidates = refused.err.splitlines()
    assert first.startswith("ambiguous_person: ")
    assert len(candidates) == 2
    assert "1985, Bản Púa, Thuận Châu" in refused.err
    assert "1971, Bản Bó, Mường É" in refused.err


@pytest.mark.parametrize(("who", "code"), [("Nobody", "unknown_person"), ("", "unknown_person")])
def test_an_unknown_person_is_refused(
    run: Run, course: str, enrolled: People, who: str, code: str
) -> None:
    words = ("--person", who, "--skill", "dvc", "--result", "pass")
    assert run("assess", course, *words).err.startswith(f"{code}: ")


def test_somebody_known_but_not_in_the_course_is_not_enrolled(
    run: Run, course: str, enrolled: People
) -> None:
    run("course", "add", "--code", "B", "--title", "B", "--session", "2026-03-05 08:00-11:00")
    words = ("--person", enrolled[0]["badge"], "--skill", "dvc", "--result", "pass")
    refused = run("assess", "B", *words)
    assert refused.err.startswith("not_enrolled: Lò Thị Hương is not on the list of the course B.")


def test_a_table_of_results_is_taken_in_one_go(
    run: Run, course: str, enrolled: People, tmp_path: Path
) -> None:
    table = tmp_path / "ket-qua.csv"
    rows = [f"{p['badge']},{p['name']},x,Chưa đạt,đạt" for p in enrolled]
    head = "KẾT QUẢ ĐÁNH GIÁ,,,,\nMã thẻ,Họ và tên,DVC,Thanh toán,Tự bảo vệ\n"
    table.write_text(head + "\n".join(rows), encoding="utf-8")
    said = run("assess", course, "--from", table, "--json")
    assert said.status == 0, said.err
    assert said.document == {"read": 4, "assessed": 12}
    assert _passed(run, course) == {"dvc": 4, "safety": 4}


def test_a_table_with_unclear_rows_changes_nothing_and_names_them(
    run: Run, course: str, enrolled: People, tmp_path: Path
) -> None:
    table = tmp_path / "results.csv"
    table.write_text(
        "Họ và tên,dvc\nLò Thị Hương,đạt\nQuàng Văn Ín,đạt\nAi Đó,đạt\nGiàng A Páo,tốt\n",
        encoding="utf-8",
    )
    refused = run("assess", course, "--from", table)
    assert (refused.status, refused.out) == (1, "")
    told = [line for line in refused.err.splitlines() if not line.startswith(" ")]
    assert [line.split(",")[0] for line in told] == [
        "ambiguous_person: results.csv", "unknown_person: results.csv", "bad_value: results.csv",
    ]  # fmt: skip
    assert ["row 3" in told[0], "row 4" in told[1], "row 5" in told[2]] == [True] * 3
    assert _passed(run, course) == {}
