"""What is known, by factor; each line is one click from where it comes from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.models.wegingbron import Brongroep, Bronpunt, Bronsoort
from desktop.taal import _
from desktop.views.pip.tekstknop import Tekstknop
from desktop.views.termijnen.dagreden import reden_van
from desktop.views.termijnen.waaromtoets import Waaromtoets
from desktop.views.weging.plek import Wegingplek
from desktop.views.widgets.indeling import Sectie, knop, regel

TOETS = "toets"


class Weten(QScrollArea):
    """`open_bron`: kind and id of an origin. `toon_gezondheid`: the user asks for it, or enough."""

    open_bron = Signal(str, str)
    toon_gezondheid = Signal(bool)

    def __init__(self, plek: Wegingplek, parent: QWidget) -> None:
        super().__init__(parent)
        self._plek = plek
        self._groepen: tuple[Brongroep, ...] | None = None
        self.punten: list[tuple[Bronpunt, Tekstknop]] = []
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        drager = QWidget(self)
        rij = QVBoxLayout(drager)
        rij.setContentsMargins(0, 0, 8, 24)
        self.kaart = Sectie(_("Wat we weten"), drager)
        self.kaart.blad.setContentsMargins(16, 12, 8, 16)
        self.kaart.blad.setSpacing(8)
        rij.addWidget(self.kaart)
        rij.addStretch()
        self.setWidget(drager)
        self._inhoud = QWidget(self.kaart)
        self.kaart.blad.addWidget(self._inhoud)
        self.fout = regel("", "fout", self.kaart)
        self.knop_gezondheid = knop("", "stil", self.kaart)
        self.knop_gezondheid.clicked.connect(
            lambda: self.toon_gezondheid.emit(not self._plek.toont_gezondheid)
        )
        self.ververs()

    def ververs(self) -> None:
        """Shows what is known now; the line under the keyboard keeps its place."""
        groepen = self._plek.groepen
        if groepen == self._groepen:
            return
        self._groepen = groepen
        hier = next((p for p, k in self.punten if k.hasFocus()), None)
        bij_knop = self.knop_gezondheid.hasFocus()
        self.punten = []
        oud, self._inhoud = self._inhoud, QWidget(self.kaart)
        self.fout.setParent(self.kaart)
        self.knop_gezondheid.setParent(self.kaart)
        self.fout.hide()
        self.knop_gezondheid.hide()
        vak = QVBoxLayout(self._inhoud)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(16)
        for groep in groepen:
            vak.addWidget(self._groep(groep))
        self.kaart.blad.replaceWidget(oud, self._inhoud)
        oud.hide()
        oud.deleteLater()
        self._inhoud.show()
        self._zet_tabs()
        if bij_knop and not self.knop_gezondheid.isHidden():
            self.knop_gezondheid.setFocus(Qt.FocusReason.OtherFocusReason)
        elif hier is not None:
            self._richt(hier.soort, hier.id)

    def _zet_tabs(self) -> None:
        vorige: QWidget | None = None
        for deel in [k for _p, k in self.punten]:
            if vorige is not None:
                QWidget.setTabOrder(vorige, deel)
            vorige = deel

    def _groep(self, groep: Brongroep) -> QWidget:
        doos = QWidget(self._inhoud)
        vak = QVBoxLayout(doos)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(0)
        kop = QHBoxLayout()
        kop.setSpacing(8)
        woorden = QVBoxLayout()
        woorden.setSpacing(0)
        titel = regel(_(groep.factor.titel), "veldnaam", doos)
        woorden.addWidget(titel)
        woorden.addWidget(regel(_(groep.factor.over), "klein", doos))
        kop.addLayout(woorden, 1)
        vak.addLayout(kop)
        if groep.factor.besloten:
            self._zet_knop(groep)
            kop.addWidget(self.knop_gezondheid, 0, Qt.AlignmentFlag.AlignTop)
            if groep.dicht:
                vak.addWidget(regel(_("Wie hier kijkt, komt in het spoor."), "klein", doos))
        vak.addSpacing(4)
        for punt in groep.punten:
            vak.addWidget(self._punt(punt, doos))
            if punt.let_op:
                vak.addSpacing(4)
                vak.addWidget(regel(punt.let_op, "melding", doos))
        if groep.factor.code == TOETS:
            vak.addWidget(self.fout)
        return doos

    def _zet_knop(self, groep: Brongroep) -> None:
        woord = _("Toon") if groep.dicht else _("Verberg")
        self.knop_gezondheid.setText(woord)
        self.knop_gezondheid.setAccessibleName(f"{woord}: {_(groep.factor.titel)}")
        self.knop_gezondheid.setAccessibleDescription(_("Wie hier kijkt, komt in het spoor."))
        self.knop_gezondheid.show()

    def _punt(self, punt: Bronpunt, ouder: QWidget) -> Tekstknop:
        regel_ = Tekstknop(ouder)
        met_naam = punt.soort in (Bronsoort.VRAAG, Bronsoort.ONDERZOEK)
        waarom = _("F1 zegt waarom deze dag.") if punt.termijn is not None else ""
        delen = (punt.naam if met_naam else "", punt.code, punt.van, waarom)
        regel_.zet(punt.tekst or _("Nog niet bekend"), "  ·  ".join(d for d in delen if d))
        if not met_naam:  # the heading says it already
            regel_.setAccessibleName(f"{punt.naam}: {regel_.tekst}")
        uitleg = {
            Bronsoort.VRAAG: _("Opent de vraag in het gesprek"),
            Bronsoort.TOETS: _("Opent de toets in het dossier"),
            Bronsoort.GEGEVENS: _("Opent de gegevens van het dossier"),
            Bronsoort.ONDERZOEK: _("Gaat naar het onderzoek"),
        }[punt.soort]
        if (termijn := punt.termijn) is not None:
            uitleg = f"{uitleg}\n{waarom}\n{reden_van(termijn).kort}"
            Waaromtoets(regel_, lambda: reden_van(termijn))
        regel_.setAccessibleDescription(uitleg)
        regel_.setToolTip(uitleg)
        regel_.clicked.connect(lambda: self.open_bron.emit(punt.soort.value, punt.id))
        self.punten.append((punt, regel_))
        return regel_

    # Going

    def richt_toets(self, zin: str) -> None:
        """The keyboard at the test, with what is missing beside it."""
        self.fout.setText(zin)
        self.fout.show()
        self._richt(Bronsoort.TOETS, self._plek.dossier_id)

    def wis_fout(self) -> None:
        """It is not missing any more."""
        self.fout.hide()

    def _richt(self, soort: Bronsoort, id_: str) -> None:
        for punt, deel in self.punten:
            if (punt.soort, punt.id) == (soort, id_):
                deel.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def houd_in_beeld(self, deel: QWidget) -> None:
        """What has the keyboard is in sight."""
        if self.kaart.isAncestorOf(deel):
            self.ensureWidgetVisible(deel, 0, 24)
