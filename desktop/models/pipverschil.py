"""What changed between two versions of a plan, in words.

A line that only moved is no difference. Where a line comes from, and its id, are not of what
the plan says, so they are none either.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from desktop.models.formulier import datum_nederlands
from desktop.models.pipinhoud import Dagdeel, Pipinhoud, Regel
from desktop.models.pipkader import Pipkader
from desktop.models.pipveldnamen import BLOKKEN, VELDEN
from desktop.models.weekwoorden import bezigheid_woord, cel, dag_woord, dagdeel_woord
from desktop.models.wegingregels import ROUTES
from desktop.models.woorden import woord
from desktop.taal import N_, _, in_het_nederlands

GELIJKENIS = 0.6
"""From this likeness on two sentences are one that was rewritten; a guess that only sorts."""

STIL = frozenset({"versie"})
"""Fields that differ between any two versions."""
STIL_REGEL = frozenset({"id", "afkomst"})


class Soort(enum.StrEnum):
    """What happened to it."""

    ERBIJ = N_("erbij")
    WEG = N_("weg")
    ANDERS = N_("anders")


@dataclass(frozen=True)
class Verschil:
    """One difference, ready to show."""

    deel: int
    kop: str
    veld: str
    """Field of `Pipinhoud`, dotted below it, as in a `Bevinding`."""
    soort: Soort
    oud: str
    nieuw: str
    gezondheid: bool = False
    """One of the two says something of health."""


def verschil(oud: Pipinhoud, nieuw: Pipinhoud, kader: Pipkader) -> tuple[Verschil, ...]:
    """Every difference, in the order of the plan: facts, routes, week, sentences. In Dutch."""
    with in_het_nederlands():
        return tuple(
            v
            for deel in (
                _velden(oud, nieuw),
                _routes(oud, nieuw),
                _week(oud.week, nieuw.week),
                _regels(oud, nieuw, kader),
            )
            for v in deel
        )


def _een(
    veld: str, kop: str, oud: str, nieuw: str, *, deel: int = 1, gezondheid: bool = False
) -> Iterator[Verschil]:
    if oud == nieuw:
        return
    soort = Soort.ERBIJ if not oud else Soort.WEG if not nieuw else Soort.ANDERS
    yield Verschil(deel, kop, veld, soort, oud, nieuw, gezondheid)


# Fields


def _velden(oud: Pipinhoud, nieuw: Pipinhoud) -> Iterator[Verschil]:
    """Fields of the plan, and of the blocks below it, in the order in which they are declared."""
    for veld in fields(Pipinhoud):
        naam = veld.name
        if naam in BLOKKEN:
            a, b = getattr(oud, naam), getattr(nieuw, naam)
            for onder in fields(a):
                sleutel = f"{naam}.{onder.name}"
                yield from _veld(sleutel, getattr(a, onder.name), getattr(b, onder.name))
        elif naam in VELDEN:
            yield from _veld(naam, getattr(oud, naam), getattr(nieuw, naam))


def _veld(sleutel: str, oud: Any, nieuw: Any) -> Iterator[Verschil]:
    naam = VELDEN[sleutel]
    zeg: Callable[[Any], str] = naam.woord or _woord
    yield from _een(sleutel, _(naam.kop), zeg(oud), zeg(nieuw), deel=naam.deel)


def _woord(waarde: Any) -> str:
    """A value in Dutch words; empty for none."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return _("Ja") if waarde else _("Nee")
    if isinstance(waarde, date):
        return datum_nederlands(waarde)
    if isinstance(waarde, enum.StrEnum):
        return woord(waarde)
    return str(waarde)


# Routes and week


def _routes(oud: Pipinhoud, nieuw: Pipinhoud) -> Iterator[Verschil]:
    for route in ROUTES:
        a, b = oud.oordeel_over(route), nieuw.oordeel_over(route)
        kop = woord(route)
        yield from _een(
            f"oordelen.{route.value}",
            kop,
            *(
                ": ".join(filter(None, (woord(x.oordeel) if x.oordeel else "", x.reden)))
                for x in (a, b)
            ),
        )


def _week(oud: Mapping[str, Any], nieuw: Mapping[str, Any]) -> Iterator[Verschil]:
    bekend = {
        cel(dag, dagdeel): f"{dag_woord(dag)}, {dagdeel_woord(dagdeel).lower()}"
        for dag in range(1, 6)
        for dagdeel in Dagdeel
    }
    vreemd = sorted((oud.keys() | nieuw.keys()) - bekend.keys())
    for sleutel, kop in (*bekend.items(), *((v, v) for v in vreemd)):
        a, b = oud.get(sleutel), nieuw.get(sleutel)
        yield from _een(
            f"week.{sleutel}",
            kop,
            bezigheid_woord(a) if a else "",
            bezigheid_woord(b) if b else "",
        )


# Sentences


def _regels(oud: Pipinhoud, nieuw: Pipinhoud, kader: Pipkader) -> Iterator[Verschil]:
    codes = dict.fromkeys(
        (*(o.code for o in kader.onderdelen), *(r.onderdeel for r in (*oud.regels, *nieuw.regels)))
    )
    for code in codes:
        for a, b in _paren(list(oud.bij(code)), list(nieuw.bij(code))):
            regel = b or a
            assert regel is not None
            yield from _een(
                f"regels.{code}",
                kader.kop(code),
                _regelwoorden(a, b),
                _regelwoorden(b, a),
                deel=regel.deel,
                gezondheid=any(r is not None and r.gezondheid for r in (a, b)),
            )


def _paren(oud: list[Regel], nieuw: list[Regel]) -> list[tuple[Regel | None, Regel | None]]:
    """What went; then each new line beside the old one it was, if any: surest likeness first."""
    vrij = list(oud)
    was: dict[int, Regel] = {}
    for zelfde in (_gelijk, _zelfde_rij, _zelfde_tekst, _zelfde_doel, _lijkt, _zelfde_bron):
        for plaats, regel in enumerate(nieuw):
            if plaats in was:
                continue
            n = next((n for n, a in enumerate(vrij) if zelfde(a, regel)), None)
            if n is not None:
                was[plaats] = vrij.pop(n)
    weg: list[tuple[Regel | None, Regel | None]] = [(a, None) for a in vrij]
    return weg + [(was.get(plaats), regel) for plaats, regel in enumerate(nieuw)]


def _gelijk(a: Regel, b: Regel) -> bool:
    return replace(a, id="", afkomst=b.afkomst) == replace(b, id="")


def _zelfde_rij(a: Regel, b: Regel) -> bool:
    return bool(a.id) and a.id == b.id


def _zelfde_tekst(a: Regel, b: Regel) -> bool:
    return a.tekst == b.tekst


def _zelfde_doel(a: Regel, b: Regel) -> bool:
    return bool(a.doelcode) and a.doelcode == b.doelcode


def _zelfde_bron(a: Regel, b: Regel) -> bool:
    return bool(a.afkomst.id) and replace(a.afkomst, tekst="") == replace(b.afkomst, tekst="")


def _lijkt(a: Regel, b: Regel) -> bool:
    maat = SequenceMatcher(None, a.tekst, b.tekst, autojunk=False)
    return maat.quick_ratio() >= GELIJKENIS and maat.ratio() >= GELIJKENIS


def _regelwoorden(regel: Regel | None, ander: Regel | None) -> str:
    """The sentence, and behind it what is not the same in the other."""
    if regel is None:
        return ""
    delen = [regel.tekst]
    for naam, kop in (
        ("wie", N_("wie helpt: {waarde}")),
        ("wanneer", N_("wanneer: {waarde}")),
        ("hoe", N_("hoe wij het zien: {waarde}")),
        ("domein", N_("leefdomein: {waarde}")),
        ("doelcode", N_("vertaald doel: {waarde}")),
        ("deel", N_("deel {waarde}")),
        ("gezondheid", N_("over gezondheid: {waarde}")),
    ):
        waarde = getattr(regel, naam)
        gewoon = naam in ("domein", "doelcode", "deel", "gezondheid")
        zelfde = ander is not None and getattr(ander, naam) == waarde
        if zelfde or (ander is None and gewoon):
            continue
        # Beside "none" the other one's value stands; it needs no word of its own.
        if tekst := _woord(waarde):
            delen.append(_(kop).format(waarde=tekst))
    return "\n".join(delen)
