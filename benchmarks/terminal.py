"""A program in a real pseudo-terminal: type at it, count what it sends, see the screen it makes."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import NoReturn

import pyte

ROOT = Path(__file__).resolve().parents[1]
KEYS = {
    "enter": "\r",
    "tab": "\t",
    "escape": "\x1b",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pagedown": "\x1b[6~",
    "pageup": "\x1b[5~",
    "delete": "\x1b[3~",
}
# What pyte would print as text: private sequences, device strings, mode queries.
_NOISE = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b[P_^].*?\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)", re.S
)
_MARKS_PASTES = (b"\x1b[?2004$p", b"\x1b[?2004;1$y")
_ANSWERS = ((b"\x1b[6n", b"\x1b[1;1R"), (b"\x1b[c", b"\x1b[?62;22c"), (b"\x1b[?2026$p", b"\x1b[?2026;2$y"))


@dataclass(frozen=True)
class Reply:
    """What the program sent after something: bytes, and seconds until the first and the last of them."""

    size: int
    first: float
    last: float


def sto(*arguments: str) -> list[str]:
    """The command line of our own program."""
    return [sys.executable, "-m", "sto_tui.cli", *arguments]


class Terminal:
    """One running program. Use as a context manager; at the end it is killed.

    Old terminals do not say whether they mark what is pasted; newer ones do, with `marks_pastes`. It is quiet when it
    sent nothing for `quiet` seconds and had nothing to do: on a busy machine a program that waits for its turn is
    silent too. Without `heeds_work` only what it sends counts.
    """

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
        quiet: float = 0.3,
        *,
        marks_pastes: bool = False,
        heeds_work: bool = True,
    ) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self._quiet = quiet
        self._heeds_work = heeds_work
        self._answers = (*_ANSWERS, _MARKS_PASTES) if marks_pastes else _ANSWERS
        self.raw = bytearray()
        self._pending = b""
        self.status: int | None = None
        settings = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **(environment or {})}
        numbers, tell = os.pipe()
        self._leader, self._fd = pty.fork()
        if self._leader == 0:
            os.chdir(ROOT)
            os.environ.update(settings)
            _lead(command, tell)
        os.close(tell)
        with os.fdopen(numbers, "rb") as told:
            self._pid = int(told.read())
        self.resize(*size)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.status is None:
            os.killpg(self._leader, signal.SIGKILL)
            os.waitpid(self._leader, 0)
        os.close(self._fd)

    def until_quiet(self, at_least: float = 0.0, limit: float = 30.0) -> Reply:
        """Reads until nothing came for a while; waits for the first byte unless `at_least` says how long to look."""
        start = last = stirred = time.monotonic()
        first = 0.0
        size = 0
        while True:
            now = time.monotonic()
            patience = at_least or 2.0
            settled = now - stirred > self._quiet and (size > 0 or now - start > patience)
            if now - start > limit or (settled and now - start >= at_least):
                return Reply(size, first, last - start if size else 0.0)
            if not select.select([self._fd], [], [], 0.01)[0]:
                stirred = time.monotonic() if self._heeds_work and self._has_work() else stirred
                continue
            try:
                data = os.read(self._fd, 65536)
            except OSError:
                data = b""
            if not data:
                self._reap()
                return Reply(size, first, last - start)
            last = stirred = time.monotonic()
            first = first or last - start
            size += len(data)
            self._take(data)

    def _has_work(self) -> bool:
        """Whether one of its threads runs, waits for the processor, or for a disk; never where the system hides it."""
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{self._pid}/task").iterdir():
                if (task / "stat").read_text().rpartition(") ")[2][0] in "RD":
                    return True
        return False

    def _take(self, data: bytes) -> None:
        self.raw.extend(data)
        for question, answer in self._answers:
            if question in data:
                os.write(self._fd, answer)
        self._pending += data
        cut = self._pending.rfind(b"\x1b")
        whole = self._pending
        if cut >= 0 and cut > len(whole) - 24:
            whole, self._pending = whole[:cut], whole[cut:]
        else:
            self._pending = b""
        self._stream.feed(_NOISE.sub(b"", whole))

    def press(self, *keys: str) -> Reply:
        """Sends keys one by one, in one packet, and reads the answer."""
        os.write(self._fd, "".join(KEYS.get(key, key) for key in keys).encode())
        return self.until_quiet()

    def wait_for(self, word: str, limit: float = 30.0) -> None:
        """Reads until `word` stands on the screen, and then until it is quiet. Raises TimeoutError."""
        start = time.monotonic()
        while word not in self.text:
            if time.monotonic() - start > limit:
                raise TimeoutError(f"‘{word}’ did not come in {limit} s; the screen says:\n{self.text}")
            self.until_quiet(0.01)
        self.until_quiet(0.01)

    def wait_for_input(self, limit: float = 30.0) -> None:
        """Waits until there is something to read, and leaves it. Raises TimeoutError."""
        if not select.select([self._fd], [], [], limit)[0]:
            raise TimeoutError(f"nothing came in {limit} s; the screen says:\n{self.text}")

    def wait_for_end(self, limit: float = 30.0) -> int | None:
        """Reads until the program has ended, and returns its status; None when it goes on."""
        start = time.monotonic()
        while time.monotonic() - start < limit:
            if not select.select([self._fd], [], [], 0.05)[0]:
                continue
            try:
                data = os.read(self._fd, 65536)
            except OSError:
                break
            if not data:
                break
            self._take(data)
        self._reap()
        return self.status

    def throttled(self, keys: Sequence[str], gap: float, bytes_per_second: int) -> float:
        """Sends a key every `gap` seconds while reading no faster than a slow line; seconds until all is drawn."""
        start = last = time.monotonic()
        waiting = list(keys)
        taken = 0
        while waiting or time.monotonic() - last < self._quiet:
            now = time.monotonic()
            if waiting and now - start >= gap * (len(keys) - len(waiting)):
                os.write(self._fd, KEYS.get(waiting[0], waiting[0]).encode())
                waiting.pop(0)
                last = now
            allowed = int((now - start) * bytes_per_second) - taken
            if allowed > 0 and select.select([self._fd], [], [], 0)[0]:
                data = os.read(self._fd, allowed)
                taken += len(data)
                last = time.monotonic()
                self._take(data)
            time.sleep(0.005)
        return last - start

    def resize(self, columns: int, rows: int) -> None:
        """Tells the system another size; what is sent is still read for a screen of the first one."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    @property
    def process(self) -> int:
        """The number of the program's process."""
        return self._pid

    def send(self, text: str | bytes) -> None:
        """Sends text, or bytes that are none, without waiting."""
        os.write(self._fd, text if isinstance(text, bytes) else text.encode())

    def signal(self, number: int) -> None:
        """Sends a signal, and waits for the end."""
        os.kill(self._pid, number)
        self.wait_for_end()

    def _reap(self) -> None:
        for _ in range(500 if self.status is None else 0):
            done, status = os.waitpid(self._leader, os.WNOHANG)
            if done:
                self.status = os.waitstatus_to_exitcode(status)
                return
            time.sleep(0.01)

    @property
    def text(self) -> str:
        """The screen as plain text."""
        if self._pending:
            self._stream.feed(_NOISE.sub(b"", self._pending))
            self._pending = b""
        return "\n".join(line.rstrip() for line in self.screen.display)


def _lead(command: Sequence[str], tell: int) -> NoReturn:
    """Leads the terminal's session while the program runs, as a shell does, and ends as it ended.

    When a session's leader ends, the kernel throws away what was not read yet: here that must not be the program.
    """
    program = os.fork()
    if program == 0:
        os.close(tell)
        # Whoever started us may not heed it; in a terminal it is heard.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.execvp(command[0], list(command))
    for number in (signal.SIGHUP, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    os.write(tell, str(program).encode())
    os.close(tell)
    status = os.waitstatus_to_exitcode(os.waitpid(program, 0)[1])
    time.sleep(0.2)
    os._exit(status if status >= 0 else 128 - status)
