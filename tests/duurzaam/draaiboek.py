"""What client and klantmanager do in the real windows, and what has to be on disk after it.

`staat` holds what must be kept, item by item, as the one who did it would say it; it is
worked out from the gestures, never read from the store.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from copy import deepcopy
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget

from desktop.models.clientbeeld import Beeldsoort
from desktop.models.gespreksgang import buur
from desktop.models.intake import OPENING
from desktop.models.vragen import SCHAAL, Vraagtype
from desktop.views.client.knop import Plaatjeknop
from desktop.views.client.venster import Clientvenster
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.plek import Blad
from desktop.views.intake.scherm import Intakescherm
from desktop.views.intake.velden import Tekstveld
from desktop.views.werkruimte import Werkruimte

Zeg = Callable[..., None]

DICHT_OP_ELKAAR_S = 0.31
"""The client's window takes a second touch on the same spot within 0.3 s for a tremor."""

NOTITIE = ("Zij vertelt rustig, ", "en lacht als het over haar zoon gaat.")
REDEN = ("Zij kent de weg ", "en vraagt hulp als het nodig is.")
VELDEN = {
    "voornamen": "Salma",
    "achternaam": "Nouri",
    "geboortedatum": "31-2-1993",
    "telefoon": "06 12345678",
    "adres": "Espelerlaan 12, Emmeloord",
}


class Hand:
    """Mouse and keyboard."""

    def __init__(self) -> None:
        self._vorige: dict[QWidget, float] = {}

    def druk(self, knop: QWidget) -> None:
        """A click on something that can be clicked."""
        if not knop.isVisible() or not knop.isEnabled():
            raise RuntimeError(f"cannot be pressed: {knop.accessibleName()}")
        rest = self._vorige.get(knop, 0.0) + DICHT_OP_ELKAAR_S - time.monotonic()
        if rest > 0 and isinstance(knop, Plaatjeknop):
            QTest.qWait(round(rest * 1000) + 1)
        # A tick box is as wide as its row; only the box and its words take a click.
        plek = knop.rect().center()
        if isinstance(knop, QCheckBox):
            plek.setX(8)
        self._klik(knop, plek)
        self._vorige[knop] = time.monotonic()

    @staticmethod
    def _klik(waar: QWidget, plek: QPoint) -> None:
        """A click brings its window to the front, as a window system does."""
        if not waar.window().isActiveWindow():
            waar.window().activateWindow()
            QTest.qWaitForWindowActive(waar.window())
        QTest.mouseClick(waar, Qt.MouseButton.LeftButton, pos=plek)

    @staticmethod
    def typ(waar: QWidget, tekst: str) -> None:
        """Letters, one key event each."""
        for teken in tekst:
            for soort in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                geen = Qt.KeyboardModifier.NoModifier
                toets = QKeyEvent(soort, ord(teken.upper()), geen, teken)
                QApplication.sendEvent(waar, toets)

    def ga_in(self, veld: QWidget) -> None:
        """Clicks in a field, as one does before typing."""
        self._klik(veld, veld.rect().center())
        if not veld.hasFocus():
            raise RuntimeError(f"no keyboard in {veld.accessibleName()}")


class Draaiboek:
    """Plays from the place that stands open, gesture by gesture."""

    def __init__(self, ruimte: Werkruimte, zeg: Zeg) -> None:
        self._ruimte, self._zeg = ruimte, zeg
        self._hand = Hand()
        self._n = 0
        self._teller = 0
        self.staat: dict[str, Any] = {}

    @property
    def _scherm(self) -> Intakescherm:
        assert self._ruimte.intake is not None
        return self._ruimte.intake

    @property
    def _gesprek(self) -> Gesprek:
        return self._scherm.gesprek

    @property
    def _client(self) -> Clientvenster:
        assert self._ruimte.ramen.client is not None
        return self._ruimte.ramen.client

    def _gebaar(self, wat: str, doe: Callable[[], None], **staat: Any) -> None:
        """Says what comes, does it, lets the windows work, and says that it was done."""
        self._n += 1
        straks = deepcopy(self.staat) | {naam.replace("__", ":"): w for naam, w in staat.items()}
        self._zeg("begin", n=self._n, wat=wat, staat=straks)
        doe()
        QTest.qWait(1)
        self._eis_plek(wat, straks)
        self.staat = straks
        self._zeg("klaar", n=self._n, staat=straks)

    def _eis_plek(self, wat: str, straks: dict[str, Any]) -> None:
        """The hands must not go astray: the windows stand where the gesture leads."""
        if self._ruimte.intake is None:
            return
        plek = self._gesprek.plek
        nu = {"blad": plek.blad.value, "vraag": plek.vraag, "pauze": plek.pauze}
        anders = {naam for naam, w in nu.items() if naam in straks and straks[naam] != w}
        if anders:
            fout = self._scherm.gespreksblad.paneel.fout.text()
            raise RuntimeError(f"{wat}: {nu} instead of {straks} {fout}")

    # Where to begin

    def speel(self, begin: str) -> None:
        """Begins at the dossier with this id, else where the talk stands."""
        if begin:
            self._ruimte.toon_dossier(begin)
            self._zeg("start", staat={})
            self._plan()
            self._opening()
        else:
            self._begin_hier()
        while self._gesprek.plek.blad is Blad.GESPREK:
            self._een_vraag()
        self._sluit_af()

    def _begin_hier(self) -> None:
        plek = self._gesprek.plek
        self.staat = {"blad": plek.blad.value, "vraag": plek.vraag, "open": True}
        self._zeg("start", staat=self.staat)

    def _plan(self) -> None:
        druk = self._hand.druk
        blad = self._ruimte.blad.knop_volgende
        self._gebaar("plan", lambda: druk(blad), blad="plan", open=True, fase="gepland")
        plan = self._scherm.plan
        self._gebaar("sitting", lambda: druk(plan.eerste), zittingen=1)
        for naam, tekst in (("tijd", "10.00 uur"), ("tolk_bureau", "Tolkenbureau Voorbeeld")):
            veld = plan.velden[naam]
            assert isinstance(veld, Tekstveld)
            self._hand.ga_in(veld.veld)
            self._tik(veld.veld, f"zitting:{naam}", (tekst,))
        rij = {
            "rij__zitting:tijd": "10.00 uur",
            "rij__zitting:tolk_bureau": "Tolkenbureau Voorbeeld",
        }
        self._gebaar("begin", lambda: druk(plan.begin), blad="opening", **rij)

    def _opening(self) -> None:
        druk, opening = self._hand.druk, self._scherm.opening
        for n in range(len(OPENING)):
            gezegd = sorted(OPENING[: n + 1])
            self._gebaar("said", lambda: druk(opening.ja), opening=gezegd, fase="opening")
        tegel = self._client.tegels[0]
        self._gebaar("practice", lambda: druk(tegel))
        klaar = opening.oefenen.klaar_knop
        eerste = self._gesprek.plek.vraag
        self._gebaar(
            "to the talk", lambda: druk(klaar), blad="gesprek", vraag=eerste, fase="gesprek"
        )

    # Questions

    def _een_vraag(self) -> None:
        self._teller += 1
        gesprek, blad = self._gesprek, self._scherm.gespreksblad
        vraag, n = gesprek.vraag, self._teller
        if gesprek.eerst_alleen:
            self._gebaar("alone", lambda: self._hand.druk(blad.paneel.alleen.ja), alleen=True)
        soort = self._client.beeld.soort
        if n % 7 == 5 and self._client.beeld.mag_niet_antwoorden:
            self._client_niet()
        elif soort is Beeldsoort.VRAAG and not self._deelscherm():
            self._client_wijst()
        elif soort is Beeldsoort.GETAL:
            self._client_telt()
        elif n % 7 == 6 and vraag.type is not Vraagtype.SCALE:
            return self._later()
        else:
            self._klantmanager_vult_in()
        if n % 3 == 1:
            self._notitie()
        if n % 4 == 2:
            self._pauze()
        self._verder()
        if n == 3:
            self._client_neemt_terug()

    def _deelscherm(self) -> bool:
        scherm = self._gesprek.client.scherm()
        return scherm is None or bool(scherm.voorvoegsel)

    def _na(self, code: str, stap: int = 1) -> dict[str, Any]:
        """The place after leaving this question; what the rules of the talk say."""
        gesprek = self._gesprek
        volgende = buur(gesprek.stand.gang, gesprek.lijst, code, stap)
        return {"vraag": volgende} if volgende else {"blad": "afsluiten"}

    def _antwoord(self, **anders: Any) -> dict[str, Any]:
        code = self._gesprek.plek.vraag
        leeg = {"status": "open", "opties": [], "waarde": None, "delen": {}, "bevestigd": False}
        return {f"antwoord__{code}": {**self.staat.get(f"antwoord:{code}", leeg), **anders}}

    def _client_wijst(self) -> None:
        """One tile, or two where more are allowed."""
        vraag, beeld = self._gesprek.vraag, self._client.beeld
        gekozen: list[str] = []
        begin = self._teller % max(1, len(beeld.tegels) - 1)
        for tegel, wat in list(zip(self._client.tegels, beeld.tegels, strict=False))[begin:][:2]:
            meer = beeld.meer and vraag.geen not in (wat.code, *gekozen)
            gekozen = [*gekozen, wat.code] if meer else [wat.code]
            kaart = self._antwoord(status="beantwoord", opties=list(gekozen))
            self._gebaar(f"touch {wat.code}", lambda tegel=tegel: self._hand.druk(tegel), **kaart)
            if not beeld.meer and self._teller % 2:
                return

    def _client_niet(self) -> None:
        knop = self._client.knop_weet_niet
        kaart = self._antwoord(status="weet_niet")
        self._gebaar("don't know", lambda: self._hand.druk(knop), **kaart)

    def _client_telt(self) -> None:
        for getal in ("1", "2"):
            kaart = self._antwoord(status="beantwoord", waarde=getal)
            meer = self._client.getalblad.meer
            self._gebaar("one more", lambda meer=meer: self._hand.druk(meer), **kaart)

    def _client_neemt_terug(self) -> None:
        """The client changes her mind about the question before, and touches again."""
        laatste = self._client.beeld.laatste
        if laatste is None:
            return
        code = laatste.vraag_code
        weg = {"status": "open", "opties": [], "waarde": None, "delen": {}, "bevestigd": False}
        knop = self._client.strook.knop
        self._gebaar(
            f"take back {code}",
            lambda: self._hand.druk(knop),
            **{f"antwoord__{code}": weg, "vraag": code},
        )
        self._client_wijst()
        if self._client.knop_klaar.isEnabled() and len(self._gesprek.client.schermen()) == 1:
            naar = self._na(code)
            self._gebaar("ready", lambda: self._hand.druk(self._client.knop_klaar), **naar)
        else:
            self._verder()

    def _later(self) -> None:
        code = self._gesprek.plek.vraag
        kaart = self._antwoord(status="later", bevestigd=True)
        blad = self._scherm.gespreksblad
        self._gebaar("later", lambda: self._hand.druk(blad.later), **kaart, **self._na(code))

    def _klantmanager_vult_in(self) -> None:
        vraag, blad = self._gesprek.vraag, self._scherm.gespreksblad
        editor = blad.paneel.editors[0]
        if vraag.type is Vraagtype.SCALE:
            kaart = self._antwoord(status="beantwoord", opties=[SCHAAL[3]], bevestigd=True)
            self._gebaar("score", lambda: self._hand.typ(blad, "4"), **kaart)
            self._hand.ga_in(editor.reden)
            self._tik(editor.reden, f"reden:{vraag.code}", REDEN)
        elif vraag.keuzecodes:
            eerste = [vraag.keuzecodes[0]]
            kaart = self._antwoord(status="beantwoord", opties=eerste, bevestigd=True)
            self._gebaar("key 1", lambda: self._hand.typ(blad, "1"), **kaart)
        elif vraag.type is Vraagtype.DATE:
            self._hand.ga_in(editor.veld)
            self._tik(editor.veld, f"waarde:{vraag.code}", ("31-2-", "2027"))
            fout = {"vraag": vraag.code}
            self._gebaar("refused", lambda: self._hand.druk(blad.verder), **fout)
            self._hand.ga_in(editor.veld)
            leeg = {f"tekst__waarde:{vraag.code}": ""}
            editor.veld.selectAll()
            wis = partial(QTest.keyClick, editor.veld, Qt.Key.Key_Delete)
            self._gebaar("delete it", wis, **leeg)
            self._tik(editor.veld, f"waarde:{vraag.code}", ("15-1-2027",))
        elif vraag.type is Vraagtype.NUM:
            self._hand.ga_in(editor.veld)
            self._tik(editor.veld, f"waarde:{vraag.code}", ("2",))
        elif vraag.type is Vraagtype.TEXT:
            self._hand.ga_in(editor.veld)
            self._tik(editor.veld, f"waarde:{vraag.code}", REDEN)
        elif vraag.raster is not None and vraag.raster.soort == "rijen":
            self._rij(editor)

    def _rij(self, editor: Any) -> None:
        """A row is added to a grid, and its first cell filled."""
        code = self._gesprek.plek.vraag
        self._gebaar("add a row", lambda: self._hand.druk(editor.erbij), **{f"rijen__{code}": [1]})
        soorten = {kolom.code: kolom.type for kolom in editor.raster.kolommen}
        sleutel = next(s for s in editor.cellen if isinstance(editor.cellen[s], QLineEdit))
        cel = editor.cellen[sleutel]
        woord = ("Tigri", "nya") if soorten[sleutel.split(".")[1]] == "tekst" else ("1", "2")
        self._hand.ga_in(cel)
        self._tik(cel, f"cel:{code}:{sleutel}", woord)

    def _tik(self, veld: QWidget, item: str, delen: tuple[str, ...]) -> None:
        """Types in bursts, behind what stands there."""
        tekst = self.staat.get(f"tekst:{item}", "")
        self.staat.pop(f"rij:{item}", None)
        for deel in delen:
            tekst += deel
            wordt = {f"tekst__{item}": tekst}
            self._gebaar(f"type '{deel}'", lambda deel=deel: self._hand.typ(veld, deel), **wordt)

    def _notitie(self) -> None:
        code = self._gesprek.plek.vraag
        veld = self._scherm.gespreksblad.notities.vraag.kaarten[-1].veld
        self._hand.ga_in(veld)
        self._tik(veld, f"notitie:{code}", NOTITIE)

    def _pauze(self) -> None:
        knop = self._scherm.pauze
        self._gebaar("pause", lambda: self._hand.druk(knop), pauze=True)
        self._gebaar("end of pause", lambda: self._hand.druk(knop), pauze=False)

    def _verder(self) -> None:
        """Agrees and goes on; what was typed becomes the real thing."""
        code = self._gesprek.plek.vraag
        straks: dict[str, Any] = {}
        for soort in ("notitie", "reden"):
            tekst = self.staat.get(f"tekst:{soort}:{code}")
            if tekst is not None:
                straks[f"rij__{soort}:{code}"] = tekst
        vraag = self._gesprek.vraag
        waarde = self.staat.get(f"tekst:waarde:{code}")
        cellen = {
            naam.split(":", 3)[3]: int(tekst) if tekst.isdigit() else tekst
            for naam, tekst in self.staat.items()
            if naam.startswith(f"tekst:cel:{code}:")
        }
        if waarde is not None:
            waarde = "2027-01-15" if vraag.type is Vraagtype.DATE else waarde
            straks |= self._antwoord(status="beantwoord", waarde=waarde, bevestigd=True)
            straks[f"tekst__waarde:{code}"] = waarde
        elif cellen:
            straks |= self._antwoord(status="beantwoord", delen=cellen, bevestigd=True)
        elif self.staat.get(f"antwoord:{code}", {}).get("status", "open") != "open":
            straks |= self._antwoord(bevestigd=True)
        knop = self._scherm.gespreksblad.verder
        self._gebaar("agree", lambda: self._hand.druk(knop), **straks, **self._na(code))

    # Closing

    def _sluit_af(self) -> None:
        scherm, druk = self._scherm.afsluiting, self._hand.druk
        for veld in ("wens_drie_jaar", "teach_back"):
            invoer = scherm.teksten[veld].veld
            self._hand.ga_in(invoer)
            self._tik(invoer, f"afsluiting:{veld}", ("Werken in een keuken, ", "met Sami."))
        rij = {
            f"rij__afsluiting:{veld}": "Werken in een keuken, met Sami."
            for veld in ("wens_drie_jaar", "teach_back")
        }
        erbij = scherm.afspraken.erbij
        self._gebaar("agreement", lambda: druk(erbij), afspraken=1, **rij)
        wat = scherm.afspraken.rijen[-1][0].veld
        self._tik(wat, "afspraak", ("Kennismaken ", "op de taalschool"))
        self._hand.ga_in(scherm.reden.veld)
        self._tik(scherm.reden.veld, "sluitreden", ("De rest komt ", "bij het plan."))
        rij = {
            "rij__afspraak": "Kennismaken op de taalschool",
            "rij__sluitreden": "De rest komt bij het plan.",
        }
        self._gebaar("close", lambda: druk(scherm.sluit), fase="gesloten", **rij)

    def sla_over(self) -> None:
        """The reason why a domain is not asked, typed and not given yet; then it is given."""
        self._begin_hier()
        blad = self._scherm.gespreksblad
        self._gebaar("leave a domain out", lambda: self._hand.druk(blad.overslaan))
        domein = self._gesprek.vraag.domein
        veld = blad.paneel.overslaan.paneel.veld
        self._tik(veld, f"overslaan:{domein}", ("Vorige maand ", "al besproken."))

    def vul_rij(self) -> None:
        """A row is added to the grid that stands open, and its first cell filled."""
        self._begin_hier()
        self._rij(self._scherm.gespreksblad.paneel.editors[0])

    # One long note

    def typ_notitie(self, tekst: str) -> None:
        """Letter by letter, as fast as the keys go."""
        self._begin_hier()
        code = self._gesprek.plek.vraag
        kaart = self._scherm.gespreksblad.notities.vraag.kaarten[-1]
        self._hand.ga_in(kaart.veld)
        self._tik(kaart.veld, f"notitie:{code}", tuple(tekst))
        # Nobody leaves the field: two seconds of rest are enough.
        self._gebaar(
            "rest",
            lambda: wacht_op(lambda: not kaart._bewaarder.vuil),
            **{f"rij__notitie:{code}": tekst},
        )


def wacht_op(waar: Callable[[], bool]) -> None:
    """Lets the windows work until something is so."""
    tot = time.monotonic() + 20
    while not waar():
        if time.monotonic() > tot:
            raise RuntimeError("what was waited for did not come")
        QTest.qWait(20)


def vul_formulier(ruimte: Werkruimte, zeg: Zeg) -> None:
    """A new dossier, letter by letter; done is what the keeper of the draft has written."""
    hand, formulier = Hand(), ruimte.formulier
    hand.druk(ruimte.lijst.knop_nieuw)
    QTest.qWait(1)
    staat: dict[str, str] = {}
    n = 0
    zeg("start", staat=staat)
    for naam, tekst in VELDEN.items():
        veld = formulier.blad.veld(naam).invoer
        veld.setFocus()
        for teken in tekst:
            n += 1
            staat = {**staat, f"tekst:{naam}": staat.get(f"tekst:{naam}", "") + teken}
            zeg("begin", n=n, wat=f"{naam}: {teken}", staat=staat)
            hand.typ(veld, teken)
            QTest.qWait(20)
            if not formulier._concept._open:
                zeg("klaar", n=n, staat=staat)
    wacht_op(lambda: not formulier._concept._open)
    zeg("klaar", n=n, staat=staat)
