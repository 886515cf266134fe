"""What a column of a list may hold, in words."""

from collections.abc import Callable, Mapping

from ....importing.fields import Field
from ...i18n import tr


def field_words(field: Field) -> str:
    """The name of a field as the choice shows it."""
    return _WORDS[field]()


_WORDS: Mapping[Field, Callable[[], str]] = {
    Field.IGNORE: lambda: tr("(bỏ qua cột này)"),
    Field.NUMBER: lambda: tr("Số thứ tự"),
    Field.NAME: lambda: tr("Họ và tên"),
    Field.FAMILY_NAME: lambda: tr("Họ và tên đệm"),
    Field.GIVEN_NAME: lambda: tr("Tên"),
    Field.GENDER: lambda: tr("Giới tính"),
    Field.MALE: lambda: tr("Nam (cột đánh dấu)"),
    Field.FEMALE: lambda: tr("Nữ (cột đánh dấu)"),
    Field.BIRTH: lambda: tr("Ngày sinh"),
    Field.BIRTH_YEAR: lambda: tr("Năm sinh"),
    Field.ETHNIC: lambda: tr("Dân tộc"),
    Field.IDENTITY_NUMBER: lambda: tr("Số căn cước"),
    Field.PHONE: lambda: tr("Số điện thoại"),
    Field.HAMLET: lambda: tr("Thôn, bản, tổ dân phố"),
    Field.COMMUNE: lambda: tr("Xã, phường"),
    Field.DISTRICT: lambda: tr("Huyện (cũ)"),
    Field.PROVINCE: lambda: tr("Tỉnh, thành phố"),
    Field.ADDRESS: lambda: tr("Địa chỉ (cả bản, xã)"),
    Field.TEAM: lambda: tr("Tổ"),
    Field.ROLE: lambda: tr("Chức vụ"),
    Field.EMPLOYER: lambda: tr("Đơn vị công tác"),
    Field.NOTE: lambda: tr("Ghi chú"),
    Field.PROGRAM_ID: lambda: tr("Mã học viên của chương trình"),
}

FIELDS_IN_ORDER: tuple[Field, ...] = tuple(_WORDS)
"""The fields as the choice lists them."""
