"""The reader: asyncio's own server in the loop of the app, with limits, and the core behind it.

Errors of a connection never reach the terminal, which is a wall that a group looks at: each connection is a task of our
own, that is cancelled and awaited here.
"""

import asyncio
import contextlib
import os
import socket
from http import HTTPStatus

from sto_tui.frozen import frozen
from sto_tui.phones.desk import Desk
from sto_tui.phones.head import MOST_HEAD, RefusedError, RequestHead, head_of
from sto_tui.phones.message import ALWAYS, Reply, Request

PORTS = range(8080, 8090)
_END_OF_HEAD = b"\r\n\r\n"
_FIRST_LETTERS = (b"G", b"P")


@frozen
class Limits:
    """In seconds, connections, and requests over one connection. What is sent waits `saving` long for the disk."""

    head: float = 5.0
    body: float = 5.0
    idle: float = 15.0
    sending: float = 5.0
    saving: float = 3.0
    connections: int = 300
    per_address: int = 20
    requests: int = 200


class NoPortError(Exception):
    """Nobody can be let in at an address; says why in Dutch."""


class PortTakenError(NoPortError):
    """The port of before is taken, perhaps by the same meeting in another window; says so in Dutch."""


def listening(address: str, port: int) -> socket.socket:
    """A socket that listens at this address only: at the port of before, or at the first free one when that is 0.

    Raises PortTakenError for the one of before, NoPortError when none is free.
    """
    for number in (port,) if port else PORTS:
        opened = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        # After a crash the port is ours again at once; on Windows this would take the port of another program.
        if os.name != "nt":
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            opened.bind((address, number))
            opened.listen(100)
        except OSError:
            opened.close()
        else:
            opened.setblocking(False)
            return opened
    if port:
        raise PortTakenError(f"Poort {port} van {address} is bezet.")
    raise NoPortError(
        f"Op {address} lukt het niet: het adres is er niet meer, of poort {PORTS[0]} tot en met {PORTS[-1]} is bezet."
    )


class PhoneServer:
    """Hands what comes in to the desk, from `start` until `stop`."""

    def __init__(self, desk: Desk, limits: Limits) -> None:
        self._desk = desk
        self._limits = limits
        self._server: asyncio.Server | None = None
        self._lines: dict[asyncio.Task[None], str] = {}
        self._saved = asyncio.Event()
        self._stopped = False

    async def start(self, opened: socket.socket) -> None:
        """Takes connections from now on."""
        if self._stopped:
            opened.close()
            return
        self._server = await asyncio.start_server(self._connected, sock=opened, limit=MOST_HEAD)

    async def stop(self) -> None:
        """Ends all of them; nothing listens any more."""
        self._stopped = True
        if self._server is not None:
            self._server.close()
        lines = list(self._lines)
        for line in lines:
            line.cancel()
        await asyncio.gather(*lines, return_exceptions=True)

    def saved(self) -> None:
        """Something came on disk: the replies that wait for it go."""
        self._saved.set()
        self._saved = asyncio.Event()

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """No coroutine: asyncio would print what goes wrong in one."""
        peer = str((writer.get_extra_info("peername") or ("",))[0])
        here = sum(address == peer for address in self._lines.values())
        if self._stopped:
            writer.transport.abort()
            return
        if len(self._lines) >= self._limits.connections or here >= self._limits.per_address:
            self._desk.refused["verbindingen"] += 1
            writer.transport.abort()
            return
        line = asyncio.get_running_loop().create_task(self._line(reader, writer, peer))
        self._lines[line] = peer
        line.add_done_callback(self._ended)

    def _ended(self, line: asyncio.Task[None]) -> None:
        self._lines.pop(line, None)
        if not line.cancelled():
            line.exception()

    async def _line(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, peer: str) -> None:
        """All requests of one connection."""
        try:
            with contextlib.suppress(OSError, EOFError, TimeoutError, asyncio.LimitOverrunError):
                for left in reversed(range(self._limits.requests)):
                    if not await self._answered(reader, writer, peer, last=not left):
                        break
        finally:
            # What was sent still goes out; a phone that does not read does not keep the line.
            with contextlib.suppress(OSError, TimeoutError, asyncio.CancelledError):
                writer.close()
                async with asyncio.timeout(self._limits.sending):
                    await writer.wait_closed()
            writer.transport.abort()

    async def _answered(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, peer: str, *, last: bool
    ) -> bool:
        """One request; whether another one may follow."""
        try:
            head, body = await self._read(reader)
        except RefusedError as error:
            self._desk.refused[str(error.status)] += 1
            await self._send(writer, Reply(error.status), stays=False)
            return False
        request = Request(head.method, head.target, head.headers, body, peer)
        reply = self._desk.handle(request)
        if not await self._on_disk(reply.ticket):
            reply = self._desk.not_saved(request)
        stays = head.stays and not last
        await self._send(writer, reply, stays=stays)
        return stays

    async def _read(self, reader: asyncio.StreamReader) -> tuple[RequestHead, bytes]:
        """A request. Raises RefusedError, and OSError or EOFError when the line is gone."""
        async with asyncio.timeout(self._limits.idle):
            first = await reader.readexactly(1)
        if first not in _FIRST_LETTERS:
            # A browser that tries https first hears so at once, and comes back without.
            raise RefusedError(400)
        try:
            async with asyncio.timeout(self._limits.head):
                rest = await reader.readuntil(_END_OF_HEAD)
        except asyncio.LimitOverrunError as error:
            raise RefusedError(431) from error
        head = head_of(first + rest)
        async with asyncio.timeout(self._limits.body):
            return head, await reader.readexactly(head.length)

    async def _on_disk(self, ticket: int) -> bool:
        try:
            async with asyncio.timeout(self._limits.saving):
                while self._desk.inbox.is_unwritten(ticket):
                    await self._saved.wait()
        except TimeoutError:
            return False
        return True

    async def _send(self, writer: asyncio.StreamWriter, reply: Reply, *, stays: bool) -> None:
        lines = [f"HTTP/1.1 {reply.status} {HTTPStatus(reply.status).phrase}"]
        lines += [f"{name}: {value}" for name, value in (*ALWAYS, *reply.headers)]
        if reply.status != HTTPStatus.NO_CONTENT:
            lines.append(f"Content-Length: {len(reply.body)}")
        lines.append(f"Connection: {'keep-alive' if stays else 'close'}")
        writer.write("\r\n".join((*lines, "", "")).encode("latin-1") + reply.body)
        async with asyncio.timeout(self._limits.sending):
            await writer.drain()
