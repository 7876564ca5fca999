"""Figures: where they come from, and of when they are."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.plan import Chapter
from sto_tui.domain.text import shortened
from sto_tui.domain.vision import Indicator
from sto_tui.places import Place
from sto_tui.planning.checks.empty_field import empty, filled, there, without
from sto_tui.planning.checks.finding import Found, Level, Points, check, check_each


@check(Level.ONTBREEKT, Place.REGIOVISIE, Chapter.REGIOVISIE, in_paper=True)
def no_figures(dossier: Dossier, today: date) -> Points:
    """A vision without figures.

    Source: Tips en tools, paragraaf 3.
    """
    about = "cijfers over leerlingen, instroom, doorstroom en arbeidsmarkt, met bron en peildatum"
    yield there(dossier, "indicators", about)


def figures(dossier: Dossier) -> Iterable[Indicator]:
    """All figures."""
    return dossier.of(Indicator).values()


@check_each(figures, Level.ONTBREEKT, Place.REGIOVISIE, Chapter.REGIOVISIE, in_paper=True)
def figure_without_values(dossier: Dossier, figure: Indicator) -> Points:
    """A figure that has a name, and no values.

    Source: Tips en tools, paragraaf 3.
    """
    yield filled(figure, "series", f"waarden bij ‘{figure.title}’")


@check_each(figures, Level.WAARSCHUWING, Place.REGIOVISIE, Chapter.REGIOVISIE, in_paper=True)
def figure_without_source(dossier: Dossier, figure: Indicator) -> Points:
    """A figure that nobody can check, because it does not say where it comes from.

    Source: Tips en tools, paragraaf 3.
    """
    yield empty(
        figure,
        "source",
        f"Het cijfer ‘{shortened(figure.title, 60)}’ heeft geen bron. Vul in waar de waarden vandaan komen.",
        f"bron bij ‘{figure.title}’",
    )


@check(Level.TIP, Place.REGIOVISIE, Chapter.REGIOVISIE)
def figure_without_reference_date(dossier: Dossier, today: date) -> Points:
    """A figure that does not say on which day was counted; DUO counts on 1 October.

    Source: DUO open onderwijsdata, peildatum 1 oktober.
    """
    return without(
        dossier.of(Indicator).values(),
        "reference_date",
        lambda indicator: (
            f"Het cijfer ‘{shortened(indicator.title, 60)}’ heeft geen peildatum. Vul in op welke dag is geteld."
        ),
    )


@check(Level.WAARSCHUWING, Place.REGIOVISIE, Chapter.REGIOVISIE)
def figure_with_two_values(dossier: Dossier, today: date) -> Points:
    """A series with two values for one year: only the last is drawn and added up.

    Source: opbouw van het dossier, een reeks heeft één waarde per jaar.
    """
    for indicator in dossier.of(Indicator).values():
        counted = Counter((point.label, point.year) for point in indicator.series)
        for (label, year), many in counted.items():
            if many > 1:
                name = f" van {label}" if label else ""
                yield Found(
                    ref_of(indicator, "series"),
                    f"Het cijfer ‘{shortened(indicator.title, 60)}’ heeft {many} waarden{name} in {year}; "
                    "de laatste telt. Houd er één over.",
                )
