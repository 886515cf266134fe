"""The table in a sheet, and the rows that become people."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from taphuan.importing.fields import Field
from taphuan.importing.findings import Answer, AnswerKind, Answers, FindingKind, Severity
from taphuan.importing.plan import ImportPlan
from taphuan.models.enums import Gender

Read = Callable[..., ImportPlan]
Write = Callable[..., Path]
K = FindingKind

HEADER = ["STT", "Họ và tên", "Năm sinh", "Giới tính", "Số CCCD", "SĐT", "Bản", "Xã"]


def person(number: int, name: str, **other: object) -> list[object]:
    values = {
        "year": 1990, "gender": "Nam", "identity": None, "phone": None, "hamlet": "Bản Lào",
        "commune": "Mường É", **other,
    }  # fmt: skip
    return [number, name, *values.values()]


def names(plan: ImportPlan) -> list[str]:
    return [row.name for row in plan.rows]


def kinds(plan: ImportPlan) -> list[FindingKind]:
    return [finding.kind for finding in plan.findings]


class TestTable:
    @pytest.mark.parametrize("above", [0, 1, 6, 19])
    def test_the_header_stands_in_the_first_twenty_rows(
        self, above: int, read: Read, write_xlsx: Write
    ) -> None:
        letterhead: list[list[object]] = [["DANH SÁCH HỌC VIÊN"]] * above
        plan = read(write_xlsx([*letterhead, HEADER, person(1, "Lò Văn An")]))
        assert plan.tables[0].header_row == above + 1
        assert [row.row for row in plan.rows] == [above + 2]

    def test_a_table_may_begin_in_any_column(self, read: Read, write_xlsx: Write) -> None:
        plan = read(write_xlsx([[], [None, None, *HEADER], [None, None, *person(1, "Lò An")]]))
        assert (plan.rows[0].name, plan.rows[0].hamlet) == ("Lò An", "Bản Lào")

    def test_rows_without_a_person_are_passed_over(self, read: Read, write_xlsx: Write) -> None:
        plan = read(
            write_xlsx(
                [
                    HEADER,
                    [f"({i})" for i in range(1, 9)],
                    person(1, "Lò Văn An"),
                    [],
                    HEADER,
                    person(2, "Tòng Công Sơn"),
                    [3],
                    [None, "Cộng: 2 người"],
                    [None, "TỔNG CỘNG", 2],
                    [],
                    [None, None, None, None, "Mường É, ngày 5 tháng 3 năm 2026"],
                    [None, "NGƯỜI LẬP BIỂU", None, None, None, None, "CHỦ TỊCH"],
                    [None, "Lò Văn Chiến", None, None, None, None, "Cà Văn Hặc"],
                ]
            )
        )
        assert names(plan) == ["Lò Văn An", "Tòng Công Sơn"]

    @pytest.mark.parametrize("name", ["Tòng Công Sơn", "TÒNG CÔNG", "Cộng Văn Tổng", "Chu Tịch"])
    def test_people_called_like_a_total_are_people(
        self, name: str, read: Read, write_xlsx: Write
    ) -> None:
        plan = read(write_xlsx([HEADER, [1, name]]), accept_repairs=False)
        assert names(plan) == [name]

    def test_a_section_gives_its_team_to_the_rows_below(
        self, read: Read, write_xlsx: Write
    ) -> None:
        plan = read(
            write_xlsx(
                [
                    HEADER,
                    ["I", "Tổ CNSCĐ xã"],
                    person(1, "Lò Văn An"),
                    ["II. Tổ CNSCĐ bản Lào"],
                    person(2, "Cà Thị Bé"),
                ]
            )
        )
        assert [row.team for row in plan.rows] == ["Tổ CNSCĐ xã", "Tổ CNSCĐ bản Lào"]

    def test_a_second_header_row_tells_more(self, read: Read, write_xlsx: Write) -> None:
        rows = [
            ["TT", "Họ và tên", "Giới tính", None, "Nơi ở", None, "SĐT"],
            [None, None, "Nam", "Nữ", "Bản", "Xã", None],
            [1, "Lò Văn An", "x", None, "Bản Lào", "Mường É", "0977545410"],
            [2, "Cà Thị Bé", None, "x", "Bản Pá", "Mường É", "0977545411"],
        ]
        plan = read(write_xlsx(rows))
        assert [row.gender for row in plan.rows] == [Gender.MALE, Gender.FEMALE]
        assert [(row.hamlet, row.commune) for row in plan.rows][1] == ("Bản Pá", "Mường É")
        assert plan.tables[0].headings[4] == "Nơi ở Bản"

    def test_sheets_are_read_together_and_hidden_ones_are_not(
        self, read: Read, write_xlsx: Write
    ) -> None:
        plan = read(
            write_xlsx(
                [HEADER, person(1, "Lò Văn An")],
                Xã2=[HEADER, person(1, "Cà Thị Bé")],
                Cũ_hidden=[HEADER, person(1, "Vừ A Cũ")],
                Hướng_dẫn=[["Điền đủ các cột"]],
            )
        )
        assert [(row.sheet, row.name) for row in plan.rows] == [
            ("DS", "Lò Văn An"),
            ("Xã2", "Cà Thị Bé"),
        ]
        assert plan.sheets_without_table == ("Hướng_dẫn",)

    def test_the_user_may_change_a_column(self, read: Read, write_xlsx: Write) -> None:
        path = write_xlsx([["Họ tên", "Năm sinh", "Trường"], ["Lò An", 1990, "THCS Mường É"]])
        assert read(path).rows[0].employer is None
        plan = read(path, fields={"DS": {2: Field.EMPLOYER}})
        assert plan.rows[0].employer == "THCS Mường É"
        assert plan.tables[0].columns[2] is Field.EMPLOYER


class TestDelimited:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    def test_every_delimiter_and_mark_is_understood(
        self, delimiter: str, encoding: str, read: Read, write_csv: Write
    ) -> None:
        lines = [
            ["STT", "Họ và tên", "Ngày sinh", "Địa chỉ"],
            ["1", "Lò Văn An", "06/04/1992", '"Bản Lào, xã Mường É; tỉnh Sơn La"'],
            ["2", "Cà Thị Bé", "07/04/1992", '"Bản Pá, xã Mường É; tỉnh Sơn La"'],
        ]
        text = "\r\n".join(delimiter.join(line) for line in lines)
        plan = read(write_csv(text, encoding))
        assert names(plan) == ["Lò Văn An", "Cà Thị Bé"]
        assert [row.birth_date for row in plan.rows] == [date(1992, 4, 6), date(1992, 4, 7)]
        assert {(row.commune, row.province) for row in plan.rows} == {("xã Mường É", "tỉnh Sơn La")}
        assert plan.rows[0].sheet == "danh sách"

    def test_a_file_may_name_its_delimiter(self, read: Read, write_csv: Write) -> None:
        plan = read(write_csv("sep=;\nHọ tên;Năm sinh\nLò An;1990\n"))
        assert [(row.row, row.birth_year) for row in plan.rows] == [(3, 1990)]

    def test_names_alone_are_a_list(self, read: Read, write_csv: Write) -> None:
        assert names(read(write_csv("Họ và tên\nLò Văn An\nCà Thị Bé\n"))) == [
            "Lò Văn An",
            "Cà Thị Bé",
        ]


class TestPeople:
    def test_family_and_given_name_are_joined(self, read: Read, write_xlsx: Write) -> None:
        rows = [["Họ và đệm", "Tên", "Năm sinh"], ["Lò Văn", "An", 1990], ["CÀ THỊ", "BÉ", 1991]]
        assert names(read(write_xlsx(rows))) == ["Lò Văn An", "Cà Thị Bé"]
        assert names(read(write_xlsx(rows), accept_repairs=False)) == ["Lò Văn An", "CÀ THỊ BÉ"]

    def test_a_row_without_a_name_waits(self, read: Read, write_xlsx: Write) -> None:
        plan = read(write_xlsx([HEADER, person(1, None, phone="0977545410")]))  # type: ignore[arg-type]
        assert plan.rows[0].held
        assert kinds(plan) == [K.MISSING_NAME]

    def test_an_open_question_holds_its_row_only(self, read: Read, write_xlsx: Write) -> None:
        plan = read(
            write_xlsx([HEADER, person(1, "Lò Văn An", year="32/13/1988"), person(2, "Cà Văn Bé")])
        )
        assert [row.held for row in plan.rows] == [True, False]
        finding = plan.findings[0]
        assert (finding.sheet, finding.row, finding.column) == ("DS", 2, "Năm sinh")
        assert (finding.kind, finding.before, finding.after) == (K.BAD_DATE, "32/13/1988", None)

    def test_an_identity_number_against_birth_and_gender_is_asked(
        self, read: Read, write_xlsx: Write
    ) -> None:
        plan = read(write_xlsx([HEADER, person(1, "Lò An", identity="014175273051", year=1976)]))
        assert [(f.kind, f.before, f.after) for f in plan.findings] == [
            (K.IDENTITY_BIRTH_MISMATCH, "1976", "1975"),
            (K.IDENTITY_GENDER_MISMATCH, "Nam", "Nữ"),
        ]
        assert plan.rows[0].held

    def test_gender_is_told_by_the_number_where_the_list_is_silent(
        self, read: Read, write_xlsx: Write
    ) -> None:
        path = write_xlsx([["Họ tên", "CCCD"], ["Lò Thị An", "014175273051"]])
        assert (read(path).rows[0].gender, kinds(read(path))) == (
            Gender.FEMALE,
            [K.GENDER_FROM_IDENTITY],
        )
        refused = read(path, accept_repairs=False).rows[0]
        assert (refused.gender, refused.held) == (None, False)

    def test_gender_is_never_guessed_from_a_name(self, read: Read, write_xlsx: Write) -> None:
        plan = read(write_xlsx([["Họ tên", "Năm sinh"], ["Lò Thị An", 1990]]))
        assert plan.rows[0].gender is None

    def test_each_repair_can_be_answered_for_itself(self, read: Read, write_xlsx: Write) -> None:
        path = write_xlsx([HEADER, person(1, "LÒ VĂN AN", phone=977545410)])
        name = next(f for f in read(path).findings if f.kind is K.NAME_CASE)
        plan = read(path, answers=Answers({name.key: Answer(AnswerKind.REFUSE)}))
        assert (plan.rows[0].name, plan.rows[0].phone) == ("LÒ VĂN AN", "0977545410")
        assert [(f.kind, f.applied, f.open) for f in plan.findings] == [
            (K.NAME_CASE, False, False),
            (K.PHONE_ZERO, True, False),
        ]
        assert not plan.rows[0].held

    def test_progress_ends_with_all_rows(self, read: Read, write_xlsx: Write) -> None:
        seen: list[tuple[int, int]] = []
        rows = [HEADER, *(person(i, f"Lò Văn {'ABCDEFGH'[i % 8]}") for i in range(1200))]
        read(write_xlsx(rows), progress=lambda done, total: seen.append((done, total)))
        assert seen[-1] == (1201, 1201)
        assert len(seen) == 3


class TestRepeats:
    def test_one_number_under_one_name_is_the_same_person(
        self, read: Read, write_xlsx: Write
    ) -> None:
        one = person(1, "Lò Văn An", identity="014090000011")
        plan = read(write_xlsx([HEADER, one], Khác=[HEADER, one]))
        finding = plan.findings[0]
        assert (finding.kind, finding.severity) == (K.DUPLICATE_IN_FILE, Severity.NOTE)
        assert (finding.sheet, finding.row, finding.after) == ("Khác", 2, "DS!2")
        assert not plan.rows[1].held

    def test_one_number_under_two_names_is_asked(self, read: Read, write_xlsx: Write) -> None:
        two = [person(i, name, identity="014090000011") for i, name in ((1, "Lò An"), (2, "Cà Bé"))]
        plan = read(write_xlsx([HEADER, *two]))
        assert [row.held for row in plan.rows] == [False, True]

    def test_the_same_name_year_and_hamlet_is_asked(self, read: Read, write_xlsx: Write) -> None:
        plan = read(write_xlsx([HEADER, person(1, "Lò Văn An"), person(2, "LÒ VĂN AN")]))
        assert [row.held for row in plan.rows] == [False, True]
        assert plan.findings[-1].after == "2"

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ({"identity": "014090000011"}, {"identity": "014090000012"}),
            ({"phone": "0977545410"}, {"phone": "0977545411"}),
            ({"hamlet": "Bản Lào"}, {"hamlet": "Bản Pá"}),
            ({"year": 1990}, {"year": 1991}),
            ({"gender": "Nam"}, {"gender": "Nữ"}),
        ],
        ids=["number", "phone", "hamlet", "year", "gender"],
    )
    def test_namesakes_that_differ_are_two_people(
        self, one: dict[str, str], other: dict[str, str], read: Read, write_xlsx: Write
    ) -> None:
        rows = [HEADER, person(1, "Lò Văn An", **one), person(2, "Lò Văn An", **other)]
        assert K.DUPLICATE_IN_FILE not in kinds(read(write_xlsx(rows)))
