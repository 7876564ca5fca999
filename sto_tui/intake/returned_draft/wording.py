"""Drafts that came back, in lines for the terminal: per chapter what changed, word by word, and by whom."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sto_tui.domain.dutch import count, enumerate_words
from sto_tui.domain.text import cut
from sto_tui.intake.returned_draft.choosing import letter
from sto_tui.intake.returned_draft.lines import DraftLine, LaidBeside, LineStanding
from sto_tui.intake.returned_draft.taking_over import NotTaken
from sto_tui.planning.text_changes import Changed, changed_words

_AROUND = 40
_LONGEST = 200
_MARKS = {"added": "[+{}+]", "removed": "[−{}−]", "same": "{}"}
_EMPTY = "(leeg)"
# What people see of Enter; a text is shown on one line.
_NEW_LINE = "¶"
_LINE_ENDS = re.compile(r"[^\S\n]*\n\s*")
_BLANKS = re.compile(r"\s+")
TAKEN, LEFT = "✓", "·"
# What taking a line takes away.
_GOES = {
    LineStanding.REMOVED: "verwijderd uit het dossier",
    LineStanding.EMPTIED: "wat er stond is weg",
    LineStanding.CONFLICT: "wat het dossier intussen zei is vervangen",
}


def told(laid: LaidBeside) -> Iterator[str]:
    """The numbers first, then what to look at, and every line with its number; a tick is taken by default."""
    yield f"{enumerate_words(laid.names)}: {counts(laid)}."
    if laid.remarks:
        yield "\nLet op"
        yield from (f"  {remark}" for remark in laid.remarks)
    if laid.lines:
        yield f"\n{TAKEN} wordt overgenomen, {LEFT} alleen als je het kiest. [−weg−] en [+erbij+]"
    for heading, lines in grouped(laid):
        yield f"\n{heading}"
        for line in lines:
            yield from _line(line, laid.defaults)
    yield ""


def grouped(laid: LaidBeside) -> Iterator[tuple[str, Sequence[DraftLine]]]:
    """What there is to choose under the heading of its chapter, and at the end what is only told, with its number."""
    for chapter, lines in laid.by_chapter:
        if choices := [line for line in lines if line.standing.can_be_taken]:
            yield chapter, choices
    told_only = [line for line in laid.lines if not line.standing.can_be_taken]
    if told_only:
        yield f"Alleen ter kennis: {count(len(told_only), 'regel', 'regels')}", told_only


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
    return ("".join(text for _, text in pieces) for pieces in marked_details(line))


def marked_details(line: DraftLine, *, is_numbered: bool = True) -> Iterator[Sequence[Changed]]:
    """The same, each in pieces that tell what came and what went; by their number and letter where people type that."""
    if line.standing.is_of_a_field and not (line.standing is LineStanding.ONLY_TOLD and not line.sent):
        yield from _texts(line, is_numbered=is_numbered)
    else:
        yield from map(_plain, _told_of(line))
    yield from (_plain(wording.problem) for wording in line.wordings if wording.problem)
    if line.note:
        yield _plain(line.note)


def _plain(text: str) -> Sequence[Changed]:
    return (("same", text),)


def _told_of(line: DraftLine) -> Iterator[str]:
    """What is said of a line that is no text beside another text."""
    if line.standing is LineStanding.COMMENT:
        yield from _quoted("bij", line.sent)
        yield cut(_on_one_line(line.wordings[0].text), _LONGEST)
        return
    if line.standing in (LineStanding.REMOVED, LineStanding.REMOVED_WHOLE):
        yield from (cut(text, _LONGEST) for text in line.sent.split("\n") if text)
    else:
        yield from (cut(text, _LONGEST) for text in line.wordings[0].text.split("\n"))
    yield from line.wordings[0].outcome


def _texts(line: DraftLine, *, is_numbered: bool) -> Iterator[Sequence[Changed]]:
    if line.has_moved_on:
        yield (*_plain("dossier: "), *marked_words(line.sent, line.now))
    for place, wording in enumerate(line.wordings):
        if len(line.wordings) > 1:
            number = f"{line.number}{letter(place)} " if is_numbered else ""
            who = f"{number}{enumerate_words(wording.people)}: "
        else:
            who = "Word: " if line.has_moved_on else ""
        yield (*_plain(who), *marked_words(line.sent, wording.text))
        yield from map(_plain, wording.outcome)


def word_by_word(old: str, new: str) -> str:
    """The new text on one line with what went and what came, and of what stayed only what stands beside that."""
    return "".join(text for _, text in marked_words(old, new))


def marked_words(old: str, new: str) -> Sequence[Changed]:
    """The same in pieces that tell what came and what went."""
    if not old.strip() or not new.strip():
        was, now = (cut(_on_one_line(text), _LONGEST) or _EMPTY for text in (old, new))
        return ("removed" if old.strip() else "same", was), ("same", " → "), ("added" if new.strip() else "same", now)
    changes = changed_words(old, new)
    pieces: list[Changed] = []
    for place, (kind, _) in enumerate(changes):
        text = _BLANKS.sub(" ", _marked(changes, place))
        if not pieces or pieces[-1][1].endswith(" "):
            text = text.removeprefix(" ")
        bare = text.strip(" ")
        lead, tail = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :] if bare else ""
        # A blank beside what came is not underlined.
        pieces += [each for each in (("same", lead), (kind, bare), ("same", tail)) if each[1]]
    if pieces:
        pieces[-1] = pieces[-1][0], pieces[-1][1].rstrip(" ")
    return pieces


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


def told_taken(lines: Iterable[DraftLine]) -> Iterator[str]:
    """What was taken, each by its number and name, and what happened to what stood there."""
    yield from (f"  {line.number:3} {line.label}: {_GOES.get(line.standing, line.told)}" for line in lines)


def told_grave(laid: LaidBeside, chosen: Mapping[int, str]) -> Iterator[str]:
    """Each line by which something of the dossier goes: a record, a text, or what was changed there meanwhile."""
    for line in laid.lines:
        if line.number in chosen and line.standing in _GOES:
            yield f"  {line.number:3} {line.label}: {line.told}"


def told_refused(refused: Sequence[NotTaken]) -> Iterator[str]:
    """What was chosen and is not taken, with the reason."""
    if refused:
        yield "Niet overgenomen"
        yield from (f"  {each.line.number:3} {each.line.label}: {each.reason}" for each in refused)
