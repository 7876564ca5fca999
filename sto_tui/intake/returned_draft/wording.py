"""Drafts that came back, in lines for the terminal: per chapter what changed, word by word, and by whom."""

import re
from collections.abc import Collection, Iterator, Sequence

from sto_tui.domain.dutch import count, enumerate_words
from sto_tui.domain.text import cut
from sto_tui.intake.returned_draft.choosing import letter
from sto_tui.intake.returned_draft.lines import DraftLine, LaidBeside, LineStanding, Wording
from sto_tui.intake.returned_draft.taking_over import NotTaken
from sto_tui.planning.text_changes import Changed, changed_words

_AROUND = 40
_LONGEST = 200
_MARKS = {"added": "[+{}+]", "removed": "[−{}−]", "same": "{}"}
_EMPTY = "(leeg)"
# What people see of Enter; a text is shown on one line.
_NEW_LINE = "¶"
_LINE_ENDS = re.compile(r"[^\S\n]*\n\s*")
TAKEN, LEFT = "✓", "·"


def told(laid: LaidBeside) -> Iterator[str]:
    """The numbers first, then what to look at, and every line with its number; a tick is taken by default."""
    yield f"{enumerate_words(laid.names)}: {counts(laid)}."
    if laid.remarks:
        yield "\nLet op"
        yield from (f"  {remark}" for remark in laid.remarks)
    if laid.lines:
        yield f"\n{TAKEN} wordt overgenomen, {LEFT} alleen als je het kiest. [−weg−] en [+erbij+]"
    for chapter, lines in laid.by_chapter:
        yield f"\n{chapter}"
        for line in lines:
            yield from _line(line, laid.defaults)
    yield ""


def counts(laid: LaidBeside) -> str:
    """`12 verschillen, 9 om over te nemen; 980 velden ongewijzigd`."""
    if not laid.lines:
        parts = "geen verschillen om over te nemen"
    else:
        parts = f"{count(len(laid.lines), 'verschil', 'verschillen')}, {len(laid.defaults)} om over te nemen"
    same = [f"{count(laid.untouched, 'veld', 'velden')} ongewijzigd"]
    same += [f"{count(laid.already, 'wijziging staat', 'wijzigingen staan')} al in het dossier"] * bool(laid.already)
    return f"{parts}; {', '.join(same)}"


def _line(line: DraftLine, taken: Collection[int]) -> Iterator[str]:
    tick = TAKEN if line.number in taken else LEFT
    people = enumerate_words(line.people)
    yield f"  {line.number:3} {tick} {line.label}: {line.told} ({people})"
    yield from (f"        {text}" for text in details(line))


def details(line: DraftLine) -> Iterator[str]:
    """What a line says, a line of text each: the texts word by word, why it is asked, and what else to know."""
    if line.standing is LineStanding.COMMENT:
        yield from _quoted("bij", line.sent)
        yield cut(_on_one_line(line.wordings[0].text), _LONGEST)
    elif (
        line.standing.is_new
        or line.standing is LineStanding.LOOSE
        or (line.standing is LineStanding.ONLY_TOLD and not line.sent)
    ):
        yield from (cut(text, _LONGEST) for text in line.wordings[0].text.split("\n"))
        yield from line.wordings[0].outcome
    elif line.standing in (LineStanding.REMOVED, LineStanding.REMOVED_WHOLE):
        yield from (cut(text, _LONGEST) for text in line.sent.split("\n") if text)
        yield from line.wordings[0].outcome
    else:
        yield from _texts(line)
    for wording in line.wordings:
        if wording.problem:
            yield wording.problem
    if line.note:
        yield line.note


def _texts(line: DraftLine) -> Iterator[str]:
    if line.has_moved_on:
        yield f"dossier: {word_by_word(line.sent, line.now)}"
    for place, wording in enumerate(line.wordings):
        if len(line.wordings) > 1:
            who = f"{line.number}{letter(place)} {enumerate_words(wording.people)}: "
        else:
            who = "Word: " if line.has_moved_on else ""
        yield f"{who}{_difference(line, wording)}"
        yield from wording.outcome


def _difference(line: DraftLine, wording: Wording) -> str:
    return word_by_word(line.sent, wording.text)


def word_by_word(old: str, new: str) -> str:
    """The new text on one line with what went and what came, and of what stayed only what stands beside that."""
    if not old.strip() or not new.strip():
        shown = (cut(_on_one_line(text), _LONGEST) or _EMPTY for text in (old, new))
        return " → ".join(shown)
    changes = changed_words(old, new)
    return _on_one_line("".join(_marked(changes, place) for place in range(len(changes))))


def _marked(changes: Sequence[Changed], place: int) -> str:
    kind, text = changes[place]
    if kind == "same":
        return _shortened(text, is_first=place == 0, is_last=place == len(changes) - 1)
    bare = _LINE_ENDS.sub(_NEW_LINE, text).strip()
    if not bare:
        return text
    blank = " " if text[-1].isspace() else ""
    start = text[: len(text) - len(text.lstrip())].replace("\n", "")
    return f"{start}{_MARKS[kind].format(cut(bare, _LONGEST))}{blank}"


def _shortened(text: str, *, is_first: bool, is_last: bool) -> str:
    """What stayed, cut to what stands beside a change."""
    if is_first and len(text) > _AROUND:
        return f"…{text[-_AROUND:]}"
    if is_last and len(text) > _AROUND:
        return f"{text[:_AROUND]}…"
    return f"{text[:_AROUND]} … {text[-_AROUND:]}" if len(text) > 2 * _AROUND else text


def _quoted(word: str, text: str) -> Iterator[str]:
    if text.strip():
        yield f"{word} ‘{cut(_on_one_line(text), 100)}’"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def told_refused(refused: Sequence[NotTaken]) -> Iterator[str]:
    """What was chosen and is not taken, with the reason."""
    if refused:
        yield "Niet overgenomen"
        yield from (f"  {each.line.number:3} {each.line.label}: {each.reason}" for each in refused)
