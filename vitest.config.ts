import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = {
  "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, ""),
  // Outside of Next, this package stands in the way of whoever imports it.
  "server-only": fileURLToPath(new URL("node_modules/server-only/empty.js", import.meta.url)),
};

const PURE = [
  "tests/domain/**/*.test.ts",
  "tests/form/**/*.test.ts",
  "tests/look/**/*.test.ts",
  "tests/*.test.ts",
];

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      { resolve: { alias }, test: { name: "domain", include: PURE } },
      {
        resolve: { alias },
        test: {
          name: "server",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: PURE,
          globalSetup: "tests/support/global-setup.ts",
          env: { NEXTAUTH_SECRET: "tests-alone-sign-with-this-0123456789-abcdef" },
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          // A number of workers of its own asks for a turn of its own.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
