"""Every format communes send: told by content, read with merged cells, hidden sheets and fonts."""

import json
import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from taphuan.importing.cells import Merge, Sheet
from taphuan.importing.plan import ImportPlan, PersonRow
from taphuan.importing.read import read_file

SAMPLES = Path(__file__).parent.parent / "samples"
LISTS = [
    "web_export.xls", "excel_2003.xls", "excel_2003_xml.xls", "open_document.ods",
    "windows_1258.csv", "unicode_text.txt", "tcvn3.csv",
]  # fmt: skip
Read = Callable[..., ImportPlan]


def told(row: PersonRow, fields: dict[str, object]) -> dict[str, object]:
    """The row with the fields that an expected person tells."""
    values = {
        "name": row.name, "gender": row.gender, "ethnic": row.ethnic, "phone": row.phone,
        "dob": row.birth_date.isoformat() if row.birth_date else None,
        "cccd": row.identity_number, "hamlet": row.hamlet,
    }  # fmt: skip
    return {key: values[key] for key in fields}


def only_sheet(path: Path) -> Sheet:
    (sheet,) = read_file(path).sheets
    return sheet


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_any_format_holds_exactly_its_people(name: str, read: Read) -> None:
    text = (SAMPLES / name).with_suffix(".expected.json").read_text(encoding="utf-8")
    people = [
        {key: value for key, value in person.items() if key != "commune_code"}
        for person in json.loads(text)["people"]
    ]
    plan = read(SAMPLES / name)
    assert [told(row, p) for row, p in zip(plan.rows, people, strict=True)] == people
    assert not [row.row for row in plan.rows if row.held]


@pytest.mark.parametrize("name", [*LISTS, "official_form.xlsx"])
def test_a_format_is_told_by_content_not_by_name(name: str, tmp_path: Path) -> None:
    renamed = tmp_path / f"{Path(name).stem}.dat"
    shutil.copyfile(SAMPLES / name, renamed)
    there, here = read_file(renamed), read_file(SAMPLES / name)
    assert [s.rows for s in there.sheets] == [s.rows for s in here.sheets]
    assert there.sha256 == here.sha256


@pytest.mark.parametrize("name", ["excel_2003.xls", "excel_2003_xml.xls", "open_document.ods"])
def test_a_hidden_sheet_is_marked(name: str) -> None:
    hidden = {sheet.name: sheet.hidden for sheet in read_file(SAMPLES / name).sheets}
    assert sorted(hidden.values()) == [False, True]
    assert hidden[{"excel_2003.xls": "Danh mục", "excel_2003_xml.xls": "Ẩn"}.get(name, "Nháp")]


@pytest.mark.parametrize(
    ("name", "sheet", "merge"),
    [
        ("official_form.xlsx", "DS", Merge(7, 7, 2, 3)),
        ("excel_2003.xls", "Mường É", Merge(3, 3, 3, 4)),
        ("open_document.ods", "DS", Merge(9, 13, 7, 7)),
        ("excel_2003_xml.xls", "Danh sách", Merge(1, 1, 0, 7)),
        ("web_export.xls", "web_export", Merge(3, 4, 0, 0)),
    ],
)
def test_merged_cells_are_told(name: str, sheet: str, merge: Merge) -> None:
    found = next(s for s in read_file(SAMPLES / name).sheets if s.name == sheet)
    assert merge in found.merges
    assert found.rows[merge.first_row - 1][merge.first_column]


def test_a_merge_of_whole_columns_ends_with_the_list(tmp_path: Path) -> None:
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.active.append(["Danh sách", None])
    workbook.active.append(["Lò An", 1990])
    workbook.active.merge_cells("A1:A500")
    workbook.active.merge_cells("D5:E9")
    workbook.save(tmp_path / "a.xlsx")
    assert only_sheet(tmp_path / "a.xlsx").merges == (Merge(1, 2, 0, 0),)


def test_the_types_of_an_old_workbook_are_those_of_a_new_one(tmp_path: Path) -> None:
    import xlwt

    values = [
        "Lò An",
        1990,
        0.5,
        True,
        date(1990, 4, 6),
        datetime(1990, 4, 6, 7, 30),
        "014090000011",
    ]
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Sheet")
    for column, value in enumerate(values):
        style = {
            date: xlwt.easyxf(num_format_str="dd/mm/yyyy"),
            datetime: xlwt.easyxf(num_format_str="dd/mm/yyyy hh:mm"),
        }.get(type(value), xlwt.Style.default_style)
        sheet.write(3, column + 1, value, style)
    workbook.save(str(tmp_path / "a.xls"))
    assert only_sheet(tmp_path / "a.xls").rows == ((), (), (), (None, *values))


def test_a_workbook_of_web_systems_without_a_container_is_read(tmp_path: Path) -> None:
    """The oldest export of PHP: records of Excel 95, one behind the other."""
    import struct

    cells = [(0, 0, "Ho ten"), (0, 1, "Dia chi"), (1, 0, "Lo Van An"), (1, 1, "Ban Lao")]
    content = struct.pack("<6H", 0x809, 8, 0, 0x10, 0, 0)
    for row, column, text in cells:
        data = text.encode("latin-1")
        content += struct.pack("<6H", 0x204, 8 + len(data), row, column, 0, len(data)) + data
    (tmp_path / "a.xls").write_bytes(content + struct.pack("<2H", 0x0A, 0))
    assert only_sheet(tmp_path / "a.xls").rows == (("Ho ten", "Dia chi"), ("Lo Van An", "Ban Lao"))


def test_a_failed_formula_is_shown_and_not_taken_for_blank(tmp_path: Path) -> None:
    from xlsxwriter import Workbook

    with Workbook(tmp_path / "a.xlsx") as workbook:
        sheet = workbook.add_worksheet("Đầu")
        sheet.write_row("A1", ["Họ tên", "Năm"])
        second = workbook.add_worksheet("Sau")
        second.write_row("B2", ["Họ tên", "Năm"])
        second.write_formula("C3", "=VLOOKUP(1,A1:B2,2)", None, "#N/A")
        second.write_formula("B5", "=Z1", None, "#REF!")
    first, second = read_file(tmp_path / "a.xlsx").sheets
    assert first.rows == (("Họ tên", "Năm"),)
    names = (None, "Họ tên", "Năm")
    assert second.rows == ((), names, (None, None, "#N/A"), (), (None, "#REF!"))


class TestFonts:
    @pytest.fixture
    def workbook(self, tmp_path: Path) -> Path:
        from xlsxwriter import Workbook

        with Workbook(tmp_path / "a.xlsx") as workbook:
            sheet = workbook.add_worksheet()
            old = workbook.add_format({"font_name": ".VnTimeH"})
            mixed = workbook.add_format({"font_name": "VNI-Times"})
            sheet.write("A1", "Hä vµ tªn", old)
            sheet.write("B1", "Năm")
            sheet.write("A3", "NguyÔn", old)
            sheet.write_rich_string("B3", "a ", mixed, "Löông")
            sheet.write_blank("A9", None, old)
        return tmp_path / "a.xlsx"

    def test_old_fonts_are_told_by_cell(self, workbook: Path) -> None:
        assert only_sheet(workbook).fonts() == {
            (1, 0): ".VnTimeH", (3, 0): ".VnTimeH", (3, 1): "VNI-Times",
        }  # fmt: skip

    def test_an_old_workbook_tells_them_too(self, tmp_path: Path) -> None:
        import xlwt

        workbook = xlwt.Workbook()
        sheet = workbook.add_sheet("Sheet")
        sheet.write(0, 0, "Hä vµ tªn", xlwt.easyxf("font: name .VnTime"))
        sheet.write(1, 0, "Lò An")
        sheet.write(2, 1, 5, xlwt.easyxf("font: name .VnTime"))
        workbook.save(str(tmp_path / "a.xls"))
        assert only_sheet(tmp_path / "a.xls").fonts() == {(1, 0): ".VnTime"}

    def test_where_fonts_cannot_be_read_there_are_none(self, workbook: Path) -> None:
        with ZipFile(workbook) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        styles = parts["xl/styles.xml"]
        parts["xl/styles.xml"] = styles.replace(b"<fills", b"<fill><fills").replace(b"count", b"c")
        with ZipFile(workbook, "w", ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(name, content)
        sheet = only_sheet(workbook)
        assert sheet.rows[0][0] == "Hä vµ tªn"
        assert sheet.fonts() == {}

    @pytest.mark.parametrize("name", ["plain_list.xlsx", "excel_2003.xls", "open_document.ods"])
    def test_most_lists_have_none(self, name: str) -> None:
        assert read_file(SAMPLES / name).sheets[0].fonts() == {}


class TestOpenDocument:
    @pytest.fixture
    def write_ods(self, tmp_path: Path) -> Callable[[str], Path]:
        """Writes a sheet of the given rows."""
        spaces = " ".join(
            f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
            for prefix in ("office", "table", "text")
        )

        def writing(rows: str) -> Path:
            path = tmp_path / "a.ods"
            with ZipFile(path, "w", ZIP_DEFLATED) as package:
                package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                package.writestr(
                    "content.xml",
                    f"<office:document-content {spaces}><office:body><office:spreadsheet>"
                    f'<table:table table:name="DS">{rows}</table:table>'
                    "</office:spreadsheet></office:body></office:document-content>",
                )
            return path

        return writing

    def test_repeated_cells_and_rows_keep_their_places(
        self, write_ods: Callable[[str], Path]
    ) -> None:
        path = write_ods(
            '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
            '<table:table-row table:number-rows-repeated="2"><table:table-cell'
            ' table:number-columns-repeated="2"/><table:table-cell office:value-type="float"'
            ' office:value="7" table:number-columns-repeated="2"/></table:table-row>'
            '<table:table-row table:number-rows-repeated="1048000"><table:table-cell'
            ' table:number-columns-repeated="16384"/></table:table-row>'
        )
        sevens = (None, None, 7.0, 7.0)
        assert only_sheet(path).rows == ((), (), (), sevens, sevens)

    def test_only_what_a_cell_shows_is_its_text(self, write_ods: Callable[[str], Path]) -> None:
        path = write_ods(
            "<table:table-row>\n <table:table-cell>\n  <office:annotation><text:p>Ghi chú</text:p>"
            "</office:annotation><text:p>Lò<text:s text:c='2'/>Văn <text:span>An</text:span>"
            "</text:p>\n<text:p>Bản<text:line-break/>Lào</text:p></table:table-cell>"
            "<table:covered-table-cell><text:p>che</text:p></table:covered-table-cell>"
            "<table:table-cell office:value-type='boolean' office:boolean-value='true'/>"
            "</table:table-row>"
        )
        assert only_sheet(path).rows == (("Lò  Văn An\nBản\nLào", None, True),)

    def test_a_flat_file_is_read_alike(
        self, write_ods: Callable[[str], Path], tmp_path: Path
    ) -> None:
        path = write_ods(
            "<table:table-row><table:table-cell><text:p>Lò An</text:p></table:table-cell>"
            "</table:table-row>"
        )
        with ZipFile(path) as package:
            content = package.read("content.xml")
        flat = tmp_path / "a.fods"
        flat.write_bytes(b"<?xml version='1.0' encoding='UTF-8'?>\n" + content)
        assert only_sheet(flat).rows == only_sheet(path).rows == (("Lò An",),)
