"""The second story: two laptops, one centre, and a house number that two people wrote down.

Anneke and Jelle both know Yonas. Each has a laptop of their own and a real
PostgreSQL between them; nothing here knows a back door.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget

from desktop.app import Toepassing
from desktop.demo.handen import Handen
from desktop.demo.postgres import Wegwerppostgres
from desktop.sync.centraal import beheer
from desktop.sync.gekoppeld import gekoppeld
from desktop.sync.koppelregel import Koppelregel
from desktop.views.conflicten.versiekaart import Versiekaart
from desktop.views.toegang.delen import Deelscherm
from desktop.views.werkruimte import Werkruimte

WACHTZIN = "twee laptops aan een tafel"
GEMEENTE = "0171"
ADRES = {"anneke": "Lange Nering 12, Emmeloord", "jelle": "Lange Nering 21, Emmeloord"}


class Laptop:
    """One laptop in the story: its window, and what its user does."""

    def __init__(self, map_: Path, naam: str, handen: Handen, plaats: QRect) -> None:
        map_.mkdir()
        self.naam = naam
        self._h = handen
        self.app = Toepassing(map_)
        self.venster = self.app.venster
        self.venster.setGeometry(plaats)
        self.app.toon()

    @property
    def ruimte(self) -> Werkruimte:
        """The workroom behind the lock."""
        assert self.app.werkruimte is not None
        return self.app.werkruimte

    def begin(self) -> None:
        """The first start: a passphrase, a name."""
        slot = self.venster.slot_
        self._h.typ(slot.wachtzin, WACHTZIN)
        self._h.typ(slot.herhaling, WACHTZIN)
        self._h.typ(slot.naam, self.naam)
        self._h.druk(slot.knop)
        self._h.wacht_op(lambda: not self.venster.op_slot, "the store is made")

    def koppel(self, regel: str, wachtwoord: str) -> None:
        """Couples with the centre in the settings, and waits for the first round."""
        h = self._h
        h.druk(self.ruimte.lijst.knop_instellingen)
        assert self.ruimte.instellingen is not None
        kaart = self.ruimte.instellingen.koppeling
        for veld, tekst in ((kaart.regel, regel), (kaart.wachtwoord, wachtwoord)):
            assert isinstance(veld.invoer, QLineEdit)
            h.typ(veld.invoer, tekst)
        h.druk(kaart.koppel)
        assert self.app.store is not None
        store = self.app.store
        h.wacht_op(lambda: gekoppeld(store), "the laptop is coupled")
        h.wacht_op(self.rustig, "the first round is over")
        if not self.alles_binnen():  # a busy machine: the first try did not get through
            self.werk_bij()
        self._toon_heel(kaart)

    def _toon_heel(self, wat: QWidget) -> None:
        """Scrolls until this can be seen."""
        ouder = wat.parentWidget()
        while ouder is not None and not isinstance(ouder, QScrollArea):
            ouder = ouder.parentWidget()
        if isinstance(ouder, QScrollArea):
            ouder.ensureWidgetVisible(wat)

    def toon_client(self) -> None:
        """The card with the address, at the bottom of the sheet."""
        self._h.wacht(100)
        blad = self.ruimte.blad
        blad.vlak.verticalScrollBar().setValue(blad.vlak.verticalScrollBar().maximum())

    def alles_binnen(self) -> bool:
        """True when a round was made and the centre confirmed everything."""
        assert self.app.werkplek is not None
        laatste = self.app.werkplek.draad.laatste
        return self.rustig() and laatste is not None and laatste.alles_bevestigd

    def rustig(self) -> bool:
        """True while no round is being made."""
        assert self.app.werkplek is not None
        return not self.app.werkplek.draad.is_bezig

    def naar_lijst(self) -> None:
        """Back to the caseload."""
        ruimte = self.ruimte
        if ruimte.instellingen is not None and ruimte.instellingen.isVisible():
            self._h.druk(ruimte.instellingen.knop_terug)
        if ruimte.blad.isVisible():
            self._h.druk(ruimte.blad.knop_terug)

    def werk_bij(self) -> None:
        """Presses "Nu bijwerken" and waits until it is done."""
        plek = self.app.werkplek
        assert plek is not None
        klaar: list[object] = []
        # By itself it may just be at it; a round of its own comes after that.
        nu = self.ruimte.statusregel.knop_nu
        self._h.wacht_op(lambda: nu.isVisible() and nu.isEnabled(), "no round is made")
        plek.draad.klaar.connect(klaar.append)
        self._h.druk(nu)
        self._h.wacht_op(lambda: bool(klaar), "a round is done")
        plek.draad.klaar.disconnect(klaar.append)
        self._h.wacht(50)

    def open_dossier(self, zoek: str) -> None:
        """Finds somebody and opens the sheet."""
        veld = self.ruimte.lijst.zoekveld
        self._h.typ(veld, zoek)
        self._h.wacht(300)
        self._h.toets(veld, Qt.Key.Key_Return)
        self._h.wacht_op(self.ruimte.blad.isVisible, "the dossier opens")

    def schrijf_adres(self, adres: str) -> None:
        """Changes the address in the form."""
        h = self._h
        h.druk(self.ruimte.blad.knop_wijzig)
        h.vul(self.ruimte.formulier.blad.veld("adres").invoer, adres)
        h.druk(self.ruimte.formulier.knop_bewaar)
        h.wacht_op(self.ruimte.blad.isVisible, "the address is kept")


class Samenverhaal:
    """One telling: couple, share, work apart, meet again, choose."""

    def __init__(self, map_: Path, handen: Handen, maat: QRect) -> None:
        self._map, self._h, self._maat = map_, handen, maat

    def speel(self) -> None:
        """Tells it all, on a PostgreSQL that is gone afterwards."""
        with Wegwerppostgres() as postgres:
            regels = self._maak_centrum(postgres)
            self._anneke = Laptop(self._map / "anneke", "Anneke de Boer", self._h, self._maat)
            self._jelle = Laptop(self._map / "jelle", "Jelle Kramer", self._h, self._maat)
            try:
                self._vertel(regels)
            finally:
                for laptop in (self._anneke, self._jelle):
                    laptop.venster.close()
                QApplication.processEvents()

    def _maak_centrum(self, postgres: Wegwerppostgres) -> dict[str, tuple[str, str]]:
        """A central database with two people in it; (line to paste, password) by name."""
        uit = {}
        with beheer.beheerverbinding(postgres.uri("postgres")) as verbinding:
            beheer.maak(verbinding)
            for naam in ("Anneke de Boer", "Jelle Kramer"):
                wie = beheer.voeg_toe(verbinding, gemeente=GEMEENTE, rol="klantmanager", naam=naam)
                regel = Koppelregel(
                    login=wie.login,
                    host=postgres.host,
                    poort=postgres.poort,
                    database="postgres",
                    gemeente=GEMEENTE,
                    sslmode="disable",  # both ends are this very machine
                )
                uit[naam] = (regel.als_tekst(), wie.wachtwoord)
        return uit

    def _foto(self, naam: str, *, wie: str = "") -> None:
        vensters = {"anneke": self._anneke.venster, "jelle": self._jelle.venster}
        self._h.foto(naam, **{k: v for k, v in vensters.items() if not wie or k == wie})

    def _vertel(self, regels: dict[str, tuple[str, str]]) -> None:
        for laptop in (self._anneke, self._jelle):
            laptop.begin()
            laptop.koppel(*regels[laptop.naam])
        self._foto("gekoppeld", wie="anneke")
        for laptop in (self._anneke, self._jelle):
            laptop.naar_lijst()
        self._nieuw_dossier()
        self._deel()
        self._apart()
        self._kies()
        self._spoor()

    def _nieuw_dossier(self) -> None:
        h, anneke = self._h, self._anneke
        anneke.werk_bij()  # Jelle's name came to the centre after the first round
        h.druk(anneke.ruimte.lijst.knop_nieuw)
        blad = anneke.ruimte.formulier.blad
        for veld, tekst in (
            ("voornamen", "Yonas"),
            ("achternaam", "Tekle"),
            ("geboortedatum", "1998"),
            ("spreektaal", "Tigrinya"),
        ):
            h.vul(blad.veld(veld).invoer, tekst)
        h.druk(anneke.ruimte.formulier.knop_bewaar)
        h.wacht_op(anneke.ruimte.blad.isVisible, "the dossier is kept")

    def _deel(self) -> None:
        h, anneke = self._h, self._anneke
        h.druk(anneke.ruimte.blad.kaarten.toegang.knop_delen)
        scherm = anneke.ruimte.findChild(Deelscherm)
        assert scherm is not None
        h.vul(scherm.met.invoer, "Jelle Kramer")
        h.vul(scherm.reden.invoer, "Samen op huisbezoek")
        h.druk(scherm.doe)
        self._foto("gedeeld", wie="anneke")
        h.druk(scherm.knop_terug)
        anneke.werk_bij()
        self._jelle.werk_bij()
        self._jelle.open_dossier("tekle")
        self._foto("op-twee-laptops")

    def _apart(self) -> None:
        """Both write the address down, and neither has a network."""
        self._anneke.schrijf_adres(ADRES["anneke"])
        self._jelle.schrijf_adres(ADRES["jelle"])
        for laptop in (self._anneke, self._jelle):
            laptop.toon_client()
        self._foto("twee-adressen")
        for laptop in (self._jelle, self._anneke, self._jelle):
            laptop.werk_bij()
        self._foto("conflict-gezien")

    def _kies(self) -> None:
        """Anneke looks it up and chooses; Jelle sees what she chose."""
        h, anneke = self._h, self._anneke
        h.druk(anneke.ruimte.statusregel.knop_conflicten)
        h.wacht_op(lambda: bool(self._kaarten()), "the conflict is shown")
        h.wacht_op(lambda: not anneke.venster.meldt, "nothing stands before it")
        self._foto("conflict", wie="anneke")
        h.druk(next(k for k in self._kaarten() if ADRES["jelle"] in k.accessibleName()))
        h.wacht(400)
        self._foto("gekozen", wie="anneke")
        anneke.werk_bij()
        self._jelle.werk_bij()
        self._jelle.toon_client()
        self._foto("opgelost")

    def _spoor(self) -> None:
        """Who did what, without what it said."""
        h, jelle = self._h, self._jelle
        kaart = jelle.ruimte.blad.kaarten.toegang
        h.druk(kaart.knop_spoor)
        h.wacht(300)
        self._foto("wie-deed-wat", wie="jelle")

    def _kaarten(self) -> list[Versiekaart]:
        return [k for k in self._anneke.ruimte.findChildren(Versiekaart) if k.isVisible()]
