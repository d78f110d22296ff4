"""What is said of each thing that waits on a path: its title, its press, its line in the letter."""

from webapp.followup.due import Kind
from webapp.i18n import lazy_gettext as _l
from webapp.i18n import ngettext as _n

OPEN, LOOK = _l("Ouvrir"), _l("Regarder")
KINDS = {
    "diagnosis": Kind(
        title=_l("Faire le diagnostic de %(name)s"),
        press=OPEN,
        picture="signature",
        alert=lambda num: _n("%(num)s diagnostic à faire", "%(num)s diagnostics à faire", num),
    ),
    "approval-asked": Kind(
        title=_l("Répondre à l’agrément de %(name)s"),
        press=_l("Répondre"),
        picture="badge",
        alert=lambda num: _n(
            "%(num)s agrément attend une réponse", "%(num)s agréments attendent une réponse", num
        ),
    ),
    "approval-ends": Kind(
        title=_l("L’agrément de %(name)s finit bientôt"),
        press=LOOK,
        picture="badge",
        alert=lambda num: _n(
            "%(num)s agrément finit dans les 3 mois",
            "%(num)s agréments finissent dans les 3 mois",
            num,
        ),
    ),
    "absence": Kind(
        title=_l("Absence de %(name)s au travail"),
        press=LOOK,
        alert=lambda num: _n("%(num)s absence au travail", "%(num)s absences au travail", num),
    ),
    "break": Kind(
        title=_l("Le contrat de %(name)s est suspendu"),
        press=LOOK,
        alert=lambda num: _n("%(num)s contrat suspendu", "%(num)s contrats suspendus", num),
    ),
    "lost": Kind(
        title=_l("Plus de nouvelles de %(name)s au travail"),
        press=LOOK,
        alert=lambda num: _n(
            "%(num)s personne sans nouvelles au travail",
            "%(num)s personnes sans nouvelles au travail",
            num,
        ),
    ),
    "contract-ends": Kind(
        title=_l("Le contrat de %(name)s finit bientôt"),
        press=LOOK,
        picture="contract",
        alert=lambda num: _n(
            "%(num)s contrat finit dans le mois", "%(num)s contrats finissent dans le mois", num
        ),
    ),
    "engagement": Kind(
        title=_l("Faire le point sur l’engagement de %(name)s"), press=OPEN, picture="list"
    ),
    "committee": Kind(title=_l("Décision du comité pour %(name)s"), press=OPEN),
    "committee-comes": Kind(title=_l("Préparer le comité"), press=OPEN, picture="users"),
    "minutes": Kind(title=_l("Garder le compte rendu du comité"), press=OPEN),
    "renewal": Kind(
        title=_l("%(name)s : inscription à France Travail pas confirmée"),
        press=LOOK,
        alert=lambda num: _n(
            "%(num)s inscription à France Travail pas confirmée",
            "%(num)s inscriptions à France Travail pas confirmées",
            num,
        ),
    ),
    "exit-review": Kind(
        title=_l("Faire le bilan de sortie de %(name)s"),
        press=OPEN,
        picture="signature",
        alert=lambda num: _n(
            "%(num)s bilan de sortie à faire", "%(num)s bilans de sortie à faire", num
        ),
    ),
}
