/** すべてのエラーのメッセージとヒント。 */
import type { ErrorInfo } from "../../errors.js";
import { byCode, type ErrorText } from "../shared.js";
import { fileErrors } from "./file-errors.js";
import { usageErrors } from "./usage-errors.js";

export const error = byCode<ErrorInfo, ErrorText>({ ...usageErrors, ...fileErrors });
