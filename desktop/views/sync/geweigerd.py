"""What waits for a decision: own changes that stayed behind, and offers of colleagues."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.store import samen
from desktop.store.aankondiging import Gewijzigd
from desktop.store.store import Store
from desktop.sync import achtergebleven
from desktop.sync.achtergebleven import Gebaar, bundel
from desktop.sync.stand import Aanbod
from desktop.taal import _
from desktop.views.sync.bundel import Bundelkaart
from desktop.views.sync.omschrijving import waarom
from desktop.views.taken import Achtergrondtaak
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, Sectie, knop, regel

GEWIST = "gewist"


class Geweigerdscherm(Blad):
    """Two columns: what of one's own work stayed behind, and what colleagues propose.

    The first is read from the store; the second is asked of the centre, off the
    GUI thread, whenever the screen is shown.
    """

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(_("Wat nog bij jou ligt"), parent)
        self._werkplek = werkplek
        self._taak: Achtergrondtaak | None = None
        self._aanbod: dict[str, Aanbod] = {}
        self._vraagt = False
        self.eigen: list[Bundelkaart] = []
        self.aangeboden: list[Bundelkaart] = []
        self.kop_eigen = _Uitleg(
            _("Van jou"),
            _(
                "Deze wijzigingen nam de centrale opslag niet aan. Er is niets verloren: "
                "ze staan nog op deze laptop."
            ),
            _("Alles van jou is aangenomen."),
            self,
        )
        self.kop_aanbod = _Uitleg(
            _("Van collega's"),
            _(
                "Collega's veranderden iets in jouw dossiers, maar mochten dat niet zelf. "
                "Jij beslist."
            ),
            _("Er zijn geen voorstellen van collega's."),
            self,
        )
        self.opnieuw = knop(_("Probeer opnieuw"), "gewoon", self.kop_aanbod)
        self.opnieuw.clicked.connect(self._vraag_aanbod)
        self.opnieuw.hide()
        self.kop_aanbod.blad.addWidget(self.opnieuw)
        self._links, self._rechts = _Stapel(self), _Stapel(self)
        self.leg([self.kop_eigen, self._links], [self.kop_aanbod, self._rechts])
        werkplek.gewijzigd.connect(self._na_wijziging)

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        super().showEvent(gebeurtenis)
        self._lees_eigen()
        self._vraag_aanbod()

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the way back.
        self.knop_terug.setFocus(gebeurtenis.reason())

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if self.isVisible() and not {"geweigerd", "dossier"}.isdisjoint(gewijzigd):
            self._lees_eigen()

    # --- own

    def _lees_eigen(self) -> None:
        store = self._werkplek.store
        with store.lees() as sessie:
            gebaren = achtergebleven.eigen(sessie)
        self.eigen = self._links.leg(
            [
                self._eigen_kaart(store, groep)
                for groep in bundel(gebaren, lambda g: (g.dossier, g.reden))
            ]
        )
        self.kop_eigen.toon(leeg=not self.eigen)

    def _eigen_kaart(self, store: Store, groep: Sequence[Gebaar]) -> Bundelkaart:
        eerste = groep[0]
        return Bundelkaart(
            _dossier_in_woorden(eerste),
            waarom(eerste.reden),
            groep,
            store.lijst,
            self,
            mensen=self._werkplek.collegas,
            ja=None
            if eerste.reden == GEWIST
            else (_("Bied opnieuw aan"), lambda gekozen: samen.bied_opnieuw(store, _ids(gekozen))),
            nee=(_("Laat het zo"), lambda gekozen: samen.laat_rusten(store, _ids(gekozen))),
        )

    # --- of colleagues

    def _vraag_aanbod(self) -> None:
        sync = self._werkplek.sync
        if sync is None or self._vraagt:
            self._toon_aanbod([])
            return
        self._vraagt = True
        self.opnieuw.hide()
        self.kop_aanbod.zeg(_("Even kijken in de centrale opslag…"))
        self._taak = Achtergrondtaak(sync.aangeboden, self)
        self._taak.klaar.connect(self._toon_aanbod)
        self._taak.mislukt.connect(self._geen_aanbod)
        self._taak.start()

    def _geen_aanbod(self, fout: Exception) -> None:
        self._vraagt = False
        self._aanbod = {}
        self.aangeboden = self._rechts.leg([])
        self.kop_aanbod.zeg(_(getattr(fout, "zin", "Dit lukt nu niet. Probeer het later opnieuw.")))
        self.opnieuw.show()

    def _toon_aanbod(self, aanbod: Sequence[Aanbod]) -> None:
        self._vraagt = False
        self._aanbod = {a.id: a for a in aanbod}
        store = self._werkplek.store
        if store.op_slot:
            return
        with store.lees() as sessie:
            gebaren = achtergebleven.van_anderen(sessie, aanbod)
        self.aangeboden = self._rechts.leg(
            [
                self._aanbodkaart(store, groep)
                for groep in bundel(gebaren, lambda g: (g.dossier, g.door))
            ]
        )
        for kaart in self.aangeboden:
            kaart.besloten.connect(self._na_besluit)
        self.kop_aanbod.toon(leeg=not self.aangeboden)

    def _aanbodkaart(self, store: Store, groep: Sequence[Gebaar]) -> Bundelkaart:
        eerste = groep[0]
        wie = self._werkplek.collegas.get(eerste.door or "")
        return Bundelkaart(
            _dossier_in_woorden(eerste),
            _("Voorstel van {collega}").format(collega=wie)
            if wie
            else _("Voorstel van een collega"),
            groep,
            store.lijst,
            self,
            mensen=self._werkplek.collegas,
            ja=(_("Neem over"), self._besluit(overnemen=True)),
            nee=(_("Laat weg"), self._besluit(overnemen=False)),
        )

    def _besluit(self, *, overnemen: bool) -> Callable[[Sequence[Gebaar]], None]:
        sync = self._werkplek.sync
        assert sync is not None  # without it there is no offer

        def doe(gekozen: Sequence[Gebaar]) -> None:
            sync.neem_aan([self._aanbod[id_] for id_ in _ids(gekozen)], overnemen=overnemen)

        return doe

    def _na_besluit(self, gekozen: Sequence[Gebaar]) -> None:
        weg = set(_ids(gekozen))
        self._toon_aanbod([a for a in self._aanbod.values() if a.id not in weg])
        self._werkplek.draad.nu_bijwerken()  # the count on the status line is the centre's


class _Uitleg(Sectie):
    """Heading of a column: what stands below, or that there is nothing."""

    def __init__(self, titel: str, uitleg: str, leeg: str, parent: QWidget) -> None:
        super().__init__(titel, parent)
        self._uitleg, self._leeg = uitleg, leeg
        self.tekst = regel("", "zacht", self)
        self.blad.addWidget(self.tekst)

    def toon(self, *, leeg: bool) -> None:
        """The sentence that fits."""
        self.tekst.setText(self._leeg if leeg else self._uitleg)

    def zeg(self, zin: str) -> None:
        """Another sentence for a while."""
        self.tekst.setText(zin)


class _Stapel(QWidget):
    """Cards under one another, made anew each time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._blad = QVBoxLayout(self)
        self._blad.setContentsMargins(0, 0, 0, 0)
        self._blad.setSpacing(16)

    def leg(self, kaarten: list[Bundelkaart]) -> list[Bundelkaart]:
        """Puts these in the place of what was there."""
        while (plek := self._blad.takeAt(0)) is not None:
            oud = plek.widget()
            if oud is not None:
                oud.hide()
                oud.deleteLater()
        for kaart in kaarten:
            self._blad.addWidget(kaart)
        self.setVisible(bool(kaarten))
        return kaarten


def _ids(gebaren: Sequence[Gebaar]) -> list[str]:
    return [id_ for gebaar in gebaren for id_ in gebaar.ids]


def _dossier_in_woorden(gebaar: Gebaar) -> str:
    if gebaar.dossiernaam:
        return gebaar.dossiernaam
    return _("Een dossier dat je niet meer hebt") if gebaar.dossier else _("Zonder dossier")
