"""Colleagues, and a laptop that is coupled with a centre that the test holds in its hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Medewerker, Rol
from desktop.models.rechten import RECHTEN
from desktop.store.store import Store
from desktop.sync.stand import Rechten
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte

Namen = Mapping[str, str]
Toon = Callable[[QWidget], None]


class Nepcentrale:
    """What the screens ask of the exchange. `fout` is raised instead of an answer."""

    def __init__(self) -> None:
        self.nummers: dict[str, tuple[str, str]] = {}
        self.gezocht: list[tuple[str, str]] = []
        self.regels: list[Any] = []
        self.fout: Exception | None = None

    def zoek_nummer(self, nummer: str, reden: str) -> tuple[str, str] | None:
        self.gezocht.append((nummer, reden))
        if self.fout is not None:
            raise self.fout
        return self.nummers.get(nummer)

    def spoor(self, dossier: str | None, voor: str | None, hoeveel: int) -> Sequence[Any]:
        if self.fout is not None:
            raise self.fout
        return [r for r in self.regels if voor is None or r.klok < voor][:hoeveel]


class Nepdraad(QObject):
    """Makes no rounds, but counts what was asked."""

    klaar = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.gevraagd = 0

    def nu_bijwerken(self) -> None:
        self.gevraagd += 1


@pytest.fixture
def mensen(store: Store) -> Namen:
    """Colleagues by a short name; `anneke` is the user."""
    rollen = {
        "jelle": ("Jelle Kramer", Rol.KLANTMANAGER),
        "fatima": ("Fatima Aydin", Rol.KLANTMANAGER),
        "karin": ("Karin Visser", Rol.LEIDINGGEVENDE),
        "bas": ("Bas Beheer", Rol.BEHEERDER),
        "vera": ("Vera Smit", Rol.VLUCHTELINGENWERK),
    }
    with store.work() as work:
        wie = {
            kort: Medewerker(naam=naam, rol=rol, gemeente="0171")
            for kort, (naam, rol) in rollen.items()
        }
        work.voeg_toe(*wie.values())
    return {"anneke": store.gebruiker_id or "", **{k: m.id for k, m in wie.items()}}


@pytest.fixture
def centrale() -> Nepcentrale:
    return Nepcentrale()


@pytest.fixture
def draad() -> Iterator[Nepdraad]:
    draad = Nepdraad()
    yield draad
    draad.deleteLater()


@pytest.fixture
def koppel(
    werkplek: Werkplek, store: Store, mensen: Namen, centrale: Nepcentrale, draad: Nepdraad
) -> Callable[..., None]:
    """Couples the laptop, for this colleague with this role."""

    def doe(wie: str = "anneke", rol: Rol = Rol.KLANTMANAGER) -> None:
        store.word(mensen[wie])
        werkplek.sync = centrale  # type: ignore[assignment]
        werkplek.draad = draad  # type: ignore[assignment]
        recht = RECHTEN[rol]
        werkplek.rechten = (Rechten("0171", mensen[wie], rol, recht.lezen, recht.schrijven),)
        werkplek.gewijzigd.emit({"rechten": frozenset({"0171"})})

    return doe


@pytest.fixture
def toon(qtbot: QtBot) -> Toon:
    """Shows a screen as the active window."""

    def doe(scherm: QWidget) -> None:
        qtbot.addWidget(scherm)
        scherm.resize(1366, 768)
        scherm.show()
        scherm.activateWindow()
        qtbot.waitUntil(scherm.isActiveWindow)

    return doe


@pytest.fixture
def werkruimte(werkplek: Werkplek, toon: Toon) -> Iterator[Werkruimte]:
    """The room with all screens."""
    ruimte = Werkruimte(werkplek)
    toon(ruimte)
    yield ruimte
    ruimte.sluit()
