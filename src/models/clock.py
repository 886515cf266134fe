"""Time: facts are kept in UTC, sessions in Vietnamese civil time whatever the laptop's zone."""

from datetime import UTC, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "+07")


def local(moment: datetime) -> datetime:
    """An aware moment as naive Vietnamese civil time."""
    return moment.astimezone(VIETNAM).replace(tzinfo=None)


def from_local(civil: datetime) -> datetime:
    """Naive Vietnamese civil time as an aware moment in UTC."""
    return civil.replace(tzinfo=VIETNAM).astimezone(UTC)


def utc_now() -> datetime:
    """The laptop's clock. Passed in where time is needed, never called by a service."""
    return datetime.now(UTC)
