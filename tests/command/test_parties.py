"""`sto partij`: what is shown, what is carried out, and what is refused."""

from pathlib import Path

import pytest

from sto_tui.domain.parties import Party, PartyKind
from sto_tui.storage.store import DossierStore
from tests.support.commands import Sto, assert_refused, raw
from tests.support.small_region import region

EURO = "€\u00a0"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, region(Party(id=7, name="mbo College Amere", kind=PartyKind.MBO)))
    return path


def test_a_party_stops(path: Path, sto: Sto) -> None:
    before = path.read_bytes()
    shown = sto("partij", "stopt", path, "Jansen bv")
    assert (shown.code, path.read_bytes()) == (1, before)
    assert shown.out.splitlines()[:8] == [
        "Jansen bv stopt.",
        f"Cofinanciering die meetelt: {EURO}100 → {EURO}40.",
        f"Van de subsidiabele begroting met cofinanciering: 10,0% → 4,3% (minimum 10%; er ontbreekt {EURO}60).",
        f"Van de subsidie 2027: 10,0% → 4,0% (minimum 10%; er ontbreekt {EURO}60).",
        "",
        "VERI-rollen",
        "  I bij mijlpaal 1.1a Lab open (klaar op 30 september 2027)",
        "    → vervalt",
    ]
    assert "Voeg --ja toe" in shown.err
    done = sto("partij", "stopt", path, "Jansen bv", "--ja")
    assert (done.code, done.out.splitlines()[-1]) == (0, "Partij ‘Jansen bv’ gestopt.")
    assert raw(path)["parties"]["4"]["status"] == "gestopt"
    assert_refused(sto("partij", "stopt", path, "Jansen bv"))
    again = sto("partij", "doet-mee", path, "Jansen bv", "--ja")
    assert (again.code, raw(path)["parties"]["4"]["status"]) == (0, "toegezegd")


def test_two_parties_become_one(path: Path, sto: Sto) -> None:
    done = sto("partij", "samen", path, "MCA", "mbo College Amere", "--ja")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[-1] == "Partijen ‘mbo College Almere’ en ‘mbo College Amere’ samengevoegd."
    assert sorted(raw(path)["parties"]) == ["1", "2", "3", "4", "5", "6"]
    back = sto("geschiedenis", path, "--terug", "1")
    assert (back.code, raw(path)["parties"]["7"]["name"]) == (0, "mbo College Amere")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("stopt", "Weg School"), "Weg School is al gestopt."),
        (("stopt", "Xyz"), "Er is geen partij ‘Xyz’."),
        (("samen", "MCA", "mbo College Almere"), "zijn allebei mbo College Almere. Noem twee partijen."),
        (("samen", "MCA"), "Er ontbreekt: TWEEDE."),
        (("stopt", "NC", "--periode", "1999"), "‘1999’ is geen planperiode"),
    ],
)
def test_what_cannot_be_is_refused(typed: tuple[str, ...], words: str, path: Path, sto: Sto) -> None:
    before = path.read_bytes()
    act, *names = typed
    refused = sto("partij", act, path, *names)
    assert_refused(refused)
    assert words in refused.err
    assert path.read_bytes() == before
