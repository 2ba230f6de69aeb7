"""The voices of the computer in one language, and whether a speaker of it found them good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import count

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.models.catalogus import Taal
from desktop.models.opnamewerk import Zin
from desktop.models.spraak import Stem, Uiting
from desktop.store.opnamebeheer import Proef
from desktop.taal import _
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel

ESPEAK = "espeak:"
PROEFZINNEN = 8
"""So many sentences to try, one after another."""


class Stemrij(QFrame):
    """One voice: hear it, and say what somebody who speaks the language found of it."""

    probeer = Signal(str)
    gezet = Signal(str, bool)

    def __init__(self, stem: Stem, proef: Proef | None, taal: Taal, parent: QWidget) -> None:
        super().__init__(parent)
        self.stem = stem
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(4)
        self.naam = regel(stemnaam(stem), "veldnaam", self)
        self.knop = knop(_("Probeer"), "gewoon", self)
        self.knop.setAccessibleName(_("Probeer {stem}").format(stem=stemnaam(stem)))
        self.knop.clicked.connect(partial(self.probeer.emit, stem.naam))
        boven = QHBoxLayout()
        boven.addWidget(self.naam, 1)
        boven.addWidget(self.knop)
        vak.addLayout(boven)
        self.goed = QCheckBox(_("Met een spreker geprobeerd: goed te verstaan"), self)
        self.goed.setAccessibleName(self.goed.text())
        self.goed.setChecked(proef is not None and proef.goed)
        self.goed.clicked.connect(lambda: self.gezet.emit(stem.naam, self.goed.isChecked()))
        vak.addWidget(self.goed)
        self.stand = regel(standzin(stem, proef, taal), "zacht", self)
        vak.addWidget(self.stand)


def stemnaam(stem: Stem) -> str:
    """What the voice is called here."""
    if stem.naam.startswith(ESPEAK):
        return _("Computerstem (eSpeak NG)")
    return _("Stem van deze computer")


def standzin(stem: Stem, proef: Proef | None, taal: Taal) -> str:
    """Since when it is trusted, or why it is not."""
    if proef is not None and proef.op is not None:
        dag = f"{proef.op:%d-%m-%Y}"
        if proef.goed and proef.spreker:
            return _("Met een spreker geprobeerd op {dag}: {spreker}.").format(
                dag=dag, spreker=proef.spreker
            )
        if proef.goed:
            return _("Met een spreker geprobeerd op {dag}.").format(dag=dag)
        if not stem.vertrouwd:
            return _("Op {dag} niet goed genoeg gevonden. Leest niet vanzelf voor.").format(dag=dag)
    if stem.vertrouwd:
        return _("Goed genoeg om vanzelf voor te lezen, ook zonder proef.")
    if taal.stem_van and stem.naam.startswith(ESPEAK):
        return _("Leent de stem van een andere taal. Leest niet vanzelf voor.")
    return _("Nog niet met een spreker geprobeerd. Leest niet vanzelf voor.")


class Stemmenkaart(Sectie):
    """A voice that nobody tried is only heard after a touch. `geluid`: something will sound."""

    geluid = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("Stemmen van de computer"), parent)
        self._werkplek = werkplek
        self._taal: Taal | None = None
        self._zinnen: Sequence[Zin] = ()
        self._beurt = count()
        self.rijen: list[Stemrij] = []
        self._inhoud: tuple[object, ...] = ()
        self.blad.setSpacing(8)
        self.blad.addWidget(
            regel(
                _(
                    "Een opname van een mens gaat voor. Anders leest een van deze stemmen. Laat "
                    "iemand die de taal spreekt een paar zinnen horen. Vraag of het duidelijk is."
                ),
                "zacht",
                self,
            )
        )
        self.geen = regel(
            _("Deze computer heeft geen stem voor deze taal. Neem de zinnen op met een spreker."),
            "",
            self,
        )
        self.blad.addWidget(self.geen)
        self._doos = QVBoxLayout()
        self._doos.setSpacing(16)
        self.blad.addLayout(self._doos)
        self.wie = QLineEdit(self)
        self.wie.setAccessibleName(_("Wie luisterde mee?"))
        self.wie.setPlaceholderText(_("Mag leeg blijven"))
        self.wienaam = regel(_("Wie luisterde mee?"), "klein", self)
        self.wienaam.setBuddy(self.wie)
        self.blad.addWidget(self.wienaam)
        self.blad.addWidget(self.wie)
        self.gezegd = regel("", "groot", self)
        self.nederlands = regel("", "zacht", self)
        self.melding = regel("", "melding", self)
        for deel in (self.gezegd, self.nederlands, self.melding):
            deel.hide()
            self.blad.addWidget(deel)

    def toon(
        self,
        taal: Taal,
        stemmen: Sequence[Stem],
        proeven: Mapping[str, Proef],
        zinnen: Sequence[Zin],
    ) -> None:
        """The voices of this language; `zinnen` are what they can be tried with."""
        if self._taal is None or taal.tag != self._taal.tag:
            self._beurt = count()
            for deel in (self.gezegd, self.nederlands, self.melding):
                deel.hide()
            self.wie.clear()
        self._taal, self._zinnen = taal, _proefzinnen(zinnen)
        for rij in self.rijen:
            rij.knop.setEnabled(bool(self._zinnen))
        inhoud = (taal.tag, tuple(stemmen), dict(proeven))
        if inhoud != self._inhoud:
            self._inhoud = inhoud
            self._maak_rijen(taal, stemmen, proeven)

    def _maak_rijen(
        self, taal: Taal, stemmen: Sequence[Stem], proeven: Mapping[str, Proef]
    ) -> None:
        focus = self.window().focusWidget()
        op_vinkje = {r.stem.naam: r.goed is focus for r in self.rijen if focus in (r.goed, r.knop)}
        for oud in self.rijen:
            self._doos.removeWidget(oud)
            oud.hide()
            oud.deleteLater()
        self.rijen = [Stemrij(s, proeven.get(s.naam), taal, self) for s in stemmen]
        vorige: QWidget | None = None
        for rij in self.rijen:
            rij.probeer.connect(self._probeer)
            rij.gezet.connect(self._zet)
            rij.knop.setEnabled(bool(self._zinnen))
            self._doos.addWidget(rij)
            rij.show()
            if vorige is not None:
                QWidget.setTabOrder(vorige, rij.knop)
            QWidget.setTabOrder(rij.knop, rij.goed)
            vorige = rij.goed
            if rij.stem.naam in op_vinkje:
                (rij.goed if op_vinkje[rij.stem.naam] else rij.knop).setFocus()
        if vorige is not None:
            QWidget.setTabOrder(vorige, self.wie)
        self.geen.setVisible(not self.rijen)
        self.wie.setVisible(bool(self.rijen))
        self.wienaam.setVisible(bool(self.rijen))

    def _probeer(self, naam: str) -> None:
        taal = self._taal
        if taal is None or not self._zinnen:
            return
        zin = self._zinnen[next(self._beurt) % len(self._zinnen)]
        self.zeg("")
        self.geluid.emit()
        self.gezegd.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft
            if taal.rechts_naar_links
            else Qt.LayoutDirection.LeftToRight
        )
        self.gezegd.setText(zin.tekst)
        self.nederlands.setText(zin.nederlands)
        self.gezegd.show()
        self.nederlands.setVisible(taal.tag != "nl")
        uitspraak = self._werkplek.prompts(taal.tag).uitspraak(zin.contexten[0], zin.nederlands)
        self._werkplek.spreker.lees([Uiting("", "", zin.tekst, uitspraak, taal.tag)], stem=naam)

    def _zet(self, naam: str, goed: bool) -> None:
        taal = self._taal
        if taal is not None:
            wie = " ".join(self.wie.text().split())
            self._werkplek.probeer(
                lambda: self._werkplek.opnamen.zet_stemproef(taal.tag, naam, goed=goed, spreker=wie)
            )

    def zeg(self, zin: str) -> None:
        """What went wrong with a sound; empty takes it away."""
        self.melding.setText(zin)
        self.melding.setVisible(bool(zin))


def _proefzinnen(zinnen: Sequence[Zin]) -> list[Zin]:
    """Whole sentences, spread over the talk: a word alone says little about a voice."""
    lang = [z for z in zinnen if z.nederlands.endswith("?")] or list(zinnen)
    stap = max(1, len(lang) // PROEFZINNEN)
    return lang[::stap][:PROEFZINNEN]
