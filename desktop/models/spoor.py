"""The trail beside the journal: who looked at what, and with which reason (domain.md 7.2)."""

from __future__ import annotations

import enum

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.basis import Base, Gejournaald, Stroomklasse


class Inzagesoort(enum.StrEnum):
    """What was looked at. Never what it said."""

    DOSSIER = "dossier"
    GEZONDHEID = "gezondheid"
    AFGESCHERMD = "afgeschermd"
    BSN = "bsn"
    SAMENVATTING = "samenvatting"
    INZAGE = "inzage"
    SPOOR = "spoor"


class Raadpleging(Gejournaald, Base):
    """Somebody looked. Who, when and on which laptop stand in its journal rows."""

    __tablename__ = "raadpleging"

    dossier_id: Mapped[str] = mapped_column(index=True)
    """No foreign key: whoever reads the trail need not have the dossier."""
    wat: Mapped[Inzagesoort]
    reden: Mapped[str] = mapped_column(Text, default="")

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.SPOOR
