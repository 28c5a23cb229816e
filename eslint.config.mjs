import nextCoreWebVitals from "eslint-config-next/core-web-vitals";
import tseslint from "typescript-eslint";

const noServerActions = {
  selector: "ExpressionStatement[directive='use server']",
  message: "Changes go through /api/v1 (lib/<noun>/commands.ts); there are no server actions.",
};

export default tseslint.config(
  {
    ignores: [
      ".next/",
      ".next-bench/",
      ".data/",
      "lib/db/generated/",
      "next-env.d.ts",
      "playwright-report/",
      "test-results/",
    ],
  },
  ...nextCoreWebVitals,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "no-restricted-syntax": ["error", noServerActions],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // A handler of an event may wait; React ignores what it returns.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      // Plain links: they work before any script does, and each page reads the record and its clock afresh.
      "@next/next/no-html-link-for-pages": "off",
      "@next/next/no-location-assign-relative-destination": "off",
      // Whoever takes an async function may be given one that has nothing to wait for.
      "@typescript-eslint/require-await": "off",
      "import/no-anonymous-default-export": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    // Scripts run before anything is installed or compiled; rows and JSON have no types there.
    files: ["**/*.mjs"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    files: ["**/*.cjs"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { sourceType: "commonjs" },
  },
);
