"""Recordings of prompts in the store, and which synthetic voices were tried with a speaker."""

from __future__ import annotations

import base64
from collections.abc import Sequence

import sqlalchemy as sa

from desktop.models.opname import Opname, Stemproef
from desktop.models.spraak import Opnamegeluid, Opnameregel
from desktop.store.aankondiging import Gewijzigd
from desktop.store.store import Store

_Regels = dict[str, list[Opnameregel]]


class Opnamen:
    """The recordings of this municipality. Without sound they are few, and kept in memory."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._regels: dict[str, _Regels] = {}
        self._beproefd: dict[str, frozenset[str]] = {}
        store.gewijzigd.verbind(self._vergeet)

    def los(self) -> None:
        """Stops listening to the store."""
        self._store.gewijzigd.verbreek(self._vergeet)

    def _vergeet(self, gewijzigd: Gewijzigd) -> None:
        # On the thread that committed: a new empty dict, never one that another thread reads.
        if "opname" in gewijzigd:
            self._regels = {}
        if "stemproef" in gewijzigd:
            self._beproefd = {}

    def regels(self, taal: str, context: str) -> Sequence[Opnameregel]:
        """The recordings of one prompt, one for each dialect; none while locked."""
        if self._store.op_slot:
            return ()
        bekend = self._regels
        if taal not in bekend:
            bekend[taal] = self._lees(taal)
        return bekend[taal].get(context, ())

    def _lees(self, taal: str) -> _Regels:
        vraag = sa.select(Opname.context, Opname.dialect, Opname.tekst).where(Opname.taal == taal)
        regels: _Regels = {}
        with self._store.lees() as sessie:
            for context, dialect, tekst in sessie.execute(vraag):
                regels.setdefault(context, []).append(Opnameregel(dialect, tekst))
        return regels

    def zoek(self, taal: str, dialect: str, context: str) -> Opnamegeluid | None:
        """The sound of one recording; None when there is none, or while locked."""
        if self._store.op_slot:
            return None
        with self._store.lees() as sessie:
            rij = sessie.get(Opname, Opname.id_van(taal, dialect, context))
            if rij is None:
                return None
            try:
                ogg = base64.b64decode(rij.geluid, validate=True)
            except ValueError:
                ogg = b""  # it is there, and who wants to hear it is told that it is damaged
            return Opnamegeluid(rij.tekst, ogg)

    def beproefd(self, taal: str) -> frozenset[str]:
        """Voices that a speaker of this language found good enough; none while locked."""
        if self._store.op_slot:
            return frozenset()
        bekend = self._beproefd
        if taal not in bekend:
            vraag = sa.select(Stemproef.stem).where(Stemproef.taal == taal, Stemproef.goed)
            with self._store.lees() as sessie:
                bekend[taal] = frozenset(sessie.scalars(vraag))
        return bekend[taal]

    def zet_stemproef(self, taal: str, stem: str, *, goed: bool, spreker: str = "") -> None:
        """Keeps what somebody who speaks the language found of this voice."""
        vandaag = self._store.vandaag()
        with self._store.work() as work:
            id_ = Stemproef.id_van(taal, stem)
            rij = work.session.get(Stemproef, id_)
            if rij is None:
                rij = Stemproef(id=id_, taal=taal, stem=stem)
                work.voeg_toe(rij)
            rij.goed, rij.spreker, rij.op = goed, spreker, vandaag
