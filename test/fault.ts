import { CliError, type ErrorInfo } from "../src/errors.js";

/** What a question is refused for; undefined where it is answered. Anything but a failure is thrown on. */
export function faultOf(ask: () => unknown): ErrorInfo | undefined {
  try {
    ask();
  } catch (error) {
    if (error instanceof CliError) return error.fault;
    throw error;
  }
  return undefined;
}

/** The code of what a question is refused for. */
export function codeOf(ask: () => unknown): ErrorInfo["code"] | undefined {
  return faultOf(ask)?.code;
}
