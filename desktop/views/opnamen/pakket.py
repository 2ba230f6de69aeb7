"""Recordings out to a file, and in from one."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop import catalogi
from desktop.documents.bestand import NietBewaard, bewaar
from desktop.exchange.opnamepakket import Pakketgeweigerd, lees_pakket, maak_pakket
from desktop.models.fouten import Domeinfout
from desktop.models.opnamewerk import Opnamestuk
from desktop.speech.fouten import OnderdeelOntbreekt, Spraakfout
from desktop.speech.klank import Klank
from desktop.store.opnamebeheer import Overname, neem_pakket_op, stukken
from desktop.store.store import Store
from desktop.taal import _, meervoud
from desktop.views.taken import Achtergrondtaak
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel

UITGANG = ".zip"
Kiezer = Callable[[QWidget, str], str]
"""Asks for a file or a folder; gives its path, or an empty text."""


class Pakketkaart(Sectie):
    """Two gestures; both off the GUI thread."""

    def __init__(
        self,
        werkplek: Werkplek,
        parent: QWidget,
        *,
        kies_map: Kiezer | None = None,
        kies_bestand: Kiezer | None = None,
    ) -> None:
        super().__init__(_("Opnamen naar en van een bestand"), parent)
        self._werkplek = werkplek
        self._kies_map = kies_map or _kies_map
        self._kies_bestand = kies_bestand or _kies_bestand
        self._taak: Achtergrondtaak | None = None
        self._taal = ""
        self._aantal = 0
        self.blad.setSpacing(8)
        self.blad.addWidget(
            regel(
                _(
                    "In het bestand staan stemmen en namen van sprekers, en het is niet "
                    "versleuteld. Geef het alleen aan wie dat mag hebben."
                ),
                "zacht",
                self,
            )
        )
        self.naar = knop(_("Bewaar deze taal als bestand"), "gewoon", self)
        self.naar.clicked.connect(self._bewaar)
        self.van = knop(_("Lees een bestand in"), "gewoon", self)
        self.van.clicked.connect(self._lees)
        rij = QHBoxLayout()
        rij.addWidget(self.naar)
        rij.addWidget(self.van)
        rij.addStretch()
        self.blad.addLayout(rij)
        self.fout = regel("", "fout", self)
        self.klaar = regel("", "zacht", self)
        for melding in (self.fout, self.klaar):
            melding.hide()
            self.blad.addWidget(melding)

    def toon(self, taal: str, aantal: int) -> None:
        """The language whose recordings go out, and how many there are."""
        if taal != self._taal:
            self._zeg()
        self._taal, self._aantal = taal, aantal
        self._zet_bezig(self._taak is not None)

    def _bewaar(self) -> None:
        gekozen = self._kies_map(self, "")
        if gekozen:
            werk = partial(_schrijf, self._werkplek.store, self._taal, Path(gekozen))
            self._doe(werk, self._geschreven)

    def _geschreven(self, uitkomst: tuple[str, int, int]) -> None:
        naam, aantal, beschadigd = uitkomst
        zin = meervoud("{aantal} opname is bewaard.", "{aantal} opnamen zijn bewaard.", aantal)
        fout = meervoud(
            "{aantal} opname is beschadigd en staat niet in het bestand. Neem die zin opnieuw op.",
            "{aantal} opnamen zijn beschadigd en staan niet in het bestand. "
            "Neem die zinnen opnieuw op.",
            beschadigd,
        )
        self._zeg(fout=fout if beschadigd else "", klaar=f"{zin}\n{naam}")

    def _lees(self) -> None:
        gekozen = self._kies_bestand(self, "")
        if gekozen:
            talen = frozenset(self._werkplek.talen)
            self._doe(partial(_neem_op, self._werkplek.store, Path(gekozen), talen), self._gelezen)

    def _gelezen(self, overname: Overname) -> None:
        zinnen = [
            meervoud(
                "{aantal} opname is ingelezen.", "{aantal} opnamen zijn ingelezen.", overname.nieuw
            )
        ]
        if overname.zelfde:
            zinnen.append(meervoud("{aantal} was er al.", "{aantal} waren er al.", overname.zelfde))
        if overname.ouder:
            zinnen.append(
                meervoud(
                    "{aantal} is overgeslagen: hier is een nieuwere opname.",
                    "{aantal} zijn overgeslagen: hier zijn nieuwere opnamen.",
                    overname.ouder,
                )
            )
        self._zeg(klaar="\n".join(zinnen))

    # ---- both -----------------------------------------------------------------------------

    def _doe(self, werk: Callable[[], Any], daarna: Callable[[Any], None]) -> None:
        self._zeg(klaar=_("Even wachten…"))
        self._taak = Achtergrondtaak(werk, self)
        self._zet_bezig(True)
        self._taak.klaar.connect(self._gelukt)
        self._daarna = daarna
        self._taak.mislukt.connect(self._mislukt)
        self._taak.start()

    def _gelukt(self, uitkomst: Any) -> None:
        self._taak = None
        self._zet_bezig(False)
        self._daarna(uitkomst)

    def _mislukt(self, fout: Exception) -> None:
        self._taak = None
        self._zet_bezig(False)
        zin = _(getattr(fout, "zin", "Dit lukt nu niet. Probeer het later opnieuw."))
        self._zeg(fout=zin.format(**fout.waarden) if isinstance(fout, Domeinfout) else zin)

    def _zet_bezig(self, bezig: bool) -> None:
        self.naar.setEnabled(not bezig and self._aantal > 0)
        self.van.setEnabled(not bezig)

    def _zeg(self, *, fout: str = "", klaar: str = "") -> None:
        for melding, tekst in ((self.fout, fout), (self.klaar, klaar)):
            melding.setText(tekst)
            melding.setVisible(bool(tekst))


def _kies_map(ouder: QWidget, begin: str) -> str:
    return QFileDialog.getExistingDirectory(ouder, _("Waar komt het bestand?"), begin)


def _kies_bestand(ouder: QWidget, begin: str) -> str:
    pad, _soort = QFileDialog.getOpenFileName(
        ouder,
        _("Een bestand met opnamen"),
        begin,
        _("Opnamen (*{uitgang});;Alle bestanden (*)").format(uitgang=UITGANG),
    )
    return pad


# On a pool thread: a language is some 15 MB, and a stick may be slow.


def _schrijf(store: Store, taal: str, map_: Path) -> tuple[str, int, int]:
    with store.lees() as sessie:
        alle, beschadigd = stukken(sessie, taal)
    if beschadigd and not alle:
        raise NietBewaard("Alle opnamen in deze taal zijn beschadigd. Neem ze opnieuw op.")
    if not alle:
        raise NietBewaard("Er zijn in deze taal geen opnamen om te bewaren.")
    naam = f"opnamen-{taal}-{store.vandaag():%Y-%m-%d}{UITGANG}"
    return bewaar(maak_pakket(alle), map_, naam).name, len(alle), beschadigd


def _neem_op(store: Store, pad: Path, talen: Collection[str]) -> Overname:
    contexten = {bron.context for bron in catalogi.bronteksten(store.lijst)}
    pakket = lees_pakket(pad, talen=talen, contexten=contexten, vandaag=store.vandaag())
    _keur_geluid(pakket)
    with store.work() as work:
        return neem_pakket_op(work, pakket)


def _keur_geluid(pakket: Collection[Opnamestuk]) -> None:
    """Every sound must play, before anything is taken."""
    for nr, stuk in enumerate(pakket, 1):
        try:
            klank = Klank.uit_ogg(stuk.ogg)
        except OnderdeelOntbreekt:
            return  # this laptop cannot tell; one that can play it has the player's own check
        except Spraakfout as fout:
            raise Pakketgeweigerd("Opname {nr} is niet af te spelen.", nr=nr) from fout
        if not klank.niveau:
            raise Pakketgeweigerd("Opname {nr} is helemaal stil.", nr=nr)
