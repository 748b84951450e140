"""French, of France, Belgium, Switzerland and Canada."""

from __future__ import annotations

from ingest.languages.language import Language
from ingest.resume import SectionKind

FRENCH = Language(
    code="fr",
    months=(
        "janvier janv", "février fevrier févr fév fevr", "mars", "avril avr", "mai", "juin",
        "juillet juil juill", "août aout", "septembre sept", "octobre oct", "novembre nov",
        "décembre decembre déc dec",
    ),
    seasons=("printemps", "été", "automne", "hiver"),
    now=r"présent|aujourd['’]\s?hui|actuel(?:lement)?|en\s+cours|(?:ce|nos)\s+jours?|maintenant",
    alone=r"en\s+cours",
    to=r"jusqu['’]\s?(?:à|au|en)|jusqu['’]|au?|à",
    since=r"depuis(?:\s+(?:le|l['’]))?",
    start=r"du|de|dès|à\s+partir\s+d[eu]",
    until=r"jusqu['’](?:en|à|au)",
    between="entre",
    both="et",
    planned="prévue?|attendue?|estimée?",
    vague="début|fin|courant|mi|milieu",
    formerly="précédemment|auparavant|avant cela|anciennement",
    later="puis|ensuite|plus tard",
    sections={
        SectionKind.SUMMARY: """profil|profil professionnel|à propos|à propos de moi|résumé|
            présentation|objectif|objectif professionnel|accroche|synthèse|en bref|qui suis je|
            profil personnel|mon profil|projet professionnel|objectifs|résumé professionnel|
            sommaire|biographie""",
        SectionKind.WORK: """expérience professionnelle|expériences professionnelles|expérience|
            expériences|parcours professionnel|parcours|emplois|carrière|stages|
            stages et emplois|expérience de travail|emploi|historique professionnel|
            expériences de travail|stages et expériences|expériences en entreprise|
            autres expériences|expériences antérieures|postes occupés|
            expérience de l enseignement|jobs d été|expériences et stages|expérience clinique|
            activités professionnelles""",
        SectionKind.VOLUNTEER: """bénévolat|volontariat|engagements|engagement associatif|
            engagements associatifs|vie associative|activités bénévoles|expérience associative|
            expériences associatives|expérience bénévole|engagement bénévole|
            activités associatives|action sociale""",
        SectionKind.EDUCATION: """formation|formations|formation académique|études|diplômes|
            formation et diplômes|diplômes et formations|parcours académique|éducation|
            parcours scolaire|cursus|formation initiale|formations et diplômes|cursus scolaire|
            cursus universitaire|scolarité|parcours universitaire|études et diplômes|
            formation scolaire|diplômes et formation|formation universitaire|
            cursus académique""",
        SectionKind.SKILLS: """compétences|compétences techniques|compétences clés|savoir faire|
            compétences professionnelles|compétences informatiques|informatique|outils|
            connaissances|logiciels|savoir être|aptitudes|qualités|atouts|
            compétences personnelles|compétences et outils|domaines de compétence|
            domaines de compétences|domaines d expertise|compétences numériques|
            compétences linguistiques et informatiques|savoirs|technologies|
            outils informatiques|principales compétences|points forts""",
        SectionKind.LANGUAGES: """langues|langues étrangères|compétences linguistiques|
            langues parlées|connaissances linguistiques""",
        SectionKind.CERTIFICATES: """certifications|certificats|formations complémentaires|
            formation continue|habilitations|permis|certifications et formations|
            certifications professionnelles|stages de formation|attestations|
            formations continues|formation complémentaire|permis et habilitations|agréments|
            perfectionnement""",
        SectionKind.AWARDS: """prix|distinctions|récompenses|prix et distinctions|bourses|
            distinctions et prix|bourses et prix|réalisations|bourses et distinctions|
            prix et récompenses""",
        SectionKind.PUBLICATIONS: """publications|articles|conférences|
            publications et communications|travaux|ouvrages|brevets|publications scientifiques|
            travaux publiés""",
        SectionKind.PROJECTS: """projets|projets personnels|réalisations personnelles|
            projets académiques|principaux projets|projets réalisés|projet personnel|
            projets universitaires|projets de recherche""",
        SectionKind.INTERESTS: """centres d intérêt|centre d intérêt|centres d intérêts|loisirs|
            intérêts|centre d intérêts|hobbies|loisirs et centres d intérêt|
            activités extra professionnelles|loisirs et intérêts|intérêts personnels|
            activités et loisirs|passions""",
        SectionKind.REFERENCES: "références|recommandations|témoignages",
        SectionKind.BASICS: """contact|coordonnées|informations personnelles|état civil|
            données personnelles|renseignements personnels|me contacter|informations de contact|
            infos personnelles|infos pratiques""",
    },
    fillers="""et mes mon ma de des la le les du d l autres principales principaux
        significatives complémentaires professionnelles professionnelle""",
    documents="curriculum vitæ|cv de|mon cv",
    roles="""ingénieur ingénieure développeur développeuse programmeur programmeuse chef cheffe
        responsable directeur directrice gérant gérante gestionnaire chargé chargée assistant
        assistante consultant consultante technicien technicienne analyste architecte
        administrateur administratrice coordinateur coordinatrice coordonnateur coordonnatrice
        conseiller conseillère vendeur vendeuse commerciale ouvrier ouvrière employé employée
        infirmier infirmière médecin sage-femme aide-soignant aide-soignante auxiliaire
        enseignant enseignante professeur professeure formateur formatrice éducateur éducatrice
        animateur animatrice chercheur chercheuse doctorant doctorante stagiaire alternant
        alternante apprenti apprentie alternance apprentissage comptable secrétaire rédacteur
        rédactrice journaliste traducteur traductrice graphiste concepteur conceptrice designer
        avocat avocate juriste notaire cuisinier cuisinière serveur serveuse boulanger
        boulangère pâtissier pâtissière magasinier magasinière cariste chauffeur conducteur
        conductrice mécanicien mécanicienne électricien électricienne plombier menuisier
        menuisière charpentier soudeur soudeuse maçon peintre monteur monteuse opérateur
        opératrice agente contremaître préparateur préparatrice pharmacien pharmacienne
        psychologue kinésithérapeute orthophoniste vétérinaire bibliothécaire archiviste
        documentaliste président présidente trésorier trésorière bénévole volontaire fondateur
        fondatrice cofondateur cofondatrice associé associée attaché attachée délégué déléguée
        adjoint adjointe collaborateur collaboratrice réceptionniste hôte hôtesse caissier
        caissière acheteur acheteuse logisticien logisticienne planificateur planificatrice
        superviseur superviseure encadrant encadrante maître maîtresse lecteur lectrice tuteur
        tutrice moniteur monitrice entraîneur entraîneuse musicien musicienne comédien
        comédienne photographe réalisateur réalisatrice producteur productrice postdoctorant
        postdoctorante intérimaire saisonnier saisonnière géomètre urbaniste paysagiste
        jardinier jardinière agriculteur agricultrice éleveur éleveuse coiffeur coiffeuse
        esthéticienne""",
    shy_roles="stage agent commercial interne",
    role_leads=True,
    organisations="""université école lycée collège institut hôpital clinique centre mairie
        ministère préfecture conseil région département banque groupe société compagnie
        entreprise cabinet agence association fondation fédération syndicat laboratoire musée
        théâtre bibliothèque médiathèque coopérative boulangerie pâtisserie restaurant hôtel
        brasserie garage atelier ateliers éditions maison librairie pharmacie crèche ehpad chu
        chr cnrs inserm inrae régie chambre tribunal communauté ville transports imprimerie
        conseil caisse mutuelle assurances conservatoire rectorat académie établissements
        ets""",
    legal_forms=r"s\.?a\.?r\.?l|s\.a\.s|s\.a|eurl|s\.?c\.?o\.?p|sprl|(?-i:SASU?|SA|SNC|SCIC)",
    schools=r"universit|école|lycée|lycee|collège|\bfaculté|(?-i:\bIUT\b)|\bINSA\b|\bIFSI\b|"
    r"\bAFPA\b|"
    r"\bGRETA\b|sciences po\b|(?-i:\b(?:CNAM|ESPE|IAE|HEC|ESSEC|CFA)\b)|conservatoire",
    degrees=r"licence\b|maîtrise\b|mastère\b|master\s+\d|master\s+[A-ZÀ-Þ\"«]|doctorat\b|thèse de|"
    r"\bbac(?:calauréat)?\b|bac\s?\+\s?\d|"
    r"(?-i:^\W*(?:BTS|DUT|BUT|DEUG|DEA|DESS|CAP|BEP|DEUST|DAEU))\b|"
    r"\b(?-i:BTS|DUT|DEUG|DESS)\b|diplôme|brevet (?:de|des|professionnel|d)|"
    r"classes? préparatoires?|\bCPGE\b|agrégation|\bCAPES\b|titre professionnel|certificat d|"
    r"habilitation à diriger",
    levels={
        "doctor": r"thèse de doctorat",
        "master": r"mastère|maîtrise|diplôme d[e\'’]\s?ingénieur",
        "bachelor": r"(?<![a-zà-ÿ] )licence (?:pro|en|d[e'’]|[a-zà-ÿ])",
        "diploma": r"diplôme",
        "school": r"bac(?:calauréat)?\b",
    },
    marks=r"(?:avec )?mention\b|très bien|bien$|assez bien|temps plein|temps partiel|\bCDI\b|"
    r"\bCDD\b|alternance$|intérim$|major de promotion|obtenue? ",
    shy_at=r"à\s+(?:la\s+|l['’]\s?)?|aux?",
    at=r"chez|auprès d[eu]|au sein d[eu]",
    places="""france|belgique|suisse|luxembourg|allemagne|espagne|italie|royaume-uni|angleterre|
        écosse|irlande|pays-bas|états-unis|maroc|algérie|tunisie|sénégal|côte d'ivoire|cameroun|
        chine|japon|inde|brésil|bretagne|normandie|occitanie|nouvelle-aquitaine|île-de-france|
        pays de la loire|hauts-de-france|grand est|provence|auvergne-rhône-alpes|alsace|
        loire-atlantique|finistère|morbihan""",
    cities="""montpellier|metz|reims|dijon|angers|brest|le mans|clermont-ferrand|limoges|amiens|
        rouen|le havre|caen|orléans|mulhouse|perpignan|besançon|poitiers|la rochelle|avignon|
        annecy|chambéry|saint-étienne|toulon|aix-en-provence|lorient|quimper|vannes|saint-malo|
        saint-nazaire|cherbourg|bayonne|biarritz|troyes|colmar|bruxelles|liège|namur|charleroi|
        anvers|gand|genève|fribourg|neuchâtel|londres|barcelone|villeurbanne|versailles|
        boulogne-billancourt|sherbrooke|laval|gatineau""",
    streets=r"\brue\b|\bavenue\b|\bboulevard\b|\bbd\b|\bchemin\b|\bimpasse\b|\ballée\b|\bplace\b|"
    r"\bquai\b|\broute de\b|\bcours\b",
    labels={
        "family": "nom de famille",
        "given": "prénom|prénoms",
        "name": "nom|nom et prénom|prénom et nom|nom prénom",
        "headline": "poste recherché|profession|poste visé|métier|emploi recherché",
        "email": "courriel|mail|e mail|adresse mail|adresse électronique|mél",
        "phone": "téléphone|tél|tel|portable|mobile|gsm|téléphone portable|port|fixe",
        "website": "site|site web|site internet|blog|page web",
        "location": "adresse|domicile|ville|résidence|lieu|domicilié à|domiciliée à|localisation",
        "number": "date de naissance|né le|née le|siret|siren|n siret|numéro de sécurité sociale|"
        "fax",
    },
    columns={
        "start": r"du|de|depuis|début",
        "end": r"au|à|jusqu['’]?(?:à|au)?|fin|expire(?: le)?|valable jusqu['’]au",
        "as": r"comme|en tant que",
        "dates": r"période|date|dates|année|années|durée|depuis",
        "organisation": r"employeur|entreprise|société|établissement|école|université|organisme|"
        r"structure|client",
        "roles": r"poste|fonction|emploi|métier|diplôme|intitulé|rôle",
        "title": r"titre|projet|nom|certification|prix",
        "location": r"lieu|ville|pays",
        "area": r"domaine|spécialité|filière|matière|option",
    },
    matters={
        "age": r"date de naissance|née? (?:le|en|à)\b|\d\d ans\b(?! d['’e])",
        "family": r"célibataire|mariée?\b|divorcée?|pacsée?|situation (?:familiale|de famille)|"
        r"(?:\d|une?|deux|trois) enfants?\b",
        "visa": r"nationalité|titre de séjour|permis de travail|permis de séjour",
        "driving": r"permis (?:de conduire|[a-e]\b)|véhiculée?\b",
        "notice": r"disponib(?:le|ilité)|préavis",
        "pay": r"prétentions salariales|rémunération souhaitée",
        "relocation": r"mobilité|mobile en",
    },
    leaves=r"congé (?:de )?(?:maternité|paternité|parental(?: d['’]éducation)?|sabbatique|"
    r"sans solde)|année sabbatique|césure|année de césure|pause (?:parentale|familiale)",
    abbreviations="""m mme mlle dr pr etc env cf p.ex tél av bd st ste ets janv févr fév avr
        juil sept oct nov déc réf resp""",
)  # fmt: skip
