"""A decision that is typed on the wall line by line: what, why, and where it comes back in the plan."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sto_tui.domain.change import Change, NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer, DecisionKind
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import LINE_LIMIT, TEXT_LIMIT, Choice, Ref
from sto_tui.domain.text import clean_line
from sto_tui.domain.typed_dates import parse_date
from sto_tui.domain.typed_value import too_long
from sto_tui.planning.working_days.named_days import beside_today
from sto_tui.screens.editing.decision_form import Return, decision_change

Read = Callable[[Dossier, str, date], Any]


@dataclass(frozen=True)
class Asking:
    """One line: the field that it fills, what stands before and above it, and how it is read."""

    field: str
    prompt: str
    hint: str
    read: Read


def _one_of(words: Mapping[str, Any]) -> Read:
    """The choice whose word begins with what was typed."""

    def read(dossier: Dossier, typed: str, today: date) -> Any:
        text = clean_line(typed).lower()
        fitting = [word for word in words if text and word.startswith(text)]
        if len(fitting) != 1 and text not in words:
            raise ValueError(f"Typ één van: {', '.join(words)}; de eerste letters zijn genoeg.")
        return words[text if text in words else fitting[0]]

    return read


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
        raise ValueError("Er is nog geen thema. Maak er eerst een bij 4 Plan.")
    if typed.strip() not in numbers:
        raise ValueError(f"Thema {clean_line(typed)} is er niet; kies uit {', '.join(numbers)}.")
    return numbers[typed.strip()]


def _speerpunt(dossier: Dossier, typed: str, today: date) -> int | None:
    numbers = {speerpunt.number: speerpunt.id for speerpunt in dossier.of(Speerpunt).values()}
    text = clean_line(typed)
    if text and text not in numbers:
        raise ValueError(
            f"Speerpunt {text} is er niet; typ een nummer als {next(iter(numbers), '1.1')}, of alleen enter."
        )
    return numbers.get(text)


def _existing(dossier: Dossier, typed: str, today: date) -> Ref:
    text = clean_line(typed).lower()
    places = {f"doel {goal.number}": Ref("goals", goal.id) for goal in dossier.plan_goals}
    places |= {
        milestone.number.lower(): Ref("milestones", milestone.id) for milestone in dossier.of(Milestone).values()
    }
    places |= {speerpunt.number: Ref("speerpunten", speerpunt.id) for speerpunt in dossier.of(Speerpunt).values()}
    if text not in places:
        raise ValueError("Typ het nummer van een speerpunt of mijlpaal, zoals 1.2, of doel 3.")
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
_FIRST = (
    Asking(
        "kind",
        "soort",
        "behouden, structureel maken, aanpassen, herformuleren of stoppen",
        _one_of({kind.label: kind for kind in DecisionKind}),
    ),
    Asking("text", "besluit", "wat spreken we af, enter", _text("Typ eerst wat jullie afspreken.", TEXT_LIMIT)),
    Asking("why", "waarom", "waarom, of alleen enter", _text("", TEXT_LIMIT)),
    Asking(
        "back", "komt terug als", "later, doel, speerpunt, mijlpaal, actie, bestaand (is er al) of niet", _one_of(BACK)
    ),
)


def _name(what: str) -> Asking:
    return Asking(
        "name", f"naam van {what}", f"hoe heet {what}, enter", _text(f"Typ eerst hoe {what} heet.", LINE_LIMIT)
    )


_DUE = Asking("due", "klaar op", "bijvoorbeeld 1-3-2027 of Q127, of alleen enter", _day)
_THEN: Mapping[Return, Sequence[Asking]] = {
    Return.OPEN: (),
    Return.GOAL: (_name("het doel"),),
    Return.SPEERPUNT: (
        _name("het speerpunt"),
        Asking("theme", "bij thema", "het nummer van het thema, enter", _theme),
    ),
    Return.MILESTONE: (
        _name("de mijlpaal"),
        Asking("speerpunt", "bij speerpunt", "het nummer van het speerpunt, of alleen enter", _speerpunt),
        _DUE,
    ),
    Return.ACTION: (
        _name("de actie"),
        Asking("owner", "eigenaar", "wie het doet, of alleen enter", _text("", LINE_LIMIT)),
        _DUE,
    ),
    Return.EXISTING: (Asking("existing", "nummer", "van een speerpunt of mijlpaal, zoals 1.2, of doel 3", _existing),),
    Return.NOT: (Asking("why_not", "waarom niet", "waarom niet, enter", _text("Typ waarom niet.", TEXT_LIMIT)),),
}


@dataclass(frozen=True)
class Deciding:
    """The lines of a decision that have been typed, and so which one is asked now."""

    lines: tuple[str, ...] = ()

    def typed(self, dossier: Dossier, today: date) -> dict[str, Any]:
        """What the lines say, by field. Raises ValueError when one of them no longer fits the dossier."""
        values: dict[str, Any] = {}
        for line in self.lines:
            step = _steps(values)[len(values)]
            values[step.field] = step.read(dossier, line, today)
        return values

    def told(self, dossier: Dossier, today: date) -> list[str]:
        """What the lines say, in words: `aan` is `aanpassen`."""
        values = self.typed(dossier, today)
        return [
            value.label if isinstance(value, Choice) else line
            for line, value in zip(self.lines, values.values(), strict=True)
            if line
        ]

    def step(self, dossier: Dossier, today: date) -> Asking | None:
        """What is asked now; None when all is known."""
        values = self.typed(dossier, today)
        steps = _steps(values)
        return steps[len(values)] if len(values) < len(steps) else None

    def how_many(self, dossier: Dossier, today: date) -> tuple[int, int]:
        """Of how many lines the decision is, at the fewest and at the most."""
        values = self.typed(dossier, today)
        ways = [values["back"]] if "back" in values else list(_THEN)
        many = [len(_FIRST) + len(_THEN[way]) for way in ways]
        return min(many), max(many)

    def change(self, dossier: Dossier, answer: Answer, today: date) -> Change:
        """The change of a decision of which all is known. Raises ValueError with a Dutch sentence."""
        try:
            return decision_change(dossier, answer, self.typed(dossier, today), today)
        except NotSavedError as error:
            raise ValueError(str(error)) from error


def _steps(values: Mapping[str, Any]) -> Sequence[Asking]:
    return (*_FIRST, *_THEN[values["back"]]) if "back" in values else _FIRST
