"""The leerbaarheidstoets: places and people for it, sittings, candidates, results."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _middelen()
    _kandidaten()
    _uitslagen()


def _middelen() -> None:
    op.create_table(
        "toetslocatie",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("adres", sa.String(), nullable=False),
        sa.Column("stadhuis", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "toetsruimte",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("locatie_id", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("plekken", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_toetsruimte_locatie_id", "toetsruimte", ["locatie_id"])
    op.create_table(
        "openingstijd",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("locatie_id", sa.String(), nullable=False),
        sa.Column("weekdag", sa.Integer(), nullable=False),
        sa.Column("van", sa.String(), nullable=False),
        sa.Column("tot", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_openingstijd_locatie_id", "openingstijd", ["locatie_id"])
    op.create_table(
        "sluiting",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("locatie_id", sa.String(), nullable=True),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_sluiting_locatie_id", "sluiting", ["locatie_id"])
    op.create_table(
        "toetsapparaat",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("soort", sa.String(60), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("kapot", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "toetsbegeleider",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("medewerker_id", sa.String(), nullable=True),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("organisatie", sa.String(), nullable=False),
        sa.Column("certificaat_op", sa.Date(), nullable=True),
        sa.Column("certificaat_tot", sa.Date(), nullable=True),
        sa.Column("duo_toestemming_op", sa.Date(), nullable=True),
        sa.Column("duo_toestemming_tot", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_toetsbegeleider_medewerker_id", "toetsbegeleider", ["medewerker_id"])
    op.create_table(
        "toetssessie",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("ruimte_id", sa.String(), nullable=False),
        sa.Column("begeleider_id", sa.String(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("begin", sa.String(), nullable=False),
        sa.Column("einde", sa.String(), nullable=False),
        sa.Column("plaats_reden", sa.String(), nullable=False),
        sa.Column("status", sa.String(60), nullable=False),
        sa.Column("afzegreden", sa.String(), nullable=False),
        sa.Column("tolk_taal", sa.String(), nullable=True),
        sa.Column("apparaten", sa.Text(), nullable=False),
        sa.Column("bezet", sa.Text(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("begonnen_op", sa.DateTime(), nullable=True),
        sa.Column("geeindigd_op", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_toetssessie_begeleider_id", "toetssessie", ["begeleider_id"])
    op.create_index("ix_toetssessie_datum", "toetssessie", ["datum"])
    op.create_index("ix_toetssessie_ruimte_id", "toetssessie", ["ruimte_id"])


def _kandidaten() -> None:
    op.create_table(
        "kandidaat",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("reden_opnieuw", sa.Text(), nullable=False),
        sa.Column("sessie_id", sa.String(), nullable=True),
        sa.Column("datum", sa.Date(), nullable=True),
        sa.Column("begeleider_id", sa.String(), nullable=True),
        sa.Column("examennummer", sa.String(), nullable=False),
        sa.Column("uitlegtaal", sa.String(), nullable=True),
        sa.Column("audio", sa.Boolean(), nullable=False),
        sa.Column("tolk", sa.Boolean(), nullable=False),
        sa.Column("bril", sa.Boolean(), nullable=False),
        sa.Column("gehoor", sa.Boolean(), nullable=False),
        sa.Column("handen", sa.Boolean(), nullable=False),
        sa.Column("muis", sa.Boolean(), nullable=False),
        sa.Column("hulpmiddel_notitie", sa.Text(), nullable=False),
        sa.Column("status", sa.String(60), nullable=False),
        sa.Column("uitgenodigd_op", sa.DateTime(), nullable=True),
        sa.Column("uitgenodigd_volgnummer", sa.Integer(), nullable=True),
        sa.Column("aanwezigheid", sa.String(60), nullable=False),
        sa.Column("identiteit_gezien", sa.Boolean(), nullable=False),
        sa.Column("uitleg_begrepen", sa.Boolean(), nullable=False),
        sa.Column("muisoefening", sa.Boolean(), nullable=False),
        sa.Column("koptelefoon", sa.Boolean(), nullable=False),
        sa.Column("begonnen_op", sa.DateTime(), nullable=True),
        sa.Column("geeindigd_op", sa.DateTime(), nullable=True),
        sa.Column("afgebroken_reden", sa.String(60), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
    )
    op.create_index("ix_kandidaat_dossier_id", "kandidaat", ["dossier_id"])
    op.create_index("ix_kandidaat_sessie_id", "kandidaat", ["sessie_id"])
    op.create_table(
        "toetspauze",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("begin", sa.DateTime(), nullable=False),
        sa.Column("einde", sa.DateTime(), nullable=True),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("kandidaat_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
        sa.ForeignKeyConstraint(["kandidaat_id"], ["kandidaat.id"]),
    )
    op.create_index("ix_toetspauze_dossier_id", "toetspauze", ["dossier_id"])
    op.create_index("ix_toetspauze_kandidaat_id", "toetspauze", ["kandidaat_id"])
    op.create_table(
        "toetsincident",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("op", sa.DateTime(), nullable=False),
        sa.Column("soort", sa.String(60), nullable=False),
        sa.Column("notitie", sa.Text(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("kandidaat_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
        sa.ForeignKeyConstraint(["kandidaat_id"], ["kandidaat.id"]),
    )
    op.create_index("ix_toetsincident_dossier_id", "toetsincident", ["dossier_id"])
    op.create_index("ix_toetsincident_kandidaat_id", "toetsincident", ["kandidaat_id"])
    op.create_table(
        "toetsobservatie",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("soort", sa.String(60), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("kandidaat_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
        sa.ForeignKeyConstraint(["kandidaat_id"], ["kandidaat.id"]),
    )
    op.create_index("ix_toetsobservatie_dossier_id", "toetsobservatie", ["dossier_id"])
    op.create_index("ix_toetsobservatie_kandidaat_id", "toetsobservatie", ["kandidaat_id"])


def _uitslagen() -> None:
    op.create_table(
        "toetsuitslag",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("kandidaat_id", sa.String(), nullable=True),
        sa.Column("vervangt_id", sa.String(), nullable=True),
        sa.Column("resultaat", sa.String(60), nullable=False),
        sa.Column("behaalde_score", sa.String(), nullable=False),
        sa.Column("benodigde_score", sa.String(), nullable=False),
        sa.Column("datum_afname", sa.Date(), nullable=False),
        sa.Column("herkomst", sa.String(60), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("geldig", sa.Boolean(), nullable=False),
        sa.Column("op", sa.DateTime(), nullable=False),
        sa.Column("door", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
    )
    op.create_index("ix_toetsuitslag_dossier_id", "toetsuitslag", ["dossier_id"])
    op.create_table(
        "toetsoverslag",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("reden", sa.String(60), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
    )
    op.create_index("ix_toetsoverslag_dossier_id", "toetsoverslag", ["dossier_id"])
