"""Brings resources/i18n/taphuan_en.ts up to the code and compiles every catalogue.

Run `python -m tests.ui.update_translations`: texts that are new in the code are added unfinished,
texts that are gone are dropped, what was translated stays. Then write the English and run it again.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as Xml

import PySide6

ROOT = Path(__file__).parents[2]
I18N = ROOT / "resources" / "i18n"
ENGLISH = I18N / "taphuan_en.ts"
QT_VIETNAMESE = I18N / "qtbase_vi.ts"
CATALOGUES = (ENGLISH, QT_VIETNAMESE)
CONTEXT = "taphuan"
COLUMNS = ROOT / "src" / "exports" / "columns.py"
_PLURAL_FORMS = 2
_TITLED = ("Column", "_count")


@dataclass(frozen=True, order=True)
class Text:
    """A text of the code; `counted` ones have a singular and a plural in English."""

    source: str
    counted: bool = False


def texts_of_the_code() -> set[Text]:
    """Every literal given to tr(), and the titles of columns, which the tables translate."""
    found: set[Text] = set()
    source = ROOT / "src"
    for path in [*(source / "ui").rglob("*.py"), source / "app.py", COLUMNS]:
        found.update(_texts_of(ast.parse(path.read_text(encoding="utf-8")), path == COLUMNS))
    return found


def _texts_of(tree: ast.AST, all_columns: bool) -> Iterator[Text]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name == "tr" and node.args:
            yield from _literal(node.args[0], counted=len(node.args) > 1)
        elif name in (_TITLED if all_columns else _TITLED[:1]) and len(node.args) > 1:
            yield from _literal(node.args[1], counted=False)


def _literal(node: ast.expr, counted: bool) -> Iterator[Text]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield Text(node.value, counted)
    elif isinstance(node, ast.IfExp):
        yield from _literal(node.body, counted)
        yield from _literal(node.orelse, counted)


def translations(path: Path) -> dict[Text, tuple[str, ...]]:
    """What a catalogue translates: a text, or its singular and plural; finished ones only."""
    done: dict[Text, tuple[str, ...]] = {}
    for message in Xml.parse(path).iter("message"):
        target = message.find("translation")
        if target is None or target.get("type"):
            continue
        forms = tuple(form.text or "" for form in target.iter("numerusform"))
        text = Text(message.findtext("source") or "", message.get("numerus") == "yes")
        done[text] = forms or (target.text or "",)
    return {text: forms for text, forms in done.items() if all(forms)}


def write_english(wanted: set[Text], done: dict[Text, tuple[str, ...]]) -> None:
    """Write the catalogue anew, sorted, with what was translated."""
    root = Xml.Element("TS", version="2.1", language="en_GB", sourcelanguage="vi_VN")
    context = Xml.SubElement(root, "context")
    Xml.SubElement(context, "name").text = CONTEXT
    for text in sorted(wanted):
        _add_message(context, text, done.get(text, ()))
    Xml.indent(root, space="    ")
    body = Xml.tostring(root, encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    ENGLISH.write_text(f"{head}{body}\n", encoding="utf-8")


def _add_message(context: Xml.Element, text: Text, forms: tuple[str, ...]) -> None:
    message = Xml.SubElement(context, "message", {"numerus": "yes"} if text.counted else {})
    Xml.SubElement(message, "source").text = text.source
    target = Xml.SubElement(message, "translation", {} if forms else {"type": "unfinished"})
    if text.counted:
        for form in forms or ("",) * _PLURAL_FORMS:
            Xml.SubElement(target, "numerusform").text = form
    elif forms:
        target.text = forms[0]


def compile_catalogue(source: Path, compiled: Path) -> None:
    """Compile a .ts to a .qm. Raises CalledProcessError."""
    program = Path(PySide6.__file__).parent / "lrelease"
    found = program if program.exists() else program.with_suffix(".exe")
    subprocess.run([found, "-silent", source, "-qm", compiled], check=True, timeout=60)


def main() -> int:
    """Update and compile; the exit status is 1 while something is not translated."""
    done = translations(ENGLISH) if ENGLISH.exists() else {}
    wanted = texts_of_the_code()
    write_english(wanted, done)
    for catalogue in CATALOGUES:
        compile_catalogue(catalogue, catalogue.with_suffix(".qm"))
    missing = sorted(wanted - done.keys())
    for text in missing:
        sys.stdout.write(f"{'singular and plural: ' if text.counted else ''}{text.source!r}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
