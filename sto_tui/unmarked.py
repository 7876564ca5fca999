"""Text of which only its speed tells that it was pasted: the terminal reads it so, and a field takes it so."""

from textual.events import Paste


class UnmarkedPaste(Paste):
    """What came too fast to be typed, from a terminal that does not mark what is pasted.

    It may be a piece, cut off between two words, and it may have been typed after all: no blank of it is left out.
    """


# A field handles it as what it is, something pasted.
UnmarkedPaste.handler_name = Paste.handler_name
