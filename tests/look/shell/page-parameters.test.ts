// The parameters of each page are listed once, by its route; which of them it reads is in the page. Both must agree.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { PAGE_PARAMETERS, parametersOf, unknownParameters } from "@/app/page-parameters";
import { TRY_THIS } from "@/components/workspace/try-this/try-this";
import { instantIn } from "@/lib/domain/base/moment";
import { addressIn, parameterValues } from "@/lib/domain/base/page-address";

const APP = path.resolve(import.meta.dirname, "../../../app");
const PAGES = readdirSync(APP, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "page.tsx")
  .map((file) => ({ folder: path.join(APP, path.dirname(file)), route: `/${path.dirname(file)}` }))
  .map(({ folder, route }) => ({ folder, route: route.replace("/(register)", "") }))
  // The first redirects most people, with all its parameters; the other is not a page.
  .filter(({ route }) => route !== "" && route !== "/[...missing]");

test("every page has a list of its parameters, and nothing else has", () => {
  expect(PAGES.length).toBeGreaterThan(70);
  expect(Object.keys(PAGE_PARAMETERS).sort()).toEqual(["/", ...PAGES.map(({ route }) => route)].sort());
});

test.each(PAGES)("$route lists the parameters that it reads", ({ folder, route }) => {
  const text = sourcesIn(folder);
  const taken = PAGE_PARAMETERS[route] ?? [];
  expect(namesRead(text).filter((name) => !taken.includes(name))).toEqual([]);
  expect(taken.length > 0 || !text.includes("searchParams")).toBe(true);
});

const EXAMPLE: Record<string, string> = { reference: "US-3-001", code: "FR", field: "stage", seq: "12" };
const ID = "0a8b1c2d-0a8b-4c2d-8a8b-0a8b1c2d3e4f";

test.each(PAGES)("the parameters of $route are found by its address", ({ route }) => {
  const address = route.replaceAll(/\[(\w+)\]/g, (_, name: string) => EXAMPLE[name] ?? ID);
  expect(parametersOf(address)).toBe(PAGE_PARAMETERS[route]);
});

test("parameters that programs add to shared links are unknown to every page, and taken for no other", () => {
  const added =
    `utm_source utm_medium utm_campaign utm_term utm_content utm_id fbclid gclid dclid wbraid gbraid msclkid yclid
     igshid igsh mc_cid mc_eid _ga _gl _hsenc _hsmi mkt_tok ref ref_src cmpid ncid trk spm si vero_id callbackUrl`.split(
      /\s+/,
    );
  const query = added.map((name) => `${name}=1`).join("&");
  for (const { route } of PAGES)
    expect(unknownParameters(`${route}?${query}`, { asOf: true }), route).toEqual(
      added.map((name) => ({ name, meant: null })),
    );
});

test("what is offered to try is a page that takes what its address gives", () => {
  for (const href of Object.values(TRY_THIS).flatMap((steps) => Object.values(steps))) {
    const [address = ""] = href.split("#");
    expect(parametersOf(addressIn(address).path), href).not.toBeNull();
    expect(unknownParameters(address, { asOf: true }), href).toEqual([]);
    for (const asOf of parameterValues(address, "asOf")) expect(instantIn(asOf), href).not.toBeNull();
  }
});

describe("unknown parameters", () => {
  const unknown = (address: string, asOf = true) =>
    unknownParameters(address, { asOf }).map(({ name, meant }) => `${name}: ${String(meant)}`);

  test.each([
    ["/unresolved", []],
    ["/unresolved?group=owner&open=x&asOf=2026-01-06T12:00Z", []],
    ["/unresolved?asof=2026-01-06T12:00Z", ["asof: asOf"]],
    ["/unresolved?as_of=x&partcipant=FR", ["as_of: asOf", "partcipant: participant"]],
    ["/unresolved?asof=x&asOf=2026-01-06T12:00Z", ["asof: null"]],
    ["/pledges/US-3-001?asof=x", ["asof: asOf"]],
    ["/definitions?constructor=1&__proto__=2&=3", ["constructor: null", "__proto__: null", ": null"]],
    ["/pledges?q=why?&asof=x", ["asof: asOf"]],
    // Its record has its own moment.
    [`/scenarios/${ID}?priority=3`, []],
    ["/nowhere?x=1", []],
    ["//evil.example/unresolved?x=1", []],
  ])("%s: %j", (address, names) => {
    expect(unknown(address)).toEqual(names);
  });

  test("include asOf on a page that shows no past, unless the page takes it", () => {
    expect(unknown("/admin/people?asOf=2026-01-06T12:00Z", false)).toEqual(["asOf: null"]);
    expect(unknown("/exports?asOf=2026-01-06T12:00Z", false)).toEqual([]);
  });
});

/** The page with the files next to it, but none of a page below. */
function sourcesIn(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isFile() && /\.tsx?$/.test(one.name))
    .filter(
      ({ name }) => name === "page.tsx" || /\bsearch\b/.test(readFileSync(path.join(folder, name), "utf8")),
    )
    .map(({ name }) => readFileSync(path.join(folder, name), "utf8"))
    .join("\n");
}

/** `search.stage`, and `{ error } = await searchParams`. */
function namesRead(text: string): string[] {
  const members = [...text.matchAll(/\bsearch\.(\w+)/g)].map(([, name = ""]) => name);
  const typed = [...text.matchAll(/searchParams: Promise<\{([^}]*)\}>/g)].flatMap(([, inner = ""]) =>
    [...inner.matchAll(/(\w+)\?:/g)].map(([, name = ""]) => name),
  );
  return [...members, ...typed];
}
