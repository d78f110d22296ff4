"""The table of CVs: choices alone, by stable keys; the words are made when it is shown."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.columns import Moment
from webapp.extensions import Base
from webapp.people.models import Person


class Cv(Base):
    """What a person chose to say of their work."""

    __tablename__ = "cv"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    # {"families": […], "jobs": {key: how long}, "tasks": […], "licence", "french", "languages",
    #  "free", "hours"}, as in choices.py
    answers: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    changed_at: Mapped[datetime] = mapped_column(Moment)

    person: Mapped[Person] = relationship()
