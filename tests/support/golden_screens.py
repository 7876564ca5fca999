"""Screens of the samples as text: the app on a day that stands still, and a frame per screen and size."""

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from sto_tui.acts import EVERYWHERE, acts_at
from sto_tui.app import StoApp
from sto_tui.colours import LIGHT
from sto_tui.domain.change import Change, carried_out, changing
from sto_tui.domain.milestones import Milestone
from sto_tui.intake.plan_document.proposing import PlanFile, proposal_of
from sto_tui.intake.plan_document.written_plan import (
    NotUnderstood,
    WrittenGoal,
    WrittenPhase,
    WrittenPlan,
    WrittenSpeerpunt,
    WrittenTheme,
)
from sto_tui.intake.questions import Answers, IntakeChoice, IntakeQuestion
from sto_tui.intake.returned_draft.lines import DraftLine, LaidBeside, LineStanding, Wording
from sto_tui.intake.returned_draft.taking_over import TakenOver
from sto_tui.places import Place
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.screens.acting import Acting
from sto_tui.screens.editing.conflict import Clash, ConflictWindow
from sto_tui.screens.editing.incoming import IncomingPreview
from sto_tui.screens.editing.unfinished import Unfinished, UnfinishedWindow
from sto_tui.screens.editing.version_window import VersionWindow
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.host.changing import PastChange
from sto_tui.screens.host.dossier_file import FileTrouble
from sto_tui.screens.host.papers import Incoming
from sto_tui.screens.host.plans import IncomingPlan
from sto_tui.screens.host.returned import BackFromWord
from sto_tui.screens.host.sheets import IncomingSheet, OfferedSheet
from sto_tui.screens.intake.plan_record import PlanRecordWindow
from sto_tui.screens.intake.plan_window import PlanWindow
from sto_tui.screens.intake.questions import Answered, QuestionsWindow
from sto_tui.screens.returned.files import DraftFiles
from sto_tui.screens.returned.line_window import LineWindow
from sto_tui.screens.returned.window import ReturnedWindow
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.screens.windows.history import HistoryWindow, put_back_question
from sto_tui.screens.windows.waiting import WaitingWindow
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.open_dossier import Session, open_session
from tests.support.golden_texts import VOORBEELDREGIO, GoldenSample
from tests.support.screens import place_of, seen, until

USUAL, SMALL = (80, 24), (60, 20)
_MOST_WINDOWS = 6


@dataclass(frozen=True)
class Opening:
    """What is pressed at a place to come to a screen, from the list with this number."""

    name: str
    keys: tuple[str, ...]
    at_list: int = 0


def copied(sample: GoldenSample, folder: Path) -> Path:
    """A copy of a sample that was saved at the moment that stands still."""
    return saved_then(Path(shutil.copy(sample.path, folder / sample.file)), sample)


def saved_then(path: Path, sample: GoldenSample) -> Path:
    """A file as if it was saved at the moment of a sample."""
    moment = sample.now.timestamp()
    os.utime(path, (moment, moment))
    return path


def app_in(sample: GoldenSample, folder: Path, place: Place) -> StoApp:
    """The app on a copy of a sample."""
    session = Session(copied(sample, folder), "jan", sample.clock, folder / "instellingen")
    return StoApp(session, place, "jan", sample.clock, LIGHT)


async def framed(app: StoApp, pilot: Pilot[None], name: str) -> str:
    """The screen under its name; the findings and what comes once the cursor rests are there."""
    await pilot.pause()
    if isinstance(app.screen, PlaceFrame):
        await until(pilot, lambda: app.findings.is_worked_out)
        app.screen.update_header()
        await pilot.pause()
    lines = [line.rstrip() for line in seen(app).rstrip().split("\n")]
    return "\n".join((f"═══ {name} · {app.size.width}x{app.size.height}", *without_repeats(lines), ""))


def without_repeats(lines: Sequence[str]) -> Iterator[str]:
    """Each line once, with how often it stands there when that is more than twice: empty room is not read."""
    for line, found in groupby(lines):
        often = len(list(found))
        yield from [line] * often if often < 3 else (line, f"⋮ {often} ×")


async def at_both_sizes(app: StoApp, pilot: Pilot[None], name: str) -> list[str]:
    """The screen as usual and as small as it may be."""
    frames = [await framed(app, pilot, name)]
    await pilot.resize_terminal(*SMALL)
    frames.append(await framed(app, pilot, name))
    await pilot.resize_terminal(*USUAL)
    return frames


async def lists_framed(app: StoApp, pilot: Pilot[None]) -> list[str]:
    """Every list of the place; below it, at the usual size, what can't be done there."""
    place = place_of(app)
    if not isinstance(place, PlaceScreen):
        return [await framed(app, pilot, place.place.title), *(refused(place) if app.size == USUAL else ()), ""]
    frames: list[str] = []
    for number, section in enumerate(place.sections):
        place.show_section(number)
        frames.append(await framed(app, pilot, f"{place.place.title}, {section.title}"))
        if app.size == USUAL:
            frames += [*refused(place), ""]
    return frames


def refused(screen: Acting) -> list[str]:
    """What each key that can't do its work now says, the keys that say the same together.

    Those that work everywhere say the same in every list, but for what they do to a row.
    """
    keys: dict[str, list[str]] = {}
    for act in acts_at(screen.where):
        is_own = EVERYWHERE not in act.where or act.id in ("edit", "delete", "add", "add_full")
        if is_own and (why := screen.why_not(act.id)):
            keys.setdefault(why, []).append(act.key)
    return [f"{' '.join(of_one)}: {why}" for why, of_one in keys.items()]


async def opened_framed(app: StoApp, pilot: Pilot[None], openings: Sequence[Opening]) -> list[str]:
    """What each of these opens, at both sizes; then back to the place."""
    place = place_of(app)
    await until(pilot, lambda: app.findings.is_worked_out)
    frames: list[str] = []
    for opening in openings:
        if isinstance(place, PlaceScreen):
            place.show_section(opening.at_list)
        await pilot.press(*opening.keys)
        frames += await at_both_sizes(app, pilot, f"{opening.name} ({' '.join(opening.keys)})")
        await back_at(app, pilot, place)
    return frames


async def back_at(app: StoApp, pilot: Pilot[None], place: PlaceFrame) -> None:
    """Closes the windows over a place; a wall and a form ask whether that may be, and it may."""
    for _ in range(_MOST_WINDOWS):
        if app.screen is place:
            return
        over_a_window = isinstance(app.screen, QuestionWindow) and app.screen_stack[-2] is not place
        await pilot.press(*(("left", "enter") if over_a_window else ("escape",)))
    await until(pilot, lambda: app.screen is place)


def damaged_app(folder: Path) -> StoApp:
    """The app on a sample of which only the beginning is left, after one change."""
    path, clock = copied(VOORBEELDREGIO, folder), VOORBEELDREGIO.clock
    store = DossierStore.open(path, "anja", clock)
    milestone = store.dossier.of(Milestone)[1]
    store.apply(changing(store.dossier, milestone, milestone.changed(title="Negen proeflessen gekozen")))
    path.write_bytes(path.read_bytes()[:20])
    return StoApp(open_session(path, "jan", clock, folder / "instellingen"), Place.OVERZICHT, "jan", clock)


class SheetInHand:
    """A sheet that leaves one thing in doubt."""

    name = "plan.csv"

    def earlier(self) -> None:
        return None

    def keep(self, answers: Answers) -> None:
        return None

    def said(self, answers: Answers) -> IncomingSheet:
        record = f"  1 Rooster gemaakt · {'5 feb 2027' if answers.get('datumvolgorde', 'dm') == 'dm' else '2 mei 2027'}"
        choices = (IntakeChoice("dm", "dag/maand", ("5 feb 2027",)), IntakeChoice("md", "maand/dag", ("2 mei 2027",)))
        question = IntakeQuestion("datumvolgorde", "Hoe lees je 5/2/2027?", choices, "dm", ("regel 2: 5/2/2027",))
        questions = () if answers else (question,)
        change = Change("Mijlpalen uit plan.csv: 1 nieuw, 0 gewijzigd", ())
        counts = "1 nieuw, 0 gewijzigd"
        records = ("\nNieuw", record)
        lines = (f"plan.csv: {counts}, geen weigeringen.", *records)
        return IncomingSheet(lines, change, lambda: self.said(answers), counts, records, questions)


SHEET = SheetInHand()


def question_window() -> QuestionsWindow:
    """The window that asks about a sheet; what it shows below comes once the cursor rests."""
    return QuestionsWindow("Mijlpalen uit een rekenblad", SHEET, Answered({}, SHEET.said({})))


def _back() -> BackFromWord:
    """Two drafts: what is sure of one person, and what two wrote otherwise."""
    sent = "Uren per jaar afspreken."
    sure = Wording("510 leerlingen", "510 leerlingen", ("Anja",))
    texts = (
        Wording("Uren per kwartaal afspreken.", "Uren per kwartaal afspreken.", ("Anja",)),
        Wording("Uren per week afspreken.", "Uren per week afspreken.", ("Bo",)),
    )
    lines = (
        DraftLine(
            1,
            LineStanding.EDITED,
            "goals/1/target",
            "4 Doelen",
            "Doel 1, streefwaarde",
            "495",
            "495",
            (sure,),
            "Tabel 3",
        ),
        DraftLine(2, LineStanding.SEVERAL, "risks/3/measure", "10 Risico’s", "Risico 3, maatregel", sent, sent, texts),
    )
    laid = LaidBeside(("Anja.docx", "Bo.docx"), lines, 1552, 1)
    nothing = TakenOver(Change("Concept terug", ()), (), ())
    return BackFromWord(laid, lambda chosen: nothing, lambda line, text: "", lambda line, text: (), lambda: True, _back)


BACK = _back()
DRAFTS = tuple(
    OfferedSheet(f"/home/jan/Downloads/{name}", name, "~/Downloads", datetime(2026, 9, day))
    for name, day in (("plan-veenderwaard-anja.docx", 3), ("plan-veenderwaard-bo.docx", 2))
)


def _plan() -> IncomingPlan:
    """A plan of one theme, in a dossier that is new, with a line that was not understood."""
    point = WrittenSpeerpunt("kop ‘1.1 Menukaart’", 1, "1.1", "Menukaart", partners=["Zonrijk Energietechniek"])
    point.phases = [WrittenPhase("2027", ["Menukaart maken", "Menukaart beproeven"])]
    theme = WrittenTheme("kop ‘Thema 1: Basis op orde’", 1, "Basis op orde", result=["Elke school heeft een lokaal."])
    plan = WrittenPlan([WrittenGoal("‘Doelen’, alinea 1", 1, "Meer leerlingen kiezen techniek.")], [theme], [point])
    plan.not_understood = [NotUnderstood("‘Slot’, alinea 1", "Met dank aan allen.", "dit hoofdstuk is niet bekend")]
    dossier, file = new_dossier("Rivierenland", "2027-2028"), PlanFile("plan.docx", plan)
    whole = proposal_of(file, dossier, VOORBEELDREGIO.now.date())
    return IncomingPlan(whole, carried_out(dossier, whole.intake.change), lambda chosen: whole, _plan)


PLAN = _plan()


def windows_in_need() -> dict[str, Screen[Any]]:
    """Windows that no key opens: they come when there are two versions, or something was left behind."""
    now = VOORBEELDREGIO.now
    changes = [
        PastChange(now, "jan", "Mijlpaal 1.1a: titel gewijzigd", "2"),
        PastChange(now - timedelta(days=1), "anja", "Partij Zonrijk Energietechniek toegevoegd", "1"),
    ]
    clash = Clash(
        "title", "Titel", "Acht proeflessen gekozen", "Negen proeflessen gekozen", "Negen proeflessen gekozen"
    )
    state = {"about": {"name": "mijlpaal 1.1a"}, "levels": [{"new": ["Acht lessen gekozen door leerkrachten"]}]}
    incoming = Incoming(("Nieuw: 1 cijfer", "  Instroom PIE · 2025: 104"), Change("DUO", ()), lambda: incoming)
    return {
        "Geschiedenis": HistoryWindow(changes),
        "Terugzetten": put_back_question(changes),
        "Twee versies": ConflictWindow("mijlpaal 1.1a", "anja", " om 10:28", [clash]),
        "Onafgemaakt": UnfinishedWindow([Unfinished(0, now, state)], lambda one: None),
        "Cijfers van DUO": IncomingPreview("Cijfers van DUO", incoming),
        "Rekenblad": IncomingPreview("Mijlpalen uit een rekenblad", SHEET.said({}), may_choose=True),
        "Welke versie": VersionWindow(
            FileTrouble(
                "Er staat een oudere versie, zonder 2 wijzigingen.",
                put_back="De andere wordt ernaast bewaard.",
                take="Jouw versie wordt ernaast bewaard.",
                join="mijlpalen: 1 gewijzigd",
            )
        ),
        "Concepten": DraftFiles("Concept terug uit Word", DRAFTS, [DRAFTS[1].path]),
        "Terug uit Word": ReturnedWindow(BACK, BACK.laid.defaults),
        "Tekst uit Word": LineWindow(BACK, BACK.laid.lines[1], None),
        "Plan uit Word": PlanWindow(PLAN),
        "Regel van een plan": PlanRecordWindow(PLAN, PLAN.proposal.offers[2], PLAN.proposal.offers[2].after),
        "Wachten": WaitingWindow("voorbeeldregio.sto.json is bezet door anja", lambda: False, can_give_up=True),
    }
