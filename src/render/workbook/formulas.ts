/**
 * The formulas of a row of tickets. Times in them are whole seconds of one time line; a key is the number of a calendar, a million
 * million times, plus seconds, so that one sorted column holds all calendars. Names such as `cal_key` are ranges of other sheets.
 */
import type { Style } from "../../xlsx/styles.js";

/** The columns that people fill, in order. */
export const inputColumns = ["id", "plan", "priority", "region", "opened", "responded", "pause"] as const;
export type InputColumn = (typeof inputColumns)[number];

export const answerColumns = ["deadline", "status", "used", "late", "problem"] as const;
export type AnswerColumn = (typeof answerColumns)[number];

/** Hidden columns between the cells of a ticket and its answers, in the order in which they are computed. */
export const stepColumns = [
  "key",
  "target",
  "regionRow",
  "clock",
  "base",
  "openedAt",
  "untilAt",
  "check",
  "row",
  "before",
  "day",
  "first",
  "goal",
  "goalRow",
  "due",
  "until",
] as const;
export type StepColumn = (typeof stepColumns)[number];

export const ticketColumns = [...inputColumns, ...answerColumns, ...stepColumns] as const;
export type TicketColumn = (typeof ticketColumns)[number];

/** How many seconds apart the keys of two calendars are, and those of two business dates. */
export const keysPerCalendar = 1_000_000_000_000;
export const keysPerDate = 1_000_000;

/** The first row of the sheet Targets below its heads. */
export const firstTargetRow = 5;

/** The places of sentences in `problem_text`, from 1. */
export const problems = [
  "no-opened",
  "opened-text",
  "no-plan",
  "unknown-plan",
  "unknown-priority",
  "unknown-region",
  "no-region",
  "bad-target",
  "responded-text",
  "responded-early",
  "bad-pause",
  "opened-outside",
  "deadline-outside",
  "responded-outside",
  "now-outside",
  "first-pass",
  "second-pass",
] as const;
export type Problem = (typeof problems)[number];

export const clockNumbers = { "24x7": 1, "24x5": 2, "business-hours": 3, "business-days": 4 } as const;

/** `check` of an empty row, and of a ticket without a target. */
const emptyRow = -1;
const noTarget = -2;

/** The words that formulas write and compare with. */
export interface FormulaWords {
  readonly statuses: Readonly<
    Record<"met" | "missed" | "open" | "at-risk" | "overdue" | "closed" | "no-target", string>
  >;
  /** Clocks of the zone are changed in the span. */
  readonly hasChanges: boolean;
}

export interface RowFormula {
  readonly column: TicketColumn;
  readonly style: Style;
  /** With `{opened}` and the like for the cells of the row. */
  readonly template: string;
}

/** The template with the cells of a row, or with references of a table. */
export function fill(template: string, cellOf: (column: TicketColumn) => string): string {
  return template.replace(/\{(\w+)\}/g, (_, column: TicketColumn) => cellOf(column));
}

export function rowFormulas({ statuses, hasChanges }: FormulaWords): readonly RowFormula[] {
  const templates = { ...stepTemplates(statuses.closed, hasChanges), ...answerTemplates(statuses, hasChanges) };
  return [...answerColumns, ...stepColumns].map((column) => ({
    column,
    style: styleOf[column as AnswerColumn] ?? "plain",
    template: templates[column],
  }));
}

const styleOf: Readonly<Record<AnswerColumn, Style>> = {
  deadline: "calculatedTime",
  status: "calculated",
  used: "calculatedDuration",
  late: "calculatedDuration",
  problem: "calculatedText",
};

const seconds = (cell: string) => `ROUND(${cell}*86400,0)`;
const problem = (name: Problem) => problems.indexOf(name) + 1;
const sentence = (name: Problem) => `INDEX(problem_text,${problem(name)})`;

/** The second on the time line of a wall time: of a repeated hour the first pass, and past a skipped one by as much as it was inside. */
export function secondOf(cell: string, hasChanges: boolean): string {
  const wall = seconds(cell);
  return hasChanges ? `${wall}-INDEX(zone_add,MATCH(${wall},zone_wall,1))` : wall;
}

/** The open time before an instant, in seconds; `row` is its place in the calendar. */
function openBefore(instant: string, row: string): string {
  return `INDEX(cal_total,${row})-{base}+MIN(${instant}+{base}-INDEX(cal_key,${row}),INDEX(cal_length,${row}))`;
}

const planText = 'IF({plan}="",plan_default&"",{plan}&"")';
const regionText = 'IF({region}="",region_default&"",{region}&"")';
const budget = "INDEX(target_budget,{target})";
const pause = `IF(ISNUMBER({pause}),${seconds("{pause}")},0)`;
/** The place of the interval that holds the start of the clock: that of the opening, or the next. */
const startRow = "({row}+IF({openedAt}+{base}-INDEX(cal_key,{row})<INDEX(cal_length,{row}),0,1))";
const dayRow = "MATCH({day},day_key,1)";
const wallOfDay = `({day}-INT({day}/${keysPerDate})*${keysPerDate})`;

function stepTemplates(closed: string, hasChanges: boolean): Readonly<Record<StepColumn, string>> {
  return {
    key: `IFERROR(${planText}&"|"&{priority},"")`,
    target: `IFERROR(IF({id}&{plan}&{priority}&{region}&{opened}&{responded}="",${emptyRow},IFERROR(MATCH({key},target_key,0),0)),0)`,
    regionRow: `IF({target}<1,0,IFERROR(MATCH(${regionText},region_id,0),0))`,
    clock: `IF({target}<1,0,IF({regionRow}=0,INDEX(target_clock,{target}),IFERROR(VLOOKUP(INDEX(region_id,{regionRow})&"|"&{priority}&"|"&INDEX(target_clock,{target}),overrides,2,FALSE),INDEX(target_clock,{target}))))`,
    base: `IF({clock}=1,1,IF({regionRow}=0,0,2*INDEX(region_number,{regionRow})+IF({clock}=2,1,0)))*${keysPerCalendar}`,
    openedAt: `IF(ISNUMBER({opened}),IFERROR(${secondOf("{opened}", hasChanges)},0),0)`,
    untilAt: `IF(ISNUMBER({responded}),IFERROR(${secondOf("{responded}", hasChanges)},0),now_second)`,
    check: checkTemplate(closed),
    row: "IF({check}<>0,0,IFERROR(MATCH({base}+{openedAt},cal_key,1),0))",
    before: `IF({row}=0,0,${openBefore("{openedAt}", "{row}")})`,
    day: `IF(OR({clock}<>4,{row}=0),0,IFERROR(IF(INT(INDEX(cal_key,${startRow})/${keysPerCalendar})<>{base}/${keysPerCalendar},0,{base}+(INDEX(cal_date,${startRow})+${budget})*${keysPerDate}+INDEX(cal_wall,${startRow})+MAX(0,{openedAt}+{base}-INDEX(cal_key,${startRow}))),0))`,
    first: `IF({row}=0,0,IF({clock}<>4,{openedAt},IF(${budget}=0,{openedAt},IFERROR(IF(INT(INDEX(day_key,${dayRow})/${keysPerDate})<>INT({day}/${keysPerDate}),-1,IF(count_days="end-of-day",INDEX(day_close,${dayRow}),INDEX(day_open,${dayRow})+MIN(MAX(0,${wallOfDay}-INDEX(day_wall,${dayRow})),INDEX(day_length,${dayRow})))),-1))))`,
    goal: `IF({first}<=0,0,IF({clock}=4,${openBefore("{first}", "MATCH({base}+{first},cal_key,1)")},{before}+${budget})+${pause})`,
    goalRow: "IF({first}<=0,0,IFERROR(MATCH({base}+{goal}-0.5,cal_total,1),0))",
    due: `IF({row}=0,0,IF({first}<0,-1,IF(${pause}+IF({clock}=4,0,${budget})=0,{first},IF({goalRow}=0,-1,IF({base}+{goal}-INDEX(cal_total,{goalRow})>INDEX(cal_length,{goalRow}),-1,INDEX(cal_key,{goalRow})+{goal}-INDEX(cal_total,{goalRow}))))))`,
    until: `IF({due}<=0,"",IF(OR({untilAt}<span_from,{untilAt}>span_to),"",${openBefore("{untilAt}", "MATCH({base}+{untilAt},cal_key,1)")}))`,
  };
}

/** What keeps a ticket from having a deadline: the place of a sentence, or 0. */
function checkTemplate(closed: string): string {
  const steps: readonly (readonly [when: string, result: string | number])[] = [
    [`{target}=${emptyRow}`, emptyRow],
    ['{opened}=""', problem("no-opened")],
    ["NOT(ISNUMBER({opened}))", problem("opened-text")],
    [`${planText}=""`, problem("no-plan")],
    [
      "{target}=0",
      `IF(ISNUMBER(MATCH(${planText},target_plan,0)),${problem("unknown-priority")},${problem("unknown-plan")})`,
    ],
    // An exact MATCH reads * and ? as wildcards.
    ["INDEX(target_key,{target})<>{key}", problem("unknown-priority")],
    [
      `IF(${regionText}="",FALSE,IF({regionRow}=0,TRUE,INDEX(region_id,{regionRow})<>${regionText}))`,
      problem("unknown-region"),
    ],
    [`${budget}=""`, noTarget],
    [`OR(NOT(ISNUMBER(${budget})),NOT(ISNUMBER({clock})))`, problem("bad-target")],
    ["AND({clock}>1,{regionRow}=0)", problem("no-region")],
    [`AND({responded}<>"",NOT(ISNUMBER({responded})),{responded}<>"${closed}")`, problem("responded-text")],
    ["AND(ISNUMBER({responded}),{untilAt}<{openedAt})", problem("responded-early")],
    ['NOT(OR({pause}="",ISNUMBER({pause})))', problem("bad-pause")],
    ["AND(ISNUMBER({pause}),{pause}<0)", problem("bad-pause")],
    ["OR({openedAt}<span_from,{openedAt}>span_to)", problem("opened-outside")],
  ];
  return `IFERROR(${steps.reduceRight((rest, [when, result]) => `IF(${when},${result},${rest})`, "0")},${problem("opened-text")})`;
}

function answerTemplates(
  statuses: FormulaWords["statuses"],
  hasChanges: boolean,
): Readonly<Record<AnswerColumn, string>> {
  const wall = hasChanges ? "({due}+INDEX(zone_add,MATCH({due},zone_at,1)))" : "{due}";
  const zoneRow = "MATCH({due},zone_at,1)";
  const marked = hasChanges
    ? `IF({due}-INDEX(zone_at,${zoneRow})<INDEX(zone_back,${zoneRow}),${sentence("second-pass")},IF(INDEX(zone_at,${zoneRow}+1)-{due}<=INDEX(zone_back,${zoneRow}+1),${sentence("first-pass")},""))`
    : '""';
  const atRisk = "MAX(0,{until}-{before})*100>=ROUND(at_risk*({goal}-{before}),6)";
  return {
    deadline: `IF({due}>0,${wall}/86400,"")`,
    status: `IF({check}=${noTarget},"${statuses["no-target"]}",IF({due}<=0,"",IF({responded}="${statuses.closed}","${statuses.closed}",IF(ISNUMBER({responded}),IF({untilAt}<={due},"${statuses.met}","${statuses.missed}"),IF({untilAt}>{due},"${statuses.overdue}",IF({until}="","${statuses.open}",IF(${atRisk},"${statuses["at-risk"]}","${statuses.open}")))))))`,
    used: `IF(OR({until}="",{responded}="${statuses.closed}"),"",MAX(0,{until}-{before})/86400)`,
    late: `IF(OR({until}="",{responded}="${statuses.closed}",{untilAt}<={due}),"",({until}-{goal})/86400)`,
    problem: `IF({check}>0,INDEX(problem_text,{check}),IF({check}<0,"",IF({due}<=0,${sentence("deadline-outside")},IF({until}="",IF(ISNUMBER({responded}),${sentence("responded-outside")},${sentence("now-outside")}),${marked}))))`,
  };
}
