"""German, of Germany, Austria and Switzerland."""

from __future__ import annotations

from ingest.languages.language import Language
from ingest.resume import SectionKind

GERMAN = Language(
    code="de",
    months=(
        "januar jan jänner jän", "februar feb feber", "märz mrz mär maerz", "april apr", "mai",
        "juni jun", "juli jul", "august aug", "september sept sep", "oktober okt",
        "november nov", "dezember dez",
    ),
    seasons=(
        "frühling frühjahr", "sommer sommersemester sose ss", "herbst",
        "winter wintersemester wise ws",
    ),
    now=r"heute|jetzt|aktuell|laufend|gegenwart|derzeit|dato|andauernd|unbefristet",
    alone="heute|laufend",
    to=r"bis(?:\s+(?:zum?|einschließlich))?",
    since=r"seit(?:\s+dem)?",
    start=r"von|vom|ab",
    until=r"bis(?:\s+zum)?",
    between="zwischen",
    both="und",
    planned="voraussichtlich(?:er|es)?|geplant(?:er|es)?|vsl\\.",
    vague="anfang|mitte|ende",
    formerly="vorher|zuvor|davor|ehemals|früher",
    later="dann|danach|später|anschließend",
    sections={
        SectionKind.SUMMARY: """zusammenfassung|profil|kurzprofil|über mich|zu meiner person|
            berufliches profil|persönliches profil|kurzbiografie|kurzvita|steckbrief|
            kurzvorstellung|wer ich bin|berufsziel|karriereziel|ziel|motivation|das bin ich|
            qualifikationsprofil""",
        SectionKind.WORK: """berufserfahrung|berufserfahrungen|berufspraxis|werdegang|
            beruflicher werdegang|berufliche laufbahn|berufliche erfahrung|
            berufliche erfahrungen|berufliche stationen|stationen|berufstätigkeit|
            berufliche tätigkeit|berufliche tätigkeiten|praxiserfahrung|praktische erfahrung|
            praktische erfahrungen|arbeitserfahrung|anstellungen|laufbahn|beschäftigung|
            praktika|praktikum|praktika und nebenjobs|nebentätigkeiten|nebenjobs|tätigkeiten|
            selbstständigkeit|freiberufliche tätigkeit|relevante berufserfahrung|
            unterrichtserfahrung|lehrtätigkeit|wehrdienst|zivildienst|beruf""",
        SectionKind.VOLUNTEER: """ehrenamt|ehrenämter|ehrenamtliche tätigkeit|
            ehrenamtliche tätigkeiten|ehrenamtliches engagement|engagement|soziales engagement|
            gesellschaftliches engagement|freiwilligenarbeit|freiwilliges engagement|
            freiwilligendienst""",
        SectionKind.EDUCATION: """ausbildung|bildung|bildungsweg|schulbildung|schulausbildung|
            studium|hochschulstudium|akademische ausbildung|akademischer werdegang|
            schule und studium|berufsausbildung|schulische ausbildung|schulischer werdegang|
            bildungsgang|ausbildungsweg|aus und weiterbildung|ausbildung und studium|
            studium und ausbildung|schule|hochschulausbildung|schulen|lehre""",
        SectionKind.SKILLS: """kenntnisse|fähigkeiten|kompetenzen|fachkenntnisse|edv kenntnisse|
            it kenntnisse|pc kenntnisse|computerkenntnisse|fachkompetenzen|
            technische kenntnisse|kernkompetenzen|schlüsselqualifikationen|stärken|
            kenntnisse und fähigkeiten|fertigkeiten|methodenkompetenz|technologien|werkzeuge|
            besondere kenntnisse|fachliche kompetenzen|sonstige kenntnisse|softwarekenntnisse|
            programmierkenntnisse|soziale kompetenzen|persönliche stärken|
            kenntnisse und fertigkeiten|qualifikationen|it skills|schwerpunkte|
            tätigkeitsschwerpunkte|weitere kenntnisse|edv""",
        SectionKind.LANGUAGES: "sprachen|sprachkenntnisse|fremdsprachen|sprachkompetenz",
        SectionKind.CERTIFICATES: """zertifikate|zertifizierungen|weiterbildung|weiterbildungen|
            fortbildung|fortbildungen|lehrgänge|kurse|seminare|schulungen|
            fort und weiterbildung|fort und weiterbildungen|zusatzqualifikationen|
            weiterbildungen und zertifikate|zertifikate und weiterbildungen|
            kurse und zertifikate|zulassungen|scheine|berufliche weiterbildung|
            weitere qualifikationen|führerscheine|bescheinigungen|lizenzen""",
        SectionKind.AWARDS: """auszeichnungen|preise|ehrungen|stipendien|erfolge|
            preise und auszeichnungen|stipendien und auszeichnungen|
            auszeichnungen und stipendien|förderungen|auszeichnungen und preise""",
        SectionKind.PUBLICATIONS: """publikationen|veröffentlichungen|vorträge|aufsätze|
            schriften|publikationen und vorträge|ausgewählte publikationen|
            wissenschaftliche publikationen|patente|schriftenverzeichnis|publikationsliste""",
        SectionKind.PROJECTS: """projekte|projekterfahrung|projekterfahrungen|projektliste|
            ausgewählte projekte|eigene projekte|private projekte|projektauswahl|
            forschungsprojekte|referenzprojekte|arbeitsproben""",
        SectionKind.INTERESTS: """interessen|hobbys|hobbies|freizeit|persönliche interessen|
            interessen und hobbys|hobbys und interessen|freizeitaktivitäten|private interessen|
            persönliches""",
        SectionKind.REFERENCES: "referenzen|empfehlungen|referenzgeber|arbeitszeugnisse",
        SectionKind.BASICS: """kontakt|kontaktdaten|persönliche daten|angaben zur person|
            persönliche angaben|personalien|persönliche informationen|zur person|kontaktangaben|
            persönliche angaben und kontakt|links""",
    },
    fillers="und der die das zu zur meine mein sonstige weitere wichtige relevante bisherige",
    documents="lebenslauf|tabellarischer lebenslauf|bewerbung|bewerbungsunterlagen",
    roles="""azubi auszubildende auszubildender volontär volontärin werkstudent werkstudentin
        praktikant praktikantin praktikum aushilfe zivildienst zivildienstleistender wehrdienst
        ferienjob minijob nebenjob freiberufler freiberuflerin selbstständig selbständig
        freiberuflich angestellte angestellter beamter beamtin geselle gesellin inhaber
        inhaberin gründer gründerin mitgründer mitgründerin vorstand vorsitzende vorsitzender
        köchin arzt ärztin bäuerin schriftführer kassenwart facharzt fachärztin praxissemester
        werkstudententätigkeit bundesfreiwilligendienst teilhaber hausfrau elternzeit""",
    shy_roles="koch bauer",
    role_endings=r"(?:ingenieur|entwickler|programmierer|berater|leiter|betreuer|techniker|"
    r"mechaniker|mechatroniker|elektroniker|elektriker|informatiker|assistent|referent|redakteur|"
    r"lehrer|pfleger|erzieher|helfer|arbeiter|meister|fahrer|verkäufer|händler|führer|"
    r"konstrukteur|monteur|schlosser|schreiner|tischler|maurer|installateur|gärtner|bäcker|"
    r"konditor|metzger|kellner|fleischer|schweißer|zerspaner|dreher|fräser|lackierer|"
    r"architekt|analyst|designer|gestalter|manager|direktor|sekretär|dozent|professor|forscher|"
    r"student|praktikant|vertreter|disponent|logistiker|lagerist|buchhalter|prüfer|"
    r"trainer|übersetzer|dolmetscher|therapeut|psycholog|pädagog|apotheker|laborant|optiker|"
    r"richter|notar|makler|planer|zeichner|administrator|spezialist|"
    r"koordinator|organisator|moderator|produzent|autor|journalist|lektor|bibliothekar|archivar|"
    r"historiker|physiker|chemiker|biolog|mathematiker|volontär|techni[kc]er|handwerker|"
    r"betriebswirt|fachwirt|inspektor|kommissar|offizier|soldat|polizist|musiker|sänger|"
    r"schauspieler|fotograf|einkäufer|besitzer|"
    r"kaufmann|fachmann)(?:in|innen|en|s)?|"
    r"(?:fach|pflege|lehr|hilfs|büro|service|arbeits|schreib|führungs|aushilfs|betreuungs)kraft|"
    r"(?:kauf|fach|haus)frau|beauftragter?|angestellter?|"
    r"(?<!ver)leitung|assistenz|(?:fach|ober|zahn|tier)(?:arzt|ärztin)|"
    r"anwalt|anwältin|schwester|hebamme|köchin|praktikum|bearbeiter(?:in)?|therapeutin|"
    r"wissenschaftler(?:in)?|gehilfin|gehilfe|(?:bei|chef|jung|diät)koch|vorsitzender?|tätigkeit",
    organisations="""gmbh ag ohg gbr kg ug kgaa mbh universität hochschule fachhochschule klinik
        klinikum krankenhaus schule gymnasium grundschule realschule gesamtschule sparkasse bank
        versicherung verlag verein stiftung institut ministerium amt landratsamt stadtverwaltung
        bundesamt stadtwerke werk werke fabrik kanzlei praxis apotheke museum theater bibliothek
        feuerwehr bundeswehr polizei gericht landgericht amtsgericht kirche gemeinde verband
        gesellschaft gruppe konzern agentur werkstatt betrieb bäckerei metzgerei brauerei
        genossenschaft forschungszentrum akademie volkshochschule kindergarten kita pflegeheim
        seniorenheim gasthaus hotel restaurant reederei werft spedition handwerkskammer
        industrie und-handelskammer kommune stadtwerk bezirksamt finanzamt""",
    organisation_endings=r"klinik(?:um|en)?|(?:kranken|auto|kauf|gast|möbel)haus|universität|"
    r"hochschule|schule|werke|werft|fabrik|(?:volks|raiffeisen|landes|bundes|commerz|post)bank|"
    r"kasse|verlag|verein|institut|"
    r"ministerium|gesellschaft|gruppe|versicherung(?:en)?|stiftung|akademie|kanzlei|praxis|"
    r"verband|betriebe?|zentrum|(?:pflege|alten|senioren|wohn|kinder)heim|museum|theater|"
    r"bibliothek|behörde|gemeinschaft|genossenschaft|brauerei|bäckerei|druckerei|agentur|"
    r"apotheke|feuerwehr|bundeswehr|gymnasium|"
    r"(?:finanz|jugend|bezirks|landrats|bundes|landes|ordnungs|sozial|umwelt|arbeits|patent)amt",
    legal_forms=r"g?gmbh|(?:ag|gmbh)\s+&\s+co\.?\s+(?:kg(?:aa)?|ohg)|kg|ohg|gbr|mbh|kgaa|e\.\s?v|"
    r"e\.\s?g|aör|(?-i:AG|SE|UG|eG)",
    schools=r"hochschule|gymnasium|berufsschule|grundschule|realschule|gesamtschule|hauptschule|"
    r"universität|\bschule\b|\bschulen\b|[a-zäöü]{3,}schule\b|akademie\b|kolleg\b|"
    r"(?-i:\b(?:RWTH|KIT|LMU|TUM|HTW|HTL|HAK|FH \w+|HS \w+|Uni \w+)\b)",
    degrees=r"diplom\b|diplom-|dipl\.-|"
    r"diplom(?:ingenieur|kauf|informatik|betriebs|pädagog|psycholog)|"
    r"magister\b|staatsexamen|staatsprüfung|promotion zu|dr\.-ing|"
    r"(?:fach)?hochschulreife|mittlere[r]? (?:reife|schulabschluss)|realschulabschluss|"
    r"hauptschulabschluss|schulabschluss|\babitur\b|\bmatura\b|"
    r"(?:berufs)?ausbildung (?:zum|zur|als)|umschulung (?:zum|zur)|\blehre\b|gesellenbrief|"
    r"gesellenprüfung|meisterbrief|meisterprüfung|(?:bachelor|master|diplom|promotions)studi|"
    r"studium (?:der|des|zum)|approbation|referendariat|habilitation|abschluss:",
    levels={
        "doctor": r"promotion zu|dr\.-ing",
        "master": r"magister|diplom-?\w*|staatsexamen",
        "diploma": r"diplom",
        "school": r"abitur|hochschulreife|mittlere reife|realschulabschluss",
    },
    marks=r"note\b|abschlussnote|notendurchschnitt|durchschnitt|mit auszeichnung|berufsbegleitend|"
    r"vollzeit|teilzeit|schwerpunkt",
    at=r"bei(?:\s+der)?|beim",
    shy_at=r"an\s+der|am|im|in(?:\s+der)?|für\s+(?:das|die)",
    places="""deutschland|österreich|schweiz|frankreich|spanien|italien|niederlande|belgien|
        polen|großbritannien|vereinigtes königreich|türkei|china|japan|indien|brasilien|
        vereinigte staaten|bayern|baden-württemberg|hessen|sachsen|nordrhein-westfalen|
        niedersachsen|thüringen|brandenburg|schleswig-holstein|rheinland-pfalz|saarland|
        sachsen-anhalt|mecklenburg-vorpommern|tirol|steiermark|kärnten|oberösterreich|
        niederösterreich|vorarlberg""",
    cities="""kassel|göttingen|braunschweig|hannover|augsburg|wiesbaden|münster|bielefeld|
        bochum|wuppertal|duisburg|mannheim|chemnitz|magdeburg|erfurt|rostock|potsdam|
        saarbrücken|würzburg|regensburg|ulm|ingolstadt|jena|oldenburg|osnabrück|darmstadt|
        konstanz|tübingen|bamberg|bayreuth|trier|koblenz|siegen|paderborn|nürnberg|
        frankfurt am main|freiburg im breisgau|erlangen|fürth|schwerin|weimar|klagenfurt|luzern|
        st. gallen|winterthur|bregenz|gera|cottbus|flensburg|wolfsburg|hildesheim|heilbronn|
        pforzheim|reutlingen""",
    streets=r"straße\b|strasse\b|str\.|\w{3,}allee\b|\w{3,}weg\b|\w{3,}platz\b|\w{3,}gasse\b|"
    r"\w{3,}ring\b|\w{3,}damm\b|ufer\b",
    labels={
        "family": "nachname|familienname",
        "given": "vorname|vornamen",
        "name": "name|nachname vorname|vor und nachname|vorname und name|vor und zuname|"
        "name vorname",
        "headline": "beruf|angestrebte position|bewerbung als|gewünschte position|"
        "berufsbezeichnung",
        "email": "e mail|mail|e mail adresse|mailadresse",
        "phone": "telefon|tel|telefonnummer|mobil|handy|mobiltelefon|handynummer|mobilnummer|"
        "festnetz|"
        "rufnummer|fon",
        "website": "webseite|internet|homepage|webadresse",
        "location": "anschrift|adresse|wohnort|wohnhaft in|wohnhaft|ort|standort|wohnsitz|stadt",
        "number": "geburtsdatum|geboren am|geboren|geb|steuernummer|ausweisnummer|fax|plz|"
        "ahv nummer",
    },
    columns={
        "start": r"von|ab|seit|beginn|ausgestellt(?: am)?",
        "end": r"bis|ende|gültig bis|läuft ab",
        "as": r"als",
        "same": r"dito|wie oben|ebenda|ebd\.",
        "dates": r"zeitraum|zeit|jahr|jahre|datum|dauer|von|bis|seit",
        "organisation": r"arbeitgeber|firma|unternehmen|schule|hochschule|universität|einrichtung|"
        r"ausbildungsbetrieb|institution|betrieb|kunde",
        "roles": r"position|stelle|tätigkeit|funktion|beruf|abschluss|rolle",
        "title": r"titel|bezeichnung|projekt|zertifikat|auszeichnung",
        "location": r"ort|standort|land",
        "area": r"fach|studiengang|fachrichtung|schwerpunkt|studienfach",
    },
    matters={
        "age": r"geburtsdatum|geboren (?:am|in|\d)|geb\. \d|jahrgang \d|\d\d jahre alt",
        "family": r"familienstand|verheiratet|ledig\b|geschieden|verwitwet|"
        r"(?:\d|eine?|zwei|drei|vier) kinder?\b",
        "visa": r"staatsangehörigkeit|nationalität|aufenthalts(?:titel|erlaubnis)|arbeitserlaubnis",
        "driving": r"führerschein|fahrerlaubnis|klasse b\b",
        "notice": r"kündigungsfrist|verfügbar (?:ab|sofort)|eintrittstermin|eintrittsdatum",
        "pay": r"gehalts(?:vorstellung|wunsch)",
        "relocation": r"umzugsbereit|reisebereit|mobilität",
    },
    leaves=r"elternzeit|elternkarenz|bildungskarenz|karenz(?:zeit)?|mutterschutz|"
    r"mutterschaftsurlaub|vaterschaftsurlaub|babypause|familienpause|familienzeit|kinderpause|"
    r"sabbatjahr|auszeit|pflegezeit|berufliche auszeit|elternurlaub",
    abbreviations="""bzw z.b z b u.a u a d.h d h usw ggf inkl ca str nr dipl ing tel evtl vgl
        geb zzgl mio mrd abt bspw sog vorr allg jän mär okt dez hr fr""",
)  # fmt: skip
