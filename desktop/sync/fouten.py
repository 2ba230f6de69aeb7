"""What can go wrong between a laptop and the centre: each with a Dutch sentence.

None carries a value, a host name or a password: psycopg's own message may, so
it stays behind (`raise ... from None`) and only the SQLSTATE is kept.
"""

from __future__ import annotations

from desktop.store.fouten import ViergesprekFout


class CentraleFout(ViergesprekFout):
    """The centre did not do what was asked; `sqlstate` is PostgreSQL's five signs, or empty."""

    STANDAARD = (
        "De centrale opslag deed dit niet. Je werk staat veilig op deze laptop. "
        "Probeer het later opnieuw. Lukt het dan nog niet, bel je beheerder."
    )

    def __init__(self, zin: str = "", sqlstate: str = "") -> None:
        super().__init__(zin)
        self.sqlstate = sqlstate


class GeenNetwerk(CentraleFout):
    """The centre could not be reached, or the connection broke. Normal in an azc."""

    STANDAARD = (
        "Er is nu geen verbinding met de centrale opslag. Werk gewoon door: "
        "alles staat op deze laptop en gaat mee zodra er weer verbinding is."
    )


class CentraleBezig(GeenNetwerk):
    """The centre is starting, stopping or full; the same call may do later."""

    STANDAARD = (
        "De centrale opslag heeft het druk of start opnieuw op. Werk gewoon door: "
        "Viergesprek probeert het straks zelf nog een keer."
    )


class AanmeldingGeweigerd(CentraleFout):
    """Login or password is wrong, or the login is closed."""

    STANDAARD = (
        "De centrale opslag herkent je aanmelding niet. Je kunt hier gewoon werken. "
        "Vraag je beheerder om een nieuw wachtwoord."
    )


class CertificaatOnjuist(CentraleFout):
    """The other side could not prove that it is the centre."""

    STANDAARD = (
        "De centrale opslag kan niet bewijzen dat zij de echte is. Daarom is er niets verstuurd. "
        "Vraag je beheerder om het certificaat van de gemeente na te kijken."
    )


class OnveiligeVerbinding(CentraleFout):
    """The settings ask for a connection that others could read."""

    STANDAARD = (
        "Deze verbinding is niet versleuteld. Daarom is er niets verstuurd. "
        "Vraag je beheerder om de instelling van de centrale opslag te verbeteren."
    )


class CentraleTeOud(CentraleFout):
    """The centre does not know this call: it was never made ready, or is older than the laptop."""

    STANDAARD = (
        "De centrale opslag is nog niet klaar voor deze versie van Viergesprek. Werk gewoon door. "
        "Vraag je beheerder om de centrale opslag bij te werken."
    )


class GeenRecht(CentraleFout):
    """This person may not do this."""

    STANDAARD = "Dit mag alleen iemand met een andere rol. Vraag het aan je leidinggevende."


class CentraleVol(CentraleFout):
    """The centre's disk is full."""

    STANDAARD = (
        "De centrale opslag is vol. Je werk staat veilig op deze laptop. Meld het aan je beheerder."
    )


class BeheerFout(CentraleFout):
    """An administrator's command cannot be done as it was typed."""


class LaptopTeOud(CentraleFout):
    """This program is too old for the centre: it reads on, and keeps its work here."""

    STANDAARD = (
        "Deze versie van Viergesprek is te oud voor de centrale opslag. Je werk staat veilig op "
        "deze laptop. Installeer de nieuwe versie; daarna gaat het vanzelf mee."
    )


class AlBezig(CentraleFout):
    """Another program on this laptop is making a round."""

    STANDAARD = "Deze laptop is al aan het bijwerken. Wacht even."


class NietGekoppeld(CentraleFout):
    """This laptop works by itself."""

    STANDAARD = (
        "Deze laptop is nog niet gekoppeld aan de centrale opslag. "
        "Koppel hem bij Instellingen, of vraag je beheerder."
    )
