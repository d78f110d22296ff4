"""Tasks of gardens, parks and rivers."""

from webapp.i18n import lazy_gettext as _l
from webapp.jobs.tasks.task import Task

TASKS = (
    Task("mow", _l("Tondre l’herbe"), _l("Vous tondez l’herbe."), "mower", ("green",)),
    Task(
        "plant-flowers",
        _l("Planter des fleurs"),
        _l("Vous plantez des fleurs."),
        "flower-pot",
        ("green",),
    ),
    Task(
        "weed",
        _l("Arracher les mauvaises herbes"),
        _l("Vous arrachez les mauvaises herbes."),
        "weed",
        ("green", "farm"),
    ),
    Task(
        "trim-hedges", _l("Tailler les haies"), _l("Vous taillez les haies."), "shears", ("green",)
    ),
    Task(
        "rake-leaves",
        _l("Ramasser les feuilles"),
        _l("Vous ramassez les feuilles."),
        "rake",
        ("green",),
    ),
    Task(
        "water-plants",
        _l("Arroser les plantes"),
        _l("Vous arrosez les plantes."),
        "watering-can",
        ("green", "farm"),
    ),
    Task("dig", _l("Retourner la terre"), _l("Vous retournez la terre."), "spade", ("green",)),
    Task(
        "cut-branches",
        _l("Couper les branches des arbres"),
        _l("Vous coupez les branches des arbres."),
        "tree",
        ("green", "farm"),
    ),
    Task(
        "brush-cutter",
        _l("Couper les hautes herbes"),
        _l("Vous coupez les hautes herbes avec une machine."),
        "brush-cutter",
        ("green",),
    ),
    Task(
        "pick-up-litter",
        _l("Ramasser les déchets dehors"),
        _l("Vous ramassez les déchets dans les rues et les parcs."),
        "litter-picker",
        ("green", "cleaning", "recycling"),
    ),
    Task(
        "wheelbarrow",
        _l("Pousser la brouette"),
        _l("Vous poussez la brouette."),
        "wheelbarrow",
        ("green", "building"),
    ),
    Task(
        "fences",
        _l("Poser des clôtures"),
        _l("Vous posez des clôtures."),
        "fence",
        ("green", "farm"),
    ),
    Task(
        "stack-wood",
        _l("Couper et ranger du bois"),
        _l("Vous coupez et rangez du bois."),
        "logs",
        ("green",),
    ),
    Task(
        "clean-rivers",
        _l("Nettoyer les bords de rivière"),
        _l("Vous nettoyez les bords de rivière."),
        "river",
        ("green",),
    ),
    Task(
        "keep-paths",
        _l("Entretenir les chemins"),
        _l("Vous entretenez les chemins de promenade."),
        "signpost",
        ("green",),
    ),
)
