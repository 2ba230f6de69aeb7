"""The inzage as a PDF: everything that is kept about one client, in words for the client.

AVG article 15 also asks for what the data is for, who gets it, how long it stays
and what somebody can do about it; that is on the first page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.documents.huisstijl import VLAK, meld_letters_aan
from desktop.documents.inzagegesprek import GESPREK, Gesprekken
from desktop.documents.inzageplan import PLAN, Plannen
from desktop.documents.inzagevorm import LINKS, Inzagevorm, feiten
from desktop.documents.inzagewoorden import (
    NEDERLAND,
    Inzagecontext,
    gezien,
    grondwoord,
    moment,
    tabelwoord,
)
from desktop.documents.papier import (
    BREEDTE,
    KLEIN,
    KOP,
    LET_OP,
    TITEL,
    VRAAG,
    alinea,
    raster,
    zet,
)
from desktop.models.basis import Stroomklasse
from desktop.models.inzage import Inzage
from desktop.taal import in_het_nederlands

_EERST = ("dossier", "doelgroep_periode", "huisgenoot")
_ELDERS = ("raadpleging", "deling", "noodtoegang")
"""Under who may look and who looked."""


@in_het_nederlands()
def maak_inzage(inzage: Inzage, context: Inzagecontext) -> bytes:
    """The PDF of one part. Every typed text is escaped before it meets ReportLab's markup."""
    meld_letters_aan()
    blad = _Zetter(inzage, context)
    titel = "Inzage, apart deel" if inzage.afgeschermd else "Inzage in je gegevens"
    return zet(blad.verhaal(), titel=f"{titel}, dossier {inzage.nummer}", nummer=inzage.nummer)


class _Zetter:
    """Sets the story from the first page to the last."""

    def __init__(self, inzage: Inzage, context: Inzagecontext) -> None:
        self._i, self._c = inzage, context
        self._vorm = Inzagevorm(inzage, context)

    def verhaal(self) -> list[Flowable]:
        """All of it."""
        uit = self._hoofd()
        if self._i.afgeschermd:
            uit += self._waarschuwing()
        else:
            uit += self._uitleg()
        for tabel in _EERST:
            uit += self._vorm.tabel(tabel)
        uit += Gesprekken(self._vorm).verhaal()
        uit += self._vorm.tabel("verzoek")
        bekend = {*_EERST, *GESPREK, *PLAN, "verzoek", *_ELDERS}
        for tabel in self._vorm.per_tabel:
            if tabel not in bekend:
                uit += self._vorm.tabel(tabel)
        uit += Plannen(self._vorm).verhaal()
        uit += self._wie_mag()
        uit += self._wie_keek()
        uit += self._wat_veranderde()
        return uit

    def _hoofd(self) -> list[Flowable]:
        i = self._i
        wie = [
            ("Over", i.naam),
            ("Dossier", i.nummer),
            ("Gemeente", self._c.gemeente),
            ("Gemaakt", f"{moment(i.gemaakt_op)}, door {i.gemaakt_door}"),
        ]
        titel = "Wat apart bewaard is" if i.afgeschermd else "Wat de gemeente over je bewaart"
        return [alinea(titel, TITEL), Spacer(1, 6), feiten(wie)]

    def _waarschuwing(self) -> list[Flowable]:
        return [
            Spacer(1, 6),
            alinea(
                "Dit deel gaat over jouw veiligheid. Denk goed na waar je het bewaart, en wie het "
                "kan lezen. Je hoeft het niet mee te nemen: je mag het ook hier lezen of laten "
                "voorlezen.",
                LET_OP,
            ),
        ]

    def _uitleg(self) -> list[Flowable]:
        c = self._c
        bellen = ", ".join(deel for deel in (c.klantmanager, c.telefoon, c.email) if deel)
        zinnen = [
            (
                "Waarvoor",
                "De gemeente helpt je met inburgeren. Daarvoor is een gesprek nodig over jouw "
                "leven, en een plan. Zo staat het in de Wet inburgering 2021.",
            ),
            (
                "Waar het vandaan komt",
                "Het meeste heb je zelf verteld, soms via een tolk. Een deel komt van DUO, van "
                "het COA of uit de basisregistratie.",
            ),
            (
                "Hoe lang",
                f"{c.bewaarjaren} jaar. Daarna gaat het weg, ook uit de kopieën.",
            ),
            (
                "Wat jij kunt doen",
                "Klopt iets niet? Vraag of de gemeente het verbetert. Wil je niet dat de gemeente "
                "iets gebruikt? Dan kun je bezwaar maken. Kom je er samen niet uit? Dan kun je een "
                "klacht sturen naar de Autoriteit Persoonsgegevens.",
            ),
            ("Vragen", bellen),
        ]
        vak = raster(
            [[alinea(kop, VRAAG), alinea(zin)] for kop, zin in zinnen if zin],
            [LINKS, BREEDTE - LINKS],
            ("BACKGROUND", (0, 0), (-1, -1), HexColor(VLAK)),
            ("LEFTPADDING", (0, 0), (-1, -1), 10),
            ("TOPPADDING", (0, 0), (-1, 0), 8),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 8),
        )
        uit: list[Flowable] = [Spacer(1, 10), vak]
        if self._i.ontbreekt:
            wat = ", ".join(_KLASSEN.get(k, k.value) for k in sorted(self._i.ontbreekt))
            uit += [
                Spacer(1, 6),
                alinea(
                    f"Dit is niet alles. Wie deze inzage maakte, mag dit niet zien: {wat}. "
                    "Vraag het aan je klantmanager.",
                    LET_OP,
                ),
            ]
        return uit

    # --- who

    def _wie_mag(self) -> list[Flowable]:
        rijen = []
        for t in self._i.toegang:
            waarom = grondwoord(t.grond, t.voor)
            if t.tot:
                waarom += f", tot en met {t.tot:%d-%m-%Y}"
            if t.reden:
                waarom += f". {t.reden}"
            rijen.append((t.wie or "Leidinggevenden van de gemeente", waarom))
        oud: list[Flowable] = []
        for tabel in ("deling", "noodtoegang"):
            oud += self._vorm.tabel(tabel)
        if not rijen and not oud:
            return []
        uit: list[Flowable] = []
        if rijen:
            uit = [CondPageBreak(30 * mm), alinea("Wie je gegevens mag zien", KOP), feiten(rijen)]
        return [*uit, *oud]

    def _wie_keek(self) -> list[Flowable]:
        rijen = [
            (
                moment(b.moment),
                f"{b.wie or 'Onbekend'} keek naar {gezien(b.wat)}"
                + (f". {b.reden}" if b.reden else ""),
            )
            for b in self._i.bekeken
        ]
        if not rijen:
            return []
        return [CondPageBreak(30 * mm), alinea("Wie je gegevens bekeek", KOP), feiten(rijen)]

    def _wat_veranderde(self) -> list[Flowable]:
        """A line for each day and person: what was changed, and how often."""
        dagen: dict[tuple[str, str], Counter[str]] = {}
        gezien_: set[tuple[object, ...]] = set()
        for v in self._i.veranderingen:
            gebaar = (v.moment, v.laptop, v.tabel, v.rij)
            if gebaar in gezien_ or v.tabel == "raadpleging":
                continue
            gezien_.add(gebaar)
            dag = f"{v.moment.astimezone(NEDERLAND):%d-%m-%Y}"
            dagen.setdefault((dag, v.wie or "Onbekend"), Counter())[v.tabel] += 1
        if not dagen:
            return []
        rijen = [
            (f"{dag}\n{wie}", ", ".join(_keer(tabel, n) for tabel, n in sorted(aantal.items())))
            for (dag, wie), aantal in dagen.items()
        ]
        return [
            CondPageBreak(30 * mm),
            alinea("Wie iets opschreef of veranderde", KOP),
            alinea(
                "In het bestand dat bij deze inzage hoort (JSON) staat elke verandering apart.",
                KLEIN,
            ),
            Spacer(1, 4),
            feiten(rijen),
        ]


def _keer(tabel: str, aantal: int) -> str:
    return f"{tabelwoord(tabel).rstrip('?')}: {aantal} keer"


_KLASSEN: Mapping[Stroomklasse, str] = {
    Stroomklasse.GEZONDHEID: "antwoorden over gezondheid",
    Stroomklasse.AFGESCHERMD: "afgeschermde notities",
    Stroomklasse.TOETS: "toetsen",
    Stroomklasse.PIP: "je plan",
    Stroomklasse.PIP2: "deel 2 van je plan",
}
