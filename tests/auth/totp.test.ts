import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { newRecoveryCodes, recoveryHash } from "@/lib/auth/second-factor/recovery-codes";
import { encrypt, decrypt } from "@/lib/auth/encrypted";
import { confirmSetup, newSetup, openSecret, openSetup, encryptSetup } from "@/lib/auth/second-factor/setup";
import { codeAt, deviceAddress, newSecret, totpStep } from "@/lib/auth/second-factor/totp";

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
  });
});

describe("a code", () => {
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  test.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("at second %d is that of RFC 6238", (seconds, code) => {
    expect(codeAt(secret, Math.floor(seconds / 30))).toBe(code);
    expect(totpStep(secret, code, seconds * 1_000)).toBe(Math.floor(seconds / 30));
  });

  test("is accepted one step behind and ahead, and not two", () => {
    const at = 1_800_000_015_000;
    const now = Math.floor(at / 30_000);
    const steps = [-2, -1, 0, 1, 2].map((away) => totpStep(secret, codeAt(secret, now + away), at));
    expect(steps).toEqual([null, now - 1, now, now + 1, null]);
  });

  test.each(["", "28708", "2870822", "abcdef", "٢٨٧٠٨٢", "287082 ", "\ud800"])("%j is none", (text) =>
    expect(totpStep(secret, text, 59_000)).toBeNull(),
  );

  test("comes with an address that authenticators read", () => {
    const address = new URL(deviceAddress(secret, { issuer: "Pledge register", account: "a@b.example" }));
    expect(decodeURIComponent(address.href)).toMatch(/^otpauth:\/\/totp\/Pledge register:a@b\.example\?/);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      secret,
      issuer: "Pledge register",
      digits: "6",
      period: "30",
      algorithm: "SHA1",
    });
  });
});

test("no two secrets and no two recovery codes are alike", () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(newSecret());
  const codes = Array.from({ length: 50 }, newRecoveryCodes).flat();
  expect(new Set(codes.map(recoveryHash)).size).toBe(500);
  for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
});

describe("what is encrypted", () => {
  test("is decrypted for its owner alone", () => {
    const encrypted = encrypt("a secret", "somebody");
    expect(decrypt(encrypted, "somebody")).toBe("a secret");
    expect(decrypt(encrypted, "somebody else")).toBeNull();
    expect(encrypted).not.toContain("a secret");
    expect(encrypt("a secret", "somebody")).not.toBe(encrypted);
  });

  test("is not decrypted if it is changed, cut off or empty", () => {
    const bytes = Buffer.from(encrypt("a secret", "somebody"), "base64url");
    for (const place of [0, 12, 28, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(decrypt(changed.toString("base64url"), "somebody"), String(place)).toBeNull();
    }
    for (const cut of ["", "x", bytes.subarray(0, 20).toString("base64url")])
      expect(decrypt(cut, "somebody")).toBeNull();
  });

  test("of one kind is not taken for another", () => {
    const setup = newSetup();
    expect(openSetup(encryptSetup(setup, "p"), "p")).toEqual(setup);
    expect(openSetup(encryptSetup(setup, "p"), "q")).toBeNull();
    expect(openSecret(encryptSetup(setup, "p"), "p")).toBeNull();
    const factor = confirmSetup(setup, codeAt(setup.secret ?? "", Math.floor(Date.now() / 30_000)), "p");
    expect(openSecret(factor?.secret ?? "", "p")).toBe(setup.secret);
    expect(openSecret(factor?.secret ?? "", "q")).toBeNull();
    expect(JSON.stringify(factor)).not.toContain(setup.secret);
  });
});
