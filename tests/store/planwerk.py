"""A dossier that is ready for a plan, and a plan that is ready to be set: for several tests."""

from __future__ import annotations

import base64
from datetime import date, timedelta

from desktop.catalogi import pipkader
from desktop.models.dossier import DoelgroepPeriode, Dossier, GedetailleerdeDoelgroep, Indeling
from desktop.models.handtekening import Handtekening
from desktop.models.onderzoek import Onderzoeksoort
from desktop.models.pipdelen import Handtekenwijze, Verklaring
from desktop.models.pipinhoud import Bezigheid, Leerroute, Oordeel, Regel, Wijzigreden
from desktop.models.termijnfeit import Feitsoort
from desktop.models.toetsuitslag import Herkomst, Resultaat, Uitslaggegevens
from desktop.models.wegingregels import ROUTES
from desktop.store import gemeentegegevens, pipvaststellen, termijnen, toetsuitslagen, weging
from desktop.store import pip as plannen
from desktop.store.pipvaststellen import Ondertekening
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
        store, "0171", wie, functie="Teamleider", kenmerk="M-12", vanaf=date(2025, 1, 1)
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


MERK = "Qwortelzz"
SCAN = base64.b64encode(b"%PDF-1.4 " + MERK.encode() * 3).decode()
STREPEN = Handtekening.van_strepen(
    [[(0.1, 0.2718), (0.6, 0.8), (0.9, 0.31)], [(0.2, 0.5), (0.8, 0.55)]]
).als_json()
SPOREN = (MERK, SCAN, "0.2718")
"""What `volgeschreven` leaves behind, in whatever table."""


def volgeschreven(store: Store, dossier_id: str) -> tuple[str, str]:
    """Every table of weighing, plan and dates has rows, with MERK wherever somebody types.

    Returns the ids of a set version with part 2 and two signatures, and of a draft to go down.
    The dossier has no doelgroep yet, and its user a mandate.
    """
    asiel(store, dossier_id)
    toets(store, dossier_id)
    weging_id = weging.begin(store, dossier_id)
    vul_weging(store, weging_id)
    for route in ROUTES:
        weging.zet_reden(store, weging_id, route, f"{REDEN} {MERK}")
    weging.zet_motivering(store, weging_id, f"{REDEN} {MERK}")
    dag = store.vandaag()
    onderzoek = weging.plan_onderzoek(
        store, weging_id, OR, Onderzoeksoort.PROEFLES, f"Proefles {MERK}", dag + timedelta(days=9)
    )
    weging.rond_onderzoek_af(store, onderzoek, f"Niet passend, zei {MERK}.")
    weging.besluit(store, weging_id)
    termijnen.leg_vast(
        store,
        dossier_id,
        Feitsoort.UITKERING,
        {"dag": f"{dag:%d-%m-%Y}", "notitie": f"Brief van {MERK}"},
    )
    pip_id = compleet(store, dossier_id)
    plannen.zet_deel2(store, pip_id, dag, ontzorgen=True)
    plannen.schrijf(store, pip_id, "hoofddoel", f"Ik werk in de zorg, {MERK}.")
    for code in ("ontzorgen", "plicht_pw"):
        zin = f"Wij spreken samen af wat {MERK} doet."
        plannen.voeg_regel_toe(store, pip_id, Regel(f"deel2-{code}", code, zin, deel=2))
    stel_vast(store, pip_id)
    for hoe in (
        Ondertekening(
            Handtekenwijze.SCHERM, Verklaring.BESPROKEN, strepen=STREPEN, tolk=f"Tolk {MERK}"
        ),
        Ondertekening(
            Handtekenwijze.PAPIER, Verklaring.AKKOORD, scan=SCAN, scan_naam_soort="application/pdf"
        ),
        Ondertekening(Handtekenwijze.GEEN, reden=f"Ziek, belde {MERK}."),
    ):
        pipvaststellen.onderteken(store, pip_id, hoe)
    tweede = plannen.nieuwe_versie(
        store, dossier_id, Wijzigreden.AFSCHALEN, f"B1 lukt niet in de tijd van {MERK}."
    )
    for veld, waarde in (
        ("uren_gevolgd", "640"),
        ("inzet_tekst", f"Zij was er altijd, zegt {MERK}."),
        ("onhaalbaar_door", MERK),
    ):
        plannen.zet_afschaling(store, tweede, veld, waarde)
    return pip_id, tweede
