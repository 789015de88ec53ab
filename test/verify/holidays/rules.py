"""Random recurrence rules and their occurrences by python-dateutil, one JSON object a line.

Usage: rules.py COUNT SEED. Each rule is one that RFC 5545 allows. Left out are those where dateutil departs from the standard:
BYWEEKNO without BYDAY, where it gives the whole week instead of the start's weekday, and weeks counted from the end beyond -51;
and BYSETPOS in a week that begins before the start.
"""

import datetime as datetimes
import json
import random
import sys
import types
from datetime import datetime, timedelta

from dateutil import rrule as rules

WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
SPAN_DAYS = {"MINUTELY": 4, "HOURLY": 40}
LONG_SPAN_DAYS = 366 * 12


def pick(dice, numbers, most=3):
    return ",".join(str(n) for n in dice.sample(list(numbers), dice.randint(1, most)))


def signed(dice, most):
    return [n if dice.random() < 0.6 else -n for n in range(1, most + 1)]


def by_day(dice, ordinals):
    days = dice.sample(WEEKDAYS, dice.randint(1, 3))
    if not ordinals or dice.random() < 0.4:
        return ",".join(days)
    most = 53 if ordinals == "year" else 5
    return ",".join(f"{dice.choice(signed(dice, most))}{day}" for day in days)


def maybe(dice, chance):
    return dice.random() < chance


def dates(dice, frequency):
    parts = {}
    if maybe(dice, 0.4):
        parts["BYMONTH"] = pick(dice, range(1, 13), 4)
    if frequency == "YEARLY" and maybe(dice, 0.25):
        parts["BYWEEKNO"] = pick(dice, [*range(1, 54), *range(-51, 0)])
        parts["BYDAY"] = by_day(dice, None)
        return parts
    if frequency in ("YEARLY", "HOURLY", "MINUTELY") and maybe(dice, 0.2):
        parts["BYYEARDAY"] = pick(dice, signed(dice, 366))
    if frequency != "WEEKLY" and maybe(dice, 0.35):
        parts["BYMONTHDAY"] = pick(dice, signed(dice, 31))
    if maybe(dice, 0.5):
        ordinals = None
        if frequency == "MONTHLY" or (frequency == "YEARLY" and "BYMONTH" in parts):
            ordinals = "month"
        elif frequency == "YEARLY":
            ordinals = "year"
        parts["BYDAY"] = by_day(dice, ordinals)
    return parts


def times(dice, frequency):
    parts = {}
    if maybe(dice, 0.2):
        parts["BYHOUR"] = pick(dice, range(24))
    if maybe(dice, 0.15):
        parts["BYMINUTE"] = pick(dice, range(60))
    if maybe(dice, 0.1):
        parts["BYSECOND"] = pick(dice, range(60))
    return parts


def rule(dice):
    frequency = dice.choices(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY"], [5, 4, 3, 3, 2, 1])[0]
    start = datetime(dice.randint(1995, 2030), dice.randint(1, 12), 1, dice.randint(0, 23), dice.choice([0, 15, 30]))
    start += timedelta(days=dice.choice([0, 13, 27, 28, 29, 30, dice.randint(0, 30)]))
    parts = {"FREQ": frequency}
    if maybe(dice, 0.4):
        parts["INTERVAL"] = str(dice.randint(2, 40 if frequency in ("HOURLY", "MINUTELY") else 5))
    parts.update(dates(dice, frequency))
    parts.update(times(dice, frequency))
    if len(parts) > 2 and frequency != "WEEKLY" and maybe(dice, 0.2) and any(p.startswith("BY") for p in parts):
        parts["BYSETPOS"] = pick(dice, signed(dice, 10))
    if maybe(dice, 0.3):
        parts["WKST"] = dice.choice(WEEKDAYS)
    if maybe(dice, 0.3):
        parts["COUNT"] = str(dice.randint(1, 60))
    elif maybe(dice, 0.3):
        parts["UNTIL"] = (start + timedelta(days=dice.randint(0, 3000))).strftime("%Y%m%dT%H%M%S")
    return start, ";".join(f"{name}={value}" for name, value in parts.items())


def occurrences(text, start, end):
    """Those up to an end. A rule that never matches would otherwise be followed to the year 9999."""
    rules.datetime = types.SimpleNamespace(**{**vars(datetimes), "MAXYEAR": end.year})
    found = []
    try:
        for at in rules.rrulestr(text, dtstart=start):
            if at > end:
                break
            found.append(at.isoformat())
    except ValueError as error:
        # An interval that never reaches the hours or minutes of the rule.
        if "empty set" not in str(error):
            raise
    return found


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    dice = random.Random(seed)
    for _ in range(count):
        start, text = rule(dice)
        frequency = text[len("FREQ=") :].split(";")[0]
        end = start + timedelta(days=SPAN_DAYS.get(frequency, LONG_SPAN_DAYS))
        found = occurrences(text, start, end)
        print(json.dumps({"start": start.isoformat(), "rule": text, "end": end.isoformat(), "occurrences": found}))


main()
