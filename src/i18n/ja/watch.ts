/** 未応答チケットのライブ表示。 */

import type { watch as english } from "../en/watch.js";
import { grouped } from "../shared.js";

export const watch: typeof english = {
  openTickets: (count) => `未応答のチケット ${grouped(count)} 件`,
  nothingOpen: "すべてのチケットに応答済みです。",
  standsStill: (status) => `${status}（一時停止中）`,
  ticket: "チケット",
  answered: (count) => `応答済み ${grouped(count)} 件`,
  bad: (count) => `エラー ${grouped(count)} 件`,
  further: (above, below) => `上に ${grouped(above)} 件、下に ${grouped(below)} 件`,
  keys: "q で終了、↑ ↓ でスクロール",
  keepsTickets: (message) => `${message}以前に読み取ったチケットを引き続き表示します。`,
  replaced: (path) => `${path} は置き換えられました。新しいファイルを監視します。`,
  recovered: (path) => `${path} は再び読み取れます。`,
};
