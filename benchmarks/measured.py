"""A figure beside its floor: how it is kept, and how it is printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Measured:
    """Milliseconds, the floor of the same run, and the goal: times the floor, or milliseconds."""

    name: str
    value: float
    floor: float | None = None
    times_floor: float | None = None
    at_most: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the floor."""
        return self.value / self.floor if self.floor else None

    @property
    def verdict(self) -> str:
        """Whether the goal is met; empty where there is none."""
        if self.times_floor is not None and self.ratio is not None:
            return "ok" if self.ratio <= self.times_floor else "MISSED"
        if self.at_most is not None:
            return "ok" if self.value < self.at_most else "MISSED"
        return ""

    def line(self) -> str:
        """Name, value, floor, ratio, goal and verdict in columns."""
        floor = f"{self.floor:9.2f} ms" if self.floor is not None else ""
        ratio = f"{self.ratio:6.2f}×" if self.ratio is not None else ""
        goal = ""
        if self.times_floor is not None:
            goal = f"≤ {self.times_floor:g}×"
        elif self.at_most is not None:
            goal = f"< {self.at_most:g} ms"
        return (
            f"{self.name:<52}{self.value:9.2f} ms  {floor:>12}  {ratio:>8}  {goal:>8}  "
            f"{self.verdict}"
        ).rstrip()


HEADING = f"{'':<52}{'value':>12}  {'floor':>12}  {'ratio':>8}  {'goal':>8}"


@dataclass(frozen=True)
class Spread:
    """Median, 99th percentile and maximum of many times, in milliseconds."""

    p50: float
    p99: float
    longest: float


def spread(seconds: Sequence[float]) -> Spread:
    """Of times in seconds."""
    return Spread(median(seconds) * 1e3, quantiles(seconds, n=100)[98] * 1e3, max(seconds) * 1e3)
