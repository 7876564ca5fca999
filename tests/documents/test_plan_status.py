"""A plan has a status and a day of adoption: cover, header, opening and properties say the same."""

import io
from datetime import date
from pathlib import Path

import docx
import pytest

from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import long_date
from sto_tui.domain.handed_in import Submission
from sto_tui.domain.plan import Chapter, ChapterText
from sto_tui.domain.record import TEXT_LIMIT, Ref
from sto_tui.domain.region import PlanPeriod, PlanStatus
from sto_tui.planning.checks.finding import findings
from sto_tui.planning.checks.holes import holes
from sto_tui.planning.paper_registry import PaperPart
from sto_tui.planning.plan_status import (
    SinceHandedIn,
    beginning,
    period_phase,
    state_in_words,
    status_in_words,
    version_and_day,
)
from sto_tui.storage.file.companion_folder import companion_folder
from tests.support.commands import Sto
from tests.support.screens import app_on, retype, seen, stored
from tests.support.small_plan import TODAY, whole_plan, with_records
from tests.support.word_text import word_lines


def plan_with(**values: object) -> Dossier:
    plan = whole_plan()
    return with_records(plan, plan.of(PlanPeriod)[1].changed(version="0.3", **values))


def said(plan: Dossier, part: PaperPart = "alles") -> tuple[str, str, str, str, str]:
    """What the cover, header, opening, keywords and property `status` say."""
    data = build(plan, DraftOptions(TODAY, part)).data
    lines = word_lines(data)
    properties = docx.Document(io.BytesIO(data)).core_properties
    row = next(line for line in lines if line.startswith("| Status"))
    header = next(line for line in lines if ", kop: " in line).rpartition(" → ")[2]
    opening = next((line for line in lines if line.startswith("{STOInleiding} ")), "")
    begins = opening.removeprefix("{STOInleiding} ").partition(" wat de regio")[0]
    return row.rpartition(" | ")[2], header, begins, properties.keywords.split("; ")[1], properties.content_status


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "Concept: nog niet vastgesteld (Stuurgroep)"),
        ({"plan_status": PlanStatus.VOORGELEGD}, "Voorgelegd (Stuurgroep), nog niet vastgesteld"),
        (
            {"plan_status": PlanStatus.VASTGESTELD, "adopted_on": date(2026, 9, 17)},
            "Vastgesteld op 17 september 2026 (Stuurgroep)",
        ),
        # Nobody told whether it was adopted, or when it was handed in.
        ({"plan_status": PlanStatus.INGEDIEND}, "Ingediend"),
        (
            {
                "plan_status": PlanStatus.TOEGEKEND,
                "adopted_on": date(2026, 9, 17),
                "granted_on": date(2026, 12, 15),
            },
            "Toegekend op 15 december 2026; ingediend; vastgesteld op 17 september 2026 (Stuurgroep)",
        ),
    ],
)
def test_the_cover_says_by_whom_and_every_step(values: dict[str, object], words: str) -> None:
    assert said(plan_with(adopted_by=1, **values))[0] == words


ON_15_9 = {"plan_status": PlanStatus.VASTGESTELD, "adopted_on": date(2026, 9, 15)}
HANDED_IN = Submission(id=1, period=1, handed_in_on=date(2026, 9, 28), version="1.0")


@pytest.mark.parametrize(
    ("values", "records", "cover", "begins"),
    [
        ({}, (), "Concept: nog niet vastgesteld", "Dit concept beschrijft"),
        (
            {"plan_status": PlanStatus.VOORGELEGD},
            (),
            "Voorgelegd, nog niet vastgesteld",
            "Dit plan is nog niet vastgesteld. Het beschrijft",
        ),
        (
            ON_15_9,
            (),
            "Vastgesteld op 15 september 2026",
            "Dit plan is vastgesteld op 15 september 2026. Het beschrijft",
        ),
        # The version stands on the cover, and not in the sentence.
        (
            {**ON_15_9, "plan_status": PlanStatus.INGEDIEND},
            (HANDED_IN,),
            "Ingediend op 28 september 2026 als versie 1.0; vastgesteld op 15 september 2026",
            "Dit plan is ingediend op 28 september 2026. Het beschrijft",
        ),
        (
            {"plan_status": PlanStatus.TOEGEKEND, "granted_on": date(2026, 12, 15)},
            (HANDED_IN,),
            "Toegekend op 15 december 2026; ingediend op 28 september 2026 als versie 1.0",
            "Dit plan is toegekend op 15 december 2026. Het beschrijft",
        ),
    ],
)
def test_how_far_a_plan_is_in_words(
    values: dict[str, object], records: tuple[Submission, ...], cover: str, begins: str
) -> None:
    dossier = with_records(plan_with(**values), *records)
    assert (status_in_words(dossier, SinceHandedIn.SAME), beginning(dossier, SinceHandedIn.SAME)) == (cover, begins)


SAME, CHANGED, UNKNOWN = SinceHandedIn


@pytest.mark.parametrize(
    ("since", "values", "version", "cover", "begins", "above", "dated"),
    [
        (
            *(SAME, {}, "1.0", "Ingediend op 28 september 2026 als versie 1.0"),
            *("Dit plan is ingediend op 28 september 2026. Het beschrijft", "ingediend · versie 1.0"),
            ("versie 1.0", date(2026, 9, 28)),
        ),
        # What is printed is no longer the version that was handed in, nor of its day.
        (
            *(CHANGED, {}, "1.0", "Ingediend op 28 september 2026 als versie 1.0, daarna gewijzigd"),
            "Dit plan is ingediend op 28 september 2026. Sinds het indienen is het gewijzigd. Het beschrijft",
            *("gewijzigd na versie 1.0", ("versie 1.0, daarna gewijzigd", TODAY)),
        ),
        (
            *(CHANGED, {}, "1.1", "Ingediend op 28 september 2026 als versie 1.0, daarna gewijzigd"),
            "Dit plan is ingediend op 28 september 2026. Sinds het indienen is het gewijzigd. Het beschrijft",
            *("gewijzigd na indienen · versie 1.1", ("versie 1.1", TODAY)),
        ),
        (
            *(CHANGED, {"plan_date": date(2027, 2, 1)}, "1.1"),
            "Ingediend op 28 september 2026 als versie 1.0, daarna gewijzigd",
            "Dit plan is ingediend op 28 september 2026. Sinds het indienen is het gewijzigd. Het beschrijft",
            *("gewijzigd na indienen · versie 1.1", ("versie 1.1", date(2027, 2, 1))),
        ),
        # The kept plan is gone: nobody can say.
        (
            *(UNKNOWN, {}, "1.0"),
            "Ingediend op 28 september 2026 als versie 1.0 (of het daarna is gewijzigd, is niet bekend)",
            "Dit plan is ingediend op 28 september 2026. Of het sinds het indienen is gewijzigd, is niet bekend. "
            "Het beschrijft",
            *("ingediend · versie 1.0", ("versie 1.0", date(2026, 9, 28))),
        ),
        # A plan that went back to its makers is none that was handed in.
        (
            *(CHANGED, {"plan_status": PlanStatus.CONCEPT}, "1.0", "Concept: nog niet vastgesteld"),
            *("Dit concept beschrijft", "concept · versie 1.0", ("versie 1.0", date(2026, 9, 28))),
        ),
    ],
)
def test_a_plan_that_is_no_longer_what_was_handed_in_says_so(
    since: SinceHandedIn,
    values: dict[str, object],
    version: str,
    cover: str,
    begins: str,
    above: str,
    dated: tuple[str, date],
) -> None:
    sent = {"plan_status": PlanStatus.INGEDIEND, "plan_date": date(2026, 9, 28), **values}
    dossier = with_records(plan_with(**sent), HANDED_IN)
    period = dossier.of(PlanPeriod)[1]
    dossier = with_records(dossier, period.changed(version=version))
    assert (status_in_words(dossier, since), beginning(dossier, since)) == (cover, begins)
    assert (state_in_words(dossier, since), version_and_day(dossier, since, TODAY)) == (above, dated)


def test_the_draft_compares_with_the_plan_that_was_kept(example: Path, sto: Sto) -> None:
    """Of the plan that was handed in today, and of one where an amount and a log line came after it."""
    assert sto("indienen", example, "--versie", "2.0", "--ja").code == 0
    assert sto("stoplicht", example, "2.1a", "oranje", "De oven is laat.").code == 0
    assert said_changed(drafted(sto, example), "2.0") == (False, False, False, False)
    assert sto("zet", example, "doelen/1", "streefwaarde=400 leerlingen").code == 0
    assert said_changed(drafted(sto, example), "2.0") == (True, True, True, True)
    newest = max(companion_folder(example).glob("ingediend-*"), key=lambda path: path.stat().st_mtime_ns)
    newest.unlink()
    unknown = "als versie 2.0 (of het daarna is gewijzigd, is niet bekend)"
    assert unknown in "\n".join(word_lines(drafted(sto, example)))


def test_a_plan_is_no_other_when_the_next_period_begins(tmp_path: Path, sto: Sto) -> None:
    """What the region said and its maximum went to the period before: not a word of that plan changed."""
    path = tmp_path / "p.sto.json"
    of_before = ("--periode", "2025-2028")
    for words in (
        ("nieuw", path, "--regio", "Proef", *of_before),
        ("zet", path, "regio", "visie=Techniek voor iedereen", "ambitie=Meer", "maximale-subsidie=100.000"),
        ("voeg-toe", path, "doelen", "nr=1", "doel=Meer leerlingen"),
        ("voeg-toe", path, "communicatie", "doelgroep=ouders", "boodschap=Kom kijken"),
        ("indienen", path, "--versie", "1.0", "--ja"),
        ("volgende", path, "--periode", "2029-2032", "--ja"),
    ):
        done = sto(*words)
        assert done.code == 0, done.err
    assert said_changed(drafted(sto, path, *of_before), "1.0") == (False, False, False, False)
    assert sto("zet", path, "doelen/1", "doel=Meer meisjes", *of_before).code == 0
    assert said_changed(drafted(sto, path, *of_before), "1.0") == (True, True, True, True)


def drafted(sto: Sto, path: Path, *options: str) -> bytes:
    made = sto("concept", path, "--deel", "activiteitenplan", *options)
    assert made.code == 0, made.err
    return Path(made.out.strip()).read_bytes()


def said_changed(data: bytes, version: str) -> tuple[bool, bool, bool, bool]:
    """Whether the cover, the first sentence, the header and the properties say that it changed."""
    lines = word_lines(data)
    return (
        any(f"als versie {version}, daarna gewijzigd" in line for line in lines),
        any("Sinds het indienen is het gewijzigd." in line for line in lines),
        any(", kop: " in line and f"gewijzigd na versie {version}" in line for line in lines),
        docx.Document(io.BytesIO(data)).core_properties.content_status.lower() == "gewijzigd na indienen",
    )


@pytest.mark.parametrize(
    ("day", "values", "phase"),
    [
        (date(2026, 12, 31), {}, "begint nog"),
        (date(2027, 1, 1), {}, "loopt"),
        (date(2028, 12, 31), {}, "loopt"),
        (date(2029, 1, 1), {}, "afgelopen"),
        (date(2029, 1, 1), {"closed": True}, "afgesloten"),
    ],
)
def test_how_far_a_period_is_follows_from_its_days(day: date, values: dict[str, object], phase: str) -> None:
    assert period_phase(plan_with(**values).of(PlanPeriod)[1], day) == phase


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (
            {},
            (
                "Concept: nog niet vastgesteld",
                "concept · versie 0.3",
                "Dit concept beschrijft",
                "concept",
                "Concept",
            ),
        ),
        (
            {"plan_status": PlanStatus.VOORGELEGD},
            (
                "Voorgelegd, nog niet vastgesteld",
                "voorgelegd · versie 0.3",
                "Dit plan is nog niet vastgesteld. Het beschrijft",
                "voorgelegd",
                "Voorgelegd",
            ),
        ),
        (
            {"plan_status": PlanStatus.VASTGESTELD, "adopted_on": date(2026, 9, 17)},
            (
                "Vastgesteld op 17 september 2026",
                "vastgesteld · versie 0.3",
                "Dit plan is vastgesteld op 17 september 2026. Het beschrijft",
                "vastgesteld",
                "Vastgesteld",
            ),
        ),
    ],
)
def test_everything_says_the_same_status(values: dict[str, object], words: tuple[str, ...]) -> None:
    assert said(plan_with(**values)) == words


def test_an_adopted_plan_without_a_day_asks_for_it() -> None:
    plan = plan_with(plan_status=PlanStatus.VASTGESTELD)
    (one,) = holes(plan, "alles", TODAY)
    assert (one.hole, one.ref) == ("de dag waarop het plan is vastgesteld", Ref("periods", 1, "adopted_on"))
    assert said(plan)[0] == "Vastgesteld {{[Nog in te vullen: de dag waarop het plan is vastgesteld]}}"
    assert said(plan)[2] == "Dit plan is vastgesteld. Het beschrijft"


def test_a_report_is_a_concept_about_a_plan_that_is_adopted() -> None:
    plan = plan_with(plan_status=PlanStatus.VASTGESTELD, adopted_on=date(2026, 9, 17))
    lines = word_lines(build(plan, DraftOptions(TODAY, "voortgangsrapportage")).data)
    assert "| Status | Concept" in lines
    assert "| Status van het plan | Vastgesteld op 17 september 2026" in lines
    assert said(plan, "voortgangsrapportage")[1] == "concept · versie 0.3"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Versie 1.0 is definitief en dateert van maart.", True),
        ("Dit is de definitieve versie.", True),
        ("Het plan is unaniem vastgesteld.", True),
        ("Dit plan is nog niet vastgesteld.", False),
        ("Het plan is niet definitief.", False),
        ("Wie erin zit, wordt later definitief bepaald.", False),
        ("De menukaart is vastgesteld.", False),
        # With a day, with who did it, the other way round, and after another sentence.
        ("Dit plan is op 3 maart vastgesteld.", True),
        ("Het activiteitenplan werd op 3 maart 2027 door de stuurgroep vastgesteld.", True),
        ("Op 3 maart is dit plan vastgesteld.", True),
        ("De stuurgroep heeft het plan op 3 maart vastgesteld.", True),
        ("De regiovisie is besproken en vastgesteld.", True),
        ("De begroting volgt nog. Het plan is vastgesteld.", True),
        ("Het plan is vastgesteld, maar de begroting nog niet.", True),
        ("Voor u ligt het definitieve plan.", True),
        ("In deze definitieve versie staan alle partners.", True),
        ("Definitieve versie 3 maart 2027", True),
        ("Status: vastgesteld", True),
        ("Het plan van de regio is vastgesteld.", True),
        # What is still to come, a condition, a wish, and other things than this plan.
        ("De definitieve versie volgt in mei.", False),
        ("Een definitieve versie komt na het overleg.", False),
        ("Er is nog geen definitief plan.", False),
        ("Dit is nog geen definitieve versie.", False),
        ("Het plan is nooit vastgesteld.", False),
        ("Zodra het plan is vastgesteld, gaat het naar DUS-I.", False),
        ("Nadat de stuurgroep het plan heeft vastgesteld, gaat het naar DUS-I.", False),
        ("Als dit plan is vastgesteld, begint de uitvoering.", False),
        ("Het plan wordt in mei definitief vastgesteld.", False),
        ("Het plan is pas na de zomer definitief.", False),
        ("In dit plan is vastgesteld dat er docenten ontbreken.", False),
        ("De doelen van dit plan zijn vastgesteld.", False),
        ("Het plan is herschreven; de doelen zijn vastgesteld.", False),
        ("Het plan van 2020 is vastgesteld.", False),
        ("Het vorige plan is vastgesteld.", False),
        # Of two statements in a sentence each has its own subject.
        ("Het document is een concept en de begroting is vastgesteld.", False),
        ("Het plan is klaar en de begroting vastgesteld.", False),
        ("Het plan ligt op tafel, de begroting is vastgesteld.", False),
        ("De stuurgroep heeft het plan besproken en de begroting vastgesteld.", False),
        ("De begroting is een concept en het plan is vastgesteld.", True),
        ("Het plan is besproken en is vastgesteld.", True),
        ("Het plan is door de stuurgroep en de gemeente vastgesteld.", True),
        ("De regiovisie is na overleg met de scholen, de bedrijven en de gemeente vastgesteld.", True),
        ("De stuurgroep en de gemeente hebben het plan vastgesteld.", True),
    ],
)
def test_a_text_that_calls_a_concept_final_gives_a_tip(text: str, found: bool) -> None:
    rules = {one.check: one.level.value for one in findings(_saying(plan_with(), text), TODAY)}
    assert rules.get("called_final") == ("tip" if found else None)
    adopted = plan_with(plan_status=PlanStatus.VASTGESTELD, adopted_on=date(2026, 9, 17))
    assert "called_final" not in {one.check for one in findings(_saying(adopted, text), TODAY)}


@pytest.mark.parametrize(
    "piece",
    [
        "het plan is goed, ",
        "het plan is goed en de begroting ligt klaar, ",
        "het plan is het plan is zijn vastgesteld ",
        "is het plan heeft ",
        "vastgesteld is het plan, de ",
        "niet het plan is vastgesteld, ",
        "versie 1.1.1 is ",
    ],
)
def test_a_sentence_as_long_as_a_text_is_gone_through_once(piece: str) -> None:
    """With steps for every pair of words this takes minutes."""
    text = (piece * TEXT_LIMIT)[:TEXT_LIMIT]
    assert "called_final" not in {one.check for one in findings(_saying(plan_with(), text), TODAY)}


def _saying(plan: Dossier, text: str) -> Dossier:
    return with_records(plan, ChapterText(id=1, chapter=Chapter.INLEIDING, text=text))


def test_a_part_says_which_texts_refer_to_a_chapter_outside_it() -> None:
    """Chapter 3 is in the regiovisie only; chapter 5 stands in the activiteitenplan itself."""
    plan = _saying(plan_with(), "Zie hoofdstuk 3 en hoofdstuk 5.")
    sentence = "verwijst naar hoofdstuk 3. Dat staat in de regiovisie, niet in dit deel."
    notices = build(plan, DraftOptions(TODAY, "activiteitenplan")).notices
    assert [notice.partition("’ ")[2] for notice in notices] == [sentence]
    assert build(plan, DraftOptions(TODAY)).notices == ()


def test_a_paragraph_with_a_number_is_not_there() -> None:
    plan = _saying(plan_with(), "De uitwerking volgt in paragraaf 3.4; paragraaf 2 mag iets anders zijn.")
    (notice,) = build(plan, DraftOptions(TODAY)).notices
    assert notice.endswith("verwijst naar paragraaf 3.4. Die is er niet: het concept nummert alleen hoofdstukken.")


async def test_the_status_is_chosen_in_the_form_of_the_period(example: Path) -> None:
    app = app_on(example)
    async with app.run_test(size=(80, 24)) as pilot:
        app.going.go_to(Ref("periods", 3, "adopted_on"))
        await pilot.pause()
        await pilot.pause()
        retype(app, "adopted_on", "1-10-2026")
        assert "Vastgesteld door" in seen(app)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert stored(example, "periods")["3"]["adopted_on"] == "2026-10-01"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, f"versie 0.3 · {long_date(TODAY)}"),
        ({"plan_date": date(2026, 9, 1)}, "versie 0.3 · 1 september 2026"),
        # A plan that is adopted is of that day, and not of that on which it is printed once more.
        ({"plan_status": PlanStatus.INGEDIEND, "adopted_on": date(2026, 9, 17)}, "versie 0.3 · 17 september 2026"),
        # Written down before the status was put back: it is being made again.
        ({"plan_status": PlanStatus.CONCEPT, "adopted_on": date(2026, 9, 17)}, f"versie 0.3 · {long_date(TODAY)}"),
    ],
)
def test_the_day_of_a_plan_is_its_own(values: dict[str, object], words: str) -> None:
    lines = word_lines(build(plan_with(**values), DraftOptions(TODAY)).data)
    assert next(line for line in lines if line.startswith("| Versie en datum")).rpartition(" | ")[2] == words


def test_a_report_has_a_day_of_its_own() -> None:
    plan = plan_with(plan_date=date(2026, 9, 1))
    rows = [
        line for line in word_lines(build(plan, DraftOptions(TODAY, "voortgangsrapportage")).data) if "atum" in line
    ]
    assert [row.rpartition(" | ")[2] for row in rows[:2]] == [long_date(TODAY), "versie 0.3 · 1 september 2026"]
