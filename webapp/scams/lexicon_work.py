"""Turns of phrase for what is sold or promised as work: kits, lists, tasks, parcels, networks."""
# ruff: noqa: E501 - one turn of phrase a line, however long

READER_ACTS: frozenset[str] = frozenset()
DENIALS = frozenset({"undress", "training_ticket"})

IDEAS: dict[str, str] = {
    "training": r"""
        attestations? (?:aux? |de |d')?(?:premiers? secours|sécurité|hygiène)
        (?:psc1|premiers secours)
        stages? (?:\d|de \d|obligatoire|payant|privé)
        carte pro
        \d+ (?:jours?|heures?|h) de (?:cours|formation|stage)
        cursus
        formations?
        (?:le|un|notre|ce|module de|du) (?:stage|module|cursus|coaching|tutoriel|programme)
        modules?
        certifi(?:cat|cats|cation|cations)
        attestations? de (?:formation|compétences?|réussite)
        diplômes?
        caces
        habilitations?(?: électriques?)?
        sst
        ssiap
        haccp
        fimo
        cqp
        carte professionnelle
        permis (?:b|c|cariste|poids lourd)
        cours (?:vidéo|en ligne|de|pratique)
        e ?learning
        pack formation
        séminaire
        initiation
        livret (?:pédagogique|de formation)
        agrément
        badge de compétence
        training
        course
        certificates?
        curso
        formación
        formação
        *تدريب
        *دورة
        навчанн\w+
        курс\w*
        egitim\w*
        """,
    "training_ticket": r"""
        sans (?:bouger|sortir|se déplacer|vous déplacer|te déplacer|venir)
        (?:on|nous) (?:te|vous) (?:place|plaçons|prend|prenons|embauche|embauchons)\w*
        sans (?:passer )?(?:l'|d')?(?:examen|épreuve|test)
        carte livrée
        obtenu sans
        garantie?s? (?:emploi|poste|embauche|cdi|contrat)
        (?:embauche|emploi|poste|cdi|contrat|travail|place|clientes?|missions?) (?:est |sont )?(?:garantie?s?|assurée?s?|automatique|direct\w*|fournie?s?|à la clé|ensuite|à la sortie|derrière|après)
        without (?:the )?(?:exam|test)
        job guaranteed
        """,
    "kit": r"""
        (?:aspirateur|balai|chariot|mallette|terminal|lecteur de carte)s?
        (?:ordinateurs?|pc|téléphones?) portables?
        (?:boîtier|routeur|casque audio|imprimante|webcam|écran)s?
        costumes?
        tailleur
        mallettes?
        vestes?
        cartons? de départ
        carton
        kits?
        matériels?
        uniformes?
        tenues?
        blouses?
        gilet
        chaussures(?: de sécurité)?
        casque
        epi
        badges?(?! ssiap)
        sacs? (?:isotherme|de livraison|à dos|thermique|cube)?
        logiciels?
        licence
        terminal
        tablette
        (?:le|un|votre|ton) (?:téléphone|smartphone|ordinateur|pc|portable) (?:pro\w*|de (?:travail|fonction|service|mission))
        outils?
        outillage
        mallette
        équipements?
        échantillons?
        (?:pack|stock|lot|coffret|starter)s?(?: de (?:démarrage|départ|bienvenue|base|produits))?
        clés?
        machine
        enveloppes
        produits
        (?:carte|casier|scanner|lecteur|vélo|scooter|brassard|chariot|trousse|balise|gants|ceinture|bottes|tablier|charlotte|veste|polo|tshirt|casquette|boîtier|gps)(?:s)?
        caution
        dépôt de garantie
        equipment
        uniform
        starter
        laptop
        software
        material
        herramientas
        equipo
        fardamento
        *المعدات
        *الزي
        форм[аиу]
        обладнанн\w+
        uniforma
        ekipman
        """,
    "home_work": r"""
        mise sous pli
        (?:travail|emploi|activité|boulot|job|poste) (?:à|depuis) (?:la |ton |votre )?(?:maison|domicile|chez \w+)
        (?:monter|assembl\w+|fabri\w+|coll\w+|enfil\w+|perl\w+|bougies?|savons?|bijoux|étiquettes)
        """,
    "travel": r"""
        tentes?
        lits?
        billets?
        visas?
        (?:billet|place (?:dans|en) (?:le|la|un|car|bus|minibus)|siège|vol|voyage|trajet|transport|transfert|traversée|navette|ferry|car|bus|covoiturage|avion|train|minibus)s?(?: d'avion| de bus| de car| de train)?
        passeport\w*
        permis de travail
        ambassade
        consulat
        (?:autorisation|carte|procédure) d'immigration
        immigration
        (?:dossier|programme|contrat) (?:canad\w+|québec\w*|suisse|luxemb\w+|anglais|dubai|canada|européen)
        logements?
        hébergements?
        chambres?
        (?:le |un |du |votre |ton )lits?
        mobil ?homes?
        literie
        draps?
        linge(?: de lit| de maison)?
        studio
        caravane
        appartement
        colocation
        bungalow
        résidence
        tente
        loyer
        foyer
        (?:flight|plane|travel|accommodation|room|housing|lodging|bus seat|work permit)s?
        (?:visado|vuelo|alojamiento|habitación|billete|viaje)s?
        (?:visto|passagem|alojamento|quarto|viagem|voo|bilhete)
        *تاشيرة
        *التاشيرة
        *فيزا
        *الفيزا
        *تذكرة
        *سكن
        *السكن
        *طيران
        віз[аиу]
        квит\w+
        житл\w+
        проїзд\w*
        vize\w*
        ucak
        bilet\w*
        konaklama
        """,
    "list_sale": r"""
        (?:annonces|offres|postes) .. avant (?:tout le monde|les autres|leur publication|publication|parution)
        (?:cercle|club|espace|carte|groupe) (?:privilège|privé|premium|vip|des candidats|candidats)
        (?:coordonnées|contacts?|adresses|numéros|mails?) (?:\w+ ){0,2}?(?:d'|des |de )(?:\d+ )?(?:exploitants|fermes|agriculteurs|hôtels|restaurants|maisons|boîtes|propriétaires|gens|personnes qui)
        (?:\d+ )?offres (?:\w+ ){0,2}?sans concurrence
        groupe (?:privé|vip|premium|payant|fermé)
        (?:active|activez|activer|débloque|débloquez) (?:ton|votre) accès
        (?:liste|fichier|annuaire|répertoire|base|carnet|catalogue|guide)s? (?:\w+ ){0,3}?(?:d'|des |de |du )(?:\d+ )?(?:employeurs?|patron\w*|entreprises?|recruteurs?|contacts?|familles|sociétés|restaurants|agences|adresses|particuliers|offres|chantiers|exploitants|hôtels|propriétaires)
        (?:coordonnées|contacts?|adresses|numéros|téléphones|mails) (?:\w+ ){0,2}?(?:d'|des |de )(?:\d+ )?(?:employeurs?|patron\w*|entreprises?|recruteurs?|familles|sociétés|chefs|gérants|directeurs|responsables|agences|particuliers)
        (?:accès|accéder|accédez|débloqu\w+|consult\w+|voir|lire|recevoir|recevez) (?:\w+ ){0,3}?(?:offres?|annonces?|postes?|emplois|missions|employeurs?|recruteurs?|coordonnées)
        (?:offres|annonces|postes) (?:\w+ ){0,2}?(?:cachées?|réservées?|exclusives?|privées?|premium|vip|secrètes?|non publiées?|en avant-première)
        abonnement (?:premium|vip|mensuel|emploi|candidat|or|gold)
        (?:compte|formule|profil|pack|accès|statut|membre|candidat) (?:premium|vip|gold|or|prioritaire|privilège)
        list of (?:employers|companies|jobs)
        lista de (?:empresas|empleadores|empregadores)
        """,
    "insider": r"""
        (?:fait|fais|faire) (?:rentrer|entrer|embaucher|passer|signer|prendre)
        je connais quelqu'un
        (?:haut|dessus|tête) de (?:la )?(?:pile|liste)
        (?:passer|passe|placer|place|mettre|mets|met|remonter|remonte|pousser|pousse|glisser|glisse|faire passer|fais passer|faire entrer|fais entrer|faire rentrer|fais rentrer|appuyer|sortir) (?:ton|votre|ta|les|ton nom|des gens|quelqu'un|toi|vous) ?(?:\w+ )?(?:dossier|cv|nom|candidature|gens|en premier|devant|en haut|dedans)
        (?:te|vous|t') ?(?:faire|fais|ferai|fait|ferais) (?:passer|entrer|rentrer|embaucher|prendre|recruter|avoir|signer)
        (?:t'|te |vous )(?:avoir|obtenir|garantir|trouver|réserver|garde|garder|réserve|obtiens) .. (?:place|poste|contrat|cdi|boulot|job)
        pistonn?\w*
        coup de pouce
        connaissance
        (?:cousin|cousine|beau-frère|frère|oncle|ami|pote|copain|collègue|tante|voisin|beau-père|belle-sœur|sœur|mari|neveu) .. (?:rh|recrut\w+|chef|direct\w+|gère|travaille|embauche|responsable|décide|patron)
        je (?:travaille|bosse|suis) .. (?:rh|ressources humaines|aéroport|mairie|préfecture|recrutement|direction|entrepôt)
        (?:dossier|nom|cv|candidature) (?:passe|passera|sera|est) (?:en )?(?:devant|premier|priorité|prioritaire|tête|haut)
        devant les autres
        je connais (?:le|la|quelqu'un|bien|une|un|du)
        (?:vend|vends|vendre|cède|cede|achète|acheter) .. (?:place|poste|promesse d'embauche|contrat|cdi|fiche\w* de paie)
        place (?:vendue|à vendre|achetée)
        promesses? d'embauche
        """,
    "give_me": r"""
        (?:tu|vous) (?:me |m'|lui |nous )(?:donn|fil|vers|pay|laiss|remett|offr|gliss|règl|dépos|vir|pass)\w*
        (?:donn|fil|pass|gliss|laiss)(?:e|ez) (?:moi|lui|nous)
        contre \d+
        contre (?:une? )?(?:petite? |modeste )?(?:billet|enveloppe|somme|commission|participation|cadeau|service|récompense|geste)
        pour \d+
        (?:il|elle) (?:prend|demande|veut|réclame)
        (?:je|on) (?:prend|prends|demande|veux)
        tarif
        prix
        intéressée?s?
        coûte
        """,
    "parcel": r"""
        (?:chaussures|baskets|vêtements|sacs|montres|parfums|produits|appareils|consoles) (?:de (?:marque|luxe)|neu\w+)
        colis
        paquets?
        cartons?
        envois?
        courriers? suivis?
        enveloppes? (?:bulles|épaisses)
        livraisons?
        marchandises?
        articles
        commandes
        iphones?
        palettes?
        téléphones
        (?:parcel|package|packet|box)(?:s|es)?
        paquetes?
        encomendas?
        pacotes?
        *طرود
        *طرد
        *الطرود
        посилк\w+
        пакун\w+
        koli\w*
        paket\w*
        """,
    "at_home": r"""
        (?:à la maison|pour nous|pour moi)
        (?:chez|à|depuis) (?:toi|vous|ton domicile|votre domicile|votre adresse|ton adresse|la maison|domicile|ta porte|votre porte|ton appart\w*|des particuliers)
        (?:à|sous) (?:ton|votre|un autre|un faux|un) (?:nom|prénom|adresse)
        (?:ton|votre) (?:adresse|domicile|garage|appart\w*|boîte aux lettres|cave|salon|palier|hall|logement)
        (?:adresse|boîte aux lettres) (?:fixe|postale|perso\w*|libre|à vous)
        en télétravail
        télétravail
        réceptionn\w+ .. domicile
        (?:un|d'un|de) (?:garage|adresse|local|cave)
        at home
        (?:to|at|from) your (?:home|address|house|place)
        (?:en|a) (?:tu|su) (?:casa|domicilio|dirección)
        (?:em|na) (?:tua|sua) casa
        *بيتك
        *منزلك
        *عنوانك
        (?:вдома|додому|адрес\w*)
        evin\w*
        """,
    "reship": r"""
        (?:quelqu'un|collègue|cousin|coursier|ami|gars|type|pote) (?:re)?(?:passe|passera|vient|viendra)
        ré?expédi\w*
        réexpéd\w*
        r[ée]-?envo\w+
        ren(?:voyez|voyer|voie|voies|voi|vois)
        (?:re|ré|r)?emball\w+
        (?:re)?condition\w+
        (?:ré|re)?étiquet\w*
        (?:nouve\w+|chang\w+|coll\w+|appos\w+|remplac\w+|mett\w+|mets|imprim\w+|autre) .. (?:étiquettes?|bordereaux?|bordereau)
        étiquettes?
        bordereaux?
        (?:redépos|dépos|déposer|remett|remets|redonn|donn|port|apport|amen|ramèn|emmèn|ramen)\w* .. (?:relais|poste|point|bureau|coursier|collègue|gars|chauffeur|transporteur|casier|locker|consigne|livreur|homme)
        (?:fais|faites|faire) (?:les )?suivre
        (?:mon|notre|un|le|quelqu'un|nos) ?(?:gars|coursier|chauffeur|collègue|ami|pote|transporteur|cousin|homme|livreur|équipe|gens|associé)? ?(?:passe|passera|passent|vient|viendra|viens|récupère|récupérera|les récupère)(?: .. (?:soir|chercher|prendre|récupérer|nuit))?
        (?:signe[sz]?|signer) .. (?:livreur|facteur|transporteur|nom|bon|prénom|bordereau|reçu|place|colis)
        (?:sous|avec) (?:un|d')? ?(?:autre|faux) (?:nom|prénom)
        (?:vers|à|pour|en) (?:l'étranger|l'est|kiev|moscou|varsovie|lagos|russie|pologne|l'afrique|dubai|export|ukraine|lituanie|kazakhstan)
        acheminer
        (?:forward|reship|relabel|repack|re-?send|ship (?:it|them)|send (?:it|them) on)\w*
        reenv\w+
        (?:cambi|peg)\w+ .. etiqueta
        *تعيد
        *ارسالها
        пересла\w+
        відправ\w+
        yeniden
        gonder\w+
        """,
    "mystery": r"""
        enquêt\w+ (?:en|de) (?:magasins?|caisses?|boutiques?)
        (?:évalu|test|contrôl|not)\w+ .. (?:western union|moneygram|transfert d'argent|caisses?|caissi\w+)
        missions? (?:d'|de )?observation
        (?:clients?|clientes?|acheteurs?|acheteuses?|enquêt\w+|visit\w+|shoppers?|inspect\w+|évaluat\w+|contrôleurs?|testeurs?|testeuses?|missions?|achats?|agents?) (?:mystères?|secr[eè]t\w*|fantômes?|anonymes?|incognito|invisibles?|discr[eè]t\w*)
        enquêtes? (?:mystères?|qualité|secr[eè]t\w*|satisfaction|anonymes?)
        (?:mission|visite|enquête)s? (?:d'évaluation|de contrôle|de qualité|d'observation|anonyme)
        (?:mystery|secret) (?:shopp|custom|buy)\w+
        se faire passer pour (?:un|une) client\w*
        (?:présentez|présente|faites|fais)[ -](?:vous|toi)? ?(?:passer )?(?:comme|pour) (?:un |une )?client\w*
        (?:comprador|cliente) misterioso
        cliente mistério
        (?:évalu|test|contrôl)\w+ .. (?:service|qualité|accueil|guichet|agence|buraliste|point de vente|transfert|rapidité)
        (?:متسوق|زبون) سري
        таємн\w+ покуп\w+
        """,
    "own_money": r"""
        (?:votre|ton|vos|tes) (?:propre )?(?:argent|compte|poche|deniers|carte|fonds|économies)
        (?:avanc|dépens|règl|régl|pay|ach[eè]t|command|vir|encaiss|dépos|envo|transf[ée]r)\w*
        western union
        moneygram
        mandat
        (?:transfert|envoi|virement) d'argent
        cartes? (?:cadeaux?|prépayées?|google|amazon)
        recharges?
        coupons?
        neosurf
        transcash
        chèques?
        crédits?
        à qui envoyer
        dos (?:de|des)
        gift ?cards?
        money transfer
        checks?
        buy
        deposit
        tarjetas? regalo
        """,
    "likes": r"""
        (?:amélior|augment|remont|gonfl|booster?|mont)\w* .. (?:leur|la|sa|les|des|notre) (?:notes?|classement|visibilité|réputation|référencement|ventes)
        (?:réserv|command|achet)\w+ fictiv\w+
        (?:fausses?|faux|fictives?) (?:réservations?|commandes?|avis|achats?)
        (?:rat|review|lik|subscrib|follow)ing (?:goods|products|hotels|items|videos|apps|restaurants)
        (?:help|aid)\w* (?:merchants?|sellers?|marchands?|commerçants?) .. (?:sales?|ventes?)
        likes?
        lik(?:er|ez|es|e|ant)
        cœurs?
        j'aime
        pouces? (?:bleus?|en l'air|levés?)
        (?:s')?(?:abonn|suiv)\w+ .. (?:chaînes?|pages?|comptes?|profils?|youtube|tiktok|instagram)
        (?:not|évalu|comment|optimis|boost|aim|partag|regard|visionn|cliqu|mett|mets|post|laiss|publi|ajout|écri)\w* .. (?:vidéos?|hôtels?|restaurants?|produits?|applis?|applications?|avis|étoiles?|notes?|publicités?|pubs?|annonces?|posts?|publications?|youtube|tiktok|google maps|commentaires?|photos? instagram|clips?|films?|musiques?|articles en ligne|favoris|panier|sites?)
        avis (?:google|positifs?|5 étoiles|clients|en ligne)
        (?:5|cinq) étoiles
        captchas?
        (?:petites|micro|mini|simples?|quelques|des) ?-?tâches
        tâches? (?:simples?|en ligne|quotidiennes?|rémunérées?|faciles|par jour|vip|prépayées?|combinées?|premium|suivante)
        (?:lots?|séries?|paquets?) (?:de |d')?(?:\d+ )?(?:tâches|commandes|clics|missions)
        (?:like|liking|rate|rating|review|reviewing|subscribe|follow|following|optimi[sz]e|boost)\w* .. (?:videos?|hotels?|products?|apps?|channels?|maps|restaurants?|youtube|tiktok)
        (?:simple|online|daily|easy) tasks?
        me gusta
        (?:dar|dando|dale|das) .. (?:likes?|me gusta)
        (?:tareas|reseñas|curtir|curtidas|avaliar|tarefas)
        *اعجاب
        *لايك
        *مهام
        *الفيديوهات
        *تقييم
        (?:лайк\w*|вподоб\w+|завдан\w+|відгук\w+)
        begen\w+
        gorev\w*
        panier .. (?:valid|command)\w+
        simul\w+ .. (?:commandes|achats)
        """,
    "easy_home": r"""
        (?:depuis|avec|sur) (?:ton|votre|le|son|un) (?:tel|téléphone|smartphone|portable|canapé|lit|mobile|salon)
        (?:depuis|à|de) (?:chez (?:toi|vous|soi)|la maison|ta maison|domicile)
        (?:\d+|quelques|dix) ?(?:min|minutes|h|heures?)? ?(?:par|/|de travail par) ?(?:jour|j|soir)
        par jour
        quotidien\w*
        temps (?:partiel|libre|perdu)
        (?:from|at) home
        per day
        a day
        al día
        por dia
        desde (?:casa|tu móvil|el móvil)
        *يوميا
        *المنزل
        *البيت
        (?:на день|вдома|щодня)
        gunde
        evden
        facile
        simple
        pièce
        chacune?
        chaque
        par (?:clic|like|avis|vidéo|tâche|note|abonnement)
        paiement (?:quotidien|immédiat|instantané|du jour)
        gagne[rz]?
        """,
    "crypto": r"""
        bitcoins?
        btc
        usdt
        usdc
        ethereum
        crypto ?\w*
        monnaies? (?:numérique|virtuelle|électronique)s?
        tether
        trc ?20
        wallets?
        portefeuilles? (?:numérique|électronique|virtuel|crypto)s?
        binance
        coinbase
        blockchain
        tokens?
        jetons? (?:numériques?)?
        trading
        traders?
        forex
        bourse en ligne
        (?:sur|dans) les marchés
        mentor
        options binaires
        (?:marchés?|analystes?) (?:financiers?|crypto|de marchés?)
        copy ?trading
        robots? (?:de |d')?(?:trading|investissement|double|qui)
        *عملات رقمية
        *العملات الرقمية
        *تداول
        *بتكوين
        криптo?\w*
        біткоїн\w*
        kripto\w*
        cripto\w*
        """,
    "invest": r"""
        invest\w*
        plac(?:ez|er|es|e|ement) .. (?:€|euros|argent|somme|économies|capital|\d+|plateforme)
        placements?
        capital\w*
        (?:mise|dépôt|apport|fonds|solde|versement|somme) (?:de )?(?:départ|initiale?s?|minimum|minimale?|personnel\w*)
        mis(?:ez|er|e)
        doubl\w+
        tripl\w+
        multipli\w+
        rendements?
        profits?
        bénéfices?
        dépos(?:ez|er|es|e)
        dépôts?
        (?:acheter|achète|achetez)
        aliment\w+
        plus[ -]values?
        intérêts
        invert\w+
        *استثمر
        *استثمار
        *ايداع
        інвест\w+
        вклад\w*
        yatirim\w*
        deposit
        """,
    "recruit_people": r"""
        sur chaque \w+ que (?:tu|vous) (?:inscri|recrut|parrain|amèn|amen|fais|faites|trouv)\w*
        (?:amen|ramen|ramèn|trouv|recrut|parrain|inscri|invit)\w* (?:\d+|deux|trois|quatre|cinq|des|tes|vos) \w*(?:ambassad\w+|vendeu\w+|conseill\w+|manag\w+|animat\w+|amies?|sœurs?)
        (?:constitu|mont|cré|développ|agrandi|form)\w* (?:votre|ton|une) (?:équipe|réseau|groupe)
        (?:ceux|celles|personnes) (?:que|qu'ils|qu'elles|qui) .. (?:invit|recrut|parrain|inscri|amèn|amen)\w*
        filleul\w*
        parrain\w*
        (?:amen|ramen|ramèn|amèn|invit|recrut|inscri|fais entrer|faites entrer|apport|présent|trouv|enrôl|faire entrer)\w* .. (?:amis?|personnes?|gens|proches|membres?|filleul\w*|copin\w*|contacts|partenaires|distribut\w+|nouve\w+|entourage|recrues?|monde|équipes?|affiliés?|autres|adhérents|voisin\w*)
        (?:chaque|sur (?:chaque|les|vos|tes)|par|de vos|des) (?:nouve\w+ )?(?:membres?|recrues?|inscrite?s?|personnes? (?:que|recrut|inscri|parrain)\w*|adhérente?s?|affiliée?s?|partenaires?|vendeurs? recrutés|distribut\w+)
        (?:votre|ton|tes|vos|une) (?:réseau|lignée|downline|organisation|arbre|pyramide|cercle|branche)s?
        (?:marketing|vente|réseau) (?:de réseau|multi-?niveaux?|relationnel)
        multi-?niveaux?
        mlm
        (?:personnes|gens|membres|amis) que (?:vous|tu) (?:faites|fais|amen|parrain|recrut|invit|inscri)\w*
        (?:niveau|étage|palier|génération)s? (?:suivants?|inférieurs?|d'en dessous|\d)
        (?:bring|recruit|refer|invite) .. (?:friends|people|members)
        (?:reclut|invit|tra[ei])\w* .. (?:amigos|personas|gente)
        (?:convid|recrut)\w* .. (?:amigos|pessoas)
        """,
    "entry_fee": r"""
        licence (?:annuelle|mensuelle|partenaire)?
        (?:ticket|droit|pack|kit|frais|billet|cotisation|abonnement|mise|apport|ticket|investissement|adhésion|licence|part) (?:d'|de |)(?:entrée|adhésion|départ|démarrage|bienvenue|inscription|membre|distribut\w+|base|initiale?|starter|activation|mensuel\w*|partenaire)
        pour (?:entrer|rejoindre|intégrer|devenir|démarrer|commencer|adhérer)
        (?:acheter|achète|achetez|prends|prenez|commande|commandez) .. (?:pack|kit|coffret|stock|part|licence|place|carte)
        (?:pack|kit|coffret)
        investi\w+
        adhésion
        entrée
        cotisation
        joining fee
        """,
    "rider_account": r"""
        (?:ton|mon|votre|un|son) (?:deliveroo|uber ?eats|uber|stuart|glovo|bolt|just ?eat)
        (?:deliveroo|uber ?eats|stuart|glovo|just ?eat)
        (?:comptes?|profils?|accès|identifiants|auto-?entreprise|statut) (?:de )?(?:livreurs?|coursiers?|chauffeurs?|vtc|uber(?: ?eats?)?|deliveroo|stuart|just ?eat|bolt|glovo|rider)(?: ?eats?)?
        comptes? (?:de )?(?:livr\w+|cours\w+|uber\w*|deliveroo|stuart|bolt|vtc|glovo|just ?eat|auto-?entrepreneur|micro-?entrepr\w+)
        profil(?:s)? (?:de )?(?:livr\w+|cours\w+|uber\w*|deliveroo|vtc)
        (?:rider|courier|driver|delivery|uber\w*) (?:account|profile)
        cuenta de (?:repartidor|rider|glovo|uber)
        """,
    "rent": r"""
        (?:lou|prêt|sous-?lou|partag|céd|vend|achèt|cherch|rachet|propos|donn|prends|prenez|utilis|roul|loc)\w*
        je (?:le|la) (?:prends|loue|reprends|récupère)
        (?:te|vous|t') (?:lou|prêt|donn|laiss)\w*
        location
        par semaine
        la semaine
        (?:sous|avec) (?:mon|ton|votre|son|un autre) (?:nom|compte|profil|photo|identité|visage|papiers)
        rent\w*
        alquil\w+
        sans papiers
        """,
    "front_man": r"""
        (?:ton|votre) nom .. (?:kbis|statuts|registre|boîte aux lettres|papiers)
        (?:kbis|k-bis)
        associée? sans (?:apport|rien)
        (?:gérant|gérante|dirigeant|président|directeur|associé|patron) (?:de |\w+ )?(?:paille|façade|prête-nom|sur (?:le )?papier|fictif\w*|officiel sans|administratif|en titre|de droit)
        (?:patron|gérante?|chef|direct\w+|associée?|présidente?) .. sur (?:le )?papiers?
        prête ?noms?
        homme de paille
        (?:ouvrir|créer|monter|immatriculer|ouvre|crée|immatricul\w+|déclar\w+|domicili\w+) .. (?:société|entreprise|sasu|sarl|auto-?entreprise|micro-?entreprise|boîte|sci|kbis|siret)
        (?:gérant|gérante|président|présidente|dirigeant|dirigeante) .. (?:signe[sz]?|sans rien|papiers|fixe|touche)
        front (?:man|company)
        """,
    "in_your_name": r"""
        (?:à|sous|en|au|sur) (?:ton|votre|son|leur|ta|vos|tes|mon) (?:propre )?(?:noms?|identité|prénom)
        avec (?:ton|votre|ta|vos|tes|son) (?:identité|pièce|papiers?|nom|dossier|fiche\w* de paie|carte d'identité)
        in your (?:own )?name
        a (?:tu|su) nombre
        em (?:teu|seu) nome
        باسمك
        на (?:твоє|ваше) ім\w+
        """,
    "contract_thing": r"""
        crédits?(?: conso\w*| renouvelables?| auto| revolving)?
        prêts?(?: conso\w*| personnels?| auto)?
        (?:comptes?|banques?)(?: bancaires?| en ligne| en banque)?
        forfaits?
        lignes?(?: téléphoniques?| mobiles?| de téléphone)?
        abonnements?
        cartes? sim
        (?:puces?|sims?)(?: téléphoniques?)?
        (?:téléphones?|iphones?|smartphones?|box|tablettes?)(?: neufs?| à 1 euro| haut de gamme)?
        voitures?
        véhicules?
        cartes? grises?
        scooters?
        baux?
        bail
        locations?
        leasings?
        loa
        (?:sociétés?|auto-?entreprises?|micro-?entreprises?|sasu)
        contrats? (?:d'énergie|d'électricité|de téléphonie|mobile|edf|internet|de location|d'assurance|de crédit|de gaz|de leasing)
        assurances?
        facilités de paiement
        paiement en (?:\d|plusieurs|trois|quatre) fois
        (?:phone|mobile) contracts?
        (?:loans?|bank accounts?|credit cards?)
        préstamos?
        (?:cuentas? bancarias?|contas? bancárias?|empréstimos?)
        """,
    "subscribe": r"""
        souscri\w+
        ouvr(?:ez|ir|es|e|irez|ent)
        ouverture
        signe[rzs]?
        (?:prendre|prenez|prends|contract\w+|demand\w+|obten\w+|achet\w+|achèt\w+|louer|louez|loue|immatricul\w+|mettre|mets|mettez|enregistr\w+|acti\w+|créer|créez|crée|commandez?|récupér\w+)
        (?:open|take out|sign up|subscribe)
        abr(?:ir|a|e)
        """,
    "handed_over": r"""
        test\w*
        (?:on|nous|je) (?:le |les |l'|la |te |vous |s'en |s'|garde|paie|paye)?\w* ?(?:résili|annul|rembours|gard|récup|occup|pai|pay|rachèt|rachet|reprend|clôtur|rend|prend|règl)\w*
        (?:remett|remets|donn|transmett|transmets|envo|confi|laiss|rend|rapport|ramèn|renvo|communiqu|expédi|fil)\w* .. (?:accès|codes?|cartes?|identifiants|appareils?|téléphones?|box|sims?|puces?|rib|mots? de passe|clés)
        (?:par|chaque) (?:ligne|compte|dossier|contrat|carte|ouverture|abonnement|forfait|puce|crédit|banque|voiture|véhicule|agence|sim)
        (?:l'appareil|le téléphone|les téléphones|les appareils) .. (?:nous|je|on|reven\w+|récup\w+|gard\w+)
        amendes
        mystère
        prime
        rémunér\w*
        revente
        qui veut
        sans (?:rien|jamais) payer
        rien (?:à payer|ne (?:te|vous) sera)
        ensuite
        """,
    "undress": r"""
        tenue (?:très )?légère
        (?:peu|légèrement|à peine) (?:vêtue?s?|habillée?s?)
        (?:enlève|enlever|enlevez|retire|retirer|ôte) (?:ton|ta|tes|le|la|les|votre|vos) (?:pull|veste|pantalon|robe|soutien\w*|chemisier|top|short|débardeur|manteau|bas)
        (?:voir|montre|montrer|montrez|montres) (?:ton|votre|le|son) (?:corps|ventre|physique|formes)
        garde\w* (?:juste |que )?le bas
        sous-?vêtements?
        lingerie
        culotte
        string
        (?:en |un |le )?(?:maillot|bikini|peignoir|nuisette|petite tenue|body|serviette)(?: de bain)?
        (?:nue?s?|nudes?|dénudée?s?|topless|torse nu|seins?|poitrine|fesses)
        (?:tour|taille|mensurations?) (?:de (?:poitrine|hanches|taille|soutien-gorge)|de bonnet)?
        (?:bonnet|soutien-gorge)
        mensurations?
        déshabill\w+
        sexy
        sensuel\w*
        charme
        coquin\w*
        érotique
        intime\w*
        photos? (?:de |du )?(?:tout (?:le|ton) )?corps
        (?:sans|enlève|retire|soulève) (?:le |ton |ta |tes |les )?(?:haut|vêtements?|tshirt|chemise|jupe|habits)
        câlin\w*
        massages? (?:à|du|complet|privé|entre|avec|naturiste|tantrique)\w*
        (?:ouverte? d'esprit|open d'esprit|sans tabou|pas farouche|pas timide|à l'aise avec (?:ton|votre|son) corps)
        escorte?s?
        dormir avec
        (?:underwear|naked|lingerie|nude|topless|bikini)
        ropa interior
        desnud\w+
        roupa íntima
        ملابس داخلية
        (?:білизн\w+|гол[аіуо]\w*)
        ic camasir\w*
        """,
    "model": r"""
        mannequins?
        mannequinat
        modèles?(?: photo)?
        hôtess\w+
        castings?
        shooting
        figurant\w*
        photographe\w*
        photos?
        vidéos?
        appel vidéo
        visio\w*
        caméra
        webcam
        cam
        agence
        entretien
        book
        poste
        emploi
        serveuse
        assistante
        femme de ménage
        barmaid
        patron
        embauch\w+
        model\w*
        hostess\w*
        azafata
        modelo
        """,
    "paid_book": r"""
        book
        portfolio
        composite
        séance photo
        shooting
        comp ?card
        test photo
        """,
    "aid": r"""
        aides? (?:au|à la|à l'|aux) (?:retour|reprise|embauche|emploi|logement|permis|mobilité|rentrée|formation)\w*
        (?:prime|aide|bonus|allocation|chèque(?! de)|complément|bon|indemnité|subvention|bourse|remboursement|versement|rappel|coup de pouce|fonds|enveloppe|don|somme)s? (?:\w+ ){0,2}?(?:exceptionnelle?s?|solidaire|de rentrée|d'état|de l'état|de la caf|caf|rsa|d'inclusion|emploi|inflation|de pouvoir d'achat|mobilité|de retour à l'emploi|alimentaires?|d'achat|énergie|d'urgence|de \d+|gouvernementale?|européenne?|covid|logement|d'activité|sociale?s?|non réclamée?s?|de solidarité|chômage|formation|allocataire\w*|de noël|naissance|transport|d'embauche|apprentissage|jeunes?|are|unique|spéciale?|carburant|permis|complémentaire|fiscal)
        (?:crédit|prêt|microcrédit|financement) (?:\w+ ){0,3}?(?:accordée?|accepté|garantie?|sans (?:justificatif|refus|enquête|condition)|solidaire|entre particuliers|immédiat|même fiché|rapide|honnête|sérieux|urgent|pour (?:tous|chômeurs|interdits))
        (?:prêt|crédit|don|prêts|crédits) (?:d'argent|entre particuliers?)
        trop-?perçu
        (?:gouvernement|état|fondation|union européenne|caf|croix-rouge|région) (?:vous )?(?:offre|donne|verse|distribue|accorde)\w*
        (?:bénéficiaire|gagnante?) (?:d'un|du|d'une|de)
        vous (?:avez|aviez) droit à
        tu as droit à
        un (?:rappel|reliquat|complément|arriéré) de
        (?:héritage|loterie|lot|gagnant|tirage au sort)
        grant
        relief payment
        (?:ayuda|subsidio|bono|préstamo)s?
        (?:subsídio|apoio|empréstimo)s?
        *مساعدة
        *منحة
        *اعانة
        *قرض
        допомог\w+
        виплат\w+
        yardim\w*
        """,
    "claim": r"""
        (?:pour (?:la |l'|le |en |les |y )?(?:recevoir|toucher|percevoir|obtenir|débloquer|bénéficier|profiter|récupérer|activer|valider|encaisser|prétendre))
        (?:reçois|recevez|touchez|touche|récupérez|récupère|réclamez|demandez|obtenez|obtiens|validez|activez|profitez|débloquez|percevez|bénéficiez)
        (?:remplis|remplissez|complétez|complète|cliquez|clique|inscrivez|inscris|confirmez|renseignez|envoyez|envoie|donnez|donne|répondez|communiquez|validez|valide|vérifiez|indiquez|réglez|versez|payez)
        vous attend
        en attente
        (?:jusqu'à|avant|offert)
        claim
        reclam\w+
        solicit\w+
        *للحصول
        щоб отримати
        """,
    "cpf": r"""
        (?:€|euros) (?:de |en |pour (?:la |votre |ta |une )?|d'heures de )formations?
        cpf
        compte (?:personnel (?:de |à la )?)?formation
        mon ?compte ?formation
        (?:droits?|crédits?|budget|solde|euros|heures|argent|cagnotte|dotation|enveloppe|montant|compte) (?:\w+ )?(?:à la |de |en |d'|pour la )?formations?
        """,
    "cpf_push": r"""
        expir\w+
        perd(?:u|us|ue|ues|ez|rez|s|ras|re|iez)
        (?:avant|jusqu'au|dernier|clôture|fermeture|supprim\w+|caduc\w*|s'efface\w*|remis à zéro|effacé\w*|disparai\w+|disparaît\w*)
        (?:offert|cadeau|offerte|offerts|tablette|ordinateur|iphone|airpods|smartphone|gratuit avec|bon d'achat|chèque cadeau|carte cadeau|télévision|montre)\w*
        (?:rappel|appel|contact)(?:ez|e)\w*
        (?:répondez|réponds|cliquez|clique|donnez|donne|communiqu\w+|envoy\w+|confirm\w+|validez|réserv\w+|débloqu\w+|convert\w+|récupér\w+|transform\w+|rachet\w+|bénéfici\w+|profit\w+)
        (?:reverse\w*|rend(?:s|ons)?|redonn\w+|partag\w+|moitié|rembours\w+|en espèces|cash|liquide|sans (?:suivre|y aller|venir|vous déplacer|présence|assister))
        (?:tu|vous) (?:ne )?(?:suivrez|suivras|viendras|viendrez|irez|iras) pas
        mandaté\w*
        """,
}
