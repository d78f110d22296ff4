"""What was noted by mistake: it counts no more, and stays with who took it back, when and why."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from webapp.accounts.models import Account
from webapp.columns import Moment


class Mistakable:
    """Columns of what may be taken back: never removed, so that nobody wonders where it went."""

    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    withdrawn_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL")
    )
    withdrawn_why: Mapped[str] = mapped_column(String(8), default="")  # enums.Mistake

    @declared_attr
    @classmethod
    def withdrawn_by(cls) -> Mapped[Account | None]:
        """Who took it back."""
        return relationship(Account, foreign_keys=[cls.withdrawn_by_id])
