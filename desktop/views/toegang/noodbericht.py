"""What the owner of a dossier is told: somebody opened it with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.formulier import datum_nederlands
from desktop.store.aankondiging import Gewijzigd
from desktop.store.nood import Noodregel, lees_nood, ongelezen_nood
from desktop.taal import _, meervoud
from desktop.views.intake.tijd import tijd
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import knop, regel

HOOGSTENS = 3
"""Notices at once: the list below them has to stay in sight."""
ONDERWERPEN = frozenset({"noodtoegang", "dossier", "medewerker"})


class Noodbericht(QFrame):
    """Stands above the caseload, or above one dossier, until it was read. `open`: a dossier's id.

    Hidden while there is nothing to tell.
    """

    open = Signal(str)

    def __init__(self, werkplek: Werkplek, parent: QWidget, *, bij_dossier: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("soort", "aandachtblad")
        self._werkplek = werkplek
        self._bij_dossier = bij_dossier
        self._dossier = ""
        self.regels: list[Noodregel] = []
        self._blad = QVBoxLayout(self)
        self._blad.setContentsMargins(24, 16, 24, 16)
        self._blad.setSpacing(8)
        self._lijst = QWidget(self)
        self._blad.addWidget(self._lijst)
        self.meer = regel("", "zacht", self)
        self._blad.addWidget(self.meer)
        werkplek.gewijzigd.connect(self._na_wijziging)
        self.hide()
        if not bij_dossier:
            self.lees()

    def toon(self, dossier_id: str) -> None:
        """Only what is about this dossier."""
        self._dossier = dossier_id
        self.lees()

    def lees(self) -> None:
        """Reads what was not read yet."""
        store = self._werkplek.store
        if self._bij_dossier and not self._dossier:
            return
        with store.lees() as sessie:
            self.regels = ongelezen_nood(sessie, store.gebruiker_id or "", self._dossier or None)
        getoond = self.regels[:HOOGSTENS]
        self._vul(getoond)
        rest = len(self.regels) - len(getoond)
        self.meer.setText(meervoud("En nog {aantal} keer.", "En nog {aantal} keer.", rest))
        self.meer.setVisible(rest > 0)
        self.setVisible(bool(self.regels))

    def _vul(self, regels: Sequence[Noodregel]) -> None:
        oud, self._lijst = self._lijst, QWidget(self)
        self._blad.replaceWidget(oud, self._lijst)
        oud.hide()
        oud.deleteLater()
        rooster = QGridLayout(self._lijst)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setHorizontalSpacing(24)
        rooster.setVerticalSpacing(12)
        rooster.setColumnStretch(0, 1)
        for n, bericht in enumerate(regels):
            woorden = QVBoxLayout()
            woorden.setSpacing(0)
            kop = regel(self._kop(bericht), "veldnaam", self._lijst)
            kop.setAccessibleName(kop.text())
            woorden.addWidget(kop)
            woorden.addWidget(regel(bericht.reden, "waarde", self._lijst))
            woorden.addWidget(regel(_tot(bericht), "zacht", self._lijst))
            rooster.addLayout(woorden, n, 0)
            rooster.addLayout(self._knoppen(bericht), n, 1, Qt.AlignmentFlag.AlignTop)
        self._lijst.show()

    def _kop(self, bericht: Noodregel) -> str:
        if self._bij_dossier:
            return _("{wie} opende dit dossier op {moment}").format(
                wie=bericht.wie, moment=tijd(bericht.moment)
            )
        return _("{wie} opende het dossier van {naam} op {moment}").format(
            wie=bericht.wie, naam=bericht.naam, moment=tijd(bericht.moment)
        )

    def _knoppen(self, bericht: Noodregel) -> QHBoxLayout:
        rij = QHBoxLayout()
        rij.setSpacing(8)
        if not self._bij_dossier:
            ga = knop(_("Bekijk het dossier"), "gewoon", self._lijst)
            ga.setAccessibleName(_("Bekijk het dossier van {naam}").format(naam=bericht.naam))
            ga.clicked.connect(partial(self.open.emit, bericht.dossier))
            rij.addWidget(ga)
        klaar = knop(_("Gelezen"), "gewoon", self._lijst)
        klaar.setAccessibleName(
            _("Gelezen: {wie} opende het dossier van {naam}").format(
                wie=bericht.wie, naam=bericht.naam
            )
        )
        klaar.clicked.connect(partial(self._gelezen, bericht.id))
        rij.addWidget(klaar)
        return rij

    def _gelezen(self, id_: str) -> None:
        store = self._werkplek.store
        self._werkplek.probeer(lambda: lees_nood(store, [id_]))

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if not ONDERWERPEN.isdisjoint(gewijzigd):
            self.lees()


def _tot(bericht: Noodregel) -> str:
    return _("Kan het dossier zien tot en met {datum}.").format(datum=datum_nederlands(bericht.tot))


class Noodwacht(QObject):
    """Says in a sentence that there is something to read: when it comes, and after each unlock.

    The sentence names nobody: somebody may be sitting at the table.
    """

    def __init__(self, werkplek: Werkplek, parent: QObject) -> None:
        super().__init__(parent)
        self._werkplek = werkplek
        self._gezegd: set[str] = set()
        werkplek.gewijzigd.connect(self._na_wijziging)

    def ontgrendeld(self) -> None:
        """What is still unread is said again."""
        self._gezegd.clear()
        self._zeg()

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if not ONDERWERPEN.isdisjoint(gewijzigd):
            self._zeg()

    def _zeg(self) -> None:
        store = self._werkplek.store
        with store.lees() as sessie:
            nu = {bericht.id for bericht in ongelezen_nood(sessie, store.gebruiker_id or "")}
        nieuw = nu - self._gezegd
        self._gezegd = nu
        if nieuw:
            self._werkplek.melding.emit(
                meervoud(
                    "Een collega opende een dossier van jou, met een reden. "
                    "De reden staat boven je dossiers.",
                    "Collega's openden {aantal} keer een dossier van jou, met een reden. "
                    "De redenen staan boven je dossiers.",
                    len(nieuw),
                )
            )
