/** コマンドラインのエラー: メッセージと、入力のヒント。 */
import type { ValueFormat } from "../../errors.js";
import type { usageErrors as english } from "../en/usage-errors.js";
import { instantText, quoted } from "../shared.js";
import { didYouMean, list, validValues } from "./grammar.js";
import { noSystemZone } from "./notices.js";
import { timeProblems } from "./time.js";

const valueForms = {
  "whole-number": "0 以上の整数（例: 5）",
  columns: "20 から 1000 までの整数（例: 100）",
  percentile: "0 より大きく 100 以下の割合（%、例: 95）",
  "worst-count": "0 から 10,000 までの数（例: 20）",
  percent: "0 から 100 までの割合（%、例: 75）",
  "small-percent": "95 のような割合（%）、1 未満なら 0.5% のように % を付けた値",
  pause:
    "「開始/終了」（終了は開始以降、例: 2026-11-20T12:00+09:00/2026-11-20T13:00+09:00）。現在まで続く場合は「開始/」",
  within: "「優先度=時間」（単位は s、m、h、d。@ と計時方法も付けられます。例: P2=2h、P2=30m@24x7）",
  zone: "IANA タイムゾーン名（例: Asia/Tokyo）",
  encoding: "文字コード名（例: big5、shift_jis）",
  delimiter: "引用符以外の 1 文字、または tab、comma、semicolon、pipe、space",
  condition: "条件（例: status=Open,Pending、priority!=P4）",
  assignment: "「名前=値」",
  duration: "数値と単位 s、m、h、d（例: 30m、最大 100 年）",
  "table-name": "英数字と _ のテーブル名（スキーマ名も付けられます。例: helpdesk.tickets）",
  "row-count": "0 から 100,000 までの行数（例: 500）",
  date: "日付（例: 2026-12-24）",
  year: "年（例: 2027）",
} as const satisfies Record<ValueFormat, string>;

const timeHint =
  "2026-11-20T16:40+09:00、2026-11-20T07:40Z、@1763624400、now、2 hours ago、yesterday 16:40、または --tz を付けて現地時刻 2026-11-20T16:40 と書いてください。";

export const usageErrors: typeof english = {
  "unknown-command": (error) => {
    return {
      message: `不明なコマンド${error.orTopic ? "またはトピック" : ""}: ${quoted(error.value)}。`,
      hint: didYouMean(error.nearest, `コマンド: ${error.allowed.join("、")}。`),
    };
  },
  "unknown-option": (error) => {
    return {
      message: `不明なオプション: ${error.value}。`,
      hint:
        error.commands.length > 0
          ? `このオプションがあるコマンドは ${list(error.commands, "と")} です。`
          : didYouMean(
              error.nearest,
              `support-cli ${error.command ? `${error.command} ` : ""}--help を参照してください。`,
            ),
    };
  },
  "unexpected-value": (error) => {
    return {
      message: `${error.option} に値は指定できません: ${quoted(error.value)}。`,
      hint: `${error.option} だけを指定してください。`,
    };
  },
  "repeated-option": (error) => {
    return {
      message: `${error.option} に異なる値が指定されています: ${error.values.map(quoted).join("、")}。`,
      hint: error.command
        ? `support-cli ${error.command} の ${error.option} に指定できる値は 1 つです。`
        : "いずれか 1 つだけを残してください。",
    };
  },
  "missing-option": (error) => {
    return {
      message: `必須のオプションがありません: ${error.options.join("、")}。`,
      hint: error.allowed ? validValues(error.allowed) : `support-cli ${error.command} --help を参照してください。`,
    };
  },
  "no-regions": (error) => ({
    message: `データセット ${error.dataset} には地域がないため、数える営業時間がありません。`,
    hint: "support-cli dataset init の出力にならって地域を追加するか、計時方法 24x7 を使用してください。",
  }),
  "missing-value": (error) => ({
    message: `${error.option} には値が必要です。`,
    hint: "オプションの後に値を指定してください。",
  }),
  "missing-argument": (error) => {
    return {
      message: `必須の引数がありません: ${error.argument}。`,
      hint: `support-cli ${error.command} --help を参照してください。`,
    };
  },
  "excess-arguments": (error) => {
    return {
      message: `余分な引数: ${error.values.map(quoted).join("、")}。`,
      hint: `support-cli ${error.command} --help を参照してください。`,
    };
  },
  "unknown-value": (error) => {
    return {
      message: `${error.option} に ${quoted(error.value)} は使えません。`,
      hint: `${didYouMean(error.nearest, "")}${validValues(error.allowed)}`,
    };
  },
  "bad-value": (error) => {
    return {
      message: `${error.option} に ${quoted(error.value)} は使えません。`,
      hint: `指定できる値: ${valueForms[error.expected]}。`,
    };
  },
  "bad-time": (error) => {
    return {
      message: `${error.option} ${quoted(error.value)} ${timeProblems[error.problem]}。`,
      hint: error.instead.length > 0 ? `${list(error.instead.map(quoted))} と書いてください。` : timeHint,
    };
  },
  "response-before-opened": (error) => {
    return {
      message: `応答日時（${error.responded}）がチケットの起票日時（${error.opened}）より前です。`,
      hint: "--responded と --opened、およびその UTC オフセットを確認してください。",
    };
  },
  "conflicting-options": (error) => {
    return {
      message: `${list(error.options, "と")} は同時に指定できません。`,
      hint: "値を確認するか、どちらかを省いてください。",
    };
  },
  "reversed-range": (error) => ({
    message: `--from（${error.from}）が --to（${error.to}）より前ではありません。`,
    hint: "--from を早くするか、--to を遅くしてください。",
  }),
  "missing-answers": (error) => {
    return {
      message: "質問できません（端末ではないか、--no-input の指定があります）。回答も指定されていません。",
      hint: `${list(error.options)} のいずれかを指定してください。`,
    };
  },
  "no-target": (error) => {
    return {
      message: `プラン ${error.plan} には優先度 ${error.priority} の目標がありません。`,
      hint: `${error.allowed.length > 0 ? `あるのは ${list(error.allowed, "と")} です。` : "目標は一つもありません。"}${error.plans.length > 0 ? `${error.priority} の場合は --plan でプランを指定してください: ${list(error.plans)}。` : ""}`,
    };
  },
  "unknown-zone": (error) => {
    return {
      message: `${error.option ? `${error.option}: ` : ""}${quoted(error.value)} はタイムゾーンではありません。`,
      hint: didYouMean(error.nearest, "Asia/Tokyo や UTC のような IANA 名を指定してください。"),
    };
  },
  "fixed-offset-zone": (error) => {
    return {
      message: `${error.option ? `${error.option}: ` : ""}${error.value} は UTC オフセットであり、夏時間の規則を持つタイムゾーンではありません。`,
      hint: `Asia/Tokyo のような IANA 名を指定してください。${error.nearest.length > 0 ? `固定の UTC オフセットなら ${list(error.nearest)} です。` : ""}`,
    };
  },
  "customer-zone": ({ region, dataset }) => ({
    message: `地域${quoted(region)}の営業時間は顧客のタイムゾーンによります。`,
    hint: `--zone（例: --zone ${dataset === undefined ? "" : `${dataset}=`}Asia/Tokyo）か、support-cli.json の "zone" で顧客のタイムゾーンを指定してください。`,
  }),
  "same-dataset": ({ id, datasets }) => ({
    message: `--dataset: ${datasets.join(" と ")} の ID が同じです（${id}）。`,
    hint: `並べて比較するには一方の "id" を変えてください。違いを見るには support-cli dataset diff ${datasets.join(" ")} を使ってください。`,
  }),
  "ambiguous-name": ({ option, value, allowed }) => ({
    message: `${option}: ${quoted(value)}は複数のデータセットにあります。`,
    hint: `${list(allowed)} のいずれかを指定してください。`,
  }),
  "unknown-system-zone": (error) => {
    return {
      message: `${noSystemZone(error.variable)}、UTC オフセットのない時刻を解釈できません。`,
      hint: `${list(error.flags)} でタイムゾーンを指定するか（例: --tz ${error.nearest[0] ?? "Asia/Tokyo"}）、2026-11-20T16:40+09:00 のように UTC オフセットを付けてください。`,
    };
  },
  "bad-hours": (error) => {
    return {
      message: `${error.where} の時間帯が無効です: ${error.value}。`,
      hint: '["09:00","17:30"] のように書いてください。終日は ["00:00","24:00"] です。',
    };
  },
  "bad-date": (error) => {
    return {
      message: `${error.where} の日付が無効です: ${error.value}。`,
      hint: "YYYY-MM-DD と書いてください。",
    };
  },
  "span-too-long": (error) => ({
    message: `${error.options.join(" から ")} までの期間が ${error.years} 年を超えています。`,
    hint: "期間を短くしてください。",
  }),
  "never-open": (error) => {
    return {
      message: `${error.zone} のカレンダーには営業時間帯がありません。`,
      hint: "時間帯、休日、例外日を確認してください。",
    };
  },
  "beyond-horizon": (error) => ({
    message: `結果が ${error.years} 年より先になります。`,
    hint: "量、一時停止、時刻を確認してください。",
  }),
  "instant-out-of-range": ({ value }) => ({
    message: `時刻 ${instantText(value)} が 0001-01-03 から 9999-12-28 の範囲外です。`,
    hint: "時刻と量を確認してください。",
  }),
  "unknown-dataset": (error) => {
    return {
      message: `不明なデータセット: ${quoted(error.value)}。`,
      hint: `${didYouMean(error.nearest, `付属のデータセット: ${error.allowed.join("、")}。`)}ファイルはパスで指定してください。`,
    };
  },
  "unknown-holidays": (error) => {
    return {
      message: `${quoted(error.value)} の休日の情報がなく、その名前のファイルもありません。`,
      hint: didYouMean(
        error.nearest,
        "JP や US-CA のような国や地方のコード（一覧は support-cli holidays list）、またはファイルのパスを指定してください。",
      ),
    };
  },
  interrupted: () => ({ message: "中止しました。", hint: "" }),
  bug: (error) => {
    return {
      message: `内部エラー: ${error.detail}`,
      hint: "--debug を付けて再実行し、出力された内容をお知らせください。",
    };
  },
};
