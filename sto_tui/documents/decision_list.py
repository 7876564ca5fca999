"""The list of decisions and actions of an evaluation: its lines, its open points, and the whole as Markdown."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import count, enumerate_words, long_date, short_date
from sto_tui.domain.evaluation import Action, Answer, Decision, Meeting
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.record import Ref
from sto_tui.domain.region_words import after_label, region_in_words
from sto_tui.domain.steering import Resolution
from sto_tui.domain.text import clean_line, cut
from sto_tui.frozen import frozen
from sto_tui.planning.evaluation.looking_back import (
    action_numbers,
    comes_back_nowhere,
    nothing_decided,
    of_which_plan,
    returns_in,
)
from sto_tui.planning.evaluation.results import shown_answers

UNDECIDED, NOT_APPLICABLE = "nog te bepalen", "–"
NO_DECISIONS = "Er zijn nog geen besluiten vastgelegd."
NO_ACTIONS = "Er zijn nog geen acties vastgelegd."
NO_OPEN_POINTS = "Er zijn geen open punten."
MOST_NAMES = 6
_LONGEST_NAME, _LONGEST_POINT = 70, 300
# What Markdown, its tables and mathematics, or HTML read as markup anywhere in a line.
_MARKUP = re.compile(r"[\\`*_\[\]<>#|~$]|&(?=#?\w+;)")


@frozen
class DecisionLine:
    """A decision as the list shows it; `comes_back` names the parts of the plan, or says why there are none."""

    number: str
    text: str
    kind: str
    why: str
    when: str
    comes_back: tuple[str, ...]
    from_answers: str


@frozen
class ActionLine:
    """An action as the list shows it; `from_decision` is the number of its decision."""

    number: str
    text: str
    owner: str
    due: str
    status: str
    postponed: str
    from_decision: str


@frozen
class OpenPoint:
    """Something that is still to be settled: the heading it stands under, the sentence, and where it is."""

    heading: str
    text: str
    ref: Ref


def list_title(dossier: Dossier) -> str:
    """`Besluiten en acties regio Veenderwaard`."""
    return f"Besluiten en acties {region_in_words(dossier.region)}"


def decision_lines(dossier: Dossier) -> list[DecisionLine]:
    """All decisions, numbered B1, B2 as in chapter 2 of the draft."""
    return [
        DecisionLine(
            f"B{index}",
            decision.text,
            decision.kind.label,
            decision.why,
            short_date(decision.date) if decision.date else NOT_APPLICABLE,
            _comes_back(dossier, decision),
            _from_answers(dossier.answers_of_decision(decision.id)),
        )
        for index, decision in enumerate(dossier.of(Decision).values(), 1)
    ]


def action_lines(dossier: Dossier) -> list[ActionLine]:
    """All actions, numbered A1, A2; who and when are only missed while there is something to do.

    An action of the stuurgroep follows from a decision with a number of its own: 2027-3.
    """
    numbers = {decision: f"B{index}" for index, decision in enumerate(dossier.of(Decision), 1)}
    of_stuurgroep = {number: resolution.number for number, resolution in dossier.of(Resolution).items()}
    lines = []
    named = action_numbers(dossier)
    for action in dossier.of(Action).values():
        missing = UNDECIDED if action.status.waits else NOT_APPLICABLE
        lines.append(
            ActionLine(
                named[action.id],
                action.text,
                action.owner or missing,
                short_date(action.due) if action.due else missing,
                action.status.label,
                f"{action.postponed} keer" if action.postponed else NOT_APPLICABLE,
                numbers.get(action.decision or 0) or of_stuurgroep.get(action.resolution or 0) or NOT_APPLICABLE,
            )
        )
    return lines


def open_points(dossier: Dossier) -> list[OpenPoint]:
    """Answers with votes but no decision, decisions that come back nowhere, actions without owner or date."""
    return [*_undecided_answers(dossier), *_loose_decisions(dossier), *_loose_actions(dossier)]


def held(dossier: Dossier, today: date) -> list[Meeting]:
    """The meetings up to and including today, oldest first; one without a date counts when it brought answers."""
    answered = {answer.session for answer in dossier.of(Answer).values()}
    sessions = [
        meeting
        for meeting in dossier.of(Meeting).values()
        if (meeting.date <= today if meeting.date else meeting.id in answered)
    ]
    return sorted(sessions, key=lambda meeting: (meeting.date or today, meeting.id))


def about(dossier: Dossier, today: date) -> list[tuple[str, list[str]]]:
    """What the list is about: labels with one or more lines each."""
    region, period = dossier.region, dossier.current_period
    meetings = [
        f"{long_date(meeting.date)}: {meeting.title}" if meeting.date else meeting.title
        for meeting in held(dossier, today)
    ]
    present = [
        (f"{long_date(meeting.date)}: " if meeting.date and len(meetings) > 1 else "") + there
        for meeting in held(dossier, today)
        if (there := _who_came(dossier, meeting))
    ]
    totals = [
        count(len(dossier.of(Decision)), "besluit", "besluiten"),
        count(len(dossier.of(Action)), "actie", "acties"),
        count(len(open_points(dossier)), "open punt", "open punten"),
    ]
    lines = [
        ("Regio", [after_label(region)]),
        ("Penvoerder", [region.lead_school] if region.lead_school else []),
        ("Planperiode", [period.label] if period else []),
        ("Bijeenkomst" if len(meetings) == 1 else "Bijeenkomsten", meetings),
        ("Aanwezig", present),
        ("Stand van", [long_date(today)]),
        ("In deze lijst", [enumerate_words(totals)]),
    ]
    return [(label, texts) for label, texts in lines if texts]


def _who_came(dossier: Dossier, meeting: Meeting) -> str:
    """What was written of who was there, and the parties by name."""
    parties = enumerate_words([dossier.caption(Ref("parties", party)) for party in meeting.present])
    return ". ".join(filter(None, (meeting.attendees.rstrip("."), parties and f"Partijen: {parties}")))


def markdown(dossier: Dossier, title: str, today: date) -> str:
    """The list as Markdown with pipe tables; nothing that people typed can become markup."""
    blocks = [f"# {inert(title)}", _bullets(about(dossier, today))]
    decisions, actions, points = decision_lines(dossier), action_lines(dossier), open_points(dossier)
    if not decisions and not actions:
        blocks.append(nothing_decided(dossier))
    else:
        blocks += ["## Besluiten", _decision_table(decisions) if decisions else NO_DECISIONS]
        blocks += ["## Acties", _action_table(actions) if actions else NO_ACTIONS]
    if points or decisions or actions:
        blocks.append("## Open punten")
        blocks += [] if points else [NO_OPEN_POINTS]
    for heading in dict.fromkeys(point.heading for point in points):
        bullets = [f"- {inert(point.text)}" for point in points if point.heading == heading]
        blocks += [f"### {heading}", "\n".join(bullets)]
    return "\n\n".join(blocks) + "\n"


def inert(text: str) -> str:
    """Text on one line, with a backslash before everything that Markdown would act on."""
    return _MARKUP.sub(r"\\\g<0>", clean_line(text))


def _comes_back(dossier: Dossier, decision: Decision) -> tuple[str, ...]:
    numbers = action_numbers(dossier)
    names = []
    for ref in returns_in(dossier, decision):
        number = numbers.get(ref.id, "") if ref.table == "actions" else ""
        kind = word_of_table(dossier.region, ref.table).singular
        name = " ".join(filter(None, (kind, number, dossier.caption(ref))))
        names.append(f"{_short(name)}{of_which_plan(dossier, ref)}")
    if len(names) > MOST_NAMES:
        names[MOST_NAMES:] = [f"en nog {len(names) - MOST_NAMES}"]
    if comes_back_nowhere(dossier, decision):
        return (UNDECIDED,)
    return tuple(names) or (f"niet in het plan: {decision.why_not}",)


def _from_answers(answers: Sequence[Answer]) -> str:
    if not answers:
        return ""
    votes = sum(answer.votes for answer in answers)
    return count(len(answers), "antwoord", "antwoorden") + (f", {_votes(votes)}" if votes else "")


def _votes(votes: int) -> str:
    return count(votes, "stem", "stemmen")


def _short(name: str) -> str:
    """A name of at most so many characters, cut between words when there are any."""
    line = clean_line(name)
    if len(line) <= _LONGEST_NAME:
        return line
    beginning = line[: _LONGEST_NAME - 1]
    words = beginning.rpartition(" ")[0]
    return f"{words if len(words) > _LONGEST_NAME // 2 else beginning}…"


def _undecided_answers(dossier: Dossier) -> Iterator[OpenPoint]:
    answers = [
        answer for answer in shown_answers(dossier) if answer.votes and answer.decision not in dossier.of(Decision)
    ]
    for answer in sorted(answers, key=lambda answer: (-answer.votes, answer.id)):
        text = f"{_votes(answer.votes)}: {cut(clean_line(answer.text), _LONGEST_POINT)}"
        yield OpenPoint("Antwoorden met stemmen, nog zonder besluit", text, ref_of(answer, "decision"))


def _loose_decisions(dossier: Dossier) -> Iterator[OpenPoint]:
    for index, decision in enumerate(dossier.of(Decision).values(), 1):
        if comes_back_nowhere(dossier, decision):
            text = f"B{index}: {cut(clean_line(decision.text), _LONGEST_POINT)}"
            heading = "Besluiten waarvan nog te bepalen is waar ze terugkomen"
            yield OpenPoint(heading, text, ref_of(decision, "becomes"))


def _loose_actions(dossier: Dossier) -> Iterator[OpenPoint]:
    numbers = action_numbers(dossier)
    for action in dossier.of(Action).values():
        missing = _missing(action)
        if missing:
            text = f"{numbers[action.id]}, {' en '.join(missing)}: {action.text}"
            field = "due" if action.owner else "owner"
            yield OpenPoint("Acties zonder eigenaar of datum", text, ref_of(action, field))


def _missing(action: Action) -> list[str]:
    if not action.status.waits:
        return []
    return ["geen eigenaar"] * (not action.owner) + ["geen datum"] * (action.due is None)


def _bullets(lines: list[tuple[str, list[str]]]) -> str:
    return "\n".join(f"- {label}: {inert('; '.join(texts))}" for label, texts in lines)


def _decision_table(lines: Sequence[DecisionLine]) -> str:
    head = ("Nr", "Besluit", "Soort", "Waarom", "Datum", "Komt terug in", "Volgt uit")
    rows = (
        (line.number, line.text, line.kind, line.why, line.when, "; ".join(line.comes_back), line.from_answers)
        for line in lines
    )
    return _pipe_table(head, rows)


def _action_table(lines: Sequence[ActionLine]) -> str:
    head = ("Nr", "Actie", "Eigenaar", "Klaar op", "Status", "Uitgesteld", "Uit besluit")
    rows = (
        (line.number, line.text, line.owner, line.due, line.status, line.postponed, line.from_decision)
        for line in lines
    )
    return _pipe_table(head, rows)


def _pipe_table(head: Sequence[str], rows: Iterator[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *([inert(text) or NOT_APPLICABLE for text in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
