"""Sentences for refusals: what happened, what is safe, what to do. Knows no interface."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache

from ..paths import resource_path
from .errors import AppError

MISSING = "…"


def sentence(code: str, language: str, data: Mapping[str, object]) -> str:
    """The sentence of `resources/i18n/errors.json` for a code, its {placeholders} filled.

    What the data lacks becomes "…"; a code without a sentence is answered with the code itself.
    """
    texts = _sentences().get(str(code), {})
    text = texts.get(language) or texts.get("vi") or str(code)
    return text.format_map(_Filled({name: _written(value) for name, value in data.items()}))


def sentence_of(error: AppError, language: str) -> str:
    """The sentence of a refusal."""
    return sentence(error.code, language, error.data)


@cache
def _sentences() -> dict[str, dict[str, str]]:
    text = resource_path("i18n/errors.json").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, str]] = json.loads(text)
    return loaded


class _Filled(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return MISSING


def _written(value: object) -> str:
    if value is None or value == "":
        return MISSING
    if isinstance(value, datetime):
        return f"{value:%H:%M %d/%m/%Y}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(_written(part) for part in value)
    return str(value)
