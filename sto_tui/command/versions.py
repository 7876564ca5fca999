"""What sto-tui runs on: its own version, Python, and of every package that it needs the version and the licence."""

import platform
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from sto_tui import __version__

PROJECT = "sto-tui"
NOT_TOLD = "niet vermeld"
_NEEDED = re.compile(r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[(?P<extras>[^\]]*)\])?")
_FOR_AN_EXTRA = re.compile(r""";.*\bextra\s*==\s*["'](?P<extra>[^"']+)["']""")
_CLASSIFIER = "License :: OSI Approved :: "
_LONGEST_NAME_OF_A_LICENCE = 60


@dataclass(frozen=True)
class NeededPackage:
    """A package that sto-tui needs, directly or through another one."""

    name: str
    version: str
    licence: str


def lines_of_versions() -> list[str]:
    """A line for sto-tui, one for Python and the system, and one for each package."""
    lines = [
        f"sto-tui {__version__} (EUPL-1.2)",
        f"Python {platform.python_version()} op {platform.system()} {platform.machine()}",
    ]
    parts = needed_parts()
    width = max((len(f"{part.name} {part.version}") for part in parts), default=0)
    return lines + [f"{f'{part.name} {part.version}':<{width}}  {part.licence}" for part in parts]


def needed_parts(project: str = PROJECT) -> list[NeededPackage]:
    """The packages that are installed because a project needs them, by name; none when it is not installed."""
    packages = {_normal(one.name): one for one in _needed_by(project, frozenset(), set())}
    return [NeededPackage(one.name, one.version, licence_of(one)) for _, one in sorted(packages.items())]


def licence_of(package: Distribution) -> str:
    """The licence as the package tells it: as an expression, else as a short name, else from its classifiers.

    Source: Core metadata specifications of Python, License-Expression before License and Classifier.
    """
    told = package.metadata
    if "License-Expression" in told:
        return told["License-Expression"]
    name = told["License"].strip() if "License" in told else ""
    if name and "\n" not in name and len(name) <= _LONGEST_NAME_OF_A_LICENCE:
        return name
    listed = [line.removeprefix(_CLASSIFIER) for line in told.get_all("Classifier", []) if line.startswith(_CLASSIFIER)]
    return ", ".join(listed) or NOT_TOLD


def _needed_by(project: str, extras: frozenset[str], seen: set[tuple[str, frozenset[str]]]) -> Iterator[Distribution]:
    """What it needs here, also for the extras that are asked of it; what belongs to another system is not installed."""
    if (_normal(project), extras) in seen:
        return
    seen.add((_normal(project), extras))
    try:
        required = distribution(project).requires or []
    except PackageNotFoundError:
        return
    for line in required:
        needed = _NEEDED.match(line)
        extra = _FOR_AN_EXTRA.search(line)
        if needed is None or (extra and extra["extra"] not in extras):
            continue
        with suppress(PackageNotFoundError):
            yield distribution(needed["name"])
            asked = frozenset(word.strip() for word in (needed["extras"] or "").split(",") if word.strip())
            yield from _needed_by(needed["name"], asked, seen)


def _normal(name: str) -> str:
    """The one way to write a name of a package. Source: Python's specification of names, Name normalization."""
    return re.sub(r"[-_.]+", "-", name).lower()
