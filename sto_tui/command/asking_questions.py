"""The questions about a file that comes in: asked one by one on a terminal, else named with their answers."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol, TypeVar

from sto_tui.command.asking import typed
from sto_tui.command.output import CommandError, remark, say
from sto_tui.intake.questions import told_place

if TYPE_CHECKING:
    from sto_tui.intake.questions import IntakeChoice, IntakeQuestion

_MOST_TRIES = 3


class _Asking(Protocol):
    @property
    def questions(self) -> "tuple[IntakeQuestion, ...]": ...


_Read = TypeVar("_Read", bound=_Asking)


def typed_answers(answers: Iterable[str], columns: Iterable[str]) -> dict[str, str]:
    """The answers of `--antwoord SLEUTEL=KEUZE` and `--kolom VELD=LETTER`, by key. Raises CommandError."""
    pairs = [(text, *text.partition("=")) for text in answers]
    pairs += [(text, f"kolom:{field}", sign, value) for text in columns for field, sign, value in [text.partition("=")]]
    wrong = next((text for text, key, _, value in pairs if not key.strip() or not value.strip()), None)
    if wrong is not None:
        raise CommandError(f"‘{wrong}’ is geen antwoord. Schrijf bijvoorbeeld --kolom Mijlpaal=C.")
    return {key.strip().lower(): value.strip() for _, key, _, value in pairs}


def asked_until_clear(read: Callable[[dict[str, str]], _Read], answers: dict[str, str]) -> _Read:
    """What was read with the answers that were given and those that are typed now, each reading anew.

    A question that gets no answer of its own after three tries stays open, and so do those after it.
    """
    result = read(answers)
    asked = 0
    while question := next((each for each in result.questions if each.key not in answers), None):
        asked += 1
        say(f"\n{told_place(asked, len(result.questions) - 1)}. {question.text}")
        answer = _answer_to(question)
        if answer is None:
            break
        answers[question.key] = answer
        result = read(answers)
    return result


def name_open(questions: "Iterable[IntakeQuestion]") -> None:
    """Each open question on a line, with what can be typed after `--antwoord`, what is proposed first."""
    for question in questions:
        ordered = sorted(question.choices, key=lambda choice: choice.key != question.proposed)
        choices = "; ".join(f"{choice.key}: {_spelled_out(choice)}" for choice in ordered)
        advice = f" Voorstel: {question.proposed}." if question.choice(question.proposed) else ""
        remark(f"{question.text} Voeg toe: --antwoord {question.key}=… ({choices}).{advice}")


def _spelled_out(choice: "IntakeChoice") -> str:
    return f"{choice.label} ({', '.join(choice.examples)})" if choice.examples else choice.label


def _answer_to(question: "IntakeQuestion") -> str | None:
    """The key that was chosen: typed, by its place in the list, or with Enter what is proposed."""
    for line in question.shown:
        say(f"    {line}")
    for place, choice in enumerate(question.choices, 1):
        sign = "›" if choice.key == question.proposed else " "
        say(f"  {sign} {place}  {choice.key:8} {_spelled_out(choice)}")
    for _ in range(_MOST_TRIES):
        answer = typed(f"Kies een nummer of woord (Enter: {question.proposed}): ")
        if not answer:
            return question.proposed
        if answer.isdecimal() and 1 <= int(answer) <= len(question.choices):
            return question.choices[int(answer) - 1].key
        if choice_typed := question.choice(answer):
            return choice_typed.key
    return None
