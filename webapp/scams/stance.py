"""Sentences that warn, report or ask in general, in which nothing is asked of the reader."""

import re

WARNS = re.compile(
    r"(?<!\w)(?:arnaqu\w{0,6}|escroqu\w{0,6}|escroc\w{0,2}|fraudeurs?|fraudes?"
    r"|frauduleu\w{1,4}|usurp\w{1,8}|mefi\w{1,5}|hameconn\w{0,5}|phishing|scams?"
    r"|faux (?:sms|messages?|mails?|conseill\w+|recrut\w+|emplois?|agents?|sites?|profils?"
    r"|patrons?|appels?|contrats?|banquiers?|policiers?|cheques?|employeur\w*|colis|liens?)"
    r"|fausses? (?:offre|annonce|conseill|agence|entreprise|promesse|identit|page|recruteu"
    r"|banqui)\w{0,6}"
    r"|raccroch\w{1,4}|signale(?:z|r|s)?|se faire avoir|fait avoir|piege\w{0,2}|prevention"
    r"|sensibilis\w+|vigilan\w{1,4}|mules?(?!\w)"
    r"|j'ai (?:refuse|bloque|raccroche|porte plainte)\w*|(?:porte|porter|depose\w?) plainte"
    r"|malveillan\w+|pirat\w{1,6}|pishing|bidon|louche|estafa|fraude|golpe|احتيال|нахабн\w+"
    r"|шахра\w+)(?!\w)"
)
# "ce n'est pas une arnaque" warns of nothing.
DENIES_FRAUD = re.compile(
    r"(?:pas|aucune?|zero|sans|non|ni|stop|marre|fini\w*|anti|contre"
    r"|ras le bol)(?: \w{1,4}){0,4} ?(?:d'|des? |les |une? |l')?\s?(?:arnaqu|escroqu|fraud"
    r"|scam|piege|bidon|louche)"
    r"|arnaqueurs? s'abstenir|no scam|not a scam|(?:tentative|suspicion|cause|suite"
    r"|detect\w*|activite|soupcon|protection|lutte|service|cellule|controle|securite"
    r"|alerte)[\w ]{0,25}(?:fraud|phishing|pirat)|anti.?fraude"
    r"|(?:compte|carte|dossier|acces|profil|espace)[\w ']{0,25}(?:pirat|fraud|usurp)"
)
FORBIDS = re.compile(
    r"(?<!\w)(?:ne|n')[ ]?(?:\w{1,7}[ ']){0,2}?(?:cliqu|repond|pay|donn|communiqu|vers|envo"
    r"|rappel|appel|partag|transmett|transmet|ouvr|divulgu|confi|regl|dit|dis|saisi|suiv"
    r"|laiss|valid|achet|encaiss|avanc|fourni|montr|accept|renvo|telecharg|install|scann"
    r"|remets|remett|prete|vire)\w{0,6} .{0,25}?(?:jamais|pas|rien|aucune?|personne)(?!\w)"
    r"|(?<!\w)(?:jamais|never|nunca) (?:\w{1,8} ){0,2}(?:de |d')?(?:pay|donn|communiqu|vers"
    r"|envo|partag|argent|demand|reclam|share|give|send|ask|pague|envie|rib|code"
    r"|mot de passe)\w{0,6}"
    r"|(?<!\w)(?:pay|donn|repond|clique|envo|vers|vire)\w{0,3} (?:pas|jamais|rien)(?!\w)"
    r"|don't (?:pay|send|click|share)|do not (?:pay|send|click|share)|no pagu\w+|no env\w+"
    r"|(?:fais|faites|fait) (?:gaffe|attention)|attention (?:aux|a ce|au |a la|a l)"
    r"|attention les (?:filles|gars|amis?|copines|jeunes|mamans|parents|voisins)|(?:tu "
    r"|vous )?bloques? et|bloqu(?:ez|e)[- ](?:le|la|les)|refusez|(?:faut|doit|dois|devez"
    r"|devait|doivent|peut|peuvent|a le droit) (?:\w+ ){0,2}?(?:jamais|pas"
    r"|rien) (?:\w+ )?(?:de |te |vous )?(?:pay|donn|demand|vers|envo|reclam)"
)
# Whoever is named here is not the one who writes: their words are reported.
REPORTS = re.compile(
    r"(?<!\w)(?:si (?:on|quelqu'un|un |une |l'on|ils?|elle|jamais"
    r"|votre interloc)[\w ']{0,60}(?:demand|reclam|propos|dit|exig|veut|envoi|envoy|promet"
    r"|parl|appel|offr|presse|invit)\w{0,4}"
    r"|des (?:inconnu|individu|escroc|gens|personnes|messages|appels|sms|annonces|mails"
    r"|habitant|jeunes|usagers|offres|fraudeur)\w{0,2}|(?:certains?|plusieurs|quelques) \w+"
    r"|un (?:inconnu|certain|escroc|faux|fraudeur|message|sms|mail)"
    r"|(?:qui|ils?|elles?|on) (?:\w{1,6} ){0,2}?(?:pretend|promet|reclam"
    r"|se font passer)\w{0,4}|toute demande|tout (?:message|recruteur|employeur) qui"
    r"|quiconque|if (?:someone|anyone|they|you get)|les (?:escrocs|arnaqueurs|fraudeurs"
    r"|voleurs))"
)
ASKS_IN_GENERAL = re.compile(
    r"(?<!\w)(?:faut quoi|est[- ]ce (?:que|qu'|bien|normal|legal|vrai|possible)|est-il"
    r"|c'est (?:normal"
    r"|legal|vrai|obligatoire|bon|grave|possible|quoi|autorise)|c normal|normal (?:que|qu'"
    r"|de|ou)|faut[- ]il|doit-on|dois-je|a[- ]t[- ](?:on|il|elle)|peut-on|ont[- ]ils le droit"
    r"|a le droit|ont le droit|(?:quelqu'un|qui|vous) (?:sait|savez|connait|connaissez)"
    r"|comment (?:savoir|reconnaitre|faire|se|reagir|eviter)|pourquoi|combien (?:coute|ca)"
    r"|que faire|quoi faire|y a-t-il|vrai ou faux|quiz|is it (?:normal|legal)|es normal)"
)
# "On me demande 50 € pour le dossier, c'est normal ?" tells of a request made to the reader.
MY_CASE = re.compile(
    r"(?<!\w)(?:(?:on|il|ils|elle|elles|patron\w{0,2}|recruteu?r?\w{0,4}|dame|monsieur|mec"
    r"|type|agence|employeur|qui|gars|femme|homme|personne|boite|entreprise|site|societe"
    r"|directeur|responsable) (?:\w{1,8} ){0,3}?(?:m'|me |nous |lui |leur )"
    r"|je (?:dois|devrais|vais devoir)|j'(?:ai recu|ai du)|faut que je|mon futur|(?:il|elle"
    r"|on|ils) (?:veut|veulent|exige|reclame|demande)|he (?:asks|wants)|they (?:ask|want)"
    r"|asked me)"
)
DIRECT = re.compile(
    r"(?<!\w)(?:(?:envoy|transmett|donn|vers|regl|pay|achet|communiqu|repond|indiqu|renseign"
    r"|fourni(?:ss)?|fait|confirm|clique?|cliqu|valid|complet|telecharg|vir|depos"
    r"|saisi(?:ss)?|dict|renvoy|rechang|recharg|contact|appel|rappel|ajout|ecriv|identifi"
    r"|connect|reconnect|mett|remett|post|scann|install)ez(?! (?:jamais|pas|rien|aucun"
    r"|a personne))"
    r"|merci de|veuillez|vous devez|tu dois|il (?:vous |te )?faut|il (?:vous |te )?suffit"
    r"|(?:envoie|donne|paye|verse|achete|vire|dicte|clique|confirme|prends|fais) )"
)
SAFE_ACTS = re.compile(
    r"(?:appelez|contactez|prevenez|rappelez|envoyez|transferez|transmettez|faites|signalez"
    r"|deposez|parlez|venez|demandez|verifiez|composez|repondez|donnez|allez"
    r"|connectez)(?: \w+){0,4} ?(?:votre banque|banque|opposition|le 3|au 3|17|33700|plainte"
    r"|police|gendarm|signal|conseill|l'expediteur|numero de l'exp|entreprise|vous-meme"
    r"|mairie|centre|france services|perceval|a quelqu'un|adresse habituelle)"
)
QUOTED = re.compile(r"\"[^\"\n]{3,200}\"")


def hushed_sentences(sentences: list[str]) -> set[int]:
    """Numbers of the sentences in which nobody asks the reader for anything."""
    warned = any(_warns(sentence) for sentence in sentences)
    forbidden = any(FORBIDS.search(sentence) for sentence in sentences)
    return {
        number
        for number, sentence in enumerate(sentences)
        if sentence.strip() and _is_hushed(sentence, warned=warned, forbidden=forbidden)
    }


def _warns(sentence: str) -> bool:
    return bool(WARNS.search(sentence)) and not DENIES_FRAUD.search(sentence)


def _is_hushed(sentence: str, *, warned: bool, forbidden: bool) -> bool:
    if _is_general_question(sentence):
        return True
    if REPORTS.search(sentence) and (warned or forbidden or sentence.lstrip().startswith("si ")):
        return True
    if _warns(sentence):
        return not _asks_directly(sentence)
    return warned and not _asks_directly(sentence) and not MY_CASE.search(sentence)


def _is_general_question(sentence: str) -> bool:
    if "?" not in sentence and not ASKS_IN_GENERAL.match(sentence.lstrip()):
        return False
    return (
        bool(ASKS_IN_GENERAL.search(sentence))
        and not MY_CASE.search(sentence)
        and not _asks_directly(sentence)
    )


def _asks_directly(sentence: str) -> bool:
    without_quotes = QUOTED.sub(" ", sentence)
    return bool(DIRECT.search(SAFE_ACTS.sub(" ", FORBIDS.sub(" ", without_quotes))))
