/**
 * Every example of RFC 5545, section 3.8.5.3, with the occurrences that the standard lists; the rules of its text; and that only
 * the given span is searched.
 */
import { describe, expect, test } from "vitest";
import { occurrencesIn } from "../../../src/data/holidays/occurrences.js";
import { parseRule } from "../../../src/data/holidays/rule.js";

const ms = (time: string) => Date.parse(`${time.length > 10 ? time : `${time}T09:00`}Z`);

/** The occurrences of a rule from a start, at most so many; `until` on the clock of the start. */
function occurrences(rule: string, start: string, most: number, until = "9000-01-01T00:00"): string[] {
  const span = { from: ms(start), to: ms(start) + 40 * 366 * 86_400_000 };
  const found = occurrencesIn(parseRule(rule), ms(start), ms(until), span, () => {});
  return found.slice(0, most).map((time) => new Date(time).toISOString().slice(0, 16));
}

/** `1997-09: 2 4 6; 1997-10: 1` as dates at nine o'clock. */
function datesAtNine(text: string): string[] {
  return text.split("; ").flatMap((month) => {
    const [name, days = ""] = month.split(": ");
    return days.split(" ").flatMap((day) => {
      const [first, last = first] = day.split("-").map(Number) as [number, number?];
      return Array.from({ length: last - first + 1 }, (_, i) => `${name}-${String(first + i).padStart(2, "0")}T09:00`);
    });
  });
}

/** An example is over with its last date, unless it goes on. */
const examples: readonly (readonly [rule: string, start: string, dates: string, until?: string])[] = [
  ["FREQ=DAILY;COUNT=10", "1997-09-02", "1997-09: 2-11"],
  [
    "FREQ=DAILY;UNTIL=19971224T000000Z",
    "1997-09-02",
    "1997-09: 2-30; 1997-10: 1-31; 1997-11: 1-30; 1997-12: 1-23",
    "1997-12-23T19:00",
  ],
  ["FREQ=DAILY;INTERVAL=2", "1997-09-02", "1997-09: 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30; 1997-10: 2 4 6", "…"],
  ["FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02", "1997-09: 2 12 22; 1997-10: 2 12"],
  [
    "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
    "1998-01-01",
    "1998-01: 1-31; 1999-01: 1-31; 2000-01: 1-31",
    "2000-01-31T09:00",
  ],
  [
    "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1",
    "1998-01-01",
    "1998-01: 1-31; 1999-01: 1-31; 2000-01: 1-31",
    "2000-01-31T09:00",
  ],
  ["FREQ=WEEKLY;COUNT=10", "1997-09-02", "1997-09: 2 9 16 23 30; 1997-10: 7 14 21 28; 1997-11: 4"],
  [
    "FREQ=WEEKLY;UNTIL=19971224T000000Z",
    "1997-09-02",
    "1997-09: 2 9 16 23 30; 1997-10: 7 14 21 28; 1997-11: 4 11 18 25; 1997-12: 2 9 16 23",
    "1997-12-23T19:00",
  ],
  [
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
    "1997-09-02",
    "1997-09: 2 16 30; 1997-10: 14 28; 1997-11: 11 25; 1997-12: 9 23; 1998-01: 6 20; 1998-02: 3 17",
    "…",
  ],
  [
    "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
    "1997-09-02",
    "1997-09: 2 4 9 11 16 18 23 25 30; 1997-10: 2",
    "1997-10-06T20:00",
  ],
  ["FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "1997-09-02", "1997-09: 2 4 9 11 16 18 23 25 30; 1997-10: 2"],
  [
    "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
    "1997-09-01",
    "1997-09: 1 3 5 15 17 19 29; 1997-10: 1 3 13 15 17 27 29 31; 1997-11: 10 12 14 24 26 28; 1997-12: 8 10 12 22",
    "1997-12-23T19:00",
  ],
  ["FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997-09-02", "1997-09: 2 4 16 18 30; 1997-10: 2 14 16"],
  [
    "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
    "1997-09-05",
    "1997-09: 5; 1997-10: 3; 1997-11: 7; 1997-12: 5; 1998-01: 2; 1998-02: 6; 1998-03: 6; 1998-04: 3; 1998-05: 1; 1998-06: 5",
  ],
  [
    "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR",
    "1997-09-05",
    "1997-09: 5; 1997-10: 3; 1997-11: 7; 1997-12: 5",
    "1997-12-23T19:00",
  ],
  [
    "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
    "1997-09-07",
    "1997-09: 7 28; 1997-11: 2 30; 1998-01: 4 25; 1998-03: 1 29; 1998-05: 3 31",
  ],
  [
    "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
    "1997-09-22",
    "1997-09: 22; 1997-10: 20; 1997-11: 17; 1997-12: 22; 1998-01: 19; 1998-02: 16",
  ],
  [
    "FREQ=MONTHLY;BYMONTHDAY=-3",
    "1997-09-28",
    "1997-09: 28; 1997-10: 29; 1997-11: 28; 1997-12: 29; 1998-01: 29; 1998-02: 26",
    "…",
  ],
  [
    "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
    "1997-09-02",
    "1997-09: 2 15; 1997-10: 2 15; 1997-11: 2 15; 1997-12: 2 15; 1998-01: 2 15",
  ],
  [
    "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
    "1997-09-30",
    "1997-09: 30; 1997-10: 1 31; 1997-11: 1 30; 1997-12: 1 31; 1998-01: 1 31; 1998-02: 1",
  ],
  ["FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "1997-09-10", "1997-09: 10-15; 1999-03: 10-13"],
  [
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
    "1997-09-02",
    "1997-09: 2 9 16 23 30; 1997-11: 4 11 18 25; 1998-01: 6 13 20 27; 1998-03: 3 10 17 24 31",
    "…",
  ],
  [
    "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
    "1997-06-10",
    "1997-06: 10; 1997-07: 10; 1998-06: 10; 1998-07: 10; 1999-06: 10; 1999-07: 10; 2000-06: 10; 2000-07: 10; 2001-06: 10; 2001-07: 10",
  ],
  [
    "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
    "1997-03-10",
    "1997-03: 10; 1999-01: 10; 1999-02: 10; 1999-03: 10; 2001-01: 10; 2001-02: 10; 2001-03: 10; 2003-01: 10; 2003-02: 10; 2003-03: 10",
  ],
  [
    "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
    "1997-01-01",
    "1997-01: 1; 1997-04: 10; 1997-07: 19; 2000-01: 1; 2000-04: 9; 2000-07: 18; 2003-01: 1; 2003-04: 10; 2003-07: 19; 2006-01: 1",
  ],
  ["FREQ=YEARLY;BYDAY=20MO", "1997-05-19", "1997-05: 19; 1998-05: 18; 1999-05: 17", "…"],
  ["FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12", "1997-05: 12; 1998-05: 11; 1999-05: 17", "…"],
  ["FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997-03-13", "1997-03: 13 20 27; 1998-03: 5 12 19 26; 1999-03: 4 11 18 25", "…"],
  [
    "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
    "1997-06-05",
    "1997-06: 5 12 19 26; 1997-07: 3 10 17 24 31; 1997-08: 7 14 21 28; 1998-06: 4 11 18 25; 1998-07: 2 9 16 23 30; 1998-08: 6 13 20 27",
    "…",
  ],
  [
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "1997-09-02",
    "1998-02: 13; 1998-03: 13; 1998-11: 13; 1999-08: 13; 2000-10: 13",
    "…",
  ],
  [
    "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
    "1997-09-13",
    "1997-09: 13; 1997-10: 11; 1997-11: 8; 1997-12: 13; 1998-01: 10; 1998-02: 7; 1998-03: 7; 1998-04: 11; 1998-05: 9; 1998-06: 13",
    "…",
  ],
  [
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
    "1996-11-05",
    "1996-11: 5; 2000-11: 7; 2004-11: 2",
    "…",
  ],
  ["FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", "1997-09: 4; 1997-10: 7; 1997-11: 6"],
  [
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
    "1997-09-29",
    "1997-09: 29; 1997-10: 30; 1997-11: 27; 1997-12: 30; 1998-01: 29; 1998-02: 26; 1998-03: 30",
    "…",
  ],
  ["FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05", "1997-08: 5 10 19 24"],
  ["FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05", "1997-08: 5 17 19 31"],
  ["FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01-15", "2007-01: 15 30; 2007-02: 15; 2007-03: 15 30"],
];

describe("the standard's examples", () => {
  test.each(examples.map((example) => ({ example, name: example.slice(0, 2).join(" from ") })))(
    "$name",
    ({ example }) => {
      const [rule, start, dates, until] = example;
      const expected = datesAtNine(dates);
      const most = until === "…" ? expected.length : expected.length + 1;
      expect(occurrences(rule, start, most, until === "…" ? undefined : until)).toEqual(expected);
    },
  );

  const twenties = ["00", "20", "40"];
  const everyTwenty = [2, 3].flatMap((day) =>
    Array.from({ length: 8 }, (_, i) => String(9 + i).padStart(2, "0")).flatMap((hour) =>
      twenties.map((minute) => `1997-09-0${day}T${hour}:${minute}`),
    ),
  );
  test.each([
    ["FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z", ["09:00", "12:00"], "1997-09-02T13:00"],
    ["FREQ=MINUTELY;INTERVAL=15;COUNT=6", ["09:00", "09:15", "09:30", "09:45", "10:00", "10:15"], undefined],
    ["FREQ=MINUTELY;INTERVAL=90;COUNT=4", ["09:00", "10:30", "12:00", "13:30"], undefined],
  ])("%s within a day", (rule, times, until) => {
    expect(occurrences(rule, "1997-09-02", 100, until)).toEqual(times.map((time) => `1997-09-02T${time}`));
  });

  test.each([
    "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40;COUNT=48",
    "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16;COUNT=48",
  ])("%s", (rule) => {
    expect(occurrences(rule, "1997-09-02", 100)).toEqual(everyTwenty);
  });
});

describe("beside the examples", () => {
  test.each([
    [
      "a date that a year does not have is left out",
      "FREQ=YEARLY;COUNT=3",
      "2024-02-29",
      "2024-02: 29; 2028-02: 29; 2032-02: 29",
    ],
    [
      "a date that a month does not have too",
      "FREQ=MONTHLY;COUNT=3",
      "2026-01-31",
      "2026-01: 31; 2026-03: 31; 2026-05: 31",
    ],
    [
      "days of the month are expanded in every month",
      "FREQ=YEARLY;BYMONTHDAY=25;COUNT=3",
      "2026-11-25",
      "2026-11: 25; 2026-12: 25; 2027-01: 25",
    ],
    [
      "weeks without a weekday have the one of the start",
      "FREQ=YEARLY;BYWEEKNO=20,-1;COUNT=3",
      "2025-05-12",
      "2025-05: 12; 2025-12: 22; 2026-05: 11",
    ],
    [
      "a week may begin in the year before",
      "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=2",
      "2025-12-01",
      "2025-12: 29; 2027-01: 4",
    ],
    ["the 53rd Monday of a year", "FREQ=YEARLY;BYDAY=53MO,-53MO;COUNT=2", "2018-01-01", "2018-01: 1; 2018-12: 31"],
    [
      "days from the end of a year",
      "FREQ=YEARLY;BYYEARDAY=-1,366;COUNT=3",
      "2023-01-01",
      "2023-12: 31; 2024-12: 31; 2025-12: 31",
    ],
    [
      "a position of days and times together",
      "FREQ=DAILY;BYHOUR=8,9;BYSETPOS=-1;COUNT=2",
      "2026-01-01",
      "2026-01: 1 2",
    ],
    ["a start that the rule does not give", "FREQ=WEEKLY;BYDAY=MO;COUNT=2", "2026-01-01", "2026-01: 5 12"],
    [
      "a week begun before the start",
      "FREQ=WEEKLY;BYDAY=MO,TU,FR;BYSETPOS=2,5;COUNT=2",
      "2026-01-08",
      "2026-01: 13 20",
    ],
  ] as const)("%s: %s", (_, rule, start, dates) => {
    expect(occurrences(rule, start, 100)).toEqual(datesAtNine(dates));
  });

  test("positions within an hour, and a leap second", () => {
    expect(occurrences("FREQ=HOURLY;BYMINUTE=10,20,30;BYSETPOS=2;COUNT=2", "2026-01-01", 9)).toEqual([
      "2026-01-01T09:20",
      "2026-01-01T10:20",
    ]);
    expect(occurrences("FREQ=SECONDLY;BYMINUTE=30;BYSECOND=60;COUNT=1", "2026-01-01", 9)).toEqual(["2026-01-01T09:30"]);
  });

  test("only the span is gone through: an endless rule takes as many steps in its first year as in its hundredth", () => {
    const stepsOf = (rule: string, year: number) => {
      let steps = 0;
      const span = { from: Date.UTC(year, 0), to: Date.UTC(year + 1, 0) - 1 };
      occurrencesIn(parseRule(rule), Date.UTC(1970, 0), Number.POSITIVE_INFINITY, span, (more) => {
        steps += more;
      });
      return steps;
    };
    for (const rule of ["FREQ=DAILY", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=HOURLY;INTERVAL=7", "FREQ=YEARLY"]) {
      expect(stepsOf(rule, 2069)).toBeLessThanOrEqual(stepsOf(rule, 1970) + 1);
    }
  });
});
