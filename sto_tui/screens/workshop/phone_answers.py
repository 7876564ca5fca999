"""What phones sent, for the facilitator: to let through, to throw away, and whose phone does not count."""

from collections.abc import Mapping

from sto_tui.acts import PHONE_ANSWERS
from sto_tui.domain.dutch import count
from sto_tui.phones.desk import Desk
from sto_tui.phones.inbox import Received
from sto_tui.phones.phone import Phone
from sto_tui.phones.stand import AskedOfPhones
from sto_tui.screens.windows.findings import COUNT_AGAIN
from sto_tui.screens.windows.list_window import ListWindow
from sto_tui.screens.windows.window import lead
from sto_tui.screens.workshop.phones_window import switch_approving, waiting_on_you
from sto_tui.widgets.record_list import Column, Row

NOTHING_HERE = "Er is hier niets te kiezen."
_COLUMNS = (Column("", wrap=True), Column("", 9), Column("", 12), Column("", 15))


class PhoneAnswers(ListWindow[None]):
    """Those that wait first, then the others, the newest first, and the phones that sent none: those can vote too."""

    where = PHONE_ANSWERS

    def __init__(self, desk: Desk) -> None:
        about = "Deze lijst staat op het grote scherm. Wat al op de muur staat, verwijder je daar met x."
        super().__init__("Antwoorden van telefoons", [lead(about)], _COLUMNS)
        self._desk = desk

    def fill(self) -> None:
        """As it is now."""
        received = self._desk.inbox.received
        waiting = [one for one in received if one.waits]
        others = [one for one in reversed(received) if not one.waits]
        rows = [self._row(one) for one in (*waiting, *others)]
        seen = {one.phone for one in received}
        rows += [_row_of(phone) for phone in self._desk.phones if phone.number not in seen]
        self._list.show(rows or [Row(("Er is nog niets binnengekomen.",), kind="note")])
        self._bar.say(waiting_on_you(self._desk))
        self.show_keys()

    def _row(self, one: Received) -> Row:
        muted = any(phone.number == one.phone and phone.muted for phone in self._desk.phones)
        state = "wacht" if one.waits else "weggegooid" if one.thrown_away else "op de muur"
        table = f"tafel {one.answer.table}" if one.answer.table else ""
        cells = (one.answer.text, (table, "muted"), (state, "bold" if one.waits else "muted"))
        return Row((*cells, (_name(one.phone, muted=muted), "muted")), key=id(one))

    @property
    def _chosen(self) -> Received | None:
        key = self._list.current_key
        return next((one for one in self._desk.inbox.received if id(one) == key), None)

    @property
    def _number(self) -> int:
        """That of the phone of this line; 0 when there is none."""
        key = self._list.current_key
        if isinstance(key, str):
            return int(key)
        return self._chosen.phone if self._chosen else 0

    @property
    def called_here(self) -> Mapping[str, str]:
        """A phone that is muted counts again."""
        muted = any(phone.number == self._number and phone.muted for phone in self._desk.phones)
        return {"mute": COUNT_AGAIN} if muted else {}

    def why_not(self, id: str) -> str:
        """A line has to be there, and to wait before anything is decided about it."""
        if id in ("choose", "throw_away") and self._chosen is None:
            return "Hier wacht geen antwoord." if self._number else NOTHING_HERE
        if id == "mute" and not self._number:
            return NOTHING_HERE
        if id in ("choose", "throw_away") and self._chosen and not self._chosen.waits:
            return "Dit antwoord wacht niet meer; wat op de muur staat, verwijder je daar met x."
        if id == "choose" and self._desk.stand.asked is AskedOfPhones.VOTE:
            return "Tijdens het stemmen komt er geen antwoord bij. Ga eerst een ronde terug, of wacht tot de uitslag."
        return super().why_not(id)

    def on_raster_chosen(self) -> None:
        """A second click lets it through."""
        self.action_act("choose")

    def complain(self, sentence: str) -> None:
        """Above the keys."""
        self._bar.say(sentence)

    def act_choose(self) -> None:
        """It comes on the wall."""
        if one := self._chosen:
            self._desk.inbox.let_through(one)
            self._to_next()

    def act_throw_away(self) -> None:
        """It does not."""
        if one := self._chosen:
            self._desk.inbox.throw_away(one)
            self._to_next()

    def _to_next(self) -> None:
        """The next one that waits comes under the cursor."""
        self.fill()
        if waiting := [one for one in self._desk.inbox.received if one.waits]:
            self._list.go_to(id(waiting[0]))

    def act_mute(self) -> None:
        """The phone of this line counts no longer, or again; nobody there is told."""
        if number := self._number:
            phone = next((phone for phone in self._desk.phones if phone.number == number), None)
            if phone is None:
                self.complain("Deze telefoon doet niet meer mee.")
                return
            waiting = self._desk.inbox.waiting
            self._desk.mute(phone.number, muted=not phone.muted)
            self.fill()
            counts = "telt niet meer mee" if phone.muted else "telt weer mee"
            more = self._desk.inbox.waiting - waiting
            now = f"; {count(more, 'antwoord wacht', 'antwoorden wachten')} nu" * bool(more)
            self.complain(f"Telefoon {phone.number} {counts}{now}.")

    def act_approve(self) -> None:
        """Answers wait from now on, or no longer."""
        said = switch_approving(self._desk)
        self.fill()
        self.complain(said)


def _row_of(phone: Phone) -> Row:
    """A phone of which no answer stands here."""
    about = "Telt niet mee." if phone.muted else "Geen antwoord."
    table = f"tafel {phone.table}" if phone.table else ""
    name = _name(phone.number, muted=phone.muted)
    return Row(((about, "muted"), (table, "muted"), "", (name, "muted")), key=str(phone.number))


def _name(number: int, *, muted: bool) -> str:
    return f"telefoon {number}{' ✕' * muted}" if number else "van eerder"
