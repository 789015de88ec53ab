/** Exports of help desks. */
import { levelsOf, type Preset, urgentToLow } from "./preset.js";

// Times are in the account's zone and carry no offset; the first reply is a number of minutes from opening.
export const zendesk: Preset = {
  headers: {
    id: ["Id", "Ticket ID", "#"],
    priority: ["Priority", "Ticket priority"],
    opened: ["Created at", "created_at", "Ticket created - Timestamp"],
    "response-time": [
      "First reply time in minutes",
      "First reply time (min)",
      "First reply time - Calendar hours (min)",
      "First reply time in minutes within calendar hours",
      "First reply time in minutes within business hours",
      "metric_set.reply_time_in_minutes.calendar",
    ],
    status: ["Status", "Ticket status"],
    resolved: ["Solved at", "solved_at", "Ticket solved - Timestamp", "metric_set.solved_at"],
  },
  marks: [
    "First reply time in minutes",
    "First reply time (min)",
    "First reply time - Calendar hours (min)",
    "First reply time in minutes within calendar hours",
    "First reply time in minutes within business hours",
    "metric_set.reply_time_in_minutes.calendar",
    "Summation column",
    "Satisfaction Score",
    "brand_id",
    "via_channel",
    "Ticket created - Timestamp",
  ],
  levels: levelsOf({ 1: ["urgent"], 2: ["high"], 3: ["normal"], 4: ["low"] }),
  empty: ["-"],
  closed: ["solved", "closed"],
  utcHeaders: ["created_at"],
  response: { unit: "minutes", clock: "calendar" },
};

// Exports have the account's zone, the API UTC with a Z; the API writes priorities as 1 (low) to 4 (urgent).
export const freshdesk: Preset = {
  headers: {
    id: ["Ticket ID", "id"],
    priority: ["Priority"],
    opened: ["Created time", "created_at"],
    responded: ["Initial response time", "stats.first_responded_at"],
    "response-time": ["First response time (in hrs)"],
    status: ["Status"],
    closed: ["Closed time", "Resolved time", "stats.closed_at", "stats.resolved_at"],
    resolved: ["Resolved time", "stats.resolved_at"],
  },
  marks: [
    "First response time (in hrs)",
    "Initial response time",
    "fr_due_by",
    "fr_escalated",
    ["Ticket ID", "Created time"],
  ],
  levels: { ...urgentToLow, "4": 1, "3": 2, "2": 3, "1": 4 },
  empty: ["-"],
  closed: ["closed", "resolved", "4", "5"],
  utcHeaders: [],
  response: { unit: "hours" },
};

// Exports have the account's zone; the API writes UTC with a Z, or milliseconds since 1970.
export const hubspot: Preset = {
  headers: {
    id: ["Ticket ID", "hs_object_id", "hs_ticket_id"],
    priority: ["Priority", "hs_ticket_priority"],
    opened: ["Create date", "createdate"],
    responded: ["First agent email response date", "First agent response date", "first_agent_reply_date"],
    "response-time": ["Time to first agent email reply (HH:mm:ss)", "Time to first agent email reply"],
    status: ["Ticket status"],
    closed: ["Close date", "closed_date"],
    resolved: ["Close date", "closed_date"],
  },
  marks: [
    "hs_ticket_priority",
    "hs_pipeline_stage",
    "Time to first agent email reply (HH:mm:ss)",
    "Time to first agent email reply",
    "First agent email response date",
    ["Ticket name", "Create date"],
    ["Ticket ID", "Create date"],
  ],
  levels: urgentToLow,
  empty: ["-"],
  closed: ["closed"],
  utcHeaders: [],
};

// A conversation has a priority or has none, so no names are given a meaning; times are seconds since 1970.
export const intercom: Preset = {
  headers: {
    id: ["id", "Conversation ID", "conversation_id"],
    priority: ["priority", "Priority"],
    opened: ["created_at", "Conversation started at", "Created at"],
    responded: ["statistics.first_admin_reply_at", "first_admin_reply_at", "first_admin_response_at"],
    "response-time": ["Time to first response (seconds)", "First response time (seconds)"],
    status: ["state", "Conversation state"],
    closed: ["statistics.first_close_at", "statistics.last_close_at", "last_close_at"],
    resolved: ["statistics.last_close_at", "last_close_at", "Last closed at"],
  },
  marks: [
    "statistics.first_admin_reply_at",
    "first_admin_reply_at",
    "first_admin_response_at",
    "first_contact_reply_created_at",
    "first_contact_reply.created_at",
    "admin_assignee_id",
    "conversation_rating_value",
    "Conversation started at",
  ],
  levels: {},
  empty: ["-"],
  closed: ["closed"],
  utcHeaders: [],
};
