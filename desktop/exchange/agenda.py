"""A sitting as an iCalendar file (RFC 5545, RFC 5546) that Outlook and Thunderbird take in.

It goes to colleagues and their calendars, which others can see: no client is in it by name,
initials, number or language, only how many seats there are.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import (
    Alarm,
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vCalAddress,
    vText,
)

from desktop.models.fouten import Invoerfout
from desktop.models.schoontekst import schoon

ZONE = "Europe/Amsterdam"
PRODID = "-//Viergesprek//Leerbaarheidstoets//NL"
_ADRES = re.compile(r"[^@\s<>\"',;:]+@[^@\s<>\"',;:]+\.[^@\s.<>\"',;:]{2,}")


class Methode(enum.StrEnum):
    """What the file asks of a calendar. A request needs somebody who is asked."""

    AANKONDIGEN = "PUBLISH"
    UITNODIGEN = "REQUEST"
    AFZEGGEN = "CANCEL"


@dataclass(frozen=True)
class Deelnemer:
    """A colleague, never a client."""

    naam: str
    email: str


@dataclass(frozen=True)
class Agendazitting:
    """One sitting. `uid` stays the same for its whole life; `volgnummer` rises at each change.

    Times are of the clock on the wall in the Netherlands.
    """

    uid: str
    volgnummer: int
    datum: date
    begin: time
    einde: time
    plaats: str
    plekken: int
    ruimte: str = ""
    afgezegd: bool = False


def methode_voor(zitting: Agendazitting, deelnemers: Sequence[Deelnemer] = ()) -> Methode:
    """CANCEL when it is off; REQUEST when colleagues are asked; else PUBLISH (RFC 5546, 3.2)."""
    if zitting.afgezegd:
        return Methode.AFZEGGEN
    return Methode.UITNODIGEN if deelnemers else Methode.AANKONDIGEN


def agendanaam(zitting: Agendazitting) -> str:
    """`leerbaarheidstoets-2026-12-08-0930.ics`."""
    return f"leerbaarheidstoets-{zitting.datum:%Y-%m-%d}-{zitting.begin:%H%M}.ics"


def agendabestand(
    zitting: Agendazitting,
    organisator: Deelnemer,
    deelnemers: Sequence[Deelnemer] = (),
    *,
    nu: datetime,
    herinnering: timedelta | None = timedelta(days=1),
) -> bytes:
    """The file: UTF-8, CRLF, folded lines. `nu` is the moment it was made, with its time zone.

    Raises Invoerfout when no calendar could hold it.
    """
    van, tot = _tijden(zitting)
    if not zitting.uid.strip() or zitting.volgnummer < 0:
        raise Invoerfout("uid", "Deze zitting heeft nog geen kenmerk. Bewaar de zitting eerst.")
    if zitting.plekken < 1:
        raise Invoerfout("plekken", "Een zitting heeft minstens 1 plek.")
    methode = methode_voor(zitting, deelnemers)
    agenda = Calendar()
    agenda.add("prodid", PRODID)
    agenda.add("version", "2.0")
    agenda.add("calscale", "GREGORIAN")
    agenda.add("method", str(methode))
    agenda.add_component(_tijdzone())

    item = Event()
    item.add("uid", schoon(zitting.uid))
    item.add("sequence", zitting.volgnummer)
    stempel = nu.astimezone(UTC).replace(microsecond=0)
    item.add("dtstamp", stempel)
    item.add("last-modified", stempel)
    item.add("dtstart", van)
    item.add("dtend", tot)
    woord = "plek" if zitting.plekken == 1 else "plekken"
    item.add("summary", f"Leerbaarheidstoets ({zitting.plekken} {woord})")
    item.add("location", ", ".join(d for d in map(schoon, (zitting.plaats, zitting.ruimte)) if d))
    item.add("description", f"Zitting voor de leerbaarheidstoets met {zitting.plekken} {woord}.")
    item.add("status", "CANCELLED" if zitting.afgezegd else "CONFIRMED")
    item.add("transp", "TRANSPARENT" if zitting.afgezegd else "OPAQUE")
    item.add("class", "PRIVATE")
    item.add("organizer", _adres(organisator))
    for deelnemer in deelnemers:
        adres = _adres(deelnemer)
        if not zitting.afgezegd:
            adres.params["ROLE"] = vText("REQ-PARTICIPANT")
            adres.params["PARTSTAT"] = vText("NEEDS-ACTION")
            adres.params["RSVP"] = vText("TRUE")
        item.add("attendee", adres)
    if herinnering is not None and not zitting.afgezegd:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", "Leerbaarheidstoets")
        alarm.add("trigger", -herinnering)
        item.add_component(alarm)
    agenda.add_component(item)
    return bytes(agenda.to_ical())


def _tijden(zitting: Agendazitting) -> tuple[datetime, datetime]:
    zone = ZoneInfo(ZONE)
    van, tot = (
        datetime.combine(zitting.datum, tijd.replace(tzinfo=None), zone)
        for tijd in (zitting.begin, zitting.einde)
    )
    for veld, moment in (("begin", van), ("einde", tot)):
        if moment.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != moment.replace(
            tzinfo=None
        ):
            raise Invoerfout(
                veld,
                "Die nacht gaat de klok vooruit: {tijd} bestaat dan niet. Kies een andere tijd.",
                tijd=f"{moment:%H:%M}",
            )
    # Of a time that comes twice, RFC 5545 (3.3.5) means the first; so does fold 0.
    if tot.astimezone(UTC) <= van.astimezone(UTC):
        raise Invoerfout("einde", "Het einde komt na het begin. Kijk de tijden na.")
    return van, tot


def _tijdzone() -> Timezone:
    """The rule since 1996 as a rule: Outlook does not understand a list of all changes."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add("x-lic-location", ZONE)
    for deel, maand, uur, naam, van, naar in (
        (TimezoneDaylight(), 3, 2, "CEST", 1, 2),
        (TimezoneStandard(), 10, 3, "CET", 2, 1),
    ):
        dag = {3: 31, 10: 27}[maand]  # the last Sunday of the month in 1996
        deel.add("dtstart", datetime(1996, maand, dag, uur))
        deel.add("rrule", {"freq": "yearly", "bymonth": maand, "byday": "-1SU"})
        deel.add("tzname", naam)
        deel.add("tzoffsetfrom", timedelta(hours=van))
        deel.add("tzoffsetto", timedelta(hours=naar))
        zone.add_component(deel)
    return zone


def _adres(wie: Deelnemer) -> vCalAddress:
    email = wie.email.strip()
    if not _ADRES.fullmatch(email):
        raise Invoerfout("email", "Dit is geen e-mailadres. Er hoort een @ en een punt in.")
    adres = vCalAddress(f"mailto:{email}")
    if naam := schoon(wie.naam).replace('"', "'"):
        adres.params["CN"] = vText(naam)
    return adres
