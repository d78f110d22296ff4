"""The labels of every choice of an offer: contracts, needs, what to bring, languages, days."""

from webapp.i18n import lazy_gettext as _l

CONTRACTS = {
    "cddi": _l("Contrat d’insertion"),
    "mission": _l("Missions d’intérim d’insertion"),
    "disposal": _l("Heures chez plusieurs clients"),
    "cdi_inclusion": _l("CDI inclusion"),
    "cdd": _l("CDD"),
    "cdi": _l("CDI"),
    "temporary": _l("Intérim"),
    "apprenticeship": _l("Apprentissage"),
    "professional": _l("Contrat de professionnalisation"),
    "freelance": _l("Travail indépendant accompagné"),
}
CONTRACT_MEANINGS = {
    "cddi": _l("Vous travaillez, et quelqu’un vous aide à préparer la suite."),
    "mission": _l("L’agence vous envoie travailler, et vous accompagne entre les missions."),
    "disposal": _l("L’association vous emploie, et vous travaillez chez ses clients."),
    "cdi_inclusion": _l("Un contrat sans date de fin, pour les 57 ans et plus."),
    "cdd": _l("Un contrat avec une date de fin."),
    "cdi": _l("Un contrat sans date de fin."),
    "temporary": _l("L’agence vous envoie travailler pour quelques jours ou quelques semaines."),
    "apprenticeship": _l("Vous travaillez et vous allez à l’école, avec un salaire."),
    "professional": _l("Vous travaillez et vous apprenez le métier, avec un salaire."),
    "freelance": _l("Vous travaillez à votre compte, et une structure vous aide."),
}
KINDS = {
    "job": _l("Emploi"),
    "immersion": _l("Immersion : vous découvrez le travail, sans salaire, quelques jours"),
    "internship": _l("Stage"),
    "training": _l("Formation qui mène à un emploi"),
}
OF_KIND = {  # before the name of the work, wherever it is said
    "immersion": _l("Immersion : %(job)s"),
    "internship": _l("Stage : %(job)s"),
    "training": _l("Formation : %(job)s"),
}
KIND_PICTURES = {"immersion": "footprints", "internship": "learner", "training": "board"}
KIND_MEANINGS = {  # what each is, who signs, how long: Code du travail, L.5135-1 to L.5135-8
    "immersion": (
        _l(
            "Une immersion n’est pas un contrat de travail. "
            "Vous découvrez le métier quelques jours."
        ),
        _l("Elle dure 1 mois au plus. Vous gardez vos allocations."),
        _l("Avant, vous signez une convention avec l’employeur et votre conseiller."),
        _l("Votre conseiller est à France Travail, à la mission locale ou à Cap emploi."),
    ),
    "internship": (
        _l("Un stage n’est pas un contrat de travail. Vous apprenez quelques semaines."),
        _l("Avant, vous signez une convention avec l’employeur et votre école ou votre formation."),
    ),
    "training": (
        _l("Une formation n’est pas un contrat de travail. Vous apprenez le métier."),
        _l("Un travail peut suivre. Votre conseiller vous aide à vous inscrire."),
    ),
}
LICENCE = {
    "none": _l("Pas besoin de permis."),
    "useful": _l("Le permis aide, mais il n’est pas demandé."),
    "required": _l("Le permis B est demandé."),
}
FRENCH = {
    "none": _l("On peut travailler sans parler français."),
    "some": _l("Un peu de français suffit."),
    "speak": _l("Il faut parler français."),
    "write": _l("Il faut lire et écrire le français."),
}
CARRYING = {
    "none": _l("Rien de lourd à porter."),
    "light": _l("Vous portez jusqu’à 10 kg."),
    "heavy": _l("Vous portez jusqu’à 25 kg."),
}
POSTURE = {
    "seated": _l("On travaille assis."),
    "standing": _l("On travaille debout."),
    "both": _l("On travaille assis et debout."),
}
SCREEN = {
    "none": "",
    "useful": _l("Un peu d’ordinateur ou de téléphone."),
    "required": _l("Vous travaillez sur un ordinateur ou un téléphone."),
}
EXPERIENCE = {
    "none": _l("Vous débutez ? C’est possible."),
    "useful": _l("Si vous avez déjà fait ce travail, c’est un plus."),
    "required": _l("Il faut avoir déjà fait ce travail."),
}
LEARNED = _l("Appris sur place.")
START = {
    "now": _l("Tout de suite"),
    "soon": _l("Dans les semaines qui viennent"),
    "to_agree": _l("À décider ensemble"),
}
BRING = {
    "id": _l("Une pièce d’identité"),
    "permit": _l("Votre titre de séjour, si vous en avez un"),
    "cv": _l("Un CV, si vous en avez un"),
    "licence": _l("Votre permis de conduire"),
    "shoes": _l("Des chaussures fermées"),
    "clothes": _l("Des vêtements qui ne craignent rien"),
    "nothing": _l("Rien, venez comme vous êtes"),
    "caces": _l("Votre CACES, si vous en avez un"),
    "certificate": _l("Votre certificat ou votre carte professionnelle"),
}
SPOKEN = {
    "fr": _l("français"),
    "ar": _l("arabe"),
    "en": _l("anglais"),
    "es": _l("espagnol"),
    "pt": _l("portugais"),
    "tr": _l("turc"),
    "uk": _l("ukrainien"),
    "it": _l("italien"),
    "ro": _l("roumain"),
    "co": _l("corse"),
}
REACHED = {  # how deaf people reach a contact, kept among the contact's languages
    "fsl": _l("Répond en langue des signes française (LSF)."),
    "relay": _l("Répond aussi par un service de relais pour personnes sourdes."),
}
LANGUAGES = {  # what an employer may say of a contact
    **SPOKEN,
    "fsl": _l("langue des signes (LSF)"),
    "relay": _l("appels par un service de relais (personnes sourdes)"),
}
DAYS = (
    _l("lundi"),
    _l("mardi"),
    _l("mercredi"),
    _l("jeudi"),
    _l("vendredi"),
    _l("samedi"),
    _l("dimanche"),
)
# Whole words for each day: many languages change its end after “from”, “to” or “on”.
FROM_DAYS = (
    _l("du lundi"),
    _l("du mardi"),
    _l("du mercredi"),
    _l("du jeudi"),
    _l("du vendredi"),
    _l("du samedi"),
    _l("du dimanche"),
)
TO_DAYS = (
    _l("au lundi"),
    _l("au mardi"),
    _l("au mercredi"),
    _l("au jeudi"),
    _l("au vendredi"),
    _l("au samedi"),
    _l("au dimanche"),
)
ON_DAYS = (
    _l("le lundi"),
    _l("le mardi"),
    _l("le mercredi"),
    _l("le jeudi"),
    _l("le vendredi"),
    _l("le samedi"),
    _l("le dimanche"),
)
DAY_LETTERS = (_l("L"), _l("Ma"), _l("Me"), _l("J"), _l("V"), _l("S"), _l("D"))
PARTS = {
    "morning": _l("le matin"),
    "afternoon": _l("l’après-midi"),
    "evening": _l("le soir"),
    "day": _l("en journée"),
    "night": _l("la nuit en partie"),
    "mixed": _l("horaires variables"),
}
