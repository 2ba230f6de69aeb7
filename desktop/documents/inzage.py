"""The inzage as a PDF: everything that is kept about one client, in words for the client.

AVG article 15 also asks for what the data is for, who gets it, how long it stays
and what somebody can do about it; that is on the first page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, Spacer, Table

from desktop.documents.huisstijl import LIJN, VLAK, ZACHT, meld_letters_aan
from desktop.documents.inzagewoorden import (
    NEDERLAND,
    Inzagecontext,
    gezien,
    grondwoord,
    moment,
    regels,
    tabelwoord,
)
from desktop.documents.papier import (
    BREEDTE,
    DOMEIN,
    KLEIN,
    KOP,
    LET_OP,
    LOPEND,
    TITEL,
    VRAAG,
    alinea,
    raster,
    zet,
)
from desktop.models.antwoord import Antwoord, Antwoordstatus, Notitiesoort, Wijze
from desktop.models.antwoordtekst import antwoordregels
from desktop.models.basis import Stroomklasse
from desktop.models.inzage import Gegeven, Inzage
from desktop.models.vragen import SCHAAL_WOORDEN, Vraagtype
from desktop.models.woorden import woord

LINKS = 50 * mm
HOOGSTENS_NAAST = 4
SUBKOP = ParagraphStyle("subkop", DOMEIN, spaceBefore=10, spaceAfter=3)
_NAAST = ("verzoek",)
_GESPREK = (
    "brede_intake",
    "zitting",
    "deelnemer",
    "antwoord",
    "notitie",
    "domeinoverslag",
    "alleenmoment",
    "afspraak",
)
_EERST = ("dossier", "doelgroep_periode", "huisgenoot")
_ELDERS = ("raadpleging", "deling", "noodtoegang")
"""Under who may look and who looked."""


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
        self._per_tabel: dict[str, list[Gegeven]] = {}
        for g in inzage.gegevens:
            self._per_tabel.setdefault(g.tabel, []).append(g)

    def verhaal(self) -> list[Flowable]:
        """All of it."""
        uit = self._hoofd()
        if self._i.afgeschermd:
            uit += self._waarschuwing()
        else:
            uit += self._uitleg()
        for tabel in _EERST:
            uit += self._tabel(tabel)
        uit += self._gesprekken()
        for tabel in _NAAST:
            uit += self._tabel(tabel)
        bekend = {*_EERST, *_GESPREK, *_NAAST, *_ELDERS}
        for tabel in self._per_tabel:
            if tabel not in bekend:
                uit += self._tabel(tabel)
        uit += self._wie_mag()
        uit += self._wie_keek()
        uit += self._wat_veranderde()
        return uit

    def _hoofd(self) -> list[Flowable]:
        i = self._i
        feiten = [
            ("Over", i.naam),
            ("Dossier", i.nummer),
            ("Gemeente", self._c.gemeente),
            ("Gemaakt", f"{moment(i.gemaakt_op)}, door {i.gemaakt_door}"),
        ]
        titel = "Wat apart bewaard is" if i.afgeschermd else "Wat de gemeente over je bewaart"
        return [alinea(titel, TITEL), Spacer(1, 6), _feiten(feiten)]

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

    def _tabel(
        self, tabel: str, gegevens: Sequence[Gegeven] | None = None, kop: ParagraphStyle = KOP
    ) -> list[Flowable]:
        """All rows of a table under its heading; where a row says little, side by side."""
        rijen = [
            wat
            for g in sorted(
                self._per_tabel.get(tabel, ()) if gegevens is None else gegevens, key=_plek
            )
            if (wat := regels(g, self._c, self._i.personen))
        ]
        if not rijen:
            return []
        kop_ = [CondPageBreak(30 * mm), alinea(tabelwoord(tabel), kop)]
        namen = list(dict.fromkeys(naam for rij in rijen for naam, _waarde in rij))
        if tabel == "dossier" or len(namen) > HOOGSTENS_NAAST:
            return [*kop_, *_met_lijnen([_feiten(rij) for rij in rijen])]
        cellen = [[dict(rij).get(naam, "") for naam in namen] for rij in rijen]
        return [*kop_, _naast(namen, cellen)]

    # --- the talks

    def _gesprekken(self) -> list[Flowable]:
        uit: list[Flowable] = []
        gesprekken = self._per_tabel.get("brede_intake", [])
        for n, g in enumerate(gesprekken, 1):
            kop = "Het gesprek" if len(gesprekken) == 1 else f"Gesprek {n}"
            uit += [CondPageBreak(40 * mm), alinea(kop, KOP)]
            uit.append(_feiten(regels(g, self._c, self._i.personen)))
            uit += self._van_gesprek(g.rij)
        bekend = {g.rij for g in gesprekken}
        los = {g.velden.get("intake_id") for t in _GESPREK for g in self._per_tabel.get(t, ())}
        for rij in sorted(str(r) for r in los if r and r not in bekend):
            uit += [alinea("Uit het gesprek", KOP), *self._van_gesprek(rij)]
        return uit

    def _van_gesprek(self, intake: str) -> list[Flowable]:
        uit: list[Flowable] = []
        for zitting in self._met("zitting", "intake_id", intake):
            uit += [alinea(tabelwoord("zitting"), SUBKOP)]
            uit.append(_feiten(regels(zitting, self._c, self._i.personen)))
            wie = [self._deelnemer(d) for d in self._met("deelnemer", "zitting_id", zitting.rij)]
            if wie:
                uit.append(_feiten([(tabelwoord("deelnemer"), "\n".join(wie))]))
        uit += self._antwoorden(intake)
        for tabel in ("domeinoverslag", "alleenmoment", "afspraak"):
            uit += self._tabel(tabel, self._met(tabel, "intake_id", intake), SUBKOP)
        return uit

    def _met(self, tabel: str, veld: str, waarde: str) -> list[Gegeven]:
        gevonden = [g for g in self._per_tabel.get(tabel, ()) if g.velden.get(veld) == waarde]
        return sorted(gevonden, key=_plek)

    def _deelnemer(self, g: Gegeven) -> str:
        return ", ".join(waarde for _naam, waarde in regels(g, self._c, self._i.personen))

    def _antwoorden(self, intake: str) -> list[Flowable]:
        """Answers and notes, one leefdomein after another."""
        antwoorden = self._met("antwoord", "intake_id", intake)
        notities = self._met("notitie", "intake_id", intake)
        per_domein: dict[str, list[Gegeven]] = {}
        for g in antwoorden:
            code = str(g.velden.get("vraag_code") or "")
            per_domein.setdefault(code[:2], []).append(g)
        for g in notities:
            per_domein.setdefault(str(g.velden.get("domein") or ""), [])
        uit: list[Flowable] = []
        score = False
        for domein in self._volgorde(per_domein):
            uit += [CondPageBreak(30 * mm), alinea(self._c.domein(domein), SUBKOP)]
            rijen = [self._antwoord(g) for g in sorted(per_domein[domein], key=_code)]
            score = score or any(self._is_score(g) for g in per_domein[domein])
            if rijen:
                uit.append(_lijst(rijen))
            uit += [self._notitie(n) for n in notities if n.velden.get("domein") == domein]
        if score:
            uitleg = "; ".join(f"{cijfer} is: {zin}" for cijfer, zin in SCHAAL_WOORDEN.items())
            uit.append(
                alinea(
                    "Een score is wat de klantmanager denkt, niet wat jij zei. "
                    f"{uitleg.replace('nog-niet is: ', '')}.",
                    KLEIN,
                )
            )
        return uit

    def _volgorde(self, domeinen: Iterable[str]) -> list[str]:
        plek = {
            d.code: n for lijst in self._c.lijsten.values() for n, d in enumerate(lijst.domeinen)
        }
        return sorted(domeinen, key=lambda code: (plek.get(code, 99), code))

    def _is_score(self, g: Gegeven) -> bool:
        vraag = self._c.vraag(_code(g))
        return vraag is not None and vraag.type is Vraagtype.SCALE

    def _antwoord(self, g: Gegeven) -> tuple[str, str, str]:
        """(question, answer, how it came)."""
        w = g.velden
        vraag = self._c.vraag(_code(g))
        if vraag is None:
            wat = [f"{naam}: {waarde}" for naam, waarde in regels(g, self._c, self._i.personen)]
            return (_code(g), "\n".join(wat), "")
        antwoord = Antwoord(
            status=Antwoordstatus(w["status"]),
            enkel=w["enkel"],
            keuzes=w["keuzes"],
            waarde=w["waarde"],
            delen=w["delen"],
        )
        tekst = list(antwoordregels(vraag, antwoord, kinderen=_kinderen(w["delen"])))
        if vraag.type is Vraagtype.SCALE and str(w["enkel"]).isdigit() and tekst:
            tekst[0] = f"{w['enkel']}: {tekst[0]}"
        if w.get("reden"):
            tekst.append(f"Waarom: {w['reden']}")
        if w.get("wijzigreden"):
            tekst.append(f"Later veranderd, omdat: {w['wijzigreden']}")
        hoe = woord(Wijze(w["wijze"])) if w.get("wijze") else ""
        return (vraag.tekst, "\n".join(tekst), self._wie_wanneer(g, hoe))

    def _notitie(self, g: Gegeven) -> Flowable:
        soort = _NOTITIES.get(str(g.velden.get("soort")), "Notitie")
        return _lijst([(soort, str(g.velden.get("tekst") or ""), self._wie_wanneer(g, ""))])

    def _wie_wanneer(self, g: Gegeven, hoe: str) -> str:
        feiten = dict(regels(g, self._c, self._i.personen))
        return ", ".join(d for d in (hoe, feiten.get("Door"), feiten.get("Wanneer")) if d)

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
            oud += self._tabel(tabel)
        if not rijen and not oud:
            return []
        uit: list[Flowable] = []
        if rijen:
            uit = [CondPageBreak(30 * mm), alinea("Wie je gegevens mag zien", KOP), _feiten(rijen)]
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
        return [CondPageBreak(30 * mm), alinea("Wie je gegevens bekeek", KOP), _feiten(rijen)]

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
            _feiten(rijen),
        ]


def _keer(tabel: str, aantal: int) -> str:
    return f"{tabelwoord(tabel).rstrip('?')}: {aantal} keer"


def _plek(g: Gegeven) -> tuple[int, str]:
    """Order within a table: its own, else by day."""
    w = g.velden
    dag = w.get("datum") or w.get("vanaf") or w.get("ontvangen_op") or w.get("op") or ""
    return (w["volgorde"] if isinstance(w.get("volgorde"), int) else 0, str(dag))


def _code(g: Gegeven) -> str:
    return str(g.velden.get("vraag_code") or "")


def _kinderen(delen: Mapping[str, object]) -> int:
    """Rows of a grid of children: as many as were filled in."""
    nummers = [int(kop) for sleutel in delen if (kop := sleutel.split(".", 1)[0]).isdigit()]
    return max(nummers, default=0)


def _feiten(rijen: Sequence[tuple[str, str]]) -> Flowable:
    if not rijen:
        return Spacer(1, 0)
    return raster(
        [[alinea(naam, VRAAG), alinea(waarde)] for naam, waarde in rijen],
        [LINKS, BREEDTE - LINKS],
    )


def _met_lijnen(blokken: Sequence[Flowable]) -> list[Flowable]:
    uit: list[Flowable] = []
    for blok in blokken:
        uit += [KeepTogether([blok]), Spacer(1, 4)]
    return uit


def _naast(namen: Sequence[str], rijen: Sequence[Sequence[str]]) -> Table:
    """Rows side by side under the names of their columns."""
    return raster(
        [
            [alinea(naam, VRAAG) for naam in namen],
            *([alinea(cel) for cel in rij] for rij in rijen),
        ],
        [BREEDTE / max(len(namen), 3)] * len(namen),
        ("LINEBELOW", (0, 0), (-1, -2), 0.4, HexColor(LIJN)),
    )


def _met_klein(tekst: str, klein: str) -> Flowable:
    """One paragraph, so that a page never ends between the two."""
    if not klein:
        return alinea(tekst)
    woorden = escape(tekst).replace("\n", "<br/>")
    return Paragraph(f'{woorden}<br/><font size="8" color="{ZACHT}">{escape(klein)}</font>', LOPEND)


def _lijst(rijen: Sequence[tuple[str, str, str]]) -> Table:
    """Question, answer, and small under it how it came."""
    return raster(
        [[alinea(vraag, VRAAG), _met_klein(tekst, klein)] for vraag, tekst, klein in rijen],
        [BREEDTE * 0.4, BREEDTE * 0.6],
        ("LINEBELOW", (0, 0), (-1, -2), 0.4, HexColor(LIJN)),
    )


_KLASSEN: Mapping[Stroomklasse, str] = {
    Stroomklasse.GEZONDHEID: "antwoorden over gezondheid",
    Stroomklasse.AFGESCHERMD: "afgeschermde notities",
    Stroomklasse.TOETS: "toetsen",
}
_NOTITIES: Mapping[str, str] = {
    Notitiesoort.AFGESCHERMD: "Afgeschermde notitie",
    Notitiesoort.WERKAANTEKENING: "Werkaantekening",
}
