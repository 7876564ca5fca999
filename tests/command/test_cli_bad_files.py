"""Bad files and folders: one Dutch sentence, exit 2, and nothing on disk changed."""

import io
import json
import os
import shlex
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.together.open_dossier import DamagedFile, open_session
from tests.conftest import SAMPLES, clock, is_root
from tests.support.commands import Result, Sto, assert_refused, everything_in, first_milestone, raw

SAMPLE = SAMPLES / "voorbeeldregio-2027-2028.sto.json"

# Bad files, for every command that reads one.

READING: Sequence[Sequence[str]] = (
    ["controle", "BESTAND"],
    ["controle", "BESTAND", "--json"],
    ["concept", "BESTAND"],
    ["lijst", "BESTAND", "mijlpalen"],
    ["lijst", "BESTAND", "mijlpalen", "--json"],
    ["stoplicht", "BESTAND", "1.1", "groen"],
    ["geschiedenis", "BESTAND"],
)


def spoil(name: str, good: bytes) -> bytes:
    document = json.loads(good)
    if name == "a record that does not validate":
        next(iter(document["milestones"].values()))["due"] = "2027-02-31"
    elif name == "a field that does not exist":
        next(iter(document["milestones"].values()))["kleur\x1b[31m"] = "blauw"
    elif name == "unknown table":
        document["m\u00e9\x1b]0;x"] = {}
    elif name == "newer schema":
        document["meta"]["1"]["schema"] = 99
    elif name == "no region":
        document["region"] = {}
    else:
        return {
            "empty": b"",
            "only zeros": b"\0" * 4096,
            "truncated": good[: len(good) // 2],
            "something behind it": good + b"{}",
            "not JSON": "# Notities\nGéén dossier".encode(),
            "not UTF-8": good.decode().encode("utf-16"),
            "JSON of another kind": b'{"naam": "iets anders"}',
            "a list": b"[1, 2, 3]",
            "deep in an unknown table": b'{"diep": ' + b"[" * 1000 + b"]" * 1000 + b"," + good.lstrip()[1:],
            "a name twice": good.replace(b'"deadlines": {', b'"milestones": {}, "deadlines": {', 1),
            "UTF-8 with a mark": b"\xef\xbb\xbf" + good,
            "Windows text": good.decode().encode("cp1252", "replace"),
            "too deep": b"[" * 100_000,
        }[name]
    return json.dumps(document).encode()


@pytest.mark.parametrize("argv", READING, ids=" ".join)
@pytest.mark.parametrize(
    "kind",
    [
        "empty",
        "only zeros",
        "truncated",
        "something behind it",
        "not JSON",
        "not UTF-8",
        "JSON of another kind",
        "a list",
        "too deep",
        "deep in an unknown table",
        "a name twice",
        "UTF-8 with a mark",
        "Windows text",
        "no region",
    ],
)
def test_a_bad_file_is_refused_and_left_alone(
    sto: Sto, small: Path, tmp_path: Path, argv: list[str], kind: str
) -> None:
    small.write_bytes(spoil(kind, small.read_bytes()))
    before = everything_in(tmp_path)
    result = sto(*(small if word == "BESTAND" else word for word in argv))
    assert_refused(result)
    assert small.name in result.err
    assert everything_in(tmp_path) == before


def zipped(**parts: str) -> bytes:
    """A package with these parts; `__` in a name is a slash."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").removesuffix("_xml") + ".xml" * name.endswith("_xml"), content)
    return stream.getvalue()


def with_damaged_part() -> bytes:
    """A whole list of parts, of which the first cannot be unpacked."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    data = bytearray(stream.getvalue())
    data[38:46] = b"\xff" * 8  # behind the header of 30 bytes and the name of 8
    return bytes(data)


def in_ole(name: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + name.encode("utf-16-le") + bytes(600)


@pytest.mark.parametrize(
    ("name", "data", "kind", "advice"),
    [
        ("plan.docx", zipped(word__document_xml="<w/>"), "een Word-bestand", "sto invoer plan DOSSIER {}."),
        ("p.sto.json", zipped(word__document_xml="<w/>"), "een Word-bestand", "sto invoer plan DOSSIER {}."),
        ("mijn plan.docx", zipped(word__document_xml=""), "een Word-bestand", "DOSSIER {}."),
        (
            "x.sto.json",
            zipped(xl__workbook_xml="<w/>"),
            "een Excel-bestand",
            "sto invoer mijlpalen DOSSIER {}.",
        ),
        ("x.ods", zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "een rekenblad", "mijlpalen"),
        (
            "x.odt",
            zipped(mimetype="application/vnd.oasis.opendocument.text"),
            "een tekst van LibreOffice",
            "op als .docx",
        ),
        ("x.pptx", zipped(ppt__presentation_xml="<p/>"), "een presentatie", "Kies een ander bestand."),
        ("x.zip", zipped(brief="Hallo"), "een zip-bestand", "Pak het uit en kies wat erin zit."),
        ("x.docx", b"PK\x03\x04 half", "een zip-bestand dat niet heel is", "Kies een ander bestand."),
        ("x.odt", with_damaged_part(), "een zip-bestand dat niet heel is", "Kies een ander bestand."),
        ("plan.sto.json", b"%PDF-1.7\n%\xe2\xe3", "een pdf", "sla het op als .docx"),
        ("plan.rtf", b"{\\rtf1 Hallo}", "een RTF-bestand", "sla het op als .docx"),
        ("plan.doc", in_ole("WordDocument"), "een oud Word-bestand", "sla het op als .docx"),
        ("plan.xls", in_ole("Workbook"), "een Excel-bestand", "sto invoer mijlpalen DOSSIER {}."),
        ("plan.docx", in_ole("EncryptedPackage"), "een Office-bestand met een wachtwoord", "Haal het wachtwoord eraf"),
        ("foto.png", b"\x89PNG\r\n", "een afbeelding", "Kies een ander bestand."),
        ("planning.CSV", b"Mijlpaal;Klaar\n", "een rekenblad", "sto invoer mijlpalen DOSSIER {}."),
    ],
    ids=lambda value: "inhoud" if isinstance(value, bytes) else value,
)
def test_a_file_of_another_program_is_named_and_where_it_can_be_taken_in(
    sto: Sto, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, kind: str, advice: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    result = sto("controle", path)
    assert_refused(result)
    assert result.err.startswith(f"{name} is {kind} en geen dossier. ")
    assert advice.format(shlex.quote(name)) in result.err
    # On the screen too, where it gets no advice to look for a copy that never was.
    with pytest.raises(DossierError) as refused:
        open_session(path, "jan", clock, tmp_path)
    assert str(refused.value) == result.err.strip()
    assert everything_in(tmp_path) == {name: data}
    monkeypatch.chdir(tmp_path.parent)
    assert advice.format(shlex.quote(f"{tmp_path.name}/{name}")) in sto("controle", f"{tmp_path.name}/{name}").err
    monkeypatch.chdir(SAMPLES)
    assert advice.format(shlex.quote(str(path))) in sto("controle", path).err


def test_a_dossier_without_what_says_that_it_is_one_leads_to_its_copies(sto: Sto, dossier: Path) -> None:
    contents = raw(dossier)
    del contents["meta"]
    whole = dossier.read_bytes()
    dossier.write_text(json.dumps(contents), encoding="utf-8")
    result = sto("controle", dossier)
    assert_refused(result)
    assert result.err.startswith(f"{dossier.name} is een beschadigd dossier: ")
    assert "Open het dossier met sto open om een goede kopie te zoeken" in result.err
    with pytest.raises(DossierError, match="Er is geen goede kopie van; zet er zelf een terug"):
        open_session(dossier, "jan", clock, dossier.parent)
    dossier.with_name(f"{dossier.name}.bak").write_bytes(whole)
    found = open_session(dossier, "jan", clock, dossier.parent)
    assert isinstance(found, DamagedFile)
    assert [version.source for version in found.versions] == ["de versie van vóór de laatste wijziging"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("goed.sto", " bestaat niet. Bedoel je goed.sto.json?"),
        ("goed", " bestaat niet. Bedoel je goed.sto.json?"),
        ("GOED.json", " bestaat niet. Bedoel je goed.sto.json?"),
        ("geod.sto.json", " bestaat niet. Bedoel je goed.sto.json?"),
        ("niets.sto.json", " bestaat niet. Controleer de naam en de map, of begin een nieuw dossier."),
        ("map.sto.json", "map.sto.json is een map en geen bestand, hoe zij ook heet. Kies een bestand."),
        ("ander.sto.json", "ander.sto.json is geen STO-dossier: er staat iets anders in. Kies een ander bestand."),
        (".", ". is een map. Kies een dossier daarin, zoals ander.sto.json."),
        ("leeg", "leeg is een map. Kies een bestand dat eindigt op .sto.json."),
    ],
)
def test_the_advice_fits_what_was_typed(
    sto: Sto, dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, said: str
) -> None:
    dossier.rename(tmp_path / "goed.sto.json")
    for folder in ("map.sto.json", "leeg"):
        (tmp_path / folder).mkdir()
    (tmp_path / "ander.sto.json").write_text('{"a": 1}')
    monkeypatch.chdir(tmp_path)
    result = sto("controle", typed)
    assert_refused(result)
    assert result.err.strip().endswith(said)


def run(sto: Sto, path: Path, *argv: str) -> Result:
    return sto(*(path if word == "BESTAND" else word for word in argv))


@pytest.mark.parametrize("kind", ["a record that does not validate", "a field that does not exist", "unknown table"])
def test_what_can_not_be_used_is_named_and_the_rest_is(sto: Sto, small: Path, kind: str) -> None:
    small.write_bytes(spoil(kind, small.read_bytes()))
    found = run(sto, small, "controle", "BESTAND")
    assert found.code == 1
    assert "Die regel blijft" in found.out or "Die blijft" in found.out
    for argv in READING:
        result = run(sto, small, *argv)
        assert result.code in (0, 1, 2 if argv[0] == "stoplicht" else 0), result
        assert f"Niet alles in {small.name} is te gebruiken." in result.err
        assert "\x1b" not in result.err
    number = list(raw(small)["milestones"].values())[1]["number"]
    before = spoiled(small, kind)
    assert run(sto, small, "stoplicht", "BESTAND", number, "rood").code == 0
    assert spoiled(small, kind) == before, "what is not understood stays as it was"


@pytest.mark.parametrize("key", ["\x1b]0;x\x07\0", None, ["\u202e"]])
def test_a_key_that_no_dossier_has_is_a_key(sto: Sto, small: Path, key: object) -> None:
    """Another program put it there; it goes into the draft, and comes back with it."""
    document = raw(small)
    document["meta"]["1"]["dossier"] = key
    small.write_text(json.dumps(document), encoding="utf-8")
    draft = small.with_name("uit.docx")
    assert sto("concept", small, "-o", draft).code == 0
    assert sto("terug", small, draft).out.startswith("uit.docx: geen verschillen om over te nemen")
    assert sto("stoplicht", small, first_milestone(small)[1]["number"], "groen").code == 0
    assert raw(small)["meta"]["1"]["dossier"] == key


def spoiled(dossier: Path, kind: str) -> object:
    found = raw(dossier)
    return found["m\u00e9\x1b]0;x"] if kind == "unknown table" else next(iter(found["milestones"].values()))


def test_a_dossier_of_a_newer_version_is_read_and_not_changed(sto: Sto, small: Path) -> None:
    small.write_bytes(spoil("newer schema", small.read_bytes()))
    before = small.read_bytes()
    for argv in READING:
        result = run(sto, small, *argv)
        if argv[0] == "stoplicht":
            assert_refused(result)
        assert "nieuwere versie van sto-tui" in result.err
        assert result.code == (2 if argv[0] == "stoplicht" else 1 if argv[0] == "controle" else 0)
    # Said before anything else is asked or read.
    empty = small.with_name("leeg.csv")
    empty.write_bytes(b"")
    for argv in (
        ("geschiedenis", "BESTAND", "--terug", "1"),
        ("invoer", "mijlpalen", "BESTAND", str(empty)),
        ("invoer", "duo", "BESTAND", str(empty)),
    ):
        result = run(sto, small, *argv)
        assert_refused(result)
        assert "nieuwere versie van sto-tui" in result.err
    assert small.read_bytes() == before


@pytest.mark.skipif(is_root(), reason="root may write everywhere")
def test_a_dossier_that_may_only_be_read(sto: Sto, dossier: Path) -> None:
    dossier.chmod(0o444)
    result = run(sto, dossier, "stoplicht", "BESTAND", first_milestone(dossier)[1]["number"], "groen")
    assert_refused(result)
    assert "Alleen lezen" in result.err
    assert run(sto, dossier, "lijst", "BESTAND", "mijlpalen").code == 0


@pytest.mark.parametrize("argv", READING, ids=" ".join)
@pytest.mark.parametrize(
    "typed",
    [
        "bestaat-niet.sto.json",
        "geen/map/bestaat-niet.sto.json",
        "proef.sto.json/erin.sto.json",
        ".",
        "/",
        "..",
        "",
        " ",
        "nul\0.sto.json",
        "kleur\x1b[31m.sto.json",
        "half\udcff.sto.json",
        "x" * 5000,
    ],
)
def test_a_path_without_a_dossier(sto: Sto, dossier: Path, tmp_path: Path, argv: list[str], typed: str) -> None:
    before = everything_in(tmp_path)
    assert_refused(sto(*(typed if word == "BESTAND" else word for word in argv)))
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize(
    "argv", [("nieuw", "PAD", "--regio", "R", "--periode", "2027-2028"), ("voorbeeld", "almere", "PAD")]
)
def test_a_path_that_is_too_deep_to_make(sto: Sto, tmp_path: Path, argv: tuple[str, ...]) -> None:
    result = sto(*(f"nieuw/{'y/' * 1990}a.sto.json" if word == "PAD" else word for word in argv))
    assert_refused(result)
    assert "de naam is te lang" in result.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="no pipes or devices as files")
@pytest.mark.parametrize("argv", READING, ids=" ".join)
def test_a_device_a_pipe_and_a_circle_of_links(sto: Sto, tmp_path: Path, argv: list[str]) -> None:
    pipe, circle = tmp_path / "pijp.sto.json", tmp_path / "rond.sto.json"
    os.mkfifo(pipe)
    circle.symlink_to(circle)
    for typed in ("/dev/zero", pipe, circle):
        assert_refused(sto(*(typed if word == "BESTAND" else word for word in argv)))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    before = dossier.read_bytes()
    tmp_path.chmod(0o555)
    try:
        assert_refused(sto("stoplicht", dossier, first_milestone(dossier)[1]["number"], "groen"))
        assert_refused(sto("concept", dossier))
        assert_refused(sto("nieuw", tmp_path / "n.sto.json", "--regio", "Oost", "--periode", "2027-2028"))
    finally:
        tmp_path.chmod(0o755)
    assert dossier.read_bytes() == before


def test_a_lock_that_cannot_be_made(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    (tmp_path / f"{dossier.name}.lock").mkdir()
    before = everything_in(tmp_path)
    result = sto("stoplicht", dossier, first_milestone(dossier)[1]["number"], "groen")
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert everything_in(tmp_path) == before
