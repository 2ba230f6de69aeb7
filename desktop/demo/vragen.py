"""All questions, one after another, the way a klantmanager and a client answer them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.demo.handen import Handen, Vastgelopen
from desktop.models.clientbeeld import Beeldsoort
from desktop.models.vragen import Vraagtype
from desktop.views.client.venster import Clientvenster
from desktop.views.intake.editors import Schaaleditor
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.plek import Blad
from desktop.views.intake.rooster import Roostereditor
from desktop.views.intake.scherm import Intakescherm

FOTOS = {
    "SP01": "vraag-tegels",
    "SP02": "vraag-een-antwoord",
    "SP07": "vraag-sterke-kant",
    "WO04": "vraag-gezichten",
    "FI01": "vraag-meer-bladzijden",
    "RE03": "vraag-wensen",
    "RE11": "vraag-alleen",
    "FG05": "vraag-gezondheid",
    "SP12": "vraag-score",
    "WK10": "vraag-week",
}
"""Questions whose screens are kept; the others are answered too."""

TAALVRAAG, TAAL = "SP09", "Nederlands"
"""Words for a language, and of what she can do with it the middle one: a little."""
ZINNEN = "Rustig aan beginnen, liefst in een kleine groep."
REDEN = "Zij kent de weg en vraagt hulp als het nodig is."


class Vragenronde:
    """Answers what is open until the closing opens."""

    def __init__(
        self, handen: Handen, venster: QWidget, scherm: Intakescherm, client: Clientvenster
    ) -> None:
        self._h, self._venster, self._scherm, self._client = handen, venster, scherm, client
        self._teller = 0

    @property
    def _gesprek(self) -> Gesprek:
        return self._scherm.gesprek

    def loop(self, *, onderbreek: tuple[str, Callable[[], None]]) -> None:
        """From here to the last question; `onderbreek` happens once, at that question."""
        blad = self._scherm.gespreksblad
        waar, wat = onderbreek
        while self._gesprek.plek.blad is Blad.GESPREK:
            self._teller += 1
            code = self._gesprek.plek.vraag
            if code == waar:
                wat()
            if self._gesprek.eerst_alleen:
                self._foto("alleen-vraag")
                self._h.letters(blad, "J")
            self._antwoord()
            if code in FOTOS:
                self._foto(f"{FOTOS[code]}-{code.lower()}")
            if code == "SP02":
                self._neem_terug()
            self._h.toets(blad, Qt.Key.Key_Return)
            if self._gesprek.plek.vraag == code and self._gesprek.plek.blad is Blad.GESPREK:
                self._h.druk(blad.verder)
            if self._gesprek.plek.vraag == code and self._gesprek.plek.blad is Blad.GESPREK:
                raise Vastgelopen(f"stays at {code}: {blad.paneel.fout.text()}")

    def _foto(self, naam: str) -> None:
        self._h.foto(naam, klantmanager=self._venster, client=self._client)

    def _antwoord(self) -> None:
        beeld = self._client.beeld
        if self._teller % 19 == 10 and beeld.mag_niet_antwoorden:
            self._h.druk(self._client.knop_weet_niet)
        elif beeld.soort is Beeldsoort.VRAAG:
            self._wijs_aan()
        elif beeld.soort is Beeldsoort.GETAL:
            self._h.druk(self._client.getalblad.meer)
            self._h.druk(self._client.getalblad.meer)
        else:
            self._vul_in()

    def _wijs_aan(self) -> None:
        """The client touches one picture or two, on every page that the question has."""
        code = self._gesprek.plek.vraag
        for _pagina in range(12):
            beeld = self._client.beeld
            tegels = [tegel for tegel in self._client.tegels if tegel.isVisible()]
            keuzes = tegels[: 2 if beeld.meer and len(tegels) > 2 else 1]
            for tegel in keuzes:
                self._h.druk(tegel)
            plek = self._gesprek.plek
            if plek.scherm + 1 >= len(self._gesprek.client.schermen()):
                return
            self._h.druk(self._client.knop_klaar)
            if self._gesprek.plek.vraag != code:
                return

    def _vul_in(self) -> None:
        """A question that is only spoken of, or a judgement: the klantmanager fills it in."""
        blad = self._scherm.gespreksblad
        vraag = self._gesprek.vraag
        paneel = blad.paneel
        if vraag.type is Vraagtype.SCALE:
            self._h.letters(blad, "4")
            editor = paneel.editors[0]
            assert isinstance(editor, Schaaleditor)
            self._h.typ(editor.reden, REDEN)
            blad.setFocus()
        elif vraag.keuzecodes:
            self._h.letters(blad, "1")
        else:
            self._vul_velden(paneel.editors)

    def _vul_velden(self, editors: Sequence[QWidget]) -> None:
        for editor in editors:
            if isinstance(editor, Roostereditor) and editor.raster.soort == "rijen":
                self._h.druk(editor.erbij)
            for keuze in editor.findChildren(QComboBox):
                keuze.setFocus()
                for _keer in range(2 if self._gesprek.plek.vraag == TAALVRAAG else 1):
                    self._h.toets(keuze, Qt.Key.Key_Down)
            for veld in editor.findChildren(QWidget):
                if isinstance(veld, QPlainTextEdit) and veld.isVisible():
                    self._h.typ(veld, ZINNEN)
                elif isinstance(veld, QLineEdit) and veld.isVisible():
                    self._h.typ(veld, self._passend(veld))
        self._scherm.gespreksblad.setFocus()

    def _passend(self, veld: QLineEdit) -> str:
        vraag = self._gesprek.vraag
        if vraag.type is Vraagtype.DATE:
            return "15-1-2027"
        if vraag.type is Vraagtype.NUM:
            return "2"
        if self._gesprek.plek.vraag == TAALVRAAG:
            return TAAL
        return "6" if veld.maximumWidth() <= 120 else "volgt uit het gesprek"

    def _neem_terug(self) -> None:
        """The client changes her mind: the last answer, and one touch."""
        blad = self._scherm.gespreksblad
        self._h.toets(blad, Qt.Key.Key_Return)
        self._foto("antwoord-in-beeld")
        self._h.druk(self._client.strook.knop)
        self._foto("antwoord-terug")
        self._wijs_aan()
