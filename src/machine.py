"""This machine and who sits at it: kept outside the data file, so that a copy is not the same."""

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

FILE_NAME = "machine.json"


@dataclass(frozen=True)
class Machine:
    """The machine's id, and the name of the operator last asked for."""

    id: str
    operator: str = ""


def load_machine(folder: Path) -> Machine:
    """This machine, made known on its first start."""
    path = folder / FILE_NAME
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        return Machine(str(values["id"]), str(values.get("operator", "")))
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return _save(folder, Machine(os.urandom(8).hex()))


def rename_operator(folder: Path, name: str) -> Machine:
    """Remember who works here now."""
    return _save(folder, replace(load_machine(folder), operator=name.strip()))


def renew_machine(folder: Path) -> Machine:
    """A new id, after a restore: counters start anew and never meet the old ones."""
    return _save(folder, replace(load_machine(folder), id=os.urandom(8).hex()))


def _save(folder: Path, machine: Machine) -> Machine:
    folder.mkdir(parents=True, exist_ok=True)
    half = folder / (FILE_NAME + ".part")
    half.write_text(json.dumps(asdict(machine), ensure_ascii=False), encoding="utf-8")
    half.replace(folder / FILE_NAME)
    return machine
