"""Dates, weighing of the routes and PIP; the municipality's letter head and mandates."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _gemeente()
    _weging()
    _plan()
    _plandelen()


def _gemeente() -> None:
    op.create_table(
        "gemeentegegevens",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("gemeente", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("adres", sa.String(), nullable=False),
        sa.Column("postcode_plaats", sa.String(), nullable=False),
        sa.Column("bezwaaradres", sa.Text(), nullable=False),
        sa.Column("telefoon", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("logo", sa.Text(), nullable=False),
        sa.Column("ondertekenaar_slot", sa.Text(), nullable=False),
        sa.Column("vier_ogen", sa.Boolean(), nullable=False),
        sa.Column("bestemming", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "mandaat",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("gemeente", sa.String(), nullable=False),
        sa.Column("medewerker_id", sa.String(), nullable=False),
        sa.Column("functie", sa.String(), nullable=False),
        sa.Column("kenmerk", sa.String(), nullable=False),
        sa.Column("vanaf", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["medewerker_id"], ["medewerker.id"]),
    )
    op.create_index("ix_mandaat_medewerker_id", "mandaat", ["medewerker_id"])


def _weging() -> None:
    op.create_table(
        "termijnfeit",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("soort", sa.String(60), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("waarde", sa.String(), nullable=False),
        sa.Column("bron", sa.String(), nullable=False),
        sa.Column("notitie", sa.Text(), nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        sa.Column("door", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
    )
    op.create_index("ix_termijnfeit_dossier_id", "termijnfeit", ["dossier_id"])
    op.create_table(
        "weging",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("intake_id", sa.String(), nullable=True),
        sa.Column("gekozen", sa.String(60), nullable=True),
        sa.Column("niveau", sa.String(60), nullable=True),
        sa.Column("motivering", sa.Text(), nullable=False),
        sa.Column("afwijking", sa.Text(), nullable=False),
        sa.Column("tweede_lezer_id", sa.String(), nullable=True),
        sa.Column("tweede_lezer_op", sa.DateTime(), nullable=True),
        sa.Column("tweede_lezer_woorden", sa.Text(), nullable=False),
        sa.Column("tweede_lezer_afdruk", sa.String(), nullable=False),
        sa.Column("status", sa.String(60), nullable=False),
        sa.Column("besloten_voor", sa.String(), nullable=False),
        sa.Column("besloten_afdruk", sa.String(), nullable=False),
        sa.Column("besloten_door", sa.String(), nullable=True),
        sa.Column("besloten_op", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
    )
    op.create_index("ix_weging_dossier_id", "weging", ["dossier_id"])
    op.create_table(
        "routeweging",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("weging_id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("route", sa.String(60), nullable=False),
        sa.Column("oordeel", sa.String(60), nullable=True),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
        sa.ForeignKeyConstraint(["weging_id"], ["weging.id"]),
    )
    op.create_index("ix_routeweging_dossier_id", "routeweging", ["dossier_id"])
    op.create_index("ix_routeweging_weging_id", "routeweging", ["weging_id"])
    op.create_table(
        "onderzoek",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("weging_id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("route", sa.String(60), nullable=False),
        sa.Column("soort", sa.String(60), nullable=False),
        sa.Column("wat", sa.Text(), nullable=False),
        sa.Column("uiterlijk", sa.Date(), nullable=False),
        sa.Column("klaar_op", sa.Date(), nullable=True),
        sa.Column("uitkomst", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
        sa.ForeignKeyConstraint(["weging_id"], ["weging.id"]),
    )
    op.create_index("ix_onderzoek_dossier_id", "onderzoek", ["dossier_id"])
    op.create_index("ix_onderzoek_weging_id", "onderzoek", ["weging_id"])


def _plan() -> None:
    op.create_table(
        "pip",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("weging_id", sa.String(), nullable=True),
        sa.Column("status", sa.String(60), nullable=False),
        sa.Column("auteur_id", sa.String(), nullable=True),
        sa.Column("wijzigreden", sa.String(60), nullable=True),
        sa.Column("wijzigtoelichting", sa.Text(), nullable=False),
        sa.Column("leerroute", sa.String(60), nullable=True),
        sa.Column("niveau", sa.String(60), nullable=True),
        sa.Column("intensiteit", sa.Integer(), nullable=True),
        sa.Column("alfabetisering", sa.String(), nullable=False),
        sa.Column("mag_opleiding_afmaken", sa.Boolean(), nullable=False),
        sa.Column("lesuren_per_week", sa.Integer(), nullable=True),
        sa.Column("participatie_uren_per_week", sa.Integer(), nullable=True),
        sa.Column("pvt_uren", sa.Integer(), nullable=True),
        sa.Column("map_uren", sa.Integer(), nullable=True),
        sa.Column("hoofddoel", sa.Text(), nullable=False),
        sa.Column("participatie_reden", sa.Text(), nullable=False),
        sa.Column("week", sa.Text(), nullable=False),
        sa.Column("dagtekening", sa.Date(), nullable=True),
        sa.Column("bekendmaking", sa.Date(), nullable=True),
        sa.Column("vastgesteld_door", sa.String(), nullable=True),
        sa.Column("vastgesteld_op", sa.DateTime(), nullable=True),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
    )
    op.create_index("ix_pip_dossier_id", "pip", ["dossier_id"])
    op.create_table(
        "pipregel",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("pip_id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("onderdeel", sa.String(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("participatiewet", sa.Boolean(), nullable=False),
        sa.Column("domein", sa.String(), nullable=False),
        sa.Column("doelcode", sa.String(), nullable=False),
        sa.Column("wie", sa.String(), nullable=False),
        sa.Column("wanneer", sa.Date(), nullable=True),
        sa.Column("hoe", sa.Text(), nullable=False),
        sa.Column("gezondheid", sa.Boolean(), nullable=False),
        sa.Column("afkomst_soort", sa.String(), nullable=False),
        sa.Column("afkomst_id", sa.String(), nullable=False),
        sa.Column("afkomst_code", sa.String(), nullable=False),
        sa.Column("afkomst_tekst", sa.Text(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
        sa.ForeignKeyConstraint(["pip_id"], ["pip.id"]),
    )
    op.create_index("ix_pipregel_dossier_id", "pipregel", ["dossier_id"])
    op.create_index("ix_pipregel_pip_id", "pipregel", ["pip_id"])


def _plandelen() -> None:
    op.create_table(
        "pipdeel2",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("pip_id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("uitkering_vanaf", sa.Date(), nullable=True),
        sa.Column("ontzorgen", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
        sa.ForeignKeyConstraint(["pip_id"], ["pip.id"]),
    )
    op.create_index("ix_pipdeel2_dossier_id", "pipdeel2", ["dossier_id"])
    op.create_index("ix_pipdeel2_pip_id", "pipdeel2", ["pip_id"])
    op.create_table(
        "pipafschaling",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("pip_id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("uren_gevolgd", sa.Integer(), nullable=True),
        sa.Column("uren_fysiek", sa.Integer(), nullable=True),
        sa.Column("inzet_tekst", sa.Text(), nullable=False),
        sa.Column("inzet_bewijs", sa.Text(), nullable=False),
        sa.Column("inzet_door", sa.String(), nullable=False),
        sa.Column("inzet_op", sa.Date(), nullable=True),
        sa.Column("onhaalbaar_tekst", sa.Text(), nullable=False),
        sa.Column("onhaalbaar_bewijs", sa.Text(), nullable=False),
        sa.Column("onhaalbaar_door", sa.String(), nullable=False),
        sa.Column("onhaalbaar_op", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
        sa.ForeignKeyConstraint(["pip_id"], ["pip.id"]),
    )
    op.create_index("ix_pipafschaling_dossier_id", "pipafschaling", ["dossier_id"])
    op.create_index("ix_pipafschaling_pip_id", "pipafschaling", ["pip_id"])
    op.create_table(
        "piphandtekening",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("pip_id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("wijze", sa.String(60), nullable=False),
        sa.Column("verklaring", sa.String(60), nullable=True),
        sa.Column("strepen", sa.Text(), nullable=False),
        sa.Column("scan", sa.Text(), nullable=False),
        sa.Column("scan_naam_soort", sa.String(), nullable=False),
        sa.Column("tolk", sa.String(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("afdruk", sa.String(), nullable=False),
        sa.Column("op", sa.DateTime(), nullable=False),
        sa.Column("door", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
        sa.ForeignKeyConstraint(["pip_id"], ["pip.id"]),
    )
    op.create_index("ix_piphandtekening_dossier_id", "piphandtekening", ["dossier_id"])
    op.create_index("ix_piphandtekening_pip_id", "piphandtekening", ["pip_id"])
