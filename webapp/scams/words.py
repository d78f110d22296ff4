"""What to tell a person about each sign: its name, why it matters, what to do, whom to call."""

from dataclasses import dataclass
from enum import StrEnum

from flask_babel.speaklater import LazyString

from webapp.i18n import lazy_gettext as _l
from webapp.scams.signs import Sign


class Contact(StrEnum):
    """Who helps. Numbers and addresses are to be checked again before each release."""

    CYBER = "cyber"
    SMS = "sms"
    POLICE = "police"
    VICTIMS = "victims"
    MINORS = "minors"
    ADVISER = "adviser"
    BANK = "bank"


@dataclass(frozen=True)
class Help:
    """One contact: its name, what it does, and what to dial or open."""

    name: LazyString
    what: LazyString
    phone: str = ""
    address: str = ""


@dataclass(frozen=True)
class Words:
    """What a page says of one sign."""

    name: LazyString
    why: LazyString
    acts: tuple[LazyString, ...]
    contact: Contact


# Read in official pages in 2026; hours and numbers change, so look again before a release.
CONTACTS: dict[Contact, Help] = {
    Contact.CYBER: Help(
        _l("17Cyber"),
        _l("La police et les gendarmes répondent par écrit, jour et nuit."),
        address="https://17cyber.gouv.fr",
    ),
    Contact.SMS: Help(
        _l("Le 33700"),
        _l("Transférez le SMS au 33700. C’est gratuit."),
        phone="33700",
        address="https://www.33700.fr",
    ),
    Contact.POLICE: Help(
        _l("Info Escroqueries"),
        _l("Des policiers et des gendarmes vous conseillent. L’appel est gratuit."),
        phone="0805805817",
    ),
    Contact.VICTIMS: Help(
        _l("France Victimes, le 116 006"),
        _l("On vous écoute 7 jours sur 7, de 9 h à 20 h."),
        phone="116006",
    ),
    Contact.MINORS: Help(
        _l("Le 3018"),
        _l("On vous aide quand on vous menace avec des photos."),
        phone="3018",
    ),
    Contact.ADVISER: Help(
        _l("Votre conseillère ou votre conseiller"),
        _l("Montrez-lui le message avant de répondre."),
    ),
    Contact.BANK: Help(
        _l("Votre banque"),
        _l("Le numéro est au dos de votre carte."),
    ),
}

_PAY_NOTHING = _l("Ne payez rien.")
_NO_ANSWER = _l("Ne répondez plus à ce message.")
_SHOW = _l("Montrez ce message à votre conseillère ou votre conseiller.")
_NO_CLICK = _l("Ne touchez pas le lien.")
_CALL_COMPANY = _l("Cherchez vous-même le numéro de l’entreprise et appelez.")
_SEND_NOTHING = _l("N’envoyez aucun papier pour le moment.")
_GIVE_NO_CODE = _l("Ne donnez aucun code.")
_CALL_BANK = _l("Appelez votre banque si vous avez déjà donné quelque chose.")
_KEEP_PROOF = _l("Gardez des photos des messages.")
_MEET_FIRST = _l("Demandez à rencontrer quelqu’un sur place.")

SIGN_WORDS: dict[Sign, Words] = {
    Sign.FEE_ADMIN: Words(
        _l("On vous demande de payer des frais"),
        _l("On ne paie jamais pour avoir un travail."),
        (_PAY_NOTHING, _SHOW),
        Contact.POLICE,
    ),
    Sign.FEE_TRAINING: Words(
        _l("On vous vend une formation pour être pris"),
        _l("Un vrai employeur paie la formation qu’il demande."),
        (_PAY_NOTHING, _SHOW),
        Contact.ADVISER,
    ),
    Sign.FEE_KIT: Words(
        _l("On vous fait payer le matériel ou la tenue"),
        _l("L’employeur doit fournir la tenue et les protections, sans caution."),
        (_PAY_NOTHING, _CALL_COMPANY),
        Contact.ADVISER,
    ),
    Sign.FEE_TRAVEL_HOUSING: Words(
        _l("On vous fait payer le voyage ou le logement avant"),
        _l("Souvent, le travail et le logement n’existent pas."),
        (_PAY_NOTHING, _CALL_COMPANY),
        Contact.POLICE,
    ),
    Sign.FEE_LIST: Words(
        _l("On vous vend des offres ou une place"),
        _l("Vendre des offres d’emploi est interdit."),
        (_PAY_NOTHING, _SHOW),
        Contact.ADVISER,
    ),
    Sign.COUPON_PAYMENT: Words(
        _l("On vous demande un coupon ou une carte cadeau"),
        _l("Avec le code, l’argent part et ne revient pas."),
        (_l("N’achetez pas de coupon et ne donnez pas les chiffres."), _NO_ANSWER),
        Contact.POLICE,
    ),
    Sign.CASH_TRANSFER: Words(
        _l("On vous demande d’envoyer de l’argent à quelqu’un"),
        _l("Un patron ne demande jamais d’avancer son argent."),
        (_l("N’envoyez pas d’argent."), _CALL_BANK),
        Contact.BANK,
    ),
    Sign.PREMIUM_NUMBER: Words(
        _l("Ce numéro coûte cher"),
        _l("L’appel peut coûter plusieurs euros."),
        (_l("N’appelez pas ce numéro."), _l("Transférez le SMS au 33700.")),
        Contact.SMS,
    ),
    Sign.DEPOSIT_UNLOCK: Words(
        _l("On vous demande de payer pour toucher vos gains"),
        _l("Les gains affichés n’existent pas."),
        (_PAY_NOTHING, _KEEP_PROOF),
        Contact.CYBER,
    ),
    Sign.CHEQUE_OVERPAY: Words(
        _l("On vous envoie un chèque trop gros"),
        _l("La banque reprend l’argent du faux chèque, parfois des semaines après."),
        (_l("Ne déposez pas le chèque."), _l("Si c’est fait, appelez votre banque.")),
        Contact.BANK,
    ),
    Sign.MONEY_MULE: Words(
        _l("On veut faire passer de l’argent par votre compte"),
        _l("Cet argent est souvent volé et la loi le punit."),
        (
            _l("Ne prêtez ni votre compte ni votre carte."),
            _l("Si c’est fait, parlez-en d’abord à votre banque."),
        ),
        Contact.BANK,
    ),
    Sign.PARCEL_RESHIP: Words(
        _l("On veut vous faire recevoir des colis chez vous"),
        _l("Ces objets sont souvent payés avec une carte volée."),
        (_l("N’acceptez pas les colis."), _l("Si c’est fait, parlez-en à la police.")),
        Contact.POLICE,
    ),
    Sign.MYSTERY_SHOPPER: Words(
        _l("Faux travail de client mystère"),
        _l("Un vrai client mystère est payé après et n’avance rien."),
        (_l("N’achetez rien et n’encaissez pas de chèque."), _NO_ANSWER),
        Contact.POLICE,
    ),
    Sign.BANK_DATA_EARLY: Words(
        _l("On demande vos données de banque trop tôt"),
        _l("Le numéro de carte ne sert jamais à payer un salaire."),
        (
            _l("Donnez votre RIB seulement au moment du contrat."),
            _l("Si vous avez donné la carte, appelez votre banque."),
        ),
        Contact.BANK,
    ),
    Sign.NIR_EARLY: Words(
        _l("On demande votre numéro de sécurité sociale trop tôt"),
        _l("Ce numéro se donne seulement quand vous êtes embauché."),
        (_SEND_NOTHING, _MEET_FIRST),
        Contact.ADVISER,
    ),
    Sign.CREDENTIALS_PHISH: Words(
        _l("On veut votre mot de passe"),
        _l("France Travail et la Caf ne demandent jamais votre mot de passe."),
        (_l("Ne donnez pas votre mot de passe."), _l("Si c’est fait, changez-le vite.")),
        Contact.CYBER,
    ),
    Sign.OTP_CODE: Words(
        _l("On veut le code reçu sur votre téléphone"),
        _l("Ce code ouvre votre banque ou votre messagerie."),
        (_GIVE_NO_CODE, _CALL_BANK),
        Contact.CYBER,
    ),
    Sign.REMOTE_APP: Words(
        _l("On vous fait installer une application"),
        _l("Elle peut voir votre écran et vos codes."),
        (
            _l("N’installez rien."),
            _l("Si c’est fait, éteignez le téléphone et demandez de l’aide."),
        ),
        Contact.CYBER,
    ),
    Sign.ACCOUNT_RENTAL: Words(
        _l("On parle de louer un compte ou un nom"),
        _l("La loi punit la personne qui prête son nom."),
        (_l("Ne prêtez pas votre nom."), _SHOW),
        Contact.ADVISER,
    ),
    Sign.CONTRACT_IN_YOUR_NAME: Words(
        _l("On veut signer des contrats à votre nom"),
        _l("C’est vous qui devrez payer ces contrats."),
        (_l("Ne signez rien."), _l("Si c’est fait, appelez votre banque et la police.")),
        Contact.POLICE,
    ),
    Sign.SEXT_MODELLING: Words(
        _l("On veut des photos intimes ou on vous vend des photos"),
        _l("Ces photos servent ensuite à vous faire peur."),
        (_l("N’envoyez pas de photo et ne payez pas."), _KEEP_PROOF),
        Contact.MINORS,
    ),
    Sign.SECRECY: Words(
        _l("On vous demande de garder le secret"),
        _l("Un vrai travail ne se cache pas."),
        (_l("Parlez-en à une personne de confiance."), _NO_ANSWER),
        Contact.ADVISER,
    ),
    Sign.CPF_SCAM: Words(
        _l("On vous presse d’utiliser votre CPF"),
        _l("Le CPF ne se perd pas pendant la vie de travail."),
        (_l("Raccrochez et ne donnez rien."), _SHOW),
        Contact.CYBER,
    ),
    Sign.FAKE_AID: Words(
        _l("On vous promet une aide ou un prêt"),
        _l("Une vraie aide ne demande ni carte ni argent."),
        (_NO_CLICK, _l("Demandez à votre Caf ou à France Services.")),
        Contact.ADVISER,
    ),
    Sign.TASK_SCAM: Words(
        _l("On vous paie pour des clics ou des « j’aime »"),
        _l("On paie un peu au début, puis on demande votre argent."),
        (_l("Arrêtez et ne payez rien."), _KEEP_PROOF),
        Contact.CYBER,
    ),
    Sign.CRYPTO_INVEST: Words(
        _l("On vous demande de placer de l’argent"),
        _l("Un travail ne demande pas de placer votre argent."),
        (_PAY_NOTHING, _l("Si c’est fait, appelez votre banque.")),
        Contact.CYBER,
    ),
    Sign.MLM_PYRAMID: Words(
        _l("Il faut payer pour entrer et faire entrer d’autres"),
        _l("Être payé pour faire entrer des gens est interdit."),
        (_PAY_NOTHING, _SHOW),
        Contact.ADVISER,
    ),
    Sign.ID_DOCS_EARLY: Words(
        _l("On demande vos papiers trop tôt"),
        _l("Avec vos papiers, on peut prendre un crédit à votre nom."),
        (_SEND_NOTHING, _MEET_FIRST),
        Contact.ADVISER,
    ),
    Sign.LOOKALIKE_LINK: Words(
        _l("Le lien n’est pas celui qu’on croit"),
        _l("Un site officiel finit par gouv.fr ou par son vrai nom."),
        (_NO_CLICK, _l("Allez sur le site par vous-même.")),
        Contact.SMS,
    ),
    Sign.IMPERSONATION: Words(
        _l("Quelqu’un prend peut-être un nom connu"),
        _l("Tout le monde peut écrire un nom connu dans un message."),
        (_CALL_COMPANY, _SEND_NOTHING),
        Contact.ADVISER,
    ),
    Sign.FREE_EMAIL: Words(
        _l("L’adresse de courriel n’est pas celle de l’entreprise"),
        _l("Une grande entreprise a sa propre adresse."),
        (_CALL_COMPANY, _SEND_NOTHING),
        Contact.ADVISER,
    ),
    Sign.UNSOLICITED: Words(
        _l("On vous répond sans que vous ayez écrit"),
        _l("Vos données ont peut-être été volées ailleurs."),
        (_l("Demandez d’où vient votre numéro."), _SEND_NOTHING),
        Contact.ADVISER,
    ),
    Sign.OFF_PLATFORM: Words(
        _l("On veut parler ailleurs"),
        _l("Ailleurs, personne ne peut vous protéger."),
        (_l("Restez sur le site de l’annonce."), _CALL_COMPANY),
        Contact.ADVISER,
    ),
    Sign.ABSENT_RECRUITER: Words(
        _l("La personne qui recrute est loin"),
        _l("On ne peut pas vérifier qui elle est."),
        (_MEET_FIRST, _SEND_NOTHING),
        Contact.ADVISER,
    ),
    Sign.NO_INTERVIEW: Words(
        _l("On vous prend sans vous voir"),
        _l("Un vrai employeur veut vous rencontrer."),
        (_MEET_FIRST, _CALL_COMPANY),
        Contact.ADVISER,
    ),
    Sign.FAKE_CONTRACT: Words(
        _l("On vous envoie un contrat avant de vous voir"),
        _l("Ce papier sert parfois à prendre vos données."),
        (_l("Ne signez pas seul."), _SHOW),
        Contact.ADVISER,
    ),
    Sign.NO_COMPANY: Words(
        _l("On ne dit pas qui recrute ni où"),
        _l("Un vrai employeur donne son nom et son adresse."),
        (_l("Demandez le nom et l’adresse."), _SEND_NOTHING),
        Contact.ADVISER,
    ),
    Sign.PAY_TOO_HIGH: Words(
        _l("Le salaire est très haut"),
        _l("Un salaire trop beau sert parfois à attirer."),
        (_CALL_COMPANY, _SHOW),
        Contact.ADVISER,
    ),
    Sign.URGENCY: Words(
        _l("On vous presse"),
        _l("On vous presse pour que vous ne réfléchissiez pas."),
        (_l("Prenez votre temps."), _SHOW),
        Contact.ADVISER,
    ),
}

# What to do when money, papers or codes were already given.
ALREADY_GIVEN: tuple[LazyString, ...] = (
    _l("Appelez votre banque tout de suite et demandez de bloquer."),
    _l("Gardez des photos des messages et des numéros."),
    _l("Changez vos mots de passe."),
    _l("Allez à la police ou à la gendarmerie pour porter plainte."),
    _l("Cela arrive à beaucoup de monde. On peut vous aider."),
)
