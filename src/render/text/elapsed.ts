/**
 * Elapsed business time as text, as an ISO 8601 duration, or as bare seconds.
 */

import { formatIsoDuration } from "../../core/format-time.js";
import type { Messages } from "../../i18n/en/index.js";
import type { ElapsedReport } from "../../report.js";
import { createStyle, type View } from "./color.js";
import { formatAmount } from "./counted.js";
import { renderElapsedLedger } from "./ledger.js";
import { renderAssumptions } from "./sanitize.js";
import { renderPairs } from "./table.js";
import { formatBoth } from "./time.js";

export function renderElapsedText(report: ElapsedReport, messages: Messages, view: View): string {
  if (view.quiet) return `${Math.trunc(report.elapsedMs / 1000)}\n`;
  const style = createStyle(view.color);
  const { labels } = messages;
  const pairs = renderPairs(
    [
      [
        labels.elapsed,
        messages.aside(
          style.strong(formatAmount({ clock: report.clock, ms: report.elapsedMs }, messages)),
          messages.clocks[report.clock],
        ),
      ],
      [labels.from, formatBoth(report.from, report.zone, report.shownIn, messages)],
      [labels.to, formatBoth(report.to, report.zone, report.shownIn, messages)],
      [labels.region, messages.aside(report.regionName ?? labels.none, report.zone.id)],
    ],
    view.columns,
    style,
  );
  const ledger = report.segments
    ? `\n${style.heading(labels.howCounted)}\n${renderElapsedLedger(report.segments, [report.zone, report.shownIn], messages, view, style)}`
    : "";
  return `${pairs}${ledger}${renderAssumptions(report.assumptions, messages, view, style)}`;
}

/** `PT9H30M` on one line. */
export function renderElapsedIso(report: ElapsedReport): string {
  return `${formatIsoDuration(report.elapsedMs)}\n`;
}
