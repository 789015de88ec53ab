/** 各コマンドの働きと例。 */
import { commands as english } from "../en/commands.js";

export const commands: typeof english = {
  compare: {
    summary: "プランの機能、初回応答の目標、営業時間、注記を並べて表示します",
    examples: english.compare.examples,
  },
  deadline: { summary: "チケットへの初回応答の期限と、その根拠を示します", examples: english.deadline.examples },
  audit: {
    summary: "過去のチケットへの応答状況と、ほかのプランだった場合の結果を示します",
    examples: english.audit.examples,
  },
  elapsed: { summary: "2 つの時刻の間の営業時間を数えます", examples: english.elapsed.examples },
  hours: { summary: "各地域の営業状況と次の変化、今週の営業時間を示します", examples: english.hours.examples },
  recommend: {
    summary: "要件に合うプランを、理由と結果が変わる条件とともに提案します",
    examples: english.recommend.examples,
  },
  config: { summary: "すべての設定と値、その出どころを表示します", examples: english.config.examples },
  completion: {
    summary: "bash、zsh、fish、powershell の補完スクリプトを出力します",
    examples: english.completion.examples,
  },
  dataset: {
    summary: "データセットの一覧、表示、検証、または JSON Schema の出力をします",
    examples: english.dataset.examples,
  },
  watch: {
    summary: "未応答のチケットを期限の近い順に表示し、残り時間をカウントダウンします",
    examples: english.watch.examples,
  },
  sql: {
    summary: "カレンダーをテーブルとして書き、データベースで同じ期限を出す問い合わせを書きます",
    examples: english.sql.examples,
  },
};
