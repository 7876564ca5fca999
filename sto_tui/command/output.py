"""What a command prints, made inert for the terminal, and what it refuses."""

import errno
import os
import sys
from collections.abc import Iterable
from os import PathLike
from typing import TextIO

from sto_tui.domain.text import clean_line, clean_text, count_unwanted, invisible
from sto_tui.terminal.ascii_signs import ERRORS, VARIABLE, in_ascii, needs_ascii

_asked_for_ascii = False
_goes_on = False
_unread: list[TextIO] = []


class CommandError(Exception):
    """A command that cannot be carried out; `str()` is the Dutch sentence for the user."""


class OutputError(Exception):
    """What was printed did not arrive; `str()` is the Dutch sentence for the user."""

    def __init__(self, error: OSError) -> None:
        reason = ": de schijf is vol" if error.errno == errno.ENOSPC else ""
        super().__init__(f"De uitvoer is niet geschreven{reason}. Kies een andere bestemming.")


def draw_in_ascii(*, asked: bool) -> None:
    """Whether everything is drawn in ASCII from here on, whatever the terminal."""
    global _asked_for_ascii
    _asked_for_ascii = asked


def go_on_unread(*, asked: bool) -> None:
    """Whether the command goes on when nobody reads what it prints: it has more to do than printing."""
    global _goes_on
    _goes_on = asked


def draws_ascii(stream: TextIO) -> bool:
    """Whether signs are drawn in ASCII on a stream; a file or a pipe gets them as they are, unless it was asked."""
    asked = _asked_for_ascii or os.environ.get(VARIABLE) == "1"
    return asked or (stream.isatty() and needs_ascii(os.environ, _encoding_of(stream)))


def as_drawn(text: str, stream: TextIO | None) -> str:
    """A text as a stream gets it."""
    if stream is None or text.isascii() or not draws_ascii(stream):
        return text
    return text.translate(in_ascii(_encoding_of(stream)))


def _encoding_of(stream: TextIO) -> str:
    """What stands in for a stream, as while an app runs, may have none: it takes every sign."""
    return getattr(stream, "encoding", None) or "utf-8"


def say(text: str) -> None:
    """Prints a result on stdout, without characters that act on a terminal."""
    _print(as_drawn(clean_text(text), sys.stdout), sys.stdout)


def say_styled(text: str) -> None:
    """Prints on stdout what was made for this terminal, its sequences too."""
    if sys.stdout is not None:
        say_bytes(as_drawn(text, sys.stdout).encode(sys.stdout.encoding, errors=ERRORS))


def say_data(data: bytes) -> None:
    """Prints JSON on stdout with each of its letters as it is: another program reads it, and that wants UTF-8."""
    text = clean_text(data.decode())
    if sys.stdout is not None and not sys.stdout.isatty():
        say_bytes(f"{text}\n".encode())
    else:
        _print(text, sys.stdout)


def remark(text: str) -> None:
    """Prints a remark on stderr, on one line, without characters that act on a terminal."""
    _print(as_drawn(clean_line(text), sys.stderr), sys.stderr)


def remark_left_out(texts: Iterable[str]) -> None:
    """Says how many characters are taken out of what was typed: those that people do not see."""
    if left_out := sum(map(count_unwanted, texts)):
        remark(f"{invisible(left_out)} weggelaten.")


def say_path(path: PathLike[str]) -> None:
    """Prints a path on stdout as it is, so that a script can use it, unless it would act on the terminal."""
    text = str(path)
    _print(text if text.isprintable() else clean_line(text), sys.stdout)


def say_bytes(data: bytes) -> None:
    """Writes a result on stdout as it is, whatever the terminal takes for letters: it is meant for a file."""
    if sys.stdout is None:
        return
    flush()
    try:
        sys.stdout.buffer.write(data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error) from error


def flush() -> None:
    """Makes sure that what was printed has arrived. Raises OutputError or BrokenPipeError."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error) from error


def is_read() -> bool:
    """Whether what was printed so far has arrived; not when stdout is a pipe of which the reader is gone.

    Raises OutputError.
    """
    try:
        flush()
    except BrokenPipeError:
        drop_output(sys.stdout)
    return sys.stdout not in _unread


def drop_output(stream: TextIO) -> None:
    """Nobody reads what is left; without this Python complains about it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    _unread.append(stream)


def _print(text: str, stream: TextIO | None) -> None:
    """A stream that was closed before the start is None, and print() would then take stdout.

    A reader that went away (`| head -1`) ends what only prints; what changes a dossier is done all the same.
    """
    if stream is None:
        return
    try:
        print(text, file=stream)
    except BrokenPipeError:
        if not _goes_on:
            raise
        drop_output(stream)
    except OSError as error:
        raise OutputError(error) from error
