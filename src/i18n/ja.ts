/**
 * 日本語のすべての文言。敬体で簡潔に書き、データにある言い方はそのまま使う。
 */

import type { BusinessDays } from "../core/business-days.js";
import type { Weekday } from "../core/calendar.js";
import { formatUtc } from "../core/format-time.js";
import { budgetMsOf, type Clock, type Target, type TimeUnit } from "../core/target.js";
import type { Has } from "../data/recommend/needs.js";
import type { Reason } from "../data/recommend/recommend.js";
import type { AnswerChange, AnswerValue } from "../data/recommend/what-would-change.js";
import {
  type DatasetIssue,
  type DatasetRule,
  type ErrorInfo,
  type FileProblem,
  maxDocumentBytes,
  maxTimeCharacters,
  type RowError,
  type TimeProblem,
  type ValueFormat,
} from "../errors.js";
import type { GroupedAssumption, RecommendReport, Successor, Warning } from "../report.js";
import { en, grouped, type Messages, type ProgressState, shortened } from "./en.js";
import { cellFlags, durationsIn, isLong, issueLines, nameOfWord, quoted, quoteIfEmpty } from "./shared.js";

const units = { seconds: "秒", minutes: "分", hours: "時間", days: "日" } as const satisfies Record<TimeUnit, string>;

const durations = durationsIn({ day: "日", hour: "時間", minute: "分", second: "秒" }, "");

function businessDays({ count, restMs }: BusinessDays): string {
  return `${count} 営業日${restMs > 0 ? `と ${durations.duration(restMs)}` : ""}`;
}

function amountOf(amount: number, unit: TimeUnit): string {
  if (isLong(amount, unit)) return durations.duration(budgetMsOf({ amount, unit }));
  return `${amount} ${units[unit]}`;
}

/** Why the system's zone is not known. */
function noSystemZone(variable: string | undefined): string {
  return variable === undefined
    ? "システムに IANA のタイムゾーンが設定されていないため"
    : `TZ=${quoted(variable)} は IANA のタイムゾーンではないため`;
}

function list(items: readonly string[], last: "または" | "と" = "または"): string {
  if (items.length < 2) return items.join("");
  if (last === "または" && items.length === 2) return items.join(" または ");
  return last === "と" ? items.join("、") : `${items.slice(0, -1).join("、")}、または ${items.at(-1)}`;
}

function meant(nearest: readonly string[], otherwise: string): string {
  return nearest.length > 0 ? `${list(nearest)} ではありませんか。` : otherwise;
}

/** What a choice among the dataset's names can be. */
function takes(allowed: readonly string[]): string {
  return allowed.length > 0 ? `値は ${list(allowed)} です。` : "データセットに選べるものがありません。";
}

function paidNote(plans: readonly string[], paid: readonly string[]): string {
  if (paid.length === 0) return "";
  if (paid.length < plans.length) return `（有償: ${list(paid, "と")}）`;
  return paid.length === 1 ? "（有償）" : "（いずれも有償）";
}

const clockNames = {
  "24x7": "24 時間年中無休",
  "24x5": "24x5",
  "business-hours": "営業時間",
  "business-days": "営業日",
} as const satisfies Record<Clock, string>;

const featureValues: Readonly<Record<string, string>> = {
  "not-available": "提供なし",
  available: "追加購入可",
  included: "含まれる",
};

const budgetNames: Readonly<Record<string, string>> = { included: "ライセンス付属のプランのみ", any: "有償プランも可" };

const fileProblems = {
  missing: "ファイルがありません",
  folder: "フォルダーです",
  denied: "アクセス権がありません",
  full: "ディスクに空きがありません",
  encoding: "UTF-8 のテキストではありません",
  "read-only": "ファイルシステムが読み取り専用です",
  "size-limit": "ファイルサイズの上限に達しました",
  loop: "リンクが循環しています",
  "name-too-long": "ファイル名が長すぎます",
  "not-a-file": "通常のファイルではありません",
  "too-large": `${maxDocumentBytes >> 20} MB を超えています`,
  shortened: "読み取り中に短くなりました",
  "is-input": "読み取り中のファイルです",
  other: "システムに拒否されました",
} as const satisfies Record<FileProblem, string>;

const readingHints: Readonly<Partial<Record<FileProblem, string>>> = {
  encoding: "UTF-8 で保存してください。",
  "not-a-file": "通常のファイルを指定してください。データセット、回答、休日はパイプからも読み取れます。",
  "too-large": `データセット、設定、回答、休日のファイルは ${maxDocumentBytes >> 20} MB までです。`,
  shortened: "ほかのプログラムがファイルに書き込んでいないときに、もう一度実行してください。",
};

const writingHints: Readonly<Partial<Record<FileProblem, string>>> = {
  "is-input": "--output を使うと、読み取りが終わってからファイルが置き換わります。",
};

const timeProblems = {
  "date-only": "は日付だけで、時刻がありません",
  impossible: "は実在しない日付または時刻です",
  "leap-second": "はうるう秒で、ここでは扱えません",
  "out-of-range": "は 0001-01-03 から 9999-12-28 の範囲外です",
  "too-long": `は ${maxTimeCharacters} 文字を超えています`,
  unreadable: "は時刻として読み取れません",
} as const satisfies Record<TimeProblem, string>;

const valueForms = {
  "whole-number": "0 以上の整数（例: 5）",
  columns: "20 から 1000 までの整数（例: 100）",
  percent: "0 から 100 までの百分率（例: 75）",
  pause: "「開始/終了」で、終了が開始より前でないもの（例: 2026-11-20T12:00+09:00/2026-11-20T13:00+09:00）",
  within: "「優先度=時間」で単位は s、m、h、d、必要なら計時方法を付けたもの（例: P2=2h、P2=30m@24x7）",
  zone: "IANA タイムゾーン名（例: Asia/Tokyo）",
  encoding: "文字コード名（例: big5、shift_jis）",
  assignment: "「名前=値」",
  duration: "数に s、m、h、d を付けたもの（例: 30m、100 年以内）",
  "table-name": "英数字と _ のテーブル名、必要ならスキーマ付き（例: helpdesk.tickets）",
} as const satisfies Record<ValueFormat, string>;

const datasetForms = {
  id: "英字で始まる、英数字とハイフンによる 100 文字以内の名前",
  date: "実在する日付（YYYY-MM-DD）",
  opening: "24:00 より前の開始時刻 HH:MM（例: 09:00）",
  closing: "24:00 までの終了時刻 HH:MM（例: 17:30）",
  "two-times": '開始時刻とそれと異なる終了時刻（例: ["09:00","17:30"]）。終日は ["00:00","24:00"]',
  "open-sometime": "週に 1 つ以上の時間帯",
  zone: "IANA タイムゾーン名（例: Asia/Tokyo）。時差はタイムゾーンではありません",
  "unit-of-clock": "計時方法が business-days なら days、それ以外なら seconds、minutes、hours",
  "clock-of-unit": "from が business-days なら business-days、それ以外なら他の計時方法",
  number: "数",
  amount: "0 以上の数（最大 100 年）",
  "whole-number": "0 以上の整数",
  "unused-name": "ほかで使われていない名前",
  "after-valid-from": "validFrom 以降の日付",
  something: "空でない値",
  "text-length": "4,000 文字以内のテキスト",
  "plan-count": "100 件以内のプラン",
} as const satisfies Record<DatasetRule, string>;

const onePlan =
  "プランの記載がないチケットのプラン。id、別名、または名前（1 つだけ。ファイルにプランの列がない場合は必須）";
const cellTexts = {
  priority: "優先度の記載がないチケットの優先度（例: P2）",
  region: "地域の記載がないチケットのサポート地域（例: japan）",
};

const timeHint =
  "2026-11-20T16:40+09:00、2026-11-20T07:40Z、@1763624400、now、または --tz を付けて現地時刻 2026-11-20T16:40 と書いてください。";

const weekdayNames: Readonly<Record<Weekday, string>> = {
  mon: "月",
  tue: "火",
  wed: "水",
  thu: "木",
  fri: "金",
  sat: "土",
  sun: "日",
};

export const ja: Messages = {
  help: {
    program: "サポートの初回応答の期限、その時刻になる理由、そして契約する価値のあるサポートプランを調べます。",
    help: "ヘルプを表示して終了",
    version: "バージョンを表示して終了",
    more: { title: "詳しい説明", command: "コマンドのオプション", global: "全コマンドの共通オプション" },
    helpCommand: "コマンドまたはトピックのヘルプを表示",
    titles: {
      examples: "例",
      usage: "使い方",
      commands: "コマンド",
      options: "オプション",
      globalOptions: "共通オプション",
      topics: "トピック",
      formats: "形式",
    },
    examples: en.help.examples,
    topics: {
      "exit-codes": "終了コードの意味",
      "time-rules": "時間の数え方",
      formats: "回答の形式",
      environment: "環境変数と設定ファイル",
      man: "マニュアルページ（man -l 用）",
    },
    notes: {
      "exit-codes": [
        "--json を付けると、エラーは stderr に 1 つの JSON オブジェクトで出力されます: error.code、error.message、error.hint。",
      ],
      "time-rules": [
        "時刻は 2026-11-20T16:40+09:00、2026-11-20T07:40Z、@1763624400、now、または現地時刻 2026-11-20T16:40（--tz で解釈）と書きます。",
        "--explain は、数えた時間帯と、数えなかった時間帯の理由をすべて示します。",
      ],
      formats: ["--output はファイルの拡張子から形式を決めます。JSON のキー、id、コードはどの言語でも同じです。"],
      environment: [
        "優先順は、オプション、環境変数、プロジェクトの support-cli.json（現在のフォルダーから上へ探して最初のもの）、設定フォルダー（$XDG_CONFIG_HOME または ~/.config、Windows では %APPDATA%）の support-cli/support-cli.json です。",
        '設定ファイルは {"plan": "business", "region": "japan", "holidays": ["JP"]} のようなオブジェクトで、キーは plan、region、lang、tz、dataset、holidays です。--no-config はどれも読まず、config show は各値の出どころを示します。',
        "ページャーの起動、更新の確認、外部への送信は一切行いません。",
      ],
    },
    exitCodes: {
      answered: "回答した",
      finding: "指摘あり（--check、--min-attainment で求めた場合のみ）",
      usage: "使い方の誤り: 不明なコマンド、オプション、値、またはオプションの不足",
      input: "入力またはデータが使えない（すべて、または一部の行）",
      bug: "support-cli の不具合（--debug でスタックを表示）",
      interrupted: "利用者による中止",
    },
    timeRules: {
      "open-time":
        "営業時間は、タイムゾーンの週間時間帯から休日を除き、例外日はその日の時間帯に置き換えたものです。重なる時間帯を二重には数えません。",
      "exact-fit": "目標の時間がちょうど営業終了時に尽きる場合、期限は次の営業開始時ではなくその営業終了時です。",
      "reversed-range": "後の時刻を先に指定した経過時間は負になります。",
      clocks:
        "24x7: 休日を含むすべての時刻。24x5: 各営業日の現地の終日。business-hours: 地域の営業時間。business-days: 時間ではなく日を数えます。",
      "start-while-closed": "営業時間外に起票されたチケットは、次の営業開始時から計時します。",
      "day-count":
        "N 営業日は、計時開始後の N 番目の営業日に終わります。同じ時刻をその日の営業時間内に収めたもの（same-time）、またはその日の最後の営業終了時（end-of-day）です。",
      overnight:
        "真夜中をまたぐ時間帯は始まった日に属します。その日が休日なら全体がなくなり、翌日が休日でも影響しません。",
      "sign-on-the-door":
        "その地の時計が営業時間内の時刻を示すときが営業中です。飛ばされた 1 時間には時間がなく、繰り返される 1 時間は 2 回数えます。",
      pause: "一時停止中の営業時間は数えません。一時停止は重なっても、営業時間外でも、期限を越えても構いません。",
      "never-open": "100 年以内に営業しないカレンダーはエラーです。",
      "local-time":
        "時計の変更で飛ばされる、または繰り返される現地時刻は、Temporal の compatible の読み方とし、警告します。",
      status:
        "応答があれば達成または未達成、なければ応答待ち、目標の 75 % を使うと超過のおそれ、期限を過ぎると期限超過です。",
    },
    formats: {
      text: "人が読むための表、時間帯の帯、文章",
      json: "回答全体を 1 つの JSON 文書で",
      jsonl: "1 行に 1 つの JSON オブジェクト",
      csv: "見出し付きのコンマ区切り",
      tsv: "見出し付きのタブ区切り",
      markdown: "文書用の見出しと表",
      html: "単独で開けるページ",
      iso: "1 行に 1 つの ISO 8601 の時刻または期間",
      epoch: "1970 年からの秒数（切り上げ）",
      ics: "カレンダーファイル",
    },
    listVariables: {
      plan: "プランの id、別名、または名前（コンマ区切り）",
      holidays: "休日（コンマ区切り）: 国や地方のコード（JP、US-CA）、日付のファイル、.ics ファイル",
    },
    variables: {
      "LC_ALL, LC_MESSAGES, LANG":
        "ほかに指定がない場合の言語。中国語、日本語、韓国語のロケールでは表の罫線も通常の文字になります（@cjknarrow を付けると罫線素片のまま）。C、ロケール未設定、UTF-8 以外の文字集合でも同じです",
      COLUMNS: "--width がない場合の文字の桁数。端末でもパイプでも有効です",
      NO_COLOR: "設定すると色を使いません",
      FORCE_COLOR: "端末以外への出力でも色を使います。0 なら使いません",
      TERM: "dumb: 色を使わず、質問は 1 行ずつ",
      TZ: "システムのタイムゾーン。--tz がなければ現地時刻をこれで解釈します",
      SUPPORT_CLI_ACCESSIBLE: "1: 画面を書き換えず 1 行ずつ質問します（スクリーンリーダー向け）",
    },
    manual: {
      title: "ユーザーコマンド",
      name: "名前",
      summary: "SLA の計算とサポートプランの提案",
      synopsis: "書式",
      description: "説明",
      examples: "例",
      commands: "コマンド",
      options: "共通オプション",
      topics: {
        "exit-codes": "終了コード",
        "time-rules": "時間の規則",
        formats: "形式",
        environment: "環境変数とファイル",
      },
    },
  },
  commands: {
    compare: {
      summary: "プランの機能、初回応答の目標、営業時間、注記を並べて表示します",
      examples: en.commands.compare.examples,
    },
    deadline: { summary: "チケットへの初回応答の期限と、その根拠を示します", examples: en.commands.deadline.examples },
    audit: {
      summary: "過去のチケットへの応答状況と、ほかのプランだった場合の結果を示します",
      examples: en.commands.audit.examples,
    },
    elapsed: { summary: "2 つの時刻の間の営業時間を数えます", examples: en.commands.elapsed.examples },
    hours: { summary: "各地域の営業状況と次の変化、今週の営業時間を示します", examples: en.commands.hours.examples },
    recommend: {
      summary: "要件に合うプランを、理由と結果が変わる条件とともに提案します",
      examples: en.commands.recommend.examples,
    },
    config: { summary: "すべての設定と値、その出どころを表示します", examples: en.commands.config.examples },
    completion: {
      summary: "bash、zsh、fish、powershell の補完スクリプトを出力します",
      examples: en.commands.completion.examples,
    },
    dataset: {
      summary: "データセットの一覧、表示、検証、または JSON Schema の出力をします",
      examples: en.commands.dataset.examples,
    },
    watch: {
      summary: "未応答のチケットを期限の近い順に表示し、残り時間をカウントダウンします",
      examples: en.commands.watch.examples,
    },
    sql: {
      summary: "カレンダーをテーブルとして書き、データベースで同じ期限を出す問い合わせを書きます",
      examples: en.commands.sql.examples,
    },
  },
  options: {
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
    opened: "チケットの起票時刻（既定: 現在）",
    responded: "サポートが最初に応答した時刻",
    from: "1 つ目の時刻",
    to: "2 つ目の時刻",
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
    dialect: "対象のデータベース: duckdb または postgres",
    table: "チケットのテーブル名（既定: tickets）",
    inputFile: "期限を付けるチケットのファイル（CSV、TSV、JSON Lines）。- は標準入力",
    tickets: "要件を見積もる過去のチケットのファイル。- は標準入力",
    minAttainment: "期限内に応答したチケットの割合がこの百分率を下回る場合に 1 で終了する",
    inputFormat: "チケットファイルの形式: csv、tsv、jsonl（既定: 拡張子による）",
    encoding: "チケットファイルの文字コード（例: big5、shift_jis。既定: UTF-8）",
    map: '列の見出しの対応: opened="Created at"（繰り返し可）',
    preset: "チケットファイルの出力元: zendesk、jira、servicenow、salesforce、adobe（既定: 見出しによる）",
    priorityMap: "ファイルの優先度の意味: urgent=P1,high=P2（繰り返し可）",
    sourceTz: "ファイルの時差のない時刻のタイムゾーン（既定: --tz）",
    dateOrder: "ファイルの日付の順序: dmy、mdy、ymd（既定: 列全体から判断）",
  },
  optionsOf: {
    audit: { plan: onePlan, ...cellTexts },
    watch: { plan: onePlan, ...cellTexts },
    recommend: { plan: "選択肢にするプラン（繰り返し可、またはコンマ区切り。既定: データセットの候補）" },
  },
  clocks: clockNames,
  target({ clock, amount, unit }: Target): string {
    switch (clock) {
      case "business-hours":
        return unit === "hours" ? `${amount} 営業時間` : `${amountOf(amount, unit)}（営業時間）`;
      case "business-days":
        return `${amount} 営業日`;
      case "24x5":
      case "24x7":
        return `${amountOf(amount, unit)}（${clock === "24x7" ? "年中無休" : clock}）`;
    }
  },
  ...durations,
  counted({ clock, ms, days }, wallMs) {
    const wall = wallMs === undefined ? "" : `実時間 ${durations.clockTime(wallMs)}`;
    if (clock === "24x7") return durations.clockTime(ms);
    if (days && days.count > 0) return `${businessDays(days)}${wall && `（${wall}）`}`;
    return `${durations.duration(ms)}（${clockNames[clock === "24x5" ? clock : "business-hours"]}${wall && `、${wall}`}）`;
  },
  businessDays,
  colon: ": ",
  comma: "、",
  semicolon: "；",
  items: (texts) => texts.join("、"),
  fromTo: (from, to) => `${from} → ${to}`,
  /** Whether a need is met, as a mark, and what there is of it. */
  verdict: (mark, value) => `${mark} ${value}`,
  /** Words for marks that a character set may lack. */
  plain: { yes: "あり", no: "なし", arrowKeys: "上下キー" },
  aside: (text, note) => `${text}（${note}）`,
  weekdays: weekdayNames,
  weekdayRange: (first, last) => `${first}～${last}`,
  dated: (date, weekday) => `${date}(${weekdayNames[weekday]})`,
  priorityTitle: (id, name) => `${id} ${name}`,
  statuses: { met: "達成", missed: "未達成", open: "応答待ち", "at-risk": "超過のおそれ", overdue: "期限超過" },
  reasons: {
    night: "夜間",
    break: "休憩",
    "off-shift": "シフト外",
    weekend: "週末",
    "closed-day": "定休日",
    holiday: "休日",
    exception: "例外日",
    pause: "一時停止",
  },
  labels: {
    plan: "プラン",
    feature: "機能",
    priority: "優先度",
    region: "地域",
    hours: "営業時間",
    zone: "タイムゾーン",
    zoneAssumed: "仮定",
    target: "目標",
    respondBy: "応答期限",
    opened: "起票",
    clockStarts: "計時開始",
    responded: "応答",
    status: "状況",
    now: "現在",
    used: "使用",
    left: "残り",
    late: "遅れ",
    from: "開始",
    to: "終了",
    counts: "計上",
    day: "日",
    total: "合計",
    elapsed: "経過時間",
    clock: "計時方法",
    why: "理由",
    howCounted: "数え方",
    assumptions: "前提",
    notes: "注記",
    warning: "警告",
    note: "注記",
    error: "エラー",
    hint: "ヒント",
    yes: "あり",
    no: "なし",
    none: "なし",
    included: "ライセンス付属",
    paid: "有償",
    targets: "サービスレベル目標: 初回応答",
    regions: "地域と営業時間",
    features: "機能",
    sources: "出典",
    source: "出典",
    unknown: "? 出典に記載なし",
    noDifferences: "表示しているプランに、この範囲での違いはありません。",
    dataset: "データセット",
    title: "題名",
    candidateMark: "* 候補: 特に指定しなければ、recommend はここから選び、compare はこれだけを表示します",
    recommended: "推奨プラン",
    need: "要件",
    noPlan: "該当プランなし",
    meets: "✓",
    meetsNot: "✗",
    wouldChange: "結果が変わる条件",
    beyond: "残りの要件を満たすプラン",
    commandLine: "質問に答えずに同じ結果を得るコマンド",
    adds: "上回る点",
    lacks: "下回る点",
    differs: "異なる点",
    bundled: "付属",
    valid: "有効",
    inForce: "有効期間",
    wanted: "希望",
    has: "実際",
  },
  hours: {
    open: "営業中",
    closed: (why) => `営業時間外: ${why}`,
    opens: "営業開始",
    closes: "営業終了",
    never: "なし（常時営業）",
    within: (span) => `${span}後`,
    openTime: "営業時間",
    total: "累計",
  },
  config: {
    setting: "設定",
    value: "値",
    cameFrom: "設定元",
    setBy: "設定方法",
    files: "設定ファイル",
    noFiles:
      "見つかりません: 現在のフォルダーかその上位の support-cli.json、または設定フォルダー内の support-cli フォルダーの同名ファイル",
    from: {
      flag: "オプション",
      environment: "環境変数",
      project: "プロジェクトのファイル",
      user: "利用者のファイル",
      system: "システム",
      default: "既定",
    },
    defaultOf: (commands) => `${commands.join("、")} の既定`,
    setIn: (key, where) => `この値は ${where} で設定されています（${key}）。`,
  },
  legend: {
    open: "営業",
    partly: "1 時間のうち一部が営業",
    closed: "営業時間外",
    now: "現在",
    used: "使用",
    left: "残り",
    uncounted: "営業中だが計上せず",
    pause: "一時停止",
  },
  timeline: {
    title: "タイムライン",
    opened: (time) => `${time} 起票`,
    due: (time) => `${time} 期限`,
    moreDays: (count, counted) => `… ほか ${count} 日、計上 ${counted}`,
  },
  featureValues,
  addsUpTo: (target) => `= ${target}`,
  clocksChange: (from, to) => `時計が ${from} から ${to} に変わる`,
  more: "…",
  moreStretches: (count) => `… ほか ${count} 件、--json ですべて表示`,
  questions: {
    within: (priority) => `「${priority}」への初回応答はいつまでに必要ですか。`,
    anyTime: "指定なし",
    need: "必須の機能はどれですか。",
    contacts: "製品ごとに何人のサポート対象ユーザーが必要ですか。",
    wholeNumber: "0 以上の整数を入力してください。",
    product: "次のうち、どの製品を使っていますか。",
    language: "どの言語でのサポートが必要ですか。",
    budget: "有償プランでもよいですか。",
    budgetAny: "はい、有償プランでも構いません",
    budgetIncluded: "いいえ、ライセンス付属のものだけ",
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
    typeSome: (usual) => `番号をコンマ区切りで、0 はなし [${usual || "0"}]:`,
    typeNumber: (usual) => `数 [${usual}]:`,
    moreChoices: (count) => `全 ${count} 項目`,
    typeChange: "Enter で提案を表示、変更する場合はその番号:",
    oneOf: (count) => `1 から ${count} までの数を入力してください。`,
  },
  usedAndLeft: (used, left) => `${used}使用、残り ${left}`,
  lateBy: (late) => `${late}の遅れ`,
  usedOf: (used) => `${used}使用`,
  assumption(assumption: GroupedAssumption): string {
    switch (assumption.code) {
      case "region-zone":
        return `出典にタイムゾーンのない地域では次を用います：${assumption.zones.map(({ region, zone }) => `${region} は ${zone}`).join("、")}。--zone で変更できます。`;
      case "weekdays":
        return `出典は地域 ${assumption.regions.join("、")} が月曜から金曜であることを示唆していますが、明記していません。`;
      case "24x5-window":
        return `出典は 24x5 を定義していないため、${assumption.zone === undefined ? "地域のタイムゾーンの" : ` ${assumption.zone} の`}各営業日の 00:00 から 24:00 とします。`;
      case "day-count-rule":
        return assumption.rule === "same-time"
          ? "出典は営業日を定義していないため、計時開始後 N 番目の営業日の同時刻を期限とします（--count-days same-time）。"
          : "出典は営業日を定義していないため、計時開始後 N 番目の営業日の営業終了時を期限とします（--count-days end-of-day）。";
      case "clock-start":
        return "出典は営業時間外の計時開始を定めていないため、次の営業開始時からとします。";
      case "no-holidays":
        return "休日を公表しているベンダーはないため、休日は除いていません。--holidays で指定できます。";
      case "holiday-source":
        return `祝日は ${list(assumption.sources, "と")} によるもので、ベンダーは確認していません。`;
      case "system-zone":
        return `時差のない時刻は、システムのタイムゾーン ${assumption.zone} で解釈します。--tz で変更できます。`;
      case "shown-zone":
        return `地域のタイムゾーンのほかに、システムのタイムゾーン ${assumption.zone} で時刻を表示します。--tz で変更できます。`;
      case "unknown-system-zone":
        return `${noSystemZone(assumption.variable)}、システムのタイムゾーンで表示するはずの時刻を ${assumption.zone} で表示します。--tz で指定できます。`;
      case "export-zone":
        return `時差のない時刻は ${assumption.zone} で解釈します。${assumption.preset} の API が ${assumption.column} をそう書くためです。一覧から出力したものは利用者のタイムゾーンなので、--source-tz で指定してください。`;
      case "preset":
        return `見出しは ${assumption.preset} の出力のもので、列と優先度の名前をそのように読みます。--preset、--map、--priority-map で変更できます。`;
      case "date-order":
        return `日付は${{ dmy: "日・月・年", mdy: "月・日・年", ymd: "年・月・日" }[assumption.order]}の順（${assumption.order}）で読みます。列 ${assumption.column} の ${assumption.value} に合う順がほかにないためです。--date-order で変更できます。`;
      case "no-response-column":
        return `初回応答の時刻の列がないため、すべてのチケットを未応答とみなします。${likelyResponses(assumption.likely)}`;
      case "project-settings":
        return `${list(assumption.settings, "と")} は ${assumption.path} で設定されています。--no-config で無視できます。`;
      case "unanswered":
        return `応答のないチケットは、期限が ${formatUtc(assumption.now)}（--now）より前なら未達成とし、それ以外は判定しません。`;
      case "measured-needs":
        return `各優先度に必要な応答は、過去のチケットの ${assumption.percent} % が最初に応答された時間です。プラン ${assumption.plan} の計時方法で数えます。`;
      case "rounded-percentiles":
        return "2 日を超える応答時間の誤差は 1000 分の 1 以内です。最長は正確な値です。";
      case "budget-any":
        return "予算の指定がないため、有償プランも対象とします。除くには --budget included を指定してください。";
      case "shortest-day":
        return `時間と営業日を比べる場合、1 営業日は ${assumption.hours} 時間（営業時間が最も短い日）とします。`;
      case "clock-as-planned":
        return "計時方法のない時間は、各プランの目標の計時方法で読みます。厳密に指定するには P2=30m@24x7 のように書いてください。";
    }
  },
  warning(warning: Warning): string {
    switch (warning.code) {
      case "local-time-gap":
        return `${warning.option} ${warning.value} は、時計が飛ばすため ${warning.zone} には存在しません。${warning.readAs} と読みます。`;
      case "local-time-overlap":
        return `${warning.option} ${warning.value} は ${warning.zone} では 2 回あります。最初の ${warning.readAs} と読みます。選ぶには時差を書いてください。`;
      case "doubtful-local-times":
        return `${warning.gaps + warning.overlaps} 件の現地時刻（最初は ${warning.line} 行目）が ${warning.zone} の時計の変更時にあります。飛ばされた ${warning.gaps} 件は変更前の時計で、2 回ある ${warning.overlaps} 件は最初のものとして読みます。`;
      case "opened-in-future":
        return "チケットの起票が現在より後のため、まだ時間を使っていません。";
      case "column-names":
        return `ファイルに同じ名前の列があるため、追加した列の名前は ${list(warning.added, "と")} です。`;
      case "superseded":
        return `データセット ${warning.dataset} の適用期間は ${warning.validUntil} まででした。${warning.by ? supersededBy(warning.by) : ""}`;
    }
  },
  html: {
    lang: "ja",
    contents: "このページの内容",
    footer: (dataset, tzdata) =>
      `support-cli がデータセット ${dataset} とタイムゾーン規則 ${tzdata} から作成しました。`,
    respondBy: "初回応答の期限",
    zone: (zone) => `${zone} の時刻`,
    usedOfTarget: (percent) => `目標の ${percent} を使用`,
    timelineOf: (from, to, zone) =>
      `各帯は ${zone} の 1 日（0:00 から 24:00）を表し、${from} から ${to} までを示します。`,
    stretch: (what, from, to) => `${what} ${from}–${to}`,
    supportHours: (regions) => `サポートの営業時間: ${list(regions, "と")}`,
    weekOf: (zone) => `各帯は ${zone} の今週の 1 日（0:00 から 24:00）を表します。`,
    openIntervals: (zone) => `${zone} の営業時間帯`,
    closedDay: "営業なし",
    definitions: "優先度の意味",
    comparedPlans: (plans) => list(plans, "と"),
    otherPlans: "ほかのプラン",
    needs: "要件とプラン",
  },
  watch: {
    openTickets: (count) => `未応答のチケット ${grouped(count)} 件`,
    nothingOpen: "すべてのチケットに応答済みです。",
    standsStill: (status) => `${status}（停止中）`,
    ticket: "チケット",
    answered: (count) => `応答済み ${grouped(count)} 件`,
    bad: (count) => `エラー ${grouped(count)} 件`,
    further: (above, below) => `上に ${grouped(above)} 件、下に ${grouped(below)} 件`,
    keys: "q で終了、↑ ↓ でスクロール",
    keepsTickets: (message) => `${message}以前に読み取ったチケットを引き続き表示します。`,
    replaced: (path) => `${path} は置き換えられました。新しいファイルを監視します。`,
    recovered: (path) => `${path} の問題は解消しました。`,
  },
  ics: {
    deadlines: "サポートの期限",
    hours: "サポートの営業時間",
    respondBy: (items) => `初回応答の期限: ${items.join("、")}`,
    open: (region) => `サポート営業中: ${region}`,
  },
  sql: {
    title: (region, zone, from, to) => `地域 ${region}（${zone}）のサポート営業時間、${from} から ${to} まで。`,
    versions: (dataset, tzdata) => `support-cli がデータセット ${dataset} とタイムゾーン規則 ${tzdata} から作成。`,
    rerun: "いつでも、地域ごとに 1 回ずつ再実行できます。置き換わるのはその地域の行だけです。",
    calendars: "各カレンダーの範囲。時刻は 1970-01-01T00:00Z からの整数マイクロ秒。",
    open: "各計時方法の営業時間帯とそれ以前の営業時間。営業時間には営業日と現地時刻も付きます。",
    dates: "営業日を順に: どの時刻から、その日のどの時間帯が期限になるか。",
    targets: "初回応答の目標。時間はマイクロ秒、または営業日。",
    answers: (table) =>
      `回答。${table} の列 id、plan、priority、region、opened、responded を読みます。2 つの時刻は timestamptz です。`,
    columns: "deadline、clock_starts、response_us（応答までに計上した時間）、met、problem（回答がない理由）。",
    pauses: "ここでは一時停止を数えません。一時停止のあるチケットには support-cli を使ってください。",
  },
  error(error: ErrorInfo): { message: string; hint: string } {
    switch (error.code) {
      case "unknown-command":
        return {
          message: `${quoteIfEmpty(error.value)} というコマンド${error.orTopic ? "やトピック" : ""}はありません。`,
          hint: meant(error.nearest, `コマンドは ${list(error.allowed, "と")} です。`),
        };
      case "unknown-option":
        return {
          message: `${error.value} というオプションはありません。`,
          hint:
            error.commands.length > 0
              ? `このオプションがあるコマンドは ${list(error.commands, "と")} です。`
              : meant(
                  error.nearest,
                  `support-cli ${error.command ? `${error.command} ` : ""}--help を参照してください。`,
                ),
        };
      case "unexpected-value":
        return {
          message: `${error.option} は値を取りませんが、${quoteIfEmpty(error.value)} が指定されています。`,
          hint: `${error.option} だけを書いてください。`,
        };
      case "repeated-option":
        return {
          message: `${error.option} に異なる値が指定されています: ${error.values.map(quoteIfEmpty).join("、")}。`,
          hint: error.command
            ? `support-cli ${error.command} の ${error.option} に指定できる値は 1 つです。`
            : "いずれか 1 つだけを残してください。",
        };
      case "missing-option":
        return {
          message: `必須のオプションがありません: ${error.options.join("、")}。`,
          hint: error.allowed ? takes(error.allowed) : `support-cli ${error.command} --help を参照してください。`,
        };
      case "missing-value":
        return { message: `オプション ${error.option} に値がありません。`, hint: "後ろに値を書いてください。" };
      case "missing-argument":
        return {
          message: `引数 ${error.argument} を指定してください。`,
          hint: `support-cli ${error.command} --help を参照してください。`,
        };
      case "excess-arguments":
        return {
          message: `${list(error.values.map(quoteIfEmpty), "と")} は余分です。`,
          hint: `support-cli ${error.command} --help を参照してください。`,
        };
      case "unknown-value":
        return {
          message: `${error.option} に ${quoteIfEmpty(error.value)} は使えません。`,
          hint: `${meant(error.nearest, "")}${takes(error.allowed)}`,
        };
      case "bad-value":
        return {
          message: `${error.option} に ${quoteIfEmpty(error.value)} は使えません。`,
          hint: `値は${valueForms[error.expected]}です。`,
        };
      case "bad-time":
        return {
          message: `${error.option} ${quoteIfEmpty(error.value)} ${timeProblems[error.problem]}。`,
          hint: timeHint,
        };
      case "response-before-opened":
        return {
          message: `応答（${error.responded}）がチケットの起票（${error.opened}）より前です。`,
          hint: "--responded と --opened、およびその時差を確認してください。",
        };
      case "conflicting-options":
        return {
          message: `${list(error.options, "と")} は矛盾しています。`,
          hint: "値を確認するか、どちらかを省いてください。",
        };
      case "missing-answers":
        return {
          message: "質問できる端末ではなく（または --no-input の指定があり）、回答も指定されていません。",
          hint: `${list(error.options)} のいずれかを指定してください。`,
        };
      case "no-target":
        return {
          message: `プラン ${error.plan} には優先度 ${error.priority} の目標がありません。`,
          hint: `${error.allowed.length > 0 ? `あるのは ${list(error.allowed, "と")} です。` : "目標は一つもありません。"}${error.plans.length > 0 ? `${error.priority} の場合は --plan でプランを指定してください: ${list(error.plans)}。` : ""}`,
        };
      case "unknown-zone":
        return {
          message: `${error.option ? `${error.option}: ` : ""}${quoteIfEmpty(error.value)} はタイムゾーンではありません。`,
          hint: meant(error.nearest, "Asia/Tokyo や UTC のような IANA 名を書いてください。"),
        };
      case "fixed-offset-zone":
        return {
          message: `${error.option ? `${error.option}: ` : ""}${error.value} は時差であり、タイムゾーンではありません。夏時間の規則がないためです。`,
          hint: `Asia/Tokyo のような IANA 名を書いてください。${error.nearest.length > 0 ? `固定の時差なら ${list(error.nearest)} です。` : ""}`,
        };
      case "unknown-system-zone":
        return {
          message: `${noSystemZone(error.variable)}、時差のない時刻を解釈できません。`,
          hint: `${list(error.flags)} でタイムゾーンを指定するか（例: --tz ${error.nearest[0] ?? "Asia/Tokyo"}）、2026-11-20T16:40+09:00 のように時差を書いてください。`,
        };
      case "bad-hours":
        return {
          message: `${error.where} の時間帯 ${error.value} は成り立ちません。`,
          hint: '["09:00","17:30"] のように書いてください。終日は ["00:00","24:00"] です。',
        };
      case "bad-date":
        return {
          message: `${error.where} の ${error.value} は日付ではありません。`,
          hint: "YYYY-MM-DD と書いてください。",
        };
      case "never-open":
        return {
          message: `${error.zone} のカレンダーは一度も営業しません。`,
          hint: "時間帯、休日、例外日を確認してください。",
        };
      case "beyond-horizon":
        return { message: `答えは ${error.years} 年以上先です。`, hint: "量、一時停止、時刻を確認してください。" };
      case "instant-out-of-range":
        return { message: "時刻が 0001-01-03 から 9999-12-28 の範囲外です。", hint: "時刻と量を確認してください。" };
      case "unknown-dataset":
        return {
          message: `${quoteIfEmpty(error.value)} というデータセットはありません。`,
          hint: `${meant(error.nearest, `付属のものは ${list(error.allowed, "と")} です。`)}ファイルはパスで指定してください。`,
        };
      case "invalid-dataset":
        return {
          message: [
            `${error.path} は有効なデータセットではありません:`,
            ...issueLines(
              error.issues,
              (issue) => ja.datasetIssue(issue),
              (more) => `ほか ${grouped(more)} 件`,
            ),
          ].join("\n"),
          hint: "support-cli dataset schema で JSON Schema を出力できます。",
        };
      case "invalid-json":
        return {
          message: `${error.path}:${error.line}:${error.column}: JSON ではありません（${error.found === "" ? "途中で終わっています" : `「${error.found}」の箇所`}）。`,
          hint: "その箇所の引用符、コンマ、括弧を確認してください。",
        };
      case "json-too-deep":
        return {
          message: `${error.path}:${error.line}:${error.column}: 括弧の入れ子が ${error.levels} 段を超えています。`,
          hint: "入れ子を浅くしてください。",
        };
      case "unreadable-file":
        return {
          message: `${error.path} を読み取れません: ${fileProblems[error.reason]}。`,
          hint: readingHints[error.reason] ?? "パスを確認してください。",
        };
      case "unwritable-file":
        return {
          message: `${error.path} に書き込めません: ${error.reason === "missing" ? "保存先のフォルダーがありません" : fileProblems[error.reason]}。`,
          hint: writingHints[error.reason] ?? "パスを確認するか、--output で別のファイルを指定してください。",
        };
      case "unusable-temporary-folder":
        return {
          message: `一時フォルダー ${error.path} を使用できません: ${error.reason === "missing" ? "フォルダーがありません" : fileProblems[error.reason]}。`,
          hint: "TMPDIR に空き容量のあるフォルダーを指定するか、パイプの代わりにファイルを渡してください。",
        };
      case "bad-holiday-line":
        return {
          message: `${error.path}:${error.line}: ${error.value} は休日ではありません。`,
          hint: "1 行に 1 つ YYYY-MM-DD を書いてください。後ろに名前を付けられます。",
        };
      case "bad-ics":
        return {
          message: `${error.path}:${error.line}: カレンダーファイルとして読み取れません。`,
          hint: "iCalendar（.ics）として出力し直してください。",
        };
      case "unknown-holidays":
        return {
          message: `--holidays: ${quoteIfEmpty(error.value)} の休日の情報がなく、その名前のファイルもありません。`,
          hint: meant(
            error.nearest,
            "JP や US-CA のような国や地方のコード、またはファイルのパスを書いてください。複数あるときはオプションを繰り返します。",
          ),
        };
      case "invalid-answers":
        return error.value === ""
          ? {
              message: `${error.path}: ${error.key} は回答の項目ではありません。`,
              hint: `項目は ${list(error.allowed, "と")} です。`,
            }
          : {
              message: `${error.path}: ${error.key} に ${error.value} は使えません。`,
              hint: `値は ${list(error.allowed)} です。`,
            };
      case "empty-file":
        return {
          message: `${error.path} は空です。`,
          hint: "見出し行、または 1 行ごとの JSON オブジェクトが必要です。",
        };
      case "missing-column":
        return {
          message: `${error.path} に列 ${list(error.columns)} がありません。`,
          hint: `${meant(error.nearest.map(shortened), "")}あるのは ${list(error.found.map(shortened), "と")} です。--map opened="Created at" のように列を指定するか、--preset で出力元を指定してください。`,
        };
      case "duplicate-column":
        return {
          message: `${error.path} に列 ${error.column} が複数あります。`,
          hint: "1 つを残して名前を変えるか、--map で別の列を指定してください。",
        };
      case "ambiguous-preset":
        return {
          message: `${error.path} の見出しは ${list(error.presets)} のものと考えられます。`,
          hint: `--preset ${error.presets[0]} のように指定するか、--map で列を指定してください。`,
        };
      case "ambiguous-dates":
        return {
          message: `${error.path} の ${error.column} の日付（例: ${shortened(error.value)}）は複数の順序で読めます。`,
          hint: "--date-order dmy または --date-order mdy を指定してください。",
        };
      case "mixed-date-order":
        return {
          message: `${error.path} の ${error.column} の日付は順序が混在しています: ${list(error.values.map(shortened), "と")}。`,
          hint: "--date-order dmy または --date-order mdy を指定してください。ほかの行はエラーになります。",
        };
      case "unsupported-input":
        return {
          message: `${error.path}:${error.line}: テキストの行でも JSON オブジェクトでもありません。`,
          hint: "ファイルと --input-format を確認してください。表計算ファイルは CSV で保存し、UTF-16 には --encoding utf-16le を付け、JSON は 1 行に 1 オブジェクトとします（配列は jq -c '.[]' で行にできます）。",
        };
      case "wrong-encoding":
        return {
          message: `${error.path}:${error.line}: UTF-8 のテキストではありません。`,
          hint: "--encoding big5 や --encoding shift_jis のように文字コードを指定してください。",
        };
      case "row-too-long":
        return {
          message: `${error.path}:${error.line}: 行が ${error.megabytes} MiB を超えています。`,
          hint: "改行の欠落がないか、チケットのファイルであるかを確認してください。",
        };
      case "too-many-columns":
        return {
          message: `${error.path}:${error.line}: 列が ${grouped(error.columns)} を超えています。`,
          hint: "区切り文字を確認してください。行ごとにキーが異なる JSON Lines は JSON Lines のまま出力できます（--format jsonl）。",
        };
      case "no-responses":
        return {
          message: `${error.path} には最初の応答の時刻がないため${error.preset === undefined ? "" : `（${error.preset}）`}、達成率を求められません。`,
          hint: `${likelyResponses(error.likely)}列がなくても、deadline --input で期限を求められます。`,
        };
      case "bad-config":
        if (error.expected === "key") {
          return {
            message: `${error.path}: ${error.key} は設定項目ではありません。`,
            hint: `${meant(error.nearest, "")}設定項目は ${list(error.allowed, "と")} です。`,
          };
        }
        return {
          message: `${error.path}: ${error.key === "" ? "ファイルの内容" : error.key} に ${error.value} は使えません。`,
          hint: {
            object: '{"plan": "business", "region": "japan"} のような設定のオブジェクトを書いてください。',
            text: `"${error.key}": "…" のように文字列を書いてください。`,
            list: `"${error.key}": ["…", "…"] のように文字列またはその配列を書いてください。`,
          }[error.expected],
        };
      case "interrupted":
        return { message: "中止しました。", hint: "" };
      case "bug":
        return {
          message: `support-cli の不具合です: ${error.detail}`,
          hint: "--debug を付けて再実行し、出力された内容をお知らせください。",
        };
    }
  },
  answerName(answer: string, names: RecommendReport["names"]): string {
    const [kind = "", id = ""] = answer.split(/:(.*)/s);
    switch (kind) {
      case "feature":
        return names.features[id] ?? id;
      case "within":
        return `${id} の初回応答`;
      case "contacts":
        return "サポート対象ユーザー";
      case "language":
        return `${names.languages[id] ?? `${id} `}でのサポート`;
      case "product":
        return `製品 ${names.products[id] ?? id}`;
      default:
        return "予算";
    }
  },
  answerValue(value: AnswerValue | Has, kind: string | undefined, names: RecommendReport["names"]): string {
    if (value === null) return "なし";
    if (typeof value === "boolean") return value ? "あり" : "なし";
    if (typeof value === "number") return String(value);
    if (typeof value === "string")
      return nameOfWord(value, kind, { budgets: budgetNames, clocks: clockNames, features: featureValues }, names);
    if ("amount" in value)
      return value.clock === undefined ? amountOf(value.amount, value.unit) : ja.target(value as Target);
    return (
      list(
        value.map((id) => names.languages[id] ?? id),
        "と",
      ) || "なし"
    );
  },
  reason(reason: Reason, { names, kinds }: RecommendReport): string {
    const plan = (id: string) => names.plans[id] ?? id;
    const needs = (ids: readonly string[]) =>
      list(
        ids.map((id) => ja.answerName(id, names)),
        "と",
      );
    switch (reason.code) {
      case "none-within-budget":
        return `${list(reason.plans.map(plan), "と")}はいずれも有償ですが、ライセンス付属のプランだけが条件になっています。`;
      case "no-needs":
        return `特に要件がないため、最も下位の${plan(reason.plan)}で十分です。`;
      case "meets-all":
        return reason.needs === 1
          ? `${plan(reason.plan)}は要件を満たします。`
          : `${plan(reason.plan)}は ${reason.needs} 件の要件をすべて満たします。`;
      case "meets-most":
        return reason.met === 0
          ? `予算内の候補に要件を 1 つでも満たすものがないため、最も下位の${plan(reason.plan)}を挙げています。`
          : `予算内の候補にすべての要件を満たすものはありません。最も多く満たすのは${plan(reason.plan)}で、${reason.needs} 件中 ${reason.met} 件です。`;
      case "lowest-rank":
        return `要件を同じだけ満たすプランのうち、${plan(reason.plan)}が最も下位です。${list(reason.over.map(plan), "と")}にしても、満たす要件は増えません。`;
      case "lower-rank-lacks":
        return `${plan(reason.plan)}が満たさない要件: ${needs(reason.needs)}。`;
      case "excluded-by-budget":
        return `${plan(reason.plan)}なら次の要件を満たしますが、有償です: ${needs(reason.needs)}。`;
      case "unmet": {
        const kind = reason.need.startsWith("feature:") ? kinds[reason.need.slice(8)] : undefined;
        const wanted = ja.answerValue(reason.wanted, kind, names);
        return `${plan(reason.plan)}は「${needs([reason.need])}」の要件を満たしません（希望: ${wanted}、実際: ${ja.answerValue(reason.has, kind, names)}）。`;
      }
    }
  },
  answerChange({ answer, from, to }: AnswerChange, { names }: RecommendReport): string {
    const name = ja.answerName(answer, names);
    const kind = answer === "budget" ? "budget" : undefined;
    if (typeof to === "boolean" || typeof from === "boolean") return to ? `「${name}」を加える` : `「${name}」を外す`;
    if (to === null) return `「${name}」を外す（現在は ${ja.answerValue(from, kind, names)}）`;
    const value = ja.answerValue(to, kind, names);
    return from === null
      ? `「${name}」を「${value}」にする`
      : `「${name}」を「${ja.answerValue(from, kind, names)}」から「${value}」に変える`;
  },
  flip: (changes, plan) => `${list(changes, "と")} → ${plan ?? "該当プランなし"}`,
  beyondNeed: (need, plans, overBudget) =>
    plans.length === 0
      ? `${need}: このデータセットに該当するプランはありません。`
      : `${need}: ${list(plans, "と")}なら満たします${paidNote(plans, overBudget)}。`,
  moreChanges: (count) => `ほか ${count} 件（--json は最初のものを段階ごとに示します）`,
  otherPlan: (plan) => `${plan}にした場合`,
  rowError(error: RowError): string {
    const cell = "column" in error && "value" in error ? `${shortened(error.column)}「${shortened(error.value)}」` : "";
    switch (error.code) {
      case "missing-cell":
        return `${shortened(error.column)} が空です`;
      case "bad-time":
        return `${cell}${timeProblems[error.problem]}`;
      case "ambiguous-date":
        return `${cell}は複数の順序で読めます。--date-order を指定してください`;
      case "bad-duration":
        return `${cell}は分の数ではありません`;
      case "unknown-plan":
      case "unknown-priority":
      case "unknown-region":
      case "unknown-zone":
        return `${cell}は不明です`;
      case "no-target":
        return `プラン ${error.plan} には優先度 ${error.priority} の目標がありません`;
      case "missing-region":
        return `プラン ${error.plan} の ${error.priority} の目標は地域の営業時間で数えます。--region または region 列を指定してください`;
      case "responded-before-opened":
        return `${cell}がチケットの起票より前です`;
      case "cell-count":
        return `行のセルは ${error.found} 個、見出しは ${error.expected} 個です`;
      case "bad-quotes":
        return "引用符が閉じていないか、閉じた後に文字が続いています";
      case "bad-encoding":
        return "行がファイルの文字コードのテキストではありません。--encoding を指定してください";
      case "bad-json":
        return "行が JSON オブジェクトではありません";
      case "key-conflict":
        return `この行自体に ${list(error.keys, "と")} があるため、追加するキーはこの行では別の名前です`;
      case "never-open":
        return "カレンダーは一度も営業しません";
      case "beyond-horizon":
        return "起票から期限、応答または現在までが 100 年を超えます";
      case "instant-out-of-range":
        return "時刻が 0001-01-03 から 9999-12-28 の範囲外です";
    }
  },
  progress({ rows, rate, share, secondsLeft }: ProgressState): string {
    const items = rows === 0 && share !== undefined ? [] : [`${grouped(rows)} 件`, `毎秒 ${grouped(rate)} 件`];
    if (share !== undefined) items.push(`${Math.floor(share * 100)} % 読み取り済み`);
    if (secondsLeft !== undefined) items.push(`残り ${secondsLeft} 秒`);
    return items.join(" · ");
  },
  batch: {
    done: (rows) => `${grouped(rows)} 件です。`,
    bad: (bad, rows) => `${grouped(rows)} 件中 ${grouped(bad)} 件にエラーがあります:`,
    filled: ({ column, filled, own }) =>
      `${cellFlags[column]} で空のセル ${grouped(filled)} 個を補いました。${grouped(own)} 行には固有の ${column} があります。`,
    late: (missed, overdue) => `--check の結果: 未達 ${grouped(missed)} 件、期限超過 ${grouped(overdue)} 件。`,
    line: (line) => `${line} 行目`,
    more: (more) => `ほか ${grouped(more)} 件（error 列を参照）`,
  },
  number: grouped,
  audit: {
    fallsShort: (attained, wanted) => `達成率は ${attained} で、--min-attainment の ${wanted} % を下回っています。`,
    title: (path) => `チケットの監査: ${path}`,
    byMonthTitle: "月と優先度ごとの達成率（百分率）",
    usedTitle: "目標に対する応答時間",
    usedNote: "目標時間の各割合以内に応答したチケットの百分率。",
    targetLine: (percent) => `要求: ${percent} %`,
    ownPlan: (plans) => `${plans}（実際）`,
    tickets: "チケット",
    attainment: "達成率",
    unanswered: "未応答",
    wanted: "要求",
    month: "月",
    by: (label) => `${label}別`,
    counts: (read, judged, unjudged, bad) =>
      [
        `読み取り ${grouped(read)} 件`,
        `判定 ${grouped(judged)} 件`,
        ...(unjudged > 0 ? [`期限前 ${grouped(unjudged)} 件`] : []),
        ...(bad > 0 ? [`エラー ${grouped(bad)} 件`] : []),
      ].join("、"),
    ofJudged: (met, judged) => `${grouped(judged)} 件中 ${grouped(met)} 件`,
    nothingJudged: "判定できるものがありません",
    unansweredCounts: (overdue, open) =>
      `期限を過ぎた ${grouped(overdue)} 件は未達成と判定、期限前の ${grouped(open)} 件は判定なし`,
    responseTimes: "初回応答（目標の計時方法による）",
    answered: "応答済み",
    median: "中央値",
    p90: "90 % が収まる時間",
    longest: "最長",
    worst: "遅れの大きいチケット",
    ticket: "チケット",
    whatIf: "同じチケットをほかのプランで",
    met: "期限内",
    promise: "期限の差",
    earlier: (seconds, size) => (seconds === 0 ? "同じ" : `${size}${seconds > 0 ? "早い" : "遅い"}`),
  },
  history: {
    title: (tickets, path) => `${path} のチケット ${tickets} 件から測定`,
    share: "割合",
    tickets: "チケット",
    within: "90 % の応答時間",
    earlier: "期限が早い割合",
    by: "短縮の中央値",
    against: (plan) => `${plan}と比べて各プランが約束した期限`,
  },
  datasetIssue(issue: DatasetIssue): string {
    const where = issue.path === "" ? "/" : issue.path;
    switch (issue.problem) {
      case "missing":
        return `${where}: ${issue.key} がありません`;
      case "unknown-key":
        return `${where}: ${issue.key} というキーはここにはありません${issue.allowed.length > 0 ? `。使えるのは ${list(issue.allowed, "と")} です` : ""}`;
      case "wrong-type":
        return `${where}: ${issue.found} ではなく ${issue.expected} が必要です`;
      case "not-allowed":
        return `${where}: ${issue.value} は使えません。使えるのは ${list(issue.allowed, "と")} です`;
      case "unknown-reference":
        return `${where}: ${issue.to} に ${issue.value} はありません。${issue.allowed.length > 0 ? `あるのは ${list(issue.allowed, "と")} です` : "そこには何もありません"}`;
      case "bad-value":
        return `${where}: ${issue.value} は使えません。必要なのは${datasetForms[issue.expected]}です`;
    }
  },
};

function supersededBy({ id, title, plans }: Successor): string {
  if (title === undefined) return `後継は ${id} です（--dataset ${id}）。`;
  return `現在提供されているプランは ${list(plans, "と")}（${title}）です。--dataset ${id} で比較できます。`;
}

function likelyResponses(likely: readonly string[]): string {
  const [first] = likely;
  if (first === undefined) return '該当する列があれば --map responded="見出し" で指定してください。';
  return `${list(likely, "と")} が該当しそうです: --map responded="${first}"。`;
}
