"""The form of a decision about an answer: what is decided, why, and where it comes back in the plan."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Annotated, Any

from sto_tui.domain.change import Change, NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital
from sto_tui.domain.evaluation import Action, Answer, Decision, DecisionKind
from sto_tui.domain.level_words import in_own_words, own_fields
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Goal, Speerpunt, Theme
from sto_tui.domain.record import Choice, EndDay, Line, Part, Record, Ref, Text, field, fields_of, refers_to
from sto_tui.domain.tables import TABLES
from sto_tui.planning.beginnings import beginning
from sto_tui.planning.evaluation.results import decide


class Return(Choice):
    """How a decision comes back in the plan."""

    OPEN = "open", "nog te bepalen"
    GOAL = "goal", "nieuw doel"
    SPEERPUNT = "speerpunt", "nieuw speerpunt"
    MILESTONE = "milestone", "nieuwe mijlpaal"
    ACTION = "action", "nieuwe actie"
    EXISTING = "existing", "iets dat er al is"
    NOT = "not", "niet in het plan"


class DecisionEntry(Part):
    """What is asked; the lower fields only matter for one way of coming back."""

    kind: DecisionKind = field("Soort")
    text: Text = field("Besluit")
    why: Text = field("Waarom", default="")
    back: Return = field("Komt terug als", default=Return.OPEN)
    name: Line = field("Naam van het nieuwe", "Hoe het nieuwe heet.", default="")
    theme: Annotated[int | None, refers_to("themes")] = field("Thema", "Waar het nieuwe onder valt.", default=None)
    speerpunt: Annotated[int | None, refers_to("speerpunten")] = field(
        "Speerpunt", "Voor een nieuwe mijlpaal.", default=None
    )
    owner: Line = field("Eigenaar", "Voor een actie: één persoon of functie.", default="")
    due: EndDay | None = field("Klaar op", "Voor een mijlpaal of actie.", default=None)
    existing: Annotated[Ref | None, refers_to("goals", "themes", "speerpunten", "milestones")] = field(
        "Wat er al is", "Iets uit het plan, of een actie.", default=None
    )
    why_not: Text = field("Waarom niet", "Voor wat niet in het plan komt.", default="")


def entry_for(dossier: Dossier, answer: Answer) -> Mapping[str, Any]:
    """What can be filled in beforehand."""
    about = answer.about
    record = dossier.get(about) if about else None
    theme = record.theme if isinstance(record, Speerpunt) else None
    speerpunt = record.id if isinstance(record, Speerpunt) else None
    return {"why": answer.cause, "theme": theme, "speerpunt": speerpunt, "existing": about}


def decision_change(dossier: Dossier, answer: Answer, typed: Mapping[str, Any], today: date) -> Change:
    """The change for what was typed. Raises NotSavedError with a Dutch sentence, or pydantic.ValidationError."""
    entry = DecisionEntry.model_validate(dict(typed))
    becomes: Record | Ref | None = None
    if entry.back is Return.EXISTING:
        if entry.existing is None:
            raise NotSavedError("Kies bij ‘Wat er al is’ waar dit besluit terugkomt.")
        becomes = entry.existing
    elif entry.back is Return.NOT:
        if not entry.why_not.strip():
            raise NotSavedError("Vul in waarom dit besluit niet in het plan komt.")
    elif entry.back is not Return.OPEN:
        becomes = _new_record(dossier, entry)
    _refuse_unused(dossier, entry)
    return decide(dossier, answer, entry.kind, entry.text, entry.why, today, becomes, entry.why_not)


_USED_FOR: Mapping[str, Collection[Return]] = {
    "name": (Return.GOAL, Return.SPEERPUNT, Return.MILESTONE, Return.ACTION),
    "owner": (Return.ACTION,),
    "due": (Return.MILESTONE, Return.ACTION),
    "why_not": (Return.NOT,),
}


def _refuse_unused(dossier: Dossier, entry: DecisionEntry) -> None:
    """What was typed for another way of coming back would be lost without a word. Raises NotSavedError."""
    for name, ways in _USED_FOR.items():
        if getattr(entry, name) and entry.back not in ways:
            label = own_fields(DecisionEntry, dossier.region)[name].label
            back = in_own_words(entry.back.label, dossier.region)
            raise NotSavedError(
                f"Bij ‘{label}’ staat iets, maar ‘Komt terug als’ is ‘{back}’. "
                f"Kies wat erbij past, of maak ‘{label}’ leeg."
            )


_LABELS = {
    Return.GOAL: "Naam van het nieuwe doel",
    Return.SPEERPUNT: "Naam van het nieuwe speerpunt",
    Return.MILESTONE: "Naam van de nieuwe mijlpaal",
    Return.ACTION: "Naam van de nieuwe actie",
}


def labels_for(dossier: Dossier, typed: Mapping[str, Any]) -> Mapping[str, str]:
    """The label of the name says what it names, once that is chosen."""
    back, word = Return(typed["back"]), dossier.word_of("speerpunten")
    if back is Return.SPEERPUNT and word != TABLES["speerpunten"].singular:
        return {"name": f"Naam (nieuw: {word})"}
    return {"name": _LABELS.get(back, fields_of(DecisionEntry)["name"].label)}


def _new_record(dossier: Dossier, entry: DecisionEntry) -> Record:
    name = entry.name.strip()
    if not name:
        label = labels_for(dossier, {"back": entry.back})["name"]
        raise NotSavedError(f"Vul bij ‘{label}’ in hoe het heet.")
    if entry.back is Return.GOAL:
        return Goal(number=max((goal.number for goal in dossier.plan_goals), default=0) + 1, text=name)
    if entry.back is Return.ACTION:
        return Action(text=name, owner=entry.owner, due=entry.due)
    if entry.back is Return.MILESTONE:
        given = {"speerpunt": entry.speerpunt} if entry.speerpunt else {}
        number = beginning(dossier, Milestone, given).get("number") or _free_number(dossier)
        return Milestone(number=number, title=name, due=entry.due, speerpunt=entry.speerpunt)
    theme = dossier.of(Theme).get(entry.theme or 0)
    if theme is None:
        raise NotSavedError(f"Kies bij ‘{in_own_words('Thema', dossier.region)}’ waar het nieuwe onder valt.")
    used = {speerpunt.number for speerpunt in dossier.speerpunten_of(theme.id)}
    number = next(f"{theme.number}.{place}" for place in range(1, 1000) if f"{theme.number}.{place}" not in used)
    return Speerpunt(theme=theme.id, number=number, title=name)


def _free_number(dossier: Dossier) -> str:
    """A number that no milestone has: those that come from the evaluation stand together until they get a place."""
    used = {milestone.number for milestone in dossier.of(Milestone).values()}
    return next(f"E{place}" for place in range(1, 10_000) if f"E{place}" not in used)


def what_was_made(dossier: Dossier, answer_id: int) -> str:
    """What a decision that was just taken about an answer made, by name."""
    answer = dossier.of(Answer).get(answer_id)
    decision = dossier.of(Decision).get(answer.decision or 0) if answer else None
    names = [capital(dossier.name(ref)) for ref in decision.becomes] if decision else []
    return f"Besluit vastgelegd. Komt terug in: {', '.join(names)}." if names else "Besluit vastgelegd."
