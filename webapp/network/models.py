"""Tables of collective acts: what was done together, its former states, its evidence."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.accounts.models import Account
from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base
from webapp.organisations.models import Organisation


class CollectiveAct(Base):
    """Something done together, noted as it happens: it holds no name of who took part."""

    __tablename__ = "collective_act"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(16))  # enums.ActKind
    held_on: Mapped[date]
    place: Mapped[str] = mapped_column(String(120))
    article: Mapped[str] = mapped_column(String(60), default="")  # of the convention it serves
    people: Mapped[int]  # who look for work
    staff: Mapped[int]  # professionals
    about: Mapped[str] = mapped_column(String(500), default="")
    evidence: Mapped[str] = mapped_column(String(300), default="")  # a link, or where it is kept
    partnerships: Mapped[int] = mapped_column(default=0)
    hires: Mapped[int] = mapped_column(default=0)
    followed: Mapped[str] = mapped_column(String(500), default="")  # what came of it, in words
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(Moment)
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))

    organisation: Mapped[Organisation] = relationship()
    created_by: Mapped[Account | None] = relationship()
    versions: Mapped[list["ActVersion"]] = relationship(
        back_populates="act", order_by="ActVersion.id", cascade="all, delete-orphan"
    )
    files: Mapped[list["ActFile"]] = relationship(
        back_populates="act", order_by="ActFile.id", cascade="all, delete-orphan"
    )

    __table_args__ = (
        Index("ix_collective_act_organisation_id_held_on", "organisation_id", "held_on"),
    )


class PublishedQuarter(Base):
    """What others read of an organisation's quarter, written once: small counts were never kept."""

    __tablename__ = "published_quarter"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"))
    year: Mapped[int]
    number: Mapped[int]
    # [{"key", "told", "total", "rows": [[key, count, or nothing where it is hidden]]}]
    tables: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    acts: Mapped[int]
    # [{"article", "acts", "partnerships", "late", and "people", "staff", "hires" where not hidden}]
    articles: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    at: Mapped[datetime] = mapped_column(Moment)

    __table_args__ = (
        Index(
            "ix_published_quarter_organisation_id", "organisation_id", "year", "number", unique=True
        ),
    )


class ActVersion(Base):
    """What an act said before a change, who changed it, and when."""

    __tablename__ = "act_version"

    id: Mapped[int] = mapped_column(primary_key=True)
    act_id: Mapped[int] = mapped_column(
        ForeignKey("collective_act.id", ondelete="CASCADE"), index=True
    )
    before: Mapped[dict[str, Any]] = mapped_column(JSON)  # the columns that changed
    at: Mapped[datetime] = mapped_column(Moment)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))

    act: Mapped[CollectiveAct] = relationship(back_populates="versions")
    account: Mapped[Account | None] = relationship()


class ActFile(Base):
    """A small file that proves an act, kept in the database: no address of the web leads to it."""

    __tablename__ = "act_file"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    act_id: Mapped[int] = mapped_column(
        ForeignKey("collective_act.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(4))  # a key of rules.FILES
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    size: Mapped[int]
    added_at: Mapped[datetime] = mapped_column(Moment)

    act: Mapped[CollectiveAct] = relationship(back_populates="files")
