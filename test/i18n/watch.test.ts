/** How a command of `--exec` failed, in each language. */
import { expect, test } from "vitest";
import { type ExecFailure, watch as en } from "../../src/i18n/en/watch.js";
import { watch as ja } from "../../src/i18n/ja/watch.js";
import { watch as zh } from "../../src/i18n/zh-TW/watch.js";

const failures: readonly (readonly [ExecFailure, english: string, japanese: string, chinese: string])[] = [
  [{ kind: "exit", code: 3 }, "exit code 3", "終了コード 3", "結束代碼 3"],
  [{ kind: "signal", signal: "SIGKILL" }, "ended by SIGKILL", "SIGKILL で終了", "因 SIGKILL 結束"],
  [{ kind: "timeout", seconds: 60 }, "stopped after 60 s", "60 秒を過ぎたため停止", "超過 60 秒而停止"],
  [{ kind: "start", reason: "ENOENT" }, "ENOENT", "ENOENT", "ENOENT"],
];

test.each(failures)("%j", (failure, english, japanese, chinese) => {
  expect(en.execFailed(failure)).toBe(`The command of --exec failed: ${english}. Continuing to watch.`);
  expect(ja.execFailed(failure)).toBe(`--exec のコマンドが失敗しました: ${japanese}。監視は続けます。`);
  expect(zh.execFailed(failure)).toBe(`--exec 的命令失敗：${chinese}。繼續監看。`);
});
