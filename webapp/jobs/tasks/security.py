"""Tasks of guarding places and welcoming."""

from webapp.i18n import lazy_gettext as _l
from webapp.jobs.tasks.task import Task

TASKS = (
    Task(
        "rounds",
        _l("Faire des rondes"),
        _l("Vous marchez dans le bâtiment pour tout vérifier."),
        "torch",
        ("security",),
    ),
    Task(
        "watch-cameras",
        _l("Regarder les caméras"),
        _l("Vous regardez les caméras."),
        "camera",
        ("security",),
    ),
    Task(
        "check-badges",
        _l("Vérifier les badges"),
        _l("Vous vérifiez les badges à l’entrée."),
        "badge",
        ("security",),
    ),
    Task(
        "check-bags",
        _l("Regarder dans les sacs"),
        _l("Vous regardez dans les sacs à l’entrée."),
        "handbag",
        ("security",),
    ),
    Task(
        "check-tickets",
        _l("Vérifier les billets"),
        _l("Vous vérifiez les billets."),
        "ticket",
        ("security",),
    ),
    Task(
        "open-close",
        _l("Ouvrir et fermer les portes"),
        _l("Vous ouvrez et fermez les portes."),
        "key",
        ("security", "shop"),
    ),
    Task(
        "raise-barrier",
        _l("Lever la barrière"),
        _l("Vous levez la barrière pour les voitures."),
        "boom-gate",
        ("security",),
    ),
    Task(
        "watch-car-park",
        _l("Surveiller un parking"),
        _l("Vous surveillez un parking."),
        "parking",
        ("security",),
    ),
    Task(
        "call-rescue",
        _l("Appeler les secours"),
        _l("Vous appelez les secours en cas de danger."),
        "siren",
        ("security",),
    ),
    Task(
        "check-extinguishers",
        _l("Vérifier les extincteurs"),
        _l("Vous vérifiez les extincteurs contre le feu."),
        "fire-extinguisher",
        ("security",),
    ),
    Task(
        "write-log",
        _l("Écrire ce qui s’est passé"),
        _l("Vous écrivez ce qui s’est passé."),
        "notebook",
        ("security",),
    ),
)
