"""The VERI matrix: one party decides, at least one does the work, and others hear of it.

Its rows are all milestones, and the themes and speerpunten that have a role. What is wrong in a row is found there, and
not again for each milestone that takes its roles from that row; the marks in the matrix stand at those too.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import wraps
from operator import attrgetter

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.milestones import Milestone, Veri, VeriCode
from sto_tui.domain.parties import Involvement
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.checks.empty_field import there
from sto_tui.planning.checks.finding import MET, Found, Level, Points, check, check_each
from sto_tui.planning.checks.milestones import too_many_in_a_quarter
from sto_tui.planning.checks.set_aside import set_aside_as
from sto_tui.planning.once_per_version import while_same
from sto_tui.planning.parties_of_plan import taking_part
from sto_tui.planning.veri.columns import columns
from sto_tui.planning.veri.matrix import DECIDES, DOES, MatrixRow, about, matrix_row, matrix_rows
from sto_tui.planning.veri.summary import (
    ENOUGH_MILESTONES,
    HEARS,
    both_does_and_decides,
    busy_quarters,
    codes_by_party,
    everywhere,
    is_aside,
    judged_rows,
    named_parties,
    other_codes,
    rows_to_settle,
)

_RowCheck = Callable[[Dossier, MatrixRow], Points]
_Applies = Callable[[Dossier, MatrixRow], bool]
_SaysOfRow = Callable[[Dossier, MatrixRow, int], Found]


def _numbered(dossier: Dossier, row: MatrixRow) -> str:
    """`mijlpaal 1.3a`, or what the region calls the level of the row."""
    return f"{word_of_table(dossier.region, row.ref.table).singular} {row.number}"


def _with_others(dossier: Dossier, row: MatrixRow, other_rows: int) -> str:
    """The first of some rows, and how many more there are."""
    more = f" (en bij nog {dutch.count(other_rows, 'rij', 'rijen')})" if other_rows else ""
    return f"{_numbered(dossier, row)}{more}"


def _many_parties(parties: Sequence[Ref]) -> str:
    """`Twee partijen`, `13 partijen`, to begin a sentence."""
    return f"{dutch.capital(dutch.in_words(len(parties)))} partijen"


def _name(dossier: Dossier, party: Ref) -> str:
    return dutch.capital(dossier.caption(party))


@check(Level.ONTBREEKT, Place.VERI, Chapter.ORGANISATIE, in_paper=True)
def no_roles(dossier: Dossier, today: date) -> Points:
    """A plan that does not say who does what.

    Source: VERI-matrix 2020, vul de matrix samen in.
    """
    yield there(dossier, "veri", "wie welke rol heeft per mijlpaal")


@check(Level.WAARSCHUWING, Place.VERI, Chapter.ORGANISATIE, until_end=True)
def empty_matrix(dossier: Dossier, today: date) -> Points:
    """Milestones, and no role for anyone: said once.

    Source: VERI-matrix 2020, vul de matrix samen in.
    """
    if dossier.of(Milestone) and not dossier.of(Veri):
        how_many = dutch.count(len(dossier.of(Milestone)), "mijlpaal", "mijlpalen")
        yield Found(
            ref_of(next(iter(dossier.of(Milestone).values()))),
            f"De VERI-matrix is nog leeg ({how_many}). Vul met de partijen in wie beslist, uitvoert en meedenkt.",
        )


# Rows: what is wrong.


@check_each(rows_to_settle, Level.WAARSCHUWING, Place.VERI, Chapter.ORGANISATIE, in_paper=True, until_end=True)
def milestone_without_role(dossier: Dossier, row: MatrixRow) -> Points:
    """A milestone for which nobody has a role, not from its speerpunt or theme either, in a matrix that has roles.

    Source: VERI-matrix 2020, per mijlpaal de rollen benoemen.
    """
    if not row.shown:
        yield Found(
            row.ref,
            f"Bij {_numbered(dossier, row)} heeft niemand een rol. Vul in wie beslist en wie uitvoert.",
            f"Bij {about(dossier, row.ref)} heeft niemand een rol.",
            f"de rollen bij {_numbered(dossier, row)}",
            "roles",
        )


@check_each(rows_to_settle, Level.FOUT, Place.VERI, Chapter.ORGANISATIE, in_paper=True, until_end=True)
def not_one_decider(dossier: Dossier, row: MatrixRow) -> Points:
    """A row without a party that decides, or with more than one.

    Source: VERI-matrix 2020, wie uitvoert legt verantwoording af aan wie beslist; RACI-handleidingen, één per rij.
    """
    deciders = row.with_code(DECIDES)
    if len(deciders) == 1:
        yield MET
    elif deciders:
        names = named_parties(dossier, deciders)
        yield Found(
            row.ref,
            f"Bij {_numbered(dossier, row)} "
            f"zijn {len(deciders)} partijen eindverantwoordelijk (E): {names}. Kies één partij "
            "die beslist.",
            f"Kies één E voor {about(dossier, row.ref)}: nu beslissen {_many_parties(deciders).lower()} ({names}).",
            f"wie van {names} over {_numbered(dossier, row)} beslist (E)",
            "decides",
        )
    elif row.shown:
        yield Found(
            row.ref,
            f"Bij {_numbered(dossier, row)} is niemand eindverantwoordelijk (E). Kies één partij die beslist.",
            f"Kies één E voor {about(dossier, row.ref)}: nu beslist niemand.",
            f"wie over {_numbered(dossier, row)} beslist (E)",
            "decides",
        )


@check_each(rows_to_settle, Level.FOUT, Place.VERI, Chapter.ORGANISATIE, in_paper=True, until_end=True)
def no_doer(dossier: Dossier, row: MatrixRow) -> Points:
    """A row in which nobody does the work.

    Source: VERI-matrix 2020, wie de taak uitvoert.
    """
    if row.with_code(DOES):
        yield MET
    elif row.shown:
        yield Found(
            row.ref,
            f"Bij {_numbered(dossier, row)} is niemand verantwoordelijk (V). Kies wie het uitvoert.",
            f"Kies een V voor {about(dossier, row.ref)}: niemand voert het uit.",
            f"wie {_numbered(dossier, row)} uitvoert (V)",
            "does",
        )


@check_each(rows_to_settle, Level.FOUT, Place.VERI, Chapter.ORGANISATIE, in_paper=True)
def out_of_the_loop_with_role(dossier: Dossier, row: MatrixRow) -> Points:
    """A party that is out of the loop and has a role in the same row.

    Source: VERI-matrix 2020, O is geen onderdeel van het proces.
    """
    for party in row.both_in_and_out:
        name, codes = dossier.caption(party), other_codes(row, party)
        yield Found(
            row.ref,
            f"Bij {_numbered(dossier, row)} "
            f"staat {name} op O (out of the loop) en ook op {codes}. Haal een van de twee weg.",
            f"Kies bij {about(dossier, row.ref)} voor O of voor {codes}: {name} heeft nu beide.",
            f"of {name} bij {_numbered(dossier, row)} op O staat of op {codes}",
            f"out of the loop: {party}",
        )


# Rows: what may be better. Of what there are often many, one finding is for all rows.


def _once_for_all(applies: _Applies) -> Callable[[_SaysOfRow], _RowCheck]:
    """Registers a check that is one finding for all rows in which `applies`; what stands there checks one row."""

    def register(says: _SaysOfRow) -> _RowCheck:
        @wraps(says)
        def of_all(dossier: Dossier, today: date) -> Points:
            rows = [row for row in judged_rows(dossier) if applies(dossier, row)]
            if rows:
                yield says(dossier, rows[0], len(rows) - 1)

        def of_one(dossier: Dossier, row: MatrixRow) -> Points:
            if applies(dossier, row):
                yield says(dossier, row, 0)

        check(Level.TIP, Place.VERI, Chapter.ORGANISATIE, until_end=True)(of_all)
        return of_one

    return register


@_once_for_all(lambda dossier, row: len(row.with_code(DOES)) > 1)
def several_doers(dossier: Dossier, row: MatrixRow, other_rows: int) -> Found:
    """Rows in which more than one party does the work; one finding for all.

    Source: RACI-handleidingen, deel het werk op of kies één trekker.
    """
    doers = row.with_code(DOES)
    names = named_parties(dossier, doers)
    return Found(
        row.ref,
        f"Bij {_with_others(dossier, row, other_rows)} "
        "is meer dan één partij verantwoordelijk (V). Splits het werk of kies één "
        "trekker.",
        f"{_many_parties(doers)} voeren {about(dossier, row.ref)} uit: {names}. Splits het of kies één trekker.",
    )


@_once_for_all(lambda dossier, row: len(row.with_code((VeriCode.RAADPLEGEN,))) > dossier.region.most_consulted)
def many_consulted(dossier: Dossier, row: MatrixRow, other_rows: int) -> Found:
    """Rows in which more parties are consulted than the region finds wise; one finding for all.

    Source: RACI-handleidingen, raadpleeg alleen wie iets kan bijdragen.
    """
    parties = _many_parties(row.with_code((VeriCode.RAADPLEGEN,)))
    return Found(
        row.ref,
        f"Bij {_with_others(dossier, row, other_rows)} "
        f"staan veel partijen op R (meer dan {dossier.region.most_consulted}). "
        "Moet iedereen vooraf meedenken?",
        f"{parties} worden over {about(dossier, row.ref)} geraadpleegd. Moet iedereen vooraf iets zeggen?",
    )


@_once_for_all(lambda dossier, row: len(row.with_code((VeriCode.INFORMEREN,))) > dossier.region.most_informed)
def many_informed(dossier: Dossier, row: MatrixRow, other_rows: int) -> Found:
    """Rows in which more parties are informed than the region finds wise; one finding for all.

    Source: RACI-handleidingen, informeer alleen wie het nodig heeft.
    """
    parties = _many_parties(row.with_code((VeriCode.INFORMEREN,)))
    return Found(
        row.ref,
        f"Bij {_with_others(dossier, row, other_rows)} "
        f"staan veel partijen op I (meer dan {dossier.region.most_informed}). "
        "Wil iedereen dit weten?",
        f"{parties} worden over {about(dossier, row.ref)} geïnformeerd. Wil iedereen dit weten?",
    )


@_once_for_all(lambda dossier, row: not row.with_code(HEARS))
def nobody_heard(dossier: Dossier, row: MatrixRow, other_rows: int) -> Found:
    """Rows in which nobody is consulted or informed; one finding for all, since there are often many.

    Source: VERI-matrix 2020, raadplegen en informeren houden iedereen aangehaakt.
    """
    return Found(
        row.ref,
        f"Bij {_with_others(dossier, row, other_rows)} "
        "wordt niemand geraadpleegd (R) of geïnformeerd (I). Wie moet dit weten?",
        f"Over {about(dossier, row.ref)} wordt niemand geraadpleegd of geïnformeerd. Wie moet dit weten?",
    )


@check_each(judged_rows, Level.TIP, Place.VERI, Chapter.ORGANISATIE, until_end=True)
def does_and_decides(dossier: Dossier, row: MatrixRow) -> Points:
    """One party that does the work and approves it too.

    Source: VERI-matrix 2020, de uitvoerder legt verantwoording af aan de beslisser.
    """
    for party in both_does_and_decides(row):
        yield Found(
            row.ref,
            f"Bij {_numbered(dossier, row)} "
            f"is {dossier.caption(party)} zowel V als E. Kan een ander het werk goedkeuren?",
            f"{_name(dossier, party)} voert {about(dossier, row.ref)} uit en beslist erover. Kan een ander het werk "
            "goedkeuren?",
        )


_ERRORS: Sequence[_RowCheck] = (milestone_without_role, not_one_decider, no_doer, out_of_the_loop_with_role)
_HINTS: Sequence[_RowCheck] = (several_doers, many_consulted, many_informed, nobody_heard, does_and_decides)


def row_errors(dossier: Dossier, row: Ref) -> list[str]:
    """What is wrong in a row, in short; a theme or speerpunt without codes of its own has no errors."""
    shown_row = matrix_row(dossier, row)
    return errors_of(dossier, [shown_row])[0] if shown_row else []


def errors_of(dossier: Dossier, rows: Sequence[MatrixRow]) -> list[list[str]]:
    """The same of each of these rows: the same list as before where nothing of the row changed."""
    known, every = _known_errors(dossier), []
    for row in rows:
        judged_row, errors = known.get(row.ref, (None, []))
        if judged_row is not row:
            errors = _short(dossier, row, _ERRORS) if _is_judged(row) else []
            known[row.ref] = row, errors
        every.append(errors)
    return every


@while_same("themes", "speerpunten", "milestones", "parties", "bodies", "region", "set_aside")
def _known_errors(dossier: Dossier) -> dict[Ref, tuple[MatrixRow, list[str]]]:
    """Those of the rows that were asked about, each with that row as it was: an edit in the matrix changes few."""
    return {}


def row_hints(dossier: Dossier, row: Ref) -> list[str]:
    """What may be better in a row that has roles, in short."""
    shown_row = _shown(dossier, row)
    return _short(dossier, shown_row, _HINTS) if shown_row and shown_row.shown else []


def _shown(dossier: Dossier, row: Ref) -> MatrixRow | None:
    shown_row = matrix_row(dossier, row)
    return shown_row if shown_row and _is_judged(shown_row) else None


def _is_judged(row: MatrixRow) -> bool:
    return bool(row.own) or row.ref.table == "milestones"


def _short(dossier: Dossier, row: MatrixRow, checks: Sequence[_RowCheck]) -> list[str]:
    return [
        point.short
        for look in checks
        for point in look(dossier, row)
        if point is not MET and not set_aside_as(dossier, look.__name__, point.ref, point.message)
    ]


# Columns.


@check_each(codes_by_party, Level.TIP, Place.VERI, Chapter.ORGANISATIE, until_end=True)
def only_on_the_side(dossier: Dossier, party: Ref) -> Points:
    """A party that is only informed or out of the loop, in every row where it stands.

    Source: VERI-matrix 2020, maak zichtbaar wat ieders rol is.
    """
    if is_aside(dossier, party):
        name, question = _name(dossier, party), "Kan deze partij ergens meedenken of meedoen?"
        yield Found(
            party,
            f"{name} staat in de VERI-matrix alleen op I of O. {question}",
            f"{name} staat alleen op I of O. {question}",
        )


@check(Level.TIP, Place.VERI, Chapter.ORGANISATIE, until_end=True)
def party_everywhere(dossier: Dossier, today: date) -> Points:
    """Parties with a role in every milestone; one finding for all.

    Source: RACI-handleidingen, een kolom zonder lege cellen.
    """
    if parties := everywhere(dossier):
        yield _has_role_everywhere(dossier, parties)


def _has_role_everywhere(dossier: Dossier, parties: Sequence[Ref]) -> Found:
    verb = "heeft" if len(parties) == 1 else "hebben"
    names = dutch.capital(named_parties(dossier, parties))
    return Found(parties[0], f"{names} {verb} een rol in elke mijlpaal. Moet dat overal?")


@check(Level.TIP, Place.VERI, Chapter.ORGANISATIE, until_end=True)
def party_without_role(dossier: Dossier, today: date) -> Points:
    """Parties that take part in the work without a role in a matrix that has roles; one finding for all.

    Source: VERI-matrix 2020, maak zichtbaar wat ieders rol is.
    """
    missing = [
        ref_of(party)
        for party in taking_part(dossier)
        if Involvement.UITVOERING in party.involved_in and ref_of(party) not in codes_by_party(dossier)
    ]
    if missing and dossier.of(Veri):
        verb = "doet" if len(missing) == 1 else "doen"
        has = "heeft" if len(missing) == 1 else "hebben"
        yield Found(
            missing[0],
            f"{dutch.capital(named_parties(dossier, missing))} {verb} mee aan de uitvoering, maar {has} geen rol in "
            "de VERI-matrix. Welke rol hoort erbij?",
        )


def _all_columns(dossier: Dossier) -> Iterable[Ref]:
    return columns(dossier, hidden=True)


@check_each(_all_columns, Level.TIP, Place.VERI, Chapter.ORGANISATIE, listed=False)
def empty_column(dossier: Dossier, party: Ref) -> Points:
    """A column in which nothing stands; said at the column only, since a region may keep it for later.

    Source: VERI-matrix 2020, maak zichtbaar wat ieders rol is.
    """
    if party not in codes_by_party(dossier):
        yield Found(party, f"{_name(dossier, party)} heeft nergens een rol. Hoort deze kolom in de matrix?")


@check_each(_all_columns, Level.TIP, Place.VERI, Chapter.ORGANISATIE, listed=False)
def decides_about_most(dossier: Dossier, party: Ref) -> Points:
    """A party that decides about more than half of the milestones; said at the column only: often it is right.

    Source: RACI-handleidingen, een kolom met veel A’s.
    """
    milestones = [row for row in matrix_rows(dossier) if row.ref.table == "milestones" and row.shown]
    decides = sum(party in row.with_code(DECIDES) for row in milestones)
    many = len(milestones)
    if many >= ENOUGH_MILESTONES and decides * 2 > many:
        yield Found(
            party,
            f"{_name(dossier, party)} beslist over {decides} van de {many} mijlpalen. Kan een ander over een deel "
            "beslissen?",
        )


def column_hints(dossier: Dossier, party: Ref) -> list[str]:
    """What may be better in a column, in short."""
    points = [*empty_column(dossier, party), *only_on_the_side(dossier, party)]
    if party in everywhere(dossier):
        points.append(_has_role_everywhere(dossier, [party]))
    points += decides_about_most(dossier, party)
    busy = (quarter for quarter in busy_quarters(dossier) if quarter.party == party)
    for quarter in sorted(busy, key=attrgetter("quarter")):
        points += too_many_in_a_quarter(dossier, quarter)
    return [point.short or point.message for point in points if point is not MET]
