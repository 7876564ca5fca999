"""A text in which the words that came and went are marked, in lines."""

from collections.abc import Sequence

from rich.cells import cell_len, chop_cells

from sto_tui.planning.text_changes import Changed
from sto_tui.widgets.raster import Run
from sto_tui.widgets.reading_pane import Lines

_MARKS = {"added": ("[+", "+]"), "removed": ("[−", "−]")}
Word = list[Run]


def marked_lines(changes: Sequence[Changed], width: int) -> Lines:
    """The new text in lines, with what came as `[+new+]` and what went as `[−old−]`."""
    lines: list[list[Run]] = []
    for paragraph in _paragraphs(changes):
        line: list[Run] = []
        used = 0
        for word in paragraph:
            for piece in _pieces(word, width):
                length = sum(cell_len(text) for text, _ in piece)
                if line and used + 1 + length > width:
                    lines.append(line)
                    line, used = [], 0
                if line:
                    role = piece[0][1] if piece[0][1] == line[-1][1] else "text"
                    line.append((" ", role))
                    used += 1
                line += piece
                used += length
        lines.append(line)
    return lines


def _paragraphs(changes: Sequence[Changed]) -> list[list[Word]]:
    """Words of one or more runs; what is not parted by a blank is one word."""
    paragraphs: list[list[Word]] = [[]]
    glued = False
    for kind, text in changes:
        role = "text" if kind == "same" else kind
        if kind != "same":
            first, last = _MARKS[kind]
            bare = text.strip(" ")
            # An end of a line that came or went can't be seen, unless a sign stands for it.
            bare = bare.replace("\n", "¶\n") if not bare.strip() else bare
            lead, tail = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
            ends = len(bare) - len(bare.rstrip("\n"))
            body, breaks = bare[: len(bare) - ends], "\n" * ends if kind == "added" else " " * bool(ends)
            starts = len(body) - len(body.lstrip("\n"))
            text = f"{lead}{body[:starts]}{first}{body[starts:]}{last}{breaks}{tail}" if body.strip() else lead + tail
            glued = glued and not (paragraphs[-1] and paragraphs[-1][-1][-1][1] not in ("text", role))
        for number, part in enumerate(text.split("\n")):
            if number:
                paragraphs.append([])
                glued = False
            for place, word in enumerate(part.split(" ")):
                if place:
                    glued = False
                if not word:
                    continue
                if glued:
                    paragraphs[-1][-1].append((word, role))
                else:
                    paragraphs[-1].append([(word, role)])
                glued = True
    return paragraphs


def _pieces(word: Word, width: int) -> list[Word]:
    """A word, cut in pieces when it is longer than a line."""
    if sum(cell_len(text) for text, _ in word) <= width:
        return [word]
    return [[(piece, role)] for text, role in word for piece in chop_cells(text, width)]
