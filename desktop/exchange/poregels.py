"""A `.po` file line by line: what cannot be read is named with its line, the rest goes on.

Babel reads it (`babel.messages.pofile`); what Babel would silently pass over is found here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from desktop.models.fouten import Domeinfout
from desktop.taal import _

_TEKST = r'"(?:[^"\\]|\\["\\ntr])*"'
"""Other escapes than these Babel would leave in the text as they are."""
_WOORD = r"(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\]) "
_GOEDE_REGEL = re.compile(rf"(?:#.*|(?:#~\s*)?(?:{_WOORD})?{_TEKST})")
_CONTEXT = re.compile(r'msgctxt "((?:[^"\\]|\\.)*)"$')
_NA: Mapping[str, set[str]] = {
    "msgid_plural": {"msgid"},
    "msgstr": {"msgid"},
    "msgstr[0]": {"msgid_plural"},
}
"""What may stand before each line. (That `msgstr` is missing, Babel says.)"""


@dataclass(frozen=True, order=True)
class Fout:
    """One thing that is wrong, with the line of the file it stands on."""

    regel: int
    zin: str

    def __str__(self) -> str:
        return _("regel {regel}: {zin}").format(regel=self.regel, zin=_(self.zin))


class Bestandgeweigerd(Domeinfout):
    """The file has faults; nothing of it is taken."""

    def __init__(self, fouten: Iterable[Fout]) -> None:
        self.fouten = tuple(sorted(set(fouten)))
        super().__init__(
            "Dit bestand is niet opgenomen: er zit {aantal} fout in. Er is niets veranderd."
            if len(self.fouten) == 1
            else "Dit bestand is niet opgenomen: er zitten {aantal} fouten in. Er is niets "
            "veranderd.",
            aantal=len(self.fouten),
        )


@dataclass
class Lezing:
    """A file while it is read: its lines, and what was found wrong so far."""

    regels: list[str]
    fouten: list[Fout] = field(default_factory=list)

    def fout(self, regel: int, zin: str) -> None:
        self.fouten.append(Fout(regel, zin))

    def sla_over(self, regel: int) -> bool:
        """Blanks the paragraph around a line that cannot be read, so that the rest can be.

        False when there is nothing left to blank.
        """
        begin = einde = min(max(regel, 1), len(self.regels)) - 1
        while begin > 0 and self.regels[begin - 1].strip():
            begin -= 1
        while einde < len(self.regels) and self.regels[einde].strip():
            einde += 1
        gevuld = any(tekst.strip() for tekst in self.regels[begin:einde])
        self.regels[begin:einde] = [""] * (einde - begin)
        return gevuld

    def oorzaak(self, regel: int) -> int:
        """Babel looks at an entry when the next one begins: then the line before is meant."""
        if self.regels[regel - 1].lstrip().startswith(("#", "msgid ", "msgctxt ")):
            eerder = [n for n, tekst in enumerate(self.regels[: regel - 1], 1) if tekst.strip()]
            return eerder[-1] if eerder else regel
        return regel


def vreemde_regels(lezing: Lezing) -> None:
    """Lines that no `.po` file has."""
    for nr, tekst in enumerate(list(lezing.regels), 1):
        kaal = tekst.strip()
        if kaal and not _GOEDE_REGEL.fullmatch(kaal):
            lezing.fout(
                nr,
                "Dit is geen regel van een vertaalbestand. Kijk naar de aanhalingstekens en "
                "naar elke \\.",
            )
            lezing.sla_over(nr)


def ontcijfer(inhoud: bytes) -> list[str]:
    uit, fouten = [], []
    for nr, regel in enumerate(inhoud.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        try:
            uit.append(regel.decode("utf-8"))
        except UnicodeDecodeError:
            fouten.append(Fout(nr, "Deze regel is geen UTF-8. Bewaar het bestand als UTF-8."))
        if b"\0" in regel:
            fouten.append(Fout(nr, "Deze regel is geen UTF-8. Bewaar het bestand als UTF-8."))
    if fouten:
        raise Bestandgeweigerd(fouten)
    return uit


def volgorde(lezing: Lezing) -> None:
    """A line that stands where Babel would silently pass over it, or over the one before."""
    vorige = ""
    for nr, tekst in enumerate(list(lezing.regels), 1):
        woord = tekst.strip().split(" ")[0]
        if not woord.startswith("msg"):
            continue
        mag = _NA.get(woord)
        if mag is None and woord.startswith("msgstr["):
            mag = {f"msgstr[{int(woord[7:-1]) - 1}]"}
        if (mag is not None and vorige not in mag) or woord == vorige == "msgctxt":
            zin = _("De regel met {woord} staat hier op de verkeerde plek.")
            lezing.fout(nr, zin.format(woord=woord))
            lezing.sla_over(nr)
        vorige = woord


def dubbele(lezing: Lezing) -> set[str]:
    """Texts that stand in the file twice: Babel would silently keep the first."""
    eerste: dict[str, int] = {}
    dubbel = set()
    for nr, tekst in enumerate(lezing.regels, 1):
        gevonden = _CONTEXT.match(tekst.strip())
        if gevonden is None:
            continue
        context = gevonden[1]
        if context in eerste:
            lezing.fout(nr, f"{context} staat ook al op regel {eerste[context]}. Haal er één weg.")
            dubbel.add(context)
        eerste.setdefault(context, nr)
    return dubbel


def ontleed(lezing: Lezing) -> Catalog:
    """Babel stops at the first fault: that paragraph is left out, and it tries again."""
    while True:
        plek = 1

        def tel() -> Iterator[str]:
            nonlocal plek
            for plek, tekst in enumerate(lezing.regels, 1):  # noqa: B007  read after a fault
                yield tekst

        try:
            return read_po(tel(), ignore_obsolete=True, abort_invalid=True)
        except PoFileError as fout:
            plek = fout.lineno + 1
            lezing.fout(plek, _in_woorden(str(fout)))
        except (ValueError, LookupError, AttributeError, TypeError, AssertionError):
            plek = lezing.oorzaak(plek)
            lezing.fout(plek, "Hier klopt de opbouw van het bestand niet.")
        if not lezing.sla_over(plek):
            raise Bestandgeweigerd(lezing.fouten)


def _in_woorden(melding: str) -> str:
    """What Babel found, for somebody who does not know Babel."""
    if "missing msgstr" in melding:
        return "Onder deze tekst ontbreekt de regel met msgstr."
    if "more translations" in melding:
        return "Deze tekst heeft meer meervoudsvormen dan de kop van het bestand zegt."
    return "Hier klopt de opbouw van het bestand niet."
