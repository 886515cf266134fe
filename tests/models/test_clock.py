from datetime import UTC, datetime, timedelta, timezone

from taphuan.models.clock import from_local, local


def test_a_moment_of_any_zone_is_vietnamese_civil_time() -> None:
    assert local(datetime(2026, 3, 1, 18, 0, tzinfo=UTC)) == datetime(2026, 3, 2, 1, 0)
    tokyo = timezone(timedelta(hours=9))
    assert local(datetime(2026, 3, 2, 10, 0, tzinfo=tokyo)) == datetime(2026, 3, 2, 8, 0)


def test_civil_time_goes_there_and_back() -> None:
    eight = datetime(2026, 3, 2, 8, 0)
    assert from_local(eight) == datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
    assert local(from_local(eight)) == eight
