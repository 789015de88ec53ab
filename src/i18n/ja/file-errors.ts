/** ファイルとデータのエラー: メッセージと対処のヒント。 */
import type { FileProblem } from "../../errors.js";
import { maxDocumentBytes } from "../../limits.js";
import type { fileErrors as english } from "../en/file-errors.js";
import { grouped, issueLines, join, looksLikeRow, quoted, shortened } from "../shared.js";
import { datasetIssue } from "./dataset-issues.js";
import { didYouMean, list } from "./grammar.js";
import { likelyResponses } from "./notices.js";

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
  other: "OS にアクセスを拒否されました",
} as const satisfies Record<FileProblem, string>;

const exportAgain = "iCalendar（.ics）として出力し直してください。";

const readingHints: Readonly<Partial<Record<FileProblem, string>>> = {
  encoding: "UTF-8 で保存してください。",
  "not-a-file": "通常のファイルを指定してください。データセット、回答、休日はパイプからも読み取れます。",
  "too-large": `データセット、設定、回答、休日のファイルは ${maxDocumentBytes >> 20} MB までです。`,
  shortened: "ほかのプログラムがファイルに書き込んでいないときに、もう一度実行してください。",
};

const writingHints: Readonly<Partial<Record<FileProblem, string>>> = {
  "is-input": "--output を使うと、読み取りが終わってからファイルが置き換わります。",
};

const jsonProblems = {
  unfinished: {
    message: "JSON 文書がここで途切れています。",
    hint: "ファイル全体をもう一度ダウンロードするか、書き出してください。",
  },
  unexpected: {
    message: "JSON オブジェクトの配列ではありません。",
    hint: "オブジェクトの配列、1 つのキーにその配列を持つオブジェクト、または 1 行に 1 オブジェクトの形式にしてください。",
  },
  "several-arrays": {
    message: "1 つの JSON 文書に、オブジェクトの配列が 2 つ以上あります。",
    hint: "チケットの配列を取り出してください（例: jq '.tickets'）。",
  },
};

const packageProblems = {
  xls: {
    message: "古い .xls 形式または暗号化されたブックのため、読み込めません。",
    hint: "パスワードなしの .xlsx または CSV で保存してください。",
  },
  "not-workbook": {
    message: ".xlsx ブックではない ZIP ファイルです。",
    hint: "展開するか、.xlsx または CSV で保存してください。",
  },
  nested: { message: "gzip の中に圧縮ファイルがあります。", hint: "外側のファイルを gunzip などで展開してください。" },
  damaged: {
    message: "圧縮ファイルが壊れているか、途中で切れています。",
    hint: "もう一度ダウンロードまたはエクスポートしてください。",
  },
  "no-rows": { message: "ブックに行がありません。", hint: "--sheet NAME でシートを指定してください。" },
};

export const fileErrors: typeof english = {
  "invalid-dataset": (error) => {
    return {
      message: [
        `${error.path} は有効なデータセットではありません:`,
        ...issueLines(error.issues, datasetIssue, (more) => `ほか ${grouped(more)} 件`),
      ].join("\n"),
      hint: "support-cli dataset schema で JSON Schema を出力できます。",
    };
  },
  "invalid-json": (error) => {
    return {
      message: `${error.path}:${error.line}:${error.column}: JSON ではありません（${error.found === "" ? "途中で終わっています" : `「${error.found}」の箇所`}）。`,
      hint: "その箇所の引用符、コンマ、括弧を確認してください。",
    };
  },
  "json-too-deep": (error) => {
    return {
      message: `${error.path}:${error.line}:${error.column}: 括弧の入れ子が ${error.levels} 段を超えています。`,
      hint: "入れ子を浅くしてください。",
    };
  },
  "unreadable-file": (error) => {
    return {
      message: `${error.path} を読み取れません: ${fileProblems[error.reason]}。`,
      hint: readingHints[error.reason] ?? "パスを確認してください。",
    };
  },
  "unwritable-file": (error) => {
    return {
      message: `${error.path} に書き込めません: ${error.reason === "missing" ? "保存先のフォルダーがありません" : fileProblems[error.reason]}。`,
      hint: writingHints[error.reason] ?? "パスを確認するか、--output で別のファイルを指定してください。",
    };
  },
  "unusable-temporary-folder": (error) => {
    return {
      message: `一時フォルダー ${error.path} を使用できません: ${error.reason === "missing" ? "フォルダーがありません" : fileProblems[error.reason]}。`,
      hint: "TMPDIR に空き容量のあるフォルダーを指定するか、パイプの代わりにファイルを渡してください。",
    };
  },
  "bad-holiday-line": (error) => {
    return {
      message: `${error.path}:${error.line}: ${error.value} は休日ではありません。`,
      hint: "1 行に 1 つ、日付または期間（例: 2026-12-24、2026-12-24/2026-12-31）を書いてください。後ろに時間（09:00-12:00）と名前を付けられます。",
    };
  },
  "bad-ics": ({ path, line, problem, part }) => {
    const place = `${path}:${line}`;
    if (problem === "unsupported")
      return {
        message: `${place}: 繰り返しの指定 ${part} には対応していません。`,
        hint: "RDATE に日付を並べるか、1 行に 1 つ YYYY-MM-DD を書いたファイルを使ってください。",
      };
    if (problem === "invalid")
      return { message: `${place}: カレンダーファイルの ${part} は正しくありません。`, hint: exportAgain };
    if (problem === "unknown-zone")
      return {
        message: `${place}: タイムゾーン ${part} が見つかりません。`,
        hint: "Asia/Tokyo のような IANA 名を使うか、VTIMEZONE を含めてください。",
      };
    if (problem === "too-many")
      return {
        message: `${place}: ここまでの予定の繰り返しが多すぎます。`,
        hint: "間隔を長くするか、1 行に 1 つ YYYY-MM-DD を書いたファイルを使ってください。",
      };
    return { message: `${place}: カレンダーファイルとして読み取れません。`, hint: exportAgain };
  },
  "invalid-answers": (error) =>
    error.value === ""
      ? {
          message: `${error.path}: ${error.key} は回答の項目ではありません。`,
          hint: `項目は ${list(error.allowed, "と")} です。`,
        }
      : {
          message: `${error.path}: ${error.key} に ${error.value} は使えません。`,
          hint: `指定できる値: ${list(error.allowed)}。`,
        },
  "empty-file": (error) => {
    return {
      message: `${error.path} は空です。`,
      hint: "見出し行、または 1 行ごとの JSON オブジェクトが必要です。",
    };
  },
  "missing-column": (error) => {
    return {
      message: `${error.path} に列 ${list(error.columns, "と")} がありません。`,
      hint: `${didYouMean(error.nearest.map(shortened), "")}あるのは ${list(error.found.map(shortened), "と")} です。--map opened="Created at" のように列を指定するか、--preset で出力元を指定してください。${error.columns.includes("priority") ? "-P ですべてのチケットの優先度を指定することもできます。" : ""}${looksLikeRow(error.found) ? "ファイルに見出し行がない場合は --no-header を付け、--map opened=#3 のように位置で列を指定してください。" : ""}`,
    };
  },
  "too-many-groups": ({ max }) => ({
    message: `チケットのグループが ${grouped(max)} を超えています。`,
    hint: "より長い --period を指定するか、--by に値の種類が少ない列を指定してください。",
  }),
  "too-many-tickets": ({ max }) => ({
    message: `チケットが 1 枚のシートの行数（${grouped(max)}）を超えています。`,
    hint: "--where で絞り込むか、複数のブックに分けてください。",
  }),
  "calendar-too-long": ({ max }) => ({
    message: `カレンダーが 1 枚のシートの行数（${grouped(max)}）を超えています。`,
    hint: "--from から --to までを短くするか、地域を減らしてください（--region）。",
  }),
  "dbt-null-id": ({ pointers }) => ({
    message: `データセットに、dbt が空のセルとして読み込む ID があります: ${list(pointers, "と")}`,
    hint: "ID を変更するか、--dbt の代わりに --dialect で SQL 文を出力してください。",
  }),
  "other-dbt-project": ({ path }) => ({
    message: `${path} は別の dbt プロジェクトのもので、そのファイルが上書きされます。`,
    hint: "--dbt sla_package のように、パッケージ専用のフォルダーを指定してください。",
  }),
  "no-open-time": ({ region, from, to }) => ({
    message: join("地域", quoted(region), "には", from, "から", to, "まで営業時間がありません。"),
    hint: "より早い --from またはより遅い --to を指定するか、地域の営業時間と休日を確認してください。",
  }),
  "duplicate-column": (error) => {
    return {
      message: `${error.path} に列 ${error.column} が複数あります: ${error.positions.map((position) => `#${position}`).join("、")}。`,
      hint: `--map ${error.role}=#${error.positions[0]} のように位置で指定してください。`,
    };
  },
  "ambiguous-preset": (error) => {
    return {
      message: `${error.path} の見出しは ${list(error.presets)} のものと考えられます。`,
      hint: `--preset ${error.presets[0]} のように指定するか、--map で列を指定してください。`,
    };
  },
  "ambiguous-dates": (error) => {
    return {
      message: `${error.path} の ${error.column} の日付（例: ${shortened(error.value)}）は複数の順序で解釈できます。`,
      hint: "--date-order dmy または --date-order mdy を指定してください。",
    };
  },
  "mixed-date-order": (error) => {
    return {
      message: `${error.path} の ${error.column} の日付は順序が混在しています: ${list(error.values.map(shortened), "と")}。`,
      hint: "--date-order dmy または --date-order mdy を指定してください。ほかの行はエラーになります。",
    };
  },
  "unsupported-input": (error) => {
    return {
      message: `${error.path}:${error.line}: テキストの行でも JSON オブジェクトでもありません。`,
      hint: "ファイルと --input-format を確認してください。BOM のない UTF-16 には --encoding utf-16le を付けてください。.xls と .ods のファイルは .xlsx または CSV で保存してください。",
    };
  },
  "events-in-rows": ({ path }) => ({
    message: `--events-in は JSON のチケットの中のリストを読みますが、${path} は JSON ではありません。`,
    hint: "各行がイベントなら --events を使ってください。",
  }),
  "wrong-encoding": (error) => {
    return {
      message: `${error.path}:${error.line}: 見出しが ${error.encoding.toUpperCase()} のテキストではありません。`,
      hint: "--encoding shift_jis や --encoding windows-1252 のように文字コードを指定してください。",
    };
  },
  "bad-json-document": ({ path, line, problem }) => ({
    message: `${path}:${line}: ${jsonProblems[problem].message}`,
    hint: jsonProblems[problem].hint,
  }),
  "unreadable-package": ({ path, problem }) => ({
    message: `${path}: ${packageProblems[problem].message}`,
    hint: packageProblems[problem].hint,
  }),
  "bad-header-quotes": (error) => {
    return {
      message: `${error.path}:${error.line}: 見出し行の引用符が対応していません。`,
      hint: "開いたままの引用符を閉じるか、引用符の中の引用符は 2 つ続けて書いてください。",
    };
  },
  "row-too-long": (error) => {
    return {
      message: `${error.path}:${error.line}: 行が ${error.megabytes} MiB を超えています。`,
      hint: "改行の欠落がないか、チケットのファイルであるかを確認してください。",
    };
  },
  "too-many-columns": (error) => {
    return {
      message: `${error.path}:${error.line}: 列が ${grouped(error.columns)} を超えています。`,
      hint: "区切り文字を確認してください。行ごとにキーが異なる JSON Lines は JSON Lines のまま出力できます（--format jsonl）。",
    };
  },
  "unknown-measure": ({ column, value, option }) =>
    option === "--response-unit"
      ? {
          message: `${column} の単位が不明です: ${shortened(value)}。`,
          hint: "--response-unit に seconds、minutes、hours、days のいずれかを指定してください。",
        }
      : {
          message: `${column} は暦の時間か営業時間か不明です: ${shortened(value)}。`,
          hint: "--response-clock に calendar または business を指定してください。",
        },
  "metric-of-events": ({ metric }) => ({
    message: `チケットファイルには指標 ${metric} の列がありません。`,
    hint: `イベントの記録を --events、--responded-when、--customer-when で指定してください。1 件のチケットは deadline --metric ${metric} --opened TIME で計算できます。`,
  }),
  "metric-not-in-dataset": ({ option, metric, datasets }) => ({
    message: `${option} は指標 ${metric} 用ですが、データセット ${datasets.join("、")} にはこの指標がありません。`,
    hint: `${option} を省略するか、この指標のあるデータセットを使ってください。`,
  }),
  "no-responses": (error) => {
    if (error.metric !== undefined)
      return {
        message: `${error.path} には ${error.metric} の時刻がないため、達成率を求められません。`,
        hint: likelyResponses(error.likely, "resolved"),
      };
    return {
      message: `${error.path} には初回応答の時刻がないため${error.preset === undefined ? "" : `（${error.preset}）`}、達成率を求められません。`,
      hint: `${error.hasEvents ? "最初の応答とするイベントの条件を、--responded-when 'status!=New' のように指定してください。" : ""}${likelyResponses(error.likely)}列がなくても、deadline --input で期限を求められます。`,
    };
  },
  "bad-config": (error) => {
    if (error.expected === "key") {
      return {
        message: `${error.path}: ${error.key} は設定項目ではありません。`,
        hint: `${didYouMean(error.nearest, "")}設定項目は ${list(error.allowed, "と")} です。`,
      };
    }
    return {
      message: `${error.path}: ${error.key === "" ? "ファイルの内容" : error.key} に ${error.value} は使えません。`,
      hint: {
        object: '{"plan": "business", "region": "japan"} のような設定のオブジェクトを書いてください。',
        text: `"${error.key}": "…" のように文字列を書いてください。`,
        list: `"${error.key}": ["…", "…"] のように文字列またはその配列を書いてください。`,
        flag: "true または false を引用符なしで書いてください。",
      }[error.expected],
    };
  },
};
