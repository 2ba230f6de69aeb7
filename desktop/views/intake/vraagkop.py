"""The head of the question: what is asked, in Dutch and as the client hears it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.models.clientbeeld import Beeldsoort
from desktop.models.prompts import Vertaalstatus
from desktop.models.vragen import Gespreksdeel
from desktop.models.woorden import woord
from desktop.taal import _
from desktop.views.intake.gesprek import Gesprek
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
        vak.addWidget(self.taal)
        vak.addWidget(self.prompt, 1)
        vak.addWidget(self.ziet)

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
            tekst = gesprek.werkplek.prompts(gesprek.stand.taal).tekst(vraag.context, vraag.tekst)
            status = woord(tekst.status)
            self.taal.setText(f"{naam} · {status}" if status else naam)
            rechts = bool(taal and taal.rechts_naar_links) and tekst.vertaald
            richting = Qt.LayoutDirection.RightToLeft if rechts else Qt.LayoutDirection.LeftToRight
            self.prompt.setLayoutDirection(richting)
            toon = tekst.status not in (Vertaalstatus.BRON, Vertaalstatus.ONTBREEKT)
            self.prompt.setText(tekst.tekst if toon else "")
        self.prompt.setVisible(bool(self.prompt.text()))
        self.ziet.setText(client_ziet(gesprek))


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
    """Domain, code, the question large, a word of help; beside it what the client gets."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
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
        # Not Maximum: that holds to the hint of a wide window, and cuts a question of three lines.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def ververs(self) -> None:
        """Shows the open question."""
        gesprek = self._gesprek
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


class Kortlabel(QLabel):
    """One line that shortens itself with an ellipsis when there is no room."""

    def __init__(self, soort: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("soort", soort)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        kort = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        verf = QPainter(self)
        self.style().drawItemText(
            verf, self.rect(), self.alignment(), self.palette(), self.isEnabled(), kort
        )
