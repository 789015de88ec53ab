/**
 * The exports of well-known ticket systems, by name. Facts only; columns.ts, words.ts and the prescan look them up.
 */
import type { PresetName } from "./names.js";
import { adobe, dynamics, pagerduty, salesforce, servicenow } from "./presets/enterprise.js";
import { freshdesk, hubspot, intercom, zendesk } from "./presets/help-desks.js";
import type { Preset } from "./presets/preset.js";
import { github, glpi, jira, redmine } from "./presets/trackers.js";

export type { Preset } from "./presets/preset.js";

export const presets: Readonly<Record<PresetName, Preset>> = {
  zendesk,
  jira,
  servicenow,
  salesforce,
  adobe,
  freshdesk,
  glpi,
  hubspot,
  intercom,
  dynamics,
  redmine,
  github,
  pagerduty,
};
