"""The kinds of organisation, with their French names and what follows from each.

Who is an entitled prescriber everywhere in France is said by the order of 1 September 2021, annex 1
(JORFTEXT000044011209); a prefect may add others in a département, for five years at most.
"""

from collections.abc import Callable
from enum import StrEnum

from webapp.accounts.enums import Role
from webapp.i18n import lazy_gettext as _l


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
    FRANCE_TRAVAIL = "france-travail"
    MISSION_LOCALE = "mission-locale"
    CAP_EMPLOI = "cap-emploi"
    PLIE = "plie"
    EMPLOYMENT_HOUSE = "maison-emploi"
    CCAS = "ccas"
    SOCIAL_CENTRE = "centre-social"
    DEPARTEMENT = "departement"
    CAF = "caf"
    MSA = "msa"
    SPIP = "spip"
    PJJ = "pjj"
    SHELTER = "hebergement"
    ASYLUM = "asile"
    PREVENTION = "prevention"
    CIDFF = "cidff"
    YOUTH_POINT = "info-jeunesse"
    AFPA = "afpa"
    EPIDE = "epide"
    E2C = "e2c"
    FT_DIRECTION = "ft-direction"
    FEDERATION = "federation"
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

    @property
    def hires(self) -> bool:
        """Whether it employs people, and so posts offers."""
        return self in HIRING

    @property
    def accompanies(self) -> bool:
        """Whether its advisers follow people who look for work."""
        return self in ACCOMPANYING

    @property
    def is_entitled(self) -> bool:
        """Whether it is an entitled prescriber everywhere: it decides who may enter the IAE."""
        return self in ENTITLED

    @property
    def is_network(self) -> bool:
        """Whether it signs conventions and evaluates them, without any personal data."""
        return self in NETWORKS

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles that its accounts may have."""
        return tuple(role for role, has in ROLE_OF if has(self))


ROLE_OF: tuple[tuple[Role, Callable[[OrganisationKind], bool]], ...] = (
    (Role.EMPLOYER, lambda kind: kind.hires),
    (Role.ADVISER, lambda kind: kind.accompanies),
    (Role.NETWORK, lambda kind: kind.is_network),
    (Role.LEAD, lambda _kind: True),
)
SIAE = frozenset({"aci", "ai", "ei", "etti", "eiti"})
HIRING = frozenset({*SIAE, "geiq", "ea", "eatt"})
NETWORKS = frozenset({"departement", "caf", "msa", "ft-direction", "federation", "network"})
ONLY_NETWORKS = frozenset({"ft-direction", "federation", "network"})
ENTITLED = frozenset(
    {
        *("france-travail", "mission-locale", "cap-emploi", "plie", "ccas", "departement", "caf"),
        *("msa", "spip", "pjj", "hebergement", "asile", "prevention", "cidff", "info-jeunesse"),
        *("afpa", "epide", "e2c"),
    }
)
ACCOMPANYING = frozenset(kind for kind in OrganisationKind if kind not in ONLY_NETWORKS)
# The kinds that the public feed of structures tells of.
FED = ("aci", "ai", "ei", "etti", "eiti", "geiq", "ea", "eatt", "opcs", "support", "network")
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
    OrganisationKind.FRANCE_TRAVAIL: _l("Agence France Travail"),
    OrganisationKind.MISSION_LOCALE: _l("Mission locale"),
    OrganisationKind.CAP_EMPLOI: _l("Cap emploi"),
    OrganisationKind.PLIE: _l("Plan local pour l’insertion et l’emploi"),
    OrganisationKind.EMPLOYMENT_HOUSE: _l("Maison de l’emploi"),
    OrganisationKind.CCAS: _l("Centre communal d’action sociale"),
    OrganisationKind.SOCIAL_CENTRE: _l("Centre social"),
    OrganisationKind.DEPARTEMENT: _l("Service social du Département"),
    OrganisationKind.CAF: _l("Caisse d’allocations familiales"),
    OrganisationKind.MSA: _l("Mutualité sociale agricole"),
    OrganisationKind.SPIP: _l("Service pénitentiaire d’insertion et de probation"),
    OrganisationKind.PJJ: _l("Protection judiciaire de la jeunesse"),
    OrganisationKind.SHELTER: _l("Centre d’hébergement"),
    OrganisationKind.ASYLUM: _l("Centre d’accueil de demandeurs d’asile"),
    OrganisationKind.PREVENTION: _l("Club de prévention"),
    OrganisationKind.CIDFF: _l("Centre d’information sur les droits des femmes et des familles"),
    OrganisationKind.YOUTH_POINT: _l("Point d’information jeunesse"),
    OrganisationKind.AFPA: _l("Centre de formation pour adultes"),
    OrganisationKind.EPIDE: _l("Centre pour l’insertion des jeunes"),
    OrganisationKind.E2C: _l("École de la deuxième chance"),
    OrganisationKind.FT_DIRECTION: _l("Direction de France Travail"),
    OrganisationKind.FEDERATION: _l("Fédération"),
    OrganisationKind.SUPPORT: _l("Lieu d’accompagnement"),
    OrganisationKind.NETWORK: _l("Réseau"),
}
