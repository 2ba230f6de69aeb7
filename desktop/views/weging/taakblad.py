"""Further looking at one route: the tasks there are, and a form for the next one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.deeldatum import lees_datum
from desktop.models.fouten import Domeinfout, Invoerfout
from desktop.models.onderzoek import Onderzoeksoort
from desktop.models.pipinhoud import Leerroute, Oordeel
from desktop.models.woorden import woord
from desktop.taal import _
from desktop.views.intake.velden import Datumveld, Keuzeveld, Tekstveld, Zelfveld
from desktop.views.weging.plek import Wegingplek
from desktop.views.weging.taakrij import Taakrij
from desktop.views.widgets.indeling import knop, regel


class Taakblad(QWidget):
    """Hidden while there is nothing to look at."""

    def __init__(self, plek: Wegingplek, route: Leerroute, parent: QWidget) -> None:
        super().__init__(parent)
        self._plek, self._route = plek, route
        self._sleutel = ""
        self._gevraagd = False
        self.rijen: dict[str, Taakrij] = {}
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(8)
        vak.addWidget(regel(_("Nader onderzoek"), "veldnaam", self))
        self._lijst = QVBoxLayout()
        self._lijst.setSpacing(8)
        vak.addLayout(self._lijst)
        vak.addWidget(self._formulier())
        self.fout = regel("", "fout", self)
        self.fout.hide()
        vak.addWidget(self.fout)
        rij = QHBoxLayout()
        rij.setSpacing(8)
        self.knop_erbij = knop(_("+ Onderzoek"), "chip", self)
        self.knop_erbij.setAccessibleName(f"{_('+ Onderzoek')}: {woord(route)}")
        self.knop_erbij.clicked.connect(self._vraag)
        rij.addWidget(self.knop_erbij)
        rij.addStretch()
        vak.addLayout(rij)

    def _formulier(self) -> QWidget:
        self.formulier = doos = QWidget(self)
        vak = QVBoxLayout(doos)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(8)
        werkplek, naam = self._plek.werkplek, woord(self._route)
        self.soort = Keuzeveld(
            _("Wat voor onderzoek?"),
            Onderzoeksoort,
            doos,
            naam=f"{naam}: {_('Wat voor onderzoek?')}",
        )
        self.soort.lijst.setPlaceholderText(_("Kies…"))
        self.soort.gekozen.connect(self._soort_gekozen)
        self.dag = Datumveld(
            _("Uiterlijk op"),
            werkplek,
            lambda _dag: False,
            doos,
            naam=f"{naam}: {_('Uiterlijk op')}",
        )
        self.wat = Tekstveld(
            _("Wat wil je weten?"),
            werkplek,
            lambda _tekst: False,
            doos,
            naam=f"{naam}: {_('Wat wil je weten?')}",
        )
        rij = QHBoxLayout()
        rij.setSpacing(8)
        rij.addWidget(self.soort, 1, Qt.AlignmentFlag.AlignTop)
        rij.addWidget(self.dag, 1, Qt.AlignmentFlag.AlignTop)
        vak.addLayout(rij)
        vak.addWidget(self.wat)
        knoppen = QHBoxLayout()
        knoppen.setSpacing(8)
        self.knop_zet = knop(_("Zet erbij"), "chip", doos)
        self.knop_zet.setAccessibleName(f"{naam}: {_('Zet erbij')}")
        self.knop_zet.clicked.connect(self._zet_erbij)
        self.knop_niet = knop(_("Toch niet"), "chip", doos)
        self.knop_niet.setAccessibleName(f"{naam}: {_('Toch niet')}")
        self.knop_niet.clicked.connect(self._toch_niet)
        knoppen.addWidget(self.knop_zet)
        knoppen.addWidget(self.knop_niet)
        knoppen.addStretch()
        vak.addLayout(knoppen)
        return doos

    # Showing

    def ververs(self) -> None:
        """Shows the tasks; the form stands open while one is needed or being typed."""
        plek, beeld = self._plek, self._plek.beeld
        sleutel = f"{beeld.id}:onderzoek:{self._route.value}"
        if sleutel != self._sleutel:
            self._sleutel = sleutel
            self._laad()
        taken = beeld.bij(self._route)
        for id_ in set(self.rijen) - {t.id for t in taken}:
            weg = self.rijen.pop(id_)
            self._lijst.removeWidget(weg)
            weg.hide()
            weg.deleteLater()
        for taak in taken:
            if taak.id not in self.rijen:
                self.rijen[taak.id] = Taakrij(plek, taak, self)
                self._lijst.addWidget(self.rijen[taak.id])
            self.rijen[taak.id].ververs(taak)
        zoekt = self._oordeel is Oordeel.NADER_ONDERZOEKEN
        nodig = zoekt and not taken
        open_ = not plek.vast and (nodig or self._gevraagd or self._half)
        self.formulier.setVisible(open_)
        self.knop_niet.setVisible(not nodig)
        self.knop_erbij.setVisible(not plek.vast and not open_ and zoekt)
        if beeld.mist(f"onderzoek:{self._route.value}") is None:
            self.toon_fout("")
        self.setVisible(bool(taken) or open_ or (zoekt and not plek.vast))

    @property
    def _oordeel(self) -> Oordeel | None:
        return next(o.oordeel for o in self._plek.beeld.oordelen if o.route is self._route)

    @property
    def _half(self) -> bool:
        """Something is typed that is no task yet."""
        return any(v.bewaarder.vuil and v.bewaarder.tekst for v in (self.wat, self.dag))

    def _laad(self) -> None:
        self.wat.laad(f"{self._sleutel}:wat", "")
        self.dag.laad(f"{self._sleutel}:dag", "")
        self.soort.laad(self._plek.store.lokaal(f"concept:{self._sleutel}:soort") or "")

    def toon_fout(self, zin: str) -> None:
        """What is missing, under the form."""
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))

    def richt(self) -> None:
        """The keyboard in the form."""
        self._vraag()

    # Gestures

    def _vraag(self) -> None:
        self._gevraagd = True
        self.ververs()
        self.soort.lijst.setFocus(Qt.FocusReason.OtherFocusReason)

    def _soort_gekozen(self, waarde: str) -> None:
        self.soort.toon_fout("")
        plek = self._plek
        plek.werkplek.probeer(lambda: plek.store.onthoud(f"concept:{self._sleutel}:soort", waarde))

    def _zet_erbij(self) -> None:
        for veld in (self.soort, self.wat, self.dag):
            veld.toon_fout("")
        velden: dict[str, tuple[Zelfveld, QWidget]] = {
            "soort": (self.soort, self.soort.lijst),
            "wat": (self.wat, self.wat.veld),
            "uiterlijk": (self.dag, self.dag.veld),
        }

        def weiger(fout: Domeinfout) -> None:
            zin = _(fout.zin).format(**fout.waarden)
            gevonden = velden.get(fout.veld if isinstance(fout, Invoerfout) else "")
            if gevonden is None:
                self.toon_fout(zin)
                return
            veld, editor = gevonden
            veld.toon_fout(zin)
            editor.setFocus(Qt.FocusReason.OtherFocusReason)

        self._plek.werkplek.probeer(self._plan, weiger)

    def _plan(self) -> None:
        soort = self.soort.lijst.waarde()
        if not soort:
            raise Invoerfout("soort", "Kies wat voor onderzoek je wilt.")
        self._plek.plan_onderzoek(
            self._route, Onderzoeksoort(soort), self.wat.bewaarder.tekst, self._dag()
        )
        self._leeg()

    def _dag(self) -> date:
        dag = lees_datum(self.dag.bewaarder.tekst, veld="uiterlijk")
        if dag is None:
            raise Invoerfout("uiterlijk", "Vul de dag in, zoals 31-05-2026.")
        return dag

    def _toch_niet(self) -> None:
        self._leeg()
        self.knop_erbij.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leeg(self) -> None:
        for veld in (self.wat, self.dag):
            veld.bewaarder.vergeet()
            veld.toon_fout("")
        plek = self._plek
        plek.werkplek.probeer(lambda: plek.store.onthoud(f"concept:{self._sleutel}:soort", None))
        self._gevraagd = False
        self._laad()
        self.ververs()
        if self.knop_erbij.isVisible():
            self.knop_erbij.setFocus(Qt.FocusReason.OtherFocusReason)
