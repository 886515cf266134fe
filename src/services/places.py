"""Places as users name them: the commune of a code or a name on a day, hamlets, teams."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, aliased

from ..models.clock import local
from ..models.context import Context
from ..models.enums import UnitLevel
from ..models.errors import AppError, ErrorCode
from ..models.names import fold, nfc, text_key
from ..models.places import Hamlet, HamletSuccessor, Unit
from .facts import changed

HAMLET_KINDS = (
    "tổ dân phố", "khu dân cư", "khu phố", "tiểu khu", "thôn", "bản", "làng", "buôn", "plei",
    "phum", "sóc", "ấp", "khóm", "xóm", "khu", "tổ",
)  # fmt: skip
"""What a hamlet is called across the country; longest words first."""

_COMMUNE_KINDS = re.compile(r"^(xa|phuong|dac khu|thi tran|p|x|tt)[. ]+(?=\S)")


@dataclass(frozen=True)
class CommuneName:
    """A commune as lists and documents name it."""

    id: UUID
    code: str
    name: str
    kind: str

    @property
    def full(self) -> str:
        """With its kind: "xã Thuận Châu"."""
        return f"{self.kind.lower()} {self.name}"


def valid_on(day: date) -> Select[Unit]:
    """Communes that exist on a day."""
    return select(Unit).where(
        Unit.level == UnitLevel.COMMUNE,
        or_(Unit.valid_from.is_(None), Unit.valid_from <= day),
        or_(Unit.valid_to.is_(None), Unit.valid_to >= day),
    )


def commune_by_code(session: Session, code: str, day: date) -> CommuneName:
    """The commune with this code on this day. Raises UNKNOWN_COMMUNE."""
    unit = session.scalars(valid_on(day).where(Unit.code == code.strip())).first()
    if unit is None:
        raise AppError(ErrorCode.UNKNOWN_COMMUNE, commune=code)
    return _named(unit)


def communes_named(
    session: Session, name: str, day: date, province_code: str = ""
) -> list[CommuneName]:
    """Communes of this name on this day, those of the given province if it has any."""
    # Both readings, because "Xa Dung" and "Phương Liệt" only seem to begin with a kind.
    folded, written = fold(name), nfc(name).casefold()
    readings = {folded, _COMMUNE_KINDS.sub("", folded)}
    units = session.scalars(valid_on(day).where(Unit.folded.in_(readings))).all()
    whole = [u for u in units if written == u.name.casefold()]
    exact = whole or [u for u in units if written.endswith(u.name.casefold())]
    units = exact or units
    if province_code and units:
        inside = _province_unit_ids(session, province_code, day)
        units = [u for u in units if u.parent_id in inside] or units
    return [_named(unit) for unit in units]


def _province_unit_ids(session: Session, code: str, day: date) -> set[UUID]:
    district = aliased(Unit)
    provinces = set(
        session.scalars(select(Unit.id).where(Unit.level == UnitLevel.PROVINCE, Unit.code == code))
    )
    districts = session.scalars(select(district.id).where(district.parent_id.in_(provinces)))
    return provinces | set(districts)


def province_names(session: Session) -> list[tuple[str, str]]:
    """Code and name of today's provinces, in Vietnamese order."""
    rows = session.scalars(
        select(Unit)
        .where(Unit.level == UnitLevel.PROVINCE, Unit.valid_to.is_(None))
        .order_by(Unit.sort_key)
    )
    return [(unit.code, unit.name) for unit in rows]


def province_of(session: Session, unit_id: UUID | None) -> str:
    """The full name of a commune's province ("tỉnh Sơn La"), empty when unknown."""
    for _ in range(3):
        unit = session.scalars(select(Unit).where(Unit.id == unit_id)).first()
        if unit is None:
            return ""
        if unit.level == UnitLevel.PROVINCE:
            return f"{unit.kind.lower()} {unit.name}"
        unit_id = unit.parent_id
    return ""


def commune_title(session: Session, unit_id: UUID | None) -> str:
    """A commune with its kind ("xã Thuận Châu"), empty when unknown."""
    unit = session.scalars(select(Unit).where(Unit.id == unit_id)).first()
    return _named(unit).full if unit else ""


def _named(unit: Unit) -> CommuneName:
    return CommuneName(unit.id, unit.code, unit.name, unit.kind)


def split_hamlet(text: str) -> tuple[str, str]:
    """A hamlet's kind and name: "Bản Púa" is ("bản", "Púa"); no kind gives ("", text)."""
    written = nfc(text)
    for kind in HAMLET_KINDS:
        if written.lower().startswith(kind + " "):
            return kind, written[len(kind) + 1 :]
    return "", written


def hamlet_called(session: Session, by: Context, unit: UUID | None, text: str) -> Hamlet:
    """The hamlet of this name in a commune; made when it is not there yet.

    One that was written without its kind ("Púa") gets it from who writes it ("Bản Púa").
    """
    known = find_hamlet(session, unit, text, local(by.clock()).date())
    kind, name = split_hamlet(text)
    if known is not None:
        known.kind = known.kind or kind
        return known
    hamlet = Hamlet(
        id=by.new_id(),
        unit_id=unit,
        kind=kind,
        name=name,
        folded=fold(name),
        sort_key=text_key(name),
        **changed(by),
    )
    session.add(hamlet)
    session.flush()
    return hamlet


def find_hamlet(session: Session, unit: UUID | None, text: str, day: date) -> Hamlet | None:
    """The hamlet of this name in a commune, None when there is none yet.

    Of namesakes one that has not ended by that day; one that has is what it became, if just one.
    """
    known = _named_hamlet(session, unit, text, day)
    seen: set[UUID] = set()
    while known is not None and has_ended(known, day) and known.id not in seen:
        seen.add(known.id)
        after = _became(session, known.id)
        known = after[0] if len(after) == 1 else known
    return known


def has_ended(hamlet: Hamlet, day: date) -> bool:
    """Whether a hamlet was merged, split or renamed before a day."""
    return hamlet.valid_to is not None and hamlet.valid_to < day


def _became(session: Session, hamlet_id: UUID) -> Sequence[Hamlet]:
    link = HamletSuccessor
    return session.scalars(
        select(Hamlet)
        .join(link, link.successor_id == Hamlet.id)
        .where(link.predecessor_id == hamlet_id, link.deleted_at.is_(None))
        .where(Hamlet.deleted_at.is_(None))
    ).all()


def _named_hamlet(session: Session, unit: UUID | None, text: str, day: date) -> Hamlet | None:
    kind, name = split_hamlet(text)
    folded = fold(name)
    same_unit = Hamlet.unit_id == unit if unit else Hamlet.unit_id.is_(None)
    namesakes = session.scalars(
        select(Hamlet)
        .where(same_unit, Hamlet.folded == folded, Hamlet.deleted_at.is_(None))
        .order_by(Hamlet.kind.desc(), Hamlet.seq)
    )
    for hamlet in sorted(namesakes, key=lambda hamlet: has_ended(hamlet, day)):
        if kind in (hamlet.kind, "") or not hamlet.kind:
            return hamlet
    return None


def hamlet_title(kind: str, name: str) -> str:
    """How a hamlet is written: "Bản Púa"."""
    return f"{kind.capitalize()} {name}" if kind else name
