"""A dossier that is ready for a plan, and a plan that is ready to be set: for several tests."""

from __future__ import annotations

from datetime import date

from desktop.catalogi import pipkader
from desktop.models.dossier import DoelgroepPeriode, Dossier, GedetailleerdeDoelgroep, Indeling
from desktop.models.pipinhoud import Bezigheid, Leerroute, Oordeel, Regel
from desktop.models.toetsuitslag import Herkomst, Resultaat, Uitslaggegevens
from desktop.models.wegingregels import ROUTES
from desktop.store import gemeentegegevens, pipvaststellen, toetsuitslagen, weging
from desktop.store import pip as plannen
from desktop.store.store import Store

REDEN = "Ze leert snel en wil graag werken."
BR, OR, ZR = ROUTES


def asiel(store: Store, dossier_id: str) -> None:
    """The doelgroep is known, and a benefit is not."""
    with store.work() as work:
        work.get(Dossier, dossier_id).adres = "Kerkstraat 1"
        work.voeg_toe(
            DoelgroepPeriode(
                dossier_id=dossier_id,
                vanaf=date(2026, 1, 1),
                indeling=Indeling.ASIELSTATUSHOUDER,
                gedetailleerd=GedetailleerdeDoelgroep.ASIELSTATUSHOUDER,
            )
        )


def toets(store: Store, dossier_id: str, resultaat: Resultaat = Resultaat.HAALBAAR) -> None:
    """DUO registered a result."""
    score = "31,00" if resultaat is Resultaat.HAALBAAR else "12,00"
    gegevens = Uitslaggegevens(resultaat, score, "28,00", store.vandaag())
    toetsuitslagen.leg_vast(store, dossier_id, gegevens, herkomst=Herkomst.HAND)


def vul_weging(store: Store, weging_id: str, route: Leerroute = BR) -> None:
    """Everything on the sheet, for this route; not yet decided."""
    for ander in ROUTES:
        oordeel = Oordeel.PASSEND if ander is route else Oordeel.NIET_PASSEND
        weging.zet_oordeel(store, weging_id, ander, oordeel)
        weging.zet_reden(store, weging_id, ander, REDEN)
    weging.kies(store, weging_id, route)
    weging.zet_motivering(store, weging_id, REDEN)


def besloten(store: Store, dossier_id: str, route: Leerroute = BR) -> str:
    """A dossier with a test, and the routes weighed and decided."""
    asiel(store, dossier_id)
    toets(store, dossier_id)
    weging_id = weging.begin(store, dossier_id)
    vul_weging(store, weging_id, route)
    weging.besluit(store, weging_id)
    return weging_id


def mandaat(store: Store, medewerker_id: str | None = None) -> str:
    """Somebody may set plans, from long ago."""
    wie = medewerker_id or store.gebruiker_id
    assert wie is not None
    return gemeentegegevens.geef_mandaat(
        store, wie, functie="Teamleider", kenmerk="M-12", vanaf=date(2025, 1, 1)
    )


def compleet(store: Store, dossier_id: str) -> str:
    """A draft in which nothing is missing."""
    pip_id = plannen.begin(store, dossier_id)
    for veld, waarde in (
        ("intensiteit", "600"),
        ("lesuren_per_week", "12"),
        ("participatie_uren_per_week", "8"),
        ("pvt_uren", "12"),
        ("map_uren", "40"),
        ("alfabetisering", "NVT"),
        ("hoofddoel", "Ik werk in de zorg."),
    ):
        plannen.schrijf(store, pip_id, veld, waarde)
    plannen.zet_week(
        store, pip_id, {"1-ochtend": Bezigheid.TAALLES, "2-middag": Bezigheid.VRIJWILLIGERSWERK}
    )
    plannen.voeg_regels_toe(
        store,
        pip_id,
        [
            Regel(
                o.code,
                o.code,
                f"Wij spreken af: {o.kop.lower()}.",
                wie="Anneke",
                wanneer=date(2027, 3, 1),
                hoe="Wij praten erover.",
            )
            for o in pipkader().onderdelen
            if o.deel == 1
        ],
    )
    return pip_id


def stel_vast(store: Store, pip_id: str) -> None:
    """Sets it today, by the user."""
    pipvaststellen.stel_vast(store, pip_id, store.vandaag())
