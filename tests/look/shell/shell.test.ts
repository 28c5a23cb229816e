import { describe, expect, test } from "vitest";
import { crumbsOf } from "@/components/shell/crumbs";
import { currentItem, railGroups } from "@/components/shell/rail-groups";
import { ROLES, type Role } from "@/lib/domain/people/actor";

describe("the rail", () => {
  const items = (role: Role) => railGroups(role).flatMap((group) => group.items);
  const places = (role: Role) => items(role).map(({ place }) => place);

  test("begins with each role's own work", () => {
    expect(ROLES.map((role) => places(role)[0])).toEqual(["mine", "matters", "recordState", "house"]);
  });

  test("has at most twelve items in at most three groups, and no address twice", () => {
    for (const role of ROLES) {
      expect(places(role).length, role).toBeLessThanOrEqual(12);
      expect(railGroups(role).length, role).toBeLessThanOrEqual(3);
      const hrefs = items(role).flatMap(({ href, tabs }) => [href, ...tabs.slice(1).map((tab) => tab.href)]);
      expect(hrefs, role).toEqual([...new Set(hrefs)]);
      for (const { href, tabs } of items(role)) if (tabs[0]) expect(tabs[0].href).toBe(href);
    }
  });

  test.each([
    ["OFFICER", "mine calendar questions review findings unresolved briefing imports changes participants"],
    ["MANAGER", "calendar mineItems questions findings scenarios audit entryLag imports verify ages"],
    ["AUDITOR", "sample verify accessLog people settings entryLag scenarios requirements review briefing"],
    ["ADMIN", "people accounts participants settings"],
  ] as const)("%s still finds %s", (role, found) => {
    const all = items(role).flatMap(({ place, tabs }) => [place, ...tabs.map((tab) => tab.place)]);
    expect(all).toEqual(expect.arrayContaining(found.split(" ")));
  });

  test("keeps administrators away from the record", () => {
    expect(places("ADMIN")).toEqual(["house", "people", "accounts", "participants", "programs", "settings"]);
    expect(places("MANAGER")).not.toContain("people");
  });

  test("shows a count only if it is known and not zero", () => {
    const counted = railGroups("MANAGER", { unresolved: 0, pledges: 82 })
      .flatMap((group) => group.items)
      .filter(({ count }) => count !== undefined);
    expect(counted).toEqual([{ place: "pledges", href: "/pledges", count: 82, tabs: [] }]);
  });

  test.each([
    ["/pledges/FR-3-001/edit", "/pledges"],
    ["/pledges", "/pledges"],
    ["/pledgesque", null],
    ["/profile", null],
    ["/unresolved/ages", "/coverage"],
    ["/unresolved", "/unresolved"],
    ["/scenarios/a", "/conditions"],
    ["/review/a", "/review"],
    ["/findings/F-1", "/review"],
    ["/exports/verify", "/exports"],
    ["/", "/"],
    ["/calendar", "/"],
  ])("on %s the current item is %s", (path, current) => {
    expect(currentItem(path, items("MANAGER"))).toBe(current);
  });
});

describe("the breadcrumb", () => {
  const names = {
    "/pledges": "Pledges",
    "/pledges/new": "Log a pledge",
    "/admin/people": "People",
    "*/edit": "Edit",
  };

  test.each([
    ["/pledges/FR-3-001/edit", ["Pledges", "FR-3-001", "Edit"]],
    ["/pledges/new", ["Pledges", "Log a pledge"]],
    ["/admin/people", ["People"]],
    ["/conditions/CEASEFIRE_IN_FORCE/edit", ["CEASEFIRE_IN_FORCE", "Edit"]],
    ["/nowhere", []],
    ["/pledges/F%E0%A4%A", ["Pledges"]],
  ])("of %s reads %j", (path, words) => {
    expect(crumbsOf(path, names).map((crumb) => crumb.name)).toEqual(words);
  });
});
