import { beforeAll, expect, test } from "vitest";
import { guardingHeaders } from "@/lib/http/headers";
import { env } from "@/lib/platform/env";

beforeAll(() => {
  const DATABASE_URL = "postgresql://nobody@127.0.0.1/nothing";
  Object.assign(process.env, { DATABASE_URL, NEXTAUTH_URL: "https://register.example" });
});

test("HSTS is sent, and covers subdomains only if the setting says so", () => {
  expect(guardingHeaders()["Strict-Transport-Security"]).toBe("max-age=31536000");
  env().HSTS_SUBDOMAINS = "1";
  expect(guardingHeaders()["Strict-Transport-Security"]).toBe("max-age=31536000; includeSubDomains");
  env().HSTS_SUBDOMAINS = "0";
  expect(guardingHeaders()["Strict-Transport-Security"]).toBe("max-age=31536000");
});
