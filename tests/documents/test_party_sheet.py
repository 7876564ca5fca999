"""What is asked of a party, as a window and as a Word document, and the matrix of the screen in chapter 7."""

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from lxml import etree

from sto_tui.documents.file_names import free_party_sheet
from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.page_numbers import layout_of
from sto_tui.documents.word.page_numbers.paging import pages_of
from sto_tui.documents.word.party_sheet import SheetLayout, build_party_sheet
from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Stoplicht, Veri, VeriCode
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import Region
from sto_tui.papers import write_party_sheet
from sto_tui.places import Place
from sto_tui.planning.veri.columns import columns, short_head
from sto_tui.planning.veri.filling import filled
from sto_tui.planning.veri.matrix import ancestors, matrix_rows
from sto_tui.planning.veri.party_tasks import party_view
from sto_tui.screens.veri.party_view import PartyWindow
from sto_tui.storage.file.codec import decode, dossier_from
from sto_tui.storage.store import DossierStore
from tests.conftest import CONTROLS, NASTY, SAMPLES, clock
from tests.documents.test_word_draft import W, text_of
from tests.planning.checks.test_findings import dossier_of, milestone, role
from tests.support.screens import app_on, at_every_size, place_of, seen

DAY = date(2026, 11, 22)
OPTIONS = DraftOptions(DAY)
NC, ZC, OC, SG = Ref("parties", 1), Ref("parties", 2), Ref("parties", 3), Ref("bodies", 1)
RECORDS = [
    Region(id=1, name="Proefland", programme_manager="J. de Vries", contact="sto@proef.example"),
    Body(id=1, name="stuurgroep", short="SG"),
    Party(id=1, name="Noord College"),
    Party(id=2, name="Zuid College", veri_hidden=True),
    Party(id=3, name="Oost College"),
    Theme(id=1, number=1, title="Kiezen"),
    Theme(id=2, number=2, title="Leren"),
    Speerpunt(id=1, theme=1, number="1.1", title="Techlab"),
    milestone(1, "1.1a", date(2027, 4, 1), date(2027, 9, 30)),
    milestone(2, "1.1b", date(2027, 1, 4), date(2027, 3, 31)),
    milestone(3, "1.1c", None, None),
    milestone(4, "2.1a", None, date(2027, 6, 30), speerpunt=None, theme=2),
    milestone(5, "9.1", None, None, speerpunt=None),
    role(1, "themes/1", "parties/1", "VE"),
    role(2, "themes/1", "bodies/1", "I"),
    role(3, "milestones/4", "parties/1", "R"),
    role(4, "milestones/4", "parties/2", "S"),
    role(5, "milestones/5", "parties/1", "O"),
]
SMALL = dossier_of(RECORDS)
CLOSING = "Klopt dit niet, of past het niet? Zeg het tegen "


def body_of(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def tables_of(body: etree._Element) -> dict[str, list[list[str]]]:
    """The cells of every table, by its alternative title."""
    return {
        str(next(table.iter(f"{W}tblCaption")).attrib[f"{W}val"]): [
            [text_of(cell) for cell in row.findall(f"{W}tc")] for row in table.iter(f"{W}tr")
        ]
        for table in body.iter(f"{W}tbl")
    }


def lines_of(body: etree._Element) -> list[str]:
    return [text_of(one) for one in body.findall(f"{W}body/{W}p")]


@pytest.fixture(scope="module")
def sample() -> Dossier:
    path = SAMPLES / "voorbeeldregio-2027-2028.sto.json"
    return dossier_from(decode(path.read_bytes(), path.name), path.name).seen_in()


def test_a_party_reads_what_is_asked_by_role_and_by_due_date() -> None:
    view = party_view(SMALL, NC)
    assert view.counts == "beslist 4 keer · voert 4 keer uit · wordt 1 keer geraadpleegd"
    assert [role.code.value for role, _ in view.groups] == ["E", "V", "R"]
    decides = [(line.period, line.number, line.remark) for line in view.groups[0][1]]
    assert decides == [
        ("4 jan 2027 t/m 31 mrt 2027", "1.1b", "(van thema 1)"),
        ("1 apr 2027 t/m 30 sep 2027", "1.1a", "(van thema 1)"),
        ("zonder datums", "1.1c", "(van thema 1)"),
        ("4 jan 2027 t/m 30 sep 2027", "1", "(thema als geheel)"),
    ]
    assert view.groups[2][1][0].period == "klaar op 30 jun 2027"
    assert view.outside == "Hoort er niet bij (O, out of the loop): 9.1."
    assert party_view(SMALL, OC).nothing == "Oost College heeft geen rol in de VERI-matrix."
    ready = SMALL.of(Milestone)[4].changed(light=Stoplicht.GEREED)
    changed = SMALL.with_tables({"milestones": {**SMALL.of(Milestone), 4: ready}})
    assert party_view(changed, NC).groups[2][1][0].remark == "(gereed)"


@pytest.mark.parametrize("many", [30, 60, 1000])
def test_a_sheet_is_one_page_and_what_has_no_line_is_numbered_or_counted(many: int) -> None:
    """The first 29 are gereed: those lose their line first."""
    milestones = [
        milestone(number, f"1.{number}", None, date(2027, 6, 1)).changed(
            light=Stoplicht.GEREED if number < 30 else Stoplicht.GROEN
        )
        for number in range(1, many + 1)
    ]
    roles = [role(number, f"milestones/{number}", "parties/1", "V") for number in range(1, many + 1)]
    data = build_party_sheet(dossier_of([*RECORDS[:8], *milestones, *roles]), NC, OPTIONS)
    assert pages_of(layout_of(docx.Document(io.BytesIO(data))).atoms)[-1] == 1
    listed = [row[1] for row in tables_of(body_of(data)).get("Voert uit (V)", [])[1:]]
    lines = lines_of(body_of(data))
    if many == 30:
        assert listed == [f"1.{number}" for number in range(1, 31)]
    elif many == 60:
        numbered = next(line for line in lines if line.startswith("En bij ")).removeprefix("En bij ").rstrip(".")
        assert sorted([*listed, *numbered.split(", ")]) == sorted(f"1.{number}" for number in range(1, 61))
        assert {f"1.{number}" for number in range(30, 61)} <= set(listed)
    else:
        assert f"{many} keer." in lines


@pytest.mark.parametrize(("many", "told"), [(60, True), (3, False)])
def test_what_is_left_to_the_plan_is_said_where_one_role_has_more_than_its_lines(many: int, told: bool) -> None:
    """Who is told of sixty has not a line for each; who carries out one, has."""
    milestones = [milestone(number, f"1.{number}", None, date(2027, 6, 1)) for number in range(1, many + 1)]
    roles = [role(number, f"milestones/{number}", "parties/1", "I") for number in range(1, many)]
    roles.append(role(many, f"milestones/{many}", "parties/1", "V"))
    body = body_of(build_party_sheet(dossier_of([*RECORDS[:8], *milestones, *roles]), NC, OPTIONS))
    assert [row[1] for row in tables_of(body)["Voert uit (V)"]] == ["Nr", f"1.{many}"]
    note = "Wat hier alleen een nummer heeft of is geteld, staat in het activiteitenplan."
    assert (note in lines_of(body)) == told


@pytest.mark.slow
@pytest.mark.parametrize("name", ["almere-2020-2023", "voorbeeldregio-2027-2028"])
def test_every_party_and_body_of_the_samples_has_a_sheet_of_one_page(name: str) -> None:
    path = SAMPLES / f"{name}.sto.json"
    dossier = dossier_from(decode(path.read_bytes(), path.name), path.name).seen_in()
    refs = [Ref(table, number) for table in ("parties", "bodies") for number in dossier.tables[table]]
    sheets = (docx.Document(io.BytesIO(build_party_sheet(dossier, ref, OPTIONS))) for ref in refs)
    assert {pages_of(layout_of(sheet).atoms)[-1] for sheet in sheets} == {1}


def test_a_row_stands_once_under_a_role() -> None:
    dossier = dossier_of([*RECORDS, role(6, "themes/1", "parties/1", "V")])
    assert party_view(dossier, NC).counts == party_view(SMALL, NC).counts
    tables = tables_of(body_of(build_party_sheet(dossier, NC, OPTIONS)))
    assert [row[1] for row in tables["Voert uit (V)"]] == ["Nr", "1.1b", "1.1a", "1.1c", "1"]


def test_the_sheet_says_what_when_what_the_letters_mean_and_whom_to_tell() -> None:
    data = build_party_sheet(SMALL, NC, OPTIONS)
    assert build_party_sheet(SMALL, NC, OPTIONS) == data
    body = body_of(data)
    tables, lines = tables_of(body), lines_of(body)
    assert list(tables) == ["Beslist (E)", "Voert uit (V)", "Wordt geraadpleegd (R)"]
    assert tables["Beslist (E)"][0] == ["Wanneer", "Nr", "Mijlpaal", "Thema"]
    assert tables["Beslist (E)"][4] == ["4 jan 2027 t/m 30 sep 2027", "1", "Kiezen (thema als geheel)", "–"]
    title = f"{SMALL.of(Milestone)[2].title} (van thema 1)"
    assert tables["Voert uit (V)"][1] == ["4 jan 2027 t/m 31 mrt 2027", "1.1b", title, "1 Kiezen"]
    assert lines[:2] == ["Sterk Techniekonderwijs", "Wat wordt er van Noord College gevraagd?"]
    assert "Regio Proefland · 22 november 2026" in lines
    # Who carries out the work accounts for it to whom decides, as the source has it, and not the other way round.
    assert [line for line in lines if "verantwoord" in line] == [
        "Beslist (E)  keurt het werk goed en tekent af; wie uitvoert (V) verantwoordt zich hier",
        "Voert uit (V)  doet het werk en legt verantwoording af aan wie beslist (E)",
    ]
    assert "Wordt geraadpleegd (R)  geeft vooraf advies en helpt mee" in lines
    assert "Hoort er niet bij (O, out of the loop): 9.1." in lines
    assert f"{CLOSING}J. de Vries (sto@proef.example)." in lines
    nameless = SMALL.with_tables({"region": {1: Region(id=1, name="Proefland")}})
    assert f"{CLOSING}de programmamanager van de regio." in lines_of(body_of(build_party_sheet(nameless, OC, OPTIONS)))
    long = "Sterke profielen en een herkenbare leerlijn"
    by_office = Region(id=1, name="Proefland", programme_manager="Programmamanager STO Proefland")
    renamed = SMALL.with_tables(
        {"region": {1: by_office}, "themes": {**SMALL.of(Theme), 2: SMALL.of(Theme)[2].changed(title=long)}}
    )
    body = body_of(build_party_sheet(renamed, NC, OPTIONS))
    assert f"{CLOSING}de programmamanager STO Proefland." in lines_of(body)
    assert tables_of(body)["Wordt geraadpleegd (R)"][1][3] == f"2 {long}"


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("stuurgroep", "de stuurgroep"),
        ("Stuurgroep", "de stuurgroep"),
        ("bedrijvenraad", "de bedrijvenraad"),
        ("werkgroep Ontdekken", "de werkgroep Ontdekken"),
        ("Werkgroepen", "de werkgroepen"),
        ("programmateam", "het programmateam"),
        ("dagelijks bestuur", "het dagelijks bestuur"),
        ("STO-team", "het STO-team"),
        ("PR-werkgroep", "de PR-werkgroep"),
        ("ICTteam", "het ICTteam"),
        ("Deelprojectleider per thema", "de deelprojectleider per thema"),
        ("de kerngroep", "de kerngroep"),
        ("Vrienden van techniek & technologie Almere (adviesraad)",) * 2,
        ("De Kring", "De Kring"),
    ],
)
def test_a_body_has_an_article_in_a_sentence(name: str, called: str) -> None:
    dossier = SMALL.with_tables({"bodies": {1: Body(id=1, name=name)}})
    assert party_view(dossier, SG).question == f"Wat wordt er van {called} gevraagd?"
    assert party_view(dossier, OC).question == "Wat wordt er van Oost College gevraagd?"


@pytest.mark.parametrize("text", [*NASTY, CONTROLS], ids=lambda text: repr(text)[:20])
def test_nasty_names_stand_in_the_sheet_as_themselves(text: str) -> None:
    named = {1: Party(id=1, name=text)}
    dossier = SMALL.with_tables({"parties": named, "milestones": {4: SMALL.of(Milestone)[4].changed(title=text)}})
    body = body_of(build_party_sheet(dossier, NC, OPTIONS))
    assert tables_of(body)["Wordt geraadpleegd (R)"][1][2] == dossier.of(Milestone)[4].title
    assert f"Wat wordt er van {dossier.of(Party)[1].name} gevraagd?" in lines_of(body)


def test_a_sheet_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "regio.sto.json"
    path.touch()
    first, second = (write_party_sheet(SMALL, NC, OPTIONS, path) for _ in range(2))
    assert first == tmp_path / "concepten" / "rollen-noord-college-2026-11-22.docx"
    assert second.name == "rollen-noord-college-2026-11-22-2.docx"
    assert free_party_sheet(tmp_path, "???", DAY).name == "rollen-partij-2026-11-22.docx"
    with pytest.raises(NotSavedError, match="niet meer in het dossier"):
        write_party_sheet(SMALL, Ref("parties", 99), OPTIONS, path)


def test_chapter_seven_prints_the_matrix_of_the_screen() -> None:
    body = body_of(build(SMALL, DraftOptions(DAY, "activiteitenplan")).data)
    matrix, lines = tables_of(body)["VERI-matrix"], lines_of(body)
    assert matrix == [
        ["Nr", "Mijlpaal", "stuurgroep", "Noord College"],
        ["1", "Kiezen", "I", "VE"],
        ["2", "Leren", "", ""],
        ["2.1a", SMALL.of(Milestone)[4].title, "", "R"],
        ["Zonder thema"],
        ["9.1", SMALL.of(Milestone)[5].title, "", "–"],
    ]
    # What Zuid College has (S) is hidden, and nobody has E, V or S alone.
    assert [line for line in lines if line.startswith("VE verantwoordelijk")] == [
        "VE verantwoordelijk én eindverantwoordelijk: voert uit en beslist   "
        "R raadplegen: geeft vooraf advies en helpt mee   "
        "I informeren: wordt tussentijds op de hoogte gehouden   "
        "– O, out of the loop: bewust niet betrokken"
    ]
    # The letters stand above a matrix this short, and below a longer one again.
    assert not [line for line in lines if line.startswith("VE voert uit")]
    # Speerpunt 1.1 and its three milestones have those of the theme.
    legend = next(place for place, line in enumerate(lines) if line.startswith("4 rijen"))
    assert lines[legend] == (
        "4 rijen zonder eigen rol zijn weggelaten.   Een rij zonder eigen rollen heeft die van het niveau erboven: "
        "speerpunt of thema."
    )
    assert lines[legend + 1] == "Nog zonder rol in deze matrix: Oost College."
    assert lines[legend + 2] == "1 kolom staat niet in deze matrix, met een rol."
    assert lines[legend + 3] == "Nog af te spreken"
    assert lines[legend + 4 : legend + 8] == [
        "[Nog in te vullen: wie over mijlpaal 2.1a beslist (E)]",
        "[Nog in te vullen: wie mijlpaal 2.1a uitvoert (V)]",
        "[Nog in te vullen: wie over mijlpaal 9.1 beslist (E)]",
        "[Nog in te vullen: wie mijlpaal 9.1 uitvoert (V)]",
    ]


@pytest.mark.slow
def test_a_large_matrix_is_one_table_under_short_heads_with_a_key(sample: Dossier) -> None:
    body = body_of(build(sample, DraftOptions(DAY, "activiteitenplan")).data)
    matrix, lines = tables_of(body)["VERI-matrix"], lines_of(body)
    rows = matrix_rows(sample)
    above = {ref for row in rows if row.own for ref in ancestors(sample, row.ref)}
    assert [row[0] for row in matrix[1:]] == [row.number for row in rows if row.own or row.ref in above]
    used = [column for column in columns(sample) if any(column in row.own for row in rows)]
    assert matrix[0][2:] == [short_head(sample, column) for column in used]
    key = " · ".join(f"{short_head(sample, column)} {sample.caption(column)}" for column in used)
    assert lines.index(key) < next(place for place, line in enumerate(lines) if line.endswith("Rollen per mijlpaal"))


def test_more_parties_than_fit_are_in_parts_with_the_rows_that_each_needs() -> None:
    parties = [Party(id=number, name=f"School {number}") for number in range(1, 41)]
    roles = [role(1, "milestones/4", "parties/20", "V"), role(2, "milestones/5", "parties/40", "E")]
    roles += [role(number + 2, "milestones/1", f"parties/{number}", "R") for number in range(1, 41)]
    dossier = dossier_of([*(one for one in RECORDS if not isinstance(one, Party | Veri)), *parties, *roles])
    body = body_of(build(dossier, DraftOptions(DAY, "activiteitenplan")).data)
    tables, lines = tables_of(body), lines_of(body)
    first, second = ([row[0] for row in tables[f"VERI-matrix{more}"][1:]] for more in (", deel 1", ", deel 2"))
    assert first == ["1", "1.1", "1.1a", "2", "2.1a"]
    assert second == ["1", "1.1", "1.1a", "Zonder thema", "9.1"]
    # Each part explains what stands in it, and counts what does not.
    told = [line for line in lines if line.startswith(("V voert", "E beslist"))]
    assert [line.split("   ")[0] for line in told] == [
        "V voert uit · R denkt vooraf mee",
        "E beslist · R denkt vooraf mee",
    ]
    assert "waarin deze partijen geen eigen rol hebben zijn weggelaten." in told[0]


@pytest.mark.parametrize(
    ("hidden", "told"),
    [
        # Noord, Zuid and the stuurgroep have a role, Oost has none.
        ((NC, ZC, OC, SG), "4 kolommen staan niet in deze matrix, waarvan 3 met een rol."),
        ((OC,), "1 kolom staat niet in deze matrix, zonder rol."),
        ((ZC,), "1 kolom staat niet in deze matrix, met een rol."),
        ((OC, Ref("parties", 4)), "2 kolommen staan niet in deze matrix, zonder rol."),
        ((), ""),
    ],
)
def test_hidden_columns_are_counted(hidden: tuple[Ref, ...], told: str) -> None:
    wider = SMALL.with_tables({"parties": {**SMALL.of(Party), 4: Party(id=4, name="West College")}})
    bare = wider.with_tables(
        {
            kind: {one.id: one.changed(veri_hidden=Ref(kind, one.id) in hidden) for one in wider.tables[kind].values()}
            for kind in ("parties", "bodies")
        }
    )
    lines = lines_of(body_of(build(bare, DraftOptions(DAY, "activiteitenplan")).data))
    assert [line for line in lines if "deze matrix, " in line] == [told] * bool(told)
    assert ("Dit hoofdstuk noemt de organen." in lines) == (len(hidden) == 4)


async def test_the_window_walks_along_the_parties_writes_a_sheet_and_goes_to_the_row(example: Path) -> None:
    app = app_on(example, Place.VERI)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        first, second = columns(app.dossier)[:2]
        await pilot.press("f")
        assert isinstance(app.screen, PartyWindow)
        assert f"Wat wordt er van de {app.dossier.caption(first)} gevraagd?" in seen(app)
        await pilot.press("left", "right", "right")
        await at_every_size(app, pilot, "Beslist (E): keurt het werk goed en tekent af")
        await at_every_size(app, pilot, f"van het {app.dossier.caption(second)} gevraagd?", "t/m", "beslist", "esc")
        await pilot.press("w", "enter")
        await pilot.pause()
        assert "rollen-programmateam-2026-09-03.docx" in seen(app)
        assert (example.parent / "concepten" / "rollen-programmateam-2026-09-03.docx").exists()
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        wanted = party_view(app.dossier, second).groups[0][1][2].ref
        assert place_of(app).current_ref == wanted
        await pilot.press("f")
        assert f"van het {app.dossier.caption(second)} gevraagd?" in seen(app), "the cursor stands in its column"
        await pilot.press("escape")
        assert place_of(app).current_ref == wanted


async def test_the_window_follows_a_colleague_and_writes_what_it_shows(small: Path) -> None:
    app = app_on(small, Place.VERI)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        school = Ref("parties", 1)
        app.push_screen(PartyWindow(school))
        await pilot.pause()
        assert "wordt 1 keer geraadpleegd" in seen(app)
        other = DossierStore.open(small, "anja", clock)
        other.apply(filled(other.dossier, [(Ref("milestones", 1), school)], VeriCode.RAADPLEGEN))
        app.following.poll()
        await pilot.pause()
        assert "wordt 2 keer geraadpleegd" in seen(app)
        assert "anja: " in seen(app)
        assert isinstance(app.screen, PartyWindow)
        assert app.screen._list.current_key == ("R", Ref("milestones", 2)), "the cursor stays on its row"
        app.front.warn("Nog eens ctrl+q sluit.")
        app.news.say("anja werkt mee.")
        await pilot.pause()
        assert "Nog eens ctrl+q sluit." in seen(app), "no news comes over what is said before closing"
        app.changes.apply(filled(app.dossier, [(Ref("milestones", 3), school)], VeriCode.RAADPLEGEN))
        await pilot.press("w", "enter")
        await pilot.pause()
        assert "wordt 3 keer geraadpleegd" in seen(app)


@pytest.mark.parametrize(("code", "lines"), [("V", 3), ("E", 3), ("VE", 3), ("R", 2), ("S", 2), ("O", 2), ("I", 1)])
def test_who_does_or_decides_has_more_lines_than_who_is_asked_and_who_is_told_least(code: str, lines: int) -> None:
    assert SheetLayout(told=1, asked=2, done=3).lines_of(VeriCode(code)) == lines
