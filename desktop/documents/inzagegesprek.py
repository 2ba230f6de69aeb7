"""The talks in an inzage: sittings, answers and notes by leefdomein, and what was agreed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from desktop.documents.inzagevorm import SUBKOP, Inzagevorm, feiten, lijst
from desktop.documents.inzagewoorden import tabelwoord
from desktop.documents.papier import KLEIN, KOP, alinea
from desktop.models.antwoord import Antwoord, Antwoordstatus, Notitiesoort, Wijze
from desktop.models.antwoordtekst import antwoordregels
from desktop.models.inzage import Gegeven
from desktop.models.vragen import SCHAAL_WOORDEN, Vraagtype
from desktop.models.woorden import woord

GESPREK = (
    "brede_intake",
    "zitting",
    "deelnemer",
    "antwoord",
    "notitie",
    "domeinoverslag",
    "alleenmoment",
    "afspraak",
)
"""The tables that a talk is made of."""

_NOTITIES: Mapping[str, str] = {
    Notitiesoort.AFGESCHERMD: "Afgeschermde notitie",
    Notitiesoort.WERKAANTEKENING: "Werkaantekening",
}


class Gesprekken:
    """Sets the talks, one after another."""

    def __init__(self, vorm: Inzagevorm) -> None:
        self._vorm, self._c = vorm, vorm.context

    def verhaal(self) -> list[Flowable]:
        """Each talk; then what belongs to one that is not in this part."""
        uit: list[Flowable] = []
        gesprekken = self._vorm.per_tabel.get("brede_intake", [])
        for n, g in enumerate(gesprekken, 1):
            kop = "Het gesprek" if len(gesprekken) == 1 else f"Gesprek {n}"
            uit += [CondPageBreak(40 * mm), alinea(kop, KOP)]
            uit.append(feiten(self._vorm.regels(g)))
            uit += self._van_gesprek(g.rij)
        bekend = {g.rij for g in gesprekken}
        los = {g.velden.get("intake_id") for t in GESPREK for g in self._vorm.per_tabel.get(t, ())}
        for rij in sorted(str(r) for r in los if r and r not in bekend):
            uit += [alinea("Uit het gesprek", KOP), *self._van_gesprek(rij)]
        return uit

    def _van_gesprek(self, intake: str) -> list[Flowable]:
        uit: list[Flowable] = []
        for zitting in self._vorm.met("zitting", "intake_id", intake):
            uit += [alinea(tabelwoord("zitting"), SUBKOP)]
            uit.append(feiten(self._vorm.regels(zitting)))
            wie = [
                self._deelnemer(d) for d in self._vorm.met("deelnemer", "zitting_id", zitting.rij)
            ]
            if wie:
                uit.append(feiten([(tabelwoord("deelnemer"), "\n".join(wie))]))
            for tabel in ("taalcheck", "tolktijd"):
                bij = self._vorm.met(tabel, "zitting_id", zitting.rij)
                uit += self._vorm.tabel(tabel, bij, SUBKOP)
        uit += self._antwoorden(intake)
        for tabel in ("domeinoverslag", "alleenmoment", "afspraak"):
            uit += self._vorm.tabel(tabel, self._vorm.met(tabel, "intake_id", intake), SUBKOP)
        return uit

    def _deelnemer(self, g: Gegeven) -> str:
        return ", ".join(waarde for _naam, waarde in self._vorm.regels(g))

    def _antwoorden(self, intake: str) -> list[Flowable]:
        """Answers and notes, one leefdomein after another."""
        antwoorden = self._vorm.met("antwoord", "intake_id", intake)
        notities = self._vorm.met("notitie", "intake_id", intake)
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
                uit.append(lijst(rijen))
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
            wat = [f"{naam}: {waarde}" for naam, waarde in self._vorm.regels(g)]
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
        return lijst([(soort, str(g.velden.get("tekst") or ""), self._wie_wanneer(g, ""))])

    def _wie_wanneer(self, g: Gegeven, hoe: str) -> str:
        feiten = dict(self._vorm.regels(g))
        return ", ".join(d for d in (hoe, feiten.get("Door"), feiten.get("Wanneer")) if d)


def _code(g: Gegeven) -> str:
    return str(g.velden.get("vraag_code") or "")


def _kinderen(delen: Mapping[str, object]) -> int:
    """Rows of a grid of children: as many as were filled in."""
    nummers = [int(kop) for sleutel in delen if (kop := sleutel.split(".", 1)[0]).isdigit()]
    return max(nummers, default=0)
