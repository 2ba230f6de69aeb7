"""One heading of the plan: its sentences, what is proposed, and a new one to type."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.piponderdelen import Onderdeel
from desktop.taal import _
from desktop.views.pip.doelmenu import open_doelmenu
from desktop.views.pip.plek import Planplek
from desktop.views.pip.regelrij import Regelrij
from desktop.views.pip.voorstellenvak import Voorstellenvak
from desktop.views.pip.woorden import DOEL
from desktop.views.widgets.indeling import Sectie, knop, regel
from desktop.views.widgets.stroom import stroom


class Onderdeelkaart(Sectie):
    """Rows are reused by the id of their sentence, so that the keyboard keeps its place."""

    def __init__(self, plek: Planplek, onderdeel: Onderdeel, parent: QWidget) -> None:
        super().__init__(onderdeel.kop, parent)
        self._plek, self.onderdeel = plek, onderdeel
        self.blad.setSpacing(8)
        self.uitleg = regel(onderdeel.uitleg, "zacht", self)
        self.blad.addWidget(self.uitleg)
        self.rijen: dict[str, Regelrij] = {}
        self.nieuw: Regelrij | None = None
        self._vak = QVBoxLayout()
        self._vak.setSpacing(8)
        self.blad.addLayout(self._vak)
        self.leeg = regel(_("Hier staat niets in dit plan."), "zacht", self)
        self.blad.addWidget(self.leeg)
        self.voorstellen: Voorstellenvak | None = None
        self._voet = QWidget(self)
        rij = stroom(self._voet, tussen=4)
        self.erbij = knop(_("+ Zin"), "stil", self._voet)
        self.erbij.setAccessibleName(_("Voeg een zin toe aan {kop}").format(kop=onderdeel.kop))
        self.erbij.clicked.connect(self.voeg_toe)
        rij.addWidget(self.erbij)
        self.knop_doel = knop(_("Kies een doel…"), "stil", self._voet)
        self.knop_doel.clicked.connect(lambda: open_doelmenu(self._plek, self.knop_doel))
        self.knop_doel.setVisible(onderdeel.code == DOEL)
        rij.addWidget(self.knop_doel)
        self.knop_voorstel = knop("", "stil", self._voet)
        self.knop_voorstel.setCheckable(True)
        self.knop_voorstel.toggled.connect(self._toon_voorstellen)
        rij.addWidget(self.knop_voorstel)
        self.blad.addWidget(self._voet)
        grond = regel(onderdeel.grondslag, "klein", self)
        self.blad.addWidget(grond)

    def ververs(self) -> None:
        """Shows the sentences as they stand; only what changed is touched."""
        plek = self._plek
        regels = plek.beeld.inhoud.bij(self.onderdeel.code)
        ids = [r.id for r in regels]
        if self.nieuw is not None and self.nieuw.id in ids:  # it was kept: a row as the others
            self.rijen[self.nieuw.id], self.nieuw = self.nieuw, None
        for id_ in [i for i in self.rijen if i not in ids]:
            self._haal_weg(id_)
        for gevonden in regels:
            rij = self.rijen.get(gevonden.id) or self._rij(gevonden.id)
            rij.toon(gevonden, vast=plek.vast)
        if any(r.gezondheid for r in regels):
            plek.gezondheid_gezien.emit()
        self._orden(ids)
        self.leeg.setVisible(plek.vast and not ids)
        self.uitleg.setVisible(not plek.vast)
        self._voet.setVisible(not plek.vast)
        self._ververs_voorstellen()

    def _rij(self, id_: str, sleutel: str = "") -> Regelrij:
        rij = Regelrij(self._plek, self.onderdeel, id_, self, sleutel=sleutel)
        rij.loop.connect(lambda stap, rij=rij: self._loop(rij, stap))
        rij.vervallen.connect(lambda rij=rij: self._vervalt(rij))
        if not sleutel:
            self.rijen[id_] = rij
        return rij

    def _haal_weg(self, id_: str) -> None:
        rij = self.rijen.pop(id_)
        self._plek.open.vergeet(id_)
        self._weg(rij)

    def _weg(self, rij: Regelrij) -> None:
        self._vak.removeWidget(rij)
        rij.hide()
        rij.deleteLater()

    def _vervalt(self, rij: Regelrij) -> None:
        if rij is self.nieuw:
            self.nieuw = None
            had = rij.isAncestorOf(self.focusWidget() or self)
            self._weg(rij)
            if had:
                self.erbij.setFocus(Qt.FocusReason.OtherFocusReason)

    def _orden(self, ids: list[str]) -> None:
        """The rows in the order of the plan, for the eye and for Tab; a new one comes last."""
        orde = [self.rijen[id_] for id_ in ids]
        if self.nieuw is not None:
            orde.append(self.nieuw)
        if [self._vak.indexOf(rij) for rij in orde] == list(range(len(orde))):
            return
        for n, rij in enumerate(orde):
            if self._vak.indexOf(rij) != n:
                self._vak.removeWidget(rij)
                self._vak.insertWidget(n, rij)
        self.leg_tab()

    @property
    def in_orde(self) -> list[Regelrij]:
        """The rows from top to bottom."""
        alle = [*self.rijen.values(), *([self.nieuw] if self.nieuw else [])]
        return sorted((r for r in alle if self._vak.indexOf(r) >= 0), key=self._vak.indexOf)

    def leg_tab(self) -> None:
        """Tab passes the rows in their order, then what is under them."""
        vorige: QWidget | None = None
        delen = [w for rij in self.in_orde for w in rij.tabketen()]
        for deel in (*delen, self.erbij, self.knop_doel, self.knop_voorstel):
            if vorige is not None:
                QWidget.setTabOrder(vorige, deel)
            vorige = deel

    def _loop(self, rij: Regelrij, stap: int) -> None:
        orde = self.in_orde
        naar = orde.index(rij) + stap
        if 0 <= naar < len(orde):
            ander = orde[naar]
            if ander.editor is not None:
                ander.editor.richt()
            else:
                ander.lees.setFocus(Qt.FocusReason.OtherFocusReason)

    # A new sentence

    def voeg_toe(self) -> None:
        """An empty line to type in; it is in the plan once something was typed."""
        if self.nieuw is None:
            sleutel, id_ = self._plek.nieuwe_sleutel()
            self._nieuw(id_, sleutel)
        if self.nieuw is not None and self.nieuw.editor is not None:
            self.nieuw.editor.richt()

    def _nieuw(self, id_: str, sleutel: str) -> None:
        self.nieuw = rij = self._rij(id_, sleutel)
        self._vak.addWidget(rij)
        rij.open()
        self.leg_tab()

    def heropen(self, id_: str, sleutel: str) -> None:
        """A line that stood open when the program ended."""
        if id_ in self.rijen:
            self.rijen[id_].open(richt=False)
        elif sleutel:
            self._nieuw(id_, sleutel)
        else:
            self._plek.open.vergeet(id_)

    @property
    def open_rijen(self) -> list[Regelrij]:
        """Rows whose fields are shown."""
        return [rij for rij in self.in_orde if rij.is_open]

    # Proposals

    def _ververs_voorstellen(self) -> None:
        voorstellen = self._plek.voorstellen.get(self.onderdeel.code, ())
        self.knop_voorstel.setText(_("Voorstellen ({aantal})").format(aantal=len(voorstellen)))
        self.knop_voorstel.setAccessibleName(
            _("Voorstellen voor {kop}: {aantal}").format(
                kop=self.onderdeel.kop, aantal=len(voorstellen)
            )
        )
        self.knop_voorstel.setVisible(bool(voorstellen) and not self._plek.vast)
        if self.voorstellen is not None:
            self.voorstellen.toon(voorstellen)
            if not voorstellen or self._plek.vast:
                self.knop_voorstel.setChecked(False)

    def _toon_voorstellen(self, open_: bool) -> None:
        if self.voorstellen is None:
            self.voorstellen = Voorstellenvak(self._plek, self)
            self.voorstellen.leeg.connect(lambda: self.erbij.setFocus())
            self.blad.insertWidget(self.blad.indexOf(self._voet) + 1, self.voorstellen)
        voorstellen = self._plek.voorstellen.get(self.onderdeel.code, ())
        self.voorstellen.toon(voorstellen)
        self.voorstellen.setVisible(open_)
        if open_ and any(v.gezondheid for v in voorstellen):
            self._plek.gezondheid_gezien.emit()

    def richt(self) -> None:
        """The keyboard where something can be done about this heading."""
        for rij in self.rijen.values():
            rij.lees.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.knop_voorstel.isVisibleTo(self):
            self.knop_voorstel.setChecked(True)
            assert self.voorstellen is not None
            self.voorstellen.richt()
        else:
            self.erbij.setFocus(Qt.FocusReason.OtherFocusReason)
