"""BSN, V-nummer, telephone and e-mail: what makes each of them right."""

from __future__ import annotations

import re

from desktop.models.fouten import Invoerfout

_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def elfproef(bsn: str) -> bool:
    """True when nine digits pass the BSN's check (weights 9..2 and -1, sum divisible by 11)."""
    if len(bsn) != 9 or not bsn.isdigit() or bsn == "0" * 9:
        return False
    return sum(int(c) * g for c, g in zip(bsn, _GEWICHTEN, strict=True)) % 11 == 0


def lees_bsn(tekst: str) -> str | None:
    """Nine digits, a lost leading zero put back; None when empty. Raises Invoerfout."""
    cijfers = re.sub(r"[\s.\-]", "", tekst)
    if not cijfers:
        return None
    if not cijfers.isdigit() or len(cijfers) not in (8, 9):
        raise Invoerfout("bsn", "Een BSN heeft 9 cijfers. Kijk het nummer na op het document.")
    bsn = cijfers.zfill(9)
    if not elfproef(bsn):
        raise Invoerfout(
            "bsn", "Dit BSN kan niet kloppen. Kijk of er twee cijfers zijn omgewisseld."
        )
    return bsn


def lees_v_nummer(tekst: str) -> str | None:
    """Ten digits of the IND's V-nummer, leading V allowed; None when empty. Raises Invoerfout."""
    cijfers = re.sub(r"[\s.\-]", "", tekst.upper()).removeprefix("V")
    if not cijfers:
        return None
    if not cijfers.isdigit() or len(cijfers) != 10:
        raise Invoerfout(
            "v_nummer",
            "Een V-nummer heeft 10 cijfers. Het staat op het verblijfsdocument.",
        )
    return cijfers


def lees_telefoon(tekst: str) -> str | None:
    """A telephone number as it was typed, if it can be one. Raises Invoerfout."""
    schoon = " ".join(tekst.split())
    if not schoon:
        return None
    if not re.fullmatch(r"\+?[\d ()\-]{6,20}", schoon):
        raise Invoerfout("telefoon", "Schrijf het telefoonnummer met cijfers, zoals 06 12345678.")
    return schoon


def lees_email(tekst: str) -> str | None:
    """An e-mail address, only checked for its shape. Raises Invoerfout."""
    schoon = tekst.strip()
    if not schoon:
        return None
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}", schoon):
        raise Invoerfout("email", "Dit is geen e-mailadres. Er hoort een @ en een punt in.")
    return schoon
