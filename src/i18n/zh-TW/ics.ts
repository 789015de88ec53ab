/** 行事曆檔案的文字。 */
import type { ics as english } from "../en/ics.js";

export const ics: typeof english = {
  holidays: (name) => `假日：${name}`,
  deadlines: "支援期限",
  hours: "支援營業時間",
  respondBy: (items) => `最初回應期限：${items.join("、")}`,
  open: (region) => `支援營業中：${region}`,
};
