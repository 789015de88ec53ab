/** The watch loop: ticks, scrolling, and its ends, on a screen and without one. */
import { expect, test, vi } from "vitest";
import { CliError } from "../../src/errors.js";
import type { Io } from "../../src/io/io.js";
import type { Screen, ScreenEvents } from "../../src/io/screen.js";
import { runWatchLoop, type Watched } from "../../src/io/watch-loop.js";

/** A loop over ten lines, with its clock, its signal and its screen in the hands of the test. */
function start(isScreen: boolean, changes: Partial<Watched> = {}) {
  const offsets: number[] = [];
  const printed: string[] = [];
  const control: { tick?: () => Promise<void>; interrupt?: () => void; events?: ScreenEvents } = {};
  const close = vi.fn();
  const stdout = {
    isTerminal: isScreen,
    columns: undefined,
    isClosed: false,
    write: async (text: string) => void printed.push(text),
  };
  const io = {
    stdout,
    every(_: number, tick: () => Promise<void>) {
      control.tick = tick;
      return () => {};
    },
    onInterrupt(interrupt: () => void) {
      control.interrupt = interrupt;
      return () => {};
    },
    ...(isScreen && {
      openScreen(events: ScreenEvents): Screen {
        control.events = events;
        return { hasKeys: true, columns: 80, rows: 4, draw() {}, close };
      },
    }),
  } as unknown as Io;
  const watched: Watched = {
    refresh: async () => {},
    count: () => 10,
    pageOf: (rows) => rows,
    draw: (_, offset) => {
      offsets.push(offset);
      return "";
    },
    newLines: () => "line\n",
    isOver: () => false,
    ...changes,
  };
  const ended = runWatchLoop(io, watched).catch((error: unknown) => error);
  return { ended, offsets, printed, control, close, stdout };
}

test.each([
  ["j", 1],
  ["page-down", 4],
  ["last", 6],
])("%s scrolls to line %i, and the first key back to 0; q ends", async (key, offset) => {
  const { ended, offsets, control, close } = start(true);
  control.events?.key(key);
  control.events?.key("first");
  control.events?.key("x");
  control.events?.resize();
  control.events?.key("q");
  expect(await ended).toBeUndefined();
  expect(offsets).toEqual([0, offset, 0, 0]);
  expect(close).toHaveBeenCalledOnce();
  await control.tick?.();
  expect(offsets).toHaveLength(4);
});

test.each(["key", "signal"])("a %s interrupts it", async (kind) => {
  const { ended, control } = start(true);
  if (kind === "key") control.events?.key("interrupt");
  else control.interrupt?.();
  const error = await ended;
  expect(error).toBeInstanceOf(CliError);
  expect(error).toMatchObject({ error: { code: "interrupted" } });
});

test("without a screen it prints the new lines of each tick, until the reader closes the pipe", async () => {
  const { ended, printed, control, stdout } = start(false);
  await control.tick?.();
  stdout.isClosed = true;
  await control.tick?.();
  expect(await ended).toBeUndefined();
  expect(printed).toEqual(["line\n", "line\n", "line\n"]);
});

test("it ends when nothing can change, and with the error of a refresh", async () => {
  expect(await start(false, { isOver: () => true }).ended).toBeUndefined();
  const { ended, control } = start(false, { refresh: () => Promise.reject(new Error("gone")) });
  await control.tick?.();
  expect(await ended).toEqual(new Error("gone"));
});

test("a tick during a refresh is skipped", async () => {
  let finish = () => {};
  const refresh = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  const { ended, control } = start(true, { refresh });
  const first = control.tick?.();
  await control.tick?.();
  finish();
  await first;
  expect(refresh).toHaveBeenCalledOnce();
  control.events?.key("q");
  await ended;
});
