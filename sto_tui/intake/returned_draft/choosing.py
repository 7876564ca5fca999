"""Which lines to take, as typed: `1,3-7`, `4b` for the second text of line 4, `alles`, a chapter or a person."""

import re
from collections.abc import Mapping

from sto_tui.domain.dutch import count
from sto_tui.domain.text import cut, plain
from sto_tui.intake.returned_draft.lines import DraftLine, LaidBeside

_NUMBER = re.compile(r"(\d{1,5})([a-z])?")
_RANGE = re.compile(r"(\d{1,5})\s*[-–]\s*(\d{1,5})")
ALL = "alles"


class NotALineError(ValueError):
    """A choice that names nothing of the list; `str()` is the Dutch sentence."""


def letter(place: int) -> str:
    """`a` for the first of different texts."""
    return chr(ord("a") + place)


def chosen_lines(laid: LaidBeside, typed: str) -> dict[int, str]:
    """The text to take by the number of a line. Raises NotALineError.

    A number takes whatever it names, and a range all in it that can be taken. A chapter, a person or `alles` takes what
    would be taken by default only: what is in doubt is looked at one by one.
    """
    chosen: dict[int, str] = {}
    for piece in (piece.strip() for piece in typed.replace(";", ",").split(",")):
        if piece:
            chosen |= _named(laid, piece)
    return chosen


def _named(laid: LaidBeside, piece: str) -> Mapping[int, str]:
    if match := _RANGE.fullmatch(piece):
        first, last = int(match[1]), int(match[2])
        known = {line.number: line for line in (*laid.lines, *laid.done)}
        # What was taken before, or is only told, may lie between what there is to choose.
        between = [known[number] for number in range(first, last + 1) if number in known]
        if first in known and last in known and between:
            ranged = [line for line in between if line.standing.can_be_taken and not line.is_done]
            return {line.number: _text(line, "", piece) for line in ranged}
    elif match := _NUMBER.fullmatch(piece):
        line = next((line for line in (*laid.lines, *laid.done) if line.number == int(match[1])), None)
        if line:
            return {line.number: _text(line, match[2] or "", piece)}
    elif group := [line for line in laid.lines if _is_called(line, plain(piece))]:
        return {line.number: line.default for line in group if line.default is not None}
    raise NotALineError(
        f"‘{cut(piece, 40)}’ staat niet in de lijst. Kies nummers (1,3-7 of 4b), een hoofdstuk, een naam of {ALL}."
    )


def _is_called(line: DraftLine, name: str) -> bool:
    chapter = plain(line.chapter)
    return name in (ALL, chapter, chapter.partition(" ")[2], *map(plain, line.people))


def _text(line: DraftLine, which: str, piece: str) -> str:
    if line.is_done:
        raise NotALineError(f"Regel {line.number} staat al zo in het dossier: {line.label}. Kies andere regels.")
    if not line.standing.can_be_taken:
        raise NotALineError(f"Regel {line.number} is alleen ter kennis: {line.note} Kies andere regels.")
    texts = {letter(place): wording.to_take for place, wording in enumerate(line.wordings)}
    if len(texts) > 1 and not which:
        letters = " of ".join(f"{line.number}{key}" for key in texts)
        raise NotALineError(f"Van regel {line.number} zijn er verschillende teksten. Kies {letters}.")
    if which and which not in texts:
        raise NotALineError(
            f"‘{piece}’ is er niet: bij regel {line.number} hoort {count(len(texts), 'tekst', 'teksten')}."
        )
    return texts[which or "a"]
