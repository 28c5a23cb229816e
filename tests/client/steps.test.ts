import { expect, test } from "vitest";
import { wayOn } from "@/components/people/session/steps";

test.each([
  ["in", "password", "in", null],
  ["second-step", "password", "code", null],
  ["set-up", "password", "set-up", null],
  ["refused", "password", "password", "The password is not right"],
  ["refused", "code", "code", "The code is not right"],
  ["over", "code", "password", "That took too long, or too many codes were wrong. Enter your password again"],
  ["offline", "code", "code", "The register could not be reached. Check your connection and try again"],
  [{ slowDown: 40 }, "password", "password", "Too many attempts. Try again in 40 seconds"],
  [{ slowDown: 60 }, "password", "password", "Too many attempts. Try again in a minute"],
  [{ slowDown: 61 }, "code", "code", "Too many attempts. Try again in 2 minutes"],
] as const)("%j at the %s leads to %s", (answer, step, to, message) => {
  expect(wayOn(answer, step)).toEqual({ to, message });
});
