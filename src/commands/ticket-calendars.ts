/**
 * The calendars behind the rows of a ticket file, each made once, and what is assumed about those that are used.
 */
import type { Calendar } from "../core/calendar.js";
import type { CountDays } from "../core/target.js";
import { type Region, textIn } from "../data/dataset.js";
import type { PlanTarget } from "../tickets/targets.js";
import { assumeCalendar, assumeClockStart, type Context, type Diagnostics, regionCalendar } from "./context.js";
import { ReachedSpan, type RegionHolidays } from "./region-holidays.js";

export class TicketCalendars {
  private readonly context: Context;
  private readonly diagnostics: Diagnostics;
  private readonly holidays: RegionHolidays;
  private readonly countDays: CountDays;
  private readonly made = new Map<string, Calendar>();
  private readonly reached = new ReachedSpan();

  constructor(context: Context, diagnostics: Diagnostics, holidays: RegionHolidays, countDays: CountDays) {
    this.context = context;
    this.diagnostics = diagnostics;
    this.holidays = holidays;
    this.countDays = countDays;
  }

  /** The calendar of a region, in another zone where one is given. */
  of(id: string, zone: string | undefined): Calendar {
    const key = `${id} ${zone ?? ""}`;
    const ready = this.made.get(key);
    if (ready) return ready;
    const { calendar } = regionCalendar(id, zone, this.holidays.of(id), this.context);
    this.made.set(key, calendar);
    this.reached.useRegion(id, calendar.zone);
    return calendar;
  }

  /** Notes what a target that some ticket has assumes. */
  assumeTarget({ plan, target }: PlanTarget, id: string | undefined, zone: string | undefined): void {
    const { context, diagnostics, holidays } = this;
    assumeClockStart(plan, context.dataset, diagnostics);
    if (target.clock === "24x7" || id === undefined) return;
    const region = context.dataset.regions[id] as Region;
    const name = textIn(region.name, context.lang);
    assumeCalendar({ id, name, region, holidays: holidays.of(id) }, { zone }, diagnostics);
    if (target.clock === "24x5") diagnostics.assume({ code: "24x5-window", zone: undefined });
    if (target.clock === "business-days") diagnostics.assume({ code: "day-count-rule", rule: this.countDays });
    diagnostics.assume({ code: "clock-start" });
  }

  /** Warns of holidays that were not confirmed between the first and the last opening. */
  noteUnconfirmed(firstOpened: number, lastOpened: number): void {
    if (firstOpened > lastOpened) return;
    this.reached.include(firstOpened);
    this.reached.include(lastOpened);
    this.reached.noteUnconfirmed(this.holidays, this.diagnostics);
  }
}
