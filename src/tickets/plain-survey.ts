/**
 * Plain rows of a first pass: those that show nothing new, since their times are empty, in ISO 8601, or of a date that came up before.
 */

import { PlainInput, PlainModule, plainFormOf } from "./plain-input.js";
import { maxColumns, maxRows, maxSurveyed } from "./plain-limits.js";
import type { FileFormat } from "./row.js";

export class PlainSurvey extends PlainInput {
  private readonly times: number;
  /** The row at which it stopped was surveyed. */
  private wasSurveyed = false;

  private constructor(module: PlainModule, times: readonly number[]) {
    super(module);
    this.times = times.length;
    module.set("TIMES", times);
  }

  /** The path of a file with those columns of times; undefined where it has none. */
  static open(format: FileFormat, times: readonly number[]): PlainSurvey | undefined {
    const form = plainFormOf(format, false);
    if (!form || times.length > maxSurveyed || times.some((column) => column >= maxColumns)) return undefined;
    const module = PlainModule.load(form);
    return module && new PlainSurvey(module, times);
  }

  /** The row at which it stopped is surveyed: its dates show nothing new from then on. */
  see(): void {
    this.wasSurveyed = true;
  }

  protected readLoaded(from: number, end: number): number {
    if (this.wasSurveyed && from > this.stopped) this.exports.keepDates(this.stopped, from, this.times);
    this.wasSurveyed = false;
    const rows = this.exports.survey(from, end, this.times);
    this.stopped = this.exports.stopped.value;
    this.isFull = rows === maxRows;
    return rows;
  }
}
