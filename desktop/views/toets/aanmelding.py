"""Registering somebody for the test: what the intake tells is filled in already, to be checked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop import catalogi
from desktop.models.formulier import datum_nederlands
from desktop.models.toets import Aanpassingen
from desktop.models.toetsstatus import Toetsstatus
from desktop.models.woordkeus import gevoelig
from desktop.store import toetsplanning
from desktop.store.toetsen import Tetoetsen
from desktop.store.toetsmiddelen import middelen
from desktop.taal import _
from desktop.views.dossiers.velden import Keuzelijst, Veld, tekstveld
from desktop.views.termijnen.dagreden import reden_van
from desktop.views.termijnen.datumknop import Datumknop
from desktop.views.toegang.velden import links, probeer_met
from desktop.views.toets.inbeeld import in_beeld
from desktop.views.toets.woorden import TUSSEN, dagen_in_woorden, stand_in_woorden
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Kolommen, Sectie, in_lijn, knop, regel, schuifvlak


class Aanmelding(QWidget):
    """The form of one person. `klaar` carries a sentence; `terug`: nothing was kept."""

    klaar = Signal(str)
    terug = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(parent)
        self._werkplek = werkplek
        self._wie: Tetoetsen | None = None
        blad = QVBoxLayout(self)
        blad.setContentsMargins(0, 0, 0, 0)
        kolommen = Kolommen(self)
        kolommen.vul([self._uitlegkaart(), self._nodigkaart()], [self._planningkaart()])
        vlak = schuifvlak(kolommen, self)
        blad.addWidget(vlak)

    def _uitlegkaart(self) -> Sectie:
        self.kaart = kaart = Sectie("", self)
        self.kop = kaart.findChildren(type(regel("", "", kaart)))[0]
        self.stand = Datumknop(kaart)
        kaart.blad.addLayout(in_lijn(self.stand))
        talen = (
            ("", _("Nog niet bekend")),
            *((tag, t.naam) for tag, t in self._werkplek.talen.items()),
        )
        self.uitlegtaal = Veld("uitlegtaal", _("Uitleg in"), Keuzelijst(talen, kaart), kaart)
        kaart.blad.addWidget(self.uitlegtaal)
        self.audio = self._vink(_("Wil de uitleg horen (kan niet goed lezen)"), kaart)
        self.tolk = self._vink(_("Wil een tolk erbij"), kaart)
        for vink in (self.audio, self.tolk):
            kaart.blad.addWidget(vink)
        return kaart

    def _nodigkaart(self) -> Sectie:
        kaart = Sectie(_("Nodig bij de toets"), self)
        kaart.blad.setSpacing(8)
        self.uitleg = regel("", "zacht", kaart)
        kaart.blad.addWidget(self.uitleg)
        self.bril = self._vink(_("Ziet niet goed, of heeft een bril"), kaart)
        self.gehoor = self._vink(_("Hoort niet goed, of heeft een hoortoestel"), kaart)
        self.handen = self._vink(_("Heeft moeite met de handen"), kaart)
        self.muis = self._vink(_("Wil eerst met de muis oefenen"), kaart)
        for vink in (self.bril, self.gehoor, self.handen, self.muis):
            kaart.blad.addWidget(vink)
        kaart.blad.addSpacing(8)
        self.notitie = tekstveld(
            "hulpmiddel_notitie",
            _("Hulpmiddel"),
            kaart,
            hint=_("Alleen wat er klaar moet staan, zoals ‘grote muis’. Geen ziekte."),
        )
        self.notitie.gewijzigd.connect(self._kijk_naar_notitie)
        kaart.blad.addWidget(self.notitie)
        return kaart

    def _planningkaart(self) -> Sectie:
        kaart = Sectie(_("Aanmelden"), self)
        self.reden = tekstveld("reden", _("Waarom nog een keer?"), kaart, nodig=True, lengte=300)
        self.examennummer = tekstveld(
            "examennummer",
            _("Examennummer"),
            kaart,
            hint=_("Van DUO. Dit kan ook later."),
            lengte=40,
        )
        self.begeleider = Veld(
            "begeleider",
            _("Wie plant de toets?"),
            Keuzelijst((), kaart),
            kaart,
            hint=_("Deze toetsbegeleider ziet de naam en wat nodig is."),
        )
        for veld in (self.reden, self.examennummer, self.begeleider):
            kaart.blad.addWidget(veld)
        self.bewaar = knop("", "hoofd", kaart)
        self.bewaar.clicked.connect(self._bewaar)
        self.niet = knop(_("Terug naar de lijst"), "gewoon", kaart)
        self.niet.clicked.connect(self.terug)
        kaart.blad.addLayout(links(self.bewaar, self.niet))
        return kaart

    @staticmethod
    def _vink(tekst: str, ouder: QWidget) -> QCheckBox:
        vink = QCheckBox(tekst, ouder)
        vink.setAccessibleName(tekst)
        return vink

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # No focus proxy: Tab has to pass every field.
        self.uitlegtaal.invoer.setFocus(gebeurtenis.reason())

    @property
    def _velden(self) -> tuple[Veld, ...]:
        return (self.uitlegtaal, self.notitie, self.reden, self.examennummer, self.begeleider)

    @property
    def nieuw(self) -> bool:
        """True when this registers somebody, perhaps again."""
        return self._wie is None or self._wie.status is not Toetsstatus.AANGEMELD

    def open(self, wie: Tetoetsen) -> None:
        """Shows one person of the list."""
        self._wie = wie
        self.kop.setText(wie.naam)
        if wie.termijn is None:
            zin, reden = _("Nog niet bekend wanneer het PIP klaar moet zijn."), None
        else:
            reden = reden_van(wie.termijn.termijn)
            zin = _("PIP klaar op {dag}, {nog}").format(
                dag=datum_nederlands(wie.termijn.uiterlijk), nog=dagen_in_woorden(wie.dagen_over)
            )
        if wie.status is not None:
            zin = TUSSEN.join((stand_in_woorden(wie.status, wie.keer), zin))
        self.stand.zet(zin, reden)
        self._toon(wie)
        assert isinstance(self.begeleider.invoer, Keuzelijst)
        with self._werkplek.store.lees() as sessie:
            mensen = tuple((b.id, b.naam) for b in middelen(sessie).begeleiders)
        self.begeleider.invoer.zet_keuzes((("", _("Ikzelf")), *mensen))
        self.begeleider.zet(wie.begeleider_id or "")
        self.reden.setVisible(self.nieuw and wie.keer > 1)
        self.bewaar.setText(_("Meld aan") if self.nieuw else _("Bewaar"))
        self.bewaar.setAccessibleName(self.bewaar.text())

    def _toon(self, wie: Tetoetsen) -> None:
        wat = wie.aanpassingen
        self.uitleg.setText(_("Zo staat het in de intake. Kijk het na en meld dan aan."))
        self.uitleg.setVisible(wie.status is None)
        self.uitlegtaal.zet(wat.uitlegtaal or "")
        for naam in ("audio", "tolk", "bril", "gehoor", "handen", "muis"):
            getattr(self, naam).setChecked(getattr(wat, naam))
        self.notitie.zet(wat.hulpmiddel_notitie)
        self.examennummer.zet(wie.examennummer)
        self.reden.zet("")
        self._kijk_naar_notitie()

    def _kijk_naar_notitie(self) -> None:
        self.notitie.toon_fout(gevoelig(self.notitie.tekst, catalogi.woordenlijst()))

    @property
    def aanpassingen(self) -> Aanpassingen:
        """What stands in the form."""
        return Aanpassingen(
            uitlegtaal=self.uitlegtaal.tekst or None,
            audio=self.audio.isChecked(),
            tolk=self.tolk.isChecked(),
            bril=self.bril.isChecked(),
            gehoor=self.gehoor.isChecked(),
            handen=self.handen.isChecked(),
            muis=self.muis.isChecked(),
            hulpmiddel_notitie=" ".join(self.notitie.tekst.split()),
        )

    def _bewaar(self) -> None:
        wie = self._wie
        if wie is None:
            return
        gebaar = self._meld_aan if self.nieuw else self._pas_aan
        if not probeer_met(self._werkplek, self._velden, lambda: gebaar(wie)):
            in_beeld(self.focusWidget())
            return
        zin = _("{naam} is aangemeld.") if self.nieuw else _("Bewaard voor {naam}.")
        self.klaar.emit(zin.format(naam=wie.naam))

    def _meld_aan(self, wie: Tetoetsen) -> None:
        toetsplanning.meld_aan(
            self._werkplek.store,
            wie.dossier_id,
            self.aanpassingen,
            reden=self.reden.tekst,
            examennummer=self.examennummer.tekst,
            begeleider_id=self.begeleider.tekst or None,
        )

    def _pas_aan(self, wie: Tetoetsen) -> None:
        store, kandidaat = self._werkplek.store, wie.kandidaat_id
        assert kandidaat is not None
        toetsplanning.wijzig_aanmelding(
            store,
            kandidaat,
            self.aanpassingen,
            examennummer=self.examennummer.tekst,
            begeleider_id=self.begeleider.tekst or None,
        )
