"""The status of the plan, and what the texts say of it."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import long_date
from sto_tui.domain.plan import ChapterText
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.text import shortened
from sto_tui.patterns import pattern
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Found, Level, Points, check
from sto_tui.planning.checks.texts import where
from sto_tui.planning.paper_outline import COVER
from sto_tui.planning.plan_status import newest_submission, plan_status

_PAPER = r"(?:meerjaren|activiteiten)?plan|regiovisie|versie|document|stuk"
# Not what stands in this plan, nor the plan of another year.
_IN_IT = "".join(f"(?<!{word} )" for word in ("in", "van", "bij", "voor", "uit", "aan", "met", "op", "over"))
_PLAN = pattern(
    rf"\b(?:{_IN_IT}(?:dit|deze|ons|onze|het voorliggende|de voorliggende|het|de) (?:{_PAPER})\b"
    r"(?! (?:van|voor|uit|over) (?:de periode )?\d)|versie \d[\d.]*)",
    re.IGNORECASE,
)
_IS = pattern(r"\b(?:is|werd)\b", re.IGNORECASE)
_IS_OR_HAS = pattern(r"\b(?:is|werd|heeft|hebben)\b", re.IGNORECASE)
_FINAL = pattern(r"\b(?:definitief|vastgesteld)\b", re.IGNORECASE)
# `Het plan is vastgesteld`, `De stuurgroep heeft het plan vastgesteld`: in this order within one statement.
_CLAIMS = ((_PLAN, _IS, _FINAL), (_IS_OR_HAS, _PLAN, _FINAL))
_STATEMENT_END = pattern(r"[;:]|\b(?:zijn|worden|wordt|dat|die|waarin|hoe|wat)\b", re.IGNORECASE)
# `en de begroting is …`: a statement of its own, unless it goes on with who did it (`door het bestuur en de gemeente`).
_OTHER_SUBJECT = pattern(
    r"(?:,|\b(?:en|maar|want|terwijl)\b) (?=(?:ook )?(?:de|het|een|ons|onze|alle|deze|dit|elke)\b)", re.IGNORECASE
)
_VERB = pattern(r"\b(?:is|was|werd|heeft|hebben|ligt|staat|volgt|komt|gaat|moet|kan)\b", re.IGNORECASE)
_BY_WHOM = pattern(r"\b(?:door|namens|met|na|in|op)\b", re.IGNORECASE)
_NAMED_FINAL = pattern(
    rf"\b(?:(?:dit is|hier ligt|voor u ligt) (?:de|het|een|ons|onze) definitie(?:ve|f) (?:{_PAPER})\b"
    rf"|(?:dit|deze|onze) definitieve (?:{_PAPER})\b"
    rf"|^(?:(?:de|het) )?definitieve (?:{_PAPER})(?=\W*$| \d)"
    r"|^(?:status|versie) ?: (?:definitief|vastgesteld)\b)",
    re.IGNORECASE,
)
# Before the word they make it a wish, a plan or a condition.
_NOT_YET = pattern(
    r"\b(?:niet|nog|nooit|geen|pas|bijna|zodra|wanneer|nadat|voordat|totdat|tenzij|indien|zal|straks)\b|^(?:als|of)\b",
    re.IGNORECASE,
)
_SENTENCE_END = pattern(r"(?<=[.!?])\s+|\n+")
_LONGEST_QUOTE = 80


@check(Level.TIP, Place.CONCEPT, COVER)
def called_final(dossier: Dossier, today: date) -> Points:
    """A text that calls the plan final or adopted, while it is not.

    Source: opbouw van het concept, de tekst klopt met het voorblad.
    """
    status, period = plan_status(dossier), dossier.current_period
    if period and period.is_adopted:
        return
    for text in dossier.of(ChapterText).values():
        if claim := _called_final(text.text):
            yield Found(
                ref_of(text, "text"),
                f"{where(dossier, ref_of(text))} zegt ‘{shortened(claim, _LONGEST_QUOTE)}’, maar de status van het "
                f"plan is {status.label}. "
                "Pas de tekst aan, of bij 1 Overzicht, Planperioden de status of de dag van vaststelling.",
            )


def _called_final(text: str) -> str:
    """The words with which a text calls the plan final or adopted; empty when it does not."""
    for part in _SENTENCE_END.split(text):
        sentence = part.strip()
        for start, end in _claims(sentence):
            if not _NOT_YET.search(sentence, 0, end):
                return sentence[start:end]
    return ""


def _claims(sentence: str) -> Iterator[tuple[int, int]]:
    """Where a sentence first names the plan final, and where it first states that it is.

    A sentence may be as long as a text: every step goes through it once.
    """
    if named := _NAMED_FINAL.search(sentence):
        yield named.span()
    stated = (
        claim for span in _statements(sentence) for words in _CLAIMS if (claim := _in_order(words, sentence, span))
    )
    yield from islice(stated, 1)


def _in_order(words: Iterable[re.Pattern[str]], sentence: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """From the first to the last of these words when they stand one after the other; the first of each will do."""
    found: list[re.Match[str]] = []
    for word in words:
        match = word.search(sentence, found[-1].end() if found else span[0], span[1])
        if match is None:
            return None
        found.append(match)
    return found[0].start(), found[-1].end()


def _statements(sentence: str) -> Iterator[tuple[int, int]]:
    """Where the statements of a sentence begin and end."""
    for start, end in _pieces(_STATEMENT_END, sentence, 0, len(sentence)):
        begun = start
        by_whom = False
        for at, until in _pieces(_OTHER_SUBJECT, sentence, start, end):
            if at > begun and (not by_whom or _VERB.search(sentence, at, until)):
                yield begun, at
                begun, by_whom = at, False
            by_whom = by_whom or bool(_BY_WHOM.search(sentence, at, until))
        yield begun, end


def _pieces(border: re.Pattern[str], sentence: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in border.finditer(sentence, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


@check(Level.TIP, Place.OVERZICHT, COVER)
def adopted_day_without_status(dossier: Dossier, today: date) -> Points:
    """A day of adoption on a plan that is not adopted.

    Source: opbouw van het concept, het voorblad noemt de status.
    """
    for period in dossier.of(PlanPeriod).values():
        if period.adopted_on and not period.is_adopted:
            yield Found(
                ref_of(period, "plan_status"),
                f"Het plan {period.label} heeft een dag van vaststelling, maar is {period.plan_status.label}. "
                "Kies bij ‘Status van het plan’ vastgesteld, of maak de dag leeg.",
            )


@check(Level.TIP, Place.OVERZICHT, COVER)
def handed_in_as_concept(dossier: Dossier, today: date) -> Points:
    """A plan that was handed in, while its status says that it was not.

    Source: opbouw van het concept, het voorblad noemt de status.
    """
    for period in dossier.of(PlanPeriod).values():
        submission = newest_submission(dossier, period.id)
        if submission and not period.plan_status.is_handed_in:
            yield Found(
                ref_of(period, "plan_status"),
                f"Het plan {period.label} is op {long_date(submission.handed_in_on)} ingediend, maar de status van het "
                f"plan is {period.plan_status.label}. Kies bij ‘Status van het plan’ hoe ver het is.",
            )


@check(Level.WAARSCHUWING, Place.OVERZICHT, COVER)
def adopted_in_the_future(dossier: Dossier, today: date) -> Points:
    """An adopted plan whose day of adoption is still to come.

    Source: opbouw van het concept, het voorblad noemt de status.
    """
    for period in dossier.of(PlanPeriod).values():
        if period.is_adopted and period.adopted_on and period.adopted_on > today:
            yield Found(
                ref_of(period, "adopted_on"),
                f"Het plan {period.label} is vastgesteld op {long_date(period.adopted_on)}; die dag moet nog komen. "
                "Verbeter de dag, of kies een andere status.",
            )
