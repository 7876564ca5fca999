"""The scholingsplan as a paper of its own: per year who learns what, when, for what, and in how many days."""

from datetime import date

from sto_tui.documents.word import Draft, DraftOptions
from sto_tui.documents.word.assembly import Labels, opened, packed
from sto_tui.documents.word.sheet_opening import sheet_heading, write_opening
from sto_tui.documents.word.styles import LABEL_TINT
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import run
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital, count, number, short_date, small
from sto_tui.domain.learning import Training
from sto_tui.domain.level_words import level_words
from sto_tui.domain.record import Ref
from sto_tui.domain.region_words import programme_of, region_in_words
from sto_tui.planning.training_days import TrainingYear, days_in_words, training_years

_WIDTHS = (4.0, 4.6, 2.2, 3.6, 1.6)


def build(dossier: Dossier, options: DraftOptions) -> Draft:
    """The document; the same dossier and options give the same bytes. Raises TemplateError."""
    base = opened(options)
    writer = Writer(base.ids, dossier, options.date, part=options.part, page=base.page)
    write_opening(writer, "Scholingsplan")
    years = list(training_years(dossier))
    if years:
        trainings = tuple(training for year in years for training in year.trainings)
        many = count(len(trainings), "scholing", "scholingen")
        writer.text(f"{capital(many)}, samen {days_in_words(trainings)}. Dagen zijn die van alle deelnemers samen.")
    else:
        writer.text("Er staat nog geen scholing in dit plan. Vul die in bij 4 Plan, lijst Scholing.")
    for year in years:
        _year(writer, year)
    region = programme_of(dossier.region)
    labels = Labels(
        f"Scholingsplan {region_in_words(dossier.region)}", region, "scholingsplan", "scholing", cover=False
    )
    return Draft(packed(base, writer.blocks, writer, options, labels), (), base.notices)


def _year(writer: Writer, year: TrainingYear) -> None:
    """A year with its trainings by day, and their days added up."""
    name = str(year.year) if year.year else "Nog zonder datum"
    sheet_heading(writer, name)
    word = capital(level_words(writer.dossier.region).speerpunt.singular)
    ordered = sorted(year.trainings, key=lambda training: training.date or date.max)
    rows = [_row(writer, training) for training in ordered]
    silent = sum(training.days is None for training in ordered)
    note = f"{count(silent, 'regel', 'regels')} zonder dagen" if silent else ""
    total = "–" if silent == len(ordered) else number(sum(training.days or 0 for training in ordered))
    texts = [writer.cell_text(run(text, bold=True)) for text in ("Samen", "", "", note)]
    rows.append([*texts, writer.cell_text(run(total, bold=True), "STOTabelgetal")])
    head = ("Wie", "Wat", "Uiterlijk", word, "Dagen")
    shades = {(len(ordered), column): LABEL_TINT for column in range(len(head))}
    description = "Wie leert wat, uiterlijk wanneer, waarvoor en in hoeveel dagen."
    writer.table(
        _WIDTHS, head, rows, f"Scholing {small(name)}", description, numbers_from=4, caption=False, shades=shades
    )


def _row(writer: Writer, training: Training) -> list[str]:
    speerpunt = writer.dossier.caption(Ref("speerpunten", training.speerpunt)) if training.speerpunt else "–"
    texts = (training.who, training.what, short_date(training.date) if training.date else "–", speerpunt)
    days = "–" if training.days is None else number(training.days)
    return [*(writer.cell_text(run(text)) for text in texts), writer.cell_text(run(days), "STOTabelgetal")]
