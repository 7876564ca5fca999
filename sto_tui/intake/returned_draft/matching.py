"""Which row or paragraph of a draft that came back is which of the draft that was sent.

The marks on labels are the first witness and the words of the labels the second; where both are gone, what stands
around it and what it says decide.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from sto_tui.frozen import frozen
from sto_tui.intake.returned_draft.alikeness import CLEARLY, alike, rows_alike
from sto_tui.intake.returned_draft.field_form import lenient
from sto_tui.intake.returned_draft.returned import Sureness
from sto_tui.intake.returned_draft.sent import SentUnit
from sto_tui.intake.returned_draft.word_body import BodyUnit

_ALIKE_HERE, _ALIKE_ANYWHERE = 0.5, 0.8
_SHORTEST_OFFERED = 20


@frozen
class Match:
    """Which unit that was sent a unit is, and how sure that is."""

    sent: int
    sureness: Sureness


class Matching:
    """Finds for each unit that came back the one that was sent; `matches` is by the place of what came back."""

    def __init__(self, sent: Sequence[SentUnit], back: Sequence[BodyUnit]) -> None:
        self._sent, self._back = sent, back
        self.matches: dict[int, Match] = {}
        self._taken: set[int] = set()
        self._labels = [lenient(unit.label) for unit in sent]
        self._labels_back = [lenient(unit.label) for unit in back]
        self._keys = [_key(bool(unit.table), unit.texts) for unit in sent]
        self._keys_back = [_key(bool(unit.table), unit.texts) for unit in back]

    def run(self) -> Mapping[int, Match]:
        """All that can be told."""
        self._by_marks()
        for find in (self._same_text, self._same_behind_number, self._same_label, self._alike_here, self._last_ones):
            for old, new in list(self._gaps()):
                find(old, new)
        self._anywhere()
        return self.matches

    def run_as_copy(self) -> Mapping[int, Match]:
        """Only what is the same, or has the same mark or label: for what stands in a draft again."""
        self._by_marks()
        for find in (self._same_text, self._same_label):
            for old, new in list(self._gaps()):
                find(old, new)
        return self.matches

    def _take(self, new: int, old: int, sureness: Sureness) -> None:
        self.matches[new] = Match(old, sureness)
        self._taken.add(old)

    # By marks.

    def _by_marks(self) -> None:
        home = {mark: place for place, unit in enumerate(self._sent) for mark in unit.marks}
        claims: dict[int, list[int]] = defaultdict(list)
        for new, unit in enumerate(self._back):
            marked = next((home[mark.name] for mark in unit.marks if mark.name in home), None)
            if marked is not None and bool(self._sent[marked].table) == bool(unit.table):
                claims[marked].append(new)
        claimed = {old: self._best_claim(old, news) for old, news in claims.items()}
        agreed = {old: new for old, new in claimed.items() if self._labels[old] == self._labels_back[new]}
        for old, new in agreed.items():
            self._take(new, old, Sureness.SURE)
        for old, new in claimed.items():
            if old not in agreed:
                self._with_another_label(old, new)

    def _best_claim(self, old: int, news: Sequence[int]) -> int:
        """Of units with one mark the one that has its own name, then the one with the same label or text."""
        texts = self._sent[old].texts
        return max(
            news,
            key=lambda new: (
                not any(mark.is_renamed for mark in self._back[new].marks),
                self._labels_back[new] == self._labels[old],
                rows_alike(texts, self._back[new].texts),
            ),
        )

    def _with_another_label(self, old: int, new: int) -> None:
        """Where mark and label disagree, as after numbering rows by hand, the texts of the row decide."""
        unit = self._back[new]
        by_label = [
            place
            for place, sent in enumerate(self._sent)
            if sent.table and sent.table == self._sent[old].table and self._labels[place] == self._labels_back[new]
        ]
        by_mark = rows_alike(self._sent[old].texts, unit.texts)
        rival = max(by_label, key=lambda place: rows_alike(self._sent[place].texts, unit.texts), default=None)
        if rival is None or not unit.table:
            self._take(new, old, Sureness.ONE_WITNESS)
            return
        by_rival = rows_alike(self._sent[rival].texts, unit.texts)
        if by_rival > by_mark + CLEARLY and rival not in self._taken:
            self._take(new, rival, Sureness.ASK)
        else:
            self._take(new, old, Sureness.ONE_WITNESS if by_mark > by_rival + CLEARLY else Sureness.ASK)

    # Between what is known.

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """What is left of both between matches that stand in one order."""
        pairs = in_order(sorted((new, match.sent) for new, match in self.matches.items()))
        ends = [*pairs, (len(self._back), len(self._sent))]
        new_from = old_from = 0
        for new_to, old_to in ends:
            new = [place for place in range(new_from, new_to) if place not in self.matches]
            old = [place for place in range(old_from, old_to) if place not in self._taken]
            if new and old:
                yield old, new
            new_from, old_from = new_to + 1, old_to + 1

    def _same_text(self, old: list[int], new: list[int]) -> None:
        for mine, theirs in _equal(old, new, self._keys, self._keys_back):
            self._take(theirs, mine, Sureness.ONE_WITNESS)

    def _same_behind_number(self, old: list[int], new: list[int]) -> None:
        """Rows that were numbered anew and say the same behind their number."""
        mine = [place for place in old if self._has_number(self._labels[place]) and any(self._keys[place][2:])]
        theirs = [
            place for place in new if self._has_number(self._labels_back[place]) and any(self._keys_back[place][2:])
        ]
        bare = {place: self._keys[place][2:] for place in mine}
        bare_back = {place: self._keys_back[place][2:] for place in theirs}
        for place, back in _equal(mine, theirs, bare, bare_back):
            self._take(back, place, Sureness.ONE_WITNESS)

    def _has_number(self, label: str) -> bool:
        return label[-1:].isdecimal() and len(label) < 8

    def _same_label(self, old: list[int], new: list[int]) -> None:
        keys = {place: (bool(self._sent[place].table), self._labels[place]) for place in old}
        keys_back = {place: (bool(self._back[place].table), self._labels_back[place]) for place in new}
        for mine, theirs in _equal(old, new, keys, keys_back):
            alikeness = rows_alike(self._sent[mine].texts, self._back[theirs].texts)
            if not self._has_number(self._labels[mine]) or alikeness > _ALIKE_HERE:
                self._take(theirs, mine, Sureness.ONE_WITNESS)

    def _alike_here(self, old: list[int], new: list[int]) -> None:
        """In their order, each with the first that is alike."""
        first = 0
        for theirs in new:
            for place in range(first, len(old)):
                if self._fits(old[place], theirs) and self._alikeness(old[place], theirs) >= _ALIKE_HERE:
                    self._take(theirs, old[place], self._sureness_of_likeness(old[place], theirs))
                    first = place + 1
                    break

    def _sureness_of_likeness(self, old: int, new: int) -> Sureness:
        return Sureness.ONE_WITNESS if self._labels[old] == self._labels_back[new] else Sureness.LIKELY

    def _last_ones(self, old: list[int], new: list[int]) -> None:
        """The only row that is left here and the only one that is unknown, when both have a label that is a word."""
        if len(old) == 1 and len(new) == 1 and self._fits(old[0], new[0]) and self._sent[old[0]].table:
            labels = self._labels[old[0]], self._labels_back[new[0]]
            if self._sent[old[0]].marks and not any(map(self._has_number, labels)) and len(self._keys[old[0]]) == 3:
                self._take(new[0], old[0], Sureness.LIKELY)

    def _fits(self, old: int, new: int) -> bool:
        mine, theirs = self._sent[old], self._back[new]
        return bool(mine.table) == bool(theirs.table) and len(mine.texts) == len(theirs.texts)

    def _alikeness(self, old: int, new: int) -> float:
        mine, theirs = self._sent[old].texts, self._back[new].texts
        return rows_alike(mine, theirs) if len(mine) > 1 else alike(mine[0], theirs[0])

    # Elsewhere.

    def _anywhere(self) -> None:
        """What was moved: the same text, or nearly the same, in another place."""
        left = [place for place in range(len(self._sent)) if place not in self._taken]
        by_key: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for place in left:
            by_key[self._keys[place]].append(place)
        for new in range(len(self._back)):
            if new in self.matches:
                continue
            same = by_key.get(self._keys_back[new])
            if same:
                self._take(new, same.pop(0), Sureness.ONE_WITNESS)
            elif nearly := self._nearly(new, left):
                self._take(new, nearly[0], Sureness.LIKELY)

    def _nearly(self, new: int, left: Iterable[int]) -> list[int]:
        if sum(map(len, self._back[new].texts)) < _SHORTEST_OFFERED:
            return []
        fitting = [place for place in left if place not in self._taken and self._fits(place, new)]
        best = max(fitting, key=lambda place: self._alikeness(place, new), default=None)
        return [] if best is None or self._alikeness(best, new) < _ALIKE_ANYWHERE else [best]


def _key(is_row: bool, texts: Sequence[str]) -> tuple[object, ...]:
    return (is_row, *map(lenient, texts))


def _equal(
    old: Sequence[int],
    new: Sequence[int],
    keys: Mapping[int, object] | Sequence[object],
    keys_back: Mapping[int, object] | Sequence[object],
) -> Iterator[tuple[int, int]]:
    """What is the same in both, in one order."""
    matcher = SequenceMatcher(None, [keys[place] for place in old], [keys_back[place] for place in new], autojunk=False)
    for block in matcher.get_matching_blocks():
        yield from zip(old[block.a : block.a + block.size], new[block.b : block.b + block.size], strict=True)


def in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs of which both places go up; a row that was moved is not among them."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, (_, old) in enumerate(pairs):
        at = bisect_left(tails, old)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [old]
        ends[at : at + 1] = [place]
    chain: list[tuple[int, int]] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        chain.append(pairs[place])
        place = before[place]
    return chain[::-1]
