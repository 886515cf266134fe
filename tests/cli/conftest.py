"""Commands run in this process: quick, and what they print is seen as a user would see it."""

import io
import json
import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from taphuan.cli.main import main


@dataclass(frozen=True)
class Outcome:
    """What a command left: exit status, and what it printed."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def documents(self) -> list[Any]:
        """The JSON documents, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own for what the user's folders would hold."""
    folder = tmp_path / "home"
    monkeypatch.setenv("TAPHUAN_HOME", str(folder))
    monkeypatch.delenv("TAPHUAN_LANG", raising=False)
    return folder


@pytest.fixture
def run(data_file: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on the test's data file: `run("course", "list", stdin="")`."""

    def command(*words: object, stdin: str = "", data: Path | None = data_file) -> Outcome:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        capfd.readouterr()
        where = [] if data is None else ["--data", str(data)]
        status = main([*where, *map(str, words)])
        printed = capfd.readouterr()
        return Outcome(status, printed.out, printed.err)

    return command


_PEOPLE = """\
STT,Họ và tên,Ngày sinh,Giới tính,Dân tộc,CCCD,Số điện thoại,Bản,Xã,Chức vụ
1,Lò Thị Hương,15/08/1990,Nữ,Thái,014190000011,0912000001,Bản Púa,Thuận Châu,Tổ trưởng
2,Quàng Văn Ín,02/09/1985,Nam,Thái,014085000012,0912000002,Bản Púa,Thuận Châu,
3,Quàng Văn Ín,1971,Nam,Thái,014071000013,,Bản Bó,Mường É,
4,Giàng A Páo,20/11/2001,Nam,Mông,014201000014,0912000004,Bản Nà Tong,Mường É,
"""


@dataclass(frozen=True)
class Prepared:
    """Files made once by the commands themselves, and copied for each test."""

    with_course: Path
    with_people: Path
    people: Path
    listed: str


@pytest.fixture(scope="session")
def prepared(template_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """A file with a course of two mornings and three skills, and one with four people in it."""
    folder = tmp_path_factory.mktemp("prepared")
    course, people, table = folder / "course.db", folder / "people.db", folder / "danh-sach.csv"
    table.write_text(_PEOPLE, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(io.StringIO()) as printed:
        patch.setenv("TAPHUAN_HOME", str(folder / "home"))
        shutil.copy(template_file, course)
        assert main(["--data", str(course), *_ADD_COURSE]) == 0
        shutil.copy(course, people)
        assert main(["--data", str(people), "people", "import", str(table), *_INTO]) == 0
        printed.truncate(0)
        printed.seek(0)
        assert main(["--data", str(people), "people", "list", *_INTO, "--json"]) == 0
    return Prepared(course, people, table, printed.getvalue())


_INTO = ("--course", "TH-01")
_ADD_COURSE = (
    "course", "add", "--code", "TH-01", "--title", "Kỹ năng số cơ bản",
    "--skills", "dvc,payment,safety", "--venue", "Nhà văn hóa bản Púa",
    "--session", "2026-03-05 08:00-11:00", "--session", "2026-03-06 08:00-11:00",
)  # fmt: skip


@pytest.fixture
def course(prepared: Prepared, data_file: Path) -> str:
    """The code of a course of two mornings with three skills."""
    shutil.copy(prepared.with_course, data_file)
    return "TH-01"


@pytest.fixture
def people_list(prepared: Prepared) -> Path:
    """A list of four invented people, two of them namesakes."""
    return prepared.people


@pytest.fixture
def enrolled(prepared: Prepared, course: str, data_file: Path) -> list[dict[str, Any]]:
    """The four people in the course, as `people list --json` told them."""
    shutil.copy(prepared.with_people, data_file)
    found: list[dict[str, Any]] = json.loads(prepared.listed)
    return found
