"""A conflict in words: what it is about, what each one said, and what depends on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.antwoord import Antwoord, Antwoordstatus, Notitiesoort, Wijze
from desktop.models.antwoordtekst import antwoordregels
from desktop.models.basis import Base, Stroomklasse
from desktop.models.intake import BredeIntake
from desktop.models.pipwoorden import onderwerpen, titels
from desktop.models.samenvoegen import RIJ, basis, journaalklasse
from desktop.models.spoor import Inzagesoort
from desktop.models.toetswoorden import TOETSMIDDELEN, TOETSTABELLEN
from desktop.models.veldwoorden import STIL, Naslag, veldnaam, waardewoord, wanneer
from desktop.models.vragen import Vraag, Vragenlijst
from desktop.models.wijziging import Apparaat
from desktop.models.woorden import woord
from desktop.store.conflict import Conflict, Strijdpunt, Toevoeging, Versie
from desktop.store.conflictgevolgen import Gevolg, Plaats, gevolgen
from desktop.store.gesprek import collegas
from desktop.store.projectie import gejournaalde_klassen, kolommen
from desktop.store.samen import mag_kiezen
from desktop.store.store import Store
from desktop.store.toetsmiddelen import toetsnamen
from desktop.taal import _


@dataclass(frozen=True)
class Zegregel:
    """One line of what somebody said. `anders`: not everybody says the same here."""

    kop: str
    tekst: str
    anders: bool = False


@dataclass(frozen=True)
class Versiebeeld:
    """One version to choose. `wie`: everybody who said it."""

    regels: tuple[Zegregel, ...]
    wie: tuple[str, ...]
    wanneer: str
    hoe: str
    waar: str
    getoond: bool
    verwijderd: bool


@dataclass(frozen=True)
class Conflictbeeld:
    """A whole conflict as it stands on the screen. `nu`: what is shown when that is a mixture."""

    onderwerp: str
    titel: str
    uitleg: str
    versies: tuple[Versiebeeld, ...]
    nu: tuple[Zegregel, ...]
    gevolgen: tuple[Gevolg, ...]
    beide_kan: bool
    mag_kiezen: bool


def inzagen(klassen: Collection[Stroomklasse]) -> tuple[Inzagesoort, ...]:
    """What somebody sees who looks at a conflict of these classes: for the trail."""
    soorten = {
        Stroomklasse.GEZONDHEID: Inzagesoort.GEZONDHEID,
        Stroomklasse.AFGESCHERMD: Inzagesoort.AFGESCHERMD,
        Stroomklasse.BSN: Inzagesoort.BSN,
    }
    gezien = tuple(soort for klasse, soort in soorten.items() if klasse in klassen)
    return (Inzagesoort.DOSSIER, *gezien)


class Conflictwoorden:
    """Finds the words; remembers names and question lists while it is used."""

    def __init__(self, store: Store, sessie: Session, naslag: Naslag) -> None:
        self._store = store
        self._sessie = sessie
        self._naslag = replace(naslag, personen={**collegas(sessie), **toetsnamen(sessie)})
        self._hier = sessie.scalar(sa.select(Apparaat.id)) or ""
        self._versies: dict[str, str] = {}

    def onderwerp(self, punt: Strijdpunt) -> str:
        """What part of the dossier it is in: a leefdomein, the household, the talk."""
        if punt.entiteit in ("antwoord", "notitie", "domeinoverslag"):
            return self._plaats(punt).domein
        return {
            "dossier": _("Dossier"),
            "doelgroep_periode": _("Doelgroep"),
            "huisgenoot": _("Huishouden"),
            "medewerker": _("Collega's"),
            "brede_intake": _("Brede intake"),
            "zitting": _("Gesprek plannen"),
            "deelnemer": _("Gesprek plannen"),
            "alleenmoment": _("Brede intake"),
            "afspraak": _("Afspraken"),
            "deling": _("Wie het dossier ziet"),
            "vervanging": _("Wie het dossier ziet"),
            "noodtoegang": _("Wie het dossier ziet"),
            "verzoek": _("Verzoek van de cliënt"),
            "taalcheck": _("Brede intake"),
            "tolktijd": _("Brede intake"),
            "promptvertaling": _("Vertalingen"),
            "promptmelding": _("Vertalingen"),
            "opname": _("Opnamen"),
            "stemproef": _("Opnamen"),
            "pictogramproef": _("Pictogrammen"),
            **dict.fromkeys(TOETSMIDDELEN, _("Toetsen: plekken en mensen")),
            **dict.fromkeys(TOETSTABELLEN, _("Leerbaarheidstoets")),
            **onderwerpen(),
        }.get(punt.entiteit, _("Dossier"))

    def titel(self, punt: Strijdpunt) -> str:
        """What it is: `Adres`, `Vraag WO05: Wat mist nog in je huis?`, `Notitie`."""
        match punt.entiteit:
            case "antwoord":
                plaats = self._plaats(punt)
                if plaats.vraag is None:
                    return _("Vraag {code}").format(code=punt.gedeeld.get("vraag_code", ""))
                return _("Vraag {code}: {vraag}").format(
                    code=plaats.vraag.code, vraag=plaats.vraag.tekst
                )
            case "notitie":
                if punt.gedeeld.get("vraag_code"):
                    return _("Notitie bij vraag {code}").format(code=punt.gedeeld["vraag_code"])
                return _("Notitie bij {domein}").format(domein=self._plaats(punt).domein)
            case "zitting":
                return self._zittingtitel(punt)
            case "deling":
                return _("Delen met {naam}").format(naam=self._persoon(punt, "medewerker_id"))
            case "vervanging":
                return _("Vervanging van {naam}").format(naam=self._persoon(punt, "afwezige_id"))
            case "domeinoverslag":
                return _("Leefdomein overslaan")
            case "afspraak":
                return _("Afspraak")
        if punt.hele_rij or len(punt.eenheid) > 1:
            return {
                "dossier": _("Het hele dossier"),
                "doelgroep_periode": _("Doelgroep volgens DUO"),
                "huisgenoot": _("Iemand in het huishouden"),
                "medewerker": _("Gegevens van een collega"),
                "brede_intake": _("Waar het gesprek staat"),
                "deelnemer": _("Deelnemer aan het gesprek"),
                "alleenmoment": _("Alleen met de cliënt"),
                "noodtoegang": _("Toegang met een reden"),
                "verzoek": _("Verzoek van de cliënt"),
                "taalcheck": _("Verstaat de cliënt de tolk?"),
                "tolktijd": _("Tijd van de tolk"),
                "promptvertaling": _("Een vertaalde tekst"),
                "promptmelding": _("Opmerking over een vertaling"),
                "opname": _("Opname van een stem"),
                "stemproef": _("Stem van de computer"),
                "pictogramproef": _("Pictogram uitgeprobeerd"),
                "toetslocatie": _("Plek voor de toets"),
                "toetsruimte": _("Ruimte voor de toets"),
                "openingstijd": _("Openingstijd"),
                "sluiting": _("Dagen dicht"),
                "toetsapparaat": _("Apparaat voor de toets"),
                "toetsbegeleider": _("Toetsbegeleider"),
                "toetssessie": _("Dag, tijd en plaats van de toets"),
                "kandidaat": _("Planning van de toets"),
                "toetspauze": _("Pauze bij de toets"),
                "toetsincident": _("Voorval bij de toets"),
                "toetsobservatie": _("Observatie bij de toets"),
                "toetsuitslag": _("Uitslag van de toets"),
                "toetsoverslag": _("Toets overgeslagen"),
                **titels(),
            }.get(punt.entiteit, _("Een gegeven"))
        return veldnaam(punt.entiteit, min(punt.eenheid))

    def _zittingtitel(self, punt: Strijdpunt) -> str:
        if punt.hele_rij:
            return _("Het geplande gesprek")
        if "datum" in punt.eenheid:
            return _("Dag en tijd van het gesprek")
        if "plaats" in punt.eenheid:
            return _("Plaats van het gesprek")
        if "tolk_wijze" in punt.eenheid:
            return _("Tolk bij het gesprek")
        return veldnaam(punt.entiteit, min(punt.eenheid))

    def _persoon(self, punt: Strijdpunt, veld: str) -> str:
        return self._naslag.personen.get(str(punt.gedeeld.get(veld)), _("een collega"))

    def beeld(self, conflict: Conflict) -> Conflictbeeld:
        """The whole of it."""
        plaats = self._plaats(conflict)
        gezegd = [self._regels(conflict, v.waarden, plaats) for v in conflict.versies]
        mengsel = not any(v.getoond for v in conflict.versies)
        return Conflictbeeld(
            onderwerp=self.onderwerp(conflict),
            titel=self.titel(conflict),
            uitleg=self._uitleg(conflict),
            versies=tuple(
                self._versie(versie, regels, gezegd, plaats, hele_rij=conflict.hele_rij)
                for versie, regels in zip(conflict.versies, gezegd, strict=True)
            ),
            nu=self._regels(conflict, conflict.nu, plaats) if mengsel else (),
            gevolgen=(
                *self._erbij(conflict),
                *gevolgen(self._sessie, conflict, plaats, self._naslag),
            ),
            beide_kan=conflict.beide_kan,
            mag_kiezen=mag_kiezen(self._sessie, conflict, self._store.gebruiker_id),
        )

    def _uitleg(self, conflict: Conflict) -> str:
        if conflict.erbij:
            return _("De een haalde dit weg. De ander voegde er intussen iets aan toe.")
        if any(versie.verwijderd for versie in conflict.versies):
            return _("De een haalde dit weg. De ander veranderde het intussen.")
        return _("Hier is verschillend ingevuld. Kies wat klopt.")

    def _versie(
        self,
        versie: Versie,
        regels: Sequence[Zegregel],
        alle: Sequence[Sequence[Zegregel]],
        plaats: Plaats,
        *,
        hele_rij: bool,
    ) -> Versiebeeld:
        if versie.verwijderd:
            regels = (Zegregel("", _("Weghalen"), anders=True),)
        else:
            regels = tuple(replace(r, anders=any(r not in ander for ander in alle)) for r in regels)
            if hele_rij:
                regels = (Zegregel("", _("Houden"), anders=True), *regels)
        return Versiebeeld(
            regels=tuple(regels),
            wie=tuple(naam or _("Onbekend") for naam in (versie.auteur, *versie.ook)),
            wanneer=wanneer(versie.moment, self._store.vandaag()),
            hoe=_hoe(versie.waarden, plaats.vraag),
            waar=_("op deze laptop")
            if versie.apparaat == self._hier
            else _("op een andere laptop"),
            getoond=versie.getoond,
            verwijderd=versie.verwijderd,
        )

    def _regels(
        self, punt: Strijdpunt, waarden: Mapping[str, Any], plaats: Plaats, *, kort: bool = False
    ) -> tuple[Zegregel, ...]:
        if punt.entiteit == "antwoord":
            return _antwoord(waarden, plaats)
        if punt.entiteit == "notitie":
            return _notitie(waarden)
        klasse = gejournaalde_klassen()[punt.entiteit]
        namen = [n for n, _kolom in kolommen(klasse)]
        if not punt.hele_rij:
            namen = [n for n in namen if n in punt.eenheid]
        namen = [n for n in namen if n not in STIL]
        if kort and journaalklasse(klasse).SAMEN:
            namen = [n for n in namen if n in journaalklasse(klasse).SAMEN[0]]
        waarden = {**_begin(klasse, namen), **waarden}
        naslag = replace(self._naslag, domeinen={d.code: d.titel for d in plaats.lijst.domeinen})
        if len(namen) == 1 and not punt.hele_rij:
            tekst = waardewoord(punt.entiteit, namen[0], waarden.get(namen[0]), naslag)
            return (Zegregel("", tekst or _("Niet ingevuld")),)
        regels = [
            Zegregel(veldnaam(punt.entiteit, naam), tekst)
            for naam in namen
            if (tekst := waardewoord(punt.entiteit, naam, waarden.get(naam), naslag))
        ]
        return tuple(regels) or (Zegregel("", _("Niet ingevuld")),)

    def _erbij(self, conflict: Conflict) -> tuple[Gevolg, ...]:
        if not conflict.erbij:
            return ()
        return (
            Gevolg(
                _("Als je het houdt, komt ook terug:"),
                tuple(self._toevoeging(t) for t in conflict.erbij),
            ),
        )

    def _toevoeging(self, erbij: Toevoeging) -> str:
        punt = Strijdpunt(
            erbij.entiteit, "", None, "", frozenset({RIJ}), frozenset({RIJ}), erbij.waarden
        )
        zegt = self._regels(punt, erbij.waarden, self._plaats(punt), kort=True)
        return _("{wat} ({inhoud}), van {wie}, {wanneer}").format(
            wat=self.titel(punt),
            inhoud=", ".join(regel.tekst for regel in zegt),
            wie=erbij.auteur or _("onbekend"),
            wanneer=wanneer(erbij.moment, self._store.vandaag()),
        )

    def _plaats(self, punt: Strijdpunt) -> Plaats:
        """Which intake, list, domain and question it is in."""
        waarden = punt.gedeeld
        intake = str(waarden.get("intake_id") or "")
        if punt.entiteit == "brede_intake":
            intake = punt.rij
        lijst = self._lijst(intake)
        vraag = lijst.vragen.get(str(waarden.get("vraag_code") or ""))
        domein = vraag.domein if vraag is not None else str(waarden.get("domein") or "")
        titels = {d.code: d.titel for d in lijst.domeinen}
        return Plaats(intake, lijst, vraag, titels.get(domein, domein))

    def _lijst(self, intake: str) -> Vragenlijst:
        if intake and intake not in self._versies:
            vraag = sa.select(BredeIntake.vragenlijst).where(BredeIntake.id == intake)
            self._versies[intake] = self._sessie.scalar(vraag) or ""
        try:
            return self._store.lijst_van(self._versies.get(intake) or self._store.lijst.versie)
        except LookupError:  # the list of that time has not come here yet
            return self._store.lijst


def _begin(klasse: type[Base], namen: Collection[str]) -> dict[str, str]:
    """The word that a row begins with, where its author need not say it (`BEGINT_STIL`)."""
    if not journaalklasse(klasse).BEGINT_STIL:
        return {}
    begin = {n: getattr(k.default, "arg", None) for n, k in kolommen(klasse) if n in namen}
    return {n: w.value for n, w in begin.items() if isinstance(w, StrEnum)}


def _antwoord(waarden: Mapping[str, Any], plaats: Plaats) -> tuple[Zegregel, ...]:
    status = Antwoordstatus(waarden.get("status", Antwoordstatus.OPEN))
    antwoord = Antwoord(
        status=status,
        enkel=waarden.get("enkel"),
        waarde=waarden.get("waarde"),
        keuzes={v.split(":", 1)[1]: w for v, w in waarden.items() if basis(v) == "keuzes"},
        delen={v.split(":", 1)[1]: w for v, w in waarden.items() if basis(v) == "delen"},
    )
    if plaats.vraag is None:
        tekst = ", ".join((*antwoord.opties, antwoord.waarde or ""))
        return (Zegregel("", tekst or woord(status)),)
    kinderen = len({sleutel.split(".", 1)[0] for sleutel in antwoord.delen})
    regels = [Zegregel("", r) for r in antwoordregels(plaats.vraag, antwoord, kinderen=kinderen)]
    for veld in ("reden", "wijzigreden"):
        if waarden.get(veld):
            regels.append(Zegregel(veldnaam("antwoord", veld), str(waarden[veld])))
    return tuple(regels) or (Zegregel("", woord(status)),)


def _notitie(waarden: Mapping[str, Any]) -> tuple[Zegregel, ...]:
    tekst = Zegregel("", str(waarden.get("tekst") or _("Niet ingevuld")))
    if waarden.get("soort") == Notitiesoort.AFGESCHERMD:
        return (Zegregel("", woord(Notitiesoort.AFGESCHERMD)), tekst)
    return (tekst,)


def _hoe(waarden: Mapping[str, Any], vraag: Vraag | None) -> str:
    """How an answer was given, and whether somebody agreed with it."""
    if vraag is None or "wijze" not in waarden:
        return ""
    wijze = woord(Wijze(waarden["wijze"]))
    if waarden.get("bevestigd"):
        return wijze
    return _("{wijze}, nog niet akkoord").format(wijze=wijze)
