/**
 * The time line of a workbook: whole seconds of its zone's wall clock, which go on without a gap or a repetition where that clock is
 * changed. Where it never is, they are the wall clock's own.
 */
import { dayMs } from "../../core/date.js";
import { formatLocal } from "../../core/format-time.js";
import type { WorkbookReport } from "../../report.js";
import { epochDay } from "../../xlsx/days.js";

const daySeconds = 86_400;
/** 1900-03-01, before which workbooks count a day that never was. */
const firstDay = 61;
const lastDay = 2_958_465;

/** A change of the zone's clock: from which wall time and which second on `add` is what the wall clock shows beyond the time line. */
export interface ClockChange {
  readonly wall: number;
  readonly at: number;
  readonly add: number;
  /** How many seconds the clock was set back. */
  readonly back: number;
}

export class TimeLine {
  readonly changes: readonly ClockChange[];
  private readonly baseMs: number;
  private readonly zone: WorkbookReport["zone"];

  constructor({ zone, offsets }: Pick<WorkbookReport, "zone" | "offsets">) {
    this.zone = zone;
    this.baseMs = offsets[0]?.offsetMs ?? 0;
    this.changes = offsets.slice(1).map(({ from, offsetMs }, i) => {
      const before = offsets[i]?.offsetMs ?? 0;
      const at = this.second(from);
      const wallBefore = at + (before - this.baseMs) / 1000;
      const add = (offsetMs - this.baseMs) / 1000;
      return { wall: Math.max(wallBefore, at + add), at, add, back: Math.max(0, (before - offsetMs) / 1000) };
    });
  }

  get hasChanges(): boolean {
    return this.changes.length > 0;
  }

  /** The second of an instant. */
  second(instant: number): number {
    return (instant + this.baseMs) / 1000 + epochDay * daySeconds;
  }

  /** What the zone's wall clock shows, as milliseconds since 1970. */
  wallMs(instant: number): number {
    return instant + this.zone.offsetAt(instant);
  }

  /**
   * The wall time of an instant as a cell; undefined for one that a cell cannot have: with a fraction of a second, in the second pass of
   * a repeated hour, or outside the years of workbooks.
   */
  cell(instant: number): number | undefined {
    const wallMs = this.wallMs(instant);
    const serial = wallMs / dayMs + epochDay;
    if (instant % 1000 !== 0 || serial < firstDay || serial >= lastDay + 1 || this.isRepetition(instant))
      return undefined;
    return serial;
  }

  /** An instant as text, with the offset of the zone. */
  text(instant: number): string {
    return formatLocal(instant, this.zone.offsetAt(instant));
  }

  private isRepetition(instant: number): boolean {
    const second = this.second(instant);
    return this.changes.some(({ at, back }) => second >= at && second < at + back);
  }
}
