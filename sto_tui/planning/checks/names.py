"""Names and numbers: each thing its own, and everywhere the same."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.level_words import level_words, word_of_table
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Record
from sto_tui.frozen import frozen
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Found, Level, Points, check
from sto_tui.planning.checks.per_place import check_per_place
from sto_tui.planning.paper_outline import WHOLE
from sto_tui.planning.parties.likeness import (
    IN_BRACKETS,
    SHORTEST_MISSPELT,
    Words,
    around,
    is_nearly,
    likely_pairs,
    words_of,
)

_TITLES = {"parties": "name", "bodies": "name", "themes": "title", "speerpunten": "title", "milestones": "title"}


def _repeated(records: Iterable[tuple[Record, object]]) -> Iterator[tuple[Record, Record]]:
    """Each record whose key was seen before, with the first that had it."""
    first: dict[object, Record] = {}
    for record, key in records:
        earlier = first.setdefault(key, record)
        if earlier is not record:
            yield record, earlier


@check_per_place(Level.FOUT, ("goals", "themes", "speerpunten", "milestones", "resolutions"))
def same_number(dossier: Dossier, today: date, tables: tuple[str, ...]) -> Points:
    """Two things of one kind with the same number; goals of this plan and of an earlier period may share one.

    Source: opbouw van het dossier, een nummer wijst één onderdeel aan.
    """
    period_of = {goal.id: goal.periods for goal in dossier.earlier_goals}
    for table in tables:
        keyed = [
            (
                record,
                (
                    "".join(str(getattr(record, "number", "")).casefold().split()),
                    period_of.get(record.id) if table == "goals" else None,
                ),
            )
            for record in dossier.ordered(table).values()
            if getattr(record, "number", "")
        ]
        for record, earlier in _repeated(keyed):
            word = dutch.capital(word_of_table(dossier.region, table).singular)
            yield Found(
                ref_of(record, "number"),
                f"{word} ‘{dossier.caption(ref_of(record))}’ heeft hetzelfde nummer als "
                f"‘{dossier.caption(ref_of(earlier))}’. Geef een van de twee een ander nummer.",
            )


@check_per_place(Level.WAARSCHUWING, _TITLES)
def same_title(dossier: Dossier, today: date, tables: tuple[str, ...]) -> Points:
    """Two things of one kind with the same name.

    Source: opbouw van het dossier, een naam wijst één onderdeel aan.
    """
    for table in tables:
        name, plural = _TITLES[table], word_of_table(dossier.region, table).plural
        records = dossier.ordered(table).values()
        for record, earlier in _repeated((candidate, words_of(getattr(candidate, name))) for candidate in records):
            number, earlier_number = getattr(record, "number", ""), getattr(earlier, "number", "")
            which = f"{dutch.capital(plural)} {earlier_number} en {number} heten allebei"
            if not number:
                which = f"Twee {plural} heten"
            yield Found(
                ref_of(record, name), f"{which} ‘{getattr(record, name)}’. Geef een van de twee een andere naam."
            )


@check(Level.WAARSCHUWING, Place.PLAN, WHOLE)
def same_abbreviation(dossier: Dossier, today: date) -> Points:
    """Two columns of the VERI matrix with the same head.

    Source: VERI-matrix 2020, per partij een kolom.
    """
    columns: list[Body | Party] = [*dossier.of(Body).values(), *dossier.of(Party).values()]
    for record, earlier in _repeated((column, column.short.casefold()) for column in columns if column.short):
        yield Found(
            ref_of(record, "short"),
            f"‘{dossier.caption(ref_of(record))}’ heeft dezelfde afkorting als ‘{dossier.caption(ref_of(earlier))}’. "
            "Kies een andere: het is de kop van de kolom in de VERI-matrix.",
        )


@check(Level.WAARSCHUWING, Place.PLAN, WHOLE)
def same_party_twice(dossier: Dossier, today: date) -> Points:
    """Two parties whose names differ by a letter or in how they are written.

    Source: opbouw van het dossier, een partij heet overal hetzelfde.
    """
    for first, second in likely_pairs(dossier):
        if words_of(first.name) != words_of(second.name):
            yield Found(
                ref_of(second, "name"),
                f"‘{second.name}’ en ‘{first.name}’ heten bijna hetzelfde. Is dat één partij? Voeg ze dan samen.",
            )


@check(Level.WAARSCHUWING, Place.PLAN, WHOLE)
def two_names(dossier: Dossier, today: date) -> Points:
    """A facility of a theme and a speerpunt that are the same thing by first word and brackets, and differ in name.

    Source: opbouw van het activiteitenplan, één naam voor één voorziening.
    """
    words = level_words(dossier.region)
    titles: dict[tuple[str, Words], list[str]] = defaultdict(list)
    numbers: dict[str, str] = {}
    for speerpunt in dossier.of(Speerpunt).values():
        if key := _same_thing_key(speerpunt.title):
            titles[key].append(speerpunt.title)
            numbers[speerpunt.title] = speerpunt.number
    for theme in dossier.of(Theme).values():
        for facility in theme.facilities:
            key = _same_thing_key(facility.name)
            namesakes = titles.get(key, []) if key else []
            if namesakes and words_of(facility.name) not in map(words_of, namesakes):
                yield Found(
                    ref_of(theme, "facilities"),
                    f"{dutch.capital(words.theme.singular)} {theme.number} noemt de voorziening ‘{facility.name}’, "
                    f"maar {words.speerpunt.singular} {numbers[namesakes[0]]} heet ‘{namesakes[0]}’. Kies één naam.",
                )


def _same_thing_key(name: str) -> tuple[str, Words] | None:
    """The first word of a name and the words in its brackets; None without brackets."""
    brackets = words_of(" ".join(IN_BRACKETS.findall(name)))
    words = words_of(name)
    return (words[0], brackets) if brackets and words[0] not in brackets else None


@frozen
class _Names:
    """The names of all parties, found by word."""

    by_first: Mapping[str, list[tuple[Words, Party]]]
    by_gap: Mapping[tuple[int, Words], list[tuple[str, Party]]]
    lengths: tuple[int, ...]
    words: frozenset[str]

    @classmethod
    def of(cls, dossier: Dossier) -> "_Names":
        """The index of a dossier; a name without what stands in brackets behind it."""
        by_first: dict[str, list[tuple[Words, Party]]] = defaultdict(list)
        by_gap: dict[tuple[int, Words], list[tuple[str, Party]]] = defaultdict(list)
        all_words: set[str] = set()
        lengths: set[int] = set()
        for party in dossier.of(Party).values():
            words = words_of(IN_BRACKETS.sub(" ", party.name))
            if not words:
                continue
            by_first[words[0]].append((words, party))
            all_words.update(words)
            lengths.add(len(words))
            for gap, word in enumerate(words):
                by_gap[gap, around(words, gap)].append((word, party))
        for entries in by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        return cls(by_first, by_gap, tuple(sorted(lengths)), frozenset(all_words))

    def named_in(self, words: Words) -> Iterator[Party]:
        """The parties that a text names in full; the longest name where one holds another."""
        place = 0
        while place < len(words):
            step = 1
            for name, party in self.by_first.get(words[place], ()):
                if words[place : place + len(name)] == name:
                    yield party
                    step = len(name)
                    break
            place += step

    def misspelt_in(self, words: Words) -> Iterator[tuple[str, Party]]:
        """Runs of words that are a party's name but for one or two letters in one word."""
        for length in self.lengths:
            for place in range(len(words) - length + 1):
                run = words[place : place + length]
                for gap, word in enumerate(run):
                    if word in self.words or len(word) < SHORTEST_MISSPELT:
                        continue
                    for right, party in self.by_gap.get((gap, around(run, gap)), ()):
                        if is_nearly(word, right):
                            yield " ".join(run), party


@check(Level.WAARSCHUWING, Place.PLAN, WHOLE)
def misspelt_party(dossier: Dossier, today: date) -> Points:
    """A partner's contribution that names a party with a letter too few, too many or other.

    Source: opbouw van het dossier, een partij heet overal hetzelfde.
    """
    names, word = _Names.of(dossier), level_words(dossier.region).speerpunt.singular
    for speerpunt in dossier.of(Speerpunt).values():
        for partner in speerpunt.partners:
            for written, party in names.misspelt_in(words_of(partner.role)):
                yield Found(
                    ref_of(speerpunt, "partners"),
                    f"Bij de partners van {word} {speerpunt.number} staat ‘{_as_written(partner.role, written)}’. "
                    f"Is dat {party.name}? Verbeter de naam.",
                )


def _as_written(text: str, words: str) -> str:
    """The part of a text that holds these words, with its capitals."""
    pattern = r"\W+".join(map(re.escape, words.split()))
    match = re.search(pattern, text, re.IGNORECASE)
    return match[0] if match else words


@check(Level.WAARSCHUWING, Place.PLAN, WHOLE)
def party_not_among_partners(dossier: Dossier, today: date) -> Points:
    """A party that the result of a speerpunt names, and that is not among its partners.

    Source: opbouw van het activiteitenplan, betrokken partners per speerpunt.
    """
    names, word = _Names.of(dossier), level_words(dossier.region).speerpunt.singular
    for speerpunt in dossier.of(Speerpunt).values():
        named = dict.fromkeys(party.id for party in names.named_in(words_of(speerpunt.result)))
        if not named:
            continue
        present = {partner.party for partner in speerpunt.partners}
        for partner in speerpunt.partners:
            present.update(party.id for party in names.named_in(words_of(partner.role)))
        for party in named:
            if party not in present:
                yield Found(
                    ref_of(speerpunt, "partners"),
                    f"{dutch.capital(word)} {speerpunt.number} noemt {dossier.of(Party)[party].name} in het beoogde "
                    "resultaat, maar niet bij de partners. Voeg de partij toe of pas de tekst aan.",
                )
