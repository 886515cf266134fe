import csv
import shutil
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from taphuan.models import reference_data
from taphuan.models.enums import Skill
from taphuan.models.errors import AppError, ErrorCode
from taphuan.models.reference_data import UnitKind
from taphuan.paths import resource_path


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A folder with the same files, to be changed by a test."""
    folder = tmp_path / "reference"
    shutil.copytree(resource_path("reference"), folder)
    return folder


def every_name() -> list[str]:
    units = (
        *reference_data.provinces(),
        *reference_data.communes(),
        *reference_data.legacy_provinces(),
        *reference_data.legacy_districts(),
        *reference_data.legacy_wards(),
    )
    return [unit.name for unit in units]


def test_the_units_are_as_many_as_the_law_says() -> None:
    communes = reference_data.communes()
    assert len(reference_data.provinces()) == 34
    assert len(communes) == 3321
    assert len(reference_data.legacy_provinces()) == 63
    assert len(reference_data.legacy_districts()) == 696
    assert len(reference_data.legacy_wards()) == 10_035
    before = Counter(commune.kind_before or commune.kind for commune in communes)
    assert before == {UnitKind.COMMUNE: 2621, UnitKind.WARD: 687, UnitKind.SPECIAL_ZONE: 13}


def test_codes_are_unique_within_each_level() -> None:
    for level in (
        reference_data.provinces(),
        reference_data.communes(),
        reference_data.legacy_provinces(),
        reference_data.legacy_districts(),
        reference_data.legacy_wards(),
    ):
        assert len({unit.code for unit in level}) == len(level)


def test_every_unit_lies_in_a_unit_that_exists() -> None:
    today = {row.code for row in reference_data.provinces()}
    assert {row.province_code for row in reference_data.communes()} == today
    districts = {row.code: row.province_code for row in reference_data.legacy_districts()}
    assert set(districts.values()) == {row.code for row in reference_data.legacy_provinces()}
    for ward in reference_data.legacy_wards():
        assert districts[ward.district_code] == ward.province_code


def test_the_kinds_that_changed_in_2026_say_when_and_what_they_were() -> None:
    changed = [row for row in reference_data.communes() if row.kind_changed_on]
    assert Counter(row.kind_changed_on for row in changed) == {
        date(2026, 4, 30): 10,
        date(2026, 9, 20): 12,
    }
    for row in changed:
        assert (row.kind_before, row.kind) == (UnitKind.COMMUNE, UnitKind.WARD)
    cities = {row.name: row.kind_changed_on for row in reference_data.provinces() if row.resolution}
    assert cities == {
        "Đồng Nai": date(2026, 4, 30),
        "Quảng Ninh": date(2026, 9, 1),
        "Bắc Ninh": date(2026, 9, 20),
    }


def test_every_old_commune_goes_to_communes_that_exist() -> None:
    rows = reference_data.conversions()
    assert len(rows) == 10_597
    assert {row.legacy_ward_code for row in rows} == {
        row.code for row in reference_data.legacy_wards()
    }
    communes = {row.code: row.name for row in reference_data.communes()}
    without = communes.keys() - {row.commune_code for row in rows}
    assert {communes[code] for code in without} == {
        "Bạch Long Vĩ", "Cồn Cỏ", "Hoàng Sa", "Lý Sơn", "Côn Đảo",
    }  # fmt: skip
    assert {row.commune_code for row in rows} <= communes.keys()


def test_every_old_commune_has_one_default_and_is_split_when_it_has_several() -> None:
    rows = reference_data.conversions()
    targets = Counter(row.legacy_ward_code for row in rows)
    defaults = Counter(row.legacy_ward_code for row in rows if row.is_default)
    assert set(defaults.values()) == {1}
    assert defaults.keys() == targets.keys()
    assert all(row.is_split == (targets[row.legacy_ward_code] > 1) for row in rows)


def test_a_code_is_another_territory_before_and_after_the_reform() -> None:
    old = {row.code: row.full_name for row in reference_data.legacy_wards()}
    new = {row.code: row.full_name for row in reference_data.communes()}
    assert (old["03724"], new["03724"]) == ("Xã Phổng Lái", "Xã Bình Thuận")


def test_no_word_of_a_name_starts_in_lower_case() -> None:
    wrong = [name for name in every_name() if any(word[0].islower() for word in name.split())]
    assert wrong == []


def test_a_word_is_written_in_one_way_in_all_lists() -> None:
    ways: dict[str, set[str]] = {}
    for name in every_name():
        for word in name.split():
            ways.setdefault(word.casefold(), set()).add(word)
    assert {key: found for key, found in ways.items() if len(found) > 1} == {}


def test_names_are_composed_and_singly_spaced() -> None:
    for name in every_name():
        assert name == " ".join(unicodedata.normalize("NFC", name).split())
        assert not set(name) & set("()Ðð\u00a0\u200b")


def test_a_full_name_says_its_kind_once() -> None:
    old = {row.code: row.full_name for row in reference_data.legacy_wards()}
    assert old["03727"] == "Xã Mường É"
    assert old["19333"] == "Phường 1"
    assert old["31321"] == "Phường III"
    assert old["00526"] == "Thị trấn Yên Viên"
    twice = [name for name in old.values() if name.startswith("Phường Phường")]
    assert twice == ["Phường Phường Đúc"]  # a quarter of Huế really has this name


def test_ethnic_groups_have_both_official_numberings() -> None:
    groups = reference_data.ethnic_groups()
    official = groups[:54]
    numbers = {f"{number:02}" for number in range(1, 55)}
    assert {group.code_1979 for group in official} == numbers
    assert {group.code_census for group in official} == numbers
    assert sum(group.code_1979 != group.code_census for group in official) == 37
    assert [group.key for group in groups[54:]] == ["foreign", "unknown"]


def test_only_kinh_is_no_minority_and_the_unknown_is_neither() -> None:
    minority = {group.key: group.is_minority for group in reference_data.ethnic_groups()}
    assert [key for key, value in minority.items() if value is False] == ["kinh"]
    assert [key for key, value in minority.items() if value is None] == ["foreign", "unknown"]


def test_ethnic_keys_are_plain_and_unique() -> None:
    keys = [group.key for group in reference_data.ethnic_groups()]
    assert len(set(keys)) == 56
    assert all(key.isascii() and key.isidentifier() and key.islower() for key in keys)
    assert {"thai", "mong", "kho_mu", "bru_van_kieu"} <= set(keys)


def test_the_five_skills_stand_in_their_order_with_column_heads() -> None:
    skills = reference_data.curriculum().skills
    assert [skill.key for skill in skills] == [skill.value for skill in Skill]
    assert [skill.short for skill in skills] == [
        "DVC", "Mua sắm", "Thanh toán", "Tự bảo vệ", "Nền tảng khác",
    ]  # fmt: skip


def test_topics_have_keys_of_their_own_and_both_languages() -> None:
    plan = reference_data.curriculum()
    topics = [topic for skill in plan.skills for topic in skill.topics]
    assert len(topics) == 41
    assert len({topic.key for topic in (*topics, *plan.context_topics)}) == 43
    assert all(topic.vi and topic.en for topic in topics)
    assert all(any(topic.outcome for topic in skill.topics) for skill in plan.skills)


def test_a_topic_says_since_when_it_is_not_taught() -> None:
    topics = {t.key: t for skill in reference_data.curriculum().skills for t in skill.topics}
    assert topics["dvc_portal_province"].retired == date(2025, 7, 1)
    assert topics["dvc_account"].formerly is not None


def test_a_newer_folder_is_read_instead(newer: Path) -> None:
    path = newer / "provinces.csv"
    path.write_text(path.read_text("utf-8").replace("Sơn La,Tỉnh", "Sơn La,Thành phố"), "utf-8-sig")
    son_la = {row.code: row for row in reference_data.provinces(newer)}["14"]
    assert son_la.full_name == "Thành phố Sơn La"
    assert reference_data.about(newer).edition == date(2026, 9, 20)


@pytest.mark.parametrize(
    "spoil",
    ["code,name\n01,Hà Nội\n", "", "code,name,kind,kind_before,kind_changed_on,resolution\n01\n"],
)
def test_a_damaged_file_is_refused_by_name(newer: Path, spoil: str) -> None:
    (newer / "provinces.csv").write_text(spoil, "utf-8")
    with pytest.raises(AppError) as refused:
        reference_data.provinces(newer)
    assert refused.value.code is ErrorCode.FILE_UNREADABLE
    assert refused.value.data["file"] == "provinces.csv"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AppError) as refused:
        reference_data.curriculum(tmp_path)
    assert refused.value.code is ErrorCode.FILE_NOT_FOUND


def test_a_folder_of_a_later_form_is_refused(newer: Path) -> None:
    (newer / "about.json").write_text('{"format": 2, "edition": "2030-01-01"}', "utf-8")
    with pytest.raises(AppError) as refused:
        reference_data.about(newer)
    assert refused.value.code is ErrorCode.FILE_UNREADABLE


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def test_loading_costs_little_more_than_splitting_the_lines() -> None:
    def bare() -> None:
        for path in resource_path("reference").glob("*.csv"):
            with path.open(encoding="utf-8", newline="") as stream:
                list(csv.reader(stream))

    def load() -> None:
        every_name()
        reference_data.conversions()
        reference_data.ethnic_groups()
        reference_data.curriculum()

    floor = min(seconds(bare) for _ in range(5))
    assert min(seconds(load) for _ in range(5)) < 10 * floor
