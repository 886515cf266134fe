"""Prints how often each clause of reading and repairing lists was asked of the program."""

from collections import Counter

import pytest

from .clauses import Clause

RAN: Counter[Clause] = Counter()


@pytest.fixture(scope="session")
def ran() -> Counter[Clause]:
    """How often each clause ran in this session."""
    return RAN


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A line for each clause, where any ran."""
    if not RAN:
        return
    terminalreporter.section("clauses of reading and repairing lists, and how often each ran")
    for clause in Clause:
        terminalreporter.write_line(f"{RAN[clause]:6}  {clause.value}")
