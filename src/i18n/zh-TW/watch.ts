/** 待回應案件的即時畫面。 */

import type { ExecFailure, watch as english } from "../en/watch.js";
import { grouped } from "../shared.js";

const execReason = (f: ExecFailure): string => {
  if (f.kind === "exit") return `結束代碼 ${f.code}`;
  if (f.kind === "signal") return `因 ${f.signal} 結束`;
  return f.kind === "timeout" ? `超過 ${f.seconds} 秒而停止` : f.reason;
};

export const watch: typeof english = {
  openTickets: (count) => `待回應 ${grouped(count)} 件`,
  nothingOpen: "所有案件都已回應。",
  standsStill: (status) => `${status}（停止計時）`,
  ticket: "案件",
  answered: (count) => `已回應 ${grouped(count)} 件`,
  closed: (count) => `已結案 ${grouped(count)} 件`,
  withoutTarget: (count) => `無目標 ${grouped(count)} 件`,
  bad: (count) => `有錯誤 ${grouped(count)} 件`,
  further: (above, below) => `上方 ${grouped(above)} 件，下方 ${grouped(below)} 件`,
  keys: "q 離開，↑ ↓ 捲動",
  keepsTickets: (message) => `${message}仍顯示先前讀取的案件。`,
  replaced: (path) => `${path} 已被取代；改為監看新的檔案。`,
  recovered: (path) => `${path} 已恢復可讀取。`,
  execFailed: (failure) => `--exec 的命令失敗：${execReason(failure)}。繼續監看。`,
};
