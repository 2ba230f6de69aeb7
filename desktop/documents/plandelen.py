"""The parts of the plan as they stand in the PIP and under the decision."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer, Table

from desktop.documents.huisstijl import LIJN
from desktop.documents.papier import LANG, ruimte
from desktop.documents.papiertekst import op_een_regel
from desktop.documents.pippapier import (
    BIJ,
    BREED,
    CEL,
    CELKOP,
    KOP,
    STERK,
    STRAK,
    TEKST,
    TUSSENKOP,
    alinea,
    feiten,
    kader,
    kop,
    raster,
)
from desktop.documents.plandruk import ROUTES, TINT, Onderdeelkop, Plandruk, dag, route
from desktop.documents.planwoorden import WIJZIGREDEN
from desktop.models.pipinhoud import (
    Dagdeel,
    Leerroute,
    Oordeel,
    Pipinhoud,
    Regel,
    Wijzigreden,
)
from desktop.models.toetsuitslag import Overslagreden
from desktop.models.weekwoorden import (
    DAGEN,
    bezigheid_woord,
    cel,
    dag_woord,
    dagdeel_woord,
    tellingzin,
)

TITELS = {1: "Deel 1: uw inburgering", 2: "Deel 2: afspraken bij uw uitkering"}
WETTEN = {1: "Dit deel rust op de Wet inburgering 2021.", 2: "Dit deel rust op de Participatiewet."}
ALFABETISERING = {
    "A": "U leert eerst lezen en schrijven.",
    "AA": "U leert eerst lezen en schrijven met de letters van het Nederlands.",
}
OORDEEL = {
    Oordeel.PASSEND: "past bij u",
    Oordeel.NIET_PASSEND: "past niet bij u",
    Oordeel.NADER_ONDERZOEKEN: "onderzoeken wij nog",
}


def deel_een(inhoud: Pipinhoud, druk: Plandruk, niveau: int = 0) -> list[Flowable]:
    """What rests on the Wet inburgering; `niveau` is its place in the outline."""
    uit: list[Flowable] = [kop(TITELS[1], KOP, niveau), alinea(WETTEN[1], BIJ), Spacer(1, 4)]
    if inhoud.hoofddoel.strip():
        uit += [kader([alinea("Uw hoofddoel", BIJ), alinea(inhoud.hoofddoel, STERK)]), Spacer(1, 8)]
    uit += [feiten(_route_feiten(inhoud)), *_week(inhoud, niveau + 1)]
    return [*uit, *_onderdelen(inhoud, druk, 1, niveau + 1)]


def deel_twee(inhoud: Pipinhoud, druk: Plandruk, niveau: int = 0) -> list[Flowable]:
    """What rests on the Participatiewet; nothing without a benefit."""
    if not inhoud.uitkering:
        return []
    ontzorgen = ""
    if inhoud.ontzorgen:
        ontzorgen = "De gemeente betaalt vaste kosten voor u uit uw uitkering"
        if inhoud.ontzorgen_tot_en_met is not None:
            ontzorgen += f", tot en met {dag(inhoud.ontzorgen_tot_en_met)}"
        ontzorgen += "."
    paren = [
        ("Uitkering vanaf", dag(inhoud.uitkering_vanaf)),
        ("Financieel ontzorgen", ontzorgen),
    ]
    return [
        CondPageBreak(80 * mm),
        kop(TITELS[2], KOP, niveau),
        alinea(WETTEN[2], BIJ),
        Spacer(1, 4),
        feiten(paren),
        *_onderdelen(inhoud, druk, 2, niveau + 1),
    ]


def weggelaten(inhoud: Pipinhoud, druk: Plandruk) -> list[Flowable]:
    """Says that sentences are not printed; not what they are about."""
    aantal = druk.weggelaten(inhoud)
    if not aantal:
        return []
    zin = (
        "Eén zin uit het plan staat niet in deze afdruk."
        if aantal == 1
        else f"{aantal} zinnen uit het plan staan niet in deze afdruk."
    )
    return [Spacer(1, 8), alinea(zin, BIJ)]


def route_zinnen(inhoud: Pipinhoud) -> Iterator[str]:
    """What the route is, in words that somebody understands."""
    match inhoud.leerroute:
        case Leerroute.B1:
            niveau = inhoud.niveau.value if inhoud.niveau is not None else "B1"
            yield f"In deze route leert u Nederlands tot en met niveau {niveau}."
        case Leerroute.ONDERWIJS:
            yield "In deze route leert u Nederlands en bereidt u zich voor op een opleiding."
        case Leerroute.Z:
            yield "In deze route leert u Nederlands en hoe u zelf uw weg vindt in Nederland."
    if inhoud.alfabetisering in ALFABETISERING:
        yield ALFABETISERING[inhoud.alfabetisering]
    if inhoud.mag_opleiding_afmaken:
        yield "U mag eerst de opleiding afmaken die u nu volgt."


def _route_feiten(inhoud: Pipinhoud) -> list[tuple[str, str]]:
    return [
        ("Leerroute", " ".join([f"{_hoofdletter(route(inhoud))}.", *route_zinnen(inhoud)])),
        ("Lessen per week", _uren(inhoud.lesuren_per_week)),
        ("Meedoen per week", _uren(inhoud.participatie_uren_per_week)),
        ("Meedoen", inhoud.participatie_reden.strip()),
        ("Lessen in totaal, geschat", _uren(inhoud.intensiteit)),
        ("Participatieverklaring (PVT)", _uren(inhoud.pvt_uren)),
        ("Arbeidsmarkt en participatie (MAP)", _uren(inhoud.map_uren)),
    ]


def _uren(uren: int | None) -> str:
    return "" if uren is None else f"{uren} uur"


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


def _week(inhoud: Pipinhoud, niveau: int) -> list[Flowable]:
    """Five days by three parts; each cell has its word, so that it needs no colour."""
    if not inhoud.week:
        return []
    rijen: list[list[Flowable]] = [
        [alinea(""), *(alinea(dag_woord(d), CELKOP) for d in DAGEN)],
    ]
    tinten = []
    for n, dagdeel in enumerate(Dagdeel, 1):
        rij: list[Flowable] = [alinea(dagdeel_woord(dagdeel), BIJ)]
        for kolom, d in enumerate(DAGEN, 1):
            bezig = inhoud.week.get(cel(d, dagdeel))
            rij.append(alinea(bezigheid_woord(bezig) if bezig is not None else "", CEL))
            if bezig is not None:
                tinten.append(("BACKGROUND", (kolom, n), (kolom, n), HexColor(TINT[bezig])))
        rijen.append(rij)
    eerste = 20 * mm
    tabel = raster(
        rijen,
        [eerste, *[(BREED - eerste) / len(DAGEN)] * len(DAGEN)],
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ("LEFTPADDING", (1, 0), (-1, -1), 2),
        ("TOPPADDING", (0, 1), (-1, -1), 8),
        ("BOTTOMPADDING", (0, 1), (-1, -1), 8),
        ("GRID", (1, 1), (-1, -1), 0.6, HexColor(LIJN)),
        *tinten,
    )
    return [
        KeepTogether(
            [
                kop("Uw week", TUSSENKOP, niveau),
                Spacer(1, 4),
                tabel,
                Spacer(1, 3),
                alinea(f"In een gewone week: {tellingzin(inhoud.week)}.", BIJ),
            ]
        )
    ]


def _onderdelen(inhoud: Pipinhoud, druk: Plandruk, deel: int, niveau: int) -> list[Flowable]:
    uit: list[Flowable] = []
    for onderdeel in druk.onderdelen:
        if onderdeel.deel == deel and (regels := druk.regels(inhoud, onderdeel.code)):
            uit += _onderdeel(onderdeel, regels, niveau)
    return uit


def _onderdeel(onderdeel: Onderdeelkop, regels: tuple[Regel, ...], niveau: int) -> list[Flowable]:
    hoofd: list[Flowable] = [
        kop(onderdeel.kop, TUSSENKOP, niveau),
        alinea(f"Grondslag: {onderdeel.grondslag}", BIJ),
        Spacer(1, 2),
    ]
    tabel = _zinnen(regels)
    if len(regels) == 1:
        return [CondPageBreak(30 * mm), *hoofd, tabel]
    return [CondPageBreak(40 * mm), *hoofd, tabel]


def _zinnen(regels: tuple[Regel, ...]) -> Table:
    """Each sentence with a mark, and under it, on the same page, who, when and how."""
    rijen: list[list[Flowable]] = []
    samen: list[tuple[str, tuple[int, int], tuple[int, int]]] = []
    for regel in regels:
        rijen.append([alinea("–", STRAK), alinea(regel.tekst, STRAK)])
        if bij := _bij(regel):
            rijen.append([alinea(""), alinea(bij, BIJ)])
            if sum(ruimte(rij[1]) for rij in rijen[-2:]) < LANG:
                samen.append(("NOSPLIT", (0, len(rijen) - 2), (-1, len(rijen) - 1)))
    inspring = 4.5 * mm
    return raster(
        rijen,
        [inspring, BREED - inspring],
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ("RIGHTPADDING", (0, 0), (0, -1), 0),
        *samen,
    )


def _bij(regel: Regel) -> str:
    delen = []
    if regel.wie.strip():
        wie = "Wie" if regel.onderdeel == "afspraak" else "Wie helpt"
        delen.append(f"{wie}: {op_een_regel(regel.wie)}")
    if regel.wanneer is not None:
        delen.append(f"Wanneer: {dag(regel.wanneer)}")
    hoe = f"\nZo zien wij het: {regel.hoe.strip()}" if regel.hoe.strip() else ""
    return f"{' · '.join(delen)}{hoe}".strip()


def weging(inhoud: Pipinhoud, druk: Plandruk) -> list[Flowable]:
    """All three routes with what was found, the test, and why this one."""
    uit: list[Flowable] = [alinea(toets_zin(inhoud, druk), TEKST)]
    rijen = []
    for r in Leerroute:
        oordeel = inhoud.oordeel_over(r)
        woord = OORDEEL[oordeel.oordeel] if oordeel.oordeel is not None else "nog niet bekeken"
        rijen.append(
            [
                alinea(_hoofdletter(ROUTES[r]), STERK),
                alinea(_hoofdletter(woord), STRAK),
                alinea(oordeel.reden or "Er is nog geen reden opgeschreven.", STRAK),
            ]
        )
    uit.append(
        raster(
            rijen,
            [46 * mm, 30 * mm, BREED - 76 * mm],
            ("LINEABOVE", (0, 0), (-1, -1), 0.4, HexColor(LIJN)),
            ("LINEBELOW", (0, -1), (-1, -1), 0.4, HexColor(LIJN)),
        )
    )
    uit.append(Spacer(1, 6))
    if inhoud.motivering.strip():
        uit.append(alinea(inhoud.motivering))
    if inhoud.afwijking.strip():
        uit.append(
            alinea(f"Wij kiezen een andere route dan de toets aangeeft. {inhoud.afwijking.strip()}")
        )
    if inhoud.tweede_lezer.strip():
        uit.append(alinea(f"Een collega las onze keuze na: {inhoud.tweede_lezer.strip()}."))
    return uit


def toets_zin(inhoud: Pipinhoud, druk: Plandruk) -> str:
    """What the leerbaarheidstoets said. Why it was skipped is about health."""
    toets = inhoud.toets
    if toets.overgeslagen:
        zin = "U hoefde de leerbaarheidstoets niet te maken."
        redenen = {
            Overslagreden.VISUEEL.value: "U kunt de toets niet goed genoeg zien.",
            Overslagreden.AUDITIEF.value: "U kunt de uitleg bij de toets niet goed genoeg volgen.",
        }
        reden = redenen.get(toets.overgeslagen, "") if druk.keus.gezondheid else ""
        return f"{zin} {reden}".strip()
    if not toets.resultaat:
        return "Er is nog geen uitslag van de leerbaarheidstoets."
    wanneer = f" op {dag(toets.datum_afname)}" if toets.datum_afname is not None else ""
    return f"U maakte{wanneer} de leerbaarheidstoets. De uitslag is: {toets.resultaat}."


def wijziging(inhoud: Pipinhoud, druk: Plandruk) -> str:
    """Why there is a new version; what is told about health only when that is chosen."""
    if inhoud.wijzigreden is None:
        return ""
    zin = WIJZIGREDEN[inhoud.wijzigreden]
    if inhoud.wijzigreden is Wijzigreden.GEZONDHEID and not druk.keus.gezondheid:
        return zin
    return f"{zin} {inhoud.wijzigtoelichting.strip()}".strip()
