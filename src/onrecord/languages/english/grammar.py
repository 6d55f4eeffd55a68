"""Words of the grammar: pronouns, determiners, auxiliaries, negations, hedges."""

from onrecord.terms.statement import Status

__all__ = [
    "ABBREVIATIONS",
    "AUXILIARIES",
    "DETERMINERS",
    "FIRST_PERSON",
    "FUNCTION_WORDS",
    "HEDGES",
    "NEGATIONS",
    "PREPOSITIONS",
    "PRONOUNS",
    "RELATIVES",
    "STATUS_WORDS",
]

ABBREVIATIONS: frozenset[str] = frozenset(
    """
    mr mrs ms dr prof sen rep gov gen col capt lt sgt st jr sr inc corp co ltd vs etc no jan feb mar apr jun jul aug sep sept oct
    nov dec mon tue wed thu fri sat sun fla tex mich mass calif pa conn ill ind okla ore tenn wash wis va del hon rev fr e.g i.e
    a.m p.m u.s u.k u.n d.c n.y n.j ariz ark colo ga kan ky la md minn miss mo mont neb nev wyo ala fig approx dept est
    """.split()
)
"""Words whose full stop does not end a sentence; lower case, without their last full stop."""

PREPOSITIONS: frozenset[str] = frozenset(
    "of in on at by for from with about against to into over under between among during after before since through as".split()
)

DETERMINERS: frozenset[str] = frozenset(
    "the a an this that these those his her its their our my your some any each every no another both all many several".split()
)

FIRST_PERSON: frozenset[str] = frozenset("i we me us my our myself ourselves".split())

RELATIVES: frozenset[str] = frozenset("who which that whom whose".split())

PRONOUNS: dict[str, str] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "themselves"), "they"),
    **dict.fromkeys(("i", "me", "my", "myself"), "i"),
    **dict.fromkeys(("we", "us", "our", "ourselves"), "we"),
    **dict.fromkeys(RELATIVES, "who"),
    "this": "it",
    "one": "one",
}
"""Pronouns by the one that they are a case of."""

AUXILIARIES: frozenset[str] = frozenset(
    """
    is are was were be been being am has have had having do does did will would shall should can could may might must
    'd 've 's 'll to not
    """.split()
)

FUNCTION_WORDS: frozenset[str] = frozenset(
    """
    the a an this that these those his her its their our my your some any each every no another both all many several most
    he she it they we i you who what which whom whose when where why how while if because although though unless until since
    after before during in on at by for from with about against to into over under between among through as of and or but nor
    so yet not however meanwhile moreover still also then there here now once only just even more less few other one two
    three four five six seven eight nine ten asked according speaking despite instead like unlike later earlier today
    yesterday tomorrow tonight yes well oh let please is are was were be been do does did will would should could can may
    might must has have had never nothing nobody everyone everybody someone something anyone perhaps maybe finally
    nearly almost about than such within without across along around near per via amid based following including
    besides beneath beside behind beyond above below inside outside throughout toward towards upon onto except whereas
    indeed thus hence therefore first second third last next both either neither rather too very up down out off
    get got go going come came make made take took give gave know think say says said see look want need good great right
    a.m p.m breaking update updated watch read exclusive analysis opinion photo video poll live report asked pressed
    """.split()
)
"""Words that are capitalised only because a sentence or a headline begins with them."""

NEGATIONS: frozenset[str] = frozenset(
    "not never no n't n’t cannot nobody nothing neither nor without stopped".split()
)

HEDGES: tuple[str, ...] = (
    r"\b(?:appear|seem)(?:s|ed|ing)?\b",
    r"\breportedly\b|\bpurportedly\b|\bsupposedly\b|\bapparently\b|\bseemingly\b|\bpresumably\b|\bostensibly\b",
    r"\b(?:is|are|was|were|be|been|being)(?: \w+)? (?:understood|thought|believed|said|reported|rumou?red|assumed|known)\b",
    r"\b(?:may|might|could) (?:have|be)\b",
    r"\b(?:suggested|hinted|implied) to have\b",
    r"\b(?:sounded|sounding) (?:like|as if)\b",
)
"""Patterns over a cue by which the writer hedges the attribution itself."""

STATUS_WORDS: tuple[tuple[str, Status], ...] = (
    (
        r"\b(?:back-?track|back-?pedal|(?:walk|row|claw)(?:ed|s|ing)? (?:it |that )?back|back(?:ed|s|ing) (?:off|away|down)|climb(?:ed|s|ing) down|retract|recant|disavow|revers(?:e|ed|ing)|(?:took|takes?|taken|taking) (?:it |that )?back|withdr[ae]w|correct(?:ed|s|ing)? (?:him|her|it|them)sel)\w*\b",
        "retracts",
    ),
    (
        r"\b(?:reiterat|restat|repeat|reaffirm|st(?:ood|ands?|anding) by|stuck to|re-?emphasi[sz]|echo(?:ed|es|ing)? (?:his|her|their|its))\w*\b|\b(?:again|once more|raised that)\b",
        "repeats",
    ),
    (
        r"\b(?:add(?:s|ed|ing)?|went on|goes on|going on|continu(?:ed|es|ing)|conclud(?:ed|es|ing))\b",
        "continues",
    ),
)
"""Patterns over a cue → the status that they mark."""
