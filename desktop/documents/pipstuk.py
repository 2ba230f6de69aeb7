"""The whole plan (PIP) in Dutch: both parts, how the route was chosen, signatures, versions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from desktop.documents.huisstijl import INKT, LIJN
from desktop.documents.pippapier import (
    BIJ,
    BREED,
    CONCEPT,
    KOP,
    OPVALLEND,
    STERK,
    STRAK,
    TEKST,
    TITEL,
    Blad,
    alinea,
    feiten,
    kop,
    raster,
    zet,
)
from desktop.documents.plandelen import deel_een, deel_twee, weggelaten, weging, wijziging
from desktop.documents.plandruk import (
    Getekend,
    Plandruk,
    Versieregel,
    dag,
    is_concept,
    route,
    versienaam,
)
from desktop.documents.planwoorden import VERKLARING, WIJZE, laatste_dag
from desktop.models.handtekening import Handtekening
from desktop.models.pipinhoud import Pipinhoud
from desktop.models.schoontekst import schoon
from desktop.taal import in_het_nederlands


@in_het_nederlands()
def maak_pipstuk(
    inhoud: Pipinhoud,
    druk: Plandruk,
    getekend: Sequence[Getekend] = (),
    versies: Sequence[Versieregel] = (),
) -> bytes:
    """The plan as a PDF/A, with who signed and which versions there were, oldest first."""
    concept = is_concept(inhoud)
    verhaal: list[Flowable] = [
        alinea("Plan inburgering en participatie (PIP)", TITEL),
        alinea(_onder_titel(inhoud), OPVALLEND if concept else TEKST),
        Spacer(1, 4),
        feiten(_feiten(inhoud, druk)),
        *_wijziging(inhoud, druk),
        *deel_een(inhoud, druk),
        *deel_twee(inhoud, druk),
        CondPageBreak(70 * mm),
        kop("Hoe de route is gekozen"),
        *weging(inhoud, druk),
        *_data(inhoud),
        *_handtekeningen(inhoud, druk, getekend),
        *_versies(versies),
        *weggelaten(inhoud, druk),
    ]
    return zet(
        verhaal,
        Blad(
            titel=f"Plan inburgering en participatie, {versienaam(inhoud)}",
            voet=f"PIP {versienaam(inhoud)}, vertrouwelijk",
            kop=f"Gemeente {druk.gemeente.naam}",
            concept=concept,
        ),
    )


def _onder_titel(inhoud: Pipinhoud) -> str:
    if is_concept(inhoud):
        return f"Versie {inhoud.versie}. {CONCEPT}."
    return f"Versie {inhoud.versie}, vastgesteld op {dag(inhoud.data.dagtekening)}."


def _feiten(inhoud: Pipinhoud, druk: Plandruk) -> list[tuple[str, str]]:
    wie, contact = inhoud.wie, inhoud.contact
    bereik = [deel.strip() for deel in (contact.naam, contact.telefoon, contact.email)]
    return [
        ("Naam", wie.naam),
        ("Geboren", _geboren(wie.geboren)),
        ("Adres", wie.adres),
        ("Burgerservicenummer", druk.bsn),
        ("Dossier", wie.nummer),
        ("Gemeente", druk.gemeente.naam),
        ("Leerroute", route(inhoud)),
        ("Contactpersoon", ", ".join(deel for deel in bereik if deel)),
    ]


def _geboren(tekst: str) -> str:
    """As the other dates; as it stands where only a year or a month is known."""
    try:
        return dag(date.fromisoformat("-".join(reversed(tekst.split("-")))))
    except ValueError:
        return tekst


def _wijziging(inhoud: Pipinhoud, druk: Plandruk) -> list[Flowable]:
    if inhoud.wijzigreden is None:
        return []
    return [
        kop("Waarom er een nieuwe versie is", KOP),
        alinea(wijziging(inhoud, druk)),
    ]


def _data(inhoud: Pipinhoud) -> list[Flowable]:
    data = inhoud.data
    paren = [
        ("Dagtekening van dit plan", dag(data.dagtekening, "")),
        ("Bekendgemaakt op", dag(data.bekendmaking, "")),
        ("Bezwaar maken kan tot en met", dag(data.bezwaar_tot_en_met, "")),
        ("Begin van de inburgeringstermijn", dag(data.termijn_start, "")),
        ("Laatste dag van de termijn", dag(laatste_dag(data.termijn_einde), "")),
        ("Van route wisselen kan tot en met", dag(data.wisselen_tot_en_met, "")),
        ("MAP klaar (streefdag)", dag(data.map_streefdag, "")),
    ]
    if not any(waarde for _naam, waarde in paren):
        return []
    uit: list[Flowable] = [kop("Dagen"), feiten(paren)]
    if data.voorlopig:
        uit.append(alinea("De termijn is voorlopig, tot DUO hem bevestigt.", BIJ))
    return [KeepTogether(uit)]


class _Streken(Flowable):
    """A signature in its box, as lines: sharp at any size."""

    def __init__(self, handtekening: Handtekening, breed: float) -> None:
        super().__init__()
        self._handtekening = handtekening
        self.width, self.height = breed, breed / handtekening.verhouding

    def wrap(self, _breed: float, _hoog: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        doek: Canvas = self.canv
        doek.setStrokeColor(HexColor(INKT))
        doek.setLineWidth(1.1)
        doek.setLineCap(1)
        doek.setLineJoin(1)
        pad = doek.beginPath()
        for begin, segmenten in self._handtekening.krommen(self.width, self.height):
            pad.moveTo(begin[0], self.height - begin[1])
            for punten in segmenten:
                pad.curveTo(*(w for x, y in punten for w in (x, self.height - y)))
        doek.drawPath(pad, stroke=1, fill=0)
        doek.setStrokeColor(HexColor(LIJN))
        doek.setLineWidth(0.6)
        doek.line(0, 0, self.width, 0)


def _handtekeningen(
    inhoud: Pipinhoud, druk: Plandruk, getekend: Sequence[Getekend]
) -> list[Flowable]:
    links: list[Flowable] = [alinea("Voor de gemeente", BIJ)]
    if is_concept(inhoud):
        links.append(alinea("Nog niet vastgesteld", STERK))
    else:
        links.append(alinea(schoon(inhoud.vastgesteld_door), STERK))
        regels = [
            schoon(inhoud.functie),
            schoon(druk.gemeente.namens),
            f"Mandaat: {schoon(inhoud.mandaat)}" if inhoud.mandaat.strip() else "",
            f"Op {dag(inhoud.data.dagtekening)}",
        ]
        links += [alinea(regel, BIJ) for regel in regels if regel]
    rechts: list[Flowable] = [alinea("Cliënt", BIJ), alinea(schoon(inhoud.wie.naam), STERK)]
    if getekend:
        rechts += _getekend(getekend[0])
    else:
        rechts.append(alinea("Nog niet getekend. Het plan geldt ook zonder handtekening.", BIJ))
    # Each later one has a row of its own: of many, the page ends between two of them.
    later = [[alinea(""), _stapel(_getekend(keer))] for keer in getekend[1:]]
    tabel = raster(
        [[_stapel(links), _stapel(rechts)], *later],
        [BREED / 2, BREED / 2],
        ("LINEABOVE", (0, 0), (-1, 0), 0.4, HexColor(LIJN)),
        ("TOPPADDING", (0, 0), (-1, 0), 8),
    )
    return [KeepTogether([kop("Handtekeningen"), tabel])]


def _stapel(delen: list[Flowable]) -> Flowable:
    return raster(
        [[deel] for deel in delen],
        [BREED / 2 - 10],
        ("TOPPADDING", (0, 0), (-1, -1), 0.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0.5),
    )


def _getekend(keer: Getekend) -> list[Flowable]:
    uit: list[Flowable] = []
    if keer.handtekening is not None and not keer.handtekening.leeg:
        uit += [Spacer(1, 4), _Streken(keer.handtekening, 55 * mm), Spacer(1, 3)]
    hoe = WIJZE.get(keer.wijze, "")
    if keer.op is not None:
        hoe = f"{hoe}, {dag(keer.op)}" if hoe else dag(keer.op)
    regels = [hoe, VERKLARING.get(keer.verklaring, "")]
    if keer.tolk.strip():
        regels.append(f"Tolk: {schoon(keer.tolk)}")
    return [*uit, *(alinea(regel, BIJ) for regel in regels if regel)]


def _versies(versies: Sequence[Versieregel]) -> list[Flowable]:
    if not versies:
        return []
    rijen = [
        [
            alinea(f"Versie {v.versie}", STRAK),
            alinea(dag(v.dagtekening, "concept"), STRAK),
            alinea(v.reden or ("Eerste plan" if v.versie == 1 else ""), STRAK),
            alinea(v.door, BIJ),
        ]
        for v in versies
    ]
    tabel = raster(
        rijen,
        [22 * mm, 38 * mm, BREED - 105 * mm, 45 * mm],
        ("LINEBELOW", (0, 0), (-1, -2), 0.4, HexColor(LIJN)),
    )
    return [CondPageBreak(35 * mm), kop("Versies van dit plan"), tabel]
