"""Weighing and plan in an inzage: each version with its own sentences, signatures and dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from desktop.documents.inzagevorm import SUBKOP, Inzagevorm, feiten, lijst
from desktop.documents.inzagewoorden import tabelwoord
from desktop.documents.papier import KOP, alinea
from desktop.models.inzage import Gegeven
from desktop.models.pipinhoud import DEEL_2, Pipinhoud, Regel
from desktop.models.pipwoorden import PLANTABELLEN, WEGINGTABELLEN

PLAN = (*WEGINGTABELLEN, *PLANTABELLEN, "termijnfeit")
"""The tables that this tells."""

_IN_DE_ZIN = ("onderdeel", "tekst", "participatiewet", "domein")
"""Said by the heading and the sentence itself."""
DEEL_2_WOORD = "deel 2, je uitkering"


class Plannen:
    """Sets the weighings, then the versions of the plan, then the dates of the term."""

    def __init__(self, vorm: Inzagevorm) -> None:
        self._vorm, self._c = vorm, vorm.context

    def verhaal(self) -> list[Flowable]:
        """All of it, with whatever belongs to a row that is not in this part."""
        uit: list[Flowable] = []
        for weging in self._op_volgorde("weging", "volgnummer"):
            uit += self._kop(tabelwoord("weging"), weging)
            for tabel in ("routeweging", "onderzoek"):
                uit += self._vorm.tabel(
                    tabel, self._vorm.met(tabel, "weging_id", weging.rij), SUBKOP
                )
        for pip in self._op_volgorde("pip", "versie"):
            uit += self._versie(pip)
        for tabel in PLAN:
            uit += self._vorm.tabel(tabel, self._los(tabel))
        return uit

    def _op_volgorde(self, tabel: str, veld: str) -> list[Gegeven]:
        return sorted(self._vorm.per_tabel.get(tabel, ()), key=lambda g: g.velden.get(veld) or 0)

    def _los(self, tabel: str) -> list[Gegeven]:
        """Rows whose weighing or plan is not there."""
        if tabel in ("weging", "pip"):
            return []
        boven = {g.rij for t in ("weging", "pip") for g in self._vorm.per_tabel.get(t, ())}
        return [
            g
            for g in self._vorm.per_tabel.get(tabel, ())
            if (g.velden.get("pip_id") or g.velden.get("weging_id")) not in boven
        ]

    def _kop(self, kop: str, g: Gegeven) -> list[Flowable]:
        return [CondPageBreak(40 * mm), alinea(kop, KOP), feiten(self._vorm.regels(g))]

    # --- one version

    def _versie(self, pip: Gegeven) -> list[Flowable]:
        vast = _vast(pip)
        gezegd_elders = {"versie"} if vast is None else {"versie", "inhoud"}
        kaal = {veld: w for veld, w in pip.velden.items() if veld not in gezegd_elders}
        rij = Gegeven(pip.tabel, pip.rij, kaal, pip.klassen)
        uit = self._kop(f"{tabelwoord('pip')}, versie {pip.velden.get('versie')}", rij)
        if vast is not None:
            uit.append(feiten(_dagen(vast)))
        for tabel in ("pipdeel2", "pipafschaling"):
            uit += self._vorm.tabel(tabel, self._vorm.met(tabel, "pip_id", pip.rij), SUBKOP)
        rijen = self._vorm.met("pipregel", "pip_id", pip.rij)
        if vast is None:
            uit += self._zinnen("Wat er in het plan staat", rijen)
        else:
            # What holds is the text as it was set; a row can have been written later elsewhere.
            gezegd = [_als_rij(r) for r in vast.regels]
            uit += self._zinnen("Wat er in het plan staat", gezegd)
            bekend = {_zin(g) for g in gezegd}
            later = [g for g in rijen if _zin(g) not in bekend]
            uit += self._zinnen("Later opgeschreven; staat niet in dit plan", later)
        uit += self._vorm.tabel(
            "piphandtekening", self._vorm.met("piphandtekening", "pip_id", pip.rij), SUBKOP
        )
        return uit

    def _zinnen(self, kop: str, rijen: Iterable[Gegeven]) -> list[Flowable]:
        """The sentences under the headings of the plan, in its order; part 2 says so."""
        codes = list(self._c.onderdelen)
        op_orde = sorted(
            rijen, key=lambda g: _plek(codes, str(g.velden["onderdeel"]))
        )  # stable: within a heading they keep their order
        uit = [self._een_zin(g) for g in op_orde]
        return [alinea(kop, SUBKOP), lijst(uit)] if uit else []

    def _een_zin(self, g: Gegeven) -> tuple[str, str, str]:
        code = str(g.velden["onderdeel"])
        kop = self._c.onderdelen.get(code) or code.replace("_", " ").capitalize()
        if g.velden.get("participatiewet"):
            kop = f"{kop} ({DEEL_2_WOORD})"
        rest = {v: w for v, w in g.velden.items() if v not in _IN_DE_ZIN}
        bij = self._vorm.regels(Gegeven(g.tabel, g.rij, rest, g.klassen))
        klein = ". ".join(f"{naam}: {waarde.rstrip('.')}" for naam, waarde in bij)
        return kop, str(g.velden["tekst"]), klein


def _plek(codes: Sequence[str], code: str) -> int:
    return codes.index(code) if code in codes else len(codes)


def _vast(pip: Gegeven) -> Pipinhoud | None:
    tekst = pip.velden.get("inhoud")
    if pip.velden.get("status") != "vastgesteld" or not tekst:
        return None
    return Pipinhoud.van_json(str(tekst))


def _dagen(vast: Pipinhoud) -> list[tuple[str, str]]:
    """The days that were computed when it was set: they stand in no row."""
    data = vast.data
    laatste = data.termijn_einde - timedelta(days=1) if data.termijn_einde else None
    dagen: list[tuple[str, date | None]] = [
        ("Bezwaar kon tot en met", data.bezwaar_tot_en_met),
        ("Je termijn begint", data.termijn_start),
        ("Laatste dag van je termijn", laatste),
        ("Andere route kan tot en met", data.wisselen_tot_en_met),
        ("MAP klaar, het liefst", data.map_streefdag),
        ("Hulp met vaste lasten tot en met", vast.ontzorgen_tot_en_met),
    ]
    uit = [(naam, f"{dag:%d-%m-%Y}") for naam, dag in dagen if dag is not None]
    if vast.functie:
        uit.append(("Functie van wie vaststelde", vast.functie))
    return uit


def _als_rij(r: Regel) -> Gegeven:
    velden: dict[str, Any] = {
        "onderdeel": r.onderdeel,
        "tekst": r.tekst,
        "participatiewet": r.deel == DEEL_2,
        "wie": r.wie,
        "wanneer": r.wanneer.isoformat() if r.wanneer else None,
        "hoe": r.hoe,
        "afkomst_code": r.afkomst.code,
        "afkomst_tekst": r.afkomst.tekst,
    }
    return Gegeven("pipregel", r.id, velden, {})


def _zin(g: Gegeven) -> tuple[Any, ...]:
    return tuple(g.velden.get(v) or "" for v in ("onderdeel", "tekst", "wie", "wanneer", "hoe"))
