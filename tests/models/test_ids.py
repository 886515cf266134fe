import os
from datetime import UTC, datetime, timedelta
from uuid import RFC_4122

from hypothesis import assume, given
from hypothesis import strategies as st
from taphuan.models.ids import new_id

moments = st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=UTC)
)


@given(moments, st.binary(min_size=10, max_size=10))
def test_a_key_is_a_uuid_of_version_7_that_tells_its_millisecond(
    moment: datetime, chance: bytes
) -> None:
    key = new_id(moment, lambda count: chance[:count])
    assert (key.version, key.variant) == (7, RFC_4122)
    assert key.int >> 80 == int(moment.timestamp() * 1000)


def test_the_random_bits_of_a_key_are_all_used() -> None:
    moment = datetime(2026, 3, 2, tzinfo=UTC)
    none, all_set = (new_id(moment, lambda n, byte=byte: byte * n) for byte in (b"\0", b"\xff"))
    assert (none.int ^ all_set.int).bit_count() == 74


@given(moments, moments)
def test_keys_sort_by_the_time_they_were_made(one: datetime, other: datetime) -> None:
    assume(abs(one - other) >= timedelta(milliseconds=2))
    assert (new_id(one, os.urandom) < new_id(other, os.urandom)) == (one < other)


def test_keys_of_one_moment_differ() -> None:
    moment = datetime(2026, 3, 2, tzinfo=UTC)
    assert len({new_id(moment, os.urandom) for _ in range(1000)}) == 1000
