import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select, text, update
from sqlalchemy.orm import Session
from taphuan.db.open import create_database
from taphuan.models.context import Context
from taphuan.models.curriculum import EthnicGroup, SkillName, Topic
from taphuan.models.enums import Skill
from taphuan.models.errors import ErrorCode
from taphuan.models.places import Unit
from taphuan.paths import resource_path
from taphuan.services.reference import load_reference
from taphuan.services.settings import file_secret, load_settings, save_settings
from taphuan.services.setup import abbreviated, is_set_up, set_up


def count(session: Session, table: Any) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


def test_setting_up_son_la_knows_its_75_communes_and_the_countrys_3321(
    session: Session, by: Context
) -> None:
    report = set_up(session, by, "14")
    assert (report.province, report.communes, report.communes_of_country) == ("Sơn La", 75, 3321)
    assert is_set_up(session)
    assert count(session, EthnicGroup) == 54 + 2  # foreigners and those of unknown group
    assert [s.key for s in session.scalars(select(SkillName).order_by(SkillName.position))] == [
        *Skill
    ]


def test_a_province_that_does_not_exist_is_refused_and_leaves_an_empty_file(
    tmp_path: Path, by: Context, refused: Callable[..., ErrorCode]
) -> None:
    database = create_database(tmp_path / "new.db", datetime(2026, 3, 2, tzinfo=UTC))
    assert refused(database.write, lambda s: set_up(s, by, "99")) == ErrorCode.UNKNOWN_PROVINCE
    assert not database.read(is_set_up)
    assert database.read(lambda session: count(session, Unit)) == 0
    database.close()


def test_setting_up_again_keeps_what_was_entered(session: Session, by: Context) -> None:
    save_settings(session, by, place="Thuận Châu", team_label="Tổ chuyển đổi số cộng đồng")
    secret = file_secret(session)
    report = set_up(session, by, "1", agency="UBND XÃ THUẬN CHÂU", signer_name=None)
    assert report.province == "Hà Nội"
    settings = load_settings(session)
    assert settings.place == "Thuận Châu"
    assert settings.team_label == "Tổ chuyển đổi số cộng đồng"
    assert settings.agency == "UBND XÃ THUẬN CHÂU"
    assert settings.signer_name == "Cầm Văn Chỉnh"
    assert file_secret(session) == secret


def test_settings_of_a_later_version_are_passed_over(session: Session, by: Context) -> None:
    save_settings(session, by, agency="Sở")
    session.execute(
        text("UPDATE setting SET value = replace(value, '{', '{\"later\": 1, ') WHERE key = :key"),
        {"key": "organiser"},
    )
    session.expire_all()
    assert load_settings(session).agency == "Sở"


def everything(session: Session) -> list[tuple[Any, ...]]:
    tables = ("unit", "unit_title", "unit_successor", "ethnic_group", "skill", "topic")
    return [
        tuple(row)
        for table in tables
        for row in session.execute(text(f"SELECT '{table}', * FROM {table} ORDER BY 2, 3"))
    ]


def test_loading_the_reference_data_again_adds_and_changes_nothing(session: Session) -> None:
    before = everything(session)
    report = load_reference(session)
    assert (report.units, report.added) == (14149, 0)
    assert everything(session) == before


def test_newer_reference_data_leaves_alone_what_was_entered(
    session: Session,
    make_person: Callable[..., UUID],
    tmp_path: Path,
) -> None:
    make_person(session, "Lò Thị Ên", hamlet="Bản Púa")
    own = {"position": 99, "is_outcome": True, "is_own": True}
    session.add(Topic(key="own-1", skill_key=Skill.DVC, name="Của xã", **own))
    session.execute(update(Unit).where(Unit.code == "03721").values(name="cũ"))
    session.flush()
    session.expire_all()
    tables = ("person", "card", "hamlet", "setting", "identity_number")
    read = [text(f"SELECT * FROM {table}") for table in tables]
    before = [session.execute(query).all() for query in read]

    folder = Path(shutil.copytree(resource_path("reference"), tmp_path / "newer"))
    communes = folder / "communes.csv"
    newer = communes.read_text("utf-8").replace("Mường É,", "Mường Mới,")
    communes.write_text(newer, "utf-8")
    load_reference(session, folder)
    session.flush()

    assert [session.execute(query).all() for query in read] == before
    assert session.get(Topic, "own-1") is not None
    today = select(Unit.name).where(Unit.code.in_(["03721", "03727"]), Unit.valid_to.is_(None))
    assert set(session.scalars(today)) == {"Thuận Châu", "Mường Mới"}


def test_before_set_up_there_is_no_secret(tmp_path: Path) -> None:
    database = create_database(tmp_path / "new.db", datetime(2026, 3, 2, tzinfo=UTC))
    with pytest.raises(LookupError):
        database.read(file_secret)
    database.close()


@pytest.mark.parametrize(
    ("agency", "letters"),
    [
        ("Sở Khoa học và Công nghệ tỉnh Sơn La", "SKHCN"),
        ("Sở KH&CN", "SKHCN"),
        ("UBND xã Thuận Châu", "UBND"),
        ("Ủy ban nhân dân phường Chiềng Cơi", "UBND"),
        ("Trung tâm Chuyển đổi số", "TTCĐS"),
        ("UBND XÃ THUẬN CHÂU", ""),
        ("", ""),
    ],
)
def test_an_agency_without_an_abbreviation_gets_its_initials(
    session: Session, by: Context, agency: str, letters: str
) -> None:
    assert abbreviated(agency) == letters
    assert (
        set_up(session, by, "14", agency=agency, abbreviation="").settings.abbreviation == letters
    )


def test_an_abbreviation_that_was_given_stays(session: Session, by: Context) -> None:
    told = set_up(session, by, "14", agency="UBND xã Thuận Châu", abbreviation="UBND-VX")
    assert told.settings.abbreviation == "UBND-VX"
