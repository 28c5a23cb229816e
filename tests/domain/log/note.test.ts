import { createHash, createPublicKey, verify } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  base64ToHex,
  checkpointText,
  hexToBase64,
  keyIdInput,
  noteText,
  readCheckpoint,
  readNote,
  readVerifierKey,
  verifierKey,
} from "@/lib/domain/log/note";

/** The example of Go's package for such notes. */
const KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const SIGNATURE =
  "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
const NOTE = `${TEXT}\n\u2014 PeterNeumann ${SIGNATURE}\n`;

describe("a note that others signed", () => {
  test("is read, and written the same", () => {
    const note = readNote(NOTE);
    expect(note).toEqual({ text: TEXT, signatures: [{ name: "PeterNeumann", value: SIGNATURE }] });
    expect(noteText(note ?? { text: "", signatures: [] })).toBe(NOTE);
  });

  test("is verified by its key", () => {
    const key = readVerifierKey(KEY);
    expect(key).toMatchObject({ name: "PeterNeumann", keyId: "c74f20a3" });
    const { name = "", keyId = "", publicKey = "" } = key ?? {};
    const id = createHash("sha256")
      .update(Buffer.from(keyIdInput(name, publicKey), "hex"))
      .digest("hex");
    expect(id.slice(0, 8)).toBe(keyId);
    expect(verifierKey(name, keyId, publicKey)).toBe(KEY);
    const value = base64ToHex(SIGNATURE) ?? "";
    expect(value.slice(0, 8)).toBe(keyId);
    const spki = Buffer.from(`302a300506032b6570032100${publicKey}`, "hex");
    const signed = verify(
      null,
      Buffer.from(TEXT),
      createPublicKey({ key: spki, format: "der", type: "spki" }),
      Buffer.from(value.slice(8), "hex"),
    );
    expect(signed).toBe(true);
  });
});

describe("a checkpoint", () => {
  const checkpoint = { origin: "pledge-register/4f1c", size: 18_204, root: "ab".repeat(32) };

  test("is three lines, and read back", () => {
    const text = checkpointText(checkpoint);
    expect(text).toBe(`pledge-register/4f1c\n18204\n${hexToBase64("ab".repeat(32))}\n`);
    expect(readCheckpoint(text)).toEqual(checkpoint);
    expect(readCheckpoint(`${text}an extension\n`)).toEqual(checkpoint);
  });

  test.each([
    ["nothing", ""],
    ["a size with a leading zero", `log\n018\n${hexToBase64("ab".repeat(32))}\n`],
    ["a size below nothing", `log\n-1\n${hexToBase64("ab".repeat(32))}\n`],
    ["a size no number holds", `log\n99999999999999999\n${hexToBase64("ab".repeat(32))}\n`],
    ["a root too short", `log\n18\n${hexToBase64("ab".repeat(31))}\n`],
    ["a root that isn't base64", "log\n18\n!!!\n"],
    ["no last line break", `log\n18\n${hexToBase64("ab".repeat(32))}`],
    ["a name with a blank", `the log\n18\n${hexToBase64("ab".repeat(32))}\n`],
    ["a name with a plus", `the+log\n18\n${hexToBase64("ab".repeat(32))}\n`],
  ])("is not read from %s", (_what, text) => {
    expect(readCheckpoint(text)).toBeNull();
  });
});

test.each([
  ["nothing", ""],
  ["a text without signatures", "text\n"],
  ["a signature without a name", `text\n\n\u2014 ${SIGNATURE}\n`],
  ["a hyphen for the dash", `text\n\n- name ${SIGNATURE}\n`],
  ["a line too many", `text\n\n\u2014 name ${SIGNATURE}\n\n`],
  ["no last line break", `text\n\n\u2014 name ${SIGNATURE}`],
  ["more than is read", `${"x".repeat(200_000)}\n\n\u2014 name ${SIGNATURE}\n`],
])("no note is read from %s", (_what, note) => {
  expect(readNote(note)).toBeNull();
});

test.each(["", "name", "name+c74f20a3", "name+c74f20a3+AAAA", KEY.replace("c74f20a3", "C74F20A3")])(
  "no key is read from %j",
  (line) => {
    expect(readVerifierKey(line)).toBeNull();
  },
);

test("base64 is read in its canonical form only", () => {
  for (const hex of ["", "00", "ff00", "0102ff"]) expect(base64ToHex(hexToBase64(hex))).toBe(hex);
  for (const text of ["QQ", "QR==", "Q Q=", "Q-_="]) expect(base64ToHex(text)).toBeNull();
});
