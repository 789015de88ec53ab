/** ヘルプ画面とマニュアルページ。 */
import { help as english } from "../en/help.js";

export const help: typeof english = {
  program: "初回応答の期限とその算出方法を確認し、サポートプランを選ぶためのツールです。",
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
  examples: english.examples,
  seeTickets: "チケットファイルのオプション: support-cli help tickets を参照",
  ticketSpan: {
    from: "この時刻以降に起票されたチケットだけを使う",
    to: "この時刻より前に起票されたチケットだけを使う",
  },
  topics: {
    "exit-codes": "終了コードの意味",
    "time-rules": "時間の数え方",
    formats: "出力形式",
    environment: "環境変数と設定ファイル",
    tickets: "チケットファイル: 列、値、条件",
    man: "マニュアルページ（man -l 用）",
  },
  notes: {
    "exit-codes": [
      "--json を付けると、エラーは stderr に 1 つの JSON オブジェクトで出力されます: error.code、error.message、error.hint。",
    ],
    "time-rules": [
      "時刻は 2026-11-20T16:40+09:00、2026-11-20T07:40Z、@1763624400、now、または現地時刻 2026-11-20T16:40（--tz で解釈）と書きます。",
      "--explain は、算入した時間帯と、算入しなかった時間帯の理由をすべて表示します。",
    ],
    formats: ["--output はファイルの拡張子から形式を決めます。JSON のキー、id、コードはどの言語でも同じです。"],
    environment: [
      "優先順は、オプション、環境変数、プロジェクトの support-cli.json（現在のフォルダーから上へ探して最初のもの）、設定フォルダー（$XDG_CONFIG_HOME または ~/.config、Windows では %APPDATA%）の support-cli/support-cli.json です。",
      '設定ファイルは {"plan": "business", "region": "japan", "holidays": ["JP"]} のようなオブジェクトで、キーは plan、region、lang、tz、dataset、holidays、zone、tickets（support-cli help tickets を参照）です。--no-config はどれも読まず、config show は各値の設定元を表示します。',
      "support-cli はページャーの起動、更新の確認、データの送信を行いません。",
    ],
    tickets: [
      "これらのオプションは deadline --input、workbook --input、audit、watch、recommend --tickets で使えます。support-cli.json の tickets オブジェクトに、長い名前で設定できます。",
      "列は id、priority、opened、plan、region、zone、responded、response-time、closed、resolved、status、pauses、pause-time と、イベントでは at です。同じ列に --map を繰り返すと、空でない最初のセルを使います。",
      "形式、preset、規則の一覧は docs/files.md にあります。",
    ],
  },
  exitCodes: {
    answered: "正常終了",
    finding: "チェック不合格（--check、--due-within、--min-attainment の指定時のみ）",
    usage: "使用方法の誤り: 不明なコマンド、オプション、値、またはオプションの不足",
    input: "入力が使えない: ファイル、または一部の行を処理できない",
    bug: "内部エラー（--debug でスタックトレースを表示）",
    interrupted: "ユーザーによる中止",
  },
  timeRules: {
    "open-time":
      "営業時間は、タイムゾーンの週間時間帯から休日を除き、例外日はその日の時間帯に置き換えたものです。重なる時間帯は 1 回だけ算入します。",
    "exact-fit": "目標時間がちょうど営業終了時に満了する場合、期限は次の営業開始時ではなく、その営業終了時です。",
    "reversed-range": "--from が --to より後の場合、経過時間は負の値になります。",
    clocks:
      "24x7: 休日を含むすべての時間。24x5: 各営業日の現地時刻 00:00 から 24:00 まで。business-hours: 地域の営業時間。business-days: 時間ではなく日単位。",
    "start-while-closed": "営業時間外に起票されたチケットは、次の営業開始時から計時します。",
    "day-count":
      "N 営業日の期限は、計時開始後 N 番目の営業日です。同じ時刻（その日の営業時間外なら営業時間内に調整、same-time）、またはその日の最後の営業終了時（end-of-day）になります。",
    overnight:
      "真夜中をまたぐ時間帯は始まった日に属します。その日が休日なら全体がなくなり、翌日が休日でも影響しません。",
    "sign-on-the-door":
      "そのタイムゾーンの時計が営業時間内の時刻を示す間が営業中です。時計が進んで飛ばされた 1 時間は数えず、戻って繰り返される 1 時間は 2 回数えます。",
    pause:
      "一時停止中の営業時間は算入しません。一時停止は互いに重なっても、営業時間外でも、期限を越えてもかまいません。終了のない一時停止（「開始/」）は現在まで続きます。",
    "never-open": "100 年以内に営業しないカレンダーはエラーです。",
    "local-time":
      "時計の変更で飛ばされる、または繰り返される現地時刻は、Temporal の compatible と同じ方法で解釈し、警告を表示します。",
    status:
      "応答があれば達成または未達成。なければ応答待ち、目標時間の 75% が経過すると超過のおそれ、期限を過ぎると期限超過です。",
  },
  formats: {
    text: "人が読むための表、タイムライン、文章",
    json: "1 つの JSON ドキュメント",
    jsonl: "1 行に 1 つの JSON オブジェクト",
    csv: "見出し付きのコンマ区切りの行",
    tsv: "見出し付きのタブ区切りの行",
    markdown: "文書用の見出しと表",
    html: "単独で開ける 1 つのページ",
    iso: "ISO 8601 の時刻または期間のみ（1 行に 1 つ）",
    epoch: "1970 年からの秒数のみ（切り上げ）",
    ics: "カレンダーファイル",
    xlsx: "Excel ブック（-o FILE.xlsx で書き出す）",
  },
  listVariables: {
    plan: "プランの id、別名、または名前（コンマ区切り）",
    dataset: "使うデータセット: 付属の id または JSON ファイル",
    holidays:
      "休日（コンマ区切り）: 国や地方のコードまたは名前（JP、US-CA、バイエルン州）、日付のファイル、.ics ファイル、または 地域=出典",
    zone: "顧客のタイムゾーン。営業時間がそれによる地域に使用: [データセット=]ゾーン（コンマ区切り）",
  },
  variables: {
    "LC_ALL, LC_MESSAGES, LANG":
      "既定の言語。中国語、日本語、韓国語のロケールでは表の罫線も ASCII 文字になります（@cjknarrow を付けると罫線素片のまま）。C、ロケール未設定、UTF-8 以外の文字コードでも同じ",
    COLUMNS: "--width がない場合のテキストの幅。端末でもパイプでも有効",
    NO_COLOR: "設定すると色を無効化",
    FORCE_COLOR: "端末以外への出力でも色を使用。0 なら無効化",
    TERM: "dumb: 色は無効、質問は 1 行ずつ",
    TZ: "システムのタイムゾーン。--tz の指定がない場合の現地時刻に使用",
    SUPPORT_CLI_ACCESSIBLE: "1: 画面を書き換えず 1 行ずつ質問（スクリーンリーダー向け）",
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
      tickets: "チケットファイル",
    },
  },
};
