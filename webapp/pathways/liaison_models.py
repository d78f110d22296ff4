"""Tables of liaison forms: who sends whom where, and the signed versions of their three parts."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base
from webapp.organisations.models import Organisation
from webapp.people.models import Person

REFERRAL, DIAGNOSIS, DECISION = 1, 2, 3  # the parts


class LiaisonForm(Base):
    """One form about one person: referral, diagnosis, decision of the SIAE."""

    __tablename__ = "liaison_form"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    route: Mapped[str] = mapped_column(String(12))  # enums.Route: the kind of referrer
    sender_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="SET NULL"), index=True
    )
    # The SIAE that answers; empty while none was chosen.
    siae_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="SET NULL"), index=True
    )
    created_at: Mapped[datetime] = mapped_column(Moment)

    person: Mapped[Person] = relationship()
    sender: Mapped[Organisation | None] = relationship(foreign_keys=[sender_id])
    siae: Mapped[Organisation | None] = relationship(foreign_keys=[siae_id])
    parts: Mapped[list["LiaisonPart"]] = relationship(
        back_populates="form",
        order_by="LiaisonPart.part, LiaisonPart.version",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )

    def last(self, part: int) -> "LiaisonPart | None":
        """Return the version of a part that holds: the last one signed."""
        versions = [one for one in self.parts if one.part == part]
        return versions[-1] if versions else None


class LiaisonPart(Base):
    """One signed version of a part: it never changes, a correction is the next version."""

    __tablename__ = "liaison_part"

    id: Mapped[int] = mapped_column(primary_key=True)
    form_id: Mapped[int] = mapped_column(ForeignKey("liaison_form.id", ondelete="CASCADE"))
    part: Mapped[int]  # 1 referral, 2 diagnosis, 3 decision
    version: Mapped[int]
    facts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)  # keys and days
    sealed: Mapped[bytes] = mapped_column(LargeBinary)  # what people wrote, and the criteria
    organisation_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="SET NULL")
    )
    signed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    # As they were on that day: a signature does not change with its account.
    signed_name: Mapped[str] = mapped_column(String(101))
    signed_function: Mapped[str] = mapped_column(String(60))
    signed_place: Mapped[str] = mapped_column(String(120))
    signed_at: Mapped[datetime] = mapped_column(Moment)

    form: Mapped[LiaisonForm] = relationship(back_populates="parts")

    __table_args__ = (
        Index("ix_liaison_part_form_id_part_version", "form_id", "part", "version", unique=True),
    )
