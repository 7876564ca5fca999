"""The elements behind what python-docx hands out: its private parts stand here, and nowhere else in the tests."""

from typing import Any


def element_of(thing: Any) -> Any:
    """The XML element of a table, a cell or a paragraph."""
    return thing._element
