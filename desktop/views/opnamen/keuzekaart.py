"""Who reads what: language, dialect, name, and the speaker's consent with its date."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QCompleter, QHBoxLayout, QLineEdit, QProgressBar, QWidget

from desktop.models.fouten import Invoerfout
from desktop.models.opnamewerk import (
    Inspreekopdracht,
    Opnamestand,
    Zin,
    keur_opdracht,
    kies_deel,
    stand_van,
    vervallen,
)
from desktop.taal import _, meervoud
from desktop.views.dossiers.keuzes import Keuzes
from desktop.views.dossiers.velden import Keuzelijst, Veld
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel

SLEUTEL = "inspreken"
"""Who was reading what on this laptop, so that one can go on tomorrow."""


class Keuzekaart(Sectie):
    """`veranderd`: another language or dialect. `begin` carries the order to record."""

    veranderd = Signal()
    begin = Signal(object)

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("Zinnen opnemen"), parent)
        self._werkplek = werkplek
        self._zinnen: list[Zin] = []
        self._gelezen: Mapping[str, str] = {}
        self._gegeven: date | None = None
        self._nu_gegeven = False
        self.taal = Veld("taal", _("Taal"), Keuzelijst(self._talen(), self), self)
        self.dialect = Veld("dialect", _("Dialect"), Keuzelijst((), self), self)
        self.deel = Veld("deel", _("Welke zinnen"), Keuzelijst((), self), self)
        self.spreker = Veld("spreker", _("Wie leest voor?"), self._naamveld(), self)
        self.raster((self.taal, self.dialect), (self.deel, self.spreker))
        self._toestemming()
        self._tellers()
        self._herstel()
        self.taal.gewijzigd.connect(self._andere_taal)
        self.dialect.gewijzigd.connect(self.veranderd)
        self.deel.gewijzigd.connect(self._tel)
        self.spreker.gewijzigd.connect(self._andere_spreker)

    def _talen(self) -> Keuzes:
        return tuple(
            (tag, t.naam if t.naam == t.eigen_naam else f"{t.naam} ({t.eigen_naam})")
            for tag, t in self._werkplek.talen.items()
        )

    def _naamveld(self) -> QLineEdit:
        """One person under one name, so that withdrawing finds all."""
        veld = QLineEdit(self)
        self.namen = QStringListModel(self)
        aanvuller = QCompleter(self.namen, self)
        aanvuller.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        aanvuller.activated.connect(self._andere_spreker)
        veld.setCompleter(aanvuller)
        return veld

    def _toestemming(self) -> None:
        self.blad.addWidget(
            regel(
                _(
                    "Lees dit voor aan de spreker: “Ik vind het goed dat mijn stem in het "
                    "programma van deze gemeente komt. Cliënten horen dan de zinnen in hun taal. "
                    "Mijn naam staat erbij; alleen medewerkers zien die. Ik mag dit altijd "
                    "intrekken. Dan klinken mijn opnamen niet meer.”"
                ),
                "zacht",
                self,
            )
        )
        self.toestemming = QCheckBox(_("De spreker vindt dit goed"), self)
        self.toestemming.setAccessibleName(_("De spreker vindt dit goed"))
        self.toestemming.toggled.connect(self._gezet)
        self.sinds = regel("", "klein", self)
        rij = QHBoxLayout()
        rij.addWidget(self.toestemming)
        rij.addWidget(self.sinds, 1)
        self.blad.addLayout(rij)
        self.fout = regel("", "fout", self)
        self.fout.hide()
        self.blad.addWidget(self.fout)

    def _tellers(self) -> None:
        self.balk = QProgressBar(self)
        self.balk.setTextVisible(False)
        self.balk.setFixedHeight(8)
        self.stand = regel("", "", self)
        self.verouderd = regel("", "fout", self)
        self.onvertaald = regel("", "zacht", self)
        for deel in (self.balk, self.stand, self.verouderd, self.onvertaald):
            self.blad.addWidget(deel)
        self.start = knop(_("Begin met opnemen"), "hoofd", self)
        self.start.clicked.connect(self._begin)
        rij = QHBoxLayout()
        rij.addWidget(self.start)
        rij.addStretch()
        self.blad.addLayout(rij)

    # ---- what is chosen -------------------------------------------------------------------

    @property
    def tag(self) -> str:
        """Tag of the language."""
        return self.taal.tekst

    @property
    def opdracht(self) -> Inspreekopdracht:
        """Raises Invoerfout when something is not right yet."""
        return keur_opdracht(
            self.tag, self.dialect.tekst, self.spreker.tekst, self._gegeven, self.deel.tekst
        )

    def _herstel(self) -> None:
        """What was chosen the last time; the first language that is not Dutch otherwise."""
        vorige = _onthouden(self._werkplek)
        andere = next(tag for tag in self._werkplek.talen if tag != "nl")
        if vorige is not None and vorige.taal in self._werkplek.talen:
            self.taal.zet(vorige.taal)
            self._dialecten(vorige.dialect)
            self.spreker.zet(vorige.spreker)
            self._gegeven = vorige.toestemming_op
            self._vorig_deel = vorige.deel
        else:
            self.taal.zet(andere)
            self._dialecten("")
            self._vorig_deel = ""
        self._toon_toestemming()

    def _dialecten(self, gekozen: str) -> None:
        keuzelijst = self.dialect.invoer
        assert isinstance(keuzelijst, Keuzelijst)
        dialecten = self._werkplek.talen[self.tag].dialecten
        keuzelijst.zet_keuzes((("", _("Geen of het gewone")), *((d, _(d)) for d in dialecten)))
        self.dialect.zet(gekozen if gekozen in dialecten else "")
        self.dialect.setEnabled(bool(dialecten))

    def _andere_taal(self) -> None:
        self._dialecten("")
        self.veranderd.emit()

    def _andere_spreker(self) -> None:
        """Consent is of one person."""
        self.toestemming.setChecked(False)
        self.spreker.toon_fout("")

    @property
    def van_eerder(self) -> str:
        """Who gave consent on another day, as this laptop remembers it; empty for nobody."""
        return "" if self._gegeven is None or self._nu_gegeven else self.spreker.tekst

    def vervalt(self, spreker: str, ingetrokken: date | None) -> None:
        """Consent that was withdrawn since, on whichever laptop, is asked anew."""
        if self._gegeven is None or self.van_eerder != spreker:
            return
        if vervallen(self._gegeven, ingetrokken):
            self.toestemming.setChecked(False)

    def _gezet(self, aan: bool) -> None:
        self._nu_gegeven = aan
        self._gegeven = (self._gegeven or self._werkplek.store.vandaag()) if aan else None
        self._zeg("")
        self._toon_toestemming()

    def _toon_toestemming(self) -> None:
        self.toestemming.blockSignals(True)
        self.toestemming.setChecked(self._gegeven is not None)
        self.toestemming.blockSignals(False)
        op = f"{self._gegeven:%d-%m-%Y}" if self._gegeven is not None else ""
        self.sinds.setText(_("toestemming van {dag}").format(dag=op) if op else "")

    # ---- how far it is --------------------------------------------------------------------

    def toon(self, zinnen: Iterable[Zin], gelezen: Mapping[str, str], onvertaald: int) -> None:
        """All that can be read in this language, and what was read in this dialect."""
        self._zinnen, self._gelezen = list(zinnen), gelezen
        self.onvertaald.setText(
            meervoud(
                "{aantal} tekst is nog niet vertaald en staat er niet bij.",
                "{aantal} teksten zijn nog niet vertaald en staan er niet bij.",
                onvertaald,
            )
        )
        self.onvertaald.setVisible(bool(onvertaald))
        self._delen()
        self._tel()

    def _delen(self) -> None:
        delen = list(dict.fromkeys(d for z in self._zinnen for d in sorted(z.delen)))
        keuzelijst = self.deel.invoer
        assert isinstance(keuzelijst, Keuzelijst)
        nu = self.deel.tekst or self._vorig_deel
        self._vorig_deel = ""
        alles = _("Alles wat cliënten kunnen horen")
        keuzelijst.zet_keuzes((("", alles), *((d, _(d)) for d in delen)))
        self.deel.zet(nu if nu in delen else "")

    def _tel(self) -> None:
        gekozen = kies_deel(self._zinnen, self.deel.tekst)
        standen = [stand_van(z, self._gelezen) for z in gekozen]
        klaar, oud = standen.count(Opnamestand.GOED), standen.count(Opnamestand.VEROUDERD)
        self.balk.setMaximum(max(1, len(gekozen)))
        self.balk.setValue(klaar)
        self.stand.setText(
            _("{klaar} van {aantal} zinnen opgenomen").format(klaar=klaar, aantal=len(gekozen))
        )
        self.verouderd.setText(
            meervoud(
                "{aantal} opname is verouderd: de tekst is veranderd.",
                "{aantal} opnamen zijn verouderd: de tekst is veranderd.",
                oud,
            )
        )
        self.verouderd.setVisible(bool(oud))
        self.start.setEnabled(bool(gekozen))

    # ---- beginning ------------------------------------------------------------------------

    def _begin(self) -> None:
        try:
            opdracht = self.opdracht
        except Invoerfout as fout:
            self.spreker.toon_fout(_(fout.zin) if fout.veld == "spreker" else "")
            self._zeg(_(fout.zin) if fout.veld == "toestemming" else "")
            (self.spreker.invoer if fout.veld == "spreker" else self.toestemming).setFocus()
            return
        store = self._werkplek.store
        waarde = json.dumps(asdict(opdracht), default=str, ensure_ascii=False)
        if self._werkplek.probeer(lambda: store.onthoud(SLEUTEL, waarde)):
            self.begin.emit(opdracht)

    def _zeg(self, zin: str) -> None:
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))
        self.toestemming.setAccessibleDescription(zin)


def _onthouden(werkplek: Werkplek) -> Inspreekopdracht | None:
    ruw = werkplek.store.lokaal(SLEUTEL)
    if not ruw:
        return None
    try:
        velden = json.loads(ruw)
        velden["toestemming_op"] = date.fromisoformat(velden["toestemming_op"])
        return Inspreekopdracht(**velden)
    except (ValueError, KeyError, TypeError):  # kept by another version of the program
        return None
