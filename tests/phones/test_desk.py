"""The rules of phones in the room: what is let in, what counts, what is told, and what never shows."""

import re
from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser
from random import Random
from urllib.parse import urlencode

import pytest

from sto_tui.phones import page, words
from sto_tui.phones.form import LONGEST_NUMBER
from sto_tui.phones.head import MOST_BODY
from sto_tui.phones.inbox import AT_ONCE, MOST_REMEMBERED, MOST_WAITING, answers_of, stored_answers
from sto_tui.phones.limits import WRONG_CODES, Bucket, Guesses
from sto_tui.phones.message import Reply
from sto_tui.phones.phone import Phone
from sto_tui.phones.places_in_room import MOST_PHONES, SECONDS_SILENT
from sto_tui.phones.room import CODE, LETTERS, MARK_OF_MUTED, MOST_MUTED, SECRET, PhoneRoom, new_room, room_of
from sto_tui.phones.stand import AnswerOnPage, AskedOfPhones, Stand
from sto_tui.planning.evaluation.phone_entries import LONGEST_ANSWER, PhoneAnswer, PhoneBallot, PhoneScore
from tests.conftest import CONTROLS, NASTY
from tests.phones.meeting import COLLECTING, HERE, IDEAS, OWN_VOTES, SCORING, VOTING, AtTable, Meeting

# Coming in.


def test_the_code_lets_in_and_a_wrong_one_does_not() -> None:
    meeting = Meeting()
    for strange in ("é" * 6, "", "B" * 500, "\ud800"):
        assert not meeting.room.is_code(strange)
    wrong = meeting.ask("/mee", {"c": "BBBBBB"})
    assert (wrong.status, words.WRONG_CODE in wrong.body.decode()) == (403, True)
    spaced = f" {meeting.room.code[:3].lower()} {meeting.room.code[3:]}"
    assert meeting.ask("/mee", {"c": spaced}).status == 303
    assert meeting.ask(f"/{meeting.room.secret.lower()}").status == 303, "the address of the QR code"
    assert meeting.ask(f"/{'B' * SECRET}").status == 403
    assert meeting.ask("/favicon.ico").status == 404
    assert words.TYPE_CODE in meeting.ask("/").body.decode()


def test_codes_are_guessed_slowly_and_the_qr_code_works_meanwhile() -> None:
    """Twenty wrong codes at once, then one per ten seconds, of one address: 20 + 359 within an hour."""
    meeting = Meeting()
    tried = 0
    for _ in range(7200):
        tried += words.WRONG_CODE in meeting.ask("/mee", {"c": "BBBBBB"}).body.decode()
        meeting.now += 0.5
    assert tried == 20 + 359
    meeting.ask("/mee", {"c": "BBBBBB"})
    assert words.TOO_MANY_CODES in meeting.ask("/mee", {"c": meeting.room.code}).body.decode(), "a right one too"
    assert meeting.ask(f"/{meeting.room.secret}").status == 303


def test_of_a_thousand_addresses_the_wrong_codes_are_remembered_and_of_those_before_them_not() -> None:
    guesses = Guesses(0.0)
    for _ in range(WRONG_CODES):
        guesses.was_wrong("kwaad", 0.0)
    for place in range(999):
        assert guesses.may_try(f"address {place}", 0.0)
    assert not guesses.may_try("kwaad", 0.0)
    for place in range(1000):
        assert guesses.may_try(f"another {place}", 0.0)
    assert guesses.may_try("kwaad", 0.0), "what is remembered has an end"


def test_codes_are_guessed_slowly_from_many_addresses_together() -> None:
    """Sixty at once, then one per two seconds: 60 + 300 in ten minutes."""
    meeting = Meeting()
    tried = 0
    for second in range(600):
        for peer in range(4):
            address = f"10.0.{second % 200}.{peer}"
            tried += words.WRONG_CODE in meeting.ask("/mee", {"c": "BBBBBB"}, peer=address).body.decode()
        meeting.now += 1
    assert 355 <= tried <= 361
    odds = (60 + 4 * 3600 / 2) / len(LETTERS) ** CODE
    assert odds < 0.00003, "in four hours"


def test_a_token_is_made_here_only() -> None:
    meeting, other = Meeting(), new_room(lambda below: 5 % below, 0.0)
    foreign = other.new_token(lambda below: 7 % below)
    for cookie in (f"k={foreign}", "k=", "k=é", f"k={'0' * 56}", f"x={foreign}"):
        assert words.TYPE_CODE in meeting.ask("/", headers={"cookie": cookie}).body.decode()
    phone = AtTable(meeting)
    assert phone.ask("/mee", {"c": "BBBBBB"}).status == 303, "who is in needs no code"
    set_cookie = dict(meeting.ask(f"/{meeting.room.secret}").headers)["Set-Cookie"]
    assert set_cookie.endswith("; HttpOnly; SameSite=Lax; Path=/; Max-Age=43200")


def test_what_is_signed_for_one_thing_is_no_sign_of_another() -> None:
    """The signs are of HMAC-SHA256 over `telefoon:…`, `formulier:…` and `gedempt:…`, worked out apart from the room."""
    room = PhoneRoom("BCDFGH", "B" * SECRET, bytes(range(32)), 8080, 0.0)
    token = room.new_token(lambda below: 7)
    assert token == "00000000000000000000000786796c7c54f53c32551f4203812386a6"
    assert room.form_key(token) == "5cc3b1a115086bc9255c143d1d014750"
    assert room.muting(token, muted=True).muted == ("293631457704f33e5dc79a62c842841d",)
    assert room.is_form_key(room.form_key(token), token)
    assert not room.is_form_key(token[24:], token[:24])


def test_it_is_full_at_so_many_phones() -> None:
    meeting = Meeting()
    for _ in range(MOST_PHONES + 5):
        meeting.ask(f"/{meeting.room.secret}")
    assert meeting.desk.phones == (), "who asks for the address and does not come back takes no place"
    early = AtTable(meeting)
    for _ in range(MOST_PHONES):
        assert COLLECTING.text in AtTable(meeting).page
    assert words.TYPE_CODE in early.page, "let in before it was full, and back too late"
    assert len(meeting.desk.phones) == MOST_PHONES
    reply = meeting.ask(f"/{meeting.room.secret}")
    assert (reply.status, f"er doen al {MOST_PHONES} telefoons mee" in reply.body.decode()) == (403, True)


def test_a_phone_that_gave_nothing_and_is_silent_makes_room_for_another_one() -> None:
    meeting = Meeting()
    silent, waiting, busy = (AtTable(meeting) for _ in range(3))
    meeting.now += 1
    for phone in (*(AtTable(meeting) for _ in range(MOST_PHONES - 3)), silent, waiting, busy):
        assert COLLECTING.text in phone.page
    assert busy.sends("/antwoord", t=2, x="Gegeven") == words.RECEIVED
    meeting.now += SECONDS_SILENT - 1
    (version,) = re.findall(r'data-v="(\d+)"', waiting.page)
    meeting.now += 1
    assert waiting.ask(f"/s?v={version}").status == 204
    for _ in range(MOST_PHONES - 2):
        assert COLLECTING.text in AtTable(meeting).page
    numbers = [one.number for one in meeting.desk.phones]
    assert numbers == [MOST_PHONES - 1, MOST_PHONES, *range(MOST_PHONES + 1, 2 * MOST_PHONES - 1)], (
        "of these two places"
    )
    assert meeting.ask(f"/{meeting.room.secret}").status == 403
    assert words.TYPE_CODE in silent.page
    meeting.now += SECONDS_SILENT
    assert COLLECTING.text in silent.page, "it is known again once there is room"


def test_so_many_at_once_and_then_one_in_so_many_seconds() -> None:
    bucket = Bucket(2, 10.0, 0.0)
    assert [bucket.take(now) for now in (0, 0, 0, 9, 10, 10)] == [True, True, False, False, True, False]


def test_a_room_comes_back_as_it_was_for_twelve_hours() -> None:
    meeting = Meeting()
    phone = AtTable(meeting)
    kept = replace(meeting.room, port=8080).stored()
    room = room_of(kept, meeting.now + 60)
    assert room is not None
    assert room == replace(meeting.room, port=8080)
    assert room.is_token(phone.cookie.partition("=")[2]), "a phone is known again, and nothing about it was kept"
    assert set(kept) == {"code", "secret", "key", "port", "since", "muted"}
    for spoilt in (
        {},
        kept | {"code": "abc"},
        kept | {"code": kept["code"][:-1]},
        kept | {"secret": kept["secret"][:-1]},
        kept | {"key": "x"},
        kept | {"key": "00"},
        kept | {"secret": "../../../etc/pass"},
        kept | {"port": 70000},
        kept | {"muted": ["../x"]},
        kept | {"muted": 5},
        kept | {"muted": ["a" * MARK_OF_MUTED] * (MOST_MUTED + 1)},
        kept | {"muted": ["a" * (MARK_OF_MUTED - 1)]},
        kept | {"muted": ["-" * MARK_OF_MUTED]},
    ):
        assert room_of(spoilt, meeting.now) is None
    assert room_of(kept, meeting.now + 12 * 3600) is None
    assert room_of(kept, meeting.now - 1) is None, "of a clock that was put back"
    assert isinstance(room, PhoneRoom)
    assert room.grouped == f"{room.code[:3]} {room.code[3:]}"


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ({"question": 7, "table": 3, "text": "Ouders erbij"}, PhoneAnswer(7, 3, "Ouders erbij", again=True)),
        ({"question": 7, "table": None, "text": "a\nb"}, PhoneAnswer(7, None, "a b", again=True)),
        ({"question": 7, "table": 3, "text": "x" * 501}, PhoneAnswer(7, 3, "x" * 500, again=True)),
        # Nothing was said, or it cannot be read.
        ({"question": 7, "table": 3, "text": " "}, None),
        ({"question": "x", "table": 3, "text": "a"}, None),
        ({"table": 3, "text": "a"}, None),
    ],
)
def test_what_waited_before_a_crash_is_read_again_as_far_as_it_can_be(
    stored: Mapping[str, object], read: PhoneAnswer | None
) -> None:
    assert [*answers_of([stored])] == ([read] if read else [])
    if read:
        assert [*answers_of(stored_answers([replace(read, again=False)]))] == [read]


# Where a request comes from.


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "kwaad.nl"}, 421),
        ({"host": "192.168.1.5"}, 421),
        ({"host": "localhost:8080"}, 421),
        ({"origin": "http://kwaad.nl"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "https://192.168.1.5:8080"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"content-type": "text/plain"}, 400),
    ],
)
def test_another_site_cannot_speak_for_a_phone(headers: Mapping[str, str], status: int) -> None:
    meeting = Meeting()
    phone = AtTable(meeting)
    form = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', phone.page)) | {"t": 1, "x": "a"}
    assert meeting.ask("/antwoord", form, {"cookie": phone.cookie, **headers}).status == status
    assert meeting.written() == []
    assert meeting.ask("/antwoord", form, {"cookie": phone.cookie}).status == 303, "nothing else was wrong with it"


def test_a_form_without_its_key_is_refused() -> None:
    meeting = Meeting()
    one, other = AtTable(meeting), AtTable(meeting)
    key = re.findall(r'name=k value="?(\w+)', other.page)[0]
    for wrong in ({}, {"k": ""}, {"k": key}):
        assert one.ask("/antwoord", {"q": 7, "t": 1, "x": "nee", **wrong}).status == 403
    assert meeting.ask("/antwoord", {"q": 7, "t": 1, "x": "nee", "k": key}).status == 403, "nobody"
    assert meeting.written() == []


# Answers.


def test_an_answer_comes_with_its_table_and_once() -> None:
    meeting = Meeting()
    phone = AtTable(meeting)
    assert phone.sends("/antwoord", t=2, x="  Ouders\r\nuitnodigen ") == words.RECEIVED
    assert phone.says() == "", "said once"
    assert phone.sends("/antwoord", t=2, x="Ouders uitnodigen") == words.RECEIVED
    assert meeting.written() == [PhoneAnswer(7, 2, "Ouders uitnodigen")]
    assert phone.sends("/antwoord", t=3, x="Ouders uitnodigen") == words.RECEIVED, "of another table it is another"
    assert AtTable(meeting).sends("/antwoord", t=2, x="Ouders uitnodigen") == words.RECEIVED
    assert meeting.written() == [PhoneAnswer(7, 3, "Ouders uitnodigen"), PhoneAnswer(7, 2, "Ouders uitnodigen")]
    assert "<option selected>3" in phone.page, "the table is remembered"


def test_the_same_form_is_counted_once_also_when_it_is_sent_again() -> None:
    meeting = Meeting()
    phone = AtTable(meeting)
    hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', phone.page))
    replies = [phone.ask("/antwoord", hidden | {"t": 1, "x": "een"}) for _ in range(3)]
    assert [reply.ticket for reply in replies] == [1, 1, 1], "each of them waits until it is on disk"
    assert len(meeting.written()) == 1


def test_a_form_that_comes_late_once_more_does_not_undo_what_was_given_since() -> None:
    meeting = Meeting(OWN_VOTES)
    phone = AtTable(meeting)
    hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', phone.page))
    first = hidden | {"n31": 3, "n32": 0}
    assert phone.ask("/stem", first).status == 303
    assert phone.sends("/stem", n31=0, n32=3) == words.RECEIVED_CHANGEABLE
    assert [phone.ask("/stem", first).status for _ in range(30)] == [303] * 30, "and it does not go too fast"
    assert meeting.desk.places.votes_given(7) == [{32: 3}]


def test_of_a_phone_the_last_twenty_forms_are_remembered() -> None:
    phone = Phone(1, Bucket(1, 1.0, 0.0), 0.0)
    for number in range(21):
        phone.remember(str(number), Reply(200 + number))
    assert [phone.done(str(number)) for number in (0, 1, 20)] == [None, Reply(201), Reply(220)]


def test_no_page_says_that_something_was_received_before_it_is_on_disk() -> None:
    meeting = Meeting()
    phone = AtTable(meeting)
    hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', phone.page))
    tickets = [phone.ask("/antwoord", hidden | {"o": once, "t": 1, "x": "een"}).ticket for once in ("1", "2")]
    assert tickets == [1, 1], "the same text in another form waits for the same"
    for _ in range(2):
        assert words.NOT_SAVED in phone.page
        assert words.RECEIVED not in phone.page
    assert meeting.save()
    assert words.RECEIVED in phone.page
    assert phone.says() == ""


def test_an_answer_of_a_page_of_before_a_crash_may_have_been_written_then() -> None:
    before = Meeting()
    phone = AtTable(before)
    hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', phone.page))
    after = Meeting(below=Random(2).randrange)
    after.room, phone.meeting = before.room, after
    after.desk.room = before.room
    phone.ask("/antwoord", hidden | {"t": 1, "x": "een"})
    assert phone.sends("/antwoord", t=1, x="twee") == words.RECEIVED
    assert after.written() == [PhoneAnswer(7, 1, "een", again=True), PhoneAnswer(7, 1, "twee")]


def test_another_text_below_the_same_key_is_another_answer() -> None:
    """A browser that goes back shows the form of before, with its key."""
    meeting = Meeting()
    phone = AtTable(meeting)
    hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', phone.page))
    for text in ("een", "twee"):
        phone.ask("/antwoord", hidden | {"t": 1, "x": text})
        assert phone.says() == words.RECEIVED
    assert meeting.written() == [PhoneAnswer(7, 1, "een"), PhoneAnswer(7, 1, "twee")]


def test_the_address_of_a_form_leads_to_the_page() -> None:
    meeting = Meeting()
    for path in ("/mee", "/antwoord", "/score", "/stem"):
        reply = meeting.ask(path)
        assert (reply.status, dict(reply.headers)["Location"]) == (303, "/")


@pytest.mark.parametrize("text", [*NASTY, "14: drie", "2: van tafel twee", "x" * 900, CONTROLS, "👍" * LONGEST_ANSWER])
def test_any_text_is_a_text_and_stays_one_on_the_page(text: str) -> None:
    meeting = Meeting()
    phone = AtTable(meeting)
    phone.sends("/antwoord", t=1, x=text)
    (entry,) = meeting.written()
    assert isinstance(entry, PhoneAnswer)
    assert entry.table == 1
    assert len(entry.text) <= LONGEST_ANSWER
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202e]", entry.text)
    meeting.desk.show(Stand(AskedOfPhones.VOTE, 7, text, 4, 3, (AnswerOnPage(1, 1, entry.text),)))
    assert_well_formed(phone.page)
    assert not re.search(r"<(b|img|script)\b", phone.page.replace(f"<script>{page.SCRIPT}</script>", ""))


@pytest.mark.parametrize(
    ("given", "said"),
    [({"t": "", "x": "a"}, words.NO_TABLE), ({"t": 5, "x": "a"}, words.NO_TABLE), ({"t": 1, "x": " "}, words.NO_TEXT)],
)
def test_what_lacks_is_said_and_what_was_typed_stays(given: Mapping[str, object], said: str) -> None:
    meeting = Meeting()
    phone = AtTable(meeting)
    hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', phone.page))
    assert phone.ask("/antwoord", hidden | dict(given)).status == 303
    text = phone.page
    assert said in text
    assert f">{str(given['x']).strip()}</textarea>" in text
    assert meeting.written() == []


@pytest.mark.parametrize("after", [Stand(), VOTING, Stand(AskedOfPhones.ANSWER, 9, "Een andere vraag", 4)])
def test_a_late_answer_is_told_and_not_counted(after: Stand) -> None:
    meeting = Meeting()
    phone = AtTable(meeting)
    hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', phone.page))
    meeting.desk.show(after)
    assert phone.ask("/antwoord", hidden | {"t": 1, "x": "te <laat>"}).status == 303
    text = phone.page
    assert words.CLOSED in text
    assert f"{words.YOU_WROTE} te &lt;laat&gt;" in text
    assert meeting.written() == []


def test_a_flood_of_one_phone_is_a_trickle() -> None:
    """Eight at once, then one per five seconds: of 200 in ten seconds 8 + 2 come in."""
    meeting = Meeting()
    phone = AtTable(meeting)
    hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', phone.page))
    statuses = []
    for number in range(200):
        reply = phone.ask("/antwoord", hidden | {"o": f"{number:08}", "t": 1, "x": f"nummer {number}"})
        statuses.append(reply.status)
        meeting.now += 0.05
    assert statuses.count(303) == 8 + 1
    assert statuses.count(429) == 191
    refused = phone.ask("/antwoord", hidden | {"o": '"><img>', "t": 1, "x": "blijft <staan>"})
    assert b'value="&quot;&gt;&lt;img&gt;"' in refused.body
    assert ">blijft &lt;staan&gt;</textarea>" in refused.body.decode()


def test_a_flood_of_many_phones_stops_at_the_outbox() -> None:
    meeting = Meeting()
    for number in range(MOST_WAITING):
        assert meeting.desk.inbox.put(PhoneAnswer(7, 1, f"nummer {number}"))
    phone = AtTable(meeting)
    hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', phone.page))
    phone.ask("/antwoord", hidden | {"t": 1, "x": "blijft staan"})
    text = phone.page
    assert words.TOO_BUSY in text
    assert ">blijft staan</textarea>" in text
    assert len(meeting.written()) == AT_ONCE, "one change is never large"
    assert phone.sends("/antwoord", t=1, x="blijft staan") == words.RECEIVED


def test_answers_wait_for_the_facilitator_when_that_is_asked() -> None:
    meeting = Meeting()
    inbox = meeting.desk.inbox
    inbox.approves_first = True
    phone = AtTable(meeting)
    for text in ("goed", "fout"):
        assert phone.sends("/antwoord", t=1, x=text) == words.NOT_SAVED
        inbox.all_kept()
        assert phone.says() == words.RECEIVED
    assert (meeting.written(), inbox.waiting) == ([], 2)
    good, wrong = inbox.received
    inbox.let_through(good)
    inbox.throw_away(wrong)
    inbox.let_through(good)
    assert (meeting.written(), inbox.waiting) == ([PhoneAnswer(7, 1, "goed")], 0)


def test_what_waits_and_what_is_remembered_has_an_end() -> None:
    inbox = Meeting().desk.inbox
    for number in range(MOST_REMEMBERED + 5):
        inbox.receive(PhoneAnswer(7, 1, f"nummer {number}"), 1)
        inbox.written(inbox.next())
    assert len(inbox.received) == MOST_REMEMBERED
    inbox.approves_first = True
    tickets = [inbox.receive(PhoneAnswer(7, 1, f"wacht {number}"), 1) for number in range(MOST_WAITING + 1)]
    first = MOST_REMEMBERED + 5 + 1
    assert tickets == [*range(first, first + MOST_WAITING), None]


def test_on_the_same_network_who_does_not_count_still_does_not() -> None:
    meeting = Meeting()
    phone = AtTable(meeting)
    assert phone.page
    meeting.desk.mute(1, muted=True)
    meeting.desk.move(HERE)
    assert [one.muted for one in meeting.desk.phones] == [True]
    meeting.desk.move("10.0.0.8:8080")
    assert meeting.desk.phones == ()


@pytest.mark.parametrize("muted", [True, False])
def test_after_a_crash_who_does_not_count_still_does_not(muted: bool) -> None:
    before = Meeting(OWN_VOTES)
    phone, other = AtTable(before), AtTable(before)
    for one in (phone, other):
        one.sends("/stem", n31=3, n32=0)
    before.desk.mute(1, muted=True)
    if not muted:
        before.desk.mute(1, muted=False)
    room = room_of(before.kept[-1].stored() | {"port": 8080}, before.now)
    assert room is not None
    token = phone.cookie.partition("=")[2]
    assert token not in str(room.stored()), "who it is cannot be read"
    after = Meeting(OWN_VOTES, Random(2).randrange)
    after.room = after.desk.room = room
    other.meeting = phone.meeting = after
    for one in (other, phone):
        assert one.sends("/stem", n31=0, n32=3) == words.RECEIVED_CHANGEABLE
    assert after.desk.places.votes_given(7) == [{32: 3}] * (1 if muted else 2)
    after.desk.mute(2, muted=False)
    assert after.desk.places.votes_given(7) == [{32: 3}] * 2
    assert after.kept == [replace(room, muted=())] * muted


def test_of_many_phones_that_do_not_count_the_last_ones_are_kept() -> None:
    room = new_room(Random(1).randrange, 0.0)
    tokens = [room.new_token(Random(seed).randrange) for seed in range(MOST_MUTED + 1)]
    for token in (*tokens, tokens[1]):
        room = room.muting(token, muted=True)
    assert [room.mutes(token) for token in tokens] == [False] + [True] * MOST_MUTED
    assert len(room.muted) == MOST_MUTED
    assert len(str(room.stored())) < 16_384, "a larger file is not read"


# Votes and scores.


def test_a_phone_votes_for_its_table_and_can_change_it() -> None:
    meeting = Meeting(VOTING)
    phone = AtTable(meeting)
    assert phone.sends("/stem", t=2, n31=2, n32=1) == words.RECEIVED_CHANGEABLE
    assert phone.sends("/stem", t=2, n31=0, n32=3) == words.RECEIVED_CHANGEABLE
    assert meeting.written() == [PhoneBallot(7, 2, {31: 2, 32: 1}), PhoneBallot(7, 2, {32: 3})]
    assert "name=n32 value=3 checked" in phone.page, "its own vote, after loading the page again"
    assert "name=n31 value=0 checked" in phone.page


@pytest.mark.parametrize(
    ("one", "two", "sum"), [(3, 1, "Dit zijn 4"), (9, 0, "Dit zijn 9"), (0, 1, "Dit is 1"), (0, 0, "Dit zijn geen")]
)
def test_votes_add_up_or_it_is_said(one: int, two: int, sum: str) -> None:
    meeting = Meeting(VOTING)
    phone = AtTable(meeting)
    hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', phone.page))
    phone.ask("/stem", hidden | {"t": 1, "n31": one, "n32": two, "n": 5, "n-1": 3})
    text = phone.page
    assert f"{sum} stem" in text
    assert f"name=n31 value={one} checked" in text or one > 3, "what was chosen stays"
    assert meeting.written() == []


def test_a_vote_never_goes_to_another_answer() -> None:
    """Of the first of two answers, which went: the second is number 1 from then on."""
    meeting = Meeting(VOTING)
    phone = AtTable(meeting)
    hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', phone.page))
    meeting.desk.show(replace(VOTING, answers=(AnswerOnPage(32, 1, "Eerder beginnen"),)))
    for one, two in ((3, 0), (1, 2)):
        phone.ask("/stem", hidden | {"t": 2, "n31": one, "n32": two})
        text = phone.page
        assert words.CHANGED in text
        assert f"name=n32 value={two} checked" in text, "what was chosen for the other one stays"
    assert (meeting.written(), meeting.desk.places.votes_given(7)) == ([], [])
    assert phone.sends("/stem", t=2, n32=3) == words.RECEIVED_CHANGEABLE
    assert meeting.written() == [PhoneBallot(7, 2, {32: 3})]


@pytest.mark.parametrize("stand", [VOTING, OWN_VOTES])
def test_who_voted_for_an_answer_that_went_is_asked_to_vote_again(stand: Stand) -> None:
    meeting = Meeting(stand)
    phone, other = AtTable(meeting), AtTable(meeting)
    phone.sends("/stem", t=1, n31=1, n32=2)
    other.sends("/stem", t=2, n31=0, n32=3)
    meeting.desk.show(replace(stand, answers=IDEAS[1:]))
    assert (phone.says(), other.says()) == (words.CHANGED, "")
    assert phone.sends("/stem", t=1, n32=3) == words.RECEIVED_CHANGEABLE
    assert phone.says() == ""


def test_a_vote_for_an_answer_that_was_joined_is_for_the_one_it_was_joined_to() -> None:
    meeting = Meeting(OWN_VOTES)
    early, late = AtTable(meeting), AtTable(meeting)
    early.sends("/stem", n31=1, n32=2)
    hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', late.page))
    meeting.desk.show(replace(OWN_VOTES, answers=(AnswerOnPage(32, 1, "Eerder beginnen", (31,)),)))
    assert early.says() == ""
    assert "name=n32 value=3 checked" in early.page
    late.ask("/stem", hidden | {"n31": 2, "n32": 1})
    assert late.says() == words.RECEIVED_CHANGEABLE
    assert meeting.desk.places.votes_given(7) == [{31: 1, 32: 2}, {32: 3}]


def test_a_vote_on_many_answers_is_taken() -> None:
    """With the longest ids, and the field of every answer, as a page without a script sends it."""
    first = 10 ** (LONGEST_NUMBER - 1)
    many = tuple(AnswerOnPage(first + number, number, "Idee") for number in range(1, 601))
    meeting = Meeting(replace(OWN_VOTES, answers=many))
    phone = AtTable(meeting)
    hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', phone.page))
    form = hidden | {f"n{one.id}": 0 for one in many} | {f"n{first + 600}": 3}
    assert len(urlencode(form)) < MOST_BODY
    assert phone.ask("/stem", form).status == 303
    assert meeting.desk.places.votes_given(7) == [{first + 600: 3}]


def test_a_second_phone_of_a_table_is_asked_whether_it_takes_over() -> None:
    meeting = Meeting(VOTING)
    one, other = AtTable(meeting), AtTable(meeting)
    one.sends("/stem", t=2, n31=3, n32=0)
    hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', other.page))
    other.ask("/stem", hidden | {"t": 2, "n31": 0, "n32": 3})
    asked = other.page
    assert "Tafel 2 heeft al gestemd. Wil je dat overnemen met wat hieronder staat?" in asked
    assert f"<button>{words.TAKE_OVER}</button>" in asked
    assert "name=n32 value=3 checked" in asked
    assert len(meeting.written()) == 1
    hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', asked))
    other.ask("/stem", hidden | {"t": 2, "n31": 0, "n32": 3})
    assert other.says() == words.RECEIVED_CHANGEABLE
    assert meeting.written() == [PhoneBallot(7, 2, {32: 3})]
    assert one.says() == words.given_since(2), "the first phone is told"
    assert "value=3 checked" not in one.page, "it is no longer the vote of the first phone"


def test_a_table_that_was_typed_is_asked_too_and_typing_takes_over() -> None:
    meeting = Meeting(Stand(AskedOfPhones.VOTE, 7, "Wat kan beter?", 4, 3, VOTING.answers, given={1}))
    phone = AtTable(meeting)
    hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', phone.page))
    phone.ask("/stem", hidden | {"t": 1, "n31": 3})
    assert words.already_given(1, votes=True) in phone.page
    phone.sends("/stem", t=2, n31=3)
    assert [meeting.desk.forget(7, 2) for _ in range(2)] == [True, False], "it is told once"
    assert "value=3 checked" not in phone.page


def test_a_phone_is_of_one_table() -> None:
    """Who chose the wrong table and votes again for the right one leaves nothing at the wrong one."""
    meeting = Meeting(VOTING)
    phone = AtTable(meeting)
    phone.sends("/stem", t=2, n31=3)
    phone.sends("/stem", t=3, n31=3)
    assert meeting.written() == [
        PhoneBallot(7, 2, {31: 3}),
        PhoneBallot(7, 3, {31: 3}),
        PhoneBallot(7, 2, {}),
    ]


@pytest.mark.parametrize(("votes", "element"), [(3, "legend"), (5, "legend"), (6, "label for=n3[12]")])
def test_an_answer_has_the_number_that_stands_on_the_wall(votes: int, element: str) -> None:
    """With more votes than circles fit a list is chosen from; the ids 31 and 32 are of nobody's concern."""
    phone = AtTable(Meeting(replace(VOTING, votes=votes)))
    named = re.findall(rf"<{element}>(.*?)</", phone.page)
    assert named == ["1 Ouders &lt;uitnodigen&gt;", "2 Eerder beginnen"]


@pytest.mark.parametrize(("stand", "button"), [(COLLECTING, "Versturen"), (SCORING, "Versturen"), (VOTING, "Stemmen")])
def test_every_table_can_be_chosen_and_the_button_says_what_it_does(stand: Stand, button: str) -> None:
    text = AtTable(Meeting(stand)).page
    assert re.findall(r"<option[^>]*>([^<]*)", text) == ["kies je tafel", "1", "2", "3", "4"]
    assert re.findall(r"<button>([^<]*)", text) == [button]
    scored = "Tafel 3 heeft al een score gegeven. Wil je dat overnemen met wat hieronder staat?"
    assert words.already_given(3, votes=False) == scored


def test_a_score_is_of_a_table_and_from_1_to_5() -> None:
    meeting = Meeting(SCORING)
    phone = AtTable(meeting)
    hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', phone.page))
    for wrong in ("", "0", "6", "-1", "4.5", "9" * 30, "٣"):
        phone.ask("/score", hidden | {"o": f"a{wrong}"[:8], "t": 1, "w": wrong})
        assert words.NO_SCORE in phone.page
        meeting.now += 5
    assert phone.sends("/score", t=1, w=4) == words.RECEIVED_CHANGEABLE
    assert meeting.written() == [PhoneScore(8, 1, 4)]
    assert "value=4 checked" in phone.page
    assert "1 helemaal niet" in phone.page


def test_a_muted_phone_counts_no_longer_and_is_not_told() -> None:
    meeting = Meeting(VOTING)
    phone = AtTable(meeting)
    phone.sends("/stem", t=2, n31=3)
    meeting.written()
    meeting.desk.mute(1, muted=True)
    assert meeting.written() == [PhoneBallot(7, 2, {})]
    meeting.desk.show(COLLECTING)
    assert phone.sends("/antwoord", t=2, x="hoor je mij?") == words.RECEIVED
    assert meeting.written() == []
    meeting.desk.show(VOTING)
    assert phone.sends("/stem", t=2, n32=3) == words.RECEIVED_CHANGEABLE
    assert meeting.written() == []
    meeting.desk.mute(1, muted=False)
    assert meeting.written() == [PhoneBallot(7, 2, {32: 3})]


def test_what_a_phone_gives_while_it_does_not_count_counts_later_for_its_last_table() -> None:
    meeting = Meeting(VOTING)
    moved, late = AtTable(meeting), AtTable(meeting)
    moved.sends("/stem", t=2, n31=3)
    assert late.page
    for number in (1, 2):
        meeting.desk.mute(number, muted=True)
    assert moved.sends("/stem", t=3, n32=3) == words.RECEIVED_CHANGEABLE
    assert late.sends("/stem", t=1, n31=1, n32=2) == words.RECEIVED_CHANGEABLE, "its first vote"
    assert meeting.written() == [PhoneBallot(7, 2, {31: 3}), PhoneBallot(7, 2, {})]
    meeting.desk.mute(1, muted=False)
    assert meeting.written() == [PhoneBallot(7, 3, {32: 3}), PhoneBallot(7, 2, {})]
    meeting.desk.mute(2, muted=False)
    assert meeting.written() == [PhoneBallot(7, 1, {31: 1, 32: 2})]


@pytest.mark.parametrize("typed", [True, False], ids=["typed", "another phone"])
def test_what_came_for_a_table_while_its_phone_did_not_count_stays(typed: bool) -> None:
    meeting = Meeting(VOTING)
    phone, other = AtTable(meeting), AtTable(meeting)
    phone.sends("/stem", t=2, n31=3)
    meeting.desk.mute(1, muted=True)
    if typed:
        meeting.desk.show(replace(VOTING, given={2}))
        assert not meeting.desk.forget(7, 2)
    else:
        assert other.sends("/stem", t=2, n32=3) == words.RECEIVED_CHANGEABLE, "it is not asked to take over"
    assert "name=n31 value=3 checked" in phone.page, "it is not told"
    meeting.written()
    meeting.desk.mute(1, muted=False)
    assert meeting.written() == []
    assert phone.says() == words.already_given(2, votes=True)


def test_answers_of_a_phone_that_does_not_count_wait_once_it_does() -> None:
    meeting = Meeting()
    phone = AtTable(meeting)
    assert phone.page
    meeting.desk.mute(1, muted=True)
    for _ in range(2):
        assert phone.sends("/antwoord", t=2, x="Hoor je mij?") == words.RECEIVED
    inbox = meeting.desk.inbox
    assert (inbox.waiting, inbox.received) == (0, [])
    meeting.desk.mute(1, muted=False)
    assert phone.sends("/antwoord", t=2, x="Hoor je mij?") == words.RECEIVED
    assert (inbox.waiting, meeting.written()) == (1, [])
    inbox.let_through(inbox.received[0])
    assert meeting.written() == [PhoneAnswer(7, 2, "Hoor je mij?")]


def test_a_first_vote_of_a_person_who_does_not_count_counts_later() -> None:
    meeting = Meeting(OWN_VOTES)
    phone = AtTable(meeting)
    assert phone.page
    meeting.desk.mute(1, muted=True)
    assert phone.sends("/stem", n31=3, n32=0) == words.RECEIVED_CHANGEABLE
    assert meeting.desk.places.votes_given(7) == []
    meeting.desk.mute(1, muted=False)
    assert meeting.desk.places.votes_given(7) == [{31: 3}]


# Votes of everyone.


def test_where_everyone_votes_each_phone_has_its_own_and_the_last_one_counts() -> None:
    meeting = Meeting(OWN_VOTES)
    one, other = AtTable(meeting), AtTable(meeting)
    assert "id=t " not in one.page
    assert "data-l=1" in one.page
    assert one.sends("/stem", n31=3, n32=0) == words.RECEIVED_CHANGEABLE
    assert other.sends("/stem", n31=1, n32=2) == words.RECEIVED_CHANGEABLE
    assert one.sends("/stem", n31=0, n32=3) == words.RECEIVED_CHANGEABLE
    assert "Dit zijn 4 stemmen" in other.sends("/stem", n31=2, n32=2)
    assert meeting.desk.places.votes_given(7) == [{32: 3}, {31: 1, 32: 2}]
    assert meeting.written() == [], "nothing of it is written"
    assert "data-l=1" not in one.page
    assert "name=n32 value=3 checked" in one.page


def test_a_vote_that_is_sent_twice_counts_once() -> None:
    meeting = Meeting(OWN_VOTES)
    phone = AtTable(meeting)
    hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', phone.page))
    for _ in range(3):
        assert phone.ask("/stem", hidden | {"n31": 3, "n32": 0}).status == 303
    assert meeting.desk.places.votes_given(7) == [{31: 3}]
    assert AtTable(meeting).ask("/stem", hidden | {"n31": 3, "n32": 0}).status == 403, "and not from another phone"


def test_what_others_voted_is_on_no_phone_before_the_result() -> None:
    meeting = Meeting(OWN_VOTES)
    watcher = AtTable(meeting)
    before = watcher.page
    (version,) = re.findall(r'data-v="(\d+)"', before)
    for _ in range(5):
        AtTable(meeting).sends("/stem", n31=3, n32=0)
    assert without_keys(watcher.page) == without_keys(before)
    assert (watcher.ask(f"/s?v={version}").status, watcher.ask(f"/s?v={version}").body) == (204, b"")


def test_muting_takes_the_votes_of_a_phone_away_and_gives_them_back() -> None:
    meeting = Meeting(OWN_VOTES)
    phone, other = AtTable(meeting), AtTable(meeting)
    phone.sends("/stem", n31=3, n32=0)
    other.sends("/stem", n31=0, n32=3)
    meeting.desk.mute(1, muted=True)
    assert meeting.desk.places.votes_given(7) == [{32: 3}]
    assert phone.sends("/stem", n31=2, n32=1) == words.RECEIVED_CHANGEABLE, "it is not told"
    assert "data-l=1" not in phone.page
    assert meeting.desk.places.votes_given(7) == [{32: 3}]
    meeting.desk.mute(1, muted=False)
    assert meeting.desk.places.votes_given(7) == [{31: 2, 32: 1}, {32: 3}]
    meeting.desk.move("10.0.0.1:8080")
    assert meeting.desk.places.votes_given(7) == [], "on another network everyone comes in anew"


def test_a_score_of_everyone_needs_no_table() -> None:
    meeting = Meeting(Stand(AskedOfPhones.SCORE, 8, "De samenwerking ging goed.", per_person=True))
    phone = AtTable(meeting)
    assert words.OWN_SCORE in phone.page
    assert phone.sends("/score", w=4) == words.RECEIVED_CHANGEABLE
    assert phone.sends("/score", w=2) == words.RECEIVED_CHANGEABLE
    assert (meeting.desk.places.scores_given(8), meeting.written()) == ([2], [])


# The page.


class Tags(HTMLParser):
    EMPTY = {"meta", "input", "option"}

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def assert_well_formed(text: str) -> None:
    tags = Tags()
    tags.feed(text)
    tags.close()
    assert tags.open == []


MANY = tuple(
    AnswerOnPage(id, id, "Begin eerder met de ouders, en vraag ze wat ze zelf willen zien") for id in range(1, 26)
)


@pytest.mark.parametrize(
    "stand", [Stand(), COLLECTING, SCORING, VOTING, Stand(AskedOfPhones.VOTE, 7, "Wat kan beter?", 8, 3, MANY)]
)
def test_the_page_is_small_and_whole_and_shows_no_total(stand: Stand) -> None:
    meeting = Meeting(stand)
    text = AtTable(meeting).page
    assert len(text.encode()) < 15_000
    assert_well_formed(text)
    assert not re.search(r"https?:|//", text), "all of it is inside"
    headers = dict(meeting.ask("/").headers)
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    meeting.desk.show(replace(stand, given={1, 2, 3}))
    assert without_keys(AtTable(meeting).page) == without_keys(text), "how many voted is not on any phone"


def without_keys(text: str) -> str:
    return re.sub(r'name=[ko] value="\w+"', "", text)


def test_the_policy_fits_the_style_and_the_script_of_the_page() -> None:
    text = AtTable(Meeting()).page
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    for part in (style, script):
        assert page._hash(part) in page.POLICY
    assert "unsafe" not in page.POLICY
    assert "default-src 'none'" in page.POLICY
    assert (len(style), len(script)) < (1600, 3800)


def test_a_phone_hears_that_the_page_is_old() -> None:
    meeting = Meeting()
    phone = AtTable(meeting)
    (version,) = re.findall(r'data-v="(\d+)"', phone.page)
    assert int(version) > 1, "it begins anywhere, so that after a crash no page thinks that nothing changed"
    assert phone.ask(f"/s?v={version}").status == 204
    meeting.desk.show(COLLECTING)
    assert phone.ask(f"/s?v={version}").status == 204, "the same"
    meeting.desk.show(VOTING)
    assert phone.ask(f"/s?v={version}").body == f'{{"v": {int(version) + 1}, "q": 7, "a": "stem"}}'.encode()
    assert meeting.ask(f"/s?v={version}").status == 403, "who was not let in hears nothing"
    assert HERE not in phone.page
