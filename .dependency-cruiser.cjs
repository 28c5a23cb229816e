/**
 * The floors of the house: an import goes down, never up.
 *
 *   app  →  components  →  lib/client, lib/i18n, lib/<capability>/<noun>/schema  →  lib/domain
 *   app  →  lib/<capability>/<noun>/{queries,commands}  →  lib/db  →  lib/domain
 *
 * tests/floors.test.ts runs these rules on the house, and on a small house that breaks each of them.
 */
const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const OURS = "^(app|components|lib)/";
/** Of the domain, each may import those before it. */
const DISTRICTS = [
  "base",
  "people",
  "pledge",
  "conditions",
  "requirements",
  "proposals",
  "unresolved",
  "import",
  "passages",
  "details",
  "oversight",
  "log",
  "notices",
  "history",
  "exchange",
];
const OUTSIDE = "^(prisma|scripts|tests|e2e|bench)/";
const DOMAIN = "^lib/domain/";
// What a noun lets in, parsed: runs in the browser too.
const SCHEMA = "^lib/(schema/[^/]+|.+/(schema|filter))[.]ts$";
const FLOORS = "domain|db|auth|api|http|client|i18n|platform|schema|verifier";
const CAPABILITY = `^lib/(?!(?:${FLOORS})/)([^/]+)/`;
const DATABASE_PACKAGES = "node_modules/(@prisma|pg|[.]prisma)/";

module.exports = {
  forbidden: [
    rule(
      "no-circles",
      "Of two that need each other, if only by their types, neither is understood.",
      {},
      { circular: true },
    ),
    rule(
      "domain-stands-alone",
      "The rules know nothing of the house around them.",
      { path: DOMAIN },
      { path: OURS, pathNot: DOMAIN },
    ),
    rule(
      "domain-needs-no-package",
      "The rules are plain TypeScript: no package, no clock, no file.",
      { path: DOMAIN },
      { dependencyTypes: ["npm", "npm-dev", "core"] },
    ),
    ...DISTRICTS.slice(0, -1).map((district, place) =>
      rule(
        `district-${district}`,
        "The districts of the domain are in one order: an import goes to an earlier one.",
        { path: `^lib/domain/${district}/` },
        { path: `^lib/domain/(${DISTRICTS.slice(place + 1).join("|")})/` },
      ),
    ),
    rule(
      "domain-has-districts",
      "Each folder of the domain has its place in their order.",
      { path: DOMAIN },
      { path: DOMAIN, pathNot: `^lib/domain/(${DISTRICTS.join("|")})/` },
    ),
    rule(
      "schemas-stay-pure",
      "Schemas also run in the browser.",
      { path: SCHEMA },
      { path: OURS, pathNot: [DOMAIN, SCHEMA] },
    ),
    rule(
      "components-are-given",
      "A component knows no query and no command; what it fetches while somebody types or waits, it fetches through lib/client.",
      { path: "^components/" },
      { path: OURS, pathNot: ["^components/", DOMAIN, SCHEMA, "^lib/(client|i18n|verifier)/"] },
    ),
    rule(
      "ui-knows-no-domain",
      "These could ship in another product.",
      { path: "^components/ui/" },
      { path: OURS, pathNot: "^components/ui/" },
    ),
    rule("lib-below-app", "An import goes down.", { path: "^lib/" }, { path: "^(app|components)/" }),
    rule(
      "app-asks-lib",
      "Routes and pages call queries and commands, not the database.",
      { path: "^(app/|proxy[.]ts$|instrumentation[.]ts$)" },
      { path: ["^lib/db/", DATABASE_PACKAGES] },
    ),
    rule(
      "refusals-are-noted",
      "A page that is refused says so through app/(register)/refused, which tells the access log.",
      { path: "^app/", pathNot: "^app/[(]register[)]/refused[.]tsx$" },
      { path: "^components/shell/refused-page[.]tsx$" },
    ),
    rule(
      "capabilities-are-strangers",
      "Two capabilities meet in the domain or on a page.",
      { path: CAPABILITY },
      { path: CAPABILITY, pathNot: "^lib/$1/" },
    ),
    rule(
      "capabilities-know-no-door",
      "A query or a command is asked by doors and pages, and knows neither requests nor sessions.",
      { path: CAPABILITY },
      { path: "^lib/(auth|http|client)/" },
    ),
    rule(
      "operations-are-declared-below",
      "What an operation is declared with knows neither the capabilities that declare some nor the door.",
      { path: "^lib/api/" },
      { path: "^lib/", pathNot: [DOMAIN, "^lib/(api|i18n|platform)/"] },
    ),
    rule(
      "words-know-only-the-domain",
      "Sentences are made from codes and parameters.",
      { path: "^lib/i18n/" },
      { path: "^lib/", pathNot: [DOMAIN, "^lib/i18n/"] },
    ),
    rule(
      "db-knows-only-the-domain",
      "The database is below every capability. It verifies its log by the verifier that packages contain.",
      { path: "^lib/db/" },
      { path: "^lib/", pathNot: [DOMAIN, "^lib/(db|verifier)/", "^lib/platform/env[.]ts$"] },
    ),
    rule(
      "one-door-to-the-database",
      "lib/db is the only folder that knows Prisma and SQL.",
      { path: OURS, pathNot: "^lib/db/" },
      { path: DATABASE_PACKAGES },
    ),
    rule(
      "the-pool-is-private",
      "Who holds a connection could forget the log.",
      { pathNot: ["^lib/db/", OUTSIDE] },
      { path: "^lib/db/(client|prisma|log/append|bulk/copy-in|transaction/.*|generated/.*)[.]?(ts)?$" },
    ),
    rule(
      "records-through-prisma",
      "A record is stored and found by Prisma's client alone.",
      { path: "^lib/db/records/" },
      {
        path: "^(lib/db/|node_modules/(@types/)?pg/|pg$)",
        pathNot: "^lib/db/(records/|generated/|prisma[.]ts$)",
      },
    ),
    rule(
      "rows-through-prisma",
      "What has no event is stored and found by Prisma's client, too; SQL is in lib/db/queries and lib/db/statements.",
      { path: "^lib/db/(accounts|jobs)/" },
      {
        path: "^(lib/db/((client|connection|bulk/stream)|sql/(ask|sql))[.]ts|node_modules/(@types/)?pg/|pg$)",
      },
    ),
    rule(
      "queries-read",
      "Reading goes through queries, which know who asks.",
      { pathNot: ["^lib/db/", "^lib/(auth/|workspace/settings/)", "^lib/.+/queries[.]ts$", OUTSIDE] },
      { path: "^lib/db/queries/" },
    ),
    rule(
      "commands-write",
      "Changing goes through commands, which decide first.",
      {
        path: ["^[^/]+$", "^(app|components)/", `^lib/(${FLOORS})/`, "/(queries|schema|filter)[.]ts$"],
        pathNot: ["^lib/db/", OUTSIDE],
      },
      { path: "^lib/db/write[.]ts$" },
    ),
    rule(
      "state-is-for-the-doors",
      "Sessions, throttling and keys have no event, so no capability may use them.",
      { pathNot: ["^lib/db/", "^lib/(auth|http)/", OUTSIDE] },
      {
        path: "^lib/db/(state|accounts/(credentials|second-step|sessions|throttle)|queries/workspace/(sign-in|valid-session)|statements/sign-in)[.]ts$",
      },
    ),
    rule(
      "the-browser-gets-no-server",
      "What components use to send must not bring the server along.",
      { path: "^lib/client/" },
      { path: "^lib/", pathNot: [DOMAIN, SCHEMA, "^lib/client/"] },
    ),
    rule(
      "the-verifier-stands-alone",
      "It is one file that somebody reads who trusts nothing of this house.",
      { path: "^lib/verifier/" },
      { path: "." },
    ),
    rule(
      "nothing-needs-tests",
      "What is shipped stands alone.",
      { path: "^(app|components|lib|prisma|scripts)/", pathNot: "^scripts/testing/" },
      { path: "^(tests|e2e|bench)/" },
    ),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json"] },
    doNotFollow: { path: ["node_modules", "^lib/db/generated/"] },
    exclude: { path: "[.]d[.]ts$|^[.]next/|[.](css|json)$" },
  },
};
