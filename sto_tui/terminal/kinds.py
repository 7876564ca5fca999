"""What a terminal can do, by its name in TERM, and whether it stands elsewhere."""

from collections.abc import Mapping

MOUSE_VARIABLE = "STO_MUIS"
"""With 0 the mouse stays the terminal's own, with anything else it is ours, also over SSH."""
# One small font or none but ASCII, and none of the modes that came later.
PLAIN_TERMINALS = frozenset({"linux", "vt100", "vt102", "vt220", "ansi", "dumb"})
_WITHOUT_COLOUR = frozenset({"vt100", "vt102", "vt220"})


def is_plain(environment: Mapping[str, str]) -> bool:
    """Whether it has ASCII only, and no other screen, pastes that are marked, mouse or keys in another form."""
    return environment.get("TERM", "") in PLAIN_TERMINALS


def has_colour(environment: Mapping[str, str]) -> bool:
    """Whether it has colours at all."""
    return environment.get("TERM", "") not in _WITHOUT_COLOUR


def misreads_true_colours(environment: Mapping[str, str]) -> bool:
    """Whether it is GNU screen, which hands on that the terminal around it has them, and takes them for other codes."""
    return bool(environment.get("STY"))


def is_remote(environment: Mapping[str, str]) -> bool:
    """Whether it stands at the other end of an SSH line."""
    return bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))


def pastes_itself(environment: Mapping[str, str]) -> bool:
    """Whether it is screen or tmux, that can paste by themselves and then mark nothing."""
    within = environment.get("TMUX") or environment.get("STY")
    return bool(within) or environment.get("TERM", "").startswith(("screen", "tmux"))


def takes_mouse(environment: Mapping[str, str], *, asked: bool) -> bool:
    """Whether clicks come to us: over SSH only when asked, since a line that drops leaves the terminal full of them."""
    told = environment.get(MOUSE_VARIABLE, "")
    return asked or (told != "0" if told else not is_remote(environment))
