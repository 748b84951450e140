"""English."""

from __future__ import annotations

from ingest.languages.language import Language
from ingest.resume import SectionKind

ENGLISH = Language(
    code="en",
    months=(
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
        "august aug", "september sep sept", "october oct", "november nov", "december dec",
    ),
    seasons=("spring", "summer summers", "autumn fall", "winter winters"),
    now=r"(?:the\s+)?(?:present(?:\s+(?:day|time))?|now|today|current(?:ly)?|on-?going|date)",
    alone="present|current|ongoing|now",
    to=r"(?:to\s+)?till?|to|until|thru|through|up\s+to",
    since="since",
    start="from",
    until=r"until|till|up\s+to",
    between="between",
    both="and",
    planned="expected|anticipated|planned|projected|estimated|prospective|tentative",
    vague=r"early|mid|late|end\s+of|beginning\s+of|circa|approx\.?",
    formerly=r"prev(?:iously|\.)?|formerly|before that|initially|promoted from",
    later=r"(?:and )?(?:then|later(?: on)?|afterwards|subsequently|eventually)",
    sections={
        SectionKind.SUMMARY: """summary|professional summary|executive summary|career summary|
            profile|professional profile|personal profile|personal statement|statement|about|
            about me|objective|career objective|overview|bio|biography|introduction|in brief|
            in short|who i am|highlights|career highlights|professional overview|
            summary of qualifications|qualifications summary|summary of skills|
            qualifications profile|highlights of qualifications""",
        SectionKind.WORK: """experience|work experience|professional experience|employment|work|
            career|employment history|employment record|work history|career history|
            professional background|positions held|positions|appointments|
            academic appointments|clinical experience|
            teaching experience|relevant experience|industry experience|research experience|
            job history|jobs|internships|other experience|additional experience|
            earlier experience|previous experience|engagements|earlier research|
            previous research|professional appointments|academic positions|career to date|
            freelance|freelance work|consulting|practice|
            legal experience|nursing experience|kitchens|residencies|commissions|
            engineering experience|management experience|service history|military service|
            posts held|teaching posts|clinical posts|research posts|academic posts|
            medical posts|previous posts|present post|current post|present position|
            current position|present role|current role|roles|now|currently|before|
            previously|previous career|where i have worked|where i worked|where i've worked|
            placements|work placements|service record|
            sea service|occupation|former career|early career|earlier career|board seats|
            directorships|earlier|earlier posts""",
        SectionKind.VOLUNTEER: """volunteer|volunteering|voluntary|voluntary work|volunteer work|
            community|volunteer experience|community service|service|community work|pro bono|
            outreach|positions of trust|community involvement|voluntary experience|charity|
            giving back|gives back|gave back|giving time|civic engagement|
            positions of responsibility|position of responsibility""",
        SectionKind.EDUCATION: """education|academic background|academic history|qualifications|
            studies|study|academic qualifications|education and training|training and education|
            schooling|degrees|diplomas|degrees and diplomas|educational background|university|
            academics|
            education and qualifications|formal education|school|schools|college|
            apprenticeship|academic record|academic records|educational record|
            educational details|scholastic record|what i have studied|what i studied|
            where i studied|where i have studied|edu""",
        SectionKind.SKILLS: """skills|technical skills|key skills|core skills|core competencies|
            tools|competencies|competences|toolbox|tool box|toolkit|toolbelt|technologies|
            tech stack|expertise|
            areas of expertise|areas of practice|practice areas|professional skills|
            skills and tools|technical expertise|clinical skills|stack|what i know|what i use|
            programming|technical proficiencies|abilities|skills and interests|strengths|
            works with|working with|i work with|what i work with|things i work with|
            capabilities|specialties|specialisms|hard skills|equipment|soft skills|
            computer skills|computers|technical proficiency|techniques|methods|instruments|
            skill set|skillset|technical experience|knowledge""",
        SectionKind.LANGUAGES: """languages|spoken languages|language skills|human languages|
            foreign languages|speaks|i speak|tongues""",
        SectionKind.CERTIFICATES: """certificates|certifications|licences|licenses|
            registrations|licences and certifications|licenses and certifications|certs|
            certs and courses|certifications and licenses|certificates and training|training|
            courses|
            professional development|tickets|accreditation|accreditations|continuing education|
            professional qualifications|cpd|registration|certifications and training|
            tickets and certificates|bar admissions|admissions|credentials|
            professional registrations|professional registration|courses and certificates|
            badges""",
        SectionKind.AWARDS: """awards|honours|honors|honours and awards|honors and awards|
            prizes|achievements|awards and honours|awards and honors|recognition|scholarships|
            fellowships|grants|grants and awards|grants and fellowships|distinctions|
            accomplishments|awards and recognition""",
        SectionKind.PUBLICATIONS: """publications|selected publications|papers|books|articles|
            talks|presentations|publications and talks|conference talks|invited talks|
            research output|journal articles|writing|patents|speaking|selected works|works|
            discography|bibliography|blog posts|blog|conference papers|selected papers|
            books and articles|lectures""",
        SectionKind.PROJECTS: """projects|personal projects|side projects|selected projects|
            open source|key projects|portfolio|open source projects|independent projects|
            academic projects|open source contributions|research projects|notable projects|
            things i built|cases|selected work|project experience|
            project history|project work|case studies|representative matters|notable cases""",
        SectionKind.INTERESTS: """interests|hobbies|hobbies and interests|personal interests|
            likes|outside work|free time|other interests|personal|interests and hobbies|leisure|
            pastimes""",
        SectionKind.REFERENCES: """references|referees|testimonials|recommendations|
            what people say|endorsements""",
        SectionKind.BASICS: """contact|general information|contact details|contact information|
            personal details|personal information|personal info|personal data|details|basics|
            get in touch|reach me|links|find me""",
    },
    fillers="and my the of selected relevant other additional recent key main some professional",
    documents="resume|cv|c v|curriculum vitae|vita",
    # Head nouns of job titles, across fields (after the major groups of ISCO-08 and O*NET).
    roles="""engineer developer programmer architect analyst scientist manager director officer
        president chair chairman chairwoman chairperson founder co-founder cofounder owner
        co-owner partner associate assistant intern trainee apprentice consultant advisor
        adviser administrator admin coordinator co-ordinator specialist technician technologist
        designer writer copywriter editor author journalist reporter correspondent producer
        presenter teacher tutor lecturer professor reader instructor trainer coach mentor
        principal headteacher headmaster headmistress head dean provost rector fellow researcher
        postdoc student nurse midwife sister matron doctor physician surgeon registrar resident
        houseman therapist physiotherapist radiographer sonographer paramedic pharmacist dentist
        optician optometrist vet veterinarian dietitian carer caregiver childminder nanny
        psychologist psychiatrist counsellor counselor welder fabricator fitter electrician
        plumber carpenter mechanic machinist millwright operator operative driver courier
        foreman forewoman supervisor leader lead chef cook baker butcher waiter waitress
        bartender barista sommelier dishwasher porter server host hostess clerk cashier
        salesperson salesman saleswoman seller merchandiser representative rep agent broker
        trader banker teller underwriter actuary accountant auditor bookkeeper controller
        comptroller treasurer secretary receptionist typist lawyer attorney solicitor barrister
        advocate paralegal judge counsel notary magistrate prosecutor librarian archivist
        curator conservator historian artist musician composer conductor pianist violinist
        cellist organist singer organiser organizer actor actress dancer choreographer
        photographer videographer illustrator animator strategist planner buyer purchaser
        recruiter executive ceo cto cfo coo cio cmo cpo ciso vp svp evp avp md gm sde swe sre
        dba pm ta ra sdet qa volunteer helper member trustee governor ambassador minister
        councillor mayor inspector detective constable sergeant captain lieutenant major colonel
        corporal private soldier sailor officer-cadet cadet farmer gardener landscaper builder
        labourer laborer worker bricklayer roofer painter decorator joiner plasterer surveyor
        estimator draughtsman drafter tester freelancer contractor contributor maintainer
        committer purser steward stewardess attendant guide translator interpreter caretaker
        cleaner housekeeper janitor guard ranger lifeguard pilot examiner invigilator marker
        moderator scholar demonstrator superintendent commissioner page aide collaborator
        mathematician physicist chemist biologist economist statistician bandleader choirmaster
        kapellmeister concertmaster stylist hairdresser beautician barber florist tailor seamstress
        upholsterer potter jeweller fundraiser campaigner activist canvasser packer picker
        stocker handler lad hand deckhand bosun mate firefighter fireman paratrooper missionary
        priest pastor vicar chaplain rabbi imam reviewer speaker facilitator practitioner
        clinician assessor investigator evangelist marketer scrummaster ninja generalist
        leadership externship internship apprenticeship traineeship clerkship fellowship
        metallurgist grower stagehand
        residency consultancy freelance self-employed sous-chef commis keeper employee candidate
        beekeeper zookeeper groundskeeper watchmaker dressmaker maker diver tuner miller
        shepherd weaver brewer tiler mason glazier plater turner stonemason locksmith postman
        embroiderer printer binder bookbinder installer rigger scaffolder dispatcher scheduler
        grinder polisher fisher fisherman forester""",
    # What ends so names who does a thing ("winemaker", "palaeobotanist", "optician").
    role_endings="maker|worker|keeper|writer|smith|wright|herd|grapher|ician|ologist|onomist|otanist|"
    "therapist|anist|master|woman|person",
    organisations="""inc ltd llc llp plc pty pvt corp corporation company co limited group
        technologies technology university college school academy institute hospital clinic
        trust nhs council ministry department bank foundation society association agency
        laboratory laboratories lab labs studio studios partners holdings systems solutions
        services consulting consultants consultancy restaurant hotel café cafe kitchen museum
        gallery library church orchestra choir army navy force centre center works shipyard yard
        press media software health healthcare bistro brasserie infirmary polytechnic seminary
        conservatoire conservatory theatre theater chambers solicitors sons brothers bros
        authority commission office bureau board union federation committee court club team
        network ventures capital industries international enterprises logistics airlines airways
        motors pharma pharmaceuticals energy electric construction builders engineering
        manufacturing bakery brewery farm farms nursery home house practice surgery pharmacy
        store stores shop market supermarket insurance airport railway railways transport
        shipping steel foods records publishing publishers magazine times post institution
        parliament senate assembly government administration service ngo charity initiative
        project alliance cooperative collective startup firm offshore vessels digital
        interactive games analytics robotics dynamics aerospace telecom communications payments
        financial finance advisors associates""",
    legal_forms=r"inc|ltd|llc|l\.l\.c|llp|plc|pty|pvt|corp|oy|ab|a/s",
    schools=r"universi|\buniv\b|college|\bschool\b|academy|\binstitut|polytechnic|"
    r"(?-i:\b(?:MIT|IIT|NIT|IIM|BITS|ETH|EPFL|UCLA|UCL|LSE|NYU|KTH|Caltech|Virginia Tech|"
    r"Georgia Tech|RISD|SUNY|CUNY|UC Berkeley|TU \w+)\b)|conservatoi?r|seminary|faculty of|"
    r"szkoła|zespół szkół|ysgol",
    degrees=r"bachelor|master(?:'?s|s)?\s+(?:of|in|degree|thesis|'s)|masters?$|doctor\s+of|"
    r"doctorate|doctoral|diploma|degree|certificate|associate'?s?\s+(?:of|in|degree)|"
    r"foundation\s+(?:course|year|degree|diploma)|licen[cs]e\b|licentiate|apprenticeship|"
    r"baccalaur|high school|secondary (?:school )?(?:certificate|education)|postgraduate|"
    r"undergraduate|minor in|major(?:ing|ed)? in|honou?rs|bootcamp|access to higher|"
    r"exchange (?:semester|year|student)|matriculation",
    marks=r"gpa|cgpa|grade|distinction|merit|pass(?:ed)?\b|first[- ]class|upper second|"
    r"lower second|second[- ]class|(?:summa |magna )?cum laude|"
    r"with (?:high(?:est)? )?(?:honou?rs|distinction)|hons?\.?$|honou?rs$|evenings|"
    r"part[- ]time|full[- ]time|valid|renewed|expires?|score",
    at=r"at(?:\s+the)?",
    streets=r"\b(?:street|road|lane|avenue|drive|crescent|boulevard)\b",
    labels={
        "name": """name|full name|surname first name|last name first name|
            surname and first name|name and surname""",
        "family": "surname|last name|family name",
        "given": "first name|first names|given name|given names|forename|forenames",
        "headline": """title|profession|position|job title|role|occupation|rank|rank applied|
            rank applied for|position applied|position applied for|post applied for|
            applying for|desired position|position sought|target position""",
        "email": "email|e mail|mail",
        "phone": "phone|telephone|tel|mobile|cell|cell phone|mobile phone|contact number",
        "website": "website|homepage|portfolio|blog|web",
        "location": "address|location|based in|lives in|home|city|residence|home address",
        "number": "id|passport|fax",
    },
    columns={
        "dates": r"years?|when|dates?|period|duration|time|from|since|until|timeline|tenure",
        "start": r"from|start(?:ed|s| date)?|begin(?:ning)?|began|since|joined|"
        r"sign(?:ed)?[ -]on|issued|(?:date of )?issue|issue date|obtained|valid from",
        "end": r"to|end(?:ed|s| date)?|until|till?|left|sign(?:ed)?[ -]off|good until|"
        r"expir(?:y|es|ed|ation)(?: date)?|valid (?:to|until|till|through|thru)",
        "who": r"(?:ship ?|crew(?:ing)? ?)?(?:manager|owner|operator|principal|agency)",
        "as": r"as(?: what)?|what I was|rank|capacity|deg",
        "thing": r"document|licen[cs]e|ticket|vessel|ship",
        "same": r"same(?: as above)?|ditto|as above|do\.|idem|id\.|ibid\.|[\"″〃”]",
        "organisation": r"firm|company|employer|organi[sz]ation|institut(?:ion|e)|school|college|"
        r"university|where|client|issuer|issued by|awarding body|provider|publisher|venue|hospital|"
        r"at|body",
        "unit": r"department|agency|practice|clinic|station|with|for",
        "roles": r"position|role|job|job title|function|post|title held|qualification|degree|"
        r"course|programme|program|designation|certificate",
        "title": r"what|things?|name|title|project|award|prize|publication|certification|talk",
        "location": r"place|location|city|country",
        "area": r"subject|field|major|area|speciali[sz]ation",
    },
    leaves=r"(?:(?:planned|voluntary|family|short|extended) )?(?:career|employment|work) breaks?|"
    r"(?:(?:parental|maternity|paternity|adoption|family|childcare|caregiv(?:er|ing)|carer['’]?s|"
    r"medical|sick|study|unpaid|compassionate|bereavement|sabbatical|extended)(?: and |[ /&]+))+"
    r"leaves?|leaves? of absence|sabbaticals?|sabbatical year|gap years?|furlough",
    abbreviations="""st dr mr mrs ms prof rev sr jr vs etc e.g i.e eg ie inc ltd corp co no vol
        dept univ approx est fig al ed eds jan feb mar apr jun jul aug sep sept oct nov dec mt
        ft gen col sgt capt hon cert dip bach resp incl esp ave rd blvd apt bros u.s u.k b.s m.s
        ph.d b.a m.a b.sc m.sc d.phil""",
)  # fmt: skip
