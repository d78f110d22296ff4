"""The tables that undo disguised letters: look-alikes, digits for letters, hot words."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LOOK_ALIKES: dict[str, str] = dict(
    zip(
        "авекмнорстухіјѕԁԛԝһӏυοιανερτκμηβγχ",
        "abekmhopctyxijsdqwhluoiaveptkmnbyx",
        strict=True,
    )
) | {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "œ": "oe", "æ": "ae", "ð": "d", "ƒ": "f"}

PUNCTUATION: dict[str, str] = {
    **dict.fromkeys("’‘`´ʼ′ʹ", "'"),
    **dict.fromkeys("«»“”„″", '"'),
    **dict.fromkeys("–—‑‒―−‐", "-"),
    **dict.fromkeys("·•∙⋅・●▪", "·"),
}

DIGIT_LETTERS: dict[str, str] = {
    "0": "o",
    "1": "i",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "8": "b",
    "@": "a",
    "$": "s",
    "€": "e",
    "!": "i",
    "|": "l",
}

# Words that people disguise. A broken word is rejoined, and a long run of single
# letters is cut, only where one of these comes out.
HOT_WORDS: frozenset[str] = _words(
    """
    achat achete acheter achetez adresse agence aide amende appel appelle appelez application argent
        arnaque avance avancer avant avec banque bancaire billet bitcoin bloque bloquer bonjour
    candidature
    carte carton caution chambre cheque chiffre chiffres client cloture code codes colis commission
    compte comptes confirmer confirmez contrat coupon coupons coursier credit crypto cvv deblocage
    debloquer demain depot deposer deposez dossier embauche emploi employeur encaisse encaisser
        entretien envoi envoie envoyer envoyez espece especes euro euros formation frais france
    franchise
    gagner gagnez garantie gratte grattez gratuit iban identifiant identifiants identite inscription
    instagram investir jour kit likes livreur logement loyer mandat materiel mensonge mission
    moneygram mot neosurf numero paiement passe passeport patron paye payer payez paypal paysafe
        paysafecard pcs permis photo place placement poste prime profit rappel rappeler rappelez
    recharge
    recharger rechargez recrute recrutement recu reglement regler reglez remboursement reserver
    retrait reverser rib salaire secret securite service signal somme tabac taxe telegram
    telechargez telephone ticket tickets toneo trading transcash transfert travail union usdt
        vendre verse versement verser versez versement vire virement virer virez visa viber
    vitale western
    whatsapp winrar wave lydia wero anydesk teamviewer apk urgent valider validez validation
    et de du des le la les un une a au par pour sur ton ta tes votre vos moi nous me
    """
)

UNITS_AFTER_DIGITS: frozenset[str] = _words(
    """
        e eme er ere nd nde h hr hrs heure heures min mn s sec j jr jrs jour jours sem semaine
    semaines mois
        an ans km m cm mm kg g t l ml k m2 m3 eur euro euros eu balles boules ct cts fois pers
    places postes
    kw go mo pm am th st rd e/h ap av f p d x a o i
    """
)

SHORTHAND: dict[str, str] = {
    "vs": "vous",
    "ds": "dans",
    "ns": "nous",
    "tt": "tout",
    "ts": "tous",
    "pr": "pour",
    "pck": "parce que",
    "pcq": "parce que",
    "qd": "quand",
    "qqn": "quelqu'un",
    "kelkun": "quelqu'un",
    "qqch": "quelque chose",
    "stp": "s'il te plait",
    "svp": "s'il vous plait",
    "slt": "salut",
    "bjr": "bonjour",
    "cc": "coucou",
    "jte": "je te",
    "jtenvoi": "je t'envoie",
    "menvoi": "m'envoie",
    "menvoie": "m'envoie",
    "tenvoi": "t'envoie",
    "tenvoie": "t'envoie",
    "menvoyer": "m'envoyer",
    "envoi-moi": "envoie-moi",
    "envoye": "envoie",
    "menvoye": "m'envoie",
    "dmain": "demain",
    "2main": "demain",
    "jai": "j'ai",
    "jcherche": "je cherche",
    "jpeux": "je peux",
    "tel": "telephone",
    "num": "numero",
    "msg": "message",
    "rdv": "rendez-vous",
    "mdp": "mot de passe",
    "cb": "carte bancaire",
    "cni": "carte d'identite",
    "secu": "securite sociale",
    "nss": "numero de securite sociale",
    "wsp": "whatsapp",
    "whatsap": "whatsapp",
    "whats": "whatsapp",
    "wathsapp": "whatsapp",
    "watsapp": "whatsapp",
    "watsap": "whatsapp",
    "wtsp": "whatsapp",
    "telegramme": "telegram",
    "tlgrm": "telegram",
    "insta": "instagram",
    "snap": "snapchat",
    "jrs": "jours",
    "ki": "qui",
    "koi": "quoi",
    "kan": "quand",
    "fo": "faut",
    "fok": "faut que",
    "foto": "photo",
    "fotos": "photos",
    "viremen": "virement",
    "viremant": "virement",
    "virment": "virement",
    "vairment": "virement",
    "dossié": "dossier",
    "dosier": "dossier",
    "cheq": "cheque",
    "chek": "cheque",
    "shek": "cheque",
    "shèque": "cheque",
    "tiket": "ticket",
    "tikets": "tickets",
    "tickés": "tickets",
    "recharje": "recharge",
    "rechage": "recharge",
    "contrt": "contrat",
    "anbauche": "embauche",
    "enbauche": "embauche",
    "formasion": "formation",
    "formassion": "formation",
    "idantité": "identite",
    "identitée": "identite",
    "argant": "argent",
    "arjan": "argent",
    "conpte": "compte",
    "frai": "frais",
    "frés": "frais",
    "inscripsion": "inscription",
    "inscripton": "inscription",
    "comision": "commission",
    "comission": "commission",
    "commision": "commission",
    "colit": "colis",
    "coli": "colis",
    "adress": "adresse",
    "adrese": "adresse",
    "boulo": "boulot",
    "taf": "travail",
    "taff": "travail",
    "thune": "argent",
    "thunes": "argent",
    "fric": "argent",
    "moula": "argent",
    "biff": "argent",
    "balle": "balles",
}

# Names that a space or a hyphen cuts in two.
REJOINED: frozenset[str] = _words(
    """
    transcash neosurf whatsapp telegram paypal toneo moneygram anydesk teamviewer virement
    paysafecard googleplay
    """
)
