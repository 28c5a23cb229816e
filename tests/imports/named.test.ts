// Other participants named by a file's rows: those of one's own desk are on record at once, others are claims.
import { afterAll, beforeAll, expect, test } from "vitest";
import { undoImport } from "@/lib/imports/commands";
import { verifyRegister } from "@/lib/db/verify/verify";
import { pool } from "@/lib/db/client";
import { findImportJob } from "@/lib/db/jobs/imports";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import { changePledge, logPledge } from "@/lib/pledges/pledges/commands";
import {
  aSentPledge,
  LATER,
  staffedRegister,
  type StaffedRegister,
} from "../support/registers/staffed-register";
import { AT, broughtIn, rowsOf, tried, value, worked } from "./bringing";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());

const SHEET = `Country,Priority,Title,Stage,Publisher,Evidence,Jointly with,On behalf of
FR,2,A bridge,Signalled,Le Monde,Media report,DE; SE,
FR,2,A ferry,Signalled,Le Monde,Media report,,US
FR,2,A tunnel,Signalled,Le Monde,Media report,FR,`;

test("participants named by a row are linked to its pledge; a row that names itself is refused", async () => {
  const job = await tried(register.officer, SHEET);
  const rows = await rowsOf(job.id);
  expect(rows.map(({ faults }) => faults.map(({ field, code }) => [field, code]))).toEqual([
    [],
    [],
    [["jointWith", "names-itself"]],
  ]);
  await broughtIn(register.officer, job);
  const references = (await rowsOf(job.id)).flatMap(({ reference }) => reference ?? []);
  const [bridge, ferry] = await Promise.all(
    references.map(async (reference) => value(await loadPledge(register.auditor, reference, AT))),
  );
  const links = (of: { participant: string; state: string }[] | undefined) =>
    of?.map(({ participant, state }) => [participant, state]);
  expect(links(bridge?.jointWith)).toEqual([
    ["DE", "CONFIRMED"],
    ["SE", "CLAIMED"],
  ]);
  expect(links(ferry?.onBehalfOf)).toEqual([["US", "CLAIMED"]]);
  const { rows: counted } = await pool().query(
    "SELECT participant, part, sum(pledges)::int AS pledges FROM pledge_by_stage WHERE pledges > 0 GROUP BY 1, 2 ORDER BY 1, 2",
  );
  expect(counted).toContainEqual({ participant: "DE", part: "JOINT", pledges: 1 });
  expect(await verifyRegister()).toMatchObject({ intact: true });
});

const HEADINGS = "Country,Priority,Title,Stage,Publisher,Evidence,Kind,Quantity,Unit,Start,The same unit as";
const row = (title: string, quantity: string, same: string) =>
  `FR,4,${title},Signalled,Le Monde,Media report,Troops,${quantity},2026-06-01,${same}`;

test("a row can name a line as the same unit, on another desk as a claim; a similar line is suggested", async () => {
  const { officer, officerNorth, auditor } = register;
  const brigade = aSentPledge({ windowStart: "2026-06-10" }).contributions;
  const [own, theirs] = [
    value(await logPledge(officer, aSentPledge({ participant: "DE", contributions: brigade }), LATER)),
    value(await logPledge(officerNorth, aSentPledge({ participant: "SE", contributions: brigade }), LATER)),
  ];
  const alike = value(await logPledge(officer, aSentPledge({ contributions: brigade }), LATER));
  const { min } = brigade[0]?.quantity ?? {};
  const amount = `${String(min)},persons`;
  const sheet = [
    HEADINGS,
    row("Ours", amount, own.reference),
    row("Theirs", amount, `${theirs.reference}/1`),
    row("Neither", amount, ""),
    row("A third", amount, `${own.reference}/3`),
    row("Ships", "2,ships", own.reference),
  ].join("\n");
  const job = await tried(officer, sheet);
  const rows = await rowsOf(job.id);
  expect(rows.map(({ faults }) => faults.map(({ field, code }) => `${field} ${code}`))).toEqual([
    [],
    [],
    [],
    ["sameAs no-such-line"],
    ["sameAs another-measure"],
  ]);
  expect(rows[2]?.notes).toContainEqual({
    ...{ field: "sameAs", code: "looks-like" },
    params: { lines: `${alike.reference}/1` },
  });
  await broughtIn(officer, job);
  const [ours, claim, neither] = (await rowsOf(job.id)).flatMap(({ reference }) => reference ?? []);
  const said = async (reference = "") => {
    const { contributions } = value(await loadPledge(auditor, reference, LATER));
    const { sameAs } = contributions[0] ?? {};
    return sameAs && `${sameAs.pledge} ${sameAs.state}`;
  };
  expect([await said(ours), await said(claim), await said(neither)]).toEqual([
    `${own.reference} CONFIRMED`,
    `${theirs.reference} CLAIMED`,
    null,
  ]);
  expect(await verifyRegister()).toMatchObject({ intact: true });

  // Another pledge says that its line is the imported one: undoing the import leaves that one.
  const { version, contributions } = value(await loadPledge(officer, alike.reference, LATER));
  const imported = value(await loadPledge(officer, neither ?? "", LATER)).contributions[0]?.id ?? "";
  const changes = { contributions: contributions.map((line) => ({ ...line, sameAs: imported })) };
  value(await changePledge(officer, { reference: alike.reference, ifMatch: version, changes }, LATER));
  value(
    await undoImport(officer, { id: job.id, reason: "The wrong file" }, (await importedAt(job.id)) ?? AT),
  );
  await worked(job.id, "UNDONE");
  expect((await rowsOf(job.id)).map(({ takenBack }) => takenBack)).toEqual([true, true, false, null, null]);
  expect(await verifyRegister()).toMatchObject({ intact: true });
});

const importedAt = async (id: string) => (await findImportJob(id))?.importedAt;

test("a row that names only the address of a source on record cites it, unless it describes another", async () => {
  const { officer, auditor } = register;
  const source = {
    ...{
      publisher: "Le Monde",
      url: "https://example.org/bridge",
      title: "A bridge",
      publishedOn: "2026-02-20",
    },
    ...{ language: "fr", ownership: "INDEPENDENT" as const },
  };
  const [piece] = aSentPledge().evidence;
  if (!piece) throw new Error("a pledge has evidence");
  const known = value(await logPledge(officer, aSentPledge({ evidence: [{ ...piece, source }] }), LATER));
  const job = await tried(
    officer,
    [
      "Country,Priority,Title,Stage,Publisher,Evidence,Link,Source title",
      "FR,5,A known article,Signalled,Le Monde,Media report,https://example.org/bridge,",
      "FR,5,Another article,Signalled,Le Monde,Media report,https://example.org/bridge,As corrected",
      "FR,5,Another paper,Signalled,La Croix,Media report,https://example.org/bridge,",
    ].join("\n"),
  );
  await broughtIn(officer, job);
  const cited = await Promise.all(
    (await rowsOf(job.id)).map(
      async ({ reference }) => value(await loadPledge(auditor, reference ?? "", AT)).evidence[0]?.source,
    ),
  );
  expect(cited[0]).toEqual(known.evidence[0]?.source);
  expect(cited.slice(1)).toMatchObject([{ title: "As corrected" }, { publisher: "La Croix", title: null }]);
  expect(new Set(cited.map((one) => one?.id)).size).toBe(3);
  expect(await verifyRegister()).toMatchObject({ intact: true });
});
