"""Tasks of kitchens, canteens and restaurants."""

from webapp.i18n import lazy_gettext as _l
from webapp.jobs.tasks.task import Task

TASKS = (
    Task(
        "wash-dishes",
        _l("Laver la vaisselle"),
        _l("Vous lavez la vaisselle."),
        "dishes",
        ("kitchen",),
    ),
    Task(
        "peel-vegetables",
        _l("Éplucher les légumes"),
        _l("Vous épluchez les légumes."),
        "carrot",
        ("kitchen",),
    ),
    Task(
        "cut-food",
        _l("Couper la viande et les légumes"),
        _l("Vous coupez la viande et les légumes."),
        "knife",
        ("kitchen",),
    ),
    Task(
        "cook-dishes",
        _l("Faire cuire les plats"),
        _l("Vous faites cuire les plats."),
        "pot",
        ("kitchen",),
    ),
    Task(
        "cold-dishes",
        _l("Préparer les salades et les entrées"),
        _l("Vous préparez les salades et les entrées."),
        "salad",
        ("kitchen",),
    ),
    Task(
        "sandwiches",
        _l("Faire des sandwichs"),
        _l("Vous faites des sandwichs."),
        "sandwich",
        ("kitchen",),
    ),
    Task("pizzas", _l("Faire des pizzas"), _l("Vous faites des pizzas."), "pizza", ("kitchen",)),
    Task(
        "dough", _l("Préparer la pâte"), _l("Vous préparez la pâte."), "rolling-pin", ("kitchen",)
    ),
    Task("cakes", _l("Faire des gâteaux"), _l("Vous faites des gâteaux."), "cake", ("kitchen",)),
    Task(
        "serve-meals",
        _l("Servir les repas"),
        _l("Vous servez les repas."),
        "served-plate",
        ("kitchen",),
    ),
    Task(
        "serve-drinks",
        _l("Servir les boissons"),
        _l("Vous servez les boissons."),
        "drinks",
        ("kitchen",),
    ),
    Task(
        "set-tables",
        _l("Mettre la table"),
        _l("Vous mettez la table."),
        "cutlery",
        ("kitchen", "children"),
    ),
    Task(
        "take-orders",
        _l("Prendre les commandes"),
        _l("Vous notez ce que les clients veulent."),
        "notepad",
        ("kitchen",),
    ),
    Task(
        "clean-kitchen",
        _l("Nettoyer la cuisine"),
        _l("Vous nettoyez la cuisine."),
        "cooker",
        ("kitchen",),
    ),
    Task(
        "store-cold-food",
        _l("Ranger la nourriture au froid"),
        _l("Vous rangez la nourriture au froid."),
        "fridge",
        ("kitchen",),
    ),
    Task(
        "pack-meals",
        _l("Mettre les repas en boîte"),
        _l("Vous mettez les repas en boîte."),
        "meal-box",
        ("kitchen",),
    ),
)
