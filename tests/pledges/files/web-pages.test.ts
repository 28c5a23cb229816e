// A web page saved from a browser: what it shows is read, in any encoding, and a page that is made to harm its reader is
// read or refused, and holds nothing up.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import type { ReceivedFile } from "@/lib/domain/pledge/file";
import { env } from "@/lib/platform/env";
import { receiveFile } from "@/lib/pledges/files/commands";
import { htmlText } from "@/lib/pledges/files/html-text";
import { READING } from "@/lib/pledges/files/own-process";
import { loadFile } from "@/lib/pledges/files/queries";
import { readFileText } from "@/lib/pledges/files/reading";
import { recordSource } from "@/lib/pledges/sources/commands";
import { sourceInput } from "@/lib/pledges/sources/schema";
import { inOwnFolder } from "../../support/files/own-folder";
import {
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());
inOwnFolder();
beforeEach(() => pool().query("DELETE FROM file WHERE attached_at IS NULL"));

const send = async (content: Buffer, name = "page.html"): Promise<ReceivedFile> =>
  value(
    await receiveFile(register.officer, {
      name,
      stream: new Blob([new Uint8Array(content)]).stream(),
      length: content.length,
    }),
  );
const readBytes = async (content: Buffer) => readFileText(register.officer, (await send(content)).id);
const read = (page: string) => readBytes(Buffer.from(`<!doctype html>${page}`));
const textOf = async (page: string): Promise<string> => value(await read(page)).text;
const incoming = (): string[] => {
  const folder = path.join(env().DATA_DIR, "incoming");
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe("what a page shows", () => {
  test("is its main text, with what it says about itself", async () => {
    const page = `<html lang="en-GB"><!-- saved from url=(0028)https://mod.gov.lv/statement -->
      <head><title>Statement | Government of Latvia</title><style>p { color: red }</style>
      <meta name="dcterms.issued" content="2026-02-24"></head>
      <body><header><a href="/">Home</a></header><nav><a href="/news">News</a></nav>
      <main><h1>Statement</h1>
      <p>Latvia will train&nbsp;120
         soldiers &amp; pay &euro;4&nbsp;million<sup>2</sup>.
      <ol start="3"><li>First<li><p>Second</p></ol>
      <table><tr><th>Who<th>What<tr><td>Latvia<td>drones</table>
      <script>document.write("200")</script><template><p>300</p></template>
      </main><aside>Related</aside><footer>Imprint</footer></body></html>`;
    expect(value(await read(page))).toEqual({
      text: [
        "Statement",
        "Latvia will train\u00a0120 soldiers & pay €4\u00a0million².",
        "3. First\n4. Second",
        "Who\tWhat",
        "Latvia\tdrones",
      ].join("\n\n"),
      whole: true,
      proposed: {
        title: "Statement",
        publisher: "Government of Latvia",
        publishedOn: "2026-02-24",
        url: "https://mod.gov.lv/statement",
        language: "en",
      },
    });
    expect(incoming()).toEqual([]);
  });

  test.each<[string, string]>([
    ["hidden", "<p hidden>"],
    ["hidden until found", "<p hidden=until-found>"],
    ["hidden by its style", "<p style='color:red; DISPLAY : none !important'>"],
    ["hidden behind a comment", "<p style='display:/* */none'>"],
    ["invisible", "<p style=visibility:hidden>"],
    ["without size", "<p style='font-size: 0px'>"],
    ["transparent", "<p style='opacity:0.0'>"],
    ["not for readers", "<div aria-hidden=true><p>"],
    ["a menu", "<div role=navigation><p>"],
    ["a dialog", "<div role=dialog><p>"],
    ["a template", "<template><p>"],
    ["a script", "<script>"],
    ["a control", "<button>"],
    ["struck", "<del>"],
    ["what is shown without a script", "<noscript>"],
    ["a drawing", "<svg><text>"],
    ["a document in the document", "<iframe srcdoc='<p>no</p>'>"],
  ])("nothing %s", async (_what, tag) => {
    const name = /<(\w+)/.exec(tag)?.[1] ?? "";
    expect(await textOf(`<p>yes</p>${tag}no</${name}>`)).toBe("yes");
  });

  test.each<[string, string, string]>([
    ["style that hides nothing", "<p style='opacity:0.9;font-size:0.8em'>yes", "yes"],
    ["unclosed tags", "<p>one<p>two<b>three<i>", "one\n\ntwothree"],
    ["a script in an attribute", "<p title='<script>alert(1)</script>' onclick=alert(1)>yes", "yes"],
    ["a script spelled as text", "&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"],
    ["null bytes", "<p>a\0b", "ab"],
    ["entities, known and unknown", "&Zcaron;&#1071;&nosuch;&#x110000;&amp;amp;", "ŽЯ&nosuch;&amp;"],
    ["no entity that a page declares", '<!ENTITY a "b">&a;', "&a;"],
    ["characters of direction", "<p>a\u202ab&#x2067;c", "abc"],
    ["digits turned round, to be refused", "<p>&#x202e;0003", "\u202e0003"],
    ["lines that are kept", "<pre>one\n  two</pre>", "one\ntwo"],
    ["line breaks", "one<br>two<br><br>three", "one\ntwo\nthree"],
    ["a form around everything", "<form id=aspnetForm><div>yes</div><input value=no></form>", "yes"],
  ])("%s", async (_what, page, text) => {
    expect(await textOf(page)).toBe(text);
  });
});

describe("the encoding of a page", () => {
  const meta = (charset: string) => `<!doctype html><meta charset="${charset}">`;
  test.each<[string, Buffer, string]>([
    ["UTF-8 that says so", Buffer.from(`${meta("utf-8")}<p>Готові €`), "Готові €"],
    ["UTF-8 that says nothing", Buffer.from("<!doctype html><p>Готові €"), "Готові €"],
    ["UTF-8 under an old declaration", Buffer.from(`${meta("windows-1251")}<p>Готові`), "Готові"],
    ["UTF-8 with a mark", Buffer.from("\ufeff<!doctype html><p>Prêts"), "Prêts"],
    ["UTF-16 with a mark", Buffer.from("\ufeff<!doctype html><p>Готові", "utf16le"), "Готові"],
    [
      "UTF-16 the other way round",
      Buffer.from("\ufeff<!doctype html><p>Готові", "utf16le").swap16(),
      "Готові",
    ],
    ["UTF-16 without a mark", Buffer.from("<!doctype html><p>Готові", "utf16le"), "Готові"],
    ["Windows-1252 as declared", latin(`${meta("windows-1252")}<p>Pr\xeats \x80`), "Prêts €"],
    [
      "Latin-1, which browsers read as Windows-1252",
      latin(`${meta("iso-8859-1")}<p>d\x92Ukraine`),
      "d’Ukraine",
    ],
    [
      "Windows-1251 as declared the old way",
      latin(
        '<!doctype html><meta http-equiv=Content-Type content="text/html; charset=windows-1251"><p>\xc3\xee\xf2\xee\xe2\xb3',
      ),
      "Готові",
    ],
    ["Windows-1251 that says nothing", latin("<!doctype html><p>\xc3\xee\xf2\xee\xe2\xb3"), "Готові"],
    ["Windows-1252 that says nothing", latin("<!doctype html><p>d\xe9claration"), "déclaration"],
    ["what declares an encoding that isn't one", latin(`${meta("no-such")}<p>d\xe9claration`), "déclaration"],
    ["what declares UTF-16 and isn't", latin(`${meta("utf-16")}<p>d\xe9claration`), "déclaration"],
  ])("%s", async (_what, content, text) => {
    expect(value(await readBytes(content)).text).toBe(text);
  });
});

describe("made to harm its reader,", () => {
  const times = (text: string, count: number) => text.repeat(count);
  /** With more time: the machine may be busy. */
  const readSlowly = (page: string) => {
    const place = path.join(env().DATA_DIR, "hostile.html");
    writeFileSync(place, `<!doctype html>${page}`);
    return htmlText(place, { ...READING, milliseconds: 120_000 });
  };
  test.each<[string, string]>([
    ["nested 100,000 deep", `${times("<div>", 100_000)}yes`],
    ["nested in lists", `${times("<ul><li>", 50_000)}yes`],
    ["nested in articles", `${times("<article>", 100_000)}yes`],
    ["of letters that are never closed", `${times("<b><p>", 50_000)}yes`],
    ["of tables in cells", `${times("<table><td>", 30_000)}yes`],
    ["of ends without beginnings", `${times("<div>", 30_000)}${times("</p>", 30_000)}yes`],
    [
      "of a tag with 200,000 attributes",
      `<p ${Array.from({ length: 200_000 }, (_, at) => `a${String(at)}`).join(" ")}>yes`,
    ],
  ])("a page %s is read", async (_what, page) => {
    expect(await readSlowly(page)).toMatchObject({ text: expect.stringMatching(/^[•\s]*yes$/) as string });
  });

  test("a page of 10 MB is read at its beginning, and marked as longer", async () => {
    const long = await readSlowly(`<p>${times("word ", 2_000_000)}`);
    expect(long).toMatchObject({ whole: false, text: expect.stringMatching(/^(?:word ){100}/) as string });
    const short = value(await read(`<p>${times("word ", 30_000)}`));
    expect(short).toMatchObject({ whole: false });
    expect(short.text).toHaveLength(100_000);
  });

  test("a page of more tags than memory holds is refused, and so is one that takes too long", async () => {
    expect(await readSlowly(times("<b>x</b>", 1_500_000))).toBe("too-much");
    const place = path.join(env().DATA_DIR, "slow.html");
    writeFileSync(place, `<!doctype html>${times("<b><p>x", 200_000)}`);
    expect(await htmlText(place, { ...READING, milliseconds: 300 })).toBe("too-much");
  });

  test.each<[string, string, string]>([
    ["without a text", "<script>alert(1)</script>", "no-text"],
    ["of nothing but what is hidden", `${times("<div hidden>", 10_000)}no`, "no-text"],
    ["of one tag that never ends", `<a b='${times("x", 1_000_000)}`, "no-text"],
  ])("a page %s is refused with the reason", async (_what, page, why) => {
    expect(refusalOf(await read(page))).toBe(`invalid, file read-${why}`);
    expect(incoming()).toEqual([]);
  });

  test("a heavy page holds nobody up: others are answered meanwhile", async () => {
    const heavy = read(times("<b><p>x", 20_000));
    let turns = 0;
    let isRead = false;
    void heavy.then(() => (isRead = true));
    while (!isRead) {
      await pool().query("SELECT 1");
      turns += 1;
    }
    expect((await heavy).ok).toBe(true);
    expect(turns).toBeGreaterThan(20);
  });
});

test("the page itself is on record, and is downloaded as text that no browser runs", async () => {
  const content = Buffer.from("<!doctype html><p>We will.<script>alert(1)</script>");
  const { id } = await send(content, "Statement.html");
  const { text } = value(await readFileText(register.officer, id));
  const source = value(
    await recordSource(
      register.officer,
      sourceInput.parse({
        publisher: "Agency",
        title: "Page",
        language: "en",
        ownership: "OFFICIAL",
        text,
        files: [id],
        readFrom: id,
      }),
    ),
  );
  const sha256 = createHash("sha256").update(content).digest("hex");
  expect(source).toMatchObject({ files: [{ type: "HTML", sha256 }], readFrom: { sha256, corrected: false } });
  const download = value(await loadFile(register.auditor, id));
  expect(download).toMatchObject({ name: "Statement.html.txt", type: "text/plain" });
  expect(Buffer.from(await new Response(download.open()).arrayBuffer()).equals(content)).toBe(true);
});

function latin(text: string): Buffer {
  return Buffer.from(text, "latin1");
}
