/** 仮定と警告。 */
import { formatUtc } from "../../core/format-time.js";
import type { GroupedAssumption, HolidayPlace, Successor, Warning } from "../../report.js";
import { byCode, join, quoted, quotedName, someOf } from "../shared.js";
import { list, rowPosition } from "./grammar.js";

/** Why the system's zone is not known. */
export function noSystemZone(variable: string | undefined): string {
  return variable === undefined
    ? "システムに IANA のタイムゾーンが設定されていないため"
    : `TZ=${quoted(variable)} は IANA のタイムゾーンではないため`;
}

export function likelyResponses(likely: readonly string[], column = "responded"): string {
  const [first] = likely;
  if (first === undefined) return `該当する列があれば --map ${column}="見出し" で指定してください。`;
  return `候補の列: ${likely.join("、")}。--map ${column}="${first}" で指定できます。`;
}

function supersededBy({ id, title, plans }: Successor): string {
  if (title === undefined) return `後継は ${id} です（--dataset ${id}）。`;
  return `現在提供されているプランは ${list(plans, "と")}（${title}）です。--dataset ${id} で比較できます。`;
}

/** A source of holidays; a place with the versions of its data and the years compared with official calendars. */
function sourceWithData(source: string, places: readonly HolidayPlace[]): string {
  const data = places.find(({ place }) => place === source);
  if (!data) return source;
  const { confirmed } = data;
  const years = confirmed ? `${confirmed.from} 年から ${confirmed.to} 年まで公式の暦と照合済み` : "公式の暦とは未照合";
  return `${source}（date-holidays ${data.package}、${data.corrections} 版の訂正、${years}）`;
}

export const assumption = byCode<GroupedAssumption, string>({
  "region-zone": (assumption) =>
    `出典にこれらの地域のタイムゾーンの記載がないため、次のように仮定します: ${assumption.zones.map(({ region, zone }) => join(quotedName(region), "は", zone)).join("、")}。--zone で変更できます。`,
  weekdays: (assumption) =>
    `出典からは${assumption.regions.map(quotedName).join("、")}の営業日が月曜から金曜と読み取れますが、明記されていません。`,
  "24x5-window": (assumption) =>
    `出典に 24x5 の定義がないため、${assumption.zone === undefined ? "地域のタイムゾーン" : `${assumption.zone} `}の各営業日の 00:00 から 24:00 までと仮定します。`,
  "day-count-rule": (assumption) =>
    assumption.rule === "same-time"
      ? "出典に営業日の定義がないため、N 営業日の期限は計時開始後 N 番目の営業日の同時刻と仮定します（--count-days same-time）。"
      : "出典に営業日の定義がないため、N 営業日の期限は計時開始後 N 番目の営業日の営業終了時と仮定します（--count-days end-of-day）。",
  "clock-start": () => "出典に営業時間外の計時開始の記載がないため、次の営業開始時からと仮定します。",
  "clock-prioritised": () =>
    "サポートが優先度を設定した時点で計時を開始するプランは、チケットにその時刻がないため、起票日時から計時します。",
  "no-holidays": () => "データセットに休日の指定がないため、休日は除いていません。--holidays で指定できます。",
  "holiday-source": ({ sources, places, everywhere, fromDataset }) =>
    `休日の出典: ${sources.map((source) => sourceWithData(source, places)).join("、")}。${everywhere ? "すべての地域に適用しています。" : ""}${fromDataset ? "データセットが指定しています。" : "ベンダーは確認していません。"}`,
  "system-zone": (assumption) =>
    `UTC オフセットのない時刻は、システムのタイムゾーン ${assumption.zone} で解釈します。--tz で変更できます。`,
  "date-from-now": (assumption) =>
    `${assumption.option} ${quoted(assumption.value)} は ${assumption.readAs} と解釈します。`,
  "shown-zone": (assumption) => `時刻はシステムのタイムゾーン ${assumption.zone} でも表示します。--tz で変更できます。`,
  "unknown-system-zone": (assumption) =>
    `${noSystemZone(assumption.variable)}、時刻は ${assumption.zone} で表示します。--tz で指定できます。`,
  "export-zone": (assumption) =>
    `UTC オフセットのない時刻は、${assumption.preset} の API での ${assumption.column} のタイムゾーンである ${assumption.zone} で解釈します。画面から出力した一覧はユーザーのタイムゾーンなので、--source-tz で指定してください。`,
  preset: (assumption) =>
    `見出し（${assumption.header}）は ${assumption.preset} の出力のもので、列と優先度の名前をそのように読みます。--preset、--map、--priority-map で変更できます。`,
  "column-guess": (assumption) =>
    `ほかのシステムの出力と同じく、${assumption.header} を列 ${assumption.column} とみなします。--map ${assumption.column}="見出し" で変更できます。`,
  "number-times": (assumption) =>
    ({
      seconds: `${assumption.column} の数値は 1970 年からの秒数として読みます。`,
      milliseconds: `${assumption.column} の数値は 1970 年からのミリ秒数として読みます。`,
      serial: `${assumption.column} の数値は Excel のシリアル値として読み、秒に丸めます。`,
      "serial-1904": `${assumption.column} の数値は、ブックの設定どおり 1904 年から数えた Excel のシリアル値として読み、秒に丸めます。`,
    })[assumption.form],
  "date-only": (assumption) =>
    `時刻のない日付は${{ start: "その日の始まり", end: "その日の終わり", opening: "その日以降の最初の営業開始" }[assumption.rule]}として読みます（--date-only ${assumption.rule}）。`,
  "closed-counts-as-response": (assumption) =>
    `応答なしにクローズされた ${assumption.tickets} 件は、クローズ時刻を最初の応答とみなします（closed-counts-as-response）。`,
  "date-order": (assumption) =>
    `日付は${{ dmy: "日・月・年", mdy: "月・日・年", ymd: "年・月・日" }[assumption.order]}の順（${assumption.order}）で解釈します。列 ${assumption.column} の ${assumption.value} に合う順がほかにないためです。--date-order で変更できます。`,
  "no-response-column": (assumption) =>
    `初回応答の時刻の列がないため、すべてのチケットを未応答とみなします。${likelyResponses(assumption.likely)}`,
  "project-settings": (assumption) =>
    `${list(assumption.settings, "と")} は ${assumption.path} で設定されています。--no-config で無視できます。`,
  unanswered: ({ now, closed }) =>
    `応答のないチケットは、期限が ${formatUtc(now)}（--now）より前なら未達成とし、それ以外${closed === undefined ? "" : `とクローズ済みのチケット（${closed} 件）`}は評価しません。`,
  "measured-needs": (assumption) =>
    `各優先度に必要な応答時間は、過去のチケットの ${assumption.percent}% が初回応答を受けるまでの時間です（プラン ${assumption.plan} の計時方法による）。`,
  "few-tickets": ({ fewer, priorities }) =>
    `${fewer} 件未満のチケットから求めた要件は目安です: ${priorities
      .map(({ priority, tickets }) => `${priority}（${tickets} 件）`)
      .join("、")}。--within で指定できます。`,
  "rounded-percentiles": () => "2 日を超える応答時間の誤差は 1000 分の 1 以内です。最長は正確な値です。",
  "budget-any": () => "予算の指定がないため、有償プランも対象とします。除くには --budget included を指定してください。",
  "shortest-day": (assumption) =>
    `時間と営業日を比べる場合、1 営業日は ${assumption.hours} 時間（営業時間が最も短い日）とします。`,
  "clock-as-planned": () =>
    "計時方法の指定がない時間は、各プランの目標の計時方法で比較します。計時方法を指定するには P2=30m@24x7 のように書いてください。",
});

export const warning = byCode<Warning, string>({
  "local-time-gap": (warning) =>
    `${warning.option} ${warning.value} は、時計の変更により ${warning.zone} には存在しない時刻です。${warning.readAs} として扱います。`,
  "local-time-overlap": (warning) =>
    `${warning.option} ${warning.value} は ${warning.zone} では 2 回あります。最初の ${warning.readAs} として扱います。選ぶには UTC オフセットを付けてください。`,
  "doubtful-local-times": (warning) =>
    `${warning.gaps + warning.overlaps} 件の現地時刻（最初は ${rowPosition(warning)}）が ${warning.zone} の時計の変更時にあります。飛ばされた ${warning.gaps} 件は変更前の時計で、2 回ある ${warning.overlaps} 件は最初のものとして解釈します。`,
  "holidays-unconfirmed": ({ place, confirmed }) =>
    confirmed
      ? `${place} の休日を公式の暦と照合したのは ${confirmed.from} 年から ${confirmed.to} 年までです。ほかの年は計算によります。`
      : `${place} の休日は公式の暦と照合していません。公式の暦と違う場合は、--holidays dates.txt のように日付のファイルを指定してください。`,
  "holidays-parts": ({ place, parts }) => `${place} には休日の異なる地方があります: ${someOf(parts)}。`,
  "holidays-left-out": ({ place, regions, regionNames }) =>
    `${place} の休日は、タイムゾーンが別の国にある地域には適用しません（${regionNames.map(quotedName).join("、")}）。適用するには、--holidays ${regions[0]}=${place} のように地域を指定してください。`,
  "what-if-left-out": ({ dataset, lacks }) =>
    `${lacks === "zone" ? "タイムゾーン" : "地域"}のないチケットでは、${dataset} の営業時間で数えるプランは比較されません。${lacks === "zone" ? `--zone ${dataset}=ZONE` : `--region ${dataset}:REGION`} を指定してください。`,
  "no-target": ({ plan, priority }) => `プラン ${plan} には優先度 ${priority} の目標がありません。`,
  "opened-in-future": () => "チケットの起票日時が現在より後のため、まだ時間は経過していません。",
  "column-names": (warning) =>
    `ファイルに同じ名前の列があるため、追加した列の名前は ${list(warning.added, "と")} です。`,
  "skipped-lines": ({ before, after }) => {
    const parts = [
      ...(before > 0 ? [`見出しの前の ${before} 行`] : []),
      ...(after > 0 ? [`最後の行の後の ${after} 行`] : []),
    ];
    return `${list(parts, "と")}を読み飛ばしました。`;
  },
  "undecodable-text": ({ rows, ...first }) =>
    `${rows} 行に、ファイルの文字コードのテキストではないバイトがあります（最初は ${rowPosition(first)}）。元の形式で出力する場合はそのまま残します。文字が正しくない場合は、--encoding windows-1252 のように文字コードを指定してください。`,
  "escaped-cells": ({ cells }) =>
    `表計算ソフトが数式として実行する ${cells} 個のセルの先頭にアポストロフィを付けました。そのまま残すには --formulas keep を指定してください。`,
  "unmatched-conditions": ({ conditions }) =>
    `${someOf(conditions)} に当たるイベントがありません。--responded-when と --pause-when を確認してください。`,
  "unmatched-values": ({ conditions }) =>
    `${someOf(conditions)} に当たるチケットがありません。--where と --closed-when を確認してください。値はファイルのセルの内容か ID です。`,
  "unstored-formulas": ({ cells, columns }) =>
    `列 ${list(columns, "と")} の ${cells} 個のセルは、計算結果が保存されていない数式のため、空として読みます。表計算ソフトでワークブックを開いて保存してください。`,
  "customer-regions-left-out": ({ regionNames }) =>
    `${regionNames.map(quotedName).join("、")}の営業時間は顧客のタイムゾーンによるため、含めていません。--zone Asia/Tokyo のように --zone で指定してください。`,
  "no-regions": ({ dataset }) => `データセット ${dataset} には地域がないため、表示する営業時間はありません。`,
  "bundled-id": (warning) => `${warning.path} のデータセットは、付属のデータセット ${warning.dataset} と同じ ID です。`,
  superseded: (warning) =>
    `データセット ${warning.dataset} は ${warning.validUntil} より前のプランを収めています。${warning.by ? supersededBy(warning.by) : ""}`,
});
