"""`Doelen; De regio kiest vijf doelen.`: a written part, with its chapter in front where the cursor does not say it."""

from collections.abc import Sequence

from sto_tui.domain.level_words import in_own_words
from sto_tui.domain.plan import Chapter, ChapterText
from sto_tui.domain.text import plain
from sto_tui.planning.quick_entry.fields_in_order import fields_in_order
from sto_tui.planning.quick_entry.grammar import Grammar, LinePlace, LineRead

_TEXT = "De regio kiest vijf doelen."
_IN_CHAPTER = fields_in_order(ChapterText, ("text",), [_TEXT])
_WHOLE = fields_in_order(ChapterText, ("chapter", "text"), [f"Doelen; {_TEXT}"])


def _read(place: LinePlace, text: str) -> LineRead:
    if place.given.get("chapter"):
        return _IN_CHAPTER.read(place, text)
    called, semicolon, rest = text.partition(";")
    if not (semicolon and called.strip()):
        raise ValueError(f"Begin met het hoofdstuk en een puntkomma, zoals Doelen; {_TEXT}")
    chapter = _in_words_of_region(place, called)
    return _WHOLE.read(place, f"{chapter.number if chapter else called};{rest}")


def _in_words_of_region(place: LinePlace, called: str) -> Chapter | None:
    """The chapter that lists and the draft call so, with or without its number."""
    for chapter in Chapter:
        shown = in_own_words(chapter.heading, place.dossier.region)
        if plain(called) in (plain(shown), plain(f"{chapter.number} {shown}")):
            return chapter
    return None


def _examples(place: LinePlace) -> Sequence[str]:
    return (_IN_CHAPTER if place.given.get("chapter") else _WHOLE).examples(place)


CHAPTER_TEXT = Grammar(_read, _examples)
