/**
 * Golden tickets: made-up tickets with the engine's results, by which a dbt package tests itself in a database. The same for the same
 * regions and span.
 */
import type { Calendar } from "../core/calendar.js";
import { dayMs, hourMs, minuteMs } from "../core/date.js";
import { clockStart, deadline, elapsed, measuringClock } from "../core/deadline.js";
import type { Pause } from "../core/pause.js";
import type { CountDays, Target } from "../core/target.js";
import { firstResponse } from "../data/metrics.js";
import type { GoldenTicket, SqlTarget } from "../report.js";

const count = 1000;

/** The targets of a region, or those of tickets without one. */
export interface SqlPlaceTargets {
  readonly region: string | undefined;
  readonly calendar: Calendar;
  readonly targets: readonly SqlTarget[];
}

interface GoldenTarget extends SqlTarget {
  readonly target: Target;
}

interface GoldenPlace extends SqlPlaceTargets {
  readonly targets: readonly GoldenTarget[];
}

export function goldenTickets(
  places: readonly SqlPlaceTargets[],
  span: { readonly from: number; readonly to: number },
  countDays: CountDays,
): readonly GoldenTicket[] {
  // The model has deadlines of the first response.
  const choices = places
    .map((place) => ({ ...place, targets: place.targets.filter(isGolden) }))
    .filter(({ targets }) => targets.length > 0);
  if (choices.length === 0) return [];
  const random = generator();
  return Array.from({ length: count }, (_, id) => {
    const place = choices[id % choices.length] as GoldenPlace;
    return goldenTicket(id + 1, place, span, countDays, random);
  });
}

function isGolden(target: SqlTarget): target is GoldenTarget {
  return target.metric === firstResponse && target.target !== undefined;
}

/** A whole number from 0, below the limit. */
type Random = (below: number) => number;

function goldenTicket(
  id: number,
  { region, calendar, targets }: GoldenPlace,
  { from, to }: { readonly from: number; readonly to: number },
  countDays: CountDays,
  random: Random,
): GoldenTicket {
  const { plan, priority, target } = targets[random(targets.length)] as GoldenTarget;
  const opened = from + random(to - from);
  const pauses = Array.from({ length: Math.max(0, random(5) - 2) }, (): Pause => {
    const start = opened - dayMs + random(4 * dayMs);
    return { from: start, to: start + minuteMs + random(2 * dayMs) };
  });
  const clock = measuringClock(target);
  const due = within(() => deadline(calendar, opened, target, { countDays, pauses }));
  const starts = within(() => clockStart(calendar, opened, target, pauses));
  const kind = random(8);
  const responded =
    kind === 0
      ? undefined
      : kind < 4 && due !== undefined
        ? Math.max(opened, due + kind - 2)
        : opened + random(90 * hourMs);
  const isCounted = responded !== undefined && (clock === "24x7" || responded <= to);
  const isOutside = due === undefined || (responded !== undefined && !isCounted);
  return {
    ...{ id, plan, priority, region, opened, responded, pauses, starts, deadline: due },
    response: isCounted ? elapsed(calendar, opened, responded, { clock, pauses }) : undefined,
    problem: isOutside ? "outside-calendar" : undefined,
  };

  /** An instant that the table covers; those of the clock 24x7 it need not. */
  function within(instant: () => number): number | undefined {
    const found = instant();
    return clock === "24x7" || found < to ? found : undefined;
  }
}

/** A linear congruential generator (the constants of Numerical Recipes). */
function generator(): Random {
  let state = 20261126;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const high = state;
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(((high * 2 ** 21 + (state >>> 11)) / 2 ** 53) * below);
  };
}
