/** Assumptions and warnings. */
import { formatUtc } from "../../core/format-time.js";
import type { GroupedAssumption, Successor, Warning } from "../../report.js";
import { byCode, quoted } from "../shared.js";
import { list } from "./grammar.js";

/** Why the system's zone is not known. */
export function noSystemZone(variable: string | undefined): string {
  return variable === undefined
    ? "The system names no IANA time zone"
    : `TZ=${quoted(variable)} is not an IANA time zone`;
}

/** Headers that look like a column of first responses, and the flag that names one. */
export function likelyResponses(likely: readonly string[]): string {
  const [first] = likely;
  if (first === undefined) return 'Name the column with --map responded="Header".';
  return `${list(likely, "and")} ${likely.length === 1 ? "looks" : "look"} like one: --map responded="${first}".`;
}

/** What took a dataset's place, after the date up to which it was in force. */
function supersededBy({ id, title, plans }: Successor): string {
  if (title === undefined) return ` and is superseded by ${id} (--dataset ${id}).`;
  return `. The plans available now are ${list(plans, "and")} (${title}); compare them with --dataset ${id}.`;
}

export const assumption = byCode<GroupedAssumption, string>({
  "region-zone": (assumption) =>
    `Where the source gives a region no time zone, one is taken: ${list(
      assumption.zones.map(({ region, zone }) => `${zone} for ${region}`),
      "and",
    )}. Set another with --zone.`,
  weekdays: (assumption) =>
    `The source implies Monday to Friday for ${assumption.regions.length === 1 ? "region" : "regions"} ${list(assumption.regions, "and")} but does not state it.`,
  "24x5-window": (assumption) =>
    `The source does not define 24x5; it is taken as each business date from 00:00 to 24:00 in ${assumption.zone ?? "the region's zone"}.`,
  "day-count-rule": (assumption) =>
    assumption.rule === "same-time"
      ? "The source does not define a business day; it is due at the same wall time on the Nth business date after the clock starts (--count-days same-time)."
      : "The source does not define a business day; it is due at closing on the Nth business date after the clock starts (--count-days end-of-day).",
  "clock-start": () => "The source does not say when the clock starts outside hours; it starts at the next opening.",
  "no-holidays": () => "No holidays are taken out, as no vendor publishes a list. Name them with --holidays.",
  "holiday-source": (assumption) =>
    `Public holidays are taken from ${list(assumption.sources, "and")}, which the vendor has not confirmed.`,
  "system-zone": (assumption) =>
    `Times without an offset are read in the system's zone, ${assumption.zone}. Set another with --tz.`,
  "shown-zone": (assumption) =>
    `Besides a region's own zone, times are shown in the system's, ${assumption.zone}. Set another with --tz.`,
  "unknown-system-zone": (assumption) =>
    `${noSystemZone(assumption.variable)}, so times that would be shown in the system's zone are in ${assumption.zone}. Set a zone with --tz.`,
  "export-zone": (assumption) =>
    `Times without an offset are read in ${assumption.zone}, as ${assumption.preset} writes ${assumption.column} through its API. A list that was exported is in its user's zone: set that with --source-tz.`,
  preset: (assumption) =>
    `The header is that of an export from ${assumption.preset}; its column and priority names are read so. Set another with --preset, --map or --priority-map.`,
  "date-order": (assumption) =>
    `Dates are read with the ${{ dmy: "day", mdy: "month", ymd: "year" }[assumption.order]} first (${assumption.order}), the only order that fits ${assumption.value} in column ${assumption.column}. Set another with --date-order.`,
  "no-response-column": (assumption) =>
    `No column holds the time of the first response, so every ticket counts as unanswered. ${likelyResponses(assumption.likely)}`,
  "project-settings": (assumption) =>
    `${list(assumption.settings, "and")} ${assumption.settings.length === 1 ? "is" : "are"} set in ${assumption.path}. Ignore that file with --no-config.`,
  unanswered: (assumption) =>
    `A ticket without a response counts as missed once its deadline lies before ${formatUtc(assumption.now)} (--now), and is not judged before.`,
  "measured-needs": (assumption) =>
    `The response needed for a priority is the time in which ${assumption.percent} % of its past tickets were first answered, on the clock that plan ${assumption.plan} runs it on.`,
  "rounded-percentiles": () => "Response times above two days are told within a thousandth; the longest is exact.",
  "budget-any": () => "No budget was named, so a paid plan counts as possible. Set --budget included to rule it out.",
  "shortest-day": (assumption) =>
    `Where hours and business days are compared, a business day counts as ${assumption.hours} hours, the shortest open day.`,
  "clock-as-planned": () =>
    "A time needed without a clock is read on the clock of the plan's own target. Name one, as in P2=30m@24x7, to be strict.",
});

export const warning = byCode<Warning, string>({
  "local-time-gap": (warning) =>
    `${warning.option} ${warning.value} does not exist in ${warning.zone}, where clocks skip it; it is read as ${warning.readAs}.`,
  "local-time-overlap": (warning) =>
    `${warning.option} ${warning.value} happens twice in ${warning.zone}; it is read as the first, ${warning.readAs}. Write an offset to choose.`,
  "doubtful-local-times": (warning) =>
    `${warning.gaps + warning.overlaps === 1 ? "1 local time" : `${warning.gaps + warning.overlaps} local times`}, the first on line ${warning.line}, at a change of clocks in ${warning.zone}: ${warning.gaps} skipped by the clock and read as if it had not yet changed, ${warning.overlaps} shown twice and read as the first.`,
  "opened-in-future": () => "The ticket is opened after now, so nothing has been used yet.",
  "column-names": (warning) =>
    `The file has a column of the same name, so the added columns are ${list(warning.added, "and")}.`,
  "bundled-id": (warning) => `The dataset from ${warning.path} has the id of a bundled one, ${warning.dataset}.`,
  superseded: (warning) =>
    `Dataset ${warning.dataset} was in force until ${warning.validUntil}${warning.by ? supersededBy(warning.by) : "."}`,
});
