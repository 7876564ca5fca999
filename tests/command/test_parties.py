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
        "  1. I bij mijlpaal 1.1a Lab open (klaar op 30 september 2027)",
        "     → vervalt",
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


def test_who_takes_over_is_typed_per_line_or_for_all(path: Path, sto: Sto) -> None:
    shown = sto("partij", "stopt", path, "noord", "--naar", "1=open", "--naar", "stuurgroep=Jansen")
    assert (
        "  1. E bij mijlpaal 1.1a Lab open (klaar op 30 september 2027)\n     → valt open: niemand beslist" in shown.out
    )
    assert "  4. Stuurgroep, voorzitter (nu de directeur)\n     → Jansen bv" in shown.out
    done = sto(
        "partij", "stopt", path, "NC", "--opvolger", "visser", "--naar", "3=MCA", "--naar", "1=Stuurgroep", "--ja"
    )
    assert (done.code, done.err) == (0, "")
    dossier = raw(path)
    assert dossier["themes"]["1"]["lead"] == 3
    assert [partner["party"] for partner in dossier["speerpunten"]["1"]["partners"]] == [2, 4, 5]
    assert dossier["veri"]["1"]["party"] == "bodies/1"
    assert [member["party"] for member in dossier["bodies"]["1"]["members"]] == [5, 4]
    assert sto("geschiedenis", path, "--terug", "1").code == 0
    assert raw(path)["themes"]["1"]["lead"] == 1


def test_parties_of_different_kinds_become_one_only_when_that_was_said(path: Path, sto: Sto) -> None:
    before = path.read_bytes()
    warning = "Let op: Noord College is vmbo en Jansen bv is bedrijf. Is dit wel dezelfde partij?"
    assert warning in sto("partij", "samen", path, "NC", "Jansen").out
    refused = sto("partij", "samen", path, "NC", "Jansen", "--ja")
    assert_refused(refused)
    assert refused.err.startswith(f"{warning} Zo ja, zeg met --naar soort=vmbo wat blijft.")
    assert path.read_bytes() == before
    assert sto("partij", "samen", path, "NC", "Jansen", "--naar", "soort=bedrijf", "--ja").code == 0
    assert raw(path)["parties"]["1"]["kind"] == "bedrijf"
    assert "Let op" not in sto("partij", "samen", path, "MCA", "mbo College Amere").out


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("stopt", "College"), "‘College’ kan meer zijn: ‘Noord College’ (NC), ‘Zuid College’ (ZC),"),
        (("stopt", "NC", "--naar", "9=open"), "Regel 9 is er niet: het voorstel heeft 4 regels."),
        (("stopt", "NC", "--naar", "lab=open"), "‘lab’ staat in meer regels (1, 2 en 3). Noem het nummer"),
        (("stopt", "NC", "--naar", "bus=open"), "Geen regel van het voorstel gaat over ‘bus’."),
        (("stopt", "NC", "--naar", "3"), "‘3’ is geen keuze. Schrijf bijvoorbeeld 3=Zuid College of 3=open."),
        (("stopt", "NC", "--naar", "3=Weg"), "Regel 3 (thema 1 Labs) kan niet naar ‘Weg’. Kies uit ‘valt open’, ‘Zuid"),
        (
            ("stopt", "NC", "--naar", "1=Niemand"),
            "Regel 1 (E bij mijlpaal 1.1a Lab open) kan niet naar ‘Niemand’. Kies",
        ),
        (("stopt", "NC", "--opvolger", "Weg School"), "Weg School kan hier niets overnemen."),
        (("stopt", "NC", "--opvolger", "NC"), "Noord College kan hier niets overnemen."),
        (("stopt", "Weg School"), "Weg School is al gestopt."),
        (("stopt", "ROC Noord College"), "Het dichtst erbij: ‘Noord College’ (NC)"),
        (("stopt", "Xyz"), "Er is geen partij ‘Xyz’. Controleer de naam of het nummer."),
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
