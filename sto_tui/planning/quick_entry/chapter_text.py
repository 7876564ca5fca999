"""`Doelen; De regio kiest vijf doelen.`: a written part, with its chapter in front where the cursor does not say it."""

from collections.abc import Sequence

from sto_tui.domain.plan import ChapterText
from sto_tui.planning.quick_entry.fields_in_order import fields_in_order
from sto_tui.planning.quick_entry.grammar import Grammar, LinePlace, LineRead

_TEXT = "De regio kiest vijf doelen."
_IN_CHAPTER = fields_in_order(ChapterText, ("text",), [_TEXT])
_WHOLE = fields_in_order(ChapterText, ("chapter", "text"), [f"Doelen; {_TEXT}"])


def _read(place: LinePlace, text: str) -> LineRead:
    if place.given.get("chapter"):
        return _IN_CHAPTER.read(place, text)
    called, semicolon, _ = text.partition(";")
    if not (semicolon and called.strip()):
        raise ValueError(f"Begin met het hoofdstuk en een puntkomma, zoals Doelen; {_TEXT}")
    return _WHOLE.read(place, text)


def _examples(place: LinePlace) -> Sequence[str]:
    return (_IN_CHAPTER if place.given.get("chapter") else _WHOLE).examples(place)


CHAPTER_TEXT = Grammar(_read, _examples)
