/**
 * A guard beside the fuzzing: a thread that receives each case before it runs, and ends the process where one takes too much of the
 * processor's time, which no timer of the same thread could.
 */
import { Worker } from "node:worker_threads";

const size = 1 << 17;

const guard = `
const { workerData: { buffer, limitMs } } = require("node:worker_threads");
const { writeSync } = require("node:fs");
const head = new Int32Array(buffer, 0, 2);
let seen = -1;
let begun = 0;
setInterval(() => {
  const { user, system } = process.cpuUsage();
  const now = (user + system) / 1000;
  const turn = Atomics.load(head, 0);
  if (turn !== seen || turn % 2 === 0) { seen = turn; begun = now; return; }
  if (now - begun < limitMs) return;
  const length = Atomics.load(head, 1);
  writeSync(2, "\\nhang: " + Buffer.from(new Uint8Array(buffer, 8, length)).toString() + "\\n");
  process.kill(process.pid, "SIGKILL");
}, 200);
`;

export interface Watch {
  /** Says that a case begins, in words that name it. */
  begin(text: string): void;
  end(): void;
  close(): Promise<unknown>;
}

/** Starts the guard; `limitMs` is processor time, so that a busy machine is no hang. */
export function watch(limitMs: number): Watch {
  const buffer = new SharedArrayBuffer(size);
  const head = new Int32Array(buffer, 0, 2);
  const room = new Uint8Array(buffer, 8);
  const worker = new Worker(guard, { eval: true, workerData: { buffer, limitMs } });
  worker.unref();
  return {
    begin(text) {
      const bytes = Buffer.from(text).subarray(0, room.length);
      room.set(bytes);
      Atomics.store(head, 1, bytes.length);
      Atomics.add(head, 0, 1);
    },
    end() {
      Atomics.add(head, 0, 1);
    },
    close: () => worker.terminate(),
  };
}
