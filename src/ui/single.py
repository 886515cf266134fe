"""One window per data file on this machine: a second start raises the first.

A lock file tells who is first, because it is quick; the channel by which the second start calls
needs QtNetwork and is opened after the first paint.
"""

from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_MILLISECONDS = 500
_TRIES = 6


def lock_of(data_file: Path) -> QLockFile:
    """What the window on a data file holds; beside the file: it counts for every start on it."""
    lock = QLockFile(f"{data_file.absolute()}.lock")
    lock.setStaleLockTime(0)
    return lock


class OneWindow(QObject):
    """The right to show a data file here. `asked` fires when another start wants the window up."""

    asked = Signal()

    def __init__(self, data_file: Path) -> None:
        super().__init__()
        self._name = f"taphuan-{crc32(str(data_file.absolute()).encode()):08x}"
        self._lock = lock_of(data_file)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Whether the window may open; False when one is open already, which is told to come up.

        Where no lock can be written at all, the window opens: two windows do less harm than none.
        """
        if self._lock.tryLock(0):
            return True
        if self._lock.error() is not QLockFile.LockError.LockFailedError:
            return True
        self._tell_holder()
        return False

    def listen(self) -> None:
        """From now on hear other starts."""
        from PySide6.QtNetwork import QLocalServer

        # A socket may be left by a program that was killed; the lock says that we are first.
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._server.listen(self._name)

    def release(self) -> None:
        """Let another window open."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _tell_holder(self) -> None:
        """The holder may be starting just now and not hear yet: tried for a few seconds."""
        from PySide6.QtCore import QThread
        from PySide6.QtNetwork import QLocalSocket

        for _ in range(_TRIES):
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(_MILLISECONDS):
                socket.disconnectFromServer()
                return
            QThread.msleep(_MILLISECONDS)

    def _answer(self) -> None:
        assert self._server is not None
        connection = self._server.nextPendingConnection()
        connection.disconnected.connect(connection.deleteLater)
        self.asked.emit()
