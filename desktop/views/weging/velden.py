"""Fields and choices of the weighing sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.taal import _
from desktop.views.intake.bewaring import Tekstbewaarder
from desktop.views.pip.schrijfveld import Schrijfveld
from desktop.views.weging.plek import Wegingplek
from desktop.views.widgets.indeling import knop, regel
from desktop.views.widgets.stroom import stroom

HOOG = 44


class Redenveld(Schrijfveld):
    """A reason: a draft at each key, kept at rest. What is no reason says so beside it.

    `schrijf` gets the id of the weighing that the text was typed in, and gives a refusal;
    None: it stays a draft until a button is pressed.
    """

    def __init__(
        self,
        plek: Wegingplek,
        label: str,
        naam: str,
        schrijf: Callable[[str, str], str] | None,
        parent: QWidget,
        *,
        regels: int = 2,
        hint: str = "",
    ) -> None:
        super().__init__(label, plek.bron, parent, regels=regels, hint=hint)
        self._plek, self._naam, self._schrijf = plek, naam, schrijf
        self._weging = ""
        self.bewaarder = Tekstbewaarder(self.veld, plek.werkplek, self._zet)
        self.gelezen = Leestekst(label, self)
        blad = self.layout()
        assert isinstance(blad, QVBoxLayout)
        blad.insertWidget(blad.indexOf(self.veld), self.gelezen)

    def ververs(self, tekst: str, gemis: str, *, vast: bool) -> None:
        """Shows what is kept, or the draft; `vast`: only what is kept, as text.

        `gemis`: what is missing here.
        """
        # What is kept has no space at its end; the caret stays with who is typing.
        zelfde = tekst == self.tekst.strip()
        weging = self._plek.beeld.id
        if weging != self._weging:
            self.bewaarder.leg_nu_vast()
            self._weging = weging
        sleutel = f"concept:{weging}:{self._naam}"
        self.bewaarder.laad(sleutel, self.tekst if zelfde else tekst)
        self.veld.setReadOnly(vast)
        # What was still being typed when a colleague decided stays in sight.
        self.veld.setHidden(vast and not self.bewaarder.vuil)
        self.gelezen.zet(tekst)
        self.gelezen.setVisible(vast)
        self.hint.setVisible(bool(self.hint.text()) and not vast)  # nothing is to be written now
        if not self.bewaarder.vuil:
            self.toon_fout(gemis if tekst and not vast else "")
        self.kijk_na()

    def _zet(self, tekst: str) -> bool:
        if self._schrijf is None:
            return False
        zin = self._schrijf(self._weging, tekst)
        if zin:
            self.toon_fout(zin)
        return not zin


class Leestekst(QLabel):
    """What was decided, as text; the keyboard stops here, so that it is heard and scrolled to."""

    def __init__(self, naam: str, parent: QWidget, *, sterk: bool = False) -> None:
        super().__init__(parent)
        self._naam = naam
        self.setProperty("soort", "leeskeus" if sterk else "leestekst")
        self.setIndent(0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def zet(self, tekst: str) -> None:
        """Shows it; what was left open says so."""
        self.setText(tekst or _("Niet ingevuld"))
        self.setAccessibleName(f"{self._naam}: {self.text()}")


class Keuzestrook(QWidget):
    """A few choices beside one another. Pressing the chosen one takes it back.

    `gekozen` carries the code, empty for taken back; only `ververs` shows it as chosen.
    """

    gekozen = Signal(str)

    def __init__(self, naam: str, keuzes: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        blad = QVBoxLayout(self)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(4)
        rij = QWidget(self)
        vak = stroom(rij, tussen=8)
        self.knoppen: dict[str, QPushButton] = {}
        self._woorden = dict(keuzes)
        self._naam = naam
        self._nu = ""
        for code, woord in keuzes:
            deel = knop(woord, "gewoon", rij)
            deel.setCheckable(True)
            deel.setFixedHeight(HOOG)  # chosen or not: the row does not move
            deel.clicked.connect(lambda _aan=False, code=code: self._kies(code))
            self.knoppen[code] = deel
            vak.addWidget(deel)
        self.fout = regel("", "fout", self)
        self.fout.hide()
        self._rij = rij
        self.gelezen = Leestekst(naam, self, sterk=True)
        blad.addWidget(self.gelezen)
        blad.addWidget(rij)
        blad.addWidget(self.fout)
        self.ververs("", vast=False)

    def ververs(self, code: str, *, vast: bool) -> None:
        """Shows what is chosen, by frame and tick. `vast`: that word alone, as text."""
        if code != self._nu:
            self.toon_fout("")
        self._nu = code
        for eigen, deel in self.knoppen.items():
            aan = eigen == code
            deel.setText(f"✓ {self._woorden[eigen]}" if aan else self._woorden[eigen])
            deel.setChecked(aan)
            deel.setAccessibleName(f"{self._naam}: {self._woorden[eigen]}")
        self._rij.setHidden(vast)
        self.gelezen.zet(f"✓ {self._woorden[code]}" if code else "")
        self.gelezen.setVisible(vast)

    def _kies(self, code: str) -> None:
        self.knoppen[code].setChecked(code == self._nu)  # the store decides
        self.gekozen.emit("" if code == self._nu else code)

    def toon_fout(self, zin: str) -> None:
        """The sentence under the choices."""
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))
        for deel in self.knoppen.values():
            deel.setAccessibleDescription(zin)

    def richt(self) -> None:
        """The keyboard to what is chosen, or the first."""
        doel: QWidget = self.knoppen.get(self._nu) or next(iter(self.knoppen.values()))
        if self._rij.isHidden():
            doel = self.gelezen
        doel.setFocus(Qt.FocusReason.OtherFocusReason)
