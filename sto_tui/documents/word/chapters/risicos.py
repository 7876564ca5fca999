"""Risks and what is done about them."""

from collections.abc import Sequence

from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.label_rows import LabelRow
from sto_tui.documents.word.styles import HEAD_TINT, MID_TINT
from sto_tui.documents.word.writer import Writer
from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.domain.dutch import count
from sto_tui.domain.plan import Chapter, Risk, Size
from sto_tui.domain.record import Ref

_SHADES = {Size.KLEIN: "", Size.MIDDEL: HEAD_TINT, Size.GROOT: MID_TINT}


def write(dossier: Dossier, writer: Writer) -> None:
    """One table; what is large is bold and darker."""
    writer.lead(_about(dossier))
    opening(dossier, writer, Chapter.RISICOS)
    if not writer.ask(list_of("risks")):
        _table(dossier, writer)
    headed(dossier, writer, Chapter.RISICOS)


def _about(dossier: Dossier) -> str:
    if not dossier.of(Risk):
        return "De regio heeft nog geen risico’s benoemd."
    risks = count(len(dossier.of(Risk)), "risico", "risico’s")
    measured = sum(bool(risk.measure.strip()) for risk in dossier.of(Risk).values())
    if measured == len(dossier.of(Risk)):
        return f"De regio ziet {risks}, met kans, impact en maatregel."
    if not measured:
        return f"De regio ziet {risks}, met kans en impact. Maatregelen ontbreken nog."
    verb = "heeft" if measured == 1 else "hebben"
    return f"De regio ziet {risks}, met kans en impact. Daarvan {verb} er {measured} een maatregel."


def _table(dossier: Dossier, writer: Writer) -> None:
    head = ("Nr", "Risico", "Kans", "Impact", "Maatregel")
    shades: dict[tuple[int, int], str] = {}
    rows: list[Sequence[str] | LabelRow] = []
    for index, risk in enumerate(dossier.of(Risk).values()):
        place = Ref("risks", risk.id)
        shades |= {(index, 2): _SHADES[risk.probability], (index, 3): _SHADES[risk.impact]}
        chance, impact = risk.probability, risk.impact
        rows.append(
            (
                writer.number(str(index + 1), place),
                writer.in_column(place.at("text"), risk.text, head[1], "STOTabellabel"),
                writer.in_column(place.at("probability"), chance.label, head[2], bold=chance is Size.GROOT),
                writer.in_column(place.at("impact"), impact.label, head[3], bold=impact is Size.GROOT),
                writer.in_column(place.at("measure"), risk.measure, head[4]),
            )
        )
        rows += [writer.labelled("Toelichting", place.at("note"), risk.note)] if risk.note else []
        rows += [writer.labelled("Eigenaar", place.at("owner"), risk.owner)] if risk.owner else []
    writer.table((0.9, 5.2, 1.6, 1.7, 6.6), head, rows, "Risico’s en maatregelen", "", shades=shades)
    writer.source("Kans en impact: klein, middel of groot; groot is vet en donkerder.")
