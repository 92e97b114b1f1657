"""The first layout: scenarios, their versions and contents, and the marks of a file that is ours."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0001"
down_revision = None

_ADD_ONLY = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, 'rows of {table} are only added'); END
"""


def upgrade(op: Operations) -> None:
    """Make the tables, see that versions and contents are only added, and mark the file as ours ("DEKK")."""
    op.create_table(
        "scenario",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.Column("archived", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_scenario"),
    )
    op.create_table(
        "content",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_content"),
    )
    _create_version(op)
    for table in ("content", "version"):
        for verb in ("UPDATE", "DELETE"):
            op.execute(_ADD_ONLY.format(table=table, verb=verb))
    op.execute("PRAGMA application_id = 1145391947")


def _create_version(op: Operations) -> None:
    op.create_table(
        "version",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("scenario", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(200), nullable=False),
        sa.Column("note", sa.String(2000), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("dataset", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("saved", sa.DateTime(), nullable=False),
        sa.Column("based_on", sa.Integer(), nullable=True),
        sa.Column("restored", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("sequence", name="pk_version"),
        sa.UniqueConstraint("scenario", "number", name="uq_version_scenario_number"),
        sa.ForeignKeyConstraint(["scenario"], ["scenario.id"], name="fk_version_scenario_scenario"),
        sa.ForeignKeyConstraint(["digest"], ["content.digest"], name="fk_version_digest_content"),
        sa.ForeignKeyConstraint(
            ["scenario", "based_on"], ["version.scenario", "version.number"], name="fk_version_scenario_version"
        ),
        sa.ForeignKeyConstraint(["scenario", "restored"], ["version.scenario", "version.number"], name="fk_restored"),
    )
