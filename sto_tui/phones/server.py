"""The reader: asyncio's own server in the loop of the app, with limits, and the core behind it.

Errors of a connection never reach the terminal, which is a wall that a group looks at: each connection is a task of our
own, that is cancelled and awaited here.
"""

import asyncio
import contextlib
import os
import socket
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from sto_tui.failures import kind_of_failure
from sto_tui.frozen import frozen
from sto_tui.phones import words
from sto_tui.phones.desk import Desk
from sto_tui.phones.head import MOST_HEAD, RefusedError, RequestHead, head_of
from sto_tui.phones.message import ALWAYS, Reply, Request, page_reply
from sto_tui.phones.page import join_page

PORTS = range(8080, 8090)
_END_OF_HEAD = b"\r\n\r\n"
FAILED = page_reply(join_page(words.REFUSED), 500)
_FIRST_LETTERS = (b"G", b"P")


@frozen
class Limits:
    """In seconds, connections, and requests over one connection. What is sent waits `saving` long for the disk.

    A school shows all phones as one address: so those who take part have lines of their own, and only the lines of
    strangers are counted per address. Where there are too many, the oldest makes room: who floods keeps nobody out.
    """

    head: float = 5.0
    body: float = 5.0
    idle: float = 15.0
    sending: float = 5.0
    saving: float = 3.0
    connections: int = 400
    strangers_per_address: int = 100
    per_phone: int = 8
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


@dataclass
class _Line:
    """A connection; `token` is of the phone that speaks on it, empty as long as that is a stranger."""

    peer: str
    writer: asyncio.StreamWriter
    token: str = ""
    is_dropped: bool = False

    def drop(self) -> None:
        """Its task sees that the line is gone, and ends."""
        self.is_dropped = True
        self.writer.transport.abort()


class PhoneServer:
    """Hands what comes in to the desk, from `start` until `stop`."""

    def __init__(self, desk: Desk, limits: Limits, report: Callable[[BaseException], None]) -> None:
        """`report` tells of a failure of the program, once of each kind; `failures` counts them."""
        self.failures: Counter[str] = Counter()
        self._report = report
        self._desk = desk
        self._limits = limits
        self._server: asyncio.Server | None = None
        self._lines: dict[asyncio.Task[None], _Line] = {}
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
        tasks = list(self._lines)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def saved(self) -> None:
        """Something came on disk: the replies that wait for it go."""
        self._saved.set()
        self._saved = asyncio.Event()

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """No coroutine: asyncio would print what goes wrong in one."""
        peer = str((writer.get_extra_info("peername") or ("",))[0])
        if self._stopped or not self._has_room_for(peer):
            writer.transport.abort()
            return
        line = _Line(peer, writer)
        task = asyncio.get_running_loop().create_task(self._serve(reader, line))
        self._lines[task] = line
        task.add_done_callback(self._ended)

    def _has_room_for(self, peer: str) -> bool:
        """Whether one more line can be taken; the oldest of a stranger makes room for it."""
        lines = [line for line in self._lines.values() if not line.is_dropped]
        strangers = [line for line in lines if not line.token]
        here = [line for line in strangers if line.peer == peer]
        if len(here) >= self._limits.strangers_per_address:
            strangers = here
        elif len(lines) < self._limits.connections:
            return True
        self._desk.refused["verbindingen"] += 1
        if strangers:
            strangers[0].drop()
        return bool(strangers)

    def _is_of(self, line: _Line, token: str) -> None:
        """A phone speaks on this line; of too many of them its oldest goes."""
        line.token = token
        own = [one for one in self._lines.values() if token and one.token == token and not one.is_dropped]
        if len(own) > self._limits.per_phone:
            self._desk.refused["verbindingen"] += 1
            next(one for one in own if one is not line).drop()

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._lines.pop(task, None)
        if not task.cancelled() and (error := task.exception()):
            self._count_failure(error)

    async def _serve(self, reader: asyncio.StreamReader, line: _Line) -> None:
        """All requests of one connection."""
        writer = line.writer
        try:
            with contextlib.suppress(OSError, EOFError, TimeoutError, asyncio.LimitOverrunError):
                for left in reversed(range(self._limits.requests)):
                    if not await self._answered(reader, line, last=not left):
                        break
        finally:
            # What was sent still goes out; a phone that does not read does not keep the line.
            with contextlib.suppress(OSError, TimeoutError, asyncio.CancelledError):
                writer.close()
                async with asyncio.timeout(self._limits.sending):
                    await writer.wait_closed()
            writer.transport.abort()

    async def _answered(self, reader: asyncio.StreamReader, line: _Line, *, last: bool) -> bool:
        """One request; whether another one may follow."""
        try:
            head, body = await self._read(reader)
        except RefusedError as error:
            self._desk.refused[str(error.status)] += 1
            await self._send(line.writer, Reply(error.status), stays=False)
            return False
        request = Request(head.method, head.target, head.headers, body, line.peer)
        try:
            self._is_of(line, self._desk.token_of(request))
            reply = self._desk.handle(request)
            if not await self._on_disk(reply.ticket):
                reply = self._desk.not_saved(request)
        except Exception as error:  # whatever the core stumbles over: the others go on, and this phone tries again
            self._count_failure(error)
            reply = FAILED
        stays = head.stays and not last
        await self._send(line.writer, reply, stays=stays)
        return stays

    def _count_failure(self, error: BaseException) -> None:
        """Counts a failure of the program; of each kind the first is reported, as pages ask every second."""
        kind = kind_of_failure(error)
        self.failures[kind] += 1
        if self.failures[kind] == 1:
            self._report(error)

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
