/**
 * `--json`: a report under the keys of the contract. Instants become UTC text, durations whole seconds;
 * codes stay as they are and their sentences are added in the reader's language.
 */

import { formatDay } from "../core/date.js";
import { formatLocal, formatUtc } from "../core/format-time.js";
import type { LedgerLine } from "../core/ledger.js";
import { positionOf, type RowErrorAt } from "../errors.js";
import type { Messages } from "../i18n/en/index.js";
import type {
  Assumption,
  AuditReport,
  CompareReport,
  DatasetReport,
  DeadlineReport,
  ElapsedReport,
  History,
  HolidaysReport,
  HoursReport,
  RecommendReport,
  Report,
  TicketAnswer,
} from "../report.js";
import { asGrouped } from "./assumptions.js";
import { formatJson, formatJsonInParts } from "./json-text.js";
import { shellLine } from "./shell-quote.js";
import { readingBody } from "./text/reading.js";

export interface JsonView {
  /** Version of the time-zone database in use. */
  readonly tzdata: string;
}

/** The report as an object in the contract's shape. */
export function toJson(report: Report, messages: Messages, view: JsonView): Record<string, unknown> {
  const { command, dataset, metric, assumptions, warnings } = report;
  return {
    schemaVersion: 1,
    command,
    dataset,
    ...("datasets" in report && command !== "dataset" && report.datasets && { datasets: report.datasets }),
    ...(metric !== undefined && { metric }),
    ...bodyOf(report, messages),
    assumptions: assumptions.map((assumption) => assumptionBody(assumption, messages)),
    warnings: warnings.map(({ ...warning }) => ({ code: warning.code, text: messages.warning(warning) })),
    tzdata: view.tzdata,
  };
}

/** An assumption's code, its fields with instants as text, and its sentence. */
export function assumptionBody(assumption: Assumption, messages: Messages): Record<string, unknown> {
  const fields = assumption.code === "unanswered" ? { ...assumption, now: formatUtc(assumption.now) } : assumption;
  return { ...fields, text: messages.assumption(asGrouped(assumption)) };
}

/** The JSON document of a report, indented by two, with a newline at its end. */
export function renderJson(report: Report, messages: Messages, view: JsonView): string | Iterable<string> {
  // The schema and the example are documents of their own.
  if (report.command === "dataset" && report.action === "schema") return `${formatJson(report.schema, 2)}\n`;
  if (report.command === "dataset" && report.action === "init") return `${formatJson(report.document, 2)}\n`;
  const document = toJson(report, messages, view);
  return report.command === "hours" ? formatJsonInParts(document) : `${formatJson(document, 2)}\n`;
}

function bodyOf(report: Report, messages: Messages): Record<string, unknown> {
  switch (report.command) {
    case "compare":
      return compareBody(report);
    case "deadline":
      return deadlineBody(report);
    case "elapsed":
      return elapsedBody(report);
    case "hours":
      return hoursBody(report);
    case "completion":
      return { shell: report.shell };
    case "config":
      return {
        settings: report.settings.map(({ value, where, variable, ...line }) => ({
          ...line,
          variable: variable ?? null,
          value: value ?? null,
          where: where ?? null,
        })),
        files: report.files,
      };
    case "audit":
      return auditBody(report, messages);
    case "recommend":
      return recommendBody(report, messages);
    case "dataset":
      return datasetBody(report);
    case "holidays":
      return holidaysBody(report);
    // The output is SQL; scripts select their own table from it.
    case "sql":
    case "workbook":
    case "watch":
      return {};
  }
}

function compareBody({
  ownPriorities,
  title,
  plans,
  features,
  targets,
  productTargets,
  priorities,
  regions,
  notes,
  sources,
}: CompareReport): Record<string, unknown> {
  return {
    ...(ownPriorities && { ownPriorities }),
    title,
    plans,
    priorities,
    features,
    targets,
    productTargets,
    regions,
    notes,
    sources,
  };
}

function deadlineBody({ now, tickets }: DeadlineReport): Record<string, unknown> {
  return {
    now: formatUtc(now),
    tickets: tickets.map(ticketBody),
  };
}

/** One ticket's answer under the keys of the contract. */
export function ticketBody(ticket: TicketAnswer): Record<string, unknown> {
  const { plan, priority, ownPriority, region = null, zone, opened, responded } = ticket;
  const own = ownPriority === undefined ? {} : { ownPriority };
  const asked = { plan, priority, ...own, region, zone: zone.id, opened: formatUtc(opened) };
  if (ticket.status === "no-target")
    return {
      ...asked,
      ...{ clockStarts: null, target: null, deadline: null, deadlineLocal: null },
      ...{ status: ticket.status, usedSeconds: null, remainingSeconds: null },
      ...(responded !== undefined && { responded: formatUtc(responded) }),
    };
  return {
    ...asked,
    clockStarts: formatUtc(ticket.clockStarts),
    target: ticket.target,
    deadline: formatUtc(ticket.deadline),
    deadlineLocal: formatLocal(ticket.deadline, ticket.zone.offsetAt(ticket.deadline)),
    status: ticket.status,
    usedSeconds: Math.floor(ticket.usedMs / 1000),
    remainingSeconds: Math.ceil(ticket.remainingMs / 1000),
    ...(responded !== undefined && { responded: formatUtc(responded) }),
    ...(ticket.lateMs !== undefined && { lateSeconds: Math.ceil(ticket.lateMs / 1000) }),
    ...(ticket.segments && { segments: ticket.segments.map(segment) }),
    ...(ticket.countedDays && { countedDays: ticket.countedDays.map(({ day }) => formatDay(day)) }),
  };
}

function hoursBody({ now, regions }: HoursReport): Record<string, unknown> {
  return {
    now: formatUtc(now),
    regions: regions.map(({ id, name, zone, open, reason, holiday, nextChange, week, calendar }) => {
      const local = (instant: number) => formatLocal(instant, zone.offsetAt(instant));
      return {
        id,
        name,
        zone: zone.id,
        open,
        ...(reason !== undefined && { reason: holiday ? `${reason}: ${holiday}` : reason }),
        nextChange: nextChange === undefined ? null : formatUtc(nextChange),
        nextChangeLocal: nextChange === undefined ? null : local(nextChange),
        secondsToChange: nextChange === undefined ? null : Math.ceil((nextChange - now) / 1000),
        week: week.map(({ day, lines }) => ({ date: formatDay(day), segments: lines.map(segment) })),
        ...(calendar && {
          *calendar() {
            for (const { from, to, totalMs } of calendar()) {
              yield {
                from: formatUtc(from),
                to: formatUtc(to),
                fromLocal: local(from),
                toLocal: local(to),
                seconds: (to - from) / 1000,
                totalSeconds: totalMs / 1000,
              };
            }
          },
        }),
      };
    }),
  };
}

function recommendBody(report: RecommendReport, messages: Messages): Record<string, unknown> {
  return {
    recommended: report.recommended,
    closest: report.closest,
    answers: report.answers,
    candidates: report.candidates.map(({ plan, withinBudget, meetsAll, met, unmet, unknown }) => ({
      plan,
      withinBudget,
      meetsAll,
      met: met.map(({ need }) => need),
      unmet: unmet.map(({ need, wanted, has, note }) => ({ need, wanted, has, ...(note !== undefined && { note }) })),
      unknown: unknown.map(({ need, wanted }) => ({ need, wanted })),
    })),
    ...(report.history && { history: historyBody(report.history, messages) }),
    reasons: report.reasons.map((reason) => ({ ...reason, text: messages.reason(reason, report) })),
    others: report.others,
    wouldChange: report.wouldChange,
    wouldChangeTotal: report.wouldChangeTotal,
    beyond: report.beyond,
    beyondAll: report.beyondAll,
    ...(report.nearest && { nearest: report.nearest }),
    notes: report.noteTexts,
    commandLine: shellLine(report.commandLine),
  };
}

function historyBody({ seen, reading, ...history }: History, messages: Messages): Record<string, unknown> {
  const priorities = history.priorities.map(({ clocks: _, ...priority }) => priority);
  return {
    ...history,
    priorities,
    reading: readingBody(reading),
    errors: rowErrors(seen, messages),
  };
}

function rowErrors(seen: readonly RowErrorAt[], messages: Messages): readonly unknown[] {
  return seen.map(({ error, ...position }) => ({ ...position, code: error.code, message: messages.rowError(error) }));
}

function auditBody(report: AuditReport, messages: Messages): Record<string, unknown> {
  const { now, path, tickets, unanswered, met, judged, attainment, groups, whatIf, worst, responses, used, seen } =
    report;
  return {
    now: formatUtc(now),
    path,
    tickets,
    unanswered,
    overall: { met, judged, attainment },
    span: report.span ? { from: formatDay(report.span.first), to: formatDay(report.span.last) } : null,
    groups: groups.map(({ plan, priority, region, period, by, met, judged, unjudged, attainment }) => ({
      ...{ plan, priority, region, period },
      ...(report.period === "month" && { month: period }),
      ...(report.by !== undefined && { by }),
      ...(report.metric !== undefined && { metric: report.metric }),
      ...{ met, judged, unjudged, attainment },
    })),
    responseSeconds: Object.fromEntries(
      responses.map(({ priority, answered, median, p90, percentiles, max, isExact }) => [
        priority,
        {
          ...{ answered, median, p90 },
          ...Object.fromEntries(
            percentiles
              .filter(({ percent }) => percent !== 90 && percent !== 50)
              .map(({ percent, seconds }) => [`p${percent}`, seconds]),
          ),
          ...{ max, exact: isExact },
        },
      ]),
    ),
    usedPercent: Object.fromEntries(used.map(({ priority, bins }) => [priority, bins])),
    worst: worst.map(({ id, plan, priority, region, opened, deadline, responded, late, ...row }) => ({
      ...{ id, ...positionOf(row), plan, priority, region: region ?? null },
      opened: formatUtc(opened),
      deadline: formatUtc(deadline),
      responded: responded === undefined ? null : formatUtc(responded),
      lateSeconds: Math.ceil(late.ms / 1000),
    })),
    whatIf,
    leftOut: {
      filtered: report.leftOut.filtered,
      errors: report.leftOut.errors.map(({ rows, error, ...position }) => ({
        ...{ code: error.code, rows, ...position },
        message: messages.rowError(error),
      })),
    },
    reading: readingBody(report.reading),
    errors: rowErrors(seen, messages),
  };
}

function datasetBody(report: DatasetReport): Record<string, unknown> {
  const { command: _, dataset: __, assumptions: ___, warnings: ____, metric: _____, ...body } = report;
  return body;
}

function holidaysBody(report: HolidaysReport): Record<string, unknown> {
  if (report.action === "list") return { action: report.action, places: report.places };
  const { action, kind, source, name, zone, data, from, to, holidays } = report;
  return {
    ...{ action, kind, source, name },
    ...(zone !== undefined && { zone }),
    ...(data && { package: data.package, corrections: data.corrections, confirmed: data.confirmed, parts: data.parts }),
    from: formatDay(from),
    to: formatDay(to),
    holidays: holidays.map(({ day, ...entry }) => ({ date: formatDay(day), ...entry })),
  };
}

function elapsedBody(report: ElapsedReport): Record<string, unknown> {
  return {
    region: report.region ?? null,
    zone: report.zone.id,
    clock: report.clock,
    from: formatUtc(report.from),
    to: formatUtc(report.to),
    elapsedSeconds: Math.trunc(report.elapsedMs / 1000),
    ...(report.segments && { segments: report.segments.map(segment) }),
  };
}

/** A ledger line; the reason of a holiday contains its name. */
function segment(line: LedgerLine): Record<string, unknown> {
  const { from, to, kind } = line;
  return {
    from: formatUtc(from),
    to: formatUtc(to),
    seconds: (to - from) / 1000,
    kind,
    ...(line.kind === "closed" && { reason: line.holiday ? `${line.reason}: ${line.holiday}` : line.reason }),
  };
}

/** One line of JSON per ticket, for tools that read line by line. */
export function renderJsonLines(report: Report, messages: Messages, view: JsonView): string {
  const { tickets } = toJson(report, messages, view) as { tickets?: readonly unknown[] };
  return (tickets ?? []).map((ticket) => `${formatJson(ticket)}\n`).join("");
}
