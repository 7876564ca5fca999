"""`2: Ouders kwamen mee`: an answer of table 2, read as in a workshop; `2: 4` is the score of table 2."""

import re
from collections.abc import Sequence
from typing import Any

from sto_tui.domain.evaluation import Answer, Score
from sto_tui.domain.record import fields_of
from sto_tui.domain.typed_value import parse_entry
from sto_tui.planning.evaluation.results import parse_entry_line
from sto_tui.planning.quick_entry.grammar import Grammar, LinePlace, LineRead

_PER_TABLE = re.compile(r"\d{1,2}\s*:")


def _table_and_rest(text: str) -> tuple[dict[str, Any], str]:
    table, rest = parse_entry_line(text, None)
    return ({"table": table} if table else {}), rest


def _read_answer(place: LinePlace, text: str) -> LineRead:
    values, rest = _table_and_rest(text)
    return LineRead({**values, "text": parse_entry(fields_of(Answer)["text"], rest)})


def _read_score(place: LinePlace, text: str) -> LineRead:
    values, rest = _table_and_rest(text)
    if _PER_TABLE.search(rest):
        raise ValueError("Typ één score per regel, bijvoorbeeld 2: 4.")
    return LineRead({**values, "value": parse_entry(fields_of(Score)["value"], rest)})


def _answers(place: LinePlace) -> Sequence[str]:
    return ["2: Ouders kwamen mee", "2: Ouders mee"]


def _scores(place: LinePlace) -> Sequence[str]:
    return ["2: 4", "4"]


ANSWER = Grammar(_read_answer, _answers, "tafel: tekst")
SCORE = Grammar(_read_score, _scores, "tafel: score van 1 tot 5")
