/**
 * run(argv, io): from a command line to an exit code. Knows every part and does nothing itself: the way of the data from typed
 * words to written answer, and the one place where failures are caught. What a command is made of stands in actions/index.
 */

import { actions } from "./actions/index.js";
import { carriedBy, writeNotices } from "./actions/notices.js";
import { type EarlyOptions, parseEarlyOptions } from "./cli/early-options.js";
import { errorOf, explain } from "./cli/error-message.js";
import { langOfEnvironment, matchLang } from "./cli/locale.js";
import { messageLines, messageView } from "./cli/messages.js";
import { batchFormatOf, formatOf } from "./cli/output-format.js";
import { type HelpSubject, parseCommandLine } from "./cli/parser.js";
import { loadSettings, type Settings, settingBehind, settingsOfEnvironment, withSettings } from "./cli/settings.js";
import { type Context, Diagnostics, readTime } from "./commands/context.js";
import { findZone, usePrecomputedOffsets } from "./core/zone.js";
import { defaultDatasetId } from "./data/bundled.js";
import { type Lang, langs } from "./data/dataset.js";
import { loadDataset } from "./data/load.js";
import { precomputedOffsets } from "./data/precomputed-offsets.js";
import { CliError, exitCodeOf, exitCodes } from "./errors.js";
import type { Messages } from "./i18n/en/index.js";
import { loadMessages } from "./i18n/messages.js";
import { decodeText, type Io } from "./io/io.js";
import { defaultColumns, parseColumns, supportsBoxDrawing, usesColor, wantedColumns } from "./io/terminal.js";
import type { ParsedCommand, SettingKey } from "./options.js";
import { plainWords } from "./render/text/ascii.js";
import { createStyle, type View } from "./render/text/color.js";
import { sanitizeOutput } from "./render/text/sanitize.js";
import type { Assumption } from "./report.js";
import { nearestNames } from "./suggest.js";
import { version } from "./version.js";

export async function run(argv: readonly string[], io: Io): Promise<number> {
  if (precomputedOffsets?.tzdata === io.tzdata) usePrecomputedOffsets(precomputedOffsets);
  const early = parseEarlyOptions(argv);
  const found = await (early.config ? loadSettings(io) : Promise.resolve(settingsOfEnvironment(io.env))).catch(
    (error: unknown) => error,
  );
  const settings = isSettings(found) ? found : settingsOfEnvironment(io.env);
  const wanted = early.lang ?? (settings.values.lang?.value as string | undefined);
  const lang = (wanted === undefined ? undefined : matchLang(wanted)) ?? langOfEnvironment(io.env);
  const messages = await loadMessages(lang);
  let typed: ParsedCommand | undefined;
  try {
    if (argv[0] === "__complete") return await complete(argv.slice(1), settings, lang, messages, io);
    const parsed = parseCommandLine(argv);
    if (parsed.kind === "version") {
      await io.stdout.write(`${version}\n`);
      return exitCodes.answered;
    }
    if (parsed.kind === "help") {
      await io.stdout.write(await helpText(parsed.about, argv.length === 0, messages, early, io));
      return exitCodes.answered;
    }
    typed = parsed.typed;
    if (!isSettings(found)) throw found;
    if (wanted !== undefined && matchLang(wanted) === undefined) {
      throw new CliError({
        code: "unknown-value",
        option: "--lang",
        value: wanted,
        allowed: langs,
        nearest: nearestNames(wanted, langs),
      });
    }
    return await runCommand(typed, settings, lang, messages, io);
  } catch (error) {
    const info = await errorOf(error);
    const behind = settingBehind(info, typed, settings);
    const stack = info.code === "bug" && early.debug ? `${error instanceof Error ? error.stack : String(error)}\n` : "";
    const isWritten = await io.stderr
      .write(explain(info, behind, messages, early.json, messageView(early, io)) + stack)
      .then(
        () => true,
        () => false,
      );
    // Only a user who stops it keeps a message from being waited for.
    return isWritten ? exitCodeOf(info) : exitCodes.interrupted;
  }
}

/** What could come next on the command line of a shell; whatever goes wrong, the shell gets nothing rather than a message. */
async function complete(
  argv: readonly string[],
  settings: Settings,
  lang: Lang,
  messages: Messages,
  io: Io,
): Promise<number> {
  const { completeLine, formatCompletion } = await import("./cli/completion.js");
  const read = async (path: string) => decodeText(path, await io.readFile(path));
  const dataset = (name: string) => loadDataset(name, read).catch(() => undefined);
  const datasetName = settings.values.dataset?.value as string | undefined;
  const completion = await completeLine(argv[0] === "--" ? argv.slice(1) : argv, {
    messages,
    lang,
    dataset,
    datasetName,
  }).catch(() => undefined);
  if (completion) await io.stdout.write(sanitizeOutput(formatCompletion(completion), { color: false, plain: false }));
  return exitCodes.answered;
}

async function helpText(
  about: HelpSubject,
  isBrief: boolean,
  messages: Messages,
  { color: flag, ascii, width }: EarlyOptions,
  io: Io,
): Promise<string> {
  if (about === "man") return (await import("./cli/man-page.js")).renderManual(messages, version);
  const { renderHelp } = await import("./cli/help.js");
  const color = usesColor(flag, io.env, io.stdout.isTerminal);
  const plain = ascii ?? !supportsBoxDrawing(io.env);
  const columns = wantedColumns(width, io.env) ?? io.stdout.columns ?? defaultColumns;
  const text = renderHelp(about, plain ? plainWords(messages) : messages, {
    columns,
    style: createStyle(color),
    isBrief,
  });
  return sanitizeOutput(text, { color, plain });
}

function isSettings(found: unknown): found is Settings {
  return typeof found === "object" && found !== null && "values" in found;
}

async function runCommand(
  asTyped: ParsedCommand,
  settings: Settings,
  lang: Lang,
  messages: Messages,
  io: Io,
): Promise<number> {
  const typed = withSettings(asTyped, settings);
  const { options } = typed;
  if (options.width !== undefined && parseColumns(options.width) === undefined)
    throw new CliError({ code: "bad-value", option: "--width", value: options.width, expected: "columns" });
  const isBatch = typed.command === "deadline" && options.inputFile !== undefined;
  const format = isBatch ? (batchFormatOf(options) ?? "csv") : formatOf(typed);
  const context = await contextOf(typed, projectSettings(asTyped, typed, settings), lang, io);
  const view: View = {
    columns: wantedColumns(options.width, io.env) ?? io.stdout.columns ?? defaultColumns,
    color: options.output === undefined && usesColor(options.color, io.env, io.stdout.isTerminal),
    plain: options.ascii ?? !supportsBoxDrawing(io.env),
    quiet: options.quiet === true,
    tzdata: io.tzdata,
  };
  const asked = {
    context,
    format,
    messages: view.plain && format === "text" ? plainWords(messages) : messages,
    view,
    io,
    commandLine: asTyped,
    settings,
  };
  if (isBatch) return await (await import("./actions/batch.js")).runBatch(typed, asked);
  const { report, text, folder, finding, unusable, stderrText, hasNoticed } = await actions[typed.command](
    typed,
    asked,
  );
  if (folder) await io.writeFolder(folder.path, folder.files);
  if (options.output === undefined) await io.stdout.write(text);
  else await io.writeFile(options.output, text);
  if (!hasNoticed) await writeNotices(report, carriedBy(format), options, asked);
  // Rows that could not be used are told even to those who want quiet: the exit code alone says nothing.
  if (stderrText !== undefined && (!view.quiet || unusable))
    await io.stderr.write(messageLines(stderrText, messageView(options, io)));
  if (finding) return exitCodes.finding;
  return unusable ? exitCodes.input : exitCodes.answered;
}

/** The file of a project that supplied what the result depends on. The user's own file and the environment are not named. */
function projectSettings(
  asTyped: ParsedCommand,
  { options }: ParsedCommand,
  { values }: Settings,
): readonly Assumption[] {
  const keys = namedSettings.filter(
    (key) => asTyped.options[key] === undefined && options[key] !== undefined && values[key]?.from === "project",
  );
  const path = keys.map((key) => values[key]?.where)[0];
  return path === undefined ? [] : [{ code: "project-settings", path, settings: keys }];
}

const namedSettings = ["dataset", "holidays", "tz"] as const satisfies readonly SettingKey[];

async function contextOf(
  { options }: ParsedCommand,
  fromProject: readonly Assumption[],
  lang: Lang,
  io: Io,
): Promise<Context> {
  const readText = async (path: string) => decodeText(path, await io.readFile(path));
  if (options.tz !== undefined) findZone(options.tz);
  let text: string | undefined;
  const dataset = await loadDataset(options.dataset ?? defaultDatasetId, async (path) => {
    text = await readText(path);
    return text;
  });
  const base = {
    lang,
    now: io.now(),
    dataset,
    datasetName: options.dataset,
    datasetDigest: text === undefined ? undefined : await sha256(text),
    inputZone: options.tz === undefined ? systemInputZone(io) : { name: options.tz, assumed: false },
    readText,
  };
  const notices = new Diagnostics({ assumptions: fromProject, warnings: [] });
  const now = options.now === undefined ? base.now : readTime("--now", options.now, base, notices);
  return { ...base, now, notices };
}

async function sha256(text: string): Promise<string> {
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update(text).digest("hex");
}

/** The system's zone as the one to read times in: looked up once, and only where it is needed, as that takes a while. */
function systemInputZone(io: Io): Context["inputZone"] {
  let found: { readonly name: string | undefined } | undefined;
  return {
    get name() {
      found ??= { name: io.systemZone() };
      return found.name;
    },
    assumed: true,
    variable: io.env.TZ,
  };
}
