"""The dossier form as text: what was typed, what of it can be right, and what it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from desktop.models.deeldatum import Deeldatum, lees_datum
from desktop.models.dossier import (
    DATUMVELDEN,
    DoelgroepPeriode,
    Dossier,
    Dossiergegevens,
    GedetailleerdeDoelgroep,
    Huisgenoot,
    Indeling,
    Relatie,
    controleer_formulier,
    lees_tekst,
    nieuw_nummer,
    sorteernaam,
)
from desktop.models.fouten import Invoerfout, Invoerfouten
from desktop.models.nummers import elfproef

Rij = Mapping[str, str]
"""One typed row of household or doelgroep: field name to text; `id` when it is kept already."""

TEKSTKOLOMMEN = (
    "voornamen",
    "achternaam",
    "bsn",
    "v_nummer",
    "nationaliteit",
    "gemeente",
    "spreektaal",
    "dialect",
    "leestaal",
    "klantmanager_id",
    "telefoon",
    "email",
    "adres",
)
VELDEN = (*TEKSTKOLOMMEN, "geboortedatum", "alfabetisering", *DATUMVELDEN)
EERSTE_GEBOORTEJAAR = 1900


@dataclass(frozen=True)
class Invoer:
    """All that stands in the form, as typed."""

    velden: Mapping[str, str]
    doelgroepen: Sequence[Rij] = ()
    huisgenoten: Sequence[Rij] = ()


@dataclass(frozen=True)
class Doelgroepgegevens:
    """A checked row of the doelgroep history."""

    id: str | None
    vanaf: date
    indeling: Indeling
    gedetailleerd: GedetailleerdeDoelgroep | None


@dataclass(frozen=True)
class Huisgenootgegevens:
    """A checked row of the household."""

    id: str | None
    naam: str
    relatie: Relatie
    geboortejaar: int | None


@dataclass(frozen=True)
class Formulier:
    """A checked form."""

    gegevens: Dossiergegevens
    doelgroepen: tuple[Doelgroepgegevens, ...]
    huisgenoten: tuple[Huisgenootgegevens, ...]


def invoer_van(dossier: Dossier) -> Invoer:
    """A dossier as the form shows it: every value as a klantmanager would type it."""
    velden = {naam: getattr(dossier, naam) or "" for naam in TEKSTKOLOMMEN}
    velden["geboortedatum"] = dossier.geboorte.nederlands() if dossier.geboorte else ""
    velden["alfabetisering"] = dossier.alfabetisering.value
    for naam in DATUMVELDEN:
        velden[naam] = datum_nederlands(getattr(dossier, naam))
    return Invoer(
        velden,
        tuple(
            {
                "id": periode.id,
                "vanaf": datum_nederlands(periode.vanaf),
                "indeling": periode.indeling.value,
                "gedetailleerd": periode.gedetailleerd.value if periode.gedetailleerd else "",
            }
            for periode in dossier.doelgroepen
        ),
        tuple(
            {
                "id": huisgenoot.id,
                "naam": huisgenoot.naam,
                "relatie": huisgenoot.relatie.value,
                "geboortejaar": str(huisgenoot.geboortejaar or ""),
            }
            for huisgenoot in dossier.huisgenoten
        ),
    )


def datum_nederlands(dag: date | None) -> str:
    """A full date as one types it; empty for none."""
    return Deeldatum(dag.year, dag.month, dag.day).nederlands() if dag else ""


def begin_van(gezocht: str) -> dict[str, str]:
    """First fields of a new dossier, from what was searched for in vain."""
    tekst = " ".join(gezocht.split())
    cijfers = tekst.replace(" ", "").replace(".", "").upper().removeprefix("V")
    if cijfers.isdigit():
        return {"bsn" if elfproef(cijfers.zfill(9)) else "v_nummer": cijfers}
    namen = tekst.title() if tekst == tekst.lower() else tekst
    voor, _, achter = namen.partition(" ")
    return {veld: naam for veld, naam in (("voornamen", voor), ("achternaam", achter)) if naam}


def controleer(invoer: Invoer, *, vandaag: date) -> Formulier:
    """Checks the whole form. Raises Invoerfouten; a row's field is named `huisgenoten.0.naam`."""
    fouten: list[Invoerfout] = []
    gegevens = Dossiergegevens()
    try:
        gegevens = controleer_formulier(invoer.velden, vandaag=vandaag)
    except Invoerfouten as meer:
        fouten += meer.fouten
    doelgroepen = _doelgroepen(invoer.doelgroepen, fouten)
    huisgenoten = _huisgenoten(invoer.huisgenoten, fouten, vandaag.year)
    if fouten:
        raise Invoerfouten(fouten)
    return Formulier(gegevens, doelgroepen, huisgenoten)


def _leeg(rij: Rij) -> bool:
    return not any(tekst.strip() for veld, tekst in rij.items() if veld != "id")


def _doelgroepen(rijen: Sequence[Rij], fouten: list[Invoerfout]) -> tuple[Doelgroepgegevens, ...]:
    uit: list[Doelgroepgegevens] = []
    for n, rij in enumerate(rijen):
        if _leeg(rij):
            continue
        plek = f"doelgroepen.{n}."
        vanaf = None
        try:
            vanaf = lees_datum(rij.get("vanaf", ""), veld=plek + "vanaf")
            if vanaf is None:
                raise Invoerfout(plek + "vanaf", "Schrijf op vanaf welke dag deze doelgroep geldt.")
            if any(eerder.vanaf == vanaf for eerder in uit):
                raise Invoerfout(
                    plek + "vanaf", "Deze dag staat er al. Kies een andere of haal een rij weg."
                )
        except Invoerfout as fout:
            fouten.append(fout)
        if not rij.get("indeling"):
            fouten.append(Invoerfout(plek + "indeling", "Kies de doelgroep."))
        elif vanaf is not None:
            fijn = rij.get("gedetailleerd")
            uit.append(
                Doelgroepgegevens(
                    rij.get("id") or None,
                    vanaf,
                    Indeling(rij["indeling"]),
                    GedetailleerdeDoelgroep(fijn) if fijn else None,
                )
            )
    return tuple(uit)


def _huisgenoten(
    rijen: Sequence[Rij], fouten: list[Invoerfout], dit_jaar: int
) -> tuple[Huisgenootgegevens, ...]:
    uit: list[Huisgenootgegevens] = []
    for n, rij in enumerate(rijen):
        if _leeg(rij):
            continue
        plek = f"huisgenoten.{n}."
        naam, jaar = "", None
        try:
            naam = lees_tekst(rij.get("naam", ""), veld=plek + "naam")
        except Invoerfout as fout:
            fouten.append(fout)
        if not rij.get("relatie"):
            fouten.append(Invoerfout(plek + "relatie", "Kies wie dit is voor de cliënt."))
        tekst = rij.get("geboortejaar", "").strip()
        if tekst:
            jaar = int(tekst) if tekst.isdecimal() and len(tekst) == 4 else None
            if jaar is None or not EERSTE_GEBOORTEJAAR <= jaar <= dit_jaar:
                fouten.append(
                    Invoerfout(
                        plek + "geboortejaar",
                        "Schrijf een jaar van {van} tot en met {tot}.",
                        van=EERSTE_GEBOORTEJAAR,
                        tot=dit_jaar,
                    )
                )
        if rij.get("relatie"):
            uit.append(
                Huisgenootgegevens(rij.get("id") or None, naam, Relatie(rij["relatie"]), jaar)
            )
    return tuple(uit)


def gewijzigde_velden(invoer: Invoer, begin: Invoer) -> frozenset[str]:
    """Names of the fields in which something else stands than when the form was loaded."""
    return frozenset(
        veld for veld, tekst in invoer.velden.items() if tekst != begin.velden.get(veld, "")
    )


def nieuw_dossier(formulier: Formulier, *, vandaag: date) -> Dossier:
    """A dossier from a checked form."""
    w = formulier.gegevens.waarden
    dossier = Dossier(
        nummer=nieuw_nummer(w["gemeente"], vandaag),
        sorteernaam=sorteernaam(w["voornamen"], w["achternaam"]),
        **w,
    )
    _zet_doelgroepen(dossier, formulier, None)
    _zet_huisgenoten(dossier, formulier, None)
    return dossier


def werk_bij(dossier: Dossier, formulier: Formulier, invoer: Invoer, begin: Invoer) -> None:
    """Takes over only what was changed in the form.

    What came in from elsewhere since the form was loaded, in a field that was
    not touched here, stays as it came.
    """
    eigen = gewijzigde_velden(invoer, begin)
    w = formulier.gegevens.waarden
    dossier.wijzig(Dossiergegevens({veld: w[veld] for veld in w if veld in eigen}))
    if list(invoer.doelgroepen) != list(begin.doelgroepen):
        _zet_doelgroepen(dossier, formulier, begin)
    if list(invoer.huisgenoten) != list(begin.huisgenoten):
        _zet_huisgenoten(dossier, formulier, begin)


def _zet_doelgroepen(dossier: Dossier, formulier: Formulier, begin: Invoer | None) -> None:
    bestaand = {periode.id: periode for periode in dossier.doelgroepen}
    for weg in _verwijderd(begin.doelgroepen if begin else (), formulier.doelgroepen):
        if weg in bestaand:
            dossier.doelgroepen.remove(bestaand[weg])
    for rij in formulier.doelgroepen:
        periode = bestaand.get(rij.id or "")
        if periode is None:
            periode = DoelgroepPeriode(
                dossier_id=dossier.id, vanaf=rij.vanaf, indeling=rij.indeling
            )
            dossier.doelgroepen.append(periode)
        _zet(periode, vanaf=rij.vanaf, indeling=rij.indeling, gedetailleerd=rij.gedetailleerd)


def _zet_huisgenoten(dossier: Dossier, formulier: Formulier, begin: Invoer | None) -> None:
    bestaand = {huisgenoot.id: huisgenoot for huisgenoot in dossier.huisgenoten}
    for weg in _verwijderd(begin.huisgenoten if begin else (), formulier.huisgenoten):
        if weg in bestaand:
            dossier.huisgenoten.remove(bestaand[weg])
    for n, rij in enumerate(formulier.huisgenoten):
        huisgenoot = bestaand.get(rij.id or "")
        if huisgenoot is None:
            huisgenoot = Huisgenoot(dossier_id=dossier.id)
            dossier.huisgenoten.append(huisgenoot)
        _zet(
            huisgenoot,
            naam=rij.naam,
            relatie=rij.relatie,
            geboortejaar=rij.geboortejaar,
            volgorde=n,
        )


R = TypeVar("R", Doelgroepgegevens, Huisgenootgegevens)


def _verwijderd(begin: Sequence[Rij], nu: Sequence[R]) -> set[str]:
    """Rows that stood in the form when it was loaded and are gone from it."""
    return {rij["id"] for rij in begin if rij.get("id")} - {rij.id for rij in nu if rij.id}


def _zet(rij: DoelgroepPeriode | Huisgenoot, **waarden: object) -> None:
    for naam, waarde in waarden.items():
        if getattr(rij, naam) != waarde:
            setattr(rij, naam, waarde)
