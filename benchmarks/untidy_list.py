"""A list as a commune sends it, for the pictures of the import: repairs, questions, a repeat."""

from pathlib import Path

from taphuan.services.enrolments import EnrolmentRecord

_HEAD = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Điện thoại", "Bản", "Xã")
_ROWS: tuple[tuple[object, ...], ...] = (
    ("Vừ A Dính", 1990, "Nam", "014090001234", 987654321, "Hua Nạ", "Mường É"),
    ("Thào A Chu", "32/13/1988", "Nam", None, None, "Pá", "Mường É"),
    ("Sùng Thị Mai", 1997, "Nữ", "014197004321", "0966123456", "Kiến Xương", "Phổng Lái"),
    ("QUÀNG THỊ ÊN", 1986, "Nữ", "014186000917", None, "nt", "nt"),
    ("Lường Văn Pâng", "12/05/1991", "Nam", "014085003111", "0912345678", "nt", "nt"),
    ("Tòng Văn Giang", 1992, "Nam", None, "0388123458", "Bản Pá", "Mường É"),
    ("Tòng Văn Giang", 1992, "Nam", None, None, "Bản Pá", "Mường É"),
    ("Cà Thị Hặc", 1989, "Nữ", None, "+84 912 555 666", "Bản Lào", "Chiềng Pa"),
    ("Lò Văn Ón", "03/04/1979", "Nam", None, "0977 123 456", "Bản Lào", "Mường É"),
    ("Lầu Thị Xía", "1984", "Nữ", None, "0355111222", "Bản Lào", "Mường É"),
)


def write_untidy_list(path: Path, known: EnrolmentRecord) -> Path:
    """Write the list; one row is like `known`, who is stored, and may be somebody else."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "DS"
    sheet.append(("UBND XÃ MƯỜNG É",))
    sheet.append(("DANH SÁCH HỌC VIÊN LỚP TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG",))
    sheet.append(())
    sheet.append(_HEAD)
    twin = (known.name, known.birth_year, None, None, None, "Bản khác", known.commune)
    for number, row in enumerate((_ROWS[0], twin, *_ROWS[1:]), 1):
        sheet.append((number, *row))
    path.parent.mkdir(exist_ok=True)
    book.save(path)
    return path
