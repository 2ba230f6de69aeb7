"""What the papers of a plan are made from: one reading of the store, then plain values."""

from __future__ import annotations

import base64
import enum
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.catalogi import pipkader
from desktop.documents.bestand import NietBewaard, bewaar
from desktop.documents.gegevens import Keus
from desktop.documents.mijnplangegevens import mijnplan_uit
from desktop.documents.mijnplanwaarden import Mijnplan
from desktop.documents.plandruk import Gemeente, Getekend, Plandruk, Versieregel
from desktop.models.gemeentegegevens import Gemeentegegevens
from desktop.models.handtekening import Handtekening
from desktop.models.pip import Pip
from desktop.models.pipdelen import Handtekenwijze, Piphandtekening
from desktop.models.pipinhoud import Pipinhoud
from desktop.models.prompts import Prompts
from desktop.models.taalkeuze import Taalkeuze
from desktop.models.tijdzone import kalenderdag
from desktop.models.woorden import woord
from desktop.store.pippapieren import planbron
from desktop.store.termijnen import beleid
from desktop.views.werkplek import Werkplek


def bezwaar_weken() -> int:
    """How many weeks somebody has to object, as the policy says."""
    return beleid()["bezwaar"].duur.hele_weken


class Papier(enum.StrEnum):
    """The papers of a plan; the value is the beginning of the file's name."""

    BESCHIKKING = "beschikking"
    PIP = "pip"
    MIJN_PLAN = "mijn-plan"
    OVERTYPBLAD = "overtypblad"


@dataclass(frozen=True)
class Planpapieren:
    """All that goes on paper of one version."""

    inhoud: Pipinhoud
    gemeente: Gemeente
    bsn: str
    getekend: tuple[Getekend, ...]
    versies: tuple[Versieregel, ...]
    keuze: Taalkeuze
    """How the client reads and hears."""

    def druk(self, keus: Keus) -> Plandruk:
        """For the Dutch papers."""
        return Plandruk(
            gemeente=self.gemeente,
            onderdelen=pipkader().onderdelen,
            bezwaar_weken=bezwaar_weken(),
            bsn=self.bsn,
            keus=keus,
        )

    def mijnplan(self, prompts: Prompts, vandaag: date, *, met_gezondheid: bool) -> Mijnplan:
        """The client's page."""
        return mijnplan_uit(self.inhoud, prompts, vandaag=vandaag, met_gezondheid=met_gezondheid)

    def maker(self, papier: Papier, keus: Keus) -> Callable[[], bytes]:
        """Makes one of the Dutch papers; may run on another thread."""
        inhoud, druk = self.inhoud, self.druk(keus)
        getekend, versies, bsn = self.getekend, self.versies, self.bsn

        def maak() -> bytes:
            # Imported where it runs: ReportLab takes a moment, and the window stays alive.
            if papier is Papier.BESCHIKKING:
                from desktop.documents.beschikking import maak_beschikking

                return maak_beschikking(inhoud, druk)
            if papier is Papier.OVERTYPBLAD:
                from desktop.documents.overtypblad import maak_overtypblad

                return maak_overtypblad(inhoud, bsn=bsn)
            from desktop.documents.pipstuk import maak_pipstuk

            return maak_pipstuk(inhoud, druk, getekend, versies)

        return maak


def bewaar_samen(werk: Sequence[tuple[Callable[[], bytes], str]], map_: Path) -> tuple[Path, ...]:
    """Keeps all of these papers, or none: half a set would stand there unseen, not encrypted.

    `werk` is how each is made, and its name. Raises NietBewaard with a sentence.
    """
    stukken = [(maak(), naam) for maak, naam in werk]
    gemaakt: list[Path] = []
    try:
        for inhoud, naam in stukken:
            gemaakt.append(bewaar(inhoud, map_, naam))
    except NietBewaard:
        for pad in gemaakt:
            with suppress(OSError):  # what went wrong before is what the user should hear
                pad.unlink(missing_ok=True)
        raise
    return tuple(gemaakt)


def planpapieren(werkplek: Werkplek, pip_id: str) -> Planpapieren | None:
    """Reads it; None when the version is gone. A draft has the dates of being set today."""
    store = werkplek.store
    with store.lees() as sessie:
        bron = planbron(sessie, pip_id, store.vandaag())
        if bron is None:
            return None
        code = bron.inhoud.wie.gemeente
        naam = next((g.naam for g in werkplek.gemeenten if g.code == code), code)
        return Planpapieren(
            inhoud=bron.inhoud,
            gemeente=_gemeente(naam, bron.gemeente),
            bsn=bron.bsn,
            getekend=tuple(_getekend(h) for h in bron.handtekeningen),
            versies=tuple(_versieregel(v) for v in bron.versies),
            keuze=bron.keuze,
        )


def _gemeente(naam: str, rij: Gemeentegegevens | None) -> Gemeente:
    if rij is None:
        return Gemeente(naam)
    return Gemeente(
        naam=_kale_naam(rij.naam) or naam,
        adres=rij.adres,
        postcode_plaats=rij.postcode_plaats,
        bezwaaradres=rij.bezwaaradres,
        telefoon=rij.telefoon,
        email=rij.email,
        website=rij.website,
        logo=base64.b64decode(rij.logo) if rij.logo else b"",
        slot=rij.ondertekenaar_slot or Gemeente.slot,
    )


def _kale_naam(naam: str) -> str:
    """The papers say the word themselves."""
    begin, _spatie, rest = naam.partition(" ")
    return rest if begin.casefold() == "gemeente" and rest else naam


def _getekend(h: Piphandtekening) -> Getekend:
    op_scherm = h.wijze is Handtekenwijze.SCHERM and h.strepen
    return Getekend(
        wijze=h.wijze.value,
        op=kalenderdag(h.op),
        verklaring=h.verklaring.value if h.verklaring is not None else "",
        tolk=h.tolk,
        handtekening=Handtekening.van_json(h.strepen) if op_scherm else None,
    )


def _versieregel(v: Pip) -> Versieregel:
    inhoud = v.vastgelegde_inhoud
    return Versieregel(
        versie=v.versie,
        dagtekening=v.dagtekening,
        reden=woord(v.wijzigreden) if v.wijzigreden is not None else "",
        door=inhoud.vastgesteld_door if inhoud is not None else "",
    )
