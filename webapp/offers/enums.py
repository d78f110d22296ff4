"""The closed lists that an offer is built from; their labels are in words.py."""

from enum import StrEnum


class OfferStatus(StrEnum):
    """Where an offer stands in its life."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    PUBLISHED = "published"
    PAUSED = "paused"
    CLOSED = "closed"
    REFUSED = "refused"


class OfferKind(StrEnum):
    """What is offered: a job, or a step towards one, said as what it is."""

    JOB = "job"
    IMMERSION = "immersion"
    INTERNSHIP = "internship"
    TRAINING = "training"


class Contract(StrEnum):
    """The kind of contract."""

    CDDI = "cddi"
    MISSION = "mission"  # contrat de mission d'insertion (ETTI)
    DISPOSAL = "disposal"  # mise à disposition (AI)
    CDI_INCLUSION = "cdi_inclusion"
    CDD = "cdd"
    CDI = "cdi"
    TEMPORARY = "temporary"
    APPRENTICESHIP = "apprenticeship"
    PROFESSIONAL = "professional"
    FREELANCE = "freelance"


class Level(StrEnum):
    """How much of a need: none, useful (learnt on the spot or a plus), required."""

    NONE = "none"
    USEFUL = "useful"
    REQUIRED = "required"


class French(StrEnum):
    """The French that the work asks for."""

    NONE = "none"
    SOME = "some"
    SPEAK = "speak"
    WRITE = "write"


class Carrying(StrEnum):
    """What has to be carried, in kilos: nothing, up to 10, up to 25."""

    NONE = "none"
    LIGHT = "light"
    HEAVY = "heavy"


class Posture(StrEnum):
    """How the body works."""

    SEATED = "seated"
    STANDING = "standing"
    BOTH = "both"


class Start(StrEnum):
    """When the work starts, where no day is given."""

    NOW = "now"
    SOON = "soon"
    TO_AGREE = "to_agree"
