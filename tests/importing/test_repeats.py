"""People who stand twice in the lists of one go."""

from dataclasses import replace

from taphuan.importing.findings import FindingKind, RowKey, Severity
from taphuan.importing.plan import ImportPlan
from taphuan.importing.repeats import mark_repeats, repeated_row, shown_names

from .plans import FILE, found, kinds, plan_from

K = FindingKind
HEADER = ("Họ tên", "Năm sinh", "Giới tính", "Số CCCD", "Bản")
OTHER = "cd" * 32


def other_file(plan: ImportPlan) -> ImportPlan:
    return replace(plan, source=replace(plan.source, name="xã khác.xlsx", sha256=OTHER))


def test_a_person_in_two_files_is_told_in_the_later_one() -> None:
    plan = plan_from(HEADER, ("Lò An", 1990.0, "Nam", "014090000011", "Bản Lào"))
    first, second = mark_repeats([plan, other_file(plan)])
    assert first.findings == ()
    told = found(second.rows[0], K.DUPLICATE_IN_FILE)
    assert (told.severity, told.after) == (Severity.NOTE, "danh sách.xlsx!DS!2")
    assert told.file == OTHER
    assert repeated_row(told) == RowKey(FILE, "DS", 2)


def test_files_of_one_name_are_told_apart_by_their_folder() -> None:
    plan = plan_from(HEADER, ("Lò An", 1990.0, "Nam", "014090000011", "Bản Lào"))
    inside, outside, deep = (("2026", "Mường É"), (), ("2025", "Mường É"))
    plans = [
        replace(plan, source=replace(plan.source, name="ds.xlsx", sha256=key, folder=folder))
        for key, folder in (("a", inside), ("b", outside), ("c", deep))
    ]
    assert shown_names(plans) == {
        "a": "2026/Mường É/ds.xlsx", "b": "ds.xlsx", "c": "2025/Mường É/ds.xlsx",
    }  # fmt: skip
    _, later = mark_repeats([plans[0], plans[2]])
    assert found(later.rows[0], K.DUPLICATE_IN_FILE).after == "2026/Mường É/ds.xlsx!DS!2"
    _, later = mark_repeats([plans[0], plans[1]])
    assert found(later.rows[0], K.DUPLICATE_IN_FILE).after == "Mường É/ds.xlsx!DS!2"


def test_the_same_name_year_and_hamlet_is_asked() -> None:
    plan = plan_from(
        HEADER,
        ("Lò An", 1990.0, "Nam", None, "Bản Lào"),
        ("LÒ  AN", 1990.0, "Nam", None, "bản lào"),
    )
    (marked,) = mark_repeats([plan])
    asked = found(marked.rows[1], K.DUPLICATE_IN_FILE)
    assert (asked.severity, asked.open, asked.after) == (Severity.QUESTION, True, "2")


def test_marking_again_marks_once() -> None:
    row = ("Lò An", 1990.0, "Nam", "014090000011", "Bản Lào")
    once = mark_repeats([plan_from(HEADER, row, row)])
    assert mark_repeats(once) == once
    assert kinds(once[0].rows[1]) == [K.DUPLICATE_IN_FILE]


def test_a_plan_without_repeats_is_returned_as_it_is() -> None:
    plan = plan_from(
        HEADER, ("Lò An", 1990.0, "Nam", None, "Bản Lào"), ("Lò Ba", 1990.0, "Nam", None, "Bản Lào")
    )
    assert mark_repeats([plan])[0] is plan
