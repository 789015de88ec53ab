"""The working days that python-holidays says are public holidays, one JSON object a place: its code, names by date,
and the names of days that it has in other categories, such as bank holidays and optional ones.

Usage: holidays.py FROM TO. A place is a country or one of its subdivisions. Days of the country's own weekend are left out, since no
office opens then whatever the calendar says.
"""

import json
import sys

import holidays


def working_holidays(country, part, years, categories):
    calendar = holidays.country_holidays(
        country, subdiv=part, years=years, language=language_of(country), categories=categories
    )
    return {day.isoformat(): name for day, name in sorted(calendar.items()) if day.weekday() not in calendar.weekend}


def language_of(country):
    languages = holidays.list_localized_countries().get(country, [])
    return "en_US" if "en_US" in languages else None


def main():
    years = range(int(sys.argv[1]), int(sys.argv[2]) + 1)
    for country, parts in sorted(holidays.list_supported_countries(include_aliases=False).items()):
        about = holidays.country_holidays(country)
        others = [category for category in about.supported_categories if category not in ("public", "workday")]
        for part in [None, *parts]:
            place = {
                "code": country if part is None else f"{country}-{part}",
                "weekend": sorted(about.weekend),
                "dates": working_holidays(country, part, years, ["public"]),
                "others": working_holidays(country, part, years, others) if others else {},
            }
            print(json.dumps(place, ensure_ascii=False))


main()
