/**
 * The table of commands: each with its renderers, loaded when it is called.
 */

import type { Shell } from "../cli/completion-scripts.js";
import { checkChoice } from "../cli/parser.js";
import { datasetRef } from "../commands/context.js";
import { CliError } from "../errors.js";
import { type Io, readIfThere } from "../io/io.js";
import type { CommandName, ParsedCommand } from "../options.js";
import type { SqlDialect } from "../report.js";
import { type ActionContext, type ActionResult, renderResult } from "./action.js";

/** Each command with its renderers, loaded when it is called. */
export const actions: Record<CommandName, (command: ParsedCommand, action: ActionContext) => Promise<ActionResult>> = {
  async compare({ args, options }, action) {
    const { runCompare } = await import("../commands/compare.js");
    const render = await import("../render/text/compare.js");
    const report = await runCompare(args, options, action.context);
    return renderResult(report, action, {
      text: (report) => render.renderCompareText(report, action.messages, action.view),
      csv: (report) => render.renderCompareRows(report, ",", action.messages),
      tsv: (report) => render.renderCompareRows(report, "\t", action.messages),
      markdown: (report) => render.renderCompareMarkdown(report, action.messages),
      html: async (report) =>
        (await import("../render/html/compare.js")).renderCompareHtml(report, action.messages, action.view),
      xlsx: async (report) =>
        (await import("../render/xlsx.js")).renderTable("compare", render.compareTable(report, action.messages)),
    });
  },
  async deadline({ options }, action) {
    const { runDeadline } = await import("../commands/deadline.js");
    const render = await import("../render/text/deadline.js");
    const report = await runDeadline(options, action.context);
    return {
      ...(await renderResult(report, action, {
        text: (report) => render.renderDeadlineText(report, action.messages, action.view),
        csv: (report) => render.renderDeadlineRows(report, ","),
        tsv: (report) => render.renderDeadlineRows(report, "\t"),
        iso: (report) => render.renderDeadlineIso(report),
        epoch: (report) => render.renderDeadlineEpoch(report),
        html: async (report) =>
          (await import("../render/html/deadline.js")).renderDeadlineHtml(report, action.messages, action.view),
        ics: async (report) => (await import("../render/ics.js")).renderDeadlineIcs(report, action.messages),
        xlsx: async (report) =>
          (await import("../render/xlsx.js")).renderTable("deadline", render.deadlineTable(report)),
      })),
      finding: report.finding,
    };
  },
  async elapsed({ options }, action) {
    const { runElapsed } = await import("../commands/elapsed.js");
    const render = await import("../render/text/elapsed.js");
    const report = await runElapsed(options, action.context);
    return renderResult(report, action, {
      text: (report) => render.renderElapsedText(report, action.messages, action.view),
      iso: (report) => render.renderElapsedIso(report),
    });
  },
  async hours({ args, options }, action) {
    const { runHours } = await import("../commands/hours.js");
    const render = await import("../render/text/hours.js");
    const report = await runHours(args, { ...options, recurring: action.format === "ics" }, action.context);
    const result = await renderResult(report, action, {
      text: (report) => render.renderHoursText(report, action.messages, action.view),
      csv: (report) => render.renderHoursRows(report),
      html: async (report) =>
        (await import("../render/html/hours.js")).renderHoursHtml(report, action.messages, action.view),
      ics: async (report) => (await import("../render/ics.js")).renderHoursIcs(report, action.messages),
    });
    return { ...result, finding: options.check === true && report.regions.some(({ open }) => !open) };
  },
  async audit({ args, options }, action) {
    const { prepareAudit, fallsShort } = await import("../commands/audit.js");
    const { stream } = await import("../io/stream.js");
    const { progressOf } = await import("../cli/progress.js");
    const render = await import("../render/text/audit.js");
    const { renderBatchMessage } = await import("../render/text/batch.js");
    const { context, io, messages, view } = action;
    const path = args[0] as string;
    const { transform } = await stream(
      io,
      progressOf(io, messages, view.quiet),
      path,
      undefined,
      (first, form) => prepareAudit(path, { ...options, ...form }, context, first),
      options.sheet,
    );
    const report = transform.report();
    const { read, bad } = report.tickets;
    const isShort = fallsShort(report);
    const finding = isShort
      ? messages.audit.fallsShort(render.attainmentText(report, messages), report.minPercent ?? 0)
      : undefined;
    return {
      ...(await renderResult(report, action, {
        text: (report) => render.renderAuditText(report, messages, view),
        markdown: (report) => render.renderAuditMarkdown(report, messages),
        csv: (report) => render.renderAuditRows(report),
        html: async (report) => (await import("../render/html/audit.js")).renderAuditHtml(report, messages, view),
        xlsx: async (report) => (await import("../render/xlsx.js")).renderTable("audit", render.auditTable(report)),
      })),
      finding: isShort,
      ...(bad > 0 && { unusable: true }),
      ...((bad > 0 || !view.quiet) && {
        stderrText: renderBatchMessage({ ...report, isQuiet: view.quiet, read, bad, finding }, messages, view),
      }),
    };
  },
  recommend: async (command, action) => (await import("./recommend.js")).recommendAction(command, action),
  config: async (command, action) => (await import("./config.js")).configAction(command, action),
  async completion({ args: [shell = ""] }, action) {
    const { completionScript, shells } = await import("../cli/completion-scripts.js");
    checkChoice("completion", shell, shells);
    const report = {
      command: "completion",
      dataset: datasetRef(action.context),
      shell,
      assumptions: [],
      warnings: [],
    } as const;
    return { report, text: completionScript(shell as Shell) };
  },
  async holidays({ args, options }, action) {
    const { runHolidays } = await import("../commands/holidays.js");
    const render = await import("../render/text/holidays.js");
    const report = await runHolidays(args, { ...options, onlyDates: action.format === "ics" }, action.context);
    return renderResult(report, action, {
      text: (report) => render.renderHolidaysText(report, action.messages, action.view),
      csv: (report) => render.renderHolidayRows(report),
      ics: async (report) => (await import("../render/ics.js")).renderHolidaysIcs(report, action.messages),
    });
  },
  async dataset({ args, options }, action) {
    const { runDataset } = await import("../commands/dataset.js");
    const { renderDatasetText } = await import("../render/text/dataset.js");
    const report = await runDataset(args, options, action.context);
    return renderResult(report, action, { text: (report) => renderDatasetText(report, action.messages, action.view) });
  },
  watch: async (command, action) => (await import("./watch.js")).watchAction(command, action),
  workbook: async (command, action) => (await import("./workbook.js")).workbookAction(command, action),
  async sql({ options }, action) {
    const { runSql } = await import("../commands/sql.js");
    const report = await runSql(options, action.context);
    const { seeds, dbt, dialect } = options;
    if (dbt !== undefined) {
      const { dbtFiles, packageName } = await import("../render/sql/dbt.js");
      await checkProject(`${dbt}/dbt_project.yml`, packageName, action.io);
      const files = dbtFiles(report, action.messages, action.view.tzdata);
      return { report, text: "", folder: { path: dbt, files } };
    }
    if (seeds !== undefined) {
      const { seedFiles } = await import("../render/sql/seeds.js");
      return { report, text: "", folder: { path: seeds, files: seedFiles(report, action.view.tzdata) } };
    }
    const { renderSql } = await import("../render/sql/sql.js");
    return renderResult(report, action, {
      text: () => renderSql(report, dialect as SqlDialect, action.messages, action.view),
    });
  },
};

/** Throws `other-dbt-project` where the file is that of another project, whose files a package would replace. */
async function checkProject(path: string, name: string, io: Io): Promise<void> {
  const text = await readIfThere(path, io);
  if (text !== undefined && !text.split(/\r?\n/).includes(`name: ${name}`))
    throw new CliError({ code: "other-dbt-project", path });
}
