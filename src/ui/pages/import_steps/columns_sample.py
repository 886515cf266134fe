"""Some cells of each column, as they are shown beside its heading: numbers masked."""

from collections.abc import Mapping

from ....importing.cells import Cell, Sheet, is_blank, written
from ....importing.fields import Field
from ....importing.legacy import Encoding, decode
from ....importing.matches import TableMatch
from ....importing.table import cell_of, data_rows
from ....importing.text import masked
from ...i18n import tr

_SAMPLES = 3
_ROWS = 200
_LONGEST_PHONE = 11


def column_samples(sheet: Sheet, table: TableMatch) -> Mapping[int, str]:
    """Some values of each column, identity numbers masked, ethnic groups left out."""
    found: dict[int, list[str]] = {}
    for row in data_rows(sheet, table):
        for index in range(len(row.cells)):
            is_phone = table.columns.get(index) is Field.PHONE
            encoding = table.encodings.get(index, Encoding.UNICODE)
            _keep(found.setdefault(index, []), cell_of(row.cells, index), is_phone, encoding)
        if all(len(values) >= _SAMPLES for values in found.values()) or row.number > _ROWS:
            break
    shown = {index: " · ".join(values) for index, values in found.items() if values}
    hidden = {i for i, field in table.columns.items() if field is Field.ETHNIC}
    return shown | dict.fromkeys(hidden, tr("(không hiện)"))


def texts_of(sheet: Sheet, table: TableMatch, index: int, most: int = _SAMPLES) -> list[str]:
    """Different texts of a column that old fonts could have stored, as they stand in the file."""
    if table.columns.get(index) is Field.ETHNIC:
        return [tr("(không hiện)")]
    found: dict[str, None] = {}
    for row in data_rows(sheet, table):
        text = " ".join(written(cell_of(row.cells, index)).split())
        if text and not text.isascii():
            found[masked(text)] = None
        if len(found) >= most or row.number > _ROWS:
            break
    return list(found)


def _keep(values: list[str], cell: Cell, is_phone: bool, encoding: Encoding) -> None:
    if len(values) < _SAMPLES and not is_blank(cell):
        text = decode(" ".join(written(cell).split()), encoding)
        if not is_phone or sum(letter.isdigit() for letter in text) > _LONGEST_PHONE:
            text = masked(text)
        if text not in values:
            values.append(text)
