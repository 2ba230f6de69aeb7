"""The form of a sitting, new or changed, beside the calendar; and the small one to move it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from desktop.models.deeldatum import lees_datum
from desktop.models.fouten import Domeinfout, Invoerfout, Invoerfouten
from desktop.models.toetsrooster import Roosterfout
from desktop.models.toetssessie import Sessiegegevens
from desktop.models.toetstijd import duur_minuten, lees_tijd, plus_minuten
from desktop.store.store import Store
from desktop.store.toetsmiddelen import beleid, middelen
from desktop.taal import _
from desktop.views.dossiers.keuzes import Keuzes
from desktop.views.dossiers.velden import Keuzelijst, Veld, tekstveld
from desktop.views.toets.agendabel import zinnen
from desktop.views.toets.zijblad import Zijblad
from desktop.views.widgets.indeling import regel

ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Formkeuzes:
    """What can be chosen. `elders`: rooms outside the town hall, which need a reason."""

    ruimten: Keuzes
    begeleiders: Keuzes
    apparaten: Keuzes
    elders: frozenset[str]

    @property
    def eerste_ruimte(self) -> str:
        """In the town hall, when it has one."""
        thuis = [id_ for id_, _naam in self.ruimten if id_ not in self.elders]
        return next(iter([*thuis, *(id_ for id_, _naam in self.ruimten)]), "")


def lees_keuzes(store: Store) -> Formkeuzes:
    """Rooms (town hall first), people, and devices that work."""
    with store.lees() as sessie:
        alles = middelen(sessie)
        plek = {locatie.id: locatie for locatie in alles.locaties}
        ruimten = [r for r in alles.ruimten if r.locatie_id in plek]
        ruimten.sort(key=lambda r: (not plek[r.locatie_id].stadhuis, r.naam))
        return Formkeuzes(
            tuple((r.id, f"{r.naam}, {plek[r.locatie_id].naam}") for r in ruimten),
            tuple((b.id, b.naam) for b in alles.begeleiders),
            tuple((a.id, a.naam) for a in alles.apparaten if not a.kapot),
            frozenset(r.id for r in ruimten if not plek[r.locatie_id].stadhuis),
        )


class _Formulier(Zijblad):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.velden: dict[str, Veld] = {}

    def _tekst(self, naam: str, label: str, voorbeeld: str = "") -> Veld:
        veld = tekstveld(naam, label, self.binnen, voorbeeld=voorbeeld)
        self.velden[naam] = veld
        invoer = veld.invoer
        if not isinstance(invoer, Keuzelijst):
            invoer.returnPressed.connect(self.klaar)
        return veld

    def _keuze(self, naam: str, label: str) -> Veld:
        veld = Veld(naam, label, Keuzelijst((), self.binnen), self.binnen)
        self.velden[naam] = veld
        return veld

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        next(iter(self.velden.values())).invoer.setFocus(gebeurtenis.reason())

    def _kies(self, naam: str, keuzes: Keuzes, waarde: str) -> None:
        lijst = self.velden[naam].invoer
        assert isinstance(lijst, Keuzelijst)
        lijst.zet_keuzes(keuzes)
        self.velden[naam].zet(waarde)

    def leeg_fouten(self) -> None:
        """Old sentences go."""
        self.zeg("")
        for veld in self.velden.values():
            veld.toon_fout("")

    def toon_fout(self, fout: Domeinfout) -> None:
        """Each sentence beside its field; what has no field here stands below."""
        self.leeg_fouten()
        if isinstance(fout, Roosterfout):
            paren = [(b.veld, _(b.zin).format(**b.waarden)) for b in fout.bezwaren]
        elif isinstance(fout, Invoerfouten):
            paren = [(f.veld, _(f.zin).format(**f.waarden)) for f in fout.fouten]
        elif isinstance(fout, Invoerfout):
            paren = [(fout.veld, _(fout.zin).format(**fout.waarden))]
        else:
            paren = [("", zin) for zin in zinnen(fout)]
        per_veld: dict[str, list[str]] = {}
        for naam, zin in paren:
            hier = naam if naam in self.velden and self.velden[naam].isVisibleTo(self) else ""
            if zin not in per_veld.setdefault(hier, []):
                per_veld[hier].append(zin)
        for naam, regels in per_veld.items():
            if naam:
                self.velden[naam].toon_fout("\n".join(regels))
            else:
                self.zeg("\n".join(regels))
        if (eerste := next((n for n in self.velden if n in per_veld), None)) is not None:
            self.velden[eerste].invoer.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def datum(self) -> date:
        """The day that was typed. Raises Invoerfout."""
        dag = lees_datum(self.velden["datum"].tekst, veld="datum")
        if dag is None:
            raise Invoerfout("datum", "Schrijf de dag, zoals 8-12-2026.")
        return dag


class Sessieformulier(_Formulier):
    """New or changed. The end follows the beginning until somebody types another end."""

    def __init__(self, talen: Keuzes, parent: QWidget) -> None:
        super().__init__(parent)
        self._talen: Keuzes = (("", _("Geen tolk")), *talen)
        self._elders: frozenset[str] = frozenset()
        self._duur = beleid().duur_minuten
        self.sessie_id: str | None = None
        self.vak.addWidget(self._tekst("datum", _("Dag"), "8-12-2026"))
        tijden = QHBoxLayout()
        tijden.setSpacing(8)
        tijden.addWidget(self._tekst("begin", _("Begin"), "09:30"))
        tijden.addWidget(self._tekst("einde", _("Einde"), "11:00"))
        self.vak.addLayout(tijden)
        self.vak.addWidget(self._keuze("ruimte_id", _("Ruimte")))
        self.vak.addWidget(self._tekst("plaats_reden", _("Waarom niet in het gemeentehuis?")))
        self.vak.addWidget(self._keuze("begeleider_id", _("Toetsbegeleider")))
        self.vak.addWidget(self._keuze("tolk_taal", _("Tolk die komt")))
        self.kop_apparaten = regel(_("Apparaten"), "veldnaam", self.binnen)
        self.apparaten = QListWidget(self.binnen)
        self.apparaten.setProperty("soort", "vinken")
        self.apparaten.setAccessibleName(_("Apparaten"))
        self.apparaten.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.vak.addWidget(self.kop_apparaten)
        self.vak.addWidget(self.apparaten)
        self.vak.addStretch()
        self.zet_knoppen(_("Plan de toets"))
        ruimte, begin = self.velden["ruimte_id"].invoer, self.velden["begin"].invoer
        assert isinstance(ruimte, Keuzelijst)
        assert not isinstance(begin, Keuzelijst)
        ruimte.currentIndexChanged.connect(self._toon_reden)
        begin.textEdited.connect(self._volg_einde)

    def open_nieuw(self, keuzes: Formkeuzes, dag: date, begin: str, ruimte_id: str = "",
                   begeleider_id: str = "") -> None:  # fmt: skip
        """An empty one, for this day and place."""
        leeg = Sessiegegevens(
            ruimte_id=ruimte_id or keuzes.eerste_ruimte,
            begeleider_id=begeleider_id
            or (keuzes.begeleiders[0][0] if len(keuzes.begeleiders) == 1 else ""),
            datum=dag,
            begin=begin,
            einde=plus_minuten(begin, beleid().duur_minuten) if begin else "",
        )
        self._open(None, keuzes, leeg)
        if not keuzes.ruimten:
            self.zeg(_("Er is nog geen ruimte. Vraag de beheerder om er een te maken."))
        elif not keuzes.begeleiders:
            self.zeg(_("Er is nog geen toetsbegeleider. Vraag dat aan de beheerder."))

    def open_bestaand(self, keuzes: Formkeuzes, sessie_id: str, nu: Sessiegegevens) -> None:
        """To change one."""
        self._open(sessie_id, keuzes, nu)

    def _open(self, sessie_id: str | None, keuzes: Formkeuzes, nu: Sessiegegevens) -> None:
        self.sessie_id, self._elders = sessie_id, keuzes.elders
        self.titel.setText(_("Nieuwe toets") if sessie_id is None else _("Toets wijzigen"))
        self.bewaar.setText(_("Plan de toets") if sessie_id is None else _("Wijzig de toets"))
        self.bewaar.setAccessibleName(self.bewaar.text())
        self._duur = beleid().duur_minuten
        if nu.begin and nu.einde:
            self._duur = duur_minuten(nu.begin, nu.einde)
        self.leeg_fouten()
        self.velden["datum"].zet(f"{nu.datum:%d-%m-%Y}")
        for naam in ("begin", "einde", "plaats_reden"):
            self.velden[naam].zet(getattr(nu, naam))
        self._kies("ruimte_id", keuzes.ruimten, nu.ruimte_id)
        self._kies("begeleider_id", keuzes.begeleiders, nu.begeleider_id)
        self._kies("tolk_taal", self._talen, nu.tolk_taal or "")
        self.apparaten.clear()
        for id_, naam in keuzes.apparaten:
            item = QListWidgetItem(naam, self.apparaten)
            item.setData(ID, id_)
            aan = Qt.CheckState.Checked if id_ in nu.apparaten else Qt.CheckState.Unchecked
            item.setCheckState(aan)
        rij = max(0, self.apparaten.sizeHintForRow(0))
        self.apparaten.setFixedHeight(len(keuzes.apparaten) * rij + 4)  # the sheet scrolls
        for deel in (self.kop_apparaten, self.apparaten):
            deel.setVisible(bool(keuzes.apparaten))
        self._toon_reden()

    def _toon_reden(self) -> None:
        self.velden["plaats_reden"].setVisible(self.velden["ruimte_id"].tekst in self._elders)

    def _volg_einde(self, tekst: str) -> None:
        try:
            begin = lees_tijd("begin", tekst)
        except Invoerfout:
            return  # still typing
        self.velden["einde"].zet(plus_minuten(begin, self._duur))

    def gegevens(self) -> Sessiegegevens:
        """What was filled in. Raises Invoerfout for the day; the rest is for the rules."""
        waarden = {naam: veld.tekst for naam, veld in self.velden.items()}
        rijen = (self.apparaten.item(n) for n in range(self.apparaten.count()))
        return Sessiegegevens(
            ruimte_id=waarden["ruimte_id"],
            begeleider_id=waarden["begeleider_id"],
            datum=self.datum,
            begin=waarden["begin"],
            einde=waarden["einde"],
            apparaten=frozenset(
                item.data(ID) for item in rijen if item.checkState() is Qt.CheckState.Checked
            ),
            tolk_taal=waarden["tolk_taal"] or None,
            plaats_reden=(waarden["plaats_reden"] if waarden["ruimte_id"] in self._elders else ""),
        )


class Verzetformulier(_Formulier):
    """Another day, time or room for one sitting; as long as it was."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sessie_id = ""
        self.titel.setText(_("Toets verzetten"))
        self.nu = regel("", "zacht", self.binnen)
        self.vak.addWidget(self.nu)
        self.vak.addWidget(self._tekst("datum", _("Dag"), "8-12-2026"))
        self.vak.addWidget(self._tekst("begin", _("Begin"), "09:30"))
        self.vak.addWidget(self._keuze("ruimte_id", _("Ruimte")))
        self.vak.addStretch()
        self.zet_knoppen(_("Verzet de toets"))

    def open(self, keuzes: Formkeuzes, sessie_id: str, nu: Sessiegegevens, zin: str) -> None:
        """For this sitting."""
        self.sessie_id = sessie_id
        self.nu.setText(zin)
        self.leeg_fouten()
        self.velden["datum"].zet(f"{nu.datum:%d-%m-%Y}")
        self.velden["begin"].zet(nu.begin)
        self._kies("ruimte_id", keuzes.ruimten, nu.ruimte_id)


class Afzegformulier(_Formulier):
    """Why a sitting does not go on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sessie_id = ""
        self.titel.setText(_("Toets afzeggen"))
        self.nu = regel("", "zacht", self.binnen)
        self.vak.addWidget(self.nu)
        self.vak.addWidget(self._tekst("afzegreden", _("Waarom gaat de toets niet door?")))
        self.vak.addWidget(
            regel(_("De kandidaten komen terug in de lijst om te plaatsen."), "zacht", self.binnen)
        )
        self.vak.addStretch()
        self.zet_knoppen(_("Zeg de toets af"))

    def open(self, sessie_id: str, zin: str) -> None:
        """For this sitting."""
        self.sessie_id = sessie_id
        self.nu.setText(zin)
        self.leeg_fouten()
        self.velden["afzegreden"].zet("")
