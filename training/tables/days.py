"""The days that a label for time has."""

import calendar

__all__ = ["interval"]


def interval(said: str, published: str) -> str:
    """A month or a year as the days it has; what is running ends on the day of publication."""
    first, _, last = said.partition("/")
    start = first + {4: "-01-01", 7: "-01"}.get(len(first), "")
    end = last or first
    if len(end) == len("2000-01"):
        end = f"{end}-{calendar.monthrange(int(end[:4]), int(end[5:]))[1]}"
    elif len(end) == len("2000"):
        end = f"{end}-12-31"
    if start <= published < end:
        end = published
    return start if start == end else f"{start}/{end}"
