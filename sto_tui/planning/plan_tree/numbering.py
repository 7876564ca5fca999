"""Other numbers for goals, themes, speerpunten and milestones: what stands under them follows, and so do texts.

References are by record and not by number: only what people read changes.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import Any

from sto_tui.domain.change import Change, Occasion
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import capital, enumerate_words
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Goal, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.text import shortened
from sto_tui.planning.plan_tree.mentions import Mention, mentions_of
from sto_tui.planning.proposal import Step, Workings, nothing, refusing_what_cannot_be

_HIGHEST = 99
_LONGEST_NAME = 50
_LEVELS = ("goals", "themes", "speerpunten", "milestones")
_SPEERPUNT = re.compile(r"\d+\.\d+")
_MILESTONE = re.compile(r"\d+(?:\.\d+)?[a-z]+")
# As in plans: 1.2a, M4, 2.1-b; or the last letter alone.
_NUMBER = re.compile(
    r"(?=\S{1,12}$)(?:[^\W\d_]{0,4}\d+(?:[^\W\d_]{0,3}[.\-](?:\d+|[^\W\d_]{1,3}))*[^\W\d_]{0,3}|[^\W\d_]{1,2})"
)
_LETTERS = re.compile(r"z*[a-z]")
_LAST = re.compile(r"(?P<before>.*?)(?P<last>\d+|[a-z]+)")


@dataclass(frozen=True)
class NewNumber:
    """A record with its old and its new number, and how many numbers under it follow from that."""

    ref: Ref
    before: str
    after: str
    followed_by: int = 0


@dataclass(frozen=True)
class Renumbering:
    """What gets another number, and the texts that name one of these: those that are chosen change with it.

    `heads` are those that do not follow from another one. `moved` is what else happens to the records.
    """

    heading: str
    label: str
    occasion: Occasion
    numbers: tuple[NewNumber, ...]
    heads: tuple[NewNumber, ...]
    mentions: tuple[Mention, ...]
    moved: Step = nothing

    def change(self, chosen: Collection[int]) -> Change:
        """The one change: all numbers, and the texts whose place in `mentions` was chosen. Raises NotSavedError."""
        workings = Workings(self.occasion.dossier)
        with refusing_what_cannot_be():
            self.moved(workings)
            for number in self.numbers:
                whole = number.ref.table in ("themes", "goals")
                _put(workings, number.ref, "number", int(number.after) if whole else number.after)
            for place in sorted(chosen):
                mention = self.mentions[place]
                if mention.ref.field:
                    _put(workings, mention.ref.at(None), mention.ref.field, mention.value)
            return Change(self.label, workings.edits(self.occasion))


def _put(workings: Workings, ref: Ref, name: str, value: Any) -> None:
    """Gives a record, as it is by now, another value; one that is gone gets none."""
    if record := workings.get(ref):
        workings.put(ref, record.changed(**{name: value}))


def renumbering(
    occasion: Occasion, heading: str, label: str, numbers: Mapping[Ref, str], moved: Step = nothing
) -> Renumbering:
    """The proposal that gives these records other numbers, with everything under them."""
    dossier = occasion.dossier
    followed = with_what_follows(dossier, numbers)
    changed = {
        ref: (before, after) for ref, after in followed.items() if (before := number_of(dossier.get(ref))) != after
    }
    listed = tuple(NewNumber(ref, before, after) for ref, (before, after) in changed.items())
    heads = tuple(_heads(dossier, listed))
    return Renumbering(heading, label, occasion, listed, heads, tuple(mentions_of(dossier, changed)), moved)


def _heads(dossier: Dossier, numbers: Sequence[NewNumber]) -> list[NewNumber]:
    """The numbers that do not follow from that of what they stand under."""
    by_ref = {number.ref: number for number in numbers}
    head_of: dict[Ref, Ref] = {}
    for number in sorted(numbers, key=lambda each: _LEVELS.index(each.ref.table)):
        above = by_ref.get(_above(dossier, number.ref) or number.ref)
        is_same = above and number.before.removeprefix(above.before) == number.after.removeprefix(above.after)
        head_of[number.ref] = head_of[above.ref] if above and is_same and above != number else number.ref
    counted = Counter(head_of.values())
    return [replace(each, followed_by=counted[each.ref] - 1) for each in numbers if head_of[each.ref] == each.ref]


def _above(dossier: Dossier, ref: Ref) -> Ref | None:
    record = dossier.get(ref)
    if isinstance(record, Milestone) and record.speerpunt:
        return Ref("speerpunten", record.speerpunt)
    theme = record.theme if isinstance(record, Speerpunt | Milestone) else None
    return Ref("themes", theme) if theme else None


def number_of(record: Record | None) -> str:
    """The number as text; empty without a record."""
    return str(getattr(record, "number", ""))


def with_what_follows(dossier: Dossier, numbers: Mapping[Ref, str]) -> dict[Ref, str]:
    """These numbers, and those of what stands under the records and is numbered after them."""
    followed: dict[Ref, str] = {}
    for ref, after in numbers.items():
        followed[ref] = after
        before = number_of(dossier.get(ref))
        for child, rest in _numbered_after(dossier, ref, before):
            if ref_of(child) not in numbers:
                followed |= with_what_follows(dossier, {ref_of(child): after + rest})
    return followed


def _numbered_after(dossier: Dossier, ref: Ref, number: str) -> Iterable[tuple[Record, str]]:
    """What is numbered after a record, with what stands behind its number: `.2` of a theme, `a` of a speerpunt."""
    children: list[Speerpunt | Milestone] = []
    if ref.table == "themes":
        children += dossier.speerpunten_of(ref.id)
        children += [each for each in dossier.milestones_of(ref.id) if each.speerpunt not in dossier.of(Speerpunt)]
    elif ref.table == "speerpunten":
        children += dossier.milestones_of_speerpunt(ref.id)
    for child in children:
        rest = child.number.removeprefix(number)
        if child.number.startswith(number) and rest and not rest[0].isdecimal():
            yield child, rest


# One number.


def renumbered(occasion: Occasion, ref: Ref, typed: str) -> Renumbering:
    """A record with the number that was typed; the record that has it makes room, and those after it where needed.

    Raises ValueError with a Dutch sentence.
    """
    dossier = occasion.dossier
    record = dossier.get(ref)
    if record is None:
        raise ValueError("Dit is er niet meer.")
    word = word_of_table(dossier.region, ref.table).singular
    wanted = _checked(record, typed.strip(), word)
    _refuse_number_of_another(dossier, record, wanted)
    numbers = {ref: wanted, **with_room(siblings_of(dossier, record), wanted, ref)}
    name = shortened(dossier.caption(ref), _LONGEST_NAME)
    return renumbering(
        occasion,
        f"{capital(word)} {name} krijgt nummer {wanted}",
        f"{capital(word)} {name} heeft nu nummer {wanted}",
        numbers,
    )


def _checked(record: Record, typed: str, word: str) -> str:
    """The number in full: `4` for 1.2 is 1.4, and `c` for 1.2a is 1.2c."""
    if not typed:
        raise ValueError("Typ een nummer.")
    if not isinstance(record, Theme | Goal):
        _refuse_text(typed, word)
        last = _LAST.fullmatch(number_of(record))
        is_same_kind = last and last["before"] and last["last"].isdecimal() == typed.isdecimal() and typed.isalnum()
        return last["before"] + typed if last and is_same_kind and not _MILESTONE.fullmatch(typed) else typed
    if not typed.isdecimal() or not 1 <= int(typed) <= _HIGHEST:
        raise ValueError(f"‘{typed}’ kan niet: een {word} heeft een nummer van 1 tot en met {_HIGHEST}.")
    return str(int(typed))


def _refuse_text(typed: str, word: str) -> None:
    """Raises ValueError for what nobody reads as a number."""
    if not _NUMBER.fullmatch(typed):
        raise ValueError(
            f"‘{shortened(typed, _LONGEST_NAME)}’ is geen nummer voor een {word}. Typ bijvoorbeeld 1.2, 1.2a of M4."
        )


def _refuse_number_of_another(dossier: Dossier, record: Record, wanted: str) -> None:
    """Raises ValueError for a number under another theme or speerpunt: which is a move."""
    above = _above(dossier, ref_of(record))
    if above is None or is_under(number_of(dossier.get(above)), wanted, above):
        return
    others = [Ref(above.table, number) for number in dossier.ordered(above.table) if number != above.id]
    owner = next((ref for ref in others if is_under(number_of(dossier.get(ref)), wanted, ref)), None)
    if owner is None:
        return
    word = word_of_table(dossier.region, above.table).singular
    raise ValueError(
        f"{wanted} hoort bij {word} {number_of(dossier.get(owner))}, en dit staat onder {word} "
        f"{number_of(dossier.get(above))}. Verplaats het met shift+pijl, of kies in het formulier waar het onder staat."
    )


def is_under(above: str, number: str, ref: Ref) -> bool:
    """Whether a number is one under that of a theme (`1.2`, `1a` of 1) or a speerpunt (`1.2a` of 1.2)."""
    rest = number.removeprefix(above)
    begins = number.startswith(above) and bool(rest)
    return begins and (rest[0] == "." or rest.isalpha() if ref.table == "themes" else rest.isalpha())


def siblings_of(dossier: Dossier, record: Record) -> Sequence[Record]:
    """The records among which a number is given out, in order, with the record itself."""
    if isinstance(record, Goal):
        return dossier.plan_goals
    if isinstance(record, Theme):
        return tuple(dossier.of(Theme).values())
    if isinstance(record, Speerpunt):
        return tuple(dossier.of(Speerpunt).values())
    return tuple(dossier.of(Milestone).values())


def with_room(siblings: Iterable[Record], wanted: str, own: Ref) -> dict[Ref, str]:
    """The numbers of those that make room for `wanted`: one further each, until a number is free.

    Raises ValueError when there is no next number.
    """
    by_number = {number_of(sibling): ref_of(sibling) for sibling in siblings if ref_of(sibling) != own}
    moved: dict[Ref, str] = {}
    number = wanted
    while number in by_number:
        ref, number = by_number[number], next_after(number)
        moved[ref] = number
        if len(moved) > len(by_number):
            raise ValueError("Zo komt er geen nummer vrij.")
    return moved


def next_after(number: str) -> str:
    """`1.2` → `1.3`, `1.2a` → `1.2b`, `4` → `5`. Raises ValueError when it does not end in a number or letters."""
    match = _LAST.fullmatch(number)
    if match is None:
        raise ValueError(f"Na ‘{number}’ komt geen vast volgend nummer. Geef dat eerst zelf een ander nummer.")
    last = match["last"]
    return match["before"] + (str(int(last) + 1) if last.isdecimal() else letters(place_of_letters(last) + 1))


def letters(place: int) -> str:
    """The letters at a place from 0, in the order in which they sort: from a to z, from za to zz, and so on."""
    full, rest = divmod(place, len(ascii_lowercase))
    return "z" * full + ascii_lowercase[rest]


def place_of_letters(text: str) -> int:
    """The inverse of `letters`. Raises ValueError when they are no such letters."""
    full = len(text) - 1
    if not _LETTERS.fullmatch(text):
        raise ValueError(f"Na ‘{text}’ komt geen vaste volgende letter. Geef dat eerst zelf een ander nummer.")
    return full * len(ascii_lowercase) + ascii_lowercase.index(text[-1])


def letter_places(milestones: Iterable[Milestone], number: str) -> list[int]:
    """The places of the letters of those that are numbered after `number` in the usual way."""
    rests = (milestone.number.removeprefix(number) for milestone in milestones if milestone.number.startswith(number))
    return [place_of_letters(rest) for rest in rests if _LETTERS.fullmatch(rest)]


# In order.


def in_order(occasion: Occasion, table: str, at: Ref | None = None) -> Renumbering:
    """Everything under a row numbered in the order in which it stands, without gaps; without a row all of a table.

    Speerpunten and milestones that have a number of another kind, such as M4, keep it.
    """
    dossier = occasion.dossier
    record = dossier.get(at) if at else None
    if record is None or at is None:
        numbers, under = (_goals(dossier) if table == "goals" else _themes(dossier)), ""
    else:
        numbers = _under(dossier, record, number_of(record))
        under = f" onder {word_of_table(dossier.region, at.table).singular} {number_of(record)}"
    proposal = renumbering(occasion, "", "", numbers)
    tables = {number.ref.table for number in proposal.numbers} or {table}
    words = [word_of_table(dossier.region, level).plural for level in _LEVELS if level in tables]
    about = f"{capital(enumerate_words(words))}{under}"
    return replace(proposal, heading=f"{about} doornummeren", label=f"{about} doorgenummerd")


def _goals(dossier: Dossier) -> dict[Ref, str]:
    return {ref_of(goal): str(place) for place, goal in enumerate(dossier.plan_goals, 1)}


def _themes(dossier: Dossier) -> dict[Ref, str]:
    numbers: dict[Ref, str] = {}
    for place, theme in enumerate(dossier.of(Theme).values(), 1):
        numbers[ref_of(theme)] = str(place)
        numbers |= _under(dossier, theme, str(place))
    return numbers


def _under(dossier: Dossier, record: Record, number: str) -> dict[Ref, str]:
    """The numbers of what stands under a record that itself has this number."""
    numbers: dict[Ref, str] = {}
    if isinstance(record, Theme):
        usual = [each for each in dossier.speerpunten_of(record.id) if _SPEERPUNT.fullmatch(each.number)]
        for place, speerpunt in enumerate(usual, 1):
            own = f"{number}.{place}"
            numbers[ref_of(speerpunt)] = own
            numbers |= _under(dossier, speerpunt, own)
        direct = [each for each in dossier.milestones_of(record.id) if each.speerpunt not in dossier.of(Speerpunt)]
        numbers |= _lettered(direct, number)
    elif isinstance(record, Speerpunt):
        numbers |= _lettered(dossier.milestones_of_speerpunt(record.id), number)
    return numbers


def _lettered(milestones: Iterable[Milestone], number: str) -> dict[Ref, str]:
    usual = [milestone for milestone in milestones if _MILESTONE.fullmatch(milestone.number)]
    return {ref_of(milestone): f"{number}{letters(place)}" for place, milestone in enumerate(usual)}
