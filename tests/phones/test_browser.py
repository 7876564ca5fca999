"""The page in a real browser, with and without its script, on the smallest phones. Skipped where Chromium is not."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from sto_tui.phones import words
from sto_tui.phones.desk import Desk
from sto_tui.phones.room import new_room
from sto_tui.phones.server import Limits, PhoneServer, listening
from sto_tui.phones.stand import Stand
from sto_tui.planning.evaluation.phone_entries import PhoneAnswer, PhoneBallot, PhoneEntry, PhoneScore
from tests.phones.meeting import COLLECTING, OWN_VOTES, SCORING, VOTING
from tests.support.browser import WHY_NOT, Browser, browsers

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT), pytest.mark.xdist_group("browser")]

SIZES = {"script": (360, 640), "no script": (320, 480)}


@pytest.fixture(scope="module")
def driver() -> Iterator[str]:
    with browsers() as address:
        yield address


def fail(error: BaseException) -> None:
    raise AssertionError from error


class Served:
    """A room on a port of this machine; what phones give is on disk a tenth of a second later."""

    def __init__(self) -> None:
        self.room = new_room(Random(3).randrange, 0.0)
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.got: list[PhoneEntry] = []
        self.stand = COLLECTING

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def shows(self, stand: Stand) -> None:
        self.stand = stand
        self.desk.show(stand)

    async def begin(self) -> None:
        """Serves, also after it was gone: with the same room and port, and nothing else of before."""
        clock = asyncio.get_running_loop().time
        self.desk = Desk(self.room, f"127.0.0.1:{self.port}", clock, Random().randrange, lambda room: None)
        self.desk.show(self.stand)
        self._server = PhoneServer(self.desk, Limits(), fail)
        await self._server.start(listening("127.0.0.1", self.port))
        self.go_on_writing()

    async def _write(self) -> None:
        while True:
            await asyncio.sleep(0.1)
            entries = self.desk.inbox.next()
            self.got += entries.values()
            self.desk.inbox.written(entries)
            self._server.saved()

    def stop_writing(self) -> None:
        """Nothing comes on disk."""
        self._writing.cancel()

    def go_on_writing(self) -> None:
        """All that came in does."""
        self._writing = asyncio.create_task(self._write())

    async def end(self) -> None:
        self.stop_writing()
        await self._server.stop()


@asynccontextmanager
async def served() -> AsyncIterator[Served]:
    room = Served()
    await room.begin()
    try:
        yield room
    finally:
        await room.end()


@asynccontextmanager
async def phone(driver: str, which: str) -> AsyncIterator[Browser]:
    browser = await asyncio.to_thread(Browser, driver, *SIZES[which], script=which == "script")
    try:
        yield browser
        assert await browser.complaints() == []
    finally:
        await asyncio.to_thread(browser.ends)


@pytest.mark.parametrize("which", SIZES)
async def test_a_phone_takes_part_from_the_code_to_the_vote(driver: str, which: str, tmp_path: Path) -> None:
    async with served() as room, phone(driver, which) as browser:
        await browser.opens(room.address)
        await browser.types("#c", "bbb bbb")
        await browser.clicks("button")
        await browser.until(words.WRONG_CODE)
        await looks_well(browser, tmp_path / f"code {which}.png")
        await browser.types("#c", room.room.code.lower())
        await browser.clicks("button")
        await browser.until(COLLECTING.text)
        await browser.clicks("#t option:nth-child(3)")
        await browser.types("#x", "Ouders <b>uitnodigen</b>")
        await looks_well(browser, tmp_path / f"answer {which}.png")
        await browser.clicks("button")
        await browser.until(words.RECEIVED)
        assert room.got == [PhoneAnswer(7, 2, "Ouders <b>uitnodigen</b>")]
        await browser.loads_again()
        assert words.RECEIVED not in await browser.text()
        assert len(room.got) == 1, "loading again sends nothing"

        room.shows(SCORING)
        await shown(browser, which, SCORING.text)
        await browser.clicks("[name=w][value='4']")
        await looks_well(browser, tmp_path / f"score {which}.png")
        await sends(browser, which, 2)
        await browser.until(words.RECEIVED_CHANGEABLE)
        assert room.got[1:] == [PhoneScore(8, 2, 4)]

        room.shows(VOTING)
        await shown(browser, which, "Verdeel 3 stemmen.")
        await browser.clicks("[name=n31][value='3']")
        await browser.clicks("[name=n32][value='1']")
        await sends(browser, which, 2)
        await browser.until("Dit zijn 4 stemmen. Verdeel er precies 3.")
        await browser.clicks("[name=n31][value='2']")
        await looks_well(browser, tmp_path / f"vote {which}.png")
        await browser.clicks("button")
        await browser.until(words.RECEIVED_CHANGEABLE)
        assert room.got[2:] == [PhoneBallot(7, 2, {31: 2, 32: 1})]

        room.shows(Stand())
        await shown(browser, which, words.WAIT)
        await looks_well(browser, tmp_path / f"wait {which}.png")


async def sends(browser: Browser, which: str, table: int) -> None:
    """The table is remembered; then it is sent."""
    assert str(await browser.runs("document.getElementById('t').value")) == str(table)
    await browser.clicks("button")


async def shown(browser: Browser, which: str, text: str) -> None:
    """The next question: the script sees it, without one the page is loaded again."""
    if which != "script":
        await browser.loads_again()
    await browser.until(text)


async def looks_well(browser: Browser, path: Path) -> None:
    """Nothing is wider than the phone, and what is touched is large enough."""
    await browser.shot(path)
    assert await browser.runs("document.documentElement.scrollWidth <= window.innerWidth")
    small = await browser.runs(
        """[...document.querySelectorAll('button, select, textarea, a, label:has(input[type=radio]), input')]
        .filter(e => e.type != 'radio' && e.type != 'hidden' && e.offsetHeight)
        .map(e => [e.tagName, e.offsetWidth, e.offsetHeight]).filter(e => e[1] < 48 || e[2] < 48)"""
    )
    assert small == []


@pytest.mark.parametrize("which", SIZES)
async def test_what_is_not_on_disk_is_told_and_stands_once_when_it_is(driver: str, which: str) -> None:
    async with served() as room, phone(driver, which) as browser:
        await browser.opens(f"{room.address}/{room.room.secret}")
        await browser.until(COLLECTING.text)
        await browser.clicks("#t option:nth-child(3)")
        await browser.types("#x", "Op tijd")
        room.stop_writing()
        await browser.clicks("button")
        await browser.until("Nog niet opgeslagen.")
        assert words.NO_LINE not in await browser.text()
        room.go_on_writing()
        if which == "no script":
            await browser.clicks("button")
        await browser.until(words.RECEIVED)
        assert room.got == [PhoneAnswer(7, 2, "Op tijd")]


async def test_half_a_text_outlives_a_lost_line_a_reload_and_a_new_question(driver: str) -> None:
    async with served() as room, phone(driver, "script") as browser:
        await browser.opens(f"{room.address}/{room.room.secret}")
        await browser.until(COLLECTING.text)
        await browser.clicks("#t option:nth-child(4)")
        await browser.types("#x", "Half een")
        await browser.loads_again()
        assert (
            await browser.runs("document.getElementById('x').value + document.getElementById('t').value") == "Half een3"
        )
        await room.end()
        await browser.until(words.NO_LINE)
        await browser.types("#x", " antwoord")
        await browser.clicks("button")
        await asyncio.sleep(0.5)
        assert words.NO_LINE in await browser.text()
        await room.begin()
        await browser.until(words.RECEIVED)
        assert room.got == [PhoneAnswer(7, 3, "Half een antwoord", again=True)], "sent when the line was back, and once"

        await browser.types("#x", "Nog iets")
        await browser.clicks("#t option:nth-child(3)")
        await browser.loads_again()
        kept = "document.getElementById('x').value + document.getElementById('t').value"
        assert await browser.runs(kept) == "Nog iets2", "text and table, though neither was sent"
        room.shows(replace(COLLECTING, tables=5))
        await asyncio.sleep(3)
        assert words.NEW_QUESTION not in await browser.text(), "it is the same question"
        room.shows(Stand())
        await browser.until(words.CLOSED_NOW)
        room.shows(VOTING)
        await browser.until(words.NEW_QUESTION)
        assert await browser.runs(kept) == "Nog iets2"
        await browser.clicks("button")
        text = await browser.until(words.CLOSED)
        assert f"{words.YOU_WROTE} Nog iets" in text
        assert "Verdeel 3 stemmen." in text
        assert len(room.got) == 1


async def test_after_a_kill_the_phone_goes_on_with_the_same_code(driver: str) -> None:
    async with served() as room, phone(driver, "script") as browser:
        room.shows(VOTING)
        await browser.opens(f"{room.address}/{room.room.secret}")
        await browser.clicks("#t option:nth-child(2)")
        await browser.clicks("[name=n32][value='3']")
        await room.end()
        await browser.until(words.NO_LINE)
        await room.begin()
        await browser.clicks("button")
        await browser.until(words.RECEIVED_CHANGEABLE)
        assert room.got == [PhoneBallot(7, 1, {32: 3})]
        room.shows(COLLECTING)
        await browser.until("Jullie antwoord")


async def test_after_a_kill_the_own_vote_comes_back_by_itself_and_counts_once(driver: str, tmp_path: Path) -> None:
    async with served() as room, phone(driver, "script") as browser:
        room.shows(OWN_VOTES)
        await browser.opens(f"{room.address}/{room.room.secret}")
        await browser.until("Verdeel jouw 3 stemmen.")
        await browser.clicks("[name=n31][value='3']")
        await browser.clicks("button")
        await browser.until(words.RECEIVED_CHANGEABLE)
        await browser.clicks("[name=n31][value='1']")
        await browser.clicks("[name=n32][value='2']")
        await looks_well(browser, tmp_path / "own vote.png")
        await browser.clicks("button")
        while room.desk.places.votes_given(7) != [{31: 1, 32: 2}]:
            await asyncio.sleep(0.1)
        await browser.until(words.RECEIVED_CHANGEABLE)
        await room.end()
        await browser.until(words.NO_LINE)
        await room.begin()
        assert room.desk.places.votes_given(7) == []
        await browser.until(words.RECEIVED_CHANGEABLE)
        assert room.desk.places.votes_given(7) == [{31: 1, 32: 2}]
        await room.end()
        await room.begin()
        await browser.loads_again()
        await browser.until(words.RECEIVED_CHANGEABLE)
        assert room.desk.places.votes_given(7) == [{31: 1, 32: 2}], "also when the page was loaded again"
        assert room.got == [], "nothing of it is written"


async def test_without_script_the_vote_is_given_again(driver: str) -> None:
    async with served() as room, phone(driver, "no script") as browser:
        room.shows(OWN_VOTES)
        await browser.opens(f"{room.address}/{room.room.secret}")
        await browser.clicks("[name=n32][value='3']")
        await browser.clicks("button")
        await browser.until(words.RECEIVED_CHANGEABLE)
        await room.end()
        await room.begin()
        await browser.loads_again()
        assert room.desk.places.votes_given(7) == []
        await browser.clicks("[name=n32][value='3']")
        await browser.clicks("button")
        await browser.until(words.RECEIVED_CHANGEABLE)
        assert room.desk.places.votes_given(7) == [{32: 3}]


def test_the_colours_of_the_page_can_be_read() -> None:
    from sto_tui.phones.page import STYLE
    from tests.support.contrast import contrast

    def rgb(text: str) -> tuple[int, int, int]:
        digits = text * 2 if len(text) == 3 else text
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)

    used = set(re.findall(r"#([0-9a-f]{3,6})\b", STYLE))
    assert used == {"fff", "0d1117", "0a2f6e", "eef1f6", "585e67", "00545c"}
    white = (255, 255, 255)
    for dark in ("0d1117", "0a2f6e", "585e67", "00545c"):
        assert contrast(rgb(dark), white) >= 4.7
    assert contrast(rgb("0d1117"), rgb("eef1f6")) >= 4.7
