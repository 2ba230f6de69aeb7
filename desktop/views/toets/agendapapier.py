"""The calendar outside the program: a week on paper, a sitting for somebody's own calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QFocusEvent
from PySide6.QtWidgets import QWidget

from desktop import catalogi
from desktop.documents.bestand import NietBewaard, bewaar
from desktop.models.dossier import Medewerker
from desktop.models.fouten import Domeinfout, NogNietMogelijk
from desktop.models.toetssessie import Sessiestatus
from desktop.store.store import Store
from desktop.store.toetsen import sessie_met_kandidaten
from desktop.store.toetsuitnodigen import komende
from desktop.taal import _
from desktop.views.taken import Achtergrondtaak
from desktop.views.toets.agendabeeld import Weergave, lees_beeld
from desktop.views.toets.uitnodigwerk import zittingen_van
from desktop.views.toets.zijblad import Zijblad
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import knop, regel
from desktop.views.widgets.mapkeuze import Mapkeuze

Maker = Callable[[Path], Path]


class Papierblad(Zijblad):
    """Where the file goes; it is made off the GUI thread."""

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(parent)
        self._werkplek = werkplek
        self._maker: Maker | None = None
        self._taak: Achtergrondtaak | None = None
        self.gemaakt: Path | None = None
        self.uitleg = regel("", "zacht", self.binnen)
        self.vak.addWidget(self.uitleg)
        self.vak.addWidget(regel(_("Bewaren in deze map"), "veldnaam", self.binnen))
        self.map = Mapkeuze(werkplek, self.binnen)
        self.vak.addWidget(self.map)
        self.stand = regel("", "zacht", self.binnen)
        self.vak.addWidget(self.stand)
        self.open_bestand = knop(_("Open het bestand"), "gewoon", self.binnen)
        self.open_bestand.clicked.connect(self._open)
        self.vak.addWidget(self.open_bestand)
        self.vak.addStretch()
        self.zet_knoppen(_("Maak het bestand"))
        self.klaar.connect(self._maak)

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        self.bewaar.setFocus(gebeurtenis.reason())

    def toon(self, titel: str, uitleg: str, maker: Maker) -> None:
        """For this paper."""
        self._maker, self.gemaakt = maker, None
        self.titel.setText(titel)
        self.uitleg.setText(uitleg)
        self.stand.setText("")
        self.open_bestand.hide()
        self.zeg("")
        self.map.lees()

    def toon_week(
        self, dag: date, van: str, *, ruimte_id: str | None, begeleider_id: str | None
    ) -> None:
        """The week of this day on paper; `van` names the one room or person in it."""
        maker = partial(
            maak_week,
            self._werkplek.store,
            dag,
            gemeente=self._gemeente,
            van=van,
            talen={tag: t.naam for tag, t in self._werkplek.talen.items()},
            ruimte_id=ruimte_id,
            begeleider_id=begeleider_id,
        )
        self.toon(
            _("Week afdrukken"),
            _("De week met alle toetsen op één blad. Er staan geen namen van cliënten op."),
            maker,
        )

    def toon_dag(self, dag: date) -> None:
        """The day on paper: each sitting with who comes."""
        self.toon(
            _("Dag afdrukken"),
            _("De toetsen van deze dag met wie er komt. Gooi het papier na de toets weg."),
            partial(maak_dag, self._werkplek.store, dag, gemeente=self._gemeente),
        )

    @property
    def _gemeente(self) -> str:
        namen = {g.code: g.naam for g in self._werkplek.gemeenten}
        return namen.get(self._werkplek.store.lokaal("gemeente") or "", "")

    def toon_agenda(self, sessie_id: str, *, afgezegd: bool) -> None:
        """A sitting for the calendar of a colleague; after calling it off: its cancellation."""
        self.toon(
            _("De toets is afgezegd") if afgezegd else _("Toets voor je agenda"),
            _(
                "Met dit bestand verdwijnt de afspraak uit de agenda van je collega's. De cliënten "
                "die al waren uitgenodigd, staan bij Uitnodigen onder ‘Afgezegd: laat het weten’."
            )
            if afgezegd
            else _("Open dit bestand in Outlook of Thunderbird. Er staan geen namen in."),
            partial(maak_agenda, self._werkplek.store, sessie_id),
        )

    def _maak(self) -> None:
        maker, map_ = self._maker, self.map.map
        if maker is None or self._taak is not None:
            return
        self.zeg("")
        self.stand.setText(_("Even wachten…"))
        self.bewaar.setEnabled(False)
        self._taak = Achtergrondtaak(lambda: maker(map_), self)
        self._taak.klaar.connect(self._gelukt)
        self._taak.mislukt.connect(self._mislukt)
        self._taak.start()

    def _gelukt(self, pad: Path) -> None:
        self._taak, self.gemaakt = None, pad
        self.bewaar.setEnabled(True)
        self.map.onthoud(pad.parent)
        self.stand.setText(_("Klaar: {bestand}").format(bestand=pad.name))
        self.open_bestand.show()

    def _mislukt(self, fout: Exception) -> None:
        self._taak = None
        self.bewaar.setEnabled(True)
        self.stand.setText("")
        if isinstance(fout, Domeinfout):
            self.zeg(_(fout.zin).format(**fout.waarden))
        elif isinstance(fout, NietBewaard):
            self.zeg(_(fout.zin))
        else:
            self.zeg(_("Het bestand maken lukt nu niet. Probeer het opnieuw."))

    def _open(self) -> None:
        if self.gemaakt is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.gemaakt)))


# On a pool thread: values in, a path out.


def maak_week(
    store: Store,
    dag: date,
    map_: Path,
    *,
    gemeente: str,
    van: str,
    talen: Mapping[str, str],
    ruimte_id: str | None,
    begeleider_id: str | None,
) -> Path:
    """The week of this day as a PDF. Raises NietBewaard."""
    from desktop.documents.weekblad import Weekblad, Weekzitting, maak_weekblad

    beeld = lees_beeld(store, Weergave.WEEK, dag, ruimte_id=ruimte_id, begeleider_id=begeleider_id)
    zittingen = tuple(
        Weekzitting(
            datum=r.datum,
            begin=time.fromisoformat(r.begin),
            einde=time.fromisoformat(r.einde),
            plaats=r.ruimte.locatie if r.ruimte else "",
            ruimte=r.ruimte.naam if r.ruimte else "",
            begeleider=r.begeleider.naam if r.begeleider else "",
            bezet=r.bezet,
            plekken=r.plekken,
            tolk=talen.get(r.tolk_taal, r.tolk_taal) if r.tolk_taal else "",
        )
        for r in beeld.regels
    )
    gesloten = tuple((d, vrij.tekst) for d, vrij in beeld.vrij.items() if vrij.heel)
    blad = Weekblad(beeld.van, gemeente, zittingen, gesloten, van)
    week = beeld.van.isocalendar()
    naam = f"toetsen-{week.year}-week-{week.week:02d}.pdf"
    return bewaar(maak_weekblad(blad), map_, naam)


def maak_dag(store: Store, dag: date, map_: Path, *, gemeente: str) -> Path:
    """Who comes on this day, by sitting, as a PDF. Raises NietBewaard."""
    from desktop.documents.toetslijsten import maak_dagblad

    # Dutch names of languages: they go on paper.
    talen = {tag: taal.naam for tag, taal in catalogi.talen().items()}
    with store.lees() as sessie:
        wie = komende(sessie, dag, dag, talen)
    inhoud = maak_dagblad(zittingen_van(wie, talen), dag, gemeente)
    return bewaar(inhoud, map_, f"toetsen-{dag:%Y-%m-%d}.pdf")


def maak_agenda(store: Store, sessie_id: str, map_: Path) -> Path:
    """A sitting as an iCalendar file; CANCEL when it is called off. Raises Domeinfout."""
    from desktop.exchange.agenda import (
        Agendazitting,
        Deelnemer,
        agendabestand,
        agendanaam,
    )

    with store.lees() as sessie:
        beeld = sessie_met_kandidaten(sessie, sessie_id)
        if beeld is None:
            raise NogNietMogelijk("Deze toets is er niet meer.")
        s, ruimte = beeld.sessie, beeld.ruimte
        zitting = Agendazitting(
            uid=s.uid,
            volgnummer=s.volgnummer,
            datum=s.datum,
            begin=time.fromisoformat(s.begin),
            einde=time.fromisoformat(s.einde),
            plaats=ruimte.locatie if ruimte else "",
            plekken=beeld.plekken,
            ruimte=ruimte.naam if ruimte else "",
            afgezegd=s.status is Sessiestatus.AFGEZEGD,
        )
        ik = sessie.get(Medewerker, store.gebruiker_id) if store.gebruiker_id else None
        wie = beeld.begeleider
        ander = sessie.get(Medewerker, wie.medewerker_id) if wie and wie.medewerker_id else None
        if ik is None or not ik.email:
            raise NogNietMogelijk(
                "Je e-mailadres is nog niet bekend. Zonder adres weet een agenda niet "
                "van wie de afspraak is."
            )
        organisator = Deelnemer(ik.naam, ik.email)
        gasten = [Deelnemer(ander.naam, ander.email)] if ander and ander.email else []
        gasten = [g for g in gasten if g.email != organisator.email]
    inhoud = agendabestand(zitting, organisator, gasten, nu=store.nu())
    return bewaar(inhoud, map_, agendanaam(zitting))
