import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pageOfView } from "@/lib/domain/people/saved-view";
import { isUnderstood, viewAddress } from "@/lib/http/view-address";

const kept = (text: string) => {
  const read = viewAddress(text);
  return read.ok ? read.value : (read.refusal.errors ?? []).map(({ code }) => code).join();
};

describe("the address of a view", () => {
  test.each([
    ["/pledges", "/pledges"],
    ["/pledges?sort=reference&cursor=abc&limit=50", "/pledges"],
    ["/pledges?stage=PLEDGED&participant=FR%2CGB", "/pledges?participant=FR,GB&stage=PLEDGED"],
    ["/pledges?participant=FR&participant=GB&q=", "/pledges?participant=FR,GB"],
    ["/pledges?owner=officer%40register.example", "/pledges?owner=officer@register.example"],
    ["/pledges?q=a+b%26c", "/pledges?q=a%20b%26c"],
    ["/pledges?nonsense=1&constructor=2&__proto__=3", "/pledges"],
    ["/pledges?asOf=2026-01-20T12:00:00.000Z", "/pledges?asOf=2026-01-20T12:00Z"],
    ["/audit?asOf=2026-01-20T12:00:00Z", "/audit"],
    ["/unresolved?open=NO_QUANTITY&group=owner", "/unresolved?group=owner&open=NO_QUANTITY"],
    ["/coverage?sort=name&cell=FR-3", "/coverage?sort=name&cell=FR-3"],
    ["/changes", "/changes"],
    ["/changes?since=Paris%2C%206%20January%202026", "/changes?since=Paris,%206%20January%202026"],
    ["/requirements?day=60", "/requirements?day=60"],
    ["/questions?state=OPEN&about=FR-3&overdue=yes", "/questions?state=OPEN&overdue=yes&about=FR-3"],
    ["/inbox?show=unread&kind=WATCHED,OWNER&cursor=abc", "/inbox?show=unread&kind=WATCHED,OWNER"],
    ["/inbox?show=all", "/inbox"],
  ])("%s is kept as %s", (text, address) => {
    expect(kept(text)).toBe(address);
  });

  test.each([
    "",
    "/",
    "//evil.example/pledges",
    "/\\evil.example",
    "https://evil.example/pledges",
    "javascript:alert(1)",
    "/pledges/FR-3-001",
    "/pledges#x",
    "/pledges?q=a b",
    "/pledges\n",
    "/pledges/../admin/people",
    "/constructor",
    "/api/v1/pledges",
    "/admin/people",
    "/sign-in?next=//evil.example",
  ])("%j is refused", (text) => {
    expect(kept(text)).toBe("not-a-view");
  });

  test("what its list doesn't understand is named", () => {
    const read = viewAddress("/pledges?stage=DREAMT&priority=9");
    expect(read).toMatchObject({
      refusal: {
        errors: [{ path: "address", code: "not-understood", params: { names: "priority, stage" } }],
      },
    });
    expect(isUnderstood("/pledges?stage=DREAMT")).toBe(false);
    expect(isUnderstood("/pledges?department=3")).toBe(false);
  });

  test("an accepted address stays on this site, and is understood by its list", () => {
    const page = fc.constantFrom("/pledges", "/unresolved", "/changes", "/audit", "//", "/\\", "/findings");
    const name = fc.constantFrom("q", "participant", "since", "asOf", "record", "sort", "open", "state", "x");
    const value = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom("FR", "FR,GB", "//evil.example", "-updatedAt", "2026-01-06", "OPEN", "pledge:FR-3-001"),
    );
    const query = fc
      .array(fc.tuple(name, value), { maxLength: 4 })
      .map((pairs) => String(new URLSearchParams(pairs.map(([n, v]) => [n, v.toWellFormed()]))));
    fc.assert(
      fc.property(page, query, (path, text) => {
        const read = viewAddress(text === "" ? path : `${path}?${text}`);
        if (!read.ok) {
          expect(read.refusal.code).toBe("invalid");
          return;
        }
        expect(new URL(read.value, "https://register.example").origin).toBe("https://register.example");
        expect(pageOfView(read.value)).not.toBeNull();
        expect(isUnderstood(read.value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
