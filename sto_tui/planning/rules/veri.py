"""The VERI matrix: one party decides, at least one does the work, and others hear of it.

Its rows are all milestones, and the themes and speerpunten that have a role.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.milestones import Veri, VeriCode
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.planning.findings import Level, rule

_DOES = frozenset(code for code in VeriCode if code.does)
_DECIDES = frozenset(code for code in VeriCode if code.decides)
_HEARS = frozenset((VeriCode.RAADPLEGEN, VeriCode.INFORMEREN))
_ASIDE = frozenset((VeriCode.INFORMEREN, VeriCode.OUT_OF_THE_LOOP))


def _filled_rows(dossier: Dossier) -> Iterator[tuple[Ref, list[Veri]]]:
    """The rows with a role, of records that exist: milestones first, by number."""
    for table in ("milestones", "speerpunten", "themes"):
        for number in dossier.ordered(table):
            row = Ref(table, number)
            if roles := dossier.veri_row(row):
                yield row, roles


def _named(dossier: Dossier, row: Ref) -> str:
    record = dossier.get(row)
    return f"{TABLES[row.table].singular} {getattr(record, 'number', row.id)}"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _with_code(roles: list[Veri], codes: Collection[VeriCode]) -> list[Ref]:
    """The parties with one of these codes, each once."""
    return list(dict.fromkeys(role.party for role in roles if role.code in codes))


@rule(Level.WAARSCHUWING, 6)
def empty_matrix(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """Milestones, and no role for anyone: said once.

    Source: VERI-matrix 2020, vul de matrix samen in.
    """
    if dossier.milestones and not dossier.veri:
        how_many = dutch.count(len(dossier.milestones), "mijlpaal", "mijlpalen")
        yield (
            ref_of(next(iter(dossier.milestones.values()))),
            f"De VERI-matrix is nog leeg ({how_many}). Vul met de partijen in wie beslist, uitvoert en meedenkt.",
        )


@rule(Level.WAARSCHUWING, 6)
def milestone_without_role(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A milestone for which nobody has a role, in a matrix that has roles.

    Source: VERI-matrix 2020, per mijlpaal de rollen benoemen.
    """
    for milestone in dossier.milestones.values() if dossier.veri else ():
        if not dossier.veri_row(ref_of(milestone)):
            yield (
                ref_of(milestone),
                f"Bij mijlpaal {milestone.number} heeft niemand een rol. Vul in wie beslist en wie uitvoert.",
            )


@rule(Level.FOUT, 6)
def not_one_decider(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A row without a party that decides, or with more than one.

    Source: VERI-matrix 2020, aan één partij wordt verantwoording afgelegd.
    """
    for row, roles in _filled_rows(dossier):
        deciders = _with_code(roles, _DECIDES)
        if not deciders:
            yield row, f"Bij {_named(dossier, row)} is niemand eindverantwoordelijk (E). Kies één partij die beslist."
        elif len(deciders) > 1:
            names = dutch.enumerate_words([dossier.caption(party) for party in deciders])
            yield (
                row,
                f"Bij {_named(dossier, row)} zijn {len(deciders)} partijen eindverantwoordelijk (E): {names}. Kies één "
                "partij die beslist.",
            )


@rule(Level.FOUT, 6)
def no_doer(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A row in which nobody does the work.

    Source: VERI-matrix 2020, wie de taak uitvoert.
    """
    for row, roles in _filled_rows(dossier):
        if not any(role.code in _DOES for role in roles):
            yield row, f"Bij {_named(dossier, row)} is niemand verantwoordelijk (V). Kies wie het uitvoert."


@rule(Level.FOUT, 6)
def out_of_the_loop_with_role(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A party that is out of the loop and has a role in the same row.

    Source: VERI-matrix 2020, O is geen onderdeel van het proces.
    """
    for row, roles in _filled_rows(dossier):
        for party in _with_code(roles, (VeriCode.OUT_OF_THE_LOOP,)):
            codes = dict.fromkeys(role.code for role in roles if role.party == party)
            others = [code.value for code in codes if code is not VeriCode.OUT_OF_THE_LOOP]
            if others:
                yield (
                    row,
                    f"Bij {_named(dossier, row)} staat {dossier.caption(party)} op O (out of the loop) en ook op "
                    f"{' en '.join(others)}. Haal een van de twee weg.",
                )


@rule(Level.TIP, 6)
def does_and_decides(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """One party that does the work and approves it too.

    Source: VERI-matrix 2020, de uitvoerder legt verantwoording af aan de beslisser.
    """
    for row, roles in _filled_rows(dossier):
        deciders = _with_code(roles, _DECIDES)
        for party in _with_code(roles, _DOES):
            if party in deciders:
                yield (
                    row,
                    f"Bij {_named(dossier, row)} is {dossier.caption(party)} zowel V als E. Kan een ander het werk "
                    "goedkeuren?",
                )


@rule(Level.TIP, 6)
def nobody_heard(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """Rows in which nobody is consulted or informed; one finding for all, since there are often many.

    Source: VERI-matrix 2020, raadplegen en informeren houden iedereen aangehaakt.
    """
    silent = [row for row, roles in _filled_rows(dossier) if not any(role.code in _HEARS for role in roles)]
    if silent:
        others = f" (en bij nog {dutch.count(len(silent) - 1, 'rij', 'rijen')})" if len(silent) > 1 else ""
        name = _named(dossier, silent[0])
        yield (
            silent[0],
            f"Bij {name}{others} wordt niemand geraadpleegd (R) of geïnformeerd (I). Wie moet dit weten?",
        )


@rule(Level.TIP, 6)
def only_on_the_side(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A party that is only informed or out of the loop, in every row where it stands.

    Source: VERI-matrix 2020, maak zichtbaar wat ieders rol is.
    """
    codes: dict[Ref, set[VeriCode]] = defaultdict(set)
    for role in dossier.veri.values():
        codes[role.party].add(role.code)
    for party, theirs in codes.items():
        if theirs <= _ASIDE and dossier.get(party) is not None:
            yield (
                party,
                f"{_capital(dossier.caption(party))} staat in de VERI-matrix alleen op I of O. Kan deze partij ergens "
                "meedenken of meedoen?",
            )
