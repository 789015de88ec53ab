/**
 * The table of commands: each with its renderers, loaded when it is called.
 */

import type { Shell } from "../cli/completion-scripts.js";
import { checkChoice } from "../cli/parser.js";
import { datasetRef } from "../commands/context.js";
import type { CommandName, ParsedCommand } from "../options.js";
import { type Answered, type Asked, answered } from "./action.js";

/** Each command with its renderers, loaded when it is called. */
export const fronts: Record<CommandName, (typed: ParsedCommand, asked: Asked) => Promise<Answered>> = {
  async compare({ args, options }, asked) {
    const { runCompare } = await import("../commands/compare.js");
    const render = await import("../render/text/compare.js");
    const report = await runCompare(args, options, asked.context);
    return answered(report, asked, {
      text: (report) => render.renderCompareText(report, asked.messages, asked.view),
      csv: (report) => render.renderCompareRows(report, ",", asked.messages),
      tsv: (report) => render.renderCompareRows(report, "\t", asked.messages),
      markdown: (report) => render.renderCompareMarkdown(report, asked.messages),
      html: async (report) => (await import("../render/html/compare.js")).renderCompareHtml(report, asked.messages, asked.view),
    });
  },
  async deadline({ options }, asked) {
    const { runDeadline, hasFinding } = await import("../commands/deadline.js");
    const render = await import("../render/text/deadline.js");
    const report = await runDeadline(options, asked.context);
    return {
      ...(await answered(report, asked, {
        text: (report) => render.renderDeadlineText(report, asked.messages, asked.view),
        csv: (report) => render.renderDeadlineRows(report, ","),
        tsv: (report) => render.renderDeadlineRows(report, "\t"),
        iso: (report) => render.renderDeadlineIso(report),
        epoch: (report) => render.renderDeadlineEpoch(report),
        html: async (report) => (await import("../render/html/deadline.js")).renderDeadlineHtml(report, asked.messages, asked.view),
        ics: async (report) => (await import("../render/ics.js")).renderDeadlineIcs(report, asked.messages),
      })),
      finding: hasFinding(report),
    };
  },
  async elapsed({ options }, asked) {
    const { runElapsed } = await import("../commands/elapsed.js");
    const render = await import("../render/text/elapsed.js");
    const report = await runElapsed(options, asked.context);
    return answered(report, asked, {
      text: (report) => render.renderElapsedText(report, asked.messages, asked.view),
      iso: (report) => render.renderElapsedIso(report),
    });
  },
  async hours({ args, options }, asked) {
    const { runHours } = await import("../commands/hours.js");
    const render = await import("../render/text/hours.js");
    const report = await runHours(args, { ...options, recurring: asked.format === "ics" }, asked.context);
    return answered(report, asked, {
      text: (report) => render.renderHoursText(report, asked.messages, asked.view),
      csv: (report) => render.renderHoursRows(report),
      html: async (report) => (await import("../render/html/hours.js")).renderHoursHtml(report, asked.messages, asked.view),
      ics: async (report) => (await import("../render/ics.js")).renderHoursIcs(report, asked.messages),
    });
  },
  async audit({ args, options }, asked) {
    const { prepareAudit, fallsShort } = await import("../commands/audit.js");
    const { stream } = await import("../io/stream.js");
    const render = await import("../render/text/audit.js");
    const { renderBatchMessage } = await import("../render/text/batch.js");
    const { context, io, messages, view } = asked;
    const path = args[0] as string;
    const { made } = await stream(io, messages, path, undefined, view.quiet, (first) => prepareAudit(path, options, context, first));
    const report = made.report();
    const { read, bad } = report.tickets;
    const isShort = fallsShort(report);
    const finding = isShort ? messages.audit.fallsShort(render.attainmentText(report, messages), report.minPercent ?? 0) : undefined;
    return {
      ...(await answered(report, asked, {
        text: (report) => render.renderAuditText(report, messages, view),
        markdown: (report) => render.renderAuditMarkdown(report, messages),
        csv: (report) => render.renderAuditRows(report),
        html: async (report) => (await import("../render/html/audit.js")).renderAuditHtml(report, messages, view),
      })),
      finding: isShort,
      ...(bad > 0 && { unusable: true }),
      ...((bad > 0 || report.fills.length > 0) && {
        talk: renderBatchMessage({ ...report, fills: view.quiet ? [] : report.fills, read, bad, finding }, messages),
      }),
    };
  },
  recommend: async (typed, asked) => (await import("./recommend.js")).recommendFront(typed, asked),
  config: async (typed, asked) => (await import("./config.js")).configFront(typed, asked),
  async completion({ args: [shell = ""] }, asked) {
    const { completionScript, shells } = await import("../cli/completion-scripts.js");
    checkChoice("completion", shell, shells);
    const report = { command: "completion", dataset: datasetRef(asked.context), shell, assumptions: [], warnings: [] } as const;
    return { report, text: completionScript(shell as Shell) };
  },
  async dataset({ args }, asked) {
    const { runDataset } = await import("../commands/dataset.js");
    const { renderDatasetText } = await import("../render/text/dataset.js");
    const report = await runDataset(args, asked.context);
    return answered(report, asked, { text: (report) => renderDatasetText(report, asked.messages, asked.view) });
  },
  watch: async (typed, asked) => (await import("./watch.js")).watchFront(typed, asked),
  async sql({ options }, asked) {
    const { runSql } = await import("../commands/sql.js");
    const { renderSql } = await import("../render/sql.js");
    const report = await runSql(options, asked.context);
    return answered(report, asked, { text: () => renderSql(report, asked.messages, asked.view) });
  },
};
