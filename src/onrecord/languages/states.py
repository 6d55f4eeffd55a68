"""The states of the world: codes, English names, the words for their people, and capitals.

One line a state: ISO 3166-1 alpha-2 code | names | demonyms (adjective, plural noun) | capital.
The first name is the one that is given back. A capital stands for its government
in reports ("Moscow said"); a capital that shares its name with its state is left out.
"""

__all__ = ["CAPITALS", "DEMONYMS", "NAMES", "PROVINCES", "STATES"]

_TABLE = """
AD|Andorra|Andorran|
AE|United Arab Emirates,UAE|Emirati,Emiratis|Abu Dhabi
AF|Afghanistan|Afghan,Afghans|Kabul
AG|Antigua and Barbuda|Antiguan|
AL|Albania|Albanian,Albanians|Tirana
AM|Armenia|Armenian,Armenians|Yerevan
AO|Angola|Angolan,Angolans|Luanda
AR|Argentina|Argentine,Argentinian,Argentines|Buenos Aires
AT|Austria|Austrian,Austrians|Vienna
AU|Australia|Australian,Australians|Canberra
AZ|Azerbaijan|Azerbaijani,Azeri,Azerbaijanis|Baku
BA|Bosnia and Herzegovina,Bosnia|Bosnian,Bosnians|Sarajevo
BB|Barbados|Barbadian,Barbadians|
BD|Bangladesh|Bangladeshi,Bangladeshis|Dhaka
BE|Belgium|Belgian,Belgians|
BF|Burkina Faso|Burkinabe|Ouagadougou
BG|Bulgaria|Bulgarian,Bulgarians|Sofia
BH|Bahrain|Bahraini,Bahrainis|Manama
BI|Burundi|Burundian,Burundians|
BJ|Benin|Beninese|
BN|Brunei|Bruneian|
BO|Bolivia|Bolivian,Bolivians|La Paz
BR|Brazil|Brazilian,Brazilians|Brasilia
BS|Bahamas,The Bahamas|Bahamian,Bahamians|Nassau
BT|Bhutan|Bhutanese|Thimphu
BW|Botswana|Botswanan|Gaborone
BY|Belarus|Belarusian,Belarusians|Minsk
BZ|Belize|Belizean|
CA|Canada|Canadian,Canadians|Ottawa
CD|Democratic Republic of the Congo,DR Congo,Congo|Congolese|Kinshasa
CF|Central African Republic|Central African|Bangui
CG|Republic of the Congo||Brazzaville
CH|Switzerland|Swiss|
CI|Ivory Coast,Côte d'Ivoire|Ivorian,Ivorians|
CL|Chile|Chilean,Chileans|
CM|Cameroon|Cameroonian,Cameroonians|
CN|China|Chinese|Beijing
CO|Colombia|Colombian,Colombians|Bogota,Bogotá
CR|Costa Rica|Costa Rican,Costa Ricans|
CU|Cuba|Cuban,Cubans|Havana
CV|Cape Verde|Cape Verdean|
CY|Cyprus|Cypriot,Cypriots|Nicosia
CZ|Czech Republic,Czechia|Czech,Czechs|Prague
DE|Germany|German,Germans|Berlin
DJ|Djibouti|Djiboutian|
DK|Denmark|Danish,Danes|Copenhagen
DM|Dominica||
DO|Dominican Republic|Dominican,Dominicans|
DZ|Algeria|Algerian,Algerians|Algiers
EC|Ecuador|Ecuadorian,Ecuadorians|Quito
EE|Estonia|Estonian,Estonians|Tallinn
EG|Egypt|Egyptian,Egyptians|Cairo
ER|Eritrea|Eritrean,Eritreans|Asmara
ES|Spain|Spanish,Spaniards|Madrid
ET|Ethiopia|Ethiopian,Ethiopians|Addis Ababa
FI|Finland|Finnish,Finns|Helsinki
FJ|Fiji|Fijian,Fijians|
FR|France|French|Paris
GA|Gabon|Gabonese|Libreville
GB|United Kingdom,UK,U.K.,Britain,Great Britain|British,Britons|London
GE|Georgia|Georgian,Georgians|Tbilisi
GH|Ghana|Ghanaian,Ghanaians|Accra
GM|Gambia,The Gambia|Gambian,Gambians|Banjul
GN|Guinea|Guinean,Guineans|Conakry
GQ|Equatorial Guinea||Malabo
GR|Greece|Greek,Greeks|Athens
GT|Guatemala|Guatemalan,Guatemalans|
GW|Guinea-Bissau||Bissau
GY|Guyana|Guyanese|
HN|Honduras|Honduran,Hondurans|Tegucigalpa
HR|Croatia|Croatian,Croats,Croatians|Zagreb
HT|Haiti|Haitian,Haitians|Port-au-Prince
HU|Hungary|Hungarian,Hungarians|Budapest
ID|Indonesia|Indonesian,Indonesians|Jakarta
IE|Ireland|Irish|Dublin
IL|Israel|Israeli,Israelis|Jerusalem
IN|India|Indian,Indians|New Delhi,Delhi
IQ|Iraq|Iraqi,Iraqis|Baghdad
IR|Iran|Iranian,Iranians|Tehran
IS|Iceland|Icelandic,Icelanders|Reykjavik
IT|Italy|Italian,Italians|Rome
JM|Jamaica|Jamaican,Jamaicans|
JO|Jordan|Jordanian,Jordanians|Amman
JP|Japan|Japanese|Tokyo
KE|Kenya|Kenyan,Kenyans|Nairobi
KG|Kyrgyzstan|Kyrgyz|Bishkek
KH|Cambodia|Cambodian,Cambodians|Phnom Penh
KP|North Korea|North Korean,North Koreans|Pyongyang
KR|South Korea|South Korean,South Koreans|Seoul
KW|Kuwait|Kuwaiti,Kuwaitis|
KZ|Kazakhstan|Kazakh,Kazakhs|Astana
LA|Laos|Laotian,Lao|Vientiane
LB|Lebanon|Lebanese|Beirut
LK|Sri Lanka|Sri Lankan,Sri Lankans|Colombo
LR|Liberia|Liberian,Liberians|Monrovia
LS|Lesotho||Maseru
LT|Lithuania|Lithuanian,Lithuanians|Vilnius
LU|Luxembourg|Luxembourger|
LV|Latvia|Latvian,Latvians|Riga
LY|Libya|Libyan,Libyans|Tripoli
MA|Morocco|Moroccan,Moroccans|Rabat
MC|Monaco|Monegasque|
MD|Moldova|Moldovan,Moldovans|Chisinau
ME|Montenegro|Montenegrin,Montenegrins|Podgorica
MG|Madagascar|Malagasy|Antananarivo
MK|North Macedonia,Macedonia|Macedonian,Macedonians|Skopje
ML|Mali|Malian,Malians|Bamako
MM|Myanmar,Burma|Burmese|Naypyidaw
MN|Mongolia|Mongolian,Mongolians|Ulaanbaatar
MR|Mauritania|Mauritanian,Mauritanians|Nouakchott
MT|Malta|Maltese|Valletta
MU|Mauritius|Mauritian,Mauritians|
MV|Maldives|Maldivian,Maldivians|
MW|Malawi|Malawian,Malawians|Lilongwe
MX|Mexico|Mexican,Mexicans|Mexico City
MY|Malaysia|Malaysian,Malaysians|Kuala Lumpur
MZ|Mozambique|Mozambican,Mozambicans|Maputo
NA|Namibia|Namibian,Namibians|Windhoek
NE|Niger|Nigerien,Nigeriens|Niamey
NG|Nigeria|Nigerian,Nigerians|Abuja
NI|Nicaragua|Nicaraguan,Nicaraguans|Managua
NL|Netherlands,the Netherlands,Holland|Dutch|The Hague,Amsterdam
NO|Norway|Norwegian,Norwegians|Oslo
NP|Nepal|Nepalese,Nepali|Kathmandu
NZ|New Zealand|New Zealander,New Zealanders|
OM|Oman|Omani,Omanis|Muscat
PA|Panama|Panamanian,Panamanians|
PE|Peru|Peruvian,Peruvians|Lima
PG|Papua New Guinea||Port Moresby
PH|Philippines,the Philippines|Philippine,Filipino,Filipinos|Manila
PK|Pakistan|Pakistani,Pakistanis|Islamabad
PL|Poland|Polish,Poles|Warsaw
PS|Palestine|Palestinian,Palestinians|Ramallah
PT|Portugal|Portuguese|Lisbon
PY|Paraguay|Paraguayan,Paraguayans|
QA|Qatar|Qatari,Qataris|Doha
RO|Romania|Romanian,Romanians|Bucharest
RS|Serbia|Serbian,Serbs,Serbians|Belgrade
RU|Russia,Russian Federation|Russian,Russians|Moscow
RW|Rwanda|Rwandan,Rwandans|Kigali
SA|Saudi Arabia|Saudi,Saudis|Riyadh
SD|Sudan|Sudanese|Khartoum
SE|Sweden|Swedish,Swedes|Stockholm
SG|Singapore|Singaporean,Singaporeans|
SI|Slovenia|Slovenian,Slovene,Slovenians|Ljubljana
SK|Slovakia|Slovak,Slovaks|Bratislava
SL|Sierra Leone|Sierra Leonean|Freetown
SN|Senegal|Senegalese|Dakar
SO|Somalia|Somali,Somalis|Mogadishu
SR|Suriname|Surinamese|
SS|South Sudan|South Sudanese|Juba
SV|El Salvador|Salvadoran,Salvadorans|
SY|Syria|Syrian,Syrians|Damascus
SZ|Eswatini||
TD|Chad|Chadian,Chadians|
TG|Togo|Togolese|Lomé
TH|Thailand|Thai,Thais|Bangkok
TJ|Tajikistan|Tajik,Tajiks|Dushanbe
TL|Timor-Leste,East Timor|Timorese|
TM|Turkmenistan|Turkmen|Ashgabat
TN|Tunisia|Tunisian,Tunisians|Tunis
TR|Turkey,Türkiye|Turkish,Turks|Ankara
TT|Trinidad and Tobago|Trinidadian|
TW|Taiwan|Taiwanese|Taipei
TZ|Tanzania|Tanzanian,Tanzanians|Dodoma
UA|Ukraine|Ukrainian,Ukrainians|Kyiv,Kiev
UG|Uganda|Ugandan,Ugandans|Kampala
US|United States,United States of America,USA,U.S.,US,U.S.A.,America|American,Americans|Washington
UY|Uruguay|Uruguayan,Uruguayans|Montevideo
UZ|Uzbekistan|Uzbek,Uzbeks|Tashkent
VA|Vatican,the Vatican,Holy See||
VE|Venezuela|Venezuelan,Venezuelans|Caracas
VN|Vietnam|Vietnamese|Hanoi
XK|Kosovo|Kosovar,Kosovars|Pristina
YE|Yemen|Yemeni,Yemenis|Sanaa
ZA|South Africa|South African,South Africans|Pretoria
ZM|Zambia|Zambian,Zambians|Lusaka
ZW|Zimbabwe|Zimbabwean,Zimbabweans|Harare
"""

_PROVINCES = """
US|Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,West Virginia,Wisconsin,Wyoming
GB|England,Scotland,Wales,Northern Ireland
CA|Ontario,Quebec,Alberta,Manitoba,Saskatchewan,British Columbia,Nova Scotia
AU|New South Wales,Queensland,Victoria,Tasmania
DE|Bavaria,Saxony,Hesse
"""


def _column(line: str, number: int) -> list[str]:
    return [entry for entry in line.split("|")[number].split(",") if entry]


_ROWS = [line for line in _TABLE.splitlines() if line]

STATES: dict[str, str] = {_column(row, 0)[0]: _column(row, 1)[0] for row in _ROWS}
"""Code → the name that is given back."""

NAMES: dict[str, str] = {name: _column(row, 0)[0] for row in _ROWS for name in _column(row, 1)}
"""Every name of a state → its code."""

DEMONYMS: dict[str, str] = {word: _column(row, 0)[0] for row in _ROWS for word in _column(row, 2)}
"""Adjectives and words for the people → code."""

CAPITALS: dict[str, str] = {city: _column(row, 0)[0] for row in _ROWS for city in _column(row, 3)}
"""Capitals → code."""

PROVINCES: dict[str, str] = {
    name: row.split("|")[0] for row in _PROVINCES.splitlines() if row for name in _column(row, 1)
}
"""Constituent states and countries that the news names without their state → code of the state they are in."""
