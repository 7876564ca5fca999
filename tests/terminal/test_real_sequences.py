"""What terminals really send, whole, in pieces, and between two letters: the keys a person pressed, and nothing else.

The sequences are from the specifications of xterm, kitty and iTerm2 and from what PuTTY, tmux, screen and the Linux
console document; those in `ANSWERS` come without a key being pressed.
"""

import pytest

from sto_tui.terminal.reader import TerminalReader, escape_seconds
from tests.support.terminal_input import LOCAL, read, said

KEYS = {
    "up": b"\x1b[A",
    "up, application": b"\x1bOA",
    "home": b"\x1b[H",
    "home of PuTTY and tmux": b"\x1b[1~",
    "end": b"\x1b[F",
    "end of PuTTY and tmux": b"\x1b[4~",
    "page up": b"\x1b[5~",
    "delete": b"\x1b[3~",
    "shift+delete of rxvt": b"\x1b[3$",
    "f1": b"\x1bOP",
    "f1 of PuTTY": b"\x1b[11~",
    "f1 of the Linux console": b"\x1b[[A",
    "f5": b"\x1b[15~",
    "shift+right": b"\x1b[1;2C",
    "ctrl+right": b"\x1b[1;5C",
    "shift+tab": b"\x1b[Z",
    "backspace": b"\x7f",
    "backspace, older": b"\x08",
    "enter": b"\r",
    "tab": b"\t",
    "ctrl+s": b"\x13",
    "ctrl+s of kitty": b"\x1b[115;5u",
    "a capital of kitty with its other code": b"\x1b[97:65;2;65u",
    "a letter of kitty": b"\x1b[97;;97u",
    "shift+enter of kitty": b"\x1b[13;2u",
    "up of kitty": b"\x1b[1;1:1A",
    "letters that a keyboard composed": b"\x1b[0;;228:246u",
    "mouse": b"\x1b[<0;10;5M",
    "wheel": b"\x1b[<64;10;5M",
    "focus": b"\x1b[I",
    "8-bit up": b"\xc2\x9bA",
    "8-bit up of a terminal without UTF-8": b"\x9bA",
    "accent": "é".encode(),
    "emoji": "🔧".encode(),
    "marked paste": b"\x1b[200~een\ntwee\x1b[201~",
}
HEARD = {
    "up": "up",
    "up, application": "up",
    "home": "home",
    "home of PuTTY and tmux": "home",
    "end": "end",
    "end of PuTTY and tmux": "end",
    "page up": "pageup",
    "delete": "delete",
    "shift+delete of rxvt": "shift+delete",
    "f1": "f1",
    "f1 of PuTTY": "f1",
    "f1 of the Linux console": "f1",
    "f5": "f5",
    "shift+right": "shift+right",
    "ctrl+right": "ctrl+right",
    "shift+tab": "shift+tab",
    "backspace": "backspace",
    "backspace, older": "backspace",
    "enter": "enter",
    "tab": "tab",
    "ctrl+s": "ctrl+s",
    "ctrl+s of kitty": "ctrl+s",
    "a capital of kitty with its other code": "A",
    "a letter of kitty": "a",
    "shift+enter of kitty": "shift+enter",
    "up of kitty": "up",
    "mouse": "MouseDown",
    "wheel": "MouseScrollUp",
    "focus": "focus",
    "8-bit up": "up",
    "8-bit up of a terminal without UTF-8": "up",
    "marked paste": "paste een\ntwee",
}
ANSWERS = {
    "xterm, what are you": b"\x1b[?64;1;2;6;9;15;18;21;22c",
    "xterm, which version": b"\x1b[>41;370;0c",
    "xterm, its number": b"\x1bP!|00000000\x1b\\",
    "xterm, its name": b"\x1bP>|XTerm(370)\x1b\\",
    "Windows Terminal": b"\x1b[?61;4;6;7;14;21;22;23;24;28;32;42;52c",
    "tmux": b"\x1b[>84;0;0c",
    "screen": b"\x1b[>83;40900;0c",
    "VTE": b"\x1b[>65;7600;1c",
    "background, ended by BEL": b"\x1b]11;rgb:ffff/ffff/ffff\x07",
    "background, ended by ST": b"\x1b]11;rgb:0000/0000/0000\x1b\\",
    "background, 8-bit": b"\xc2\x9d11;rgb:0/0/0\xc2\x9c",
    "a colour": b"\x1b]4;1;rgb:cd00/0000/0000\x1b\\",
    "the clipboard": b"\x1b]52;c;dmVyaQ==\x07",
    "iTerm2": b"\x1b]1337;ReportCellSize=17.0;8.0\x1b\\",
    "light or dark": b"\x1b[?997;1n",
    "kitty, which keys": b"\x1b[?25u",
    "kitty, a picture": b"\x1b_Gi=31;OK\x1b\\",
    "a private message": b"\x1b^veri\x1b\\",
    "a string": b"\x1bXveri\x1b\\",
    "where the cursor is": b"\x1b[24;80R",
    # In the first line it looks like a key of long ago, and Textual would move the mouse to it.
    "where the cursor is, as a key": b"\x1b[1;5R",
    "the size in pixels, none": b"\x1b[48;24;80;0;0t",
    "an absurd size": b"\x1b[48;99999;99999;1;1t",
    "the size of the window": b"\x1b[8;24;80t",
    "all well": b"\x1b[0n",
    "a mode that is not there": b"\x1b[?2048;0$y",
    "another key of xterm": b"\x1b[27;5;120~",
    "win32": b"\x1b[86;47;118;1;8;1_",
    "VS Code, a mouse nowhere": b"\x1b[<32;NaN;NaNM",
    "a mouse with odd numbers": b"\x1b[<0;99999999;1M",
    "the old mouse": b"\x1b[M !!",
    "the old mouse, far away": b"\x1b[M \xff\xfe",
    "a key that is let go": b"\x1b[97;1:3u",
    "an arrow that is let go": b"\x1b[1;1:3B",
    "a key beyond all characters": b"\x1b[1114112u",
    "half a character": b"\x1b[55296u",
    "a number without an end": b"\x1b[123456789012345u",
    "no function key": b"\x1b[99;13~",
    "no arrow": b"\x1b[5;1C",
    "a mark without a paste": b"\x1b[201~",
    "a long string": b"\x1b]11;" + b"v" * 9000 + b"\x07",
}


def test_every_key_is_heard() -> None:
    found = {name: read(sent) for name, sent in KEYS.items()}
    assert {name: [HEARD[name]] for name in HEARD} == {name: found[name] for name in HEARD}
    assert found["letters that a keyboard composed"] == ["ä", "ö"]
    assert found["accent"] == ["é"]
    assert len(found["emoji"]) == 1


@pytest.mark.parametrize("name", KEYS)
def test_a_key_is_the_same_however_it_is_cut_and_glued(name: str) -> None:
    sent, heard = KEYS[name], read(KEYS[name])
    for at in range(1, len(sent)):
        for pause in (0.0, 0.04, 0.09):
            assert read(sent[:at], pause, sent[at:]) == heard, (at, pause)
    assert read(*(bytes((one,)) for one in sent)) == heard
    assert read(b"a", 0.5, sent, 0.5, b"b") == ["a", *heard, "b"]
    assert read(b"a" + sent + b"b") == ["a", *heard, "b"]


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_is_never_a_key(name: str) -> None:
    sent = ANSWERS[name]
    assert read(sent) == []
    assert read(b"a" + sent + b"b") == ["a", "b"]
    assert read(*(bytes((one,)) for one in sent)) == []


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("pause", [0.08, 0.15, 0.4, 0.9])
def test_an_answer_that_comes_in_two_is_at_most_an_escape(name: str, pause: float) -> None:
    """Whatever comes after the ESC within the second is its rest, so no letter of it is ever a key."""
    sent = ANSWERS[name]
    for at in range(1, min(len(sent), 40)):
        heard = read(sent[:at], pause, sent[at:])
        assert heard in ([], ["escape"]), (at, heard)


def test_a_lone_escape_waits_no_longer_than_it_must() -> None:
    assert read(b"\x1b", 0.15, b"a") == ["escape", "a"]
    assert read(b"\x1b", 0.05, b"a") == ["escape", "a"]
    assert read(b"\x1b\x1b", 0.15) == ["escape", "escape"]
    assert read(b"\x1b\x1b[A") == ["escape", "up"]
    assert read(b"\x1b7") == ["alt+7"]


def test_only_a_terminal_that_sends_escape_otherwise_makes_a_lone_one_wait() -> None:
    """What tmux sends for ctrl+enter, and what kitty answers, say nothing of the Esc key."""
    for sent in (b"\x1b[13;5u", b"\x1b[?0u", b"\x1b[u"):
        assert read(sent, 0.5, b"\x1b", 0.3, b"[")[-1] == "escape"
        assert read(sent, 0.5, b"\x1b", 0.3, b"[A")[-1:] != ["up"]
    assert read(b"\x1b[27u", 0.5, b"\x1b", 0.3, b"[A") == ["escape", "up"]


@pytest.mark.parametrize(("asked", "seconds"), [("50", 0.05), ("0", 0.0), ("", 0.1), ("9" * 5000, 0.1), ("²", 0.1)])
def test_how_long_escape_waits_can_be_asked(asked: str, seconds: float) -> None:
    assert escape_seconds({"ESCDELAY": asked}) == seconds


def test_half_a_mouse_report_takes_one_key() -> None:
    assert read(b"\x1b[<", 3.0, b"h", 0.5, b"allo") == [*"allo"]
    assert read(b"\x1b[<0;", 3.0, b"h", 0.5, b"allo") == [*"allo"]


def test_what_is_typed_after_escape_is_not_its_rest() -> None:
    """In the workshop Esc empties the line, and one types on."""
    assert read(b"\x1b", 0.3, b"O", 0.2, b"o", 0.2, b"k") == ["escape", "O", "o", "k"]
    assert read(b"\x1b", 0.3, b"P", 0.1, b"r", 0.1, b"a") == ["escape", "P", "r", "a"]


def test_words_after_escape_are_kept_also_when_they_come_at_once() -> None:
    """After a stall of the line several letters come in one piece."""
    assert read(b"\x1b", 0.3, b"Overleg") == ["escape", *"Overleg"]
    assert read(b"\x1b", 0.3, b"O\r") == ["escape", "O", "enter"]
    assert read(b"\x1b", 0.5, b"Plan; doel") == ["escape", *"Plan", "semicolon", "space", *"doel"]
    assert read(b"\x1b", 0.08, b"P", 0.1, b"l", 0.1, b"a") == ["escape", "P", "l", "a"]
    assert read(b"\x1b[13;5u", 0.5, b"\x1b", 0.6, b"O", 0.2, b"v") == ["ctrl+enter", "escape", "O", "v"]


def test_what_waited_to_be_read_is_not_late() -> None:
    """The thread was held up: no pause was seen between the two pieces, however long it took."""
    reader = TerminalReader(0.1)
    heard = [*reader.feed(b"\x1b", 0.0), *reader.feed(b"[A", 0.3)]
    heard += [*reader.feed(b"\xe2\x80", 1.0), *reader.feed(b"\x9d", 1.4), *reader.tick(1.5)]
    assert said(heard) == ["up", "right_double_quotation_mark"]


def test_word_wise_arrows_of_a_mac() -> None:
    assert read(b"\x1bb") == ["ctrl+left"]
    assert read(b"\x1bf") == ["ctrl+right"]
    assert read(b"\x1b\t") == ["shift+tab"]


def test_the_rest_of_a_paste_that_stalled_is_no_key() -> None:
    rest = b"en dan nog dit stuk tekst"
    for begins in ([], [MARKS_PASTES]):
        heard = read(*begins, b"\x1b[200~abc", 2.5, rest + b"\x1b[201~", 0.2, b"ver")
        assert heard == ["paste abc", f"paste {rest.decode()}", *"ver"]


def test_a_bracket_after_escape_never_acts() -> None:
    """It is the rest of an arrow that a slow line cut in three; alone it does nothing, and the next key does."""
    assert read(b"\x1b", 0.3, b"[", 0.3, b"B") == ["escape"]
    assert read(b"\x1b", 0.3, b"[", 0.3, b"1;2", 0.3, b"C") == ["escape"]
    assert read(b"\x1b", 0.3, b"[", 1.1, b"]") == ["escape", "right_square_bracket"]
    assert read(b"\x1b", 1.1, b"[", 0.3, b"]") == ["escape", "left_square_bracket", "right_square_bracket"]


def test_a_byte_that_is_no_utf_8_is_one_sign_and_said_once() -> None:
    assert read(b"caf\xe9") == ["c", "a", "f", "not utf-8", "paste \ufffd"]
    assert read(b"\xe9", 1.0, b"\x80x") == ["not utf-8", "paste \ufffd", "paste \ufffd", "x"]
    assert read(b"\xc3", 0.05, b"\xa9") == ["é"]
    assert read(b"\xe2", 0.9, b"\x82", 0.9, b"\xac") == read("€".encode()), "a line that stalls within a character"
    reader = TerminalReader(LOCAL)
    assert said([*reader.feed(b"\xe9", 0.0), *reader.tick(1.0)]) == ["not utf-8", "paste \ufffd"]
    assert said([*reader.feed(b"\xe9", 2.0), *reader.tick(2.1)]) == ["paste \ufffd"], "known by now, so no long wait"
    assert read(b"a\x1b\xe9", 1.0, b"\x1b\xe9") == ["a", "not utf-8"]
    assert read(b"\xc3", 0.5, b"a") == ["not utf-8", "paste \ufffd", "a"]


def keys_of(text: str) -> list[str]:
    """What is heard of a text that is typed."""
    return [heard for character in text for heard in read(character.encode())]


def test_a_paste_without_marks_is_known_by_its_speed_and_its_lines() -> None:
    line = b"Excursie op 1 maart, groep 3-4\r"
    assert read(line * 3) == ["paste " + "Excursie op 1 maart, groep 3-4\r" * 3]
    assert read(line[:15], 0.005, line[15:] + line) == ["paste " + "Excursie op 1 maart, groep 3-4\r" * 2]
    assert read(b"Excursie op 1 maart, groep 3-4, en terug") == [*keys_of("Excursie op 1 maart, groep 3-4, en terug")]
    assert read(b"Excursie op 1 maart, groep 3-4, en terug.") == ["paste Excursie op 1 maart, groep 3-4, en terug."]
    assert read(b"rg" * 300) == ["r", "g"] * 300
    assert read(b"jjjj\r") == ["j", "j", "j", "j", "enter"]
    assert read(*(piece for key in b"Excursie op 1 maart" for piece in (bytes((key,)), 0.03))) == [
        *"Excursie",
        "space",
        *"op",
        "space",
        "1",
        "space",
        *"maart",
    ]


def test_lines_and_cells_that_are_pasted_without_marks_are_no_keys_however_short() -> None:
    assert read(b"Jan\rPiet\rKlaas\rAnja\r") == ["paste Jan\rPiet\rKlaas\rAnja\r"]
    assert read(b"V\tE\tR\tI\tV\tE\r\n" * 2) == ["paste " + "V\tE\tR\tI\tV\tE\r\n" * 2]
    assert read(b"a", 0.2, b"\r", 0.2, b"x\t") == ["a", "enter", "x", "tab"]
    assert read(b"Piet" * 20_000) == ["too long 80000"]
    assert read(b"-" * 70_000) == ["minus"] * 70_000


def test_a_terminal_that_marks_pastes_may_send_some_without() -> None:
    """Within screen and tmux their own paste has no marks, that of the terminal has."""
    assert read(b"\x1b[200~x\x1b[201~", 1.0, b"regio\rgork\r") == ["paste x", "paste regio\rgork\r"]


MARKS_PASTES = b"\x1b[?2004;1$y"


def test_a_terminal_that_says_that_it_marks_pastes_sends_keys_also_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for within in ("TMUX", "STY"):
        monkeypatch.delenv(within, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert read(MARKS_PASTES, b"verivervieri") == [*"verivervieri"]
    assert read(MARKS_PASTES, b"\x1b[200~verivervieri\x1b[201~") == ["paste verivervieri"]
    assert read(MARKS_PASTES, b"veri\rvervieri") == [*"veri", "enter", *"vervieri"]
    assert read(b"\x1b[?2004;0$y", b"veri\rvervieri") == ["paste veri\rvervieri"]
    monkeypatch.setenv("TERM", "screen-256color")
    assert read(MARKS_PASTES, b"veri\rvervieri") == ["paste veri\rvervieri"]


def test_what_a_hand_can_have_pressed_while_nothing_was_read_are_keys() -> None:
    """A program that was held up finds it all at once: twenty keys a second at most."""
    for seconds, sent, expected in (
        (1.0, b"ververver\rix", [*"ververver", "enter", *"ix"]),
        (0.15, b"ververver\rix", ["paste ververver\rix"]),
        (1.0, b"De vier vestigingen\roverleggen", ["paste De vier vestigingen\roverleggen"]),
    ):
        reader = TerminalReader(LOCAL)
        assert said([*reader.feed(sent, 5.0, seconds), *reader.tick(6.0)]) == expected


def test_what_is_left_of_a_paste_is_no_key() -> None:
    assert read(b"Kompas\rLyceum\r", 0.2, b"Jan\r") == ["paste Kompas\rLyceum\r", "paste Jan\r"]
    assert read(b"Kompas\rJan\r", 0.2, b"\r", 0.2, b"v") == ["paste Kompas\rJan\r", "enter", "v"]
    assert read(b"Kompas\rJan\r", 0.7, b"vr") == ["paste Kompas\rJan\r", "v", "r"]


def test_few_keys_at_once_are_keys() -> None:
    """What a line gathers of a fast typist, of a key that is held down, and of keys that are no text."""
    assert read(b"vri") == ["v", "r", "i"]
    assert read(b"jjjjjjj") == ["j"] * 7
    assert read(b"jjjjjj\r") == [*["j"] * 6, "enter"]
    assert read(b"\t\t\t\t\t\t") == ["tab"] * 6
    assert read(b"+-+-<>") == ["plus", "minus", "plus", "minus", "less_than_sign", "greater_than_sign"]
    assert read(b"verb\x7f\x7fei\x13") == [*"verb", "backspace", "backspace", *"ei", "ctrl+s"]
    assert read(b"a\x1b[Bbcd\x1b[Befg") == ["a", "down", *"bcd", "down", *"efg"]


def test_a_paste_is_measured_before_it_is_taken() -> None:
    assert read(b"\x1b[200~" + b"x" * 60_000 + b"\x1b[201~") == ["paste " + "x" * 60_000]
    assert read(b"\x1b[200~" + b"x" * 60_001 + b"\x1b[201~z") == ["too long 60001", "z"]
    assert read(b"\x1b[200~half", 3.0, b"q") == ["paste half", "q"]
    assert read(b"\x1b[200~een\x1b[20", 0.5, b"1~q") == ["paste een", "q"]


def test_a_string_without_an_end_leaves_the_keys_alone() -> None:
    assert read(b"\x1b]11;rgb", 3.0, b"a") == ["a"]
    assert read(b"\x1b]11;rgb\x11") == ["ctrl+q"]
    assert read(b"\x1b[?62\r") == ["enter"]
