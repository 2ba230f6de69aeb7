"""The opening: seven points in order, none skipped, then practice, then the talk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.models.clientbeeld import Beeldsoort
from desktop.models.intake import OPENING, BredeIntake, Fase
from desktop.models.tolk import Verstaan
from desktop.models.woorden import woord
from desktop.taal import _
from desktop.views.intake.balken import Pauzebalk, hoofdknop
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.oefenkaart import Oefenkaart
from desktop.views.intake.taalcheck import Taalcheckkaart
from desktop.views.intake.vraagkop import regel
from desktop.views.widgets.kortknop import Kortknop
from desktop.views.widgets.pictogram import PictogramLabel
from desktop.views.widgets.stroom import stroom


def titels() -> dict[str, str]:
    """The seven points in a word or two."""
    return {
        "wie": _("Wie zit aan tafel"),
        "tolk": _("De tolk"),
        "geheim": _("Geheim"),
        "opschrijven": _("Wat we opschrijven"),
        "niet-zeggen": _("Niet zeggen mag"),
        "pauze": _("Pauze mag"),
        "begrepen": _("Is alles duidelijk?"),
    }


def zinnen() -> dict[str, str]:
    """What the klantmanager says at each point."""
    return {
        "wie": _(
            "Noem wie er aan tafel zitten en waarom. "
            "Zeg: wij willen je leren kennen, en samen een plan maken voor je inburgering."
        ),
        "tolk": _(
            "Laat de tolk dit zeggen. Daarna wijst de cliënt aan of het goed te verstaan is."
        ),
        "geheim": _(
            "Zeg: wij vertellen niets door. Ook de tolk moet geheim houden wat je vertelt."
        ),
        "opschrijven": _(
            "Zeg: ik schrijf je antwoorden op voor jouw plan. "
            "Je mag altijd zien wat er staat, en zeggen dat iets niet klopt."
        ),
        "niet-zeggen": _("Zeg: je mag altijd zeggen: dat wil ik niet zeggen. Dat is goed."),
        "pauze": _("Zeg: wil je even stoppen? Raak dan ‘stop’ aan, of zeg het."),
        "begrepen": _("Vraag: is alles duidelijk? Heb je nog een vraag voordat we beginnen?"),
    }


class Puntknop(Kortknop):
    """One point in the list, with a tick when it was said."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setProperty("soort", "punt")
        self.setCheckable(True)
        self.setFixedWidth(240)

    def zet(self, nummer: int, titel: str, *, gezegd: bool, hier: bool) -> None:
        """Shows how the point stands."""
        self.setText(f"{'✓' if gezegd else nummer}   {titel}")
        self.setChecked(hier)
        self.setAccessibleName(f"{titel}: {_('gezegd') if gezegd else _('nog niet gezegd')}")


class Openingscherm(QWidget):
    """Point by point; the client's screen shows the same point in the own language."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gesprek = gesprek
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        buiten = QHBoxLayout(self)
        buiten.setContentsMargins(24, 8, 24, 24)
        buiten.setSpacing(24)
        lijst = QVBoxLayout()
        lijst.setSpacing(4)
        self.punten: dict[str, Puntknop] = {}
        for punt in OPENING:
            knop = Puntknop(self)
            knop.clicked.connect(lambda _aan=False, punt=punt: self._ga_naar(punt))
            self.punten[punt] = knop
            lijst.addWidget(knop)
        lijst.addStretch()
        buiten.addLayout(lijst)
        drager = QWidget(self)
        rechts = QVBoxLayout(drager)
        rechts.setContentsMargins(0, 0, 0, 0)
        rechts.setSpacing(16)
        self.pauze = Pauzebalk(gesprek, self)
        self.kaart = QFrame(self)
        self.kaart.setProperty("soort", "blad")
        self._vul_kaart()
        for bij_tolk in (self.taalcheck, self.beetje, self.nee):
            bij_tolk.hide()
        self.oefenen = Oefenkaart(gesprek, self)
        self.oefenen.klaar.connect(self._begin)
        self.oefenen.hide()
        self.pauze.hide()
        self.fout = regel("", "fout", self)
        self.fout.hide()
        gesprek.fout.connect(self._toon_fout)
        for deel in (self.pauze, self.kaart, self.oefenen, self.fout):
            rechts.addWidget(deel)
        rechts.addStretch()
        vlak = QScrollArea(self)  # on a small screen the talk about the interpreter is long
        vlak.setWidgetResizable(True)
        vlak.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        vlak.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        vlak.setWidget(drager)
        buiten.addWidget(vlak, 1)

    def _vul_kaart(self) -> None:
        vak = QVBoxLayout(self.kaart)
        vak.setContentsMargins(32, 24, 32, 24)
        vak.setSpacing(16)
        self.titel = regel("", "kop", self.kaart)
        self.zin = regel("", "titel", self.kaart)
        self.zin.setMinimumHeight(72)
        self.zin.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.aanwezig = regel("", "zacht", self.kaart)
        self.taalcheck = Taalcheckkaart(self.gesprek, self.kaart)
        self.taalcheck.opnieuw.clicked.connect(self.richt)  # that button vanishes
        vak.addWidget(self.titel)
        vak.addWidget(self.zin)
        vak.addWidget(self.aanwezig)
        vak.addWidget(self.taalcheck)
        client = QHBoxLayout()
        client.setSpacing(16)
        self.beeld = PictogramLabel(self.gesprek.werkplek.pictogrammen, "", 64, self.kaart)
        tekst = QVBoxLayout()
        self.ziet = QLabel(_("Op het scherm van de cliënt:"), self.kaart)
        self.ziet.setProperty("soort", "klein")
        self.client = regel("", "groot", self.kaart)
        tekst.setSpacing(0)
        tekst.addStretch()
        tekst.addWidget(self.ziet)
        tekst.addWidget(self.client)
        tekst.addStretch()
        client.addWidget(self.beeld)
        client.addLayout(tekst, 1)
        vak.addLayout(client)
        knoppen = QWidget(self.kaart)
        rij = stroom(knoppen, tussen=8)
        self.ja = hoofdknop(_("Gezegd en begrepen (Enter)"), self.kaart)
        self.ja.clicked.connect(self.akkoord)
        tolk = self.gesprek.tolk
        self.beetje = QPushButton(_("Een beetje"), self.kaart)
        self.beetje.setAccessibleName(_("De cliënt verstaat de tolk een beetje"))
        self.beetje.clicked.connect(lambda: tolk.check(Verstaan.BEETJE))
        self.nee = QPushButton(_("Nee, niet goed"), self.kaart)
        self.nee.setAccessibleName(_("Nee, de cliënt verstaat de tolk niet goed"))
        self.nee.clicked.connect(lambda: tolk.check(Verstaan.NIET))
        for knop in (self.ja, self.beetje, self.nee):
            rij.addWidget(knop)
        vak.addWidget(knoppen)

    @property
    def punt(self) -> str:
        """The point that is open."""
        return self.gesprek.plek.punt or OPENING[0]

    @property
    def alles_gezegd(self) -> bool:
        """Every point was said."""
        return all(punt in self.gesprek.stand.opening for punt in OPENING)

    def ververs(self) -> None:
        """Shows the point, or the practice after the last one."""
        gesprek = self.gesprek
        gezegd = gesprek.stand.opening
        oefenen = self.alles_gezegd and (bool(gesprek.plek.oefenstap) or self.punt == OPENING[-1])
        for n, punt in enumerate(OPENING, 1):
            hier = punt == self.punt and not oefenen
            self.punten[punt].zet(n, titels()[punt], gezegd=punt in gezegd, hier=hier)
            eerder = all(p in gezegd for p in OPENING[: n - 1])
            self.punten[punt].setEnabled(eerder or punt in gezegd)
        self.fout.hide()
        self.pauze.ververs()
        wissel = self.oefenen.isHidden() is oefenen
        self.kaart.setVisible(not oefenen)
        self.oefenen.setVisible(oefenen)
        if oefenen:
            self.oefenen.ververs()
        else:
            self._toon_punt()
        if wissel:
            # The button that vanished had the keyboard; Qt would hand it to the bar above.
            self.richt()

    def _toon_punt(self) -> None:
        gesprek = self.gesprek
        punt = self.punt
        prompts = gesprek.werkplek.prompts_voor(gesprek.stand.taalkeuze)
        tolk = punt == "tolk" and gesprek.stand.tolk.er_is_tolk
        beeld = gesprek.beeld()
        toont = tolk and beeld.soort is Beeldsoort.TAALCHECK and beeld.titel is not None
        tekst = beeld.titel if toont and beeld.titel else prompts.scherm(f"opening.{punt}")
        self.titel.setText(titels()[punt])
        geen_tolk = punt == "tolk" and not tolk
        self.zin.setText(
            _("Er is geen tolk. Vraag of de cliënt jou goed verstaat.")
            if geen_tolk
            else zinnen()[punt]
        )
        self.beeld.toon(prompts.pictogram(f"opening.{punt}") or "")
        rechts = prompts.taal.rechts_naar_links and tekst.vertaald
        self.client.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rechts else Qt.LayoutDirection.LeftToRight
        )
        self.client.setText(tekst.tekst)
        status = woord(tekst.status)
        kop = _("Op het scherm van de cliënt:")
        self.ziet.setText(f"{kop} ({status})" if status else kop)
        self.aanwezig.setText(self._tafel() if punt == "wie" else "")
        self.aanwezig.setVisible(bool(self.aanwezig.text()))
        self.zin.setMinimumHeight(0 if tolk else 72)
        self.ja.setText(self._ja_woord(tolk))
        for deel in (self.taalcheck, self.beetje, self.nee):
            deel.setVisible(tolk)
        if tolk:
            self.taalcheck.ververs()

    def _ja_woord(self, tolk: bool) -> str:
        if not tolk:
            return _("Gezegd en begrepen (Enter)")
        if self._beetje_telt():
            return _("Zo verder, een beetje is genoeg (Enter)")
        return _("Ja, de cliënt verstaat de tolk (Enter)")

    def _beetje_telt(self) -> bool:
        """A little understood: the klantmanager decides to go on with that, and it stays so."""
        gesprek = self.gesprek
        return gesprek.stand.tolk.uitkomst is Verstaan.BEETJE and not gesprek.plek.taal_opnieuw

    def _tafel(self) -> str:
        with self.gesprek.store.lees() as sessie:
            zitting = sessie.get_one(BredeIntake, self.gesprek.intake_id).lopende_zitting
            if zitting is None:
                return ""
            namen = [
                f"{woord(d.partij)}{f' ({d.naam})' if d.naam else ''}" for d in zitting.aan_tafel
            ]
        return _("Aan tafel: {wie}").format(wie=", ".join(namen))

    def _ga_naar(self, punt: str) -> None:
        self.gesprek.zet_plek(punt=punt, oefenstap="")

    def akkoord(self) -> None:
        """This point was said and understood; the next one opens."""
        if self.punt == "tolk" and self.gesprek.stand.tolk.er_is_tolk:
            verstaan = Verstaan.BEETJE if self._beetje_telt() else Verstaan.GOED
            if not self.gesprek.tolk.wijs_aan(verstaan):
                return
        if self.gesprek.bevestig_opening(self.punt) and self.alles_gezegd:
            self.gesprek.oefen("raak")

    def _begin(self) -> None:
        self.gesprek.oefen(None)
        if self.gesprek.stand.fase is Fase.GESPREK:
            self.gesprek.ga_naar(self.gesprek.plek.vraag)
        else:
            self.gesprek.begin_gesprek()

    def _toon_fout(self, _veld: str, zin: str) -> None:
        self.fout.setText(zin)
        self.fout.show()

    def leg_vast(self) -> None:
        """Nothing is typed here."""

    def richt(self) -> None:
        """Puts the keyboard on the one thing to do next."""
        (self.ja if self.kaart.isVisibleTo(self) else self.oefenen.verder).setFocus()

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        """Enter is said and understood; P is pause."""
        if toets.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            knop = self.focusWidget()
            if isinstance(knop, QPushButton) and not isinstance(knop, Puntknop):
                knop.click()
            elif self.kaart.isVisibleTo(self):
                self.akkoord()
            else:
                self.oefenen.volgende()
        elif toets.text().upper() == "P":
            self.gesprek.pauzeer(not self.gesprek.plek.pauze)
        else:
            super().keyPressEvent(toets)
