"""The power goes in the middle of a morning: no answered scan is lost."""

import json
import random
import subprocess
from typing import Any

import pytest
from sqlalchemy import select
from sqlcipher3 import dbapi2 as sqlite
from taphuan.db.database import Database
from taphuan.db.engine import connect
from taphuan.models.attendance import Scan

RUNS = 15


def test_no_answered_scan_is_lost_when_the_program_is_killed(
    with_people: tuple[Any, list[str]],
) -> None:
    shell, codes = with_people
    chance = random.Random(2026)
    kept = 0
    for run in range(RUNS):
        session = ("--session", 1 + run % 5, "--at", f"2026-03-{2 + run % 5:02d}T07:55:00")
        order = chance.sample(codes, len(codes))
        answered = _answered_until_killed(
            shell.start("checkin", "TH-01", *session, "--json"), order, chance.randrange(len(order))
        )
        assert answered == order[: len(answered)]
        scans = _scans(shell)[kept:]
        # The scan in work may be kept without its answer; everything answered is kept.
        assert scans[: len(answered)] == answered
        assert len(scans) - len(answered) in (0, 1)
        kept += len(scans)
    assert kept > 100
    checked = shell("check", "--json")
    assert (checked.document["problems"], checked.document["scans"]) == ([], kept)


def _answered_until_killed(
    door: "subprocess.Popen[bytes]", codes: list[str], patience: int
) -> list[str]:
    """The codes whose answers had left the program when it was killed after so many of them."""
    assert door.stdin is not None and door.stdout is not None and door.stderr is not None
    door.stdin.write("".join(f"{code}\n" for code in codes).encode())
    door.stdin.flush()
    lines = [door.stdout.readline() for _ in range(patience)]
    door.kill()
    lines += door.stdout.readlines()
    door.wait()
    for stream in (door.stdin, door.stdout, door.stderr):
        stream.close()
    whole = [line for line in lines if line.endswith(b"\n")]
    assert len(whole) >= patience
    return [json.loads(line)["code"] for line in whole]


def _scans(shell: Any) -> list[str]:
    database = Database(shell.data)
    order = select(Scan.payload).order_by(Scan.machine, Scan.counter)
    payloads = database.read(lambda session: list(session.scalars(order)))
    database.close()
    return [payload for payload in payloads if payload is not None]


def test_an_import_that_is_killed_brings_nobody(on_file: Any, tmp_path: Any) -> None:
    many = tmp_path / "many.csv"
    people = (f"Lò Thị Én {number},{1950 + number % 50}" for number in range(3_000))
    many.write_text("\n".join(("Họ và tên,Năm sinh", *people)), encoding="utf-8")
    at_work = on_file.start("people", "import", many)
    _wait_until_it_writes(on_file)
    at_work.kill()
    at_work.communicate()
    assert on_file("people", "list", "--json").document == []
    assert on_file("people", "batches", "--json").document == []
    assert on_file("people", "held", "--json").document == []
    assert on_file("check").status == 0


def _wait_until_it_writes(shell: Any) -> None:
    """Returns once another process holds the file's write lock."""
    connection = connect(shell.data)
    connection.execute("PRAGMA busy_timeout=0")
    try:
        for _ in range(2_000_000):
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite.OperationalError as error:
                assert "locked" in str(error)
                return
            connection.execute("ROLLBACK")
    finally:
        connection.close()
    pytest.fail("the import never wrote")
