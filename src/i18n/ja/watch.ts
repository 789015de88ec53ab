/** 未応答チケットのライブ表示。 */

import type { ExecFailure, watch as english } from "../en/watch.js";
import { grouped } from "../shared.js";

const execReason = (f: ExecFailure): string => {
  if (f.kind === "exit") return `終了コード ${f.code}`;
  if (f.kind === "signal") return `${f.signal} で終了`;
  return f.kind === "timeout" ? `${f.seconds} 秒を過ぎたため停止` : f.reason;
};

export const watch: typeof english = {
  openTickets: (count) => `未応答のチケット ${grouped(count)} 件`,
  nothingOpen: "すべてのチケットに応答済みです。",
  standsStill: (status) => `${status}（一時停止中）`,
  ticket: "チケット",
  answered: (count) => `応答済み ${grouped(count)} 件`,
  closed: (count) => `クローズ ${grouped(count)} 件`,
  withoutTarget: (count) => `目標なし ${grouped(count)} 件`,
  bad: (count) => `エラー ${grouped(count)} 件`,
  further: (above, below) => `上に ${grouped(above)} 件、下に ${grouped(below)} 件`,
  keys: "q で終了、↑ ↓ でスクロール",
  keepsTickets: (message) => `${message}以前に読み取ったチケットを引き続き表示します。`,
  replaced: (path) => `${path} は置き換えられました。新しいファイルを監視します。`,
  recovered: (path) => `${path} は再び読み取れます。`,
  execFailed: (failure) => `--exec のコマンドが失敗しました: ${execReason(failure)}。監視は続けます。`,
};
