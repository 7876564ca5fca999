"""Why a record does not validate, in Dutch."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError


def problems(error: ValidationError) -> list[tuple[str, str]]:
    """Per problem the field (empty for the record as a whole) and the Dutch reason, without capital or full stop."""
    found = error.errors(include_url=False, include_input=False)
    return [(str(one["loc"][0]) if one["loc"] else "", _in_dutch(dict(one))) for one in found]


def _in_dutch(error: Mapping[str, Any]) -> str:
    context = error.get("ctx") or {}
    sentences = {
        "missing": "het veld ontbreekt",
        "extra_forbidden": "dit veld bestaat niet",
        "enum": "deze keuze bestaat niet",
        "string_too_long": f"de tekst is langer dan {context.get('max_length')} tekens",
        "too_long": f"de tekst is langer dan {context.get('max_length')} tekens",
        "greater_than_equal": f"de waarde is kleiner dan {context.get('ge')}",
        "less_than_equal": f"de waarde is groter dan {context.get('le')}",
        "value_error": str(context.get("error", "de waarde klopt niet")),
    }
    kind = str(error["type"])
    if kind in sentences:
        return sentences[kind]
    for start, sentence in (
        ("date", "dit is geen datum"),
        ("int", "dit is geen geheel getal"),
        ("float", "dit is geen getal"),
        ("finite", "dit is geen getal"),
        ("bool", "dit is geen ja of nee"),
        ("string", "dit is geen tekst"),
    ):
        if kind.startswith(start):
            return sentence
    return "de waarde heeft niet de juiste vorm"
