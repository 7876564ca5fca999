"""Every act of every place, wall and window is pressed once on the sample: it does something, or says why not."""

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sto_tui.acts import (
    CHOOSING,
    CONFLICT,
    DIALOG,
    DOSSIER_FILE,
    ENTRY,
    EVERYWHERE,
    FINDINGS,
    FORM,
    HISTORY,
    KEYS,
    MANUAL,
    NEXT_PERIOD,
    NUMBERING,
    PARTY,
    PHONE_ANSWERS,
    PHONES,
    PLAN_FILE,
    PLAN_RECORD,
    PROPOSAL,
    QUESTIONS,
    QUICK,
    RECOVERY,
    REQUEST,
    RETURNED,
    RETURNED_FILES,
    RETURNED_TEXT,
    SHARING,
    START,
    TAKE_IN,
    UNFINISHED,
    VERI_WALL,
    VISION_WALL,
    WAITING,
    WINDOWS,
    WORKSHOP,
    WRITING,
    KeyAct,
    acts_at,
)
from sto_tui.app import StoApp
from sto_tui.domain.dossier import list_of
from sto_tui.phones.addresses import LocalAddress
from sto_tui.places import Place
from sto_tui.screens.acting import Acting
from sto_tui.screens.editing.editing_screen import EditingScreen
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.windows.waiting import WaitingWindow
from sto_tui.screens.windows.window import Window
from tests.screens.workshop.phones import HERE
from tests.support.golden_screens import USUAL, app_in, back_at, damaged_app, question_window, windows_in_need
from tests.support.golden_texts import VOORBEELDREGIO
from tests.support.screens import place_of, seen, until, until_seen
from tests.support.textual_gaps import drawn_lines

# These end the app, or hand the terminal over; they have tests of their own.
ELSEWHERE = {"quit", "outside", "tour", "other_dossier"}


def own_acts(place: Place) -> list[KeyAct]:
    own = (act for act in acts_at(place.word) if EVERYWHERE not in act.where)
    return [act for act in own if act.id not in ELSEWHERE]


def state_of(app: StoApp) -> tuple[object, ...]:
    """What people see, looks included, and what is stored."""
    looks = [list(strip) for strip in drawn_lines(app)]
    return app.screen, app.focused, app.dossier if isinstance(app.screen, EditingScreen) else None, looks


def list_for(place: PlaceFrame, act: str) -> None:
    """Shows the first list in which an act can be done, if there is one."""
    if isinstance(place, PlaceScreen):
        for number in range(len(place.sections)):
            place.show_section(number)
            if not place.why_not(act):
                return
        place.show_section(0)


async def pressed(app: StoApp, pilot: Pilot[None], key: str) -> bool:
    """Whether a key did something, or said something."""
    await pilot.pause()
    before = state_of(app)
    await pilot.press(key)
    return app.is_running and state_of(app) != before


@pytest.mark.parametrize("place", Place, ids=lambda place: place.word)
async def test_every_act_of_a_place(place: Place, tmp_path: Path) -> None:
    app = app_in(VOORBEELDREGIO, tmp_path, place)
    silent = []
    async with app.run_test(size=USUAL) as pilot:
        screen = place_of(app)
        for act in own_acts(place):
            list_for(screen, act.id)
            screen.say("")
            if not await pressed(app, pilot, act.keys[0]):
                silent.append(act.id)
            app.going.open_place(place)
            await back_at(app, pilot, screen)
            screen.quick.close()
    assert silent == []


async def test_every_act_that_works_everywhere(tmp_path: Path) -> None:
    app = app_in(VOORBEELDREGIO, tmp_path, Place.MIJLPALEN)
    silent = []
    async with app.run_test(size=USUAL) as pilot:
        screen = place_of(app)
        for act in acts_at("mijlpalen"):
            if EVERYWHERE in act.where and act.id not in ELSEWHERE:
                screen.say("")
                if not await pressed(app, pilot, act.keys[0]):
                    silent.append(act.id)
                app.going.open_place(Place.MIJLPALEN)
                await back_at(app, pilot, screen)
    assert silent == ["place_5"], "the place that is there"


# The place and the keys by which a window or wall comes.
OPENED_BY = {
    FORM: (Place.MIJLPALEN, ("down", "enter")),
    DIALOG: (Place.MIJLPALEN, ("question_mark", "question_mark", "o")),
    KEYS: (Place.MIJLPALEN, ("question_mark",)),
    MANUAL: (Place.MIJLPALEN, ("question_mark", "question_mark")),
    FINDINGS: (Place.MIJLPALEN, ("m",)),
    PROPOSAL: (Place.MIJLPALEN, ("T", "ctrl+s")),
    SHARING: (Place.PLAN, ("home", "down", "down", "J", "enter")),
    NUMBERING: (Place.PLAN, ("home", "down", "N", "9", "enter")),
    NEXT_PERIOD: (Place.OVERZICHT, ("n",)),
    CHOOSING: (Place.PLAN, ("M",)),
    ENTRY: (Place.VERI, ("W",)),
    PARTY: (Place.VERI, ("f",)),
    REQUEST: (Place.PLAN, ("w",)),
    VERI_WALL: (Place.VERI, ("p",)),
    WRITING: (Place.REGIOVISIE, ("w",)),
    VISION_WALL: (Place.REGIOVISIE, ("p",)),
    WORKSHOP: (Place.EVALUATIE, ("p", "right")),
    PHONES: (Place.EVALUATIE, ("p", "p", "enter", "enter")),
    PHONE_ANSWERS: (Place.EVALUATIE, ("p", "p", "enter", "enter", "enter")),
    HISTORY: (Place.OVERZICHT, ()),
    CONFLICT: (Place.OVERZICHT, ()),
    UNFINISHED: (Place.OVERZICHT, ()),
    TAKE_IN: (Place.OVERZICHT, ()),
    QUESTIONS: (Place.OVERZICHT, ()),
    RETURNED_FILES: (Place.OVERZICHT, ()),
    RETURNED: (Place.OVERZICHT, ()),
    RETURNED_TEXT: (Place.OVERZICHT, ()),
    PLAN_FILE: (Place.OVERZICHT, ()),
    PLAN_RECORD: (Place.OVERZICHT, ()),
    WAITING: (Place.OVERZICHT, ()),
    QUICK: (Place.PLAN, ("down", "down", "a")),
    DOSSIER_FILE: (Place.OVERZICHT, ()),
}
IN_THE_LIST_OF = {CHOOSING: "parties", REQUEST: "support"}
IN_NEED = {
    HISTORY: "Geschiedenis",
    CONFLICT: "Twee versies",
    UNFINISHED: "Onafgemaakt",
    TAKE_IN: "Cijfers van DUO",
    QUESTIONS: "Vraag over een blad",
    WAITING: "Wachten",
    RETURNED_FILES: "Concepten",
    RETURNED: "Terug uit Word",
    RETURNED_TEXT: "Tekst uit Word",
    PLAN_FILE: "Plan uit Word",
    PLAN_RECORD: "Regel van een plan",
    DOSSIER_FILE: "Welke versie",
}


class OpenedWindow:
    """A window over its place, opened anew where the act before closed it or took the focus elsewhere."""

    def __init__(self, app: StoApp, pilot: Pilot[None], where: str) -> None:
        self._app = app
        self._pilot = pilot
        self._where = where
        self._place = place_of(app)
        self._stood: tuple[object, object] | None = None

    async def answers(self, key: str) -> bool:
        """Whether a key does something there: in the window as it stands, or else in one that has just come."""
        for anew in (self._stood is None, True):
            if anew:
                await self._open()
            # That a message goes is nothing that an act does.
            if isinstance(self._app.screen, Acting):
                self._app.screen.say("")
            did = await pressed(self._app, self._pilot, key)
            if self._standing() != self._stood:
                await self._close()
            if did or anew:
                return did
            await self._close()
        raise AssertionError("a window that came anew answers or does not")

    def _standing(self) -> tuple[object, object] | None:
        is_open = self._app.screen is not self._place or self._place.quick.is_open
        return (self._app.screen, self._app.focused) if is_open else None

    async def _open(self) -> None:
        where, app = self._where, self._app
        if where in IN_NEED:
            app.push_screen(question_window() if where == QUESTIONS else windows_in_need()[IN_NEED[where]])
        app.workshop.forget()
        if where in IN_THE_LIST_OF:
            assert isinstance(self._place, PlaceScreen)
            self._place.show_record(list_of(IN_THE_LIST_OF[where]))
        await self._pilot.press(*OPENED_BY[where][1])
        await self._pilot.pause()
        self._stood = self._standing()
        assert self._stood is not None

    async def _close(self) -> None:
        if self._stood is not None:
            self._app.going.open_place(OPENED_BY[self._where][0])
            await back_at(self._app, self._pilot, self._place)
            self._place.quick.close()
            self._stood = None


@pytest.mark.parametrize("where", OPENED_BY)
async def test_every_act_of_a_window(where: str, tmp_path: Path) -> None:
    app = app_in(VOORBEELDREGIO, tmp_path, OPENED_BY[where][0])
    app.phones.own_addresses = lambda: [LocalAddress(HERE)]
    async with app.run_test(size=USUAL) as pilot:
        window = OpenedWindow(app, pilot, where)
        silent = [act.id for act in acts_at(where) if not await window.answers(act.keys[0])]
    assert [act for act in silent if act != "nowhere"] == []


SMALL = (60, 20)
# 5 of these words on a rule of 54 cells: 11 words take three lines, more than the rule and what stands beside keys.
LONG = "De bestelling; " + "aanvragen; " * 12 + "einde."


def last_lines(app: StoApp) -> list[str]:
    return [line.strip(" │") for line in seen(app).splitlines() if line.strip(" │└┘─")]


def all_words(app: StoApp) -> str:
    return " ".join(re.findall(r"[\w;.]+", seen(app)))


@pytest.mark.parametrize("where", OPENED_BY)
async def test_a_long_message_can_be_read_whole_and_hides_no_key_of_a_window(where: str, tmp_path: Path) -> None:
    """A window shows all of it above its keys; where there is a key for all keys, that shows it."""
    app = app_in(VOORBEELDREGIO, tmp_path, OPENED_BY[where][0])
    app.phones.own_addresses = lambda: [LocalAddress(HERE)]
    async with app.run_test(size=SMALL) as pilot:
        window = OpenedWindow(app, pilot, where)
        await window._open()
        screen = app.screen
        assert isinstance(screen, Acting)
        screen.say("")
        await pilot.pause()
        footer = last_lines(app)[-1]
        # While something waits to be saved nothing else is said than what others did.
        tell = screen.hear if isinstance(screen, WaitingWindow) else screen.say
        tell(LONG)
        if isinstance(screen, Window):
            await until(pilot, lambda: LONG in all_words(app))
            await pilot.pause()
            assert LONG in all_words(app)
            assert last_lines(app)[-1] == footer
            tell("")
            await until(pilot, lambda: LONG not in all_words(app) and last_lines(app)[-1] == footer)
        else:
            await until_seen(app, pilot, "Alles lezen")
            assert LONG not in all_words(app)
            await pilot.press("f1")
            await until(pilot, lambda: LONG in all_words(app))


async def test_a_long_message_on_the_start_screen_can_be_read_whole() -> None:
    app = StoApp(None, Place.OVERZICHT, "jan", VOORBEELDREGIO.clock)
    async with app.run_test(size=SMALL) as pilot:
        await until_seen(app, pilot, "Rondleiding")
        assert isinstance(app.screen, Acting)
        app.screen.say(LONG)
        await until_seen(app, pilot, "? Alles lezen")
        await pilot.press("question_mark")
        await until(pilot, lambda: LONG in all_words(app))


async def test_a_long_message_of_the_recovery_can_be_read_whole(tmp_path: Path) -> None:
    app = damaged_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await until_seen(app, pilot, "ctrl+q Sluiten")
        footer = last_lines(app)[-1]
        assert isinstance(app.screen, Acting)
        app.screen.say(LONG)
        await until(pilot, lambda: LONG in all_words(app))
        assert last_lines(app)[-1] == footer


@pytest.mark.parametrize("act", [act.id for act in acts_at(RECOVERY)])
async def test_every_act_of_the_recovery(act: str, tmp_path: Path) -> None:
    app = damaged_app(tmp_path)
    async with app.run_test(size=USUAL) as pilot:
        await pressed_or_ended(app, pilot, act, RECOVERY)


@pytest.mark.parametrize("act", [act.id for act in acts_at(START)])
async def test_every_act_of_the_start(act: str) -> None:
    app = StoApp(None, Place.OVERZICHT, "jan", VOORBEELDREGIO.clock)
    async with app.run_test(size=USUAL) as pilot:
        # The first row is the tour, which the app gives way to.
        await pilot.press("down")
        await pressed_or_ended(app, pilot, act, START)


async def pressed_or_ended(app: StoApp, pilot: Pilot[None], id: str, where: str) -> None:
    key = next(act.keys[0] for act in acts_at(where) if act.id == id)
    assert await pressed(app, pilot, key) != (id == "quit")
    assert app.return_code in (None, 0)


def test_no_window_is_left_out() -> None:
    assert set(OPENED_BY) | {START, RECOVERY} == set(WINDOWS)
