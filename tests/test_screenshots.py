"""The screenshots: nothing of the window is forgotten, the README's pictures are small."""

import ast
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def screenshots(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module that `dev.py screenshots` runs; benchmarks are no part of the program."""
    monkeypatch.syspath_prepend(ROOT)
    return import_module("benchmarks.screenshots")


def dialogs() -> set[str]:
    """The classes of dialogs that can be shown, by name."""
    found = set()
    for path in (ROOT / "src" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and node.name.endswith("Dialog"):
                found.add(node.name)
    return found - {"FormDialog"}


def test_every_dialog_has_its_picture() -> None:
    recipes = (ROOT / "benchmarks" / "shots.py").read_text(encoding="utf-8")
    assert {name for name in dialogs() if f"{name}(" not in recipes} == set()


def test_the_readmes_pictures_are_made_small(screenshots: ModuleType, tmp_path: Path) -> None:
    for source in screenshots.README.values():
        picture = Image.linear_gradient("L").resize((1366, 768)).convert("RGB")
        picture.save(tmp_path / source)
    screenshots.copy_for_readme(tmp_path, tmp_path / "images")
    sizes = {path.name: path.stat().st_size for path in (tmp_path / "images").iterdir()}
    assert set(sizes) == set(screenshots.README)
    assert all(size < screenshots.README_BYTES for size in sizes.values())


def test_the_pictures_of_the_project_are_those_of_the_readme_and_small(
    screenshots: ModuleType,
) -> None:
    sizes = {path.name: path.stat().st_size for path in (ROOT / "docs" / "images").glob("*.png")}
    assert set(screenshots.README) <= set(sizes)
    assert all(size < screenshots.README_BYTES for size in sizes.values())
