"""Every list of every place names fields of its model, and each of its rows fills the columns that it has."""

from datetime import date

from sto_tui.app import StoApp
from sto_tui.domain.tables import TABLES
from sto_tui.places import Place
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.frame.section import Section
from tests.support.broad_plan import broad_plan
from tests.support.filled import filled_dossier

TODAY = date(2027, 5, 20)

OF_NO_MODEL = {
    (Place.OVERZICHT, "Overzicht"): "steps, what to do now, deadlines, changes and findings",
    (Place.VOORTGANG, "Tellingen"): "counts by theme and by party",
    (Place.CONCEPT, "Stukken"): "papers are no records",
    (Place.CONCEPT, "Hoofdstukken"): "chapters are no records",
    (Place.CONCEPT, "Nog in te vullen"): "holes, which checks find in any table",
}
"""The lists that show no records of one model, with what they show."""


def lists() -> dict[tuple[Place, str], Section]:
    found = {}
    for place in Place:
        factory = StoApp.MODES[place.key]
        assert callable(factory)
        screen = factory()
        for section in screen.sections if isinstance(screen, PlaceScreen) else ():
            found[place, section.title] = section
    return found


def test_every_list_names_fields_of_its_model() -> None:
    assert {at for at, section in lists().items() if not section.fields} == set(OF_NO_MODEL)
    for section in lists().values():
        assert section.fields <= TABLES[section.table].model.model_fields.keys()


def test_every_row_has_a_cell_for_each_column() -> None:
    seen = set()
    for dossier in (filled_dossier(), broad_plan()):
        for at, section in lists().items():
            for row in section.rows(dossier, TODAY):
                if row.kind == "record" and not row.wide:
                    seen.add(at)
                    assert len(row.cells) == len(section.columns), (at, row)
    assert seen == lists().keys() - {(Place.OVERZICHT, "Overzicht")}
