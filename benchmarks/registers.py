"""A register of teams as a department keeps it: a sheet of teams, a sheet of members; invented."""

from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

_HEADINGS = (
    "STT", "Thôn, bản", "Tên tổ", "Quyết định thành lập", None, "Tổ trưởng", None,
    "Số thành viên", "Số hộ", "Số người từ đủ 18 tuổi", "Nguồn số liệu",
)  # fmt: skip
_LOWER = (None, None, None, "Số", "Ngày", "Họ và tên", "SĐT")
_MERGED = ("A5:A6", "B5:B6", "C5:C6", "D5:E5", "F5:G5", "H5:H6", "I5:I6", "J5:J6", "K5:K6")
_TEAMS = (
    ("Bản Púa", "Tổ CNSCĐ bản Púa", "12/QĐ-UBND", date(2025, 7, 20), "Lò Thị Ên", "0912345678",
     5, 124, 312, "Công an xã"),
    ("Bản Bó", "Tổ CNSCĐ bản Bó", "QĐ số 13/QĐ-UBND ngày 21/7/2025", None, "VÌ VĂN BÌNH",
     987654321, 4, "1.080", "chưa rõ", "Công an xã"),
    ("Bản Hình", "Tổ CNSCĐ bản Hình", "14/QĐ-UBND", date(2025, 7, 22), "Cầm Thị Dung",
     "0912000009", 4, 96, 241, "Công an xã"),
    ("Tiểu khu 4", None, None, None, "Hoàng Văn Tú", None, 3, 190, 410, "Công an xã"),
)  # fmt: skip
_PEOPLE = {
    "Tổ CNSCĐ bản Púa": (
        ("Lò Thị Ên", 1987, "Nữ", "0912345678", "Tổ trưởng", "20/7/2025", None, "Chi bộ bản Púa"),
        ("Lò Văn Giang", 1990, "Nam", "0912000001", "Tổ phó", "20/7/2025", None, "Đoàn xã"),
        ("Lò Thị Xuân", 1995, "Nữ", "0912000002", "Thành viên", "7/2025", None, None),
        ("Tòng Văn Hặc", 1979, "Nam", None, "Thành viên", "7/2025", None, "Hội Cựu chiến binh"),
        ("Quàng Thị Hoa", 1985, "Nữ", None, "Thư ký", "20/7/2025", "31/12/2025", "Hội Phụ nữ"),
    ),
    "Tổ công nghệ số cộng đồng bản Bó": (
        ("Vì Văn Bình", 1979, "Nam", "0987654321", "Tổ trưởng", None, None, None),
        ("Vì Thị Pâng", 1992, "Nữ", "0912000004", "Thành viên", None, None, None),
    ),
}


def write_register(path: Path) -> None:
    """Teams of xã Thuận Châu with decisions, figures and members, as untidy as they come."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    _write_teams(sheet)
    _write_members(book.create_sheet("Thành viên"))
    book.save(path)
    book.close()


def _write_teams(sheet: Worksheet) -> None:
    sheet.title = "Tổ"
    for title in ("UBND XÃ THUẬN CHÂU", "SỔ TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG",
                  "(Số liệu tính đến ngày 31/12/2025)"):  # fmt: skip
        sheet.append([title])
    sheet.append([])
    sheet.append(list(_HEADINGS))
    sheet.append(list(_LOWER))
    for cells in _MERGED:
        sheet.merge_cells(cells)
    for number, team in enumerate(_TEAMS, 1):
        sheet.append([number, *team])
    sheet.append([None, "Tổng cộng", *([None] * 5), 16, 1490, 963])


def _write_members(sheet: Worksheet) -> None:
    sheet.append(["STT", "Tổ", "Họ và tên", "Năm sinh", "Giới tính", "SĐT", "Vai trò trong tổ",
                  "Từ ngày", "Đến ngày", "Đề cử bởi"])  # fmt: skip
    number, row = 0, 2
    for team, people in _PEOPLE.items():
        for person in people:
            number += 1
            sheet.append([number, team if person is people[0] else None, *person])
        sheet.merge_cells(
            start_row=row, end_row=row + len(people) - 1, start_column=2, end_column=2
        )
        row += len(people)
