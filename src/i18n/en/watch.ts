/** The live view of open tickets. */
import { grouped } from "../shared.js";

/** How a command of `--exec` failed. */
export type ExecFailure =
  | { readonly kind: "exit"; readonly code: number }
  | { readonly kind: "signal"; readonly signal: string }
  | { readonly kind: "timeout"; readonly seconds: number }
  | { readonly kind: "start"; readonly reason: string };

const execReason = (f: ExecFailure): string => {
  if (f.kind === "exit") return `exit code ${f.code}`;
  if (f.kind === "signal") return `ended by ${f.signal}`;
  return f.kind === "timeout" ? `stopped after ${f.seconds} s` : f.reason;
};

export const watch = {
  openTickets: (count: number) => (count === 1 ? "1 open ticket" : `${grouped(count)} open tickets`),
  nothingOpen: "No open tickets.",
  standsStill: (status: string) => `${status}, clock paused`,
  ticket: "Ticket",
  answered: (count: number) => `${grouped(count)} answered`,
  closed: (count: number) => `${grouped(count)} closed`,
  withoutTarget: (count: number) => `${grouped(count)} without a target`,
  bad: (count: number) => `${grouped(count)} with errors`,
  further: (above: number, below: number) => `${grouped(above)} above, ${grouped(below)} below`,
  keys: "q quit, ↑ ↓ scroll",
  keepsTickets: (message: string) => `${message} Still showing the tickets read earlier.`,
  replaced: (path: string) => `${path} was replaced; now watching the new file.`,
  recovered: (path: string) => `${path} is readable again.`,
  execFailed: (failure: ExecFailure) => `The command of --exec failed: ${execReason(failure)}. Continuing to watch.`,
};
