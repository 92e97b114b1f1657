"""The tables of the file, as the newest migration makes them; a test compares the two.

Rows of `version`, `content`, `returned_content` and `decision` are only ever added: triggers of the migrations refuse
to change or delete them. A returned file is never deleted either.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    LargeBinary,
    MetaData,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, stored without saying so because SQLite knows no zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the moment as it is stored; raise `ValueError` where nobody knows in which zone it is."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment without a zone")
        return value if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return a stored moment with its zone."""
        return value if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """What the tables share: names for constraints, so that a migration can name them."""

    metadata = MetaData(
        naming_convention={
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        }
    )


class ScenarioRow(Base):
    """A scenario: what stays the same, and whether it is archived."""

    __tablename__ = "scenario"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    created: Mapped[datetime] = mapped_column(Moment)
    archived: Mapped[datetime | None] = mapped_column(Moment)


class ContentRow(Base):
    """A content, once, however many versions have it."""

    __tablename__ = "content"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    text: Mapped[str] = mapped_column(Text)


class VersionRow(Base):
    """A version; `sequence` is the order in which all versions of all scenarios were saved."""

    __tablename__ = "version"
    __table_args__ = (
        UniqueConstraint("scenario", "number"),
        ForeignKeyConstraint(["scenario", "based_on"], ["version.scenario", "version.number"]),
        ForeignKeyConstraint(["scenario", "restored"], ["version.scenario", "version.number"], name="fk_restored"),
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    scenario: Mapped[str] = mapped_column(ForeignKey("scenario.id"))
    number: Mapped[int]
    naam: Mapped[str] = mapped_column(String(200))
    note: Mapped[str] = mapped_column(String(2000))
    digest: Mapped[str] = mapped_column(ForeignKey("content.digest"))
    dataset: Mapped[str]
    fingerprint: Mapped[str]
    saved: Mapped[datetime] = mapped_column(Moment)
    based_on: Mapped[int | None]
    restored: Mapped[int | None]


class ReturnedContentRow(Base):
    """The bytes of a file that came back, once, for whatever round."""

    __tablename__ = "returned_content"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class ReturnedRow(Base):
    """A file that came back in a round of the return, and whether it was withdrawn; `sequence` is the order."""

    __tablename__ = "returned"
    __table_args__ = (UniqueConstraint("ronde", "digest"), UniqueConstraint("ronde", "naam"))

    sequence: Mapped[int] = mapped_column(primary_key=True)
    ronde: Mapped[str] = mapped_column(String(200))
    digest: Mapped[str] = mapped_column(ForeignKey("returned_content.digest"))
    naam: Mapped[str] = mapped_column(String(200))
    received: Mapped[datetime] = mapped_column(Moment)
    withdrawn: Mapped[datetime | None] = mapped_column(Moment)


class DecisionRow(Base):
    """What a place in a department's return must hold; of one place the newest counts, none where it has no choice."""

    __tablename__ = "decision"

    sequence: Mapped[int] = mapped_column(primary_key=True)
    ronde: Mapped[str] = mapped_column(String(200))
    departement: Mapped[str] = mapped_column(String(200))
    place: Mapped[str] = mapped_column(String(500))
    choice: Mapped[str | None] = mapped_column(Text)
    by: Mapped[str] = mapped_column(String(200))
    decided: Mapped[datetime] = mapped_column(Moment)
    reason: Mapped[str] = mapped_column(String(2000))
