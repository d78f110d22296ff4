"""Turns of phrase for money that is asked for, moved, promised or hidden."""
# ruff: noqa: E501 - one turn of phrase a line, however long

READER_ACTS = frozenset({"pay", "buy"})
DENIALS: frozenset[str] = frozenset()

IDEAS: dict[str, str] = {
    # The reader is to give money.
    "pay": r"""
        pay(?:ez|er|es|e)
        (?:re)?vers(?:ez|er|es|e)
        r[èe]gl(?:ez|er|es|e)
        regl
        regler
        vir(?:ez|er|es|e)
        avanc(?:ez|er|es|e)
        acquitt(?:ez|er|es|e|ement)
        débours(?:ez|er|es|e)
        cotis(?:ez|er|es|e)
        financ(?:ez|er|es|e)
        laiss(?:ez|er|e) .. (?:caution|chèque|arrhes|acompte|dépôt|garantie)
        dépos(?:ez|er|es|e) .. (?:caution|garantie|arrhes|somme|montant|acompte|euros|€)
        rembours(?:ez|er|es|e) nous
        rajout(?:ez|er|es|e)
        ajout(?:ez|er|es|e) .. (?:€|euros|usdt)
        rechar?g(?:ez|er|es|e)
        aliment(?:ez|er|es|e)
        créditez
        souscri(?:vez|re|s)
        faites? (?:moi |nous |lui |vite |d'abord |donc )?(?:un |le |une |ce |votre |parvenir )?(?:virement|paiement|versement|dépôt|transfert|règlement|avance|mandat|chèque|parvenir|don)
        faire (?:un |le |une |ce |ton |votre )?(?:virement|paiement|versement|dépôt|transfert|règlement|avance|mandat|paypal|parvenir)
        fais (?:moi |nous |lui )?(?:un |le |une |ce |ton )?(?:virement|paiement|versement|dépôt|transfert|règlement|avance|mandat|chèque|parvenir|paypal)
        effectu(?:ez|er|e) (?:un |le |une |ce |votre )?(?:virement|paiement|versement|dépôt|transfert|règlement)
        proc[ée]d(?:ez|er|e) (?:au|à un|à la) (?:virement|paiement|versement|dépôt|transfert|règlement)
        envo(?:yez|yer|ie|ies|i) (?:moi |nous |lui |d'abord |vite |donc )?(?:l'argent|la somme|le montant|les sous|les frais|le solde|le règlement|le paiement|les fonds|\d{1,5})
        transf[ée]r(?:ez|er|e|es) (?:moi |nous |lui )?(?:l'argent|la somme|le montant|les frais|le solde|les fonds|\d{1,5})
        donn(?:ez|er|es|e) (?:moi |nous |lui |juste |d'abord )?(?:l'argent|la somme|les sous|\d{2,5}|un billet)
        remett(?:ez|re|s) .. (?:€|euros|somme|argent|espèces|enveloppe)
        mets? (?:juste |moi |nous )?\d{2,5}
        à (?:payer|régler|verser|avancer|virer|déposer|acquitter|prévoir|votre charge|ta charge|vos frais|tes frais|débourser|provisionner|nous (?:faire parvenir|verser|régler|adresser|retourner)|remettre|souscrire|envoyer|joindre|fournir|prépayer|solder)
        à la charge (?:du|de la|des|de l'|de chaque) (?:candidat\w*|postulant\w*|salarié\w*|stagiaire\w*|saisonni\w*|participant\w*|travailleur\w*|intéressé\w*|agent\w*)
        par(?:ticiper|ticipez) (?:aux frais|financièrement)
        participation(?: financière| forfaitaire| symbolique| modique| obligatoire| de| aux| unique| demandée?)?
        contribution(?: financière| forfaitaire| symbolique| modique| obligatoire| de| unique)?
        moyennant
        en échange d[eu]
        contre (?:une? (?:petite? |modeste |simple )?(?:participation|somme|contribution|virement|billet|pourboire|compensation|versement|règlement|chèque|dépôt|redevance|enveloppe)|\d{1,5}|paiement|règlement|versement|espèces)
        acompte
        arrhes
        redevance
        consignation
        droits? d(?:e |'|')(?:entrée|nomination|inscription|chancellerie|adhésion|dossier|admission|place|enregistrement|tirage|accès|réservation|passage|timbre|participation|candidature)
        ticket d'entrée
        billet d'entrée
        frais
        (?:est|sont|sera|seront|vous est|vous sera|vous seront|sont donc|est donc|reste|restent) (?:réclamée?s?|facturée?s?|demandée?s?|exigée?s?|due?s?|exigible|à régler|requise?s?|prélevée?s?|débitée?s?|perçue?s?)
        coût(?:e|ent|s)?
        tarif
        (?:au |le )?prix (?:de|du|est|:)
        facturée?s?
        règlement
        (?:votre|ton|le|du|un|ce|par|de|après|dès|sur|réception du) (?:paiement|versement|règlement)
        somme de
        montant de
        investi(?:r|ssez|ssement|s)
        mise de départ
        apport (?:personnel|initial|de)
        dépôt (?:de|initial|remboursable|préalable)
        provision
        caution(?:nement)?
        garantie (?:de|financière|remboursable|locative|:)
        abonnement
        adhésion
        cotisation
        pay (?:the|a|your|us|for|first|via)
        you (?:must|need to|have to|will) (?:pay|send|deposit|transfer|buy|cover)
        (?:please|kindly) (?:pay|send|deposit|transfer|buy|settle|cover)
        (?:send|transfer|deposit|settle)
        fees?
        refundable
        deposit
        payment of
        pag(?:ar|ue|a|o|uen|amento|ando)
        abon(?:ar|e|a|o)
        envi(?:ar|e|a|es) .. (?:€|euros)
        deposit(?:ar|e|a)
        depósito
        debe(?:s|rá)? (?:pagar|abonar|enviar|recargar|ingresar|depositar)
        ingres(?:ar|e|a)
        recarg(?:ar|ue|a)
        tasas?
        taxa
        *دفع
        *ادفع
        *ارسال
        *ارسل
        *رسوم
        *تحويل
        *сплат\w*
        *оплат\w*
        *переказ\w*
        *заплат\w*
        *öde\w*
        *ucret\w*
        *yatir\w*
    """,
    "buy": r"""
        ach[èe]t(?:ez|er|es|e)
        achat (?:de|d'|du|préalable|obligatoire|à faire)
        command(?:ez|er|es|e)
        procur(?:ez|er|es|e)
        pren(?:ez|dre|ds|d)
        vous équiper
        t'équiper
        te procurer
        vous procurer
        acqu[ée]rir
        acquisition
        buy
        purchase
        compr(?:ar|e|a)
        *شراء
        *اشتر\w*
        *куп\w*
        *satin al\w*
    """,
    "admin_fee": r"""
        (?:ouvrir|créer|monter|établir|éditer|valider|enregistrer|activer|débloquer|traiter|étudier) (?:votre |ton |la |le |une |l'|ta )?(?:fiche|dossier|contrat|compte|profil|inscription|matricule)
        droits? d(?:e |')(?:visite|regard|passage|réponse)
        taxe d'\w+
        frais
        provision
        frais (?:de |d'|du |des )?(?:dossiers?|inscription|candidature|gestion|administratifs?|traitement|enregistrement|sélection|étude|ouverture|recrutement|embauche|agence|service|notaire|timbre|légalisation|certification|validation|assurance|déclaration|instruction|réservation|mise en relation|tests?|entretien|adhésion|constitution|procédure|secrétariat|contrat|rédaction|immatriculation|vérification|homologation|saisie|courrier|port|affiliation|intégration|préinscription|pré-inscription|mutuelle|médecin|visite|badge|départ|greffe|activation|tribunal|prise en charge|placement|parrainage|blocage|garantie|confirmation|édition|impression|envoi|expédition|convocation|carte|accueil|préparation|participation|annonce|analyse|conformité|finalisation|examen|huissier|attestation|traduction|apostille|fichier|douane|avocat|visa|bureau|engagement)
        (?:petits? |quelques |modestes? |premiers |menus |ces |les |des |vos |tes |de )frais
        droits? d(?:e |'|')(?:nomination|inscription|chancellerie|admission|enregistrement|timbre|dossier|candidature|entrée|place|réservation|participation|examen|accès)
        timbres?(?: fisca\w+| d'enregistrement| administrati\w+| dématérialis\w+| de chancellerie)?
        casiers?(?: judiciaires?)?
        bulletin n?°? ?3
        extrait de casier
        visites? (?:médicale|d'embauche|d'aptitude|médicales)
        visite chez le médecin
        médecin (?:du travail|agréé|conseil|de l'entreprise|du boulot)
        examen (?:médical|de santé|d'aptitude)
        bilan (?:médical|de santé|sanguin)
        certificat (?:médical|de bonne santé|d'aptitude|de moralité|de travail)
        radio(?:graphie)? (?:pulmonaire|des poumons)
        test (?:médical|pcr|d'aptitude|sanguin|psycho\w*|de recrutement|salivaire|covid|de sélection)
        vaccin\w*
        notaire
        huissier
        avocat
        consignation
        redevance
        carte professionnelle
        badges?
        assurance (?:du |de |pro|responsabilité|obligatoire|accident|candidat|travail|chômage|embauche|mission)\w*
        mutuelle obligatoire
        attestation (?:de |d')\w+
        (?:enregistrement|ouverture|traitement|étude|validation|constitution|instruction|création|examen|édition|rédaction|homologation|finalisation|activation|légalisation|préparation|envoi|déblocage) (?:de |du |d')?(?:votre |ton |la |le |l'|mon )?(?:dossier|contrat|candidature|fiche|inscription|badge|poste|matricule|profil)
        dossiers?
        (?:pré-?)?inscription
        taxe (?:de |d'|sur |administrative|professionnelle|patronale)\w*
        cotisation (?:patronale|salariale|syndicale|obligatoire|de départ|unique)
        caution (?:de sérieux|de présence|de motivation|d'engagement|morale|de bonne foi)
        garantie (?:de sérieux|de présence|de motivation|d'engagement)
        participation aux? (?:frais|coûts?)
        coûts? (?:de |d')(?:sélection|dossier|recrutement|traitement)
        (?:vérification|enquête|contrôle) (?:d'antécédents|de moralité|d'identité|de sécurité|du profil|des antécédents|d'honorabilité|de votre)
        autorisation (?:de travail|préfectorale|administrative)
        dbs(?: check)?
        criminal record
        background check
        (?:registration|processing|application|admin\w*|file|agency|handling|activation|job|joining|medical|booking|security|onboarding|clearance)[\w ]{0,14} (?:fees?|charges?|costs?|payment|deposit)
        medical (?:check|exam|test|certificate)
        (?:tasas?|gastos|coste|costo) (?:de |administrativ\w*)
        (?:trámites?|expediente|reconocimiento médico|antecedentes penales|certificado médico)
        (?:taxa|despesas) (?:de |administrativ\w*)
        (?:inscrição|registo criminal|exame médico|matrícula)
        *رسوم
        *ملف
        *тверджен\w*
        (?:внесок|реєстраці\w*|документ\w*|медогляд\w*|оформлен\w*)
        (?:kayit|dosya|basvuru|saglik raporu|evrak)\w*
    """,
    # What the payer is promised, or loses: the job itself.
    "job_gate": r"""
        (?:cdi|cdd|cddi)
        emploi
        nouve(?:au|lle)
        (?:votre|ta) (?:montée|arrivée|venue|présence|participation|affectation|semaine|saison)
        matricule
        créneaux?
        affecté
        contrats?
        postes?
        (?:votre|ta|ma|la|sa|leur|des|les|bloquer|réserver|garder|une) places?
        embauch\w*
        recrut\w*
        candidatures?
        candidats?
        dossier
        entretien
        planning
        liste d'attente
        mission
        prise de (?:poste|service|fonction)
        inscription
        sélection\w*
        recrutement
        engagement
        (?:le|un|ce|du|ton|votre|au|mon) (?:travail|boulot|job|emploi|chantier|stage|remplacement)
        affectation
        titularisation
        travaill(?:er|es|ez)
        commenc(?:er|es|ez)
        démarr(?:er|age|es|ez)
        intégr(?:er|ation|ez)
        (?:the|your|this) (?:job|position|contract|place|post|shift|role|vacancy)
        interview
        puesto
        contrato
        trabajo
        entrevista
        vaga
        emprego
        trabalho
        plaza
        *عمل
        *عقد
        *وظيفة
        (?:robot\w*|роботу?|роботи|контракт\w*|ваканс\w*|посад\w*)
        (?:is|isin|sozlesme|kontrat|pozisyon)
    """,
    "hire_gate": r"""
        contrats?
        postes?
        (?:votre|ta|bloquer|réserver|garder) places?
        embauch\w*
        candidatures?
        dossier
        inscription
        prise de poste
        (?:the|your|this) (?:job|position|contract|place|post)
        puesto
        contrato
        vaga
        *عقد
        *وظيفة
        """,
    "refund_error": r"""
        par erreur
        (?:deux|2) fois
        en trop
        trop versé
        erreur de (?:virement|versement|montant|calcul|notre)
        """,
    "voucher": r"""
        pcs
        (?:ticket|carte|recharge|coupon|code)s? pcs
        trans ?cash
        neo ?surf
        toneo(?: first)?
        paysafe(?: ?cards?)?
        bons? (?:cadeaux? |d'achat )?(?:amazon|zalando|google|apple|fnac|steam|itunes|netflix)
        cash ?lib
        flexepin
        cartes? (?:cadeaux?|prépayées?|i ?tunes|google(?: play)?|steam|apple|amazon|psn|xbox|razer|app store|zalando|netflix|vanilla)
        bons? (?:cadeaux? )?(?:amazon|google|apple|d'achat numérique)
        recharges? (?:prépayées?|de paiement|téléphoniques?|bancaires?|de \d+|à \d+|\d+|au tabac|anonymes?)
        (?:tickets?|coupons?) (?:de )?(?:recharge|paiement|prépayée?s?|de \d+|à gratter du tabac|\d+)
        (?:google play|itunes|steam|apple|amazon|gift) (?:gift )?(?:cards?|vouchers?|codes?)
        gift ?cards?
        vouchers?
        tarjetas? (?:de )?regalo
        cart(?:ão|ões|ao|oes) (?:presente|neosurf|pré-pago|paysafe\w*)
        (?:بطاقة|بطاقات) (?:هدايا|شحن|هدية|نيوسورف|ترانسكاش)
        подаруночн\w+ карт\w+
        hediye kart\w+
        coupons?
        recharges?
    """,
    "strict_voucher": r"""
        pcs
        trans ?cash
        neo ?surf
        toneo(?: first)?
        paysafe(?: ?cards?)?
        bons? (?:cadeaux? |d'achat )?(?:amazon|zalando|google|apple|fnac|steam|itunes|netflix)
        cash ?lib
        flexepin
        cartes? cadeaux?
        cartes? (?:google|i ?tunes|steam|apple)[\w ]{0,5}
        gift ?cards?
    """,
    "voucher_act": r"""
        codes?
        gratt\w+
        chiffres
        numéros?
        dict(?:ez|er|es|e)
        tabac
        buraliste
        bureau de tabac
        supermarché
        station
        photos?
        photographi\w+
        scann\w+
        dos (?:de|des)
        verso
        reçu
        épicerie
        bar-tabac
        *скод\w*
        код\w*
        codigos?
        رمز
        *رموز
        *ارسل
        kod\w*
        picture
        scratch
    """,
    "wire": r"""
        mandats?(?: cash| postal| poste| express| minute| international)?
        western ?union
        money ?gram
        \bria\b
        wari
        orange money
        (?:mtn|moov|airtel|mobile) money
        \bwave\b
        taptap\w*
        sendwave
        worldremit
        remitly
        (?:virement|transfert) (?:instantané|immédiat|express|rapide|bancaire instantané)
        pay ?pal
        \blydia\b
        \bwero\b
        paylib
        bizum
        mb ?way
        revolut
        wise
        cash ?app
        zelle
        venmo
        (?:transfert|envoi) d'(?:argent|espèces)
        bureau de transfert
        agence de transfert
        bank transfer
        wire transfer
        ويسترن ?يونيون
        *يونيون
        вестерн
        transferencia
        transferência
        giro postal
    """,
    "private_payee": r"""
        (?:au nom|à l'ordre|au bénéfice|au profit|au compte|sur le compte) (?:de |d'|du )?(?:m\.?|mr|mme|monsieur|madame|mon|ma|notre|son|sa|un|une|l'|le|la)
        (?:à|a|pour) (?:m\.?|mr|mme|monsieur|madame|mon|ma|notre|son|sa) \w+
        entre (?:proches|amis|particuliers)
        friends and family
        famille et amis
    """,
    "send_money": r"""
        (?:virement|transfert|versement|mandat) (?:de|à|au|vers|d'un|instantané|préalable|immédiat)
        (?:faites?|fais|faire|effectu\w+|ordonn\w+|lanc\w+|passe[rz]?|par|d'un|un|le|du) (?:le |un |ton |votre |ce |petit ){0,3}(?:virement|mandat|transfert)
        vir(?:ez|er|es|e)(?: moi| nous)?
        en espèces (?:dans|sous|par|avant|à)
        en liquide (?:dans|sous|par|avant|à)
        enveloppe
    """,
    "boss_expense": r"""
        (?:lui|leur|nous|m') ?avanc(?:ez|er|es|e)
        avanc(?:ez|er|es|e) (?:les|l'|la|le|ces|cette|pour) ?(?!argent de)\w*
        (?:payer|payez|régler|réglez|paye|règle) (?:d'abord |vous-même |toi-même |pour moi |à ma place )?(?:l'|le |la |les |un |une |ma |mon |mes )?(?:électricien\w*|plombier\w*|jardinier\w*|fournisseur\w*|transporteur\w*|femme de ménage|livreur\w*|déménageur\w*|artisan\w*|factures?|courses|meubles?|médicaments?|ambulance|taxi|hôtel|garagiste|peintre|nourrice|infirmière|vétérinaire|assurance|douane|ouvriers?|serrurier)
        avec (?:ta|votre|sa|ma|la) carte (?:de mon fils|de ma fille|à vous|bancaire|bleue|perso\w*)?
        avec (?:ton|votre|son|mon|vos|tes) (?:propre )?(?:argent|compte|économies|deniers|carte)
        de (?:ta|votre|sa|ma|leur) poche
        sur (?:tes|vos|mes|ses) (?:deniers|économies)
        je (?:te|vous) rembourse(?:rai)?(?: après| ensuite| plus tard| le| en| à| avec| tout| dès| sur)?
        (?:on|nous) (?:te|vous) rembours\w+
        remboursée?s? (?:avec|sur|à|lors|en|dès) (?:la|le|ta|votre|mon|ma|son|sa|première?|fin|ton|l')
        ajoute\w* .. (?:paye|salaire|paie)
    """,
    "for_boss": r"""
        (?:je|il|elle|patron|patronne|propriétaire|homme|monsieur|madame|dame|famille|directeur|gérant|on)
    """,
    "cheque": r"""
        chèques?(?! (?:emploi|cesu|déj|vac|énerg|énerg|cadeau|restau|service|et (?:des )?tickets|santé|domicile|d'accompagn))
        cheques?(?! (?:emploi|cesu|dej|vac|energ|cadeau|restau|service|et (?:des )?tickets|sante|domicile))
        cashier'?s check
        check (?:to|in|for)
        (?:a|the|our|my) che(?:ck|que)
        traveller'?s cheque
        shek\w*
        *شيك
        *чек
        talón
    """,
    "cheque_big": r"""
        pour (?:toi|vous)
        enl[eè]v\w+
        (?:régler|payer|réglez|payez) .. (?:livreur|déménageurs?|transporteur|artisan|courses|loyer|chauffeur|meubles)
        acheter
        rend(?:ez|s|re)
        (?:vous|tu) (?:payez|payes|réglez|règles)
        (?:plus|et) l'achat
        une fois (?:crédité|encaissé|déposé|passé)
        surplus
        différence
        excédent
        trop[ -]perçu
        (?:le|du) reste
        (?:le|du|un) solde
        restant
        trop (?:gros|grand|élevé|important|haut)
        plus (?:grand|élevé|gros|haut|important|que (?:votre|ton|prévu|le|la))
        supérieure?s?
        dépass\w+
        erreur de montant
        (?:gard(?:ez|er|es|e)|retir(?:ez|er|es|e)|conserv(?:ez|er|es|e)|prélev(?:ez|er|e)|déduis\w*) (?:votre|ton|ta|\d+|pour (?:vous|toi)|vos|tes|une?|ce)
        (?:the )?(?:rest|remainder|difference|balance|extra)
        resto
        diferencia
        fournisseur\w*
        matériel\w*
        *باقي
    """,
    "cheque_act": r"""
        (?:vous|te|t'|lui|nous) (?:fera|ferai|ferons|feront|enverra|enverrai|enverrons|adressera|parviendra|remettra|remettrai|fait|postera|poste|posterai)
        (?:tu|vous) (?:touch\w+|déduir\w+|retir\w+)
        encaiss(?:ez|er|es|e|ement)
        (?:dépos(?:ez|er|es|e)|mett(?:ez|re)|mets|pos(?:ez|er|e)|présent(?:ez|er)|vers(?:ez|er|e)|pass(?:ez|er|e)) (?:le|la|les|ce|un|mon|notre)? ?.{0,12}(?:banque|compte|chèque|guichet)?
        (?:re)?mise en banque
        (?:vous |tu )(?:recevez|recevrez|recevras|allez recevoir|reçois|vas recevoir)
        je (?:te|vous) (?:poste|envoie|fais|adresse|enverrai|ferai|posterai|donne|remets|fais parvenir|signe|laisse)
        (?:on|nous|il|elle|ils) (?:te|vous|m'|lui|me|nous)? ?(?:envoie|enverra|a envoyé|adresse|adressons|envoyons|enverrons|poste|fera|a fait|a donné|donne|feront|fais|veut|envoient)
        deposit
        cash (?:it|the)
        cobrar
        depositar
        par (?:courrier|la poste|avance)
        sera (?:posté|envoyé|adressé|émis)
    """,
    "forward": r"""
        (?:je|on|il|nous|elle) (?:les |le |l'|la )?(?:retire|récupère|reprend|prends|récupérons|retirons|sors|sort)
        re ?vers(?:ez|er|es|e)
        re ?vir(?:ez|er|es|e)
        ren(?:voyez|voyer|voie|voies|verra|verrez|verras|dre|dez|ds)
        rétroc[ée]d(?:ez|er|e|es)
        restitu(?:ez|er|e)
        transf[ée]r(?:ez|er|e|es|t|ts)
        transmett(?:ez|re)
        transmet(?:s)?
        retransf\w+
        f(?:aites|ais|aire|erez|eras) (?:suivre|passer|transiter|le virement|partir|repartir)
        (?:tu|vous|me|m'|lui|le|la|les|l') ?(?:(?:me|m'|lui|nous|leur|le|la|l'|les|y) ?){0,2}(?:renvoies?|renvoyez|reverses?|reversez|retournez|retournes?|adressez|adresseriez|envoies?|envoyez|expédi\w+|donnes?|donnez|rends|rendez|verses?|versez|remets|remettez|vires?|virez|passes?|passez|transmets|transmettez|redonnes?|ressors|sors)
        m'adress\w+
        (?:envoy(?:ez|er)|envoie|expédi(?:ez|er|e)|adress(?:ez|er|e)|remett(?:ez|re)|remets|donn(?:ez|er|e)|vers(?:ez|er|e)|vir(?:ez|er|e)|dépos(?:ez|er)) .. (?:reste|différence|surplus|solde|restant|tout|totalité|fonds|excédent|somme|sommes|argent|montant|espèces|liquide|bitcoins?|cash)
        repart\w*
        ressor(?:t|s|tir|tez)
        (?:retir(?:ez|er|es|e)|sort(?:ez|ir)|sors|récup[ée]r(?:ez|er|e|es)) .. (?:espèces|liquide|fonds|argent|distributeur|guichet|dab|cash|billets|somme|totalité|tout)
        retrait(?:s)? (?:en|au|d'|de l'|aux)
        convert\w+
        transit\w*
        (?:send|forward|transfer|wire|return|refund|pass) (?:it|them|the|on|back|to|us|me|out)
        reenvi\w+
        devuelv\w+
        devolv\w+
        transfier\w+
        transfir\w+
        *حول
        *تحويل
        *ترسل
        переказ\w*
        passer de l'argent
        passent? par
    """,
    "receive_money": r"""
        (?:je|on|nous|il) (?:te |vous |t'|y )?(?:mets|met|mettons|vire|virons|envoie|dépose|charge|charg\w+|déposons|place) .. (?:dessus|dedans|sur)
        laisser? (?:passer|transiter|entrer) .. (?:virements?|argent|fonds|sommes?)
        (?:recev\w+|reçois|encaiss\w+|réceptionn\w+|perce\w+|récolt\w+|collect\w+|centralis\w+|touch\w+|arriv\w+|accueill\w+|reçoit) .. (?:argent|fonds|paiements?|virements?|sommes?|règlements?|versements?|ventes?|loyers?|recettes|cotisations|acomptes|encaissements?|€|euros)
        (?:argent|fonds|paiements?|virements?|sommes?|règlements?|versements?|encaissements?|loyers?|dons|acomptes?|euros|€) .. (?:arriv\w+|tomb\w+|versée?s?|sur (?:ton|votre|tes|vos|le|mon|son) compte|pass\w+|transit\w*|encaiss\w+|vous (?:parvien\w+|sont))
        (?:clients?|acheteurs?|familles?|élèves|locataires?|gens|donateurs|adhérents|partenaires?|abonnés) .. (?:vous |te |t')(?:règl\w+|pai\w+|pay\w+|vir\w+|vers\w+|régl\w+|adress\w+|envoi\w+|envoy\w+)
        sur (?:ton|votre|vos|tes|un|son|mon|le) (?:\w+ )?(?:compte|rib|iban)(?: bancaire| perso\w*| personnel\w*| courant| à vous| à toi| à son nom)?
        (?:par|via|avec|dans) (?:ton|votre|vos|un|son|tes|mon) (?:\w+ )?(?:compte|rib|iban)
        receive (?:the )?(?:money|payments?|funds|transfers?)
        (?:into|in|on|to|through) your (?:bank |own |personal )?account
        (?:en|por|a) (?:tu|su) cuenta
        (?:na|pela) (?:tua|sua) conta
        حسابك
        рахунок
        hesab\w+
        encaissement (?:de|des|pour|d')
    """,
    "share": r"""
        rétribu\w+
        sur chaque (?:opération|transaction|virement|transfert)
        \d{1,2} ?(?:%|pour ?cents?|p\.? ?100)
        \d{1,2} ?% (?:pour (?:toi|vous)|de commission)
        commissions?
        pourcentage
        (?:ta|votre|une|petite|sa) part
        (?:tu|vous) (?:gard|conserv|prélev|déduis|retien|retenez)\w*
        en (?:gardant|conservant)
        gard(?:ez|es|e|er) .. (?:pour (?:toi|vous)|différence|\d+|commission|pourcent)
        pour (?:toi|vous|ta peine|votre peine|tes efforts|votre service|le service|le dérangement)
        (?:te|vous) revien\w*
        moins (?:votre|ta|une) (?:rémunération|commission|part)
        on (?:partage|divise|fait moitié)
        moitié
        dédommag\w+
        récompens\w+
        rémunér\w+
        you keep
        keep \d+
        comisión
        comissão
        *عمولة
        комісі\w+
        en échange
    """,
    "lend_account": r"""
        (?:ton|votre|vos|tes) comptes?(?: \w+)? (?:nous|me) (?:ser\w+)
        comptes? .. (?:de relais|comme relais|relais|de transit|de passage)
        (?:étudiants?|personnes?|jeunes?|gens|clients) .. (?:bnp|lcl|boursorama|boursobank|nickel|revolut|n26|crédit agricole|société générale|caisse d'épargne|banque postale)
        argent (?:propre|sale)
        (?:prêt|lou|pass|confi|laiss|fil)\w* (?:moi |nous |lui )?(?:ta|votre|sa|une) (?:carte|cb)(?: bancaire| bleue)?
        (?:avec|qui ont|ayant|possédant|un|des|titulaires? d'un) .. comptes? (?:revolut|n26|nickel|boursorama|lydia|qonto|bancaire (?:vide|propre|inutilisé))
        (?:prêt|lou|vend|utilis|emprunt|cherch|besoin d|rachet|rachèt|achet|mett|mets|recherch)\w* .. (?:(?:ton|votre|tes|vos|un|des|ta|sa|de) )?(?:comptes?(?: bancaires?| en banque| postal| courant| vides?| en ligne| propres?)?|rib|iban|carte bancaire|carte bleue|cartes bancaires|livret)(?: propres?| vides?| (?:boursorama|revolut|n26|nickel|bnp))?
        (?:rib|comptes?|iban|carte) (?:propres?|vides?|vierges?|dormants?|disponibles?|bancaires? (?:vides?|propres?|inutilis\w+)|(?:boursorama|boursobank|nickel|revolut|n26|lydia|crédit agricole|société générale|bnp|lcl)\w*)
        (?:comptes?|cartes?|rib) .. (?:pour (?:encaisser|recevoir (?!mon|ton|votre|son|leur)|passer|faire passer|faire transiter)|à louer|en location)
        (?:on|je|nous) (?:te |vous )?(?:lou|rachet|achet)\w* .. (?:compte|carte|rib)
        (?:rent|lend|use) (?:us |me )?your (?:bank )?(?:account|card)
        (?:alquil|prest)\w+ .. cuenta
        (?:ton|votre) compte (?:nous |me |sert|servira|suffit|va servir)\w*
        comme (?:boîte|boite|compte) (?:de passage|relais|tampon)
        compte (?:relais|de passage|tampon|intermédiaire)
        te (?:la|le) (?:rachète|loue|rachete)
        (?:rachèt|rachet|achèt|achet|lou)\w* (?:ta|votre|des|vos|tes) (?:cartes?|comptes?)
        mule
    """,
    "unlock": r"""
        balance (?:is )?(?:negative|insufficient)
        negative balance
        solde (?:est )?(?:négatif|insuffisant)
        (?:recharge|top up) to (?:continue|withdraw|finish|unlock)
        (?:complète|complétez|finir|finis|terminer|termine|clôturer) .. (?:lot|série|tâche|commande|niveau|missions?)
        sorties? (?:de|des) (?:fonds|gains|vos|tes)
        (?:retirer|récupérer|toucher|encaisser) (?:les|tes|vos|tout|le|la|ces|mes|ton|votre)
        vip \d?
        débloqu\w*
        débloc\w*
        déverrouill\w*
        libér(?:er|ez|e|ation|é)
        (?:pour|de) (?:retirer|récupérer|encaisser|toucher)
        retir(?:er|ez|es|ables?|e) (?:tes|vos|tout|les|le|ton|votre|mes|l'argent)
        retraits? (?:bloqué|possible|impossible|en attente|sera|est|de)
        (?:de|du|le|votre|ton|tes|vos|un|au|frais de|taxe de) retraits?
        réactiv\w+
        dégel\w*
        activ(?:er|ez|ation) (?:de |du )?(?:votre |ton |le |vos |tes )?(?:retrait|compte|gains|portefeuille|solde|versement|virement|wallet|carte)
        (?:gelée?s?|bloquée?s?|suspendue?s?|en attente|consignée?s?)
        withdraw\w*
        unlock\w*
        release
        retirar
        desbloque\w+
        levantar
        *سحب
        вивести
        зняти
        cekmek
        (?:série|commande|lot|tâche) (?:est )?(?:perdue?|combinée?|spéciale|en or|bloquée?)
        solde (?:négatif|insuffisant|débiteur|en négatif|minimum|affiche|est passé|à -)
    """,
    "gains": r"""
        rémunération
        missions
        niveau
        lots?
        double
        gains?
        solde
        bénéfices?
        commissions?
        (?:votre|ton|tes|vos|mes|les|du|le) (?:argent|salaires?|primes?|fonds|usdt|portefeuille|wallet|revenus?|points|paye|bonus|virement|capital|versement)
        portefeuille
        earnings
        balance
        funds
        commission
        ganancias
        saldo
        *ارباحك
        *رصيد
        plateforme
        appli(?:cation)?
        retirables?
        cagnotte
    """,
}
