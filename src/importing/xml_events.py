"""XML read in one pass, never as a tree; what would expand or fetch something is refused."""

from collections.abc import Iterable
from typing import Protocol
from xml.parsers import expat

from .read import Unreadable, unreadable

Attributes = dict[str, str]
_CHUNK = 256 * 1024


class Reader(Protocol):
    """What is told of a document: names come as "namespace local"."""

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text between tags, whole."""


def tell(reader: Reader, content: Iterable[bytes], name: str, encoding: str | None = None) -> None:
    """Tells a reader of all elements. Raises AppError FILE_UNREADABLE: damaged, format."""
    parser = expat.ParserCreate(encoding, " ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text

    def refuse(*_: object) -> None:
        raise unreadable(name, Unreadable.FORMAT)

    # Entities of a document's own serve bombs and thieves, never a list.
    parser.EntityDeclHandler = refuse
    try:
        for piece in content:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise unreadable(name, Unreadable.DAMAGED) from error


def pieces(content: bytes) -> Iterable[bytes]:
    """Bytes in pieces of a size that the parser takes without copying much."""
    return (content[i : i + _CHUNK] for i in range(0, len(content), _CHUNK))
