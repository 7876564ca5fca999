"""Which lines where partners stand name no partner, and which items behind `Partners: ROC Noord` may be acts."""

import re
from collections.abc import Sequence

from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.blocks import Paragraph
from sto_tui.intake.plan_document.ditto import has_ditto
from sto_tui.intake.plan_document.no_words import AMOUNT
from sto_tui.intake.plan_document.partners import name_before_role, names_parties_or_people
from sto_tui.intake.plan_document.pieces import lines_in, without_stop
from sto_tui.intake.plan_document.plan_words import NO_PARTY

_LONGEST = 200
_ELSEWHERE = re.compile(
    r"zie (?:ook )?(?:de |het )?(?:bijlage|hoofdstuk|paragraaf|tabel|overzicht|onder|speerpunt)", re.I
)
# Among partners `Penvoerder: ROC Noord` names one; these name none.
_BESIDE = re.compile(rf"(?:{NO_PARTY})\s*:\s*\S")
# Of a partner what it puts in stands behind the colon, and none is called `Samenwerking` or `Aanspreekpunt`.
_OTHER_LABEL = re.compile(
    r"(?!stichting|vereniging|werkgroep|kerngroep|projectgroep|stuurgroep)"
    r"[a-z]+(?:ing|punt|houder|atie|heid|groep|kader|wijze|risico(?:'s)?|plan)\s*:\s*\S"
)

# `Bus kopen`, `We kopen een bus`, `Bus (2027)`: what is done, or when.
_VERB = re.compile(r"(?:^|.* )(?!\w*(?:ing|heid|hed|jonger|kinder|fonds|leerkracht|coach)en$)[a-z]\w*en", re.DOTALL)
_SAYS_ACT = re.compile(r"\b(?:wordt|worden|gaat|gaan)\b|\b20[2-9]\d\b|\b(?:voor|na)jaar\b|\bkwartaal\b|\bq[1-4]\b")
# `Wij Techniek` is a name.
_WE = re.compile(r"(?:[Ww]e|[Ww]ij) [a-z]")
# `Excursie naar Philips`: the name in it is not what it is about.
_ABOUT = re.compile(r"^\w+ (?:naar|bij|met|voor|aan|over|op|tijdens|door)\b", re.IGNORECASE)
_MAY_BE_ACT = re.compile(
    r"[a-z].*|(?:.*\s)?\w*(?:ing|tie|dag|week|les|en|bezoek|excursie|stage|workshop|start|pilot|campagne|cursus)",
    re.DOTALL,
)

_NAMES_PARTY = re.compile(
    r"(?:vereniging|stichting|instelling|onderneming|bedrijf|bedrijven|school|scholen|college|gemeente|centrum)"
    r"(?:en|s)?\b|\b(?:v?mbo|roc|po|vo)\b"
)
_LEADS_ON = re.compile(
    r"(?:^|.*\W)(?:o\.?[am]\.?|onder (?:andere|meer)|waaronder|zoals|namelijk|te weten|en|volgende(?: \w+)?)\W*|"
    r".*[:,;(]\s*",
    re.DOTALL,
)


def is_complete(partners: str) -> bool:
    """Whether the words behind `Partners` name them, and do not lead on to a list as `o.a.` does."""
    return bool(partners) and _LEADS_ON.fullmatch(plain(partners)) is None


def partners_and_acts(items: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """The items of a list behind a line that has its partners, as more of these and as what may be acts.

    All may be acts where half of them look so.
    """
    texts = [" ".join(lines_in((item,))) for item in items]
    like = [_says_act(text) or _may_be_act(text) for text in texts]
    if 2 * sum(like) >= len(like):
        return [], [*items]
    acts = [item for item, text in zip(items, texts, strict=True) if _says_act(text)]
    return [item for item in items if item not in acts], acts


def _says_act(text: str) -> bool:
    name = without_stop(name_before_role(text))
    is_verb = _VERB.fullmatch(name) is not None and not names_parties_or_people(name.split()[-1])
    return is_verb or (_WE.match(text) or _SAYS_ACT.search(plain(text))) is not None


def _may_be_act(text: str) -> bool:
    name = without_stop(name_before_role(text))
    is_named = (names_parties_or_people(name) or _NAMES_PARTY.search(plain(name))) and not _ABOUT.match(name)
    return not is_named and (_ABOUT.match(name) is not None or _MAY_BE_ACT.fullmatch(name) is not None)


def why_no_partner(line: str, no_field: str) -> tuple[str, str] | None:
    """What to tell of a line that names no partner, and why; `no_field` is the reason for other labels."""
    if len(line) > _LONGEST:
        return line, "dit is te lang voor een partner"
    if has_ditto(line):
        return f"partner: {line}", "wie hiermee is bedoeld, staat er niet boven"
    if _ELSEWHERE.match(line):
        return f"partner: {line}", "het staat op een andere plek"
    if _BESIDE.match(plain(line)) or _OTHER_LABEL.match(plain(line)):
        return line, no_field
    if AMOUNT.fullmatch(line):
        return line, "dit is een getal, geen partner"
    return None
