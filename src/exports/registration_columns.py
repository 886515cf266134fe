"""The columns of a registration form: headings our own importer reads with certainty."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from . import formats
from .records import PersonLine

GENDERS = ("Nam", "Nữ")


@dataclass(frozen=True)
class FormPerson:
    """Somebody known: written into the form with the program's id, so that they stay the same.

    `identity` is masked.
    """

    person_id: UUID
    line: PersonLine
    note: str | None = None
    identity: str | None = None


@dataclass(frozen=True)
class FormChoices:
    """What the drop-downs offer; an empty list offers nothing and takes everything."""

    hamlets: Sequence[str] = ()
    teams: Sequence[str] = ()
    roles: Sequence[str] = ()
    ethnic: Sequence[str] = ()


@dataclass(frozen=True)
class FormColumn:
    """A column of the form. `choices` are offered; `least` and `most` are lengths of a text.

    What is not offered, or has another length, is warned of and may stand all the same.
    """

    title: str
    width: float
    value: Callable[[FormPerson], str | None]
    hint: str = ""
    choices: Sequence[str] = ()
    least: int = 0
    most: int = 0
    centred: bool = False
    for_program: bool = False
    """Written and read by the program only; not printed."""


def form_columns(
    team: str, choices: FormChoices, with_ethnic: bool = False
) -> tuple[FormColumn, ...]:
    """The columns after the number, from the left; `team` is what a team is called here."""
    ethnic = (_ethnic(choices.ethnic),) if with_ethnic else ()
    return (*_person_columns()[:3], *ethnic, *_person_columns()[3:], *_duty_columns(team, choices))


def _person_columns() -> tuple[FormColumn, ...]:
    return (
        FormColumn(
            "Họ và tên", 25, lambda p: p.line.name,
            "Ghi đủ họ, chữ đệm và tên, có dấu, như trên căn cước.",
        ),
        FormColumn(
            "Ngày sinh (hoặc năm sinh)", 12, _birth,
            "Ghi ngày/tháng/năm, ví dụ 15/08/1990. Chỉ nhớ năm thì ghi năm, ví dụ 1990.",
            centred=True,
        ),
        FormColumn(
            "Giới tính", 7.5, lambda p: p.line.gender, "Chọn Nam hoặc Nữ.", GENDERS, centred=True
        ),
        FormColumn(
            "Số căn cước", 15, lambda p: p.identity,
            "12 chữ số trên thẻ căn cước, viết liền. Người đã có số (hiện bốn số cuối) thì giữ"
            " nguyên.",
            least=9, most=12, centred=True,
        ),
        FormColumn(
            "Số điện thoại", 13, lambda p: p.line.phone, "10 chữ số, bắt đầu bằng số 0.",
            least=9, most=15, centred=True,
        ),
    )  # fmt: skip


def _ethnic(groups: Sequence[str]) -> FormColumn:
    """Sensitive: only in a form that asks for it."""
    return FormColumn("Dân tộc", 9, lambda p: p.line.ethnic, "Chọn trong danh sách.", groups)


def _duty_columns(team: str, choices: FormChoices) -> tuple[FormColumn, ...]:
    return (
        FormColumn(
            "Thôn, bản, tổ dân phố", 18, lambda p: p.line.hamlet,
            _listed("Ghi cả loại và tên, ví dụ Bản Púa.", choices.hamlets), choices.hamlets,
        ),
        FormColumn(
            f"Tổ ({team})", 22, lambda p: p.line.team,
            _listed("Tên tổ mà người này tham gia.", choices.teams), choices.teams,
        ),
        FormColumn(
            "Chức vụ (vai trò)", 13, lambda p: p.line.role,
            "Vai trò trong tổ hoặc chức vụ.", choices.roles,
        ),
        FormColumn(
            "Đơn vị công tác", 17, lambda p: p.line.employer,
            "Chỉ ghi với cán bộ, công chức, giáo viên …",
        ),
        FormColumn("Ghi chú", 13, lambda p: p.note),
        FormColumn(
            "Mã Tập Huấn", 12, lambda p: str(p.person_id),
            "Do chương trình ghi để nhận ra người đã có. Không sửa, không xóa.",
            for_program=True,
        ),
    )  # fmt: skip


def _listed(hint: str, offered: Sequence[str]) -> str:
    return f"{hint} Chọn trong danh sách, hoặc gõ nếu chưa có." if offered else hint


def _birth(person: FormPerson) -> str:
    line = person.line
    return formats.day(line.birth_date) or str(line.birth_year or "")
