"""By which a field is known in which people type a text, before any of them is loaded."""


class TypedIn:
    """A field of one line or several: the large one, and all that it takes to wrap and undo, waits for a form."""
