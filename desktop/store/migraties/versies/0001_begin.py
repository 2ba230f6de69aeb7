"""The first shape of the encrypted file."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "apparaat",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("klok", sa.String(), nullable=False),
        sa.Column("vorige", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "kop",
        sa.Column("entiteit", sa.String(), nullable=False),
        sa.Column("rij", sa.String(), nullable=False),
        sa.Column("veld", sa.String(), nullable=False),
        sa.Column("wijziging_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("entiteit", "rij", "veld", "wijziging_id"),
    )
    op.create_table(
        "lokaal",
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("waarde", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sleutel"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "medewerker",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("rol", sa.String(60), nullable=False),
        sa.Column("gemeente", sa.String(), nullable=False),
        sa.Column("telefoon", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "vragenlijstversie",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("versie", sa.String(), nullable=False),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("versie"),
    )
    op.create_table(
        "wijziging",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("stroom", sa.String(), nullable=False),
        sa.Column("dossier", sa.String(), nullable=True),
        sa.Column("entiteit", sa.String(), nullable=False),
        sa.Column("rij", sa.String(), nullable=False),
        sa.Column("veld", sa.String(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("waarde", sa.Text(), nullable=True),
        sa.Column("ouders", sa.String(), nullable=False),
        sa.Column("klok", sa.String(), nullable=False),
        sa.Column("auteur", sa.String(), nullable=True),
        sa.Column("apparaat", sa.String(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("schemaversie", sa.Integer(), nullable=False),
        sa.Column("zout", sa.String(), nullable=True),
        sa.Column("afdruk", sa.String(), nullable=False),
        sa.Column("vorige", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("apparaat", "volgnummer"),
    )
    op.create_index("ix_wijziging_dossier", "wijziging", ["dossier"])
    op.create_index("ix_wijziging_rij", "wijziging", ["entiteit", "rij", "veld"])
    op.create_table(
        "zoeksleutel",
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("sleutel", "dossier_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_zoeksleutel_dossier_id", "zoeksleutel", ["dossier_id"])
    op.create_table(
        "dossier",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("nummer", sa.String(), nullable=False),
        sa.Column("voornamen", sa.String(), nullable=False),
        sa.Column("achternaam", sa.String(), nullable=False),
        sa.Column("sorteernaam", sa.String(), nullable=False),
        sa.Column("geboortedatum", sa.String(), nullable=True),
        sa.Column("bsn", sa.String(), nullable=True),
        sa.Column("v_nummer", sa.String(), nullable=True),
        sa.Column("nationaliteit", sa.String(), nullable=True),
        sa.Column("gemeente", sa.String(), nullable=False),
        sa.Column("spreektaal", sa.String(), nullable=True),
        sa.Column("dialect", sa.String(), nullable=True),
        sa.Column("leestaal", sa.String(), nullable=True),
        sa.Column("alfabetisering", sa.String(60), nullable=False),
        sa.Column("datum_koppeling", sa.Date(), nullable=True),
        sa.Column("datum_kennisgeving", sa.Date(), nullable=True),
        sa.Column("datum_brp", sa.Date(), nullable=True),
        sa.Column("datum_huisvesting", sa.Date(), nullable=True),
        sa.Column("klantmanager_id", sa.String(), nullable=False),
        sa.Column("telefoon", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("adres", sa.String(), nullable=True),
        sa.Column("oefening", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["klantmanager_id"], ["medewerker.id"]),
    )
    op.create_index("ix_dossier_bsn", "dossier", ["bsn"])
    op.create_index("ix_dossier_klantmanager_id", "dossier", ["klantmanager_id"])
    op.create_index("ix_dossier_lijst", "dossier", ["oefening", "sorteernaam", "id"])
    op.create_index("ix_dossier_nummer", "dossier", ["nummer"])
    op.create_index("ix_dossier_v_nummer", "dossier", ["v_nummer"])
    op.create_table(
        "brede_intake",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("vragenlijst", sa.String(), nullable=False),
        sa.Column("taal", sa.String(), nullable=False),
        sa.Column("fase", sa.String(60), nullable=False),
        sa.Column("opening", sa.Text(), nullable=False),
        sa.Column("teach_back", sa.Text(), nullable=False),
        sa.Column("sterke_punten", sa.Text(), nullable=False),
        sa.Column("wens_een_jaar", sa.Text(), nullable=False),
        sa.Column("wens_drie_jaar", sa.Text(), nullable=False),
        sa.Column("gesloten_op", sa.Date(), nullable=True),
        sa.Column("sluitreden", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
    )
    op.create_index("ix_brede_intake_dossier_id", "brede_intake", ["dossier_id"])
    op.create_table(
        "doelgroep_periode",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("vanaf", sa.Date(), nullable=False),
        sa.Column("indeling", sa.String(60), nullable=False),
        sa.Column("gedetailleerd", sa.String(60), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
    )
    op.create_index("ix_doelgroep_periode_dossier_id", "doelgroep_periode", ["dossier_id"])
    op.create_table(
        "huisgenoot",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("relatie", sa.String(60), nullable=False),
        sa.Column("geboortejaar", sa.Integer(), nullable=True),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
    )
    op.create_index("ix_huisgenoot_dossier_id", "huisgenoot", ["dossier_id"])
    op.create_table(
        "afspraak",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("intake_id", sa.String(), nullable=False),
        sa.Column("wat", sa.String(), nullable=False),
        sa.Column("wie", sa.String(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=True),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["intake_id"], ["brede_intake.id"]),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
    )
    op.create_index("ix_afspraak_dossier_id", "afspraak", ["dossier_id"])
    op.create_index("ix_afspraak_intake_id", "afspraak", ["intake_id"])
    op.create_table(
        "alleenmoment",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("intake_id", sa.String(), nullable=False),
        sa.Column("alleen", sa.Boolean(), nullable=False),
        sa.Column("door", sa.String(), nullable=True),
        sa.Column("op", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
        sa.ForeignKeyConstraint(["intake_id"], ["brede_intake.id"]),
    )
    op.create_index("ix_alleenmoment_dossier_id", "alleenmoment", ["dossier_id"])
    op.create_index("ix_alleenmoment_intake_id", "alleenmoment", ["intake_id"])
    op.create_table(
        "antwoord",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("intake_id", sa.String(), nullable=False),
        sa.Column("vraag_code", sa.String(), nullable=False),
        sa.Column("klasse", sa.String(60), nullable=False),
        sa.Column("status", sa.String(60), nullable=False),
        sa.Column("keuzes", sa.Text(), nullable=False),
        sa.Column("waarde", sa.Text(), nullable=True),
        sa.Column("delen", sa.Text(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=True),
        sa.Column("wijze", sa.String(60), nullable=True),
        sa.Column("bevestigd", sa.Boolean(), nullable=False),
        sa.Column("door", sa.String(), nullable=True),
        sa.Column("op", sa.DateTime(), nullable=True),
        sa.Column("wijzigreden", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["intake_id"], ["brede_intake.id"]),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
        sa.UniqueConstraint("intake_id", "vraag_code"),
    )
    op.create_index("ix_antwoord_dossier_id", "antwoord", ["dossier_id"])
    op.create_index("ix_antwoord_intake_id", "antwoord", ["intake_id"])
    op.create_table(
        "domeinoverslag",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("intake_id", sa.String(), nullable=False),
        sa.Column("domein", sa.String(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
        sa.ForeignKeyConstraint(["intake_id"], ["brede_intake.id"]),
    )
    op.create_index("ix_domeinoverslag_dossier_id", "domeinoverslag", ["dossier_id"])
    op.create_index("ix_domeinoverslag_intake_id", "domeinoverslag", ["intake_id"])
    op.create_table(
        "notitie",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("intake_id", sa.String(), nullable=False),
        sa.Column("domein", sa.String(), nullable=False),
        sa.Column("vraag_code", sa.String(), nullable=True),
        sa.Column("soort", sa.String(60), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("gezondheid", sa.Boolean(), nullable=False),
        sa.Column("door", sa.String(), nullable=True),
        sa.Column("op", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["intake_id"], ["brede_intake.id"]),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
    )
    op.create_index("ix_notitie_dossier_id", "notitie", ["dossier_id"])
    op.create_index("ix_notitie_intake_id", "notitie", ["intake_id"])
    op.create_table(
        "zitting",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("intake_id", sa.String(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("tijd", sa.String(), nullable=False),
        sa.Column("plaats", sa.String(60), nullable=False),
        sa.Column("plaats_toelichting", sa.String(), nullable=False),
        sa.Column("tolk_wijze", sa.String(60), nullable=False),
        sa.Column("tolk_bureau", sa.String(), nullable=False),
        sa.Column("tolk_wbtv", sa.String(), nullable=False),
        sa.Column("tolk_reden_geen", sa.String(), nullable=False),
        sa.Column("tolk_taal", sa.String(), nullable=True),
        sa.Column("tolk_wens", sa.String(60), nullable=False),
        sa.Column("tolk_verstaan", sa.Boolean(), nullable=True),
        sa.Column("begonnen_op", sa.DateTime(), nullable=True),
        sa.Column("geeindigd_op", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
        sa.ForeignKeyConstraint(["intake_id"], ["brede_intake.id"]),
    )
    op.create_index("ix_zitting_dossier_id", "zitting", ["dossier_id"])
    op.create_index("ix_zitting_intake_id", "zitting", ["intake_id"])
    op.create_table(
        "deelnemer",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("zitting_id", sa.String(), nullable=False),
        sa.Column("partij", sa.String(60), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("organisatie", sa.String(), nullable=False),
        sa.Column("aanwezigheid", sa.String(60), nullable=False),
        sa.Column("bijgewoond", sa.String(60), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
        sa.ForeignKeyConstraint(["zitting_id"], ["zitting.id"]),
    )
    op.create_index("ix_deelnemer_dossier_id", "deelnemer", ["dossier_id"])
    op.create_index("ix_deelnemer_zitting_id", "deelnemer", ["zitting_id"])


def downgrade() -> None:
    raise RuntimeError("go back with the copy that was made before the migration")
