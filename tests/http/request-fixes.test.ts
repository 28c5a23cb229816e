import { expect, test } from "vitest";
import { decodable } from "@/lib/http/request-fixes";

test.each([
  ["/api/v1/pledges/%ff", "/api/v1/pledges/%25ff"],
  ["/api/v1/pledges/%E0%A4%A", "/api/v1/pledges/%25E0%25A4%25A"],
  ["/%/x%20y?q=%ff?%", "/%25/x%20y?q=%ff?%"],
  ["/api/v1/pledges/FR-3-001?limit=5", "/api/v1/pledges/FR-3-001?limit=5"],
  ["/pledges/%00", "/pledges/%00"],
  ["*", "*"],
])("%s arrives as %s", (sent, arrives) => {
  expect(decodable(sent)).toBe(arrives);
  expect(() => decodeURIComponent(arrives.split("?")[0] ?? "")).not.toThrow();
});
