"""One question as the klantmanager sees it: asked, answered, agreed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.models.antwoordtekst import optiewoord
from desktop.models.voortgang import Stand
from desktop.models.vragen import Vraagtype
from desktop.taal import _
from desktop.views.intake.antwoordregel import Herkomst, NietRij
from desktop.views.intake.balken import Akkoordbalk, Alleenpaneel, Pauzebalk, Redenpaneel
from desktop.views.intake.delen import Deleneditor
from desktop.views.intake.dubbelregel import Dubbelregel
from desktop.views.intake.editors import (
    Datumeditor,
    Editor,
    Getaleditor,
    Keuzeeditor,
    Schaaleditor,
    Waardeeditor,
)
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.overslaan import Overslaan
from desktop.views.intake.rooster import Roostereditor
from desktop.views.intake.vraagkop import Vraagkop, regel
from desktop.views.intake.vragenstrip import Vragenstrip

_TAB = Qt.FocusPolicy.TabFocus

_EDITORS: dict[Vraagtype, type[Editor]] = {
    Vraagtype.SINGLE: Keuzeeditor,
    Vraagtype.MULTI: Keuzeeditor,
    Vraagtype.YN: Keuzeeditor,
    Vraagtype.FACE3: Keuzeeditor,
    Vraagtype.SCALE: Schaaleditor,
    Vraagtype.NUM: Getaleditor,
    Vraagtype.DATE: Datumeditor,
    Vraagtype.GRID: Roostereditor,
    Vraagtype.TEXT: Waardeeditor,
}


def editors_voor(gesprek: Gesprek, parent: QWidget) -> list[Editor]:
    """The editors of the open question: the main one, its grid, its parts."""
    vraag = gesprek.vraag
    uit = [_EDITORS[vraag.type](gesprek, parent)]
    if vraag.raster is not None and vraag.type is not Vraagtype.GRID:
        uit.append(Roostereditor(gesprek, parent))
    if vraag.delen:
        uit.append(Deleneditor(gesprek, parent))
    return uit


class Vraagpaneel(QFrame):
    """The open question with its answer; everything typed or chosen is kept at once."""

    akkoord = Signal()

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gesprek = gesprek
        self.setProperty("soort", "blad")
        self.editors: list[Editor] = []
        self._vraag = ""
        self._geregen: list[QWidget] = []
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.setSpacing(0)
        binnen = QWidget(self)
        self._vak = QVBoxLayout(binnen)
        self._vak.setContentsMargins(24, 16, 24, 16)
        self._vak.setSpacing(12)
        self.pauze = Pauzebalk(gesprek, binnen)
        self.vorig = Akkoordbalk(gesprek, binnen)
        self.overslaan = Overslaan(gesprek, binnen)
        self.strip = Vragenstrip(gesprek, binnen)
        self.kop = Vraagkop(gesprek, binnen)
        self.alleen = Alleenpaneel(gesprek, binnen)
        self.melding = regel("", "melding", binnen)
        self.fout = regel("", "fout", binnen)
        self.reden = Redenpaneel(
            _("Het gesprek is afgesloten. Waarom verander je dit nog?"), _("Veranderen"), binnen
        )
        self.reden.gegeven.connect(gesprek.geef_wijzigreden)
        self.reden.gesloten.connect(gesprek.ververs)
        self._plek = QWidget(binnen)
        self._editorvak = QVBoxLayout(self._plek)
        self._editorvak.setContentsMargins(0, 0, 0, 0)
        self._editorvak.setSpacing(12)
        self.dubbel = Dubbelregel(gesprek, binnen)
        self.niet = NietRij(gesprek, binnen)
        self.herkomst = Herkomst(gesprek, binnen)
        for deel in (
            self.pauze,
            self.vorig,
            self.strip,
            self.kop,
            self.kop.formulier,
            self.kop.gemeld,
            self.overslaan,
            self.alleen,
            self.melding,
            self._plek,
            self.dubbel,
            self.fout,
            self.reden,
            self.niet,
            self.herkomst,
        ):
            self._vak.addWidget(deel)
        self._vak.addStretch(1)
        self.reden.hide()
        self.fout.hide()
        self._rol = QScrollArea(self)
        self._rol.setWidgetResizable(True)
        self._rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rol.setWidget(binnen)
        buiten.addWidget(self._rol)
        gesprek.fout.connect(self._toon_fout)
        gesprek.reden_gevraagd.connect(lambda: self.reden.vraag(""))

    def ververs(self) -> None:
        """Shows the open question and its answer."""
        nieuw = self.gesprek.plek.vraag != self._vraag
        if nieuw:
            self._bouw()
        self.fout.hide()
        for deel in (self.pauze, self.vorig, self.overslaan, self.strip, self.kop):
            deel.ververs()
        eerst_alleen = self.gesprek.eerst_alleen
        overgeslagen = self.gesprek.vraag.domein in self.gesprek.stand.overslagen
        vraag_zichtbaar = not eerst_alleen and not overgeslagen
        self.alleen.setVisible(eerst_alleen and not overgeslagen)
        self._plek.setVisible(vraag_zichtbaar)
        for editor in self.editors:
            editor.laad()
        self._rijg()
        self.niet.ververs()
        self.herkomst.ververs()
        self.niet.setVisible(vraag_zichtbaar and not self.gesprek.vraag.oordeel)
        self.herkomst.setVisible(vraag_zichtbaar)
        self.dubbel.setVisible(vraag_zichtbaar and self.gesprek.verschil)
        self._toon_melding()
        if nieuw:
            self._rol.verticalScrollBar().setValue(0)
            self.richt()

    def richt(self) -> None:
        """Puts the keyboard where the answer is given."""
        if not self.alleen.isHidden():
            # No answer stands ready: a stray Enter must not say that the client is alone.
            self.setFocus()
            return
        doel = self.editors[0].eerste() if self.editors else None
        if doel is not None and not self._plek.isHidden():
            doel.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus()

    def _bouw(self) -> None:
        self._vraag = self.gesprek.plek.vraag
        weg, self.editors = self.editors, []
        for oud in weg:
            self._editorvak.removeWidget(oud)
            oud.hide()
            oud.deleteLater()
        self.reden.hide()
        self.editors = editors_voor(self.gesprek, self._plek)
        for editor in self.editors:
            editor.klaar.connect(self.akkoord)
            self._editorvak.addWidget(editor)

    def _rijg(self) -> None:
        """Tab goes down the panel: an editor that was made later would come after the notes."""
        nu = [
            w
            for editor in self.editors
            for w in editor.findChildren(QWidget)
            if w.focusPolicy() & _TAB
            and w.window() is self.window()  # the list of a combobox is not
        ]
        if nu == self._geregen:
            return
        self._geregen = nu
        vorige: QWidget = self.alleen.nee
        for widget in nu:
            QWidget.setTabOrder(vorige, widget)
            vorige = widget

    def _toon_melding(self) -> None:
        gesprek = self.gesprek
        vraag, antwoord = gesprek.vraag, gesprek.antwoord
        zin = ""
        if gesprek.stand.voortgang.standen[vraag.code] is Stand.NIET_NODIG:
            zin = self._niet_nodig()
        elif antwoord is not None and antwoord.gegeven and not antwoord.bevestigd:
            zin = _("De cliënt wees dit aan. Klopt het? Enter is akkoord.")
        elif gesprek.stand.gesloten:
            zin = _("Dit gesprek is afgesloten. Veranderen kan, met een reden.")
        self.melding.setText(zin)
        self.melding.setVisible(bool(zin) and not gesprek.eerst_alleen)

    def _niet_nodig(self) -> str:
        gesprek = self.gesprek
        for voorwaarde in gesprek.vraag.voorwaarden:
            poort = gesprek.lijst.vragen.get(voorwaarde.vraag or "")
            if poort is None:
                continue
            antwoord = gesprek.stand.antwoorden.get(poort.code)
            if antwoord is None or not antwoord.gegeven:
                continue
            woorden = [optiewoord(poort, code) for code in antwoord.opties]
            gezegd = ", ".join(woorden) or antwoord.waarde or ""
            return _("Niet nodig: bij ‘{vraag}’ is het antwoord ‘{antwoord}’.").format(
                vraag=poort.tekst, antwoord=gezegd
            )
        if any(v.feit == "kinderen" for v in gesprek.vraag.voorwaarden):
            return _("Niet nodig: in het dossier staan geen kinderen.")
        return _("Niet nodig door een ander antwoord.")

    def _toon_fout(self, veld: str, zin: str) -> None:
        self.fout.setText(zin)
        self.fout.show()
        if veld == "reden" and self.editors and isinstance(self.editors[0], Schaaleditor):
            self.editors[0].reden.setFocus()

    def kies_toets(self, toets: str) -> bool:
        """A number key: the option with that number."""
        if self._plek.isHidden():
            return False
        return any(editor.kies_toets(toets) for editor in self.editors)

    def leg_vast(self) -> bool:
        """Keeps what is still being typed. False when something was refused."""
        gelukt = [editor.leg_vast() for editor in self.editors]
        return all(gelukt)
