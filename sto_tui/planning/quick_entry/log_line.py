"""`groen De groep is compleet; knelpunt; maatregel`: a line of the log, about the milestone of the cursor or `1.2`."""

from collections.abc import Sequence
from typing import Any

from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.record import fields_of
from sto_tui.domain.text import clean_line, plain
from sto_tui.domain.typed_value import parse_entry
from sto_tui.planning.quick_entry.grammar import Grammar, LinePlace, LineRead

_LIGHTS = {plain(light.label): light for light in Stoplicht} | {"klaar": Stoplicht.GEREED}
_TEXTS = ("note", "obstacle", "measure")


def _read(place: LinePlace, text: str) -> LineRead:
    rest = clean_line(text)
    values: dict[str, Any] = {}
    first, _, after = rest.partition(" ")
    numbered = [one.id for one in place.dossier.of(Milestone).values() if plain(one.number) == plain(first)]
    if len(numbered) == 1 and (_light(after)[0] or "milestone" not in place.given):
        values["milestone"], rest = numbered[0], after.strip()
    elif "milestone" not in place.given:
        raise ValueError(f"Begin met het nummer van de mijlpaal, bijvoorbeeld {_examples(place)[0]}.")
    light, rest = _light(rest)
    if light:
        values["light"] = light
    texts = [clean_line(part) for part in rest.split(";", len(_TEXTS) - 1)]
    for name, part in zip(_TEXTS, texts, strict=False):
        values[name] = parse_entry(fields_of(Progress)[name], part)
    return LineRead(values)


def _light(text: str) -> tuple[Stoplicht | None, str]:
    """The stoplicht with which a text begins, and the text after it."""
    words = text.split(" ")
    for count in (2, 1):
        if light := _LIGHTS.get(plain(" ".join(words[:count])).rstrip(":,")):
            return light, " ".join(words[count:]).strip()
    return None, text


def _examples(place: LinePlace) -> Sequence[str]:
    milestones = list(place.dossier.of(Milestone).values())
    about = f"{milestones[0].number} " if milestones and "milestone" not in place.given else ""
    return [f"{about}oranje Loopt; ziekte; invallers", f"{about}groen De groep is compleet"]


LOG_LINE = Grammar(_read, _examples, "stoplicht toelichting; knelpunt; maatregel", "; ")
