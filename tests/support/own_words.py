"""A sample whose region has words of its own for its levels, and in no text of its own the general ones."""

import json
import re
from pathlib import Path
from typing import Any

from tests.support.golden_texts import GoldenSample

OWN = {
    "above_name": "Stamlijn",
    "theme_name": "Gouden draad",
    "theme_plural": "Gouden draden",
    "speerpunt_name": "Klusdeel",
    "speerpunt_plural": "Klusdelen",
}
# Not in an address or file name.
GENERAL = re.compile(r"(?<![\w/])(thema|speerpunt|programmalijn)(?!\w*/)", re.IGNORECASE)
# What the national programme says and the regulation calls so, whatever a region does.
_OF_OTHERS = (
    "per regio en per thema",
    "over één thema of één activiteit",
    "thematisch",
    "Maatschappelijke thema’s",
)
_SOURCE = re.compile(r"bron: .*")


def in_own_words(sample: GoldenSample, folder: Path) -> GoldenSample:
    """The sample with the own words; what a region itself wrote of a thema says something else."""
    contents = _without_general(json.loads(sample.path.read_bytes()))
    contents["region"]["1"].update(OWN)
    path = folder / "eigen" / sample.file
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(contents), encoding="utf-8")
    return GoldenSample(sample.name, str(path), sample.now, sample.party)


def with_general_words(text: str) -> list[str]:
    """The lines that say thema or speerpunt for a level of this region."""
    lines = []
    for line in text.splitlines():
        bare = _SOURCE.sub("", line)
        for words in _OF_OTHERS:
            bare = bare.replace(words, "")
        lines += [line] * bool(GENERAL.search(bare))
    return lines


def _without_general(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_general(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_without_general(each) for each in value]
    # One word may be a choice, such as the kind of a question to the national team.
    return GENERAL.sub("zaak", value) if isinstance(value, str) and " " in value else value
