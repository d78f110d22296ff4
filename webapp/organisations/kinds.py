"""The kinds of organisation and of help place, with their French names."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l


class OrganisationKind(StrEnum):
    """What an organisation is; the first five are the SIAE (Code du travail, L.5132-4)."""

    ACI = "aci"
    AI = "ai"
    EI = "ei"
    ETTI = "etti"
    EITI = "eiti"
    GEIQ = "geiq"
    EA = "ea"
    EATT = "eatt"
    OPCS = "opcs"
    SUPPORT = "support"
    NETWORK = "network"

    @property
    def is_siae(self) -> bool:
        """Whether this kind hires through the IAE."""
        return self in SIAE

    @property
    def sends_to_others(self) -> bool:
        """Whether people work at several places, so that an offer may give a zone and ranges."""
        return self in {OrganisationKind.AI, OrganisationKind.ETTI, OrganisationKind.EITI}


SIAE = frozenset({"aci", "ai", "ei", "etti", "eiti"})
LABELS = {
    OrganisationKind.ACI: _l("Atelier et chantier d’insertion"),
    OrganisationKind.AI: _l("Association intermédiaire"),
    OrganisationKind.EI: _l("Entreprise d’insertion"),
    OrganisationKind.ETTI: _l("Agence d’intérim d’insertion"),
    OrganisationKind.EITI: _l("Entreprise d’insertion par le travail indépendant"),
    OrganisationKind.GEIQ: _l("Groupement d’employeurs qui forme"),
    OrganisationKind.EA: _l("Entreprise adaptée"),
    OrganisationKind.EATT: _l("Entreprise adaptée de travail temporaire"),
    OrganisationKind.OPCS: _l("Organisme porteur de la clause sociale"),
    OrganisationKind.SUPPORT: _l("Lieu d’accompagnement"),
    OrganisationKind.NETWORK: _l("Réseau"),
}
