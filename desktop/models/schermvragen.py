"""The pages on which a client answers one question, and what a touch on them changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.models.vragen import Kolom, Optie, Vraag, Vraagtype

_GEZICHT_PICTOGRAM = {"goed": "goed", "gaat": "gaat", "slecht": "slecht"}


@dataclass(frozen=True)
class Schermvraag:
    """One page that the client can answer: a question, a part of it, or a row of its grid.

    `voorvoegsel` says where the answer is kept: empty for the question itself,
    `aan_wie` for a part, `ma` for a row of a grid.
    """

    voorvoegsel: str
    titel_context: tuple[tuple[str, str], ...]
    tegels: tuple[tuple[str, str, str, str], ...]
    """(code, msgctxt, Dutch, pictogram)."""
    meer: bool
    hoogstens: int | None = None
    geen: str | None = None
    pictogram: str | None = None
    """Of the row of a grid: who cannot read sees which day it is about."""
    nummer: tuple[int, int] | None = None
    """Which child of how many, where there is a row for each."""


def _uit_opties(opties: Sequence[Optie]) -> tuple[tuple[str, str, str, str], ...]:
    return tuple((o.code, o.context, o.tekst, o.pictogram or "anders") for o in opties)


def _ja_nee() -> tuple[tuple[str, str, str, str], ...]:
    return (("ja", "antwoord.ja", "Ja", "ja"), ("nee", "antwoord.nee", "Nee", "nee"))


def _tegels_van(vraag: Vraag) -> tuple[tuple[str, str, str, str], ...]:
    if vraag.type is Vraagtype.YN:
        return _ja_nee()
    if vraag.type is Vraagtype.FACE3:
        woorden = {"goed": "Goed", "gaat": "Het gaat", "slecht": "Niet goed"}
        return tuple((c, f"gezicht.{c}", w, _GEZICHT_PICTOGRAM[c]) for c, w in woorden.items())
    return _uit_opties(vraag.opties)


@dataclass(frozen=True)
class _Rij:
    code: str
    titel: tuple[tuple[str, str], ...]
    pictogram: str | None = None
    nummer: tuple[int, int] | None = None


def _rasterrijen(vraag: Vraag, kinderen: int) -> list[_Rij]:
    raster = vraag.raster
    assert raster is not None
    hoofd = (vraag.context, vraag.tekst)
    if raster.soort == "kinderen":
        aantal = max(kinderen, 1)
        return [
            _Rij(str(n), (hoofd,), "kind", (n, aantal) if aantal > 1 else None)
            for n in range(1, aantal + 1)
        ]
    return [_Rij(r.code, (hoofd, (r.context, r.tekst)), r.pictogram) for r in raster.rijen]


def schermvragen(
    vraag: Vraag, gekozen: Sequence[str], *, kinderen: int = 0
) -> tuple[Schermvraag, ...]:
    """The pages on which the client answers this question; empty when it is only spoken of."""
    if not vraag.voor_client:
        return ()
    hoofd = (vraag.context, vraag.tekst)
    paginas: list[Schermvraag] = []
    if vraag.raster is not None and vraag.raster.scherm:
        for rij in _rasterrijen(vraag, kinderen):
            paginas += [
                Schermvraag(
                    f"{rij.code}.{kolom.code}",
                    rij.titel,
                    _uit_opties(kolom.opties),
                    meer=False,
                    pictogram=rij.pictogram,
                    nummer=rij.nummer,
                )
                for kolom in vraag.raster.kolommen
                if kolom.type == "keuze"
            ]
            aan = [k for k in vraag.raster.kolommen if k.type == "aan"]
            if aan:
                paginas.append(
                    Schermvraag(
                        rij.code,
                        rij.titel,
                        _kolomtegels(aan),
                        meer=True,
                        pictogram=rij.pictogram,
                        nummer=rij.nummer,
                    )
                )
        return tuple(paginas)
    tegels = _tegels_van(vraag)
    if tegels:
        paginas.append(
            Schermvraag(
                "",
                (hoofd,),
                tegels,
                meer=vraag.type is Vraagtype.MULTI,
                hoogstens=vraag.max,
                geen=vraag.geen,
            )
        )
    for deel in vraag.delen:
        if not deel.scherm or (deel.als and not set(deel.als) & set(gekozen)):
            continue
        opties = _ja_nee() if deel.type is Vraagtype.YN else _uit_opties(deel.opties)
        paginas.append(
            Schermvraag(
                deel.code,
                ((deel.context, deel.tekst),),
                opties,
                meer=deel.type is Vraagtype.MULTI,
                hoogstens=deel.max,
                geen=deel.geen,
            )
        )
    return tuple(paginas)


def _kolomtegels(kolommen: Sequence[Kolom]) -> tuple[tuple[str, str, str, str], ...]:
    return tuple((k.code, k.context, k.tekst, k.pictogram or "anders") for k in kolommen)


def gekozen_op(
    scherm: Schermvraag, opties: Sequence[str], delen: Mapping[str, object]
) -> tuple[str, ...]:
    """What is chosen on this page, in order."""
    if not scherm.voorvoegsel:
        return tuple(opties)
    if not scherm.meer:
        waarde = delen.get(scherm.voorvoegsel)
        return (str(waarde),) if waarde is not None else ()
    kop = f"{scherm.voorvoegsel}."
    rangen = {sleutel[len(kop) :]: w for sleutel, w in delen.items() if sleutel.startswith(kop)}
    volgorde = {tegel[0]: n for n, tegel in enumerate(scherm.tegels)}
    return tuple(sorted(rangen, key=lambda code: volgorde.get(code, 99)))


def zet_op(
    scherm: Schermvraag, gekozen: Sequence[str], delen: Mapping[str, object]
) -> dict[str, object]:
    """The parts after choosing `gekozen` on this page (not the main page)."""
    kop = f"{scherm.voorvoegsel}."
    over = {
        sleutel: waarde
        for sleutel, waarde in delen.items()
        if sleutel != scherm.voorvoegsel and not (scherm.meer and sleutel.startswith(kop))
    }
    if scherm.meer:
        return {**over, **{f"{kop}{code}": True for code in gekozen}}
    return {**over, **({scherm.voorvoegsel: gekozen[0]} if gekozen else {})}
