"""Setting up a data file once: reference data, who we are, the file's secret."""

import unicodedata
from dataclasses import dataclass
from itertools import takewhile

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ..models.context import Context
from ..models.enums import UnitLevel
from ..models.errors import AppError, ErrorCode
from ..models.places import Unit
from .places import province_names
from .reference import load_reference
from .settings import Settings, load_settings, make_secret, save_settings

_BEFORE_PLACES = {"tỉnh", "thành", "huyện", "xã", "phường", "đặc"}


@dataclass(frozen=True)
class SetupReport:
    """What a new file knows."""

    province: str
    communes: int
    communes_of_country: int
    settings: Settings


def set_up(session: Session, by: Context, province_code: str, **organiser: object) -> SetupReport:
    """Load the reference data and say who organises. Raises UNKNOWN_PROVINCE."""
    load_reference(session)
    make_secret(session, by)
    names = dict(province_names(session))
    code = province_code.strip().zfill(2)
    if code not in names:
        raise AppError(ErrorCode.UNKNOWN_PROVINCE, province=province_code)
    place = load_settings(session).place or names[code]
    values = {"place": place, **{k: v for k, v in organiser.items() if v is not None}}
    if not values.get("abbreviation"):
        values["abbreviation"] = abbreviated(str(values.get("agency", "")))
    settings = save_settings(session, by, province_code=code, **values)
    return SetupReport(names[code], _communes(session, code), _communes(session, None), settings)


def abbreviated(agency: str) -> str:
    """How numbers of papers name an agency: SKHCN, UBND; empty where initials would be a guess.

    The initials of its own name without the place; Ủ gives U, but Đ stays (NĐ 30/2020, PL III).
    """
    words = [word for word in agency.split() if word[0].isalpha() and word != "và"]
    own = list(takewhile(lambda word: word not in _BEFORE_PLACES, words))
    if agency.isupper() or not own:
        return ""
    letters = "".join(word if word.isupper() else _plain(word[0].upper()) for word in own)
    return "".join(letter for letter in letters if letter.isalnum())


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


def _communes(session: Session, province_code: str | None) -> int:
    query = select(func.count()).where(Unit.level == UnitLevel.COMMUNE, Unit.valid_to.is_(None))
    if province_code is not None:
        parents = select(Unit.id).where(
            Unit.level == UnitLevel.PROVINCE,
            Unit.code == province_code,
            Unit.valid_to.is_(None),
        )
        query = query.where(Unit.parent_id.in_(parents))
    return session.scalar(query) or 0


def is_set_up(session: Session) -> bool:
    """Whether `set_up` was done on this file."""
    return bool(load_settings(session).province_code)
