"""The program's start: a command goes to the shell's side, no command opens the window."""

import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `taphuan [--data FILE] [--json] [COMMAND …]`; returns the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if _opens_window(given):
        from .app import run_window

        return run_window(_data_file(given))
    from .cli.main import main as run_command

    return run_command(given)


def _opens_window(arguments: list[str]) -> bool:
    """Nothing, or only a data file: looked at by hand, argparse would cost each start."""
    alone = len(arguments) == 1 and arguments[0].startswith("--data=")
    return not arguments or alone or (len(arguments) == 2 and arguments[0] == "--data")


def _data_file(arguments: list[str]) -> Path:
    from .paths import default_data_file

    return Path(arguments[-1].removeprefix("--data=")) if arguments else default_data_file()


if __name__ == "__main__":
    sys.exit(main())
