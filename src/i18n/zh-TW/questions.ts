/** recommend 的提問。 */
import type { questions as english } from "../en/questions.js";
import { join } from "../shared.js";
import { list } from "./grammar.js";

export const questions: typeof english = {
  within: (priority) => `「${priority}」須在多久內得到最初回應？`,
  anyTime: "不要求",
  onlyWith: (choice, plans) => `${choice}（只有${join(list(plans, "和"), "提供")}）`,
  need: "需要哪些功能？",
  contacts: "每項產品需要幾位指定的支援聯絡人？",
  wholeNumber: "請輸入 0 以上的整數。",
  product: "您使用其中哪些產品？",
  language: "需要哪些語言的支援？",
  budget: "可以考慮付費方案嗎？",
  budgetAny: "是，包括付費方案",
  budgetIncluded: "否，僅限隨授權提供的方案",
  place: (number, of) => `${number}/${of}`,
  keysOne: "↑↓ 移動 · Enter 選定 · Esc 上一題 · Ctrl-C 中止",
  keysSome: "↑↓ 移動 · 空白鍵 勾選 · a 全選 · i 反選 · Enter 完成 · Esc 上一題",
  intro: "每題都標明對應的選項。按 Esc 回到上一題，按 Ctrl-C 中止。",
  introLines: "每題都標明對應的選項。輸入 b 回到上一題，按 Ctrl-C 中止。",
  summary: "您的回答",
  confirm: "這樣正確嗎？",
  confirmed: "是，請建議方案",
  change: (title) => `更改：${title}`,
  typeOne: (usual) => `編號 [${usual}]：`,
  typeSome: (usual) => `編號，以逗號分隔，0 表示無 [${usual || "0"}]：`,
  typeNumber: (usual) => `數字 [${usual}]：`,
  moreChoices: (count) => `共 ${count} 項`,
  typeChange: "按 Enter 取得建議，或輸入要更改的回答編號：",
  oneOf: (count) => `請輸入 1 到 ${count} 的數字。`,
};
