"""Who acts, on which machine, and where time and chance come from."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from .clock import utc_now
from .ids import new_id

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True)
class Context:
    """What every writing use case is told: operator, machine, clock and random source."""

    operator: str
    machine: str
    clock: Callable[[], datetime] = field(default=utc_now)
    random: Callable[[int], bytes] = field(default=os.urandom)

    def new_id(self) -> "UUID":
        """A fresh key of this moment."""
        return new_id(self.clock(), self.random)
