"""Screens of the real question list, and what can be measured of them in the client's window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from desktop import catalogi
from desktop.models.clientbeeld import Clientbeeld, beeld_van_vraag
from desktop.models.intake import BredeIntake
from desktop.models.prompts import Prompts
from desktop.models.schermvragen import schermvragen
from desktop.models.vragen import Vraagtype, Vragenlijst
from desktop.views import stijl
from desktop.views.client.knop import Plaatjeknop
from desktop.views.client.venster import Clientvenster

BADINI = "kmr/Arabisch"
"""Kurmanji as Badini speakers from Iraq read it."""
TALEN = (*catalogi.talen(), BADINI)
MATEN = ((1024, 600), (1366, 768), (1920, 1080), (3840, 2160))
KINDEREN = 2


@dataclass(frozen=True)
class Scherm:
    """One page of one question; `naam` says which."""

    naam: str
    beeld: Clientbeeld


def alle_schermen(lijst: Vragenlijst, prompts: Prompts) -> Iterator[Scherm]:
    """Every page that a client can be shown, as if every option that opens one was chosen."""
    intake = BredeIntake(dossier_id="d", vragenlijst=lijst.versie, taal=prompts.taal.tag)
    for vraag in lijst.vragen.values():
        if not vraag.voor_client:
            continue
        domein = lijst.domein(vraag.domein).pictogram
        if vraag.type is Vraagtype.NUM:
            beeld = beeld_van_vraag(intake, vraag, prompts, domein_pictogram=domein, scherm=None)
            yield Scherm(vraag.code, beeld)
            continue
        for scherm in schermvragen(vraag, vraag.keuzecodes, kinderen=KINDEREN):
            pagina, paginas = 0, 1
            while pagina < paginas:
                beeld = beeld_van_vraag(
                    intake,
                    vraag,
                    prompts,
                    domein_pictogram=domein,
                    scherm=scherm,
                    pagina=pagina,
                )
                paginas = beeld.paginas
                pagina += 1
                yield Scherm(f"{vraag.code} {scherm.voorvoegsel} {pagina}", beeld)


def zichtbare_knoppen(venster: Clientvenster) -> list[Plaatjeknop]:
    """Everything that can be touched now."""
    return [knop for knop in venster.findChildren(Plaatjeknop) if knop.isVisible()]


def vak(venster: Clientvenster, deel: QWidget) -> QRect:
    """Where a part stands in the window."""
    return QRect(deel.mapTo(venster, deel.rect().topLeft()), deel.size())


def gespiegeld(venster: Clientvenster, plek: QRect) -> QRect:
    """The same place, seen in a mirror."""
    return QRect(venster.width() - plek.x() - plek.width(), plek.y(), plek.width(), plek.height())


def breekt(tekst: str, pixels: int, breed: float, hoog: float, *, vet: bool) -> bool:
    """True when a word is wider than its box, or the lines are higher."""
    maten = QFontMetrics(stijl.letter(pixels, vet=vet))
    if any(maten.horizontalAdvance(woord) > breed for woord in tekst.split()):
        return True
    ruim = QRect(0, 0, int(breed), 10_000)
    return maten.boundingRect(ruim, int(Qt.TextFlag.TextWordWrap), tekst).height() > hoog
