"""Hours and limits of the plan (`resources/beleid/`), each with its source there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Pipbeleid:
    """What the rules of the plan count with."""

    pvt_uren: int
    """Least hours of the participatieverklaringstraject."""
    map_uren: int
    """Least hours of practice in the MAP; the onderwijsroute has none."""
    z_cursusuren: int
    z_participatieuren: int
    """Only for an asielstatushouder (domain.md 0.3)."""
    afschalen_uren: int
    fysiek_percentage: int
    """Part of those hours that has to be in the classroom."""
    intensiteit_laagst: int
    intensiteit_hoogst: int
    vve_tot_jaar: int
    """A child is of the age for VVE up to the year in which it becomes this old."""
    verzenden_dagen: int
    """Days after the decision within which the letter goes."""
    sterke_punten: int
    """Strengths that are taken over with one press, at most."""
    reden_woorden: int
    geen_reden: tuple[str, ...]

    def is_reden(self, tekst: str) -> bool:
        """True for a real sentence: long enough, and no way of saying nothing."""
        schoon = " ".join(tekst.split())
        if schoon.casefold().strip(" .") in {g.casefold().strip(" .") for g in self.geen_reden}:
            return False
        return len(re.findall(r"[^\W\d_]{2,}", schoon)) >= self.reden_woorden

    def genoeg_fysiek(self, gevolgd: int, fysiek: int) -> bool:
        """Was enough of what was followed in the classroom?"""
        return fysiek * 100 >= gevolgd * self.fysiek_percentage


def beleid_uit(ruw: Mapping[str, Any], termijnen: Mapping[str, Any]) -> Pipbeleid:
    """Reads `pip.toml`; the hours that dates are counted from too stand in `termijnen.toml`."""
    return Pipbeleid(
        pvt_uren=ruw["pvt"]["uren"],
        map_uren=ruw["map"]["uren"],
        z_cursusuren=termijnen["uren_z"]["uren"],
        z_participatieuren=termijnen["uren_participatie"]["uren"],
        afschalen_uren=termijnen["uren_afschalen"]["uren"],
        fysiek_percentage=ruw["afschalen"]["fysiek_percentage"],
        verzenden_dagen=ruw["verzenden"]["dagen"],
        intensiteit_laagst=ruw["intensiteit"]["laagst"],
        intensiteit_hoogst=ruw["intensiteit"]["hoogst"],
        vve_tot_jaar=ruw["vve"]["tot_jaar"],
        sterke_punten=ruw["voorstellen"]["sterke_punten"],
        reden_woorden=ruw["reden"]["woorden"],
        geen_reden=tuple(ruw["reden"]["geen"]),
    )
