// `npm run bench` also builds bare copies of its pages, next to the served build.
const bench = process.env.BENCH === "1";

/** Loaded only where traces are sent somewhere. */
const OTEL = [
  "@opentelemetry/api",
  "@opentelemetry/exporter-trace-otlp-http",
  "@opentelemetry/resources",
  "@opentelemetry/sdk-trace-node",
];

/** @type {import("next").NextConfig} */
const config = {
  ...(bench ? { distDir: ".next-bench", pageExtensions: ["bench.tsx", "tsx", "ts"] } : {}),
  output: "standalone",
  // Set, because Next would guess it from lock files further up, and start expects the server here.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // Files read at run time: the readers of PDFs and web pages (separate programs with their libraries), the
  // check of password strength (a thread with its dictionaries), the thread that lays out graphs, the
  // messages, SECURITY.md, and the fonts of a PDF.
  outputFileTracingIncludes: {
    "/*": [
      "lib/pledges/files/offline.mjs",
      "lib/pledges/files/read-pdf.mjs",
      "lib/pledges/files/html/*.mjs",
      "node_modules/parse5/package.json",
      "node_modules/parse5/dist/**/*.js",
      "node_modules/entities/package.json",
      "node_modules/entities/dist/**/*.js",
      "lib/auth/password-strength/*.mjs",
      "lib/conditions/graph/layers.mjs",
      "node_modules/@dagrejs/*/package.json",
      "node_modules/@dagrejs/*/dist/*.esm.js",
      "lib/i18n/messages/*/*.json",
      "SECURITY.md",
      "node_modules/@fontsource/source-sans-3/files/source-sans-3-{latin,latin-ext,cyrillic}-{400,600}-normal.woff",
      "node_modules/unpdf/package.json",
      "node_modules/unpdf/dist/pdfjs.mjs",
      "node_modules/@zxcvbn-ts/*/package.json",
      "node_modules/@zxcvbn-ts/*/dist/**/*.cjs",
      "node_modules/fastest-levenshtein/*.{json,js}",
    ],
  },
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  // `npm run check` checks the types, tests included; a start needn't wait for them.
  typescript: {
    ignoreBuildErrors: true,
    tsconfigPath: bench ? "bench/tsconfig.build.json" : "tsconfig.json",
  },
  // Puts the title into the head for every browser: without a script, a streamed title would never get there.
  htmlLimitedBots: /./,
  images: { unoptimized: true },
  experimental: {
    // Loads a page on its first request instead of all pages at start.
    preloadEntriesOnStart: false,
    // CI builds once and never uses this cache, and writing it takes a third of the time.
    turbopackFileSystemCacheForBuild: !process.env.CI,
    // Nothing reads source maps in production, and they are two thirds of the build's output.
    turbopackSourceMaps: process.env.NODE_ENV === "development",
  },
  serverExternalPackages: ["pg", "@node-rs/argon2", "pino", "pdfkit", "prom-client", ...OTEL],
};

export default config;
