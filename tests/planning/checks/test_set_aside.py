"""Findings that were set aside: they count apart while their facts stay, and come back when these change."""

import json
import shutil
from pathlib import Path

from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.change import Change, adding, carried_out, changing
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.merging.dossiers import merged_dossiers
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Goal
from sto_tui.domain.record import Ref
from sto_tui.domain.set_aside import SetAside
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Finding, Level, findings, judged
from sto_tui.planning.checks.holes import holes
from sto_tui.planning.checks.set_aside import facts_of
from sto_tui.planning.checks.veri import row_errors
from sto_tui.screens.windows.findings import FindingsWindow
from sto_tui.storage.store import DossierStore
from tests.conftest import NOW, clock
from tests.support.commands import Sto
from tests.support.golden_texts import VOORBEELDREGIO
from tests.support.screens import app_on, place_of, seen, stored, until, until_seen
from tests.support.small_plan import TODAY, whole_plan


def aside(dossier: Dossier, finding: Finding) -> Change:
    facts = facts_of(dossier, finding.check, finding.ref, finding.message)
    return adding(dossier, SetAside(facts=facts, finding=finding.message, reason="Zo afgesproken."))


def first(dossier: Dossier, check: str) -> Finding:
    return next(finding for finding in findings(dossier, TODAY) if finding.check == check)


def test_it_counts_apart_until_its_facts_change() -> None:
    """The tip is about milestone 1.1a: another title is another fact, its old title the old one again."""
    finding = first(whole_plan(), "no_tangible_result")
    dossier = carried_out(whole_plan(), aside(whole_plan(), finding))
    assert finding not in findings(dossier, TODAY)
    assert [(one, said.reason) for one, said in judged(dossier, TODAY).aside] == [(finding, "Zo afgesproken.")]
    milestone = dossier.of(Milestone)[1]
    other = carried_out(dossier, changing(dossier, milestone, milestone.changed(deelproject="Lab")))
    assert finding in findings(other, TODAY)
    back = carried_out(other, changing(other, other.of(Milestone)[1], milestone))
    assert finding not in findings(back, TODAY)


def test_a_finding_about_a_list_counts_apart_while_its_sentence_stays() -> None:
    finding = first(whole_plan(), "no_mbo")
    dossier = carried_out(whole_plan(), aside(whole_plan(), finding))
    assert {one.check for one in findings(whole_plan(), TODAY)} - {one.check for one in findings(dossier, TODAY)} == {
        "no_mbo"
    }


def test_what_is_set_aside_is_printed_and_marked_nowhere() -> None:
    """All of the sample at once: no error is left in the matrix, no hole in the draft, and it can be made."""
    dossier, today = VOORBEELDREGIO.dossier(), VOORBEELDREGIO.today
    errors = [finding for finding in findings(dossier, today) if finding.level is Level.FOUT]
    assert {finding.place for finding in errors} >= {Place.VERI, Place.PLAN}
    before = len(holes(dossier, "alles", today))
    for finding in findings(dossier, today):
        dossier = carried_out(dossier, aside(dossier, finding))
        # A store would number it.
        kept = dict(dossier.tables["set_aside"])
        kept[len(kept) + 1000] = kept.pop(-1).changed(id=len(kept) + 1000)
        dossier = dossier.with_tables({"set_aside": kept})
    assert findings(dossier, today) == ()
    assert not any(row_errors(dossier, Ref("milestones", number)) for number in dossier.of(Milestone))
    assert len(holes(dossier, "alles", today)) < before
    assert build(dossier, DraftOptions(today, "alles")).data


def test_sto_controle_counts_it_apart(small: Path, sto: Sto) -> None:
    store = DossierStore.open(small, "jan", clock)
    rows = json.loads(sto("controle", small, "--json").out)
    finding = findings(store.dossier.seen_in(), NOW.date())[0]
    store.apply(aside(store.dossier, finding))
    after = json.loads(sto("controle", small, "--json").out)
    apart = [row for row in after if row["level"] == "opzijgezet"]
    assert len(after) == len(rows)
    assert [(row["message"], row["own_level"], row["reason"]) for row in apart] == [
        (finding.message, finding.level.value, "Zo afgesproken.")
    ]
    told = sto("controle", small).out
    assert f"opzijgezet: {finding.message}" in told
    assert "reden: Zo afgesproken." in told
    assert told.rstrip().endswith(", en 1 opzij.")


def test_an_error_that_was_set_aside_is_none_for_a_script(tmp_path: Path, sto: Sto) -> None:
    """The plan has one error, a goal without a target; a warning that stays open is no reason to end with 1."""
    dossier = whole_plan()
    dossier = dossier.with_tables({"goals": {1: dossier.of(Goal)[1].changed(target="")}, "answers": {}})
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, dossier)
    store = DossierStore.open(path, "jan", clock)
    (error,) = (one for one in findings(dossier, NOW.date()) if one.level is Level.FOUT)
    assert sto("controle", path).code == 1
    store.apply(aside(store.dossier, error))
    after = sto("controle", path)
    assert (after.code, "opzijgezet: Doel 1 heeft geen streefwaarde." in after.out) == (0, True)
    # The only error counts apart, and no longer among what is open.
    last = after.out.splitlines()[-1]
    assert (" fout" in last, last.endswith(", en 1 opzij.")) == (False, True)


async def test_a_finding_is_set_aside_with_a_reason_and_taken_back(small: Path) -> None:
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.findings.is_worked_out)
        many = len(app.findings.latest)
        await pilot.press("m", "o", *"Afgesproken", "enter")
        await until_seen(app, pilot, "Opzijgezet (1)", "reden: Afgesproken; jan")
        (kept,) = stored(small, "set_aside").values()
        assert (kept["reason"], kept["by"]) == ("Afgesproken", "jan")
        assert len(app.findings.latest) == many - 1
        await pilot.press("escape")
        await until_seen(app, pilot, "en 1 opzij")
        await pilot.press("z")
        await until(pilot, lambda: len(app.findings.latest) == many)
        await pilot.press("ctrl+y", "m", "end", "o")
        await until_seen(app, pilot, "Deze melding telt weer mee")
        assert not stored(small, "set_aside")
        await pilot.press("escape")
        await until(pilot, lambda: "opzij" not in seen(app).splitlines()[0])
        assert place_of(app).place is Place.PLAN


async def test_what_another_set_aside_meanwhile_is_kept_once_and_the_cursor_stays(small: Path) -> None:
    app, other = app_on(small, Place.PLAN), DossierStore.open(small, "piet", clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.findings.is_worked_out)
        await pilot.press("m")
        window = app.screen
        assert isinstance(window, FindingsWindow)
        finding = window._list.current_key
        place = window._list.cursor
        await pilot.press("o", *"Later")
        other.apply(aside(other.dossier, finding))
        await until(pilot, lambda: len(app.dossier.of(SetAside)) == 1)
        await pilot.press("enter")
        await pilot.pause()
        assert len(stored(small, "set_aside")) == 1
        assert "Opzijgezet (1)" in seen(app) or window._list.cursor == place
        assert window._list.current_key != finding, "the next one is at the cursor"
        await pilot.press("end")
        await until_seen(app, pilot, "o Weer meetellen")
        await pilot.press("escape")


def test_two_copies_that_set_the_same_aside_have_it_once(small: Path, tmp_path: Path) -> None:
    """Anja and Jan each set aside the first finding, Jan another one too: together there are two, each once."""
    other = Path(shutil.copy(small, tmp_path / "kopie.sto.json"))
    base = DossierStore.open(small, "jan", clock).dossier
    ours, theirs = (DossierStore.open(path, name, clock) for path, name in ((small, "jan"), (other, "anja")))
    first_two = findings(ours.dossier.seen_in(), NOW.date())[:2]
    for finding in first_two:
        ours.apply(aside(ours.dossier, finding))
    theirs.apply(aside(theirs.dossier, first_two[0]))
    together = merged_dossiers(base, ours.dossier, theirs.dossier)
    apart = judged(Dossier(together.tables).seen_in(), NOW.date()).aside
    assert [finding.message for finding, _ in apart] == [finding.message for finding in first_two]
    assert len(together.tables["set_aside"]) == 2
