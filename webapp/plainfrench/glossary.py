"""Words that work and rights cannot do without, each with one simple sentence."""

from dataclasses import dataclass

from flask_babel.speaklater import LazyString

from webapp.i18n import lazy_gettext as _l


@dataclass(frozen=True)
class Term:
    """A word, its address on the page of words, how it is written in French, what it means."""

    key: str
    label: LazyString
    meaning: LazyString
    written: tuple[str, ...]


TERMS = (
    # contracts
    Term(
        "cddi",
        _l("Contrat d’insertion"),
        _l("Vous travaillez, et une personne vous aide pour la suite."),
        ("contrat d’insertion", "contrat à durée déterminée d’insertion", "CDDI"),
    ),
    Term(
        "cdi-inclusion",
        _l("CDI inclusion"),
        _l("Un contrat sans date de fin, à partir de 57 ans."),
        ("CDI inclusion",),
    ),
    Term(
        "cdd",
        _l("CDD"),
        _l("Un contrat avec une date de fin."),
        ("CDD", "contrat à durée déterminée"),
    ),
    Term(
        "cdi",
        _l("CDI"),
        _l("Un contrat sans date de fin."),
        ("CDI", "contrat à durée indéterminée"),
    ),
    Term(
        "interim",
        _l("Intérim"),
        _l("Une agence vous paie. Vous travaillez chez ses clients."),
        ("intérim", "travail temporaire", "intérimaire"),
    ),
    Term(
        "mission",
        _l("Mission"),
        _l("Un travail de quelques jours ou de quelques semaines."),
        ("mission", "mission d’intérim"),
    ),
    Term(
        "mission-interim-insertion",
        _l("Missions d’intérim d’insertion"),
        _l("Une agence vous envoie travailler et vous aide."),
        ("mission d’intérim d’insertion",),
    ),
    Term(
        "apprentissage",
        _l("Apprentissage"),
        _l("Vous travaillez et vous allez à l’école. Vous avez un salaire."),
        ("apprentissage", "apprenti", "apprentie"),
    ),
    Term(
        "contrat-pro",
        _l("Contrat de professionnalisation"),
        _l("Vous travaillez et vous apprenez un métier. Vous avez un salaire."),
        ("contrat de professionnalisation", "contrat pro"),
    ),
    Term(
        "alternance",
        _l("Alternance"),
        _l("Des jours au travail, et des jours à l’école."),
        ("alternance",),
    ),
    Term(
        "travail-independant",
        _l("Travail indépendant"),
        _l("Vous travaillez pour vous, sans patron."),
        ("travail indépendant", "travailleur indépendant", "auto-entrepreneur"),
    ),
    Term(
        "periode-essai",
        _l("Période d’essai"),
        _l("Les premiers jours. Vous et le patron pouvez arrêter."),
        ("période d’essai",),
    ),
    Term("avenant", _l("Avenant"), _l("Un papier qui change une partie du contrat."), ("avenant",)),
    # pay and time
    Term(
        "brut",
        _l("Salaire brut"),
        _l("Le salaire avant les cotisations."),
        ("brut", "salaire brut"),
    ),
    Term(
        "net", _l("Salaire net"), _l("L’argent que vous recevez vraiment."), ("net", "salaire net")
    ),
    Term(
        "cotisations",
        _l("Cotisations"),
        _l("Une partie du salaire. Elle paie la santé et la retraite."),
        ("cotisation",),
    ),
    Term(
        "retenues",
        _l("Retenues"),
        _l("Une partie du salaire. Elle paie votre santé et votre retraite."),
        ("retenue",),
    ),
    Term("smic", _l("SMIC"), _l("Le plus petit salaire permis en France."), ("SMIC",)),
    Term(
        "fiche-de-paie",
        _l("Fiche de paie"),
        _l("Le papier qui dit combien vous êtes payé."),
        ("fiche de paie", "bulletin de paie", "bulletin de salaire"),
    ),
    Term(
        "rib",
        _l("RIB"),
        _l("Le papier de la banque avec le numéro de votre compte."),
        ("RIB", "IBAN"),
    ),
    Term(
        "temps-partiel",
        _l("Temps partiel"),
        _l("Moins de 35 heures par semaine."),
        ("temps partiel",),
    ),
    Term(
        "temps-plein",
        _l("Temps plein"),
        _l("Au moins 35 heures par semaine."),
        ("temps plein", "temps complet"),
    ),
    Term(
        "conges-payes",
        _l("Congés payés"),
        _l("Des vacances, et vous êtes payé."),
        ("congés payés", "congé payé"),
    ),
    Term(
        "arret-maladie",
        _l("Arrêt maladie"),
        _l("Le médecin dit : pas de travail ces jours-là."),
        ("arrêt maladie", "arrêt de travail"),
    ),
    # the way back to work
    Term(
        "insertion",
        _l("Insertion"),
        _l("Un travail avec une aide pour aller vers la suite."),
        ("insertion", "IAE", "insertion par l’activité économique"),
    ),
    Term(
        "entreprise-insertion",
        _l("Entreprise d’insertion"),
        _l("Une entreprise qui vous donne du travail et vous aide."),
        ("entreprise d’insertion",),
    ),
    Term(
        "chantier-insertion",
        _l("Atelier et chantier d’insertion"),
        _l("Un lieu pour travailler encore, avec un chef d’équipe."),
        ("atelier et chantier d’insertion", "chantier d’insertion"),
    ),
    Term(
        "association-intermediaire",
        _l("Association intermédiaire"),
        _l("Une association vous trouve des heures de travail chez des gens."),
        ("association intermédiaire",),
    ),
    Term(
        "geiq",
        _l("GEIQ"),
        _l("Des entreprises qui vous donnent du travail et un métier."),
        ("GEIQ",),
    ),
    Term(
        "encadrant",
        _l("Encadrant technique"),
        _l("Le chef d’équipe. Il vous apprend le travail."),
        ("encadrant technique", "encadrante technique", "encadrant", "encadrante"),
    ),
    Term(
        "entreprise-adaptee",
        _l("Entreprise adaptée"),
        _l("Une entreprise pour les travailleurs handicapés."),
        ("entreprise adaptée",),
    ),
    Term(
        "pass-iae",
        _l("PASS IAE"),
        _l("L’accord de l’État pour travailler en insertion. Il dure 2 ans."),
        ("PASS IAE", "agrément"),
    ),
    Term(
        "immersion",
        _l("Immersion"),
        _l("Quelques jours pour voir un métier, sans salaire."),
        ("immersion", "PMSMP"),
    ),
    Term(
        "stage",
        _l("Stage"),
        _l("Quelques jours ou semaines pour apprendre au travail."),
        ("stage", "stagiaire"),
    ),
    Term("formation", _l("Formation"), _l("Des cours pour apprendre un métier."), ("formation",)),
    Term(
        "accompagnement",
        _l("Accompagnement"),
        _l("Une personne vous aide, étape par étape."),
        ("accompagnement",),
    ),
    Term(
        "conseiller",
        _l("Conseiller"),
        _l("La personne qui vous aide à trouver un travail."),
        ("conseiller en insertion", "conseillère en insertion", "référent", "référente"),
    ),
    Term(
        "france-travail",
        _l("France Travail"),
        _l("Le service qui aide à trouver un travail. Avant : Pôle emploi."),
        ("France Travail", "francetravail", "Pôle emploi"),
    ),
    Term(
        "mission-locale",
        _l("Mission locale"),
        _l("Un lieu qui aide les jeunes de 16 à 25 ans."),
        ("mission locale",),
    ),
    Term(
        "cap-emploi",
        _l("Cap emploi"),
        _l("Un lieu qui aide les personnes handicapées à trouver un travail."),
        ("Cap emploi",),
    ),
    Term("ccas", _l("CCAS"), _l("Le service d’aide de la mairie."), ("CCAS",)),
    Term(
        "departement",
        _l("Département"),
        _l("Il donne le RSA et aide les familles."),
        ("conseil départemental",),
    ),
    # rights and papers
    Term(
        "rsa",
        _l("RSA"),
        _l("Une aide en argent, chaque mois, pour vivre."),
        ("RSA", "revenu de solidarité active"),
    ),
    Term("caf", _l("CAF"), _l("Elle paie les aides : RSA, logement, enfants."), ("CAF", "Caf")),
    Term(
        "rqth",
        _l("RQTH"),
        _l("Un papier qui dit : travailleur handicapé. Il donne des droits."),
        ("RQTH", "reconnaissance de la qualité de travailleur handicapé"),
    ),
    Term(
        "titre-de-sejour",
        _l("Titre de séjour"),
        _l("La carte pour vivre en France quand on est étranger."),
        ("titre de séjour", "carte de séjour"),
    ),
    Term(
        "recepisse", _l("Récépissé"), _l("Un papier qui attend votre vraie carte."), ("récépissé",)
    ),
    Term(
        "piece-identite",
        _l("Pièce d’identité"),
        _l("Votre carte d’identité ou votre passeport."),
        ("pièce d’identité",),
    ),
    Term(
        "carte-vitale",
        _l("Carte Vitale"),
        _l("La carte verte, pour le médecin et la pharmacie."),
        ("carte Vitale",),
    ),
    Term("cv", _l("CV"), _l("Une page sur vos métiers et vos études."), ("CV", "curriculum vitae")),
    Term(
        "lettre-de-motivation",
        _l("Lettre de motivation"),
        _l("Une lettre qui dit : je veux ce travail. Ici, pas besoin."),
        ("lettre de motivation",),
    ),
    Term("caces", _l("CACES"), _l("Le papier pour conduire des machines au travail."), ("CACES",)),
    Term("permis-b", _l("Permis B"), _l("Le permis pour conduire une voiture."), ("permis B",)),
    Term(
        "habilitation",
        _l("Habilitation électrique"),
        _l("Le papier pour travailler près de l’électricité."),
        ("habilitation", "habilitation électrique"),
    ),
    Term(
        "cpf",
        _l("CPF"),
        _l("De l’argent pour payer une formation. Il est à vous."),
        ("CPF", "compte personnel de formation"),
    ),
    # the site
    Term("cnil", _l("CNIL"), _l("Elle protège vos données, contre tout le monde."), ("CNIL",)),
    Term("cookie", _l("Cookie"), _l("Une petite trace gardée dans votre téléphone."), ("cookie",)),
    Term("arnaque", _l("Arnaque"), _l("Quelqu’un ment pour prendre votre argent."), ("arnaque",)),
)
TERM = {term.key: term for term in TERMS}
EXPRESSIONS = frozenset(written.lower() for term in TERMS for written in term.written)
