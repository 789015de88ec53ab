/** 各コマンドの働きと例。 */
import { commands as english } from "../en/commands.js";

export const commands: typeof english = {
  compare: {
    summary: "プランの機能、初回応答の目標、営業時間、注記を並べて表示",
    examples: english.compare.examples,
  },
  deadline: { summary: "チケットの初回応答期限を計算し、算出方法とともに表示", examples: english.deadline.examples },
  audit: {
    summary: "過去のチケットの目標達成状況と、ほかのプランの場合の結果を表示",
    examples: english.audit.examples,
  },
  elapsed: { summary: "2 つの時刻の間の営業時間を計算", examples: english.elapsed.examples },
  hours: {
    summary: "各地域の営業状況、次の営業開始または終了、今週の営業時間を表示",
    examples: english.hours.examples,
  },
  recommend: {
    summary: "要件に合うプランを、理由と結果が変わる条件とともに提案",
    examples: english.recommend.examples,
  },
  config: { summary: "すべての設定とその値、設定元を表示", examples: english.config.examples },
  completion: {
    summary: "bash、zsh、fish、powershell の補完スクリプトを出力",
    examples: english.completion.examples,
  },
  holidays: {
    summary: "休日のある国や地方、または休日の日付を表示します",
    examples: english.holidays.examples,
  },
  dataset: {
    summary: "データセットの一覧、表示、検証、比較、スキーマや記入例の出力",
    examples: english.dataset.examples,
  },
  watch: {
    summary: "未応答のチケットを期限の近い順に表示し、残り時間をカウントダウン",
    examples: english.watch.examples,
  },
  sql: {
    summary: "カレンダーをテーブルとして出力し、データベース上で同じ期限を求めるクエリを生成",
    examples: english.sql.examples,
  },
  workbook: {
    summary: "同じ期限を数式で計算する表計算ブックを作成",
    examples: english.workbook.examples,
  },
};
