"""What a milestone waits on, as people type it: `1.1, 1.3+2w`."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Dependency, Milestone
from sto_tui.domain.text import clean_line, cut, plain
from sto_tui.planning.schedule.margins import successors

EXAMPLE = "Schrijf bijvoorbeeld 1.1, 1.3+2w (twee weken na 1.3)."
MOST_LAG_DAYS = 3650
# A number that itself holds a comma or the word "en" is put together again from at most this many pieces.
_MOST_PIECES_OF_A_NUMBER = 6

_FIRST_WORD = re.compile(r"na\s+", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*[,;]\s*(?:en\s+)?(?:na\s+)?|\s+en\s+(?:na\s+)?", re.IGNORECASE)
_LAG = re.compile(
    r"(?P<number>.*?\S)\s*(?P<sign>[+\-−–])\s*(?P<size>[0-9]{1,9})\s*"
    r"(?P<unit>d(?:ag(?:en)?)?|w(?:k|eek|eken)?|m(?:nd|aand(?:en)?)?)",
    re.IGNORECASE,
)
_DAYS = {"d": 1, "w": 7, "m": 30}

Numbers = Mapping[str, list[Milestone]]


def parse_waiting(text: str) -> list[tuple[str, int]]:
    """Each number as typed, with the calendar days between; a month is 30 days.

    Raises ValueError with a Dutch sentence.
    """
    line = clean_line(text)
    return [_number_and_lag(line[start:end]) for start, end in _pieces(line)]


def parse_after(text: str, dossier: Dossier, milestone_id: int | None) -> tuple[Dependency, ...]:
    """What a milestone (None: a new one) waits on; a link that stays keeps its id.

    Raises ValueError with a Dutch sentence that says which piece is wrong and what to write.
    """
    numbers: dict[str, list[Milestone]] = defaultdict(list)
    for milestone in dossier.of(Milestone).values():
        numbers[plain(milestone.number)].append(milestone)
    own = dossier.of(Milestone).get(milestone_id or 0)
    kept = {link.milestone: link.id for link in own.after} if own else {}
    dependencies: dict[int, Dependency] = {}
    for number, lag in _known_numbers(clean_line(text), numbers):
        predecessor = _the_one(number, numbers)
        if predecessor.id == milestone_id:
            raise ValueError(f"Mijlpaal {predecessor.number} kan niet op zichzelf wachten. Haal dit nummer hier weg.")
        if predecessor.id in dependencies:
            raise ValueError(f"Mijlpaal {predecessor.number} staat er twee keer. Laat er één staan.")
        dependencies[predecessor.id] = Dependency(
            id=kept.get(predecessor.id, 0), milestone=predecessor.id, lag_days=lag
        )
    if milestone_id is not None:
        _refuse_ring(dossier, milestone_id, dependencies)
    return tuple(dependencies.values())


def shown_after(after: Iterable[Dependency], dossier: Dossier) -> str:
    """`1.1, 1.3+2w`, as `parse_after` reads it; links to what is gone are left out."""
    return ", ".join(
        dossier.of(Milestone)[link.milestone].number + shown_lag(link.lag_days)
        for link in after
        if link.milestone in dossier.of(Milestone)
    )


def shown_lag(days: int) -> str:
    """`+2w`, `-3d`; nothing for no days between."""
    if days == 0:
        return ""
    return f"{days // 7:+}w" if days % 7 == 0 else f"{days:+}d"


def _pieces(text: str) -> list[tuple[int, int]]:
    """Where each piece between separators begins and ends."""
    first = _FIRST_WORD.match(text)
    start = first.end() if first else 0
    pieces = []
    for separator in _SEPARATOR.finditer(text, start):
        pieces.append((start, separator.start()))
        start = separator.end()
    return [(begin, end) for begin, end in [*pieces, (start, len(text))] if text[begin:end].strip()]


def _number_and_lag(piece: str) -> tuple[str, int]:
    match = _LAG.fullmatch(piece.strip())
    if match is None:
        if "+" in piece:
            raise ValueError(f"‘{cut(piece.strip(), 60)}’ is niet te lezen. {EXAMPLE}")
        return piece.strip(), 0
    days = int(match["size"]) * _DAYS[match["unit"][0].lower()]
    if days > MOST_LAG_DAYS:
        raise ValueError(f"‘{cut(piece.strip(), 60)}’ is meer dan tien jaar. {EXAMPLE}")
    return match["number"], days if match["sign"] == "+" else -days


def _known_numbers(text: str, numbers: Numbers) -> Iterable[tuple[str, int]]:
    """As `parse_waiting`, but a number that exists is recognised as a whole: `1,3` or `2-1d` may be one."""
    pieces = _pieces(text)
    place = 0
    while place < len(pieces):
        last = min(len(pieces), place + _MOST_PIECES_OF_A_NUMBER)
        for end in range(last, place, -1):
            joined = text[pieces[place][0] : pieces[end - 1][1]].strip()
            match = _LAG.fullmatch(joined)
            if plain(joined) in numbers:
                yield joined, 0
            elif end == place + 1 or (match and plain(match["number"]) in numbers):
                yield _number_and_lag(joined)
            else:
                continue
            place = end
            break


def _the_one(number: str, numbers: Numbers) -> Milestone:
    candidates = numbers.get(plain(number), [])
    if len(candidates) == 1:
        return candidates[0]
    typed = cut(number, 60)
    if candidates:
        titles = dutch.enumerate_words([f"‘{cut(milestone.title, 60)}’" for milestone in candidates[:4]])
        raise ValueError(f"Nummer {typed} staat bij {titles}. Geef de mijlpalen eerst elk een eigen nummer.")
    all_numbers = [milestones[0].number for milestones in numbers.values()]
    if not all_numbers:
        raise ValueError(f"Er is geen mijlpaal ‘{typed}’. Maak eerst de mijlpaal waarop deze wacht.")
    nearest = dutch.enumerate_words(get_close_matches(typed, all_numbers, n=3, cutoff=0.5))
    advice = f"Het dichtst erbij: {nearest}." if nearest else "Controleer het nummer."
    raise ValueError(f"Er is geen mijlpaal ‘{typed}’. {advice}")


def _refuse_ring(dossier: Dossier, milestone: int, after: Iterable[int]) -> None:
    """Raises ValueError when one of `after` waits on `milestone`, directly or through others."""
    followers = successors(dossier)
    came_from: dict[int, int] = {milestone: milestone}
    reached = [milestone]
    for earlier in reached:
        for follower, _ in followers.get(earlier, ()):
            if follower not in came_from:
                came_from[follower] = earlier
                reached.append(follower)
    for last in after:
        if last in came_from:
            ring = [milestone, last]
            while ring[-1] != milestone:
                ring.append(came_from[ring[-1]])
            names = [dossier.of(Milestone)[member].number for member in reversed(ring)]
            raise ValueError(
                f"Zo wachten mijlpalen in een kring op elkaar: {' → '.join(names)}. Haal {names[-2]} hier weg."
            )
