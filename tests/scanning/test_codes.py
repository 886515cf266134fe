"""Card codes."""

import subprocess
import sys
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from taphuan.scanning.codes import grouped, is_valid, new_code, new_codes, normalise

_SEEDS = st.binary(min_size=16, max_size=16)


def _code(seed: bytes) -> str:
    return new_code(lambda size: seed[:size])


@given(_SEEDS)
def test_a_new_code_is_sixteen_digits_that_check(seed: bytes) -> None:
    code = _code(seed)
    assert len(code) == 16 and code.isascii() and code.isdigit()
    assert int(code) % 97 == 1
    assert is_valid(code)


def test_a_code_may_begin_with_zeros() -> None:
    assert _code(bytes(16)) == "0000000000000098"


@given(_SEEDS, st.integers(0, 15), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(seed: bytes, place: int, shift: int) -> None:
    code = _code(seed)
    wrong = str((int(code[place]) + shift) % 10)
    assert not is_valid(code[:place] + wrong + code[place + 1 :])


@given(_SEEDS, st.integers(0, 14))
def test_two_neighbours_exchanged_are_noticed(seed: bytes, place: int) -> None:
    code = _code(seed)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert is_valid(swapped) == (swapped == code)


@given(_SEEDS)
def test_the_printed_form_reads_back(seed: bytes) -> None:
    code = _code(seed)
    assert [len(group) for group in grouped(code).split(" ")] == [4, 4, 4, 4]
    assert normalise(grouped(code)) == code


@pytest.mark.parametrize(
    "text",
    [
        "0000000000000098\r\n",
        "\ufeff0000000000000098",
        "0000-0000-0000-0098",
        "0000\u20130000.0000\u00a00098",
        "\t0000 0000 0000 0098 \u200b",
    ],
)
def test_what_scanners_and_people_put_around_digits_is_ignored(text: str) -> None:
    assert normalise(text) == "0000000000000098"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "000000000000098",
        "00000000000000098",
        "0000000000000099",
        "000000000000009B",
        "００００００００００００００98",
        "²²²²²²²²²²²²²²98",
        "014190000011||Lò Thị Mẫu|15081990",
    ],
)
def test_anything_else_is_malformed(text: str) -> None:
    assert normalise(text) is None


def test_importing_it_loads_nothing_heavy() -> None:
    program = (
        "import sys; import taphuan.scanning.codes;"
        "print([name for name in ('PySide6', 'stdnum', 'PIL', 'zxingcpp') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_many_codes_are_those_that_would_be_made_one_by_one() -> None:
    chance = Random(7).randbytes(16 * 200)
    parts = [chance[start : start + 16] for start in range(0, len(chance), 16)]
    many = new_codes(lambda count: chance[:count], 200)
    assert many == [new_code(lambda _, part=part: part) for part in parts]  # type: ignore[misc]
