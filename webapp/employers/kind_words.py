"""What an employer may offer that is no job, said where contracts are chosen."""

from webapp.i18n import lazy_gettext as _l

NO_JOB = {
    "immersion": _l("Immersion (PMSMP)"),
    "internship": _l("Stage"),
    "training": _l("Formation qui mène à un emploi"),
}
NO_JOB_MEANINGS = {
    "immersion": _l(
        "Une personne découvre le métier chez vous, 1 mois au plus, sans salaire. La convention se "
        "signe avant, avec elle et un prescripteur : France Travail, mission locale, Cap "
        "emploi… (Code du travail, L.5135-1 à L.5135-8)."
    ),
    "internship": _l(
        "Une personne en formation apprend chez vous. La convention se signe avant, avec elle et "
        "son école ou son organisme de formation."
    ),
    "training": _l(
        "Une personne apprend le métier avant d’être embauchée. Voyez avant avec France Travail."
    ),
}
