"""Phones beside the wall: a meeting with typed tables and phones, on a real store and real sockets of this machine."""

import asyncio
import re
import shutil
import signal
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from textual.pilot import Pilot

from benchmarks.terminal import Terminal
from sto_tui.app import StoApp
from sto_tui.domain.change import adding, changing, removing
from sto_tui.domain.evaluation import AgendaItem, Answer, DecisionKind, Meeting, Question
from sto_tui.phones import words
from sto_tui.phones.addresses import LocalAddress
from sto_tui.places import Place
from sto_tui.planning.evaluation.phone_entries import PhoneBallot, change_of_entries
from sto_tui.planning.evaluation.results import decide
from sto_tui.planning.evaluation.workshop import Round
from sto_tui.screens.workshop.phones_window import PhonesWindow, address_window, modules_of
from sto_tui.screens.workshop.screen import WorkshopScreen
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.presence import Presence
from sto_tui.widgets.large_letters import LOW_ROWS, ROWS, large_lines
from tests.conftest import NOW, clock
from tests.screens.workshop.phones import ELSEWHERE, HERE, PhoneOnLine
from tests.screens.workshop.test_workshop import QUESTION, TODAY
from tests.support.evening import evening_dossier
from tests.support.screens import app_on, at_every_size, seen, stored, until, until_seen
from tests.support.slow_disk import disk_of


@pytest.fixture(scope="session")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small dossier with a meeting of four tables about an open question and a statement; made once, to copy."""
    path = tmp_path_factory.mktemp("telefoons") / "regio.sto.json"
    evening_dossier(path)
    store = DossierStore.open(path, "jan", clock)
    questions = store.dossier.of(Question).values()
    open_one = next(one for one in questions if one.text == QUESTION)
    scale = next(one for one in questions if one.kind == "scale")
    agenda = tuple(AgendaItem(question=one.id, minutes=10) for one in (open_one, scale))
    session = Meeting(title="Proefavond", date=TODAY, tables=4, agenda=agenda, period=2)
    store.apply(adding(store.dossier, session))
    return path


@pytest.fixture
def meeting(evening: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(evening, tmp_path))


def wall(app: StoApp) -> WorkshopScreen:
    return next(screen for screen in app.screen_stack if isinstance(screen, WorkshopScreen))


def app_with_phones(path: Path, address: str = HERE) -> StoApp:
    app = app_on(path, Place.EVALUATIE)
    app.phones.own_addresses = lambda: [LocalAddress(address)]
    return app


async def turned_on(app: StoApp, pilot: Pilot[None], *keys: str, per_person: bool = False) -> PhonesWindow:
    """Begins the meeting, and turns the phones on at the address of this machine alone."""
    await pilot.press("p")
    await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
    await pilot.press("p")
    await until_seen(app, pilot, HERE)
    await pilot.press("enter")
    await until_seen(app, pilot, "Hoe wordt er gestemd?")
    await pilot.press(*["down"] * per_person, "enter")
    await until(pilot, lambda: isinstance(app.screen, PhonesWindow))
    window = app.screen
    assert isinstance(window, PhonesWindow)
    await pilot.pause()
    await pilot.press(*keys)
    return window


async def a_second(app: StoApp, pilot: Pilot[None]) -> None:
    """What came in is written."""
    wall(app).tick()
    await pilot.pause()


async def synced(app: StoApp, pilot: Pilot[None]) -> None:
    """What another wrote is seen."""
    app.following.poll()
    await pilot.pause()


async def sent(app: StoApp, pilot: Pilot[None], phone: PhoneOnLine, path: str, **fields: object) -> str:
    """A phone sends something, and the second in which it is written passes."""
    sending = asyncio.create_task(phone.sends(path, **fields))
    while not sending.done():
        await pilot.pause(0.01)
        wall(app).phones.tick()
    await pilot.pause()
    return sending.result()


def new_answers(path: Path) -> list[tuple[object, object]]:
    answers = [one for one in stored(path, "answers").values() if one.get("session", 0) not in (0, 1, 2)]
    return [(one.get("table"), one["text"]) for one in answers]


async def test_a_meeting_of_typed_tables_and_phones(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(app, pilot)
        await at_every_size(app, pilot, "Doe mee met je telefoon", f"code {window._desk.room.grouped}")
        phones = [await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret) for _ in range(2)]
        assert words.WAIT in phones[0].page
        await pilot.press("escape", "right", "right")
        where = f"── {window._desk.authority} · {window._desk.room.grouped} ·"
        await at_every_size(app, pilot, where, " 2 telefoons ")
        assert f"{where} per tafel · 2 telefoons · 0 van 4 tafels ─" in seen(app)
        for phone in phones:
            assert QUESTION in await phone.ask("/")

        await pilot.press(*"1: Getypt", "enter")
        assert await sent(app, pilot, phones[0], "/antwoord", t=2, x="14: van [een] telefoon") == words.RECEIVED
        assert await sent(app, pilot, phones[1], "/antwoord", t=3, x="Nog een") == words.RECEIVED
        assert new_answers(meeting) == [(1, "Getypt"), (2, "14: van [een] telefoon"), (3, "Nog een")]
        assert "14: van [een] telefoon" in seen(app)
        assert "2 telefoons · 3 van 4 tafels ─" in seen(app)
        await pilot.press("ctrl+z")
        assert "2 telefoons · 2 van 4 tafels ─" in seen(app)
        assert new_answers(meeting) == [(2, "14: van [een] telefoon"), (3, "Nog een")], "only the own one"
        await pilot.press(*"1: Getypt", "enter", "right")

        for phone in phones:
            text = await phone.ask("/")
            assert "14: van [een] telefoon" in text
            assert "Verdeel 3 stemmen." in text
        numbers = list(wall(app).moment.numbers.values())[-3:]
        first, second, third = numbers
        one, _, three = (answer.id for answer, _ in named(app))
        said = await sent(app, pilot, phones[0], "/stem", **{"t": 2, f"n{one}": 3})
        assert said == words.RECEIVED_CHANGEABLE
        assert "nog 3 van 4 tafels" in seen(app)
        await pilot.press(*f"{second} {second} {second}", "enter")
        assert "nog 2 van 4 tafels" in seen(app), "table 1 was typed"
        said = await sent(app, pilot, phones[1], "/stem", **{"t": 1, f"n{one}": 3})
        assert said == words.already_given(1, votes=True)
        said = await sent(app, pilot, phones[1], "/stem", **{"t": 3, f"n{one}": 1, f"n{three}": 2})
        assert said == words.RECEIVED_CHANGEABLE
        await pilot.press("z")
        assert "nog 2 van 4 tafels" in seen(app), "the typed vote is gone, those of the phones are not"
        await pilot.press(*f"1: {second} {second} {second}", "enter")
        await pilot.press(*f"2: {third} {third} {third}", "enter")
        assert "value=3 checked" not in await phones[0].ask("/"), "the facilitator typed for table 2"
        await pilot.press(*f"4: {third} {third} {third}", "enter", "right")
        assert words.WAIT in await phones[0].ask("/")
        # first: 1 of table 3; second, typed last: 3 of table 1; third: 2 of table 3 and 3 of tables 2 and 4 each.
        by_text = {one["text"]: one["votes"] for one in stored(meeting, "answers").values()}
        shown = [(by_text[answer.text], number) for answer, number in named(app)]
        assert shown == [(1, first), (3, second), (8, third)]


async def test_what_phones_give_while_a_disk_is_slow_is_written_once(meeting: Path) -> None:
    app = app_with_phones(meeting)
    with disk_of(meeting) as disk:
        async with app.run_test(size=(80, 24)) as pilot:
            window = await turned_on(app, pilot)
            phones = [await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret) for _ in range(2)]
            await pilot.press("escape", "right", "right")
            for phone in phones:
                await phone.ask("/")
            sending = [
                asyncio.create_task(phone.sends("/antwoord", t=table, x=text))
                for table, phone, text in zip((2, 3), phones, ("Eerste", "Tweede"), strict=True)
            ]
            with disk.stopped():
                await until(pilot, lambda: bool(window._desk.inbox.next()))
                wall(app).phones.tick()
                for _ in range(3):
                    await pilot.pause(0.2)
                    wall(app).phones.tick()
                assert new_answers(meeting) == []
            while not all(one.done() for one in sending):
                await pilot.pause(0.01)
                wall(app).phones.tick()
            assert [one.result() for one in sending] == [words.RECEIVED] * 2
            assert sorted(new_answers(meeting)) == [(2, "Eerste"), (3, "Tweede")]


async def test_what_everyone_gives_while_the_result_is_written_is_in_it(meeting: Path) -> None:
    app = app_with_phones(meeting)
    with disk_of(meeting) as disk:
        async with app.run_test(size=(80, 24)) as pilot:
            window = await turned_on(app, pilot, per_person=True)
            phones = [await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret) for _ in range(2)]
            await pilot.press("escape", "right", "right")
            await pilot.press(*"1: Idee", "enter", "right")
            ((idea, _),) = [one for one in named(app) if one[0].text == "Idee"]
            for phone in phones:
                await phone.ask("/")
            assert await sent(app, pilot, phones[0], "/stem", **{f"n{idea.id}": 3}) == words.RECEIVED_CHANGEABLE
            with disk.stopped():
                await pilot.press("right")
                await until(pilot, lambda: app.changes.waits)
                said = await phones[1].sends("/stem", **{f"n{idea.id}": 3})
                assert said == words.RECEIVED_CHANGEABLE
            await until(pilot, lambda: not app.changes.waits and wall(app).standing.round is not Round.STEMMEN)
            # Three of each phone.
            assert {one["text"]: one["votes"] for one in stored(meeting, "answers").values()}["Idee"] == 6


def named(app: StoApp) -> list[tuple[Answer, int]]:
    moment = wall(app).moment
    return [(one, moment.numbers[one.id]) for one in moment.answers]


async def test_what_came_in_is_let_through_thrown_away_or_muted(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(app, pilot, "g")
        assert "wachten nu tot jij ze doorlaat" in seen(app)
        phone = await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)
        await pilot.press("escape", "right", "right")
        await phone.ask("/")
        for text in ("Goed idee", "Niet netjes", "Weer niet netjes"):
            assert await sent(app, pilot, phone, "/antwoord", t=2, x=text) == words.RECEIVED
        assert new_answers(meeting) == []
        wall(app).phones.tick()
        wall(app).phones.tick()
        await pilot.press("tab", "p", "enter")
        await at_every_size(app, pilot, "Goed idee", "wacht")
        await pilot.press("enter")
        await pilot.press("x", "d")
        assert "Telefoon 1 telt niet meer mee." in seen(app)
        await pilot.press("escape", "escape")
        await a_second(app, pilot)
        assert new_answers(meeting) == [(2, "Goed idee")]
        assert "1 antwoord wacht" in seen(app)
        await at_every_size(app, pilot, f"── {window._desk.authority} · {window._desk.room.grouped} ·")
        await pilot.press("right", "p", "enter", "enter")
        assert "Tijdens het stemmen komt er geen antwoord bij." in seen(app)
        await pilot.press("escape", "escape", "left")
        await phone.ask("/")
        assert await sent(app, pilot, phone, "/antwoord", t=2, x="Hoor je mij?") == words.RECEIVED
        assert new_answers(meeting) == [(2, "Goed idee")], "a muted phone"
        await pilot.press("f2", "enter", "end", "d")
        await at_every_size(app, pilot, "Telefoon 1 telt weer mee; 1 antwoord wacht nu.")
        assert "Hoor je mij?" in seen(app)


async def test_the_name_of_the_wifi_stands_beside_the_code_and_on_this_computer_only(meeting: Path) -> None:
    app = app_with_phones(meeting)
    name = "STO [gast]\u202e é"
    async with app.run_test(size=(80, 24)) as pilot:
        await turned_on(app, pilot)
        assert "Ga op het wifi van deze bijeenkomst." in seen(app)
        await pilot.press("w")
        await at_every_size(app, pilot, "Hoe heet het wifi?", "Leeg is: geen naam.")
        await pilot.press(*name, "enter")
        await at_every_size(app, pilot, "wifi: STO [gast] é", "code ")
        assert "Ga op dit wifi." in seen(app)
        await pilot.press("s", "left", "enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen) and wall(app).standing.per_person is None)
    kept = [path for path in meeting.parent.rglob("*") if path.is_file() and b"STO [gast]" in path.read_bytes()]
    assert [path.name for path in kept] == ["telefoons-wifi.txt"]
    assert kept[0].stat().st_mode & 0o777 == 0o600
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await until_seen(app, pilot, "Verdergaan")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await pilot.press("p", "enter")
        await until_seen(app, pilot, "Hoe wordt er gestemd?")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PhonesWindow))
        window = app.screen
        assert isinstance(window, PhonesWindow)
        await until(pilot, lambda: is_listening(*place_of(window)))
        assert "wifi: STO [gast] é" in seen(app)
        assert "STO" not in (await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)).page
        await pilot.press("w", "escape")
        assert "wifi: STO [gast] é" in seen(app)
        await pilot.press("w", *["backspace"] * 20, "enter")
        await until(pilot, lambda: isinstance(app.screen, PhonesWindow))
        assert "Ga op het wifi van deze bijeenkomst." in seen(app)
    assert not kept[0].exists()


async def test_a_phone_that_only_votes_can_be_left_out_too(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        keys = ("escape", "right", "right", *"1: Op tijd", "enter", "right")
        window = await turned_on(app, pilot, *keys, per_person=True)
        phone = await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)
        await phone.sends("/stem", **{f"n{named(app)[-1][0].id}": 3})
        await pilot.press("p", "enter")
        await at_every_size(app, pilot, "Geen antwoord.", "telefoon 1")
        await pilot.press("d")
        assert "Telefoon 1 telt niet meer mee." in seen(app)
        assert "d Weer meetellen" in seen(app)
        assert window._desk.places.votes_given(wall(app).standing.question or 0) == []
        await pilot.press("d")
        assert "Telefoon 1 telt weer mee." in seen(app)


async def test_answers_that_wait_are_told_before_they_are_lost(meeting: Path) -> None:
    app = app_with_phones(meeting)
    told = "2 antwoorden van telefoons wachten nog op jou"
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(app, pilot, "g", "escape", "right", "right")
        phone = await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)
        for text in ("Goed idee", "Nog een idee"):
            assert await sent(app, pilot, phone, "/antwoord", t=2, x=text) == words.RECEIVED
        for keys, asked in ((("escape",), "De bijeenkomst stoppen?"), (("f2", "s"), "De telefoons uitzetten?")):
            await pilot.press(*keys)
            await at_every_size(app, pilot, asked, "2 antwoorden van")
            await pilot.press("escape")
        await pilot.press("escape", "ctrl+q")
        await until_seen(app, pilot, told)
        wall(app).standing = replace(wall(app).standing, round=Round.AFSLUITING, point=3, question=None)
        wall(app).show()
        await pilot.press("escape")
        await until_seen(app, pilot, "De bijeenkomst stoppen?", "2 antwoorden van telefoons")
        await pilot.press("escape", "p", "enter", "enter", "enter", "escape", "escape", "escape")
        await until(pilot, lambda: not isinstance(app.screen, WorkshopScreen))
    assert new_answers(meeting) == [(2, "Goed idee"), (2, "Nog een idee")]


async def test_answers_that_wait_outlive_a_break_and_turning_off_and_go_with_the_meeting(meeting: Path) -> None:
    app = app_with_phones(meeting)
    state = meeting.parent / "instellingen" / "toestand"
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(app, pilot, "g", "escape", "right", "right")
        phone = await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)
        for text in ("Goed idee", "Niet netjes", "Nog een idee"):
            assert await sent(app, pilot, phone, "/antwoord", t=2, x=text) == words.RECEIVED
            (kept,) = state.glob("*-wacht-*.json")
            assert text in kept.read_text("utf-8"), "before the phone reads that it was received"
        assert kept.stat().st_mode & 0o777 == 0o600
        assert kept.read_text("utf-8").count("netjes") == 1, "also when it is killed now"
        await pilot.press("f2", "enter", "enter", "escape", "s", "left", "enter")
        await until(pilot, lambda: not is_listening(*place_of(window)))
        assert new_answers(meeting) == [(2, "Goed idee")]
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await until_seen(app, pilot, "Verdergaan")
        await pilot.press("enter")
        await at_every_size(app, pilot, "2 antwoorden van telefoons wachten nog op jou.")
        await pilot.press("f2", "enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, PhonesWindow))
        await until_seen(app, pilot, "2 antwoorden wachten op jou.")
        await pilot.press("enter")
        await at_every_size(app, pilot, "Niet netjes", "Nog een idee", "van eerder")
        await pilot.press("x", "enter", "escape", "escape")
        await a_second(app, pilot)
        await a_second(app, pilot)
        assert new_answers(meeting) == [(2, "Goed idee"), (2, "Nog een idee")]
        assert not kept.exists()


async def test_a_table_scores_on_a_phone_and_the_score_stays_hidden(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(app, pilot, "escape", "right", "ctrl+n", "right")
        phone = await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)
        assert await sent(app, pilot, phone, "/score", t=3, w=2) == words.RECEIVED_CHANGEABLE
        assert re.search(r"3 +tafel 3 +✓ binnen", seen(app))
        assert re.search(r"2 +tafel 2 +–", seen(app))
        assert await sent(app, pilot, phone, "/score", t=3, w=4) == words.RECEIVED_CHANGEABLE
        await pilot.press(*"2: 5", "enter")
        assert "1 telefoon · 2 van 4 tafels" in seen(app), "a score that was changed counts once"
        window._desk.mute(1, muted=True)
        await a_second(app, pilot)
        assert " geen telefoons · 1 van 4 tafels" in seen(app)
        window._desk.mute(1, muted=False)
        await a_second(app, pilot)
        await pilot.press("right")
        await until_seen(app, pilot, "Gemiddeld 4,5 van 2 scores")
        assert words.WAIT in await phone.ask("/")


async def test_what_a_phone_sends_stays_letters_on_the_wall_and_in_word(meeting: Path) -> None:
    nasty = (
        "<script>alert(1)</script> {{ x }} [red]rood[/]",
        "=1+1 </w:t><w:br/>",
        "\x1b]52;c;AAAA\x07\u202eom \x1b[2Jweg",
    )
    shown = (*nasty[:2], "]52;c;AAAAom [2Jweg")
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(app, pilot, "escape", "right", "right")
        phone = await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)
        for text in nasty:
            assert await sent(app, pilot, phone, "/antwoord", t=1, x=text) == words.RECEIVED
        for text in shown:
            assert text in seen(app)
        answers = [one for one, _ in named(app)]
        for answer in answers:
            change = decide(app.dossier, answer, DecisionKind.BEHOUDEN, answer.text, "", TODAY, None, "Nog niet nodig")
            app.changes.apply(change)
        name, _, _ = app.papers.write_decision_list()
    paper = docx.Document(str(meeting.parent / "concepten" / name))
    read = "\n".join(cell.text for table in paper.tables for row in table.rows for cell in row.cells)
    read += "\n".join(paragraph.text for paragraph in paper.paragraphs)
    for text in shown:
        assert text in read


async def test_where_everyone_votes_only_the_sums_are_written_and_only_at_the_result(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(app, pilot, "escape", per_person=True)
        came_late = f"{window._desk.authority} · {window._desk.room.grouped}"
        await at_every_size(app, pilot, "Stem in het geheim, ieder voor zich.", came_late, "nog geen telefoons")
        await pilot.press("right", "right", *"1: Op tijd", "enter", *"2: Ouders mee", "enter", "right")
        joined = [await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret) for _ in range(4)]
        one, two, three, muted = joined
        first, second = list(wall(app).moment.numbers.values())[-2:]
        ids = [answer.id for answer, _ in named(app)]
        assert "Tafel" not in one.page
        assert "Verdeel jouw 3 stemmen." in one.page
        before = meeting.read_bytes()
        wall(app).phones.follow()
        await at_every_size(app, pilot, "geheim, per persoon", "4 telefoons · 0 gestemd")
        for phone, votes in ((one, (3, 0)), (two, (2, 1)), (three, (0, 3)), (muted, (3, 0)), (one, (1, 2))):
            said = await phone.sends("/stem", **{f"n{ids[0]}": votes[0], f"n{ids[1]}": votes[1]})
            assert said == words.RECEIVED_CHANGEABLE
        assert "Dit zijn 4 stemmen" in await two.sends("/stem", **{f"n{ids[0]}": 2, f"n{ids[1]}": 2})
        window._desk.mute(4, muted=True)
        wall(app).phones.follow()
        await pilot.pause()
        assert "3 telefoons · 3 gestemd" in seen(app)
        assert re.search(r"persoon 1\b", seen(app))
        await pilot.press(*f"{first} {first} {second}", "enter", *f"{second} {second} {second}", "enter", "z")
        assert "telt niet meer mee" in seen(app)
        await pilot.press(*f"{first} {first}", "enter")
        assert "Deze stemmen kloppen niet: te weinig nummers." in seen(app)
        await pilot.press("escape")
        assert "3 telefoons · 4 gestemd" in seen(app)
        assert meeting.read_bytes() == before, "nothing is stored before the result"
        assert [answer.votes for answer, _ in named(app)] == [0, 0]
        await pilot.press("right")
        # On phones 1, 2 and 0 for the first, 2, 1 and 3 for the second; typed 2 and 1.
        assert [answer.votes for answer, _ in named(app)] == [1 + 2 + 0 + 2, 2 + 1 + 3 + 1]
        await at_every_size(app, pilot, "12 stemmen")
        assert all(not answer.ballots for answer, _ in named(app))
        assert words.WAIT in await one.ask("/")
        history = history_of(meeting)
        assert b"Uitslag van de stemming, 3 telefoons en 1 getypt" in history
        for phone in joined:
            assert phone._cookie.partition("=")[2].encode() not in history + meeting.read_bytes()
        await pilot.press("u")
        assert "Er is per persoon gestemd" in seen(app)
        await pilot.press("z")
        assert [answer.votes for answer, _ in named(app)] == [5, 7], "the result is not on the undo of the facilitator"
        await pilot.press("left")
        assert f"name=n{ids[0]} value=1 checked" in await one.ask("/"), "a vote belongs to its question"


async def test_a_result_that_cannot_be_written_loses_no_vote_and_is_one_change(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(
            app, pilot, "escape", "right", "right", *"1: Op tijd", "enter", "right", per_person=True
        )
        phone = await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)
        (answer,) = (one.id for one, _ in named(app))
        number = wall(app).moment.numbers[answer]
        assert await phone.sends("/stem", **{f"n{answer}": 3}) == words.RECEIVED_CHANGEABLE
        await pilot.press(*f"{number} {number} {number}", "enter", "escape")
        await at_every_size(app, pilot, "De bijeenkomst stoppen?", "Wat personen bij deze vraag")
        await pilot.press("escape")
        before = history_of(meeting)
        other = DossierStore.open(meeting, "anja", clock)
        with other.alone():
            await pilot.press("right")
            await until(pilot, lambda: not isinstance(app.screen, WorkshopScreen))
            assert words.WAIT not in await phone.ask("/")
            await pilot.press("escape")
            await until_seen(app, pilot, "Niet opgeslagen")
        assert [one.votes for one, _ in named(app)] == [0]
        assert history_of(meeting) == before
        await pilot.press("right")
        await until(pilot, lambda: [one.votes for one, _ in named(app)] == [3 + 3])
        assert history_of(meeting).count(b"Uitslag van de stemming, 1 telefoon en 1 getypt") == 1
        assert words.WAIT in await phone.ask("/")


def history_of(path: Path) -> bytes:
    return b"".join(one.read_bytes() for one in sorted(path.parent.glob("regio.sto*/**/*")) if one.is_file())


async def test_scores_of_everyone_come_at_the_closing_without_a_table(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(app, pilot, "escape", "right", "ctrl+n", "right", per_person=True)
        phones = [await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret) for _ in range(2)]
        question = wall(app).standing.question or 0
        for phone, score in zip(phones, (5, 2), strict=True):
            assert await phone.sends("/score", w=score) == words.RECEIVED_CHANGEABLE
        await pilot.press(*"1: 4", "enter")
        assert "Typ van één persoon een score van 1 tot en met 5." in seen(app)
        await pilot.press("escape", "4", "enter")
        assert own_scores(app, question) == []
        assert re.search(r"3 gegeven", seen(app))
        assert "✓" not in seen(app)
        await pilot.press("right")
        assert own_scores(app, question) == [(2, None), (4, None), (5, None)], "from low to high"
        # (2 + 4 + 5) / 3 = 3,67
        await until_seen(app, pilot, "Gemiddeld 3,7 van 3 scores")
        await pilot.press("left")
        await phones[1].ask("/")
        assert await phones[1].sends("/score", w=3) == words.RECEIVED_CHANGEABLE
        await pilot.press("right")
        assert own_scores(app, question) == [(3, None), (4, None), (5, None)], "changed, and counted once"


def own_scores(app: StoApp, question: int) -> list[tuple[int, int | None]]:
    session = wall(app).standing.session
    return [(one.value, one.table) for one in app.dossier.scores_of(question) if one.session == session]


async def test_how_is_voted_is_asked_once_and_stands_once_somebody_voted(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(app, pilot, "s", per_person=True)
        await pilot.press("left", "enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await pilot.pause()
        assert wall(app).standing.per_person is None, "nobody voted: a slip can be mended"
        await pilot.press("p", "enter")
        await at_every_size(app, pilot, "Hoe wordt er gestemd?", "ieder een eigen telefoon")
        await pilot.press("escape")
        assert wall(app).standing.per_person is None, "esc lets no phones in"
        await pilot.press("p", "enter", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, PhonesWindow))
        await pilot.press("escape", "right", "right", *"1: Op tijd", "enter", "right")
        number = list(wall(app).moment.numbers.values())[-1]
        await pilot.press(*f"{number} {number} {number}", "enter", "p", "s")
        await until_seen(app, pilot, "De telefoons uitzetten?")
        assert "gaven al iets" not in seen(app)
        await pilot.press("left", "enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await pilot.pause()
        assert wall(app).standing.per_person is True
        await pilot.press("p", "enter")
        await until(pilot, lambda: isinstance(app.screen, PhonesWindow))
        again = app.screen
        assert isinstance(again, PhonesWindow)
        assert again._desk is not window._desk


async def test_what_everyone_gave_on_phones_that_go_counts_until_phones_give_something_again(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        keys = ("escape", "right", "right", *"1: Op tijd", "enter", "right")
        window = await turned_on(app, pilot, *keys, per_person=True)
        (answer,) = (one.id for one, _ in named(app))
        for _ in range(2):
            phone = await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)
            assert await phone.sends("/stem", **{f"n{answer}": 3}) == words.RECEIVED_CHANGEABLE
        app.phones.own_addresses = lambda: [LocalAddress(HERE), LocalAddress(ELSEWHERE, "ander wifi")]
        await pilot.press("p", "o")
        await until_seen(app, pilot, "ander wifi")
        await pilot.press("down", "enter")
        await at_every_size(app, pilot, "Naar een ander adres?", "2 telefoons gaven al iets.")
        await pilot.press("escape")
        await until_seen(app, pilot, "ander wifi")
        await pilot.press("down", "enter", "left", "enter")
        await until(pilot, lambda: isinstance(app.screen, PhonesWindow))
        await pilot.press("s")
        await until_seen(app, pilot, "2 telefoons gaven al iets.")
        await pilot.press("escape", "escape")
        await at_every_size(app, pilot, "nog geen telefoons · 2 gestemd", "Telefoons geven hun stem of score opnieuw")
        await pilot.press("p", "s", "left", "enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await pilot.pause()
        assert wall(app).standing.per_person is True, "somebody voted"
        for keys in (("right",), ("left", "right")):
            await pilot.press(*keys)
            assert [one.votes for one, _ in named(app)] == [3 + 3]
        await pilot.press("left", "p", "enter")
        await until(pilot, lambda: isinstance(app.screen, PhonesWindow))
        anew = app.screen
        assert isinstance(anew, PhonesWindow)
        await until(pilot, lambda: is_listening(*place_of(anew)))
        phone = await PhoneOnLine(anew._desk.authority).joins(anew._desk.room.secret)
        assert await phone.sends("/stem", **{f"n{answer}": 3}) == words.RECEIVED_CHANGEABLE
        await pilot.press("escape", "right")
        await until_seen(app, pilot, "De nieuwe uitslag overnemen?")
        await pilot.press("left", "enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        assert [one.votes for one, _ in named(app)] == [3], "nobody is counted twice"


async def test_after_a_break_the_wall_says_that_the_vote_of_everyone_began_anew(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(
            app, pilot, "escape", "right", "right", *"1: Op tijd", "enter", "right", per_person=True
        )
        phone = await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)
        await phone.sends("/stem", **{f"n{named(app)[-1][0].id}": 3})
        await pilot.press("ctrl+q")
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await until_seen(app, pilot, "Verdergaan")
        await pilot.press("enter")
        await at_every_size(app, pilot, "De stemming is opnieuw begonnen.")
        await pilot.press("p", "enter")
        await until(pilot, lambda: isinstance(app.screen, PhonesWindow))
        await until(pilot, lambda: is_listening(*place_of(window)))
        assert "data-l=1" in await phone.ask("/"), "its page may send the vote again"
        assert await phone.sends("/stem", **{f"n{named(app)[-1][0].id}": 3}) == words.RECEIVED_CHANGEABLE
        await pilot.press("escape", "right")
        assert [answer.votes for answer, _ in named(app)] == [3]


async def test_a_result_of_before_a_break_is_only_replaced_when_that_is_said_and_comes_back(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        keys = ("escape", "right", "right", *"1: Op tijd", "enter", "right")
        window = await turned_on(app, pilot, *keys, per_person=True)
        (answer,) = (one.id for one, _ in named(app))
        phones = [await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret) for _ in range(2)]
        for phone in phones:
            assert await phone.sends("/stem", **{f"n{answer}": 3}) == words.RECEIVED_CHANGEABLE
        await pilot.press("right", "left")
        assert "al een uitslag" not in seen(app), "these people are still known"
        await pilot.press("right", "ctrl+q")
    assert stored(meeting, "answers")[str(answer)]["votes"] == 3 + 3
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await until_seen(app, pilot, "Verdergaan")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await pilot.press("left")
        await at_every_size(app, pilot, "Hier is al een uitslag: 6 stemmen.")
        await pilot.press("right")
        assert [one.votes for one, _ in named(app)] == [6], "nobody voted since"
        number = wall(app).moment.numbers[answer]
        await pilot.press("left", *f"{number} {number} {number}", "enter", "right")
        await at_every_size(app, pilot, "De nieuwe uitslag overnemen?", "6 stemmen", "1 getypt")
        await pilot.press("enter")
        assert [one.votes for one, _ in named(app)] == [6], "enter keeps it"
        assert wall(app).standing.round.value == "uitslag"
        await pilot.press("left", "right", "left", "enter")
        assert [one.votes for one, _ in named(app)] == [3]
        await pilot.press("z")
        assert [one.votes for one, _ in named(app)] == [6]
        await pilot.press("left", "s")
        await until_seen(app, pilot, "De nieuwe uitslag overnemen?")


def place_of(window: PhonesWindow) -> tuple[str, int]:
    host, _, port = window._desk.authority.partition(":")
    return host, int(port)


async def test_a_result_of_fewer_people_takes_the_place_of_another_one_only_when_that_is_chosen(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        keys = ("escape", "right", "right", *"1: Op tijd", "enter", "right")
        window = await turned_on(app, pilot, *keys, per_person=True)
        (answer,) = (one.id for one, _ in named(app))
        phones = [await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret) for _ in range(3)]
        for phone in phones:
            await phone.sends("/stem", **{f"n{answer}": 3})
        await pilot.press("right", "left")
        assert await phones[0].ask("/")
        await pilot.press("right")
        assert [one.votes for one, _ in named(app)] == [3 * 3], "nothing to ask"
        await pilot.press("ctrl+q")
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await until_seen(app, pilot, "Verdergaan")
        await pilot.press("enter", "left", "p", "enter")
        await until(pilot, lambda: isinstance(app.screen, PhonesWindow))
        await until(pilot, lambda: is_listening(*place_of(window)))
        await phones[0].ask("/")
        await phones[0].sends("/stem", **{f"n{answer}": 3})
        for answers, left in (("escape", 9), ("left+enter", 3)):
            await pilot.press("escape", "right")
            await at_every_size(app, pilot, "De nieuwe uitslag overnemen?", "1 telefoon")
            await pilot.press(*answers.split("+"))
            await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
            assert wall(app).standing.round is Round.UITSLAG
            assert [one.votes for one, _ in named(app)] == [left]
            await pilot.press("left", "p")
            await until(pilot, lambda: isinstance(app.screen, PhonesWindow))


async def test_after_a_break_what_was_written_and_is_sent_again_stands_once(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(app, pilot, "escape", "right", "right")
        phone = await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)
        page = phone.page
        assert await sent(app, pilot, phone, "/antwoord", t=2, x="Op tijd") == words.RECEIVED
        await pilot.press("ctrl+q")
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await until_seen(app, pilot, "Verdergaan")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await pilot.press("f2", "enter")
        await until(pilot, lambda: isinstance(app.screen, PhonesWindow))
        await until(pilot, lambda: is_listening(*place_of(window)))
        for text in ("Op tijd", "Te laat"):
            phone.page = page
            assert await sent(app, pilot, phone, "/antwoord", t=2, x=text) == words.RECEIVED
        assert new_answers(meeting) == [(2, "Op tijd"), (2, "Te laat")]
        assert await sent(app, pilot, phone, "/antwoord", t=3, x="Op tijd") == words.RECEIVED
        assert new_answers(meeting)[2:] == [(3, "Op tijd")], "another table"


async def test_a_failure_while_phones_are_served_is_in_the_log_and_among_the_reports(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(app, pilot)
        phone = await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)
        below, window._desk._below = window._desk._below, dict[int, int]().__getitem__
        for _ in range(2):
            await phone.ask("/")
            assert phone.status == 500
        window._desk._below = below
        assert words.WAIT in await phone.ask("/")
    kind = r"KeyError, desk.py regel \d+"
    log = (meeting.parent / "instellingen" / "toestand" / "telefoons.log").read_text("utf-8")
    assert re.search(rf"fout in het programma: {kind}\n.* uit, telefoons 1; 2 keer een fout \({kind}\)\n", log)
    (report,) = (meeting.parent / "instellingen" / "log").glob("fout-*.txt")
    assert "builtins.KeyError" in report.read_text("utf-8")


async def test_after_tables_voted_phones_vote_per_table(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await pilot.press("right", "right", *"1: Op tijd", "enter", "right")
        number = list(wall(app).moment.numbers.values())[-1]
        await pilot.press(*f"{number} {number} {number}", "enter", "p")
        await until_seen(app, pilot, HERE)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PhonesWindow))
        assert wall(app).standing.per_person is False


async def test_where_nobody_said_how_many_tables_there_are_each_phone_says_its_own(meeting: Path) -> None:
    store = DossierStore.open(meeting, "jan", clock)
    session = next(one for one in store.dossier.of(Meeting).values() if one.title == "Proefavond")
    store.apply(changing(store.dossier, session, session.changed(tables=None)))
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(app, pilot, "escape", "right", "right")
        phones = [await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret) for _ in range(3)]
        for phone, table in zip(phones, (1, 2, 5), strict=True):
            assert "<input id=t name=t type=number min=1 max=99" in await phone.ask("/")
            assert await sent(app, pilot, phone, "/antwoord", t=table, x=f"van {table}") == words.RECEIVED
        assert new_answers(meeting) == [(1, "van 1"), (2, "van 2"), (5, "van 5")]
        assert "3 telefoons · van 3 tafels ─" in seen(app)
        await pilot.press("right")
        assert "geheim · 3 stemmen per tafel" in seen(app)
        (one, _), *_ = named(app)[-3:]
        for phone, table in zip(phones, (1, 2, 5), strict=True):
            await phone.ask("/")
            said = await sent(app, pilot, phone, "/stem", **{"t": table, f"n{one.id}": 3})
            assert said == words.RECEIVED_CHANGEABLE
        assert "3 tafels hebben gestemd · 3 stemmen per tafel" in seen(app)
        assert ballots(app, one.id) == [(1, 3), (2, 3), (5, 3)]
        number = wall(app).moment.numbers[one.id]
        await pilot.press(*f"{number} {number} {number}", "enter")
        assert (3, 3) in ballots(app, one.id), "the next that has not voted; nobody said that all have"
        await pilot.press(*f"7: {number} {number} {number}", "enter")
        assert ballots(app, one.id)[-1] == (7, 3), "a table of which nothing was known yet"
        assert "Alle stemmen zijn binnen" not in seen(app)


async def test_of_a_typed_vote_and_one_of_a_phone_for_one_table_the_last_counts_and_the_other_is_told(
    meeting: Path,
) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        keys = ("escape", "right", "right", *"1: Op tijd", "enter", *"2: Ouders mee", "enter", "right")
        window = await turned_on(app, pilot, *keys)
        phone = await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)
        (one, first), (two, second) = named(app)
        await pilot.press(*f"{second} ")
        sending = asyncio.create_task(phone.sends("/stem", **{"t": 1, f"n{one.id}": 3}))
        while not window._desk.places.taken or not window._desk.phones[0].votes:
            await pilot.pause(0.01)
        await pilot.press(*f"{second} {second}", "enter")
        await at_every_size(app, pilot, "Tafel 1 stemde intussen.", "voor tafel 1.")
        assert await sending == words.RECEIVED_CHANGEABLE
        assert (ballots(app, one.id), ballots(app, two.id)) == ([(1, 3)], []), "it was of no table for sure"
        await pilot.press("home", *"1: ", "enter")
        await at_every_size(app, pilot, "Tafel 1 gaf iets op een telefoon; wat er")
        assert (ballots(app, one.id), ballots(app, two.id)) == ([], [(1, 3)])
        version = re.findall(r'data-v="(\d+)"', phone.page)[0]
        for told in (words.given_since(1), ""):
            await phone.ask(f"/s?v={version}")
            assert phone.status == (200 if told else 204)
            await phone.ask("/")
            assert phone.says == told
            assert "value=3 checked" not in phone.page
        assert await phone.sends("/stem", **{"t": 1, f"n{one.id}": 3}) == words.already_given(1, votes=True)
        said = await sent(app, pilot, phone, "/stem", **{"t": 1, f"n{one.id}": 2, f"n{two.id}": 1})
        assert said == words.RECEIVED_CHANGEABLE
        await at_every_size(app, pilot, "Op een telefoon gaf tafel 1 opnieuw iets; dat")
        assert (ballots(app, one.id), ballots(app, two.id)) == ([(1, 2)], [(1, 1)])
        await pilot.press(*f"{first} {first} {first}", "enter")
        assert ballots(app, one.id) == [(1, 2), (2, 3)], "nothing came between"


def ballots(app: StoApp, answer: int) -> list[tuple[int, int]]:
    return [(one.table, one.votes) for one in app.dossier.of(Answer)[answer].ballots]


async def test_undo_leaves_what_a_phone_gave_later_and_brings_no_vote_back_that_does_not_count(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        keys = ("escape", "right", "right", *"1: Op tijd", "enter", *"2: Ouders mee", "enter", "right")
        window = await turned_on(app, pilot, *keys)
        phone = await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)
        (one, _), (two, second) = named(app)
        both = [one.id, two.id]
        await sent(app, pilot, phone, "/stem", **{"t": 2, f"n{one.id}": 2, f"n{two.id}": 1})
        await pilot.press(*f"2: {second} {second} {second}", "enter")
        assert [ballots(app, id) for id in both] == [[], [(2, 3)]]
        await phone.ask("/")
        for over in range(2):
            said = await sent(app, pilot, phone, "/stem", **{"t": 2, f"n{one.id}": 3})
            assert (said == words.RECEIVED_CHANGEABLE) == bool(over)
        await pilot.press("z")
        assert [ballots(app, id) for id in both] == [[(2, 3)], []], "three votes, and no more"
        await at_every_size(app, pilot, "iemand anders gaf hier intussen")
        assert f"name=n{one.id} value=3 checked" in await phone.ask("/"), "it is still of this phone"

        await pilot.press(*f"2: {second} {second} {second}", "enter")
        window._desk.mute(1, muted=True)
        await pilot.press("z")
        await a_second(app, pilot)
        assert [ballots(app, id) for id in both] == [[], []], "what does not count does not come back"
        window._desk.mute(1, muted=False)
        await a_second(app, pilot)
        assert [ballots(app, id) for id in both] == [[(2, 3)], []]

        await pilot.press(*f"2: {second} {second} {second}", "enter")
        other = DossierStore.open(meeting, "anja", clock)
        other.put_back(other.history.latest(1))
        await synced(app, pilot)
        assert [ballots(app, id) for id in both] == [[(2, 3)], []]
        assert f"name=n{one.id} value=3 checked" in await phone.ask("/"), "also when another took it back"

        window._desk.mute(1, muted=True)
        typed = PhoneBallot(wall(app).standing.question or 0, 2, {one.id: 1})
        other.apply(change_of_entries(other.dossier, wall(app).moment.walk.session, [typed]))
        await synced(app, pilot)
        await a_second(app, pilot)
        assert [ballots(app, id) for id in both] == [[(2, 1)], []], "only what the phone itself gave goes with it"


async def test_what_others_scored_cannot_be_read_from_a_refusal(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(app, pilot, "escape", "right", "ctrl+n", "right")
        phone = await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)
        question = wall(app).standing.question or 0
        for score in (2, 5):
            await sent(app, pilot, phone, "/score", t=2, w=score)
            if score == 2:
                await pilot.press(*"2: 1", "enter")
                await phone.ask("/")
                assert await sent(app, pilot, phone, "/score", t=2, w=5) == words.already_given(2, votes=False)
        assert own_scores(app, question) == [(5, 2)]
        await pilot.press("z")
        await at_every_size(app, pilot, "iemand anders gaf hier intussen")
        assert own_scores(app, question) == [(5, 2)]


async def test_that_an_answer_goes_is_no_vote_of_someone_else(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        keys = ("escape", "right", "right", *"1: Op tijd", "enter", *"2: Ouders mee", "enter", "right")
        window = await turned_on(app, pilot, *keys)
        phone = await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)
        (one, _), (two, _) = named(app)
        said = await sent(app, pilot, phone, "/stem", **{"t": 1, f"n{one.id}": 2, f"n{two.id}": 1})
        assert said == words.RECEIVED_CHANGEABLE
        other = DossierStore.open(meeting, "anja", clock)
        other.apply(removing(other.dossier, other.dossier.of(Answer)[two.id]))
        await synced(app, pilot)
        await phone.ask("/")
        assert phone.says == words.CHANGED
        assert f"name=n{one.id} value=2 checked" in phone.page
        assert await sent(app, pilot, phone, "/stem", **{"t": 1, f"n{one.id}": 3}) == words.RECEIVED_CHANGEABLE
        assert ballots(app, one.id) == [(1, 3)]


async def test_the_list_stays_where_it_is_when_answers_come_in(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(app, pilot, "escape", "right", "right")
        for number in range(20):
            await pilot.press(*f"Nummer {number}", "enter")
        await pilot.press("tab", "home", "down")
        at_cursor, top = wall(app).current_ref, wall(app).list.scroll_offset
        phone = await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)
        await sent(app, pilot, phone, "/antwoord", t=2, x="Van een telefoon")
        assert (wall(app).current_ref, wall(app).list.scroll_offset) == (at_cursor, top)
        assert "Van een telefoon" not in seen(app)
        assert re.search(r"▼ nog \d+", seen(app)), "it says that there is more below"
        await pilot.press("enter")
        typed = wall(app).entry.value
        await sent(app, pilot, phone, "/antwoord", t=2, x="Nog een")
        assert wall(app).entry.value == typed != "", "what is being corrected stays on the line"


async def test_while_another_writes_the_phone_waits_and_nothing_is_lost(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(app, pilot, "escape", "right", "right")
        phone = await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)
        other = DossierStore.open(meeting, "anja", clock)
        with other.alone():
            sending = asyncio.create_task(phone.sends("/antwoord", t=1, x="Even wachten"))
            while not window._desk.inbox.next():
                await pilot.pause(0.01)
            wall(app).phones.tick()
            assert not wall(app).phones.close_question()
            assert wall(app).bar.message.startswith("Wat de telefoons stuurden is nog niet opgeslagen")
            assert not sending.done()
        wall(app).phones.tick()
        assert await sending == words.RECEIVED
        assert new_answers(meeting) == [(1, "Even wachten")]


@pytest.mark.parametrize("keys", [("escape", "left", "enter"), ("ctrl+q",)], ids=["esc", "ctrl+q"])
async def test_nothing_listens_after_any_way_out_and_the_code_comes_back(meeting: Path, keys: tuple[str, ...]) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(app, pilot)
        host, _, port = window._desk.authority.partition(":")
        phone = await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)
        (kept,) = (meeting.parent / "instellingen" / "toestand").glob("*.json")
        assert kept.stat().st_mode & 0o777 == 0o600
        await pilot.press("escape", *keys)
        # What ends closes its screens when the Pilot lets it.
        await until(pilot, lambda: not (app.is_running and is_listening(host, int(port))))
    assert not is_listening(host, int(port))
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await pilot.pause()
        if not isinstance(app.screen, WorkshopScreen):
            await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await pilot.press("p", "enter")
        await until(pilot, lambda: isinstance(app.screen, PhonesWindow))
        again = app.screen
        assert isinstance(again, PhonesWindow)
        assert (again._desk.room.code, again._desk.authority) == (window._desk.room.code, window._desk.authority)
        await until(pilot, lambda: is_listening(host, int(port)))
        assert words.WAIT in await phone.ask("/"), "the phone is known again"
        await pilot.press("s", "left", "enter")
        await until(pilot, lambda: not is_listening(host, int(port)))
        await pilot.pause()
        assert not kept.exists(), "turned off by hand, the code is gone"
        assert "De telefoons zijn uit." in seen(app)
    log = kept.with_name("telefoons.log").read_text("utf-8").splitlines()
    assert [line.partition(" ")[2].partition(" ")[2] for line in log] == [
        f"aan, poort {port}",
        "uit, telefoons 1",
        f"aan, poort {port}",
        "uit, telefoons 1",
    ]


def is_listening(host: str, port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((host, port)) == 0


async def test_on_another_network_the_code_is_the_same_and_what_waits_stays(meeting: Path) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(app, pilot, "g", "escape", "right", "right")
        code, before = window._desk.room.code, window._desk.authority
        phone = await PhoneOnLine(before).joins(window._desk.room.secret)
        await sent(app, pilot, phone, "/antwoord", t=1, x="Wacht nog")
        app.phones.own_addresses = lambda: [LocalAddress(HERE), LocalAddress(ELSEWHERE, "ander wifi")]
        await pilot.press("f2", "o")
        await until_seen(app, pilot, "ander wifi")
        host, _, port = before.partition(":")
        assert not is_listening(host, int(port))
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, PhonesWindow))
        assert f"{ELSEWHERE}:{port}" in seen(app)
        assert f"code {code[:3]} {code[3:]}" in seen(app)
        assert "Er doet nog niemand mee." in seen(app)
        assert "1 antwoord wacht op jou." in seen(app)
        again = PhoneOnLine(f"{ELSEWHERE}:{port}")
        assert QUESTION in await again.ask("/mee", {"c": code})
        await pilot.press("enter", "d")
        assert "Deze telefoon doet niet meer mee." in seen(app)


async def test_a_second_window_on_the_same_meeting_asks_first(meeting: Path) -> None:
    app, second = app_with_phones(meeting), app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        window = await turned_on(app, pilot)
        async with second.run_test(size=(80, 24)) as other:
            await other.press("p")
            await until_seen(second, other, "Verdergaan")
            await other.press("enter")
            await until(other, lambda: isinstance(second.screen, WorkshopScreen))
            await other.press("p")
            await until_seen(second, other, HERE)
            await other.press("enter")
            await at_every_size(second, other, "Staan de telefoons al aan?", "Opnieuw beginnen")
            await other.press("enter")
            assert isinstance(second.screen, WorkshopScreen), "enter goes back"
            second.push_screen(address_window([LocalAddress(HERE)], "anja werkt mee"))
            await until_seen(second, other, "Anja werkt mee:")
            await other.press("escape")
            phone = await PhoneOnLine(window._desk.authority).joins(window._desk.room.secret)
            assert words.WAIT in phone.page, "those of the first window go on"
            await other.press("p", "enter", "left", "enter")
            await until(other, lambda: isinstance(second.screen, PhonesWindow))
            anew = second.screen
            assert isinstance(anew, PhonesWindow)
            assert anew._desk.room.code != window._desk.room.code
            assert anew._desk.authority != window._desk.authority


ANJA = """
import sys
from pathlib import Path
from sto_tui.storage.together.presence import Presence
presence = Presence(Path(sys.argv[1]), "anja")
presence.enter()
presence.serve_phones(on=True)
print("aan", flush=True)
sys.stdin.readline()
presence.serve_phones(on=False)
print("uit", flush=True)
sys.stdin.readline()
"""


async def test_a_second_facilitator_hears_that_phones_are_on_and_chooses(meeting: Path) -> None:
    app = app_with_phones(meeting)
    command = [sys.executable, "-c", ANJA, str(meeting)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as anja:
        assert anja.stdin
        assert anja.stdout
        anja.stdout.readline()
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("p")
            await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
            await pilot.press("p")
            await at_every_size(app, pilot, "Staan de telefoons al aan?", "heeft anja de telefoons")
            await pilot.press("enter")
            assert isinstance(app.screen, WorkshopScreen), "enter goes back"
            await pilot.press("p", "left", "enter")
            await until_seen(app, pilot, HERE)
            await pilot.press("escape")
            anja.stdin.write("\n")
            anja.stdin.flush()
            anja.stdout.readline()
            await pilot.press("p")
            await until_seen(app, pilot, HERE)
            await pilot.press("enter")
            await until_seen(app, pilot, "Hoe wordt er gestemd?")
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, PhonesWindow))
            here = Presence(meeting, "anja")
            here._name = "anja.json"
            assert [one.serves_phones for one in here.other_sessions() if one.user == "jan"] == [True]
            await pilot.press("escape", "ctrl+q")
        anja.stdin.write("\n")
        anja.stdin.flush()


async def test_over_ssh_and_without_a_network_it_says_why_not(meeting: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_with_phones(meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 22 10.0.0.2 22")
        await pilot.press("p")
        assert "Via SSH draait sto-tui op een andere computer" in seen(app)
        monkeypatch.delenv("SSH_CONNECTION")
        app.phones.own_addresses = list
        await pilot.press("p")
        assert "Deze computer zit op geen wifi" in seen(app)
        app.phones.own_addresses = lambda: [LocalAddress(HERE)]
        await pilot.press("p", "enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, PhonesWindow))
        await pilot.press("escape")
        assert "Deze computer zit op geen wifi" not in seen(app)


async def test_the_code_is_that_of_the_address_and_no_code_where_none_can_be_read(
    meeting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("segno")
    app = app_with_phones(meeting)
    async with app.run_test(size=(60, 20)) as pilot:
        window = await turned_on(app, pilot)
        modules = modules_of(f"http://192.168.178.123:8080/{window._desk.room.secret}")
        assert modules is not None
        assert len(modules) == 25, "the longest address fits beside the text"
        shown = modules_of(f"http://{window._desk.authority}/{window._desk.room.secret}")
        assert shown is not None
        assert window.code is not None
        assert read_back(seen(app)) == [list(row) for row in shown]
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: window.code is not None and window.code.size.width == 2 * 33)
        large = [f"{line:66}"[8:58] for line in seen(app).splitlines()[4:29]]
        assert [[line[place] == "█" for place in range(0, 50, 2)] for line in large] == [list(row) for row in shown]
        assert stands_on(app, window._desk.room.grouped), "the code in large letters, beside it"
        await pilot.resize_terminal(60, 20)
        await pilot.press("escape")
        monkeypatch.setenv("NO_COLOR", "1")
        await pilot.press("p")
        assert f"{window._desk.authority} · code {window._desk.room.grouped}" in seen(app)
        assert stands_on(app, window._desk.room.grouped)
        assert read_back(seen(app)) != [list(row) for row in shown], "no code to scan"
        monkeypatch.delenv("NO_COLOR")
        monkeypatch.setitem(sys.modules, "segno", None)
        await pilot.press("escape", "p")
        assert "Voor een QR-code: zie Telefoons in de handleiding." in seen(app)


def stands_on(app: StoApp, text: str) -> bool:
    """Whether a text stands there in large letters."""
    drawn = [large_lines(text, 60, 1, rows=rows) for rows in (ROWS, LOW_ROWS)]
    return any(all(line.rstrip() in seen(app) for line in large[0]) for large in drawn if large)


def read_back(screen: str) -> list[list[bool]]:
    """The modules as they stand on the screen, without the white around them."""
    rows: list[list[bool]] = []
    for line in screen.splitlines()[:17]:
        cells = f"{line:33}"[:33]
        rows += [[cell in "▀█" for cell in cells], [cell in "▄█" for cell in cells]]
    return [row[4:29] for row in rows[4:29]]


@pytest.mark.slow
def test_nothing_of_it_is_loaded_before_it_is_asked_for() -> None:
    """The app with the workshop on the wall knows no page, no server and no code."""
    code = (
        "import sys, sto_tui.app, sto_tui.screens.workshop.screen, sto_tui.screens.evaluation.screen;"
        "print(*(name for name in sys.modules if 'phones' in name or name == 'segno'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    loaded = set(done.stdout.split())
    assert loaded <= {
        "sto_tui.screens.host.phones",
        "sto_tui.session.phones",
        "sto_tui.screens.workshop.phones_in_room",
        "sto_tui.screens.workshop.turning_phones_on",
    }


# The app as `app_with_phones` makes it, without the tests: those take longer to load than the app itself.
APP = """
import sys
from datetime import datetime
from pathlib import Path
from sto_tui.app import StoApp
from sto_tui.colours import LIGHT
from sto_tui.phones.addresses import LocalAddress
from sto_tui.places import Place
from sto_tui.storage.together.open_dossier import Session
path = Path(sys.argv[1])
clock = lambda: datetime.fromisoformat(sys.argv[3])
session = Session(path, "jan", clock, path.parent / "instellingen")
app = StoApp(session, Place.EVALUATIE, "jan", clock, LIGHT)
app.phones.own_addresses = lambda: [LocalAddress(sys.argv[2])]
sys.exit(app.run_whole(mouse=False))
"""


def with_phones_on(terminal: Terminal, *, per_person: bool = False) -> tuple[str, str]:
    """Begins or goes on, and turns the phones on; where they come in, and the code."""
    terminal.wait_for("? Toetsen")
    terminal.press("p")
    terminal.wait_for("Proefavond")
    if "Verdergaan" in terminal.text:
        terminal.press("\r")
    terminal.until_quiet(at_least=0.5)
    terminal.press("p")
    terminal.wait_for(HERE)
    terminal.press("\r")
    terminal.until_quiet(at_least=0.5)
    if "Hoe wordt er gestemd?" in terminal.text:
        terminal.press("\x1b[B\r" if per_person else "\r")
    terminal.wait_for("code ")
    (authority,) = re.findall(rf"{HERE}:\d+", terminal.text)
    ((one, other),) = re.findall(r"code (\w{3}) (\w{3})", terminal.text)
    terminal.press("\x1b")
    terminal.until_quiet(at_least=0.5)
    return authority, one + other


@pytest.mark.slow
def test_after_a_kill_address_code_phones_and_votes_are_the_same(meeting: Path) -> None:
    command = [sys.executable, "-c", APP, str(meeting), HERE, NOW.isoformat()]
    with Terminal(command, quiet=0.2) as terminal:
        authority, code = with_phones_on(terminal)
        phone = PhoneOnLine(authority)
        asyncio.run(phone.ask("/mee", {"c": code}))
        terminal.press("\x1b[C")
        terminal.press("\x1b[C")
        terminal.wait_for("1 telefoon")
        asyncio.run(phone.ask("/"))
        assert asyncio.run(phone.sends("/antwoord", t=1, x="Op tijd beginnen")) == words.RECEIVED
        assert new_answers(meeting) == [(1, "Op tijd beginnen")], "what was received is on disk"
        terminal.press(" ")
        terminal.until_quiet(at_least=1.5)
        asyncio.run(PhoneOnLine(authority).ask("/mee", {"c": code}))
        assert 0 < terminal.until_quiet(at_least=2.5).size <= 100, "a phone more on the quiet line"
        terminal.press("\x1b[C")
        number = re.findall(r"name=(n\d+) value=3", asyncio.run(phone.ask("/")))[0]
        assert asyncio.run(phone.sends("/stem", **{"t": 1, number: 3})) == words.RECEIVED_CHANGEABLE
        terminal.signal(signal.SIGKILL)
    with pytest.raises(ConnectionRefusedError):
        asyncio.run(phone.ask("/"))
    with Terminal(command, quiet=0.2) as terminal:
        assert with_phones_on(terminal) == (authority, code)
        assert "nog 3 van 4 tafels" in terminal.text
        assert QUESTION in asyncio.run(phone.ask("/"))
        assert asyncio.run(phone.sends("/stem", **{"t": 1, number: 3})) == words.already_given(1, votes=True)
        terminal.signal(signal.SIGHUP)
        terminal.wait_for_end()
        assert "Traceback" not in terminal.text
    with pytest.raises(ConnectionRefusedError):
        asyncio.run(phone.ask("/"))
    assert [one["ballots"][0]["votes"] for one in stored(meeting, "answers").values() if one.get("ballots")][-1] == 3


@pytest.mark.slow
def test_after_a_kill_everyone_who_counts_votes_again_once_and_who_did_not_still_does_not(meeting: Path) -> None:
    command = [sys.executable, "-c", APP, str(meeting), HERE, NOW.isoformat()]
    with Terminal(command, quiet=0.2) as terminal:
        authority, code = with_phones_on(terminal, per_person=True)
        phones = [PhoneOnLine(authority) for _ in range(3)]
        terminal.press("\x1b[C")
        terminal.press("\x1b[C")
        for place, phone in enumerate(phones):
            asyncio.run(phone.ask("/mee", {"c": code}))
            assert asyncio.run(phone.sends("/antwoord", t=1, x=f"Idee {place}")) == words.RECEIVED
        terminal.press("\x1bOQ")
        terminal.wait_for("3 telefoons doen mee.")
        terminal.press("\r")
        terminal.wait_for("Idee 2")
        terminal.press("d")
        terminal.wait_for("Telefoon 3 telt niet meer mee.")
        for key in ("\x1b", "\x1b", "\x1b[C"):
            terminal.press(key)
            terminal.until_quiet(at_least=0.5)
        (number, *_) = re.findall(r"name=(n\d+) value=3", asyncio.run(phones[0].ask("/")))
        for phone in phones:
            asyncio.run(phone.ask("/"))
            assert asyncio.run(phone.sends("/stem", **{number: 3})) == words.RECEIVED_CHANGEABLE
        terminal.wait_for("2 gestemd")
        terminal.signal(signal.SIGKILL)
    with Terminal(command, quiet=0.2) as terminal:
        assert with_phones_on(terminal) == (authority, code)
        for phone in (*phones, phones[0]):
            assert ("data-l=1" in asyncio.run(phone.ask("/"))) == ("value=3 checked" not in phone.page)
            assert asyncio.run(phone.sends("/stem", **{number: 3})) == words.RECEIVED_CHANGEABLE
        terminal.wait_for("2 gestemd")
        terminal.press("\x1b[C")
        terminal.wait_for("6 stemmen")
    assert stored(meeting, "answers")[number[1:]]["votes"] == 3 + 3
