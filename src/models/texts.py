"""Sentences for refusals: what happened, what is safe, what to do. Knows no interface."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from ..paths import resource_path
from .errors import AppError

MISSING = "…"


def sentence(code: str, language: str, data: Mapping[str, object]) -> str:
    """The sentence of `resources/i18n/errors.json` for a code, its {placeholders} filled.

    Codes of reasons and names of fields become the words of `error_words.json`. What the data
    lacks becomes "…"; a code without a sentence is answered with the code itself.
    """
    texts = _read("errors").get(str(code), {})
    text = _in(language, texts) or str(code)
    filled = {name: _word(name, value, language) or _written(value) for name, value in data.items()}
    return text.format_map(_Filled(filled))


def sentence_of(error: AppError, language: str) -> str:
    """The sentence of a refusal."""
    return sentence(error.code, language, error.data)


def _word(name: str, value: object, language: str) -> str:
    """The word of a code that the data give for a placeholder; empty where there is none."""
    return _in(language, _read("error_words").get(name, {}).get(str(value), {}))


def _in(language: str, texts: dict[str, str]) -> str:
    return texts.get(language) or texts.get("vi") or ""


@cache
def _read(name: str) -> dict[str, Any]:
    text = resource_path(f"i18n/{name}.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
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
