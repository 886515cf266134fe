"""Draws the window's icons from QtAwesome's Phosphor font into resources/icons/*.svg.

Run by `python -m benchmarks.export_icons` when an icon is added: the program itself ships the
pictures only and needs neither QtAwesome nor its fonts.
"""

import os
import sys
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "resources" / "icons"
ICONS = {
    "alert-circle": "warning-circle",
    "alert-triangle": "warning",
    "arrow-back-up": "arrow-u-up-left",
    "arrow-left": "arrow-left",
    "arrow-merge": "git-merge",
    "ban": "prohibit",
    "barcode": "barcode",
    "book-2": "book-open",
    "building": "buildings",
    "calendar-event": "calendar-blank",
    "camera": "camera",
    "certificate": "medal",
    "chart-bar": "chart-bar",
    "check": "check",
    "chevron-down": "caret-down",
    "chevron-right": "caret-right",
    "circle-check": "check-circle",
    "circle-x": "x-circle",
    "clock": "clock",
    "copy": "copy",
    "database-export": "database",
    "download": "download-simple",
    "eye": "eye",
    "eye-off": "eye-slash",
    "file-spreadsheet": "table",
    "file-text": "file-text",
    "file-type-pdf": "file-pdf",
    "filter": "funnel",
    "folder-open": "folder-open",
    "history": "clock-counter-clockwise",
    "id": "identification-card",
    "id-badge-2": "identification-badge",
    "info-circle": "info",
    "layout-dashboard": "squares-four",
    "list-check": "list-bullets",
    "lock": "lock",
    "map-pin": "map-pin",
    "pencil": "pencil-simple",
    "photo": "image",
    "player-play": "play",
    "plus": "plus",
    "presentation": "presentation",
    "printer": "printer",
    "qrcode": "qr-code",
    "refresh": "arrows-clockwise",
    "scan": "corners-out",
    "school": "graduation-cap",
    "search": "magnifying-glass",
    "settings": "gear-six",
    "table-export": "export",
    "target": "target",
    "trash": "trash",
    "upload": "upload-simple",
    "user": "user",
    "user-check": "user-circle",
    "user-plus": "user-plus",
    "users": "users",
    "x": "x",
}
"""Our name of an icon, and its name in the font."""

_BOX = 24
_UNITS = 1024


def main() -> int:
    """Write every icon; returns the exit status."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QRawFont
    from PySide6.QtWidgets import QApplication

    app = QApplication(sys.argv[:1])
    import qtawesome

    font = QRawFont.fromFont(qtawesome.font("ph", _UNITS))
    for name, glyph in ICONS.items():
        character = qtawesome.charmap(f"ph.{glyph}")
        (FOLDER / f"{name}.svg").write_text(picture(font, character), encoding="utf-8")
    app.quit()
    return 0


def picture(font: object, character: str) -> str:
    """An SVG of one character of a QRawFont, scaled into a box of 24."""
    index = font.glyphIndexesForString(character)[0]  # type: ignore[attr-defined]
    path = font.pathForGlyph(index)  # type: ignore[attr-defined]
    scale = _BOX / _UNITS
    ascent = font.ascent()  # type: ignore[attr-defined]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_BOX} {_BOX}">'
        f'<path fill="currentColor" d="{_commands(path, scale, ascent)}"/></svg>\n'
    )


def _commands(path: object, scale: float, ascent: float) -> str:
    parts, kinds = [], "MLC"
    for index in range(path.elementCount()):  # type: ignore[attr-defined]
        element = path.elementAt(index)  # type: ignore[attr-defined]
        kind = element.type.value
        letter = kinds[kind] if kind < len(kinds) else ""
        x, y = element.x * scale, (element.y + ascent) * scale
        parts.append(f"{letter}{x:.2f} {y:.2f}")
    return " ".join(parts)


if __name__ == "__main__":
    sys.exit(main())
