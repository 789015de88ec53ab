import { Failure, type Fault } from "../src/errors.js";

/** What a question is refused for; undefined where it is answered. Anything but a failure is thrown on. */
export function faultOf(ask: () => unknown): Fault | undefined {
  try {
    ask();
  } catch (error) {
    if (error instanceof Failure) return error.fault;
    throw error;
  }
  return undefined;
}

/** The code of what a question is refused for. */
export function codeOf(ask: () => unknown): Fault["code"] | undefined {
  return faultOf(ask)?.code;
}
