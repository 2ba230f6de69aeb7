"""Words and pictograms of the week grid, the same in the editor and on every paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from desktop.models.pipinhoud import Bezigheid, Dagdeel
from desktop.taal import _, meervoud

DAGEN = (1, 2, 3, 4, 5)
"""Monday to Friday."""

PICTOGRAM: Mapping[Bezigheid, str] = {
    Bezigheid.TAALLES: "taal-leren",
    Bezigheid.WERK: "werk",
    Bezigheid.VRIJWILLIGERSWERK: "vrijwilligerswerk",
    Bezigheid.STAGE: "stage",
    Bezigheid.ZORG: "domein-kinderen",
    Bezigheid.REIZEN: "bus",
}
"""Names in `resources/icons/pictogrammen.toml`."""


def cel(dag: int, dagdeel: Dagdeel) -> str:
    """The key of one cell: `1-ochtend` is Monday morning."""
    return f"{dag}-{dagdeel.value}"


def bezigheid_woord(bezigheid: Bezigheid) -> str:
    """The word in a cell."""
    return {
        Bezigheid.TAALLES: _("Taalles"),
        Bezigheid.WERK: _("Werk"),
        Bezigheid.VRIJWILLIGERSWERK: _("Vrijwilligerswerk"),
        Bezigheid.STAGE: _("Stage"),
        Bezigheid.ZORG: _("Zorg"),
        Bezigheid.REIZEN: _("Reizen"),
    }[bezigheid]


def dagdeel_woord(dagdeel: Dagdeel) -> str:
    """The heading of a row."""
    return {
        Dagdeel.OCHTEND: _("Ochtend"),
        Dagdeel.MIDDAG: _("Middag"),
        Dagdeel.AVOND: _("Avond"),
    }[dagdeel]


def dag_woord(dag: int) -> str:
    """The heading of a column; 1 is Monday."""
    return (_("Maandag"), _("Dinsdag"), _("Woensdag"), _("Donderdag"), _("Vrijdag"))[dag - 1]


def tel(week: Mapping[str, Bezigheid]) -> dict[Bezigheid, int]:
    """How many parts of a day for each kind that is there, in the order of the kinds."""
    aantal = Counter(week.values())
    return {soort: aantal[soort] for soort in Bezigheid if aantal[soort]}


def tellingzin(week: Mapping[str, Bezigheid]) -> str:
    """The totals in one line: `3 dagdelen taalles, 2 dagdelen werk`."""
    delen = [
        _("{dagdelen} {bezigheid}").format(
            dagdelen=meervoud("{aantal} dagdeel", "{aantal} dagdelen", n),
            bezigheid=bezigheid_woord(soort).lower(),
        )
        for soort, n in tel(week).items()
    ]
    return ", ".join(delen) if delen else _("Er staat nog niets in de week.")
