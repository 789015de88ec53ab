/** カレンダーファイルの文言。 */
import type { ics as english } from "../en/ics.js";

export const ics: typeof english = {
  holidays: (name) => `休日: ${name}`,
  deadlines: "サポートの期限",
  hours: "サポートの営業時間",
  respondBy: (items) => `初回応答の期限: ${items.join("、")}`,
  open: (region) => `サポート営業中: ${region}`,
};
