import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { securityPolicy, securityText, securityTxt } from "@/lib/http/security-txt";

beforeAll(() =>
  Object.assign(process.env, {
    DATABASE_URL: "postgresql://nobody@127.0.0.1/nothing",
    NEXTAUTH_SECRET: "hD7s0vJ2mQx94LbPz1RtYw6KfNc8GaUe3Ti5",
    NEXTAUTH_URL: "https://register.example",
    SECURITY_CONTACT: "mailto:security@ministry.example https://ministry.example/security",
  }),
);

const fieldsOf = (text: string): Record<string, string[]> => {
  const fields: Record<string, string[]> = {};
  for (const line of text.trimEnd().split("\n")) {
    const [name = "", ...value] = line.split(": ");
    (fields[name] ??= []).push(value.join(": "));
  }
  return fields;
};
const ORIGIN = "https://register.example";

test("security.txt names contacts, languages, itself and the policy, as the standard has it", () => {
  const contacts = ["mailto:security@ministry.example", "tel:+380-44-000-0000"];
  const text = securityText({ origin: ORIGIN, contacts, now: Date.UTC(2026, 1, 25, 13, 14, 15) });
  expect(fieldsOf(text)).toEqual({
    Contact: contacts,
    Expires: ["2026-08-24T00:00:00Z"],
    "Preferred-Languages": ["en, fr, uk"],
    Canonical: [`${ORIGIN}/.well-known/security.txt`],
    Policy: [`${ORIGIN}/.well-known/security-policy.md`],
  });
});

test("without a contact the policy is the contact", () => {
  const { Contact, Policy } = fieldsOf(securityText({ origin: ORIGIN, contacts: [], now: 0 }));
  expect(Contact).toEqual(Policy);
});

test("security.txt is valid for months, and for less than a year", () => {
  const day = 86_400_000;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8_000_000 * 1_000_000 }), (now) => {
      const { Expires = [] } = fieldsOf(securityText({ origin: ORIGIN, contacts: [], now }));
      expect(Expires).toHaveLength(1);
      const left = Date.parse(Expires[0] ?? "") - now;
      expect(left).toBeGreaterThan(170 * day);
      expect(left).toBeLessThan(365 * day);
    }),
  );
});

test("security.txt is served as plain text, with the address and contacts in the settings", async () => {
  const answer = securityTxt(new Request("http://127.0.0.1:3000/.well-known/security.txt"));
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
  expect(fieldsOf(await answer.text())).toMatchObject({
    Contact: ["mailto:security@ministry.example", "https://ministry.example/security"],
    Canonical: [`${ORIGIN}/.well-known/security.txt`],
  });
});

test("the security policy is the repository's", async () => {
  const file = path.resolve(import.meta.dirname, "../../SECURITY.md");
  expect(await (await securityPolicy()).text()).toBe(readFileSync(file, "utf8"));
});
