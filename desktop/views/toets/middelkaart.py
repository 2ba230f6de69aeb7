"""One kind of thing that a sitting needs: a list, and a form for the line that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.models.deeldatum import lees_datum
from desktop.models.formulier import datum_nederlands
from desktop.models.fouten import Domeinfout, Invoerfout
from desktop.models.toetsmiddelen import Middel
from desktop.store import toetsmiddelen
from desktop.taal import _
from desktop.views.dossiers.keuzes import Keuzes
from desktop.views.dossiers.velden import Keuzelijst, Veld, tekstveld
from desktop.views.stijl import kleuren
from desktop.views.toegang.velden import links, probeer_met
from desktop.views.toets.inbeeld import in_beeld
from desktop.views.toets.woorden import fout_in_woorden
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel

RIJHOOGTE = 36
LANGSTE_LIJST = 6
"""Lines that are shown at once; a longer list scrolls."""


@dataclass(frozen=True)
class Vorm:
    """One field: how it is shown, and how what was typed becomes a value."""

    naam: str
    label: str
    nodig: bool = False
    hint: str = ""
    voorbeeld: str = ""
    keuzes: Callable[[], Keuzes] | None = None
    lees: Callable[[str, str], Any] = lambda _veld, tekst: " ".join(tekst.split())
    toon: Callable[[Any], str] = lambda waarde: "" if waarde is None else str(waarde)
    breed: bool = False


def dag(naam: str, label: str, *, nodig: bool = False, hint: str = "") -> Vorm:
    """A day, typed; empty for none unless it is needed."""

    def lees(veld: str, tekst: str) -> Any:
        waarde = lees_datum(tekst, veld=veld)
        if waarde is None and nodig:
            raise Invoerfout(veld, "Schrijf de dag op, zoals 31-05-2026.")
        return waarde

    return Vorm(
        naam,
        label,
        nodig=nodig,
        hint=hint,
        voorbeeld=_("dag-maand-jaar"),
        lees=lees,
        toon=datum_nederlands,
    )


def getal(naam: str, label: str) -> Vorm:
    """A whole number."""

    def lees(veld: str, tekst: str) -> int:
        try:
            return int(tekst.strip())
        except ValueError as fout:
            raise Invoerfout(veld, "Schrijf een getal, zoals 6.") from fout

    return Vorm(naam, label, nodig=True, lees=lees)


def ja_nee(naam: str, label: str, ja: str, nee: str) -> Vorm:
    """One of two words."""
    return Vorm(
        naam,
        label,
        keuzes=lambda: (("ja", ja), ("nee", nee)),
        lees=lambda _veld, tekst: tekst == "ja",
        toon=lambda waarde: "ja" if waarde else "nee",
    )


def keuze(naam: str, label: str, keuzes: Callable[[], Keuzes], zin: str, **rest: Any) -> Vorm:
    """One of a list; `zin` is what is said when nothing was chosen."""

    def lees(veld: str, tekst: str) -> str:
        if not tekst:
            raise Invoerfout(veld, zin)
        return tekst

    return Vorm(naam, label, nodig=True, keuzes=keuzes, **{"lees": lees, **rest})


@dataclass(frozen=True)
class Regel:
    """One line of the list. `let_op` is what is wrong with it, or soon will be."""

    middel: Any
    tekst: str
    let_op: Sequence[str] = field(default_factory=tuple)


class Middelkaart(Sectie):
    """The list stays short: a form opens below it for a new line or the one that is chosen."""

    def __init__(
        self,
        werkplek: Werkplek,
        klasse: type[Middel],
        titel: str,
        nieuw: str,
        leeg: str,
        vormen: Sequence[Vorm],
        parent: QWidget,
    ) -> None:
        super().__init__(titel, parent)
        self._werkplek, self._klasse, self._vormen = werkplek, klasse, vormen
        self._id = ""
        self.regels: Sequence[Regel] = ()
        self.blad.setSpacing(8)
        self._leegzin = leeg
        self.leeg = regel(leeg, "zacht", self)
        self.blad.addWidget(self.leeg)
        self.lijst = QListWidget(self)
        self.lijst.setAccessibleName(titel)
        self.lijst.setProperty("soort", "lijst")
        self.lijst.setWordWrap(True)
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lijst.itemActivated.connect(lambda _item: self.open(self.lijst.currentRow()))
        self.lijst.itemClicked.connect(lambda _item: self.open(self.lijst.currentRow()))
        self.lijst.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.lijst.installEventFilter(self)
        self.blad.addWidget(self.lijst)
        self.toevoegen = knop(nieuw, "gewoon", self)
        self.toevoegen.clicked.connect(lambda: self.open(-1))
        self.blad.addLayout(links(self.toevoegen))
        self.formulier = self._maak_formulier()
        self.blad.addWidget(self.formulier)
        self.blad.addStretch()

    def _maak_formulier(self) -> QFrame:
        vorm = QFrame(self)
        vorm.setProperty("soort", "deel")
        blad = QVBoxLayout(vorm)
        blad.setContentsMargins(0, 8, 0, 0)
        blad.setSpacing(16)
        self.velden: dict[str, Veld] = {v.naam: self._veld(v, vorm) for v in self._vormen}
        rij: list[Veld] = []
        for v in self._vormen:
            rij.append(self.velden[v.naam])
            if v.breed or len(rij) == 2:
                blad.addLayout(_naast(rij))
                rij = []
        if rij:
            blad.addLayout(_naast(rij))
        self.bewaar = knop(_("Bewaar"), "hoofd", vorm)
        self.bewaar.clicked.connect(self._bewaar)
        self.sluit = knop(_("Sluit"), "gewoon", vorm)
        self.sluit.clicked.connect(self.dicht)
        self.verwijder = knop(_("Verwijder"), "stil", vorm)
        self.verwijder.clicked.connect(self._verwijder)
        blad.addLayout(links(self.bewaar, self.sluit, self.verwijder))
        self.fout = regel("", "fout", vorm)
        self.fout.hide()
        blad.addWidget(self.fout)
        vorm.hide()
        return vorm

    def _veld(self, v: Vorm, ouder: QWidget) -> Veld:
        if v.keuzes is None:
            return tekstveld(
                v.naam, v.label, ouder, hint=v.hint, nodig=v.nodig, voorbeeld=v.voorbeeld
            )
        lijst = Keuzelijst(v.keuzes(), ouder)
        lijst.setPlaceholderText(_("Kies…"))
        return Veld(v.naam, v.label, lijst, ouder, hint=v.hint, nodig=v.nodig)

    def toon(self, regels: Sequence[Regel]) -> None:
        """Shows the list; the chosen line stays chosen, and what is being typed stays."""
        huidig = self.lijst.currentRow()
        self.regels = regels
        self.lijst.clear()
        for een in regels:
            item = QListWidgetItem("\n".join((een.tekst, *een.let_op)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join((een.tekst, *een.let_op)))
            if een.let_op:
                item.setForeground(QColor(kleuren().aandacht))
            self.lijst.addItem(item)
        self.lijst.setCurrentRow(min(max(huidig, 0), len(regels) - 1))
        self.lijst.setVisible(bool(regels))
        self.leeg.setHidden(bool(regels))
        self._maat()
        for v in self._vormen:
            invoer = self.velden[v.naam].invoer
            if v.keuzes is not None and isinstance(invoer, Keuzelijst):
                invoer.zet_keuzes(v.keuzes())

    def _maat(self) -> None:
        # As high as its lines, and no higher than a card can be.
        regelhoog = self.lijst.fontMetrics().lineSpacing()
        hoog = sum(RIJHOOGTE + regelhoog * len(r.let_op) for r in self.regels[:LANGSTE_LIJST])
        self.lijst.setFixedHeight(hoog + 8)
        for n, een in enumerate(self.regels):
            item = self.lijst.item(n)
            # As narrow as it has to be: the list makes it as wide as it is itself.
            item.setSizeHint(QSize(RIJHOOGTE, RIJHOOGTE + regelhoog * len(een.let_op)))

    # --- the form

    def open(self, rij: int) -> None:
        """The form of this line; of a new one below zero."""
        middel = self.regels[rij].middel if 0 <= rij < len(self.regels) else None
        self._id = middel.id if middel is not None else ""
        for v in self._vormen:
            waarde = getattr(middel, v.naam) if middel is not None else None
            self.velden[v.naam].zet(v.toon(waarde))
        self.verwijder.setVisible(bool(self._id))
        self._zeg("")
        self.formulier.show()
        eerste = next(iter(self.velden.values()))
        eerste.invoer.setFocus()
        in_beeld(eerste, self.bewaar)

    def dicht(self) -> None:
        """Closes the form; nothing is kept."""
        self.formulier.hide()
        if self.regels:
            self.lijst.setFocus()
        else:
            self.toevoegen.setFocus()

    def terug(self) -> bool:
        """Escape: closes the form; False when none is open."""
        if self.formulier.isHidden():
            return False
        self.dicht()
        return True

    def _bewaar(self) -> None:
        self._zeg("")
        if probeer_met(self._werkplek, list(self.velden.values()), self._leg_vast):
            self.dicht()
        else:
            in_beeld(self.focusWidget())

    def _leg_vast(self) -> None:
        waarden = {v.naam: v.lees(v.naam, self.velden[v.naam].tekst) for v in self._vormen}
        store = self._werkplek.store
        if self._id:
            toetsmiddelen.wijzig_middel(store, self._klasse, self._id, **waarden)
        else:
            toetsmiddelen.voeg_middel_toe(store, self._klasse, **waarden)

    def _verwijder(self) -> None:
        self._zeg("")
        if self._werkplek.probeer(
            lambda: toetsmiddelen.verwijder_middel(self._werkplek.store, self._klasse, self._id),
            self._weiger,
        ):
            self.dicht()

    def _weiger(self, fout: Domeinfout) -> None:
        self._zeg(fout_in_woorden(fout))
        in_beeld(self.fout)

    def _zeg(self, zin: str) -> None:
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))

    def eventFilter(self, wie: QObject, gebeurtenis: QEvent) -> bool:
        if (
            wie is self.lijst
            and isinstance(gebeurtenis, QKeyEvent)
            and gebeurtenis.type() == QEvent.Type.KeyPress
            and gebeurtenis.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.open(self.lijst.currentRow())
            return True
        return super().eventFilter(wie, gebeurtenis)


def _naast(velden: Sequence[Veld]) -> QHBoxLayout:
    rij = QHBoxLayout()
    rij.setSpacing(16)
    for een in velden:
        rij.addWidget(een, 1)
    return rij
