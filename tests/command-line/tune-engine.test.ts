import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const PROGRAM = fileURLToPath(new URL("../../.build/main.js", import.meta.url));

test("this Node knows every flag that it is given, and says nothing of them", () => {
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, "--version"], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
