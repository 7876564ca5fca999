"""What bringing two copies together does, in Dutch."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sto_tui.domain import dutch
from sto_tui.domain.change import Edit, carried_out
from sto_tui.domain.dossier import Dossier, Unsettled
from sto_tui.domain.level_words import own_fields, word_of_table
from sto_tui.domain.merging.texts import text_differences
from sto_tui.domain.merging.unsettled import can_keep_both, differing_fields
from sto_tui.domain.record import Record, fields_of
from sto_tui.domain.region import Region
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import around_difference, cut
from sto_tui.storage.apart.merging import Merge
from sto_tui.storage.file.dossier_copy import Joined
from sto_tui.storage.file.lineage import CopyRelation

EMPTY = "(leeg)"
REMOVED, STAYS = "verwijderd", "blijft staan"
# What is to be chosen, for one and for more. A choice that a newer copy already has brings what stands there along.
_COMES_BACK = ("komt terug", "komen terug")
_AS_THERE = ("wordt zoals daar", "worden zoals daar")
_IS_AS_HERE = ("blijft staan zoals hier", "blijven staan zoals hier")
_UNTIL_CHOSEN = (_COMES_BACK, _AS_THERE, _IS_AS_HERE)
_CONTEXT = 40
_MOST_SHOWN = 200


def told_merge(merge: Merge, joined: Joined) -> Iterator[str]:
    """What the other copy brings in, a line each."""
    ours, theirs = merge.ours.path.name, merge.their_name
    if not joined.changes_anything:
        yield f"Alles uit {theirs} staat al in {ours}."
        return
    if merge.doubt:
        yield f"Let op: {merge.doubt} Samenvoegen is alleen goed als het toch hetzelfde dossier is."
    if merge.relation is CopyRelation.NEWER:
        yield f"{theirs} is nieuwer dan {ours} en bevat alles daaruit."
    else:
        yield f"{theirs} en {ours} zijn los van elkaar gewijzigd."
    if not merge.knows_start:
        yield (
            "Van vóór die wijzigingen is geen versie meer te vinden. Alles uit beide blijft daarom staan, ook wat in "
            "een van beide is verwijderd."
        )
    yield f"Dit verandert er in {ours}:"
    yield from (f"  {line}" for line in told_effect(joined, merge.region))


def told_effect(joined: Joined, region: Region) -> Iterator[str]:
    """What changes here, per table in the words of the region, and how much there is to choose."""
    yield from _told_changes(joined.change.edits, region)
    if joined.beside:
        yield f"{dutch.count(len(joined.beside), 'regel', 'regels')} die deze versie van sto-tui niet kan gebruiken"
    if joined.asked:
        yield _told_asked(joined)


def _told_asked(joined: Joined) -> str:
    """How what is to be chosen stands until then: `1 keuze: die blijft staan zoals hier tot je kiest`."""
    edits = {edit.ref: edit for edit in joined.change.edits}
    ways = Counter(_until_chosen(choice, edits.get(choice.ref)) for choice in joined.asked)
    many = len(joined.asked)
    if len(ways) > 1:
        told = dutch.enumerate_words([f"{ways[way]} {way[ways[way] > 1]}" for way in _UNTIL_CHOSEN if ways[way]])
    else:
        (way,) = ways
        told = f"wat hier is verwijderd {way[0]}" if way == _COMES_BACK else f"die {way[many > 1]}"
    return f"{dutch.count(many, 'keuze', 'keuzes')}: {told} tot je kiest"


def _until_chosen(choice: Unsettled, edit: Edit | None) -> tuple[str, str]:
    if edit is None:
        return _IS_AS_HERE
    if edit.before is None:
        return _COMES_BACK if choice.is_removed_here else _AS_THERE
    changed = any(getattr(edit.before, name) != getattr(edit.after, name) for name in choice.fields)
    return _AS_THERE if changed else _IS_AS_HERE


def _told_changes(edits: Iterable[Edit], region: Region) -> Iterator[str]:
    """What comes into a dossier, per table: `mijlpalen: 2 nieuw, 1 gewijzigd`."""
    counts: dict[str, list[int]] = {}
    for edit in edits:
        if not edit.says_something:
            continue
        numbers = counts.setdefault(edit.ref.table, [0, 0, 0])
        numbers[0 if edit.before is None else 2 if edit.after is None else 1] += 1
    for table in TABLES.values():
        if table.name in counts:
            words = zip(counts[table.name], ("nieuw", "gewijzigd", "verwijderd"), strict=True)
            told = ", ".join(f"{many} {word}" for many, word in words if many)
            yield f"{word_of_table(region, table.name).plural}: {told}"


def told_records(joined: Joined, ours: Dossier) -> Iterator[str]:
    """The same by name: each record that changes here, and each choice."""
    ours, theirs = ours.whole, carried_out(ours.whole, joined.change)
    for edit in joined.change.edits:
        if not edit.says_something:
            continue
        name = dutch.capital((theirs if edit.after else ours).name(edit.ref))
        if edit.before is None or edit.after is None:
            yield f"{name} {'komt erbij' if edit.after else 'gaat weg'}"
            continue
        labels = [
            spec.label_in_text
            for field, spec in own_fields(type(edit.after), ours.region).items()
            if not spec.hidden and getattr(edit.before, field) != getattr(edit.after, field)
        ]
        yield f"{name} gewijzigd{f': {dutch.enumerate_words(labels)}' if labels else ''}"
    known = {choice.key for choice in ours.unsettled}
    for choice in joined.unsettled:
        if choice.key not in known:
            yield f"Keuze: {told_unsettled(choice, theirs).about}"


@dataclass(frozen=True)
class ToldChoice:
    """A choice that is open: of which record and about what, how it is here, and how in the other copy.

    `differences` is the same in full, for each field and each stretch of a long text that differs. Two long texts can
    stand one after the other: then `can_both`.
    """

    about: str
    here: str
    there: str
    source: str
    differences: tuple[tuple[str, str], ...] = ()
    can_both: bool = False


def told_unsettled(unsettled: Unsettled, dossier: Dossier) -> ToldChoice:
    """An open choice in words."""
    record = dossier.get(unsettled.ref)
    name = dutch.capital(dossier.name(unsettled.ref))
    if unsettled.other is None or record is None:
        here, there = ("hier", f"in {unsettled.source}")
        removed, used = (here, there) if unsettled.is_removed_here else (there, here)
        about = f"{name} is {removed} verwijderd en {used} gewijzigd of gebruikt"
        ways = (REMOVED, STAYS) if unsettled.is_removed_here else (STAYS, REMOVED)
        return ToldChoice(about, *ways, unsettled.source)
    specs = own_fields(type(record), dossier.region)
    names = differing_fields(record, unsettled)
    about = f"{name}, bij {dutch.enumerate_words([f'‘{specs[field].label}’' for field in names])}"
    here, there = (_shown(dossier, version, names) for version in (record, unsettled.other))
    here, there = around_difference(here, there, _CONTEXT)
    return ToldChoice(
        about,
        cut(here, _MOST_SHOWN),
        cut(there, _MOST_SHOWN),
        unsettled.source,
        tuple(_differences(dossier, record, unsettled.other, names)),
        can_keep_both(record, unsettled),
    )


def _differences(dossier: Dossier, record: Record, other: Record, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    specs = own_fields(type(record), dossier.region)
    for name in names:
        label = f"{specs[name].label}: " if len(names) > 1 else ""
        stretches = [(_shown(dossier, record, [name]), _shown(dossier, other, [name]))]
        if specs[name].kind == "text":
            stretches = text_differences(getattr(record, name), getattr(other, name)) or stretches
        for here, there in stretches:
            here, there = around_difference(here, there, _CONTEXT)
            yield f"{label}{here or EMPTY}", f"{label}{there or EMPTY}"


def _shown(dossier: Dossier, version: Record, names: Iterable[str]) -> str:
    specs = fields_of(type(version))
    return "; ".join(dossier.shown(specs[name], getattr(version, name)) or EMPTY for name in names)
