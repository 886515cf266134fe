"""Settings of the data file: who we are, and how things are called here."""

import json
from dataclasses import asdict, dataclass, fields, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..models.context import Context
from ..models.program import Setting

_KEY, _SECRET = "organiser", "secret"


@dataclass(frozen=True)
class Settings:
    """Who organises, who signs, and the rules a new course starts from."""

    province_code: str = ""
    agency: str = ""
    parent_agency: str = ""
    abbreviation: str = ""
    place: str = ""
    head_title: str = ""
    signer_authority: str = ""
    signer_title: str = ""
    signer_name: str = ""
    contact: str = ""
    """Whom communes ask about a list: name and phone, as it stands on forms and reminders."""
    team_label: str = "Tổ công nghệ số cộng đồng"
    team_short: str = "Tổ CNSCĐ"
    required_share: int = 80
    opens_before: int = 60
    late_after: int = 15
    cutoff_day: int = 31


def load_settings(session: Session) -> Settings:
    """The settings of this file; defaults where nothing was set."""
    row = session.get(Setting, _KEY)
    known = {field.name for field in fields(Settings)}
    values = json.loads(row.value) if row else {}
    return Settings(**{key: value for key, value in values.items() if key in known})


def save_settings(session: Session, by: Context, **values: object) -> Settings:
    """Change some settings, leave the others; returns all."""
    settings = replace(load_settings(session), **values)  # type: ignore[arg-type]
    _put(session, by, _KEY, json.dumps(asdict(settings), ensure_ascii=False))
    return settings


def file_secret(session: Session) -> bytes:
    """The key for hashes of identity numbers in this file. Raises LookupError before `init`."""
    # Never changed once made, so asked for once in a transaction and not for each of its rows.
    known: bytes | None = session.info.get(_SECRET)
    if known is None:
        row = session.scalar(select(Setting.value).where(Setting.key == _SECRET))
        if row is None:
            raise LookupError("the file has no secret yet")
        known = session.info[_SECRET] = bytes.fromhex(row)
    return known


def make_secret(session: Session, by: Context) -> None:
    """Give a new file its secret; an existing one stays."""
    if session.get(Setting, _SECRET) is None:
        _put(session, by, _SECRET, by.random(32).hex())


def _put(session: Session, by: Context, key: str, value: str) -> None:
    row = session.get(Setting, key)
    if row is None:
        row = Setting(key=key, value=value, changed_at=by.clock(), changed_by=by.operator)
        session.add(row)
    row.value, row.changed_at, row.changed_by = value, by.clock(), by.operator
    session.flush()
