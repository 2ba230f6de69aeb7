"""The head of the question: what is asked, in Dutch and as the client hears it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.models.clientbeeld import Beeldsoort
from desktop.models.prompts import Tekst, Vertaalstatus
from desktop.models.tolkbeeld import Tolksoort
from desktop.models.vragen import Gespreksdeel
from desktop.models.woorden import woord
from desktop.taal import _
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.stemregel import Stemregel
from desktop.views.tolk.melding import Meldformulier
from desktop.views.widgets.kortknop import Kortknop
from desktop.views.widgets.pictogram import PictogramLabel


def regel(tekst: str = "", soort: str = "", parent: QWidget | None = None) -> QLabel:
    """A label for plain text that wraps."""
    label = QLabel(tekst, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if soort:
        label.setProperty("soort", soort)
    return label


class Clientkaart(QFrame):
    """What the client sees and hears now: the prompt in the own language, and the screen."""

    melden = Signal()
    """The klantmanager wants to flag the translation."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
        self.setProperty("soort", "blad")
        self.setFixedWidth(248)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(16, 12, 16, 12)
        vak.setSpacing(4)
        self.taal = regel("", "klein", self)
        self.prompt = regel("", "groot", self)
        self.ziet = regel("", "klein", self)
        self.ziet.setAccessibleName(_("Wat de cliënt ziet"))
        self.klopt_niet = Kortknop(_("Vertaling klopt niet"), self)
        self.klopt_niet.setProperty("soort", "regel")
        self.klopt_niet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.klopt_niet.clicked.connect(self.melden)
        vak.addWidget(self.taal)
        vak.addWidget(self.prompt, 1)
        vak.addWidget(self.klopt_niet, 0, Qt.AlignmentFlag.AlignLeft)
        vak.addWidget(self.ziet)
        self.stem = Stemregel(self)
        vak.addWidget(self.stem)

    def ververs(self) -> None:
        """Shows the prompt and what stands on the client's screen."""
        gesprek = self._gesprek
        taal = gesprek.werkplek.talen.get(gesprek.stand.taal)
        vraag = gesprek.vraag
        naam = taal.naam if taal else gesprek.stand.taal
        if vraag.oordeel:
            self.taal.setText(_("Alleen voor jou"))
            self.prompt.setText("")
        else:
            prompts = gesprek.werkplek.prompts_voor(gesprek.stand.taalkeuze)
            tekst = prompts.tekst(vraag.context, vraag.tekst)
            status = woord(tekst.status)
            self.taal.setText(f"{naam} · {status}" if status else naam)
            rechts = prompts.taal.rechts_naar_links and tekst.vertaald
            richting = Qt.LayoutDirection.RightToLeft if rechts else Qt.LayoutDirection.LeftToRight
            self.prompt.setLayoutDirection(richting)
            toon = tekst.status not in (Vertaalstatus.BRON, Vertaalstatus.ONTBREEKT)
            self.prompt.setText(tekst.tekst if toon else "")
        self.prompt.setVisible(bool(self.prompt.text()))
        self.klopt_niet.setVisible(bool(self.prompt.text()) and bool(self.te_melden()))
        self.ziet.setText(client_ziet(gesprek))

    def te_melden(self) -> tuple[Tekst, ...]:
        """Texts of the open question as the interpreter has them before him."""
        beeld = self._gesprek.tolkbeeld()
        if beeld.soort is not Tolksoort.VRAAG or beeld.code != self._gesprek.plek.vraag:
            return ()
        teksten = [beeld.tekst_van(context) for context in beeld.contexten]
        glossen = {woord_.uitleg for woord_ in beeld.woorden}
        return tuple(tekst for tekst in teksten if tekst not in glossen)


def client_ziet(gesprek: Gesprek) -> str:
    """One line: what stands on the client's screen, and why when it waits."""
    beeld = gesprek.beeld()
    wat = woord(beeld.soort)
    if beeld.soort is Beeldsoort.WACHT:
        if gesprek.notitie_open:
            wat = _("wachtscherm, je schrijft een notitie")
        elif gesprek.vraag.oordeel:
            wat = _("wachtscherm, dit is jouw oordeel")
        elif not gesprek.vraag.voor_client:
            wat = _("wachtscherm, deze vraag bespreek je")
    elif beeld.paginas > 1:
        wat = _("de vraag, bladzijde {nu} van {alle}").format(
            nu=beeld.pagina + 1, alle=beeld.paginas
        )
    return _("Cliënt ziet: {wat}").format(wat=wat)


class Vraagkop(QWidget):
    """Domain, code, the question large, a word of help; beside it what the client gets.

    `formulier` and `gemeld`, for a wrong translation, are put under it by the panel.
    """

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
        self._code = ""
        self._pictogram = PictogramLabel(gesprek.werkplek.pictogrammen, "", 32, self)
        self.plaats = regel("", "klein", self)
        self.tekst = regel("", "titel", self)
        self.hulp = regel("", "zacht", self)
        self.kaart = Clientkaart(gesprek, self)
        boven = QHBoxLayout()
        boven.setSpacing(12)
        boven.addWidget(self._pictogram)
        boven.addWidget(self.plaats, 1)
        links = QVBoxLayout()
        links.setSpacing(8)
        links.addLayout(boven)
        links.addWidget(self.tekst)
        links.addWidget(self.hulp)
        links.addStretch()
        buiten = QHBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.setSpacing(24)
        buiten.addLayout(links, 1)
        buiten.addWidget(self.kaart, 0, Qt.AlignmentFlag.AlignTop)
        self.formulier = Meldformulier(self)
        self.gemeld = regel(_("Doorgegeven aan de vertaler."), "zacht", self)
        self.gemeld.hide()
        self.kaart.melden.connect(self._meld)
        self.formulier.gemeld.connect(self._bewaar_melding)
        self.formulier.gesloten.connect(self.kaart.klopt_niet.setFocus)
        # Not Maximum: that holds to the hint of a wide window, and cuts a question of three lines.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _meld(self) -> None:
        gesprek = self._gesprek
        rtl = gesprek.werkplek.prompts_voor(gesprek.stand.taalkeuze).taal.rechts_naar_links
        self.gemeld.hide()
        self.formulier.vraag(self.kaart.te_melden(), rtl=rtl)

    def _bewaar_melding(self, context: str, notitie: str, beter: str) -> None:
        weigering = self._gesprek.tolk.meld(context, notitie, beter, door_tolk=False)
        if self.formulier.bevestig(weigering):
            self.gemeld.show()
            self.kaart.klopt_niet.setFocus()

    def ververs(self) -> None:
        """Shows the open question."""
        gesprek = self._gesprek
        if gesprek.vraag.code != self._code:
            self._code = gesprek.vraag.code
            self.gemeld.hide()
        vraag, domein = gesprek.vraag, gesprek.domein
        self._pictogram.toon(domein.pictogram)
        delen = [domein.titel, vraag.code]
        if vraag.alleen:
            delen.append(_("alleen met jou en de tolk"))
        elif vraag.deel_van_gesprek is Gespreksdeel.BESLOTEN:
            delen.append(_("zonder COA en VluchtelingenWerk"))
        if vraag.oordeel:
            delen.append(_("jouw oordeel"))
        elif not vraag.voor_client:
            delen.append(_("bespreken"))
        if vraag.gezondheid:
            delen.append(_("gezondheid: alleen wat het betekent voor les en werk"))
        self.plaats.setText(" · ".join(delen))
        self.tekst.setText(vraag.tekst)
        self.hulp.setText(vraag.hulp)
        self.hulp.setVisible(bool(vraag.hulp))
        self.kaart.ververs()
