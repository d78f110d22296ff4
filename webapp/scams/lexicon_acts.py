"""Turns of phrase of the supporting signs: absent recruiters, haste, pay too high, no company."""
# ruff: noqa: E501 - one turn of phrase a line, however long

READER_ACTS: frozenset[str] = frozenset()
DENIALS = frozenset({"move_chat"}) | frozenset(
    {
        "strict_no_interview",
        "no_interview",
        "company_hidden",
        "not_here",
        "not_applied",
        "later_details",
    }
)

IDEAS: dict[str, str] = {
    "public_body": r"""
        france travail
        pôle ?emploi
        caf
        cpam
        ameli
        urssaf
        préfecture
        ministère (?:du|de|des) \w+
        mairie (?:de|d')
        trésor public
        impôts
        service (?:des impôts|public|immigration|des visas)
        bureau (?:européen|national|international|fédéral|central|officiel)
        (?:office|agence|commission|direction|délégation|centre|organisme) (?:européenn?e?|national\w*|français\w*|régional\w*|fédéral\w*|internationale?|départemental\w*|général\w*|centrale?|public\w*)
        ambassade
        consulat
        onu
        unicef
        croix[ -]rouge
        union européenne
        mon ?compte ?formation
        assurance (?:maladie|chômage)
        sécurité sociale
        gendarmerie
        police
        conseil (?:départemental|régional)
        mission locale
        hôpital
        la poste
        sncf
        edf
        amazon
        (?:carrefour|leclerc|lidl|ikea|decathlon|auchan|airbus|renault|total|michelin|air france|hilton|ritz|disney\w*)
        united nations
        red cross
        embassy
        embajada
        """,
    "claims_role": r"""
        (?:je suis|ici|c'est|de la part d[eu']|moi c'est) (?:\w+ ){0,4}?(?:conseill\w+|agent|service|responsable|directeur|directrice|mme|monsieur|madame|inspect\w+|rh|support|assistance)
        votre (?:nouve\w+ )?(?:conseill\w+|référente?|agent)
        (?:service|support|assistance|équipe|pôle|cellule|département|bureau) (?:\w+ )?(?:emploi|rh|recrutement|candidat\w*|clients?|technique|sécurité|vérification|inscription|paie|paiement|validation|conformité|visas?|des visas|allocations?|aides?|social|formation)\w*
        (?:info|alerte|avis|notification|message) (?:emploi|caf|cpf|rsa|france travail|ameli|important|officiel)
        vous (?:nomme|affecte|désigne|attribue|mandate)
        (?:réf|dossier) ?\.? ?(?:n°|:)? ?[\w-]*\d
        mandaté\w* par
        au nom d[eu']
        """,
    "no_interview": r"""
        sans (?:aucun |le moindre )?(?:entretien|rendez-vous|rencontre|se voir|vous (?:voir|rencontrer|déplacer)|te (?:voir|rencontrer)|cv ni entretien|test ni entretien|passer d'entretien)
        (?:pas|aucun|ni|zéro|0) (?:d'|de )?(?:entretien|rencontre|rendez-vous)
        (?:n'|ne )(?:est |sera )?(?:aucun )?(?:entretien|rencontre) (?:n'est |ne sera )?(?:nécessaire|requis|prévu|exigé)
        (?:embauche|recrutement|engagement|poste|contrat|candidature|dossier) (?:\w+ )?(?:immédiate?|direct\w*|automatique|validée?|confirmée?|acquis|accordé|accepté|est à vous|est à toi|d'office|garantie?|sur dossier)
        (?:décision|sélection|recrutement|embauche|admission) sur dossier
        (?:on|nous) (?:te|vous|t'|l') ?(?:prend|prends|embauche|recrute|engage|prenons|embauchons|recrutons|engageons|retient|retenons|a pris|avons retenue?|a retenue?|a sélectionn\w+|avons sélectionn\w+)
        (?:vous êtes|tu es|t'es|vous etes) (?:\w+ )?(?:embauchée?|recrutée?|prise?|engagée?|retenue?|admise?|acceptée?|sélectionnée?|l'heureux|nommée?|affectée?|présélectionnée?)
        (?:votre|ton|ta|le|la) (?:poste|place|candidature|profil|dossier|cv|embauche|mission|travail|job) (?:\w+ ){0,4}?(?:est|a été|sont|vient d'être) (?:\w+ )?(?:acceptée?|validée?|retenue?|confirmée?|à vous|à toi|approuvée?|réservée?|acquise?|accordée?|garantie?)
        (?:poste|place|job|embauche|candidature|dossier|cv) (?:validée?|confirmée?|acceptée?|approuvée?|retenue?|accordée?|obtenue?)
        (?:bravo|félicitations?|felicitation|congrat\w+|parabéns|enhorabuena|felicidades|مبروك|вітаємо|tebrikler)
        entretien .. (?:par (?:whatsapp|telegram|message|sms|chat|écrit|mail)|uniquement en ligne)
        (?:you (?:are|have been|were)) (?:selected|hired|accepted|approved|chosen)
        (?:has|ha) sido (?:seleccionad\w|aceptad\w|contratad\w)
        (?:no|without) interview
        sin entrevista
        sem entrevista
        (?:foi|está) (?:selecionad\w|aceite|aprovad\w)
        *تم قبول\w*
        بدون مقابلة
        (?:venez|viens) pas
        je vous engage
        merci pour votre confiance
        bienvenue (?:dans l'équipe|parmi nous|chez nous|à bord)
        """,
    "strict_no_interview": r"""
        pas la peine de (?:se|nous|vous|te|me) (?:voir|rencontrer|déplacer|parler)
        inutile de (?:nous|se|vous|te|me) (?:rencontrer|voir|déplacer|recevoir|parler)
        pas besoin (?:de (?:se|nous|me) (?:voir|rencontrer|parler)|d'entretien|de rendez-vous)
        (?:entretien|rencontre) (?:dispensé|inutile|non nécessaire|pas nécessaire)
        (?:aucun|pas de|sans) (?:rendez-vous|entretien)
        (?:n'organis\w+|ne faisons|ne fait|ne recevons) (?:pas|aucun|personne)
        je (?:vous|te) (?:choisis|prends|engage|embauche|recrute) (?:sur (?:photo|dossier|cv)|sans|d'après)
        sans (?:aucun |le moindre )?(?:entretien|rendez-vous|rencontre|se voir|vous (?:voir|rencontrer)|te (?:voir|rencontrer)|cv ni entretien|test ni entretien|passer d'entretien)
        (?:pas|aucun|ni|zéro|0) (?:d'|de )?(?:entretien|rencontre|rendez-vous)
        (?:embauche|recrutement|engagement) (?:immédiate?|direct\w*|automatique|d'office|garantie?) sans
        (?:no|without) interview
        sin entrevista
        sem entrevista
        بدون مقابلة
        """,
    "absent": r"""
        en cure
        (?:je suis|étant) (?:sourde?|malentendante?|muette?|aphone)
        impossible de (?:téléphoner|se voir|nous rencontrer|vous recevoir|parler)
        (?:je|il|elle|moi|nous|on|patron|patronne|propriétaire|directeur|famille|docteur|épouse|mari) (?:suis|est|sommes|vis|vit|vivons|réside|résid\w+|habite\w*|travaille|me trouve|se trouve|serai|sera) .. (?:étranger|mer|bateau|navire|plateforme|portugal|espagne|canada|suisse|londres|bruxelles|belgique|afrique|sénégal|côte d'ivoire|bénin|abidjan|cotonou|dakar|dubai|italie|allemagne|angleterre|états-unis|usa|amérique|irlande|écosse|norvège|pays-bas|luxembourg|chine|brésil|maroc|loin|hôpital|hospitalisée?|déplacement|mission|outre-mer|guadeloupe|martinique|réunion|new york|miami|genève|lisbonne|madrid|rome|berlin|monaco|guinée|cameroun|gabon|mali|togo|israël|liban|qatar|koweït|australie|mexique|pérou|grèce|turquie|roumanie|pologne|ukraine|finlande|suède|danemark)
        (?:actuellement|en ce moment|momentanément|pour l'instant|encore|toujours|retenue?|bloquée?|coincée?) (?:en|à|au|aux|dans|sur|hors) (?:\w+ ){0,2}?(?:étranger|mer|bateau|navire|plateforme|portugal|espagne|canada|suisse|londres|bruxelles|belgique|afrique|sénégal|ivoire|bénin|dubai|italie|allemagne|angleterre|mission|déplacement|hôpital|irlande|états-unis|convalescence|cure|voyage)
        en (?:mer|voyage|déplacement|mission|convalescence|congé|deuil) (?:à|en|au|aux|jusqu|pour|depuis|actuellement|hors)
        (?:marin|militaire|casque bleu|ingénieur|médecin|capitaine|soldat|chirurgien|pasteur|diplomate) .. (?:mer|mission|étranger|plateforme|bateau|base|navire|offshore|onu)
        (?:à|de) l'étranger
        hospitalisée?
        (?:mon|ma|sa|son) (?:mère|épouse|femme|mari|père|fille|fils|mari) (?:est|a été|se) .. (?:malade|hôpital|hospitalis\w+|opér\w+|clinique|soign\w+|cancer)
        (?:avant|dès|à|jusqu'à|lors de) (?:mon|notre|son|leur) (?:retour|arrivée?|installation|emménagement|déménagement)
        je (?:rentre|reviens|arrive|m'installe|déménage|emménage) (?:\w+ )?(?:le|dans|en|bientôt|prochainement|fin|début|la semaine|à)
        je vis loin
        (?:en mon|en notre|pendant mon|pendant notre) absence
        offshore
        sur (?:un|le) bateau
        abroad
        overseas
        extranjero
        estrangeiro
        *الخارج
        """,
    "fake_contract": r"""
        contrats? .. (?:déjà |pré-?)(?:signée?s?|tamponnée?s?|remplie?s?)
        (?:vous trouverez|ci-joint|ci joint|en pièce jointe|en pj|joint|voici|reçois|recevez|recevrez|trouvez|je t'envoie|je vous envoie|nous vous envoyons|je vous adresse|envoyé) .. contrat(?! .. bureau)
        contrat\w* .. (?:est )?(?:joint|ci-joint|en pj|en pièce jointe|pdf|par (?:mail|whatsapp|courriel|messenger|sms))
        (?:retourn|renvoy|renvoi|sign|paraph|imprim|scann|complét)\w* .. (?:contrat|promesse d'embauche|chaque page|fiche paie|fiche d'embauche)
        (?:retournez|renvoyez|renvoie|retourne)[ -]le .. (?:signé|complété|rempli|paraphé)
        (?:fiche paie|promesse d'embauche|lettre d'engagement|attestation d'embauche)
        (?:contract|offer letter) .. (?:attached|signed|enclosed)
        paraph\w+
        """,
    "urgent_now": r"""
        (?:dans|sous|d'ici|avant|en moins de|moins de|il (?:te|vous) reste) (?:l'heure|une heure|\d{1,2} ?(?:min|minutes|mn|h|heures?)|ce soir|midi|minuit|la journée|demain|aujourd'hui|la fin de (?:la )?journée)(?! \d)
        (?:plus que|reste|restent|dernières?|encore|seulement) (?:\d+ |deux |trois |quelques |une )?(?:places?|postes?|minutes|heures|jours?)
        (?:places?|postes?|offre|nombre) (?:très )?limitée?s?
        (?:vite|urgent|urgence|dépêch\w+|immédiatement|sans (?:délai|attendre|tarder)|au plus vite|tout de suite|maintenant|dernier (?:rappel|délai|jour|avis)|dernière (?:chance|relance)|premier arrivé|ce soir)
        sinon (?:on|je|nous|la|le|ta|ton|votre|c'est|quelqu'un|un autre|tu|vous)
        (?:ou|sinon) .. (?:autre|suivant|annul\w+|perdue?|bloquée?|part)
        (?:today|now|immediately|urgent|within \d+|last chance|hurry)
        (?:hoy|ahora|urgente|hoje|agora|rápido)
        (?:اليوم|الآن|فورا|بسرعة)
        (?:сьогодні|терміново|зараз)
        (?:bugun|hemen|acil)
        jusqu'(?:à|au) (?:dimanche|demain|ce soir|minuit)
        """,
    "hard_urgent": r"""
        (?:dans|sous|d'ici|en moins de|moins de|il (?:te|vous) reste) (?:les )?(?:l'heure|une heure|\d{1,2} ?(?:min|minutes|mn|h|heures?))
        (?:plus que|il (?:ne )?reste (?:que|plus que)|reste|dernières?) (?:\d+ |quelques )?(?:places?|postes?|minutes|heures)
        sinon .. (?:autre|suivant|annul\w+|perdue?|bloquée?|part|quelqu'un)
        (?:part|donnée?|revient|ira|passe|proposée?) (?:à|au) (?:un autre|quelqu'un d'autre|suivant|le suivant|une autre)
        (?:répon(?:se|ds|dez|dre)|décid\w+|confirm\w+) .. (?:heure|minutes|ce soir|immédiat\w*|min|midi)
        premier arrivé
        within (?:\d+ |an |the )(?:hours?|minutes?)
        """,
    "chat_app": r"""
        whats ?app
        telegram
        signal(?! (?:conso|spam|-))
        viber
        messenger
        wechat
        skype
        snapchat
        instagram
        discord
        hangouts?
        imo
        واتس ?اب
        واتساب
        تيليجرام
        تلغرام
        *تلجرام
        вайбер
        ватсап
        телеграм\w*
        """,
    "move_chat": r"""
        (?:uniquement|seulement|exclusivement|que|tout se passe|rendez-vous|directement|contact\w*|écri\w+|ajout\w+|parl\w+|rejoign\w+|rejoin\w+|continu\w+|discut\w+|pass\w+|répond\w+|poursui\w+|suite|laiss\w+|joign\w+|basculer|bascule|venez|viens|donn\w+|détails|infos?|informations|inscri\w+|mp|message|envoy\w+|envoi\w*|demand\w+|cliqu\w+|groupe|canal|go|add|contact|join|message|text|chat|escr\w+|contacta|únete|adicion\w*|entre em|تواصل|راسل\w*|пиш\w+|напиш\w+)(?: \S+){0,6}? (?:\S+ )?(?:whats ?app|telegram|signal|viber|messenger|wechat|skype|snapchat|instagram|discord|hangouts|imo|واتساب|تيليجرام|تلغرام|телеграм\w*|вайбер\w*)
        (?:whats ?app|telegram|signal|viber|messenger)(?: \S+){0,3}? (?:uniquement|seulement|exclusivement|only|obligatoire)
        numéro (?:telegram|whatsapp|signal|viber)
        @\w{4,30} (?:sur|on) telegram
        telegram ?:? ?@
        """,
    "not_here": r"""
        (?:pas|jamais|plus) (?:de (?:mail|messagerie|message|question|réponse|téléphone)|ici|par ici|sur (?:le site|leboncoin|ce site|cette appli|la plateforme|facebook)|via (?:le site|la plateforme))
        (?:hors|quitt\w+|en dehors) (?:de |d'|du )?(?:la |ce |cette |le )?(?:plateforme|site|messagerie|appli\w*)
        uniquement (?:par|sur|via) (?:whatsapp|telegram|signal|messenger|sms|mail|mp|viber)
        tout se passe (?:sur|par)
        not here
        """,
    "foreign_number": r"""
        \+ ?(?!33)\d{1,3}[ .-]?\d[\d .-]{6,14}
        00 ?(?!33)\d{2,3}[ .-]?\d[\d .-]{7,12}
        """,
    "not_applied": r"""
        (?:m'a|nous a|m'ont|nous ont|on m'a) (?:donné|transmis|passé|envoyé|communiqué) (?:votre|ton) (?:numéro|contact|cv|nom)
        (?:eu|obtenu|récupéré|pris) (?:votre|ton) (?:numéro|contact)
        (?:votre|ton) (?:cv|profil|candidature|numéro) (?:\w+ ){0,5}?(?:retenue?|sélectionnée?|repérée?|attiré|intéress\w+|convient|correspond\w*|transmis\w*|approuvé\w*|vu|trouvée?|validé\w*|recommandé\w*|plaît|plait|plu)
        (?:vu|d'après|suite à|au vu de|grâce à|sur la base de) (?:votre|ton) (?:profil|cv|numéro)
        (?:trouvé|repéré|remarqué|sélectionné|retenu|choisi|reçu) (?:votre|ton) (?:cv|profil|numéro|candidature|contact)
        (?:nous avons|j'ai|on a) (?:\w+ )?(?:trouvé|vu|reçu|repéré|remarqué|obtenu|eu|récupéré|consulté) (?:votre|ton) (?:cv|profil|numéro|contact|candidature)
        (?:retenu|sélectionn|repér|remarqu)\w* (?:votre|ton) (?:cv|profil|numéro|candidature)
        (?:nouvelle )?réponse à (?:votre|ton) (?:cv|candidature|annonce)
        sans (?:que vous ayez |avoir )?(?:postulé|candidaté|rien demandé|candidature)
        (?:n'avez|n'as|as|n'ai|ai) (?:pas|jamais) (?:postulé|candidaté)
        (?:votre|ton) (?:nom|profil|cv) (?:nous )?(?:a été|vient d'être) (?:recommandé|tiré|transmis|choisi)\w*
        (?:we (?:saw|found|received|reviewed)|i got) your (?:cv|profile|resume|number|contact)
        your (?:cv|profile|resume|number) (?:has been|was|is)
        (?:tu|su|seu|teu) (?:currículum|currículo|cv|perfil) (?:ha sido|fue|foi)
        سيرتك الذاتية
        (?:вас|тебе) обрано
        """,
    "company_hidden": r"""
        (?:nom|lieu|adresse|ville|horaires) (?:\w+ ){0,4}?(?:sera|seront|vous sera|vous seront) (?:donnée?s?|communiquée?s?|envoyée?s?|dite?s?|précisée?s?) (?:après|plus tard|ensuite|une fois|dès)
        on ne dit rien par écrit
        rien par écrit
        (?:dirai|dira|donnerai|enverrai|indiquerai) (?:l'adresse|le lieu|où|l'endroit) (?:ensuite|après|plus tard|demain)
        (?:adresse|lieu) (?:donnée?|communiquée?|envoyée?) (?:plus tard|ensuite|après)
        (?:nom|identité|adresse|coordonnées) (?:de (?:la |l'|notre )|du |d')(?:\w+ )?(?:société|entreprise|employeur|lieu|client|poste|boîte|patron)\w*(?: \w+){0,4} (?:plus tard|ensuite|après|ultérieurement|communiqu\w+|donnée?s?|transmis\w*|révél\w+|dévoil\w+|confidentiel\w*|secr[eè]t\w*|dernier moment|une fois)
        (?:dira|dirons|indiquerons|indiquera|donnerons|donnera|communiquerons|communiquera|enverrons|enverra|préciserons|précisera|saurez|sauras|connaîtrez|connaîtras|connaitrez|révélerons|transmettrons) .. (?:lieu|adresse|société|entreprise|employeur|où|ville|ensuite|quelle|après|patron|présenter|chantier|endroit)
        (?:lieu|adresse|ville|société|entreprise|employeur) (?:\w+ ){0,3}?(?:communiquée?s?|donnée?s?|précisée?s?|dévoilée?s?|révélée?s?|indiquée?s?|confirmée?s?|envoyée?s?|transmise?s?) (?:\w+ ){0,2}?(?:après|plus tard|ensuite|ultérieurement|au dernier|une fois|par|dès|à la|le jour)
        (?:pour|afin de|avant de) (?:connaître|connaitre|savoir|découvrir|obtenir|recevoir) (?:le nom|la ville|l'adresse|le lieu|quelle|l'employeur|la société|l'entreprise)
        (?:mission|travail|boulot|job|société|entreprise|poste) (?:très )?(?:discr[eè]te?|confidentiel\w*|secr[eè]te?)
        pas de question\w*
        (?:vous|tu) (?:saurez|sauras|verrez|verras) (?:plus tard|après|ensuite|sur place)
        """,
    "state_body": r"""
        minist[eè]re
        gouvernement
        préfecture
        ambassade
        trésor public
        union européenne
        """,
    "cv_sent": r"""
        (?:candidatures?|cv|lettre|postul\w+|répon\w+) .. (?:avec|accompagnée?s? d\w*|joindre|joignez|et|plus)
        (?:avec|joindre|joignez|envo\w+) .. cv
        """,
    "our_seller": r"""
        (?:chez|auprès de|à|sur le site de|via|par) (?:notre|nos|mon) (?:fournisseurs?|partenaires?|vendeurs?|boutique|site|magasin|grossiste|revendeur|prestataire)
        """,
    "in_cash": r"""
        en (?:liquide|espèces|cash|billets)
        """,
    "vague_job": r"""
        (?:personnes?|profils?|gens|candidats?) (?:motivée?s?|sérieu\w+|dynamiques?)(?= (?:le|la|pour gagner|contact|écri)|\.|!|$)
        société sérieuse
        (?:chauffeur|personne|gens|homme|femme|jeune|profil)s? discr(?:e|è)te?s?
        (?:emploi|travail|boulot|job|mission|activité|taf) (?:\w+ )?(?:facile|simple|tranquille|cool|discret|discrète|à domicile|de rêve|sans (?:rien faire|effort|stress)|pas compliquée?|très simple)
        (?:tout|tous) (?:âge|niveau|profil|public|le monde)s?
        gagn(?:e|ez|er|es) (?:\w+ )?(?:\d|facile\w*|vite|sans|de l'argent|plus|depuis|jusqu)
        (?:argent|revenus?) (?:facile|rapide|complémentaire|passif|supplémentaire)s?
        (?:bien|très bien|super bien|grassement) payée?s?
        sans (?:rien faire|bouger|sortir|effort)
        complément de (?:revenu|salaire)
        liberté financière
        (?:easy|simple|flexible) (?:job|work|money)
        trabajo fácil
        dinero (?:fácil|rápido)
        dinheiro fácil
        (?:عمل سهل|عمل بسيط|من المنزل)
        легк\w+
        sans (?:diplôme|compétence|expérience|cv)
        débutant\w*
        aucune? (?:diplôme|expérience|compétence|qualification)
        """,
    "wants_contact": r"""
        laiss\w+ (?:un|votre|ton|vos) (?:numéro|contact|coordonnées|telegram)
        (?:en )?(?:mp|dm|message privé|inbox)
        contact\w*
        répond(?:ez|s|re) (?:oui|go|ok|job|1|stop|info|par oui)
        (?:intéressée?s?)
        """,
}
