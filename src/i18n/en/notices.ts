/** Assumptions and warnings. */
import { formatUtc } from "../../core/format-time.js";
import type { GroupedAssumption, HolidayPlace, Successor, Warning } from "../../report.js";
import { byCode, quoted, someOf } from "../shared.js";
import { count, list, rowPosition } from "./grammar.js";

/** Why the system's time zone is unknown. */
export function noSystemZone(variable: string | undefined): string {
  return variable === undefined
    ? "The system has no IANA time zone"
    : `TZ=${quoted(variable)} is not an IANA time zone`;
}

/** Headers that look like a column of first responses, and the option that maps one. */
export function likelyResponses(likely: readonly string[], column = "responded"): string {
  const [first] = likely;
  if (first === undefined) return `Map the column with --map ${column}="Header".`;
  return `Likely ${likely.length === 1 ? "column" : "columns"}: ${likely.join(", ")}. Map it with --map ${column}="${first}".`;
}

/** A source of holidays; a place with the versions of its data and the years compared with official calendars. */
function sourceWithData(source: string, places: readonly HolidayPlace[]): string {
  const data = places.find(({ place }) => place === source);
  if (!data) return source;
  const { confirmed } = data;
  const years = confirmed
    ? `checked against official calendars for ${confirmed.from} to ${confirmed.to}`
    : "not checked against official calendars";
  return `${source} (date-holidays ${data.package} with corrections of ${data.corrections}; ${years})`;
}

/** The successor of a dataset, after the date it was valid until. */
function supersededBy({ id, title, plans }: Successor): string {
  if (title === undefined) return ` and was superseded by ${id} (--dataset ${id}).`;
  return `. The current plans are ${list(plans, "and")} (${title}); compare them with --dataset ${id}.`;
}

export const assumption = byCode<GroupedAssumption, string>({
  "region-zone": (assumption) =>
    `The source does not state a time zone for these regions, so one is assumed: ${assumption.zones.map(({ region, zone }) => `${zone} for ${region}`).join("; ")}. Set another with --zone.`,
  weekdays: (assumption) =>
    `The source implies, but does not state, Monday to Friday for ${assumption.regions.join("; ")}.`,
  "24x5-window": (assumption) =>
    `The source does not define 24x5, so each business date from 00:00 to 24:00 in ${assumption.zone ?? "the region's time zone"} is assumed.`,
  "day-count-rule": (assumption) =>
    assumption.rule === "same-time"
      ? "The source does not define a business day, so N business days are assumed to end at the same local time on the Nth business date after the clock starts (--count-days same-time)."
      : "The source does not define a business day, so N business days are assumed to end at closing on the Nth business date after the clock starts (--count-days end-of-day).",
  "clock-start": () =>
    "The source does not state when the clock starts outside business hours, so the next opening is assumed.",
  "clock-prioritised": () =>
    "Where a plan's clock starts when support sets the priority, the opening time is used, because tickets do not have that time.",
  "no-holidays": () => "Holidays are not excluded, because the dataset names none. Add them with --holidays.",
  "holiday-source": ({ sources, places, everywhere, fromDataset }) =>
    `Holidays are from ${list(
      sources.map((source) => sourceWithData(source, places)),
      "and",
    )}${everywhere ? " for every region" : ""}, ${fromDataset ? "which the dataset names" : "not confirmed by the vendor"}.`,
  "system-zone": (assumption) =>
    `Times without an offset are interpreted in the system's time zone, ${assumption.zone}. Set another with --tz.`,
  "date-from-now": (assumption) =>
    `${assumption.option} ${quoted(assumption.value)} is interpreted as ${assumption.readAs}.`,
  "shown-zone": (assumption) =>
    `Times are also shown in the system's time zone, ${assumption.zone}. Set another with --tz.`,
  "unknown-system-zone": (assumption) =>
    `${noSystemZone(assumption.variable)}, so times are shown in ${assumption.zone} instead. Set a time zone with --tz.`,
  "export-zone": (assumption) =>
    `Times without an offset are interpreted in ${assumption.zone}, the time zone of ${assumption.column} in the ${assumption.preset} API. Lists exported from the user interface are in the user's time zone: set it with --source-tz.`,
  preset: (assumption) =>
    `The header matches an export from ${assumption.preset} (${assumption.header}), so its column and priority names are assumed. Set others with --preset, --map or --priority-map.`,
  "column-guess": (assumption) =>
    `${assumption.header} is assumed to be the column ${assumption.column}, as in exports of other systems. Set another with --map ${assumption.column}="Header".`,
  "number-times": (assumption) =>
    ({
      seconds: `The numbers in ${assumption.column} are interpreted as seconds since 1970.`,
      milliseconds: `The numbers in ${assumption.column} are interpreted as milliseconds since 1970.`,
      serial: `The numbers in ${assumption.column} are interpreted as Excel serial numbers, rounded to the second.`,
      "serial-1904": `The numbers in ${assumption.column} are interpreted as Excel serial numbers that count from 1904, as the workbook does, rounded to the second.`,
    })[assumption.form],
  "date-only": (assumption) =>
    `Dates without a time are interpreted as ${{ start: "the start of the day", end: "the end of the day", opening: "the first opening from that day on" }[assumption.rule]} (--date-only ${assumption.rule}).`,
  "closed-counts-as-response": (assumption) =>
    `${assumption.tickets === 1 ? "1 ticket was" : `${assumption.tickets} tickets were`} closed without a response; the closing time counts as the first response (closed-counts-as-response).`,
  "date-order": (assumption) =>
    `Dates are interpreted ${{ dmy: "day", mdy: "month", ymd: "year" }[assumption.order]} first (${assumption.order}), the only order that fits ${assumption.value} in column ${assumption.column}. Set another with --date-order.`,
  "no-response-column": (assumption) =>
    `No column has first response times, so every ticket is assumed to be unanswered. ${likelyResponses(assumption.likely)}`,
  "project-settings": (assumption) =>
    `${list(assumption.settings, "and")} ${assumption.settings.length === 1 ? "is" : "are"} set in ${assumption.path}. Ignore that file with --no-config.`,
  unanswered: ({ now, closed }) =>
    `A ticket without a response counts as missed if its deadline is before ${formatUtc(now)} (--now); otherwise${closed === undefined ? "" : `, or if it was closed (${count(closed, "ticket")}),`} it is not evaluated.`,
  "measured-needs": (assumption) =>
    `The response time required for a priority is the time within which ${assumption.percent}% of its past tickets were answered, on the clock of plan ${assumption.plan}.`,
  "few-tickets": ({ fewer, priorities }) =>
    `Needs measured on fewer than ${fewer} tickets are uncertain: ${list(
      priorities.map(({ priority, tickets }) => `${priority} (${tickets})`),
      "and",
    )}. Set them with --within.`,
  "rounded-percentiles": () => "Response times above two days are accurate to within 0.1%; the longest is exact.",
  "budget-any": () => "No budget was set, so paid plans are considered. Exclude them with --budget included.",
  "shortest-day": (assumption) =>
    `When hours and business days are compared, a business day is ${assumption.hours} hours, the shortest open day.`,
  "clock-as-planned": () =>
    "A required time without a clock is compared on the clock of the plan's target. To require a clock, add it, as in P2=30m@24x7.",
});

export const warning = byCode<Warning, string>({
  "local-time-gap": (warning) =>
    `${warning.option} ${warning.value} does not exist in ${warning.zone} because of a clock change; using ${warning.readAs}.`,
  "local-time-overlap": (warning) =>
    `${warning.option} ${warning.value} occurs twice in ${warning.zone}; using the first, ${warning.readAs}. Add an offset to choose.`,
  "doubtful-local-times": (warning) =>
    `${warning.gaps + warning.overlaps === 1 ? "1 local time falls" : `${warning.gaps + warning.overlaps} local times fall`} in a clock change in ${warning.zone}, first on ${rowPosition(warning)}: ${warning.gaps} skipped (interpreted as before the change), ${warning.overlaps} repeated (interpreted as the first).`,
  "holidays-unconfirmed": ({ place, confirmed }) =>
    confirmed
      ? `Holidays of ${place} were checked against official calendars for ${confirmed.from} to ${confirmed.to} only; other years are calculated.`
      : `Holidays of ${place} were not checked against official calendars. If an official one differs, give its dates in a file, as in --holidays dates.txt.`,
  "holidays-parts": ({ place, parts }) =>
    `${place} has ${parts.length === 1 ? "a part" : "parts"} with other holidays: ${someOf(parts)}.`,
  "holidays-left-out": ({ place, regions, regionNames }) =>
    `Holidays of ${place} are not applied to regions whose time zones are elsewhere: ${regionNames.join("; ")}. To apply them to a region, name it, such as --holidays ${regions[0]}=${place}.`,
  "what-if-left-out": ({ dataset, lacks }) =>
    `Plans of ${dataset} that count business time are not compared for tickets without a ${lacks}. Add ${lacks === "zone" ? `--zone ${dataset}=ZONE` : `--region ${dataset}:REGION`}.`,
  "no-target": ({ plan, priority }) => `Plan ${plan} has no target for priority ${priority}.`,
  "opened-in-future": () => "The ticket's opening time is in the future, so no time has been used.",
  "column-names": (warning) =>
    `The file already has columns with these names, so the added columns are named ${list(warning.added, "and")}.`,
  "skipped-lines": ({ before, after }) => {
    const parts = [
      ...(before > 0 ? [`${count(before, "line")} before the header`] : []),
      ...(after > 0 ? [`${count(after, "line")} after the last row`] : []),
    ];
    return `Skipped ${list(parts, "and")}.`;
  },
  "undecodable-text": ({ rows, ...first }) =>
    `${count(rows, "row")} ${rows === 1 ? "has" : "have"} bytes that are not text in the file's encoding, first on ${rowPosition(first)}. They are kept where rows are written in the form they came in. If text looks wrong, set the encoding, as in --encoding windows-1252.`,
  "escaped-cells": ({ cells }) =>
    `${count(cells, "cell")} that a spreadsheet would run as a formula ${cells === 1 ? "has" : "have"} an apostrophe in front. Keep them unchanged with --formulas keep.`,
  "unmatched-conditions": ({ conditions }) =>
    `No event has ${list(conditions, "or")}. Check --responded-when and --pause-when.`,
  "unmatched-values": ({ conditions }) =>
    `No ticket has ${list(conditions, "or")}. Check --where and --closed-when: a value is a cell of the file, or an id.`,
  "unstored-formulas": ({ cells, columns }) =>
    `${count(cells, "cell")} of ${list(columns, "and")} ${cells === 1 ? "has a formula" : "have formulas"} without a stored result, which ${cells === 1 ? "is" : "are"} read as empty. Open the workbook in a spreadsheet program and save it.`,
  "customer-regions-left-out": ({ regionNames }) =>
    `The hours of ${list(regionNames, "and")} are in the customer's time zone and are left out. Set that zone with --zone, such as --zone Asia/Tokyo.`,
  "no-regions": ({ dataset }) => `Dataset ${dataset} has no regions, so there are no hours to show.`,
  "bundled-id": (warning) => `The dataset from ${warning.path} has the id of a bundled one, ${warning.dataset}.`,
  superseded: (warning) =>
    `Dataset ${warning.dataset} covers the plans before ${warning.validUntil}${warning.by ? supersededBy(warning.by) : "."}`,
});
