"""Dutch."""

from __future__ import annotations

from ingest.languages.language import Language
from ingest.resume import SectionKind

DUTCH = Language(
    code="nl",
    months=(
        "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul",
        "augustus aug", "september sept sep", "oktober okt", "november nov", "december dec",
    ),
    seasons=("lente voorjaar", "zomer", "herfst najaar", "winter"),
    now=r"heden|nu|vandaag|huidig|lopend",
    to=r"tot(?:\s+en\s+met)?|t/m",
    since="sinds",
    start="van|vanaf",
    until="tot",
    between="tussen",
    both="en",
    planned="verwacht|gepland",
    vague="begin|medio|eind",
    formerly="voorheen|eerder|daarvoor",
    later="daarna|later|vervolgens",
    sections={
        SectionKind.SUMMARY: """profiel|persoonlijk profiel|over mij|samenvatting|profielschets|
            wie ben ik|doelstelling|persoonlijke omschrijving""",
        SectionKind.WORK: """werkervaring|ervaring|beroepservaring|loopbaan|
            relevante werkervaring|professionele ervaring|stages|arbeidsverleden|carrière|
            bijbanen|arbeidservaring""",
        SectionKind.VOLUNTEER: "vrijwilligerswerk|vrijwilliger|maatschappelijke activiteiten",
        SectionKind.EDUCATION: """opleiding|opleidingen|onderwijs|studie|studies|scholing|
            opleiding en cursussen|vooropleiding|opleidingen en cursussen""",
        SectionKind.SKILLS: """vaardigheden|competenties|kennis|computervaardigheden|
            kennis en vaardigheden|it vaardigheden|kwaliteiten|technische vaardigheden|
            digitale vaardigheden|kerncompetenties""",
        SectionKind.LANGUAGES: "talen|talenkennis|taalvaardigheden|vreemde talen",
        SectionKind.CERTIFICATES: """certificaten|cursussen|certificeringen|trainingen|
            bijscholing|cursussen en trainingen|diploma s|cursussen en certificaten""",
        SectionKind.AWARDS: "prijzen|onderscheidingen|beurzen",
        SectionKind.PUBLICATIONS: "publicaties|artikelen|lezingen",
        SectionKind.PROJECTS: "projecten|persoonlijke projecten|projectervaring",
        SectionKind.INTERESTS: "interesses|hobby s|hobbys|vrije tijd|hobby s en interesses",
        SectionKind.REFERENCES: "referenties",
        SectionKind.BASICS: """contactgegevens|persoonlijke gegevens|persoonsgegevens|
            personalia|gegevens""",
    },
    fillers="en van de het mijn overige relevante belangrijkste",
    roles="""stagiair stagiaire zelfstandige zzp bestuurslid voorzitter penningmeester
        vrijwilliger vrijwilligster oprichter eigenaar kok verpleegkundige verzorgende
        leerkracht docent docente huisarts onderwijsassistent advocaat boekhouder""",
    # A doctor, but "Fine Arts" is what is studied at an English school.
    shy_roles="arts",
    role_endings=r"(?:ontwikkelaar|adviseur|medewerker|beheerder|directeur|verkoper|"
    r"leidinggevende|begeleider|onderzoeker|verpleegkundige|leraar|lerares|bestuurder|"
    r"monteur|(?:tand|dieren|basis|bedrijfs)arts|timmerman|loodgieter|chauffeur|magazijnier|schrijver|tekenaar|ontwerper|"
    r"bouwkundige|hoofd|coördinator|assistente|consulente?|secretaresse)",
    organisations="""bv nv vof universiteit hogeschool ziekenhuis school gemeente bank
        ministerie stichting vereniging bedrijf groep uitgeverij museum bibliotheek apotheek
        zorginstelling waterschap provincie politie""",
    organisation_endings=r"ziekenhuis|universiteit|hogeschool|basisschool|stichting|vereniging|"
    r"bedrijf|groep|uitgeverij|apotheek|bakkerij|gemeente",
    legal_forms=r"b\.v|n\.v|v\.o\.f|(?-i:BV|NV|VOF)",
    schools=r"universiteit|hogeschool|basisschool|middelbare school|lyceum|gymnasium|"
    r"(?-i:\bROC\b)|scholengemeenschap",
    degrees=r"(?-i:\b(?:VWO|HAVO|MAVO|VMBO|MBO|HBO|vwo|havo|mavo|vmbo|mbo|hbo)\b)|doctoraal|"
    r"propedeuse|getuigschrift",
    levels={
        "school": r"vwo|havo",
    },
    marks=r"gemiddelde?|cijfer",
    at=r"bij(?:\s+(?:de|het))?",
    places="nederland|belgië|duitsland|vlaanderen|noord-holland|zuid-holland|gelderland|brabant|"
    "noord-brabant|limburg|overijssel|drenthe|friesland|zeeland|flevoland",
    cities="""den haag|haarlem|breda|tilburg|nijmegen|arnhem|enschede|zwolle|apeldoorn|
        maastricht|almere|amersfoort|leeuwarden|den bosch|'s-hertogenbosch|gent|brugge|
        antwerpen|hasselt|mechelen|zaandam|hilversum|dordrecht|alkmaar|brussel""",
    streets=r"\w{3,}straat\b|\w{3,}laan\b|\w{3,}plein\b|\w{3,}gracht\b|\w{3,}kade\b|\w{3,}singel\b",
    labels={
        "name": "naam|voornaam en achternaam",
        "family": "achternaam",
        "given": "voornaam|voornamen",
        "headline": "beroep|functie",
        "email": "e mail|e mailadres|mail",
        "phone": "telefoon|mobiel|tel|telefoonnummer|gsm",
        "website": "website",
        "location": "adres|woonplaats",
        "number": "geboortedatum|geboren op|bsn|kvk",
    },
    columns={
        "start": r"van|vanaf|begin",
        "end": r"tot|tot en met|t/m|einde|geldig tot",
        "as": r"als",
        "dates": r"periode|datum|jaar|jaren",
        "organisation": r"werkgever|bedrijf|school|instelling|universiteit",
        "roles": r"functie|rol|diploma|opleiding",
        "title": r"naam|project|titel",
        "location": r"plaats|stad",
        "area": r"richting|vak",
    },
    matters={
        "age": r"geboortedatum|geboren op",
        "family": r"burgerlijke staat|gehuwd|ongehuwd",
        "visa": r"nationaliteit|werkvergunning",
        "driving": r"rijbewijs",
        "notice": r"beschikbaar|opzegtermijn",
    },
    leaves=r"ouderschapsverlof|zwangerschapsverlof|bevallingsverlof|zorgverlof|onbetaald verlof|"
    r"loopbaanonderbreking|tussenjaar",
    abbreviations="bijv o.a d.w.z enz nl dhr mevr ir drs ing mrt okt tel t.b.v m.b.t",
)  # fmt: skip
