"""Sounds, recordings and devices that a test holds in its hand."""

from __future__ import annotations

import array
import math
from collections.abc import Collection, Sequence
from itertools import pairwise

from desktop.models.spraak import Opnamegeluid, Opnameregel, Uiting
from desktop.speech.apparaten import Apparaat, Apparaten, Invoer
from desktop.speech.klank import Klank
from desktop.speech.uitvoer import Stilte, Uitvoer

ZINNEN = {
    "nl": "Hoe gaat het met u vandaag?",
    "en": "How are you today?",
    "ar": "كيف حالك اليوم؟",
    "ti": "ከመይ ኣለኹም ሎሚ መዓልቲ?",
    "tr": "Bugün nasılsınız?",
    "kmr": "Hûn îro çawa ne?",
    "fa": "امروز حال شما چطور است؟",
    "prs": "امروز حال شما چطور است؟",
    "am": "ዛሬ እንዴት ነዎት?",
    "ru": "Как вы себя чувствуете сегодня?",
    "uk": "Як ви почуваєтеся сьогодні?",
    "fr": "Comment allez-vous aujourd'hui ?",
    "es": "¿Cómo está usted hoy?",
}


def toon(ms: int = 400, hertz: float = 440, ritme: int = 24000, sterkte: float = 0.5) -> Klank:
    """A pure tone."""
    golf = (
        round(sterkte * 32767 * math.sin(2 * math.pi * hertz * n / ritme))
        for n in range(ritme * ms // 1000)
    )
    return Klank(array.array("h", golf).tobytes(), ritme)


def stilte(ms: int, ritme: int = 24000) -> Klank:
    """Nothing."""
    return Klank(bytes(2 * (ritme * ms // 1000)), ritme)


def samen(klanken: list[Klank]) -> Klank:
    """One after the other; all in the rate of the first."""
    return Klank(b"".join(k.pcm for k in klanken), klanken[0].ritme)


def hoogte(klank: Klank) -> float:
    """Pitch of a tone in hertz, by its zero crossings."""
    m = array.array("h", klank.pcm)
    kruisingen = sum(1 for a, b in pairwise(m) if (a < 0) != (b < 0))
    return kruisingen / 2 / (len(m) / klank.ritme)


def uiting(
    sleutel: str = "vraag", tekst: str = "", taal: str = "nl", dialect: str = "", **rest: str
) -> Uiting:
    """Something to say; the pronunciation is the text unless another is given."""
    tekst = tekst or ZINNEN[taal]
    return Uiting(
        sleutel,
        rest.get("context", f"T.{sleutel}"),
        tekst,
        rest.get("uitspraak", tekst),
        taal,
        dialect,
    )


class Nepkast:
    """Recordings in memory."""

    def __init__(self) -> None:
        self.opnamen: dict[tuple[str, str, str], Opnamegeluid] = {}
        self.goed: set[str] = set()

    def zet(self, taal: str, context: str, tekst: str, klank: Klank, dialect: str = "") -> None:
        self.opnamen[taal, dialect, context] = Opnamegeluid(tekst, klank.als_ogg())

    def regels(self, taal: str, context: str) -> Sequence[Opnameregel]:
        return [
            Opnameregel(d, o.tekst)
            for (t, d, c), o in self.opnamen.items()
            if (t, c) == (taal, context)
        ]

    def zoek(self, taal: str, dialect: str, context: str) -> Opnamegeluid | None:
        return self.opnamen.get((taal, dialect, context))

    def beproefd(self, taal: str) -> Collection[str]:
        return self.goed


class Nepgeheugen:
    """What a laptop remembers."""

    op_slot = False

    def __init__(self) -> None:
        self.waarden: dict[str, str] = {}

    def lokaal(self, sleutel: str) -> str | None:
        return self.waarden.get(sleutel)

    def onthoud(self, sleutel: str, waarde: str | None) -> None:
        if waarde is None:
            self.waarden.pop(sleutel, None)
        else:
            self.waarden[sleutel] = waarde


class Nepapparaten(Apparaten):
    """Devices that a test plugs in and pulls out. Each is a null device that it steps by hand."""

    compleet = True

    def __init__(self, *codes: str) -> None:
        super().__init__()
        self.codes = list(codes)
        self.banen: dict[str, Stilte] = {}
        self.microfoons: dict[str, Invoer] = {}

    def uitvoer(self) -> list[Apparaat]:
        return [Apparaat(c, c.title()) for c in self.codes]

    def invoer(self) -> list[Apparaat]:
        return [Apparaat(c, c.title()) for c in self.microfoons]

    def open_uitvoer(self, code: str) -> Uitvoer:
        if code not in self.codes:
            raise LookupError(code)
        self.banen[code] = Stilte(versnelling=None, bewaar=64)
        return self.banen[code]

    def open_invoer(self, code: str) -> Invoer:
        return self.microfoons[code]

    def steek_in(self, code: str) -> None:
        self.codes.append(code)
        self.veranderd.emit()

    def trek_uit(self, code: str) -> None:
        self.codes.remove(code)
        self.veranderd.emit()
