"""People who stand twice in the lists of one go."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..models.names import fold
from .cells import SourceFile
from .fields import Field
from .findings import Candidate, Finding, FindingKind, RowKey, Severity
from .plan import ImportPlan, PersonRow

_BETWEEN = "!"


def mark_repeats(plans: Sequence[ImportPlan]) -> tuple[ImportPlan, ...]:
    """The plans, rows that repeat an earlier one of any of them with a DUPLICATE_IN_FILE.

    The same identity number under the same name is a note: it is the same person. Under another
    name, or the same name, birth and hamlet without a number that tells them apart, a question.
    `after` is the earlier row: "12", "DS!12" on another sheet, "xã A.xlsx!DS!12" in another file;
    the one candidate's key tells it to `repeated_row`. Plans may be marked again.
    """
    seen = _Seen()
    names = shown_names(plans)
    return tuple(_marked_plan(plan, seen, names) for plan in plans)


def shown_names(plans: Iterable[ImportPlan]) -> dict[str, str]:
    """The names of the files by their hash; those of one name with what of their folders differs.

    "Mường É/ds.xlsx" and "Thuận Châu/ds.xlsx".
    """
    sources = {plan.source.sha256: plan.source for plan in plans}
    alike: defaultdict[str, list[SourceFile]] = defaultdict(list)
    for source in sources.values():
        alike[source.name].append(source)
    return {key: _shown_name(source, alike[source.name]) for key, source in sources.items()}


def _shown_name(source: SourceFile, alike: Sequence[SourceFile]) -> str:
    """With as many folders as it takes."""
    deepest = max(len(other.folder) for other in alike)
    depths = range(deepest + 1) if len(alike) > 1 else range(1)
    for depth in depths:
        if len({_inmost(other, depth) for other in alike}) == len(alike):
            return "/".join((*_inmost(source, depth), source.name))
    return source.name


def _inmost(source: SourceFile, depth: int) -> tuple[str, ...]:
    return source.folder[max(len(source.folder) - depth, 0) :]


def repeated_row(finding: Finding) -> RowKey | None:
    """The earlier row that a DUPLICATE_IN_FILE is about."""
    if finding.kind is not FindingKind.DUPLICATE_IN_FILE or not finding.candidates:
        return None
    file, row, sheet = finding.candidates[0].key.split(_BETWEEN, 2)
    return RowKey(file, sheet, int(row))


class _Seen:
    """The rows so far, by identity number and by name, birth and hamlet, each with its plan."""

    def __init__(self) -> None:
        self._numbers: dict[str, tuple[PersonRow, ImportPlan]] = {}
        self._alike: defaultdict[tuple[object, ...], list[tuple[PersonRow, ImportPlan]]]
        self._alike = defaultdict(list)
        self._hamlets: dict[str | None, str] = {}

    def earlier(
        self, row: PersonRow, plan: ImportPlan
    ) -> tuple[PersonRow, ImportPlan, bool] | None:
        """The earlier row that this one repeats, its plan, and whether that is to be asked."""
        number = row.identity_number
        alike = self._alike[self._likeness(row)]
        found = self._numbers.get(number) if number else None
        answer: tuple[PersonRow, ImportPlan, bool] | None = None
        if found is not None:
            answer = (*found, fold(found[0].name) != fold(row.name))
        else:
            likely = next((one for one in alike if _may_be_one(one[0], row)), None)
            if likely is not None and row.name:
                answer = (*likely, True)
        if number and found is None:
            self._numbers[number] = (row, plan)
        alike.append((row, plan))
        return answer

    def _likeness(self, row: PersonRow) -> tuple[object, ...]:
        hamlet = self._hamlets.get(row.hamlet)
        if hamlet is None:
            hamlet = self._hamlets[row.hamlet] = fold(row.hamlet or "")
        return fold(row.name), row.birth_year, hamlet


def _may_be_one(one: PersonRow, other: PersonRow) -> bool:
    if _differ(one.identity_number, other.identity_number):
        return False
    if _differ(one.birth_date, other.birth_date) or _differ(one.gender, other.gender):
        return False
    born_together = one.birth_date is not None and one.birth_date == other.birth_date
    return born_together or not _differ(one.phone, other.phone)


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _marked_plan(plan: ImportPlan, seen: _Seen, names: Mapping[str, str]) -> ImportPlan:
    headings = {table.sheet: table.heading(Field.NAME) for table in plan.tables}
    rows, changed = [], False
    for row in plan.rows:
        marked = _marked(row, plan, seen, headings, names)
        changed = changed or marked is not row
        rows.append(marked)
    return replace(plan, rows=tuple(rows)) if changed else plan


def _marked(
    row: PersonRow,
    plan: ImportPlan,
    seen: _Seen,
    headings: Mapping[str, str],
    names: Mapping[str, str],
) -> PersonRow:
    found = seen.earlier(row, plan)
    if row.findings and any(f.kind is FindingKind.DUPLICATE_IN_FILE for f in row.findings):
        kept = tuple(f for f in row.findings if f.kind is not FindingKind.DUPLICATE_IN_FILE)
        row = replace(row, findings=kept)
    if found is None:
        return row
    first, where, asked = found
    finding = Finding(
        row.sheet,
        row.row,
        headings.get(row.sheet, Field.NAME.value),
        FindingKind.DUPLICATE_IN_FILE,
        Severity.QUESTION if asked else Severity.NOTE,
        row.name,
        _shown((first, where), (row, plan), names),
        not asked,
        asked,
        Field.NAME,
        plan.source.sha256,
        (_candidate(first, where),),
    )
    return replace(row, findings=(*row.findings, finding))


def _candidate(first: PersonRow, where: ImportPlan) -> Candidate:
    key = _BETWEEN.join((where.source.sha256, str(first.row), first.sheet))
    return Candidate(key, first.name)


def _shown(
    earlier: tuple[PersonRow, ImportPlan],
    later: tuple[PersonRow, ImportPlan],
    names: Mapping[str, str],
) -> str:
    (first, where), (row, plan) = earlier, later
    if where.source.sha256 != plan.source.sha256:
        return _BETWEEN.join((names[where.source.sha256], first.sheet, str(first.row)))
    return str(first.row) if first.sheet == row.sheet else f"{first.sheet}{_BETWEEN}{first.row}"
