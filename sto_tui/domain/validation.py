"""Why a record does not validate, in Dutch."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from sto_tui.domain.dutch import enumerate_words, number


def problems(error: ValidationError) -> list[tuple[str, str]]:
    """Per problem the field (empty for the record as a whole) and the Dutch reason, without capital or full stop."""
    details = error.errors(include_url=False, include_input=False)
    return [(str(detail["loc"][0]) if detail["loc"] else "", _in_dutch(dict(detail))) for detail in details]


def _in_dutch(error: Mapping[str, Any]) -> str:
    context, kind = error.get("ctx") or {}, str(error["type"])
    match kind:
        case "missing":
            return "het veld ontbreekt"
        case "extra_forbidden":
            return "dit veld bestaat niet"
        case "enum":
            choices = re.findall(r"'([^']*)'", str(context["expected"]))
            return f"deze keuze bestaat niet; kies uit {enumerate_words(choices)}"
        case "string_too_long" | "too_long":
            return f"de tekst is langer dan {number(context['max_length'], 0)} tekens"
        case "greater_than_equal":
            return f"het getal is lager dan {number(context['ge'], 0)}"
        case "less_than_equal":
            return f"het getal is hoger dan {number(context['le'], 0)}"
        case "value_error":
            return str(context["error"])
    for start, sentence in (
        ("date", "dit is geen datum"),
        ("int", "dit is geen geheel getal"),
        ("float", "dit is geen getal"),
        ("finite", "dit is geen getal"),
        ("bool", "dit is geen ja of nee"),
        ("string", "dit is geen tekst"),
        ("tuple", "dit is geen lijst"),
    ):
        if kind.startswith(start):
            return sentence
    return "hier hoort iets anders te staan"
