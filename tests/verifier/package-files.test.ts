import { zipSync, type Zippable } from "fflate";
import { expect, test } from "vitest";
import { MOST_PACKAGE_FILES } from "@/components/trust/verify/limits";
import { filesInFolder, filesInZip, NoPackage } from "@/components/trust/verify/package-files";

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

async function read(files: ReturnType<typeof filesInZip>["files"], name: string): Promise<string> {
  let all = "";
  for await (const chunk of files.get(name)?.() ?? []) all += Buffer.from(chunk).toString();
  return all;
}

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof NoPackage ? `${error.code} ${error.file}`.trim() : String(error);
  }
  return "none";
}

const bag: Zippable = {
  "EX-0019/bagit.txt": text("x"),
  "EX-0019/data/": text(""),
  "EX-0019/data/long.txt": [text("long ".repeat(1_000)), { level: 9 }],
  "EX-0019/data/stored.txt": [text("stored"), { level: 0 }],
};

test("files in the one folder of a zip are read by their path in it", async () => {
  const { files, bytes } = filesInZip(zipSync(bag));
  expect([...files.keys()]).toEqual(["bagit.txt", "data/long.txt", "data/stored.txt"]);
  expect(bytes).toBeGreaterThanOrEqual(5_007);
  expect(await read(files, "data/long.txt")).toBe("long ".repeat(1_000));
  expect(await read(files, "data/stored.txt")).toBe("stored");
});

test.each<[string, Uint8Array, string]>([
  ["a picture", text("no zip, but longer than the end of one would have to be"), "not-a-zip"],
  ["nothing", new Uint8Array(), "not-a-zip"],
  ["two folders", zipSync({ "a/x": text("1"), "b/x": text("2") }), "zip-folders"],
  ["a file beside the folder", zipSync({ "a/x": text("1"), y: text("2") }), "zip-folders"],
  ["no file", zipSync({}), "zip-folders"],
])("%s is no package", (_, zip, code) => {
  expect(refusal(() => filesInZip(zip))).toBe(code);
});

test("a name that occurs twice is refused, since readers differ about which of the two counts", () => {
  const zip = Buffer.from(zipSync({ "a/one": text("1"), "a/two": text("2") }));
  const again = Buffer.from(zip.toString("latin1").replaceAll("a/two", "a/one"), "latin1");
  expect(refusal(() => filesInZip(again))).toBe("zip-twice a/one");
});

test("a zip with too many files or too large a file is refused before it is unpacked", () => {
  const many = Object.fromEntries(
    Array.from({ length: MOST_PACKAGE_FILES + 1 }, (_, i) => [`a/${i}`, text("")]),
  );
  expect(refusal(() => filesInZip(zipSync(many)))).toBe("too-large");
  const zip = claiming(zipSync({ "a/bomb": text("0".repeat(2_000)) }), 600_000_000);
  expect(refusal(() => filesInZip(zip))).toBe("too-large");
});

test("a file is read only up to its stated size, and refused if it is shorter", async () => {
  const bomb = (size: number) =>
    filesInZip(claiming(zipSync({ "a/bomb": text("0".repeat(2_000)) }), size)).files;
  expect(await read(bomb(10), "bomb")).toBe("0".repeat(10));
  await expect(read(bomb(3_000), "bomb")).rejects.toThrow(NoPackage);
});

test("a folder's files are read without its name", async () => {
  const file = new File(["Привіт"], "bagit.txt");
  const { files } = filesInFolder([{ path: "anything/bagit.txt", file }]);
  expect(await read(files, "bagit.txt")).toBe("Привіт");
});

/** Changes the size of the only entry in the list at the end, which is the one that counts. */
function claiming(zip: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  bytes.writeUInt32LE(size, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
  return bytes;
}
