/** 繁體中文（台灣）的全部文字。凡來源資料表已有的說法，一律沿用。 */
import type { Messages } from "../en/index.js";
import { audit, history } from "./audit.js";
import { batchTexts } from "./batch.js";
import { commands } from "./commands.js";
import { error } from "./errors.js";
import { punctuation } from "./grammar.js";
import { help } from "./help.js";
import { html } from "./html.js";
import { ics } from "./ics.js";
import { assumption, warning } from "./notices.js";
import { options, optionsOf } from "./options.js";
import { questions } from "./questions.js";
import { reading } from "./reading.js";
import { recommend } from "./recommend.js";
import { report } from "./report.js";
import { rowError } from "./row-errors.js";
import { sql } from "./sql.js";
import { time } from "./time.js";
import { watch } from "./watch.js";
import { workbook } from "./workbook.js";

export const zhTW: Messages = {
  help,
  commands,
  options,
  optionsOf,
  ...time,
  ...punctuation,
  ...report,
  questions,
  ...recommend,
  assumption,
  warning,
  error,
  rowError,
  reading,
  ...batchTexts,
  audit,
  history,
  html,
  watch,
  ics,
  sql,
  workbook,
};
