"""What people call a colour of a sheet."""

from sto_tui.intake.tables.sheet_looks import Fill

_CHANNELS = (
    ("rood", (0xE0, 0x20, 0x20)), ("oranje", (0xF0, 0xA0, 0x20)), ("geel", (0xFF, 0xE0, 0x40)),
    ("groen", (0x20, 0xB0, 0x50)), ("lichtgroen", (0xA0, 0xE0, 0xA0)), ("blauw", (0x30, 0x60, 0xC0)),
    ("lichtblauw", (0x80, 0xC0, 0xF0)), ("paars", (0x80, 0x30, 0xA0)), ("roze", (0xF8, 0xA0, 0xC0)),
    ("bruin", (0x80, 0x50, 0x20)),
)  # fmt: skip
# Channels that lie no further apart make a grey.
_GREY_APART, _NEARLY_BLACK, _LIGHT_GREY, _NEARLY_WHITE = 12, 0x30, 0xA0, 0xFA
_DARKER = -0.3


def colour_name(fill: Fill) -> str:
    """A word for a colour, and its code: the nearest of a dozen."""
    kind, _, value = fill.partition(":")
    if kind == "theme":
        theme, _, tint = value.partition(":")
        if theme == "0":
            # The white of the theme, made darker.
            return "lichtgrijs" if float(tint or 0) > _DARKER else "grijs"
        return f"themakleur {theme}" + (f" (tint {float(tint):.1f})".replace(".", ",") if float(tint or 0) else "")
    if kind != "rgb":
        return f"kleur {value}"
    channels = tuple(int(value[-6:][at : at + 2], 16) for at in (0, 2, 4))
    if max(channels) - min(channels) <= _GREY_APART:
        grey = "wit" if min(channels) > _NEARLY_WHITE else "lichtgrijs" if min(channels) >= _LIGHT_GREY else "grijs"
        return f"{grey if min(channels) > _NEARLY_BLACK else 'zwart'} (#{value[-6:].upper()})"
    nearest = min(_CHANNELS, key=lambda named: sum((a - b) ** 2 for a, b in zip(named[1], channels, strict=True)))
    return f"{nearest[0]} (#{value[-6:].upper()})"
