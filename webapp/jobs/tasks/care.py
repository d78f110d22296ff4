"""Tasks of helping people at home or in a care home."""

from webapp.i18n import lazy_gettext as _l
from webapp.jobs.tasks.task import Task

TASKS = (
    Task(
        "do-shopping",
        _l("Faire les courses"),
        _l("Vous faites les courses."),
        "groceries",
        ("care",),
    ),
    Task(
        "prepare-meal",
        _l("Préparer un repas"),
        _l("Vous préparez un repas simple."),
        "pot",
        ("care", "children"),
    ),
    Task(
        "help-eat",
        _l("Aider à manger"),
        _l("Vous aidez la personne à manger."),
        "bowl-spoon",
        ("care", "children"),
    ),
    Task(
        "walk-with",
        _l("Accompagner en promenade"),
        _l("Vous marchez dehors avec la personne."),
        "arm-in-arm",
        ("care",),
    ),
    Task(
        "help-get-up",
        _l("Aider à se lever"),
        _l("Vous aidez la personne à se lever et à s’asseoir."),
        "armchair",
        ("care",),
    ),
    Task(
        "help-wash",
        _l("Aider à se laver"),
        _l("Vous aidez la personne à se laver."),
        "shower",
        ("care",),
    ),
    Task(
        "help-dress",
        _l("Aider à s’habiller"),
        _l("Vous aidez la personne à s’habiller."),
        "t-shirt",
        ("care", "children"),
    ),
    Task("help-comb", _l("Coiffer"), _l("Vous coiffez la personne."), "comb", ("care",)),
    Task(
        "push-wheelchair",
        _l("Pousser un fauteuil roulant"),
        _l("Vous poussez un fauteuil roulant."),
        "wheelchair",
        ("care",),
    ),
    Task(
        "keep-company",
        _l("Tenir compagnie"),
        _l("Vous parlez et jouez avec la personne."),
        "cards",
        ("care",),
    ),
    Task(
        "remind-pills",
        _l("Rappeler les médicaments"),
        _l("Vous rappelez l’heure des médicaments."),
        "pills",
        ("care",),
    ),
    Task(
        "go-to-doctor",
        _l("Accompagner chez le médecin"),
        _l("Vous accompagnez la personne chez le médecin."),
        "stethoscope",
        ("care",),
    ),
)
