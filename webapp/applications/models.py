"""Tables of requests to meet, of meetings, and of how calls went, which hold nobody's name."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.applications import slots
from webapp.applications.enums import ApplicationStatus
from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base
from webapp.offers.models import Offer
from webapp.organisations.models import Contact

if TYPE_CHECKING:
    from webapp.accounts.models import Account
    from webapp.applications.voice.models import VoiceMessage
    from webapp.presenting.models import Presentation


class Application(Base):
    """A request: who asks, for which offer, and how they want to meet."""

    __tablename__ = "application"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    offer_id: Mapped[int] = mapped_column(ForeignKey("offer.id", ondelete="CASCADE"))
    # Who asked, once they signed in with this number and were recognised.
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True
    )
    way: Mapped[str] = mapped_column(String(12))  # enums.Way
    status: Mapped[str] = mapped_column(String(16), default="sent")  # enums.ApplicationStatus
    first_name: Mapped[str] = mapped_column(String(40))
    phone: Mapped[str] = mapped_column(String(16), index=True)
    moment: Mapped[str] = mapped_column(String(12), default="any")  # enums.Moment
    for_someone: Mapped[bool] = mapped_column(default=False)
    helper_name: Mapped[str] = mapped_column(String(40), default="")  # who filled it in for them
    idempotency_key: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(Moment)
    answer_by: Mapped[date]
    seen_at: Mapped[datetime | None] = mapped_column(Moment)  # the employer's page showed it
    called_at: Mapped[datetime | None] = mapped_column(Moment)
    answered_at: Mapped[datetime | None] = mapped_column(Moment)  # the employer's first answer
    met_at: Mapped[datetime | None] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    reason: Mapped[str] = mapped_column(String(12), default="")  # enums.Reason, why not this time
    # The day on which someone without an approval was hired in an SIAE: the IAE needs a diagnosis.
    diagnosis_wanted_on: Mapped[date | None]
    person_called_at: Mapped[datetime | None] = mapped_column(Moment)  # “j’ai appelé”
    # The clock: since when the last step taken counts, which it was, when to look again.
    step_since: Mapped[datetime | None] = mapped_column(Moment)
    step: Mapped[str] = mapped_column(String(8), default="")  # ladder.Step
    look_at: Mapped[datetime | None] = mapped_column(Moment, index=True)

    offer: Mapped[Offer] = relationship()
    # what the person says to the employer: at most one that is ready, and one on its way
    messages: Mapped[list["VoiceMessage"]] = relationship(
        back_populates="application",
        order_by="VoiceMessage.id",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )
    # by which adviser, with their agreement; None where the person asked by themselves
    presentation: Mapped["Presentation | None"] = relationship(
        back_populates="application", cascade="all, delete-orphan", passive_deletes=True
    )
    meetings: Mapped[list["Meeting"]] = relationship(
        back_populates="application", order_by="Meeting.id", cascade="all, delete-orphan"
    )

    __table_args__ = (
        Index("ix_application_offer_id_created_at", "offer_id", "created_at"),
        Index("ix_application_offer_id_status", "offer_id", "status"),
    )

    @property
    def meeting(self) -> "Meeting | None":
        """The meeting that is proposed or chosen; None when there is none any more."""
        held = [meeting for meeting in self.meetings if meeting.over_at is None]
        return held[-1] if held else None

    @property
    def waits_since(self) -> datetime | None:
        """Since when the employer's word is awaited, or will be; None once there is an end."""
        if not ApplicationStatus(self.status).is_open:
            return None
        meeting = self.meeting
        if meeting is not None and self.status in MEETING:
            return meeting.waits_from
        signs = (self.met_at, self.called_at, *(one.over_at for one in self.meetings))
        return max(filter(None, signs), default=self.created_at)


MEETING = (ApplicationStatus.PROPOSED, ApplicationStatus.CHOSEN)


class Meeting(Base):
    """A meeting to which an employer invites: its moments, and the one that the person chose."""

    __tablename__ = "meeting"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True
    )
    host_id: Mapped[int | None] = mapped_column(
        ForeignKey("contact.id", ondelete="SET NULL"), index=True
    )
    slots: Mapped[list[str]] = mapped_column(JSON, default=list)  # moments in UTC, ISO 8601
    proposed_at: Mapped[datetime] = mapped_column(Moment)
    starts_at: Mapped[datetime | None] = mapped_column(Moment, index=True)
    chosen_at: Mapped[datetime | None] = mapped_column(Moment)
    chosen_by: Mapped[str] = mapped_column(String(8), default="")  # enums.Chosen
    # The adviser with whom they chose, on the phone.
    chosen_with_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL"), index=True
    )
    over_at: Mapped[datetime | None] = mapped_column(Moment)  # called off
    over_by: Mapped[str] = mapped_column(String(8), default="")  # enums.Side

    application: Mapped[Application] = relationship(back_populates="meetings")
    host: Mapped[Contact | None] = relationship()
    chosen_with: Mapped["Account | None"] = relationship()

    @property
    def moments(self) -> list[datetime]:
        """The moments proposed."""
        return slots.read(self.slots)

    @property
    def waits_from(self) -> datetime:
        """From when the employer's word is awaited: once it took place, or nobody could choose."""
        return self.starts_at or max(self.moments, default=self.proposed_at)


class AskedBySms(Base):
    """Whom the last SMS to a contact asked about: a short reply is about them."""

    __tablename__ = "asked_by_sms"

    phone: Mapped[str] = mapped_column(String(16), primary_key=True)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime] = mapped_column(Moment)


class CallReport(Base):
    """What came of a call that a visitor made: no name and no number, only the outcome."""

    __tablename__ = "call_report"

    id: Mapped[int] = mapped_column(primary_key=True)
    offer_id: Mapped[int] = mapped_column(ForeignKey("offer.id", ondelete="CASCADE"), index=True)
    outcome: Mapped[str] = mapped_column(String(12))  # enums.Outcome
    at: Mapped[datetime] = mapped_column(Moment)
