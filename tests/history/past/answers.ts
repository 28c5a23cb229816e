// Answers of lists, pages and figures to random questions: the same chance asks the same of now and of a past moment.
import { createHash } from "node:crypto";
import type { Chance } from "@/bench/data/chance";
import { loadApprovals } from "@/lib/pledges/approvals/queries";
import { loadBaselines } from "@/lib/history/baselines/queries";
import { loadCitations, loadForemost } from "@/lib/unresolved/briefing/queries";
import { loadAges, loadStageCounts } from "@/lib/unresolved/charts/queries";
import { loadTriggerRows, loadTriggerDetails } from "@/lib/conditions/conditions/queries";
import { loadCoverage } from "@/lib/unresolved/coverage/queries";
import { loadCycles } from "@/lib/conditions/deadlocks/queries";
import type { Actor } from "@/lib/domain/people/actor";
import { CONTRIBUTION_KINDS, DOMAINS } from "@/lib/domain/pledge/contribution";
import { ANYTHING, NOBODY } from "@/lib/domain/base/listing";
import { PLEDGE_SORTS, VOIDED } from "@/lib/domain/details/pledge-filter";
import { PRIORITIES } from "@/lib/domain/base/priority";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import type { Result } from "@/lib/domain/base/result";
import { csvOf } from "@/lib/domain/exchange/csv";
import { markedField, tableRows, type Table } from "@/lib/domain/exchange/table";
import type { TableView } from "@/lib/domain/exchange/table-view";
import { pledgeList } from "@/lib/domain/exchange/tables/pledge-table";
import { STAGES } from "@/lib/domain/pledge/stages";
import { GROUPINGS } from "@/lib/domain/unresolved/summary";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { UNRESOLVED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { loadFigures } from "@/lib/unresolved/figures/queries";
import { parseKeystoneFilter } from "@/lib/conditions/keystones/filter";
import { loadKeystones } from "@/lib/conditions/keystones/queries";
import { loadParticipants } from "@/lib/people/participants/queries";
import { loadDesks, loadOwners } from "@/lib/people/people/queries";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import {
  loadCellPledges,
  loadHistory,
  loadPledge,
  loadPledges,
  loadLinesAround,
  loadPledgesCsv,
} from "@/lib/pledges/pledges/queries";
import { parseLadderFilter, parseRequirementFilter } from "@/lib/requirements/filter";
import { loadLadder } from "@/lib/requirements/ladder/queries";
import { loadRequirementHistory, loadRequirements } from "@/lib/requirements/queries";
import { sourceQuery } from "@/lib/pledges/sources/filter";
import { loadSource, loadSources } from "@/lib/pledges/sources/queries";
import { loadTriggers } from "@/lib/conditions/triggers/queries";
import { loadHeadline, loadUnresolved, loadUnresolvedCsv } from "@/lib/unresolved/unresolved/queries";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";

/** By question; in full to be read by a person, as digests where many are kept. */
export type Answers = Record<string, string>;

export async function answersAt(actor: Actor, at: NowOrAsOf, by: Chance): Promise<Answers> {
  const answers: Answers = {};
  const note = (question: string, answer: unknown): void => {
    answers[question] = JSON.stringify(answer, inOrder);
  };
  const list = async (ask: typeof parsePledgeFilter, params: URLSearchParams) => {
    const seen: string[] = [];
    for (let cursor: string | null = null, page = 0; page < 4; page += 1) {
      if (cursor !== null) params.set("cursor", cursor);
      const found = must(await loadPledges(actor, must(ask(params)), at));
      note(`pledges ${params.toString()}`, found);
      seen.push(...found.items.map(({ reference }) => reference));
      if (found.next === null) break;
      cursor = found.next;
    }
    return seen;
  };

  const some = await list(parsePledgeFilter, pledgeQuestion(by));
  await list(
    parsePledgeFilter,
    new URLSearchParams({ sort: by.of(["unresolved", "-unresolved"]), limit: "7" }),
  );
  const everything = new URLSearchParams({ voided: "with", sort: by.of(["reference", "-updatedAt"]) });
  note(
    "pledges.csv",
    await file(pledgeList, await loadPledgesCsv(actor, must(parsePledgeFilter(everything)), at)),
  );

  const all = must(await loadPledges(actor, must(parsePledgeFilter(everything)), at)).items;
  const reference = some[0] ?? all[by.upTo(Math.max(all.length - 1, 0))]?.reference ?? "FR-1-001";
  const sheet = await loadPledge(actor, reference, at);
  // What a person may do is said of the present only.
  note(`sheet ${reference}`, sheet.ok ? { ...sheet.value, may: null } : sheet);
  if (sheet.ok)
    note(`lines ${reference}`, { ok: true, value: await loadLinesAround(actor, sheet.value, at) });
  note(`history ${reference}`, await loadHistory(actor, reference, { cursor: null, limit: 5 }, at));
  const place = { participant: reference.slice(0, 2), priority: by.of(PRIORITIES) };
  note("cell", await loadCellPledges(actor, place, 5, at));

  const unresolved = itemQuestion(by);
  answers["unresolved.csv"] = "";
  for await (const rows of must(await loadUnresolvedCsv(actor, must(parseUnresolvedFilter(unresolved)), at))
    .rows)
    answers["unresolved.csv"] =
      `${answers["unresolved.csv"]}${rows.map((row) => JSON.stringify(row, inOrder)).join("")}`;
  for (let page = 0; page < 3; page += 1) {
    const found = must(await loadUnresolved(actor, must(parseUnresolvedFilter(unresolved)), at));
    note(`unresolved ${unresolved.toString()}`, found);
    if (found.next === null) break;
    unresolved.set("cursor", found.next);
  }
  note("headline", await loadHeadline(actor, at));
  note("ages", await loadAges(actor, at));
  note("standing", await loadStageCounts(actor, at));
  note("foremost", await loadForemost(actor, by.of([null, "FR"]), at));
  note(
    "citations",
    await loadCitations(
      actor,
      all.slice(0, 20).map(({ reference: one }) => one),
      at,
    ),
  );
  note("coverage", await loadCoverage(actor, at));
  note("participants", await loadParticipants(actor, at));
  const { findings: _untold, questions: _neither, ...figures } = must(await loadFigures(actor, at));
  note("figures", figures);
  note("owners", await loadOwners(actor, at));
  note("desks", await loadDesks(actor, at));
  note("baselines", await loadBaselines(actor, at));
  note("triggers", await loadTriggers(actor, at));
  note("trigger rows", await loadTriggerRows(actor, at));
  const trigger = await loadTriggerDetails(actor, "CEASEFIRE_IN_FORCE", at);
  note("trigger", trigger.ok ? { ...trigger.value, documents: [...trigger.value.documents] } : trigger);
  note("cycles", await loadCycles(actor, at));
  note("keystones", await loadKeystones(actor, must(parseKeystoneFilter(new URLSearchParams())), at));
  const approvals = { participant: [], kind: [], status: [], after: null, limit: by.of([3, 50]) };
  note("approvals", await loadApprovals(actor, approvals, at));

  const sources = new URLSearchParams({ limit: by.of(["4", "50"]), ...(by.odds(0.3) ? { q: "mini" } : {}) });
  for (let page = 0; page < 3; page += 1) {
    const found = must(await loadSources(actor, must(sourceQuery.parse(sources)), at));
    note(`sources ${sources.toString()}`, found);
    const [first] = found.items;
    if (first) note(`source ${first.id}`, await loadSource(actor, first.id, at));
    if (found.next === null) break;
    sources.set("cursor", found.next);
  }
  const needs = new URLSearchParams({
    closed: by.of(["with", "without"]),
    sort: by.of(["due", "shortfall"]),
  });
  note("requirements", await loadRequirements(actor, must(parseRequirementFilter(needs)), at));
  note("ladder", await loadLadder(actor, must(parseLadderFilter(new URLSearchParams())), at));
  note("requirement", await loadRequirementHistory(actor, "NEED-1", at));
  return answers;
}

/** A hash of each answer, which is enough to compare it. */
export const digested = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([question, answer]) => [
      question,
      createHash("sha256").update(answer).digest("hex"),
    ]),
  );

async function file<In>(table: Table<In>, loaded: Result<TableView<In>>): Promise<string> {
  const view = must(loaded);
  const columns = markedField(table, view.marking);
  const lines: string[] = [];
  for await (const line of csvOf(columns.fields, tableRows(columns, view.rows), { for: "people" }))
    lines.push(line);
  return lines.join("");
}

function pledgeQuestion(by: Chance): URLSearchParams {
  const asked: Record<string, string> = {
    sort: by.of(PLEDGE_SORTS.flatMap((sort) => [sort, `-${sort}`])),
    limit: by.of(["1", "3", "50"]),
    voided: by.of(VOIDED),
  };
  const may = (name: string, value: () => string): void => {
    if (by.odds(0.2)) asked[name] = value();
  };
  may("participant", () => by.of(["FR", "DE,SE"]));
  may("priority", () => by.of(["1", "2,3"]));
  may("stage", () => `${by.of(STAGES)},PLEDGED`);
  may("class", () => by.of(UNRESOLVED_CLASSES));
  may("code", () => `${by.of(UNRESOLVED_CODES)},NO_QUANTITY`);
  may("owner", () => by.of([NOBODY, "manager@register.example"]));
  may("kind", () => by.of(CONTRIBUTION_KINDS));
  may("domain", () => by.of(DOMAINS));
  may("waits", () => by.of([ANYTHING, "CEASEFIRE_IN_FORCE", "FR-1-001:ALLOCATED", "US-2-001"]));
  may("q", () => by.of(["prime", "fr- 00", "TROOPS", "ask", '"the prime"']));
  may("not", () =>
    by.of([
      "stage:PLEDGED",
      "owner:none",
      "code:NO_QUANTITY,code:STALE",
      "waits:any",
      "participant:FR,kind:TROOPS",
    ]),
  );
  may("age", () => by.of([">30", "<40", "10..60", "none"]));
  may("due", () => by.of(["<0", ">3", "-9..30", "none"]));
  return new URLSearchParams(asked);
}

const itemQuestion = (by: Chance): URLSearchParams =>
  new URLSearchParams({
    group: by.of(GROUPINGS),
    limit: by.of(["1", "5", "50"]),
    ...(by.odds(0.3) ? { class: by.of(UNRESOLVED_CLASSES) } : {}),
    ...(by.odds(0.2) ? { code: `${by.of(UNRESOLVED_CODES)},NO_PLEDGE` } : {}),
    ...(by.odds(0.2) ? { participant: "FR,US" } : {}),
    ...(by.odds(0.2) ? { priority: by.of(["1", "3,4"]) } : {}),
    ...(by.odds(0.2) ? { owner: NOBODY } : {}),
    ...(by.odds(0.3)
      ? { not: by.of(["participant:FR", `owner:${NOBODY}`, `participant:US,owner:${NOBODY},participant:FR`]) }
      : {}),
    ...(by.odds(0.2) ? { since: "2026-01-15" } : {}),
  });

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** Members in one order, whole numbers of any size: the order isn't part of what an answer says. */
const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === "bigint"
    ? String(value)
    : typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
