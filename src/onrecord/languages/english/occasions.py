"""Words for the occasions of speech (talks, posts, events, papers, channels), for whom it is addressed to and is about."""

from onrecord.languages.english.nouns import GROUPS, NAMELESS, ORGANISATIONS, PEOPLE

__all__ = [
    "CHANNELS",
    "CLASSES",
    "EVENTS",
    "MEDIA",
    "POSTS",
    "PUTTING",
    "TALKS",
    "TELLING",
    "UNSAID",
    "URGING",
    "VENUES",
]

TALKS: frozenset[str] = frozenset(
    """
    interview speech address remarks testimony conversation conference call exchange answer toast sermon lecture
    """.split()
)
"""Acts of speaking that have an occasion."""

POSTS: frozenset[str] = frozenset(
    """
    tweet tweets post posting postings posts blog message email emails e-mail e-mails memo letter letters text texts voicemail note essay
    op-ed column article statement editorial piece memoir book
    """.split()
)
"""What somebody wrote and signed."""

EVENTS: frozenset[str] = frozenset(
    """
    rally briefing hearing debate event forum meeting summit session convention breakfast dinner lunch luncheon gathering town-hall
    townhall hall ceremony press-conference fundraiser talks appearance visit stop discussion festival protest march panel party
    """.split()
)
"""Gatherings at which somebody speaks."""

VENUES: frozenset[str] = (
    TALKS
    | POSTS
    | EVENTS
    | frozenset(
        """
        report video ad advertisement documentary programme program show podcast broadcast release filing filings ruling opinion lawsuit
        complaint feature story series transcript court testimony site website page list file files poll survey judgment
        petition resolution study papers documents headline parliament congress
        """.split()
    )
)
"""Nouns that name an occasion or a medium of speech."""

UNSAID: frozenset[str] = frozenset(
    """
    call court panel party parliament congress list page file files papers answer series feature story headline stop visit site appearance
    """.split()
)
"""Those of them that tell of an occasion only after a preposition."""

CHANNELS: frozenset[str] = frozenset(
    """
    twitter facebook instagram telegram youtube linkedin snapchat reddit television tv radio website site page account accounts feed
    blog airwaves air scanner
    """.split()
) | {"social media"}
"""Media that somebody speaks on."""

MEDIA: frozenset[str] = frozenset("CNN NBC ABC CBS Fox BBC MSNBC Sky NPR CNBC PBS C-SPAN Univision".split())
"""Broadcasters that somebody speaks on."""

TELLING: frozenset[str] = frozenset(
    """
    told tell tells telling assured assure assures assuring reminded remind reminds reminding informed inform informs informing
    warned warn warns warning briefed brief briefs thanked thank thanks thanking notified notify advised advise advises
    convinced convince emailed texted lectured promised promise congratulated reassured reassure reassures
    """.split()
)
"""Verbs whose object is who is told."""

URGING: frozenset[str] = frozenset(
    """
    urged urge urges urging encouraged encourage encourages encouraging exhorted exhort exhorts exhorting implored implore begged beg
    ordered order orders instructed invited challenged challenge challenges
    """.split()
)
"""Verbs whose object is who is to act."""

PUTTING: frozenset[str] = frozenset(
    "asked ask asks asking pressed questioned quizzed grilled queried".split()
)
"""Verbs whose object is who is to answer."""

CLASSES: frozenset[str] = PEOPLE | frozenset(
    """
    people officers terrorists couples communities millennials african-americans hispanics latinos blacks whites asians conservatives
    liberals activists donors candidates criminals gays lesbians poor elites advocates experts critics delegates members leaders
    executives scientists generals militants rebels fighters prisoners detainees hostages victims survivors relatives fans users
    readers viewers owners graduates youth seniors cops rapists illegals aliens insurers banks corporations bankers billionaires
    professionals rivals foreigners nations countries individuals folks
    """.split()
)
CLASSES |= {
    noun
    for noun in GROUPS
    if noun.endswith("s") and noun not in {"all", "dozens", "hundreds", "thousands", "others"}
}
CLASSES |= {f"{noun[:-1]}ies" if noun.endswith("ty") else f"{noun}s" for noun in NAMELESS | ORGANISATIONS}
"""Classes of people that a statement may be about."""
