import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "./tests/support/compile.ts",
    testTimeout: 300_000,
    hookTimeout: 120_000,
    reporters: ["default", "./tests/support/closing-line.ts"],
  },
});
