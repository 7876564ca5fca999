"""Dossiers made up from a seed: the sample's structure, with texts of any length and order, and parts left out."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import LINE_LIMIT, FieldSpec, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.storage.file.codec import decode, dossier_from

# Nothing refers to these, so that any part of them may be missing.
_LOOSE = ("budget", "cofinancing", "risks", "actions", "texts", "scores", "progress", "support", "veri")
_MOST_PARTIES = 40
_KEPT_AS_IS = {"number", "label", "url", "file"}


def made_up(path: Path, seed: int) -> Dossier:
    """A dossier with the structure of the one in `path`; the same seed gives the same."""
    raw = json.loads(path.read_bytes())
    chance = random.Random(seed)
    words = sorted({word for text in _texts(raw) for word in text.split() if not word.isdigit()})
    for name in _LOOSE:
        _thin_out(raw[name], chance)
    for index in range(chance.randint(0, max(0, _MOST_PARTIES - len(raw["parties"])))):
        _add_party(raw, index, chance)
    for table in TABLES.values():
        for record in raw.get(table.name, {}).values():
            _fill(record, fields_of(table.model).items(), words, chance)
    if chance.random() < 0.25:
        raw["indicators"] = {}
        for goal in raw["goals"].values():
            goal["figure"] = None
    return dossier_from(decode(json.dumps(raw).encode(), path.name), path.name)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def _thin_out(records: dict[str, Any], chance: random.Random) -> None:
    """Leaves out none, a stretch, or all."""
    keys = list(records)
    first, last = sorted(chance.randint(0, len(keys)) for _ in range(2))
    gone = chance.choice(([], keys[first:last], keys[first:last], keys))
    for key in gone:
        del records[key]


def _add_party(raw: dict[str, Any], index: int, chance: random.Random) -> None:
    model = dict(chance.choice(list(raw["parties"].values())))
    number = max(map(int, raw["parties"])) + 1
    raw["parties"][str(number)] = {**model, "name": f"{model['name']} {index + 2}", "short": ""}
    last = max(map(int, raw["veri"]), default=0)
    for step, row in enumerate(chance.sample(list(raw["milestones"]), 5), 1):
        role = {"row": f"milestones/{row}", "party": f"parties/{number}", "code": chance.choice("RIS")}
        raw["veri"][str(last + step)] = role


def _fill(record: dict[str, Any], specs: Any, words: list[str], chance: random.Random) -> None:
    """Other words in every text of a record and of its parts."""
    spec: FieldSpec
    for name, spec in specs:
        if name in _KEPT_AS_IS or not record.get(name):
            continue
        if spec.kind == "line":
            record[name] = _sentence(words, chance, chance.choice((2, 5, 12)))[: LINE_LIMIT - 1]
        elif spec.kind == "text":
            record[name] = _text(words, chance)
        elif spec.part is not None:
            for part in record[name]:
                _fill(part, fields_of(spec.part).items(), words, chance)


def _sentence(words: list[str], chance: random.Random, most: int) -> str:
    found = " ".join(chance.choices(words, k=chance.randint(1, most)))
    return (found[:1].upper() + found[1:]).strip() or "Woord"


def _text(words: list[str], chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.6:
        return _sentence(words, chance, chance.choice((8, 40, 120)))
    if kind < 0.8:
        return "\n\n".join(_sentence(words, chance, 60) for _ in range(chance.randint(2, 4)))
    return "\n".join(f"- {_sentence(words, chance, 25)}" for _ in range(chance.randint(2, 8)))
