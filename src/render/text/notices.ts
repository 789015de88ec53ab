/**
 * Assumptions and warnings outside the output: which of them stderr carries, and the sentence about a dataset that is out of date,
 * which only the commands that choose between plans show.
 */
import type { Messages } from "../../i18n/en/index.js";
import { type NoticeClass, type Notices, noticeClasses, type Report } from "../../report.js";
import { asGrouped } from "../assumptions.js";
import type { Style, View } from "./color.js";
import { escapeControlsDeep, escaperOf } from "./sanitize.js";
import { wrapText } from "./width.js";

/** The notices that the output itself contains. */
export interface Carried {
  readonly assumptions: boolean;
  readonly warnings: boolean;
}

/** A line for stderr; an assumption ends in its code. */
export interface NoticeLine {
  readonly kind: "note" | "warning";
  readonly text: string;
}

/** The assumptions and warnings that stderr carries, warnings first. */
export function noticesOnStderr(
  notices: Notices,
  carried: Carried,
  view: Pick<View, "plain" | "quiet">,
  messages: Messages,
): readonly NoticeLine[] {
  const { assumptions, warnings } = escapeControlsDeep(
    { assumptions: notices.assumptions, warnings: notices.warnings },
    escaperOf(view),
  );
  const shownWarnings = warnings.filter(({ code }) => isOnStderr(noticeClasses[code], carried.warnings, view.quiet));
  const shownAssumptions = assumptions.filter(({ code }) =>
    isOnStderr(noticeClasses[code], carried.assumptions, view.quiet),
  );
  return [
    ...shownWarnings.map((warning): NoticeLine => ({ kind: "warning", text: messages.warning(warning) })),
    ...shownAssumptions.map(
      (one): NoticeLine => ({ kind: "note", text: `${messages.assumption(asGrouped(one))} [${one.code}]` }),
    ),
  ];
}

function isOnStderr(kind: NoticeClass, isCarried: boolean, isQuiet: boolean): boolean {
  switch (kind) {
    case "general":
      return false;
    case "remark":
      return !isCarried && !isQuiet;
    case "guess":
      return !isCarried || isQuiet;
    case "settings":
      return true;
  }
}

/** The warning about an outdated dataset, unless the user named the dataset. */
export function outOfDate(report: Pick<Report, "warnings">, messages: Messages): string | undefined {
  const warning = report.warnings.find(({ code }) => code === "superseded");
  return warning?.code === "superseded" && !warning.isNamed ? messages.warning(warning) : undefined;
}

/** The warning as the last lines of a text; empty if there is none, and with --quiet. */
export function renderOutOfDate(
  report: Pick<Report, "warnings">,
  messages: Messages,
  view: View,
  style: Style,
): string {
  const text = outOfDate(report, messages);
  if (view.quiet || text === undefined) return "";
  const label = `${messages.labels.warning}${messages.colon}`;
  const [first = "", ...more] = wrapText(`${label}${text}`, view.columns);
  const mark = label.trimEnd();
  return `\n${[`${style.warn(mark)}${first.slice(mark.length)}`, ...more].join("\n")}\n`;
}
