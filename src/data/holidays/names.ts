/** Names of holidays in Taiwan's Chinese, where the date-holidays package has none or others. */

/** By the package's English name: the holidays of Japan. */
const japanInChinese: Readonly<Record<string, string>> = {
  "New Year's Day": "元旦",
  "Coming of Age Day": "成人日",
  "Foundation Day": "建國紀念日",
  "Emperor's Birthday": "天皇誕生日",
  "Spring Equinox Day": "春分日",
  "Showa Day": "昭和日",
  "Greenery Day": "綠之日",
  "Children's Day": "兒童節",
  "Marine Day": "海之日",
  "Mountain Day": "山之日",
  "Respect-for-the-Aged Day": "敬老日",
  "Autumnal Equinox Day": "秋分日",
  "Sports Day": "運動日",
  "Culture Day": "文化日",
  "Labor Thanksgiving Day": "勤勞感謝日",
  "Constitution Day": "憲法紀念日",
  "Citizens' Holiday": "國民休假日",
  "Coronation Day": "天皇即位日",
  "Enthronement Ceremony Day": "即位禮正殿之儀",
};

/** By the package's own Chinese name: those of Taiwan before 2025 that are not Taiwan's words or characters. */
const taiwanInChinese: Readonly<Record<string, string>> = {
  农历新年假期: "農曆春節",
  淸明節: "清明節",
  "228和平紀念日": "和平紀念日",
  "中華民國開國紀念日 / 元旦": "開國紀念日",
  "國慶日 / 雙十節": "國慶日",
};

/** A holiday's name in Taiwan's Chinese; the package ends the names of substitute days with a remark in brackets. */
export function chineseName(name: string, country: string, isSubstitute: boolean): string {
  const names = { JP: japanInChinese, TW: taiwanInChinese }[country];
  if (names === undefined) return name;
  const plain = isSubstitute ? name.replace(/ \([^()]*\)$/, "") : name;
  const known = names[plain] ?? plain;
  return isSubstitute ? `${known}（補假）` : known;
}
