import { describe, expect, test } from "vitest";
import { crumbsOf } from "@/components/shell/crumbs";
import { currentItem, railGroups } from "@/components/shell/rail-groups";
import { ROLES } from "@/lib/domain/people/actor";

describe("the rail", () => {
  const places = (role: (typeof ROLES)[number]) =>
    railGroups(role).flatMap((group) => group.items.map((item) => item.place));

  test("begins with each role's own work", () => {
    expect(ROLES.map((role) => places(role)[0])).toEqual(["mine", "matters", "recordState", "people"]);
  });

  test("offers the record to all but administrators, and logging to officers", () => {
    expect(places("ADMIN")).toEqual(["people", "accounts", "participants", "settings", "definitions"]);
    expect(places("OFFICER")).toContain("log");
    expect(places("AUDITOR")).not.toContain("log");
    expect(places("MANAGER")).not.toContain("people");
  });

  test("shows a count only where it is known; nought is known", () => {
    const items = railGroups("MANAGER", { unresolved: 0 }).flatMap((group) => group.items);
    expect(items.filter((item) => item.count !== undefined)).toEqual([
      { place: "unresolved", href: "/unresolved", count: 0 },
    ]);
  });

  test.each([
    ["/pledges/FR-3-001/edit", "/pledges"],
    ["/pledges/new", "/pledges/new"],
    ["/pledges", "/pledges"],
    ["/pledgesque", null],
    ["/profile", null],
  ])("on %s the current item is %s", (path, current) => {
    expect(currentItem(path, ["/mine", "/pledges", "/pledges/new"])).toBe(current);
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
