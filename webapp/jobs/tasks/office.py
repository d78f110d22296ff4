"""Tasks of offices and reception desks."""

from webapp.i18n import lazy_gettext as _l
from webapp.jobs.tasks.task import Task

TASKS = (
    Task(
        "answer-phone",
        _l("Répondre au téléphone"),
        _l("Vous répondez au téléphone."),
        "desk-phone",
        ("office",),
    ),
    Task(
        "welcome-visitors",
        _l("Accueillir les visiteurs"),
        _l("Vous accueillez les visiteurs."),
        "reception",
        ("office", "security"),
    ),
    Task(
        "type",
        _l("Écrire à l’ordinateur"),
        _l("Vous écrivez à l’ordinateur."),
        "keyboard",
        ("office",),
    ),
    Task(
        "fill-spreadsheets",
        _l("Remplir des tableaux"),
        _l("Vous remplissez des tableaux à l’ordinateur."),
        "spreadsheet",
        ("office",),
    ),
    Task(
        "file-papers",
        _l("Classer les papiers"),
        _l("Vous classez les papiers."),
        "folder",
        ("office",),
    ),
    Task(
        "hand-out-mail",
        _l("Distribuer le courrier"),
        _l("Vous distribuez le courrier."),
        "envelope",
        ("office", "security", "driving"),
    ),
    Task(
        "photocopy",
        _l("Faire des photocopies"),
        _l("Vous faites des photocopies."),
        "printer",
        ("office",),
    ),
    Task(
        "book-meetings",
        _l("Prendre les rendez-vous"),
        _l("Vous notez les rendez-vous."),
        "diary",
        ("office",),
    ),
    Task(
        "write-bills",
        _l("Préparer les factures"),
        _l("Vous préparez les factures."),
        "bill",
        ("office",),
    ),
    Task(
        "store-archives",
        _l("Ranger les vieux dossiers"),
        _l("Vous rangez les vieux dossiers."),
        "archive-box",
        ("office",),
    ),
    Task(
        "meeting-room",
        _l("Préparer la salle de réunion"),
        _l("Vous préparez la salle de réunion."),
        "meeting-table",
        ("office",),
    ),
    Task(
        "order-supplies",
        _l("Commander du papier et des stylos"),
        _l("Vous commandez du papier et des stylos."),
        "pen-pot",
        ("office",),
    ),
    Task(
        "help-forms",
        _l("Aider à remplir des papiers"),
        _l("Vous aidez les gens à remplir des papiers."),
        "form-pencil",
        ("office", "care"),
    ),
    Task(
        "help-computer",
        _l("Aider sur l’ordinateur"),
        _l("Vous aidez les gens sur l’ordinateur."),
        "laptop",
        ("office",),
    ),
)
