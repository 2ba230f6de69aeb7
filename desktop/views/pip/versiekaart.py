"""Why there is a later version; for a lower level also what that rests on (domain.md 2.2)."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.pipfeiten import Verklaring
from desktop.models.pipinhoud import Wijzigreden
from desktop.taal import _
from desktop.views.intake.bewaring import Tekstbewaarder
from desktop.views.intake.velden import Datumveld, Keuzeveld, Tekstveld
from desktop.views.pip.plek import Planplek
from desktop.views.pip.schrijfveld import Schrijfveld
from desktop.views.widgets.indeling import Sectie, regel

UREN = ("uren_gevolgd", "uren_fysiek")
VERKLARINGEN = ("inzet", "onhaalbaar")


class Versiekaart(Sectie):
    """Only in a second version and later."""

    def __init__(self, plek: Planplek, parent: QWidget) -> None:
        super().__init__(_("Waarom deze versie"), parent)
        self._plek = plek
        self.reden = Keuzeveld(_("Reden"), Wijzigreden, self)
        self.reden.gekozen.connect(self._zet_reden)
        self.blad.addWidget(self.reden)
        self.toelichting = Schrijfveld(_("Wat is er veranderd?"), plek.bron, self, regels=2)
        self._bewaarder = Tekstbewaarder(self.toelichting.veld, plek.werkplek, self._zet)
        self.blad.addWidget(self.toelichting)
        self.afschalen = QWidget(self)
        self.blad.addWidget(self.afschalen)
        self.velden: dict[str, Tekstveld] = {}
        self._bouw_afschalen()

    def _bouw_afschalen(self) -> None:
        werkplek, ouder = self._plek.werkplek, self.afschalen
        vak = Sectie(_("Waarom een lager niveau kan"), ouder)
        vak.setProperty("soort", "")
        vak.blad.setContentsMargins(0, 0, 0, 0)
        buiten = QVBoxLayout(ouder)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(vak)
        titels = {
            "uren_gevolgd": _("Gevolgde lesuren"),
            "uren_fysiek": _("Waarvan in de klas"),
            "tekst": _("Wat is er gezien?"),
            "bewijs": _("Waaruit blijkt dat?"),
            "door": _("Wie zegt dat?"),
        }
        for veld in UREN:
            self.velden[veld] = Tekstveld(
                titels[veld], werkplek, partial(self._zet_feit, veld), vak
            )
        vak.raster((self.velden["uren_gevolgd"], self.velden["uren_fysiek"]))
        koppen = {
            "inzet": _("De cliënt heeft zich genoeg ingezet"),
            "onhaalbaar": _("B1 lukt niet binnen de termijn"),
        }
        for wat in VERKLARINGEN:
            vak.blad.addWidget(regel(koppen[wat], "veldnaam", vak))
            for deel in ("tekst", "bewijs", "door"):
                self.velden[f"{wat}_{deel}"] = Tekstveld(
                    titels[deel],
                    werkplek,
                    partial(self._zet_feit, f"{wat}_{deel}"),
                    vak,
                    naam=f"{koppen[wat]}: {titels[deel]}",
                )
            self.velden[f"{wat}_op"] = Datumveld(
                _("Op welke dag?"),
                werkplek,
                partial(self._zet_dag, f"{wat}_op"),
                vak,
                naam=f"{koppen[wat]}: {_('Op welke dag?')}",
            )
            v = self.velden
            vak.raster(
                (v[f"{wat}_tekst"],),
                (v[f"{wat}_bewijs"],),
                (v[f"{wat}_door"], v[f"{wat}_op"]),
            )

    def ververs(self) -> None:
        """Shows why."""
        plek, inhoud, feiten = self._plek, self._plek.beeld.inhoud, self._plek.beeld.feiten
        self.reden.laad(inhoud.wijzigreden.value if inhoud.wijzigreden else "")
        self.reden.lijst.setEnabled(not plek.vast)
        self._bewaarder.laad(f"concept:{plek.pip_id}:toelichting", inhoud.wijzigtoelichting)
        self.toelichting.veld.setReadOnly(plek.vast)
        self.toelichting.kijk_na()
        toont = inhoud.wijzigreden is Wijzigreden.AFSCHALEN
        self.afschalen.setVisible(toont)
        if not toont:
            return
        for veld in UREN:
            self._laad(veld, getattr(feiten, veld))
        for wat in VERKLARINGEN:
            verklaring = getattr(feiten, wat) or Verklaring()
            for deel in ("tekst", "bewijs", "door"):
                self._laad(f"{wat}_{deel}", getattr(verklaring, deel))
            dag = self.velden[f"{wat}_op"]
            assert isinstance(dag, Datumveld)
            dag.laad_datum(f"{plek.pip_id}:{wat}_op", verklaring.op)
        for editor in self.velden.values():
            editor.veld.setReadOnly(plek.vast)

    def _laad(self, veld: str, waarde: object) -> None:
        tekst = "" if waarde is None else str(waarde)
        self.velden[veld].laad(f"{self._plek.pip_id}:{veld}", tekst)

    def _zet(self, toelichting: str) -> bool:
        if not self.reden.lijst.waarde():
            return True
        reden = Wijzigreden(self.reden.lijst.waarde())
        zin = self._plek.zet_wijziging(reden, toelichting)
        self.toelichting.toon_fout(zin)
        return not zin

    def _zet_reden(self, _waarde: str) -> None:
        self._zet(self.toelichting.tekst)

    def _zet_feit(self, veld: str, waarde: object) -> bool:
        zin = self._plek.zet_afschaling(veld, waarde)
        self.velden[veld].toon_fout(zin)
        return not zin

    def _zet_dag(self, veld: str, dag: date | None) -> bool:
        return self._zet_feit(veld, dag)

    def richt(self, veld: str) -> None:
        """The keyboard in a field."""
        doel: QWidget = self.toelichting.veld
        if veld in self.velden:
            doel = self.velden[veld].veld
        elif veld in VERKLARINGEN:
            doel = self.velden[f"{veld}_tekst"].veld
        elif veld == "wijzigreden":
            doel = self.reden.lijst
        doel.setFocus(Qt.FocusReason.OtherFocusReason)

    def leg_vast(self) -> bool:
        """Keeps what is still being typed."""
        gelukt = [v.bewaarder.leg_nu_vast() for v in self.velden.values()]
        return self._bewaarder.leg_nu_vast() and all(gelukt)
