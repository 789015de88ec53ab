/**
 * Elapsed business time as text, as an ISO 8601 duration, or as bare seconds.
 */

import { formatIsoDuration } from "../../core/format-time.js";
import type { Words } from "../../i18n/en.js";
import type { ElapsedReport } from "../../report.js";
import { createStyle, type View } from "./color.js";
import { formatAmount } from "./counted.js";
import { renderElapsedLedger } from "./ledger.js";
import { renderAssumptions } from "./sanitize.js";
import { renderPairs } from "./table.js";
import { formatMoment } from "./time.js";

export function renderElapsedText(report: ElapsedReport, words: Words, view: View): string {
  if (view.quiet) return `${Math.trunc(report.elapsedMs / 1000)}\n`;
  const style = createStyle(view.color);
  const { labels } = words;
  const pairs = renderPairs(
    [
      [
        labels.elapsed,
        words.aside(style.strong(formatAmount({ clock: report.clock, ms: report.elapsedMs }, words)), words.clocks[report.clock]),
      ],
      [labels.from, formatMoment(report.from, report.zone, words)],
      [labels.to, formatMoment(report.to, report.zone, words)],
      [labels.region, `${report.regionName ?? labels.none} (${report.zone.id})`],
    ],
    view.columns,
    style,
  );
  const ledger = report.segments
    ? `\n${style.heading(labels.howCounted)}\n${renderElapsedLedger(report.segments, report.zone, words, view, style)}`
    : "";
  return `${pairs}${ledger}${renderAssumptions(report.assumptions, words, view, style)}`;
}

/** `PT9H30M` on one line. */
export function renderElapsedIso(report: ElapsedReport): string {
  return `${formatIsoDuration(report.elapsedMs)}\n`;
}
