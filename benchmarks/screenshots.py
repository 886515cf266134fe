"""Pictures of every page and dialog, light and dark, at 1366×768 and at 150 %, from the demo.

`python -m benchmarks.screenshots [--out screenshots] [--language vi|en]` makes the demo anew in a
temporary folder (`--demo FOLDER` takes one that exists) and saves `course-students-light-1366.png`
and so on; at 150 % the window has the 911×512 points that such a screen leaves.
`--readme` then copies the README's pictures to docs/images.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from .demo import make_demo

ROOT = Path(__file__).resolve().parent.parent
README = {
    "course-light.png": "course-students-light-1366.png",
    "checkin-light.png": "checkin-present-light-1366.png",
    "tally-dark.png": "tally-dark-1366.png",
}
"""The README's pictures, and which of the screenshots they are."""

README_BYTES = 150_000


@dataclass(frozen=True)
class Screen:
    """A screen: how much it enlarges, and the window's size in points."""

    name: str
    scale: str
    width: int
    height: int


SCREENS = (Screen("1366", "1", 1366, 768), Screen("150", "1.5", 911, 512))
THEMES = ("light", "dark")


def take_all(out: Path, demo: Path, language: str) -> int:
    """One process for each theme and screen: Qt reads its scale once. Returns how many failed."""
    failed = 0
    for theme, screen in product(THEMES, SCREENS):
        environment = os.environ | {"QT_SCALE_FACTOR": screen.scale}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        command = [sys.executable, "-m", "benchmarks.screenshots", "--out", str(out)]
        command += ["--demo", str(demo), "--language", language]
        command += ["--theme", theme, "--screen", screen.name]
        failed += subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode != 0
    return failed


def take_some(out: Path, demo: Path, language: str, theme: str, screen: Screen) -> int:
    """All pictures in one theme on one screen, in this process; 1 when a recipe failed."""
    from PySide6.QtCore import QSize
    from taphuan.ui.i18n import Language
    from taphuan.ui.theme import ThemeChoice

    from .shots import RECIPES
    from .studio import Studio

    failed = 0
    with tempfile.TemporaryDirectory(prefix="taphuan-shots-") as name:
        os.environ["TAPHUAN_HOME"] = str(Path(name) / "home")
        studio = Studio(demo, Path(name), out, ThemeChoice(theme), Language(language))
        studio.start(QSize(screen.width, screen.height))
        for recipe in RECIPES:
            try:
                recipe.take(studio)
            except Exception as error:  # noqa: BLE001 - the other pictures are still wanted
                failed = 1
                print(f"{recipe.name}: {type(error).__name__}: {error}", file=sys.stderr)
        studio.close()
    print(f"{theme}, {screen.name}: {len(studio.taken)} pictures")
    for line in studio.too_large:
        print(f"  larger than the screen: {line}")
    return failed


def copy_for_readme(out: Path, folder: Path) -> None:
    """Put the README's pictures into docs/images, each in 256 colours, under 150 KB."""
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    for name, source in README.items():
        target = folder / name
        with Image.open(out / source) as picture:
            reduced = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
            reduced.save(target, optimize=True)
        if target.stat().st_size >= README_BYTES:
            raise ValueError(f"{target}: {target.stat().st_size} bytes")
        print(f"{target}: {target.stat().st_size // 1000} KB")


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.screenshots", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "screenshots")
    parser.add_argument("--language", choices=("vi", "en"), default="vi")
    parser.add_argument("--demo", type=Path, help="a folder of benchmarks.demo (default: anew)")
    parser.add_argument("--readme", action="store_true", help="also copy docs/images")
    parser.add_argument("--theme", choices=THEMES, help=argparse.SUPPRESS)
    parser.add_argument("--screen", choices=[s.name for s in SCREENS], help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures; 1 when some could not be taken."""
    asked = _parse(arguments)
    out = asked.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    if asked.theme:
        screen = next(s for s in SCREENS if s.name == asked.screen)
        return take_some(out, asked.demo.resolve(), asked.language, asked.theme, screen)
    with tempfile.TemporaryDirectory(prefix="taphuan-demo-") as name:
        demo = asked.demo or _make(Path(name))
        failed = take_all(out, demo, asked.language)
    if asked.readme and not failed:
        copy_for_readme(out, ROOT / "docs" / "images")
    return 1 if failed else 0


def _make(folder: Path) -> Path:
    from .studio import NOW

    print("making the demo the pictures are taken of")
    make_demo(folder, NOW, lambda _: None)
    return folder


if __name__ == "__main__":
    sys.exit(main())
