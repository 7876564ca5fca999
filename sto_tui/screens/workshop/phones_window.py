"""The windows about phones: which address they reach this computer at, and the code by which they come in."""

from collections.abc import Sequence
from enum import Enum, auto

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from sto_tui.acts import PHONES
from sto_tui.domain.dutch import count
from sto_tui.phones.addresses import LocalAddress
from sto_tui.phones.desk import Desk
from sto_tui.screens.host.phones import Phones
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.screens.windows.listing import Listing
from sto_tui.screens.windows.window import Window
from sto_tui.screens.workshop.phones_in_room import PhonesInRoom
from sto_tui.widgets.large_letters import LOW_ROWS, ROWS, large_lines
from sto_tui.widgets.qr_code import QrCode
from sto_tui.widgets.record_list import Column, Row
from sto_tui.widgets.signs import draws_ascii

SHOW_SECONDS = 2.0
TRY_FIRST = "Probeer het vóór de bijeenkomst met één telefoon: wifi van scholen laat het vaak niet toe."
WHO_READS = "Wie op hetzelfde wifi zit kan meelezen wat er wordt verstuurd."
TYPED_TOO = "Typen per tafel blijft gewoon werken."
TRY_NOW = "Probeer het eerst met één telefoon."
ASKED_ONCE = "Dit geldt ook voor scores, en voor de hele bijeenkomst: als er is gestemd, staat het vast."
NEW_CODE = "De code geldt dan niet meer. Wie later weer meedoet, krijgt een nieuwe."
LEAST_TOLD = 40
"""Cells for what stands beside a code that is twice as large."""
LONGEST_WORD = 9
"""Cells that a line may lose at its end."""
NO_EXTRA = "Voor een QR-code: zie Telefoons in de handleiding."
NO_COLOURS = "Deze terminal kan geen QR-code tonen; typ het adres."


def address_window(addresses: Sequence[LocalAddress], present: str) -> Listing:
    """Asks at which of its addresses phones reach this computer; closes with it."""
    also = f" {present[0].upper()}{present[1:]}: zet de telefoons op één computer aan." if present else ""
    rows = [Row(((one.text, "bold"), (one.hint, "muted")), key=one.text) for one in addresses]
    columns = (Column("", 17), Column("", wrap=True))
    which = "Kies het adres van het wifi waar de telefoons op zitten, met enter."
    return Listing("Telefoons laten meedoen", f"{TRY_FIRST} {WHO_READS} {TYPED_TOO}{also}\n\n{which}", columns, rows)


def way_window() -> Listing:
    """Asks once in a meeting whether tables vote or everyone; closes with whether everyone does."""
    rows = [
        Row((("per tafel", "bold"), ("één telefoon per tafel, die samen stemt", "muted")), key=False),
        Row((("per persoon", "bold"), ("ieder een eigen telefoon; zonder telefoon typ jij", "muted")), key=True),
    ]
    return Listing("Hoe wordt er gestemd?", ASKED_ONCE, (Column("", 13), Column("", wrap=True)), rows)


class WayOn(Enum):
    """What is to become of the phones."""

    OFF = auto()
    ELSEWHERE = auto()


class PhonesWindow(Window[WayOn]):
    """Shows the way in, large enough for the last row; closes with what is to become of the phones, if anything."""

    DEFAULT_CSS = """
    PhonesWindow {
        & > #room { width: 100%; height: 100%; background: $sto-background; }
        & #way-in { height: 1fr; }
        & #told { width: 1fr; height: auto; padding: 1 0 0 1; color: $sto-text; }
    }
    """
    where = PHONES

    def __init__(self, desk: Desk, phones: PhonesInRoom, about: Phones) -> None:
        """`about` is what this account keeps of them."""
        super().__init__()
        self._phones = phones
        self._about = about
        draws_code = about.draws_code
        self._desk = desk
        self._bar = self.keys()
        modules = modules_of(f"HTTP://{desk.authority}/{desk.room.secret}") if draws_code else None
        self.code = QrCode(modules) if modules else None
        self._lacks = "" if self.code else NO_EXTRA if draws_code else NO_COLOURS
        self._told = Static(Content(""), id="told", markup=False)

    def compose(self) -> ComposeResult:
        """The code, and beside it what people do."""
        with Vertical(id="room"):
            with Horizontal(id="way-in"):
                if self.code:
                    yield self.code
                yield self._told
            yield self._bar

    def on_mount(self) -> None:
        """Counts on while it stands there."""
        self._show()
        self.complain(self._lacks or TRY_NOW * (not self._desk.phones))
        self.set_interval(SHOW_SECONDS, self._show)

    def _show(self) -> None:
        muted = sum(phone.muted for phone in self._desk.phones)
        many = len(self._desk.phones) - muted
        taking_part = f"{count(many, 'telefoon doet', 'telefoons doen')} mee." if many else "Er doet nog niemand mee."
        if muted:
            taking_part += f" {count(muted, 'telt', 'tellen')} niet mee."
        wifi, scan = self._about.wifi, " Scan de code, of typ:" * bool(self.code)
        approving = f"{waiting_on_you(self._desk)}." if self._desk.inbox.approves_first else ""
        above = [
            ("Doe mee met je telefoon", "bold"),
            ("", ""),
            *([(f"wifi: {wifi}", "bold")] if wifi else []),
            (f"Ga op {'dit wifi' if wifi else 'het wifi van deze bijeenkomst'}." + scan, ""),
        ]
        below = [
            ("", ""),
            *([("Te ver weg? Zoom in, of typ het adres.", "")] if self.code else []),
            ("Opent de pagina niet? Zet mobiele data even uit.", ""),
            ("", ""),
            (taking_part, ""),
            (approving, ""),
        ]
        lines = [*above, *self._way_in((*above, *below)), *below]
        self._told.update(Content("\n").join(Content.styled(text, style) for text, style in lines))

    def on_resize(self, event: Resize) -> None:
        """The code, and what is typed, as large as there is room for."""
        if self.code:
            way_in = self.query_one("#way-in")
            self.code.fit(way_in.size.width - LEAST_TOLD, way_in.size.height)
        self.call_after_refresh(self._show)

    def _way_in(self, beside: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
        """Address and code; in large letters too where these fit `beside` all else. A long address breaks at its port.

        Plain they stand below that: a letter that is drawn can be taken for another one.
        """
        width, height = self._told.size.width - 1, self.query_one("#way-in").size.height
        if width < LEAST_TOLD:
            return [(self._desk.authority, "bold"), (f"code {self._desk.room.grouped}", "bold")]
        plain = (f"{self._desk.authority} · code {self._desk.room.grouped}", "bold")
        room = height - sum(1 + len(text) // (width - LONGEST_WORD) for text, _ in beside) - 2
        address, _, port = self._desk.authority.partition(":")
        for rows in (ROWS, LOW_ROWS):
            drawn = [
                large_lines(text, width, most, rows=rows, ascii_only=draws_ascii(self))
                for text, most in ((f"{address} :{port}", 2), (self._desk.room.grouped, 1))
            ]
            lines = [line for block in drawn if block for large in block for line in large]
            if all(drawn) and len(lines) + 1 <= room:
                many = len(lines) - rows
                return [
                    *((line, "bold") for line in lines[:many]),
                    ("", ""),
                    *((one, "bold") for one in lines[many:]),
                    plain,
                ]
        return [plain]

    def complain(self, sentence: str) -> None:
        """Above the keys."""
        self._bar.say(sentence)

    def act_answers(self) -> None:
        """What came in."""
        from sto_tui.screens.workshop.phone_answers import PhoneAnswers

        self.app.push_screen(PhoneAnswers(self._desk), lambda _: self._show())

    def act_approve(self) -> None:
        """Answers wait for the facilitator from now on, or no longer."""
        self.complain(switch_approving(self._desk))
        self._show()

    def act_wifi(self) -> None:
        """What the wifi is called."""
        from sto_tui.screens.workshop.wifi_window import WifiWindow

        self.app.push_screen(WifiWindow(self._about.wifi), self._keep_wifi)

    def _keep_wifi(self, name: str | None) -> None:
        if name is not None:
            self._about.keep_wifi(name)
            self._show()

    def act_again(self) -> None:
        """Another address, on another network."""
        self.dismiss(WayOn.ELSEWHERE)

    def act_stop(self) -> None:
        """Asks first: everyone would have to come in again."""
        question = QuestionWindow(
            "De telefoons uitzetten?",
            list(filter(None, (NEW_CODE, counts_until(self._phones.many_given()), self._phones.waiting))),
            yes="Uitzetten",
            no="Doorgaan",
        )
        self.app.push_screen(question, self._stop_answered)

    def _stop_answered(self, stop: bool | None) -> None:
        if stop:
            self.dismiss(WayOn.OFF)


def counts_until(many: int) -> str:
    """What becomes of what phones gave that cannot be known again; empty when there is nothing."""
    if not many:
        return ""
    gave = count(many, "telefoon gaf al iets", "telefoons gaven al iets")
    return f"Bij deze vraag: {gave}. Dat telt mee, tot er weer een telefoon iets geeft: dan begint het opnieuw."


def waiting_on_you(desk: Desk) -> str:
    """How many answers have to be let through."""
    waiting = desk.inbox.waiting
    return f"{count(waiting, 'antwoord wacht', 'antwoorden wachten')} op jou" if waiting else "Er wacht niets op jou"


def switch_approving(desk: Desk) -> str:
    """Turns it on or off, and says which."""
    desk.inbox.approves_first = not desk.inbox.approves_first
    if desk.inbox.approves_first:
        return "Antwoorden van telefoons wachten nu tot jij ze doorlaat."
    return "Antwoorden van telefoons komen nu meteen op de muur; wat wachtte, wacht nog."


def modules_of(url: str) -> Sequence[Sequence[bool]] | None:
    """The modules of a QR code; None without the package that makes them. In capitals the code is smaller."""
    try:
        import segno
    except ImportError:
        return None
    return [[bool(module) for module in row] for row in segno.make(url.upper(), error="l", micro=False).matrix]
