"""Tasks of repairing cars, bicycles and houses."""

from webapp.i18n import lazy_gettext as _l
from webapp.jobs.tasks.task import Task

TASKS = (
    Task(
        "change-tyres", _l("Changer les pneus"), _l("Vous changez les pneus."), "wheel", ("repair",)
    ),
    Task(
        "change-oil",
        _l("Changer l’huile des voitures"),
        _l("Vous changez l’huile des voitures."),
        "jerrycan",
        ("repair",),
    ),
    Task(
        "change-batteries",
        _l("Changer les batteries"),
        _l("Vous changez les batteries des voitures."),
        "car-battery",
        ("repair",),
    ),
    Task(
        "mend-engines",
        _l("Réparer les moteurs"),
        _l("Vous réparez les moteurs."),
        "engine",
        ("repair",),
    ),
    Task(
        "mend-bikes", _l("Réparer des vélos"), _l("Vous réparez des vélos."), "bicycle", ("repair",)
    ),
    Task(
        "mend-appliances",
        _l("Réparer des appareils de la maison"),
        _l("Vous réparez des appareils de la maison."),
        "toaster",
        ("repair",),
    ),
    Task(
        "mend-computers",
        _l("Réparer des ordinateurs"),
        _l("Vous réparez des ordinateurs."),
        "laptop",
        ("repair",),
    ),
    Task(
        "change-bulbs",
        _l("Changer les ampoules"),
        _l("Vous changez les ampoules."),
        "bulb",
        ("repair", "security"),
    ),
    Task(
        "mend-taps",
        _l("Réparer les fuites d’eau"),
        _l("Vous réparez les fuites d’eau."),
        "tap",
        ("repair",),
    ),
    Task(
        "mend-locks",
        _l("Réparer les portes et serrures"),
        _l("Vous réparez les portes et les serrures."),
        "door-handle",
        ("repair",),
    ),
    Task(
        "mend-furniture",
        _l("Réparer des meubles"),
        _l("Vous réparez de vieux meubles."),
        "dresser",
        ("repair", "recycling"),
    ),
    Task(
        "build-furniture",
        _l("Monter des meubles"),
        _l("Vous montez des meubles chez les clients."),
        "hammer",
        ("repair",),
    ),
    Task(
        "tidy-workshop",
        _l("Ranger l’atelier et les outils"),
        _l("Vous rangez l’atelier et les outils."),
        "toolbox",
        ("repair", "factory"),
    ),
)
