import createNextIntlPlugin from "next-intl/plugin";

// `npm run bench` builds the bare twins of its pages as well, beside the build that is served.
const bench = process.env.BENCH === "1";

/** @type {import("next").NextConfig} */
const config = {
  ...(bench ? { distDir: ".next-bench", pageExtensions: ["bench.tsx", "tsx", "ts"] } : {}),
  output: "standalone",
  // Not guessed from lock files further up: the server must lie where start looks for it.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // The one goes into each package as it is; the other is a program of its own, with what it reads PDFs with; the third is served.
  outputFileTracingIncludes: {
    "/*": [
      "lib/verifier/verify.mjs",
      "lib/pledges/files/offline.mjs",
      "lib/pledges/files/read-pdf.mjs",
      "SECURITY.md",
      "node_modules/unpdf/package.json",
      "node_modules/unpdf/dist/pdfjs.mjs",
    ],
  },
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  // Types are checked by `npm run check`, tests included; a start has no use for waiting on them.
  typescript: { ignoreBuildErrors: true, tsconfigPath: bench ? "bench/tsconfig.json" : "tsconfig.json" },
  // A page's title stands in its head from the start, for every browser: without a script it would never get there.
  htmlLimitedBots: /./,
  images: { unoptimized: true },
  experimental: {
    // A page is loaded when it is first asked for, and not all of them at each start.
    preloadEntriesOnStart: false,
    // Who builds once has no use for what the next build would find again, and writing it takes a third of the time.
    turbopackFileSystemCacheForBuild: !process.env.CI,
    // Nothing reads them where the register is served, and they are two thirds of what a build writes.
    turbopackSourceMaps: process.env.NODE_ENV === "development",
  },
  serverExternalPackages: ["pg", "@node-rs/argon2", "pino"],
};

export default createNextIntlPlugin("./app/intl.ts")(config);
