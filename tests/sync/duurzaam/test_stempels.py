"""A new stamp is for rows that the centre does not have; also when its answer was lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.sync import waarborgen
from tests.sync.conftest import Centrum
from tests.sync.laptop import Laptop

Laptops = Callable[..., Laptop]


@pytest.fixture
def inzicht(centrum: Centrum) -> Iterator[waarborgen.Inzicht]:
    inzicht = waarborgen.Inzicht(centrum)
    yield inzicht
    inzicht.sluit()


def test_a_clock_that_goes_too_far_leaves_alone_what_the_centre_took_before(
    laptop: Laptops, inzicht: waarborgen.Inzicht
) -> None:
    """Three minutes ahead is borne, ten is not; the answer to the push between them was lost."""
    anneke = laptop("anneke")
    anneke.verloopt(minutes=3)
    dossier = anneke.maak_dossier(adres="Urk")
    assert anneke.ronde_geknipt(na=1)
    anneke.verloopt(minutes=7)
    anneke.wijzig(dossier, adres="Ens")
    device = anneke.ik.id
    (melding,) = anneke.ronde().meldingen
    assert "klok" in melding
    waarborgen.tot_rust([anneke])
    waarborgen.alles_klopt([anneke], inzicht)
    assert anneke.ik.id == device, "it is no copy"


def test_a_kill_in_the_first_round_does_not_end_the_lease(laptop: Laptops) -> None:
    """Else the laptop would ask for contact before it opens, in an azc without a network."""
    keren = 0
    while True:
        anneke = laptop("anneke", ronde=False)
        gedood = anneke.ronde_gedood(keren)
        anneke.verloopt(minutes=4)
        lease = anneke.stand.lease
        assert lease is None or not lease.verlopen
        if not gedood:
            break
        keren += 1
    assert keren > 5
