"""How long ago the last contact was, in the words of a calendar."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desktop.bronnen import toml
from desktop.models.tijdzone import AMSTERDAM
from desktop.sync.contact import Contact, Dag, Ernst, Waarschuwbeleid, contact, waarschuwbeleid_uit
from desktop.sync.stand import Lease, Stand

NU = datetime(2026, 11, 25, 9, 30, tzinfo=AMSTERDAM)
BELEID = Waarschuwbeleid(zonder_contact=3, voor_slot=3)


def van(moment: datetime | None, over: int | None = 10) -> Contact:
    lease = None if over is None else Lease(14, over)
    return contact(Stand(True, laatste_contact=moment, lease=lease), NU, BELEID)


def test_the_policy_file_has_the_values() -> None:
    beleid = waarschuwbeleid_uit(toml("beleid", "uitwisseling.toml"))
    assert beleid.zonder_contact == 3
    assert beleid.voor_slot > 0


def test_without_contact_there_is_nothing_to_warn_of() -> None:
    assert van(None, None) == Contact(Dag.NOOIT, None, 0, Ernst.RUSTIG, 0)


@pytest.mark.parametrize(
    ("moment", "dag", "dagen"),
    [
        (NU, Dag.VANDAAG, 0),
        (datetime(2026, 11, 25, 0, 1, tzinfo=AMSTERDAM), Dag.VANDAAG, 0),
        (datetime(2026, 11, 24, 23, 59, tzinfo=AMSTERDAM), Dag.GISTEREN, 1),
        (datetime(2026, 11, 23, 23, 59, tzinfo=AMSTERDAM), Dag.EERDER, 2),
        (NU + timedelta(hours=3), Dag.VANDAAG, 0),
        (NU + timedelta(days=3), Dag.VANDAAG, 0),
    ],
)
def test_a_day_is_a_calendar_day(moment: datetime, dag: Dag, dagen: int) -> None:
    gevonden = van(moment)
    assert (gevonden.dag, gevonden.dagen) == (dag, dagen)


def test_the_day_is_that_of_the_netherlands() -> None:
    utc = datetime(2026, 11, 24, 23, 30, tzinfo=ZoneInfo("UTC"))  # 00:30 the next day here
    gevonden = van(utc)
    assert gevonden.dag is Dag.VANDAAG
    assert gevonden.moment is not None
    assert f"{gevonden.moment:%H:%M}" == "00:30"


@pytest.mark.parametrize(
    ("geleden", "over", "ernst"),
    [
        (timedelta(hours=1), 13, Ernst.RUSTIG),
        (timedelta(days=3), 11, Ernst.RUSTIG),
        (timedelta(days=3, minutes=1), 10, Ernst.LANG),
        (timedelta(days=11), 3, Ernst.LANG),
        (timedelta(days=11, hours=1), 2, Ernst.BIJNA_OM),
        (timedelta(days=15), -1, Ernst.BIJNA_OM),
        (timedelta(hours=1), 1, Ernst.BIJNA_OM),
    ],
)
def test_long_ago_is_a_reminder_and_nearly_over_a_warning(
    geleden: timedelta, over: int, ernst: Ernst
) -> None:
    assert van(NU - geleden, over).ernst is ernst


def test_days_left_are_never_less_than_none() -> None:
    assert van(NU - timedelta(days=20), -6).over == 0
