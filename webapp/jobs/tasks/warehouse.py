"""Tasks of warehouses and parcels."""

from webapp.i18n import lazy_gettext as _l
from webapp.jobs.tasks.task import Task

TASKS = (
    Task(
        "prepare-orders",
        _l("Préparer les commandes"),
        _l("Vous préparez les commandes des clients."),
        "box-cart",
        ("warehouse",),
    ),
    Task(
        "pack",
        _l("Mettre en carton"),
        _l("Vous mettez les produits dans des cartons."),
        "open-box",
        ("warehouse", "factory"),
    ),
    Task(
        "carry-boxes",
        _l("Porter des cartons"),
        _l("Vous portez des cartons."),
        "carry-box",
        ("warehouse",),
    ),
    Task(
        "load-trucks",
        _l("Charger les camions"),
        _l("Vous chargez les camions."),
        "truck-load",
        ("warehouse", "driving"),
    ),
    Task(
        "unload-trucks",
        _l("Décharger les camions"),
        _l("Vous déchargez les camions."),
        "truck-unload",
        ("warehouse", "driving", "shop"),
    ),
    Task(
        "drive-forklift",
        _l("Conduire un chariot élévateur"),
        _l("Vous conduisez un chariot élévateur."),
        "forklift",
        ("warehouse",),
    ),
    Task(
        "pallet-truck",
        _l("Tirer un transpalette"),
        _l("Vous déplacez des palettes avec un transpalette."),
        "pallet-truck",
        ("warehouse",),
    ),
    Task(
        "fill-shelves",
        _l("Remplir les étagères"),
        _l("Vous rangez les produits sur les étagères."),
        "shelves",
        ("warehouse", "shop"),
    ),
    Task(
        "scan-codes",
        _l("Passer les codes-barres à l’appareil"),
        _l("Vous passez les codes-barres à l’appareil."),
        "barcode",
        ("warehouse",),
    ),
    Task(
        "count-stock",
        _l("Compter les produits"),
        _l("Vous comptez les produits."),
        "count-sheet",
        ("warehouse", "shop"),
    ),
    Task(
        "stick-labels",
        _l("Coller les étiquettes"),
        _l("Vous collez les étiquettes."),
        "label",
        ("warehouse", "factory", "textile"),
    ),
    Task(
        "sort-parcels",
        _l("Trier les colis"),
        _l("Vous triez les colis par ville."),
        "sorted-boxes",
        ("warehouse",),
    ),
    Task(
        "wrap-pallets",
        _l("Emballer les palettes"),
        _l("Vous emballez les palettes avec du film plastique."),
        "pallet",
        ("warehouse", "factory"),
    ),
    Task(
        "check-goods",
        _l("Vérifier ce qui arrive"),
        _l("Vous vérifiez les produits qui arrivent."),
        "box-check",
        ("warehouse",),
    ),
    Task(
        "hand-truck",
        _l("Pousser un diable"),
        _l("Vous déplacez des charges avec un diable à roues."),
        "hand-truck",
        ("warehouse",),
    ),
)
