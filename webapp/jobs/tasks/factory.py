"""Tasks of factories and workshops."""

from webapp.i18n import lazy_gettext as _l
from webapp.jobs.tasks.task import Task

TASKS = (
    Task(
        "assemble",
        _l("Monter des pièces"),
        _l("Vous montez des pièces ensemble."),
        "bolt",
        ("factory",),
    ),
    Task(
        "work-line",
        _l("Travailler à la chaîne"),
        _l("Vous travaillez sur une chaîne, toujours au même poste."),
        "conveyor",
        ("factory",),
    ),
    Task(
        "watch-machine",
        _l("Surveiller une machine"),
        _l("Vous surveillez une machine."),
        "machine",
        ("factory",),
    ),
    Task(
        "saw-parts",
        _l("Découper à la machine"),
        _l("Vous découpez des pièces à la machine."),
        "saw-blade",
        ("factory",),
    ),
    Task("saw-wood", _l("Scier du bois"), _l("Vous sciez du bois."), "saw", ("factory",)),
    Task(
        "weld", _l("Souder"), _l("Vous soudez des pièces de métal."), "welding-mask", ("factory",)
    ),
    Task("sand", _l("Poncer"), _l("Vous poncez le bois ou le métal."), "sander", ("factory",)),
    Task(
        "solder-wires",
        _l("Monter des fils électriques"),
        _l("Vous montez des fils électriques sur des cartes."),
        "circuit",
        ("factory",),
    ),
    Task(
        "fill-jars",
        _l("Remplir des bocaux"),
        _l("Vous remplissez des bocaux et des bouteilles."),
        "jar",
        ("factory",),
    ),
    Task("weigh", _l("Peser les produits"), _l("Vous pesez les produits."), "scale", ("factory",)),
    Task(
        "clean-machines",
        _l("Nettoyer les machines"),
        _l("Vous nettoyez les machines."),
        "sponge",
        ("factory",),
    ),
)
