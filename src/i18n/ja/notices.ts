/** 前提と警告。 */
import { formatUtc } from "../../core/format-time.js";
import type { GroupedAssumption, Successor, Warning } from "../../report.js";
import { byCode, quoted } from "../shared.js";
import { list } from "./grammar.js";

/** Why the system's zone is not known. */
export function noSystemZone(variable: string | undefined): string {
  return variable === undefined
    ? "システムに IANA のタイムゾーンが設定されていないため"
    : `TZ=${quoted(variable)} は IANA のタイムゾーンではないため`;
}

export function likelyResponses(likely: readonly string[]): string {
  const [first] = likely;
  if (first === undefined) return '該当する列があれば --map responded="見出し" で指定してください。';
  return `${list(likely, "と")} が該当しそうです: --map responded="${first}"。`;
}

function supersededBy({ id, title, plans }: Successor): string {
  if (title === undefined) return `後継は ${id} です（--dataset ${id}）。`;
  return `現在提供されているプランは ${list(plans, "と")}（${title}）です。--dataset ${id} で比較できます。`;
}

export const assumption = byCode<GroupedAssumption, string>({
  "region-zone": (assumption) =>
    `出典にタイムゾーンのない地域では次を用います：${assumption.zones.map(({ region, zone }) => `${region} は ${zone}`).join("、")}。--zone で変更できます。`,
  weekdays: (assumption) =>
    `出典は地域 ${assumption.regions.join("、")} が月曜から金曜であることを示唆していますが、明記していません。`,
  "24x5-window": (assumption) =>
    `出典は 24x5 を定義していないため、${assumption.zone === undefined ? "地域のタイムゾーンの" : ` ${assumption.zone} の`}各営業日の 00:00 から 24:00 とします。`,
  "day-count-rule": (assumption) =>
    assumption.rule === "same-time"
      ? "出典は営業日を定義していないため、計時開始後 N 番目の営業日の同時刻を期限とします（--count-days same-time）。"
      : "出典は営業日を定義していないため、計時開始後 N 番目の営業日の営業終了時を期限とします（--count-days end-of-day）。",
  "clock-start": () => "出典は営業時間外の計時開始を定めていないため、次の営業開始時からとします。",
  "no-holidays": () => "ベンダーが休日の一覧を公表していないため、休日は除いていません。--holidays で指定できます。",
  "holiday-source": (assumption) =>
    `祝日は ${list(assumption.sources, "と")} によるもので、ベンダーは確認していません。`,
  "system-zone": (assumption) =>
    `時差のない時刻は、システムのタイムゾーン ${assumption.zone} で解釈します。--tz で変更できます。`,
  "shown-zone": (assumption) =>
    `地域のタイムゾーンのほかに、システムのタイムゾーン ${assumption.zone} で時刻を表示します。--tz で変更できます。`,
  "unknown-system-zone": (assumption) =>
    `${noSystemZone(assumption.variable)}、システムのタイムゾーンで表示するはずの時刻を ${assumption.zone} で表示します。--tz で指定できます。`,
  "export-zone": (assumption) =>
    `時差のない時刻は ${assumption.zone} で解釈します。${assumption.preset} の API が ${assumption.column} をそう書くためです。一覧から出力したものは利用者のタイムゾーンなので、--source-tz で指定してください。`,
  preset: (assumption) =>
    `見出しは ${assumption.preset} の出力のもので、列と優先度の名前をそのように読みます。--preset、--map、--priority-map で変更できます。`,
  "date-order": (assumption) =>
    `日付は${{ dmy: "日・月・年", mdy: "月・日・年", ymd: "年・月・日" }[assumption.order]}の順（${assumption.order}）で読みます。列 ${assumption.column} の ${assumption.value} に合う順がほかにないためです。--date-order で変更できます。`,
  "no-response-column": (assumption) =>
    `初回応答の時刻の列がないため、すべてのチケットを未応答とみなします。${likelyResponses(assumption.likely)}`,
  "project-settings": (assumption) =>
    `${list(assumption.settings, "と")} は ${assumption.path} で設定されています。--no-config で無視できます。`,
  unanswered: (assumption) =>
    `応答のないチケットは、期限が ${formatUtc(assumption.now)}（--now）より前なら未達成とし、それ以外は判定しません。`,
  "measured-needs": (assumption) =>
    `各優先度に必要な応答は、過去のチケットの ${assumption.percent} % が最初に応答された時間です。プラン ${assumption.plan} の計時方法で数えます。`,
  "few-tickets": ({ fewer, priorities }) =>
    `${fewer} 件未満のチケットから求めた要件は目安です: ${priorities
      .map(({ priority, tickets }) => `${priority}（${tickets} 件）`)
      .join("、")}。--within で指定できます。`,
  "rounded-percentiles": () => "2 日を超える応答時間の誤差は 1000 分の 1 以内です。最長は正確な値です。",
  "budget-any": () => "予算の指定がないため、有償プランも対象とします。除くには --budget included を指定してください。",
  "shortest-day": (assumption) =>
    `時間と営業日を比べる場合、1 営業日は ${assumption.hours} 時間（営業時間が最も短い日）とします。`,
  "clock-as-planned": () =>
    "計時方法のない時間は、各プランの目標の計時方法で読みます。厳密に指定するには P2=30m@24x7 のように書いてください。",
});

export const warning = byCode<Warning, string>({
  "local-time-gap": (warning) =>
    `${warning.option} ${warning.value} は、時計が飛ばすため ${warning.zone} には存在しません。${warning.readAs} と読みます。`,
  "local-time-overlap": (warning) =>
    `${warning.option} ${warning.value} は ${warning.zone} では 2 回あります。最初の ${warning.readAs} と読みます。選ぶには時差を書いてください。`,
  "doubtful-local-times": (warning) =>
    `${warning.gaps + warning.overlaps} 件の現地時刻（最初は ${warning.line} 行目）が ${warning.zone} の時計の変更時にあります。飛ばされた ${warning.gaps} 件は変更前の時計で、2 回ある ${warning.overlaps} 件は最初のものとして読みます。`,
  "opened-in-future": () => "チケットの起票が現在より後のため、まだ時間を使っていません。",
  "column-names": (warning) =>
    `ファイルに同じ名前の列があるため、追加した列の名前は ${list(warning.added, "と")} です。`,
  "skipped-lines": ({ before, after }) => {
    const parts = [
      ...(before > 0 ? [`見出しの前の ${before} 行`] : []),
      ...(after > 0 ? [`最後の行の後の ${after} 行`] : []),
    ];
    return `${list(parts, "と")}を読み飛ばしました。`;
  },
  "undecodable-text": ({ rows, line }) =>
    `${rows} 行に、ファイルの文字コードのテキストではないバイトがあります（最初は ${line} 行目）。元の形式で出力する場合はそのまま残します。文字が正しくない場合は、--encoding windows-1252 のように文字コードを指定してください。`,
  "escaped-cells": ({ cells }) =>
    `表計算ソフトが数式として実行する ${cells} 個のセルの先頭にアポストロフィを付けました。そのまま残すには --formulas keep を指定してください。`,
  "bundled-id": (warning) => `${warning.path} のデータセットは、同梱のデータセット ${warning.dataset} と同じ ID です。`,
  superseded: (warning) =>
    `データセット ${warning.dataset} は ${warning.validUntil} より前のプランを収めています。${warning.by ? supersededBy(warning.by) : ""}`,
});
