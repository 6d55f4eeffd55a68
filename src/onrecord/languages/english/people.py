"""Words for people: honorifics, offices, kinship, given names, and what they tell about gender."""

from typing import Literal, TypeAlias

__all__ = [
    "EPITHETS",
    "FEMALE",
    "HONORIFICS",
    "LEGISLATORS",
    "MALE",
    "OFFICES",
    "OFFICE_MODIFIERS",
    "OFFICIALS",
    "PARTICLES",
    "PARTY_ROLES",
    "PERSONS",
    "PORTFOLIOS",
    "SAME_OFFICE",
    "SPOKESPEOPLE",
    "STATE_OFFICES",
    "UNMATCHED",
    "Gender",
]

Gender: TypeAlias = Literal["female", "male"]

HONORIFICS: dict[str, Gender | None] = {
    "mr": "male", "mrs": "female", "ms": "female", "miss": "female", "sir": "male", "dame": "female", "lord": "male",
    "lady": "female", "dr": None, "prof": None, "hon": None, "mister": "male", "madam": "female", "reverend": None, "rev": None,
    "fr": "male", "baroness": "female", "baron": "male", "sheikh": "male", "ayatollah": "male", "imam": "male",
}  # fmt: skip
"""Forms of address: no part of a name and no role."""

OFFICES: frozenset[str] = frozenset(
    """
    secretary-general director-general prime-minister vice-chairman vice-chancellor
    president chairman chairwoman chairperson chair co-chair chief director minister secretary spokesman spokeswoman spokesperson
    spokespeople senator sen congressman congresswoman representative rep del delegate governor gov mayor commissioner
    ambassador envoy chancellor premier king queen prince princess pope bishop archbishop cardinal pastor priest rabbi imam
    general gen colonel col captain capt lieutenant lt sergeant sgt major admiral commander officer marshal sheriff
    attorney lawyer counsel solicitor barrister judge justice prosecutor magistrate
    professor prof lecturer scholar economist scientist researcher analyst expert historian physicist sociologist psychologist
    doctor physician nurse teacher principal superintendent dean student
    journalist reporter correspondent columnist editor host anchor commentator author writer critic blogger broadcaster presenter
    associate fellow trustee
    leader head founder co-founder manager executive ceo cfo coo owner entrepreneur investor banker trader consultant strategist
    adviser advisor aide assistant deputy official member lawmaker legislator politician mp mep parliamentarian councillor
    councilman councilwoman candidate nominee frontrunner contender incumbent democrat republican conservative labour libertarian
    activist advocate campaigner organizer organiser lobbyist volunteer donor supporter pollster surrogate operative
    diplomat actor actress singer musician comedian artist filmmaker producer designer athlete coach player star mogul businessman
    businesswoman billionaire tycoon magnate celebrity
    clerk mechanic pilot baker builder electrician carpenter plumber fisherman fisherwoman miner shopkeeper waiter chef cook
    barber tailor gardener librarian curator archivist surveyor hydrologist geologist meteorologist statistician biologist
    chemist pharmacist dentist surgeon veterinarian therapist psychiatrist midwife paramedic firefighter captain
    inspector auditor accountant broker publisher translator interpreter poet novelist playwright painter sculptor
    farmer worker driver engineer architect veteran soldier policeman detective
    resident neighbor neighbour witness survivor victim
    wife husband daughter son father mother brother sister mate widow nephew niece cousin partner girlfriend boyfriend friend
    co-host co-chairman co-author anchorman assemblyman assemblywoman committeeman committeewoman alderman recorder ag
    secretary-treasurer ex-wife ex-husband editor-in-chief undersecretary under-secretary neurosurgeon speechwriter superdelegate
    confidant foe front-runner opponent pediatrician documentarian narrator anthropologist custodian cashier
    fellow contributor organiser organizer hacker rival counterpart vice-president treasurer comptroller auditor ombudsman rapporteur negotiator mediator speaker whip negotiator
    """.split()
)
"""Nouns that name what somebody is, in office, trade or family; lower case, without the full stop of abbreviations."""

OFFICE_MODIFIERS: frozenset[str] = frozenset(
    """
    former ex acting interim current incoming outgoing new longtime long-time late retired senior junior deputy assistant associate
    vice prime minister-of foreign defence defense interior finance justice health education trade state press presidential vice-presidential
    campaign party opposition ranking top chief executive managing national international federal regional local political
    military legal financial communications policy committee panel house senate majority minority attorney secretary
    conservative liberal democratic republican libertarian independent progressive veteran prominent leading renowned
    human rights religious academic social visiting emeritus distinguished founding general district supreme high
    government company police army navy air union school university college hospital city county town council white
    communist socialist nationalist green parliamentary cabinet shadow special permanent fellow co-defendant gop right-wing left-wing
    billionaire business self-described two-time three-time three-term one-time onetime then-presidential then elder eldest youngest
    best-selling award-winning pro-life conservative-leaning market chief-of-staff running
    """.split()
)
"""Lower-case words that stand before an office and belong to the title ("former deputy prime minister")."""

LEGISLATORS: dict[str, str] = {
    "rep": "U.S. House of Representatives",
    "congressman": "U.S. House of Representatives",
    "congresswoman": "U.S. House of Representatives",
    "representative": "U.S. House of Representatives",
    "del": "U.S. House of Representatives",
    "sen": "U.S. Senate",
    "senator": "U.S. Senate",
}
"""The chamber a title belongs to, where the text gives party and state after it ("Sen. Jo Doe (R-Tex)")."""

SAME_OFFICE: tuple[frozenset[str], ...] = (
    frozenset({"sen", "senator", "lawmaker", "legislator"}),
    frozenset({"rep", "representative", "congressman", "congresswoman", "lawmaker", "legislator", "del"}),
    frozenset({"nominee", "candidate", "contender", "frontrunner", "challenger"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson", "secretary"}),
    frozenset({"attorney", "lawyer", "counsel", "solicitor", "barrister"}),
    frozenset({"gov", "governor"}),
    frozenset({"chairman", "chairwoman", "chair", "chairperson"}),
    frozenset({"prof", "professor", "academic", "scholar", "researcher", "expert", "scientist", "economist"}),
    frozenset({"businessman", "billionaire", "mogul", "tycoon", "magnate", "entrepreneur"}),
    frozenset({"gen", "general", "commander"}),
    frozenset({"judge", "justice", "jurist"}),
    frozenset({"mp", "lawmaker", "legislator", "parliamentarian", "politician"}),
    frozenset({"minister", "premier"}),
    frozenset({"reporter", "journalist", "correspondent", "author", "writer", "anchor", "host", "columnist"}),
    frozenset({"leader", "head", "chief", "president"}),
    frozenset({"aide", "adviser", "advisor", "assistant", "strategist"}),
)
"""Words that take each other up: the senator is the one introduced as "Sen."."""

PERSONS: frozenset[str] = frozenset(
    """
    hacker gunman shooter suspect attacker robber thief whistleblower informant defendant plaintiff fugitive prisoner inmate
    hostage diplomat executive contributor dissident defector refugee novelist blogger philanthropist man woman teenager
    """.split()
)
"""What a headline calls somebody whom the text names only after."""

PARTICLES: frozenset[str] = frozenset(
    "de da di del della von van der den la le bin ibn al el bint dos du ter ten y".split()
)
"""Lower-case parts of a surname."""

FEMALE: frozenset[str] = frozenset(
    """
    she her hers herself woman girl wife mother daughter sister aunt grandmother widow queen princess actress
    spokeswoman chairwoman congresswoman councilwoman businesswoman policewoman lady madam mrs ms miss dame mom niece
    girlfriend waitress heroine stewardess baroness first-lady grandma mum
    """.split()
)

MALE: frozenset[str] = frozenset(
    """
    he him his himself man boy husband father son brother uncle grandfather widower king prince actor spokesman chairman
    congressman councilman businessman policeman mr sir lord dad nephew boyfriend guy gentleman grandpa billionaire-man
    """.split()
)

UNMATCHED: frozenset[str] = frozenset(
    """
    judge justice spokesman spokeswoman spokesperson spokespeople prosecutor lawyer attorney counsel doctor physician nurse officer
    official professor minister secretary prince king queen pope member witness victim sheriff detective soldier commander ambassador
    envoy reporter editor teacher general advocate advocates hacker rival counterpart
    """.split()
)
"""Offices that many may hold: "the judge" is nobody named before unless they were introduced as one."""

PORTFOLIOS: frozenset[str] = frozenset(
    """
    state defense defence education labor labour energy commerce transportation transport agriculture war health justice treasury
    interior staff trade finance waters culture science environment
    """.split()
)
"""What stands between an office and a name ("Secretary of State Jo Doe")."""

SPOKESPEOPLE: frozenset[str] = frozenset(
    ["spokesman", "spokeswoman", "spokesperson", "minister", "envoy", "ambassador"]
)
"""Offices of which a report seldom has two that it does not name."""

OFFICIALS: frozenset[str] = frozenset(
    """
    minister secretary director commissioner governor mayor ambassador chief spokesman spokeswoman
    """.split()
)
"""Offices that a headline calls an official's."""

STATE_OFFICES: frozenset[str] = frozenset(
    """
    president prime-minister premier minister chancellor king queen ambassador envoy senator sen secretary
    """.split()
)
"""Offices that are a state's own where no other body is named."""

PARTY_ROLES: frozenset[str] = frozenset(
    """
    nominee candidate contender frontrunner front-runner leader chairman chairwoman strategist
    """.split()
)
"""Roles in a party."""

EPITHETS: frozenset[str] = frozenset(
    """
    young old big little poor dear fellow early late true mad happy lucky marine
    major
    """.split()
)
"""Words before a surname that are no given name ("young Doe")."""
