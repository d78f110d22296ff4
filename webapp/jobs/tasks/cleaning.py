"""Tasks of cleaning and keeping places tidy."""

from webapp.i18n import lazy_gettext as _l
from webapp.jobs.tasks.task import Task

TASKS = (
    Task(
        "vacuum",
        _l("Passer l’aspirateur"),
        _l("Vous passez l’aspirateur."),
        "vacuum",
        ("cleaning", "care"),
    ),
    Task(
        "wash-floors",
        _l("Laver les sols"),
        _l("Vous lavez les sols."),
        "mop",
        ("cleaning", "children"),
    ),
    Task(
        "sweep",
        _l("Balayer"),
        _l("Vous balayez."),
        "broom",
        ("cleaning", "building", "warehouse", "shop"),
    ),
    Task(
        "empty-bins",
        _l("Vider les poubelles"),
        _l("Vous videz les poubelles."),
        "bin-bag",
        ("cleaning",),
    ),
    Task(
        "dust",
        _l("Enlever la poussière"),
        _l("Vous enlevez la poussière."),
        "duster",
        ("cleaning",),
    ),
    Task(
        "wash-windows",
        _l("Laver les vitres"),
        _l("Vous lavez les vitres."),
        "squeegee",
        ("cleaning",),
    ),
    Task(
        "clean-toilets",
        _l("Nettoyer les toilettes"),
        _l("Vous nettoyez les toilettes."),
        "toilet",
        ("cleaning",),
    ),
    Task(
        "clean-bathrooms",
        _l("Nettoyer les salles de bain"),
        _l("Vous nettoyez les salles de bain."),
        "bathtub",
        ("cleaning",),
    ),
    Task(
        "clean-stairs",
        _l("Nettoyer les escaliers"),
        _l("Vous nettoyez les escaliers."),
        "stairs",
        ("cleaning",),
    ),
    Task(
        "make-beds", _l("Faire les lits"), _l("Vous faites les lits."), "bed", ("cleaning", "care")
    ),
    Task(
        "refill-paper",
        _l("Remettre du papier et du savon"),
        _l("Vous remettez du papier et du savon."),
        "toilet-paper",
        ("cleaning",),
    ),
    Task(
        "floor-machine",
        _l("Laver les sols avec une machine"),
        _l("Vous lavez les sols avec une machine."),
        "floor-machine",
        ("cleaning",),
    ),
    Task(
        "disinfect",
        _l("Désinfecter les poignées et les tables"),
        _l("Vous désinfectez les poignées et les tables."),
        "spray-bottle",
        ("cleaning",),
    ),
    Task(
        "bins-out",
        _l("Sortir les poubelles"),
        _l("Vous sortez les poubelles le soir ou le matin."),
        "wheelie-bin",
        ("cleaning", "security"),
    ),
    Task(
        "tidy-chairs",
        _l("Ranger les chaises et les tables"),
        _l("Vous rangez les chaises et les tables."),
        "plain-chair",
        ("cleaning",),
    ),
)
