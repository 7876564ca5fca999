"""Words that mean one of a fixed set, in Dutch and English, beside the words of the set itself."""

from collections.abc import Collection, Mapping
from functools import cache

from sto_tui.domain.evaluation import ActionStatus
from sto_tui.domain.money import CofinancingForm, CofinancingStatus, CostKind
from sto_tui.domain.parties import PartyKind, PartyStatus
from sto_tui.domain.plan import Size
from sto_tui.domain.record import Choice
from sto_tui.domain.text import plain

_WORDS: tuple[tuple[Choice, str], ...] = (
    (Size.KLEIN, "laag, lage kans, gering, k, l, low, small"),
    (Size.MIDDEL, "gemiddeld, midden, matig, m, medium, moderate"),
    (Size.GROOT, "hoog, h, g, high, large"),
    (PartyKind.VMBO, "vmbo-school"),
    (PartyKind.MBO, "roc, mbo-school, mbo-instelling"),
    (PartyKind.PO, "basisschool, basisonderwijs, primair onderwijs"),
    (PartyKind.PRO, "praktijkonderwijs"),
    (PartyKind.VSO, "voortgezet speciaal onderwijs"),
    (PartyKind.HBO, "hogeschool"),
    (PartyKind.BEDRIJF, "bedrijven, onderneming, company, business"),
    (PartyKind.BRANCHE, "branche, brancheorganisaties"),
    (PartyKind.NETWERK, "netwerk, netwerkorganisatie, network"),
    (PartyKind.GEMEENTE, "gemeenten, municipality"),
    (PartyKind.OVERIG, "overige, anders, other"),
    (PartyStatus.BEOOGD, "gepland, verwacht, intentie, intended"),
    (PartyStatus.TOEGEZEGD, "toezegging, committed"),
    (PartyStatus.GETEKEND, "ondertekend, overeenkomst, convenant, signed"),
    (PartyStatus.GESTOPT, "afgehaakt, stopped"),
    (CofinancingStatus.BEOOGD, "gepland, begroot, verwacht, intentie, intended"),
    (CofinancingStatus.TOEGEZEGD, "toezegging, committed"),
    (CofinancingStatus.GETEKEND, "ondertekend, signed"),
    (CofinancingStatus.GEREALISEERD, "geleverd, ontvangen, realised, received"),
    (CofinancingForm.GELD, "financieel, cash, money"),
    (CofinancingForm.UREN, "uur, inzet, personele inzet, hours"),
    (CofinancingForm.MATERIAAL, "materialen, materieel, apparatuur, materials"),
    (CofinancingForm.RUIMTE, "ruimten, locatie, lokaal, space"),
    (CostKind.INTERN_PERSONEEL, "intern, personeel intern, personeelskosten intern, loonkosten"),
    (CostKind.EXTERN_PERSONEEL, "extern, personeel extern, inhuur, externe inhuur"),
    (CostKind.MATERIEEL, "materiaal, materialen, materiele kosten, materials"),
    (CostKind.AFSCHRIJVING, "afschrijvingen, afschrijvingskosten, depreciation"),
    (CostKind.SCHOLING, "scholingskosten, training, professionalisering"),
    (CostKind.OVERIG, "overige, overige kosten, other"),
    (CostKind.OVERHEAD, "overheadkosten"),
    (ActionStatus.OPEN, "nee, n, no, nieuw, te doen, nog te doen, niet gestart, nog niet gestart"),
    (ActionStatus.OPEN, "false, onwaar, to do, todo, not started, new"),
    (ActionStatus.BEZIG, "in uitvoering, loopt, lopend, gestart, in behandeling, in progress, doing, started"),
    (ActionStatus.GEREED, "ja, j, yes, x, v, klaar, af, afgerond, gedaan, voltooid, afgehandeld"),
    (ActionStatus.GEREED, "true, waar, done, completed, closed, finished"),
    (ActionStatus.VERVALLEN, "geannuleerd, cancelled, canceled"),
)
# Members of two sets with the same word are equal, so a set goes with its member.
_SAME: Mapping[tuple[type[Choice], Choice], str] = {
    (type(choice), choice): ",".join(words for other, words in _WORDS if (type(other), other) == (type(choice), choice))
    for choice, _ in _WORDS
}
_TICKED = frozenset("✓✔☑☒✗✅")
_YES_NO = {"ja": True, "j": True, "yes": True, "y": True, "x": True, "waar": True, "true": True} | {
    "nee": False, "n": False, "no": False, "onwaar": False, "false": False,
}  # fmt: skip


def choice_of(word: str, choices: tuple[Choice, ...]) -> Choice | None:
    """The choice that a word means, in full; None when it is not sure."""
    key = _key("x" if word.strip() in _TICKED else word)
    own = [choice for choice in choices if key in _own_keys(type(choice), choice)]
    same = own or [choice for choice in choices if key in _other_keys(type(choice), choice)]
    return same[0] if len(same) == 1 else None


@cache
def _own_keys(kind: type[Choice], choice: Choice) -> Collection[str]:
    return frozenset((_key(choice.label), _key(choice.value)))


@cache
def _other_keys(kind: type[Choice], choice: Choice) -> Collection[str]:
    return frozenset(map(_key, _SAME.get((kind, choice), "").split(",")))


def yes_or_no(word: str) -> bool | None:
    """Whether a word says yes or no; None when it says neither."""
    return _YES_NO.get(_key(word))


def _key(word: str) -> str:
    return "".join(sign for sign in plain(word) if sign.isalnum())
