"""Offices, schools and firms: what stands where people of no hamlet work."""

import re

from ..models.names import fold

_BEGINNINGS = (
    r"ubnd|uỷ ban|ủy ban|hđnd|hội đồng nhân dân|đảng u[ỷy]|đảng ủy|huyện ủy|tỉnh ủy|ub ?mttq|mttq"
    r"|mặt trận tổ quốc|công an|ban chqs|bch quân sự|ban chỉ huy quân sự|quân sự xã|đồn biên phòng"
    r"|trường (?:thcs|thpt|ptth|ptcs|pt|th|tiểu học|mầm non|mn|mẫu giáo|mg|trung học|phổ thông"
    r"|ptdt\w*|cao đẳng|cđ|đại học|đh|trung cấp|chính trị|dạy nghề|liên cấp|tiểu học)"
    r"|trạm (?:y tế|khuyến nông|thú y|kiểm lâm|viễn thông|điện|thủy nông|bảo vệ thực vật)"
    r"|trung tâm (?:y tế|phục vụ|văn hóa|văn hoá|hành chính|dịch vụ|giáo dục|học tập|chính trị"
    r"|chuyển đổi|công nghệ|truyền thông|viễn thông|hỗ trợ|cung ứng|vh|hcc|gdtx|gdnn)"
    r"|văn phòng (?:đảng|hđnd|ubnd|thống kê|đăng ký|công chứng|huyện|tỉnh)"
    r"|phòng (?:văn hóa|văn hoá|kinh tế|khám|giáo dục|nội vụ|gd|vh|tư pháp|tài chính|lao động"
    r"|nông nghiệp|y tế|giao dịch)"
    r"|hội (?:nông dân|phụ nữ|lhpn|liên hiệp|cựu chiến binh|ccb|chữ thập đỏ|người cao tuổi|nct"
    r"|khuyến học|nd|pn|doanh nghiệp)"
    r"|đoàn (?:thanh niên|tncs|tn|xã|phường|thị trấn)|bưu điện|bưu cục|ngân hàng|nhcsxh|agribank"
    r"|vietcombank|vietinbank|bidv|kho bạc|bảo hiểm|bhxh|viettel|vnpt|mobifone|fpt|điện lực"
    r"|công ty|cty|doanh nghiệp|dntn|htx|hợp tác xã|hạt kiểm lâm|chi cục|chi nhánh"
    r"|bệnh viện|sở (?:khoa học|kh ?&|khcn|thông tin|tttt|nội vụ|nông nghiệp|giáo dục|y tế)"
)
_START = re.compile(rf"(?:{_BEGINNINGS})(?!\w)")
_PLAIN_START = re.compile(rf"(?:{fold(_BEGINNINGS)})(?!\w)")


def is_employer(text: str) -> bool:
    """Whether a text names an office, a school or a firm: "UBND xã", "Trường THCS Mường É".

    "Trung Tâm", "Đoàn Kết" and "Hội An" are hamlets; text without accents is compared without.
    """
    small = text.lower()
    return (_PLAIN_START if small.isascii() else _START).match(small) is not None
