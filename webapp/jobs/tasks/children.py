"""Tasks of looking after children."""

from webapp.i18n import lazy_gettext as _l
from webapp.jobs.tasks.task import Task

TASKS = (
    Task(
        "play",
        _l("Jouer avec les enfants"),
        _l("Vous jouez avec les enfants."),
        "ball",
        ("children",),
    ),
    Task(
        "tidy-toys",
        _l("Ranger et laver les jouets"),
        _l("Vous rangez et lavez les jouets."),
        "teddy",
        ("children",),
    ),
    Task(
        "walk-pram",
        _l("Promener un bébé"),
        _l("Vous promenez un bébé en poussette."),
        "pram",
        ("children",),
    ),
    Task(
        "school-run",
        _l("Accompagner à l’école"),
        _l("Vous accompagnez les enfants à l’école."),
        "adult-child",
        ("children",),
    ),
    Task(
        "give-bottle",
        _l("Donner le biberon"),
        _l("Vous donnez le biberon."),
        "baby-bottle",
        ("children",),
    ),
    Task(
        "change-nappies",
        _l("Changer les couches"),
        _l("Vous changez les couches."),
        "nappy",
        ("children",),
    ),
    Task(
        "watch-naps",
        _l("Surveiller la sieste"),
        _l("Vous surveillez la sieste."),
        "cot",
        ("children",),
    ),
    Task(
        "read-stories",
        _l("Lire des histoires"),
        _l("Vous lisez des histoires aux enfants."),
        "book",
        ("children",),
    ),
    Task(
        "homework",
        _l("Aider aux devoirs"),
        _l("Vous aidez les enfants à faire leurs devoirs."),
        "exercise-book",
        ("children",),
    ),
    Task(
        "paint-with",
        _l("Faire de la peinture avec les enfants"),
        _l("Vous faites de la peinture avec les enfants."),
        "palette",
        ("children",),
    ),
    Task(
        "watch-playground",
        _l("Surveiller la cour de récréation"),
        _l("Vous surveillez les enfants dans la cour."),
        "slide",
        ("children",),
    ),
)
