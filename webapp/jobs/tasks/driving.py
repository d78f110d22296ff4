"""Tasks of driving, delivering and moving."""

from webapp.i18n import lazy_gettext as _l
from webapp.jobs.tasks.task import Task

TASKS = (
    Task(
        "deliver-parcels",
        _l("Livrer des colis"),
        _l("Vous livrez des colis chez les gens."),
        "door-parcel",
        ("driving",),
    ),
    Task(
        "deliver-by-scooter",
        _l("Livrer des repas en scooter"),
        _l("Vous livrez des repas en scooter."),
        "scooter",
        ("driving",),
    ),
    Task(
        "deliver-by-bike",
        _l("Livrer à vélo"),
        _l("Vous livrez à vélo."),
        "bike-rider",
        ("driving",),
    ),
    Task(
        "drive-van",
        _l("Conduire une camionnette"),
        _l("Vous conduisez une camionnette."),
        "van",
        ("driving",),
    ),
    Task(
        "drive-truck",
        _l("Conduire un camion"),
        _l("Vous conduisez un camion."),
        "truck",
        ("driving",),
    ),
    Task(
        "drive-people",
        _l("Conduire des personnes"),
        _l("Vous conduisez des personnes."),
        "steering-wheel",
        ("driving",),
    ),
    Task(
        "follow-round",
        _l("Suivre une tournée"),
        _l("Vous suivez un trajet prévu, adresse par adresse."),
        "route",
        ("driving",),
    ),
    Task(
        "carry-furniture",
        _l("Porter des meubles"),
        _l("Vous portez des meubles à deux."),
        "sofa",
        ("driving", "recycling"),
    ),
    Task(
        "collect-things",
        _l("Aller chercher des objets"),
        _l("Vous allez chercher des objets chez les gens."),
        "house-box",
        ("driving", "recycling"),
    ),
    Task(
        "get-signatures",
        _l("Faire signer les clients"),
        _l("Vous faites signer les clients."),
        "signature",
        ("driving",),
    ),
    Task(
        "fill-up",
        _l("Mettre de l’essence"),
        _l("Vous mettez de l’essence."),
        "fuel-pump",
        ("driving",),
    ),
    Task(
        "wash-vehicles",
        _l("Laver les véhicules"),
        _l("Vous lavez les voitures et les camions."),
        "car-wash",
        ("driving", "repair"),
    ),
    Task(
        "collect-bins",
        _l("Ramasser les poubelles en camion"),
        _l("Vous ramassez les poubelles avec le camion."),
        "garbage-truck",
        ("driving", "recycling"),
    ),
)
