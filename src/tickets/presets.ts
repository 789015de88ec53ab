/**
 * The exports of well-known ticket systems: their headers, priority names, empty marks and zones. Facts only; columns.ts looks them up.
 */
import type { Column } from "./names.js";

export const presetNames = ["zendesk", "jira", "servicenow", "salesforce", "adobe"] as const;
export type PresetName = (typeof presetNames)[number];

export interface Preset {
  /** The headers a column goes by, most usual first; compared without regard to case and runs of blanks. */
  readonly headers: Readonly<Partial<Record<Column, readonly string[]>>>;
  /** Names of custom fields, which stand in brackets after a word of the user's language: `Campo personalizado (…)`. */
  readonly customFields?: Readonly<Partial<Record<Column, string>>>;
  /** Priority names, as the level they stand for: 1 is the dataset's first priority, 2 its second, and so on. */
  readonly levels: Readonly<Record<string, number>>;
  /** What stands in a cell that has no value, besides nothing. */
  readonly empty: readonly string[];
  /** Opening headers whose times are in UTC although they do not say so. */
  readonly utcHeaders: readonly string[];
  /** Languages that month names may be in, besides English. */
  readonly locales: readonly string[];
}

const jiraLevels: readonly (readonly [number, readonly string[]])[] = [
  [1, ["Highest", "Blocker", "Höchste", "Très haute", "La plus haute", "Más alta", "最高", "最高優先", "Mais alta"]],
  [2, ["High", "Critical", "Hoch", "Haute", "Élevée", "Alta", "高"]],
  [3, ["Medium", "Major", "Mittel", "Moyenne", "Media", "Média", "中"]],
  [
    4,
    [
      "Low",
      "Lowest",
      "Minor",
      "Trivial",
      "Niedrig",
      "Niedrigste",
      "Basse",
      "Faible",
      "La plus basse",
      "Baja",
      "Más baja",
      "低",
      "最低",
    ],
  ],
];

export const presets: Readonly<Record<PresetName, Preset>> = {
  // Times are in the account's zone and carry no offset; the first reply is a number of minutes from opening.
  zendesk: {
    headers: {
      id: ["Id", "Ticket ID", "#"],
      priority: ["Priority", "Ticket priority"],
      opened: ["Created at", "created_at", "Ticket created - Timestamp"],
      "response-minutes": [
        "First reply time in minutes",
        "First reply time (min)",
        "First reply time - Calendar hours (min)",
        "First reply time in minutes within calendar hours",
      ],
    },
    levels: { urgent: 1, high: 2, normal: 3, low: 4 },
    empty: ["-"],
    utcHeaders: ["created_at"],
    locales: [],
  },
  // Headers and month names follow the user's language. The cell "Time to first response" is what is left of Jira's own goal
  // (`1:30`, `-0:45` when breached): it tells no time of response, so it is not read; `[CHART] Date of First Response` is.
  jira: {
    headers: {
      id: [
        "Issue key",
        "Key",
        "Vorgangsschlüssel",
        "Schlüssel",
        "Clé de ticket",
        "Clé",
        "Clave de incidencia",
        "Clave",
        "課題キー",
        "キー",
        "議題鍵",
        "问题关键字",
      ],
      priority: ["Priority", "Priorität", "Priorité", "Prioridad", "優先度", "優先順序", "优先级"],
      opened: [
        "Created",
        "Erstellt",
        "Création",
        "Créée",
        "Créé",
        "Creada",
        "Creado",
        "作成日",
        "作成日時",
        "作成済み",
        "已建立",
        "创建日期",
        "已创建",
      ],
      responded: ["[CHART] Date of First Response", "Date of First Response"],
    },
    customFields: { responded: "[CHART] Date of First Response" },
    levels: Object.fromEntries(
      jiraLevels.flatMap(([level, names]) => names.map((name) => [name.toLowerCase(), level])),
    ),
    empty: [],
    utcHeaders: [],
    locales: ["de", "fr", "es", "ja", "zh"],
  },
  // Field names come from the API, whose times are UTC; labels come from lists, whose times are in the user's zone.
  servicenow: {
    headers: {
      id: ["number", "Number"],
      priority: ["priority", "Priority"],
      opened: ["opened_at", "Opened"],
    },
    levels: {
      "1 - critical": 1,
      "2 - high": 2,
      "3 - moderate": 3,
      "4 - low": 4,
      "5 - planning": 4,
      critical: 1,
      high: 2,
      moderate: 3,
      low: 4,
      planning: 4,
      "1": 1,
      "2": 2,
      "3": 3,
      "4": 4,
      "5": 4,
    },
    empty: ["?"],
    utcHeaders: ["opened_at"],
    locales: [],
  },
  // Reports follow the user's locale; the API writes 2024-03-05T15:15:00.000+0000.
  salesforce: {
    headers: {
      id: ["Case Number", "CaseNumber"],
      priority: ["Priority"],
      opened: ["Date/Time Opened", "Opened Date/Time", "CreatedDate", "Created Date"],
      responded: ["First Response Date/Time", "First Response Date", "First Response Time"],
    },
    levels: { critical: 1, high: 2, medium: 3, low: 4 },
    empty: ["-"],
    utcHeaders: [],
    locales: [],
  },
  // The support portal tells when a case was opened, never when it was first answered.
  adobe: {
    headers: {
      id: ["Case Number"],
      priority: ["Priority"],
      opened: ["Case Open", "Case Opened"],
    },
    levels: {
      "p1 - critical": 1,
      "p2 - urgent": 2,
      "p3 - important": 3,
      "p4 - minor": 4,
      critical: 1,
      urgent: 2,
      important: 3,
      minor: 4,
    },
    empty: ["-"],
    utcHeaders: [],
    locales: [],
  },
};
