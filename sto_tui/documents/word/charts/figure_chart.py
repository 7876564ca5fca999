"""The chart of a figure of the regiovisie."""

from collections.abc import Sequence

from sto_tui.documents.word.charts.block import Chart
from sto_tui.documents.word.charts.columns import columns
from sto_tui.documents.word.charts.lines import lines
from sto_tui.documents.word.charts.plot import alternative, plot_of
from sto_tui.documents.word.charts.workbook import DataSheet
from sto_tui.domain.vision import Indicator
from sto_tui.planning.figures.values import Target


def chart_of(indicator: Indicator, targets: Sequence[Target], caption: str) -> Chart | None:
    """The chart of a figure under its caption; None without values."""
    plot = plot_of(indicator, targets)
    if plot is None:
        return None
    sheet = DataSheet(plot.years)
    drawn = columns(plot, sheet) if plot.alone else lines(plot, sheet)
    return Chart.of(caption, drawn, indicator.title, alternative(plot), sheet.workbook())
