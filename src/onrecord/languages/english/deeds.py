"""Verbs of deeds and what they need beside them, by type of PLOVER.

A row is a type, a pattern over the words of a clause in the past or the perfect, from its verb on, and what has
to follow. The types and what they hold are those of PLOVER's manual (Open Event Data Alliance); the verbs are ours.
"""

import re
from dataclasses import dataclass

from onrecord.languages.events import Plover

__all__ = ["COUNTED", "DEEDS", "Deed"]


@dataclass(frozen=True, slots=True)
class Deed:
    """One way of telling a deed.

    Attributes:
        type: the event type of PLOVER.
        pattern: the verb and what must go with it, up to where the recipient stands.
        needs: what must follow: ``people`` or ``somebody`` (anybody who acts), ``person``, ``place`` (a place or
            somebody), or "" for nothing.
        passive: whether the subject is the one to whom it is done.
        by: whether the pattern is a participle behind what it is done to ("signed by the two states").
    """

    type: Plover
    pattern: re.Pattern[str]
    needs: str = ""
    passive: bool = False
    by: bool = False


_ARMS = r"(?:troops|soldiers|forces|tanks|warships|aircraft|fighters|warplanes|reinforcements|marines|army|navy|missiles|battalions?)"
_GOODS = r"(?:aid|relief|food|supplies|blankets|medicines?|water|shelter|boats|pumps|funds|money|ammunition|weapons|arms|equipment)"
_PACT = r"(?:treaty|treaties|agreement|accord|pact|convention|deal|charter|memorandum|ceasefire|truce)"
_PENALTY = r"(?:sanctions|an? (?:\w+ )?embargo|tariffs|restrictions|a (?:\w+ )?blockade)"
_ENVOY = r"(?:ambassadors?|envoys?|diplomats?|consul|attach[eé]s?)"
_ORDER = r"(?:resolutions?|rulings?|orders?|demands?|ultimatum|calls?|injunction|subpoena|summons|requests?|warnings?)"
_SEIZED = (
    r"(?:ships?|vessels?|boats?|trawlers?|tankers?|aircraft|cargo|weapons|rifles|guns|drugs|cash|assets|propert(?:y|ies)|passports?|documents"
    r"|computers|servers|laptops|phones|records|homes?|houses?|offices?|headquarters|buildings?|parliament|embassy|airport|towns?|villages?"
    r"|cit(?:y|ies)|territory|islands?|border post|newspapers?|station|protesters|hostages)"
)
_SOME = r"(?:[\w’'-]+ ){0,4}?"

_ROWS: tuple[tuple[Plover, str, str], ...] = (
    # type, verb and what goes with it, what has to follow
    ("CONSULT", r"(?:met|has met|have met)(?: with)?(?: (?:privately|briefly|again))?", "people"),
    ("CONSULT", r"(?:visited|paid a visit to)", "place"),
    ("CONSULT", r"(?:telephoned|phoned)", "people"),
    (
        "CONSULT",
        r"(?:spoke|talked) (?:by (?:tele)?phone|on the (?:tele)?phone|over the (?:tele)?phone) (?:with|to)",
        "people",
    ),
    ("CONSULT", rf"held {_SOME}(?:talks|meetings?|consultations|negotiations|a summit) with", "people"),
    ("CONSULT", r"hosted", "person"),
    ("SUPPORT", rf"(?:signed|ratified|concluded|acceded to) {_SOME}{_PACT}(?: with)?", ""),
    (
        "SUPPORT",
        r"(?:restored|resumed|established) (?:full )?(?:diplomatic )?(?:relations|ties) with",
        "people",
    ),
    (
        "COOPERATE",
        r"(?:held|conducted|began|carried out) joint (?:military |naval )?(?:exercises|drills|patrols|manoeuvres) with",
        "people",
    ),
    ("COOPERATE", rf"(?:exchanged|swapped) {_SOME}(?:prisoners|intelligence|hostages) with", "people"),
    (
        "AID",
        rf"(?:sent|delivered|donated|shipped|airlifted|flew|provided|supplied) {_SOME}{_GOODS} (?:to|for)",
        "people",
    ),
    ("AID", r"(?:granted|gave) (?:political )?asylum to", "people"),
    (
        "CONCEDE",
        rf"(?:lifted|eased|suspended) {_SOME}(?:sanctions|embargo|blockade|curfew|restrictions|state of emergency)(?: (?:on|against))?",
        "",
    ),
    ("CONCEDE", rf"(?:freed|released) {_SOME}(?:prisoners|hostages|detainees|captives|crew|dissidents?)", ""),
    ("RETREAT", rf"(?:withdrew|pulled out|withdrawn|pulled back) {_SOME}{_ARMS}(?: from)?", ""),
    ("RETREAT", r"(?:withdrew|retreated|pulled back|pulled out) from", "place"),
    ("RETREAT", r"surrendered to", "people"),
    (
        "REJECT",
        rf"(?:ignored|has ignored|have ignored|defied|has defied|flouted) {_SOME}(?:{_ORDER}|two|three|one|several|both|all)",
        "",
    ),
    ("REJECT", r"(?:vetoed|boycotted) (?:the|a|an|its|their)", ""),
    (
        "PROTEST",
        r"(?:marched|rallied|demonstrated) (?:against|on|through|outside|in front of|in support of)",
        "",
    ),
    (
        "PROTEST",
        r"(?:took to the streets|went on (?:a )?(?:hunger )?strike|staged (?:a|an) (?:\w+ )?(?:protest|sit-in|walkout|rally|strike|march|demonstration))",
        "",
    ),
    ("SANCTION", rf"(?:imposed|slapped) {_SOME}{_PENALTY} (?:on|against)", "people"),
    ("SANCTION", rf"(?:expelled|recalled|withdrew) {_SOME}{_ENVOY}", ""),
    (
        "SANCTION",
        r"(?:broke off|severed|cut(?: off)?|suspended) (?:all |diplomatic |its |trade )*(?:relations|ties|talks|aid) (?:with|to)",
        "people",
    ),
    (
        "MOBILIZE",
        rf"(?:deployed|mobili[sz]ed|massed|dispatched|moved|sent) {_SOME}{_ARMS}(?: (?:to|in|near|along|on))?",
        "",
    ),
    ("MOBILIZE", rf"(?:put|placed) {_SOME}{_ARMS} on (?:\w+ )?alert", ""),
    (
        "COERCE",
        r"(?:arrested|detained|jailed|imprisoned|deported|evicted|extradited)(?! (?:in|on|by|for|after|at)\b)",
        "somebody",
    ),
    (
        "COERCE",
        rf"(?:seized|confiscated|raided|impounded|stormed) {_SOME}{_SEIZED}",
        "",
    ),
    ("ACCUSE", r"(?:sued|filed (?:a |an )?(?:\w+ )?(?:lawsuit|suit|complaint|charges) against)", "people"),
    ("ACCUSE", r"(?:opened|launched|began) (?:a|an) (?:\w+ )?(?:investigation|inquiry|probe) into", ""),
    (
        "ASSAULT",
        r"(?:bombed|shelled(?! out)|bombarded|invaded|ambushed|torpedoed|opened fire on|fired (?:\w+ )?(?:missiles|rockets|shots) (?:at|on|into))",
        "",
    ),
    (
        "ASSAULT",
        r"(?:killed|murdered|shot dead|shot and killed|stabbed|assassinated|beheaded|executed|kidnapped|tortured|beat up)(?! (?:in|by|off)\b)",
        "somebody",
    ),
)

_PASSIVE: tuple[tuple[Plover, str], ...] = (
    (
        "COERCE",
        r"(?:was|were|has been|have been) (?:arrested|detained|jailed|imprisoned|deported|evicted|extradited)",
    ),
    (
        "ASSAULT",
        r"(?:was|were|has been|have been) (?:murdered|shot dead|shot and killed|stabbed|assassinated|beheaded|kidnapped|tortured|bombed|shelled|ambushed)",
    ),
    (
        "ASSAULT",
        r"(?:was|were|has been|have been) (?:killed|wounded|injured) (?:in (?:a|an|the) (?:[\w-]+ )?(?:attack|shooting|bombing|raid|strike|airstrike|ambush|massacre)|by (?:a |an |the )?(?:police|soldiers|troops|gunm[ae]n|militants|rebels|bomb))",
    ),
    ("ACCUSE", r"(?:was|were|has been|have been) (?:indicted|sued)"),
    ("SANCTION", r"(?:was|were|has been|have been) expelled from"),
)

_BY: tuple[tuple[Plover, str], ...] = (("SUPPORT", r"(?<=, )(?:signed|ratified|concluded) by"),)

DEEDS: tuple[Deed, ...] = (
    *(Deed(kind, re.compile(rf"\b(?:{pattern})(?![\w-])"), needs) for kind, pattern, needs in _ROWS),
    *(Deed(kind, re.compile(rf"\b(?:{pattern})(?![\w-])"), passive=True) for kind, pattern in _PASSIVE),
    *(Deed(kind, re.compile(rf"(?:{pattern})(?![\w-])"), by=True) for kind, pattern in _BY),
)
"""Every way of telling a deed, the more particular before the less."""

COUNTED: frozenset[str] = frozenset(
    """
    two three four five six seven eight nine ten dozens hundreds thousands more at
    people
    """.split()
)
"""Words by which people are counted, to whom a deed is done."""
