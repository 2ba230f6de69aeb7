"""What sittings need, for the beheerder: places and hours, rooms, devices, toetsbegeleiders."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.formulier import datum_nederlands
from desktop.models.roosterregels import bezwaren_begeleider
from desktop.models.toetsmiddelen import (
    Apparaatsoort,
    Openingstijd,
    Sluiting,
    Toetsapparaat,
    Toetsbegeleider,
    Toetslocatie,
    Toetsruimte,
)
from desktop.models.toetstijd import van_tot
from desktop.models.toetswoorden import TOETSMIDDELEN
from desktop.store.aankondiging import Gewijzigd
from desktop.store.toetsmiddelen import Middelen, beleid, middelen
from desktop.store.toetsrooster import begeleider_van
from desktop.taal import _, meervoud, taal
from desktop.views.dossiers.keuzes import Keuzes
from desktop.views.toets.middelkaart import Middelkaart, Regel, Vorm, dag, getal, ja_nee, keuze
from desktop.views.toets.woorden import TUSSEN, bezwaar_in_woorden, soort_in_woorden
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Kolommen, schuifvlak

ONDERWERPEN = frozenset({*TOETSMIDDELEN, "medewerker"})
OVERAL = ""


class Middelenscherm(QWidget):
    """A card for each kind; a refusal stands beside its field."""

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._werkplek = werkplek
        self._alles = Middelen((), (), (), (), (), ())
        self._maak_plekken()
        self._maak_tijden()
        self._maak_rest()
        kolommen = Kolommen(self)
        kolommen.vul(
            [self.locaties, self.ruimten, self.openingen],
            [self.begeleiders, self.apparaten, self.sluitingen],
        )
        blad = QVBoxLayout(self)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.addWidget(schuifvlak(kolommen, self))
        werkplek.gewijzigd.connect(self._na_wijziging)

    @property
    def kaarten(self) -> tuple[Middelkaart, ...]:
        """All cards."""
        return (
            self.locaties,
            self.ruimten,
            self.openingen,
            self.begeleiders,
            self.apparaten,
            self.sluitingen,
        )

    def _maak_plekken(self) -> None:
        self.locaties = Middelkaart(
            self._werkplek,
            Toetslocatie,
            _("Locaties"),
            _("Nieuwe locatie"),
            _("Begin met het gemeentehuis."),
            (
                Vorm("naam", _("Naam"), nodig=True, breed=True),
                Vorm("adres", _("Adres"), hint=_("Staat op de brief."), breed=True),
                ja_nee(
                    "stadhuis",
                    _("Is dit het gemeentehuis?"),
                    _("Ja"),
                    _("Nee, kies deze plek met een reden"),
                ),
            ),
            self,
        )
        self.ruimten = Middelkaart(
            self._werkplek,
            Toetsruimte,
            _("Ruimten"),
            _("Nieuwe ruimte"),
            _("Een toets is in een ruimte met plekken."),
            (
                keuze("locatie_id", _("Locatie"), self._plekken, "Kies een locatie.", breed=True),
                Vorm("naam", _("Naam"), nodig=True),
                getal("plekken", _("Plekken")),
            ),
            self,
        )

    def _maak_tijden(self) -> None:
        self.openingen = Middelkaart(
            self._werkplek,
            Openingstijd,
            _("Openingstijden"),
            _("Nieuwe openingstijd"),
            _("Zonder openingstijden kan een toets altijd."),
            (
                keuze("locatie_id", _("Locatie"), self._plekken, "Kies een locatie."),
                keuze(
                    "weekdag",
                    _("Dag"),
                    _weekdagen,
                    "Kies een dag van de week.",
                    lees=lambda _veld, tekst: int(tekst or 0),
                ),
                Vorm("van", _("Open vanaf"), nodig=True, voorbeeld="09:00"),
                Vorm("tot", _("Open tot"), nodig=True, voorbeeld="17:00"),
            ),
            self,
        )
        self.sluitingen = Middelkaart(
            self._werkplek,
            Sluiting,
            _("Dagen dicht"),
            _("Nieuwe sluiting"),
            _("Feestdagen hoef je niet op te schrijven: die kent Viergesprek."),
            (
                Vorm(
                    "locatie_id",
                    _("Waar"),
                    keuzes=lambda: ((OVERAL, _("Overal")), *self._plekken()),
                    lees=lambda _veld, tekst: tekst or None,
                    breed=True,
                ),
                dag("van", _("Eerste dag"), nodig=True),
                dag("tot", _("Laatste dag"), nodig=True),
                Vorm("reden", _("Waarom"), breed=True),
            ),
            self,
        )

    def _maak_rest(self) -> None:
        self.apparaten = Middelkaart(
            self._werkplek,
            Toetsapparaat,
            _("Apparaten"),
            _("Nieuw apparaat"),
            _("Laptops, tablets en koptelefoons, met de naam op de sticker."),
            (
                keuze(
                    "soort",
                    _("Soort"),
                    lambda: tuple((s.value, soort_in_woorden(s)) for s in Apparaatsoort),
                    "Kies wat het is.",
                    lees=_apparaatsoort,
                ),
                Vorm("naam", _("Naam of nummer"), nodig=True),
                ja_nee("kapot", _("Werkt het?"), _("Kapot"), _("Werkt")),
            ),
            self,
        )
        self.begeleiders = Middelkaart(
            self._werkplek,
            Toetsbegeleider,
            _("Toetsbegeleiders"),
            _("Nieuwe toetsbegeleider"),
            _("Wie een certificaat heeft en toestemming van DUO, van welke organisatie ook."),
            (
                Vorm("naam", _("Naam"), nodig=True),
                Vorm("organisatie", _("Organisatie")),
                Vorm(
                    "medewerker_id",
                    _("Werkt met Viergesprek als"),
                    hint=_("Dan komen de kandidaten van een toets op die laptop."),
                    keuzes=lambda: (
                        ("", _("Werkt niet met Viergesprek")),
                        *self._werkplek.collegas.items(),
                    ),
                    lees=lambda _veld, tekst: tekst or None,
                    breed=True,
                ),
                dag("certificaat_op", _("Certificaat van"), hint=_("Nodig om te kunnen plannen.")),
                dag("certificaat_tot", _("Certificaat tot en met")),
                dag(
                    "duo_toestemming_op",
                    _("Toestemming van DUO van"),
                    hint=_("Nodig om te kunnen plannen."),
                ),
                dag("duo_toestemming_tot", _("Toestemming tot en met")),
            ),
            self,
        )

    def _plekken(self) -> Keuzes:
        return tuple((plek.id, plek.naam) for plek in self._alles.locaties)

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        kaart = self.locaties
        doel: QWidget = kaart.lijst if kaart.regels else kaart.toevoegen
        doel.setFocus(gebeurtenis.reason())

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        super().showEvent(gebeurtenis)
        self.lees()

    def terug(self) -> bool:
        """Escape: closes the form in which the focus is, else any; False when none is open."""
        kaarten = sorted(self.kaarten, key=lambda k: not k.isAncestorOf(self.focusWidget() or k))
        return any(kaart.terug() for kaart in kaarten)

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if self.isVisible() and not ONDERWERPEN.isdisjoint(gewijzigd):
            self.lees()

    def lees(self) -> None:
        """Reads all; what is being typed stays."""
        with self._werkplek.store.lees() as sessie:
            self._alles = alles = middelen(sessie)
        plek = {p.id: p.naam for p in alles.locaties}
        self.locaties.toon([Regel(p, _locatie(p)) for p in alles.locaties])
        self.ruimten.toon([Regel(r, _ruimte(r, plek)) for r in alles.ruimten])
        openingen = sorted(
            alles.openingen, key=lambda o: (plek.get(o.locatie_id, ""), o.weekdag, o.van)
        )
        self.openingen.toon([Regel(o, _opening(o, plek)) for o in openingen])
        self.sluitingen.toon([Regel(s, _sluiting(s, plek)) for s in alles.sluitingen])
        self.apparaten.toon([Regel(a, _apparaat(a), _kapot(a)) for a in alles.apparaten])
        self.begeleiders.toon(
            [Regel(b, _begeleider(b), self._let_op(b)) for b in alles.begeleiders]
        )

    def _let_op(self, wie: Toetsbegeleider) -> tuple[str, ...]:
        """What would be against a sitting today."""
        vandaag = self._werkplek.store.vandaag()
        bezwaren = bezwaren_begeleider(begeleider_van(wie), vandaag, beleid())
        return tuple(bezwaar_in_woorden(b) for b in bezwaren)


def _weekdagen() -> Keuzes:
    return tuple((str(n), _weekdag(n)) for n in range(1, 8))


def _weekdag(nummer: int) -> str:
    # The first of January 2024 was a Monday.
    naam = QLocale(taal()).toString(QDate(2024, 1, nummer), "dddd")
    return naam[:1].upper() + naam[1:]


def _apparaatsoort(_veld: str, tekst: str) -> Apparaatsoort:
    return Apparaatsoort(tekst or Apparaatsoort.LAPTOP)


def _locatie(plek: Toetslocatie) -> str:
    delen = (plek.naam, plek.adres, _("gemeentehuis") if plek.stadhuis else "")
    return TUSSEN.join(deel for deel in delen if deel)


def _ruimte(ruimte: Toetsruimte, plek: dict[str, str]) -> str:
    plekken = meervoud("{aantal} plek", "{aantal} plekken", ruimte.plekken)
    return TUSSEN.join((ruimte.naam, plek.get(ruimte.locatie_id, ""), plekken))


def _opening(open_: Openingstijd, plek: dict[str, str]) -> str:
    return TUSSEN.join(
        (_weekdag(open_.weekdag), van_tot(open_.van, open_.tot), plek.get(open_.locatie_id, ""))
    )


def _sluiting(dicht: Sluiting, plek: dict[str, str]) -> str:
    dagen = datum_nederlands(dicht.van)
    if dicht.tot != dicht.van:
        dagen = _("{van} tot en met {tot}").format(van=dagen, tot=datum_nederlands(dicht.tot))
    waar = plek.get(dicht.locatie_id, "") if dicht.locatie_id else _("overal")
    return TUSSEN.join(deel for deel in (dagen, waar, dicht.reden) if deel)


def _apparaat(apparaat: Toetsapparaat) -> str:
    return TUSSEN.join((soort_in_woorden(apparaat.soort), apparaat.naam))


def _kapot(apparaat: Toetsapparaat) -> tuple[str, ...]:
    return (_("Kapot: doet niet mee in de planning."),) if apparaat.kapot else ()


def _begeleider(wie: Toetsbegeleider) -> str:
    tot = wie.certificaat_tot
    delen = (
        wie.naam,
        wie.organisatie,
        _("certificaat tot en met {dag}").format(dag=datum_nederlands(tot)) if tot else "",
    )
    return TUSSEN.join(deel for deel in delen if deel)
