"""Help with the wording of a plan: what threatens, what is hard to read, what does not belong.

It points out and proposes; it never blocks. Pure: the lists come in as a value
(`resources/taal/`, `resources/beleid/schrijven.toml`), the frequencies of Dutch words too.
"""

from __future__ import annotations

import enum
import itertools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desktop.models.nummers import elfproef
from desktop.models.woordraad import raadzin
from desktop.taal import _


class Vondstsoort(enum.StrEnum):
    """What kind of place it is; the first one wins where two overlap."""

    GEVOELIG = "gevoelig"
    DREIGEND = "dreigend"
    MOEILIJK = "moeilijk"
    ZELDZAAM = "zeldzaam"
    LANG = "lang"


@dataclass(frozen=True)
class Vondst:
    """One place in the text, in characters (code points) from `begin` up to `einde`."""

    begin: int
    einde: int
    soort: Vondstsoort
    voorstel: str
    """What can stand there instead, with the same capital; empty when the sentence has to turn."""
    zin: str
    """What is the matter and what helps, in the language of the interface."""


@dataclass(frozen=True)
class Schrijfbeleid:
    """Thresholds of `resources/beleid/schrijven.toml`."""

    meeste_woorden: int
    laagste_zipf: float
    deel_zipf: float
    kortste_deel: int
    rust_ms: int
    bewaar_ms: int
    meeste_getoond: int

    @classmethod
    def uit(cls, ruw: Mapping[str, Mapping[str, object]]) -> Schrijfbeleid:
        """Reads the file."""

        def heel(groep: str, naam: str) -> int:
            return int(str(ruw[groep][naam]))

        return cls(
            meeste_woorden=heel("zin", "meeste_woorden"),
            laagste_zipf=float(str(ruw["woord"]["laagste_zipf"])),
            deel_zipf=float(str(ruw["samenstelling"]["laagste_zipf"])),
            kortste_deel=heel("samenstelling", "kortste_deel"),
            rust_ms=heel("tekst", "rust_ms"),
            bewaar_ms=heel("tekst", "bewaar_ms"),
            meeste_getoond=heel("tekst", "meeste_getoond"),
        )


Woorden = tuple[str, ...]


@dataclass(frozen=True)
class _Regel:
    """One entry of a list: its words, what it is, and what to say."""

    woorden: Woorden
    soort: Vondstsoort
    voorstel: str
    raad: str


@dataclass(frozen=True)
class Woordenlijst:
    """All lists together; `zipf` is empty until somebody read the frequencies."""

    beleid: Schrijfbeleid
    regels: Mapping[str, tuple[_Regel, ...]]
    """By the first word, the longest entry first."""
    stammen: tuple[tuple[str, str], ...]
    """Beginnings of words that do not belong, with the key of their advice."""
    vaktaal: frozenset[str]
    zipf: Mapping[str, float] = field(default_factory=dict, repr=False)
    """How common a word is: log10 of its times per billion words."""


def woordenlijst_uit(
    beleid: Mapping[str, Mapping[str, object]],
    eenvoudig: Mapping[str, Mapping[str, str]],
    dreigend: Mapping[str, Mapping[str, str]],
    gevoelig: Mapping[str, Mapping[str, list[str]]],
    vaktaal: Mapping[str, list[str]],
    zipf: Mapping[str, float] | None = None,
) -> Woordenlijst:
    """Reads the TOML files of `resources/taal/`; the order says who wins for the same words."""
    regels: dict[Woorden, _Regel] = {}
    for naam, groep in gevoelig.items():
        for woord in groep["woord"]:
            regels.setdefault(_sleutel(woord), _regel(woord, Vondstsoort.GEVOELIG, "", naam))
    for naam, paren in dreigend.items():
        for woord, voorstel in paren.items():
            regels.setdefault(_sleutel(woord), _regel(woord, Vondstsoort.DREIGEND, voorstel, naam))
    for woord, voorstel in eenvoudig["woorden"].items():
        raad = voorstel[1:] if voorstel.startswith("~") else ""
        past = "" if raad else voorstel
        regel = _regel(woord, Vondstsoort.MOEILIJK, past, f"~{raad}" if raad else "eenvoudig")
        regels.setdefault(_sleutel(woord), regel)
    per_begin: dict[str, list[_Regel]] = {}
    for regel in sorted(regels.values(), key=lambda r: -len(r.woorden)):
        per_begin.setdefault(regel.woorden[0], []).append(regel)
    return Woordenlijst(
        beleid=Schrijfbeleid.uit(beleid),
        regels={begin: tuple(rijen) for begin, rijen in per_begin.items()},
        stammen=tuple((stam, naam) for naam, groep in gevoelig.items() for stam in groep["stam"]),
        vaktaal=frozenset(vaktaal["woorden"]),
        zipf=zipf or {},
    )


def _sleutel(woord: str) -> Woorden:
    return tuple(woord.casefold().split())


def _regel(woord: str, soort: Vondstsoort, voorstel: str, raad: str) -> _Regel:
    return _Regel(_sleutel(woord), soort, voorstel, raad)


_WOORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_TELT = re.compile(r"[\w'’.,:/@-]*\w[\w'’-]*")
_ZINSEINDE = re.compile(r"[.!?…]+[\"'”’)]*(?=\s+[^\W\d_a-zà-ÿ]|\s*$)|\n+|[;:](?=\s*\n)")
_BSN = re.compile(
    r"(?<![\w.,-])(?:\d{8,9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3})(?![\w-])"
)
_LATIJN = re.compile(r"[a-zà-öø-ÿœ'’-]+\Z")


@dataclass(frozen=True)
class _Stuk:
    """A word of the text: where it stands, and how it is looked up."""

    begin: int
    einde: int
    tekst: str
    klein: str


def vind(tekst: str, lijst: Woordenlijst) -> tuple[Vondst, ...]:
    """Every place worth a second look, in the order of the text; a long sentence before its words.

    Words of other scripts, names and numbers are left alone.
    """
    uit = list(_bsns(tekst))
    stukken = [
        _Stuk(m.start(), m.end(), m[0], unicodedata.normalize("NFC", m[0]).casefold())
        for m in _WOORD.finditer(tekst)
    ]
    n = 0
    while n < len(stukken):
        aantal, gevonden = _woorden_op(tekst, stukken, n, lijst)
        if gevonden is not None:
            uit.append(gevonden)
        n += aantal
    uit += _lange_zinnen(tekst, lijst.beleid.meeste_woorden)
    return tuple(sorted(uit, key=lambda v: (v.begin, -v.einde)))


def gevoelig(tekst: str, lijst: Woordenlijst) -> str:
    """The sentence about the first thing that a note should not hold; empty for none."""
    return next((v.zin for v in vind(tekst, lijst) if v.soort is Vondstsoort.GEVOELIG), "")


def _woorden_op(
    tekst: str, stukken: list[_Stuk], n: int, lijst: Woordenlijst
) -> tuple[int, Vondst | None]:
    """What is found at one word, and how many words it takes."""
    stuk = stukken[n]
    for regel in lijst.regels.get(stuk.klein, ()):
        aantal = len(regel.woorden)
        reeks = stukken[n : n + aantal]
        if tuple(s.klein for s in reeks) == regel.woorden and _aaneen(tekst, reeks):
            return aantal, _van_regel(tekst, reeks, regel)
    for stam, naam in lijst.stammen:
        if stuk.klein.startswith(stam):
            zin = raadzin(naam, stuk.tekst, "")
            return 1, Vondst(stuk.begin, stuk.einde, Vondstsoort.GEVOELIG, "", zin)
    if _zeldzaam(stuk, lijst):
        zin = raadzin("zeldzaam", stuk.tekst, "")
        return 1, Vondst(stuk.begin, stuk.einde, Vondstsoort.ZELDZAAM, "", zin)
    return 1, None


def _aaneen(tekst: str, reeks: list[_Stuk]) -> bool:
    """Only spaces between the words of an expression, perhaps a line that was wrapped."""
    return all(tekst[a.einde : b.begin].isspace() for a, b in itertools.pairwise(reeks))


def _van_regel(tekst: str, reeks: list[_Stuk], regel: _Regel) -> Vondst:
    begin, einde = reeks[0].begin, reeks[-1].einde
    stuk = tekst[begin:einde]
    voorstel = _zelfde_hoofdletter(stuk, regel.voorstel)
    woord = " ".join(stuk.split())
    zin = raadzin(regel.raad, woord, voorstel)
    return Vondst(begin, einde, regel.soort, voorstel, zin)


def _zelfde_hoofdletter(stuk: str, voorstel: str) -> str:
    if not voorstel or not stuk[0].isupper():
        return voorstel
    heel = len(stuk) > 1 and stuk.isupper()
    return voorstel.upper() if heel else voorstel[0].upper() + voorstel[1:]


def _bsns(tekst: str) -> Iterator[Vondst]:
    for gevonden in _BSN.finditer(tekst):
        cijfers = re.sub(r"\D", "", gevonden[0])
        if elfproef(cijfers.zfill(9)):
            zin = raadzin("bsn", gevonden[0], "")
            yield Vondst(gevonden.start(), gevonden.end(), Vondstsoort.GEVOELIG, "", zin)


def _lange_zinnen(tekst: str, meeste: int) -> Iterator[Vondst]:
    van = 0
    grenzen = [m.end() for m in _ZINSEINDE.finditer(tekst)]
    for tot in (*grenzen, len(tekst)):
        deel = tekst[van:tot]
        aantal = sum(1 for _m in _TELT.finditer(deel))
        if aantal > meeste:
            begin = van + len(deel) - len(deel.lstrip())
            zin = _("Deze zin heeft {aantal} woorden. Maak er twee zinnen van.").format(
                aantal=aantal
            )
            yield Vondst(begin, van + len(deel.rstrip()), Vondstsoort.LANG, "", zin)
        van = tot


def _zeldzaam(stuk: _Stuk, lijst: Woordenlijst) -> bool:
    """A word that few people read, and that is no name and no plain compound."""
    if not lijst.zipf or stuk.tekst[:1].isupper() or len(stuk.klein) < 4:
        return False
    woord = stuk.klein.replace("’", "'")
    if woord in lijst.vaktaal or not _LATIJN.match(woord):
        return False
    return not _gewoon(woord, lijst)


def _gewoon(woord: str, lijst: Woordenlijst) -> bool:
    if lijst.zipf.get(woord, 0.0) >= lijst.beleid.laagste_zipf or woord in lijst.vaktaal:
        return True
    if "-" in woord:
        return all(len(d) < 4 or _gewoon(d, lijst) for d in woord.split("-"))
    return any(
        _gewoon_deel(a, lijst) and _gewoon_staart(b, lijst) for a, b in _sneden(woord, lijst)
    )


def _sneden(woord: str, lijst: Woordenlijst) -> Iterator[tuple[str, str]]:
    """A compound cut in two, also without the letters that hold it together."""
    kort = lijst.beleid.kortste_deel
    for n in range(kort, len(woord) - kort + 1):
        voor, na = woord[:n], woord[n:]
        yield voor, na
        for tussen in ("s", "en", "e", "n"):
            if voor.endswith(tussen) and len(voor) - len(tussen) >= kort:
                yield voor[: -len(tussen)], na


def _gewoon_deel(deel: str, lijst: Woordenlijst) -> bool:
    grens = lijst.beleid.deel_zipf
    return any(
        lijst.zipf.get(vorm, 0.0) >= grens or vorm in lijst.vaktaal for vorm in _vormen(deel)
    )


def _vormen(deel: str) -> Iterator[str]:
    """The word, and what it is a small one of: `veldje`, `boompje`, `tafeltjes`."""
    yield deel
    klein = deel.removesuffix("s")
    for staart in ("etje", "tje", "pje", "je"):
        if klein.endswith(staart):
            yield klein.removesuffix(staart)


def _gewoon_staart(deel: str, lijst: Woordenlijst) -> bool:
    """The last part may be a compound itself, or in the plural."""
    if deel in lijst.regels or len(deel) < 3:
        return False
    return _gewoon_deel(deel, lijst) or any(
        len(a) > 3 and len(b) > 3 and _gewoon_deel(a, lijst) and _gewoon_deel(b, lijst)
        for a, b in _sneden(deel, lijst)
    )
