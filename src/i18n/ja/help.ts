/** ヘルプ画面とマニュアルページ。 */
import { help as english } from "../en/help.js";

export const help: typeof english = {
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
  examples: english.examples,
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
};
