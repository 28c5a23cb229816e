// Cosignatures as C2SP's tlog-cosignature defines them: those of public witnesses, and any that ours may make.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signatureOf } from "@/lib/db/log/seal/verify-signature";
import { readCheckpoint, readNote, readSignature, readVerifierKey } from "@/lib/domain/log/note";
import { witnessesIn } from "@/lib/domain/log/witness";
import { cases } from "../support/cases";
import { checkpointText, signerCalled } from "../verifier/tree";

/** A checkpoint of a Certificate Transparency log of 2026, with the cosignatures of four public witnesses. */
const PUBLIC = `arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

\u2014 arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
\u2014 arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
\u2014 transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
\u2014 witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
\u2014 remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
\u2014 witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==
`;
const PUBLIC_KEYS = [
  "transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM",
  "witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO",
  "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
  "witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv",
];

describe("what public witnesses signed", () => {
  const note = readNote(PUBLIC) ?? { text: "", signatures: [] };

  test.each(PUBLIC_KEYS)("is verified by %s", (key) => {
    expect(readCheckpoint(note.text)).toMatchObject({ size: 1_432_088_532 });
    expect(signatureOf(note, key)).toMatchObject({ seconds: 1_779_573_024 });
  });

  test.each(PUBLIC_KEYS)("is refused with another size or name, by %s", (key) => {
    const other = { ...note, text: note.text.replace("1432088532", "1432088533") };
    expect(signatureOf(other, key)).toBeNull();
    const elsewhere = note.signatures.map((one) => ({ ...one, name: `${one.name}x` }));
    expect(signatureOf({ ...note, signatures: elsewhere }, key)).toBeNull();
  });

  test("the standard's example is read as it says", () => {
    const value =
      "jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==";
    expect(readSignature(value, "04")).toMatchObject({ keyId: "8d66cf3f", seconds: 1_679_315_147 });
    expect(readSignature(value, "01")).toBeNull();
    expect(readSignature("jWbPPwAAAABkGFDL", "04")).toBeNull();
    expect(readSignature(`jWbPP/////////////${value.slice(18)}`, "04")).toBeNull();
  });
});

test("a note that any number of witnesses signed, at any time, is verified by each of their keys and no other", () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9./:-]{0,20}$/);
  const made = fc.record({
    names: fc.uniqueArray(name, { minLength: 1, maxLength: 5 }),
    seconds: fc.integer({ min: 0, max: 2 ** 40 }),
    size: fc.integer({ min: 0, max: 2 ** 50 }),
    root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    bit: fc.nat(),
  });
  fc.assert(
    fc.property(made, ({ names, seconds, size, root, bit }) => {
      const [log, ...witnesses] = ["the.log/x", ...names].map(signerCalled);
      const text = checkpointText("the.log/x", size, Buffer.from(root));
      const lines = witnesses.map((witness, index) => witness.cosign(text, seconds + index));
      const whole = `${text}\n${log?.sign(text) ?? ""}${lines.join("")}`;
      const note = readNote(whole);
      if (!note) throw new Error("no note");
      expect(readCheckpoint(note.text)).toMatchObject({ origin: "the.log/x", size });
      expect(signatureOf(note, log?.verifierKey ?? "")).toMatchObject({ seconds: null });
      for (const [index, witness] of witnesses.entries()) {
        expect(signatureOf(note, witness.witnessKey)).toEqual({
          seconds: seconds + index,
          line: lines[index]?.trimEnd(),
        });
        expect(signatureOf(note, witness.verifierKey)).toBeNull();
        const bent = flipped(lines[index] ?? "", bit);
        const changed = readNote(`${text}\n${lines.with(index, bent).join("")}`);
        expect(changed && signatureOf(changed, witness.witnessKey)).toBeNull();
      }
      expect(signatureOf(note, signerCalled(names[0] ?? "").witnessKey)).toBeNull();
    }),
    { numRuns: cases(40) },
  );
});

describe("the setting", () => {
  const [one, two] = ["one.example/w", "two.example/w"].map((name) => signerCalled(name));
  const [key = "", other = ""] = [one?.witnessKey, two?.witnessKey];

  test("names addresses with a key each", () => {
    expect(witnessesIn("")).toEqual([]);
    expect(witnessesIn(` https://a.example/w/  ${key}\n http://b.example:3500 ${other} `)).toEqual([
      { address: "https://a.example/w", key, name: "one.example/w" },
      { address: "http://b.example:3500", key: other, name: "two.example/w" },
    ]);
  });

  test.each([
    ["no key", "https://a.example"],
    ["a key first", `${key} https://a.example`],
    ["a key that signs", `https://a.example ${one?.verifierKey ?? ""}`],
    ["a folder", `/mnt/w ${key}`],
    ["a question", `https://a.example?x=1 ${key}`],
    ["a witness twice", `https://a.example ${key} https://b.example ${key}`],
    [
      "too many",
      Array.from({ length: 21 }, (_, n) => `https://a.example ${signerCalled(`w${n}`).witnessKey}`).join(" "),
    ],
  ])("is refused with %s", (_what, setting) => {
    expect(witnessesIn(setting)).toBeNull();
  });

  test("a key of either kind is read, and no other kind", () => {
    expect(readVerifierKey(key)).toMatchObject({ name: "one.example/w", kind: "04" });
    expect(readVerifierKey(one?.verifierKey ?? "")).toMatchObject({ kind: "01" });
    const [name, id, typed] = key.split("+");
    expect(readVerifierKey(`${name ?? ""}+${id ?? ""}+BQ${typed?.slice(2) ?? ""}`)).toBeNull();
  });
});

/** One bit of the signature in a line. */
function flipped(line: string, bit: number): string {
  const [, name = "", value = ""] = line.trimEnd().split(" ");
  const bytes = Buffer.from(value, "base64");
  const at = 32 + (bit % (bytes.length * 8 - 32));
  bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
  return `\u2014 ${name} ${bytes.toString("base64")}\n`;
}
