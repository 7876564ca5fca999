"""The template of a house style: read as a file, and kept for the next paper of the same dossier."""

from dataclasses import dataclass
from pathlib import Path

from sto_tui import settings
from sto_tui.domain.change import NotSavedError
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.paths import file_to_read

NONE = "geen"
"""What is typed instead of a template for the look of sto-tui itself."""
LARGEST_TEMPLATE = 50 * 1024 * 1024
_WORD = ".docx"


@dataclass(frozen=True)
class ChosenTemplate:
    """The bytes of a template and its name, none for our own look; `told` is a Dutch line about the choice."""

    data: bytes | None = None
    name: str = ""
    path: Path | None = None
    told: str = ""


def typed_template(typed: str, dossier: Path) -> ChosenTemplate:
    """The template that was typed, or none. Raises DossierError when it cannot be read."""
    earlier = settings.template_of(dossier)
    if typed == NONE:
        return ChosenTemplate(told=f"Voortaan zonder de huisstijl van {earlier.name}." if earlier else "")
    path = file_to_read(typed, _WORD)
    same = earlier is not None and earlier == path.absolute()
    told = f"De huisstijl van {path.name} geldt voortaan voor dit dossier; --sjabloon {NONE} zet dat uit."
    return ChosenTemplate(_bytes_of(path), path.name, path, "" if same else told)


def usable_template(typed: str, dossier: Path) -> ChosenTemplate:
    """The template that was typed, or none. Raises NotSavedError when it cannot be read or is no house style."""
    from sto_tui.documents.word.house_style import house_style

    house = typed_template(typed, dossier)
    if house.data is not None:
        house_style(house.data, house.name)
    return house


def earlier_template(dossier: Path) -> ChosenTemplate:
    """The template of the last time; none, and why, when it can no longer be used."""
    path = settings.template_of(dossier)
    if path is None:
        return ChosenTemplate()
    from sto_tui.documents.word.house_style import house_style

    try:
        data = _bytes_of(path)
        house_style(data, path.name)
    except NotSavedError as error:
        return ChosenTemplate(path=path, told=f"{error} De opmaak van sto-tui is gebruikt.")
    told = f"In de huisstijl van {path.name}, zoals de vorige keer; sto concept met --sjabloon {NONE} zet dat uit."
    return ChosenTemplate(data, path.name, path, told)


def _bytes_of(path: Path) -> bytes:
    if not path.exists():
        raise DossierError(f"Het sjabloon {path.absolute()} bestaat niet. Controleer de naam en de map.")
    try:
        if path.stat().st_size > LARGEST_TEMPLATE:
            raise DossierError(f"Het sjabloon {path} is groter dan 50 MB. Kies een ander .docx-bestand.")
        return path.read_bytes()
    except OSError as error:
        raise DossierError(f"Het sjabloon {path} kan niet gelezen worden. Kies een ander .docx-bestand.") from error
