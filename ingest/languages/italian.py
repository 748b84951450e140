"""Italian."""

from __future__ import annotations

from ingest.languages.language import Language
from ingest.resume import SectionKind

ITALIAN = Language(
    code="it",
    months=(
        "gennaio gen", "febbraio feb", "marzo mar", "aprile apr", "maggio mag", "giugno giu",
        "luglio lug", "agosto ago", "settembre sett", "ottobre ott", "novembre nov",
        "dicembre dic",
    ),
    shy_months={"set": 9},
    seasons=("primavera", "", "autunno", "inverno"),
    now=r"presente|attuale|attualmente|oggi|in\s+corso|tutt['’]oggi",
    alone=r"in\s+corso",
    to=r"fino\s+a[dl]?|al?|ad",
    since=r"da[l]?|dall['’]",
    start=r"da[l]?|dall['’]|a\s+partire\s+da[l]?",
    until=r"fino\s+a[dl]?",
    between="tra|fra",
    both="e",
    planned="previst[oa]",
    vague="inizio|metà|fine",
    formerly="precedentemente|in precedenza",
    later="poi|in seguito|successivamente",
    sections={
        SectionKind.SUMMARY: """profilo|profilo professionale|chi sono|su di me|sintesi|
            obiettivo professionale|presentazione|obiettivi|profilo personale|sommario""",
        SectionKind.WORK: """esperienza|esperienza professionale|esperienze professionali|
            esperienza lavorativa|esperienze lavorative|esperienze|impiego|carriera|
            percorso professionale|attività lavorativa|tirocini|stage""",
        SectionKind.VOLUNTEER: "volontariato|esperienze di volontariato|attività di volontariato",
        SectionKind.EDUCATION: """istruzione|formazione|istruzione e formazione|studi|
            formazione accademica|titoli di studio|percorso di studi|percorso formativo""",
        SectionKind.SKILLS: """competenze|capacità e competenze|competenze tecniche|
            competenze informatiche|abilità|conoscenze|conoscenze informatiche|
            competenze professionali|capacità|competenze digitali|competenze personali""",
        SectionKind.LANGUAGES: """lingue|lingue straniere|competenze linguistiche|
            conoscenze linguistiche""",
        SectionKind.CERTIFICATES: """certificazioni|certificati|corsi|corsi di formazione|
            corsi e certificazioni|abilitazioni|patenti|attestati|formazione continua""",
        SectionKind.AWARDS: "premi|riconoscimenti|premi e riconoscimenti|borse di studio|"
        "onorificenze",
        SectionKind.PUBLICATIONS: "pubblicazioni|articoli|conferenze|pubblicazioni scientifiche",
        SectionKind.PROJECTS: "progetti|progetti personali|progetti principali",
        SectionKind.INTERESTS: "interessi|interessi personali|tempo libero|passioni|hobby",
        SectionKind.REFERENCES: "referenze",
        SectionKind.BASICS: "contatti|dati personali|informazioni personali|recapiti|contatto",
    },
    fillers="e di del della dei delle il la le i mie miei altre altri principali",
    documents="curriculum|curriculum vitae europeo",
    roles="""ingegnere sviluppatore sviluppatrice programmatore programmatrice capo responsabile
        direttore direttrice dirigente coordinatore coordinatrice amministratore amministratrice
        assistente consulente tecnico tecnica analista architetto specialista impiegato
        impiegata operaio operaia operatore operatrice infermiere infermiera medico ostetrica
        farmacista fisioterapista psicologo psicologa insegnante docente professore
        professoressa educatore educatrice istruttore istruttrice ricercatore ricercatrice
        dottorando dottoranda borsista tirocinante stagista apprendista tirocinio contabile
        ragioniere segretario segretaria receptionist redattore redattrice giornalista
        traduttore traduttrice grafico avvocato avvocata notaio cuoco cuoca cameriere cameriera
        barista panettiere pasticcere magazziniere autista meccanico elettricista idraulico
        falegname saldatore muratore addetto addetta commesso commessa cassiere cassiera
        venditore venditrice agente rappresentante presidente tesoriere volontario volontaria
        fondatore fondatrice socio socia titolare collaboratore collaboratrice bibliotecario
        bibliotecaria archivista musicista restauratore restauratrice animatore animatrice""",
    role_leads=True,
    organisations="""università istituto scuola liceo ospedale clinica centro comune ministero
        regione provincia banca gruppo società azienda fondazione associazione laboratorio museo
        teatro biblioteca cooperativa panificio ristorante albergo officina editrice libreria
        farmacia studio agenzia ente azienda policlinico conservatorio accademia politecnico
        trasporti industrie""",
    legal_forms=r"s\.p\.a|s\.?r\.?l\.?s?|s\.n\.c|(?-i:S[Pp]A|SNC)|onlus",
    schools=r"università|istituto|scuola|liceo|politecnico|accademia|conservatorio|"
    r"(?-i:\b(?:ITIS|IPSIA)\b)",
    degrees=r"laurea|laureat[oa]|dottorato|maturità|diploma di|perito|master di|specializzazione|"
    r"licenza media|abilitazione",
    levels={
        "doctor": r"dottorato",
        "master": r"laurea (?:magistrale|specialistica)",
        "bachelor": r"laurea (?:triennale|in)",
        "school": r"maturità",
    },
    marks=r"votazione|voto\b|con lode|110",
    at=r"presso",
    shy_at=r"in|all[ao]|all['’]",
    places="""italia|germania|francia|spagna|svizzera|regno unito|stati uniti|lombardia|toscana|
        piemonte|veneto|emilia-romagna|lazio|campania|sicilia|puglia|liguria|sardegna|umbria|
        abruzzo|calabria""",
    cities="""torino|genova|firenze|napoli|bari|catania|venezia|verona|padova|trieste|brescia|
        parma|modena|reggio emilia|perugia|ravenna|rimini|bergamo|trento|bolzano|cagliari|
        sassari|lecce|siena|ancona|pescara|messina|udine|monza|ferrara|livorno|lucca|vicenza""",
    streets=r"\bvia\b|\bviale\b|\bcorso\b|\bpiazza\b|\blargo\b|\bvicolo\b",
    labels={
        "name": "nome|nome e cognome|cognome e nome",
        "family": "cognome",
        "headline": "professione|posizione desiderata|ruolo",
        "email": "e mail|email|posta elettronica",
        "phone": "telefono|cellulare|tel|cell",
        "website": "sito|sito web|sito internet",
        "location": "indirizzo|residenza|domicilio|città|luogo",
        "number": "data di nascita|nato il|nata il|codice fiscale|p iva|partita iva|fax",
    },
    columns={
        "start": r"dal|inizio",
        "end": r"al|fino al|fine|scadenza|valido fino al",
        "as": r"come",
        "dates": r"periodo|data|date|anno|anni|durata",
        "organisation": r"azienda|datore di lavoro|istituto|ente|università|scuola|cliente",
        "roles": r"posizione|ruolo|mansione|qualifica|titolo|incarico",
        "title": r"nome|progetto|corso|certificato|premio",
        "location": r"luogo|città|paese|sede",
        "area": r"materia|indirizzo|facoltà|settore",
    },
    matters={
        "age": r"data di nascita|nat[oa] (?:il|a)\b",
        "family": r"stato civile|coniugat[oa]|celibe|nubile",
        "visa": r"nazionalità|cittadinanza|permesso di soggiorno",
        "driving": r"patente|automunit[oa]",
        "notice": r"disponibilità|preavviso",
    },
    leaves=r"congedo (?:di )?(?:parentale|maternità|paternità)|(?:congedo per )?maternità|"
    r"aspettativa|anno sabbatico",
    abbreviations="""sig sig.ra dott dott.ssa prof ing avv ecc p.es pag tel gen feb apr mag giu
        lug sett ott nov dic ca""",
)  # fmt: skip
