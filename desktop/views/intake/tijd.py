"""Moments as the klantmanager reads them."""

from __future__ import annotations

from datetime import datetime

from desktop.models.tijdzone import AMSTERDAM


def tijd(moment: datetime) -> str:
    """A moment as the klantmanager reads it: `23-11 14:05`."""
    return f"{moment.astimezone(AMSTERDAM):%d-%m %H:%M}"
