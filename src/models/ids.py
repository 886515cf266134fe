"""Keys: UUID version 7 (RFC 9562, 5.7), made by the program: records of two laptops can meet.

Python 3.11 has none of its own.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


def new_id(now: datetime, random: Callable[[int], bytes]) -> "UUID":
    """A UUIDv7 of the given moment (aware) and ten bytes from `random`."""
    from uuid import UUID  # late: the window is painted without it

    milliseconds = int(now.timestamp() * 1000)
    tail = bytearray(random(10))
    tail[0] = tail[0] & 0x0F | 0x70
    tail[2] = tail[2] & 0x3F | 0x80
    return UUID(bytes=milliseconds.to_bytes(6, "big") + bytes(tail))
