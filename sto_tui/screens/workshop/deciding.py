"""A decision that is typed on the wall line by line: what, why, and where it comes back in the plan."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from sto_tui.domain.change import Change, NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital
from sto_tui.domain.evaluation import Answer, DecisionKind
from sto_tui.domain.level_words import in_own_words
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import LINE_LIMIT, TEXT_LIMIT, Choice, Ref
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import clean_line
from sto_tui.domain.typed_dates import parse_date
from sto_tui.domain.typed_value import too_long
from sto_tui.planning.working_days.named_days import beside_today
from sto_tui.screens.editing.decision_form import Return, decision_change

Read = Callable[[Dossier, str, date], Any]
C = TypeVar("C")


@dataclass(frozen=True)
class Asking:
    """One line: the field that it fills, what stands before and above it, and how it is read."""

    field: str
    prompt: str
    hint: str
    read: Read


def _kind(dossier: Dossier, typed: str, today: date) -> DecisionKind:
    return _one_of({kind.label: kind for kind in DecisionKind}, typed)


def _back(dossier: Dossier, typed: str, today: date) -> Return:
    """The general word for a speerpunt is known beside the region's own."""
    words = _ways_back(dossier)
    return BACK[text] if (text := clean_line(typed).lower()) in BACK and text not in words else _one_of(words, typed)


def _one_of(words: Mapping[str, C], typed: str) -> C:
    """The choice whose word begins with what was typed."""
    text = clean_line(typed).lower()
    fitting = [word for word in words if text and word.startswith(text)]
    if len(fitting) != 1 and text not in words:
        raise ValueError(f"Typ één van: {', '.join(words)}; de eerste letters zijn genoeg.")
    return words[text if text in words else fitting[0]]


def _text(lacking: str, limit: int) -> Read:
    """What was typed; when it may not be empty, what is `lacking`."""

    def read(dossier: Dossier, typed: str, today: date) -> str:
        text = clean_line(typed)
        if lacking and not text:
            raise ValueError(lacking)
        if len(text) > limit:
            raise ValueError(too_long(text, limit))
        return text

    return read


def _day(dossier: Dossier, typed: str, today: date) -> date | None:
    return parse_date(clean_line(typed), "end", beside_today(dossier, today)) if typed.strip() else None


def _theme(dossier: Dossier, typed: str, today: date) -> int:
    numbers = {str(theme.number): theme.id for theme in dossier.of(Theme).values()}
    if not numbers:
        raise ValueError(f"Er is nog geen {dossier.word_of('themes')}. Maak er eerst een bij 4 Plan.")
    if typed.strip() not in numbers:
        word = capital(dossier.word_of("themes"))
        raise ValueError(f"{word} {clean_line(typed)} is er niet; kies uit {', '.join(numbers)}.")
    return numbers[typed.strip()]


def _speerpunt(dossier: Dossier, typed: str, today: date) -> int | None:
    numbers = {speerpunt.number: speerpunt.id for speerpunt in dossier.of(Speerpunt).values()}
    text = clean_line(typed)
    if text and text not in numbers:
        word, like = capital(dossier.word_of("speerpunten")), next(iter(numbers), "1.1")
        raise ValueError(f"{word} {text} is er niet; typ een nummer als {like}, of alleen enter.")
    return numbers.get(text)


_OF_WHAT_IS = "van een {speerpunt} of mijlpaal, zoals 1.2, of doel 3"


def _existing(dossier: Dossier, typed: str, today: date) -> Ref:
    text = clean_line(typed).lower()
    places = {f"doel {goal.number}": Ref("goals", goal.id) for goal in dossier.plan_goals}
    places |= {
        milestone.number.lower(): Ref("milestones", milestone.id) for milestone in dossier.of(Milestone).values()
    }
    places |= {speerpunt.number: Ref("speerpunten", speerpunt.id) for speerpunt in dossier.of(Speerpunt).values()}
    if text not in places:
        raise ValueError(f"Typ het nummer {_OF_WHAT_IS.format(speerpunt=dossier.word_of('speerpunten'))}.")
    return places[text]


BACK = {
    "later": Return.OPEN,
    "doel": Return.GOAL,
    "speerpunt": Return.SPEERPUNT,
    "mijlpaal": Return.MILESTONE,
    "actie": Return.ACTION,
    "bestaand": Return.EXISTING,
    "niet": Return.NOT,
}


def _ways_back(dossier: Dossier) -> Mapping[str, Return]:
    """What can be typed, with the region's own word for a speerpunt unless that means another thing here."""
    own = dossier.word_of("speerpunten").lower()
    return {own if way is Return.SPEERPUNT and own not in BACK else word: way for word, way in BACK.items()}


def _first(dossier: Dossier) -> Sequence[Asking]:
    ways = ", ".join(f"{word} (is er al)" if word == "bestaand" else word for word in _ways_back(dossier))
    return (
        Asking("kind", "soort", "behouden, structureel maken, aanpassen, herformuleren of stoppen", _kind),
        Asking("text", "besluit", "wat spreken we af, enter", _text("Typ eerst wat jullie afspreken.", TEXT_LIMIT)),
        Asking("why", "waarom", "waarom, of alleen enter", _text("", TEXT_LIMIT)),
        Asking("back", "komt terug als", " of ".join(ways.rsplit(", ", 1)), _back),
    )


def _name(what: str) -> Asking:
    return Asking(
        "name", f"naam van {what}", f"hoe heet {what}, enter", _text(f"Typ eerst hoe {what} heet.", LINE_LIMIT)
    )


def _name_of_speerpunt(dossier: Dossier) -> Asking:
    """The article of an own word is not known."""
    if (own := dossier.word_of("speerpunten")) == TABLES["speerpunten"].singular:
        return _name("het speerpunt")
    return Asking("name", f"nieuw: {own}", "hoe heet dat, enter", _text("Typ eerst hoe het heet.", LINE_LIMIT))


_DUE = Asking("due", "klaar op", "bijvoorbeeld 1-3-2027 of Q127, of alleen enter", _day)
_WAYS: Mapping[Return, Sequence[Asking]] = {
    Return.OPEN: (),
    Return.GOAL: (_name("het doel"),),
    Return.ACTION: (
        _name("de actie"),
        Asking("owner", "eigenaar", "wie het doet, of alleen enter", _text("", LINE_LIMIT)),
        _DUE,
    ),
    Return.NOT: (Asking("why_not", "waarom niet", "waarom niet, enter", _text("Typ waarom niet.", TEXT_LIMIT)),),
}
"""What is asked of each way of coming back in which no level is named."""


def _then(dossier: Dossier, way: Return) -> Sequence[Asking]:
    theme, speerpunt = dossier.word_of("themes"), dossier.word_of("speerpunten")
    if way is Return.SPEERPUNT:
        return (
            _name_of_speerpunt(dossier),
            Asking("theme", f"bij {theme}", "het nummer daarvan, enter", _theme),
        )
    if way is Return.MILESTONE:
        below = Asking("speerpunt", f"bij {speerpunt}", "het nummer daarvan, of alleen enter", _speerpunt)
        return _name("de mijlpaal"), below, _DUE
    if way is Return.EXISTING:
        return (Asking("existing", "nummer", _OF_WHAT_IS.format(speerpunt=speerpunt), _existing),)
    return _WAYS[way]


@dataclass(frozen=True)
class Deciding:
    """The lines of a decision that have been typed, and so which one is asked now."""

    lines: tuple[str, ...] = ()

    def typed(self, dossier: Dossier, today: date) -> dict[str, Any]:
        """What the lines say, by field. Raises ValueError when one of them no longer fits the dossier."""
        values: dict[str, Any] = {}
        for line in self.lines:
            step = _steps(dossier, values)[len(values)]
            values[step.field] = step.read(dossier, line, today)
        return values

    def told(self, dossier: Dossier, today: date) -> list[str]:
        """What the lines say, in words: `aan` is `aanpassen`."""
        values = self.typed(dossier, today)
        return [
            in_own_words(value.label, dossier.region) if isinstance(value, Choice) else line
            for line, value in zip(self.lines, values.values(), strict=True)
            if line
        ]

    def step(self, dossier: Dossier, today: date) -> Asking | None:
        """What is asked now; None when all is known."""
        values = self.typed(dossier, today)
        steps = _steps(dossier, values)
        return steps[len(values)] if len(values) < len(steps) else None

    def how_many(self, dossier: Dossier, today: date) -> tuple[int, int]:
        """Of how many lines the decision is, at the fewest and at the most."""
        values = self.typed(dossier, today)
        ways = [values["back"]] if "back" in values else list(Return)
        many = [len(_first(dossier)) + len(_then(dossier, way)) for way in ways]
        return min(many), max(many)

    def change(self, dossier: Dossier, answer: Answer, today: date) -> Change:
        """The change of a decision of which all is known. Raises ValueError with a Dutch sentence."""
        try:
            return decision_change(dossier, answer, self.typed(dossier, today), today)
        except NotSavedError as error:
            raise ValueError(str(error)) from error


def _steps(dossier: Dossier, values: Mapping[str, Any]) -> Sequence[Asking]:
    first = _first(dossier)
    return (*first, *_then(dossier, values["back"])) if "back" in values else first
