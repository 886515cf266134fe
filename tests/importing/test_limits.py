"""What would fill memory or take minutes: answered in seconds, in a process that is measured."""

import io
import json
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

SECONDS, MEGABYTES = 10, 500
MB = 1024 * 1024
TOO_LARGE, DAMAGED, ARCHIVE = "too_large", "damaged", "archive"
SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
    for prefix in ("office", "table", "text")
)
ODS_HEAD = (
    "<table:table-row><table:table-cell><text:p>Họ tên</text:p></table:table-cell>"
    "<table:table-cell><text:p>Năm sinh</text:p></table:table-cell></table:table-row>"
)
ODS_PERSON = ODS_HEAD.replace("Họ tên", "Lò An").replace("Năm sinh", "1990")
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Họ tên</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>Lò An</t></is></c></row>'
)
MEASURE = """
import json, re, sys, time
from pathlib import Path
from taphuan.importing.ethnic import EthnicNames
from taphuan.importing.rows import read_people
from taphuan.models.errors import AppError
from taphuan.models.reference_data import ethnic_groups

start = time.process_time()
try:
    result = [row.name for row in read_people(Path(sys.argv[1]), EthnicNames(ethnic_groups())).rows]
except AppError as error:
    result = str(error.data.get("reason", error.code))
# The time of this process alone, others may be busy; getrusage would count the parent's memory.
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]
print(json.dumps([result, time.process_time() - start, int(peak) // 1024]))
"""


def ods(rows: str) -> bytes:
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {SPACES}><office:body><office:spreadsheet>"
            f'<table:table table:name="DS">{rows}</table:table></office:spreadsheet>'
            "</office:body></office:document-content>".encode(),
        }
    )


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def xlsx(sheet: str = SHEET + "</sheetData></worksheet>", **parts: bytes) -> bytes:
    from openpyxl import Workbook

    stream = io.BytesIO()
    Workbook().save(stream)
    with ZipFile(stream) as package:
        content = {name: package.read(name) for name in package.namelist()}
    content["xl/worksheets/sheet1.xml"] = sheet.encode()
    return zipped({f"xl/{name}.xml": part for name, part in parts.items()} | content)


def declared_small(content: bytes) -> bytes:
    """The same package whose directory says that everything in it is tiny."""
    result, place = bytearray(content), 0
    while (place := result.find(b"PK\x01\x02", place)) >= 0:
        result[place + 24 : place + 28] = struct.pack("<I", 100)
        place += 4
    return bytes(result)


def overlapping(content: bytes) -> bytes:
    """A package whose directory names its first member ten thousand times."""
    stream = io.BytesIO(content)
    with ZipFile(stream, "a") as package:
        first = package.infolist()[0]
        package.filelist += [first] * 10_000
        package._didModify = True  # type: ignore[attr-defined]
    return stream.getvalue()


def painted_xls(rows: int, blank_columns: int) -> bytes:
    """A person, and below rows of blank cells with a format."""

    def record(code: int, data: bytes) -> bytes:
        return struct.pack("<2H", code, len(data)) + data

    def text(row: int, column: int, value: bytes) -> bytes:
        return record(0x204, struct.pack("<4H", row, column, 0, len(value)) + value)

    formats = struct.pack(f"<{blank_columns}H", *[0] * blank_columns)
    painted = (
        record(0xBE, struct.pack("<2H", row, 0) + formats + struct.pack("<H", blank_columns - 1))
        for row in range(2, rows)
    )
    begin = record(0x809, struct.pack("<4H", 0, 0x10, 0, 0))
    head = text(0, 0, b"Ho ten") + text(0, 1, b"Nam sinh")
    person = text(1, 0, b"Lo An") + text(1, 1, b"1990")
    return begin + head + person + b"".join(painted) + record(0x0A, b"")


def rows_of_xml(count: int) -> str:
    blank = "".join(f'<row r="{i}"><c r="A{i}" s="1"/></row>' for i in range(3, count))
    return f"{SHEET}{blank}</sheetData></worksheet>"


REPEATED = (
    '<table:table-row table:number-rows-repeated="1048570"><table:table-cell'
    ' table:number-columns-repeated="{}">{}</table:table-cell></table:table-row>'
)
STRING_COUNT = b'<sst xmlns="x" uniqueCount="4294967295"></sst>'
DOCTYPE = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&b;</Workbook>'
)
FILES: dict[str, tuple[Callable[[], bytes], object]] = {
    "bomb.xlsx": (lambda: xlsx(" " * 130 * MB), TOO_LARGE),
    "bomb_that_lies.xlsx": (lambda: declared_small(xlsx(" " * 130 * MB)), DAMAGED),
    "bomb_that_overlaps.xlsx": (lambda: overlapping(xlsx(more=b" " * MB)), TOO_LARGE),
    "zip_in_zip.xlsx": (lambda: zipped({"1.zip": zipped({"0.zip": bytes(MB)})}), ARCHIVE),
    "string_count.xlsx": (lambda: xlsx(sharedStrings=STRING_COUNT), TOO_LARGE),
    "million_rows.xlsx": (lambda: xlsx(rows_of_xml(1_000_000)), ["Lò An"]),
    "bomb.ods": (lambda: ods(" " * 130 * MB), TOO_LARGE),
    "repeated_people.ods": (
        lambda: ods(ODS_HEAD + REPEATED.format(1, "<text:p>Lò An</text:p>")), TOO_LARGE,
    ),
    "repeated_cells.ods": (
        lambda: ods(ODS_HEAD + REPEATED.format(16384, "<text:p>x</text:p>")), TOO_LARGE,
    ),
    "repeated_blank.ods": (
        lambda: ods(ODS_HEAD + ODS_PERSON + REPEATED.format(16384, "")), ["Lò An"],
    ),
    "painted.xls": (lambda: painted_xls(65_536, 256), ["Lo An"]),
    "entities.xls": (lambda: DOCTYPE.encode(), "format"),
    "nested_tables.xls": (lambda: b"<table><tr><td>" * 500_000, TOO_LARGE),
    "spanning_cells.xls": (
        lambda: b"<table>" + b"<tr><td colspan=1000 rowspan=65000>x" * 200_000, TOO_LARGE,
    ),
    "open_tags.xls": (lambda: b"<table>" + b"<a" * 2 * MB, "file_empty"),
    "endless_line.csv": (lambda: b"Ho ten,Nam sinh\n" + b"a" * 2 * MB, TOO_LARGE),
    "endless_row.csv": (lambda: b"Ho ten,Nam sinh\n" + b"a," * 2 * MB, TOO_LARGE),
    "many_cells.csv": (lambda: b"Ho ten,Nam\n" + b"ab,cd,ef,gh\n" * (23 * MB // 12), TOO_LARGE),
    "hundred_megabytes.csv": (lambda: b"Ho ten,Nam\n" + b"Lo An,1990\n" * (9 * MB), TOO_LARGE),
}  # fmt: skip


@pytest.fixture(params=FILES)
def answered(
    request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[tuple[str, object, object]]:
    """The name of a file, what was asked of it, and the answer of a process of its own."""
    if not Path("/proc/self/status").exists():
        pytest.skip("memory is measured as Linux tells it")
    make, expected = FILES[request.param]
    path = tmp_path / request.param
    path.write_bytes(make())
    command = [sys.executable, "-c", MEASURE, str(path)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    result, seconds, megabytes = json.loads(run.stdout)
    assert seconds < SECONDS, seconds
    assert megabytes < MEGABYTES, megabytes
    yield request.param, result, expected


def test_it_is_answered_in_seconds_and_within_memory(
    answered: tuple[str, object, object],
) -> None:
    _, result, expected = answered
    assert result == expected
