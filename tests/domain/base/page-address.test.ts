import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addressIn,
  addressText,
  parameterNames,
  parameterValues,
  renamedParameter,
  withoutParameters,
  withParametersOf,
} from "@/lib/domain/base/page-address";

describe("the address of a page", () => {
  test.each([
    ["/pledges", []],
    ["/pledges?", []],
    ["/pledges?q=a&q=b&stage=", ["q", "stage"]],
    ["/pledges?q=why?&asOf=2026-01-06T12:00Z", ["q", "asOf"]],
    ["/pledges?%61sOf=x&&open", ["asOf", "open"]],
    ["/pledges?=x", [""]],
    ["/pledges?q=%E0%A4%A", ["q"]],
  ])("%s names %j", (address, names) => {
    expect(parameterNames(address)).toEqual(names);
  });

  test("a question mark within a value ends nothing", () => {
    expect(parameterValues("/pledges?q=why?&asOf=2026-01-06T12:00Z", "asOf")).toEqual(["2026-01-06T12:00Z"]);
  });

  test("keeps the other parameters as they were written when one is removed", () => {
    const address = "/pledges?q=a%20b&%61sOf=x&stage=PLEDGED,COMMITTED&asOf=y";
    expect(withoutParameters(address, ["asOf"])).toBe("/pledges?q=a%20b&stage=PLEDGED,COMMITTED");
    expect(withoutParameters("/pledges?asOf=y", ["asOf"])).toBe("/pledges");
  });

  test("a parameter that is renamed keeps its value", () => {
    expect(renamedParameter("/pledges?asof=2026-01-06T12:00Z&q=a=b", "asof", "asOf")).toBe(
      "/pledges?asOf=2026-01-06T12:00Z&q=a=b",
    );
    expect(renamedParameter("/pledges?Q=a=b", "Q", "q")).toBe("/pledges?q=a=b");
    expect(renamedParameter("/pledges?asof", "asof", "asOf")).toBe("/pledges?asOf=");
  });

  test("passes parameters on to another address, before its fragment", () => {
    expect(withParametersOf("/sample?n=5&x=a%20b&y=1", ["x", "y"], "/sample?seed=1#rows")).toBe(
      "/sample?seed=1&x=a%20b&y=1#rows",
    );
    expect(withParametersOf("/sample", ["x"], "/sample")).toBe("/sample");
  });

  test("is written as it is read", () => {
    const name = fc.stringMatching(/^[a-zA-Z_%]{1,8}$/);
    const value = fc.stringMatching(/^[a-zA-Z0-9,:%?=-]{0,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 5 }), (pairs) => {
        const query = pairs.map(([one, text]) => `${one}=${text}`).join("&");
        const address = query === "" ? "/pledges" : `/pledges?${query}`;
        expect(addressText(addressIn(address))).toBe(address);
      }),
    );
  });
});
