"""A line to the server that breaks where a test wants it: before or after a message, or so that it arrives late."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

UP, DOWN, LATE = "up", "down", "late"
"""A message of the client that is lost, an answer that is, and a message that arrives after it was sent again."""
LATE_SECONDS = 0.3


class CuttingProxy:
    """Passes on what comes, and breaks the line once, at the message with this number."""

    def __init__(self, target: Path, host: str = "127.0.0.1") -> None:
        self._target = str(target / ".s.PGSQL.5432")
        self._listener = socket.create_server((host, 0))
        self._lock = threading.Lock()
        self._cut_at: tuple[str, int] | None = None
        self._seen = {UP: 0, DOWN: 0}
        self._is_down = False
        self._seconds = 0.0
        self._is_fast = threading.Event()
        self._is_fast.set()
        self.port = str(self._listener.getsockname()[1])
        self.has_cut = False
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self, where: str, at: int) -> None:
        """Breaks the line at the message with this number from now."""
        with self._lock:
            self._seen, self._cut_at, self.has_cut = {UP: 0, DOWN: 0}, (where, at), False

    def stay_down(self, *, down: bool) -> None:
        """After a cut nobody gets through until it is told otherwise."""
        self._is_down = down

    @contextmanager
    def slow(self, seconds: float) -> Iterator[None]:
        """All that comes takes so long, until it is over: then what was held up goes at once."""
        self._is_fast.clear()
        self._seconds = seconds
        try:
            yield
        finally:
            self._is_fast.set()

    def close(self) -> None:
        """Ends it."""
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                if self._is_down and self.has_cut:
                    client.close()
                    continue
                server = socket.socket(socket.AF_UNIX)
                server.connect(self._target)
                for source, target, way in ((client, server, UP), (server, client, DOWN)):
                    threading.Thread(target=self._pass_on, args=(source, target, way), daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket, way: str) -> None:
        with suppress(OSError):
            while data := source.recv(1 << 20):
                self._is_fast.wait(self._seconds)
                where = self._where_to_cut(way)
                if where == LATE:
                    # The client's side breaks; what it sent is under way for a while yet.
                    _break(source)
                    time.sleep(LATE_SECONDS)
                    target.sendall(data)
                    return
                if where:
                    break
                target.sendall(data)
        _break(source)
        _break(target)

    def _where_to_cut(self, way: str) -> str:
        with self._lock:
            self._seen[way] += 1
            if self._cut_at is None:
                return ""
            where, at = self._cut_at
            if way != (DOWN if where == DOWN else UP) or self._seen[way] != at:
                return ""
            self._cut_at, self.has_cut = None, True
            return where


def _break(one: socket.socket) -> None:
    with suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)


@contextmanager
def cutting_proxy(target: Path, host: str = "127.0.0.1") -> Iterator[CuttingProxy]:
    """A line to the server whose socket is in this folder."""
    proxy = CuttingProxy(target, host)
    try:
        yield proxy
    finally:
        proxy.close()
