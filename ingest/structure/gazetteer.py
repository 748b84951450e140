"""Names of countries, regions and large cities, as resumes write them. Common knowledge.

English here, in their own languages among `ingest.languages`. Short on purpose: it only has to tell
"Acme, Lyon" from "Acme, Analyst" where nothing else does.
"""

from __future__ import annotations

import re

from ingest.languages import CHINESE, LANGUAGES, folded, phrases

_COUNTRIES = """usa|uk|us|u.s.|u.s.a.|u.k.|eu|united kingdom|great britain|united states|
united states of america|america|england|scotland|wales|ireland|northern ireland|germany|
deutschland|france|spain|españa|portugal|italy|italia|india|china|japan|canada|australia|
new zealand|netherlands|the netherlands|nederland|belgium|luxembourg|switzerland|schweiz|austria|
österreich|poland|polska|sweden|norway|denmark|finland|iceland|greece|turkey|türkiye|cyprus|malta|
israel|palestine|jordan|lebanon|syria|iraq|iran|egypt|nigeria|kenya|ghana|ethiopia|rwanda|
south africa|zimbabwe|zambia|botswana|namibia|mozambique|angola|cameroon|senegal|ivory coast|
brazil|brasil|argentina|mexico|méxico|chile|colombia|peru|ecuador|uruguay|bolivia|venezuela|cuba|
costa rica|panama|guatemala|jamaica|puerto rico|singapore|malaysia|indonesia|philippines|thailand|
vietnam|cambodia|myanmar|south korea|korea|taiwan|hong kong|russia|ukraine|belarus|moldova|romania|
bulgaria|hungary|czechia|czech republic|slovakia|slovenia|croatia|serbia|bosnia|montenegro|albania|
north macedonia|kosovo|estonia|latvia|lithuania|georgia|armenia|azerbaijan|kazakhstan|uzbekistan|
pakistan|bangladesh|sri lanka|nepal|bhutan|afghanistan|maldives|mauritius|uae|u.a.e.|
united arab emirates|saudi arabia|qatar|kuwait|bahrain|oman|morocco|algeria|tunisia|libya|sudan|
uganda|tanzania|madagascar|fiji|south sudan|somalia|somaliland|djibouti|eritrea|malawi|congo|
dr congo|drc|democratic republic of the congo|democratic republic of congo|niger|gabon|benin|
togo|liberia|sierra leone|guinea|gambia|the gambia|burkina faso|mauritania|burundi|lesotho|eswatini|
central african republic|haiti|dominican republic|honduras|nicaragua|el salvador|paraguay|
trinidad and tobago|barbados|bahamas|guyana|suriname|belize|mongolia|laos|brunei|papua new guinea|
samoa|tonga|vanuatu|solomon islands|yemen|turkmenistan|tajikistan|kyrgyzstan|timor-leste|
liechtenstein|monaco|andorra|greenland|faroe islands|macau|seychelles|
europe|asia|africa|emea|apac"""
_REGIONS = """alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|
hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|
minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|
north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|
south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|
district of columbia|ontario|quebec|québec|british columbia|alberta|manitoba|saskatchewan|
nova scotia|new brunswick|newfoundland|west bengal|karnataka|maharashtra|tamil nadu|kerala|
telangana|andhra pradesh|gujarat|punjab|haryana|uttar pradesh|rajasthan|bihar|odisha|assam|goa|
new south wales|queensland|victoria|tasmania|western australia|south australia|bavaria|bayern|
saxony|hesse|yorkshire|west yorkshire|north yorkshire|south yorkshire|kent|essex|surrey|sussex|
devon|cornwall|lancashire|cheshire|norfolk|suffolk|catalonia|lombardy|tuscany|brittany|normandy|
bay area|san francisco bay area|silicon valley"""
_CITIES = """london|manchester|birmingham|leeds|liverpool|sheffield|bristol|newcastle|nottingham|
leicester|cambridge|oxford|brighton|southampton|portsmouth|plymouth|hull|york|bradford|reading|
exeter|norwich|coventry|derby|edinburgh|glasgow|aberdeen|dundee|inverness|cardiff|swansea|newport|
belfast|dublin|cork|galway|limerick|paris|lyon|marseille|toulouse|nice|nantes|bordeaux|lille|
strasbourg|rennes|grenoble|berlin|hamburg|munich|münchen|cologne|köln|frankfurt|stuttgart|
düsseldorf|leipzig|dresden|hannover|nuremberg|bremen|bonn|essen|dortmund|karlsruhe|heidelberg|
freiburg|aachen|kiel|lübeck|mainz|vienna|wien|graz|linz|salzburg|innsbruck|zurich|zürich|geneva|
genève|basel|bern|lausanne|lugano|amsterdam|rotterdam|the hague|utrecht|eindhoven|delft|leiden|
groningen|brussels|antwerp|ghent|leuven|copenhagen|aarhus|odense|stockholm|gothenburg|göteborg|malmö|
malmo|uppsala|lund|oslo|bergen|trondheim|stavanger|helsinki|espoo|tampere|turku|reykjavik|tallinn|tartu|
riga|vilnius|kaunas|warsaw|warszawa|kraków|krakow|gdańsk|gdansk|wrocław|wroclaw|poznań|łódź|prague|
praha|brno|bratislava|budapest|szeged|bucharest|cluj|sofia|belgrade|zagreb|ljubljana|sarajevo|
athens|thessaloniki|istanbul|ankara|izmir|madrid|barcelona|valencia|seville|bilbao|malaga|granada|
zaragoza|lisbon|lisboa|porto|braga|coimbra|faro|rome|roma|milan|milano|turin|naples|florence|
bologna|venice|genoa|palermo|pisa|moscow|st petersburg|saint petersburg|kyiv|kiev|lviv|kharkiv|
minsk|tbilisi|yerevan|baku|tel aviv|jerusalem|haifa|amman|beirut|damascus|baghdad|tehran|cairo|
alexandria|tunis|algiers|casablanca|rabat|lagos|abuja|accra|nairobi|kampala|kigali|addis ababa|
dar es salaam|johannesburg|cape town|durban|pretoria|harare|lusaka|freetown|dakar|dubai|abu dhabi|
doha|riyadh|jeddah|manama|muscat|karachi|lahore|islamabad|delhi|new delhi|mumbai|bombay|bangalore|
bengaluru|kolkata|calcutta|chennai|hyderabad|pune|ahmedabad|jaipur|noida|gurgaon|gurugram|kochi|
lucknow|chandigarh|indore|bhopal|nagpur|coimbatore|mysore|bhubaneswar|patna|surat|vadodara|
thiruvananthapuram|dhaka|colombo|kathmandu|bangkok|hanoi|ho chi minh city|kuala lumpur|jakarta|
bandung|surabaya|manila|cebu|yangon|phnom penh|beijing|shanghai|shenzhen|guangzhou|hangzhou|nanjing|
chengdu|wuhan|xi'an|tianjin|suzhou|taipei|tokyo|osaka|kyoto|nagoya|fukuoka|sapporo|yokohama|kobe|
seoul|busan|daejeon|sydney|melbourne|brisbane|perth|adelaide|canberra|hobart|auckland|wellington|
christchurch|toronto|montreal|montréal|vancouver|ottawa|calgary|edmonton|winnipeg|halifax|waterloo|
quebec city|new york city|nyc|brooklyn|manhattan|boston|cambridge ma|philadelphia|pittsburgh|
baltimore|washington dc|washington d.c.|atlanta|miami|orlando|tampa|jacksonville|charlotte|raleigh|
durham|nashville|memphis|louisville|cincinnati|cleveland|columbus|detroit|ann arbor|chicago|
milwaukee|madison|minneapolis|st. louis|st louis|kansas city|omaha|dallas|fort worth|houston|austin|
san antonio|el paso|denver|boulder|salt lake city|phoenix|tucson|albuquerque|las vegas|reno|seattle|
redmond|bellevue|portland|boise|san francisco|oakland|berkeley|san jose|palo alto|mountain view|
menlo park|sunnyvale|santa clara|cupertino|los angeles|santa monica|san diego|sacramento|irvine|
pasadena|honolulu|anchorage|new orleans|mexico city|guadalajara|monterrey|havana|kingston|bogotá|
bogota|medellín|medellin|lima|quito|santiago|buenos aires|córdoba|montevideo|são paulo|sao paulo|
rio de janeiro|brasília|belo horizonte|curitiba|porto alegre|recife|caracas|la paz|college park|
college station|university park|university city|university heights|university place"""


def _names(listed: str, field: str) -> frozenset[str]:
    everywhere = (listed.replace("\n", ""), *(getattr(one, field) for one in LANGUAGES))
    return frozenset(folded(name) for names in everywhere for name in phrases(names))


_REGION_NAMES = _names(f"{_COUNTRIES}|{_REGIONS}", "places")
_CITY_NAMES = _names(_CITIES, "cities")
_HAN_NAMES = "|".join(
    phrase for field in (CHINESE.places, CHINESE.cities) for phrase in phrases(field)
)
#: "浙江省杭州市西湖区", "浙江杭州", "北京·海淀区".
_HAN_PLACE = re.compile(
    rf"(?:{_HAN_NAMES})(?:省|市|自治区)?"
    rf"(?:[·\s-]?(?:(?:{_HAN_NAMES})市?|[\u4e00-\u9fff]{{1,5}}[市区县州])){{0,3}}"
)
#: "Florianópolis/SC": the codes of Brazil's states are written so.
_STATE = re.compile(
    r"[^\W\d_][\w .'-]{3,}\s?[/–-]\s?(?:AC|AL|AM|AP|BA|CE|DF|ES|GO|MA|MG|MS|MT|PA|PB|PE|PI|PR|RJ"
    r"|RN|RO|RR|RS|SC|SE|SP|TO)"
)
# Codes of countries (ISO 3166-1), of states and provinces; without those that resumes
# use for something else ("HR", "IT"), and so not every pair of capitals ("RN", "VP").
_CODES = """ad ae af ag al am ao ar at au az ba bb bd be bf bg bh bj bn bo br bs bt bw by bz ca cd
cg ch ci cl cm cn co cr cu cv cy cz de dj dk dm do dz ec ee eg er es et fi fj fr ga gb gd ge gh gm
gn gr gt gw gy hk hn ht hu id ie il in iq ir is jm jo jp ke kg kh km kr kw kz la lb lk lr ls lt lu
lv ly ma mc md me mg mk mm mn mo mr mt mu mv mw mx my mz na ne ng ni nl no np nz om pa pe pg ph pk
pl pt py ro rs ru rw sa sb sc sd se sg si sk sl sm sn so sr st sv sy sz td tg th tj tm tn to tr tt
tw tz ua ug us uk uy uz va ve vn vu ws ye za zm zw ak ct dc fl hi ia ks ky mi ms nv nh nj nm ny nc
nd oh ok or ri tx ut vt wa wv wi wy ab bc mb nb ns nt nu on qc yt act nsw qld vic tas sp rj mg rs"""
_CODE = re.compile(r"(?P<code>[A-Z]{2,3})(?:\s+\d{4,5})?")
#: "Lima & Quito" are two cities.
_SEVERAL = re.compile(r"\s*[&+/]\s*|\s+and\s+")
_NAME = r"(?:[A-ZÀ-Þ][a-zß-ÿ'’]+|Mt\.|St\.|Ft\.)"
_TOWN = re.compile(
    rf"{_NAME}(?:[ -]{_NAME}){{0,2}} (?:A[KLRZ]|C[AOT]|DE|FL|GA|I[ADLN]|K[SY]|LA|M[ADEINOST]|"
    r"N[CDEHJMVY]|O[HR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|ON|QC|BC|AB|NSW|VIC|QLD)"
)
_REMOTE = re.compile(r"(?:fully |100 ?% )?(?:remote|hybrid|on-?site|work from home)\b.*", re.I)
_KNOWN_CODES = frozenset(_CODES.split())
_MAX_WORDS = 7


def _plain(text: str) -> str:
    return folded(text.strip(" ,()[]"))


def is_region(text: str) -> bool:
    """Whether the words are a country or state, or the code of one in capitals."""
    if _plain(text) in _REGION_NAMES:
        return True
    match = _CODE.fullmatch(text.strip(" .()"))
    return match is not None and match["code"].casefold() in _KNOWN_CODES


def is_city(text: str) -> bool:
    """Whether the words are a well-known city, perhaps with what is said of it in brackets."""
    name = _plain(re.sub(r"\s*\([^()]*\)$", "", text))
    known = name in _CITY_NAMES or all(one in _CITY_NAMES for one in _SEVERAL.split(name))
    return known or _HAN_PLACE.fullmatch(text.strip()) is not None


def is_town_of_state(text: str) -> bool:
    """Whether a capitalised name and a state's letters stand side by side ("Portsbury IL")."""
    return _TOWN.fullmatch(text.strip(" .()")) is not None


def is_place(text: str) -> bool:
    """Whether the words surely are a place: "Remote", a country, or names that a region ends."""
    words = text.strip(" .()")
    if len(words.split()) > _MAX_WORDS or not words:
        return False
    if _REMOTE.fullmatch(words):
        return len(words.split()) <= 4
    if _HAN_PLACE.fullmatch(words) or _STATE.fullmatch(words):
        return True
    *front, last = re.split(r"\s*,\s*", words)
    if not front:
        return _plain(words) in _REGION_NAMES and _plain(words) not in ("us", "eu")
    named = all(part[:1].isupper() and not re.search(r"[@:|\d]", part) for part in front)
    return named and is_region(last)
