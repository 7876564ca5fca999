"""`Scholing docenten 200 uur × 65 = 2027 extern`: how many times how much, in which year, and of which kind.

`Lab 25.000 2027` is one time that amount.
"""

import re
from collections.abc import Sequence
from typing import Any

from sto_tui.domain import dutch
from sto_tui.domain.money import BudgetLine, Cofinancing
from sto_tui.domain.record import Record, fields_of
from sto_tui.domain.text import clean_line
from sto_tui.domain.typed_names import named
from sto_tui.domain.typed_value import parse_entry
from sto_tui.planning.beginnings import form_of_unit
from sto_tui.planning.quick_entry.grammar import Grammar, LinePlace, LineRead
from sto_tui.planning.quick_entry.pieces import (
    BELONGS,
    add_once,
    level_named,
    name_of_a_party,
    names_at_the_end,
    parties_named,
    pieces_of,
)

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
_YEAR = r"(?:19|20)\d\d"
_COMPUTED = re.compile(
    rf"(?P<quantity>{_NUMBER})\s*(?P<unit>[^\W\d_][^\W\d_.]*(?:\s[^\W\d_]+)?)??\s*[×x*]\s*€?\s*(?P<price>{_NUMBER})"
    rf"\s*(?:=\s*)?(?:€?\s*(?P<total>{_NUMBER})\s+(?:in\s+)?(?={_YEAR}))?(?:in\s+)?(?P<year>{_YEAR})?"
    r"(?P<words>(?:\s*[^\W\d]+(?:\s+[^\W\d]+)*)?)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    rf"€?\s*(?P<price>{_NUMBER})\s*(?:=|in)\s*(?P<year>{_YEAR})(?P<words>(?:\s*[^\W\d]+(?:\s+[^\W\d]+)*)?)",
    re.IGNORECASE,
)
# Without a sign only what cannot be a year, and has the look of an amount: a lab 2 is no two euro.
_BARE_AMOUNT = re.compile(
    rf"(?P<sign>€\s*)?(?P<price>(?(sign){_NUMBER}|(?:\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?|\d+,\d\d|(?!{_YEAR}\b)\d{{3,}})))"
    rf"(?:\s+(?P<year>{_YEAR}))?(?P<words>(?:\s+[^\W\d]+)*)",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(rf"(?:(?:^|(?<=\s))€?\s*{_NUMBER}|[×x*+])$", re.IGNORECASE)
_PRODUCT = re.compile(rf"{_NUMBER}[^\d:;,]*?(?:\s|(?<=\d))[×x*]\s*€?\s*{_NUMBER}", re.IGNORECASE)


def _computed(text: str) -> re.Match[str] | None:
    """The last computation that runs to the end of the text."""
    for pattern in (_COMPUTED, _AMOUNT, _BARE_AMOUNT):
        starts = [match.start() for match in re.finditer(rf"(?<![\d.,]){_NUMBER}|€", text)]
        matches = [match for start in starts if (match := pattern.fullmatch(text, start))]
        if matches:
            return max(matches, key=lambda match: len(match.groupdict().get("quantity") or ""))
    return None


def _refuse_more_figures(before: str, match: re.Match[str]) -> None:
    """Raises ValueError when another amount stands right before the computation: which one is meant nobody knows.

    A number that ends a name has a sign behind it: `Lab 2: 200 uur × 65 = 2027`.
    """
    more = _LEFT_OVER.search(before.rstrip()) or _PRODUCT.search(before)
    if more:
        end = match.end("price") - match.start()
        raise ValueError(
            f"Voor ‘{match[0][:end]}’ staat nog ‘{more[0].strip()}’. Hoort dat bij de naam, zet er dan : achter."
        )


def _amount(place: LinePlace, match: re.Match[str], example: str) -> dict[str, Any]:
    """Without a year it is that of the line before it."""
    parts = match.groupdict()
    year = parts["year"] or place.given.get("year")
    if not year:
        raise ValueError(f"Zet er het jaar achter, bijvoorbeeld {example}.")
    quantity = dutch.parse_number(parts.get("quantity") or "1")
    price = dutch.parse_amount(parts["price"])
    right = int(dutch.rounded(quantity * price))
    if (total := parts.get("total")) and dutch.parse_amount(total) != right:
        computed = f"{parts['quantity']} × {parts['price']} is {dutch.amount(right)}"
        raise ValueError(f"{computed}, en er staat {total}. Verbeter een van beide.")
    return {"quantity": float(quantity), "unit": clean_line(parts.get("unit") or ""), "year": int(year), "price": price}


def _split(place: LinePlace, text: str, example: str) -> tuple[str, dict[str, Any], list[str], str]:
    """The text before the computation, what that says, the words after it, and who is named with @."""
    level: dict[str, Any] = {}
    names: list[str] = []
    kept: list[str] = []
    for piece in pieces_of(text):
        if match := BELONGS.fullmatch(piece):
            add_once(place, BudgetLine, level, level_named(place, match[1]))
        elif piece.startswith("@") and not _computed(piece):
            names.append(piece[1:])
        else:
            kept.append(piece)
    line = " ".join(kept)
    match = _computed(line)
    if match is None:
        raise ValueError(f"Schrijf een bedrag of hoeveel keer hoeveel, en het jaar: {example}.")
    _refuse_more_figures(line[: match.start()], match)
    before, name = names_at_the_end(line[: match.start()].rstrip(" :,;"))
    values = {**_amount(place, match, example), **level}
    return before, values, (match["words"] or "").split(), ", ".join(filter(None, [name, *names]))


def _read_budget(place: LinePlace, text: str) -> LineRead:
    title, values, words, _ = _split(place, text, _budget_examples(place)[0])
    values |= _chosen(BudgetLine, ("cost_kind",), " ".join(words))
    if not title and "cost_kind" in values:
        title = dutch.capital(values["cost_kind"].label)
    return LineRead({"title": parse_entry(fields_of(BudgetLine)["title"], title), **values})


def _read_contribution(place: LinePlace, text: str) -> LineRead:
    title, values, words, name = _split(place, text, _contribution_examples(place)[0])
    values["rate"] = values.pop("price")
    values["form"] = form_of_unit(values["unit"])
    for word in words:
        values |= _chosen(Cofinancing, ("status", "form"), word)
    if name:
        party, *more = parties_named(place, name)
        if more:
            raise ValueError("Een bijdrage is van één partij. Maak voor elke partij een regel.")
        values["party"] = party.id
    return LineRead({"title": parse_entry(fields_of(Cofinancing)["title"], title), **values})


def _chosen(model: type[Record], names: Sequence[str], words: str) -> dict[str, Any]:
    """The field of which these words are a choice."""
    if not words:
        return {}
    for name in names:
        choices = fields_of(model)[name].choices
        chosen = named(words, [((choice.label, choice.value), choice) for choice in choices])
        if len(chosen) > 1:
            raise ValueError(f"‘{words}’ kan meer zijn: {dutch.enumerate_words([choice.label for choice in chosen])}.")
        if chosen:
            return {name: chosen[0]}
    labels = [choice.label for name in names for choice in fields_of(model)[name].choices]
    raise ValueError(f"‘{words}’ kan hier niet achter het jaar staan. Kies uit {dutch.enumerate_words(labels)}.")


def _year(place: LinePlace) -> int:
    return place.dossier.current_period.start.year if place.dossier.current_period else place.today.year


def _budget_examples(place: LinePlace) -> Sequence[str]:
    year = _year(place)
    return [
        f"Scholing docenten 200 uur × 65 = {year} extern",
        f"Scholing 200 uur × 65 = {year} extern",
        f"Lab 25.000 {year}",
    ]


def _contribution_examples(place: LinePlace) -> Sequence[str]:
    year = _year(place)
    name = name_of_a_party(place, 12)
    given_by = f"@{name} " if name else ""
    return [f"Gastlessen {given_by}40 uur × 50 = {year} toegezegd", f"Gastlessen {given_by}40 uur × 50 = {year}"]


BUDGET_LINE = Grammar(_read_budget, _budget_examples, "post, aantal × prijs = of bedrag, jaar kostensoort")
CONTRIBUTION = Grammar(_read_contribution, _contribution_examples, "wat @partij aantal × tarief = jaar status")
