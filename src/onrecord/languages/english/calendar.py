"""Words of the calendar."""

__all__ = ["MONTHS", "NUMBERS", "SEASONS", "WEEKDAYS"]

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

SEASONS: dict[str, int] = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month that a season begins with, in the north."""

NUMBERS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        "a|one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
    for name in names.split("|")
}
"""Small numbers as words."""
