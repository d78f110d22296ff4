"""Sharper turns of phrase: requests that need no other word to be understood."""
# ruff: noqa: E501 - one turn of phrase a line, however long

READER_ACTS = frozenset({"must_buy"})
DENIALS = frozenset({"blackmail"})

IDEAS: dict[str, str] = {
    "strict_fee": r"""
        frais (?:de |d'|du |des )?(?:dossiers?|inscription|candidature|gestion|administratifs?|traitement|enregistrement|sélection|étude|ouverture|recrutement|embauche|agence|notaire|timbre|légalisation|certification|validation|assurance|instruction|mise en relation|constitution|secrétariat|immatriculation|affiliation|placement|activation)
        droits? d(?:e |')(?:nomination|inscription|chancellerie|admission|dossier|candidature|entrée)
        casiers? judiciaires?
        visite médicale
        consignation
        redevance
        (?:registration|processing|application|admin\w*|handling|job|joining|medical|security|onboarding) (?:fees?|charges?)
        (?:gastos|tasas) (?:de |administrativ\w*)
        (?:taxa) (?:de |administrativ\w*)
        *رسوم
        """,
    "pay_now": r"""
        (?:avancé|payé|réglé|supporté|financé|acheté)e?s? par (?:le |la |l'|chaque )?(?:candidat|salarié|stagiaire|participant|postulant)\w*
        (?:la )?moitié avant
        tu (?:la |le |les )?(?:ramènes?|apportes?|remets?|donnes?|verses?|paies?|payes?|règles?) .. (?:liquide|espèces|avant|d'abord|cash)
        vous (?:versez|réglez|payez|remettez) .. (?:avant|d'abord|d'avance)
        à (?:me|nous|lui) (?:remettre|verser|envoyer|virer|donner|payer|régler)
        supportée?s? par (?:le|la|les|l'|chaque) ?\w+
        (?:à|de) (?:payer|régler|verser|avancer|virer|débourser|acquitter|prépayer)(?: (?:par|avant|à|au|d'avance|vous|en|sur|dès|soi|toi|pour))?
        à (?:votre|ta) charge
        à (?:vos|tes) frais
        à la charge (?:du|de la|des|de chaque|de l') ?(?:candidat\w*|postulant\w*|salarié\w*|stagiaire\w*|saisonni\w*|participant\w*|travailleur\w*|intéressé\w*)
        moyennant
        (?:après|dès|à|sur|contre|en attente d[eu]|réception d[eu]|sous réserve d[eu]|en échange d[eu]|une fois|avant|sans|suite à) (?:le |la |l'|votre |ton |ce |du |un |de )?(?:virement|paiement|règlement|versement|acquittement|dépôt|encaissement)(?: reçu| effectué| de| préalable)?
        (?:payant|payante|payer|payez|verser|versez|régler|réglez|virer|virez) (?:d'abord|d'avance|avant|maintenant|aujourd'hui|ce soir|la moitié|tout de suite|par|le|la|les|un|une|ces|votre|ton|vos|tes|ici|en)
        (?:paye|verse|règle|vire|avance)s? (?:d'abord|d'avance|avant|maintenant|moi|nous|aujourd'hui|ce soir|la moitié|les frais|ton|ta|le kit|la formation|le visa|le dossier)
        (?:tu|vous) (?:dois|devez|devrez|devras|allez devoir|vas devoir) (?:d'abord |juste |seulement |simplement |donc |aussi )?(?:payer|régler|verser|virer|avancer|débourser|acquitter|cotiser|financer|acheter|vous acquitter)
        il (?:te |vous )?(?:faut|faudra|suffit de|reste à|reste plus qu'à) (?:d'abord |juste |seulement |simplement |donc )?(?:payer|payé|régler|verser|virer|avancer|débourser|acquitter|cotiser)
        (?:merci de|veuillez|pensez à|n'oubliez pas de|n'oublie pas de|afin de|invitée?s? à|prière de|vous demand\w+ de|te demand\w+ de|vous pri\w+ de|demande de|m'oblige à|veut que je) (?:bien vouloir |nous |me |lui )?(?:payer|paye|régler|verser|virer|avancer|débourser|acquitter|procéder au|effectuer le|solder)
        (?:je|j') ?(?:dois|devrais|vais devoir) (?:d'abord )?(?:payer|régler|verser|virer|avancer|acheter|lui (?:payer|régler|verser|virer|avancer))
        (?:caution|acompte|arrhes|dépôt|frais|participation|consignation|avance|provision|règlement|paiement|versement) (?:\w+ ){0,4}?(?:demandée?s?|exigée?s?|obligatoires?|préalables?|requise?s?|remboursables?|restituée?s?|rendue?s?|réclamée?s?|à prévoir|à verser|à régler)
        non[ -]remboursables?
        (?:pay|send|transfer|deposit) (?:the|a|your|us|for|first|via)
        (?:debe|debes|deberá|hay que|tienes que|tiene que) (?:pagar|abonar|ingresar|depositar|enviar)
        (?:deve|tem de|tem que|é preciso|precisa) (?:pagar|depositar|enviar)
        يجب (?:عليك )?(?:دفع|تحويل|ارسال|ان تدفع)
        (?:треба|потрібно|необхідно) (?:сплатити|оплатити|заплатити|переказати)
        """,
    "must_buy": r"""
        (?:à|d') ?acheter(?: à| chez| sur| auprès| par)?
        (?:tu|vous) (?:dois|devez|devrez|devras) (?:d'abord |vous |te )?(?:acheter|commander|procurer|prendre|acquérir|équiper)
        (?:il )?(?:te |vous )?(?:faut|faudra|suffit de) (?:d'abord |juste |vous |te )?(?:acheter|commander|procurer|acquérir|équiper)
        (?:achetez|achète|commandez|commande|procurez-vous|acquérez)
        (?:achat|acquisition) (?:obligatoire|préalable|à (?:votre|ta) charge|initial|du|de la|des|d'un)
        (?:vendu|vendue|vendus|facturé|facturée)s?
        you (?:must|need to|have to) buy
        buy (?:the|your|our)
        """,
    "forward_cash": r"""
        (?:retir|sort|sors|ressor)\w* .. (?:liquide|espèces|distributeur|dab|cash|billets) .. (?:remett|remets|donn|port|envo|dépos|coursier|collègue|passe\w*|récup\w+)
        (?:fai(?:s|re|tes)|faisons|fait)(?: \w+){0,3} (?:passer|transiter) .. (?:argent|sommes?|virements?|fonds)
        (?:passer|transiter) (?:de l'argent|des virements|des fonds|des sommes) (?:sur|par)
        """,
    "receive_parcel": r"""
        (?:recev\w+|reçois|réceptionn\w+|récupér\w+|stock\w+|gard\w+|accept\w+|collect\w+|entrepos\w+|signe\w*|accueill\w+|faire livrer|livrer chez|se faire livrer|arriv\w+|livré\w*|receive|recib\w+|receb\w+|отрим\w+)
        *استلام
        *تستلم
        *استقبال
        """,
    "strong_front": r"""
        (?:ton|votre) nom .. (?:kbis|statuts|registre)
        (?:juste|que|seulement) sur (?:le )?papiers?
        (?:patron|gérante?|chef|direct\w+|associée?|présidente?) .. sur (?:le )?papiers?
        (?:gérant|gérante|dirigeant|président|associé) (?:de paille|de façade|prête-nom|sur (?:le )?papier|fictif\w*)
        prête ?noms?
        homme de paille
        (?:ouvrir|ouvre|ouvres|ouvrez|créer|crée|créez|monter|monte) (?:une? |ta |votre |ton )?(?:société|entreprise|sasu|sarl|auto-?entreprise|micro-?entreprise|boîte) (?:à|en|sous) (?:ton|votre) nom
        """,
    "strong_hand_over": r"""
        (?:remett|remets|donn|transmett|transmets|envo|confi|laiss|renvo|communiqu|revend)\w* .. (?:accès|codes?|cartes?|identifiants|appareils?|téléphones?|box|sims?|puces?|mots? de passe|clés)
        (?:on|nous|je) (?:les |le |la |l')?(?:résili|annul|clôtur)\w*
        (?:on|nous) (?:garde|gardons|récup\w+)
        (?:par|chaque) (?:ligne|compte|dossier|ouverture|forfait|puce|crédit|carte grise|véhicule|banque)
        sans (?:rien|jamais) payer
        rien ne (?:te|vous) sera
        """,
    "profit": r"""
        doubl\w+
        tripl\w+
        multipli\w+
        rendements?
        profits?
        bénéfices?
        plus[ -]values?
        gains?
        \d{1,3} ?% (?:par|de|/)
        (?:revenus?|argent) (?:passifs?|facile|garantis?|automatique)
        par (?:jour|semaine)
        liberté financière
        indépendance financière
        tombe\w* (?:sur|chaque|tous)
        """,
    "own_capital": r"""
        (?:petit |ton |votre |un )capital
        (?:mise|dépôt|apport|investissement|placement|somme) (?:de )?(?:départ|initiale?|minimum|minimale?|personnel\w*)
        (?:plac|invest|inject|dépos|mis)(?:ez|er|es|e) (?:d'abord |juste |seulement |un |votre |ton |vos |tes )?(?:\d|argent|économies|capital|petite? somme|épargne)\w*
        """,
    "not_met": r"""
        avant (?:de |d'|le |la |l'|tout |toute |notre |que |votre |ton |même )(?:\w+ ){0,2}?(?:rendez-vous|entretien|rencontr\w*|signature|signer|fixer|rencontre|contrat|convocation|candidature|visite|poste|réponse|voir)
        (?:examin|étudi|trait|regard|valid|retenu|vérifi|sélection|présélection)\w* .. (?:candidature|profil|dossier|cv)
        (?:candidature|profil|dossier|cv) .. (?:examin|étudi|trait|valid|retenu|vérifi|sélection|présélection|accept|pass)\w*
        présélectionn\w+
        (?:pour|afin de) (?:réserver|bloquer|garder|valider|confirmer|garantir|vérifier|postuler|être (?:retenu|recruté|embauché|sélectionné)|figurer|participer|avancer|passer|accéder|créer|ouvrir|enregistrer|activer|finaliser|connaître|lancer|débloquer)
        postul\w+
        (?:joindre|joignez) (?:à|au|avec) (?:votre|la|ta|le)
        """,
    "hand_over": r"""
        (?:envo(?:yez|ie|ies|i)|dict(?:ez|e|es|er)|donn(?:ez|e|es|er)|dis|dites|transmett(?:ez|re)|transmets|communiqu(?:ez|e|er)|renvo(?:yez|ie|yer)|repass(?:ez|e)|fil(?:ez|e)|partag(?:ez|e)|forward|lis|lisez|recopi(?:ez|e)|retap(?:ez|e)|faites suivre|fais suivre)[ -](?:moi|nous|lui|le|les)
        (?:me|m'|nous|lui) (?:l')?(?:envoyer|dicter|donner|dire|transmettre|communiquer|renvoyer|filer|lire|repasser|faire suivre|le (?:donner|dire|dicter|envoyer)|les (?:donner|dire|dicter|envoyer))
        (?:tu|vous) (?:me|m'|nous|lui) (?:le |les |l')?(?:envoi\w*|envoy\w*|dict\w*|donn\w*|dis|dites|transmet\w*|communiqu\w*|renvo\w*|lis|lisez|repass\w*|files?)
        (?:par retour|par téléphone|à notre (?:agent|conseill\w+|service|technicien\w*|opérat\w+|accueil|standard))
        répond(?:ez|s|re) .. (?:avec|code|chiffres|clé)
        (?:à|au|a) (?:mon|notre|l'|la|le) (?:collègue|agent|opérat\w+|conseill\w+|recruteu\w+|secrétaire)
        (?:send|tell|give|forward|read) (?:it|me|us|them)
        """,
    "strict_otp": r"""
        codes? (?:à |de |d'|en )?(?:validation|vérification|confirmation|sécurité|sms|authentification|whatsapp|paiement)
        codes? (?:à |de )?(?:\d|quatre|six|cinq) chiffres
        (?:les |ces )[4-8] (?:petits |premiers |derniers )?chiffres
        clé de (?:sécurité|validation|vérification)
        (?:verification|security|6[ -]?digit|six[ -]?digit) (?:pin |code )?code
        código de (?:verificación|verificação|confirmación|confirmação|seguridad|segurança)
        رمز (?:التحقق|التاكيد)
        """,
    "promo": r"""
        codes? (?:\d+ )?(?:à|pour|au) (?:la |le |l')?(?:livr\w+|portail|caisse|guichet|accueil|retrait)
        codes? de (?:retrait|consigne|casier)
        codes? (?:promo\w*|postal\w*|rome|ape|du travail|de la route|couleur|barres?|vestimentaire|du portail|portail|porte|de l'immeuble|wifi|d'entrée|cadenas|de l'alarme|de la porte|du bâtiment|alarme)
        """,
    "install": r"""
        (?:install|télécharg|download|lanc|ouvr|exécut|descarg|baix|accept|autoris|mets|mett)\w*
        """,
    "picture": r"""
        photos?
        photographi\w+
        scan\w*
        recto
        verso
        capture
        selfie
        picture
        foto\w*
        """,
    "blackmail": r"""
        (?:€|euros?|paye\w*|paie\w*|vers\w+|coupons?|recharges?) .. ou .. (?:famille|contacts?|mari|père|mère|parents|proches|amis|femme|facebook|patron) .. (?:reç\w+|voi\w*|ver\w+|saur\w+|sait|découvr\w+|apprend\w*)
        (?:on|je|nous|ils?) (?:les |l')?(?:envo|enver|publi|diffus|post|montr|balanc|partag)\w* .. (?:photos?|vidéos?|images?|captures?|nudes?) .. (?:contacts?|famille|amis?|facebook|proches|monde|collègues|école|instagram|mari|père|mère)
        """,
    "tax_out": r"""
        (?:taxe|impôts?|fiscal\w*|prélèvement|douan\w+|commission|garantie|sortie de fonds|retrait|retirer|versement|transfert)
        """,
    "code_word": r"""
        (?:code|chiffres|numéro|identifiant|id)
        """,
    "safe_model": r"""
        (?:maillots?|tenues?) (?:de travail|fournie?s?|de piscine|et bonnet|de foot|de rechange)
        (?:bonnet|piscine|maître[ -]nageur|nageur|natation|surveillant de baignade|bassin)
        (?:pas|sans|aucune) (?:de )?(?:photo|nu|dénud)\w*
        (?:lingerie|sous-vêtements) .. (?:vente|rayon|boutique|magasin|repassage|couture|tri|atelier|usine)
        (?:vente|rayon|boutique|magasin|repassage|couture|tri|atelier|usine|vendeu\w+|linge|blanchisserie) .. (?:lingerie|sous-vêtements|intime)
        (?:linge|blanchisserie|serviettes?)
        """,
    "family": r"""
        (?:à|de) (?:mon|ma|mes|son|sa) (?:fils|fille|mari|femme|mère|père|sœur|frère|enfants?)
        """,
    "gift": r"""
        (?:tablette|ordinateur|iphone|airpods|smartphone|télévision|bon d'achat|carte cadeau|cadeau)s?
        """,
    "private_data": r"""
        (?:tes|vos|ses|les) (?:infos|informations|données|coordonnées)(?: personnelles)?
        (?:nom|prénom|date de naissance|adresse|numéro)
        (?:numéros?|n°) (?:d'allocataire|de dossier|fiscal|de téléphone)
        """,
    "loan_offer": r"""
        (?:crédit|prêt|microcrédit|financement|emprunt)s? (?:[\w€]+ ){0,4}?(?:accordée?|accepté|garanti|sans (?:justificatif|refus|enquête|condition|banque)\w*|entre particuliers?|immédiat|même fiché|rapide|honnête|pour tous|aux chômeurs|en 24|sous 48|de \d)
        (?:j'|je |nous )(?:octroi|accord|prêt|offr)\w* .. (?:prêts?|crédits?|financements?|€|euros)
        même (?:fiché|interdit bancaire|au rsa|sans emploi)
        """,
}
