"""How the centre is: `central status`, and whether every chain and every stream is whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import psycopg

from desktop.store.inkomend import VELDEN
from desktop.store.keten import klopt
from desktop.sync.centraal.verbonden import als_eigenaar, eis_centrale

_TELLINGEN = """
SELECT (SELECT count(*) FROM gemeente), (SELECT count(*) FROM persoon WHERE NOT dicht),
       (SELECT count(*) FROM persoon WHERE dicht), (SELECT count(*) FROM apparaat),
       (SELECT count(*) FROM apparaat WHERE verloren), (SELECT count(*) FROM stroom WHERE kop > 0),
       (SELECT count(*) FROM wijziging), (SELECT count(*) FROM kop),
       (SELECT count(*) FROM aangeboden WHERE afgehandeld_op IS NULL),
       (SELECT count(*) FROM gewist),
       (SELECT min(laatst_gezien) FROM apparaat WHERE NOT verloren),
       (SELECT min(op) FROM gewist), (SELECT max(op) FROM gewist),
       (SELECT waarde FROM instelling WHERE naam = 'epoch'),
       (SELECT waarde::integer FROM instelling WHERE naam = 'schema')
"""

_STROMEN = """
SELECT count(*)
  FROM stroom s
  FULL JOIN (
      SELECT gemeente, dossier, klasse, count(*) AS aantal, min(nr) AS eerste, max(nr) AS laatste,
             bit_xor(('x' || right(replace(id, '-', ''), 16))::bit(64)::bigint) AS merk
        FROM wijziging GROUP BY gemeente, dossier, klasse
  ) w USING (gemeente, dossier, klasse)
 WHERE s.kop IS NULL
    OR (s.kop, s.merk) <> (coalesce(w.laatste, 0), coalesce(w.merk, 0))
    OR coalesce(w.aantal, 0) <> s.kop
    OR coalesce(w.eerste, 1) <> 1
"""

_KETENS = """
WITH schakel AS (
    SELECT apparaat, volgnummer, vorige, hash FROM wijziging
     UNION ALL
    SELECT apparaat, volgnummer, vorige, hash FROM geweigerd
),
op_rij AS (
    SELECT s.apparaat, s.volgnummer, s.vorige, s.hash,
           lag(s.volgnummer, 1, 0::bigint) OVER w AS nr_ervoor, lag(s.hash, 1, '') OVER w AS ervoor,
           lead(s.volgnummer) OVER w IS NULL AS laatste
      FROM schakel s
    WINDOW w AS (PARTITION BY s.apparaat ORDER BY s.volgnummer)
)
SELECT DISTINCT apparaat FROM op_rij
 WHERE volgnummer <> nr_ervoor + 1 OR vorige <> ervoor
 UNION
SELECT a.id FROM apparaat a
  LEFT JOIN op_rij o ON o.apparaat = a.id AND o.laatste
 WHERE (a.volgnummer, a.hash) <> (coalesce(o.volgnummer, 0), coalesce(o.hash, ''))
 ORDER BY 1
"""

_RIJEN = """
SELECT id, gemeente || ':' || klasse, nullif(dossier, ''), entiteit, rij, veld, soort, waarde,
       ouders, klok, auteur, apparaat, volgnummer, schemaversie, zout, afdruk, vorige, hash
  FROM wijziging
"""


@dataclass(frozen=True)
class Toestand:
    """Counts, and what is not whole. `rijen_fout` is None when the rows were not hashed."""

    stromen_fout: int
    ketens_fout: tuple[str, ...]
    rijen_fout: int | None
    gemeenten: int
    personen: int
    gesloten: int
    apparaten: int
    verloren: int
    stromen: int
    wijzigingen: int
    koppen: int
    aangeboden: int
    gewist: int
    langst_niet_gezien: datetime | None
    eerste_wissing: datetime | None
    laatste_wissing: datetime | None
    epoch: str
    schema: int

    @property
    def heel(self) -> bool:
        """True when nothing was found that is not as it should be."""
        return not (self.stromen_fout or self.ketens_fout or self.rijen_fout)


def toestand(verbinding: psycopg.Connection, *, elke_rij: bool = False) -> Toestand:
    """Looks at everything. With `elke_rij` every row's hash is computed again, here.

    Raises BeheerFout when this database is no centre.
    """
    eis_centrale(verbinding)
    with als_eigenaar(verbinding):
        tellingen = verbinding.execute(_TELLINGEN).fetchone()
        stromen = verbinding.execute(_STROMEN).fetchone()
        ketens = tuple(rij[0] for rij in verbinding.execute(_KETENS))
        fout = sum(not goed for goed in _elke_rij(verbinding)) if elke_rij else None
    assert tellingen is not None
    assert stromen is not None
    return Toestand(stromen[0], ketens, fout, *tellingen)


def _elke_rij(verbinding: psycopg.Connection) -> Iterator[bool]:
    with verbinding.cursor(name="rijen") as cursor:
        cursor.itersize = 5000
        for rij in cursor.execute(_RIJEN):
            yield klopt(dict(zip(VELDEN, rij, strict=True)))
