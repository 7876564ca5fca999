"""What a command prints, made inert for the terminal, and what it refuses."""

import errno
import sys
from collections.abc import Iterable
from os import PathLike
from typing import TextIO

from sto_tui.domain.text import clean_line, clean_text, count_unwanted, invisible


class CommandError(Exception):
    """A command that cannot be carried out; `str()` is the Dutch sentence for the user."""


class OutputError(Exception):
    """What was printed did not arrive; `str()` is the Dutch sentence for the user."""

    def __init__(self, error: OSError) -> None:
        reason = ": de schijf is vol" if error.errno == errno.ENOSPC else ""
        super().__init__(f"De uitvoer is niet geschreven{reason}. Kies een andere bestemming.")


def say(text: str) -> None:
    """Prints a result on stdout, without characters that act on a terminal."""
    _print(clean_text(text), sys.stdout)


def remark(text: str) -> None:
    """Prints a remark on stderr, on one line, without characters that act on a terminal."""
    _print(clean_line(text), sys.stderr)


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


def _print(text: str, stream: TextIO | None) -> None:
    """A stream that was closed before the start is None, and print() would then take stdout."""
    if stream is None:
        return
    try:
        print(text, file=stream)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error) from error
