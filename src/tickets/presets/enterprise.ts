/** Exports of enterprise service desks and incident systems. */
import { levelsOf, type Preset } from "./preset.js";

// Lists have the user's zone, whatever their headers are; only raw values are UTC.
export const servicenow: Preset = {
  headers: {
    id: ["number", "Number"],
    priority: ["priority", "Priority"],
    opened: ["opened_at", "Opened", "Created", "sys_created_on"],
    status: ["state", "State", "incident_state", "Incident state"],
    closed: ["closed_at", "Closed", "resolved_at", "Resolved"],
    resolved: ["resolved_at", "Resolved"],
  },
  marks: [
    ["number", "opened_at"],
    ["number", "opened", "assignment group"],
    ["number", "sys_created_on"],
    ["number", "configuration item"],
  ],
  levels: levelsOf({
    1: ["1 - Critical", "Critical", "1"],
    2: ["2 - High", "High", "2"],
    3: ["3 - Moderate", "Moderate", "3"],
    4: ["4 - Low", "5 - Planning", "Low", "Planning", "4", "5"],
  }),
  empty: ["?"],
  closed: ["closed", "resolved", "cancelled", "canceled", "closed complete", "6", "7", "8"],
  utcHeaders: [],
  rawUtc: ["opened"],
  rawWithNumbers: true,
};

// Reports follow the user's locale; the API writes 2024-03-05T15:15:00.000+0000.
export const salesforce: Preset = {
  headers: {
    id: ["Case Number", "CaseNumber"],
    priority: ["Priority"],
    opened: ["Date/Time Opened", "Opened Date/Time", "CreatedDate", "Created Date"],
    responded: ["First Response Date/Time", "First Response Date", "First Response Time"],
    status: ["Status"],
    closed: ["Date/Time Closed", "Closed Date/Time", "ClosedDate"],
    resolved: ["Date/Time Closed", "Closed Date/Time", "ClosedDate"],
  },
  marks: ["Date/Time Opened", "CaseNumber", ["Case Number", "Opened Date/Time"], ["Case Number", "Case Origin"]],
  levels: levelsOf({ 1: ["critical"], 2: ["high"], 3: ["medium"], 4: ["low"] }),
  empty: ["-"],
  closed: ["closed"],
  utcHeaders: [],
};

// The support portal shows when a case was opened, never when it was first answered.
export const adobe: Preset = {
  headers: {
    id: ["Case Number"],
    priority: ["Priority"],
    opened: ["Case Open", "Case Opened"],
    status: ["Status", "Case Status"],
  },
  marks: ["Case Open", "Case Opened"],
  levels: levelsOf({
    1: ["P1 - Critical", "Critical"],
    2: ["P2 - Urgent", "Urgent"],
    3: ["P3 - Important", "Important"],
    4: ["P4 - Minor", "Minor"],
  }),
  empty: ["-"],
  closed: ["closed", "resolved"],
  utcHeaders: [],
};

// Views have the user's zone; the API writes UTC with a Z.
export const dynamics: Preset = {
  headers: {
    id: ["Case Number", "ticketnumber"],
    priority: ["Priority", "prioritycode"],
    opened: ["Created On", "createdon"],
    responded: ["First Response Sent On", "firstresponsesenton"],
    status: ["Status", "statecode"],
    resolved: ["Resolved On", "resolveon", "Actual Resolution Date"],
  },
  marks: [
    "(Do Not Modify) Case",
    "(Do Not Modify) Row Checksum",
    "(Do Not Modify) Modified On",
    "ticketnumber",
    "prioritycode",
    ["Case Number", "Created On"],
  ],
  levels: levelsOf({ 2: ["High", "1"], 3: ["Normal", "2"], 4: ["Low", "3"] }),
  empty: [],
  closed: ["resolved", "canceled", "cancelled", "1"],
  utcHeaders: [],
};

// The time to the first acknowledgement counts from opening, in seconds.
export const pagerduty: Preset = {
  headers: {
    id: ["incident_number", "Incident Number", "id"],
    priority: ["priority_name", "priority.summary", "priority", "Priority"],
    opened: ["created_on", "Created On", "created_at"],
    "response-time": ["seconds_to_first_ack", "Seconds To First Ack", "seconds_to_first_ack_time"],
    status: ["status", "Status"],
    closed: ["resolved_on", "resolved_at", "Resolved On"],
    resolved: ["resolved_on", "resolved_at", "Resolved On"],
  },
  marks: ["seconds_to_first_ack", "Seconds To First Ack", "incident_number", "auto_escalation_count"],
  levels: levelsOf({
    1: ["P1", "Sev-1", "Sev1"],
    2: ["P2", "Sev-2", "Sev2"],
    3: ["P3", "Sev-3", "Sev3"],
    4: ["P4", "P5", "Sev-4", "Sev4", "Sev-5", "Sev5"],
  }),
  empty: [],
  closed: ["resolved"],
  utcHeaders: [],
  response: { unit: "seconds", clock: "calendar" },
};
