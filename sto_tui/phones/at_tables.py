"""What phones give for their tables: one phone for each table, and one table for each phone."""

from collections.abc import Mapping

from sto_tui.phones import words
from sto_tui.phones.inbox import Inbox
from sto_tui.phones.phone import Phone
from sto_tui.phones.stand import Stand
from sto_tui.planning.evaluation.phone_entries import PhoneBallot, PhoneEntry, PhoneScore


class AtTables:
    """Knows which phone gave the votes or the score of a table, and what to write when that changes."""

    def __init__(self, inbox: Inbox, phones: Mapping[str, Phone]) -> None:
        self._inbox = inbox
        self._phones = phones
        self._givers: dict[tuple[int, int], str] = {}

    def is_taken(self, stand: Stand, table: int, token: str) -> bool:
        """Whether another phone that counts gave for a table, or the facilitator."""
        giver = self._givers.get((stand.question, table))
        if giver is None:
            return table in stand.given
        other = self._phones.get(giver)
        return giver != token and not (other and other.muted)

    def give(self, question: int, token: str) -> int:
        """What a phone gave is of its table now, and no longer of another one; the ticket."""
        phone = self._phones[token]
        table = phone.given_for[question]
        ticket = self._inbox.put(_entry(phone, question, table))
        if self._givers.get((question, table), token) != token:
            self.forget(question, table)
        for other in self._tables_of(question, token):
            if other != table:
                del self._givers[question, other]
                self._inbox.put(_taken_back(phone, question, other))
        self._givers[question, table] = token
        return ticket

    def take_back(self, question: int, token: str) -> None:
        """What a phone gave no longer stands; the table stays of it until someone else gives for it."""
        for table in self._tables_of(question, token):
            self._inbox.put(_taken_back(self._phones[token], question, table))

    def forget(self, question: int, table: int) -> bool:
        """Someone else gave for a table; whether a phone is told. One that does not count is asked about it later."""
        phone = self._phones.get(self._givers.pop((question, table), ""))
        if phone is None or phone.muted:
            return False
        phone.drop(question)
        phone.say(words.given_since(table))
        phone.is_called = True
        return True

    def give_back(self, question: int, table: int, token: str, stands: PhoneEntry) -> None:
        """What a phone gave stands again: it is of that phone, unless that does not count or gave for another table."""
        phone = self._phones.get(token)
        if phone is None:
            return
        if phone.given_for.get(question, table) != table:
            self._inbox.put(_none_like(stands))
            return
        if question not in phone.given_for:
            phone.keep(stands)
        self._givers[question, table] = token
        if phone.muted:
            self.take_back(question, token)
        else:
            phone.say(words.stands_again(table))
            phone.is_called = True

    def giver(self, question: int, table: int) -> str:
        """What the phone carries that gave for a table last; empty when it was none."""
        return self._givers.get((question, table), "")

    def _tables_of(self, question: int, token: str) -> list[int]:
        return [table for (about, table), giver in self._givers.items() if (about, giver) == (question, token)]


def _entry(phone: Phone, question: int, table: int) -> PhoneEntry:
    if question in phone.votes:
        return PhoneBallot(question, table, phone.votes[question])
    return PhoneScore(question, table, phone.scores[question])


def _none_like(stands: PhoneEntry) -> PhoneEntry:
    about = (stands.question, stands.table or 0)
    return PhoneBallot(*about, {}) if isinstance(stands, PhoneBallot) else PhoneScore(*about, 0)


def _taken_back(phone: Phone, question: int, table: int) -> PhoneEntry:
    return PhoneBallot(question, table, {}) if question in phone.votes else PhoneScore(question, table, 0)
