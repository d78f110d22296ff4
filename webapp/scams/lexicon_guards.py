"""Turns of phrase that make a request normal: already met, signed, in person, paid by others."""
# ruff: noqa: E501 - one turn of phrase a line, however long

READER_ACTS: frozenset[str] = frozenset()
DENIALS = frozenset({"free", "in_person", "signed", "protects", "normal_money"})

IDEAS: dict[str, str] = {
    # Nothing is paid by the reader.
    "free": r"""
        (?:prise?s?|pris|prend|prennent|prendra|prenons) en charge
        (?:offert|fourni|prêté|remboursé|financé|gratuit|compris|inclus|avancé)(?:e|es|s)?(?! par (?:le |la |chaque )?(?:candidat|salari|stagiaire|particip|postul))(?: par| à| aux| au| pour| le| la| et|,)?
        gratuite?s?
        gratuitement
        (?:payé|réglé|remboursé|financé|avancé|acheté)e?s? (?:par (?:la |le |l'|nous|notre|les )(?!candidat|salari|stagiaire|particip|postul)|intégralement|à 100|comme|pendant|en intégralité)
        (?:nous|on|l'entreprise|l'agence|la boîte|l'association|l'employeur|le patron|opco|la région|le département|la mairie|l'état|france travail|la structure|la maison) (?:vous |te |t')?(?:pay|fourni|prêt|financ|rembours|offr|pren|prend|équip|règl|avanc)\w*
        (?:boîte|entreprise|patron|patronne|nous|on|association|région|employeur|lui|chef|agence|mairie|maison) qui (?:paye|paie|règle|fournit|finance|avance)
        à (?:notre|nos|la) (?:charge(?: de l'employeur| de l'entreprise| de la structure)?|frais)
        à la charge de (?:l'employeur|l'entreprise|la société|l'agence|la structure|l'association)
        rémunérée?s?
        (?:formation|stage|essai|caces|permis|habilitation|module|immersion|test|journée|heures?) (?:\w+ ){0,3}?(?:payée?s?|rémunérée?s?|financée?s?|prise?s? en charge)
        rien à (?:payer|avancer|acheter|débourser|prévoir|fournir)
        free of charge
        for free
        gratis
        provided
        nothing to pay
        مجان\w*
        безкоштовн\w+
        ucretsiz
        """,
    # The request is made face to face, in a known place, or the papers are brought.
    "in_person": r"""
        (?:apport|ramen|ramèn|amen|amèn|emmen|emmèn|présent|prévoi|prévoy|muni|prend|prenez|prends|pren|dépos|pass|viens|venez|venir|vien|rapport|récupér|mont|vus?|montr)\w* .. (?:rib|vitale|identité|papiers?|pièces?|titre|documents?|justificatifs?|diplômes?|originaux|dossier|iban|copies?|permis|sécu|attestation|carte)
        (?:au|à l'|à la|aux) (?:bureau\w*(?! de (?:poste|tabac))|agence|secrétariat|guichet|accueil|atelier|siège|compta\w*|dépôt|service (?:rh|du personnel|paie)|permanence|mairie|bungalow|local|rendez-vous|entretien|rdv|restaurant|boutique|magasin|usine|chantier|centre|cuisine|ferme|salon|hôtel|pharmacie|crèche|foyer|résidence|vestiaire|hangar|garage)
        sur place
        (?:en|de) main propre
        (?:en personne|de visu|face à face|en présentiel|autour d'un café|chez nous|chez moi|à la maison)
        (?:\d{1,4}(?: bis| ter)?,? |au coin de la |de la )?(?:rue|avenue|boulevard|place|quai|impasse|allée|chemin|route|cours|square|passage|zac|zi|faubourg|zone (?:artisanale|industrielle)) (?:de |du |des |d'|la |le |les |l')?\w+
        (?:venez|viens|venir|(?:passer|passez|passe) (?:au|à|nous|me|voir|entre|chez|quand|ce|demain|le|lundi|mardi|mercredi|jeudi|vendredi|samedi)|se présenter|présentez-vous|présente-toi|rendez-vous (?:au|à|chez|le|lundi|mardi|mercredi|jeudi|vendredi|samedi|demain|\d+|avec|dans|devant|sur|est|ce|confirmé)|on se voit|on se retrouve|demand(?:ez|e|er) (?:mme|m\.|mr|à|jean|le|la)|entretien (?:le|à|avec|en mairie|sur place)|visite)
        bring
        at the office
        (?:office|workshop) at
        oficina
        taller
        *المكتب
        *مكتب
        """,
    "signed": r"""
        (?:signature|signer|signé|signée|signés|signez|signes|signe) (?:\w+ ){0,3}?(?:contrat|cdi|cdd|cddi|avenant|bail|convention|hier|lundi|mardi|mercredi|jeudi|vendredi|ce matin|avec)
        (?:contrat|cdi|cdd|cddi|avenant|convention) (?:\w+ ){0,4}?(?:signé|signée|signés|signature|à signer|est prêt)
        (?:a|à|après|dès|suite à|lors de|jour de|au moment de|moment de|pour) (?:la |ta |votre |notre )?signature
        (?:que|j'ai|tu as|t'as|on a|vous avez|avons|nous avons|après avoir) (?:\w+ )?(?:signé|signée)
        (?:jour|moment) (?:du|de la|de l') (?:contrat|signature|embauche|prise)
        dpae
        déclaration (?:préalable|d'embauche|avant)
        (?:pour|faire|préparer|établir|éditer) (?:la |ta |votre |les |le )?(?:fiche\w* de paie|fiche\w* de paye|bulletin\w*|paie|paye)(?: du mois| de ce mois| d[eu']\w*| en cours|$)
        (?<!avant[ ]le[ ])(?<!avant[ ]ton[ ])(?<!avant[ ]votre[ ])(?:premier jour|première journée|après l'essai|après notre (?:rencontre|entretien|rendez-vous)|suite à notre (?:rencontre|entretien|rendez-vous|échange de|visite)|comme (?:convenu|vu|la dernière fois|d'habitude|chaque mois|l'an dernier|prévu)|depuis (?:que tu travailles|ton arrivée|votre arrivée))
        (?:après|suite à|lors de) (?:l'|votre |ton |notre |sa |la )(?:entretien|rencontre|essai|visite|journée|stage|immersion)(?! téléphonique)
        embauchée? (?:hier|lundi|mardi|le|depuis)
        (?:il|elle|patron|on) m'a (?:donné|remis|fait signer) (?:le|mon|un) contrat
        (?:dernier|premier|prochain) salaire
        to sign
        after (?:signing|the interview)
        firmar el contrato
        """,
    "employed": r"""
        (?:les|l'|le|la|nous) (?:apporter|apportez|ramener|ramène|donner|déposer) (?:lors|au|à l'|à la|lundi|mardi|mercredi|jeudi|vendredi|demain|en main|sur place)
        j'ai signé
        contrat .. (?:bien été|est) (?:enregistré|signé|reçu|validé)
        n'est pas lisible
        vestiaires?
        casiers?(?! judiciaire)
        (?:à la|au service|notre) (?:compta\w*|paie|paye)
        signature d'hier
        (?:signé|signée) (?:hier|lundi|mardi|mercredi|jeudi|vendredi|ce matin|la semaine|notre|votre|ton|mon|le|avec|chez)
        contrat (?:est )?signé
        après (?:que j'ai|avoir) signé
        (?:paie|paye|salaire) (?:du mois|de ce mois|d[eu'] \w+|de la semaine)
        salariée? (?:chez|depuis|de)
        (?:suite à|après) (?:l'|votre |ton |notre |la |sa )(?:essai|entretien|rencontre|visite|embauche|signature)
        (?:au chef|à la patronne|au patron|à la directrice|au directeur|à la secrétaire|à l'encadrante?)
        (?:où j'ai|j'ai) (?:fait l'essai|travaillé|signé|commencé)
        il m'a donné le contrat
        """,
    "agency": r"""
        intérim\w*
        ett
        etti
        agence d'emploi
        (?:agence|entreprise) de travail temporaire
        (?:siae|iae|eiti|aci|chantier d'insertion|association intermédiaire|entreprise d'insertion|régie de quartier|geiq|pass iae|pass-iae|atelier chantier)
        (?:manpower|adecco|randstad|proman|synergie|crit|adequat|start people|supplay|samsic|actual|temporis|ergalis|id'?ees)
        """,
    "staffing": r"""
        (?:en|à l'|notre|votre|l') ?agence
        intérim\w*
        ett
        etti
        agence d'emploi
        (?:agence|entreprise) de travail temporaire
        agence
        (?:eligibil\w+|éligibil\w+|prescript\w+|pass iae|diagnostic|orienteur|référente?|conseillère|conseiller)
        """,
    "normal_money": r"""
        en timbres fiscaux
        (?:titre de séjour|passeport|carte d'identité|permis|carte grise) (?:est |sont )?(?:prête?s?|disponibles?|à retirer)
        timbres? fisca\w+ .. (?:impots|retirer|mairie|préfecture|passeport)
        (?:amicale|comité d'entreprise|cse)
        (?:pas|non|rien d') ?obligatoire
        vide-?dressing
        (?:braderie|friperie|bric-à-brac)
        (?:financement|remboursement) (?:possible |intégral |total )?(?:par|de)
        (?:remboursée?s?|financée?s?|payée?s?|prise?s? en charge) par (?:nous|l'|la|le|les|notre|ofii|opco|pôle|france)(?! candidat| salari| stagiaire| particip| postul)
        delf
        auto-?école
        (?:facture|bulletin|ticket|carte|régler|payer) .. cantine
        (?:bulletin|fiche|fiches) de (?:paie|paye|salaire)
        loyer .. (?:paie|paye|retenu|déduit|salaire|bail|mois|charges)
        (?:état des lieux|signature du bail|loca-?pass|résidence (?:sociale|jeunes|habitat)|fjt|foyer de jeunes|hlm)
        (?:timbres?\.impots|timbres fiscaux en ligne|titre de séjour .. timbre)
        (?:abonnement|pass|carte) (?:navigo|tcl|de bus|de transport|mensuel de bus|ter|de train|sncf|tisséo|tram)
        (?:mutuelle|prévoyance) .. (?:paie|paye|mois|salaire|employeur|moitié|50 ?%|part)
        camping-?car
        (?:tenue|frais) de (?:compte|cantine|scolarité|garde)
        (?:vends|vendre|à vendre|prix ferme|vide-?grenier|brocante|occasion|remise en main propre)
        notes? de frais
        frais (?:de déplacement|kilométriques|réels|de route|de repas|professionnels|de transport)
        (?:indemnités?|prime|paniers?|ticket\w* (?:restaurant|resto)|titres?-restaurant|repas|panier)
        saisie sur
        avance sur salaire
        acompte sur (?:salaire|ton salaire|votre salaire|la paie|la paye|ta paye)
        (?:demander|demande|toucher|avoir|verser|versé|faire|as eu|ton|votre) (?:un |d'|ton |l')?acompte
        cotisations? sociales?
        retenue? sur (?:salaire|la paie|la paye)
        remboursement (?:transport|de vos frais|de tes frais|navigo)
        """,
    # Duties of a job: the money or the parcels are the employer's own.
    "duty": r"""
        (?:tenue|tenir|gestion|responsable) (?:de )?(?:la )?caisse
        (?:rendu|rendre) (?:de )?(?:la )?monnaie
        encaissement (?:des clients|en caisse|des ventes)
        (?:hôte|hôtesse) de caisse
        caissi\w+
        (?:vente|vendre|vendeu\w+|vendez|proposer) .. (?:carte|cartes|recharge|recharges|tickets|coupons|timbres|produits)
        (?:mise en rayon|réassort|inventaire)
        (?:accueil|clientèle) .. (?:guichet|agence|clients)
        régie
        (?:comptabilité|assistante? comptable|aide-comptable)
        assistante? (?:administrati\w+|de gestion)
        """,
    "fournis": r"""
        (?:fourni|prêté|remis)e?s?
        """,
    "care_secret": r"""
        (?:usagers|personnes? accueillies?|résidents|bénéficiaires|patients|vie privée|secret professionnel|données des clients)
        """,
    "authority": r"""
        (?:préfecture|mairie|ofii|ants|caf|cpam|sécu|bailleur|assistante sociale|ccas|consulat|école|banque|assurance maladie|conseillère|conseiller|référente?) (?:me |nous |m'|te |vous |lui )?(?:demande|réclame|veut|a demandé|ont demandé)
        """,
    "pickup": r"""
        code de (?:retrait|consigne)
        (?:relais|point relais|casier|consigne) .. (?:code|retrait|pièce)
        (?:pour|et) me (?:donner|remettre|livrer)
        (?:mon|ton|votre) (?:colis|paquet)
        """,
    # What is handled belongs to those the job serves, not to the reader.
    "customers": r"""
        (?:des|aux|les|aux|nos|leurs|les) (?:clients?|clientes?|patients?|usagers|fournisseurs?|résidents?|adhérents?|abonnés|bénéficiaires|locataires|utilisateurs?|salariés|assurés|visiteurs|familles|élèves|acheteurs)
        (?:ordinateurs?|postes|appareils|machines|téléphones|pc) (?:vendus?|reconditionnés?|donnés?|des (?:clients|usagers)|clients?)
        reconditionn\w+
        """,
    "close_ones": r"""
        (?:mon|ma|mes) (?:frère|sœur|fils|fille|oncle|tante|mari|femme|parents?) .. (?:m'|nous )(?:env|donn|prêt)\w+
        maman
        papa
        (?:mamie|papi|tonton|tata|bisous?|bises?|cousin|cousine)
        (?:kebab|resto|ciné|pizza|anniversaire|cagnotte|cadeau commun|covoit\w*|essence|courses ensemble)
        """,
    "workplace": r"""
        (?:facteur|factrice|livreu\w+|chauffeu\w+|coursier) .. (?:tournée|vélo|camion\w*|fourni\w*|cdi|cdd|h)
        (?:entrepôt|plateforme logistique|quai|hub|messagerie|atelier|magasin|boutique|rayon|camions?|palettes?|transpalette|tournée|dépôt|restaurant|hôtel|bibliothèque|ressourcerie|recyclerie|usine|chantier|école|ehpad|mairie|collège|lycée|hôpital|crèche|clinique)
        """,
    "protects": r"""
        (?:ne|n')\w* .. (?:jamais|pas|rien|personne|aucun\w*)
        (?:jamais|never|nunca) (?:demand|payer|donner|communiqu|transmet|divulgu|ask|share|give)\w*
        """,
    "own_code": r"""
        je le (?:tape|rentre|saisis|mets)
        (?:valable|valide|expire) (?:\d+|pendant|dans|jusqu)
        (?:vous|toi) seule?s?
        vous-même
        toi-même
        (?:ne|n')(?: \w+){1,4} (?:à personne|personne|jamais)
        never share
        do not share
        don't share
        no (?:lo )?compart\w+
        code (?:du |de la |d'|de l')?(?:portail|portillon|porte|immeuble|entrée|bâtiment|cadenas|alarme|boîte à clés|wifi|postal|vestiaire|accès|rome|ape|naf|du travail|de la route|couleur|promo|barre|barres|badge|ascenseur|grille|local|interphone|vigik|digicode|vestimentaire|erreur)
        (?:saisir|saisissez|taper|tapez|entrez|entrer) (?:\w+ ){0,2}?(?:vous-même|toi-même)
        """,
    "normal_login": r"""
        (?:sur|dans|via|depuis) (?:votre|ton|l'|le|la|notre) (?:espace|appli\w*|compte|site officiel|borne|espace rh)
        (?:borne|accueil|guichet|conseill\w+|agence|3949|rendez-vous)
        """,
    "visit_first": r"""
        suite à (?:la |une |votre |ta )?(?:visite|rencontre)
        (?:après|lors de|pendant|à) (?:la |une |votre |ta |sa |notre )?(?:visite|état des lieux|rencontre)
        visite
        """,
    "skilled": r"""
        soud\w+
        conducteur\w*
        chauffeur\w*
        poids lourds?
        grut\w+
        (?:maçon|façadier|couvreur|plombier|électricien|chaudronnier|tuyauteur|ingénieur|infirmi\w+|cuisinier|chef|charpentier|peintre|carreleur|coffreur|technicien|mécanicien|menuisier|monteur|scaphandrier|cordiste|médecin|kiné\w*|extra|mariage|dj|musicien|tournage|figura\w+|vendang\w+|saison\w*|déplacements?|nuits?|carreleur|électrotechnicien|tourneur|fraiseur|routier|formateur|traducteur|interprète|développeur|commercial|peintre|façad\w+|bâtiment|chantier|spl|super poids)s?
        (?:paniers?|zones?|indemnités?|déplacement|primes|majo\w*|brut|déclarée?s?|caces|permis ce?|fimo|13e mois|heures sup\w*)
        """,
    "pro_pay": r"""
        (?:caces|fimo|permis ce|grand déplacement|brut|scaphandrier|médecin|ingénieur|spectacle|cachet)
        """,
    "pro_context": r"""
        (?:cdi|cdd|cddi|contrat|smic|brut|net|h/sem|heures|horaires|temps (?:plein|partiel)|\d+ ?h)
        """,
    "thanks_paid_after": r"""
        (?:remboursé|remboursés|payé|payée|réglé|virés?|virons)\w* .. (?:facture|ticket|justificatif|après|fin de mois|30|rapport|visite|questionnaire|contrat|bulletin|note)
        sur (?:présentation|justificatif|facture)
        bulletin de salaire
        contrat d'enquêteur
        ne .. (?:avanc|achet|chèque)\w*
        """,
    "gift_given": r"""
        (?:offert|remis|distribu|recev|cadeau de noël|prime de|comité|cse|vente|vend)\w*
        """,
    "safe_stock": r"""
        (?:aucun|pas d'|sans|zéro|ni) (?:achat|stock|investissement|entrée|droit)\w*
        prêtée?s?
        sur (?:vos |tes )?(?:seules )?ventes
        """,
}
