"""Card codes: 16 digits, of which the last two check the others (ISO 7064 mod 97-10).

Digits only: a USB scanner types through the Vietnamese input method, which corrupts letters.
"""

import re
from collections.abc import Callable

CODE_LENGTH = 16
_RANDOM_DIGITS = CODE_LENGTH - 2
_CODE = re.compile(r"[0-9]{16}")
# What scanners, Zalo and people put between or around digits: spaces, dots, all dashes,
# the byte order mark, zero-width characters, line ends.
_NOISE = re.compile(r"[\s.\-\u00ad\u200b-\u200f\u2010-\u2015\u2060\u2212\ufeff]+")


def new_code(random_bytes: Callable[[int], bytes]) -> str:
    """A new code of 14 random digits and two check digits; `random_bytes(n)` gives n bytes.

    128 bits taken modulo 10^14 are uniform to within 10^-24; leading zeros are kept, it is text.
    """
    from stdnum.iso7064 import mod_97_10  # 35 ms, so only when a code is made or read

    number = int.from_bytes(random_bytes(16)) % 10**_RANDOM_DIGITS
    digits = f"{number:0{_RANDOM_DIGITS}d}"
    return digits + str(mod_97_10.calc_check_digits(digits))


def new_codes(random_bytes: Callable[[int], bytes], count: int) -> list[str]:
    """So many new codes; chance is asked once. They may repeat, as two calls of `new_code` may."""
    chance = random_bytes(16 * count)
    parts = (chance[start : start + 16] for start in range(0, 16 * count, 16))
    numbers = (int.from_bytes(part) % 10**_RANDOM_DIGITS for part in parts)
    # mod 97-10 of digits: the number with its two check digits leaves 1 when divided by 97.
    return [f"{number:0{_RANDOM_DIGITS}d}{98 - number * 100 % 97:02d}" for number in numbers]


def is_valid(code: str) -> bool:
    """Whether `code` is 16 ASCII digits whose check digits agree."""
    from stdnum.iso7064 import mod_97_10

    return _CODE.fullmatch(code) is not None and bool(mod_97_10.is_valid(code))


def grouped(code: str) -> str:
    """The code in groups of four, as it is printed: "1234 5678 9012 3456"."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def normalise(text: str) -> str | None:
    """The 16 digits of a scanned or typed code, or None when it is malformed.

    Malformed is: anything but 16 digits is left after noise is taken away, or the check digits
    disagree (a misread or mistyped code can never be someone else's card).
    """
    code = _NOISE.sub("", text)
    return code if is_valid(code) else None
