/**
 * run(argv, io): from a command line to an exit code. Knows every part and does nothing itself: the table of commands,
 * the way of the data from typed words to written answer, and the one place where failures are caught.
 */

import { loadSettings, type Settings, settingBehind, settingsOfEnvironment, withSettings } from "./cli/config.js";
import { decodeText, type Io } from "./cli/io.js";
import { langOfEnvironment, langVariable, matchLang } from "./cli/language.js";
import { disputesBoxLines, usesColor } from "./cli/manners.js";
import {
  type CommandName,
  commands,
  type Format,
  formatOfEnding,
  formats,
  type SettingKey,
  settingKeys,
  settings as settingVariables,
  type Typed,
} from "./cli/options.js";
import { checkChoice, flagOf, type HelpSubject, parseCommandLine } from "./cli/parser.js";
import type { Asker } from "./cli/prompts.js";
import type { Shell } from "./cli/shells.js";
import type { BatchTexts } from "./commands/batch.js";
import { type Context, datasetRef, Notes, readTime } from "./commands/context.js";
import type { Measured } from "./commands/history.js";
import { findZone, rememberOffsets } from "./core/zone.js";
import { defaultDatasetId } from "./data/bundled.js";
import { type Lang, langs } from "./data/dataset.js";
import { keptOffsets } from "./data/kept-offsets.js";
import { loadDataset } from "./data/load.js";
import { nearestNames } from "./data/nearest.js";
import { exitCodeOf, exitCodes, Failure, type Fault, type RowFault } from "./errors.js";
import { loadWords, type Words } from "./i18n/words.js";
import { formatJson } from "./render/json-text.js";
import { paintOf, type View } from "./render/paint.js";

import { settle, visible, visibleThroughout } from "./render/text.js";
import { wrapText } from "./render/width.js";
import type { History, Report, SettingLine, WatchReport } from "./report.js";

import { type BatchFormat, batchFormats } from "./tickets/forms.js";
import { version } from "./version.js";

/** Width of answers that do not go to a terminal. */
const defaultColumns = 80;

export async function run(argv: readonly string[], io: Io): Promise<number> {
  if (keptOffsets?.tzdata === io.tzdata) rememberOffsets(keptOffsets);
  const glimpsed = glimpse(argv);
  const found = await (glimpsed.config ? loadSettings(io) : Promise.resolve(settingsOfEnvironment(io.env))).catch(
    (error: unknown) => error,
  );
  const settings = isSettings(found) ? found : settingsOfEnvironment(io.env);
  const wanted = glimpsed.lang ?? (settings.values.lang?.value as string | undefined);
  const lang = (wanted === undefined ? undefined : matchLang(wanted)) ?? langOfEnvironment(io.env);
  const words = await loadWords(lang);
  if (argv[0] === "__complete") return await complete(argv.slice(1), settings, lang, words, io);
  let typed: Typed | undefined;
  try {
    const parsed = parseCommandLine(argv);
    if (parsed.kind === "version") {
      await io.stdout.write(`${version}\n`);
      return exitCodes.answered;
    }
    if (parsed.kind === "help") {
      await io.stdout.write(await helpText(parsed.about, words, glimpsed, io));
      return exitCodes.answered;
    }
    typed = parsed.typed;
    if (!isSettings(found)) throw found;
    if (wanted !== undefined && matchLang(wanted) === undefined) {
      throw new Failure({ code: "unknown-value", option: "--lang", value: wanted, allowed: langs, nearest: nearestNames(wanted, langs) });
    }
    return await answer(typed, settings, lang, words, io);
  } catch (error) {
    const fault = faultOf(error);
    const behind =
      "value" in fault || "path" in fault ? settingBehind(String("value" in fault ? fault.value : fault.path), typed, settings) : undefined;
    await io.stderr.write(explain(fault, behind, words, glimpsed.json, talkView(glimpsed, io)));
    if (fault.code === "bug" && glimpsed.debug) await io.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return exitCodeOf(fault);
  }
}

/** What could come next on the command line of a shell; whatever goes wrong, the shell gets nothing rather than a message. */
async function complete(argv: readonly string[], settings: Settings, lang: Lang, words: Words, io: Io): Promise<number> {
  const { completeLine, formatCompletion } = await import("./cli/completion.js");
  const read = async (path: string) => decodeText(path, await io.readFile(path));
  const dataset = (name: string) => loadDataset(name, read).catch(() => undefined);
  const datasetName = settings.values.dataset?.value as string | undefined;
  const completion = await completeLine(argv[0] === "--" ? argv.slice(1) : argv, { words, lang, dataset, datasetName }).catch(
    () => undefined,
  );
  if (completion) await io.stdout.write(settle(formatCompletion(completion), { color: false, plain: false }));
  return exitCodes.answered;
}

async function helpText(about: HelpSubject, words: Words, { color: flag, ascii }: Glimpse, io: Io): Promise<string> {
  if (about === "man") return (await import("./cli/manual.js")).renderManual(words, version);
  const { renderHelp } = await import("./cli/help.js");
  const color = usesColor(flag, io.env, io.stdout.isTerminal);
  const text = renderHelp(about, words, { columns: io.stdout.columns ?? defaultColumns, paint: paintOf(color) });
  return settle(text, { color, plain: ascii ?? disputesBoxLines(io.env) });
}

/** What decides the form of an error message, before the command line is known to be right. */
interface Glimpse {
  readonly lang: string | undefined;
  readonly color: string | undefined;
  readonly json: boolean;
  readonly debug: boolean;
  readonly ascii: boolean | undefined;
  readonly config: boolean;
}

function glimpse(argv: readonly string[]): Glimpse {
  const end = argv.indexOf("--");
  const flags = end < 0 ? argv : argv.slice(0, end);
  const typedAfter = (flag: string) => {
    const at = flags.lastIndexOf(flag);
    return at >= 0 ? flags[at + 1] : flags.findLast((word) => word.startsWith(`${flag}=`))?.slice(flag.length + 1);
  };
  return {
    lang: typedAfter("--lang"),
    color: typedAfter("--color"),
    ascii: flags.includes("--ascii") || undefined,
    config: !flags.includes("--no-config"),
    json: flags.includes("--json") || typedAfter("--format") === "json",
    debug: flags.includes("--debug"),
  };
}

function isSettings(found: unknown): found is Settings {
  return typeof found === "object" && found !== null && "values" in found;
}

async function answer(asTyped: Typed, settings: Settings, lang: Lang, words: Words, io: Io): Promise<number> {
  const typed = withSettings(asTyped, settings);
  const { options } = typed;
  const isBatch = typed.command === "deadline" && options.inputFile !== undefined;
  const format = formatOf(typed);
  const context = await contextOf(typed, lang, io);
  const view: View = {
    columns: io.stdout.columns ?? defaultColumns,
    color: options.output === undefined && usesColor(options.color, io.env, io.stdout.isTerminal),
    plain: options.ascii ?? disputesBoxLines(io.env),
    quiet: options.quiet === true,
    tzdata: io.tzdata,
  };
  const asked = { context, format, words, view, io, asTyped, settings };
  if (isBatch) return await answerBatch(typed, asked);
  const { report, text, finding, unusable, talk } = await fronts[typed.command](typed, asked);
  if (format !== "json" && !view.quiet) {
    const talk = talkView(options, io);
    const label = paintOf(talk.color).warn(`${words.labels.warning}${words.colon}`.trimEnd());
    for (const warning of visibleThroughout(report.warnings))
      await io.stderr.write(talkLines(`${label}${words.colon.endsWith(" ") ? " " : ""}${words.warning(warning)}`, talk));
  }
  if (options.output === undefined) await io.stdout.write(text);
  else await io.writeFile(options.output, text);
  // Rows that could not be used are told even to those who want quiet: the exit code alone says nothing.
  if (talk !== undefined && (!view.quiet || unusable)) await io.stderr.write(talk);
  if (unusable) return exitCodes.input;
  return finding ? exitCodes.finding : exitCodes.answered;
}

/** What the stream for talk can take; columns only where it is a terminal. */
type TalkView = Pick<View, "color" | "plain"> & { readonly columns: number | undefined };

/** How what is said on stderr may look: that stream decides for itself. */
function talkView(given: { readonly color?: string | undefined; readonly ascii?: boolean | undefined }, io: Io): TalkView {
  const plain = given.ascii ?? disputesBoxLines(io.env);
  return { color: usesColor(given.color, io.env, io.stderr.isTerminal), plain, columns: io.stderr.columns };
}

/** Words for stderr: wrapped on a terminal, a line each for whatever else reads them. */
function talkLines(text: string, view: TalkView): string {
  const lines = view.columns === undefined ? [text] : wrapText(text, view.columns);
  return settle(lines.map((line) => `${line}\n`).join(""), view);
}

/** `deadline --input`: rows in and rows out as they come; only the summary is a report. */
async function answerBatch({ options }: Typed, { context, words, view, io }: Asked): Promise<number> {
  const path = options.inputFile as string;
  const wanted = batchFormatOf(options);
  const { prepareBatch } = await import("./commands/batch.js");
  const { pump } = await import("./cli/pump.js");
  const render = await import("./render/batch.js");
  const texts = { explain: (fault: RowFault) => render.renderRowFault(fault, words), document: await documentOf() };
  const { made, isGone } = await pump(io, words, path, options.output, view.quiet, (first) =>
    prepareBatch(path, options, wanted, context, texts, first),
  );
  // A reader that has enough is not told how the rest went.
  if (isGone) return exitCodes.answered;
  const summary = made.summary();
  if (!view.quiet || summary.bad > 0) await io.stderr.write(render.renderBatchTalk(summary, words));
  if (summary.bad > 0) return exitCodes.input;
  return summary.finding ? exitCodes.finding : exitCodes.answered;

  async function documentOf(): Promise<BatchTexts["document"]> {
    if (wanted === "ics") {
      const ics = await import("./render/ics.js");
      const { readAlarms } = await import("./commands/deadline.js");
      const setting = { dataset: datasetRef(context.dataset), now: context.now, alarms: readAlarms(options.alarm) };
      return {
        separator: "",
        open: () => ics.openDeadlinesIcs(words),
        ticket: (answer, { id }) => (answer && answer.responded === undefined ? ics.renderEventOf(answer, id, setting, words) : ""),
        close: ics.closeIcs,
      };
    }
    return {
      separator: ",\n",
      open: render.openBatchJson,
      ticket: (answer, row) => render.renderBatchTicket(answer, row, words),
      close: (summary) => render.closeBatchJson(summary, words, view),
    };
  }
}

/** The form of many answers: as asked for, by the ending of --output, or undefined for that of the input. */
function batchFormatOf(options: Typed["options"]): BatchFormat | undefined {
  const flag = options.json ? "json" : options.format;
  if (flag !== undefined) checkChoice("--format", flag, batchFormats);
  const ending = formatOfEnding[/\.([a-z]+)$/i.exec(options.output ?? "")?.[1]?.toLowerCase() ?? ""];
  const wanted = flag ?? ending;
  if (flag === undefined && ending !== undefined) checkChoice("--output", ending, batchFormats);
  return wanted as BatchFormat | undefined;
}

/** The form asked for by --json, --format or the ending of --output; `deadline --quiet` means iso. */
function formatOf({ command, options }: Typed): Format {
  const allowed: readonly Format[] = command === "deadline" && options.inputFile !== undefined ? batchFormats : commands[command].formats;
  if (options.json) {
    checkChoice("--format", "json", allowed);
    return "json";
  }
  if (options.format !== undefined) {
    checkChoice("--format", options.format, formats);
    checkChoice("--format", options.format, allowed);
    return options.format as Format;
  }
  const ending = /\.([a-z]+)$/i.exec(options.output ?? "")?.[1]?.toLowerCase();
  if (ending !== undefined && formatOfEnding[ending] !== undefined) {
    checkChoice("--output", formatOfEnding[ending], allowed);
    return formatOfEnding[ending];
  }
  return options.quiet && command === "deadline" ? "iso" : "text";
}

async function contextOf({ options }: Typed, lang: Lang, io: Io): Promise<Context> {
  const readText = async (path: string) => decodeText(path, await io.readFile(path));
  const readingZone = {
    // The system's is asked for only where a time without a zone is read: it takes the runtime a while to tell.
    get name() {
      return options.tz ?? io.systemZone();
    },
    assumed: options.tz === undefined,
  };
  if (options.tz !== undefined) findZone(options.tz);
  const base = {
    lang,
    now: io.now(),
    dataset: await loadDataset(options.dataset ?? defaultDatasetId, readText),
    datasetName: options.dataset,
    readingZone,
    readText,
  };
  return options.now === undefined ? base : { ...base, now: readTime("--now", options.now, base, new Notes()) };
}

interface Asked {
  readonly context: Context;
  readonly format: Format;
  readonly words: Words;
  readonly view: View;
  readonly io: Io;
  /** The command line before settings were added to it, and the settings. */
  readonly asTyped: Typed;
  readonly settings: Settings;
}

interface Answered {
  readonly report: Report;
  readonly text: string;
  readonly finding?: boolean;
  /** Some of the input could not be used. */
  readonly unusable?: boolean;
  /** What is said on stderr besides warnings. */
  readonly talk?: string;
}

/** Each command with its renderers, loaded when it is called. */
const fronts: Record<CommandName, (typed: Typed, asked: Asked) => Promise<Answered>> = {
  async compare({ args, options }, asked) {
    const { runCompare } = await import("./commands/compare.js");
    const render = await import("./render/compare.js");
    const report = runCompare(args, options, asked.context);
    return answered(report, asked, {
      text: (report) => render.renderCompareText(report, asked.words, asked.view),
      csv: (report) => render.renderCompareRows(report, ",", asked.words),
      tsv: (report) => render.renderCompareRows(report, "\t", asked.words),
      markdown: (report) => render.renderCompareMarkdown(report, asked.words),
      html: async (report) => (await import("./render/compare-html.js")).renderCompareHtml(report, asked.words, asked.view),
    });
  },
  async deadline({ options }, asked) {
    const { runDeadline, hasFinding } = await import("./commands/deadline.js");
    const render = await import("./render/deadline.js");
    const report = await runDeadline(options, asked.context);
    return {
      ...(await answered(report, asked, {
        text: (report) => render.renderDeadlineText(report, asked.words, asked.view),
        csv: (report) => render.renderDeadlineRows(report, ","),
        tsv: (report) => render.renderDeadlineRows(report, "\t"),
        iso: (report) => render.renderDeadlineIso(report),
        epoch: (report) => render.renderDeadlineEpoch(report),
        html: async (report) => (await import("./render/deadline-html.js")).renderDeadlineHtml(report, asked.words, asked.view),
        ics: async (report) => (await import("./render/ics.js")).renderDeadlineIcs(report, asked.words),
      })),
      finding: hasFinding(report),
    };
  },
  async elapsed({ options }, asked) {
    const { runElapsed } = await import("./commands/elapsed.js");
    const render = await import("./render/elapsed.js");
    const report = await runElapsed(options, asked.context);
    return answered(report, asked, {
      text: (report) => render.renderElapsedText(report, asked.words, asked.view),
      iso: (report) => render.renderElapsedIso(report),
    });
  },
  async hours({ args, options }, asked) {
    const { runHours } = await import("./commands/hours.js");
    const render = await import("./render/hours.js");
    const report = await runHours(args, { ...options, recurring: asked.format === "ics" }, asked.context);
    return answered(report, asked, {
      text: (report) => render.renderHoursText(report, asked.words, asked.view),
      csv: (report) => render.renderHoursRows(report),
      html: async (report) => (await import("./render/hours-html.js")).renderHoursHtml(report, asked.words, asked.view),
      ics: async (report) => (await import("./render/ics.js")).renderHoursIcs(report, asked.words),
    });
  },
  async audit({ args, options }, asked) {
    const { prepareAudit, fallsShort } = await import("./commands/audit.js");
    const { pump } = await import("./cli/pump.js");
    const render = await import("./render/audit.js");
    const { renderBatchTalk } = await import("./render/batch.js");
    const { context, io, words, view } = asked;
    const path = args[0] as string;
    const { made } = await pump(io, words, path, undefined, view.quiet, (first) => prepareAudit(path, options, context, first));
    const report = made.report();
    const { read, bad } = report.tickets;
    const talk = { ...report, read, bad, isPresetDetected: true, warnings: [] };
    return {
      ...(await answered(report, asked, {
        text: (report) => render.renderAuditText(report, words, view),
        markdown: (report) => render.renderAuditMarkdown(report, words),
        csv: (report) => render.renderAuditRows(report),
        html: async (report) => (await import("./render/audit-html.js")).renderAuditHtml(report, words, view),
      })),
      finding: fallsShort(report),
      ...(bad > 0 && { unusable: true }),
      ...((bad > 0 || report.preset !== undefined) && { talk: renderBatchTalk(talk, words) }),
    };
  },
  async recommend({ options }, asked) {
    const { runRecommend } = await import("./commands/recommend.js");
    const render = await import("./render/recommend.js");
    const measured = await measureTickets(options, asked);
    const report = await runRecommend(await askWhereAPersonIs(options, asked), asked.context, measured);
    const talk = measured === undefined ? undefined : await talkOfHistory(measured.history, asked);
    return {
      ...(await answered(report, asked, {
        text: (report) => render.renderRecommendText(report, asked.words, asked.view),
        markdown: (report) => render.renderRecommendMarkdown(report, asked.words),
        html: async (report) => (await import("./render/recommend-html.js")).renderRecommendHtml(report, asked.words, asked.view),
      })),
      ...(talk !== undefined && { talk }),
      ...(measured && measured.history.tickets.bad > 0 && { unusable: true }),
    };
  },
  async config({ args }, asked) {
    const { runConfig } = await import("./commands/config.js");
    const { renderConfigText } = await import("./render/config.js");
    const report = runConfig(args, settingLines(asked), asked.settings.files, asked.context);
    return answered(report, asked, { text: (report) => renderConfigText(report, asked.words, asked.view) });
  },
  async completion({ args: [shell = ""] }, asked) {
    const { completionScript, shells } = await import("./cli/shells.js");
    checkChoice("completion", shell, shells);
    const { dataset } = asked.context;
    const report = { command: "completion", dataset: datasetRef(dataset), shell, assumptions: [], warnings: [] } as const;
    return { report, text: completionScript(shell as Shell) };
  },
  async dataset({ args }, asked) {
    const { runDataset } = await import("./commands/dataset.js");
    const { renderDatasetText } = await import("./render/dataset.js");
    const report = await runDataset(args, asked.context);
    return answered(report, asked, { text: (report) => renderDatasetText(report, asked.words, asked.view) });
  },
  async watch({ args, options }, asked) {
    const { prepareWatch } = await import("./commands/watch.js");
    const { pump } = await import("./cli/pump.js");
    const { keepWatching } = await import("./cli/watching.js");
    const { changesOf, renderWatch, renderWatchLine, ticketLines } = await import("./render/watch.js");
    const { renderBatchTalk } = await import("./render/batch.js");
    const { context, io, words, view } = asked;
    if (options.output !== undefined) throw new Failure({ code: "conflicting-options", options: ["watch", "--output"] });
    const path = args[0] as string;
    // --now sets the clock, which goes on from there.
    const aheadMs = options.now === undefined ? 0 : context.now - io.now();
    const load = async () => (await pump(io, words, path, undefined, true, (first) => prepareWatch(path, options, context, first))).made;
    const stampOf = () => (path === "-" ? undefined : io.stampOf(path));
    let stamp = stampOf();
    let watch = await load();
    let told: WatchReport | undefined;
    const look = () => watch.at(io.now() + aheadMs);
    const begun = look();
    const talk = renderBatchTalk({ ...begun, ...begun.counts, isPresetDetected: true, warnings: [] }, words);
    const hasTalk = begun.counts.bad > 0 || begun.preset !== undefined;
    if (!io.stdout.isTerminal && !view.quiet && hasTalk) await io.stderr.write(talk);
    await keepWatching(io, {
      async refresh() {
        const found = stampOf();
        if (found === undefined || found === stamp) return;
        stamp = found;
        // A file that is being written may not be readable yet; what it said before holds until it is.
        watch = await load().catch((error) => {
          if (error instanceof Failure && error.fault.code !== "interrupted") return watch;
          throw error;
        });
      },
      count: () => look().tickets.length,
      pageOf: ticketLines,
      draw: ({ columns, rows, hasKeys }, offset) =>
        settle(renderWatch(look(), words, { columns, rows, hasKeys, offset, color: view.color }), view),
      tell() {
        const report = look();
        const lines = changesOf(told, report).map((change) => renderWatchLine(change, report.now));
        told = report;
        return lines.join("");
      },
      isOver: () => path === "-" && look().tickets.every(({ status }) => status === "overdue"),
    });
    const report = look();
    return { report, text: "", ...(report.counts.bad > 0 && { unusable: true }), ...(io.stdout.isTerminal && hasTalk && { talk }) };
  },
  async sql({ options }, asked) {
    const { runSql } = await import("./commands/sql.js");
    const { renderSql } = await import("./render/sql.js");
    const report = await runSql(options, asked.context);
    return answered(report, asked, { text: () => renderSql(report, asked.words, asked.view) });
  },
};

/** What is in force for each setting, and what is behind it. */
function settingLines({ asTyped, settings, context, io }: Asked): readonly SettingLine[] {
  const defaults: Readonly<Partial<Record<SettingKey, Pick<SettingLine, "value" | "from" | "where">>>> = {
    plan: { value: context.dataset.candidates, from: "default", where: undefined },
    lang: { value: context.lang, from: langVariable(io.env) ? "environment" : "default", where: langVariable(io.env) },
    tz: { value: io.systemZone(), from: "system", where: undefined },
    dataset: { value: defaultDatasetId, from: "default", where: undefined },
  };
  return settingKeys.map((key) => {
    const typed = asTyped.options[key];
    const behind =
      typed !== undefined
        ? { value: typed, from: "flag" as const, where: undefined }
        : (settings.values[key] ?? defaults[key] ?? { value: undefined, from: "default" as const, where: undefined });
    return { key, value: behind.value, from: behind.from, where: behind.where, flag: flagOf(key), variable: settingVariables[key] };
  });
}

/** The needs of past tickets, with --tickets. */
async function measureTickets(options: Typed["options"], { context, io, words, view }: Asked): Promise<Measured | undefined> {
  const { tickets } = options;
  if (tickets === undefined) return undefined;
  const { prepareHistory } = await import("./commands/history.js");
  const { pump } = await import("./cli/pump.js");
  const { made } = await pump(io, words, tickets, undefined, view.quiet, (first) => prepareHistory(tickets, options, context, first));
  return made.measured();
}

async function talkOfHistory({ tickets, preset, seen }: History, { words }: Asked): Promise<string | undefined> {
  if (tickets.bad === 0 && preset === undefined) return undefined;
  const { renderBatchTalk } = await import("./render/batch.js");
  return renderBatchTalk({ ...tickets, preset, seen, isPresetDetected: true, assumptions: [], warnings: [] }, words);
}

/** How a person is asked: redrawn on the screen, or line by line for screen readers and terminals that cannot be redrawn. */
async function askerFor(options: Typed["options"], words: Words, io: Io, streams: NonNullable<Io["terminal"]>): Promise<Asker> {
  const isLineByLine = io.env.TERM === "dumb" || !["", "0", "false", undefined].includes(io.env.SUPPORT_CLI_ACCESSIBLE);
  const { questions } = words;
  if (isLineByLine) {
    const { lineAsker } = await import("./cli/line-asker.js");
    const asker = lineAsker(words, streams);
    asker.say(`${questions.introLines}\n`);
    return asker;
  }
  const columns = io.stderr.columns ?? defaultColumns;
  const { screenAsker } = await import("./cli/screen-asker.js");
  const asker = screenAsker(words, talkView(options, io), columns, streams);
  asker.say(`${wrapText(questions.intro, columns).join("\n")}\n\n`);
  return asker;
}

/** Questions for the answers that no flag or file gives; only on a terminal, and not where --no-input is set. */
async function askWhereAPersonIs(options: Typed["options"], { context, words, io }: Asked): Promise<Typed["options"]> {
  const isPerson = io.stdin.isTerminal && io.stderr.isTerminal && options.input !== false && io.terminal !== undefined;
  if (!isPerson || options.answers !== undefined || options.tickets !== undefined) return options;
  const { askAnswers } = await import("./cli/prompts.js");
  const asker = await askerFor(options, words, io, io.terminal);
  return { ...options, ...(await askAnswers(options, context.dataset, context.lang, words, asker)) };
}

/** The answer in the form asked for. Text is rendered from a report whose foreign words cannot steer a terminal. */
async function answered<R extends Report>(
  report: R,
  asked: Asked,
  renderers: Partial<Record<Format, (report: R) => string | Promise<string>>>,
): Promise<Answered> {
  const { format, words, view } = asked;
  const render = renderers[format];
  if (render && format === "text") return { report, text: settle(await render(visibleThroughout(report)), view) };
  // Rows and Markdown keep their bytes but for what a terminal would obey; a calendar file has its own rules and no such text.
  if (render)
    return { report, text: format === "ics" ? await render(report) : settle(await render(report), { color: false, plain: false }) };
  const { renderJson, renderJsonLines } = await import("./render/json.js");
  return { report, text: format === "jsonl" ? renderJsonLines(report, words, view) : renderJson(report, words, view) };
}

/** A failure's fault, its hints completed; anything else that was thrown is a bug. */
function faultOf(error: unknown): Fault {
  if (!(error instanceof Failure)) return { code: "bug", detail: error instanceof Error ? error.message : String(error) };
  const { fault } = error;
  if (fault.code === "unknown-zone" && fault.nearest.length === 0) {
    return { ...fault, nearest: nearestNames(fault.value, ["UTC", ...Intl.supportedValuesOf("timeZone")]) };
  }
  return fault;
}

/** The message on stderr: a sentence and a hint, or one JSON object. */
function explain(fault: Fault, behind: ReturnType<typeof settingBehind>, words: Words, json: boolean, view: TalkView): string {
  if (json) {
    const { message, hint } = failureIn(fault);
    const path = "path" in fault ? { path: fault.path } : {};
    const line = "line" in fault ? { line: fault.line } : {};
    return `${formatJson({ error: { code: fault.code, message, hint, ...path, ...line } })}\n`;
  }
  const { message, hint } = failureIn(visibleThroughout(fault));
  const paint = paintOf(view.color);
  // The blank after a colon stays outside its colour.
  const gap = words.colon.endsWith(" ") ? " " : "";
  const lines = `${paint.bad(`${words.labels.error}${words.colon}`.trimEnd())}${gap}${message}${hint === "" ? "" : `\n${paint.strong(`${words.labels.hint}${words.colon}`.trimEnd())}${gap}${hint}`}`;
  return talkLines(lines, view);

  function failureIn(shown: Fault): { message: string; hint: string } {
    const said = words.failure(shown);
    if (!behind) return said;
    return { ...said, hint: `${said.hint} ${words.config.setIn(behind.key, visible(behind.setting.where))}`.trim() };
  }
}
