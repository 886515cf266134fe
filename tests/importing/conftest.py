"""Lists written for one test, and how they are read."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from taphuan.importing.ethnic import EthnicNames
from taphuan.importing.findings import Answers
from taphuan.importing.plan import ImportPlan
from taphuan.importing.rows import read_people
from taphuan.models.reference_data import ethnic_groups

TODAY = date(2026, 11, 21)
SHEET = "xl/worksheets/sheet1.xml"
XML_START = (
    b'<?xml version="1.0"?>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
XML_END = b"</sheetData></worksheet>"

WriteWorkbook = Callable[..., Path]


@pytest.fixture(scope="session")
def ethnic() -> EthnicNames:
    return EthnicNames(ethnic_groups())


@pytest.fixture
def read(ethnic: EthnicNames) -> Callable[..., ImportPlan]:
    """read_people on a fixed day."""

    def reading(path: Path, accept_repairs: bool = True, **options: object) -> ImportPlan:
        said = {"today": TODAY, "answers": Answers(accept_repairs=accept_repairs), **options}
        return read_people(path, ethnic, **said)

    return reading


@pytest.fixture
def write_xlsx(tmp_path: Path) -> WriteWorkbook:
    """Writes rows into a workbook, one sheet for each keyword; "_hidden" hides it."""

    def writing(
        rows: Sequence[Sequence[object]] = (), **sheets: Sequence[Sequence[object]]
    ) -> Path:
        from openpyxl import Workbook

        workbook = Workbook()
        workbook.remove(workbook.active)
        for title, lines in {**({"DS": rows} if rows else {}), **sheets}.items():
            sheet = workbook.create_sheet(title.removesuffix("_hidden"))
            sheet.sheet_state = "hidden" if title.endswith("_hidden") else "visible"
            for line in lines:
                sheet.append(list(line))
        path = tmp_path / "danh sách.xlsx"
        workbook.save(path)
        return path

    return writing


@pytest.fixture
def write_sheet_xml(write_xlsx: WriteWorkbook) -> Callable[[bytes], Path]:
    """Writes a workbook whose one sheet has the given XML between <sheetData> tags."""

    def writing(data: bytes) -> Path:
        path = write_xlsx([["x"]])
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        parts[SHEET] = XML_START + data + XML_END
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(name, content)
        return path

    return writing


@pytest.fixture
def write_csv(tmp_path: Path) -> Callable[..., Path]:
    """Writes text into a .csv in an encoding."""

    def writing(text: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / "danh sách.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return writing
