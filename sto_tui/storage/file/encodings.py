"""In which encoding a file was saved by another program; a dossier itself is UTF-8 without a mark."""

import codecs

from sto_tui.frozen import frozen


@frozen
class Encoding:
    """What Python calls it, and what people do."""

    codec: str
    label: str


UTF_8_WITH_MARK = Encoding("utf-8-sig", "UTF-8 met een merkteken vooraan")
UTF_16 = Encoding("utf-16", "UTF-16")
UTF_16_LITTLE = Encoding("utf-16-le", "UTF-16")
UTF_16_BIG = Encoding("utf-16-be", "UTF-16")
WINDOWS = Encoding("cp1252", "Windows-tekst (cp1252)")


def encoding_of(data: bytes) -> Encoding | None:
    """The other encoding that these bytes are in; None for UTF-8, and for what is no text at all."""
    if data.startswith(codecs.BOM_UTF8):
        return UTF_8_WITH_MARK
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return UTF_16
    if data[:1] == b"{" and data[1:2] == b"\x00":
        return UTF_16_LITTLE
    if data[:2] == b"\x00{":
        return UTF_16_BIG
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return WINDOWS if b"\x00" not in data and data.lstrip()[:1] == b"{" else None
    return None
