"""The note of a figure from DUO as it was up to form 3: our own sentences among what people wrote.

Only the step to form 4 reads it. Nothing writes such notes any more, so the sentences here stay as they are.
"""

import re
from typing import Any

from sto_tui.patterns import pattern

_RULES = {
    "Telt bb, kb en gl; tl heeft geen profiel.": "beroepsgericht",
    "Alleen de sector techniek: DUO splitst examens van het vmbo niet naar profiel.": "sector",
    "Het jaar is dat van het examen: 2025 is schooljaar 2024-2025.": "examenjaar",
    "Een afgeschermd aantal (minder dan vijf) telt als 1 tot en met 4; een som is dan een bereik.": "afgeschermd",
    "Een lege cel telt als 0 tot en met 4: leeg kan hier afgeschermd zijn.": "leeg",
    "De prognose komt niet van DUO.": "prognose",
    "Open data van DUO (CC0).": "open",
}
_NOBODY = "geen met leerlingen"
_KEY = r"[0-9A-Z]{4}\d\d"
# In older dossiers each sentence is a line, this one without a full stop.
_COUNTED = rf"Vestigingen (?P<years>\d{{4}}(?:, \d{{4}})*): (?P<names>.*?{_KEY}\)?|{_NOBODY})(?:\.(?=\s|$)|(?=\n|$))"
_DRAFT = (
    r"Voorlopig: (?:(?P<october>1 oktober )|schooljaar (?P<before>\d{4})-)(?P<draft>\d{4})"
    r" is nog zonder accountantsverklaring\."
)
_RULE = "(?P<rule>" + "|".join(map(re.escape, _RULES)) + ")"
_SENTENCE = pattern(rf"\s*(?<!\S)(?:{_COUNTED}|{_DRAFT}|{_RULE})(?!\S)")
_NAMED = pattern(rf"(.*?\b{_KEY}\)?)(?:; |$)")
_VESTIGING = pattern(rf"(?P<name>.+) \((?P<key>{_KEY})\)|(?P<bare>{_KEY})")
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def with_countings(figure: dict[str, Any]) -> dict[str, Any]:
    """A figure in which our sentences are fields, and the note is what people wrote.

    Without the sentence that names the vestigingen none is known to be ours. One that someone changed is theirs.
    """
    note = figure.get("note")
    sentences = list(_SENTENCE.finditer(note)) if isinstance(note, str) else []
    countings = {match.start(): counting for match in sentences if match["years"] and (counting := _counting(match))}
    if not isinstance(note, str) or not countings:
        return figure
    rules = {_RULES[match["rule"]] for match in sentences if match["rule"]}
    ours = [
        match
        for match in sentences
        if match["rule"]
        or match.start() in countings
        or (match["draft"] and _marked(match, [*countings.values()], "examenjaar" in rules))
    ]
    own = _without(note, ours)
    figure = {name: value for name, value in figure.items() if name != "note"}
    numbered = [{"id": number, **counting} for number, counting in enumerate(countings.values(), 1)]
    figure |= {"countings": numbered, "counting_rules": [rule for rule in _RULES.values() if rule in rules]}
    return figure | ({"note": own} if own else {})


def _counting(match: re.Match[str]) -> dict[str, Any] | None:
    """The years and vestigingen of a sentence; None when it can't be made again from them."""
    years = [int(year) for year in match["years"].split(", ")]
    named = [] if match["names"] == _NOBODY else _NAMED.findall(match["names"])
    vestigingen = [vestiging for name in named if (vestiging := _VESTIGING.fullmatch(name))]
    is_whole = len(vestigingen) == len(named) and "; ".join(named) in (match["names"], "")
    if not is_whole or len({*years}) < len(years) or not all(_FIRST_YEAR <= year <= _LAST_YEAR for year in years):
        return None
    counting: dict[str, Any] = {"years": [{"id": year, "year": year, "provisional": False} for year in years]}
    if vestigingen:
        counting["vestigingen"] = [_vestiging(vestiging) for vestiging in vestigingen]
    return counting


def _vestiging(match: re.Match[str]) -> dict[str, Any]:
    key = match["key"] or match["bare"]
    return {"id": int(key, 36), "key": key} | ({"name": match["name"]} if match["name"] else {})


def _marked(match: re.Match[str], countings: list[dict[str, Any]], by_exam: bool) -> bool:
    """Marks the year of a sentence as provisional; False when that would not make the same sentence again."""
    year = int(match["draft"])
    if bool(match["before"]) is not by_exam or (by_exam and int(match["before"]) != year - 1):
        return False
    for counted_year in (counted_year for counting in countings for counted_year in counting["years"]):
        if counted_year["year"] == year:
            counted_year["provisional"] = True
            return True
    return False


def _without(note: str, sentences: list[re.Match[str]]) -> str:
    """What people wrote, as they wrote it; a blank beside a sentence that goes is not theirs."""
    kept, at = "", 0
    for match in sentences:
        kept, at = kept + note[at : match.start()], match.end()
    rest = note[at:]
    kept = kept + rest if rest.strip() else kept
    return kept if kept[: sentences[0].start()].strip() else kept.lstrip()
