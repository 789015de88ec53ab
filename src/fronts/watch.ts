/**
 * `watch`: open tickets that count down, read again where their file changes; on a screen, or as lines for a program.
 */
import { wantedColumns } from "../cli/manners.js";
import type { Typed } from "../cli/options.js";
import { pump } from "../cli/pump.js";
import { talkLines, talkView } from "../cli/talk.js";
import { keepWatching } from "../cli/watching.js";
import { prepareWatch } from "../commands/watch.js";
import { Failure } from "../errors.js";
import { renderBatchTalk } from "../render/batch.js";
import { settle } from "../render/text.js";
import { changesOf, renderWatch, renderWatchLine, ticketLines } from "../render/watch.js";
import type { WatchReport } from "../report.js";
import type { Answered, Asked } from "./front.js";
import { carriesNothing, writeNotices } from "./notices.js";

export async function watchFront({ args, options }: Typed, { context, io, words, view }: Asked): Promise<Answered> {
  if (options.output !== undefined) throw new Failure({ code: "conflicting-options", options: ["watch", "--output"] });
  const path = args[0] as string;
  // --now sets the clock, which goes on from there.
  const aheadMs = options.now === undefined ? 0 : context.now - io.now();
  const load = async () => (await pump(io, words, path, undefined, true, (first) => prepareWatch(path, options, context, first))).made;
  const stampOf = () => (path === "-" ? undefined : io.stampOf(path));
  const wanted = wantedColumns(options.width, io.env);
  let stamp = stampOf();
  let watch = await load();
  let told: WatchReport | undefined;
  const look = () => watch.at(io.now() + aheadMs);
  const begun = look();
  // Before a screen opens over it, so that it is there again however the watch ends.
  await writeNotices(begun, carriesNothing, options, { io, words, view });
  // Rows that could not be used are told even to those who want quiet.
  const { counts, seen } = begun;
  if (counts.bad > 0) await io.stderr.write(talkLines(renderBatchTalk({ ...counts, seen }, words), talkView(options, io)));
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
    // What is redrawn must not be wider than the terminal.
    draw: ({ columns, rows, hasKeys }, offset) =>
      settle(renderWatch(look(), words, { ...view, columns: Math.min(wanted ?? columns, columns), rows, hasKeys, offset }), view),
    tell() {
      const report = look();
      const lines = changesOf(told, report).map((change) => renderWatchLine(change, report.now));
      told = report;
      return lines.join("");
    },
    isOver: () => path === "-" && look().tickets.every(({ status }) => status === "overdue"),
  });
  const report = look();
  return { report, text: "", hasNoticed: true, ...(report.counts.bad > 0 && { unusable: true }) };
}
