"""The story: Salma Nouri comes to the town hall, and tells with pictures who she is."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.app import Toepassing
from desktop.demo.handen import Handen
from desktop.demo.vragen import Vragenronde
from desktop.models.dossier import Alfabetisering, Indeling
from desktop.models.woorden import woord
from desktop.views.client.knop import Plaatjeknop
from desktop.views.client.venster import Clientvenster
from desktop.views.intake.plek import Blad
from desktop.views.intake.scherm import Intakescherm
from desktop.views.intake.velden import Tekstveld
from desktop.views.werkruimte import Werkruimte

MENSEN = {
    # naam, achternaam, geboren, spreektaal, leestaal
    "ar": ("Salma", "Nouri", "mei 1993", "Syrië"),
    "ti": ("Abrehet", "Ghide", "mei 1993", "Eritrea"),
    "en": ("Salma", "Nouri", "mei 1993", "Syrië"),
    "am": ("Selam", "Bekele", "mei 1993", "Ethiopië"),
    "so": ("Hodan", "Warsame", "mei 1993", "Somalië"),
    "prs": ("Zarghuna", "Rahimi", "mei 1993", "Afghanistan"),
    "ps": ("Zarghuna", "Rahimi", "mei 1993", "Afghanistan"),
    "fa": ("Mina", "Karimi", "mei 1993", "Iran"),
    "tr": ("Elif", "Yıldız", "mei 1993", "Turkije"),
    "uk": ("Olena", "Koval", "mei 1993", "Oekraïne"),
}
"""Somebody for each language; Salma Nouri from Syria for the others."""


def naam_voor(taal: str) -> str:
    """Who the story is about."""
    voornaam, achternaam, _geboren, _land = MENSEN.get(taal, MENSEN["ar"])
    return f"{voornaam} {achternaam}"


FOUT_BSN = "123456789"
GOED_BSN = "123456782"


class Verhaal:
    """One telling, from the lock screen to the papers."""

    def __init__(self, toepassing: Toepassing, handen: Handen, taal: str) -> None:
        self._app, self._h, self._taal = toepassing, handen, taal
        self._venster = toepassing.venster

    @property
    def _ruimte(self) -> Werkruimte:
        assert self._app.werkruimte is not None
        return self._app.werkruimte

    @property
    def _intake(self) -> Intakescherm:
        assert self._ruimte.intake is not None
        return self._ruimte.intake

    @property
    def _tolk(self) -> QWidget | None:
        """The interpreter's window, once it is open."""
        return self._ruimte.ramen.tolk.venster if self._ruimte.ramen.tolk is not None else None

    @property
    def _client(self) -> Clientvenster:
        assert self._ruimte.ramen.client is not None
        return self._ruimte.ramen.client

    def _foto(self, naam: str, *, client: bool = False, tolk: bool = False) -> None:
        if client:
            derde = self._tolk if tolk else None
            self._h.foto(naam, klantmanager=self._venster, client=self._client, tolk=derde)
        else:
            self._h.foto(naam, klantmanager=self._venster)

    def speel(self, doel: Path) -> None:
        """Tells it all; the PDFs come in `doel`."""
        self._open()
        self._zoek()
        self._nieuw_dossier()
        self._plan()
        self._opening()
        self._gesprek()
        self._sluit_af()
        self._papieren(doel)

    def _open(self) -> None:
        slot = self._venster.slot_
        self._foto("slot")
        self._h.toets(slot.wachtzin, Qt.Key.Key_Return)
        self._h.wacht_op(lambda: not self._venster.op_slot, "the store opens")
        self._foto("dossiers")

    def _zoek(self) -> None:
        zoek = self._ruimte.lijst.zoekveld
        self._h.typ(zoek, "tekle yon")
        self._h.wacht(400)
        self._foto("zoeken")
        self._h.typ(zoek, "")
        self._h.toets(zoek, Qt.Key.Key_Backspace)

    def _nieuw_dossier(self) -> None:
        h = self._h
        voornaam, achternaam, geboren, land = MENSEN.get(self._taal, MENSEN["ar"])
        h.druk(self._ruimte.lijst.knop_nieuw)
        formulier = self._ruimte.formulier
        blad = formulier.blad
        for veld, tekst in (
            ("voornamen", voornaam),
            ("achternaam", achternaam),
            ("geboortedatum", geboren),
            ("bsn", FOUT_BSN),
            ("v_nummer", "0028812345"),
            ("nationaliteit", land),
            ("spreektaal", self._taalnaam()),
            ("leestaal", self._taalnaam()),
            ("alfabetisering", self._letters()),
            ("datum_kennisgeving", "2-11-2026"),
            ("datum_brp", "4-11-2026"),
            ("telefoon", "06 12345678"),
            ("adres", "Dorpsstraat 1, 8300 AA Voorbeeldstad"),
        ):
            h.vul(blad.veld(veld).invoer, tekst)
        h.druk(blad.doelgroepen.knop_erbij)
        groep = blad.doelgroepen.rijen[-1].velden
        h.vul(groep["vanaf"].invoer, "1-9-2026")
        h.vul(groep["indeling"].invoer, Indeling.ASIELSTATUSHOUDER.value)
        h.druk(blad.huisgenoten.knop_erbij)
        kind = blad.huisgenoten.rijen[-1].velden
        h.vul(kind["naam"].invoer, "Sami")
        h.vul(kind["relatie"].invoer, "Kind")
        h.druk(formulier.knop_bewaar)
        formulier.vlak.verticalScrollBar().setValue(0)
        self._foto("dossier-fout")
        h.vul(blad.veld("bsn").invoer, GOED_BSN)
        h.druk(formulier.knop_bewaar)
        h.wacht_op(self._ruimte.blad.isVisible, "the dossier is kept")
        self._foto("dossier")

    def _taalnaam(self) -> str:
        assert self._app.werkplek is not None
        return self._app.werkplek.talen[self._taal].naam

    def _letters(self) -> str:
        assert self._app.werkplek is not None
        latijn = self._app.werkplek.talen[self._taal].schrift == "Latijn"
        return woord(Alfabetisering.NVT if latijn else Alfabetisering.AA)

    def _plan(self) -> None:
        h = self._h
        h.druk(self._ruimte.blad.knop_volgende)
        plan = self._intake.plan
        h.druk(plan.eerste)
        for veld, tekst in (
            ("tijd", "10:00"),
            ("tolk_bureau", "Tolkenbureau Voorbeeld"),
            ("tolk_wbtv", "12345"),
        ):
            regel = plan.velden[veld]
            assert isinstance(regel, Tekstveld)
            h.vul(regel.veld, tekst)
        for lijst in plan.tafel.findChildren(QComboBox):
            if lijst.accessibleName().endswith(": gekomen"):
                h.vul(lijst, "Aanwezig")
        self._foto("plan", client=True)
        self._taal_en_stem()
        h.druk(h.knop(self._intake, "Scherm tolk"))
        h.druk(plan.begin)

    def _taal_en_stem(self) -> None:
        """Before the talk: in which language and script, and who will read each question."""
        h, kaart = self._h, self._intake.plan.taalkaart
        h.druk(kaart.eerst_horen)
        h.druk(kaart.per_vraag)
        h.wacht_op(lambda: kaart.lijst.model().rowCount() > 0, "who speaks is counted")
        self._intake.plan.toon_taal()
        self._foto("taal-en-stem")
        h.druk(kaart.per_vraag)

    def _opening(self) -> None:
        h = self._h
        opening = self._intake.opening
        for n in range(7):
            if n in (0, 2, 4):
                self._foto(f"opening-{opening.punt}", client=True, tolk=True)
            if opening.punt == "tolk":
                self._verstaan()
            h.druk(opening.ja)
        self._oefen()

    def _verstaan(self) -> None:
        """The language check: a little at first, and well when the interpreter speaks slowly."""
        client = self._client
        self._foto("versta-je-de-tolk", client=True, tolk=True)
        self._raak(client.tegels[1])
        self._foto("wat-helpt", client=True, tolk=True)
        self._raak(client.tegels[len(client.beeld.tegels) - 1])

    def _raak(self, tegel: Plaatjeknop) -> None:
        """A touch; where it only speaks, "yes, this one" chooses."""
        self._h.druk(tegel)
        if self._client.geluid.gehoord:
            self._foto("eerst-horen", client=True)
            self._h.druk(self._client.knop_deze)

    def _oefen(self) -> None:
        h, client = self._h, self._client
        kaart = self._intake.opening.oefenen
        self._raak(client.tegels[0])
        self._foto("oefenen", client=True)
        h.druk(kaart.verder)
        self._raak(client.tegels[2])
        self._foto("oefenen-bedenken", client=True)
        h.druk(kaart.verder)
        self._raak(client.knop_weet_niet)
        h.druk(kaart.verder)
        self._foto("oefenen-stop", client=True)
        h.druk(client.knop_stop)
        h.druk(kaart.verder)
        h.wacht_op(self._in_gesprek, "the questions begin")
        # The client points well by now: from here on a touch chooses at once.
        h.druk(self._intake.stappen[Blad.PLAN])
        h.druk(self._intake.plan.taalkaart.eerst_horen)
        h.druk(self._intake.stappen[Blad.GESPREK])

    def _in_gesprek(self) -> bool:
        if self._intake.gesprek.plek.blad is Blad.GESPREK:
            return True
        kaart = self._intake.opening.oefenen
        if kaart.isVisible():
            self._h.druk(kaart.verder)
        return False

    def _gesprek(self) -> None:
        ronde = Vragenronde(self._h, self._venster, self._intake, self._client)
        ronde.loop(onderbreek=("FI02", self._onderbreking))

    def _onderbreking(self) -> None:
        """Somebody knocks: the screen locks, and later everything is where it was."""
        h = self._h
        vraag = self._intake.gesprek.plek.vraag
        h.druk(h.knop(self._intake, "Pauze scherm"))
        self._foto("pauze", client=True)
        h.druk(self._intake.gespreksblad.paneel.pauze.verder)
        self._venster.vergrendel()
        self._foto("op-slot", client=True)
        h.toets(self._venster.slot_.wachtzin, Qt.Key.Key_Return)
        h.wacht_op(lambda: not self._venster.op_slot, "the store opens again")
        h.wacht_op(lambda: self._intake.gesprek.plek.vraag == vraag, "the same question")

    def _sluit_af(self) -> None:
        h = self._h
        scherm = self._intake.afsluiting
        h.wacht_op(scherm.isVisible, "the closing opens after the last question")
        self._foto("afsluiten-begin", client=True)
        assert self._app.store is not None
        vandaag = self._app.store.vandaag()
        teksten = {
            "sterke_punten": "Kookt graag voor anderen, leert snel en heeft veel geduld.",
            "wens_een_jaar": "Een gesprek voeren in het Nederlands en zelf met de bus reizen.",
            "wens_drie_jaar": "Werken in een keuken, en een rustig huis voor Sami.",
        }
        for veld, tekst in teksten.items():
            h.typ(scherm.teksten[veld].veld, tekst)
        for wat, wie, over in (
            ("Leerbaarheidstoets, gemeentehuis", "Anneke de Boer", 8),
            ("Kennismaken op de taalschool", "Taalschool", 15),
            ("Gesprek over het plan (PIP)", "Anneke de Boer", 29),
        ):
            h.druk(scherm.afspraken.erbij)
            rij = scherm.afspraken.rijen[-1]
            dag = vandaag + timedelta(days=over)
            for veld_, tekst in zip(rij, (wat, wie, f"{dag:%d-%m-%Y}"), strict=True):
                h.typ(veld_.veld, tekst)
        h.typ(
            scherm.teksten["teach_back"].veld,
            "Eerst de toets, dan de school. Anneke belt volgende week.",
        )
        self._foto("afsluiten", client=True)
        if scherm.reden.isVisible():
            h.typ(scherm.reden.veld, "De laatste vragen komen terug bij het plan.")
        h.druk(scherm.sluit)
        h.wacht_op(lambda: self._intake.gesprek.stand.gesloten, "the intake is closed")
        self._foto("afgesloten", client=True)

    def _papieren(self, doel: Path) -> None:
        h = self._h
        h.druk(h.knop(self._intake, "← Dossier"))
        self._foto("dossier-na-het-gesprek")
        h.druk(self._ruimte.blad.knop_volgende)
        papieren = self._ruimte.documenten
        assert papieren is not None
        h.typ(papieren.map, str(doel.resolve()))
        for knop in (papieren.maak, papieren.maak_blad, papieren.maak_tolkblad):
            papieren.gemaakt = None
            h.druk(knop)
            h.wacht_op(lambda: papieren.gemaakt is not None, "the paper is made")
        self._foto("papieren")
        h.druk(papieren.knop_terug)
        h.druk(self._ruimte.blad.knop_terug)
        self._foto("dossiers-na-het-gesprek")
