"""One course through its whole life, in the words a user types."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

ORGANISER = (
    "--organiser", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "--parent", "UBND TỈNH SƠN LA",
    "--abbreviation", "SKHCN", "--place", "Sơn La", "--head-title", "GIÁM ĐỐC",
    "--signer", "Cầm Văn Chỉnh", "--operator", "Lò Thị Én",
)  # fmt: skip


def test_a_course_from_the_list_to_the_tally(
    shell: Any,
    sample: Callable[[str], Path],
    expected: Callable[[str], list[dict[str, Any]]],
    stored: Callable[[Path], dict[str, str]],
    tmp_path: Path,
) -> None:
    set_up = shell("init", "--province", "14", *ORGANISER, "--json")
    assert set_up.status == 0, set_up.err
    assert set_up.document["communes_of_country"] == 3321

    _plan(shell)
    codes = _bring_in(shell, sample("plain_list.xlsx"), expected("plain_list"))
    _print(shell, tmp_path)
    _check_in(shell, codes)
    _assess(shell, codes, tmp_path)
    _close_and_certify(shell, tmp_path)
    _count(shell, tmp_path)

    kept = shell("backup", tmp_path / "copy.db", "--json")
    assert kept.status == 0, kept.err
    restored = shell.on(tmp_path / "restored.db")
    assert restored("restore", tmp_path / "copy.db", "--json").document["rows"] == kept.document[
        "rows"
    ]  # fmt: skip
    checked = restored("check", "--json")
    assert (checked.status, checked.document["problems"]) == (0, [])
    assert (checked.document["people"], checked.document["scans"]) == (40, 200)
    assert stored(restored.data) == stored(shell.data)


def _plan(shell: Any) -> None:
    days = [("--session", f"2026-03-{day:02d} 08:00-11:00") for day in range(2, 7)]
    planned = shell(
        "course", "add", "--code", "TH-01", "--title", "Kỹ năng số cơ bản",
        "--skills", "dvc,shopping,payment,safety,platforms", "--required-skills", "payment,safety",
        "--venue", "Nhà văn hóa bản Púa", *(part for day in days for part in day),
    )  # fmt: skip
    assert planned.status == 0, planned.err


def _bring_in(shell: Any, path: Path, people: list[dict[str, Any]]) -> list[str]:
    words = ("people", "import", path, "--course", "TH-01", "--json")
    first = shell(*words)
    assert first.status == 0, first.err
    report = first.document
    assert (report["read"], report["added"], report["matched"], report["held"]) == (40, 40, 0, 0)
    listed = shell("people", "list", "--course", "TH-01", "--json").document
    fields = people[0].keys()
    assert _sorted({key: person[key] for key in fields} for person in listed) == _sorted(people)
    again = shell(*words).document
    assert (again["read"], again["added"], again["matched"], again["held"]) == (40, 0, 40, 0)
    codes = [person["badge"] for person in listed]
    assert len(set(codes)) == 40
    return codes


def _sorted(people: Any) -> list[dict[str, Any]]:
    return sorted(people, key=lambda person: person["cccd"])


def _print(shell: Any, folder: Path) -> None:
    for paper, name in (("badges", "cards.pdf"), ("roster", "sheet.xlsx")):
        assert shell(paper, "TH-01", "--out", folder / name).status == 0
        assert (folder / name).stat().st_size > 5000


def _check_in(shell: Any, codes: list[str]) -> None:
    """Everybody on the first four mornings, ten of them late on the fourth; on the fifth half."""
    for number, day in enumerate(("02", "03", "04", "05", "06"), 1):
        coming = codes if number < 5 else [*codes[:20], *codes[:20]]
        at = "07:50:00" if number < 4 else "08:16:00"
        words = ("--session", number, "--at", f"2026-03-{day}T{at}", "--json")
        answers = shell("checkin", "TH-01", *words, stdin="\n".join(coming)).documents
        assert [answer["code"] for answer in answers] == coming
        verdict = "present" if number < 4 else "late"
        assert [answer["verdict"] for answer in answers[:20]] == [verdict] * 20
    assert [answer["verdict"] for answer in answers[20:]] == ["already_in"] * 20


def _assess(shell: Any, codes: list[str], folder: Path) -> None:
    """The first thirty pass payment and safety, the first ten everything."""
    table = folder / "results.csv"
    rows = [f"{c},{'đạt' * (i < 10)},đạt,x,x,{'x' * (i < 10)}" for i, c in enumerate(codes[:30])]
    head = "Mã thẻ,Mua sắm,Thanh toán,Tự bảo vệ,DVC,Nền tảng khác"
    table.write_text("\n".join((head, *rows)), encoding="utf-8")
    taken = shell("assess", "TH-01", "--from", table, "--json")
    assert taken.document == {"read": 30, "assessed": 110}
    word = ("--skill", "payment", "--result", "stuck", "--stuck-at", "OTP", "--helper", "Lò Văn A")
    assert shell("assess", "TH-01", "--person", codes[29], *word).status == 0


def _close_and_certify(shell: Any, folder: Path) -> None:
    closed = shell("course", "close", "TH-01", "--json").document
    assert (closed["completed"], closed["not_completed"]) == (29, 11)
    reasons = {tuple(p["missing_skills"]) for p in closed["people"] if not p["completed"]}
    assert reasons == {("payment",), ("payment", "safety")}
    words = ("certificates", "issue", "TH-01", "--date", "2026-03-09", "--json", "--out")
    issued = shell(*words, folder / "certificates.pdf").document
    assert (issued["issued"], issued["first"], issued["last"]) == (
        29, "001/GCN-SKHCN", "029/GCN-SKHCN",
    )  # fmt: skip
    register = ("certificates", "register", "--year", 2026, "--out", folder / "register.xlsx")
    assert shell(*register, "--json").document["numbers"] == 29


def _count(shell: Any, folder: Path) -> None:
    found = shell("tally", "--course", "TH-01", "--out", folder / "tally.pdf", "--json").document
    total = found["total"]
    assert (folder / "tally.pdf").read_bytes().startswith(b"%PDF")
    assert [row["commune_code"] for row in found["rows"]] == ["03727"]
    figures = ("enrolled", "attended", "turns", "completed", "certified", "all_five")
    assert [total[name] for name in figures] == [40, 40, 180, 29, 29, 10]
    assert total["skills"] == {
        "dvc": 30, "shopping": 10, "payment": 29, "safety": 30, "platforms": 10,
    }  # fmt: skip
