"""The note pane: notes of this question and of the domain, hidden at one key."""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.models.antwoord import Notitiesoort
from desktop.models.basis import nieuw_id
from desktop.models.intake import BredeIntake
from desktop.store.gesprek import notities
from desktop.store.store import Work
from desktop.taal import _
from desktop.views.intake.bewaring import Tekstbewaarder, Zinveld
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.tijd import tijd
from desktop.views.intake.vraagkop import regel
from desktop.views.widgets.kortknop import Kortknop
from desktop.views.widgets.stroom import stroom

BREED = 288
VERBORGEN = "notities_verborgen"


@dataclass(frozen=True)
class Notitiebeeld:
    """One note as it stands."""

    id: str
    vraag: str
    tekst: str
    afgeschermd: bool
    regel: str
    klad: bool = False


class Notitiekaart(QWidget):
    """One note. Its first keystroke gives it an identity, so that it is written once."""

    ververst = Signal()

    def __init__(
        self, gesprek: Gesprek, domein: str, vraag: str, beeld: Notitiebeeld, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._gesprek, self._domein, self._vraag = gesprek, domein, vraag
        self.id = beeld.id
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(4)
        self.veld = Zinveld(3, self)
        self.veld.setPlaceholderText(_("Schrijf kort op wat je hoort."))
        self.veld.setAccessibleName(
            _("Notitie bij {plek}").format(plek=vraag or _("het leefdomein"))
        )
        self.afgeschermd = QCheckBox(_("Afgeschermd"), self)
        self.afgeschermd.setToolTip(
            _("Voor dwang of geweld. Staat niet in de samenvatting, tenzij jij dat kiest.")
        )
        self.afgeschermd.setChecked(beeld.afgeschermd)
        self.klad = QCheckBox(_("Klad"), self)
        self.klad.setToolTip(
            _(
                "Een werkaantekening voor jezelf. Staat niet in de samenvatting, en mag weg als "
                "het PIP vaststaat."
            )
        )
        self.klad.setChecked(beeld.klad)
        self.wie = regel(beeld.regel, "klein", self)
        soorten = QWidget(self)
        onder = stroom(soorten, tussen=16)
        onder.addWidget(self.afgeschermd)
        onder.addWidget(self.klad)
        vak.addWidget(self.veld)
        vak.addWidget(soorten)
        vak.addWidget(self.wie)
        self._bewaarder = Tekstbewaarder(self.veld, gesprek.werkplek, self._noteer)
        self._bewaarder.laad(f"notitie:{gesprek.intake_id}:{beeld.id}", beeld.tekst)
        self._bewaarder.gewijzigd.connect(self._onthoud_plek)
        self.afgeschermd.clicked.connect(lambda: self._kies_soort(self.klad))
        self.klad.clicked.connect(lambda: self._kies_soort(self.afgeschermd))

    def toon(self, beeld: Notitiebeeld) -> None:
        """Shows the note as it stands now, unless it is being typed."""
        self._bewaarder.laad(f"notitie:{self._gesprek.intake_id}:{self.id}", beeld.tekst)
        self.afgeschermd.setChecked(beeld.afgeschermd)
        self.klad.setChecked(beeld.klad)
        self.wie.setText(beeld.regel)

    def _onthoud_plek(self, _tekst: str) -> None:
        """A draft of a note that has no row yet must be found again after a crash."""
        gesprek = self._gesprek
        plaats = conceptplek(gesprek.intake_id, self._vraag or self._domein)
        inhoud = json.dumps(
            {
                "id": self.id,
                "afgeschermd": self.afgeschermd.isChecked(),
                "klad": self.klad.isChecked(),
            }
        )
        gesprek.werkplek.probeer(lambda: gesprek.store.onthoud(plaats, inhoud))

    @property
    def _soort(self) -> Notitiesoort:
        if self.afgeschermd.isChecked():
            return Notitiesoort.AFGESCHERMD
        return Notitiesoort.WERKAANTEKENING if self.klad.isChecked() else Notitiesoort.GEWOON

    def _kies_soort(self, andere: QCheckBox) -> None:
        """A note is of one kind: the other box gives way."""
        andere.setChecked(False)
        self._noteer(self._bewaarder.tekst)

    def _noteer(self, tekst: str) -> bool:
        gesprek = self._gesprek
        vraag = gesprek.lijst.vragen[self._vraag] if self._vraag else None
        vorige = self.id

        def schrijf(intake: BredeIntake, work: Work) -> None:
            notitie = intake.noteer(
                self._domein,
                tekst,
                vraag=vraag,
                soort=self._soort,
                door=work.door,
                nu=work.nu,
                notitie_id=self.id,
            )
            if notitie is not None:
                self.id = notitie.id  # another row, when it became shielded

        gelukt = gesprek.doe(schrijf, ververs=False)
        if not gelukt:
            self.id = vorige
        else:
            plaats = conceptplek(gesprek.intake_id, self._vraag or self._domein)
            gesprek.werkplek.probeer(lambda: gesprek.store.onthoud(plaats, None))
            self.ververst.emit()
        return gelukt

    def leg_vast(self) -> bool:
        """Makes the draft a note."""
        return self._bewaarder.leg_nu_vast()


def conceptplek(intake_id: str, bij: str) -> str:
    """The key under which the id of a note in the making is kept."""
    return f"notitieplek:{intake_id}:{bij}"


class Notitiedeel(QWidget):
    """The notes of one question, or of one domain."""

    def __init__(self, gesprek: Gesprek, *, bij_vraag: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._gesprek, self._bij_vraag = gesprek, bij_vraag
        self._bij = ""
        self.kaarten: list[Notitiekaart] = []
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(8)
        kop = QHBoxLayout()
        self.kop = regel("", "", self)
        self.erbij = QPushButton(_("+ Nog een"), self)
        self.erbij.setProperty("soort", "stil")
        self.erbij.clicked.connect(self._voeg_toe)
        kop.addWidget(self.kop, 1)
        kop.addWidget(self.erbij)
        vak.addLayout(kop)
        self._vak = QVBoxLayout()
        self._vak.setSpacing(12)
        vak.addLayout(self._vak)

    @property
    def _vraag(self) -> str:
        return self._gesprek.plek.vraag if self._bij_vraag else ""

    def _lees(self) -> list[Notitiebeeld]:
        gesprek = self._gesprek
        with gesprek.store.lees() as sessie:
            gelezen = notities(sessie, gesprek.intake_id, gesprek.vraag.domein, self._vraag or None)
        collegas = gesprek.werkplek.collegas
        return [
            Notitiebeeld(
                n.id,
                n.vraag_code or "",
                n.tekst,
                n.soort is Notitiesoort.AFGESCHERMD,
                f"{collegas.get(n.door or '', '')} {tijd(n.op)}" if n.op else "",
                n.soort is Notitiesoort.WERKAANTEKENING,
            )
            for n in gelezen
        ]

    def ververs(self) -> None:
        """Shows the notes; an empty one stands ready when there is none."""
        gesprek = self._gesprek
        bij = self._vraag or gesprek.vraag.domein
        self.kop.setText(
            _("Bij deze vraag")
            if self._bij_vraag
            else _("Bij {domein}").format(domein=gesprek.domein.titel)
        )
        nieuw = bij != self._bij
        if nieuw:
            self.leg_vast()
            self._leeg()
            self._bij = bij
        beelden = self._lees()
        bekend = {kaart.id: kaart for kaart in self.kaarten}
        concept = gesprek.store.lokaal(conceptplek(gesprek.intake_id, bij)) if nieuw else None
        if concept is not None:
            ruw = json.loads(concept)
            if ruw["id"] not in {b.id for b in beelden}:
                klad = ruw.get("klad", False)
                beelden.append(
                    Notitiebeeld(ruw["id"], self._vraag, "", ruw["afgeschermd"], "", klad)
                )
        for beeld in beelden:
            if beeld.id in bekend:
                bekend[beeld.id].toon(beeld)
            else:
                self._kaart(beeld)
        if not self.kaarten:
            self._kaart(self._leeg_beeld())
        self.erbij.setVisible(bool(beelden))

    def _leeg_beeld(self) -> Notitiebeeld:
        vraag = self._gesprek.vraag
        afgeschermd = self._bij_vraag and vraag.afgeschermd
        return Notitiebeeld(nieuw_id(), self._vraag, "", afgeschermd, "")

    def _kaart(self, beeld: Notitiebeeld) -> Notitiekaart:
        kaart = Notitiekaart(self._gesprek, self._gesprek.vraag.domein, self._vraag, beeld, self)
        kaart.ververst.connect(self.ververs)
        self.kaarten.append(kaart)
        self._vak.addWidget(kaart)
        vorige: QWidget = self.erbij
        for widget in (w for k in self.kaarten for w in (k.veld, k.afgeschermd, k.klad)):
            QWidget.setTabOrder(vorige, widget)
            vorige = widget
        return kaart

    def _voeg_toe(self) -> None:
        self.leg_vast()
        self._kaart(self._leeg_beeld()).veld.setFocus()

    def _leeg(self) -> None:
        for kaart in self.kaarten:
            self._vak.removeWidget(kaart)
            kaart.hide()
            kaart.deleteLater()
        self.kaarten = []

    def leg_vast(self) -> bool:
        """Makes all drafts notes."""
        gelukt = [kaart.leg_vast() for kaart in self.kaarten]
        return all(gelukt)


class Notitievak(QFrame):
    """Notes beside the question; F8 hides them when the client looks along."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
        self.setProperty("soort", "blad")
        self.setFixedWidth(BREED)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(16, 12, 8, 12)
        buiten.setSpacing(8)
        kop = QHBoxLayout()
        titel = QLabel(_("Notities"), self)
        titel.setProperty("soort", "kop")
        self.knop = Kortknop(_("Verberg (F8)"), self)
        self.knop.setProperty("soort", "stil")
        self.knop.setCheckable(True)
        self.knop.toggled.connect(self._verberg)
        kop.addWidget(titel, 1)
        kop.addWidget(self.knop)
        buiten.addLayout(kop)
        self.dicht = regel(_("Notities zijn verborgen. Met F8 zie je ze weer."), "zacht", self)
        self.dicht.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.dicht.hide()
        buiten.addWidget(self.dicht, 1)
        binnen = QWidget(self)
        vak = QVBoxLayout(binnen)
        vak.setContentsMargins(0, 0, 8, 0)
        vak.setSpacing(16)
        self.vraag = Notitiedeel(gesprek, bij_vraag=True, parent=binnen)
        self.domein = Notitiedeel(gesprek, bij_vraag=False, parent=binnen)
        vak.addWidget(self.vraag)
        vak.addWidget(self.domein)
        vak.addStretch()
        self.rol = QScrollArea(self)
        self.rol.setWidgetResizable(True)
        self.rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rol.setWidget(binnen)
        buiten.addWidget(self.rol, 1)
        self._delen = (self.vraag, self.domein)
        self._bij = self._domein = ""
        gesprek.werkplek.gewijzigd.connect(self._na_wijziging)
        if gesprek.store.lokaal(VERBORGEN):
            self.knop.setChecked(True)

    @property
    def verborgen(self) -> bool:
        """True while the notes can not be read."""
        return self.knop.isChecked()

    def _verberg(self, aan: bool) -> None:
        self.leg_vast()
        self.rol.setVisible(not aan)
        self.dicht.setVisible(aan)
        self.knop.setText(_("Toon (F8)") if aan else _("Verberg (F8)"))
        store = self._gesprek.store
        self._gesprek.werkplek.probeer(lambda: store.onthoud(VERBORGEN, "ja" if aan else None))

    def _na_wijziging(self, gewijzigd: object) -> None:
        if isinstance(gewijzigd, dict) and "notitie" in gewijzigd:
            self._bij = ""
            if self.isVisible():
                self.ververs_bij(self._gesprek.plek.vraag)

    def ververs_bij(self, vraag: str) -> None:
        """Shows the notes of another question; an answer leaves them as they are."""
        if vraag == self._bij:
            return
        domein = self._gesprek.vraag.domein
        zelfde = bool(self._bij) and domein == self._domein
        self._bij, self._domein = vraag, domein
        for deel in (self.vraag,) if zelfde else self._delen:
            deel.ververs()
        for deel in self._delen:
            for kaart in deel.kaarten:
                kaart.veld.removeEventFilter(self)
                kaart.veld.installEventFilter(self)

    def richt(self) -> None:
        """Puts the keyboard in the note of this question."""
        self.knop.setChecked(False)
        self.vraag.kaarten[-1].veld.setFocus()

    def eventFilter(self, doel: QObject, gebeurtenis: QEvent) -> bool:
        """While a note is written the client sees the waiting screen."""
        if isinstance(doel, Zinveld):
            if gebeurtenis.type() == QEvent.Type.FocusIn:
                self._gesprek.schrijft_notitie(True)
            elif gebeurtenis.type() == QEvent.Type.FocusOut:
                self._gesprek.schrijft_notitie(False)
        return super().eventFilter(doel, gebeurtenis)

    def leg_vast(self) -> bool:
        """Keeps what is still being typed."""
        gelukt = [deel.leg_vast() for deel in self._delen]
        return all(gelukt)
