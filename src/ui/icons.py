"""Icons: pictures of resources/icons in a colour of the palette, drawn when first asked for."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from ..paths import resource_path

_RATIOS = (1.0, 1.5, 2.0)


@lru_cache(maxsize=512)
def icon(name: str, colour: str, size: int = 18) -> QIcon:
    """The icon called `name` ("school") in a colour (#rrggbb), `size` logical pixels wide.

    Needs a running QGuiApplication. Raises FileNotFoundError for a name without a picture.
    """
    result = QIcon()
    for ratio in _RATIOS:
        result.addPixmap(pixmap(name, colour, size, ratio))
    return result


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The picture alone, `size` logical pixels wide at a device pixel ratio."""
    from PySide6.QtSvg import QSvgRenderer  # loaded late: the window paints its words first

    side = round(size * ratio)
    picture = QPixmap(QSize(side, side))
    picture.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name, colour)))
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def _source(name: str, colour: str) -> bytes:
    text = resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")
    return text.replace("currentColor", colour).encode()
