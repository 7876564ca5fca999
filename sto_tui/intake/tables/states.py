"""How far a task is, in the words, percentages and dots of other programs, as a stoplicht. In doubt it is asked."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sto_tui.domain.milestones import Stoplicht
from sto_tui.domain.text import plain
from sto_tui.intake.tables.date_words import says_no_date

# Without a head that says so, a column holds states when it has two words for them.
WORDS_BY_CONTENT = 2

_WORDS: Mapping[Stoplicht, str] = {
    Stoplicht.NIET_GESTART: "niet gestart|nog niet gestart|niet begonnen|nog niet begonnen|te doen|open|gepland|"
    "nieuw|nog doen|nog niet|niet klaar|niet gereed|niet af|niet afgerond|niet voltooid|not done|not yet|not ready|"
    "nee|wachtend|toekomstige taak|toekomst|concept|voorstel|nog te doen|to do|todo|not started|not yet started|"
    "planned|pending|backlog|scheduled|future task|incomplete|draft|new|no|false|"
    "selected for development|upcoming|offen|nicht begonnen|geplant|a faire|non commence|por hacer|pendiente",
    Stoplicht.GROEN: "bezig|mee bezig|in uitvoering|wordt uitgevoerd|in behandeling|loopt|lopend|lopende|op schema|"
    "gestart|begonnen|onderhanden|actief|groen|in ontwikkeling|green|on track|on schedule|in progress|started|ongoing|"
    "active|wip|doing|in review|work in progress|underway|under way|in arbeit|begonnen|laufend|en cours|en curso",
    Stoplicht.ORANJE: "vertraagd|loopt achter|achter op schema|aandacht|aandacht nodig|risico op vertraging|oranje|"
    "geel|amber|yellow|orange|at risk|delayed|late|behind|behind schedule|verzogert|en retard",
    Stoplicht.ROOD: "te laat|geblokkeerd|vastgelopen|rood|red|overdue|blocked|off track|failed|stuck|gesperrt|bloque",
    Stoplicht.GEREED: "gereed|klaar|af|afgerond|voltooid|gedaan|ja|x|opgeleverd|uitgevoerd|behaald|gehaald|gesloten|"
    "afgesloten|geslaagd|done|complete|completed|finished|closed|passed|released|delivered|yes|true|resolved|"
    "approved|erledigt|fertig|abgeschlossen|termine|fait|terminado|hecho|100%|100 %|✓|✔|☑|✅|v",
}
_LIGHTS = {word: light for light, words in _WORDS.items() for word in words.split("|")}
_CANCELLED = frozenset(
    plain(words)
    for line in (
        "vervallen|vervalt|geannuleerd|geschrapt|gestopt|stopgezet|afgewezen|ingetrokken|gaat niet door",
        "niet doorgegaan|gearchiveerd|cancelled|canceled|stopped|dropped|rejected|withdrawn|wont do",
        "won’t do|will not do|abandoned|archived|obsolete",
    )
    for words in line.split("|")
)
# Neither ready nor behind: only the person knows what it is in this dossier.
_ASKED: Mapping[str, Stoplicht] = {
    plain(word): light
    for light, words in (
        (
            Stoplicht.ROOD,
            "niet uitgevoerd|niet gehaald|❌|✗|✘",
        ),
        (
            Stoplicht.ORANJE,
            "on hold|onhold|in de wacht|uitgesteld|opgeschort|gepauzeerd|geparkeerd|aangehouden|postponed|deferred|"
            "paused|waiting|wacht op anderen|wachten op iemand anders|waiting on someone else|parked|zuruckgestellt",
        ),
        (Stoplicht.GROEN, "g|n.v.t. bezig"),
        (Stoplicht.ORANJE, "o|a|y"),
        (Stoplicht.ROOD, "r"),
        (Stoplicht.NIET_GESTART, "n|⚪|⚫|grijs|wit|grey|gray|white"),
        (Stoplicht.GEREED, "ok|oke|okay|j|y/n|blauw|blue|🔵|deels gereed|gedeeltelijk afgerond|partially complete"),
    )
    for word in words.split("|")
}
_DOTS = {
    dot: light
    for dots, light in (
        ("🟢🟩", Stoplicht.GROEN),
        ("🟡🟠🟨🟧", Stoplicht.ORANJE),
        ("🔴🟥", Stoplicht.ROOD),
        ("✅", Stoplicht.GEREED),
    )
    for dot in dots
}
_YES_OR_NO = frozenset(("ja", "nee", "j", "n", "yes", "no", "y", "true", "false", "x", "waar", "onwaar"))
_EMOJI_TAIL = "\ufe0e\ufe0f"
_NUMBERED = re.compile(r"^\d+[.)]? ?[-:]? ?(?=[a-z])")
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d+)?) ?(%|procent|percent|pct)?")
_WITH_PERCENT = re.compile(r"\d ?(?:%|procent\b)", re.IGNORECASE)
_MOST_PERCENTAGES = 0.6


@dataclass(frozen=True, slots=True)
class StateWord:
    """What a word says. `asked`: a person has to say what it is here; `light` is then the proposal.

    `cancelled`: it will not be done any more, so that the row is most likely no milestone.
    """

    light: Stoplicht
    asked: bool = False
    cancelled: bool = False


@lru_cache(maxsize=20_000)
def state_of(text: str) -> StateWord | None:
    """A cell as a stoplicht; None when it is no state that is known, or says nothing."""
    words = plain(text).strip(".!:;, " + _EMOJI_TAIL).replace("_", " ")
    dots = {_DOTS[letter] for letter in words if letter in _DOTS}
    rest = "".join(letter for letter in words if letter not in _DOTS and letter not in _EMOJI_TAIL).strip(" -:|()")
    by_word = _word(rest) if rest else None
    if not dots:
        return by_word
    if len(dots) > 1:
        return None
    dot = dots.pop()
    if not rest:
        return StateWord(dot)
    # A dot beside a word that says something else: which of them counts?
    return StateWord(dot, asked=by_word is not None and by_word != StateWord(dot))


def _word(words: str) -> StateWord | None:
    for written in (words, words.replace("-", " "), _NUMBERED.sub("", words), words.removeprefix("nog ")):
        if light := _LIGHTS.get(written):
            return StateWord(light)
        if written in _CANCELLED:
            return StateWord(Stoplicht.ROOD, asked=True, cancelled=True)
        if light := _ASKED.get(written):
            return StateWord(light, asked=True)
    return None


def share_of_states(cells: Iterable[str], *, by_content: bool = False) -> float:
    """How much of what is filled is a known state, from 0 to 1.

    `by_content`, without a head that says so, needs two words other than yes and no: else a column of flags
    (`Critical`, `Summary`) would be one.
    """
    filled = [cell for cell in cells if cell and not says_no_date(cell)]
    known = [plain(cell) for cell in filled if state_of(cell)]
    if by_content and len({word for word in known if word not in _YES_OR_NO}) < WORDS_BY_CONTENT:
        return 0.0
    return len(known) / len(filled) if filled else 0.0


# Percentages.


@dataclass(frozen=True)
class Percentages:
    """A column of percentages by row, from 0 to 100; empty when it is none.

    `asked` when there are only zeros and ones: all of it, or one percent? `unclear` are texts among them, by row, of
    which most have a percentage in them: `ca. 80%`, `100% (nazorg loopt)`.
    """

    by_row: Mapping[int, float]
    asked: bool = False
    unclear: Mapping[int, str] = field(default_factory=dict)

    @property
    def told(self) -> int:
        """How many cells name a percentage, clearly or not."""
        return len(self.by_row) + sum(bool(_WITH_PERCENT.search(text)) for text in self.unclear.values())


def percentages(cells: Sequence[str]) -> Percentages:
    """The percentages of a column, whether it holds `50%`, `50` or `0.5`; nothing when it is mostly other texts."""
    read: dict[int, tuple[float, bool]] = {}
    unclear: dict[int, str] = {}
    for row, cell in enumerate(cells):
        text = plain(cell)
        if not text or says_no_date(text):
            continue
        match = _PERCENT.fullmatch(text)
        if match is None or float(match[1].replace(",", ".")) > 100:
            unclear[row] = cell
            continue
        read[row] = float(match[1].replace(",", ".")), match[2] is not None
    if unclear and not _are_percentages(read, unclear.values()):
        return Percentages({})
    bare = [number for number, signed in read.values() if not signed]
    as_fraction = bool(bare) and max(bare) <= 1 and len(bare) == len(read) and any(0 < number < 1 for number in bare)
    by_row = {row: number * 100 if as_fraction and not signed else number for row, (number, signed) in read.items()}
    asked = bool(bare) and not as_fraction and set(bare) <= {0.0, 1.0} and 1.0 in bare
    return Percentages(by_row, asked, unclear)


def _are_percentages(read: Mapping[int, tuple[float, bool]], unclear: Collection[str]) -> bool:
    """Whether cells with a sign are most of a column in which other texts are too."""
    if not read or not all(signed for _, signed in read.values()):
        return False
    with_percent = sum(bool(_WITH_PERCENT.search(text)) for text in unclear)
    return len(read) + with_percent >= _MOST_PERCENTAGES * (len(read) + len(unclear))


def light_of_percent(percent: float) -> Stoplicht | None:
    """0 is not begun and 100 is ready; what lies between says nothing of how it goes."""
    if percent <= 0:
        return Stoplicht.NIET_GESTART
    return Stoplicht.GEREED if percent >= 100 else None
