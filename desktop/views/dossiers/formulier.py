"""Making or changing a dossier: load, draft, likely duplicates, keep."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.dossier import Alfabetisering, Dossier, Medewerker
from desktop.models.formulier import (
    Formulier,
    Invoer,
    begin_van,
    controleer,
    invoer_van,
    nieuw_dossier,
    werk_bij,
)
from desktop.models.fouten import Domeinfout, Invoerfouten
from desktop.store.dossierkaart import klantmanagers
from desktop.store.dossiers import Dossierregel, mogelijk_dubbel
from desktop.store.journaal import Gezien
from desktop.taal import _, meervoud
from desktop.views.dossiers.concept import Concept, Conceptbewaarder
from desktop.views.dossiers.dubbel import Dubbelpaneel
from desktop.views.dossiers.formulierblad import Formulierblad
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import knop, midden, regel, schuifvlak


class Dossierformulier(QWidget):
    """The form. `bewaard` carries the id; `open_dossier` that of a duplicate to go to instead."""

    bewaard = Signal(str)
    open_dossier = Signal(str)
    terug = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("soort", "vlak")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._werkplek = werkplek
        self._id: str | None = None
        self._beginnaam = ""
        self._begin = Invoer({})
        self._gezien: Gezien | None = None
        self._anders: frozenset[str] = frozenset()
        self._bij_bewaren = False
        self._concept = Conceptbewaarder(werkplek, self._maak_concept, self)
        self._bouw()

    def _bouw(self) -> None:
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.setSpacing(0)
        kop = QHBoxLayout()
        kop.setSpacing(16)
        self.knop_terug = knop(_("Terug"), "gewoon", self)
        self.knop_terug.clicked.connect(self._ga_terug)
        self.titel = regel("", "titel", self)
        kop.addWidget(self.knop_terug)
        kop.addWidget(self.titel, 1)
        buiten.addLayout(midden(kop, boven=24, onder=16))
        self.conceptregel = self._maak_conceptregel()
        buiten.addLayout(midden(self.conceptregel))
        self.blad = Formulierblad(self._werkplek, self)
        self.blad.gewijzigd.connect(self._na_typen)
        self.blad.identiteit.connect(self._zoek_dubbel_vast)
        self.vlak = schuifvlak(self.blad, self)
        buiten.addWidget(self.vlak, 1)
        self.dubbel = Dubbelpaneel({g.code: g.naam for g in self._werkplek.gemeenten}, self)
        self.dubbel.ga_naar.connect(self._ga_naar)
        self.dubbel.iemand_anders.connect(self._is_iemand_anders)
        buiten.addLayout(midden(self.dubbel))
        voet = QHBoxLayout()
        voet.setSpacing(16)
        self.knop_bewaar = knop(_("Dossier bewaren"), "hoofd", self)
        self.knop_bewaar.clicked.connect(self.bewaar)
        self.voetregel = regel("", "fout", self)
        voet.addWidget(self.knop_bewaar)
        voet.addWidget(self.voetregel, 1)
        voetvlak = QWidget(self)
        voetvlak.setProperty("soort", "voet")
        voetvlak.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        voetvlak.setLayout(midden(voet, boven=16, onder=16))
        buiten.addWidget(voetvlak)
        QShortcut(QKeySequence.StandardKey.Save, self, self.bewaar)
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape),
            self,
            self._ga_terug,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )

    def _maak_conceptregel(self) -> QWidget:
        doos = QWidget(self)
        rij = QHBoxLayout(doos)
        rij.setContentsMargins(0, 0, 0, 8)
        rij.setSpacing(8)
        uitleg = regel(_("Je was hier nog mee bezig. Alles staat er nog."), "zacht", doos)
        uitleg.setWordWrap(False)
        rij.addWidget(uitleg)
        self.knop_opnieuw = knop(_("Begin opnieuw"), "stil", doos)
        self.knop_opnieuw.clicked.connect(self._begin_opnieuw)
        rij.addWidget(self.knop_opnieuw)
        rij.addStretch(1)
        doos.hide()
        return doos

    # Loading

    def open(self, dossier_id: str | None, beginnaam: str = "") -> None:
        """Shows a dossier, or an empty form that begins with what was searched for."""
        self._concept.schrijf()
        self._id, self._beginnaam = dossier_id, beginnaam
        self._laad()
        concept = self._concept.begin(dossier_id)
        self.conceptregel.setVisible(concept is not None)
        if concept is not None:
            self.blad.zet(concept.over(self._begin))
            if dossier_id is not None and concept.koppen:
                self._gezien = Gezien("dossier", dossier_id, concept.koppen)
        self.vlak.verticalScrollBar().setValue(0)
        self._eerste_veld()

    def _laad(self) -> None:
        store = self._werkplek.store
        self._gezien = store.koppen("dossier", self._id) if self._id else None
        with store.lees() as sessie:
            if self._id is None:
                gebruiker = sessie.get(Medewerker, store.gebruiker_id or "")
                wie = klantmanagers(sessie)
                self._begin = _leeg(gebruiker, {k.id for k in wie})
                naam = ""
            else:
                dossier = sessie.get_one(Dossier, self._id)
                wie = klantmanagers(sessie, ook=dossier.klantmanager_id)
                self._begin = invoer_van(dossier)
                naam = dossier.naam
        self.titel.setText(naam or _("Nieuw dossier"))
        self.blad.toon_fouten(())
        self.blad.zet_klantmanagers(wie)
        velden = {**self._begin.velden, **begin_van(self._beginnaam)}
        self.blad.zet(Invoer(velden, self._begin.doelgroepen, self._begin.huisgenoten))
        self._anders = frozenset()
        self.dubbel.hide()
        self.voetregel.clear()

    def _eerste_veld(self) -> None:
        """The cursor to the first name field that is still empty."""
        leeg = [n for n in ("voornamen", "achternaam") if not self.blad.veld(n).tekst]
        naam = leeg[0] if leeg else "geboortedatum" if self._id is None else "voornamen"
        self.blad.veld(naam).invoer.setFocus()

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the form gives it the focus: that is for the cursor.
        self._eerste_veld()

    # The draft

    def leg_vast(self) -> None:
        """Keeps what is being typed; call before the store closes."""
        self._concept.schrijf()

    def _maak_concept(self) -> Concept | None:
        return Concept.van(self.blad.invoer(), self._begin, self._gezien)

    def _na_typen(self) -> None:
        self.voetregel.clear()
        self._concept.gewijzigd()

    def _begin_opnieuw(self) -> None:
        self._concept.wis()
        self.conceptregel.hide()
        self._laad()
        self._eerste_veld()

    def hideEvent(self, gebeurtenis: QHideEvent) -> None:
        self._concept.schrijf()
        super().hideEvent(gebeurtenis)

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        super().showEvent(gebeurtenis)
        self._concept.schrijf()

    def _ga_terug(self) -> None:
        self._concept.schrijf()
        self.terug.emit()

    # Likely duplicates

    def _dubbelen(self, formulier: Formulier) -> list[Dossierregel]:
        """Found and not yet said to be somebody else."""
        with self._werkplek.store.lees() as sessie:
            gevonden = mogelijk_dubbel(sessie, formulier.gegevens, behalve=self._id)
        return [wie for wie in gevonden if wie.id not in self._anders]

    def _zoek_dubbel_vast(self) -> None:
        """While still typing: better known before the whole form is filled in."""
        if self._id is not None or self._werkplek.store.op_slot:
            return
        invoer = self.blad.invoer()
        velden = dict(invoer.velden)
        # One name fits too many people to ask about it this early.
        if not (velden["voornamen"] and velden["achternaam"]) and not (
            velden["bsn"] or velden["v_nummer"]
        ):
            return
        try:
            formulier = controleer(Invoer(velden), vandaag=self._werkplek.store.vandaag())
        except Invoerfouten:
            return
        gevonden = self._dubbelen(formulier)
        # The question may stand there already, asked at keeping; then it stays that question.
        if not self.dubbel.isVisible() or gevonden != self.dubbel.regels:
            self._toon_dubbel(gevonden, bij_bewaren=False)

    def _toon_dubbel(self, regels: Sequence[Dossierregel], *, bij_bewaren: bool) -> None:
        self._bij_bewaren = bij_bewaren
        if not regels:
            self.dubbel.hide()
        elif not bij_bewaren:
            self.dubbel.toon(regels, _("Nee, dit is iemand anders"))
        elif self._id is None:
            self.dubbel.toon(regels, _("Toch een nieuw dossier maken"))
        else:
            self.dubbel.toon(regels, _("Toch bewaren"))

    def _is_iemand_anders(self) -> None:
        self._anders |= {wie.id for wie in self.dubbel.regels}
        self.dubbel.hide()
        if self._bij_bewaren:
            self.bewaar()

    def _ga_naar(self, dossier_id: str) -> None:
        self._concept.schrijf()
        self.open_dossier.emit(dossier_id)

    # Keeping

    def bewaar(self) -> None:
        """Checks and keeps; what cannot be right says so beside its field."""
        invoer = self.blad.invoer()
        try:
            formulier = controleer(invoer, vandaag=self._werkplek.store.vandaag())
        except Invoerfouten as fouten:
            self._toon_fouten(fouten)
            return
        self.blad.toon_fouten(())
        self.voetregel.clear()
        dubbelen = self._dubbelen(formulier)
        self._toon_dubbel(dubbelen, bij_bewaren=True)
        if dubbelen:
            self.dubbel.knoppen[0].setFocus()
            return
        gemaakt: list[str] = []
        if self._werkplek.probeer(lambda: gemaakt.append(self._schrijf(formulier, invoer))):
            self._concept.wis()
            self.conceptregel.hide()
            self.bewaard.emit(gemaakt[0])

    def _schrijf(self, formulier: Formulier, invoer: Invoer) -> str:
        store = self._werkplek.store
        with store.work(gezien=self._gezien) as work:
            if self._id is None:
                dossier = nieuw_dossier(formulier, vandaag=store.vandaag())
                work.voeg_toe(dossier)
                return dossier.id
            try:
                dossier = work.get(Dossier, self._id)
            except LookupError:
                raise Domeinfout(
                    "Dit dossier is er niet meer. Wat je typte, staat nog in het formulier."
                ) from None
            werk_bij(dossier, formulier, invoer, self._begin)
            return dossier.id

    def _toon_fouten(self, fouten: Invoerfouten) -> None:
        eerste = self.blad.toon_fouten(fouten.fouten)
        self.voetregel.setText(
            meervoud(
                "Kijk {aantal} veld nog eens na. De rest blijft staan.",
                "Kijk {aantal} velden nog eens na. De rest blijft staan.",
                len({fout.veld for fout in fouten.fouten}),
            )
        )
        if eerste is not None:
            # As if reached with Tab: the whole text is selected, ready to be typed anew.
            eerste.setFocus(Qt.FocusReason.TabFocusReason)
            self.vlak.ensureWidgetVisible(eerste, 0, 96)


def _leeg(gebruiker: Medewerker | None, contacten: set[str]) -> Invoer:
    """An empty form; who makes it is the klantmanager unless they choose otherwise."""
    velden = {"alfabetisering": Alfabetisering.ONBEKEND.value}
    if gebruiker is not None:
        velden["gemeente"] = gebruiker.gemeente
        if gebruiker.id in contacten:
            velden["klantmanager_id"] = gebruiker.id
    return Invoer(velden)
