/** 案件檔案的處理進度與摘要。 */

import type { batchTexts as english } from "../en/batch.js";
import { grouped, type ProgressState } from "../shared.js";
import { rowPosition } from "./grammar.js";

function progress({ rows, rate, share, secondsLeft }: ProgressState): string {
  const items = rows === 0 && share !== undefined ? [] : [`${grouped(rows)} 件`, `每秒 ${grouped(rate)} 件`];
  if (share !== undefined) items.push(`已讀 ${Math.floor(share * 100)}%`);
  if (secondsLeft !== undefined) items.push(`剩餘 ${secondsLeft} 秒`);
  return items.join(" · ");
}

export const batchTexts: typeof english = {
  progress,
  batch: {
    done: (rows) => `共 ${grouped(rows)} 件。`,
    bad: (bad, rows) => `${grouped(rows)} 件中有 ${grouped(bad)} 件有錯誤：`,
    found: (found) =>
      `--check 的結果：${found.map(({ label, tickets }) => `${label} ${grouped(tickets)} 件`).join("，")}。`,
    due: (tickets, within) => `${grouped(tickets)} 件在 ${within} 內到期或已逾期。`,
    position: rowPosition,
    more: (more) => `另有 ${grouped(more)} 件，列於 error 欄位`,
  },
};
