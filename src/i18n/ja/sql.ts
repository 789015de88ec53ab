/** 出力する SQL のコメント。それぞれ 1 行。 */
import type { sql as english } from "../en/sql.js";

export const sql: typeof english = {
  title: (region, zone, from, to) => `地域 ${region}（${zone}）のサポート営業時間、${from} から ${to} まで。`,
  versions: (dataset, tzdata) => `support-cli がデータセット ${dataset} とタイムゾーン規則 ${tzdata} から作成。`,
  notRun: (dialect) => `${dialect} 用の文は本プロジェクトでは実行していません。使用前にテストしてください。`,
  rerun: "繰り返し実行できます。すべての地域でも一部の地域でもかまいません。置き換わるのは上記の地域の行だけです。",
  clocks: "各地域の計時方法: キーの先頭になる番号と、対象期間。時刻は 1970-01-01T00:00Z からの整数マイクロ秒。",
  order: "テーブルに別のデータセットの地域、または順序の異なる地域があると失敗します。",
  otherOrder: (dataset) =>
    `sla_ テーブルにデータセット ${dataset} 以外の地域、または順序の異なる地域があります。テーブルを削除して再実行してください`,
  tables: {
    sla_target: "目標。マイクロ秒または営業日。地域 *: 地域のないチケット。",
    sla_at: "UTC の日ごとの時間軸: from_us より前の営業時間、次の営業開始、その営業日と現地時刻。",
    sla_goal: "各計時方法の累計営業時間を 4 時間ごとに: 各累計に達する時刻。",
    sla_day: "順番に並んだ営業日: 各営業時間帯が適用される現地時刻。",
  },
  answers: (table) =>
    `結果。${table} の列 id、plan、priority、region、opened、responded を読みます。最後の 2 つはタイムゾーン付きの時刻です。`,
  columns: "deadline、clock_starts、response_us（応答までに算入した時間）、met、status、problem（結果がない理由）。",
  metrics: "目標のあるすべてのプランでの同じ結果。is_own: チケット自身のプランかどうか。",
  attainment:
    "指標・プラン・優先度・地域ごとの判定数と達成数。すべてのチケットを各プランで数え、own_ の列はそのプランのチケットだけを数えます。",
  responseTimes: "チケット自身のプランでの応答までの計時時間（秒）。パーセンタイルは最近順位法です。",
  earlier: "プランごとに、期限がチケット自身のプランより何秒早くなるかの中央値。",
  pauses: "一時停止: チケットの計時を止めていた期間。停止中は to_us が null。必要に応じて行を追加してください。",
  dbt: {
    readme: (dataset, version, tzdata) => [
      "# support_cli_sla",
      `データセット ${dataset} ${version} の SLA 期限（タイムゾーン規則 ${tzdata}）。support-cli が作成しました。`,
      "dbt プロジェクトの packages にこのフォルダーを追加し（`- local: パス`）、変数 `sla_tickets` にチケットのモデル名を設定します。そのモデルには id、plan、priority、region、opened、responded の列が必要で、最後の 2 つはタイムゾーン付きです。変数 `sla_pauses` で一時停止のモデル（文字列の id、from_us、to_us）を指定できます。結果はモデル `sla_deadlines` です。",
      "`dbt seed`、`dbt run`、`dbt test` でテーブルの読み込み、モデルの作成、サンプルチケットと support-cli の結果との比較を行います。",
    ],
  },
};
