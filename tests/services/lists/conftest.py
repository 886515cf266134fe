"""What tests of lists share."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session
from taphuan.importing.fields import Field
from taphuan.importing.findings import Answer, AnswerKind, Answers, Finding, FindingKey, FindingKind
from taphuan.models.tables import Base
from taphuan.services.people import person_records
from taphuan.services.search import all_matches

Snapshot = dict[str, Any]
_MOVE_ON = ("import_batch", "machine_counter", "audit_entry")


@pytest.fixture
def everything() -> Callable[[Session], Snapshot]:
    """Every row of every table but batches, counters and the audit trail, and what search finds."""

    def read(session: Session) -> Snapshot:
        session.flush()
        found: Snapshot = {}
        for table in Base.metadata.sorted_tables:
            if table.name not in _MOVE_ON:
                rows = session.connection().exec_driver_sql(f'SELECT * FROM "{table.name}"')
                found[table.name] = [tuple(row) for row in rows]
        seqs = list(all_matches(session, ""))
        words = {w for p in person_records(session, seqs) for w in (*p.name.split(), p.phone or "")}
        found["search"] = {w: list(all_matches(session, w)) for w in sorted(words)}
        return found

    return read


@pytest.fixture
def answer() -> Callable[..., Answers]:
    """Answers to findings: `answer((finding, AnswerKind.VALUE, "03727"), …)`."""

    def say(*said: tuple[Finding, AnswerKind] | tuple[Finding, AnswerKind, str]) -> Answers:
        return Answers({one[0].key: Answer(one[1], *one[2:]) for one in said})

    return say


@pytest.fixture
def answer_at() -> Callable[..., Answers]:
    """An answer before the finding is seen: `answer_at(finding.file, "DS", 2, field, kind, …)`."""

    def say(
        finding: Finding, field: Field, kind: FindingKind, said: AnswerKind, value: str = ""
    ) -> Answers:
        key = FindingKey(finding.file, finding.sheet, finding.row, field, kind)
        return Answers({key: Answer(said, value)})

    return say
