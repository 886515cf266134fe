"""The screenshots: nothing of the window is forgotten, the README's pictures are small."""

import ast
from pathlib import Path

import pytest
from PIL import Image

from benchmarks.screenshots import README, README_BYTES, copy_for_readme

ROOT = Path(__file__).resolve().parent.parent
WINDOW = ROOT / "src" / "ui"


def dialogs() -> set[str]:
    """The classes of dialogs that can be shown, by name."""
    found = set()
    for path in WINDOW.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and node.name.endswith("Dialog"):
                found.add(node.name)
    return found - {"FormDialog"}


def test_every_dialog_has_its_picture() -> None:
    recipes = (ROOT / "benchmarks" / "shots.py").read_text(encoding="utf-8")
    assert {name for name in dialogs() if f"{name}(" not in recipes} == set()


@pytest.fixture
def taken(tmp_path: Path) -> Path:
    """A folder of screenshots with more colours than a small picture keeps."""
    for source in README.values():
        picture = Image.linear_gradient("L").resize((1366, 768)).convert("RGB")
        picture.save(tmp_path / source)
    return tmp_path


def test_the_readmes_pictures_are_made_small(taken: Path) -> None:
    copy_for_readme(taken, taken / "images")
    sizes = {path.name: path.stat().st_size for path in (taken / "images").iterdir()}
    assert set(sizes) == set(README) and all(size < README_BYTES for size in sizes.values())


def test_the_pictures_in_the_project_are_small_too() -> None:
    for path in (ROOT / "docs" / "images").glob("*.png"):
        assert path.stat().st_size < README_BYTES, path.name
