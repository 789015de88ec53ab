/**
 * The sheet Targets: what people change. Beside the targets stand settings, regions and overrides, and in hidden columns the words and
 * numbers that formulas look up.
 */
import type { Messages } from "../../i18n/en/index.js";
import type { WorkbookReport } from "../../report.js";
import { sheetPartsXml } from "../../xlsx/sheet-parts.js";
import type { Cell, Table, WorkbookWriter } from "../../xlsx/workbook.js";
import { Grid, heads, nameColumns, rowHeight, text } from "./cells.js";
import { firstTargetRow } from "./formulas.js";
import { addLists, addTimes } from "./lists.js";
import type { TimeLine } from "./time-line.js";

/** The row of the heads of all blocks; the first below is that of the first target. */
const headRow = firstTargetRow - 1;
/** Room for targets and overrides that people add. */
const spareTargets = 300;
const spareOverrides = 5;

export function writeTargets(book: WorkbookWriter, report: WorkbookReport, line: TimeLine, messages: Messages): void {
  const { targets: words, validation, footer } = messages.workbook;
  const grid = new Grid();
  const widths = [16, 12, 10, 12, 18, hidden, hidden, hidden, 3, 62, 24, 3, 16, 22, 22, hidden, 3, 16, 12, 18, 18];
  book.beginSheet("Targets", {
    widths: [...widths, ...Array.from({ length: 16 }, () => hidden)],
    frozenRows: headRow,
    rowHeight,
    fitsWidth: true,
    hidesGrid: true,
    tabColor: "FFE0B000",
  });
  grid.set("A", 1, text("title", words.title));
  grid.set("A", 2, text("note", words.note));
  const table = targetTable(grid, report, messages);
  const last = firstTargetRow + report.targets.length - 1;
  nameColumns(book, "Targets", "A", ["target_plan"], firstTargetRow, firstTargetRow + spareTargets);
  nameColumns(
    book,
    "Targets",
    "F",
    ["target_key", "target_clock", "target_budget"],
    firstTargetRow,
    firstTargetRow + spareTargets,
  );
  addSettings(grid, book, report, line, messages);
  const lastSetting = firstTargetRow + 5;
  book.define({
    name: "_xlnm.Print_Area",
    formula: `Targets!$A$1:$K$${Math.max(last, lastSetting)}`,
    sheet: "Targets",
  });
  addRegions(grid, book, report, messages);
  const lastOverride = addOverrides(grid, book, report, messages);
  const lists = addLists(grid, book, report, messages);
  addTimes(grid, book, report, line);
  grid.write(book, headRow);
  const list = (cells: string, values: string) => ({ cells, list: values, ...validation });
  book.endSheet(
    sheetPartsXml({
      validations: [
        list(`D${firstTargetRow}:D${last}`, lists.units),
        list(`E${firstTargetRow}:E${last}`, lists.clocks),
        list(`K${firstTargetRow}`, "plan_list"),
        list(`K${firstTargetRow + 1}`, "region_id"),
        list(`K${firstTargetRow + 3}`, '"same-time,end-of-day"'),
        list(`T${firstTargetRow}:U${lastOverride}`, lists.clocks),
      ],
      footer: footer(report.dataset.id, report.zone.id),
      calculatedCells: `F${firstTargetRow}:H${last}`,
    }),
    [table],
  );
}

const hidden = { width: 14, isHidden: true };

function targetTable(grid: Grid, { targets }: WorkbookReport, { workbook }: Messages): Table {
  const { columns, targets: words, clocks, units } = workbook;
  const names = [columns.plan, columns.priority, words.amount, words.unit, words.clock];
  const steps = ["key", "clock number", "budget"];
  grid.set("A", headRow, ...heads("inputHead", names), ...heads("calculatedHead", steps));
  targets.forEach(({ plan, priority, target }, i) => {
    const row = firstTargetRow + i;
    const cells: Cell[] =
      typeof target === "object"
        ? [
            { value: target.amount, style: "input" },
            text("input", units[target.unit]),
            text("input", clocks[target.clock]),
          ]
        : [target === "none" ? "" : "?", "", ""].map((value) => text("input", value));
    const formulas = targetFormulas((column) => `${column}${row}`).map((formula): Cell => ({ formula }));
    grid.set("A", row, plan, priority, ...cells, ...formulas);
  });
  const nameOf: Readonly<Record<string, string>> = Object.fromEntries(
    ["A", "B", "C", "D", "E", "F", "G", "H"].map((column, i) => [column, [...names, ...steps][i] as string]),
  );
  const inTable = targetFormulas((column) => `Targets[[#This Row],[${nameOf[column]}]]`);
  return {
    name: "Targets",
    ref: `A${headRow}:H${firstTargetRow + targets.length - 1}`,
    columns: [...names.map((name) => ({ name })), ...steps.map((name, i) => ({ name, formula: inTable[i] }))],
    style: "TableStyleLight1",
  };
}

/** The key of a target, the number of its clock, and its budget in seconds or business days; `?` where they do not go together. */
function targetFormulas(cell: (column: string) => string): readonly [string, string, string] {
  const [plan, priority, amount, unit, clock, , number] = ["A", "B", "C", "D", "E", "F", "G"].map(cell);
  const perUnit = `VLOOKUP(${unit},units,2,FALSE)`;
  return [
    `${plan}&"|"&${priority}`,
    `IF(${clock}="","",IFERROR(VLOOKUP(${clock},clocks,2,FALSE),"?"))`,
    `IF(${amount}="","",IFERROR(IF(OR(NOT(ISNUMBER(${amount})),NOT(ISNUMBER(${number})),${amount}<0),"?",IF(${number}=4,IF(AND(${perUnit}=0,INT(${amount})=${amount}),${amount},"?"),IF(${perUnit}=0,"?",ROUND(${amount}*${perUnit},0)))),"?"))`,
  ];
}

function addSettings(
  grid: Grid,
  book: WorkbookWriter,
  report: WorkbookReport,
  line: TimeLine,
  { workbook }: Messages,
): void {
  const { targets: words } = workbook;
  const { plans, regions, now } = report;
  const only = (list: readonly { readonly id: string }[]) => (list.length === 1 ? (list[0]?.id ?? "") : "");
  const nowCell: Cell =
    now === undefined
      ? { formula: "NOW()+clock_difference/24", style: "dateTime" }
      : { wallMs: line.wallMs(now), style: "dateTime" };
  const settings: readonly (readonly [name: string, label: string, cell: Cell])[] = [
    ["plan_default", words.planDefault, text("input", only(plans))],
    ["region_default", words.regionDefault, text("input", only(regions))],
    ["at_risk", words.atRisk, { value: report.atRiskPercent, style: "inputPercent" }],
    ["count_days", words.countDays, text("input", report.countDays)],
    [
      "clock_difference",
      words.clockDifference(report.zone.id),
      { value: report.clockDifferenceMs / 3_600_000, style: "input" },
    ],
    ["sla_now", words.now, nowCell],
  ];
  grid.set("J", headRow, ...heads("inputHead", [words.settings, words.value]));
  settings.forEach(([name, label, cell], i) => {
    const row = firstTargetRow + i;
    grid.set("J", row, text("plain", label), cell);
    book.define({ name, formula: `Targets!$K$${row}` });
  });
}

function addRegions(grid: Grid, book: WorkbookWriter, { regions }: WorkbookReport, { workbook }: Messages): void {
  const { columns, targets: words } = workbook;
  grid.set("M", headRow, ...heads("calculatedHead", [columns.region, words.name, words.zone, words.number]));
  regions.forEach(({ id, name, zone }, i) => {
    grid.set("M", firstTargetRow + i, id, name, zone.id, i + 1);
  });
  const last = firstTargetRow + Math.max(regions.length, 1) - 1;
  nameColumns(book, "Targets", "M", ["region_id"], firstTargetRow, last);
  nameColumns(book, "Targets", "P", ["region_number"], firstTargetRow, last);
}

function addOverrides(grid: Grid, book: WorkbookWriter, { overrides }: WorkbookReport, { workbook }: Messages): number {
  const { columns, targets: words, clocks } = workbook;
  grid.set("R", headRow - 1, text("strong", words.overrides));
  const names = [columns.region, columns.priority, words.from, words.to];
  grid.set("R", headRow, ...heads("inputHead", names), ...heads("calculatedHead", ["key", "number"]));
  const last = firstTargetRow + overrides.length + spareOverrides - 1;
  for (let row = firstTargetRow; row <= last; row++) {
    const one = overrides[row - firstTargetRow];
    const texts = one ? [one.region, one.priority, clocks[one.from], clocks[one.to]] : ["", "", "", ""];
    const number = (cell: string) => `IFERROR(VLOOKUP(${cell},clocks,2,FALSE),"?")`;
    grid.set(
      "R",
      row,
      ...texts.map((value) => text("input", value)),
      { formula: `R${row}&"|"&S${row}&"|"&${number(`T${row}`)}` },
      { formula: number(`U${row}`) },
    );
  }
  book.define({ name: "overrides", formula: `Targets!$V$${firstTargetRow}:$W$${last}` });
  return last;
}
