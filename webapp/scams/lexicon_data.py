"""Turns of phrase for papers, codes, accounts, links and programs."""
# ruff: noqa: E501 - one turn of phrase a line, however long

READER_ACTS = frozenset({"send", "do_login"})
DENIALS = frozenset({"hide", "antivirus_off"})

IDEAS: dict[str, str] = {
    # The reader is to hand something over from afar.
    "send": r"""
        (?:j'ai|nous avons|on a|j'aurais|nous aurons) besoin (?:de|d'|des)
        (?:veut|veulent|exige|exigent|réclame|demande) (?:d'abord |aussi |juste |seulement |avant tout )?(?:ton|votre|ta|vos|tes)
        confi(?:ez|er|es|e)(?: nous| moi)?
        (?:l'écrire|le taper|l'envoyer|le noter|le mettre) ici
        (?:souhait\w+|aimer\w+|voudr\w+) (?:recevoir|avoir|disposer)
        donne(?:z)? (?:le|ton|votre|la|les)
        lis(?:ez)? (?:lui|leur|moi|nous)
        (?:passe|passez|file|filez) (?:ton|ta|tes|votre|vos|le|les|la|moi)
        (?:r|ré)?envo(?:yez|yer|ie|ies|i|y)(?: moi| nous)?
        m'envo\w+
        (?:nous|me) (?:envoyer|transmettre|communiquer|adresser|fournir|retourner|faire (?:parvenir|passer|suivre)|donner|dire|dicter|indiquer|renvoyer|montrer|scanner|partager|remettre|laisser)
        transmett(?:ez|re|ant)
        transmets?
        communiqu(?:ez|er|es|e|iez)
        adress(?:ez|er|es|e)
        fourni(?:ssez|r|s|ssant)
        retourn(?:ez|er|es|e)
        fa(?:ites|is|ire) (?:moi |nous |lui )?(?:parvenir|passer|suivre)
        donn(?:ez|er|es|e|iez|ant)(?: moi| nous)?
        dict(?:ez|er|es|e)(?: moi| nous)?
        (?:pass|fil|lis|lir)(?:ez|e|ant|s|is)?[ -](?:moi|nous)
        en lisant
        (?:fai(?:s|tes)) .. (?:photo|selfie|scan|copie)
        (?:dis|dites)(?: moi| nous)?
        indiqu(?:ez|er|es|e)
        renseign(?:ez|er|es|e)
        saisi(?:ssez|r|s)
        inscri(?:vez|re|s)
        rempli(?:ssez|r|s|e)?
        complét(?:ez|er|es|e)
        valid(?:ez|er|es|e)
        confirm(?:ez|er|es|e)
        partag(?:ez|er|es|e)
        répond(?:ez|re|s)
        photographi(?:ez|er|es|e)
        scann(?:ez|er|es|e)
        joign(?:ez|ent)
        joindre
        pren(?:ez|ds|dre) .. (?:photo|selfie|capture)
        poste(?:z|r)
        dépos(?:ez|er|es|e)
        tap(?:ez|er|es|e)
        entr(?:ez|er|es|e)
        montr(?:ez|er|es|e)
        laiss(?:ez|er|es|e)(?: moi| nous)
        mett(?:ez|re) .. (?:numéro|photo|code|rib|iban|carte)
        mets .. (?:numéro|photo|code|rib|iban|carte)
        tél[ée]vers(?:ez|er|e)
        charg(?:ez|er) (?:la|le|les|une?|vos|votre)
        (?:il )?(?:me|nous|lui) (?:faut|faudrait|manque|faudra)
        il faut
        (?:j'ai|nous avons|on a|j'aurai|aurons|aura|aurais|avoir) besoin d(?:e |'|')
        on (?:te |vous )?(?:demande|veut|réclame|prend)
        (?:nous|on|je) (?:vous |te )?(?:demand|réclam|souhait|attend|veux|veut)\w*
        (?:ton|votre|le|la|ta|une?) .. (?:svp|s'il (?:te|vous) plaît|merci)
        obligatoires?
        requise?s?
        nécessaires?
        exigée?s?
        demandée?s?
        à (?:envoyer|transmettre|communiquer|fournir|retourner|joindre|renvoyer|remplir|compléter|renseigner|adresser|scanner|déposer|donner|photographier)
        merci de
        veuillez
        send
        provide
        give
        reply with
        share
        fill(?: in| out)?
        upload
        enter
        confirm
        submit
        enviar?
        envía(?:me|nos|s)?
        envie
        manda(?:r|me|nos)?
        facilit(?:ar|e|a)
        necesit\w+
        precis\w+
        forne\w+
        confirme
        *ارسل
        *ارسال
        *ابعث
        *زودنا
        *أرسل
        надішл\w+
        відправ\w+
        вкаж\w+
        скинь\w*
        gonder\w*
        """,
    "remote": r"""
        photos?
        selfies?
        scan(?:né?e?s?|s)?
        capture
        copies?
        recto
        verso
        par (?:retour|mail|e ?mail|courriel|courrier électronique|sms|texto|message|mms|whatsapp|téléphone|telegram|messenger|mp)
        (?:via|sur|en|dans) (?:whatsapp|telegram|messenger|signal|ce (?:formulaire|lien|fil|chat)|notre (?:formulaire|portail|site|plateforme)|mp|message privé|pj|pièce jointe|viber|instagram|le (?:formulaire|lien|portail))
        (?:au|à ce|sur le|à mon|sur mon|à notre) (?:numéro|\d[\d .]{6,18}|\+\d[\d .]{6,18})
        ici
        répond(?:ez|s|re|ant)
        formulaire
        en ligne
        lien
        rien que
        en réponse
        d'abord
        avant (?:de|d'|le|la|l'|tout|toute|notre|que|votre|ton|ce soir|demain|midi|\d+)
        picture
        copy
        (?:by|via|over|on) (?:email|text|message|chat|link)
        foto
        cópia
        *صورة
        фото\w*
        fotograf\w*
        """,
    "bank_data": r"""
        rib
        ibans?
        coordonnées (?:bancaires?|de (?:votre|ton) (?:banque|compte))
        (?:données|informations?|infos?|références?|détails|identité) bancaires?
        (?:numéros?|n°|nums?) (?:de |du |d')(?:votre |ton |la |mon )?compte
        relevés? (?:bancaires?|d'identité bancaire|de comptes?|de (?:votre|ton) compte)
        nom de (?:votre|ta) banque
        compte bancaire
        photo .. (?:rib|relevé)
        bank (?:details|account|statement|information|info)
        account (?:number|details)
        sort code
        datos bancarios
        (?:número de|su|tu) cuenta
        (?:dados|conta) bancári\w+
        *الحساب البنكي
        *حسابك البنكي
        *معلوماتك البنكية
        банківськ\w+
        реквізит\w+
        iban\w*
        banka\w*
        (?:ta|votre) banque
        """,
    "card_data": r"""
        carte(?:s)? (?:bancaires?|bleue|de (?:crédit|débit|paiement|retrait)|visa|mastercard|de banque|gold)
        (?:numéros?|n°|photo|chiffres|recto|verso|dos|face|image|code|infos?|données|coordonnées) .. carte(?! d'identité| vitale| de séjour| nationale| d'allocataire| d'électeur| grise| d'étudiant| de résident| navigo| caces| btp| pro| conducteur| de santé| cadeau)
        cvv2?
        cvc
        cryptogramme
        (?:3|trois) (?:derniers )?chiffres (?:au dos|derrière|du dos|de sécurité|au verso|à l'arrière|secrets)
        16 chiffres
        date d'expiration
        (?:votre|ta) (?:cb|carte)(?= ?(?:et|:|,|\.|pour|recto|svp|en photo|avec|afin|ici|sur))
        code (?:secret|pin|confidentiel|de (?:la |ta |votre )?carte)
        (?:credit|debit|bank) card
        card (?:number|details)
        tarjeta (?:de crédito|de débito|bancaria)
        cartão de (?:crédito|débito)
        بطاقتك (?:البنكية|المصرفية)
        *بطاقة الائتمان
        карт[иу] .. (?:номер|код)
        номер карт\w+
        kart numara\w+
        """,
    "bank_login": r"""
        (?:identifiants?|accès|codes?|mots? de passe|connexion|login|capture|mdp) .. (?:banque|bancaires?|compte en ligne|appli bancaire|banque en ligne)
        (?:capture|photo|écran) .. (?:appli|application|espace|solde|compte)
        online banking
        bank (?:login|password)
        solde (?:de|sur) (?:votre|ton) compte
        """,
    "nir": r"""
        (?:numéros?|n°|nums?|no|nº|chiffres) (?:de |d'|à )?(?:la |votre |ton )?(?:sécurité sociale|sécu|assurée?(?: sociale?)?|insee|carte vitale)(?: sociale)?
        sécurité sociale (?:\(|complet|et|:)
        (?:ta|votre|la|leur|sa|carte|cartes|photo) (?:vitale|sécu|verte)
        cartes? vitales?
        attestation (?:de )?(?:droits|vitale|sécu\w*)
        vitale
        nir
        (?:13|15) (?:premiers )?chiffres .. (?:vitale|sécu\w*|sociale)
        numéro (?:social|à 15 chiffres|à 13 chiffres)
        social security(?: number)?
        national insurance(?: number)?
        ssn
        seguridad social
        segurança social
        *الضمان الاجتماعي
        *الضمان
        соціальн\w+
        sosyal güvenlik
        (?:numéro|n°) d'allocataire
        """,
    "id_doc": r"""
        carte de (?:résident|séjour)
        preuve d'adresse
        (?:les )?(?:deux|2) (?:faces|côtés)
        (?:cartes?|pièces?|papiers?|justificatifs?|documents?|numéros?|titres?) (?:nationale? )?d'identités?
        identité recto
        recto verso
        passeports?
        (?:titre|carte|récépissé|autorisation) de séjour
        récépissé
        permis(?: de conduire| b)?(?= ?(?:recto|et|,|\.|:|en photo|\+|ou|svp|$|par|verso|ainsi|avec|pour qu))
        (?:photo|copie|scan|image|recto) (?:de |du |d'|des )?(?:votre |ton |ta |vos |tes |la |le )?(?:permis|pièces?|papiers|carte|titre|passeport|identité)
        justificatifs? de (?:domicile|logement)
        facture (?:d'électricité|edf|de téléphone|d'eau|de gaz|d'énergie|internet|de moins)
        (?:avis|dernier avis) d'imposition
        (?:tes|vos|les|leurs) papiers
        quittance(?: de loyer)?
        selfie
        (?:passport|driving licen[cs]e|id card|identity card|proof of (?:address|id)|photo id)
        (?:copy of|picture of|photo of|scan of) your id
        dni
        pasaporte
        documento de identidad(?:e)?
        bilhete de identidade
        cartão de cidadão
        passaporte
        *جواز
        *هوية
        *الهوية
        *هويتك
        *بطاقة التعريف
        *الاقامة
        паспорт\w*
        kimlik\w*
        pasaport\w*
        """,
    "selfie_id": r"""
        selfie .. (?:carte|pièce|identité|passeport|papiers|document|titre|permis|visage|main)
        (?:photo|selfie|vidéo|portrait|image) .. (?:tenant|tenez|tiens|avec|à côté|brandissant|montrant) .. (?:carte|pièce|identité|passeport|papiers|titre|permis|document)
        (?:carte|pièce|identité|passeport|papiers|titre|permis|document)\w* (?:à la main|en main|dans la main|près du visage|à côté d[eu] (?:votre |ton )?visage|devant (?:le|toi|vous))
        (?:carte|pièce|identité|passeport|titre|permis) .. selfie
        selfie (?:holding|with)
        """,
    "credentials": r"""
        (?:codes?|identifiants?|accès|mdp|mots? de passe) (?:de (?:la |l'|ton |votre )?)?(?:caf|ameli|cpf|france ?travail|pôle ?emploi|impots|banque|franceconnect|rsa|espace|compte|chômage)
        identifiants?(?: et (?:votre |ton |le )?mot de passe)?
        mots? de passe
        (?:codes?|données|clés?|infos|informations) (?:d'accès|de connexion|personnels?|confidentiels?)
        (?:vos|tes|ton|votre|mes|nos|les) accès
        login
        (?:user ?name|password|passcode|credentials)
        contraseña
        palavra-passe
        senha
        usuario y
        كلمة (?:السر|المرور)
        пароль
        логін
        sifre\w*
        parola\w*
        """,
    "do_login": r"""
        (?:re)?connect(?:ez|er|es|e)(?: vous| toi)?
        identifi(?:ez|er|es|e)(?: vous| toi)
        (?:ré)?activ(?:ez|er|e) (?:votre|ton|vos|tes|le|la)
        authentifi(?:ez|er|e)(?: vous| toi)?
        confirm(?:ez|er|e) (?:votre|ton|vos|tes) (?:identité|compte|identifiant\w*|situation|inscription|droits|coordonnées|adresse|informations?|actualisation|accès|espace|profil|données)
        mett(?:ez|re) à jour (?:votre|ton|vos|tes|le|la|les|ses|son)
        mets à jour (?:ton|tes)
        mise à jour (?:de |du |des )?(?:votre|ton|vos|tes|obligatoire)
        (?:régularis|actualis|vérifi|reconfirm|réactualis|renouvel)(?:ez|er|e) (?:votre|ton|vos|tes|ici|vite|maintenant|sur|le|la|sans)\w*
        connexion
        log ?in
        sign in
        cliqu(?:ez|er|e)
        suiv(?:ez|re|s) (?:ce|le) lien
        (?:update|verify|confirm|reactivate) your
        actualic\w+
        verifi(?:que|car)
        """,
    "public_account": r"""
        france ?travail
        pôle ?emploi
        france ?connect
        ameli
        (?:mon )?compte ?(?:personnel de )?formation
        mon ?compte ?formation
        cpf
        (?:la |votre |ton |ma |compte |espace )caf
        cej
        contrat d'engagement jeune
        mission locale
        impots?
        ants
        site du chômage
        (?:compte|espace|dossier) (?:chômage|demandeur\w*|candidat\w*|allocataire|personnel|emploi|formation|assuré)
        espace (?:personnel|candidat|emploi|demandeur)
        assurance (?:maladie|chômage|retraite)
        actualisation
        indemnisation
        vos droits
        tes droits
        are
        allocations?
        rsa
        sécurité sociale
        préfecture
        urssaf
        votre conseill[eè]re?
        compte
        espace
        identité numérique
        """,
    "service_account": r"""
        france ?travail
        pôle ?emploi
        france ?connect
        ameli
        (?:mon )?compte ?(?:personnel de )?formation
        cpf
        (?:la |votre |ton |ma |compte |espace |site )caf
        cej
        contrat d'engagement jeune
        mission locale
        impots?
        ants
        site du chômage
        espace (?:personnel|candidat|emploi|demandeur|allocataire)
        (?:compte|dossier) (?:chômage|demandeur\w*|allocataire|emploi)
        actualisation
        indemnisation
        préfecture
        urssaf
        identité numérique
        """,
    "threat": r"""
        suspend\w*
        ferm(?:é|ée|eture|er)
        expir\w*
        radi(?:é|ée|ation|er)
        bloqu\w*
        clôtur\w*
        désactiv\w*
        supprim\w*
        perd(?:u|us|ue|ues|ez|rez|s|ras|re)
        interrompu\w*
        coup(?:é|ée|er|ure)
        incompl\w+
        anomalie
        refusée?
        annul\w+
        connexion inhabituelle
        activité (?:suspecte|inhabituelle)
        défaut de
        faute de
        sous (?:24|48|72|12) ?h\w*
        dernier (?:rappel|avis|délai|jour)
        trop[ -]perçu
        en attente
        caduc\w*
        suspended
        blocked
        expire\w*
        """,
    "otp": r"""
        (?:sms|texto|message) avec (?:des|les|un|quatre|\d) (?:chiffres|code|numéros?)
        (?:numéro|chiffres?|message|clé|sms) (?:que|qui) (?:google|whatsapp|la banque|ta banque|votre banque|facebook|apple|microsoft|la poste|ameli|franceconnect|instagram|telegram)
        numéro (?:que|qui) .. (?:vient|viens|reçois|recevez|recevoir)
        codes? (?:à |de |d'|en )?(?:\d|quatre |six |cinq )? ?(?:chiffres?|validation|vérification|confirmation|sécurité|activation|sms|reçus?|connexion|unique|provisoire|temporaire|authentification|whatsapp|paiement|autorisation)
        (?:les |ces |des )?[3-8] (?:petits |premiers |derniers )?(?:chiffres|numéros|lettres)(?! (?:d'affaires|au dos))
        (?:le|ce|un|du|mon|votre|ton|ces|les|quel|ton) (?:\w+ )?(?:code|chiffres)
        clé de (?:sécurité|validation|vérification)
        (?:numéro|code|mot de passe) à usage unique
        (?:the|your|a|this|verification|security|\d-digit|6 digit) (?:\d[ -]?digit )?code
        mot de passe (?:à usage unique|temporaire|provisoire|reçu)
        code
        código
        الرمز
        رمز
        *الكود
        код\w*
        kod\w*
        """,
    "got": r"""
        (?:recev\w+|reçois|reçus?|reçue|arrivé?e?s?|arrive|arrivera|tombe|tombé|envoyé|affich\w+|s'affich\w+|apparaî\w*|apparu|apparait|va(?:s)? recevoir|allez recevoir)
        par (?:sms|texto|message|mail)
        sur (?:ton|votre) (?:écran|téléphone|portable|mobile|numéro|tel)
        (?:qui|que) .. (?:recevoir|envoyer|vient|venez|viens|arrive\w*|affich\w+|t'a|vous a)
        receiv\w+
        (?:sent|get) (?:to )?(?:you|by)
        (?:te|le) (?:llega|llegará|envi\w+)
        recibi\w+
        receb\w+
        *وصل\w*
        *سيصل\w*
        прийде
        отрима\w+
        gelen
        """,
    "app_install": r"""
        (?:install|télécharg)\w* (?:rust ?desk|any ?desk|team ?viewer|quick ?support|airdroid)
        (?:install|télécharg|download)\w* .. (?:appli\w*|app|apk|logiciel|programme|fichier|outil|extension|anydesk|team ?viewer|version|exe|launcher|client|module)
        (?:install|download)\w* (?:notre|l'|this|the|our|ce|cette|mon) \w*
        *ثبت .. تطبيق
        *حمل .. تطبيق
        (?:descarg|instal)\w+ .. (?:aplicación|app|programa|apk)
        (?:baix|instal)\w+ .. (?:aplicativo|aplicação|app|apk)
        appli(?:cation)? .. (?:install|télécharg)\w*
        """,
    "remote_tool": r"""
        apk
        any ?desk
        team ?viewer
        rust ?desk
        accept\w* tout
        voir (?:votre|ton) (?:téléphone|écran|ordinateur)
        quick ?support
        airdroid
        ultra ?viewer
        \w*\.(?:apk|exe|msi)
        fichier exe
        (?:contrôle|accès|prise en main|prise de contrôle|assistance|partage|bureau) (?:à distance|d'écran|de (?:votre|ton) (?:écran|ordinateur|téléphone|pc))
        partag\w+ (?:ton|votre|l'|d') ?écran
        remote (?:access|control|desktop)
        hors (?:du |de |des )?(?:play|store|magasin|app)\w*(?: store)?
        (?:sources?|origines?) inconnues?
        (?:pas|introuvable|absente?) .. (?:play ?store|app ?store|magasin officiel)
        """,
    "antivirus_off": r"""
        (?:désactiv|coup|éteign|éteind|enlev|retir|arrêt|ignor|suspend|désinstall|autoris|accept)\w* .. (?:antivirus|anti ?virus|protection|play protect|sécurité du (?:téléphone|tel)|pare-feu|alerte de sécurité|avertissement|sources inconnues|avertissements|alertes)
        (?:si|même si|quand) .. (?:danger\w*|virus|alerte|avertissement|bloque) .. (?:accept|continu|ignor|autoris|normal|ok)\w*
        disable .. antivirus
        """,
    "hide": r"""
        (?:ne |n')(?:en )?(?:parl|dis|dit|inform|prévien|préven|racont|montr|avert)\w* .. ni .. (?:banqu\w+|conseill\w+|référente?|famille|proches|entourage|assistante|éducat\w+|mari|mère|parents)
        (?:ne |n')(?:inform|préven|prévien|avert)\w* (?:ni|pas) (?:votre|ton|ta|vos|tes|la|le)
        (?:ne pas|de ne pas|ne rien) (?:en )?(?:parler|évoquer|mentionner|dire|divulguer|révéler|informer|prévenir|montrer|raconter)\w* .. (?:banqu\w+|bancaire|proches|famille|conseill\w+|entourage|référente?|autrui|mari|parents)
        (?:tient|tenons|tiens) à (?:la|votre|une totale) discrétion
        (?:n'en |en |ne |n'|le |rien )?(?:parl|dis|dit|dites|dire|racont|mentionn|évoqu|répèt|répét|divulgu|montr|confi|inform|prévien|préven)\w*(?: en| le| surtout| de (?:ça|ceci|cela))? (?:à (?=personne|qui que|quiconque)|pas |rien |jamais |surtout |ni )(?:pas |rien )?(?:de (?:ça|cela|ceci) )?(?:à )?(?:personne|qui que ce soit|quiconque|(?:ta|votre|ton|la|le|au|aux|sa|vos|tes) ?(?:banqu\w+|conseill\w+|famille|mari|femme|mère|père|parents|proches|référente?|assistante?|éducat\w+|entourage|ami\w*|voisin\w*|police|mission|france|pôle|guichet\w*|enfants|maman)|france travail|pôle emploi|banquier|autres?)
        (?:ne |n')(?:en )?(?:parl|dis|dit|racont|mentionn|évoqu|répét|prévien|préven|montr|inform)\w* (?:surtout |de cela |de ça )?(?:pas|rien|jamais) (?:\w+ ){0,3}(?:à|au|aux|ton|ta|votre|vos)
        (?:ne|n')\w* (?:doi\w+ )?(?:pas|rien) (?:en |le )?(?:être (?:informée?s?|prévenue?s?|au courant|mise?s? au courant)|savoir|l'apprendre)
        (?:rien|pas un mot|motus|bouche cousue|silence) (?:à|auprès|devant) (?:ta|votre|ton|la|le|personne|quiconque|vos|tes|sa)
        pas un mot(?: à \w+)?
        ni (?:à )?(?:ta|votre|ton|la) (?:banque|famille|conseillère|conseiller|banquier)
        (?:reste|rester|restera|restent|gard\w+) .. (?:entre nous|pour (?:toi|vous)|secrets?|secrète|confidentiel\w*|discret\w*|discrétion)
        (?:supprim|effac)\w* .. (?:messages?|conversations?|discussions?|échanges?|sms|fil|historique|(?:e )?mails?|courriels?|chat|traces?)(?: .. (?:lecture|lu|après|aussitôt|tout de suite))?
        (?:si|quand) .. (?:banque|banquier|conseill\w+|guichet|guichetier|postière|buraliste|caissi\w+|police|on) .. (?:demand|question|interrog|pose|dis|dites|appel|répond)\w* .. (?:dis|dites|réponds?|répondez|répondre|raconte|dire|invente|prétend)\w*
        (?:dis|dites|réponds|répondez|raconte|dire|invente|prétend)\w* (?:que c'est|que tu|que vous|qu'il|c'est) .. (?:cousin|ami|cadeau|famille|prêt|perso\w*|voiture|travaux|oncle|frère|neveu|achat|vacances|proche)
        (?:sans|surtout sans) (?:le |en |rien )?(?:dire|parler|prévenir|informer|consulter|avertir)
        (?:à|en) (?:l'insu|cachette|secret|toute discrétion)
        (?:opération|mission|procédure|programme|offre) (?:secrète|confidentielle)
        don't tell
        do not tell
        tell (?:no ?one|nobody)
        keep (?:it|this) (?:secret|between us|quiet|confidential)
        delete this
        no se lo digas?
        no (?:le )?(?:cuentes|digas)
        (?:borra|elimina) est\w+
        não (?:conte|diga|fale)
        apague est\w+
        لا تخبر\w*
        не (?:кажи|розповіда)\w+
        kimseye
        """,
}
