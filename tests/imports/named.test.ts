// Others whom the rows of a file name: of one's own desk they are on record at once, of another's a claim.
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyRegister } from "@/lib/db/verify/verify";
import { pool } from "@/lib/db/client";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import { staffedRegister, type StaffedRegister } from "../support/registers/staffed-register";
import { AT, broughtIn, rowsOf, tried, value } from "./bringing";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());

const SHEET = `Country,Priority,Title,Stage,Publisher,Evidence,Jointly with,On behalf of
FR,2,A bridge,Signalled,Le Monde,Media report,DE; SE,
FR,2,A ferry,Signalled,Le Monde,Media report,,US
FR,2,A tunnel,Signalled,Le Monde,Media report,FR,`;

test("come in with the pledge, counted in each row, and what is wrong is said at its cell", async () => {
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
