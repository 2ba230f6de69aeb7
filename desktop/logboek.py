"""The log: the technical part of what went wrong, never a name, a number or a text of a person."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType

GROOTTE = 500_000


def richt_in(map_: Path) -> None:
    """Sends the log to `viergesprek.log` in the folder of data; a full disk stops nothing."""
    from logging.handlers import RotatingFileHandler  # its sockets take time at the start

    wortel = logging.getLogger()
    wortel.setLevel(logging.INFO)
    logging.raiseExceptions = False
    try:
        bak: logging.Handler = RotatingFileHandler(
            map_ / "viergesprek.log", maxBytes=GROOTTE, backupCount=2, encoding="utf-8"
        )
    except OSError:
        bak = logging.StreamHandler()
    bak.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    wortel.addHandler(bak)


def vang_op() -> None:
    """From now on an unexpected error is logged without what somebody typed."""
    sys.excepthook = _onverwacht


def _onverwacht(
    soort: type[BaseException], fout: BaseException, spoor: TracebackType | None
) -> None:
    """Only the place of an unexpected error: its message might quote what somebody typed."""
    plekken = []
    while spoor is not None:
        code = spoor.tb_frame.f_code
        plekken.append(f"{Path(code.co_filename).name}:{spoor.tb_lineno} {code.co_name}")
        spoor = spoor.tb_next
    logging.getLogger("desktop").error("%s at %s", soort.__name__, " > ".join(plekken[-8:]))
