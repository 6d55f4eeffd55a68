"""Head nouns of sources, by the kind of actor that they name."""

__all__ = [
    "COLLECTIVES",
    "COUNTING",
    "DOCUMENTS",
    "FAITHS",
    "FIELDS_OF_WORK",
    "GOVERNMENTS",
    "GROUPS",
    "INSTITUTIONS",
    "JUDGMENTS",
    "NAMELESS",
    "ORGANISATIONS",
    "OUTLETS",
    "OWN_WORDS",
    "PAIRED_PEOPLE",
    "PAIRED_STATES",
    "PARTISANS",
    "PEOPLE",
    "PLACES",
    "QUANTIFIERS",
    "RULERS",
    "SAME_BODY",
    "SAME_DOCUMENT",
    "SEATS",
    "SHORTENED",
    "VEHICLES",
]

ORGANISATIONS: frozenset[str] = frozenset(
    """
    body committee subcommittee party court tribunal panel ministry department agency bureau office commission council board union
    association federation confederation league alliance coalition organisation organization institute institution university
    college school academy foundation fund trust centre center society club church company corporation corp inc ltd llc group
    firm bank airline newspaper magazine paper network channel station outlet broadcaster campaign team staff parliament
    congress senate house assembly legislature chamber knesset duma bundestag police army navy force forces guard military
    pentagon nato un eu who imf opec fbi cia nsa irs epa nasa naacp aclu nra afl-cio bbc cnn nbc abc cbs msnbc npr pbs afp
    post times journal tribune herald gazette guardian news press radio tv television hospital laboratory lab authority
    administration-office service services secretariat delegation-office embassy consulate movement mission jury cabinet
    caucus conference summit convention industry exchange reserve treasury project initiative network think-tank tank museum
    municipality city-council municipality registry observatory watchdog regulator utility operator publisher studio
    tabloid nonprofit non-profit corps pac pacs camp brotherhood taliban hamas hezbollah twitter facebook google apple microsoft amazon politifact breitbart wikileaks
    """.split()
)

GOVERNMENTS: frozenset[str] = frozenset(
    "government administration regime state kingdom republic nation country".split()
)

SEATS: dict[str, str] = {
    "White House": "US",
    "Kremlin": "RU",
    "Downing Street": "GB",
    "Whitehall": "GB",
    "Elysee": "FR",
    "Élysée": "FR",
    "Blue House": "KR",
    "Capitol Hill": "US",
}
"""Buildings and streets that stand for a government, with its state."""

DOCUMENTS: frozenset[str] = frozenset(
    """
    report study survey poll polls polling research paper document documents letter statement memo memorandum email e-mail emails
    transcript law bill constitution resolution treaty agreement act indictment complaint-text lawsuit filing filings petition
    analysis review audit investigation data statistics figures numbers records record article piece story feature editorial
    column book memoir essay post tweet website site page list index survey-results census average averages footage video tape
    recording photo photograph image sign placard banner headline caption advertisement ad ads bulletin dossier brief briefing-paper
    release communique communiqué plan-text platform evidence findings results papers script note notes plaque text chart graph
    studies surveys reports letters cable cables exit-poll blog blogs quiz textbook textbooks amendment amendments missive missives
    speech speeches remarks clip clips segment opinion ruling order directive legislation measure proposal provision clause
    calls words passage posting postings tweets posts messages message documentary film movie ballot question questionnaire
    search scenario history polling-average forecast model contract pact accord deal charter commercial commercials
    disclosure precedent regulation waiver account outcome screen excerpt revelation projection projections return returns rule rules ranking rankings count counts tally inquiry probe guidelines guidance reply form
    card playbook theory version spot spots trove rating ratings calculation calculations estimate estimates tabulation math booklet
    summary biography profile compromise show spotlight schedule agenda rhetoric precedent
    suit file files copy readout experiment experiments log logs ledger invoice invoices note-book diary manifesto pamphlet leaflet flyer poster motto slogan hashtag thread
    """.split()
)

SAME_DOCUMENT: tuple[frozenset[str], ...] = (
    frozenset(
        "report study survey poll research paper analysis review findings results polling investigation".split()
    ),
    frozenset("article piece story feature editorial column report".split()),
    frozenset("letter petition email memo message note".split()),
    frozenset("lawsuit suit complaint filing indictment".split()),
    frozenset("statement release".split()),
)
"""Documents that take each other up: "the study" is the survey named before."""

SAME_BODY: tuple[frozenset[str], ...] = (
    frozenset("panel committee subcommittee commission".split()),
    frozenset("chamber parliament senate house assembly legislature".split()),
    frozenset("body assembly council commission committee organisation organization".split()),
    frozenset("court tribunal panel judges".split()),
    frozenset("company firm corporation group".split()),
    frozenset("paper newspaper outlet magazine tabloid".split()),
    frozenset("campaign team".split()),
    frozenset("department ministry agency bureau".split()),
    frozenset("union federation association".split()),
    frozenset("nonprofit non-profit charity foundation".split()),
)
"""Bodies that take each other up: "the panel" is the committee named before."""

VEHICLES: frozenset[str] = frozenset(
    "letter statement release email e-mail memo tweet post message note petition filing lawsuit brief op-ed speech".split()
)
"""Documents that only carry the words of whoever wrote them."""

JUDGMENTS: frozenset[str] = frozenset("ruling judgment judgement opinion verdict decision".split())
"""Documents in which a court speaks."""

OWN_WORDS: frozenset[str] = frozenset(
    """
    letter statement release email e-mail memo tweet post message note op-ed speech article column essay remark remarks comment
    comments words tweets letters posts emails messages findings address ire anger criticism testimony question questions answer
    response reply announcement claim claims endorsement argument
    """.split()
)
"""What somebody says or writes: "Mr Doe's letter" is Mr Doe."""

NAMELESS: frozenset[str] = frozenset(
    """
    prosecutors lawyers attorneys authorities source sources official officials aide aides insider insiders executive diplomat spokesman spokeswoman spokesperson man woman
    boy girl person somebody someone observer participant attendee worker employee staffer staffers advisers advisors spokesmen spokeswomen spokespeople reporter reporters journalist
    interviewer questioner caller moderator host viewer reader user child teenager novice newcomer student parent mother father wife husband
    daughter son doctor nurse lawyer attorney judge juror witness victim survivor resident neighbor neighbour driver officer
    soldier officer commander senator lawmaker minister secretary candidate adviser advisor friend colleague relative owner
    manager bystander protester supporter voter farmer teacher professor expert analyst economist strategist critic operative
    """.split()
)
"""Singular people and the usual plurals of those kept nameless."""

GROUPS: frozenset[str] = frozenset(
    """
    anyone anybody people men women children police-officers others each many some most few several all both everyone everybody nobody majority
    minority percent half third quarter public crowd audience family families community communities media press-corps
    experts analysts critics supporters opponents residents voters respondents democrats republicans conservatives liberals
    lawmakers politicians leaders activists advocates campaigners protesters scientists researchers economists
    observers americans delegates states countries nations allies rivals parents students teachers workers members fans
    opposition electorate rank-and-file clergy those they youth population populace establishment elite elites faithful
    hardliners detractors allies brothers sisters neighbours neighbors friends parties hispanics latinos muslims
    christians jews catholics evangelicals refugees immigrants migrants newcomers colleagues donors guests
    side sides whom them left right generation generations faction factions electorate district wing enforcement community slate
    personnel base grassroots world nation rest hundreds thousands dozens most movement leadership staff
    """.split()
)
"""Sets without one voice."""

COLLECTIVES: frozenset[str] = frozenset(
    "member members group crowd army chorus host circle brass troupe bunch majority minority number percent half third pair couple dozens hundreds thousands".split()
)
"""Heads that count the people named after "of"."""

QUANTIFIERS: frozenset[str] = frozenset(
    "the a an some many several few most other all those these this that any various numerous one two three four five six".split()
)
"""Words before a head noun that are no part of what a group is called."""

RULERS: frozenset[str] = frozenset(
    """
    court courts tribunal judge judges justice justices jury panel parliament congress senate house assembly legislature
    council committee commission magistrate bundestag duma knesset regulator arbitrator ruling
    """.split()
)
"""Heads of sources that decide with authority."""

INSTITUTIONS: frozenset[str] = frozenset(
    "ministry municipality council department office agency police army court".split()
)
"""Organisations that a definite description takes up by their head noun alone."""

OUTLETS: frozenset[str] = frozenset(
    """
    post times journal tribune herald gazette guardian news press telegraph chronicle courier mail observer independent sun mirror
    star globe examiner politico breitbart reuters bloomberg cnn nbc abc cbs msnbc bbc npr pbs afp fox sky wire cosmopolitan
    magazine newspaper radio tv television network channel weekly daily today huffington huffpost buzzfeed vox slate axios journalism
    """.split()
)
"""Words that an outlet's name holds."""

SHORTENED: frozenset[str] = frozenset(
    """
    post times journal tribune herald gazette guardian telegraph chronicle courier mail observer independent sun mirror globe
    examiner register inquirer institute foundation university federation association college league fund bureau
    """.split()
)
"""Heads by which alone a body is taken up that was named in full ("the Times")."""

PLACES: frozenset[str] = frozenset(
    """
    street avenue road city county river valley island islands bay lake mountain beach square park airport east west north south
    africa america asia europe
    wall war day act plan amendment rights hall tower building center bridge desert coast states cup games series prize award
    """.split()
)
"""Words that no person's name holds."""

FAITHS: frozenset[str] = frozenset(
    """
    muslim christian catholic jewish jew hindu sikh buddhist evangelical protestant orthodox mormon islamic islamist
    hispanic latino latina african asian european arab
    muslims christians catholics jews hindus sikhs buddhists evangelicals protestants mormons islamists hispanics latinos
    africans asians europeans arabs
    """.split()
)
"""Words of faith and descent, capitalised and nobody's name."""

PEOPLE: frozenset[str] = frozenset(
    """
    voters parents mothers fathers women men children families students teachers workers residents immigrants refugees veterans
    soldiers troops civilians farmers consumers taxpayers patients doctors nurses drivers migrants minorities muslims christians
    jews protesters demonstrators supporters opponents lawmakers politicians officials judges prosecutors journalists reporters
    police businesses companies employers employees investors allies partners neighbours neighbors
    """.split()
)
"""Classes of people that a statement may be about."""

COUNTING: frozenset[str] = frozenset(
    """
    number couple pair dozens hundreds thousands some several many one army chorus host crowd bunch batch wave series most
    much collection string handful flock majority plurality none flood share
    """.split()
)
"""Heads that give way to the noun after "of": a number of officials are officials."""

PARTISANS: frozenset[str] = frozenset(
    "democrats republicans conservatives liberals libertarians greens socialists delegates americans tories".split()
)
"""Capitalised plurals of people."""

FIELDS_OF_WORK: frozenset[str] = frozenset(
    """
    legal military medical political economic defense defence health policy tax trade security labor
    """.split()
)
"""What experts and the like are experts of."""

PAIRED_STATES: frozenset[str] = frozenset(
    """
    neighbours neighbors countries states nations governments capital sides capitals
    """.split()
)
"""What two states are called together."""

PAIRED_PEOPLE: frozenset[str] = frozenset(
    """
    men women candidates voters friends brothers sisters couple pair duo rivals leaders presidents senators
    man woman candidate side sides politicians lawmakers governors
    """.split()
)
"""What two people are called together."""
