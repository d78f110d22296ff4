"""Tasks of building sites."""

from webapp.i18n import lazy_gettext as _l
from webapp.jobs.tasks.task import Task

TASKS = (
    Task(
        "carry-materials",
        _l("Porter des sacs et du matériel"),
        _l("Vous portez des sacs et du matériel."),
        "cement-bag",
        ("building",),
    ),
    Task(
        "paint-walls",
        _l("Peindre les murs"),
        _l("Vous peignez les murs."),
        "paint-roller",
        ("building", "repair"),
    ),
    Task(
        "build-walls", _l("Monter des murs"), _l("Vous montez des murs."), "bricks", ("building",)
    ),
    Task(
        "make-cement",
        _l("Préparer le ciment"),
        _l("Vous préparez le ciment."),
        "mixer",
        ("building",),
    ),
    Task(
        "lay-tiles",
        _l("Poser du carrelage"),
        _l("Vous posez du carrelage."),
        "tiles",
        ("building",),
    ),
    Task(
        "drill",
        _l("Percer et visser"),
        _l("Vous percez et vissez."),
        "drill",
        ("building", "repair", "factory"),
    ),
    Task(
        "demolish",
        _l("Casser des murs et des sols"),
        _l("Vous cassez des murs et des sols."),
        "jackhammer",
        ("building",),
    ),
    Task(
        "pull-cables",
        _l("Tirer des câbles électriques"),
        _l("Vous tirez des câbles électriques."),
        "plug",
        ("building",),
    ),
    Task("lay-pipes", _l("Poser des tuyaux"), _l("Vous posez des tuyaux."), "pipes", ("building",)),
    Task(
        "scaffolding",
        _l("Monter des échafaudages"),
        _l("Vous montez des échafaudages."),
        "scaffold",
        ("building",),
    ),
    Task(
        "insulate",
        _l("Poser de la laine contre le froid"),
        _l("Vous posez de la laine contre le froid."),
        "insulation",
        ("building",),
    ),
    Task(
        "mend-roofs", _l("Réparer des toits"), _l("Vous réparez des toits."), "roof", ("building",)
    ),
    Task(
        "fit-windows",
        _l("Poser des portes et des fenêtres"),
        _l("Vous posez des portes et des fenêtres."),
        "window",
        ("building",),
    ),
    Task(
        "mend-roads",
        _l("Réparer les routes et les trottoirs"),
        _l("Vous réparez les routes et les trottoirs."),
        "traffic-cone",
        ("building",),
    ),
)
