"""A command in a real terminal that asks before it does something, and is answered there."""

from collections.abc import Sequence

from benchmarks.terminal import Terminal, sto

NO = {"n": "n\r", "nee": "nee\r", "enter": "\r", "ctrl+c": "\x03", "ctrl+d": "\x04", "what is not meant": "ja ja?\rn\r"}
"""By which nothing is done."""


def answered(arguments: Sequence[object], question: str, answer: str) -> tuple[int | None, str]:
    """How it ended, and what stood on the screen then."""
    with Terminal(sto(*map(str, arguments)), size=(120, 40)) as terminal:
        terminal.wait_for(question)
        terminal.send(answer)
        return terminal.wait_for_end(), terminal.text
