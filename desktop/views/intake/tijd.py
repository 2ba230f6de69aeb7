"""Moments as the klantmanager reads them."""

from __future__ import annotations

from datetime import datetime


def tijd(moment: datetime) -> str:
    """A moment as the klantmanager reads it: `23-11 14:05`."""
    return moment.astimezone().strftime("%d-%m %H:%M")
