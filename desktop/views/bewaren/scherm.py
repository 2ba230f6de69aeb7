"""What was kept long enough: the list, the decision, old copies, and the terms themselves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop.models.bewaarwoorden import ankerwoord, herkomstzin, onderdeelwoord, termijnzin
from desktop.models.bewaren import DOSSIERANKERS, Anker, Onderdeel, Verlopen
from desktop.store import bewaren
from desktop.store.aankondiging import Gewijzigd
from desktop.taal import _, meervoud
from desktop.views.beheer.recht import gekoppeld
from desktop.views.bewaren.besluit import Besluitkaart, mag_dit
from desktop.views.bewaren.kopieen import Wiskopiekaart
from desktop.views.bewaren.lijst import Bewaarmodel, Bewaartabel
from desktop.views.taken import Achtergrondtaak
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, Sectie, knop, regel

ONDERWERPEN = frozenset({"dossier", "notitie", "zitting", "brede_intake", "verzoek"})


class Bewaarscherm(Blad):
    """Nothing goes by itself: the list says what may, and a person decides."""

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(_("Bewaren en wissen"), parent)
        self._werkplek = werkplek
        self._taak: Achtergrondtaak | None = None
        self._verouderd = True
        self.model = Bewaarmodel(mag_dit(werkplek), self)
        self.besluit = Besluitkaart(werkplek, self)
        self.kopieen = Wiskopiekaart(werkplek, self, centraal=gekoppeld(werkplek))
        self.leg([self._lijstkaart()], [self.besluit, self.kopieen, self._termijnkaart()])
        self.model.gekozen_anders.connect(self._na_kiezen)
        self.besluit.gewist.connect(self._lees)
        werkplek.gewijzigd.connect(self._na_wijziging)

    def _lijstkaart(self) -> Sectie:
        kaart = Sectie(_("Wat weg mag"), self)
        kaart.blad.setSpacing(8)
        rij = QHBoxLayout()
        self.stand = regel("", "zacht", kaart)
        self.alles = knop(_("Kies alles"), "stil", kaart)
        self.alles.clicked.connect(self._kies_alles)
        rij.addWidget(self.stand, 1)
        rij.addWidget(self.alles)
        kaart.blad.addLayout(rij)
        self.tabel = Bewaartabel(self.model, kaart)
        self.tabel.hide()
        self.alles.hide()
        kaart.blad.addWidget(self.tabel)
        self.delen = regel(
            _(
                "Delen van een dossier wis je nu alleen op een laptop zonder centrale opslag. "
                "Met een centrale opslag gaat een dossier in zijn geheel."
            ),
            "klein",
            kaart,
        )
        self.delen.hide()
        kaart.blad.addWidget(self.delen)
        return kaart

    def _termijnkaart(self) -> Sectie:
        kaart = Sectie(_("De bewaartermijnen"), self)
        kaart.blad.setSpacing(8)
        beleid = bewaren.beleid(self._werkplek.store)
        label = regel(_("De termijn van een dossier begint bij"), "veldnaam", kaart)
        self.anker = QComboBox(kaart)
        self.anker.setAccessibleName(label.text())
        for anker in DOSSIERANKERS:
            self.anker.addItem(ankerwoord(anker), anker.value)
        self.anker.setCurrentIndex(self.anker.findData(beleid.anker.value))
        self.anker.activated.connect(self._kies_anker)
        kaart.blad.addWidget(label)
        kaart.blad.addWidget(self.anker)
        for onderdeel in Onderdeel:
            kaart.blad.addSpacing(8)
            kaart.blad.addWidget(regel(onderdeelwoord(onderdeel), "veldnaam", kaart))
            for termijn in beleid.van(onderdeel):
                kaart.blad.addWidget(regel(termijnzin(termijn), "gewoon", kaart))
                kaart.blad.addWidget(regel(herkomstzin(termijn), "klein", kaart))
                if termijn.anker_bron:
                    kaart.blad.addWidget(regel(_(termijn.anker_bron), "klein", kaart))
        return kaart

    # --- reading

    def _lees(self) -> None:
        self._verouderd = False
        if not self.model.regels:
            self.stand.setText(_("Even kijken…"))
        self._taak = Achtergrondtaak(partial(bewaren.wat_weg_mag, self._werkplek.store), self)
        self._taak.klaar.connect(self._toon)
        self._taak.mislukt.connect(self._mislukt)
        self._taak.start()
        self.kopieen.kijk()

    def _toon(self, regels: Sequence[Verlopen]) -> None:
        if self._werkplek.store.op_slot:  # locked while it was read: read anew when it is shown
            self._verouderd = True
            return
        self.model.toon(regels)
        n = len(regels)
        self.stand.setText(
            meervoud(
                "Van {aantal} regel is de termijn voorbij.",
                "Van {aantal} regels is de termijn voorbij.",
                n,
            )
            if n
            else _("Van niets op deze laptop is de bewaartermijn voorbij. Je hoeft niets te doen.")
        )
        self.tabel.setVisible(bool(n))
        self.alles.setVisible(bool(self.model.te_kiezen))
        self.delen.setVisible(
            gekoppeld(self._werkplek) and any(r.onderdeel is not Onderdeel.DOSSIER for r in regels)
        )

    def _mislukt(self, fout: Exception) -> None:
        zin = getattr(fout, "zin", "Dit lukt nu niet. Probeer het later opnieuw.")
        self.stand.setText(_(zin))

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if ONDERWERPEN.isdisjoint(gewijzigd):
            return
        if self.isVisible() and not self.besluit.bezig:
            self._lees()
        else:
            self._verouderd = True

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        super().showEvent(gebeurtenis)
        if self._verouderd:
            self._lees()

    # --- gestures

    def _na_kiezen(self) -> None:
        gekozen = self.model.gekozen
        self.besluit.kies(gekozen)
        alles = len(gekozen) == len(self.model.te_kiezen) and bool(gekozen)
        self.alles.setText(_("Kies niets") if alles else _("Kies alles"))
        self.alles.setAccessibleName(self.alles.text())

    def _kies_alles(self) -> None:
        self.model.kies_alles(len(self.model.gekozen) < len(self.model.te_kiezen))

    def _kies_anker(self) -> None:
        anker = Anker(self.anker.currentData())
        if self._werkplek.probeer(lambda: bewaren.kies_anker(self._werkplek.store, anker)):
            self._lees()

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the list.
        doel = self.tabel if self.tabel.isVisibleTo(self) else self.knop_terug
        doel.setFocus(Qt.FocusReason.OtherFocusReason)
