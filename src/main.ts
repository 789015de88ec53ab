/**
 * run(argv, io): from a command line to an exit code. Parses, runs the command's action, writes its output, and reports every error.
 */

import { type ActionContext, viewOf } from "./actions/action.js";
import { openContext } from "./actions/context.js";
import { actions } from "./actions/index.js";
import { carriedBy, writeNotices } from "./actions/notices.js";
import { type EarlyOptions, parseEarlyOptions } from "./cli/early-options.js";
import { errorOf, explain } from "./cli/error-message.js";
import { checkLang, chooseLang } from "./cli/locale.js";
import { messageLines, messageView } from "./cli/messages.js";
import { batchFormatOf, formatOf } from "./cli/output-format.js";
import { parseCommandLine } from "./cli/parser.js";
import { readSettings, type Settings, settingOfError, withSettings } from "./cli/settings.js";
import { usePrecomputedOffsets } from "./core/zone.js";
import type { Lang } from "./data/dataset.js";
import { precomputedOffsets } from "./data/precomputed-offsets.js";
import { CliError, exitCodeOf, exitCodes } from "./errors.js";
import type { Messages } from "./i18n/en/index.js";
import { loadMessages } from "./i18n/messages.js";
import type { Io } from "./io/io.js";
import { parseColumns } from "./io/terminal.js";
import type { ParsedCommand } from "./options.js";
import { plainWords } from "./render/text/ascii.js";
import { version } from "./version.js";

export async function run(argv: readonly string[], io: Io): Promise<number> {
  if (precomputedOffsets?.tzdata === io.tzdata) usePrecomputedOffsets(precomputedOffsets);
  const early = parseEarlyOptions(argv);
  const { settings, error: settingsError } = await readSettings(io, early.config);
  const langName = early.lang ?? (settings.values.lang?.value as string | undefined);
  const lang = chooseLang(langName, io.env);
  const messages = await loadMessages(lang);
  let command: ParsedCommand | undefined;
  try {
    if (argv[0] === "__complete") {
      const { writeCompletion } = await import("./cli/completion.js");
      return await writeCompletion(argv.slice(1), settings, lang, messages, io);
    }
    const parsed = parseCommandLine(argv);
    if (parsed.kind === "version") {
      await io.stdout.write(`${version}\n`);
      return exitCodes.answered;
    }
    if (parsed.kind === "help") {
      const { helpScreen } = await import("./cli/help-screen.js");
      await io.stdout.write(await helpScreen(parsed.about, argv.length === 0, messages, early, io));
      return exitCodes.answered;
    }
    command = parsed.command;
    if (settingsError !== undefined) throw settingsError;
    checkLang(langName);
    return await runCommand(command, settings, lang, messages, io);
  } catch (error) {
    return await reportError(error, command, settings, messages, early, io);
  }
}

async function runCommand(
  commandLine: ParsedCommand,
  settings: Settings,
  lang: Lang,
  messages: Messages,
  io: Io,
): Promise<number> {
  const command = withSettings(commandLine, settings);
  const { options } = command;
  if (options.width !== undefined && parseColumns(options.width) === undefined)
    throw new CliError({ code: "bad-value", option: "--width", value: options.width, expected: "columns" });
  const isBatch = command.command === "deadline" && options.inputFile !== undefined;
  const format = isBatch ? (batchFormatOf(options) ?? "csv") : formatOf(command);
  if (format === "xlsx" && options.output === undefined && io.stdout.isTerminal)
    throw new CliError({ code: "missing-option", options: ["--output"], command: `${command.command} --format xlsx` });
  const view = viewOf(options, io);
  const context = await openContext(commandLine, command, settings, lang, io);
  const words =
    context.metric === undefined
      ? messages
      : await (await import("./i18n/metric.js")).messagesForMetric(messages, context.metric.name, lang);
  const action: ActionContext = {
    context,
    format,
    messages: view.plain && format === "text" ? plainWords(words) : words,
    view,
    io,
    commandLine,
    settings,
  };
  if (isBatch) return await (await import("./actions/batch.js")).runBatch(command, action);
  const result = await actions[command.command](command, action);
  const { report, text, folder, finding, unusable, stderrText, hasNoticed, isWritten } = result;
  if (folder) await io.writeFolder(folder.path, folder.files);
  if (options.output === undefined) await io.stdout.write(text);
  else if (!isWritten) await io.writeFile(options.output, text);
  if (!hasNoticed) await writeNotices(report, carriedBy(format), options, action);
  // Bad rows are reported with --quiet too, as the exit code does not name them.
  if (stderrText !== undefined && (!view.quiet || unusable))
    await io.stderr.write(messageLines(stderrText, messageView(options, io)));
  if (finding) return exitCodes.finding;
  return unusable ? exitCodes.input : exitCodes.answered;
}

/** Writes the message of an error, with the stack trace of a bug for --debug; the exit code. */
async function reportError(
  error: unknown,
  command: ParsedCommand | undefined,
  settings: Settings,
  messages: Messages,
  early: EarlyOptions,
  io: Io,
): Promise<number> {
  const info = await errorOf(error);
  const source = settingOfError(info, command, settings);
  const stack = info.code === "bug" && early.debug ? `${error instanceof Error ? error.stack : String(error)}\n` : "";
  const isWritten = await io.stderr
    .write(explain(info, source, messages, early.json, messageView(early, io)) + stack)
    .then(
      () => true,
      () => false,
    );
  // Only an interrupt by the user ends the wait for a message to be written.
  return isWritten ? exitCodeOf(info) : exitCodes.interrupted;
}
