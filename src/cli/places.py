"""Finding the code of a commune."""

from argparse import Namespace

from ..models.clock import local, utc_now
from ..models.names import fold
from ..services.commune_choices import commune_choices
from .output import say_json_list, say_table
from .shell import Shell


def find(shell: Shell, options: Namespace) -> int:
    """Communes of today of this name, else with words that begin so, our province's first."""
    today = local(utc_now()).date()
    asked = fold(" ".join(options.text))
    with shell.database() as database:
        choices = database.read(lambda session: commune_choices(session, today))
    found = [c for c in choices if f" {asked} " in f" {c.searched} "] or [
        c for c in choices if all(f" {word}" in f" {c.searched}" for word in asked.split())
    ]
    if shell.as_json:
        say_json_list({"code": c.code, "commune": c.title} for c in found)
    else:
        say_table(("code", "commune"), ((c.code, c.title) for c in found))
    return 0 if found else 1
