"""Words of the calendar, and the words that say where and in what something was said."""

__all__ = ["MONTHS", "VENUES", "WEEKDAYS"]

WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
"""Monday is 0, as in ``datetime.date.weekday``."""

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

VENUES: frozenset[str] = frozenset(
    """
    interview statement speech letter tweet tweets post posting postings message email e-mail memo report essay article op-ed column
    book memoir video ad advertisement conference briefing hearing debate rally stop event forum meeting summit session
    address remarks testimony documentary programme program show podcast broadcast call release filing ruling opinion
    lawsuit complaint blog editorial piece feature story convention breakfast dinner lunch luncheon gathering town-hall townhall
    hall ceremony press-conference fundraiser talks posts appearance visit transcript discussion series court congress parliament facebook twitter
    instagram telegram site website page radio television tv exchange note text texts voicemail report-card petition resolution study
    """.split()
)
"""Nouns that name an occasion or a medium of speech."""
