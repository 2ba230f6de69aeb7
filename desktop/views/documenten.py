"""Making the papers: the summary for the file, and the client's own page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFocusEvent,
    QImage,
    QImageWriter,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from desktop import catalogi
from desktop.documents.bestand import NietBewaard, bestandsnaam, bewaar
from desktop.documents.clientblad import BREED, HOOG, maak_clientblad, teken_clientblad
from desktop.documents.clientgegevens import Clientblad, clientblad_uit
from desktop.documents.gegevens import Keus, Samenvatting, samenvatting_uit
from desktop.documents.huisstijl import Huisstijl
from desktop.documents.telefoonblad import maak_telefoonblad
from desktop.documents.telefoonbladgegevens import geplande_domeinen, telefoonblad_uit
from desktop.models.intake import BredeIntake
from desktop.models.spoor import Inzagesoort
from desktop.taal import _, meervoud
from desktop.views.stijl import TINTEN
from desktop.views.taken import Achtergrondtaak
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, Sectie, knop, regel

ONTHOUDEN_MAP = "documentenmap"
BEELDMAAT = 128
VOORBEELD_BREED = 300


class Documentpaneel(Blad):
    """Choose what is printed and where it goes; see the client's page before it is made.

    `gezien` carries what went on a paper that was made, for the trail.
    """

    gezien = Signal(object)

    def __init__(self, werkplek: Werkplek, intake_id: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Samenvatting maken"), parent)
        self._werkplek, self._intake_id = werkplek, intake_id
        self._taak: Achtergrondtaak | None = None
        self.gemaakt: Path | None = None
        self._wat: tuple[Inzagesoort, ...] = ()
        self.leg([self._keuzekaart()], [self._voorbeeldkaart()])
        self._lees()

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the one thing to do.
        self.maak.setFocus(gebeurtenis.reason())

    def _keuzekaart(self) -> Sectie:
        kaart = Sectie(_("Voor het dossier"), self)
        vak = kaart.blad
        vak.setSpacing(8)
        self.inhoud = regel("", "zacht", kaart)
        vak.addWidget(self.inhoud)
        self.met_gezondheid = QCheckBox(_("Druk ook gezondheid af"), kaart)
        self.met_afgeschermd = QCheckBox(_("Druk ook afgeschermde notities af"), kaart)
        for keuze in (self.met_gezondheid, self.met_afgeschermd):
            keuze.setAccessibleName(keuze.text())
            keuze.toggled.connect(self._toon_inhoud)
            vak.addWidget(keuze)
        vak.addSpacing(8)
        vak.addWidget(regel(_("Bewaren in deze map"), "veldnaam", kaart))
        rij = QHBoxLayout()
        self.map = QLineEdit(kaart)
        self.map.setAccessibleName(_("Map waarin de papieren komen"))
        self.kies = knop(_("Andere map"), "gewoon", kaart)
        self.kies.clicked.connect(self._kies_map)
        rij.addWidget(self.map, 1)
        rij.addWidget(self.kies)
        vak.addLayout(rij)
        self.fout = regel("", "fout", kaart)
        self.fout.hide()
        vak.addWidget(self.fout)
        let_op = _("Een papier is niet versleuteld. Gooi het weg als je het niet meer nodig hebt.")
        vak.addWidget(regel(let_op, "klein", kaart))
        vak.addSpacing(8)
        knoppen = QHBoxLayout()
        self.maak = knop(_("Maak de samenvatting"), "hoofd", kaart)
        self.maak.clicked.connect(self._maak_samenvatting)
        self.maak_blad = knop(_("Maak het blad voor de cliënt"), "gewoon", kaart)
        self.maak_blad.clicked.connect(self._maak_blad)
        self.maak_tolkblad = knop(_("Maak het blad voor de tolk"), "gewoon", kaart)
        self.maak_tolkblad.setToolTip(_("Alle vragen in twee talen, zonder iets over de cliënt"))
        self.maak_tolkblad.clicked.connect(self._maak_tolkblad)
        knoppen.addWidget(self.maak)
        knoppen.addWidget(self.maak_blad)
        knoppen.addWidget(self.maak_tolkblad)
        knoppen.addStretch()
        vak.addLayout(knoppen)
        klaar = QHBoxLayout()
        self.klaar = regel("", "zacht", kaart)
        self.open = knop(_("Open om af te drukken"), "gewoon", kaart)
        self.open.clicked.connect(self._open_papier)
        self.open.hide()
        klaar.addWidget(self.klaar, 1)
        klaar.addWidget(self.open)
        vak.addLayout(klaar)
        return kaart

    def _voorbeeldkaart(self) -> Sectie:
        kaart = Sectie(_("Voor de cliënt"), self)
        kaart.blad.addWidget(
            regel(_("Dit krijgt de cliënt mee, in de eigen taal."), "zacht", kaart)
        )
        self.voorbeeld = _Voorbeeld(self._werkplek, kaart)
        kaart.blad.addWidget(self.voorbeeld, 0, Qt.AlignmentFlag.AlignHCenter)
        return kaart

    def _lees(self) -> None:
        store = self._werkplek.store
        with store.lees() as sessie:
            intake = sessie.get_one(BredeIntake, self._intake_id)
            lijst = store.lijst_van(intake.vragenlijst)
            self.nummer = intake.dossier.nummer
            self._blad = clientblad_uit(
                intake,
                lijst,
                self._werkplek.prompts_voor(intake.taalkeuze),
                vandaag=store.vandaag(),
            )
            self._gemeente = next(
                (g.naam for g in self._werkplek.gemeenten if g.code == intake.dossier.gemeente),
                intake.dossier.gemeente,
            )
            taal = catalogi.talen().get(intake.taal)  # in Dutch, for on paper
            self._taal = taal.naam if taal else intake.taal
        self.voorbeeld.toon(self._blad)
        standaard = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        self.map.setText(store.lokaal(ONTHOUDEN_MAP) or standaard)
        self._toon_inhoud()

    def _keus(self) -> Keus:
        return Keus(self.met_gezondheid.isChecked(), self.met_afgeschermd.isChecked())

    def _gegevens(self) -> Samenvatting:
        store = self._werkplek.store
        with store.lees() as sessie:
            intake = sessie.get_one(BredeIntake, self._intake_id)
            return samenvatting_uit(
                intake,
                store.lijst_van(intake.vragenlijst),
                self._keus(),
                gemeente=self._gemeente,
                taal=self._taal,
                vandaag=store.vandaag(),
            )

    def _toon_inhoud(self) -> None:
        weg = self._gegevens().weggelaten
        if not weg:
            self.inhoud.setText(_("Alle antwoorden en notities staan erin."))
            return
        self.inhoud.setText(
            meervoud(
                "Eén antwoord of notitie over gezondheid of veiligheid blijft eruit.",
                "{aantal} antwoorden en notities over gezondheid of veiligheid blijven eruit.",
                weg,
            )
        )

    def _huisstijl(self) -> Huisstijl:
        register = self._werkplek.pictogrammen
        with self._werkplek.store.lees() as sessie:
            versie = sessie.get_one(BredeIntake, self._intake_id).vragenlijst
        domeinen = self._werkplek.store.lijst_van(versie).domeinen
        return Huisstijl(
            TINTEN,
            {d.code: _png(register.pixmap(d.pictogram, BEELDMAAT).toImage()) for d in domeinen},
        )

    def _maak_samenvatting(self) -> None:
        self._start(
            partial(_samenvatting, self._gegevens(), self._huisstijl()),
            bestandsnaam("samenvatting", self.nummer),
            *self._keus_gezien(),
        )

    def _maak_blad(self) -> None:
        # Qt's painting is quick and the register belongs to this thread.
        inhoud = maak_clientblad(self._blad, self._werkplek.pictogrammen.teken)
        self._start(lambda: inhoud, bestandsnaam("blad-client", self.nummer))

    def _maak_tolkblad(self) -> None:
        store = self._werkplek.store
        with store.lees() as sessie:
            intake = sessie.get_one(BredeIntake, self._intake_id)
            blad = telefoonblad_uit(
                store.lijst_van(intake.vragenlijst),
                geplande_domeinen(intake),
                self._werkplek.prompts_voor(intake.taalkeuze),
                catalogi.ambtswoorden(),
            )
        # Neither the number nor anything else of the dossier: this sheet goes to somebody else.
        self._start(partial(maak_telefoonblad, blad), bestandsnaam("blad-tolk", intake.taal))
        self._wat = ()  # nothing about the client was looked at

    def _keus_gezien(self) -> Iterator[Inzagesoort]:
        if self.met_gezondheid.isChecked():
            yield Inzagesoort.GEZONDHEID
        if self.met_afgeschermd.isChecked():
            yield Inzagesoort.AFGESCHERMD

    def _start(self, maak: Callable[[], bytes], naam: str, *ook: Inzagesoort) -> None:
        self._wat = (Inzagesoort.SAMENVATTING, *ook)
        self.fout.hide()
        self.map.setAccessibleDescription("")
        self.klaar.setText(_("Even wachten…"))
        self.open.hide()
        self._zet_bezig(True)
        map_ = _map(self.map.text())
        self._taak = Achtergrondtaak(lambda: bewaar(maak(), map_, naam), self)
        self._taak.klaar.connect(self._gelukt)
        self._taak.mislukt.connect(self._mislukt)
        self._taak.start()

    def _gelukt(self, pad: Path) -> None:
        self._zet_bezig(False)
        self.gemaakt = pad
        if self._wat:
            self.gezien.emit(self._wat)
        self._werkplek.store.onthoud(ONTHOUDEN_MAP, str(pad.parent))
        self.klaar.setText(_("Klaar: {bestand}").format(bestand=pad.name))
        self.open.show()

    def _mislukt(self, fout: Exception) -> None:
        self._zet_bezig(False)
        self.klaar.setText("")
        zin = "Het papier maken lukt nu niet. Probeer het opnieuw."
        self.fout.setText(_(fout.zin if isinstance(fout, NietBewaard) else zin))
        self.fout.show()
        self.map.setAccessibleDescription(self.fout.text())
        self.map.setFocus()

    def _zet_bezig(self, bezig: bool) -> None:
        for widget in (self.maak, self.maak_blad, self.maak_tolkblad):
            widget.setEnabled(not bezig)

    def _kies_map(self) -> None:
        gekozen = QFileDialog.getExistingDirectory(
            self, _("Kies een map voor de papieren"), self.map.text()
        )
        if gekozen:
            self.map.setText(gekozen)

    def _open_papier(self) -> None:
        if self.gemaakt is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.gemaakt)))


class _Voorbeeld(QWidget):
    """The client's page, small, exactly as it will be printed."""

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._teken = werkplek.pictogrammen.teken
        self._blad: Clientblad | None = None
        self.setFixedSize(VOORBEELD_BREED, round(VOORBEELD_BREED * HOOG / BREED))
        self.setAccessibleName(_("Voorbeeld van het blad voor de cliënt"))

    def toon(self, blad: Clientblad) -> None:
        """Shows this page."""
        self._blad = blad
        self.update()

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)  # paper is white in every theme
        if self._blad is None:
            return
        painter.setPen(Qt.GlobalColor.lightGray)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.scale(self.width() / BREED, self.width() / BREED)
        teken_clientblad(painter, self._blad, self._teken)


def _map(getypt: str) -> Path:
    """The folder that was typed; `~` is the home folder, `~nobody` a folder that is not there."""
    map_ = Path(getypt.strip())
    try:
        return map_.expanduser()
    except RuntimeError:
        return map_


def _png(beeld: QImage) -> bytes:
    inhoud = QByteArray()
    bak = QBuffer(inhoud)
    bak.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(bak, QByteArray(b"png")).write(beeld)
    return bytes(inhoud.data())


def _samenvatting(gegevens: Samenvatting, stijl: Huisstijl) -> bytes:
    # Imported on the pool thread: ReportLab takes a moment, and the window stays alive.
    from desktop.documents.samenvatting import maak_samenvatting

    return maak_samenvatting(gegevens, stijl)
