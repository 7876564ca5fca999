"""The VERI matrix: one party decides, at least one does the work, and others hear of it.

Its rows are all milestones, and the themes and speerpunten that have a role. What is wrong in a row is said there, and
not again for each milestone that takes its roles from that row.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.milestones import Milestone, Veri, VeriCode
from sto_tui.domain.parties import Involvement, Party, PartyStatus
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Level, rule
from sto_tui.planning.veri.matrix import DECIDES, DOES, MatrixRow
from sto_tui.planning.veri.summary import (
    HEARS,
    both_does_and_decides,
    codes_by_party,
    everywhere,
    is_aside,
    judged_rows,
    named_parties,
    other_codes,
    rows_without_role,
)


def _numbered(row: MatrixRow) -> str:
    """`mijlpaal 1.3a`, as a finding calls a row."""
    return f"{TABLES[row.ref.table].singular} {row.number}"


def _with_others(rows: Sequence[MatrixRow]) -> str:
    """The first of some rows, and how many more there are."""
    others = f" (en bij nog {dutch.count(len(rows) - 1, 'rij', 'rijen')})" if len(rows) > 1 else ""
    return f"{_numbered(rows[0])}{others}"


@rule(Level.WAARSCHUWING, Place.VERI)
def empty_matrix(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """Milestones, and no role for anyone: said once.

    Source: VERI-matrix 2020, vul de matrix samen in.
    """
    if dossier.of(Milestone) and not dossier.of(Veri):
        how_many = dutch.count(len(dossier.of(Milestone)), "mijlpaal", "mijlpalen")
        yield (
            ref_of(next(iter(dossier.of(Milestone).values()))),
            f"De VERI-matrix is nog leeg ({how_many}). Vul met de partijen in wie beslist, uitvoert en meedenkt.",
        )


@rule(Level.WAARSCHUWING, Place.VERI)
def milestone_without_role(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A milestone for which nobody has a role, not from its speerpunt or theme either, in a matrix that has roles.

    Source: VERI-matrix 2020, per mijlpaal de rollen benoemen.
    """
    for row in rows_without_role(dossier) if dossier.of(Veri) else ():
        yield row.ref, f"Bij {_numbered(row)} heeft niemand een rol. Vul in wie beslist en wie uitvoert."


@rule(Level.FOUT, Place.VERI)
def not_one_decider(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A row without a party that decides, or with more than one.

    Source: VERI-matrix 2020, wie uitvoert legt verantwoording af aan wie beslist; RACI-handleidingen, één per rij.
    """
    for row in judged_rows(dossier):
        deciders = row.with_code(DECIDES)
        if not deciders:
            yield row.ref, f"Bij {_numbered(row)} is niemand eindverantwoordelijk (E). Kies één partij die beslist."
        elif len(deciders) > 1:
            yield (
                row.ref,
                f"Bij {_numbered(row)} zijn {len(deciders)} partijen eindverantwoordelijk (E): "
                f"{named_parties(dossier, deciders)}. Kies één partij die beslist.",
            )


@rule(Level.FOUT, Place.VERI)
def no_doer(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A row in which nobody does the work.

    Source: VERI-matrix 2020, wie de taak uitvoert.
    """
    for row in judged_rows(dossier):
        if not row.with_code(DOES):
            yield row.ref, f"Bij {_numbered(row)} is niemand verantwoordelijk (V). Kies wie het uitvoert."


@rule(Level.FOUT, Place.VERI)
def out_of_the_loop_with_role(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A party that is out of the loop and has a role in the same row.

    Source: VERI-matrix 2020, O is geen onderdeel van het proces.
    """
    for row in judged_rows(dossier):
        for party in row.both_in_and_out:
            yield (
                row.ref,
                f"Bij {_numbered(row)} staat {dossier.caption(party)} op O (out of the loop) en ook op "
                f"{other_codes(row, party)}. Haal een van de twee weg.",
            )


@rule(Level.TIP, Place.VERI)
def does_and_decides(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """One party that does the work and approves it too.

    Source: VERI-matrix 2020, de uitvoerder legt verantwoording af aan de beslisser.
    """
    for row in judged_rows(dossier):
        for party in both_does_and_decides(row):
            yield (
                row.ref,
                f"Bij {_numbered(row)} is {dossier.caption(party)} zowel V als E. Kan een ander het werk goedkeuren?",
            )


@rule(Level.TIP, Place.VERI)
def several_doers(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """Rows in which more than one party does the work; one finding for all.

    Source: RACI-handleidingen, deel het werk op of kies één trekker.
    """
    rows = [row for row in judged_rows(dossier) if len(row.with_code(DOES)) > 1]
    if rows:
        yield (
            rows[0].ref,
            f"Bij {_with_others(rows)} is meer dan één partij verantwoordelijk (V). Splits het werk of kies één "
            "trekker.",
        )


@rule(Level.TIP, Place.VERI)
def many_consulted(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """Rows in which more parties are consulted than the region finds wise; one finding for all.

    Source: RACI-handleidingen, raadpleeg alleen wie iets kan bijdragen.
    """
    yield from _too_many(dossier, VeriCode.RAADPLEGEN, dossier.region.most_consulted, "Moet iedereen vooraf meedenken?")


@rule(Level.TIP, Place.VERI)
def many_informed(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """Rows in which more parties are informed than the region finds wise; one finding for all.

    Source: RACI-handleidingen, informeer alleen wie het nodig heeft.
    """
    yield from _too_many(dossier, VeriCode.INFORMEREN, dossier.region.most_informed, "Wil iedereen dit weten?")


def _too_many(dossier: Dossier, code: VeriCode, most: int, question: str) -> Iterator[tuple[Ref, str]]:
    rows = [row for row in judged_rows(dossier) if len(row.with_code((code,))) > most]
    if rows:
        yield rows[0].ref, f"Bij {_with_others(rows)} staan veel partijen op {code.value} (meer dan {most}). {question}"


@rule(Level.TIP, Place.VERI)
def nobody_heard(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """Rows in which nobody is consulted or informed; one finding for all, since there are often many.

    Source: VERI-matrix 2020, raadplegen en informeren houden iedereen aangehaakt.
    """
    silent = [row for row in judged_rows(dossier) if not row.with_code(HEARS)]
    if silent:
        yield (
            silent[0].ref,
            f"Bij {_with_others(silent)} wordt niemand geraadpleegd (R) of geïnformeerd (I). Wie moet dit weten?",
        )


@rule(Level.TIP, Place.VERI)
def only_on_the_side(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A party that is only informed or out of the loop, in every row where it stands.

    Source: VERI-matrix 2020, maak zichtbaar wat ieders rol is.
    """
    for party in codes_by_party(dossier):
        if is_aside(dossier, party):
            yield (
                party,
                f"{dutch.capital(dossier.caption(party))} staat in de VERI-matrix alleen op I of O. Kan deze partij "
                "ergens meedenken of meedoen?",
            )


@rule(Level.TIP, Place.VERI)
def party_everywhere(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """Parties with a role in every milestone; one finding for all.

    Source: RACI-handleidingen, een kolom zonder lege cellen.
    """
    if parties := everywhere(dossier):
        verb = "heeft" if len(parties) == 1 else "hebben"
        yield (
            parties[0],
            f"{dutch.capital(named_parties(dossier, parties))} {verb} een rol in elke mijlpaal. Moet dat overal?",
        )


@rule(Level.TIP, Place.VERI)
def party_without_role(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """Parties that take part in the work without a role in a matrix that has roles; one finding for all.

    Source: VERI-matrix 2020, maak zichtbaar wat ieders rol is.
    """
    missing = [
        ref_of(party)
        for party in dossier.of(Party).values()
        if Involvement.UITVOERING in party.involved_in
        and party.status is not PartyStatus.GESTOPT
        and ref_of(party) not in codes_by_party(dossier)
    ]
    if missing and dossier.of(Veri):
        verb = "doet" if len(missing) == 1 else "doen"
        has = "heeft" if len(missing) == 1 else "hebben"
        yield (
            missing[0],
            f"{dutch.capital(named_parties(dossier, missing))} {verb} mee aan de uitvoering, maar {has} geen rol in "
            "de VERI-matrix. Welke rol hoort erbij?",
        )
