"""What papers say of the municipality, who may set a plan in its name, and its own dates."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.models.dossier import Medewerker
from desktop.models.gemeentegegevens import mag_mandateren
from desktop.store import gemeentegegevens as gegevens
from desktop.store.aankondiging import Gewijzigd
from desktop.taal import _
from desktop.views.beheer.briefhoofd import Briefhoofdkaart, Logokaart
from desktop.views.beheer.cijfers import Cijferkaart
from desktop.views.beheer.mandaten import Mandaatkaart
from desktop.views.beheer.recht import gekoppeld, rollen_in, schrijf_gemeente
from desktop.views.dossiers.velden import Keuzelijst, Veld
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, Sectie, regel

ONDERWERPEN = frozenset({"gemeentegegevens", "mandaat", "medewerker", "rechten"})


def eigen_gemeenten(werkplek: Werkplek) -> tuple[str, ...]:
    """Codes of where the user works: by right, or on a laptop by itself as they said."""
    codes = [recht.gemeente for recht in werkplek.rechten]
    if not codes:
        with werkplek.store.lees() as sessie:
            ik = sessie.get(Medewerker, werkplek.store.gebruiker_id or "")
            codes = [ik.gemeente] if ik is not None else []
    return tuple(dict.fromkeys(codes))


class Gemeentescherm(Blad):
    """Letter head, logo, mandate list and four eyes; what is typed is kept on leaving its field."""

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(_("Gemeente en brieven"), parent)
        self._werkplek = werkplek
        codes = eigen_gemeenten(werkplek)
        self._code = codes[0] if codes else ""
        self.briefhoofd = Briefhoofdkaart(werkplek, self)
        self.logo = Logokaart(werkplek, self)
        self.mandaten = Mandaatkaart(werkplek, self)
        self.cijfers = Cijferkaart(werkplek, self)
        self.leg(
            [*self._keuze(codes), self.briefhoofd],
            [self.mandaten, self._vierogenkaart(), self.logo, self.cijfers],
        )
        werkplek.gewijzigd.connect(self._na_wijziging)

    def _keuze(self, codes: tuple[str, ...]) -> list[QWidget]:
        """For who works for more than one municipality."""
        if len(codes) < 2:
            return []
        namen = {g.code: g.naam for g in self._werkplek.gemeenten}
        kaart = Sectie(_("Welke gemeente"), self)
        lijst = Keuzelijst(tuple((code, namen.get(code, code)) for code in codes), kaart)
        self.gemeente = Veld("gemeente", _("Gemeente"), lijst, kaart, zichtbaar_label=False)
        self.gemeente.zet(self._code)
        self.gemeente.gewijzigd.connect(self._andere)
        kaart.blad.addWidget(self.gemeente)
        return [kaart]

    def _vierogenkaart(self) -> Sectie:
        kaart = Sectie(_("Vier ogen"), self)
        self.vier_ogen = QCheckBox(_("Een ander dan de schrijver stelt het plan vast"), kaart)
        self.vier_ogen.setAccessibleName(self.vier_ogen.text())
        self.vier_ogen.clicked.connect(self._zet_vier_ogen)
        kaart.blad.addWidget(self.vier_ogen)
        kaart.blad.addWidget(
            regel(_("Zo kijkt altijd een tweede mens mee, vóór de brief weggaat."), "zacht", kaart)
        )
        return kaart

    def _andere(self) -> None:
        self._code = self.gemeente.tekst
        self._lees(anders=True)

    def _zet_vier_ogen(self, aan: bool) -> None:
        wp, code = self._werkplek, self._code
        if not wp.probeer(lambda: schrijf_gemeente(wp, code, "vier_ogen", aan)):
            self._lees()

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        super().showEvent(gebeurtenis)
        self._lees()
        self.cijfers.lees()

    def leg_vast(self) -> None:
        """Keeps what is still being typed."""
        self.briefhoofd.leg_vast()

    def _lees(self, *, anders: bool = False) -> None:
        with self._werkplek.store.lees() as sessie:
            rij = gegevens.gemeentegegevens(sessie, self._code)
            self.briefhoofd.toon(self._code, rij, anders=anders)
            self.logo.toon(self._code, rij)
            self.vier_ogen.setChecked(rij is not None and rij.vier_ogen)
        mijn = rollen_in(self._werkplek, self._code)
        mag = mag_mandateren(mijn, gekoppeld=gekoppeld(self._werkplek))
        self.mandaten.toon(self._code, mag=mag)
        for kaart in (self.briefhoofd, self.logo):
            kaart.setEnabled(mag)
        self.vier_ogen.setEnabled(mag)

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if self.isVisible() and not ONDERWERPEN.isdisjoint(gewijzigd):
            self._lees()

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the way back.
        self.knop_terug.setFocus(gebeurtenis.reason())
