"""The people of the large database: communes of the whole country, hamlets, teams, members, cards.

Everybody is invented; only provinces and communes are real.
"""

import hmac
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from taphuan.models.names import RANK_TIES, fold, person_key, search_rank, text_key, words

from .bulk import STAMPED, Bulk, Columns, Keys
from .invent import InventedPerson, Weighted, invent

_KINH = {"kinh": 94, "tay": 2, "muong": 2, "nung": 1, "thai": 1}
_NORTH_WEST = {"thai": 55, "mong": 22, "kinh": 17, "muong": 4, "dao": 2}
_NORTH_EAST = {"tay": 38, "kinh": 27, "nung": 18, "mong": 8, "dao": 7, "san_diu": 1, "san_chay": 1}
_MUONG = {"kinh": 72, "muong": 22, "dao": 3, "thai": 3}
_HIGHLANDS = {"kinh": 66, "e_de": 18, "mong": 6, "tay": 6, "nung": 4}
_SOUTH = {"kinh": 84, "khmer": 16}
_GROUPS = {
    **dict.fromkeys(("11", "12", "14"), _NORTH_WEST),
    **dict.fromkeys(("04", "08", "15", "19", "20", "22", "24"), _NORTH_EAST),
    **dict.fromkeys(("25", "37", "38"), _MUONG),
    **dict.fromkeys(("52", "66", "68"), _HIGHLANDS),
    **dict.fromkeys(("86", "91", "92", "96"), _SOUTH),
    "48": {"kinh": 90, "co_tu": 10},
    "75": {"kinh": 88, "xtieng": 12},
}
_CHUNK = 20_000
_HAMLET_WORDS = ("Nà", "Hua", "Pá", "Huổi", "Bó", "Đông", "Tân", "Phú", "An", "Hòa", "Long",
                 "Thanh", "Trung", "Xuân", "Bình", "Vĩnh")  # fmt: skip
_HAMLET_ENDS = ("Lĩnh", "Tong", "Púa", "Hình", "Lào", "Cụ", "Bình", "Thành", "Lập", "Tiến", "Sơn",
                "Hưng", "Mỹ", "Lợi", "Phong", "Cường", "Thịnh", "Nghĩa")  # fmt: skip


@dataclass(frozen=True)
class Team:
    """A team of a hamlet, or (without one) of the commune."""

    key: bytearray
    unit: bytearray
    hamlet: bytearray | None
    province: str


@dataclass(frozen=True)
class Member:
    """What a course needs to know of somebody."""

    person: bytearray
    card: bytearray
    code: str
    team: Team
    role: str


class Population:
    """Fills places, people and cards; `members` are all people in the order of their communes."""

    def __init__(self, bulk: Bulk, keys: Keys, chance: random.Random) -> None:
        self._bulk, self._keys, self._chance = bulk, keys, chance
        self._ties: dict[int, int] = {}
        self._numbers: set[str] = set()
        self.members: list[Member] = []

    def fill(self, people: int, teams: int, secret: bytes) -> None:
        """Make this many people in this many teams."""
        made = list(self._teams(teams))
        self._fill_people(people, made, secret)

    # Places and teams

    def _teams(self, count: int) -> Iterator[Team]:
        """A team for each commune and the rest for hamlets, by turns."""
        communes = self._bulk.rows(
            "SELECT u.id, p.code FROM unit u JOIN unit p ON p.id = u.parent_id "
            "WHERE u.level = 'commune' AND u.valid_to IS NULL ORDER BY u.code"
        )
        used = communes[: max(1, count * len(communes) // 75_000)]
        each, more = divmod(count - len(used), len(used))
        teams, hamlets = [], []
        for index, (unit_id, province) in enumerate(used):
            unit = bytearray(unit_id)
            teams.append((Team(self._keys.next(), unit, None, province), "Tổ CNSCĐ xã"))
            for number in range(each + (index < more)):
                kind, name = self._hamlet_name(province, number)
                key = self._keys.next()
                hamlets.append((key, unit, kind, name, fold(name), bytearray(text_key(name))))
                title = f"Tổ CNSCĐ {kind} {name}"
                teams.append((Team(self._keys.next(), unit, key, province), title))
        self._bulk.insert("hamlet", _HAMLET, hamlets)
        self._bulk.insert("team", _TEAM, (self._team_row(*pair) for pair in teams))
        return (team for team, _ in teams)

    def _hamlet_name(self, province: str, number: int) -> tuple[str, str]:
        """Names that do not come twice in a commune; with a number once they are used up."""
        kind = "bản" if _GROUPS.get(province) is _NORTH_WEST else "thôn"
        end, word = divmod(number, len(_HAMLET_WORDS))
        if end < len(_HAMLET_ENDS):
            return kind, f"{_HAMLET_WORDS[word]} {_HAMLET_ENDS[end]}"
        return kind, str(number)

    def _team_row(self, team: Team, name: str) -> tuple[object, ...]:
        kind = "hamlet" if team.hamlet else "commune"
        return (team.key, team.unit, team.hamlet, kind, name, fold(name))

    # People

    def _fill_people(self, count: int, teams: list[Team], secret: bytes) -> None:
        searched = []
        for start in range(0, count, _CHUNK):
            positions = range(start, min(start + _CHUNK, count))
            entries = [self._entry(teams[i * len(teams) // count], secret) for i in positions]
            for table, columns in _COLUMNS.items():
                rows = (row for entry in entries if (row := entry.rows[table]))
                self._bulk.insert(table, columns, rows)
            searched += [entry.searched for entry in entries]
        searched.sort()
        self._bulk.insert("person_search", Columns("rowid words"), searched)

    def _entry(self, team: Team, secret: bytes) -> "_Entry":
        someone = self._someone(team.province)
        key, card, code = self._keys.next(), self._keys.next(), self._code()
        first = not self.members or self.members[-1].team is not team
        role = "Tổ trưởng" if first else "Thành viên"
        sort_key, folded, base, searched = _name_keys(someone.name, someone.sort_name)
        rank = base + self._tie(base)
        born = f"{someone.birth_date:%Y-%m-%d}"
        self.members.append(Member(key, card, code, team, role))
        return _Entry(
            {
                "person": (key, someone.name, someone.sort_name, sort_key, rank, folded,
                           someone.gender.value, born, someone.birth_date.year,
                           someone.ethnic_key, someone.phone, team.unit, team.hamlet),
                "card": (card, code, key),
                "identity_number": self._number_row(key, someone.identity_number, secret),
                "team_member": (self._keys.next(), team.key, key, role),
            },
            (rank, f"{searched} {someone.phone}"),
        )  # fmt: skip

    def _someone(self, province: str) -> InventedPerson:
        """Somebody whose identity number nobody else has."""
        while True:
            someone = invent(self._chance, _groups(province), f"0{province}")
            if someone.identity_number not in self._numbers:
                self._numbers.add(someone.identity_number)
                return someone

    def _number_row(
        self, person: bytearray, number: str, secret: bytes
    ) -> tuple[object, ...] | None:
        """Of every eighth person the number is not known."""
        if len(self.members) % 8 == 0:
            return None
        digest = bytearray(hmac.digest(secret, number.encode(), "sha256"))
        return (self._keys.next(), person, number, digest, number[-4:])

    def _tie(self, base: int) -> int:
        """What makes a rank unique among namesakes, in no order, as in a file that grew."""
        count = self._ties[base] = self._ties.get(base, 0) + 1
        return count * 40_503 % RANK_TIES

    def _code(self) -> str:
        """A card's code; its last two digits check the others (ISO 7064 mod 97-10)."""
        number = self._chance.randrange(10**14)
        return f"{number:014d}{(98 - number * 100) % 97:02d}"


@dataclass(frozen=True)
class _Entry:
    """A new person's rows, by table, and what search gets."""

    rows: dict[str, tuple[object, ...] | None]
    searched: tuple[int, str]


_HAMLET = Columns("id unit_id kind name folded sort_key", STAMPED)
_TEAM = Columns("id unit_id hamlet_id kind name folded", STAMPED)
_COLUMNS = {
    "person": Columns(
        "id name sort_name sort_key search_rank folded gender birth_date birth_year ethnic_key "
        "phone unit_id hamlet_id",
        {"canonical_id": "?1", "listed": "1", **STAMPED},
    ),
    "card": Columns(
        "id code person_id",
        {"issued_at": STAMPED["changed_at"], "bound_at": STAMPED["changed_at"], **STAMPED},
    ),
    "identity_number": Columns("id person_id number hash last_four", {"kind": "'cccd'", **STAMPED}),
    "team_member": Columns("id team_id person_id role", {"valid_from": "'2025-07-15'", **STAMPED}),
}


@cache
def _groups(province: str) -> Weighted:
    return Weighted(_GROUPS.get(province, _KINH))


@lru_cache(maxsize=100_000)
def _name_keys(name: str, sort_name: str | None) -> tuple[bytearray, str, int, str]:
    """Sort key, folded name, search rank without its tie, and searched words of a name."""
    key = person_key(sort_name or name)
    return bytearray(key), fold(name), search_rank(key, 0), " ".join(words(name))
