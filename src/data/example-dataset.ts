/**
 * A whole dataset to start from, with a comment on each part: what `dataset init` prints.
 */

const weekdayHours = [["09:00", "17:30"]];

export const exampleDataset = {
  $comment: "An example to edit. Check it with: support-cli dataset validate FILE. All keys are in docs/data.md.",
  schemaVersion: 1,
  id: "example-helpdesk",
  version: "1.0.0",
  title: { $comment: "Texts need en; zh-TW and ja are optional.", en: "Example helpdesk" },
  validFrom: "2026-01-01",
  sources: {
    $comment: "Where the facts are from. Each fact may name one with the key source.",
    handbook: {
      title: "Support handbook",
      url: "https://example.com/support",
      retrieved: "2026-01-01",
      confidence: "high",
    },
  },
  candidates: ["basic", "premium"],
  plans: {
    $comment: "rank: the lowest plan that meets all needs is recommended.",
    basic: { name: { en: "Basic" }, rank: 1, paid: false, source: "handbook" },
    premium: { name: { en: "Premium" }, aliases: ["gold"], rank: 2, paid: true, source: "handbook" },
  },
  priorities: {
    $comment: "Any ids, the most urgent first.",
    urgent: { name: { en: "Urgent" }, definition: { en: "Nobody can work." }, source: "handbook" },
    normal: { name: { en: "Normal" }, source: "handbook" },
    low: { name: { en: "Low" }, source: "handbook" },
  },
  targets: {
    $comment: "First responses. clock: 24x7, 24x5, business-hours, or business-days with the unit days.",
    basic: {
      urgent: { clock: "business-hours", amount: 4, unit: "hours", source: "handbook" },
      normal: { clock: "business-days", amount: 2, unit: "days", source: "handbook" },
      low: { $comment: "The plan has no target here; null is the same.", offered: false, source: "handbook" },
    },
    premium: {
      urgent: { clock: "24x7", amount: 30, unit: "minutes", source: "handbook" },
      normal: { clock: "business-hours", amount: 8, unit: "hours", source: "handbook" },
      low: { clock: "business-days", amount: 3, unit: "days", source: "handbook" },
    },
  },
  metrics: {
    $comment: "Targets beyond the first response, for --metric. Ticket files have its time in the column resolved.",
    resolution: { name: { en: "Resolution" }, source: "handbook" },
  },
  metricTargets: {
    resolution: {
      basic: { urgent: { clock: "business-days", amount: 3, unit: "days", source: "handbook" } },
      premium: { urgent: { clock: "24x7", amount: 8, unit: "hours", source: "handbook" } },
    },
  },
  regions: {
    europe: {
      name: { en: "Europe" },
      zone: "Europe/Berlin",
      hours: {
        $comment:
          "A weekday that is missing is closed. Several intervals leave a break, 22:00 to 06:00 passes midnight.",
        mon: weekdayHours,
        tue: weekdayHours,
        wed: weekdayHours,
        thu: weekdayHours,
        fri: [
          ["09:00", "12:00"],
          ["13:00", "16:00"],
        ],
      },
      holidays: ["2026-12-25"],
      exceptions: { $comment: "Hours of one date in place of the weekday's.", "2026-12-24": [["09:00", "12:00"]] },
      source: "handbook",
    },
  },
  groups: { contact: { name: { en: "Contact" }, source: "handbook" } },
  features: {
    telephone: {
      $comment: "kind: flag, count, per-year, coverage or addon.",
      group: "contact",
      name: { en: "Telephone" },
      kind: "flag",
      values: { basic: false, premium: true },
      source: "handbook",
    },
    contacts: {
      group: "contact",
      name: { en: "Named contacts" },
      kind: "count",
      values: { basic: 2, premium: 10 },
      answers: "contacts",
      source: "handbook",
    },
  },
  notes: [
    {
      id: "languages",
      kind: "condition",
      text: { en: "Support is in English." },
      appliesTo: { plans: ["basic"] },
      source: "handbook",
    },
  ],
};
