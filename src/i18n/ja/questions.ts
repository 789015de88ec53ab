/** recommend の質問。 */
import type { questions as english } from "../en/questions.js";
import { list } from "./grammar.js";

export const questions: typeof english = {
  within: (priority) => `「${priority}」にはどのくらいの時間内の初回応答が必要ですか。`,
  anyTime: "指定なし",
  onlyWith: (choice, plans) => `${choice}（${list(plans, "と")}のみ）`,
  need: "必要な機能はどれですか。",
  contacts: "製品ごとに何人のサポート対象ユーザーが必要ですか。",
  wholeNumber: "0 以上の整数を入力してください。",
  product: "次のうち、どの製品を使っていますか。",
  language: "どの言語でのサポートが必要ですか。",
  budget: "有償プランも検討しますか。",
  budgetAny: "はい、有償プランも含めます",
  budgetIncluded: "いいえ、ライセンス付属のプランのみ",
  place: (number, of) => `${number}/${of}`,
  keysOne: "↑↓ 移動 · Enter 決定 · Esc 戻る · Ctrl-C 中止",
  keysSome: "↑↓ 移動 · Space 選択 · a すべて · i 反転 · Enter 決定 · Esc 戻る",
  intro: "各質問には対応するオプションを示します。Esc で前の質問に戻り、Ctrl-C で中止します。",
  introLines: "各質問には対応するオプションを示します。b と入力すると前の質問に戻り、Ctrl-C で中止します。",
  summary: "回答の確認",
  confirm: "これでよろしいですか。",
  confirmed: "はい、プランを提案してください",
  change: (title) => `変更: ${title}`,
  typeOne: (usual) => `番号 [${usual}]:`,
  typeSome: (usual) => `番号（コンマ区切り、なしは 0） [${usual || "0"}]:`,
  typeNumber: (usual) => `数 [${usual}]:`,
  moreChoices: (count) => `全 ${count} 項目`,
  typeChange: "Enter で提案を表示、変更する場合は回答の番号:",
  oneOf: (count) => `1 から ${count} までの数を入力してください。`,
};
