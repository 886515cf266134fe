"""How a file was read, kept with its batch: sheets, columns, headings, the commune it was for."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ...importing.fields import Field
from ...importing.form_stamp import read_stamp
from ...importing.matches import CommuneHint, HintSource, TableMatch
from ...importing.plan import ImportPlan
from .changes import RowChange, documents, from_documents
from .choices import ListChoices


def mapping_of(plan: ImportPlan, choices: ListChoices) -> str:
    """What `import_batch.mapping` holds of a file of people."""
    stamp = read_stamp(plan.source)
    return json.dumps(
        {
            "commune": choices.commune_code,
            "form": stamp.commune_code if stamp else "",
            "accept_repairs": choices.answers.accept_repairs,
            "sheets": [_sheet(table) for table in plan.tables],
        },
        ensure_ascii=False,
    )


def tables_of(mapping: str) -> dict[str, TableMatch]:
    """The tables of a file, by sheet, as far as rows that wait need them."""
    return {sheet["sheet"]: _table(sheet) for sheet in _read(mapping).get("sheets", ())}


def commune_of(mapping: str) -> str:
    """The code of the commune that was chosen for the whole file; empty for none."""
    return str(_read(mapping).get("commune", ""))


def form_of(mapping: str) -> str:
    """The code of the commune whose registration form the file is; empty for any other file."""
    return str(_read(mapping).get("form", ""))


def accepts_repairs(mapping: str) -> bool | None:
    """Whether repairs that nobody decided on were accepted; None where it was not kept."""
    kept = _read(mapping).get("accept_repairs")
    return kept if isinstance(kept, bool) else None


def _read(mapping: str) -> Mapping[str, Any]:
    """The first version kept a list of sheets alone."""
    read: Any = json.loads(mapping)
    return {"sheets": read} if isinstance(read, list) else read


def _sheet(table: TableMatch) -> dict[str, object]:
    return {
        "sheet": table.sheet,
        "header_row": table.header_row,
        "header_height": table.header_height,
        "columns": {index: str(field) for index, field in table.columns.items()},
        "headings": list(table.headings),
        "hints": [[h.text, h.source, h.province, h.sure] for h in table.hints],
    }


def _table(sheet: Mapping[str, Any]) -> TableMatch:
    hints = (
        CommuneHint(text, HintSource(source), province, sure)
        for text, source, province, sure in sheet.get("hints", ())
    )
    return TableMatch(
        sheet["sheet"],
        sheet.get("header_row", 1),
        {int(index): Field(field) for index, field in sheet["columns"].items()},
        tuple(sheet.get("headings", ())) or _no_headings(sheet["columns"]),
        sheet.get("header_height", 1),
        hints=tuple(hints),
    )


def _no_headings(columns: Mapping[str, str]) -> tuple[str, ...]:
    return ("",) * (max(map(int, columns), default=-1) + 1)


def changes_of(mapping: str) -> tuple[RowChange, ...]:
    """What the batch changed beside its rows: layouts of lists that it remembered."""
    return from_documents(_read(mapping).get("changes", ()))


def with_changes(mapping: str, changes: Iterable[RowChange]) -> str:
    """The mapping with what the batch changed beside its rows."""
    return json.dumps({**_read(mapping), "changes": documents(changes)}, ensure_ascii=False)
