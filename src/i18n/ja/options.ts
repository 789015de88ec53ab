/** 各オプションの働き。 */
import type { Messages } from "../en/index.js";
import type { options as english } from "../en/options.js";

const onePlan =
  "プランの記載がないチケットのプラン。id、別名、または名前（1 つだけ。ファイルにプランの列がない場合は必須）";

const cellTexts = {
  priority: "優先度の記載がないチケットの優先度（例: P2）",
  region: "地域の記載がないチケットのサポート地域（例: japan）",
};

export const options: typeof english = {
  dataset: "使うデータセット: 付属の id または JSON ファイル",
  lang: "回答の言語: en、zh-TW、ja（既定: 環境による）",
  format: "回答の形式",
  json: "--format json と同じ",
  output: "回答をファイルに書く。拡張子が形式を決める",
  tz: "時差のない時刻を解釈するタイムゾーン（既定: システムのもの）",
  now: "現在とみなす時刻",
  color: "色: auto、always、never",
  ascii: "表の罫線、帯、矢印、チェック記号を ASCII 文字で書く",
  width: "文字を配置する桁数（既定: 端末の幅、なければ 80）",
  quiet: "回答だけを出力する",
  input: "質問をしない",
  config: "設定ファイルを読まない",
  debug: "内部エラーのスタックを表示する",
  onlyDifferences: "表示するプランで同じ項目を省く",
  group: "このグループの機能だけ（繰り返し可、またはコンマ区切り）",
  all: "データセットの全プラン",
  plan: "プランの id、別名、または名前（繰り返し可、またはコンマ区切り。既定: データセットの候補）",
  priority: "チケットの優先度（例: P2）",
  region: "サポート地域（例: japan）",
  regions: "サポート地域（繰り返し可。既定: データセットのすべての地域）",
  opened: "チケットの起票時刻（既定: 現在）",
  responded: "サポートが最初に応答した時刻",
  from: "開始時刻",
  to: "終了時刻（elapsed の既定値は現在時刻）",
  clock: "計時方法: 24x7、24x5、business-hours（既定: business-hours）",
  pause: "計時を止める期間（繰り返し可）",
  holidays: "休日: 国や地方のコード（JP、US-CA）、日付のファイル、.ics ファイル（繰り返し可、またはコンマ区切り）",
  zone: "地域のものに代えて使うタイムゾーン",
  countDays: "営業日の数え方: same-time（既定）または end-of-day",
  atRisk: "応答のないチケットを超過のおそれとする、目標に対する百分率（既定: 75）",
  explain: "数えた時間帯と、数えなかった時間帯の理由をすべて示す",
  check: "応答が遅れた、または期限を過ぎている場合に 1 で終了する",
  need: "必須の機能（繰り返し可）",
  contacts: "必要なサポート対象ユーザーの人数",
  within: "優先度に必要な初回応答: P2=2h、P2=30m@24x7（繰り返し可）",
  budget: "included（有償プランなし）または any",
  product: "利用している製品（例: commerce、繰り返し可）",
  language: "サポートに必要な言語（例: ja、繰り返し可）",
  answers: "すべての回答を収めた JSON ファイル",
  calendar: "営業時間帯を累計とともに列挙する（今週、または --from から --to まで）",
  alarm: "カレンダーファイルで期限のどれだけ前に通知するか（例: 30m）、または none（繰り返し可。既定: 30m）",
  dialect: "対象のデータベース: duckdb、postgres、clickhouse、spark、trino、bigquery、snowflake",
  table: "チケットのテーブル名（既定: tickets）",
  seeds: "代わりに各テーブルを CSV ファイルとしてこのフォルダーに書き出す",
  inputFile: "期限を付けるチケットのファイル（CSV、TSV、JSON Lines）。- は標準入力",
  tickets: "要件を見積もる過去のチケットのファイル。- は標準入力",
  minAttainment: "期限内に応答したチケットの割合がこの百分率を下回る場合に 1 で終了する",
  inputFormat: "チケットファイルの形式: csv、tsv、jsonl、json（既定: 自動判断）",
  encoding: "チケットファイルの文字コード（例: big5、shift_jis。既定: UTF-8）",
  delimiter: "セルを区切る文字、または tab、comma、semicolon、pipe、space（既定: 見出しから判断）",
  skipLines: "見出しの前で読み飛ばす行数（既定: 自動判断）",
  header: "ファイルに見出しがない。列は --map id=#1 のように位置で指定する",
  formulas: "表計算ソフトが数式として実行するセルの扱い: escape または keep（既定: escape）",
  map: '列の見出しの対応: opened="Created at"（繰り返し可）',
  preset: "チケットファイルの出力元: zendesk、jira、servicenow、salesforce、adobe（既定: 見出しによる）",
  priorityMap: "ファイルの優先度の意味: urgent=P1,high=P2（繰り返し可）",
  sourceTz: "ファイルの時差のない時刻のタイムゾーン（既定: --tz）",
  dateOrder: "ファイルの日付の順序: dmy、mdy、ymd（既定: 列全体から判断）",
};

export const optionsOf: Messages["optionsOf"] = {
  deadline: { product: "チケットの製品（専用の目標がある場合に適用）" },
  audit: { plan: onePlan, ...cellTexts },
  watch: { plan: onePlan, ...cellTexts },
  recommend: {
    all: "データセットのすべてのプランを候補にする",
    check: "すべての要件を満たす候補がなければ終了コード 1 で終了",
    plan: "選択肢にするプラン（繰り返し可、またはコンマ区切り。既定: データセットの候補）",
  },
};
