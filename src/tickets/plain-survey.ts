/**
 * Plain rows of a first pass: those whose times are in ISO 8601 or empty, which show nothing that another could mean.
 */

import { PlainInput, PlainModule, plainFormOf } from "./plain-input.js";
import { maxColumns, maxRows } from "./plain-limits.js";
import type { FileFormat } from "./row.js";

export class PlainSurvey extends PlainInput {
  private readonly times: number;

  private constructor(module: PlainModule, times: readonly number[]) {
    super(module);
    this.times = times.length;
    module.set("TIMES", times);
  }

  /** The path of a file with those columns of times; undefined where it has none. */
  static open(format: FileFormat, times: readonly number[]): PlainSurvey | undefined {
    const form = plainFormOf(format, false);
    if (!form || times.length > maxColumns || times.some((column) => column >= maxColumns)) return undefined;
    const module = PlainModule.load(form);
    return module && new PlainSurvey(module, times);
  }

  protected readLoaded(from: number, end: number): number {
    const rows = this.exports.survey(from, end, this.times);
    this.stopped = this.exports.stopped.value;
    this.isFull = rows === maxRows;
    return rows;
  }
}
