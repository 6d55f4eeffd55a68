"""The English tables hold together."""

import re

from onrecord.languages.english import calendar, content, cues, given_names, grammar, nouns, people
from onrecord.terms.statement import ACTS


def test_every_lexicon_entry_is_an_act_of_the_guide() -> None:
    """Verbs, nouns, adjectives and phrases name acts that exist."""
    entries = [*cues.VERBS.values(), *cues.NOUNS.values(), *cues.ADJECTIVES.values()]
    named = {act for act, _ in entries} | {act for _, act, _ in cues.PHRASES}
    assert named | set(cues.RULING_VERBS.values()) <= set(ACTS)


def test_every_act_has_a_cue() -> None:
    """No act of the guide is out of the lexicon's reach."""
    named = {act for act, _ in cues.VERBS.values()} | {act for _, act, _ in cues.PHRASES}
    assert named == set(ACTS)


def test_every_pattern_compiles() -> None:
    """A table's pattern is a pattern."""
    patterns = [p for p, *_ in (*cues.PHRASES, *content.LEADING, *content.SHAPES, *grammar.STATUS_WORDS)]
    patterns += [content.BLAME, content.JUDGING, content.PRAISE, content.HARM, *grammar.HEDGES]
    assert all(re.compile(pattern) for pattern in patterns)


def test_the_calendar_is_whole() -> None:
    """Seven days, twelve months, whatever they are called."""
    assert set(calendar.WEEKDAYS.values()) == set(range(7))
    assert set(calendar.MONTHS.values()) == set(range(1, 13))


def test_word_tables_are_in_lower_case() -> None:
    """What is looked up in lower case is kept in lower case."""
    tables = (
        nouns.ORGANISATIONS,
        nouns.GROUPS,
        nouns.NAMELESS,
        nouns.DOCUMENTS,
        people.OFFICES,
        grammar.FUNCTION_WORDS,
    )
    assert [word for table in tables for word in table if word != word.lower()] == []


def test_a_given_name_is_of_one_gender_or_in_neither_list_alone() -> None:
    """A name in both lists would be read by accident of their order."""
    assert not given_names.FEMALE_NAMES & given_names.MALE_NAMES
