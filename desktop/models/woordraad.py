"""What the wording help says: one calm sentence for each kind of place."""

from __future__ import annotations

from desktop.taal import _


def raadzin(raad: str, woord: str, voorstel: str) -> str:
    """The sentence beside a place; `raad` names the list, `~…` is a hint that does not just fit."""
    if raad.startswith("~"):
        return _("‘{woord}’ is een moeilijk woord. Zeg bijvoorbeeld: {raad}.").format(
            woord=woord, raad=raad[1:]
        )
    if voorstel:
        zin = _met_voorstel().get(raad, _met_voorstel()["eenvoudig"])
        return zin.format(woord=woord, voorstel=voorstel)
    return _zonder_voorstel()[raad].format(woord=woord)


def _met_voorstel() -> dict[str, str]:
    return {
        "eenvoudig": _("‘{woord}’ is een moeilijk woord. Eenvoudiger: ‘{voorstel}’."),
        "afspraak": _("‘{woord}’ klinkt als dwang. Vriendelijker: ‘{voorstel}’."),
        "gevolg": _("‘{woord}’ klinkt als dreigen. Vriendelijker: ‘{voorstel}’."),
        "verbod": _("‘{woord}’ klinkt als een verbod. Vriendelijker: ‘{voorstel}’."),
        "oordeel": _("‘{woord}’ is een oordeel. Vriendelijker: ‘{voorstel}’."),
    }


def _zonder_voorstel() -> dict[str, str]:
    return {
        "eenvoudig": _("‘{woord}’ is een moeilijk woord. Zeg het gewoner."),
        "zeldzaam": _("‘{woord}’ lezen weinig mensen. Weet je een gewoner woord?"),
        "afspraak": _("‘{woord}’ klinkt als dwang. Schrijf: We spreken af dat …"),
        "gevolg": _("‘{woord}’ klinkt als dreigen. Schrijf wat helpt, en wie daarbij helpt."),
        "verbod": _("‘{woord}’ klinkt als een verbod. Schrijf wat wel kan."),
        "oordeel": _("‘{woord}’ is een oordeel. Schrijf wat je ziet, of wat er lukt."),
        "gezondheid": _(
            "‘{woord}’ zegt iets over gezondheid. Laat dit weg: schrijf wat iemand wel of niet kan."
        ),
        "geloof": _(
            "‘{woord}’ zegt iets over geloof. Laat dit weg: schrijf wat iemand wel of niet kan."
        ),
        "politiek": _(
            "‘{woord}’ zegt iets over politiek. Laat dit weg: schrijf wat iemand wel of niet kan."
        ),
        "seksualiteit": _(
            "‘{woord}’ zegt iets over seksualiteit. Laat dit weg: schrijf wat iemand wel of "
            "niet kan."
        ),
        "straf": _(
            "‘{woord}’ zegt iets over politie of straf. Laat dit weg: schrijf wat iemand wel of "
            "niet kan."
        ),
        "geweld": _("‘{woord}’ zegt iets over geweld. Dat hoort in een afgeschermde notitie."),
        "bsn": _("Dit lijkt een BSN. Laat het weg: het staat al in het dossier."),
    }
