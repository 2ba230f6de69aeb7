"""The file for a translation office, out and in; every fault stands beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop import catalogi
from desktop.documents.bestand import schrijf
from desktop.exchange.vertaalbestand import (
    Bestandgeweigerd,
    Inlezing,
    lees_vertaalbestand,
    vertaalbestand,
)
from desktop.models.catalogus import Taal
from desktop.store.vertalingen import herkomsten, huidige_catalogus, meldingen, neem_op
from desktop.taal import _, meervoud
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import knop, regel

_REGELS = 6
"""Lines of the list that are shown at once; the rest scrolls."""
_RAND = 28


class Bestandkaart(QFrame):
    """What came of the last file; hidden until there is something to tell."""

    gesloten = Signal()

    def __init__(self, werkplek: Werkplek, taal: Taal, parent: QWidget) -> None:
        super().__init__(parent)
        self._werkplek, self._taal = werkplek, taal
        self.setProperty("soort", "vraagbalk")
        vak = QVBoxLayout(self)
        vak.setContentsMargins(16, 12, 16, 12)
        vak.setSpacing(8)
        boven = QHBoxLayout()
        self.zin = regel("", "veldnaam", self)
        self.sluit = knop(_("Sluit"), "gewoon", self)
        self.sluit.clicked.connect(self._sluit)
        boven.addWidget(self.zin, 1)
        boven.addWidget(self.sluit)
        vak.addLayout(boven)
        self.lijst = QPlainTextEdit(self)
        self.lijst.setReadOnly(True)
        self.lijst.setTabChangesFocus(True)
        self.lijst.setAccessibleName(_("Wat er in het bestand niet klopt"))
        vak.addWidget(self.lijst)
        self.hide()

    def maak(self) -> None:
        """Asks where, and writes the file."""
        pad, _soort = QFileDialog.getSaveFileName(
            self,
            _("Waar komt het bestand?"),
            str(_documenten() / f"viergesprek-{self._taal.tag}.po"),
            _("Vertaalbestand (*.po)"),
        )
        if not pad:
            return
        store, tag = self._werkplek.store, self._taal.tag
        with store.lees() as sessie:
            inhoud = vertaalbestand(
                self._taal,
                catalogi.bronteksten(store.lijst),
                huidige_catalogus(sessie, tag),
                meldingen(sessie, tag),
                herkomsten(sessie, tag),
            )
        try:
            schrijf(inhoud, Path(pad))
        except OSError:
            self._zeg(_("Hier kan het bestand niet worden bewaard. Kies een andere plek."))
        else:
            self._zeg(_("Het bestand staat klaar: {naam}").format(naam=Path(pad).name))

    def lees_in(self) -> None:
        """Asks which, and takes it whole or not at all."""
        pad, _soort = QFileDialog.getOpenFileName(
            self,
            _("Het bestand van het vertaalbureau"),
            str(_documenten()),
            _("Vertaalbestand (*.po);;Alle bestanden (*)"),
        )
        if not pad:
            return
        store = self._werkplek.store
        try:
            inhoud = Path(pad).read_bytes()
        except OSError:
            self._zeg(_("Dit bestand kan niet worden gelezen. Kies een ander bestand."))
            return
        try:
            inlezing = lees_vertaalbestand(
                inhoud, catalogi.talen(), catalogi.bronteksten(store.lijst), self._taal
            )
        except Bestandgeweigerd as fout:
            zin = _(fout.zin).format(**fout.waarden)
            self._zeg(zin, [str(f) for f in fout.fouten])
            return
        self._neem_op(inlezing, Path(pad).name)

    def _neem_op(self, inlezing: Inlezing, naam: str) -> None:
        store, aantal = self._werkplek.store, 0

        def doe() -> None:
            nonlocal aantal
            wie = inlezing.vertaler or naam
            with store.work() as work:
                aantal = neem_op(work, self._taal.tag, inlezing.regels, wie, store.vandaag())

        if not self._werkplek.probeer(doe):
            return
        zin = meervoud(
            "{aantal} tekst is opgenomen, als concept.",
            "{aantal} teksten zijn opgenomen, als concept.",
            aantal,
        )
        rest = [str(oud) for oud in inlezing.verouderd]
        if inlezing.onzeker:
            rest.append(
                meervoud(
                    "{aantal} tekst is onzeker (fuzzy) en overgeslagen.",
                    "{aantal} teksten zijn onzeker (fuzzy) en overgeslagen.",
                    inlezing.onzeker,
                )
            )
        self._zeg(zin, rest)

    def _zeg(self, zin: str, regels: list[str] | None = None) -> None:
        self.zin.setText(zin)
        self.lijst.setPlainText("\n".join(regels or ()))
        self.lijst.setVisible(bool(regels))
        hoog = min(len(regels or ()), _REGELS) * self.fontMetrics().lineSpacing() + _RAND
        self.lijst.setFixedHeight(hoog)
        self.show()
        self.sluit.setFocus()

    def _sluit(self) -> None:
        self.hide()
        self.gesloten.emit()


def _documenten() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
