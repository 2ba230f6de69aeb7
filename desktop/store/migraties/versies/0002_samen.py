"""Many laptops: streams per dossier, heads that wait, refusals, tombstones, access and trail."""

import hashlib
import json
import secrets

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_KETEN = (
    "id, stroom, dossier, entiteit, rij, veld, soort, ouders, klok, auteur, apparaat, "
    "volgnummer, schemaversie, afdruk, vorige"
)
_IDENTITEIT = {"", "nummer", "voornamen", "achternaam", "geboortedatum", "gemeente", "spreektaal"}
_IDENTITEIT |= {"dialect", "klantmanager_id", "telefoon", "email", "adres", "oefening"}
_NUMMERS = {"bsn": "bsn", "v_nummer": "vnummer"}


def upgrade() -> None:
    _kolommen()
    _tabellen()
    _domein()
    _stromen(op.get_bind())


def _kolommen() -> None:
    op.add_column("wijziging", sa.Column("hash", sa.String(), nullable=False, server_default=""))
    op.drop_index("ix_wijziging_rij", "wijziging")
    op.create_index("ix_wijziging_rij", "wijziging", ["rij"])
    op.add_column("antwoord", sa.Column("enkel", sa.String(), nullable=True))
    op.add_column(
        "apparaat", sa.Column("bevestigd", sa.Integer(), nullable=False, server_default="0")
    )
    op.add_column("apparaat", sa.Column("geheim", sa.String(), nullable=False, server_default=""))


def _tabellen() -> None:
    op.drop_table("kop")  # a projection: filled anew after the migration
    op.create_table(
        "kop",
        sa.Column("entiteit", sa.String(), nullable=False),
        sa.Column("rij", sa.String(), nullable=False),
        sa.Column("veld", sa.String(), nullable=False),
        sa.Column("wijziging_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("entiteit", "rij", "veld", "wijziging_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "wees",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("veld", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", "veld"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "wachtend",
        sa.Column("entiteit", sa.String(), nullable=False),
        sa.Column("rij", sa.String(), nullable=False),
        sa.Column("op_entiteit", sa.String(), nullable=False),
        sa.Column("op_rij", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("entiteit", "rij", "op_entiteit", "op_rij"),
    )
    op.create_index("ix_wachtend_op", "wachtend", ["op_entiteit", "op_rij"])
    op.create_table(
        "conflict",
        sa.Column("entiteit", sa.String(), nullable=False),
        sa.Column("rij", sa.String(), nullable=False),
        sa.Column("dossier", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("entiteit", "rij"),
    )
    op.create_index("ix_conflict_dossier", "conflict", ["dossier"])
    op.create_table(
        "stroomplek",
        sa.Column("gemeente", sa.String(), nullable=False),
        sa.Column("dossier", sa.String(), nullable=False),
        sa.Column("klasse", sa.String(), nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("merk", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("gemeente", "dossier", "klasse"),
    )
    op.create_table(
        "geweigerd",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("op", sa.String(), nullable=False),
        sa.Column("afgehandeld", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "gewist",
        sa.Column("gemeente", sa.String(), nullable=False),
        sa.Column("dossier", sa.String(), nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("op", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("gemeente", "dossier"),
    )
    op.create_table(
        "meegenomen",
        sa.Column("apparaat", sa.String(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("rij", sa.Text(), nullable=False),
        sa.Column("zegel", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("apparaat", "volgnummer"),
    )


def _domein() -> None:
    op.create_table(
        "deling",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("medewerker_id", sa.String(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
        sa.ForeignKeyConstraint(["medewerker_id"], ["medewerker.id"]),
    )
    op.create_index("ix_deling_dossier_id", "deling", ["dossier_id"])
    op.create_index("ix_deling_medewerker_id", "deling", ["medewerker_id"])
    op.create_table(
        "vervanging",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("afwezige_id", sa.String(), nullable=False),
        sa.Column("vervanger_id", sa.String(), nullable=False),
        sa.Column("vanaf", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["afwezige_id"], ["medewerker.id"]),
        sa.ForeignKeyConstraint(["vervanger_id"], ["medewerker.id"]),
    )
    op.create_index("ix_vervanging_afwezige_id", "vervanging", ["afwezige_id"])
    op.create_index("ix_vervanging_vervanger_id", "vervanging", ["vervanger_id"])
    op.create_table(
        "noodtoegang",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("medewerker_id", sa.String(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["medewerker_id"], ["medewerker.id"]),
    )
    op.create_index("ix_noodtoegang_dossier_id", "noodtoegang", ["dossier_id"])
    op.create_index("ix_noodtoegang_medewerker_id", "noodtoegang", ["medewerker_id"])
    op.create_table(
        "raadpleging",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("wat", sa.String(60), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_raadpleging_dossier_id", "raadpleging", ["dossier_id"])
    op.create_table(
        "verzoek",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("soort", sa.String(60), nullable=False),
        sa.Column("ontvangen_op", sa.Date(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("afgedaan_op", sa.Date(), nullable=True),
        sa.Column("uitkomst", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
    )
    op.create_index("ix_verzoek_dossier_id", "verzoek", ["dossier_id"])


def _stromen(verbinding: sa.Connection) -> None:
    """Gives every row its stream, and chains them anew.

    Allowed this once: no row of the first version has ever left its laptop, so
    nobody knows the old hashes.
    """
    oefening = {r[0] for r in verbinding.exec_driver_sql("SELECT id FROM dossier WHERE oefening")}
    gemeente = verbinding.exec_driver_sql(
        "SELECT gemeente FROM medewerker WHERE id = "
        "(SELECT waarde FROM lokaal WHERE sleutel = 'gebruiker')"
    ).scalar()
    vorige = ""
    for rij in verbinding.exec_driver_sql(
        f"SELECT {_KETEN} FROM wijziging ORDER BY apparaat, volgnummer"
    ).all():
        g, klasse = rij.stroom.split(":", 1)
        if rij.dossier is None:
            g, klasse = gemeente or g, "gemeente"
        elif rij.dossier in oefening:
            klasse = "oefening"
        elif rij.entiteit == "dossier":
            klasse = _NUMMERS.get(rij.veld, "identiteit" if rij.veld in _IDENTITEIT else klasse)
        waarden = {**rij._mapping, "stroom": f"{g}:{klasse}", "vorige": vorige}
        tekst = json.dumps(list(waarden.values()), ensure_ascii=False, separators=(",", ":"))
        hash_ = hashlib.sha256(tekst.encode()).hexdigest()
        verbinding.exec_driver_sql(
            "UPDATE wijziging SET stroom = ?, vorige = ?, hash = ? WHERE id = ?",
            (waarden["stroom"], vorige, hash_, rij.id),
        )
        vorige = hash_
    verbinding.exec_driver_sql(
        "UPDATE apparaat SET vorige = ?, geheim = ?", (vorige, secrets.token_hex(32))
    )
