"""Keys: UUID version 7 (RFC 9562, 5.7), made by the program: records of two laptops can meet.

Python 3.11 has none of its own.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


_TAILS = 64
"""For how many keys chance is asked at once."""


def new_id(now: datetime, random: Callable[[int], bytes]) -> "UUID":
    """A UUIDv7 of the given moment (aware) and ten bytes from `random`."""
    from uuid import UUID  # late: the window is painted without it

    milliseconds = int(now.timestamp() * 1000)
    tail = bytearray(random(10))
    tail[0] = tail[0] & 0x0F | 0x70
    tail[2] = tail[2] & 0x3F | 0x80
    return UUID(bytes=milliseconds.to_bytes(6, "big") + bytes(tail))


def id_maker(now: datetime, random: Callable[[int], bytes]) -> "Callable[[], UUID]":
    """Makes many UUIDv7 of one moment, each greater than the one before (RFC 9562, 6.2, method 1).

    Rows written in the order of their keys go to the end of an index, not all over it.
    """
    from uuid import UUID

    moment = int(now.timestamp() * 1000) << 80 | 0x7 << 76 | 0b10 << 62
    made, tails = 0, b""

    def make() -> UUID:
        nonlocal made, tails
        if not tails:
            tails = random(8 * _TAILS)
        tail, tails = int.from_bytes(tails[:8]) >> 2, tails[8:]
        later, count = divmod(made, 4096)
        made += 1
        return UUID(int=moment + (later << 80) | count << 64 | tail)

    return make
