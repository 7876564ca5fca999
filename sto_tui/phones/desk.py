"""The core: every rule of phones in the room, without a socket, a clock or chance of its own.

Phones follow the wall. What they give waits in the outbox until the wall has written it; then the ticket of it is due.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256

from sto_tui.domain.text import clean_line
from sto_tui.phones import words
from sto_tui.phones.at_tables import AtTables
from sto_tui.phones.form import Form, form_of
from sto_tui.phones.inbox import MOST_WAITING, Inbox
from sto_tui.phones.limits import Guesses
from sto_tui.phones.message import Reply, Request, page_reply, to_the_page
from sto_tui.phones.page import Filled, join_page, question_page
from sto_tui.phones.phone import Phone
from sto_tui.phones.places_in_room import MOST_PHONES, PlacesInRoom
from sto_tui.phones.room import MOST_SECONDS, SECRET, Below, PhoneRoom
from sto_tui.phones.stand import AskedOfPhones, Stand
from sto_tui.planning.evaluation.phone_entries import LONGEST_ANSWER, PhoneAnswer, PhoneEntry
from sto_tui.planning.evaluation.results import HIGHEST_TABLE, SCALE_WORDS

COOKIE = "k"
_JOIN = "/mee"
_ASKED_BY = {f"/{asked.value}": asked for asked in AskedOfPhones if asked is not AskedOfPhones.NOTHING}


class Desk:
    """Lets phones in, shows them the question of now, and takes what they give."""

    def __init__(
        self,
        room: PhoneRoom,
        authority: str,
        clock: Callable[[], float],
        below: Below,
        keep: Callable[[PhoneRoom], None],
    ) -> None:
        """`authority` is address and port, as a browser names them; `keep` makes a room outlive a crash."""
        self.room = room
        self.authority = authority
        self.inbox = Inbox()
        self.refused: Counter[str] = Counter()
        self._clock = clock
        self._below = below
        self._keep_room = keep
        self.places = PlacesInRoom()
        self._tables = AtTables(self.inbox, self.places.taken)
        self._run = f"{below(1 << 32):08x}"
        self._guesses = Guesses(clock())
        self._stand = Stand()
        self._version = 1 + below(1 << 30)

    @property
    def phones(self) -> Sequence[Phone]:
        """All that take part, in the order in which they came."""
        return self.places.phones

    @property
    def stand(self) -> Stand:
        """The moment as phones see it now."""
        return self._stand

    def show(self, stand: Stand) -> None:
        """Phones see this from now on; what was asked before is closed."""
        if stand.page != self._stand.page:
            self._version += 1
        self._stand = stand

    def move(self, authority: str) -> None:
        """Another network: the code stays, and as browsers keep what they carry per address all come in anew."""
        if authority != self.authority:
            self.authority = authority
            self.places.taken.clear()

    def forget(self, question: int, table: int) -> bool:
        """The facilitator typed for a table: what a phone gave for it no longer stands; whether one is told."""
        return self._tables.forget(question, table)

    def giver(self, question: int, table: int) -> str:
        """What the phone carries that gave for a table last; empty when it was none."""
        return self._tables.giver(question, table)

    def give_back(self, question: int, table: int, token: str, stands: PhoneEntry) -> None:
        """What was typed for a table is taken back, and what a phone gave before stands again."""
        self._tables.give_back(question, table, token, stands)

    def mute(self, number: int, *, muted: bool) -> None:
        """What a phone gives does not count, or counts again, also in the question of now; the phone is not told."""
        for token, phone in self.places.taken.items():
            if phone.number == number and phone.muted is not muted:
                phone.muted = muted
                self.room = self.room.muting(token, muted=muted)
                self._keep_room(self.room)
                if muted:
                    self._tables.take_back(self._stand.question, token)
                else:
                    self._count_again(token, phone)

    def _count_again(self, token: str, phone: Phone) -> None:
        """What a phone gave in the question of now, unless its table has something else since; answers wait."""
        question = self._stand.question
        if table := phone.given_for.get(question):
            if self._tables.is_taken(self._stand, table, token):
                votes = self._stand.as_now(phone.votes.get(question, {}))
                about = Filled(table=table, score=phone.scores.get(question, 0), votes=votes)
                phone.drop(question)
                _ask_to_take_over(self._stand, about, phone)
            else:
                self._tables.give(question, token)
        for answer in phone.unheard:
            self.inbox.hold(answer, phone.number)
        phone.unheard.clear()

    # What is asked for.

    def handle(self, request: Request) -> Reply:
        """The reply to a request."""
        if reason := self._why_not(request):
            self.refused[reason] += 1
            return page_reply(join_page(words.REFUSED), 421 if reason == "host" else 403)
        path, _, query = request.target.partition("?")
        token = self.token_of(request)
        if request.method == "POST":
            return self._posted(path, request, token)
        if path == "/s":
            return self._is_new(query, token)
        if path == "/":
            return self._page(token) if token else page_reply(join_page())
        if path == _JOIN or path in _ASKED_BY:
            # A page with a message stands at the address of its form; a phone that wakes up loads that again.
            return to_the_page()
        return self._by_secret(path[1:], token)

    def _why_not(self, request: Request) -> str:
        """What is wrong with where a request comes from; another site may not speak for a phone."""
        headers = request.headers
        if headers.get("host") != self.authority:
            return "host"
        if headers.get("origin", f"http://{self.authority}") != f"http://{self.authority}":
            return "origin"
        if request.method == "POST" and headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return "origin"
        return ""

    def token_of(self, request: Request) -> str:
        """What the phone carries, when it was let in here; it is known from then on."""
        for pair in request.headers.get("cookie", "").split(";"):
            name, _, value = pair.strip().partition("=")
            if name != COOKIE:
                continue
            known = value in self.places.taken or self.room.is_token(value)
            if known and self.places.let_in(value, self._clock(), muted=self.room.mutes(value)):
                return value
        return ""

    def _is_new(self, query: str, token: str) -> Reply:
        if not token:
            return Reply(403)
        if query == f"v={self._version}" and not self.places.taken[token].is_called:
            return Reply(204)
        now = {"v": self._version, "q": self._stand.question, "a": self._stand.asked.value}
        return Reply(200, json.dumps(now).encode(), (("Content-Type", "application/json"),))

    def _by_secret(self, typed: str, token: str) -> Reply:
        """The address of the QR code: nobody guesses it, so that it is never refused for guesses of others."""
        if len(typed) != SECRET or not typed.isascii():
            return Reply(404)
        if not self.room.is_secret(typed):
            self.refused["code"] += 1
            return page_reply(join_page(words.WRONG_CODE), 403)
        return to_the_page() if token else self._joined()

    def _joined(self) -> Reply:
        """A phone counts once it comes back with this: who only asks for the address takes no place."""
        if not self.places.has_room(self._clock()):
            self.refused["vol"] += 1
            return page_reply(join_page(words.full(MOST_PHONES)), 403)
        token = self.room.new_token(self._below)
        return to_the_page(f"{COOKIE}={token}; HttpOnly; SameSite=Lax; Path=/; Max-Age={MOST_SECONDS}")

    def _page(self, token: str) -> Reply:
        phone = self.places.taken[token]
        phone.is_called = False
        message, refused = words.NOT_SAVED, None
        if not self.inbox.is_unwritten(phone.ticket):
            message, refused = phone.take_message()
        question = self._stand.question
        votes = phone.votes.get(question, {})
        if votes and self._stand.asked is AskedOfPhones.VOTE and not message:
            message = _wrong_votes(self._stand, votes)
        filled = refused or Filled(
            table=phone.table, score=phone.scores.get(question, 0), votes=self._stand.as_now(votes)
        )
        about = {name: getattr(filled, name) for name in ("table", "text", "score", "votes", "over", "lost")}
        about["table"] = about["table"] or phone.table
        lacks = self._stand.per_person and question not in phone.votes and question not in phone.scores
        keys = Filled(self.room.form_key(token), f"{self._run}{self._below(1 << 64):016x}", **about, lacks=lacks)
        return page_reply(question_page(self._stand, self._version, keys, message))

    # What is given.

    def _posted(self, path: str, request: Request, token: str) -> Reply:
        form = form_of(request)
        if form is None:
            self.refused["vorm"] += 1
            return page_reply(join_page(words.REFUSED), 400)
        if path == _JOIN:
            return self._by_code(form, request.peer, token)
        if path not in _ASKED_BY:
            return Reply(404)
        if not token or not self.room.is_form_key(form.text("k"), token):
            self.refused["formulier"] += 1
            return page_reply(join_page(words.REFUSED), 403)
        phone = self.places.taken[token]
        # The same key with another content is another form: of a page to which a browser went back.
        once = sha256(request.body).hexdigest()
        if before := phone.done(once):
            return before
        if not phone.sending.take(self._clock()):
            self.refused["te snel"] += 1
            return page_reply(question_page(self._stand, self._version, self._same(form, token), words.TOO_FAST), 429)
        ticket = self._given(_ASKED_BY[path], form, token, phone)
        return phone.remember(once, to_the_page(ticket=ticket))

    def not_saved(self, request: Request) -> Reply:
        """To a form that was taken in and cannot be written yet: the same form, which counts once."""
        form = form_of(request)
        if form is None:
            return Reply(503)
        same = self._same(form, self.token_of(request))
        return page_reply(question_page(self._stand, self._version, same, words.NOT_SAVED), 503)

    def _by_code(self, form: Form, peer: str, token: str) -> Reply:
        now = self._clock()
        if token:
            return to_the_page()
        if not self._guesses.may_try(peer, now):
            self.refused["code"] += 1
            return page_reply(join_page(words.TOO_MANY_CODES), 403)
        typed = form.text("c")
        if not (self.room.is_code(typed) or self.room.is_secret(typed)):
            self.refused["code"] += 1
            self._guesses.was_wrong(peer, now)
            return page_reply(join_page(words.WRONG_CODE), 403)
        return self._joined()

    def _same(self, form: Form, token: str) -> Filled:
        """The form again as it was sent, to send it later."""
        filled = self._filled(form)
        about = {name: getattr(filled, name) for name in ("table", "text", "score", "votes", "lost")}
        return Filled(self.room.form_key(token), form.text("o")[:32], **about)

    def _filled(self, form: Form) -> Filled:
        """What was typed and chosen, to show it again."""
        votes = self._stand.as_now(form.votes)
        text = clean_line(form.text("x"))[:LONGEST_ANSWER]
        if not self._is_asked(form, None):
            return Filled(lost=text)
        return Filled(table=self._table(form), text=text, score=form.number("w"), votes=votes)

    def _is_asked(self, form: Form, asked: AskedOfPhones | None) -> bool:
        return form.number("q") == self._stand.question and asked in (None, self._stand.asked)

    def _table(self, form: Form) -> int | None:
        table = form.number("t")
        return table if 1 <= table <= (self._stand.tables or HIGHEST_TABLE) else None

    def _given(self, asked: AskedOfPhones, form: Form, token: str, phone: Phone) -> int:
        """Takes in what was given, and remembers what to say on the page; the ticket of what is to be written."""
        filled = self._filled(form)
        if not self._is_asked(form, asked):
            return phone.say(words.CLOSED, Filled(lost=filled.text or filled.lost))
        if wrong := self._what_lacks(asked, filled, form.votes):
            return phone.say(wrong, filled)
        phone.table = filled.table or phone.table
        if asked is AskedOfPhones.ANSWER:
            return self._answered(form, filled, phone)
        if self._stand.per_person:
            self._keep(asked, filled, phone)
            return phone.say(words.RECEIVED_CHANGEABLE)
        return self._given_for_table(asked, form, filled, token, phone)

    def _what_lacks(self, asked: AskedOfPhones, filled: Filled, votes: Mapping[int, int]) -> str:
        """What is not right about a form; empty when all is."""
        needs_table = self._stand.tables or asked is not AskedOfPhones.ANSWER
        if filled.table is None and needs_table and not self._stand.per_person:
            return words.NO_TABLE
        if asked is AskedOfPhones.ANSWER:
            return "" if filled.text else words.NO_TEXT
        if asked is AskedOfPhones.SCORE:
            return "" if 1 <= filled.score <= len(SCALE_WORDS) else words.NO_SCORE
        return _wrong_votes(self._stand, votes)

    def _answered(self, form: Form, filled: Filled, phone: Phone) -> int:
        about = (self._stand.question, filled.table, filled.text)
        if about not in phone.answered:
            # A page of before a crash may send what was written then, and was not said to be received.
            answer = PhoneAnswer(*about, again=not form.text("o").startswith(self._run))
            ticket: int | None = 0
            if phone.muted:
                phone.unheard = [*phone.unheard, answer][-MOST_WAITING:]
            else:
                ticket = self.inbox.receive(answer, phone.number)
            if ticket is None:
                return phone.say(words.TOO_BUSY, filled)
            phone.answered[about] = ticket
        return phone.say(words.RECEIVED, ticket=phone.answered[about])

    def _given_for_table(self, asked: AskedOfPhones, form: Form, filled: Filled, token: str, phone: Phone) -> int:
        """Votes or a score: one phone gives them for its table; another one has to say that it takes over."""
        question, table = self._stand.question, filled.table or 0
        ticket = 0
        if not phone.muted:
            if self._tables.is_taken(self._stand, table, token) and form.number("over") != table:
                return _ask_to_take_over(self._stand, filled, phone)
            if self.inbox.is_full:
                return phone.say(words.TOO_BUSY, filled)
        self._keep(asked, filled, phone)
        phone.given_for[question] = table
        if not phone.muted:
            ticket = self._tables.give(question, token)
        return phone.say(words.RECEIVED_CHANGEABLE, ticket=ticket)

    def _keep(self, asked: AskedOfPhones, filled: Filled, phone: Phone) -> None:
        """The votes or the score of a phone, in memory; per person that is all until the result."""
        if asked is AskedOfPhones.VOTE:
            phone.votes[self._stand.question] = {id: many for id, many in (filled.votes or {}).items() if many}
        else:
            phone.scores[self._stand.question] = filled.score


def _wrong_votes(stand: Stand, votes: Mapping[int, int]) -> str:
    """What is wrong with votes, of before or new: one is for an answer that is gone, or they do not add up."""
    if not stand.has_all(votes):
        return words.CHANGED
    given = sum(votes.values())
    return "" if given == stand.votes else words.wrong_sum(given, stand.votes)


def _ask_to_take_over(stand: Stand, filled: Filled, phone: Phone) -> int:
    """Asks whether what a phone gives for a table may stand in the place of what is there."""
    table = filled.table or 0
    message = words.already_given(table, votes=stand.asked is AskedOfPhones.VOTE)
    return phone.say(message, Filled(table=table, score=filled.score, votes=filled.votes, over=table))
