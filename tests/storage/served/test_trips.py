"""`sto mee` and `sto terugbrengen`, with a real server and real files."""

import json
import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.merging.dossiers import merged_dossiers
from sto_tui.storage.apart.merging import Merge
from sto_tui.storage.apart.trip import Trip, bring_back, mark_as_back, start_of, take_along, trip_of
from sto_tui.storage.file.companion_folder import companion_folder
from sto_tui.storage.served.store import ServedStore
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.domain.merging.test_dossiers import lost, what_is_wrong
from tests.storage.served.test_server_commands import ADDRESS, log_in_as
from tests.support.asked import NO, answered
from tests.support.broad_plan import broad_plan
from tests.support.commands import Sto, assert_refused
from tests.support.edited_apart import Editor, large_ids
from tests.support.kept import KeptOnServer, check_chain, raw_of
from tests.support.postgres import LONGER, on_postgres

pytestmark = on_postgres
FILE = "almere.sto.json"
BACK = f"Teruggebracht: almere op noord bevat nu ook je werk uit {FILE}.\n"


@pytest.fixture
def along(served: KeptOnServer, small: Path, sto: Sto) -> Path:
    """A dossier on the server that jan took along."""
    log_in_as(served, "jan")
    sto("server", "zet", str(small), ADDRESS)
    taken = sto("mee", ADDRESS)
    assert (taken.code, taken.out) == (0, f"almere op noord staat nu ook in {FILE}.\n")
    assert taken.err == f"Breng je werk later terug met: sto terugbrengen {FILE}\n"
    return Path(FILE)


def milestone(sto: Sto, target: object, number: int = 1) -> dict[str, Any]:
    return dict(json.loads(sto("lijst", str(target), "mijlpalen", "--json").out)[number - 1])


def history(sto: Sto) -> list[str]:
    return [entry["label"] for entry in json.loads(sto("geschiedenis", ADDRESS, "--json").out)]


def test_work_comes_back_once(along: Path, served: KeptOnServer, sto: Sto) -> None:
    assert sto("terugbrengen", FILE).out == (
        f"{FILE} is niet gewijzigd sinds het is meegenomen: er is niets terug te brengen.\n"
    )
    sto("zet", FILE, "mijlpalen/1.1", "titel=Onderweg")
    sto("voeg-toe", FILE, "partijen", "naam=Onderweg gemaakt")
    sto("zet", FILE, "partijen/Onderweg gemaakt", "naam=Onderweg verbeterd")
    sto("zet", ADDRESS, "mijlpalen/1.1", "klaar=1-12-2027")
    told = "Dit verandert er in almere op noord:\n  partijen: 1 nieuw\n  mijlpalen: 1 gewijzigd\n"
    asked = sto("terugbrengen", FILE)
    assert (asked.code, asked.out) == (1, told)
    assert asked.err == "Er is niets teruggebracht. Voeg --ja toe om terug te brengen.\n"
    before = along.read_bytes()
    assert sto("terugbrengen", FILE, "--ja").out == told + BACK
    brought = milestone(sto, ADDRESS)
    assert (brought["title"], brought["due"]) == ("Onderweg", "2027-12-01")
    assert "Onderweg verbeterd" in sto("lijst", ADDRESS, "partijen").out
    many = len(history(sto))
    assert history(sto)[0] == f"Teruggebracht uit {FILE}"

    assert sto("terugbrengen", FILE, "--ja").out == f"{FILE} is al teruggebracht: er is niets terug te brengen.\n"
    # And when it was interrupted before the file said so.
    along.write_bytes(before)
    assert sto("terugbrengen", FILE, "--ja").out == f"{FILE} was al teruggebracht.\n"
    assert sto("terugbrengen", FILE, "--ja").out == f"{FILE} is al teruggebracht: er is niets terug te brengen.\n"
    assert len(history(sto)) == many
    check_chain(served.database)

    # The trip goes on: what came in is known, and what others did with it since stays.
    sto("verwijder", ADDRESS, "partijen/Onderweg verbeterd", "--ja")
    sto("zet", FILE, "mijlpalen/1.2", "titel=Nog eens")
    assert sto("terugbrengen", FILE, "--ja").out.endswith(BACK)
    assert milestone(sto, ADDRESS, 2)["title"] == "Nog eens"
    assert "Onderweg verbeterd" not in sto("lijst", ADDRESS, "partijen").out
    assert sto("geschiedenis", ADDRESS, "--terug", "1").code == 0
    assert milestone(sto, ADDRESS, 2)["title"] != "Nog eens"


@pytest.mark.slow
def test_only_yes_at_a_terminal_brings_it_back(along: Path, sto: Sto) -> None:
    sto("zet", FILE, "mijlpalen/1.1", "titel=Onderweg")
    before, back = along.read_bytes(), ("terugbrengen", along.resolve())
    for answer in ("n", "enter", "ctrl+c", "ctrl+d"):
        status, text = answered(back, "Overnemen?", NO[answer])
        assert status == (130 if answer == "ctrl+c" else 1), text
        assert ("Er is niets teruggebracht." in text) == (answer != "ctrl+c"), text
        assert (along.read_bytes(), milestone(sto, ADDRESS)["title"] == "Onderweg") == (before, False)
    status, text = answered(back, "Overnemen?", "j\r")
    assert (status, "Teruggebracht: almere op noord" in text) == (0, True), text
    assert milestone(sto, ADDRESS)["title"] == "Onderweg"


def test_what_both_changed_is_chosen_and_the_rest_comes_in(along: Path, sto: Sto) -> None:
    sto("zet", FILE, "mijlpalen/1.1", "titel=Onderweg", "deelproject=Mee")
    sto("zet", ADDRESS, "mijlpalen/1.1", "titel=Op kantoor")
    back = sto("terugbrengen", FILE, "--ja")
    assert (back.code, back.out) == (
        1,
        "Dit verandert er in almere op noord:\n  mijlpalen: 1 gewijzigd\n"
        f"  1 keuze: die blijft staan zoals hier tot je kiest\n{BACK}",
    )
    assert back.err == f"Er staat nog 1 keuze open. Kies op een terminal met: sto terugbrengen {FILE}\n"
    there = milestone(sto, ADDRESS)
    assert (there["title"], there["deelproject"]) == ("Op kantoor", "Mee")
    assert sto("terugbrengen", FILE).err == back.err


def test_a_file_with_work_is_not_written_over(along: Path, small: Path, sto: Sto) -> None:
    assert sto("mee", ADDRESS).code == 0
    sto("zet", ADDRESS, "mijlpalen/1.1", "titel=Op kantoor")
    assert sto("mee", ADDRESS).code == 0
    assert milestone(sto, FILE)["title"] == "Op kantoor"
    sto("zet", FILE, "mijlpalen/1.1", "titel=Onderweg")
    refused = sto("mee", ADDRESS)
    assert_refused(refused)
    assert "staat werk dat nog niet is teruggebracht" in refused.err
    assert milestone(sto, FILE)["title"] == "Onderweg"
    sto("terugbrengen", FILE, "--ja")
    assert sto("mee", ADDRESS).code == 0
    for other, said in ((small, "niet van almere op noord"), ("x.json", "eindigt op .sto.json")):
        refused = sto("mee", ADDRESS, other)
        assert_refused(refused)
        assert said in refused.err
    assert_refused(sto("terugbrengen", str(small)))
    assert [path.name for path in companion_folder(along).glob("meegenomen-*")] != []


def test_without_access_the_file_stays_and_says_whom_to_ask(along: Path, served: KeptOnServer, sto: Sto) -> None:
    sto("server", "uitnodigen", ADDRESS, "anja", "--als", "bewerker")
    log_in_as(served, "anja")
    assert sto("mee", ADDRESS, "anja.sto.json").code == 0
    sto("zet", "anja.sto.json", "mijlpalen/1.1", "titel=Van Anja")
    before = Path("anja.sto.json").read_bytes()
    for level, said in (("lezer", "Vraag jan om meer rechten."), ("", "Vraag jan (beheerder) om toegang.")):
        log_in_as(served, "jan")
        sto("server", *(("uitnodigen", ADDRESS, "anja", "--als", level) if level else ("intrekken", ADDRESS, "anja")))
        log_in_as(served, "anja")
        refused = sto("terugbrengen", "anja.sto.json", "--ja")
        assert refused.code == 2
        assert "anja.sto.json blijft zoals het is." in refused.err
        assert said in refused.err
        assert Path("anja.sto.json").read_bytes() == before
    # Jan brings it back for her.
    log_in_as(served, "jan")
    assert sto("terugbrengen", "anja.sto.json", "--ja").code == 0
    assert milestone(sto, ADDRESS)["title"] == "Van Anja"


def test_a_file_goes_back_to_its_own_dossier_only(along: Path, served: KeptOnServer, example: Path, sto: Sto) -> None:
    sto("server", "zet", str(example), "zuid@noord")
    sto("zet", FILE, "mijlpalen/1.1", "titel=Onderweg")
    refused = sto("terugbrengen", FILE, "zuid@noord", "--ja")
    assert_refused(refused)
    assert "is een ander dossier" in refused.err
    # Elsewhere, and without the folder beside it, the server knows what it was.
    shutil.copy(along, "elders.sto.json")
    assert sto("terugbrengen", "elders.sto.json", ADDRESS, "--ja").code == 0
    assert milestone(sto, ADDRESS)["title"] == "Onderweg"
    noted = json.loads(along.read_bytes())
    noted["meta"]["1"]["served"] = {"tip": "../../x", "keepers": []}
    along.write_text(json.dumps(noted))
    assert_refused(sto("terugbrengen", FILE, "--ja"))
    # What a file says of a server is no part of the dossier.
    sto("server", "zet", "elders.sto.json", "west@noord")
    ((rest,),) = served.database.execute("SELECT rest FROM sto.dossiers WHERE name = 'zuid'")
    assert "served" not in rest["meta"]["1"]


def test_what_cannot_be_noted_beside_the_file_is_told_as_it_is(along: Path, sto: Sto) -> None:
    companion = companion_folder(Path("b.sto.json"))
    companion.write_text("geen map")
    assert sto("mee", ADDRESS, "b.sto.json").code == 0
    sto("zet", "b.sto.json", "mijlpalen/1.1", "titel=Onderweg")
    half = sto("terugbrengen", "b.sto.json", "--ja")
    assert (half.code, milestone(sto, ADDRESS)["title"]) == (2, "Onderweg")
    assert "Je werk staat op de server" in half.err
    assert "niets gewijzigd" not in half.err
    companion.unlink()
    many = len(history(sto))
    assert sto("terugbrengen", "b.sto.json", "--ja").out == "b.sto.json was al teruggebracht.\n"
    assert sto("terugbrengen", "b.sto.json").out.startswith("b.sto.json is al teruggebracht")
    assert len(history(sto)) == many


@pytest.mark.parametrize("seed", range(6 * LONGER))
def test_nothing_of_either_side_is_lost(served: KeptOnServer, tmp_path: Path, seed: int) -> None:
    """The file and the server are edited at random, for three returns with one file, by the rules of merging."""
    random = Random(seed)
    served.put(raw_of(broad_plan()))
    path = tmp_path / "mee.sto.json"
    store, other = served.open("jan"), served.open("anja")
    assert isinstance(store, ServedStore)
    take_along(store, "noord", path)
    base = store.dossier
    for turn in range(3):
        file = DossierStore.open(path, "jan", clock)
        edit(file, random)
        edit(other, random)
        store.poll()
        trip, copy, there = trip_in(file), file.as_copy, store.dossier
        if turn == 0 and seed % 2:
            shutil.rmtree(companion_folder(path))
        merge = Merge(store.as_copy, copy, start_of(copy, trip, store))
        if seed % 3 == 0:
            edit(other, random)
            other.poll()
            there = other.dossier
        bring_back(store, merge, trip.change_key(copy.raw, path.name))
        mark_as_back(file, copy, trip, store.keepers)
        assert what_is_wrong(base, there, file.dossier) == []
        together = merged_dossiers(base, there, file.dossier)
        now = replace(together, tables=served.open("piet").dossier.tables)
        assert [*lost(base, there, now), *lost(base, file.dossier, now)] == []
        assert store.dossier.tables == now.tables
        asked = {choice.ref for choice in together.choices}
        assert {choice.ref for choice in store.dossier.unsettled} >= {ref for ref in asked if store.dossier.get(ref)}
        base = file.dossier
        other.poll()
    check_chain(served.database)


def edit(store: DossierStore | ServedStore, random: Random) -> None:
    """Edits as people do, of which the store refuses what cannot be."""
    store.poll()
    for _ in range(random.randrange(8, 20)):
        with suppress(NotSavedError):
            Editor(store.dossier, random, large_ids(random), store.apply).edit(1)


def trip_in(file: DossierStore) -> Trip:
    trip = trip_of(file.tables)
    assert trip is not None
    return trip
