"""Tasks of farms, vineyards and animals."""

from webapp.i18n import lazy_gettext as _l
from webapp.jobs.tasks.task import Task

TASKS = (
    Task(
        "pick-fruit", _l("Cueillir des fruits"), _l("Vous cueillez des fruits."), "apple", ("farm",)
    ),
    Task(
        "pick-grapes", _l("Cueillir le raisin"), _l("Vous cueillez le raisin."), "grapes", ("farm",)
    ),
    Task(
        "pick-vegetables",
        _l("Ramasser les légumes"),
        _l("Vous ramassez les légumes."),
        "carrot",
        ("farm",),
    ),
    Task(
        "plant-seedlings",
        _l("Planter des légumes"),
        _l("Vous plantez des légumes."),
        "seedling",
        ("farm",),
    ),
    Task(
        "fill-crates",
        _l("Remplir les cagettes"),
        _l("Vous remplissez les cagettes."),
        "crate",
        ("farm",),
    ),
    Task(
        "vegetable-baskets",
        _l("Préparer les paniers de légumes"),
        _l("Vous préparez les paniers de légumes."),
        "veg-basket",
        ("farm",),
    ),
    Task(
        "greenhouse",
        _l("Travailler dans les serres"),
        _l("Vous travaillez dans les serres."),
        "greenhouse",
        ("farm",),
    ),
    Task(
        "feed-animals",
        _l("Nourrir les animaux"),
        _l("Vous nourrissez les animaux."),
        "hen",
        ("farm",),
    ),
    Task("milk-cows", _l("Traire les vaches"), _l("Vous trayez les vaches."), "cow", ("farm",)),
    Task(
        "change-straw",
        _l("Changer la paille"),
        _l("Vous changez la paille des animaux."),
        "pitchfork",
        ("farm",),
    ),
    Task("collect-eggs", _l("Ramasser les œufs"), _l("Vous ramassez les œufs."), "eggs", ("farm",)),
    Task(
        "drive-tractor",
        _l("Conduire un tracteur"),
        _l("Vous conduisez un tracteur."),
        "tractor",
        ("farm",),
    ),
)
