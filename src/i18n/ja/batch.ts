/** チケットファイルの進捗と要約。 */

import type { batchTexts as english } from "../en/batch.js";
import { grouped, type ProgressState } from "../shared.js";
import { rowPosition } from "./grammar.js";

function progress({ rows, rate, share, secondsLeft }: ProgressState): string {
  const items = rows === 0 && share !== undefined ? [] : [`${grouped(rows)} 件`, `毎秒 ${grouped(rate)} 件`];
  if (share !== undefined) items.push(`${Math.floor(share * 100)}% 読み取り済み`);
  if (secondsLeft !== undefined) items.push(`残り ${secondsLeft} 秒`);
  return items.join(" · ");
}

export const batchTexts: typeof english = {
  progress,
  batch: {
    done: (rows) => `${grouped(rows)} 件です。`,
    bad: (bad, rows) => `${grouped(rows)} 件中 ${grouped(bad)} 件にエラーがあります:`,
    found: (found) =>
      `--check の結果: ${found.map(({ label, tickets }) => `${label} ${grouped(tickets)} 件`).join("、")}。`,
    due: (tickets, within) =>
      `${within} 以内に期限を迎える、または期限超過のチケットが ${grouped(tickets)} 件あります。`,
    position: rowPosition,
    more: (more) => `ほか ${grouped(more)} 件（error 列を参照）`,
  },
};
