"""Communes to choose from while typing: those of our province first, then the whole country's."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session, aliased

from ..models.names import fold
from ..models.places import Unit
from .places import valid_on
from .settings import load_settings


@dataclass(frozen=True)
class CommuneChoice:
    """A commune to choose; `province` is empty for those of our own province."""

    id: UUID
    code: str
    name: str
    kind: str
    province: str

    @property
    def title(self) -> str:
        """How it reads in a list: "xã Mường É" or "xã Bình Thuận, tỉnh Lâm Đồng"."""
        return ", ".join(filter(None, (f"{self.kind.lower()} {self.name}", self.province)))

    @property
    def searched(self) -> str:
        """What typing is compared with: the folded title, and the code."""
        return f"{fold(self.title)} {self.code}"


def commune_choices(session: Session, day: date) -> tuple[CommuneChoice, ...]:
    """Every commune of a day, our province's first, each part in Vietnamese order."""
    own = load_settings(session).province_code
    parent = aliased(Unit)
    rows = session.execute(
        valid_on(day)
        .outerjoin(parent, parent.id == Unit.parent_id)
        .with_only_columns(
            Unit.id, Unit.code, Unit.name, Unit.kind, parent.code, parent.name, parent.kind
        )
        .order_by(Unit.sort_key)
    ).all()
    choices = [
        CommuneChoice(
            identifier,
            code,
            name,
            kind,
            "" if province == own or not title else f"{word.lower()} {title}",
        )
        for identifier, code, name, kind, province, title, word in rows
    ]
    return tuple(sorted(choices, key=lambda choice: bool(choice.province)))
