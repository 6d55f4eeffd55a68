"""The cue lexicon: reporting verbs, nouns and fixed phrases, and the act and mode each one signals.

The classes follow the published inventories of English reporting verbs, read for the
guide's 25 acts: Levin (1993, *English Verb Classes and Alternations*) 37.1 transfer of a message (tell,
explain), 37.2 tell, 37.3 manner of speaking (shout, mutter), 37.4 instrument of communication (email, tweet), 37.6 chitchat,
37.7 say, 37.8 complain, 37.9 advise, 33 judgement (criticise, praise), 29.4 declare, 29.5 conjecture, 31.2
admire, 32.1 want, 32.2 long, 58 urge; VerbNet's classes of the same numbers (say-37.7, advise-37.9,
promise-37.13, order-58.3, judgment-33); and the cues that the annotation guidelines of PolNeAR (Newell, Margolin and
Ruths, 2018) and PARC 3 (Pareti, 2016) count: verbs, nouns, adjectives, prepositional cues and the colon.
"""

from onrecord.terms.statement import Act, Mode

__all__ = ["ADJECTIVES", "IRREGULAR", "LIGHT_VERBS", "NOUNS", "PHRASES", "RULING_VERBS", "SAYING", "VERBS"]

_VERB_CLASSES: dict[tuple[Act, Mode], str] = {
    ("say", "speech"): """
        say tell write note add state report describe observe remark mention recall recount post tweet retweet comment
        reply respond answer continue speak talk discuss describe read show find reveal indicate suggest point list refer
        address quote cite joke quip shout yell chant mutter whisper murmur scream exclaim interject bark growl blurt crack
        email phone text cable blog stress emphasize emphasise highlight underline underscore remind recite testify assert
        maintain contend claim insist reiterate repeat echo restate stipulate characterize characterise portray depict
        hint imply allude intimate signal convey communicate relate narrate detail outline summarize summarise liken
        compare call dub label name brand term deem identify document record estimate calculate put go opine muse
        weigh interpret chronicle cover air publish carry detail specify elaborate illustrate demonstrate focus touch
        invoke reference introduce present title caption recap volunteer marvel gush chat brief inform notify
        broadcast transmit submit suppose theorize theorise posit advance
    """,
    (
        "explain",
        "speech",
    ): "explain argue reason clarify justify rationalize attribute conclude defend illustrate account",
    ("announce", "speech"): """
        announce unveil declare proclaim release launch introduce disclose nominate publicize issue herald kick-start
    """,
    (
        "confirm",
        "speech",
    ): "confirm reaffirm affirm agree concur verify corroborate attest certify vouch validate",
    ("admit", "speech"): "admit acknowledge concede confess grant own recognise recognize",
    ("deny", "speech"): """
        deny dismiss refute rebut disavow contradict dispute disown disclaim debunk negate downplay repudiate deflect discount
    """,
    ("doubt", "speech"): "doubt question second-guess disbelieve distrust mistrust",
    (
        "accuse",
        "speech",
    ): "accuse blame allege charge impugn implicate denounce-for sue indict incriminate insinuate fault",
    ("criticise", "speech"): """
        criticise criticize slam blast attack condemn denounce decry rebuke deride mock ridicule chide scold chastise castigate
        berate lambast lambaste bash rip lash assail hammer savage skewer trash taunt insult complain protest oppose object
        disagree scoff sneer censure admonish lampoon disparage belittle knock hit pan excoriate pillory vilify malign fume
        rail bristle balk grumble gripe whine bemoan challenge reprimand reproach upbraid carp heckle boo jab smear
        target jeer fire counter snipe
    """,
    ("praise", "speech"): """
        praise back welcome endorse hail applaud commend laud salute celebrate compliment thank congratulate support defend
        tout extol extoll champion admire cheer credit boast brag trumpet promote embrace honor honour appreciate advocate
        favor favour recommend prefer bless toast flatter side glorify campaign
    """,
    (
        "regret",
        "speech",
    ): "regret lament apologise apologize mourn rue deplore grieve sympathise sympathize commiserate",
    ("predict", "speech"): "predict forecast project foresee prophesy foretell envision anticipate expect",
    ("warn", "speech"): "warn caution alert forewarn",
    ("threaten", "speech"): "threaten menace",
    ("promise", "speech"): "promise pledge vow commit swear offer guarantee assure undertake reassure",
    ("plan", "speech"): "propose",
    ("refuse", "speech"): "refuse decline reject rebuff spurn demur",
    ("accept", "speech"): "accept assent acquiesce consent",
    ("urge", "speech"): """
        urge advise appeal exhort implore plead beg encourage counsel press pressure lobby call-on recommend advocate
        push entreat beseech petition invite ask-to prod nudge persuade convince
    """,
    ("demand", "speech"): "demand require command",
    ("ask", "speech"): "ask wonder inquire enquire query interview grill quiz",
    ("rule", "ruling"): """
        rule vote sentence ban appoint convict acquit uphold overturn overrule strike enact legislate approve pass repeal
        veto outlaw prohibit authorize authorise ratify adopt suspend expel fine designate decree exonerate pardon
        invalidate quash affirm block bar elect impeach sanction adjudicate
    """,
    ("demand", "ruling"): "order mandate direct instruct subpoena summon",
    ("believe", "thought"): """
        believe think feel understand know consider view see regard suspect imagine assume realise realize figure reckon
        guess judge perceive remember conceive trust presume deem recognise hear learn notice interpret acknowledge-to
        conclude-that surmise sense infer seem appear look hold decide determine comprehend misjudge
    """,
    ("want", "thought"): """
        want hope wish seek desire long yearn crave like need dream aspire aim pray try strive
    """,
    ("plan", "thought"): "plan intend mean prepare mull eye consider-to contemplate ponder vow-to",
    ("fear", "thought"): "fear worry dread fret agonize panic",
    ("praise", "thought"): "love enjoy cherish respect relish approve-of adore",
    ("criticise", "thought"): "hate dislike resent loathe despise detest abhor disapprove",
}


def _entries(classes: dict[tuple[Act, Mode], str]) -> dict[str, tuple[Act, Mode]]:
    """Every lemma with its act and mode; a lemma listed twice keeps its last, more telling, class."""
    return {lemma: meaning for meaning, lemmas in classes.items() for lemma in lemmas.split()}


VERBS: dict[str, tuple[Act, Mode]] = {
    **_entries(_VERB_CLASSES),
    # listed under several classes above: what each one most often does in the news
    "advocate": ("urge", "speech"),
    "affirm": ("confirm", "speech"),
    "recommend": ("urge", "speech"),
    "recognise": ("admit", "speech"),
    "recognize": ("admit", "speech"),
    "deem": ("believe", "thought"),
    "defend": ("praise", "speech"),
    "interpret": ("believe", "thought"),
    "illustrate": ("say", "speech"),
    "introduce": ("announce", "speech"),
    "expect": ("predict", "thought"),
    "anticipate": ("predict", "thought"),
    "foresee": ("predict", "thought"),
    "envision": ("predict", "thought"),
    "prefer": ("praise", "thought"),
    "support": ("praise", "thought"),
    "favor": ("praise", "thought"),
    "favour": ("praise", "thought"),
    "oppose": ("criticise", "thought"),
    "doubt": ("doubt", "thought"),
    "require": ("demand", "ruling"),
}

RULING_VERBS: dict[str, Act] = {
    **{lemma: act for lemma, (act, mode) in VERBS.items() if mode == "ruling"},
    **dict.fromkeys(
        [
            "find", "reject", "grant", "decide", "deny", "declare", "dismiss", "determine", "conclude", "hold", "throw",
            "affirm", "allow", "clear", "agree", "set", "issue", "permit", "nominate", "say", "back",
        ],
        "rule",
    ),
}  # fmt: skip
"""What the same verb does when a court, a parliament or a judge does it ("the court found")."""
RULING_VERBS.pop("say")
RULING_VERBS.pop("back")

SAYING: frozenset[str] = frozenset(lemma for lemma, (act, _) in VERBS.items() if act == "say")
"""Verbs that leave the act to the content."""

LIGHT_VERBS: frozenset[str] = frozenset(
    "offer give make issue have take put send file level show voice raise express deliver lodge launch render be repeat renew".split()
)
"""Verbs that leave the meaning to their noun ("issued a warning")."""

NOUNS: dict[str, tuple[Act, Mode]] = _entries(
    {
        ("say", "speech"): """
            claim claims statement statements remark remarks comment comments assertion assertions account accounts report
            reports message response words rhetoric contention testimony notion description interview reference speculation
            rumor rumors rumour rumours talk suggestion suggestions position stance message argument-that news
        """,
        ("explain", "speech"): "argument arguments explanation reasoning rationale justification",
        (
            "announce",
            "speech",
        ): "announcement disclosure revelation revelations declaration proclamation nominee",
        ("confirm", "speech"): "confirmation agreement consensus affirmation",
        ("admit", "speech"): "admission confession acknowledgement acknowledgment concession",
        ("deny", "speech"): "denial denials rebuttal disavowal",
        ("doubt", "speech"): "doubt doubts scepticism skepticism disbelief",
        ("accuse", "speech"): "accusation accusations allegation allegations charge charges blame",
        ("criticise", "speech"): """
            criticism criticisms attack attacks complaint complaints condemnation critic critics rebuke outrage jab jabs opposition
            opponent opponents objection objections backlash insult insults disapproval protest protests
        """,
        (
            "praise",
            "speech",
        ): "praise support endorsement endorsements backing approval supporter supporters tribute thanks",
        ("regret", "speech"): "regret apology apologies lament condolences",
        (
            "predict",
            "thought",
        ): "prediction predictions forecast expectation expectations projection projections",
        ("warn", "speech"): "warning warnings caution",
        ("threaten", "speech"): "threat threats ultimatum",
        (
            "promise",
            "speech",
        ): "promise promises pledge pledges vow commitment commitments offer assurance assurances guarantee",
        (
            "plan",
            "thought",
        ): "plan plans intention intentions intent proposal proposals strategy agenda willingness",
        ("refuse", "speech"): "refusal rejection",
        (
            "urge",
            "speech",
        ): "call calls appeal plea advice request requests recommendation recommendations exhortation",
        ("demand", "speech"): "demand demands ultimatum",
        ("ask", "speech"): "question questions inquiry query queries",
        (
            "rule",
            "ruling",
        ): "ruling verdict decision decisions vote order sentence judgment judgement veto nomination",
        ("believe", "thought"): """
            belief beliefs view views opinion opinions thinking conviction perception impression understanding idea feeling sense
        """,
        ("want", "thought"): "desire wish wishes hope hopes aspiration ambition goal aim",
        ("fear", "thought"): "fear fears worry worries concern concerns anxiety alarm dread unease",
    }
)

ADJECTIVES: dict[str, tuple[Act, Mode]] = _entries(
    {
        (
            "fear",
            "thought",
        ): "afraid worried concerned fearful anxious nervous alarmed troubled scared wary terrified uneasy",
        (
            "criticise",
            "thought",
        ): "angry furious outraged critical upset frustrated angered disappointed dismayed disgusted appalled",
        ("doubt", "thought"): "doubtful sceptical skeptical unsure uncertain dubious unconvinced",
        ("believe", "thought"): "aware convinced certain sure",
        ("predict", "thought"): "optimistic pessimistic confident likely",
        ("want", "thought"): "eager keen hopeful anxious-to desperate reluctant",
        (
            "praise",
            "thought",
        ): "proud glad happy pleased supportive delighted thrilled grateful thankful honored honoured impressed",
        ("regret", "thought"): "sorry sad saddened",
        ("accept", "speech"): "willing ready prepared",
        ("refuse", "speech"): "unwilling",
        ("demand", "speech"): "adamant",
    }
)

PHRASES: tuple[tuple[str, Act, Mode], ...] = (
    # a pattern over the cue's lower-case words; the first that is found decides
    (r"\bdeclin\w+ to (?:say|comment|discuss|elaborate|speculate|answer|respond)", "refuse", "speech"),
    (r"\bno comment\b", "refuse", "speech"),
    (r"\b(?:refus|declin)\w+\b", "refuse", "speech"),
    (r"\brul\w+ out\b", "refuse", "speech"),
    (r"\brul\w+ (?:that|against|in favou?r|unanimously)\b", "rule", "ruling"),
    (r"\b(?:turn|shot|shoot)\w* down\b", "refuse", "speech"),
    (r"\bagree\w* to\b", "accept", "speech"),
    (r"\bagree\w* (?:that|with|on)\b", "confirm", "speech"),
    (r"\bpledg\w+ allegiance\b", "praise", "speech"),
    (r"\bcall\w*(?: \w+){0,2} (?:on|upon|for)\b", "urge", "speech"),
    (r"\bpush\w*(?: \w+)? for\b", "urge", "speech"),
    (r"\bappeal\w* (?:to|for)\b", "urge", "speech"),
    (r"\bask\w* (?:for|\w+ to)\b", "urge", "speech"),
    (r"\brequest\w*\b", "urge", "speech"),
    (r"\b(?:pressed|asked|quizzed|questioned|grilled) (?:about|on|if|whether|why|how|by)\b", "ask", "speech"),
    (r"\brais\w+ (?:\w+ )?questions?\b", "doubt", "speech"),
    (r"\bquestions? (?:about|over|of)\b", "ask", "speech"),
    (r"\bcast\w* doubt\b", "doubt", "speech"),
    (r"\b(?:not|n't|n’t|isn't) sure\b", "doubt", "thought"),
    (r"\bexpress\w*(?: \w+){0,2} (?:concerns?|fears?|worr\w+|alarm|anxiety)\b", "fear", "speech"),
    (r"\bexpress\w*(?: \w+){0,2} (?:regrets?|sorrow|remorse|sadness)\b", "regret", "speech"),
    (
        r"\bexpress\w*(?: \w+){0,2} (?:support|confidence|gratitude|thanks|admiration|appreciation|satisfaction)\b",
        "praise",
        "speech",
    ),
    (
        r"\bexpress\w*(?: \w+){0,2} (?:outrage|anger|frustration|disappointment|opposition|dismay|displeasure)\b",
        "criticise",
        "speech",
    ),
    (r"\bexpress\w*(?: \w+){0,2} (?:doubts?|skepticism|scepticism)\b", "doubt", "speech"),
    (r"\bexpress\w*(?: \w+){0,2} (?:hopes?|desire|interest)\b", "want", "speech"),
    (r"\b(?:show|voic|offer|give|gave|lend|throw)\w*(?: \w+){0,2} support\b", "praise", "speech"),
    (r"\b(?:gives?|gave|got|gets?)(?: \w+){0,2} (?:a boost|credit|kudos)\b", "praise", "speech"),
    (r"\bin favou?r of\b", "praise", "thought"),
    (r"\b(?:stand|stood|sid\w+|align\w+)(?: \w+)? (?:by|with|behind)\b", "praise", "speech"),
    (
        r"\b(?:would|will|to|could|can) (?:vote for|choose|back|support|pick|prefer|elect|go for)\b",
        "praise",
        "thought",
    ),
    (r"\bvot\w+ for\b", "praise", "thought"),
    (r"\bopted? for\b", "praise", "thought"),
    (r"\b(?:speak|spoke|talk)\w* out against\b", "criticise", "speech"),
    (r"\b(?:lash|hit|fir)\w* (?:out|back)\b", "criticise", "speech"),
    (r"\b(?:took|take|taking) (?:aim|issue|exception|a (?:jab|shot|swipe|dig))\b", "criticise", "speech"),
    (r"\b(?:critical|dismissive|contemptuous) of\b", "criticise", "speech"),
    (r"\b(?:came|come|coming|is|are|was|were) (?:out )?against\b", "criticise", "speech"),
    (r"\b(?:went|goes|going) after\b", "criticise", "speech"),
    (r"\bmade fun of\b|\bpoked fun\b|\bmak\w+ fun of\b", "criticise", "speech"),
    (r"\b(?:lob|hurl|trad)\w* (?:\w+ )*(?:insults?|barbs?)\b", "criticise", "speech"),
    (r"\brall\w+ (?:against|over)\b|\bprotest\w*\b", "criticise", "speech"),
    (r"\bwould like\b", "want", "thought"),
    (r"\b(?:look|looks|looking|looked) forward to\b", "want", "thought"),
    (r"\b(?:look|looks|looking|looked|search\w*|hoping) (?:for|to)\b", "want", "thought"),
    (r"\blook\w* (?:like|as if|as though)\b", "believe", "thought"),
    (r"\bin mind\b", "want", "thought"),
    (r"\b(?:is|are|was|were|be|been|has been|have been)(?: \w+)? expect(?:ed|ing)\b", "predict", "thought"),
    (r"\bexpected to\b", "predict", "thought"),
    (r"\bis (?:poised|set|due|slated|scheduled|going) to\b", "plan", "thought"),
    (r"\bcommit\w* to\b", "promise", "speech"),
    (
        r"\b(?:vow|threaten)\w* (?:\w+ )?(?:retaliation|revenge|to retaliate|to punish|to destroy|to sue)\b",
        "threaten",
        "speech",
    ),
    (r"\bwarn\w* of (?:\w+ )?(?:retaliation|revenge|reprisals?)\b", "threaten", "speech"),
    (r"\b(?:speak|spoke|speaks)(?: \w+)? (?:highly|favou?rably|glowingly|warmly) of\b", "praise", "speech"),
    (r"\bmade (?:it )?clear\b|\bmak\w+ (?:it )?clear\b", "say", "speech"),
    (r"\bshot back\b|\bfired back\b|\bhit back\b|\bpush\w* back\b", "deny", "speech"),
    (r"\bwalk\w* back\b|\bbacktrack\w*\b", "deny", "speech"),
    (r"\bpoint\w* (?:out|to)\b", "say", "speech"),
    (r"\b(?:took|take|taking|claim\w*) credit\b", "praise", "speech"),
    (r"\bappear\w* to (?:assent|agree)\b", "accept", "speech"),
    (r"\baccording to\b", "say", "speech"),
    (r"\bstrik\w+ down\b|\bstruck down\b|\bthr\w+ out\b", "rule", "ruling"),
)

IRREGULAR: dict[str, str] = {
    "said": "say", "saying": "say", "told": "tell", "wrote": "write", "written": "write", "thought": "think", "knew": "know",
    "known": "know", "saw": "see", "seen": "see", "felt": "feel", "found": "find", "held": "hold", "spoke": "speak",
    "spoken": "speak", "sought": "seek", "understood": "understand", "forecast": "forecast", "put": "put", "read": "read",
    "swore": "swear", "sworn": "swear", "began": "begin", "shown": "show", "went": "go", "goes": "go", "gone": "go",
    "made": "make", "gave": "give", "given": "give", "took": "take", "taken": "take", "meant": "mean", "foresaw": "foresee",
    "heard": "hear", "struck": "strike", "overthrew": "overthrow", "threw": "throw", "set": "set", "let": "let",
    "dreamt": "dream", "learnt": "learn", "withdrew": "withdraw", "kept": "keep", "left": "leave", "sent": "send",
    "came": "come", "got": "get", "was": "be", "were": "be", "is": "be", "are": "be", "been": "be", "has": "have",
    "had": "have", "hit": "hit", "pled": "plead", "forbade": "forbid", "chose": "choose", "chosen": "choose",
}  # fmt: skip
"""Inflected forms that the regular rules do not undo."""
