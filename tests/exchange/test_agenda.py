"""The calendar file of a sitting, read by another library than the one that wrote it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.agenda import (
    Agendazitting,
    Deelnemer,
    agendabestand,
    agendanaam,
)
from desktop.models.fouten import Invoerfout

NU = datetime(2026, 11, 25, 21, 0, 0, 123456, tzinfo=UTC)
GEMEENTE = Deelnemer("Gemeente Noordoostpolder", "inburgering@noordoostpolder.nl")
JOKE = Deelnemer("Joke Vos", "j.vos@noordoostpolder.nl")
ZITTING = Agendazitting(
    uid="0b6f3c1e-5d7a-4f0e-9a3b-6a1d5b0c7e11@viergesprek",
    volgnummer=0,
    datum=date(2026, 12, 8),
    begin=time(9, 30),
    einde=time(11, 0),
    plaats="Gemeentehuis, Emmeloord; ingang B",
    plekken=6,
    ruimte="Kamer 2.14",
)


def schrijf(zitting: Agendazitting = ZITTING, *deelnemers: Deelnemer, **rest: Any) -> bytes:
    return agendabestand(zitting, GEMEENTE, deelnemers, nu=NU, **rest)


def lees(inhoud: bytes) -> Any:
    """The calendar as vobject reads it."""
    return vobject.readOne(inhoud.decode("utf-8"))


def fout(zitting: Agendazitting) -> Invoerfout:
    with pytest.raises(Invoerfout) as geweigerd:
        schrijf(zitting)
    return geweigerd.value


def test_another_reader_finds_the_sitting() -> None:
    agenda = lees(schrijf())
    item = agenda.vevent
    assert item.uid.value == ZITTING.uid
    assert item.sequence.value == "0"
    assert item.dtstart.value.astimezone(UTC) == datetime(2026, 12, 8, 8, 30, tzinfo=UTC)
    assert item.dtend.value.astimezone(UTC) == datetime(2026, 12, 8, 10, 0, tzinfo=UTC)
    assert item.dtstamp.value == NU.replace(microsecond=0)
    assert item.location.value == "Gemeentehuis, Emmeloord; ingang B, Kamer 2.14"
    assert item.summary.value == "Leerbaarheidstoets (6 plekken)"
    assert item.organizer.value == "mailto:inburgering@noordoostpolder.nl"
    assert item.status.value == "CONFIRMED"
    assert agenda.method.value == "PUBLISH"
    assert agenda.version.value == "2.0"
    assert agenda.prodid.value.startswith("-//")


def test_a_joiner_that_a_word_is_spelt_with_stays_and_a_mark_that_turns_it_goes() -> None:
    item = lees(schrijf(replace(ZITTING, plaats="می\u200cخواهم\u202e", ruimte=""))).vevent
    assert item.location.value == "می\u200cخواهم"


def test_a_change_keeps_the_uid_and_raises_the_sequence() -> None:
    voor, na = lees(schrijf()), lees(schrijf(replace(ZITTING, volgnummer=3, begin=time(9, 0))))
    assert voor.vevent.uid.value == na.vevent.uid.value
    assert na.vevent.sequence.value == "3"


def test_who_is_asked_gets_a_request_and_a_cancellation() -> None:
    gevraagd = lees(schrijf(ZITTING, JOKE))
    assert gevraagd.method.value == "REQUEST"
    assert gevraagd.vevent.attendee.value == "mailto:j.vos@noordoostpolder.nl"
    assert gevraagd.vevent.attendee.params["RSVP"] == ["TRUE"]
    assert gevraagd.vevent.valarm.trigger.value == timedelta(days=-1)
    af = lees(schrijf(replace(ZITTING, volgnummer=1, afgezegd=True), JOKE))
    assert af.method.value == "CANCEL"
    assert af.vevent.status.value == "CANCELLED"
    assert af.vevent.sequence.value == "1"
    assert af.vevent.uid.value == ZITTING.uid
    assert af.vevent.attendee.value == "mailto:j.vos@noordoostpolder.nl"
    assert not hasattr(af.vevent, "valarm"), "nobody is reminded of what is off"


def test_lines_end_and_fold_as_outlook_wants() -> None:
    inhoud = schrijf(replace(ZITTING, plaats="Gemeentehuis ሰላም " * 12), JOKE)
    assert inhoud.endswith(b"\r\n")
    assert inhoud.count(b"\n") == inhoud.count(b"\r\n") == inhoud.count(b"\r")
    regels = inhoud.split(b"\r\n")
    assert max(map(len, regels)) <= 75
    for regel in regels:
        regel.decode("utf-8")  # no letter is cut in two
    assert "ሰላም Gemeentehuis" in lees(inhoud).vevent.location.value


@pytest.mark.parametrize(
    ("dag", "uren"),
    [
        (date(2026, 3, 28), 1),
        (date(2026, 3, 29), 2),
        (date(2026, 3, 30), 2),
        (date(2026, 10, 24), 2),
        (date(2026, 10, 25), 1),
        (date(2026, 10, 26), 1),
    ],
)
def test_around_the_nights_the_clock_changes_the_file_itself_knows_the_offset(
    dag: date, uren: int
) -> None:
    inhoud = schrijf(replace(ZITTING, datum=dag))
    # Only with the rule in the file: vobject builds its zone from VTIMEZONE, under another name.
    eigen = inhoud.replace(b"Europe/Amsterdam", b"Zone-van-dit-bestand")
    assert eigen != inhoud
    van = lees(eigen).vevent.dtstart.value
    assert van.utcoffset() == timedelta(hours=uren)
    assert van.replace(tzinfo=None) == datetime.combine(dag, time(9, 30))


@pytest.mark.parametrize("jaar", range(2024, 2040))
def test_the_rule_in_the_file_is_the_one_of_the_netherlands(jaar: int) -> None:
    for maand in range(1, 13):
        dag = date(jaar, maand, 28)
        eigen = schrijf(replace(ZITTING, datum=dag)).replace(b"Europe/Amsterdam", b"Zone")
        van = lees(eigen).vevent.dtstart.value
        echt = datetime.combine(dag, time(9, 30), ZoneInfo("Europe/Amsterdam"))
        assert van.utcoffset() == echt.utcoffset(), dag


def test_a_time_that_does_not_exist_is_refused() -> None:
    nacht = replace(ZITTING, datum=date(2026, 3, 29), begin=time(2, 30), einde=time(4, 0))
    assert fout(nacht).veld == "begin"
    assert "02:30 bestaat dan niet" in str(fout(nacht))
    tot = replace(nacht, begin=time(1, 30), einde=time(2, 30))
    assert fout(tot).veld == "einde"


def test_across_the_lost_hour_the_end_still_comes_after_the_beginning() -> None:
    nacht = replace(ZITTING, datum=date(2026, 3, 29), begin=time(1, 30), einde=time(3, 0))
    item = lees(schrijf(nacht)).vevent
    duur = item.dtend.value.astimezone(UTC) - item.dtstart.value.astimezone(UTC)
    assert duur == timedelta(minutes=30)


@pytest.mark.parametrize(
    ("verkeerd", "veld"),
    [
        ({"einde": time(9, 0)}, "einde"),
        ({"einde": time(9, 30)}, "einde"),
        ({"plekken": 0}, "plekken"),
        ({"uid": "  "}, "uid"),
        ({"volgnummer": -1}, "uid"),
    ],
)
def test_what_no_calendar_could_hold_is_refused(verkeerd: dict[str, Any], veld: str) -> None:
    geweigerd = fout(replace(ZITTING, **verkeerd))
    assert geweigerd.veld == veld
    assert str(geweigerd).endswith(".")


@pytest.mark.parametrize(
    "email", ["", "geen adres", "a@b", "a@b.nl\r\nATTENDEE:x@y.nl", "a;b@c.nl"]
)
def test_an_address_cannot_add_a_line(email: str) -> None:
    with pytest.raises(Invoerfout):
        schrijf(ZITTING, Deelnemer("Joke", email))


NAAR = 'Zaal\x00\r\nBEGIN:VEVENT\r\nUID:x\u2028\u202e"<b>;,\\:\ud800😀'


def test_typed_text_stays_text() -> None:
    inhoud = schrijf(
        replace(ZITTING, plaats=NAAR, ruimte="K" * 10_000), Deelnemer(NAAR, JOKE.email)
    )
    agenda = lees(inhoud)
    assert len(agenda.vevent_list) == 1
    assert agenda.vevent.uid.value == ZITTING.uid
    waar = agenda.vevent.location.value
    assert waar.startswith('Zaal BEGIN:VEVENT UID:x "<b>;,\\:😀')
    assert len(waar) < 700
    assert b"\x00" not in inhoud
    assert "\u202e" not in waar


@given(plaats=st.text(), ruimte=st.text(), naam=st.text())
def test_no_text_breaks_the_file(plaats: str, ruimte: str, naam: str) -> None:
    inhoud = schrijf(
        replace(ZITTING, plaats=plaats, ruimte=ruimte), Deelnemer(naam, "j.vos@noordoostpolder.nl")
    )
    agenda = lees(inhoud)
    assert [item.uid.value for item in agenda.vevent_list] == [ZITTING.uid]
    assert agenda.vevent.attendee.value == "mailto:j.vos@noordoostpolder.nl"


def test_the_name_of_the_file_names_the_moment_only() -> None:
    assert agendanaam(ZITTING) == "leerbaarheidstoets-2026-12-08-0930.ics"
