"""Rows that wait, as they are kept: cells with what was seen and decided, no identity number."""

import json
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from ...importing.fields import Field
from ...importing.findings import (
    Answer,
    AnswerKind,
    Answers,
    Candidate,
    Finding,
    FindingKey,
    FindingKind,
    RowKey,
    Severity,
)
from ...importing.numbers_in_text import without_numbers
from ...importing.plan import PersonRow, row_from_cells, row_to_cells
from .draft import DraftRow
from .people_rows import MakeId, Mark, Row

UNDERSTOOD = frozenset(
    {
        FindingKind.UNKNOWN_COMMUNE, FindingKind.AMBIGUOUS_COMMUNE, FindingKind.SPLIT_COMMUNE,
        FindingKind.FORMER_COMMUNE, FindingKind.OTHER_PROVINCE, FindingKind.COMMUNE_FROM_TITLE,
        FindingKind.NEW_HAMLET, FindingKind.FORMER_HAMLET, FindingKind.NEW_TEAM,
        FindingKind.POSSIBLE_DUPLICATE,
        FindingKind.FIELD_FILLED, FindingKind.FIELD_CHANGED, FindingKind.FIELD_DIFFERS,
        FindingKind.UNKNOWN_PROGRAM_ID, FindingKind.IDENTITY_CONFLICT,
    }
)  # fmt: skip
"""What is found against the data file: found anew each time, and never typed with a number."""


def kept_cells(row: DraftRow, answers: Answers) -> str:
    """A row that waits as JSON: its cells, what the file alone told, what was decided."""
    cells: dict[str, object] = json.loads(row_to_cells(row.row))
    told = [_finding(f) for f in row.row.findings if f.kind not in UNDERSTOOD]
    said = [
        {"field": key.field, "kind": key.kind, "answer": answer.kind, "value": _said(answer)}
        for finding in row.row.findings
        if finding.kind in UNDERSTOOD and (answer := answers.given.get(key := finding.key))
    ]
    if told:
        cells["findings"] = told
    if said:
        cells["answers"] = said
    return json.dumps(cells, ensure_ascii=False)


def _said(answer: Answer) -> str:
    """What was typed, without identity numbers; ids of people are kept to the last digit."""
    typed = answer.kind is AnswerKind.VALUE
    return without_numbers(answer.value) if typed else answer.value


def kept_row(text: str, key: RowKey, number: str | None) -> PersonRow:
    """The row that `kept_cells` wrote, with the number that was kept apart."""
    told = (_told(document, key) for document in json.loads(text).get("findings", ()))
    return row_from_cells(key.sheet, key.row, text, number, told)


def kept_answers(text: str, key: RowKey) -> dict[FindingKey, Answer]:
    """What was decided on such a row before."""
    said = json.loads(text).get("answers", ())
    return {
        FindingKey(*key, Field(d["field"]), FindingKind(d["kind"])): Answer(
            AnswerKind(d["answer"]), d["value"]
        )
        for d in said
    }


def finding_rows(
    row: DraftRow, batch: UUID, record: UUID, mark: Mark, make_id: MakeId
) -> Iterator[Row]:
    """The findings of a row as they are stored, with who decided what."""
    for finding in row.row.findings:
        decision = _decision(finding)
        yield {
            "id": make_id(),
            "batch_id": batch,
            "import_row_id": record,
            "sheet": finding.sheet,
            "row": finding.row,
            "column": finding.column,
            "field": finding.field.value,
            "kind": finding.kind.value,
            "severity": finding.severity.value,
            "before": finding.before,
            "after": finding.after,
            "decision": decision,
            "decided_by": mark.operator if decision else None,
            "decided_at": mark.now if decision else None,
        }


def _decision(finding: Finding) -> str | None:
    answer = finding.answer
    is_repair = finding.severity is Severity.REPAIR
    if answer is not None and not (is_repair and answer.kind is AnswerKind.KEEP):
        return answer.kind.value
    return "accepted" if is_repair and (answer or finding.applied) else None


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "column": finding.column,
        "field": finding.field,
        "kind": finding.kind,
        "severity": finding.severity,
        "before": finding.before,
        "after": finding.after,
        "applied": finding.applied,
        "open": finding.open,
        "answer": finding.answer.kind if finding.answer else None,
        "candidates": [[c.key, c.title, c.note] for c in finding.candidates],
    }


def _told(document: Mapping[str, Any], key: RowKey) -> Finding:
    answer = document["answer"]
    return Finding(
        key.sheet, key.row, document["column"], FindingKind(document["kind"]),
        Severity(document["severity"]), document["before"], document["after"],
        applied=document["applied"], open=document["open"], field=Field(document["field"]),
        file=key.file, candidates=tuple(Candidate(*c) for c in document["candidates"]),
        answer=Answer(AnswerKind(answer)) if answer else None,
    )  # fmt: skip
