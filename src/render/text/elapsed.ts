/**
 * Elapsed business time as text, as an ISO 8601 duration, or as bare seconds.
 */

import { formatIsoDuration } from "../../core/format-time.js";
import type { Words } from "../../i18n/en.js";
import type { ElapsedReport } from "../../report.js";
import { paintOf, type View } from "./color.js";
import { formatAmount } from "./counted.js";
import { renderElapsedLedger } from "./ledger.js";
import { renderAssumptions } from "./sanitize.js";
import { renderPairs } from "./table.js";
import { formatMoment } from "./time.js";

export function renderElapsedText(report: ElapsedReport, words: Words, view: View): string {
  if (view.quiet) return `${Math.trunc(report.elapsedMs / 1000)}\n`;
  const paint = paintOf(view.color);
  const { labels } = words;
  const pairs = renderPairs(
    [
      [
        labels.elapsed,
        words.aside(paint.strong(formatAmount({ clock: report.clock, ms: report.elapsedMs }, words)), words.clocks[report.clock]),
      ],
      [labels.from, formatMoment(report.from, report.zone, words)],
      [labels.to, formatMoment(report.to, report.zone, words)],
      [labels.region, `${report.regionName ?? labels.none} (${report.zone.id})`],
    ],
    view.columns,
    paint,
  );
  const ledger = report.segments
    ? `\n${paint.heading(labels.howCounted)}\n${renderElapsedLedger(report.segments, report.zone, words, view, paint)}`
    : "";
  return `${pairs}${ledger}${renderAssumptions(report.assumptions, words, view, paint)}`;
}

/** `PT9H30M` on one line. */
export function renderElapsedIso(report: ElapsedReport): string {
  return `${formatIsoDuration(report.elapsedMs)}\n`;
}
