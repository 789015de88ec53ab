/**
 * How a ticket file was read, as a section of a page.
 */
import type { Messages } from "../../i18n/en/index.js";
import type { Reading } from "../../tickets/names.js";
import { fillLines, readingPairs } from "../text/reading.js";
import { fileName, html, listOf, type PageSection, pairsOf } from "./page.js";

export function readingSection(reading: Reading, messages: Messages): PageSection {
  const pairs = readingPairs({ ...reading, path: fileName(reading.path) }, messages);
  const body = html`${pairsOf(pairs)}${listOf(fillLines(reading, messages))}`;
  return { id: "reading", title: messages.reading.title, body };
}
