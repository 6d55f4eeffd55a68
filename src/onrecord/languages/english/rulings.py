"""English words that tell what a ruling does, and whether a forecast is good or bad."""

import re

from onrecord.languages.events import Event

__all__ = ["BAD_NEWS", "GOOD_NEWS", "RULINGS"]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_EASE = r"(?:lift|eas|relax|remov|end|abolish|scrapp?|repeal)(?:e|s|es|ed|ing)?"

RULINGS: tuple[tuple[re.Pattern[str], Event], ...] = tuple(
    (_words(pattern), event)
    for pattern, event in (
        (rf"{_EASE}\b.{{0,40}}\b(?:sanctions?|embargo|boycott|blockade)", Event("085", "RETREAT", "ease")),
        (rf"{_EASE}\b.{{0,40}}\bcurfew", Event("0813", "RETREAT", "ease")),
        (rf"{_EASE}\b.{{0,40}}\b(?:emergency|martial law)", Event("0814", "RETREAT", "ease")),
        (rf"{_EASE}\b.{{0,40}}\b(?:bans?|restrictions?|limits?)", Event("081", "CONCEDE")),
        (r"(?:truce|cease-?fire)", Event("0871", "RETREAT", "ceasefire")),
        (r"(?:free|releas|pardon|amnest)(?:s|e|es|ed|y|ing)?", Event("0841", "RETREAT", "release")),
        (r"curfew", Event("1723", "COERCE", "curfew")),
        (r"martial law|state of emergency", Event("1724", "COERCE", "martial-law")),
        (r"embargo(?:es|ed)?|sanction(?:s|ed|ing)?|boycott(?:s|ed)?", Event("163", "COERCE", "restrict")),
        (r"(?:grant|grants|granted|give|gave|given)\b.{0,20}\basylum", Event("075", "AID", "asylum")),
        (r"recogni[sz](?:e|es|ed|ing)\b.{0,40}\b(?:state|government|independence|republic)", Event("054", "SUPPORT")),
        (r"veto(?:es|ed|ing)?", Event("129", "REJECT", "yield")),
        (r"deport(?:s|ed|ing|ation)?|expel(?:s|led|ling)?|expulsion", Event("174", "COERCE", "deport")),
        (r"seiz(?:e|es|ed|ing|ure)|confiscat(?:e|es|ed|ing|ion)|forfeit(?:s|ed)?", Event("171", "COERCE", "confiscate")),
        (r"sentenc(?:e|es|ed|ing)|jail(?:s|ed|ing)?|imprison(?:s|ed)?|remand(?:s|ed)?|indict(?:s|ed)?|charg(?:e|es|ed) with|fin(?:ed|es|ing)|arrest(?:s|ed)?|detain(?:s|ed)?", Event("173", "COERCE", "arrest")),
        (r"convict(?:s|ed)?|found? guilty|held liable|in breach|in violation|violat(?:e|es|ed)|breach(?:es|ed)?", Event("116", "ACCUSE", "disapprove")),
        (r"bann?(?:s|ed|ing)?|outlaw(?:s|ed)?|prohibit(?:s|ed)?|barr?(?:s|ed|ing)?|forb(?:id|ids|ade|idden)|suspend(?:s|ed)?|revok(?:e|es|ed)|disqualif(?:y|ies|ied)|clos(?:e|es|ed) down|shut", Event("172", "COERCE", "restrict")),
        (r"break(?:s|ing)? off relations|recall(?:s|ed)? (?:its|the|her|his|their) (?:ambassador|envoy)", Event("161", "SANCTION", "withdraw")),
        (r"reject(?:s|ed|ing|ion)?|dismiss(?:es|ed)?|den(?:y|ies|ied)|refus(?:e|es|ed)|against|turn(?:s|ed)? down|str(?:ike|ikes|uck) down|overturn(?:s|ed)?|overrul(?:e|es|ed)|block(?:s|ed)?|quash(?:es|ed)?|threw out", Event("120", "REJECT")),
        (r"ratif(?:y|ies|ied)|sign(?:s|ed)?\b.{0,30}\b(?:treaty|accord|agreement|convention|pact)", Event("057", "SUPPORT")),
        (r"approv(?:e|es|ed|al)|adopt(?:s|ed)?|endors(?:e|es|ed)|back(?:s|ed)?|pass(?:es|ed)|in favou?r of|uph(?:old|olds|eld)", Event("051", "SUPPORT")),
    )
)  # fmt: skip
"""What a ruling does, by words of its cue and its content: the first pattern that fits decides."""

GOOD_NEWS = _words(
    r"improv\w+|recover\w*|peace\w*|agree\w*|success\w*|succeed\w*|win|wins|won|victory|grow(?:s|th|ing)?|"
    r"better|safe(?:ly|r)?|prosper\w*|progress|prevail\w*|benefit\w*|boost\w*|ease[sd]?|hope\w*|stabl[ey]|"
    r"strong(?:er|ly)?|reopen\w*|resum\w+|saved?|solv\w+|calm\w*"
)
"""Words of a good forecast."""

BAD_NEWS = _words(
    r"wors\w+|fail\w*|collaps\w*|war|wars|crisis|crises|deaths?|die[sd]?|dead|kill\w*|los[es]\w*|loss\w*|"
    r"declin\w*|fall(?:s|ing)?|shrink\w*|slump\w*|recession|disast\w+|catastroph\w*|shortages?|hunger|famine|"
    r"drought|flood\w*|violen\w+|escalat\w+|attack\w*|suffer\w*|damag\w+|destr\w+|delay\w*|bad|badly|harm\w*|"
    r"threat\w*|risk\w*|unrest|conflict\w*|defeat\w*|no deal|breakdown"
)
"""Words of a bad forecast."""
