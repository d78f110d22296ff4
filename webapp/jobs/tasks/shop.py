"""Tasks of shops and markets."""

from webapp.i18n import lazy_gettext as _l
from webapp.jobs.tasks.task import Task

TASKS = (
    Task("till", _l("Tenir la caisse"), _l("Vous tenez la caisse."), "cash-register", ("shop",)),
    Task(
        "advise-customers",
        _l("Aider et conseiller les clients"),
        _l("Vous aidez les clients à choisir."),
        "advise",
        ("shop",),
    ),
    Task(
        "stick-prices",
        _l("Mettre les prix"),
        _l("Vous mettez les prix sur les produits."),
        "price-tag",
        ("shop",),
    ),
    Task(
        "sell-bread",
        _l("Vendre du pain"),
        _l("Vous vendez du pain et des gâteaux."),
        "baguette",
        ("shop",),
    ),
    Task(
        "fruit-shelves",
        _l("Ranger les fruits et légumes"),
        _l("Vous rangez les fruits et les légumes."),
        "apple",
        ("shop",),
    ),
    Task(
        "hang-clothes",
        _l("Mettre les vêtements sur cintres"),
        _l("Vous mettez les vêtements sur des cintres."),
        "hanger",
        ("shop", "textile"),
    ),
    Task(
        "wrap-gifts",
        _l("Faire des paquets cadeaux"),
        _l("Vous faites des paquets cadeaux."),
        "gift",
        ("shop",),
    ),
    Task(
        "window-display",
        _l("Décorer la vitrine"),
        _l("Vous décorez la vitrine."),
        "dress-form",
        ("shop",),
    ),
    Task(
        "market-stall",
        _l("Monter le stand au marché"),
        _l("Vous montez le stand au marché."),
        "market-stall",
        ("shop",),
    ),
    Task(
        "trolleys",
        _l("Ranger les chariots des clients"),
        _l("Vous rangez les chariots des clients."),
        "shopping-cart",
        ("shop",),
    ),
    Task(
        "prepare-baskets",
        _l("Préparer les courses des clients"),
        _l("Vous préparez les courses commandées par les clients."),
        "basket",
        ("shop",),
    ),
)
