"""How what people type is cut into the words that say a work, whatever the spelling."""

import re
import unicodedata

LONGEST = 200  # characters read: past them, a query is a pasted text
MOST_WORDS = 14  # words read

LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "ı": "i"})
ACCENTS = re.compile("[\u0300-\u036f]+")
WORD = re.compile(r"[a-z0-9\u0300-\u036f]+")

# Short writing of messages, said in full; what says nothing of the work becomes nothing.
SHORT = {
    "we": "weekend", "wkend": "weekend", "1": "", "2": "", "pr": "pour", "ds": "dans",
    "ac": "avec", "av": "avec", "tps": "temps", "tt": "tout", "bcp": "", "ptit": "petit",
    "ptite": "petite", "ptits": "petits", "pti": "petit", "mag": "magasin", "rest": "resto",
    "gosse": "enfants", "gosses": "enfants", "resto": "restaurant", "restau": "restaurant",
    "anniv": "anniversaire", "assist": "assistant", "secu": "securite", "elec": "electricien",
    "electro": "electro", "bat": "batiment", "ordi": "ordinateur", "ordis": "ordinateur",
    "appart": "appartement", "apparts": "appartement", "prof": "professeur", "profs": "professeur",
    "pdj": "petit dejeuner", "pdej": "petit dejeuner", "dej": "dejeuner", "frigos": "frigo",
    "com": "communication", "compta": "comptabilite", "medoc": "medicament",
    "medocs": "medicament", "manut": "manutention", "manip": "manipulateur", "telepro": "teleconseiller",
    "pl": "poids lourd", "spl": "super lourd", "vl": "vehicule leger", "tp": "travaux publics",
    "cond": "conducteur", "resp": "responsable", "fam": "femme", "fame": "femme", "qq": "", "qqn": "", "kelkun": "", "ki": "qui",
    "prepa": "preparateur", "aux": "aux", "tel": "telephone", "telef": "telephone", "fo": "faut",
    "mecano": "mecanicien", "vetements": "vetement", "comm": "communication", "info": "informatique",
}  # fmt: skip

# Words that frame a search, in the order people say them: looking, wanting, knowing, where, when.
FRAME = frozenset(
    """
    a ai aie aimerai aimerais aimerait ait as au aussi autre autres aux avais avec avoir ayant bah
    mettre mets met metre mis ben bien bon bonne bref c ca car ce cela ces cest cet cette ceux chaque chercher cherche cherch
    cherchons chez ci comme coin d da dan dans de deja des desormais deux dont du eh elle elles en
    encore ensuite entre envie es est et etais etait ete etes etre eu euh eux experience experiences
    faire fais fait faite faisais fasse fai ferai ferais fesai fesais fo font faut g genre gere h
    hein i il ils j jai jaim jaime jaimerai jaimerais jcherche jch jche je jer jfais jfai jpeu jpeux
    jsais jsui jsuis jveu jveux jvoudrai jvoudrais k ke kel ki l la le les leur leurs lors lui m ma
    mais me meme mes mi mieux mm moi mon n ne ni niveau nos notre nous o on or ou oui par parce
    pcq peu peut peux plus possible pour pouvoir pouvoire ptetre pu pui puis q qe qu quand que quel
    quelle quelqu quelque quelques qui quoi r recherche recherch rechercher reprendre s sa sai sais
    sait sans savoir se ser serai serais ses sest si son sont souhaite souhaiterais sui suis sur t ta
    tes toi ton tous tout toute toutes tres trouver trouve tu u un une urgent urgence vais va vers
    veu veut veux vite voila voir voire vos votre voudrai voudrais voudrait vous vrai vraiment x y
    z ya
    boulot boulo boulos bulot cdd cdi cddi contrat embauche emploi emplois emploie emploies gagne
    heure heures horaire horaires interim interimaire job jobs matin metier metiers midi mission
    missions partiel plein profession pro recrute bosser bosse bosser bossais soir soiree soirs
    taf tafs taff taffe taffer tafer temps tps travail travaille travaillais travaille travailler
    travai travaiyer travay travayer weekend week dispo disponible
    actuellement ancien ancienne ans an annee annees pendant longtemps habitude capable motive
    motivee serieux serieuse debutant debutante diplome sachant svp stp merci please pls
    looking for want need im can working work the of in at to and as my with any do
    trabajo trabajar busco quiero de el los las una uno como en con para necesito empleo puedo
    trabalho trabalhar procuro quero preciso um uma emprego no na nos nas com
    is ariyorum isi istiyorum bir ve ile
    khedma khdma khidma bghit nkhdem nheb nehdem f fi wa dyal
    """.split()
)
FRAMES = re.compile(
    r"\b(?:postes?|places?|emplois?|boulots?|travail|stages?|recrutements?|offres?|annonces?|metiers?|jobs?|formations?)"
    r" (?:de|d|dans|en|comme|pour|chez|a|au|of|as|in)\b"
)
FRAMED = re.compile(r"\b(?:poste|place|stage|recrutement|emploi|boulot|travail|metier|job|offre|annonce|formation)")


def letters(text: str) -> str:
    """Lower-case letters with their accents set apart, without ligatures: the same if done twice."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text.translate(LIGATURES)).casefold()
    return unicodedata.normalize("NFKD", spread.translate(LIGATURES))


def bare(word: str) -> str:
    """A word of `words` without its accents."""
    return word if word.isascii() else ACCENTS.sub("", word)


def plain(text: str) -> str:
    """Lower-case letters without accents and digits, one space between words."""
    return " ".join(WORD.findall(ACCENTS.sub("", letters(text[:LONGEST]))))


def words(text: str) -> list[str]:
    """The words of a text, in lower case, accents set apart, short writing said in full."""
    said = WORD.findall(letters(text[:LONGEST]))
    if not SHORT.keys().isdisjoint(said):
        said = " ".join(SHORT.get(word, word) for word in said).split()
    return said


def work_words(said: list[str]) -> list[str]:
    """Those of the words of a text that can say a work: those that frame a search are gone."""
    spread = " ".join(said)
    if FRAMED.search(spread):
        said = FRAMES.sub(" ", spread).split()
    return [word for word in said if bare(word) not in FRAME][:MOST_WORDS]
