"""The Netherlands' own time: moments are kept in UTC, days are Dutch days."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def kalenderdag(moment: datetime) -> date:
    """The day in the Netherlands on which it was; late in the evening UTC is a day behind."""
    return moment.astimezone(AMSTERDAM).date()
