"""The notice of third parties: of every package in a folder its version, where it is from, and its licence in full.

`python -m release.third_party FOLDER` writes THIRD-PARTY.txt into the folder.
"""

import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

from sto_tui.command.versions import NOT_TOLD, PROJECT, licence_of

NOTICE = "THIRD-PARTY.txt"
_LICENCE_FILES = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS")
_RULE = "=" * 78


def notice(folder: Path) -> str:
    """The text. Raises ValueError when a package tells no licence: that has to be looked up before it is handed out."""
    packages = sorted(distributions(path=[str(folder)]), key=lambda one: one.name.casefold())
    others = [one for one in packages if one.name != PROJECT]
    if untold := [one.name for one in others if licence_of(one) == NOT_TOLD]:
        raise ValueError(f"no licence is told by: {', '.join(untold)}")
    head = f"{PROJECT} is licensed under EUPL-1.2. It comes with these packages, each under a licence of its own."
    return "\n".join(
        [head, "", *(f"{one.name} {one.version}: {licence_of(one)}" for one in others), "", *_texts(others)]
    )


def _texts(packages: list[Distribution]) -> Iterator[str]:
    for package in packages:
        yield from (_RULE, f"{package.name} {package.version}", _home(package), _RULE)
        for file in sorted(package.files or [], key=str):
            is_metadata = file.parent.parts[:1] and file.parent.parts[0].endswith(".dist-info")
            if is_metadata and file.name.upper().startswith(_LICENCE_FILES) and file.suffix != ".py":
                yield file.read_text(encoding="utf-8")


def _home(package: Distribution) -> str:
    """Its home as it tells it itself; else its page in the registry of Python."""
    told = (line.partition(", ") for line in package.metadata.get_all("Project-URL", []))
    addresses = {label.casefold(): address for label, _, address in told}
    homes = (addresses[label] for label in ("homepage", "source", "repository", "source code") if label in addresses)
    return next(homes, f"https://pypi.org/project/{package.name}/")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    (target / NOTICE).write_text(notice(target), encoding="utf-8")
