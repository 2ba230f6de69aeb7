"""Taking in what the centre gives: there its form of a change holds.

The same change can be here in another form. A laptop that was copied or restored
stamps it anew, and both forms are sent; a stick brings a change before its own
laptop put the clock right; one that was refused here was accepted from there. The
centre has one of them, and by that one all laptops order what they show.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from desktop.models.basis import nieuw_id
from desktop.store.herstempel import herstempel
from desktop.store.inkomend import (
    APPARAAT,
    DOSSIER,
    ENTITEIT,
    HASH,
    ID,
    RIJ,
    VELDEN,
    VOLGNUMMER,
    ZOUT,
    Opgenomen,
    Rij,
    geleegd,
    gewiste,
    neem_op,
)
from desktop.store.koppen import Rijsleutel, herbereken
from desktop.store.projectie import projecteer

_ZET = f"UPDATE wijziging SET {', '.join(f'{veld} = ?' for veld in VELDEN[1:])} WHERE id = ?"
_VOEG_TOE = f"INSERT INTO wijziging ({', '.join(VELDEN)}) VALUES ({', '.join('?' * len(VELDEN))})"


def neem_op_uit_centrale(verbinding: sa.Connection, rijen: Sequence[Rij]) -> Opgenomen:
    """Takes in a batch from the centre; what is here as the centre has it changes nothing."""
    _ga_opzij(verbinding, rijen)
    try:
        with verbinding.begin_nested():
            return _neem_op(verbinding, rijen)
    except IntegrityError:
        _maak_plaats(verbinding, rijen)
        return _neem_op(verbinding, rijen)


def _neem_op(verbinding: sa.Connection, rijen: Sequence[Rij]) -> Opgenomen:
    anders = _volg(verbinding, rijen)
    opgenomen = neem_op(verbinding, rijen)
    if not anders:
        return opgenomen
    herbereken(verbinding, anders)
    geraakt = {naam: set(ids) for naam, ids in opgenomen.geraakt.items()}
    for naam, ids in projecteer(verbinding, anders).items():
        geraakt.setdefault(naam, set()).update(ids)
    geraakt.setdefault("geweigerd", set())
    return Opgenomen(opgenomen.nieuw, geraakt)


def _volg(verbinding: sa.Connection, rijen: Sequence[Rij]) -> set[Rijsleutel]:
    """Gives known changes the form that the centre has; the rows of the domain that they are of."""
    weg = gewiste(verbinding, {str(rij[DOSSIER]) for rij in rijen if rij[DOSSIER]})
    daar = {str(r[ID]): r for r in rijen if r[ZOUT] is not None and r[DOSSIER] not in weg}
    hier: Mapping[str, Rij] = {
        rij[0]: tuple(rij)
        for rij in verbinding.exec_driver_sql(
            f"SELECT {', '.join(VELDEN)} FROM wijziging "
            "WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(daar)),),
        )
    }
    geweigerd = {
        rij[0]
        for rij in verbinding.exec_driver_sql(
            "DELETE FROM geweigerd WHERE id IN (SELECT value FROM json_each(?)) RETURNING id",
            (json.dumps(list(hier)),),
        )
    }
    anders = [rij for id_, rij in hier.items() if rij[HASH] != daar[id_][HASH]]
    if anders:
        _vervang(verbinding, anders, daar)
    geraakt = [*anders, *(hier[id_] for id_ in geweigerd)]
    return {
        (str(rij[ENTITEIT]), str(rij[RIJ])) for oud in geraakt for rij in (oud, daar[str(oud[ID])])
    }


def _vervang(verbinding: sa.Connection, oud: Sequence[Rij], nieuw: Mapping[str, Rij]) -> None:
    apparaat, bevestigd = verbinding.exec_driver_sql("SELECT id, bevestigd FROM apparaat").one()
    eigen = [rij for rij in oud if rij[APPARAAT] == apparaat]
    verbinding.exec_driver_sql(_ZET, [(*nieuw[str(rij[ID])][1:], rij[ID]) for rij in oud])
    # The next own row names the hash of a confirmed one: an emptied row keeps its place.
    plaatsen = [
        (nieuw_id(), *geleegd(r)[1:]) for r in eigen if int(r[VOLGNUMMER] or 0) <= bevestigd
    ]
    if plaatsen:
        verbinding.exec_driver_sql(_VOEG_TOE, plaatsen)
    if len(plaatsen) < len(eigen):
        herstempel(verbinding)  # what was not brought yet closes the gap


def _ga_opzij(verbinding: sa.Connection, rijen: Sequence[Rij]) -> None:
    """Own numbers with changes that are not here: another laptop has this identity too.

    It got in between our greeting and now; the next greeting would have told.
    """
    apparaat = verbinding.exec_driver_sql("SELECT id FROM apparaat").scalar_one()
    eigen = {str(rij[ID]): rij for rij in rijen if rij[APPARAAT] == apparaat}
    if not eigen:
        return
    bekend = {
        rij[0]: rij[1]
        for rij in verbinding.exec_driver_sql(
            "SELECT id, hash FROM wijziging WHERE apparaat = ? AND id IN "
            "(SELECT value FROM json_each(?))",
            (apparaat, json.dumps(list(eigen))),
        )
    }
    if any(bekend.get(id_) != rij[HASH] for id_, rij in eigen.items()):
        herstempel(verbinding, apparaat=nieuw_id())


def _maak_plaats(verbinding: sa.Connection, rijen: Sequence[Rij]) -> None:
    """Sets aside what stands at a number that the centre gave to another change.

    It is a change of a former identity of this laptop, or from a stick, of which the
    centre has another form; that one comes, and then it is in its place.
    """
    for rij in rijen:
        verbinding.exec_driver_sql(
            "UPDATE wijziging SET volgnummer = "
            "(SELECT min(min(volgnummer), 0) - 1 FROM wijziging WHERE apparaat = ?) "
            "WHERE apparaat = ? AND volgnummer = ? AND id <> ?",
            (rij[APPARAAT], rij[APPARAAT], rij[VOLGNUMMER], rij[ID]),
        )
