"""Heads that name a state and deny it or hang something on it: `Nog niet klaar`, `Gereed voor review`, `Kan af`.

What stands below these says something else than the word for the state says.
"""

import re
from functools import lru_cache
from typing import Literal

from sto_tui.domain.text import plain

Denial = Literal["niet", "voorwaarde"]
_NOT = frozenset(("niet", "not", "geen", "nooit", "zonder", "isnt", "nog"))
_CONDITIONS = (
    "voor vooraf kan kunnen mag mogen moet moeten te zou zal zullen wil willen wordt worden bijna half deels "
    "gedeeltelijk indien als mits for can could may must should to will shall almost partly partially nearly before if"
)
_UNDER_CONDITION = frozenset(_CONDITIONS.split())
# Beside these a denial is one of two answers.
_EITHER = re.compile(r"\bwel\b|\b(?:of|or) (?:niet|not)\b")
# `Onvoltooid`, `unfinished`: the word for ready with its denial in front.
_UNREADY = re.compile(
    r"(?:on|niet|non|un)-?(?:gereed|klaar|af|afgerond|voltooid|gedaan|uitgevoerd|gehaald|behaald|done|finished|"
    r"completed?|ready)"
)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@lru_cache(maxsize=1024)
def denial_of(head: str) -> Denial | None:
    """What a head does to the state that it names; None when it only names it."""
    words = _WORD.findall(plain(head).replace("'", "").replace("’", ""))
    is_denied = len(words) > 1 and bool(_NOT & {*words}) and not _EITHER.search(" ".join(words))
    if is_denied or any(map(_UNREADY.fullmatch, words)):
        return "niet"
    return "voorwaarde" if len(words) > 1 and _UNDER_CONDITION & {*words} else None
