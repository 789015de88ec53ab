/** Random calendars and questions, made to sit on the edges: offset changes, openings, closings, midnights. */
import type { Dice } from "./dice.js";
import {
  type Clock,
  type DayRule,
  dateOf,
  type Oracle,
  type Range,
  type Sign,
  type Span,
  type Weekday,
} from "./oracle.js";
import { askWall, DAY, HOUR, MINUTE, SECOND } from "./wall.js";

export type Question =
  | {
      readonly ask: "deadline";
      readonly start: number;
      readonly clock: Clock;
      readonly amount: number;
      readonly unit: "seconds" | "minutes" | "hours";
      readonly pauses: readonly Span[];
    }
  | {
      readonly ask: "days";
      readonly start: number;
      readonly amount: number;
      readonly rule: DayRule;
      readonly pauses: readonly Span[];
    }
  | {
      readonly ask: "elapsed";
      readonly from: number;
      readonly to: number;
      readonly clock: Clock;
      readonly pauses: readonly Span[];
    }
  | {
      readonly ask: "budget";
      readonly start: number;
      readonly clock: "24x5" | "business-hours";
      readonly budgetMs: number;
    }
  | { readonly ask: "open"; readonly at: number; readonly clock: "24x5" | "business-hours" };

const all: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const working: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri"];
const weekend: readonly Weekday[] = ["sat", "sun"];

function time(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** A calendar for a zone, with times of day like those that its wall shows around `pivot`. */
export function rollSign(dice: Dice, zone: string, pivot: number): Sign {
  const jumps = [askWall(zone, pivot - SECOND) + SECOND, askWall(zone, pivot)].map(
    (shown) => ((shown % DAY) + DAY) % DAY,
  );
  const minute = (): number => {
    if (dice.chance(0.4)) {
      const near =
        Math.round(dice.pick(jumps) / MINUTE) +
        dice.pick([0, 0, 0, 1, -1, 15, -15, 30, -30, 60, -60, 120, -120, 6 * 60, -6 * 60]);
      return (near + 2 * 1440) % 1440;
    }
    return dice.chance(0.5) ? dice.pick([0, 0, 360, 540, 720, 1020, 1050, 1320, 1439]) : dice.roll(0, 1439);
  };
  const range = (): Range => {
    const open = minute();
    let close = dice.chance(0.15) ? 1440 : minute();
    if (close === open) close = 1440;
    return [time(open), time(close)];
  };
  const several = (most: number): Range[] => Array.from({ length: dice.roll(1, most) }, range);
  const on = (days: readonly Weekday[], make: () => readonly Range[]): Sign["hours"] =>
    Object.fromEntries(days.map((day) => [day, make()]));

  const same = several(2);
  const hours: Sign["hours"] = dice.pick([
    () => on(working, () => [["09:00", "17:00"]]),
    () =>
      on(working, () => [
        ["09:00", "12:00"],
        ["13:00", "17:30"],
      ]),
    () => on(all, () => [["00:00", "24:00"]]),
    () => on(dice.pick([all, working, weekend]), () => [["22:00", "06:00"]]),
    () => on([dice.pick(all)], () => several(2)),
    () => on(["sat", "sun", "mon"], () => several(2)),
    () => on(all, () => same),
    () => on(all, () => several(3)),
    () => on(all, () => (dice.chance(0.6) ? several(2) : [])),
    () => on(all, () => several(2)),
  ])();
  if (Object.values(hours).every((ranges) => ranges.length === 0)) return rollSign(dice, zone, pivot);

  const middle = Math.floor(askWall(zone, pivot) / DAY);
  const nearby = () => dateOf(middle + dice.roll(-8, 12));
  const holidays = dice.chance(0.4) ? Array.from({ length: dice.roll(1, 6) }, nearby) : undefined;
  const exceptions = dice.chance(0.3)
    ? Object.fromEntries(Array.from({ length: dice.roll(1, 3) }, () => [nearby(), dice.chance(0.3) ? [] : several(2)]))
    : undefined;
  return { zone, hours, ...(holidays && { holidays }), ...(exceptions && { exceptions }) };
}

/** Questions for a calendar; the oracle helps to find budgets that run out exactly at an edge. */
export function rollQuestion(dice: Dice, oracle: Oracle, pivot: number): Question {
  const sign = oracle.sign;
  const written = [...Object.values(sign.hours), ...Object.values(sign.exceptions ?? {})].flat().flat();
  const around = (): number => {
    switch (dice.roll(0, 6)) {
      case 0:
        return pivot + dice.pick([-HOUR, -MINUTE, -SECOND, -1, 0, 1, SECOND, MINUTE, HOUR]);
      case 1:
        return pivot + dice.roll(-180, 180) * MINUTE;
      case 2:
        return pivot + dice.roll(-4 * DAY, 3 * DAY);
      case 3:
        return pivot + dice.roll(-3 * 24 * 60, 2 * 24 * 60) * MINUTE;
      default: {
        // where the wall shows one of the written times, a day or so from the pivot
        const text = dice.pick(written);
        const wanted = (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * MINUTE;
        const near = pivot + dice.roll(-4, 2) * DAY;
        const shown = oracle.wall.at(near);
        const t = near + Math.floor(shown / DAY) * DAY + wanted - shown;
        return t + dice.pick([0, 0, 0, -1, 1, MINUTE, -MINUTE]);
      }
    }
  };
  const rollPauses = (start: number): Span[] => {
    if (dice.chance(0.55)) return [];
    return Array.from({ length: dice.roll(1, 3) }, () => {
      const from = dice.chance(0.5) ? around() : start + dice.roll(-6 * 60, 48 * 60) * MINUTE;
      const length = dice.pick([dice.roll(1, 5 * MINUTE), dice.roll(1, 240) * MINUTE, dice.roll(1, 60) * HOUR]);
      return { from, to: from + length };
    });
  };
  const clock = dice.pick<Clock>(["business-hours", "business-hours", "business-hours", "24x5", "24x5", "24x7"]);
  const kept: Exclude<Clock, "24x7"> = clock === "24x7" ? "24x5" : clock;

  switch (
    dice.pick(["deadline", "deadline", "deadline", "days", "days", "elapsed", "elapsed", "budget", "open"] as const)
  ) {
    case "deadline": {
      const start = around();
      const pauses = rollPauses(start);
      const unit = dice.pick(["seconds", "minutes", "minutes", "hours"] as const);
      const most = mostBudget(oracle, clock) / { seconds: SECOND, minutes: MINUTE, hours: HOUR }[unit];
      const fit = dice.chance(0.3) ? oracle.elapsed(clock, start, Math.max(start, around()), pauses) / SECOND : 0;
      if (fit > 0 && Number.isInteger(fit))
        return { ask: "deadline", start, clock, amount: fit, unit: "seconds", pauses };
      const amount = Math.min(Math.floor(most), dice.pick([dice.roll(0, 2), dice.roll(1, 90), dice.roll(1, 5000)]));
      return { ask: "deadline", start, clock, amount, unit, pauses };
    }
    case "days": {
      const start = around();
      return {
        ask: "days",
        start,
        amount: dice.pick([0, 1, 1, 1, 2, 3, dice.roll(1, 8)]),
        rule: dice.chance(0.7) ? "same-time" : "end-of-day",
        pauses: rollPauses(start),
      };
    }
    case "elapsed": {
      const from = around();
      const to = dice.chance(0.8) ? around() : from + dice.roll(-20 * DAY, 20 * DAY);
      return { ask: "elapsed", from, to, clock, pauses: rollPauses(Math.min(from, to)) };
    }
    case "budget": {
      const start = around();
      const fit = oracle.elapsed(kept, start, Math.max(start, around()));
      return {
        ask: "budget",
        start,
        clock: kept,
        budgetMs: fit > 0 ? fit : dice.roll(1, Math.min(DAY, mostBudget(oracle, kept))),
      };
    }
    case "open":
      return { ask: "open", at: around(), clock: kept };
  }
}

/** About two weeks' worth of open time, so that the oracle need not walk for long. */
function mostBudget(oracle: Oracle, clock: Clock): number {
  if (clock !== "business-hours") return 6 * DAY;
  let week = 0;
  for (let day = 4; day < 11; day++) {
    const { hours } = oracle.sign;
    for (const [open, close] of hours[all[day - 4]!] ?? []) {
      const span =
        Number(close.slice(0, 2)) * 60 + Number(close.slice(3)) - Number(open.slice(0, 2)) * 60 - Number(open.slice(3));
      week += (span < 0 ? span + 1440 : span) * MINUTE;
    }
  }
  return Math.max(MINUTE, 2 * week);
}
