"""Making the inzage: a paper to read and a file for a machine, and what is shielded apart."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop import bronnen, catalogi
from desktop.documents.bestand import NietBewaard, bestandsnaam, bewaar
from desktop.documents.inzagewoorden import Inzagecontext
from desktop.models.basis import Stroomklasse
from desktop.models.bewaren import Onderdeel
from desktop.models.dossierkaart import Dossierkaart
from desktop.models.spoor import Inzagesoort
from desktop.models.toegang import beleid_uit
from desktop.store import bewaren
from desktop.store.inzage import lees_inzage, lijsten_van
from desktop.store.store import Store
from desktop.taal import _
from desktop.views.inzage.recht import mag_lezen
from desktop.views.taken import Achtergrondtaak
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel
from desktop.views.widgets.mapkeuze import Mapkeuze


@dataclass(frozen=True)
class Gemaakt:
    """What was made: the paper, the file for a machine, or nothing because there was nothing."""

    papier: Path | None
    bestand: Path | None
    scans: tuple[Path, ...] = ()
    """Signatures on paper, each as the file that it was."""


class Papierkaart(Sectie):
    """A button that makes one part, and says where it is."""

    klaar_met = Signal(bool)

    def __init__(self, titel: str, werkplek: Werkplek, parent: QWidget, *, apart: bool) -> None:
        super().__init__(titel, parent)
        self._werkplek, self._apart = werkplek, apart
        self._kaart: Dossierkaart | None = None
        self._taak: Achtergrondtaak | None = None
        self.gemaakt: Gemaakt | None = None
        self.blad.setSpacing(8)

    def _onder(self, tekst: str, soort: str, map_: Mapkeuze) -> None:
        self._map = map_
        self.fout = regel("", "fout", self)
        self.fout.hide()
        self.blad.addWidget(self.fout)
        rij = QHBoxLayout()
        self.maak = knop(tekst, soort, self)
        self.maak.clicked.connect(self._maak)
        rij.addWidget(self.maak)
        rij.addStretch()
        self.blad.addLayout(rij)
        onder = QHBoxLayout()
        self.klaar = regel("", "zacht", self)
        self.klaar.hide()
        self.open = knop(_("Open om af te drukken"), "gewoon", self)
        self.open.clicked.connect(self._open)
        self.open.hide()
        onder.addWidget(self.klaar, 1)
        onder.addWidget(self.open)
        self.blad.addLayout(onder)

    def toon(self, kaart: Dossierkaart) -> None:
        """From now on about this client."""
        if self._kaart is None or self._kaart.id != kaart.id:
            self.gemaakt = None
            for widget in (self.klaar, self.open, self.fout):
                widget.hide()
        self._kaart = kaart

    def _maak(self) -> None:
        if self._kaart is None or self._taak is not None:
            return
        self.fout.hide()
        self.open.hide()
        self.klaar.setText(_("Even wachten…"))
        self.klaar.show()
        self.maak.setEnabled(False)
        self._taak = Achtergrondtaak(
            partial(
                maak_papieren,
                self._werkplek.store,
                self._kaart.id,
                self._context(self._kaart),
                mag_lezen(self._werkplek),
                self._map.map,
                apart=self._apart,
            ),
            self,
        )
        self._taak.klaar.connect(self._gelukt)
        self._taak.mislukt.connect(self._mislukt)
        self._taak.start()

    def _context(self, kaart: Dossierkaart) -> Inzagecontext:
        werkplek = self._werkplek
        gemeenten = {g.code: g.naam for g in werkplek.gemeenten}
        (termijn, *_rest) = bewaren.beleid(werkplek.store).van(Onderdeel.DOSSIER)
        return Inzagecontext(
            gemeente=gemeenten.get(kaart.gemeente, kaart.gemeente),
            klantmanager=kaart.klantmanager,
            telefoon=kaart.klantmanager_telefoon or "",
            email=kaart.klantmanager_email or "",
            bewaarjaren=termijn.jaren,
            talen={tag: taal.naam for tag, taal in catalogi.talen().items()},
            gemeenten=gemeenten,
            lijsten=lijsten_van(werkplek.store, kaart.id),
            onderdelen={o.code: o.kop for o in catalogi.pipkader().onderdelen},
        )

    def _gelukt(self, gemaakt: Gemaakt) -> None:
        self._taak = None
        self.gemaakt = gemaakt
        self._zet_klaar()
        if gemaakt.papier is None or gemaakt.bestand is None or self._kaart is None:
            self.klaar.setText(_("Er is niets afgeschermd bij deze cliënt."))
            return
        if self._werkplek.store.op_slot:  # nobody can write down that it was made
            self._gooi_weg(gemaakt)
            return
        self._map.onthoud(gemaakt.papier.parent)
        soort = Inzagesoort.AFGESCHERMD if self._apart else Inzagesoort.INZAGE
        self._werkplek.kijkboek.noteer(self._kaart.id, soort)
        self.klaar.setText(
            _("Klaar: {papier} en {bestand}").format(
                papier=", ".join(pad.name for pad in (gemaakt.papier, *gemaakt.scans)),
                bestand=gemaakt.bestand.name,
            )
        )
        self.open.show()

    def _gooi_weg(self, gemaakt: Gemaakt) -> None:
        """The program locked while it was made, and these files are not encrypted."""
        for pad in (gemaakt.papier, gemaakt.bestand, *gemaakt.scans):
            if pad is not None:
                with suppress(OSError):  # then it stays where the user wanted it
                    pad.unlink(missing_ok=True)
        self.gemaakt = None
        self.klaar.hide()
        self.fout.setText(_("Het programma ging op slot. Maak de inzage opnieuw."))
        self.fout.show()

    def _mislukt(self, fout: Exception) -> None:
        self._taak = None
        self._zet_klaar()
        self.klaar.hide()
        zin = "De inzage maken lukt nu niet. Probeer het opnieuw."
        self.fout.setText(_(fout.zin if isinstance(fout, NietBewaard) else zin))
        self.fout.show()

    def _zet_klaar(self) -> None:
        self.maak.setEnabled(True)

    def _open(self) -> None:
        if self.gemaakt is not None and self.gemaakt.papier is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.gemaakt.papier)))


class Inzagekaart(Papierkaart):
    """Everything but what is shielded."""

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("De inzage"), werkplek, parent, apart=False)
        self.blad.addWidget(
            regel(
                _(
                    "Alles wat over de cliënt bewaard is, in gewone woorden op papier. En als "
                    "bestand voor een computer: wat er staat, wie wat veranderde, en wie keek."
                ),
                "zacht",
                self,
            )
        )
        self.ontbreekt = regel(
            _(
                "Jij ziet niet alles van dit dossier, dus de inzage is dan niet volledig. Laat de "
                "klantmanager haar maken."
            ),
            "melding",
            self,
        )
        self.blad.addWidget(self.ontbreekt)
        self.map = Mapkeuze(werkplek, self)
        label = regel(_("Bewaren in deze map"), "veldnaam", self)
        label.setBuddy(self.map.veld)
        self.blad.addWidget(label)
        self.blad.addWidget(self.map)
        self.blad.addWidget(
            regel(
                _(
                    "Papier en bestand zijn niet versleuteld. Gooi ze weg als je ze niet meer "
                    "nodig hebt."
                ),
                "klein",
                self,
            )
        )
        self._onder(_("Maak de inzage"), "hoofd", self.map)

    def toon(self, kaart: Dossierkaart) -> None:
        super().toon(kaart)
        lezen = mag_lezen(self._werkplek)
        alles = {Stroomklasse.GEZONDHEID, Stroomklasse.AFGESCHERMD}
        self.ontbreekt.setVisible(lezen is not None and not alles <= lezen)


class Apartkaart(Papierkaart):
    """What is shielded: chosen on purpose, after a talk about the client's safety."""

    def __init__(self, werkplek: Werkplek, map_: Mapkeuze, parent: QWidget) -> None:
        super().__init__(_("Wat is afgeschermd"), werkplek, parent, apart=True)
        self.blad.addWidget(
            regel(
                _(
                    "Notities en antwoorden over dwang of geweld staan niet in de inzage. Ze komen "
                    "op een eigen papier en in een eigen bestand."
                ),
                "zacht",
                self,
            )
        )
        self.let_op = regel(
            _(
                "Let op de veiligheid van de cliënt. Geef dit alleen als jullie samen alleen zijn. "
                "Vraag eerst waar de cliënt het kan bewaren en wie het daar kan vinden. Lezen of "
                "laten voorlezen mag ook hier."
            ),
            "melding",
            self,
        )
        self.blad.addWidget(self.let_op)
        self.besproken = QCheckBox(_("Ik heb met de cliënt besproken hoe dit veilig kan"), self)
        self.besproken.setAccessibleName(self.besproken.text())
        self.besproken.toggled.connect(self._zet_klaar)
        self.blad.addWidget(self.besproken)
        self._onder(_("Maak het aparte deel"), "gewoon", map_)
        self._zet_klaar()

    def toon(self, kaart: Dossierkaart) -> None:
        if self._kaart is None or self._kaart.id != kaart.id:
            self.besproken.setChecked(False)
        super().toon(kaart)

    def _zet_klaar(self) -> None:
        self.maak.setEnabled(self.besproken.isChecked() and self._taak is None)


# On a pool thread: values in, values out. ReportLab takes a moment to import.


def maak_papieren(
    store: Store,
    dossier_id: str,
    context: Inzagecontext,
    lezen: frozenset[Stroomklasse] | None,
    map_: Path,
    *,
    apart: bool,
) -> Gemaakt:
    """Writes the paper, the file for a machine and each scan; nothing when this part is empty."""
    from desktop.documents.inzage import maak_inzage
    from desktop.exchange.inzage import inzage_json, scans_in

    beleid = beleid_uit(bronnen.toml("beleid", "toegang.toml"))
    inzage = lees_inzage(store, dossier_id, beleid, lezen=lezen).deel(afgeschermd=apart)
    if apart and inzage.leeg:
        return Gemaakt(None, None)
    naam = bestandsnaam("inzage-apart" if apart else "inzage", inzage.nummer)
    gemaakt: list[Path] = []
    genoemd: dict[str, str] = {}
    try:
        for n, scan in enumerate(scans_in(inzage), 1):
            eigen = f"{Path(naam).stem}-handtekening-{n}{scan.uitgang}"
            gemaakt.append(bewaar(scan.inhoud, map_, eigen))
            genoemd[scan.rij] = gemaakt[-1].name
        scans = tuple(gemaakt)
        papier = bewaar(maak_inzage(inzage, replace(context, scans=genoemd)), map_, naam)
        gemaakt.append(papier)
        bestand = bewaar(inzage_json(inzage), map_, f"{papier.stem}.json")
    except BaseException:
        for pad in gemaakt:  # half an inzage is none, and these files are not encrypted
            pad.unlink(missing_ok=True)
        raise
    return Gemaakt(papier, bestand, scans)
