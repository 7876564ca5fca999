"""Which record people mean when they type its number or name, and how its address is typed."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.record import Record, Ref, fields_of
from sto_tui.domain.region import PlanPeriod, Region
from sto_tui.domain.tables import BY_DUTCH_NAME, TABLES, Table
from sto_tui.domain.text import plain, shortened
from sto_tui.domain.typed_names import STO_MARK, NotUnderstoodError

ID_MARK = "id"
"""Stands before a number that is the id of a record, as `sto lijst --json` has it: `doelen/id7`."""
_MOST_NAMED = 8
_SAID_WHOLE = 60
_FEWEST_LETTERS = 3
# What has less in common with what was typed is no help, but a guess.
_ALIKE = 0.65
# People call these by a part of their name: Koster for Autobedrijf Koster.
_WITH_NAMES = ("parties", "bodies")
_GENERAL = {**BY_DUTCH_NAME, "deadlines": TABLES["deadlines"]}
_LEVELS = ("themes", "speerpunten")


def table_named(typed: str, region: Region | None = None) -> Table | None:
    """The table with this Dutch name, or with that of the region for it; None when there is none.

    Raises NotUnderstoodError for a word that the region uses for another table than STO does; with STO_MARK before it,
    it is the word of STO.
    """
    tables = _meant(_key(typed), region)
    if len(tables) < 2:
        return tables[0] if tables else None
    assert region is not None
    ways = dutch.enumerate_words([typed_table(table, region) for table in tables], "of")
    raise NotUnderstoodError(f"‘{typed}’ is in deze regio iets anders dan bij STO. Schrijf {ways}.")


def typed_table(table: Table, region: Region, *, generally: bool = False) -> str:
    """What is typed for a table: the region's word, where only this table is called so.

    `generally` prefers the word of STO, as scripts read it.
    """
    own = word_of_table(region, table.name)
    ways = (_key(own.singular if own.is_general else own.plural), table.dutch)
    for word in reversed(ways) if generally else ways:
        if _meant(word, region) == [table]:
            return word
    return f"{STO_MARK}{table.dutch}"


def tables_to_type(region: Region) -> list[str]:
    """What is typed for each table."""
    return [typed_table(table, region) for table in TABLES.values()]


def _meant(key: str, region: Region | None) -> list[Table]:
    if region and key.startswith(STO_MARK):
        return _meant(key.removeprefix(STO_MARK), None)
    own = [TABLES[name] for name in _LEVELS if region and key in _own_words(region, name)]
    general = {**_GENERAL, **({table.singular: table for table in TABLES.values()} if own else {})}
    others = [general[key]] if key in general and general[key] not in own else []
    return [*own, *others]


def _own_words(region: Region, table: str) -> set[str]:
    """What the region calls the records of a table, one and more, where that is not what STO calls them."""
    own = word_of_table(region, table)
    words = {_key(own.singular), *([] if own.is_general else [_key(own.plural)])}
    return words - {TABLES[table].singular, TABLES[table].dutch}


def _key(typed: str) -> str:
    return "-".join(plain(typed).replace("'", "").split())


class Addresses:
    """The records of one version of a dossier, by what people type for them.

    A name is that of a record of the plan period that is seen; only when there is none it may be of another period, and
    not when that period was asked for: `only_seen`.
    """

    def __init__(self, dossier: Dossier, *, only_seen: bool = False) -> None:
        self.dossier = dossier
        self._only_seen = only_seen
        self._of_all_periods = None if dossier.whole is dossier else Addresses(dossier.whole)
        self._names: dict[str, Mapping[Ref, frozenset[str]]] = {}
        self._times: dict[str, Counter[str]] = {}

    def named(self, tables: Sequence[str], typed: str) -> Ref:
        """The record of one of these tables with this number, name or id. Raises NotUnderstoodError."""
        refs = self._all_named(tables, typed.strip())
        if not refs and self._of_all_periods:
            refs = self._of_all_periods._all_named(tables, typed.strip())
            if refs and self._only_seen and not typed.strip().startswith(ID_MARK):
                raise NotUnderstoodError(self._elsewhere(tables, typed.strip(), refs))
        if len(refs) == 1:
            return refs[0]
        if not refs:
            raise NotUnderstoodError(self._not_there(tables, typed.strip()))
        meant = [self._said(tables, ref) for ref in refs[:_MOST_NAMED]]
        more = [f"nog {len(refs) - _MOST_NAMED}"] if len(refs) > _MOST_NAMED else []
        raise NotUnderstoodError(f"‘{typed}’ kan meer zijn: {dutch.enumerate_words([*meant, *more])}.")

    def is_name_of(self, ref: Ref, typed: str) -> bool:
        """Whether it is a number or name of the record in full, and not only how it begins."""
        record = self.dossier.get(ref)
        return record is not None and plain(typed) in self._own_names(ref.table, record)

    def of(self, ref: Ref) -> str:
        """How a record is typed: `mijlpalen/1.2`, or with its id (`doelen/id12`) when nothing else is its own."""
        table = typed_table(TABLES[ref.table], self.dossier.region, generally=True)
        return f"{table}/{self._short(ref)}" if ref.table != "region" else table

    def _short(self, ref: Ref) -> str:
        record = self.dossier.get(ref)
        shown: tuple[str, ...] = (str(getattr(record, "number", "")), str(getattr(record, "short", "")))
        times = self._counted(ref.table)
        if self._of_all_periods and ref.id not in self.dossier.tables[ref.table]:
            shown = tuple(name for name in shown if not times[plain(name)])
            times = self._of_all_periods._counted(ref.table)
        return next((name for name in shown if times[plain(name)] == 1), f"{ID_MARK}{ref.id}")

    def _counted(self, table: str) -> Counter[str]:
        """How many records of a table answer to a name."""
        if table not in self._times:
            self._times[table] = Counter(name for names in self._names_in(table).values() for name in names)
        return self._times[table]

    def _names_in(self, table: str) -> Mapping[Ref, frozenset[str]]:
        """The records of a table in order, with what each is called, for comparing."""
        if table not in self._names:
            records = self.dossier.ordered(table).values()
            self._names[table] = {Ref(table, record.id): self._own_names(table, record) for record in records}
        return self._names[table]

    def _own_names(self, table: str, record: Record) -> frozenset[str]:
        ref = Ref(table, record.id)
        fields = [value for name in TABLES[table].caption if isinstance(value := getattr(record, name), str)]
        caption = self.dossier.caption(ref)
        names = (
            _number(record),
            getattr(record, "short", ""),
            *fields,
            caption,
            f"{TABLES[table].singular} {caption}",
            self.dossier.name(ref),
        )
        return frozenset(key for name in names if (key := plain(name)))

    def _all_named(self, tables: Sequence[str], typed: str) -> list[Ref]:
        head, slash, rest = typed.partition("/")
        table = table_named(head, self.dossier.region) if slash else None
        if table and table.name in tables and (inside := self._all_named((table.name,), rest.strip())):
            return inside
        records = {Ref(name, record.id): record for name in tables for record in self.dossier.ordered(name).values()}
        if by_id := [ref for ref in records if f"{ID_MARK}{ref.id}" == typed]:
            return by_id
        key = plain(typed)
        if not key:
            return []
        if by_number := [ref for ref, record in records.items() if _number(record) == key]:
            return by_number
        names = {ref: own for name in tables for ref, own in self._names_in(name).items()}
        return (
            [ref for ref, own in names.items() if key in own]
            or [ref for ref in names if str(ref.id) == typed and "number" not in TABLES[ref.table].caption]
            or [ref for ref in names if len(key) >= _FEWEST_LETTERS and self._begins_with(ref, key)]
            or [
                ref for ref in names if len(key) >= _FEWEST_LETTERS and ref.table in _WITH_NAMES and self._has(ref, key)
            ]
        )

    def _has(self, ref: Ref, key: str) -> bool:
        """Whether it stands somewhere in the name."""
        return key in plain(self.dossier.caption(ref))

    def _begins_with(self, ref: Ref, key: str) -> bool:
        """Whether one of its names, other than its number, begins with it: 1.1 is not 1.1a."""
        record, fields = self.dossier.get(ref), fields_of(TABLES[ref.table].model)
        names = [getattr(record, name) for name in TABLES[ref.table].caption if fields[name].kind in ("line", "text")]
        return any(plain(name).startswith(key) for name in names if plain(name) != _number(record))

    def _said(self, tables: Sequence[str], ref: Ref) -> str:
        """A record by its name, with what is short to type for it: `‘Noord College’ (NC)`.

        Nobody has to type a number that only the file knows when the name will do.
        """
        caption = self.dossier.caption(ref)
        short = self._short(ref)
        address = self.of(ref) if len(tables) > 1 else short
        own_name = self._counted(ref.table)[plain(caption)] == 1 and len(caption) <= _SAID_WHOLE
        named = f"‘{shortened(caption, _SAID_WHOLE)}’"
        if short == f"{ID_MARK}{ref.id}" and own_name:
            return named if len(tables) == 1 else f"{self.dossier.word_of(ref.table)} {named}"
        return named if caption.startswith(f"{address} ") else f"{named} ({address})"

    def _elsewhere(self, tables: Sequence[str], typed: str, refs: Sequence[Ref]) -> str:
        """That the period that was asked for has none, and of which period there is one."""
        kinds = " of ".join(self.dossier.word_of(name) for name in tables)
        whole, period = self.dossier.whole, self.dossier.current_period
        belongs = {number for ref in refs for number in whole.periods_of(ref.table, whole.tables[ref.table][ref.id])}
        others = [other.label for other in whole.of(PlanPeriod).values() if other.id in belongs]
        there = f"; {dutch.enumerate_words(others)} wel. Kies met --periode welke je bedoelt." if others else "."
        return f"Planperiode {period.label if period else ''} heeft geen {kinds} ‘{typed}’{there}"

    def _not_there(self, tables: Sequence[str], typed: str) -> str:
        kinds = " of ".join(self.dossier.word_of(name) for name in tables)
        refs = [ref for name in tables for ref in self._names_in(name)]
        if not refs:
            return f"Er is geen {kinds} ‘{typed}’: het dossier heeft er nog geen."
        from difflib import get_close_matches

        near: dict[str, Ref] = {}
        for ref in refs:
            near[plain(self.of(ref) if len(tables) > 1 else self._short(ref))] = ref
            near[plain(self.dossier.caption(ref))] = ref
        first = plain(typed).split()[:1]
        close = dict.fromkeys(ref for ref in refs if [_number(self.dossier.get(ref))] == first)
        close |= dict.fromkeys(near[name] for name in get_close_matches(plain(typed), near, n=3, cutoff=_ALIKE))
        nearest = [self._said(tables, ref) for ref in close]
        advice = (
            f"Het dichtst erbij: {dutch.enumerate_words(nearest)}." if nearest else "Controleer de naam of het nummer."
        )
        return f"Er is geen {kinds} ‘{typed}’. {advice}"


def _number(record: Record | None) -> str:
    return plain(str(getattr(record, "number", "")))
