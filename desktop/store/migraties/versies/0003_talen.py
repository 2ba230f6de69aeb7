"""The client's language, voice and script; interpreting; own translations; recordings."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for naam in ("spraaktaal", "dialect", "schrift"):
        op.add_column(
            "brede_intake", sa.Column(naam, sa.String(), nullable=False, server_default="")
        )
    for naam, standaard in (
        ("eigen_cijfers", "0"),
        ("toon_nederlands", "1"),
        ("voorlezen", "0"),
        ("eerst_horen", "0"),
    ):
        op.add_column(
            "brede_intake", sa.Column(naam, sa.Boolean(), nullable=False, server_default=standaard)
        )
    _tolk()
    _vertaling()
    _geluid()


def _tolk() -> None:
    op.create_table(
        "taalcheck",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("zitting_id", sa.String(), nullable=False),
        sa.Column("taal", sa.String(), nullable=False),
        sa.Column("dialect", sa.String(), nullable=False),
        sa.Column("uitkomst", sa.String(60), nullable=False),
        sa.Column("vervolg", sa.String(60), nullable=True),
        sa.Column("op", sa.DateTime(), nullable=False),
        sa.Column("door", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
        sa.ForeignKeyConstraint(["zitting_id"], ["zitting.id"]),
    )
    op.create_table(
        "tolktijd",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("zitting_id", sa.String(), nullable=False),
        sa.Column("begin", sa.DateTime(), nullable=False),
        sa.Column("einde", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"]),
        sa.ForeignKeyConstraint(["zitting_id"], ["zitting.id"]),
    )
    for tabel in ("taalcheck", "tolktijd"):
        op.create_index(f"ix_{tabel}_dossier_id", tabel, ["dossier_id"])
        op.create_index(f"ix_{tabel}_zitting_id", tabel, ["zitting_id"])


def _vertaling() -> None:
    op.create_table(
        "promptvertaling",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("taal", sa.String(), nullable=False),
        sa.Column("context", sa.String(), nullable=False),
        sa.Column("bron", sa.Text(), nullable=False),
        sa.Column("vormen", sa.Text(), nullable=False),
        sa.Column("uitspraak", sa.Text(), nullable=False),
        sa.Column("status", sa.String(60), nullable=False),
        sa.Column("herkomst", sa.String(), nullable=False),
        sa.Column("op", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "promptmelding",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("taal", sa.String(), nullable=False),
        sa.Column("context", sa.String(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("notitie", sa.Text(), nullable=False),
        sa.Column("beter", sa.Text(), nullable=False),
        sa.Column("door_tolk", sa.Boolean(), nullable=False),
        sa.Column("op", sa.DateTime(), nullable=False),
        sa.Column("afgedaan_op", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    for tabel in ("promptvertaling", "promptmelding"):
        op.create_index(f"ix_{tabel}_taal", tabel, ["taal"])


def _geluid() -> None:
    op.create_table(
        "opname",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("taal", sa.String(), nullable=False),
        sa.Column("dialect", sa.String(), nullable=False),
        sa.Column("context", sa.String(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("spreker", sa.String(), nullable=False),
        sa.Column("toestemming_op", sa.Date(), nullable=False),
        sa.Column("opgenomen_op", sa.Date(), nullable=False),
        sa.Column("duur_ms", sa.Integer(), nullable=False),
        sa.Column("geluid", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_opname_taal", "opname", ["taal"])
    op.create_table(
        "stemproef",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("taal", sa.String(), nullable=False),
        sa.Column("stem", sa.String(), nullable=False),
        sa.Column("goed", sa.Boolean(), nullable=False),
        sa.Column("spreker", sa.String(), nullable=False),
        sa.Column("op", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "pictogramproef",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("pictogram", sa.String(), nullable=False),
        sa.Column("taal", sa.String(), nullable=False),
        sa.Column("leest", sa.Boolean(), nullable=False),
        sa.Column("uitslag", sa.String(60), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_pictogramproef_pictogram", "pictogramproef", ["pictogram"])
