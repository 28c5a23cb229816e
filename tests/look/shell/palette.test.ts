import { describe, expect, test } from "vitest";
import { paletteSearchOf, goKeys, type Pressed } from "@/components/workspace/palette/keys";
import { pagesFor } from "@/components/workspace/palette/pages";
import { asReader, ROLES, type Role } from "@/lib/domain/people/actor";
import { admin, auditor, everyone, manager, officer } from "../../support/cast";

const press = (code: string, held: Partial<Pressed> = {}): Pressed => ({
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  ...held,
});
const free = { begun: false, single: true, role: "MANAGER" as Role };

describe("a key", () => {
  test.each([
    ["Ctrl K", press("KeyK", { ctrlKey: true }), { open: "palette" }],
    ["⌘ K", press("KeyK", { metaKey: true }), { open: "palette" }],
    ["?", press("Slash", { shiftKey: true }), { open: "sheet" }],
    ["/, which the search box hears", press("Slash"), null],
    ["G", press("KeyG"), { wait: true }],
    ["U alone", press("KeyU"), null],
    ["Ctrl Shift K, which is the browser's", press("KeyK", { ctrlKey: true, shiftKey: true }), null],
    ["AltGr, which comes as Ctrl and Alt", press("KeyK", { ctrlKey: true, altKey: true }), null],
    ["Ctrl G", press("KeyG", { ctrlKey: true }), null],
    ["a key held down", press("KeyG", { repeat: true }), null],
  ])("%s", (_name, key, asked) => {
    expect(paletteSearchOf(key, free)).toEqual(asked);
  });

  test("after G leads to a page of the role, and to no other", () => {
    for (const role of ROLES) {
      for (const { code, href } of goKeys(role))
        expect(paletteSearchOf(press(code), { ...free, begun: true, role })).toEqual({ go: href });
      expect(paletteSearchOf(press("KeyX"), { ...free, begun: true, role })).toBeNull();
    }
    expect(paletteSearchOf(press("KeyM"), { ...free, begun: true, role: "AUDITOR" })).toBeNull();
    expect(paletteSearchOf(press("KeyG"), { ...free, role: "ADMIN" })).toBeNull();
  });

  test("alone does nothing while one types or if single keys are off, but Ctrl K does", () => {
    const typing = { ...free, single: false };
    expect(paletteSearchOf(press("KeyG"), typing)).toBeNull();
    expect(paletteSearchOf(press("KeyU"), { ...typing, begun: true })).toBeNull();
    expect(paletteSearchOf(press("Slash", { shiftKey: true }), typing)).toBeNull();
    expect(paletteSearchOf(press("KeyK", { ctrlKey: true }), typing)).toEqual({ open: "palette" });
  });
});

describe("pages and actions", () => {
  const hrefs = (actor = manager, viewer = actor) => pagesFor(actor, viewer).map(({ href }) => href);

  const actions = (actor = manager) =>
    pagesFor(actor, actor).flatMap(({ kind, href }) => (kind === "ACTION" ? [href] : []));

  test("depend on the role", () => {
    expect(hrefs(officer)).toContain("/pledges/new");
    expect(hrefs(officer)).toContain("/mine/hand-over");
    expect(actions(officer)).toContain("/imports");
    expect(actions(auditor)).not.toContain("/imports");
    expect(hrefs(auditor)).not.toContain("/pledges/new");
    expect(hrefs(manager)).not.toContain("/access-log");
    expect(hrefs(admin)).toEqual(expect.arrayContaining(["/admin/people", "/admin/people/new"]));
    expect(hrefs(admin)).not.toContain("/unresolved");
  });

  test("have titles, and each address occurs at most once as a page and once as an action", () => {
    for (const actor of everyone) {
      const places = pagesFor(actor, actor);
      for (const { title } of places) expect(title).not.toMatch(/^(palette|shell|page|action)\./);
      expect(new Set(places.map(({ kind, href }) => `${kind} ${href}`)).size).toBe(places.length);
    }
  });

  test("offer no action but an export while the past is shown", () => {
    const past = pagesFor(manager, asReader(manager)).filter(({ kind }) => kind === "ACTION");
    expect(past.map(({ href }) => href)).toEqual(["/exports"]);
  });
});
