import os
from datetime import UTC, datetime, timedelta
from uuid import RFC_4122

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from taphuan.models.ids import id_maker, new_id

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


@settings(max_examples=5, deadline=None)
@given(moments)
def test_many_keys_of_one_moment_are_in_the_order_they_were_made(moment: datetime) -> None:
    make = id_maker(moment, os.urandom)
    keys = [make() for _ in range(5000)]
    assert keys == sorted(set(keys))
    assert {(key.version, key.variant) for key in keys} == {(7, RFC_4122)}
    milliseconds = {(key.int >> 80) - int(moment.timestamp() * 1000) for key in keys}
    assert milliseconds == {0, 1}, "4,096 keys, then the next millisecond"
