"""Tasks of laundry and sewing."""

from webapp.i18n import lazy_gettext as _l
from webapp.jobs.tasks.task import Task

TASKS = (
    Task(
        "run-washers",
        _l("Laver le linge en machine"),
        _l("Vous lavez le linge en machine."),
        "washing-machine",
        ("textile",),
    ),
    Task(
        "dry-laundry",
        _l("Faire sécher le linge"),
        _l("Vous faites sécher le linge."),
        "clothes-line",
        ("textile",),
    ),
    Task(
        "iron", _l("Repasser le linge"), _l("Vous repassez le linge."), "iron", ("textile", "care")
    ),
    Task(
        "fold-laundry",
        _l("Plier le linge"),
        _l("Vous pliez le linge."),
        "folded-linen",
        ("textile",),
    ),
    Task(
        "sort-laundry",
        _l("Trier le linge sale"),
        _l("Vous triez le linge sale."),
        "linen-basket",
        ("textile",),
    ),
    Task(
        "push-linen-carts",
        _l("Pousser les chariots de linge"),
        _l("Vous poussez les chariots de linge."),
        "linen-cart",
        ("textile",),
    ),
    Task(
        "remove-stains",
        _l("Enlever les taches"),
        _l("Vous enlevez les taches."),
        "stained-shirt",
        ("textile",),
    ),
    Task(
        "sew-machine",
        _l("Coudre à la machine"),
        _l("Vous cousez à la machine."),
        "sewing-machine",
        ("textile",),
    ),
    Task(
        "sew-hand",
        _l("Coudre à la main"),
        _l("Vous cousez à la main."),
        "needle-thread",
        ("textile",),
    ),
    Task(
        "cut-fabric", _l("Couper le tissu"), _l("Vous coupez le tissu."), "scissors", ("textile",)
    ),
    Task(
        "take-measures",
        _l("Prendre les mesures"),
        _l("Vous prenez les mesures des clients."),
        "tape-measure",
        ("textile",),
    ),
    Task(
        "shorten-trousers",
        _l("Raccourcir des pantalons"),
        _l("Vous raccourcissez des pantalons."),
        "trousers",
        ("textile",),
    ),
    Task(
        "sew-buttons",
        _l("Recoudre des boutons"),
        _l("Vous recousez des boutons."),
        "button",
        ("textile",),
    ),
)
