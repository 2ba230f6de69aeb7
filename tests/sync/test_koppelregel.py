"""The line that couples a laptop: what a beheerder prints, and what people make of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sync.koppelregel import (
    Koppelregel,
    KoppelregelMetWachtwoord,
    KoppelregelOnleesbaar,
    ServerOnversleuteld,
    is_deze_computer,
    lees_koppelregel,
)

GOED = "viergesprek://vg_1a2b3c4d5e6f@centrum.gemeente.nl:6432/inburgering?gemeente=0171"


def test_the_line_fills_every_field() -> None:
    assert lees_koppelregel(GOED) == Koppelregel(
        login="vg_1a2b3c4d5e6f",
        host="centrum.gemeente.nl",
        poort=6432,
        database="inburgering",
        gemeente="0171",
        sslmode="verify-full",
    )


def test_what_is_left_out_has_its_usual_value() -> None:
    regel = lees_koppelregel("viergesprek://vg_1@centrum")
    assert (regel.poort, regel.database, regel.gemeente) == (5432, "viergesprek", "")


@pytest.mark.parametrize(
    "plaksel",
    [
        f"  {GOED}\n",
        f"Hoi Anneke,\n\nplak dit in Viergesprek:\n> {GOED}\n\nGroet, beheer",
        f"<{GOED}>",
        f"“{GOED}”.",
        GOED.replace("viergesprek://", "VierGesprek://"),
        GOED.replace("@", "\u200b@"),
        f"\ufeff{GOED}",
    ],
)
def test_a_line_from_a_mail_is_found(plaksel: str) -> None:
    assert lees_koppelregel(plaksel) == lees_koppelregel(GOED)


@pytest.mark.parametrize(
    "plaksel",
    [
        "",
        "   ",
        "vg_1a2b3c4d5e6f",
        "centrum.gemeente.nl",
        "https://centrum.gemeente.nl",
        "postgresql://vg_1@centrum/viergesprek",
        "viergesprek://",
        "viergesprek:///viergesprek",
        "viergesprek://centrum.gemeente.nl/viergesprek",
        "viergesprek://@centrum/viergesprek",
        "viergesprek://vg_1@",
        "viergesprek://vg_1@:5432/viergesprek",
        "viergesprek://vg_1@centrum:0/viergesprek",
        "viergesprek://vg_1@centrum:99999/viergesprek",
        "viergesprek://vg_1@centrum:poort/viergesprek",
        "viergesprek://vg_1@-centrum/viergesprek",
        "viergesprek://vg_1@cen_trum!/viergesprek",
        "viergesprek://vg_1@[::1/viergesprek",
        "viergesprek://vg 1@centrum/viergesprek",
        "viergesprek://vg%201@centrum/viergesprek",
        "viergesprek://vg_1@centrum/een/twee",
        "viergesprek://vg_1@centrum/v?gemeente=Emmeloord",
        "viergesprek://vg_1@centrum/v?gemeente",
        "viergesprek://vg_1@centrum/v?sslmode=nooit",
    ],
)
def test_anything_else_is_refused_with_a_sentence(plaksel: str) -> None:
    with pytest.raises(KoppelregelOnleesbaar) as fout:
        lees_koppelregel(plaksel)
    assert "viergesprek://" in fout.value.zin


def test_a_password_in_the_line_is_refused_and_not_repeated() -> None:
    with pytest.raises(KoppelregelMetWachtwoord) as fout:
        lees_koppelregel("viergesprek://vg_1:geheimpje@centrum/viergesprek")
    assert "geheimpje" not in fout.value.zin


@pytest.mark.parametrize("wijze", ["disable", "prefer", "require"])
def test_an_open_connection_is_for_this_computer_only(wijze: str) -> None:
    assert lees_koppelregel(f"viergesprek://vg_1@127.0.0.1/v?sslmode={wijze}").sslmode == wijze
    with pytest.raises(ServerOnversleuteld):
        lees_koppelregel(f"viergesprek://vg_1@centrum.gemeente.nl/v?sslmode={wijze}")


@pytest.mark.parametrize(
    ("host", "hier"),
    [
        ("localhost", True),
        ("LOCALHOST", True),
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost.evil.nl", False),
        ("127.0.0.1.nip.io", False),
        ("10.0.0.1", False),
        ("centrum", False),
    ],
)
def test_what_counts_as_this_computer(host: str, hier: bool) -> None:
    assert is_deze_computer(host) is hier


_namen = st.from_regex(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?", fullmatch=True)
_hosts = st.one_of(
    st.from_regex(r"[a-z0-9]{1,10}(\.[a-z0-9]{1,10}){0,3}", fullmatch=True),
    st.ip_addresses().map(str),
)


@given(
    regel=st.builds(
        Koppelregel,
        login=_namen,
        host=_hosts,
        poort=st.integers(1, 65535),
        database=_namen,
        gemeente=st.from_regex(r"([0-9]{4})?", fullmatch=True),
    )
)
def test_what_is_printed_is_read_back(regel: Koppelregel) -> None:
    assert lees_koppelregel(regel.als_tekst()) == regel


@given(tekst=st.text())
def test_no_paste_breaks_it(tekst: str) -> None:
    for plaksel in (tekst, f"viergesprek://{tekst}", f"viergesprek://vg_1@{tekst}"):
        try:
            lees_koppelregel(plaksel)
        except KoppelregelOnleesbaar:
            continue
