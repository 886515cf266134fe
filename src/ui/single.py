"""One window per data file on this machine: a second start raises the first."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_MILLISECONDS = 500


class Channel(QObject):
    """A name that one window holds. `asked` fires when another start wants it to come up."""

    asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def claim(self) -> bool:
        """Hold the name; False when another window holds it, which is then told to come up."""
        if self._tell_holder():
            return False
        if self._server.listen(self._name):
            return True
        # A socket left by a program that was killed: nobody answered on it just now.
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def release(self) -> None:
        """Let go of the name."""
        self._server.close()

    def _tell_holder(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        answered = socket.waitForConnected(_MILLISECONDS)
        socket.disconnectFromServer()
        return answered

    def _answer(self) -> None:
        connection = self._server.nextPendingConnection()
        connection.disconnected.connect(connection.deleteLater)
        self.asked.emit()
