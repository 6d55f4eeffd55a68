"""What the attributed words themselves do, where the cue ("said") leaves it open.

Patterns over the content's words. The judging words are everyday evaluative English, chosen to be
plain in any topic; a word that takes sides only in one dispute has no place here.
"""

from onrecord.terms.statement import Act

__all__ = ["BLAME", "HARM", "JUDGING", "LEADING", "PRAISE", "SHAPES"]


def _joined(pattern: str) -> str:
    """A pattern written over several lines, as one line."""
    return "".join(line.strip() for line in pattern.splitlines())


LEADING: tuple[tuple[str, Act], ...] = (
    # how the content begins, marks and "that" taken off
    (
        r"no[,.!—–-]|no (?:way|one is)\b|absolutely not\b|not true\b|that(?:['’]s| is) (?:not|false|untrue|a lie)\b",
        "deny",
    ),
    (
        r"(?:nothing|nobody|none|no (?!doubt|longer|matter)\w+) .*\b(?:was|were|has|had|have|did)\b|there (?:was|is|were|are|has been|had been|have been) (?:no|not a|nothing)\b",
        "deny",
    ),
    (r"(?:yes|yeah|yep|that(?:['’]s| is) (?:right|true|correct)|absolutely|exactly|of course)\b", "confirm"),
    (
        r"(?:let(?:['’]s| us)|please|stop|don['’]t|do not|vote|remember|make sure|go (?:out|to)|get (?:out|to|rid)|keep)\b",
        "urge",
    ),
    (
        r"(?:i['’]m|i am|we['’]re|we are|he is|she is|he was|she was)?\s*(?:so |very |deeply |truly )?sorry\b|(?:i|we) (?:apologi[sz]e|regret)\b",
        "regret",
    ),
    (r"(?:i|we|he|she|they|it) (?:really |also |just |only )?(?:wants?|wanted)\b", "want"),
    (r"(?:look(?: at)?|focus on|stay|consider|think about|ask yourself|imagine)\b(?=[^?]*$)", "urge"),
    (r"(?:thank you|thanks|congratulations|bravo)\b", "praise"),
)

SHAPES: tuple[tuple[Act, str, str], ...] = (
    # the first that is found decides: the act, what a word of every match begins with, the pattern
    (
        "doubt",
        r"doubt|sure$|convinced$|certain$",
        r"\b(?:i|we|he|she|they|it)(?: \w+)? (?:doubts?|doubted)\b|\b(?:not|n['’]t|isn['’]t|wasn['’]t) (?:so |really |entirely )?(?:sure|convinced|certain)\b",
    ),
    (
        "want",
        r"hop(?:e|ing)|wish|like$|see$",
        r"\b(?:i|we|he|she|they)(?:['’]s|['’]re|['’]m| is| are| was| were| am)? (?:hopes?|hoped|hoping|wish(?:es|ed)?|would like|['’]d like|wants? to see)\b",
    ),
    (
        "fear",
        r"fear|worr|concerned$|afraid$|scared$|troubled$|terrified$",
        r"\b(?:i|we|he|she|they)(?: (?:is|are|was|were|am)|['’](?:s|re|m))? (?:fears?|feared|worried|worry|worries|concerned|afraid|scared|[\"“‘']?troubled|terrified)\b",
    ),
    (
        "refuse",
        r"not$|never$|won$|wouldn$|no$|wasn$|isn$",
        (
            r"\b(?:i|we|he|she|they) (?:will|would|shall|can|could) (?:not|never)\b|\b(?:i|we|he|she|they) (?:won['’]t|wouldn['’]t)\b"
            r"|\b(?:i|we|he|she|they) (?:has|have|had) no (?:intention|plans?)\b|\b(?:wasn['’]t|isn['’]t|am not|['’]m not|was not|is not) going to\b"
        ),
    ),
    (
        "deny",
        r"never$|not$|didn$|have|hadn$|hasn$|false$|untrue$|baseless$|unfounded$|fabricat|truth$|true$|made$|nothing$|evidence$|myth$",
        (
            r"\b(?:i|we|he|she|they) (?:never|did not|didn['’]t|have not|haven['’]t|had not|hadn['’]t|has not|hasn['’]t) (?:say|said|do|did|done|make|made|meet|met|know|knew|ask|asked|crossed|see|saw|seen)\b"
            r"|\b(?:false|untrue|baseless|unfounded|fabricated|fabrication|no truth|not true|made[- ]up|nothing to do with|no evidence|a myth)\b"
        ),
    ),
    (
        "admit",
        r"mistake|wrong$|should|regret|failed$|erred$",
        r"\b(?:i|we|he|she|they) (?:made (?:a )?mistakes?|(?:was|were) wrong|should have|shouldn['’]t have|regrets?|regretted|(?:failed|erred))\b",
    ),
    (
        "urge",
        r"should$|must$|ought$|need|has$|have$|got$|time$",
        r"(?<!^)(?<!^[\"“‘'])\b(?:should|must|ought to|needs? to|has to|have to|got to|need(?:s|ed)? (?:more|better)|it(?:['’]s| is) time (?:to|for|we))\b(?! have (?:been|known))",
    ),
)

BLAME = _joined(r"""\b(?:lie|lies|lied|lying|liars?|illegal(?:ly)?|unlawful(?:ly)?|unconstitutional(?:ly)?|violat\w+|corrupt\w*|rigg\w+|fraud\w*|cheat\w*|interfer\w+|meddl\w+
    |steal\w*|stole|stolen|hack(?:ed|ing)|overstep\w*|overreach\w*|crimes?|criminals?|racis[mt]\w*|bigot\w*|sexis[mt]|conspir\w+|cover(?:ed)?[- ]up|deceiv\w+|decept\w+|mislead\w*|misled
    |betray\w*|ploy|human shields|a cover for|trying to (?:silence|hide|steal|destroy|influence|divide)|personally attacked|in pocket|in the pocket|sold out|war crimes?|manipulat\w+|exploit\w*|smear\w*|broke the law|breaking the law|brib\w+|blackmail\w*|sabotag\w+|murder\w*|kill(?:ed|ing)|assault\w*|harass\w*
    |abus(?:e|es|ed|ing)|sow\w* (?:discord|chaos)|scam\w*|scandal\w*|hid|hiding|conceal\w*|treason\w*|collu\w+|invasion|hoax|perpetrat\w+|rapist|thugs?|propaganda)\b""")
"""Deeds that one is accused of."""

JUDGING = _joined(r"""\b(?:wrong|terribl[ey]|horribl[ey]|awful|worse|worst|bad|badly|craz\w+|insane|disast\w+|disgrac\w+|shame\w*|ridiculous\w*|absurd\w*|fail(?:s|ed|ing|ure|ures)?|incompeten\w+|unfit
    |unqualified|weak\w*|stupid\w*|dumb|nonsens\w+|hypocri\w+|wast(?:e|ed|ing)|destroy\w*|unfair\w*|unjust\w*|discriminat\w+|vague\w*|ambiguous|broken|mess|makes? (?:any|no) sense
    |lacks?|lacking|offensive|disgust\w*|insult\w*|outrag\w+|inappropriate\w*|irresponsib\w+|reckless\w*|unacceptabl\w+|ugly|nasty|unstable|sick|hate\w*|hatred|divisive\w*|misguided
    |flaw\w*|photo[- ]op|ominous|shortchang\w*|god forbid|smack\w*|confrontation|can['’]t even|nothing (?:but|more)|out of touch|failing|didn['’]t clarify|pathetic|cowar\w+|shock\w*|sad|tragic|tragedy|cruel\w*|ignoran\w+|arrogan\w+|dishonest\w*|deplor\w+|despicabl\w+|clueless|laughabl\w+|joke|embarrass\w*|humiliat\w+
    |too (?:far|little|late|much|ambiguous|vague)|not enough|behemoth|loser|disrespect\w*|demean\w*|exaggerat\w+|unprepared|unable|neglect\w*|ignor(?:e|es|ed|ing)|abandon\w*|hurt\w*
    |doesn['’]t (?:work|understand|know|care|get)|does not (?:work|understand|know|care)|don['’]t (?:know|understand|care)|hasn['’]t|no (?:plan|idea|clue|respect|excuse|legitimate)|unbelievab\w+|derelict\w*|anti-\w+|selfish|greedy|phony|bogus|fake|sham)\b""")
"""Words that judge badly."""

PRAISE = _joined(r"""\b(?:great|greatest|greatly|best|proud|honou?red|win|strong|stronger|strongest|love[sd]?|loving|wonderful\w*|excellent\w*|remarkabl\w+|brilliant\w*|impress\w+|courag\w+|hero\w*
    |thank\w*|grateful|respect|admir\w+|success\w*|victory|solid|qualified|welcom\w+|smart|thriv\w+|terrific|fantastic|amazing|outstanding|beautiful\w*|extraordinary|decent|integrity
    |wise|honest|tremendous\w*|incredibl[ey]|inspir\w+|champion\w*|gift|vote for|support(?:s|ed|ing)?|endors\w+|thoughtful|gracious|a good|good (?:man|woman|job|friend|person|news)|excited
    |look forward|works fine|perfect\w*|dedicat\w+|fighter|progress|historic|landmark|powerful|right choice|right thing|ready to lead)\b""")
"""Words that judge well."""

HARM = _joined(r"""\b(?:danger\w*|risk\w*|threat(?:s|en\w*)?|could (?:lead|hurt|harm|cause|result)|would (?:lead|hurt|harm|destroy|damage|cause|be damaged)|might (?:be damaged|hurt|lead)|catastroph\w+
    |consequences|beware|imperil\w*|jeopard\w+|on the line|undermin\w+|chaos|collapse|devastat\w+|will (?:hurt|harm|destroy|force|suffer)|bloodshed|crisis)\b""")
"""Harm to come."""
