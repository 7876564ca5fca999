"""Figures: where they come from, and of when they are."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.record import Ref
from sto_tui.domain.vision import Indicator
from sto_tui.places import Place
from sto_tui.planning.checks.empty_field import without
from sto_tui.planning.checks.finding import Level, rule


@rule(Level.WAARSCHUWING, Place.REGIOVISIE)
def figure_without_source(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A figure that nobody can check, because it does not say where it comes from.

    Source: Tips en tools, paragraaf 3.
    """
    return without(
        dossier.of(Indicator).values(),
        "source",
        lambda one: f"Het cijfer ‘{_short(one)}’ heeft geen bron. Vul in waar de waarden vandaan komen.",
    )


@rule(Level.TIP, Place.REGIOVISIE)
def figure_without_reference_date(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A figure that does not say on which day was counted; DUO counts on 1 October.

    Source: DUO open onderwijsdata, peildatum 1 oktober.
    """
    return without(
        dossier.of(Indicator).values(),
        "reference_date",
        lambda one: f"Het cijfer ‘{_short(one)}’ heeft geen peildatum. Vul in op welke dag is geteld.",
    )


@rule(Level.WAARSCHUWING, Place.REGIOVISIE)
def figure_with_two_values(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A series with two values for one year: only the last is drawn and added up.

    Source: opbouw van het dossier, een reeks heeft één waarde per jaar.
    """
    for indicator in dossier.of(Indicator).values():
        counted = Counter((point.label, point.year) for point in indicator.series)
        for (label, year), many in counted.items():
            if many > 1:
                name = f" van {label}" if label else ""
                yield (
                    ref_of(indicator, "series"),
                    f"Het cijfer ‘{_short(indicator)}’ heeft {many} waarden{name} in {year}; de laatste telt. "
                    "Houd er één over.",
                )


def _short(indicator: Indicator) -> str:
    title = indicator.title
    return title if len(title) <= 60 else f"{title[:59].rstrip()}…"
