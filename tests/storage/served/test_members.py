"""Members of a dossier on a server: let in, put back, put out, while they have it open."""

import pytest

from sto_tui.domain.change import changing
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone
from sto_tui.storage.file.errors import DossierError
from tests.conftest import clock
from tests.support.kept import NAME, KeptOnServer, raw_of
from tests.support.postgres import on_postgres

pytestmark = on_postgres


def test_a_level_that_is_taken_away_counts_at_once(served: KeptOnServer, few_records: Dossier) -> None:
    served.put(raw_of(few_records))
    anja, keeper = served.open("anja"), served.database.server("jan", served.folder)
    record = anja.dossier.of(Milestone)[1]
    keeper.invite("anja", "lezer", NAME)
    with pytest.raises(DossierError, match="geen rechten"):
        anja.apply(changing(anja.dossier, record, record.changed(title="Te laat")))
    anja.poll()
    assert anja.read_only == f"Alleen lezen: je bent lezer van {NAME} op noord. Vraag jan om meer rechten."
    keeper.revoke("anja", NAME)
    with pytest.raises(DossierError, match="geen toegang meer tot proef op noord"):
        anja.poll()
    with pytest.raises(DossierError, match="geen dossier ‘proef’ waar je bij mag"):
        served.open("anja")
    assert [entry.label for entry in keeper.open(NAME, "jan", anja.clock).history.latest(2)] == [
        "anja heeft geen toegang meer tot dit dossier",
        "anja is lezer van dit dossier",
    ]
    keeper.close()


def test_the_last_beheerder_stays(served: KeptOnServer, few_records: Dossier) -> None:
    served.put(raw_of(few_records))
    keeper = served.database.server("jan", served.folder)
    with pytest.raises(DossierError, match="ten minste één beheerder"):
        keeper.invite("jan", "lezer", NAME)
    with pytest.raises(DossierError, match="ten minste één beheerder"):
        keeper.revoke("jan", NAME)
    assert [member.level for member in keeper.members(NAME) if member.name == "jan"] == ["beheerder"]
    keeper.close()


def test_who_did_it_is_who_logged_in(served: KeptOnServer, few_records: Dossier) -> None:
    served.put(raw_of(few_records))
    anja = served.database.server("anja", served.folder).open(NAME, "de directeur", clock)
    record = anja.dossier.of(Milestone)[1]
    anja.apply(changing(anja.dossier, record, record.changed(title="Nieuw")))
    record = anja.dossier.of(Milestone)[2]
    anja.apply(changing(anja.dossier, record, record.changed(title="Nieuw")), by="telefoon 3")
    assert [entry.by for entry in anja.history.latest(2)] == ["telefoon 3 (via anja)", "anja"]
    anja.close()
