"""The `.po` file for a translation office, which Poedit and Weblate open.

A file that comes back is taken whole or not at all: every fault is named with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from gettext import c2py

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from desktop import catalogi
from desktop.bronnen import opmerking
from desktop.exchange.poregels import (
    Bestandgeweigerd,
    Fout,
    Lezing,
    dubbele,
    ontcijfer,
    ontleed,
    volgorde,
    vreemde_regels,
)
from desktop.models.catalogus import Taal
from desktop.models.prompts import AANTAL_GETOETST, Catalogus, Vertaalstatus, Vertaling
from desktop.models.vertaalwerk import (
    Brontekst,
    Nagekeken,
    Promptopmerking,
    Vertaalregel,
    keur,
    tekenfouten,
    vormen_van,
)
from desktop.taal import _

_BREED = 10_000
"""No folding: a folded comment would come back as two."""


@dataclass(frozen=True)
class Inlezing:
    """A good file: what to take over, and what was left aside."""

    taal: Taal
    regels: tuple[Vertaalregel, ...]
    verouderd: tuple[Fout, ...] = ()
    """Texts whose Dutch has changed since the file went out."""
    onzeker: int = 0
    """Texts that the translator marked as fuzzy."""
    leeg: int = 0
    vertaler: str = ""
    """Who the header says translated it last."""


# ---- out ----------------------------------------------------------------------------------


def vertaalbestand(
    taal: Taal,
    bronnen: Iterable[Brontekst],
    catalogus: Catalogus,
    meldingen: Sequence[Promptopmerking] = (),
    herkomst: Mapping[str, Nagekeken] | None = None,
) -> bytes:
    """The catalogue with what the municipality added; remarks go along as comments.

    `herkomst`: who confirmed which text, for the status comment.
    """
    uit = Catalog(
        locale=taal.locale,
        project="Viergesprek",
        version="1",
        copyright_holder="Viergesprek",
        charset="utf-8",
        fuzzy=False,
    )
    # Our own rule: of Arabic Babel has the last two forms the other way round than the package's
    # file, gettext's manual, Poedit and Weblate.
    uit.mime_headers = [("Plural-Forms", _meervoudskop(catalogus))]
    per_plek: dict[str, list[Promptopmerking]] = {}
    for melding in meldingen:
        per_plek.setdefault(melding.context, []).append(melding)
    for bron in bronnen:
        vertaling = catalogus.vertalingen.get(bron.context)
        bericht = _bericht(bron, vertaling, uit.num_plurals)
        bericht.user_comments = [
            *_status(vertaling, (herkomst or {}).get(bron.context)),
            *(_melding(m) for m in per_plek.get(bron.context, ())),
        ]
        uit._messages[uit._key_for(bericht.id, bron.context)] = bericht
    buffer = _Buffer()
    write_po(buffer, uit, width=_BREED)
    return bytes(buffer.inhoud)


def _meervoudskop(catalogus: Catalogus) -> str:
    return f"nplurals={catalogus.aantal_vormen}; plural={catalogus.meervoudsregel};"


class _Buffer:
    """Takes what Babel writes."""

    def __init__(self) -> None:
        self.inhoud = bytearray()

    def write(self, stuk: bytes) -> int:
        self.inhoud += stuk
        return len(stuk)


def _bericht(bron: Brontekst, vertaling: Vertaling | None, aantal: int) -> Message:
    id_: str | tuple[str, str] = (
        (bron.nederlands, bron.meervoud) if bron.meervoud else bron.nederlands
    )
    bericht = Message(id_, context=bron.context)
    if vertaling is None:
        return bericht
    vormen = vormen_van(vertaling)
    if bron.meervoud:
        bericht.string = tuple((*vormen, *[""] * aantal)[:aantal])
    else:
        bericht.string = vormen[0]
    if any(vormen) and (vertaling.onzeker or vertaling.bron != bron.nederlands):
        bericht.flags.add("fuzzy")
    return bericht


def _status(vertaling: Vertaling | None, wie: Nagekeken | None) -> Iterator[str]:
    delen = ["status:", vertaling.status.value if vertaling else Vertaalstatus.CONCEPT.value]
    if wie is not None:
        delen.append(f"door {wie.door}")
        if wie.op is not None:
            delen.append(f"op {wie.op.isoformat()}")
    yield _op_een_regel(" ".join(delen))
    if vertaling is not None and vertaling.uitspraak:
        yield f"uitspraak: {_op_een_regel(vertaling.uitspraak)}"


def _melding(melding: Promptopmerking) -> str:
    delen = [
        melding.notitie or "Dit staat er niet goed.",
        f'op het scherm stond "{melding.tekst}"',
    ]
    if melding.beter:
        delen.append(f'beter is "{melding.beter}"')
    return "melding: " + "; ".join(_op_een_regel(deel) for deel in delen)


def _op_een_regel(tekst: str) -> str:
    return " ".join(tekst.split())


# ---- in -----------------------------------------------------------------------------------


def lees_vertaalbestand(
    inhoud: bytes,
    talen: Mapping[str, Taal],
    bronnen: Iterable[Brontekst],
    taal: Taal | None = None,
) -> Inlezing:
    """Reads a file that came back. Raises Bestandgeweigerd with every fault in it.

    `taal`: the language that it has to be; without, its header says which.
    """
    regels = ontcijfer(inhoud)
    lezing = Lezing(list(regels))
    vreemde_regels(lezing)
    volgorde(lezing)
    dubbel = dubbele(lezing)
    catalogus = ontleed(lezing)
    bedoeld = _kop(catalogus, regels, talen, taal, lezing)
    if bedoeld is None:
        raise Bestandgeweigerd(lezing.fouten)
    inlezing = _berichten(catalogus, bedoeld, bronnen, dubbel, lezing)
    if lezing.fouten:
        raise Bestandgeweigerd(lezing.fouten)
    return inlezing


def _kop(
    catalogus: Catalog,
    regels: Sequence[str],
    talen: Mapping[str, Taal],
    taal: Taal | None,
    lezing: Lezing,
) -> Taal | None:
    """Checks the header; the language that the file is in, None when nobody can tell."""

    def plek(veld: str) -> int:
        gevonden = (n for n, r in enumerate(regels, 1) if r.strip().startswith(f'"{veld}:'))
        return next(gevonden, 1)

    code = catalogus.locale_identifier
    if code is None:
        lezing.fout(plek("Language"), "In de kop staat niet welke taal dit is (Language).")
        return taal
    gevonden = _taal_van(code, talen)
    if gevonden is None:
        zin = _("De taal in de kop ({code}) kent Viergesprek niet.")
        lezing.fout(plek("Language"), zin.format(code=code))
        return taal
    if taal is not None and gevonden.tag != taal.tag:
        zin = _("Dit bestand is in het {deze}, niet in het {andere}.")
        lezing.fout(plek("Language"), zin.format(deze=_(gevonden.naam), andere=_(taal.naam)))
        return taal
    if catalogus.charset.replace("-", "") != "utf8":
        lezing.fout(plek("Content-Type"), "In de kop staat een andere tekenset dan UTF-8.")
    eigen = catalogi.catalogus(gevonden.tag)
    if catalogus.num_plurals != eigen.aantal_vormen or not _zelfde_regel(
        catalogus.plural_expr, eigen.meervoudsregel
    ):
        zin = _("De meervoudsregel van het {taal} is: Plural-Forms: {regel}")
        nodig = _meervoudskop(eigen)
        lezing.fout(plek("Plural-Forms"), zin.format(taal=_(gevonden.naam), regel=nodig))
    return gevonden


def _taal_van(code: str, talen: Mapping[str, Taal]) -> Taal | None:
    vlak = code.replace("-", "_").casefold()
    for zoek in (vlak, re.split("[_@]", vlak)[0]):
        for taal in talen.values():
            if taal.tag != "nl" and zoek in (taal.tag.casefold(), taal.locale.casefold()):
                return taal
    return None


def _zelfde_regel(een: str, ander: str) -> bool:
    try:
        links, rechts = c2py(een), c2py(ander)
        return all(links(n) == rechts(n) for n in range(AANTAL_GETOETST))
    except (ValueError, ZeroDivisionError, RecursionError):
        return False


def _berichten(
    catalogus: Catalog,
    taal: Taal,
    bronnen: Iterable[Brontekst],
    dubbel: set[str],
    lezing: Lezing,
) -> Inlezing:
    bekend = {bron.context: bron for bron in bronnen}
    aantal = catalogi.catalogus(taal.tag).aantal_vormen
    goed: list[Vertaalregel] = []
    verouderd: list[Fout] = []
    onzeker = leeg = 0
    for bericht in catalogus:
        if not bericht.id or bericht.context in dubbel:
            continue
        nr = bericht.lineno or 1
        if not bericht.context:
            lezing.fout(nr, "Boven deze tekst ontbreekt de regel met msgctxt.")
            continue
        bron = bekend.get(bericht.context)
        if bron is None:
            zin = _("De code {code} (msgctxt) kent Viergesprek niet.")
            lezing.fout(nr, zin.format(code=bericht.context))
            continue
        ids = _delen(bericht.id)
        if ids[0] != bron.nederlands or (
            len(ids) > 1 and bron.meervoud and ids[1] != bron.meervoud
        ):
            verouderd.append(
                Fout(
                    nr,
                    _("{code} is overgeslagen: het Nederlands is intussen anders.").format(
                        code=bron.context
                    ),
                )
            )
            continue
        vormen = _delen(bericht.string)
        if not any(vorm.strip() for vorm in vormen):
            leeg += 1
            continue
        uitspraak = opmerking(bericht.user_comments, "uitspraak")
        fouten = keur(bron, vormen if len(ids) > 1 else vormen[:1], taal, aantal)
        fouten += tekenfouten(uitspraak or "", taal)
        for zin in fouten:
            lezing.fout(nr, zin)
        if bericht.fuzzy:
            onzeker += 1
        elif not fouten:
            goed.append(Vertaalregel(bron.context, bron.nederlands, vormen, uitspraak))
    return Inlezing(taal, tuple(goed), tuple(verouderd), onzeker, leeg, _vertaler(catalogus))


def _vertaler(catalogus: Catalog) -> str:
    naam = str(catalogus.last_translator or "").split("<")[0].strip()
    return "" if naam == "FULL NAME" else naam


def _delen(tekst: object) -> tuple[str, ...]:
    return tuple(map(str, tekst)) if isinstance(tekst, tuple | list) else (str(tekst),)
