"""A record of every table is shown at its place: what the search finds can be gone to."""

from pathlib import Path

from sto_tui.domain.milestones import Veri
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from tests.support.screens import app_on, form_of, place_of

NO_LIST = "region"
"""There is one, which opens as a form."""


async def test_a_record_of_every_table_is_in_a_list_of_its_place(example: Path) -> None:
    app = app_on(example)
    lost = []
    async with app.run_test(size=(120, 40)) as pilot:
        for table in TABLES.values():
            if table.name == NO_LIST:
                continue
            records = list(app.dossier.of(table.model).values())
            assert records, f"the sample has no record of {table.name}"
            record = records[0]
            ref = record.row if isinstance(record, Veri) else Ref(table.name, record.id)
            app.going.go_to(Ref(table.name, record.id))
            await pilot.pause()
            if (place_of(app).place, place_of(app).current_ref) != (table.place, ref):
                lost.append(table.name)
        assert not lost, "a table without a list: see Add a table in CONTRIBUTING.md"
        app.going.go_to(Ref(NO_LIST, app.dossier.region.id))
        await pilot.pause()
        assert form_of(app)
