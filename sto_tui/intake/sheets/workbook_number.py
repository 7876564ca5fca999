"""A number that a workbook holds as a number, told apart from a text that somebody typed."""


class WorkbookNumber(str):
    """A number of a workbook as text, with a point: `1.234` is no thousand, as it may be where somebody typed it."""

    __slots__ = ()
