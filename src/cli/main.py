"""The shell's side of the program: understand the command, run it, turn refusals into sentences."""

import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from ..models.errors import AppError
from .output import say_error
from .parser import parse

if TYPE_CHECKING:
    from .shell import Shell

Handler = Callable[["Shell", Namespace], int]

INTERRUPTED = 130
"""What shells expect of a program that was stopped with Ctrl+C."""


def main(arguments: Sequence[str]) -> int:
    """Run a command; returns 0, 1 for a refusal, 2 for wrong usage."""
    _use_utf8()
    try:
        options = parse(arguments)
    except SystemExit as stopped:
        return stopped.code if isinstance(stopped.code, int) else 2
    try:
        status = _run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _run(options: Namespace) -> int:
    from .shell import shell_for

    try:
        return handler_named(options.handler)(shell_for(options), options)
    except AppError as error:
        say_error(error)
        return 1


def handler_named(name: str) -> Handler:
    """The function "module.function" of this package; modules load only when they are used."""
    module, function = name.split(".")
    handler: Handler = getattr(import_module(f".{module}", __package__), function)
    return handler


def _use_utf8() -> None:
    """Names must survive every console and pipe, also on Windows."""
    for stream, errors in (
        (sys.stdin, "replace"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def _drop_output() -> None:
    """Nobody reads any more: let the interpreter's last flush go nowhere instead of complaining."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
