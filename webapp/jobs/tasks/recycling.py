"""Tasks of sorting and giving things a second life."""

from webapp.i18n import lazy_gettext as _l
from webapp.jobs.tasks.task import Task

TASKS = (
    Task(
        "sort-waste",
        _l("Trier les déchets"),
        _l("Vous triez les déchets par sorte."),
        "three-bins",
        ("recycling",),
    ),
    Task(
        "sort-belt",
        _l("Trier sur un tapis roulant"),
        _l("Vous triez les déchets sur un tapis roulant."),
        "conveyor",
        ("recycling",),
    ),
    Task(
        "sort-clothes",
        _l("Trier les vêtements donnés"),
        _l("Vous triez les vêtements donnés."),
        "t-shirt",
        ("recycling", "textile"),
    ),
    Task(
        "sort-bottles", _l("Trier le verre"), _l("Vous triez le verre."), "bottle", ("recycling",)
    ),
    Task(
        "sort-paper",
        _l("Trier le papier"),
        _l("Vous triez le papier."),
        "newspaper",
        ("recycling",),
    ),
    Task(
        "flatten-boxes",
        _l("Plier les cartons"),
        _l("Vous pliez et attachez les cartons."),
        "cardboard",
        ("recycling",),
    ),
    Task(
        "take-apart",
        _l("Démonter des appareils"),
        _l("Vous démontez de vieux appareils."),
        "screwdriver",
        ("recycling",),
    ),
    Task(
        "test-appliances",
        _l("Essayer les appareils"),
        _l("Vous essayez les appareils pour voir s’ils marchent."),
        "plug",
        ("recycling",),
    ),
    Task(
        "sort-batteries",
        _l("Trier les piles"),
        _l("Vous triez les piles."),
        "battery",
        ("recycling",),
    ),
    Task(
        "welcome-tip",
        _l("Guider les gens à la déchèterie"),
        _l("Vous montrez aux gens où jeter."),
        "skip",
        ("recycling",),
    ),
    Task(
        "compost",
        _l("Faire du compost"),
        _l("Vous faites du compost avec les restes."),
        "apple-core",
        ("recycling", "green"),
    ),
)
