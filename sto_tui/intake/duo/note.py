"""The note of a figure from DUO: what people wrote, and then our own sentences, made again each time.

Sentences are kept apart by a space: LibreOffice drops line ends inside a fill-in field of Word. Over which vestigingen
a year was counted is known from this note alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

VOCATIONAL = "Telt bb, kb en gl; tl heeft geen profiel."
SECTOR = "Alleen de sector techniek: DUO splitst examens van het vmbo niet naar profiel."
EXAM_YEAR = "Het jaar is dat van het examen: 2025 is schooljaar 2024-2025."
MASKED = "Een afgeschermd aantal (minder dan vijf) telt als 1 tot en met 4; een som is dan een bereik."
EMPTY = "Een lege cel telt als 0 tot en met 4: leeg kan hier afgeschermd zijn."
PROGNOSIS = "De prognose komt niet van DUO."
OPEN = "Open data van DUO (CC0)."
_DRAFT = "Voorlopig: "
# Our sentences by how they begin, in order.
_OURS = (VOCATIONAL, SECTOR, EXAM_YEAR, MASKED, EMPTY, _DRAFT, PROGNOSIS, OPEN)
_NOBODY = "geen met leerlingen"

_BRANCH_KEY = re.compile(r"\b[0-9A-Z]{4}\d\d(?=\)?(?:; |$))")
# In older dossiers each sentence is a line, this one without a full stop.
_BRANCHES = re.compile(
    rf"(?<!\S)Vestigingen (\d{{4}}(?:, \d{{4}})*): (.*?[0-9A-Z]{{4}}\d\d\)?|{_NOBODY})(?:\.(?=\s|$)|(?=\n|$))"
)
_DRAFTS = re.compile(rf"{_DRAFT}(?:1 oktober|schooljaar \d{{4}}-) ?(\d{{4}}) is nog zonder accountantsverklaring\.")
_SENTENCES = re.compile(
    r"\s*(?<!\S)(?:"
    + "|".join((_BRANCHES.pattern, _DRAFTS.pattern, *(re.escape(one) for one in _OURS if one != _DRAFT)))
    + r")(?!\S)"
)
_ENDS = (".", "!", "?", "…", ":")


@dataclass(frozen=True)
class NoteSubject:
    """What a note is about: the years that were read and those that stay, all over these vestigingen."""

    branches: str
    years: frozenset[int]
    kept: frozenset[int]


def draft(shown: str) -> str:
    """Says that `shown`, `1 oktober 2025` or `schooljaar 2024-2025`, is not final."""
    return f"{_DRAFT}{shown} is nog zonder accountantsverklaring."


def noted_years(note: str) -> set[int]:
    """The years that came from DUO."""
    return {year for years, _ in _noted(note) for year in years}


def years_over(note: str, branches: str) -> set[int]:
    """The years that were counted over these vestigingen; their names may have changed."""
    these = set(_BRANCH_KEY.findall(branches))
    return {year for years, names in _noted(note) if set(_BRANCH_KEY.findall(names)) == these for year in years}


def note_of(before: str, span: NoteSubject, sentences: Iterable[str]) -> str:
    """The note after these years were taken in: what people wrote stays, and ends in a full stop."""
    own = _SENTENCES.sub("", before).strip()
    if own and not own.rstrip("\"'”’)").endswith(_ENDS):
        own += "."
    years = ", ".join(map(str, sorted(span.years | span.kept)))
    ours = sorted({*sentences, *_still_true(before, span)}, key=_place)
    return " ".join([*([own] if own else []), f"Vestigingen {years}: {_names(before, span)}.", *ours])


def _noted(note: str) -> Iterator[tuple[set[int], str]]:
    """The years and the vestigingen they are about."""
    for match in _BRANCHES.finditer(note):
        yield set(map(int, match[1].split(", "))), match[2]


def _names(before: str, span: NoteSubject) -> str:
    """The vestigingen as they are called in the newest year."""
    newest = max(span.years | span.kept)
    known = [names for years, names in _noted(before) if newest in years and newest not in span.years]
    return known[0] if known else span.branches or _NOBODY


def _still_true(before: str, span: NoteSubject) -> Iterator[str]:
    """Our sentences that are about years that were not read now."""
    if span.kept:
        yield from (one for one in (MASKED, EMPTY) if one in before)
    for match in _DRAFTS.finditer(before):
        if int(match[1]) in span.kept and int(match[1]) > max(span.years):
            yield match[0]


def _place(sentence: str) -> int:
    return next(at for at, one in enumerate(_OURS) if sentence.startswith(one))
