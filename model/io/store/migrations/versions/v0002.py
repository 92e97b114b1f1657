"""The second layout: what came back in a round of the return, and decisions where files contradict each other."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0002"
down_revision = "0001"

_ADD_ONLY = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, 'rows of {table} are only added'); END
"""


def upgrade(op: Operations) -> None:
    """Make the tables; only that a file was withdrawn may change in them."""
    op.create_table(
        "returned_content",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_returned_content"),
    )
    op.create_table(
        "returned",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("ronde", sa.String(200), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("naam", sa.String(200), nullable=False),
        sa.Column("received", sa.DateTime(), nullable=False),
        sa.Column("withdrawn", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("sequence", name="pk_returned"),
        sa.UniqueConstraint("ronde", "digest", name="uq_returned_ronde_digest"),
        sa.UniqueConstraint("ronde", "naam", name="uq_returned_ronde_naam"),
        sa.ForeignKeyConstraint(["digest"], ["returned_content.digest"], name="fk_returned_digest_returned_content"),
    )
    op.create_table(
        "decision",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("ronde", sa.String(200), nullable=False),
        sa.Column("departement", sa.String(200), nullable=False),
        sa.Column("place", sa.String(500), nullable=False),
        sa.Column("choice", sa.Text(), nullable=True),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("decided", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.String(2000), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_decision"),
    )
    for table in ("returned_content", "decision"):
        for verb in ("UPDATE", "DELETE"):
            op.execute(_ADD_ONLY.format(table=table, verb=verb))
    op.execute(_ADD_ONLY.format(table="returned", verb="DELETE"))
