"""The extra parts of a composite question: to whom, how many hours, which country."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.models.antwoord import schakel_in
from desktop.models.deeldatum import Deeldatum, lees_deeldatum
from desktop.models.fouten import Invoerfout
from desktop.models.schermvragen import Schermvraag, gekozen_op
from desktop.models.vragen import Deel, Vraagtype
from desktop.views.intake.bewaring import Tekstbewaarder
from desktop.views.intake.editors import Editor, keuzes_van
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.knoppen import KeuzeRij


class Deeleditor(QWidget):
    """One part: its question and a small editor."""

    def __init__(self, gesprek: Gesprek, deel: Deel, parent: Editor) -> None:
        super().__init__(parent)
        self.deel = deel
        self._gesprek, self._editor = gesprek, parent
        self.rij: KeuzeRij | None = None
        self.veld: QLineEdit | None = None
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 8, 0, 0)
        vak.setSpacing(8)
        kop = QLabel(deel.tekst, self)
        kop.setWordWrap(True)
        vak.addWidget(kop)
        if deel.type in (Vraagtype.SINGLE, Vraagtype.MULTI, Vraagtype.YN, Vraagtype.FACE3):
            self.rij = KeuzeRij(
                keuzes_van(deel, toetsen=False), gesprek.werkplek.pictogrammen, self
            )
            self.rij.gekozen.connect(self._kies)
            vak.addWidget(self.rij)
            return
        self.veld = QLineEdit(self)
        self.veld.setAccessibleName(deel.tekst)
        kop.setBuddy(self.veld)
        self._bewaarder = Tekstbewaarder(self.veld, gesprek.werkplek, self._zet)
        rij = QHBoxLayout()
        rij.addWidget(self.veld)
        if deel.type in (Vraagtype.NUM, Vraagtype.DATE):
            self.veld.setMaximumWidth(160)
            rij.addWidget(QLabel(deel.eenheid or "", self))
            rij.addStretch()
        vak.addLayout(rij)

    def _scherm(self) -> Schermvraag:
        keuzes = keuzes_van(self.deel, toetsen=False)
        tegels = tuple((keus.code, "", keus.tekst, "") for keus in keuzes)
        return Schermvraag(
            self.deel.code,
            (),
            tegels,
            meer=self.deel.type is Vraagtype.MULTI,
            hoogstens=self.deel.max,
            geen=self.deel.geen,
        )

    def laad(self) -> None:
        """Shows what stands in the intake; hidden when the main answer makes it meaningless."""
        nu = self._gesprek.keuze()
        self.setVisible(not self.deel.als or bool(set(self.deel.als) & set(nu.opties)))
        if self.rij is not None:
            self.rij.zet(gekozen_op(self._scherm(), (), nu.delen))
            return
        waarde = nu.delen.get(self.deel.code)
        tekst = "" if waarde is None else str(waarde)
        if tekst and self.deel.type is Vraagtype.DATE:
            tekst = Deeldatum.van_iso(tekst).nederlands()
        self._bewaarder.laad(self._editor.sleutel(self.deel.code), tekst)

    def _kies(self, code: str) -> None:
        scherm, nu = self._scherm(), self._gesprek.keuze()
        try:
            gekozen = schakel_in(
                gekozen_op(scherm, (), nu.delen),
                code,
                meer=scherm.meer,
                geen=scherm.geen,
                hoogstens=scherm.hoogstens,
                veld=self.deel.code,
            )
        except Invoerfout as fout:
            self._gesprek.meld(self.deel.code, fout)
            return
        if not scherm.meer:
            self._gesprek.zet_deel(self.deel.code, gekozen[0] if gekozen else None)
            return
        self._gesprek.zet_delen(
            {f"{self.deel.code}.{t[0]}": True if t[0] in gekozen else None for t in scherm.tegels}
        )

    def _zet(self, tekst: str) -> bool:
        if not self._editor.hier:
            return False
        try:
            waarde = lees_deelwaarde(self.deel.type, tekst, veld=self.deel.code)
        except Invoerfout as fout:
            self._gesprek.meld(self.deel.code, fout)
            return False
        return self._gesprek.zet_deel(self.deel.code, waarde)

    def leg_vast(self) -> bool:
        """Keeps what is still being typed."""
        return self.veld is None or self._bewaarder.leg_nu_vast()


def lees_deelwaarde(soort: Vraagtype, tekst: str, *, veld: str) -> str | int | None:
    """What was typed in a part. Raises Invoerfout."""
    schoon = tekst.strip()
    if not schoon:
        return None
    if soort is Vraagtype.NUM:
        if not schoon.isdigit() or int(schoon) > 999:
            raise Invoerfout(veld, "Schrijf een heel getal, zoals 3.")
        return int(schoon)
    if soort is Vraagtype.DATE:
        return str(lees_deeldatum(schoon, veld=veld))
    return schoon


class Deleneditor(Editor):
    """All parts of the question."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(gesprek, parent)
        self.delen = [Deeleditor(gesprek, deel, self) for deel in gesprek.vraag.delen]
        for deel in self.delen:
            self.vak.addWidget(deel)

    def laad(self) -> None:
        for deel in self.delen:
            deel.laad()

    def leg_vast(self) -> bool:
        gelukt = [deel.leg_vast() for deel in self.delen]
        return all(gelukt)


__all__ = ["Deeleditor", "Deleneditor", "lees_deelwaarde"]
