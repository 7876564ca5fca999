"""The XML of a planning program, read without entities, document types or the network, and never too much of it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from sto_tui.domain.record import YEAR_LIMITS
from sto_tui.intake.sheets.table_reader import IntakeError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LARGEST_XML = 25 * 1024 * 1024
# A plan of twenty thousand tasks with all that belongs to them.
MOST_ELEMENTS = 2_000_000
_NOT_READ = "is geen leesbaar planningbestand: het is beschadigd of vreemd opgebouwd. Bewaar het opnieuw."
_TOO_MUCH = "is te groot: er staat te veel in."
_WHOLE = re.compile(r"-?[0-9]{1,11}")


def xml_root(data: bytes, name: str) -> "Element":
    """The first element of a file. Raises IntakeError with a Dutch sentence."""
    # Costs 20 ms, and only who takes in such a file needs it.
    from lxml import etree

    if len(data) > LARGEST_XML:
        raise IntakeError(f"{name} is groter dan {LARGEST_XML // 1024 // 1024} MB en is niet gelezen.")
    # Counted before they take memory: each element has one sign that opens it, and mostly one that closes it.
    if data.count(b"<") > 2 * MOST_ELEMENTS:
        raise IntakeError(f"{name} {_TOO_MUCH}")
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise IntakeError(f"{name} {_NOT_READ}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise IntakeError(f"{name} {_NOT_READ}")
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise IntakeError(f"{name} {_TOO_MUCH}")
    return root


def local_name(element: "Element") -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: "Element", name: str) -> "Iterator[Element]":
    """The elements right below with this name, in any namespace."""
    return (child for child in element if isinstance(child.tag, str) and local_name(child) == name)


def child(element: "Element", name: str) -> "Element | None":
    """The first element right below with this name."""
    return next(children(element, name), None)


def text_below(element: "Element", name: str) -> str:
    """The text of the first element right below with this name; empty without one."""
    below = child(element, name)
    return (below.text or "").strip() if below is not None else ""


def texts_below(element: "Element") -> dict[str, str]:
    """The texts of all elements right below by their names, of equals the first."""
    texts: dict[str, str] = {}
    for below in element:
        if isinstance(below.tag, str):
            texts.setdefault(local_name(below), (below.text or "").strip())
    return texts


def day_in(text: str) -> date | None:
    """The day of `2027-01-04T08:00:00` or `2027-01-04`; None for anything else, and for a year of no plan."""
    try:
        return of_a_plan(date.fromisoformat(text[:10]))
    except ValueError:
        return None


def of_a_plan(day: date) -> date | None:
    """The day, unless its year is none that a plan has: programs write such ones for a day that they do not know."""
    first, last = YEAR_LIMITS
    return day if first <= day.year <= last else None


def whole_number(text: str, default: int = 0) -> int:
    """A number as a program writes it; `default` for anything else."""
    digits = text.strip()
    return int(digits) if _WHOLE.fullmatch(digits) else default
