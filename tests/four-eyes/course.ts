// Makes random moves on a real register and on the model, and checks after each that they agree: on every record, and
// on what a person may do next. In the end the log is searched for anything that one person settled alone.
import { chance as chanceOf } from "@/bench/data/chance";
import { pool } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";
import { recordTrigger } from "@/lib/conditions/triggers/commands";
import { triggerInput } from "@/lib/conditions/triggers/schema";
import type { Result } from "@/lib/domain/base/result";
import type { May } from "@/lib/domain/details/pledge-details";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import { LATER } from "../support/registers/staffed-register";
import { breachesOnRecord } from "./breaches";
import { ENDS, LADDER, Model, type Person, type Pledge, type Stage } from "./model";
import { answers, names } from "./links";
import {
  changes,
  comments,
  confirms,
  decides,
  logs,
  proves,
  records,
  retracts,
  revises,
  steps,
  TRIGGERS,
  voids,
  waits,
  withdraws,
  type Game,
  type Move,
} from "./moves";
import { actorOf, handsOver, restaffs } from "./staffing";

/** How often each answer came, by move: `decides done`. */
export type Tally = Map<string, number>;

/** Ends early, and throws, where register and model disagree: with the seed and the last moves. */
export async function runCourse(seed: number, length: number): Promise<Tally> {
  const game: Game = { model: new Model(), chance: chanceOf(seed) };
  game.model.people = await everybody();
  await recordTriggers(game.model);
  const beginning = new Map(game.model.people.map((person) => [person.id, structuredClone(person)]));
  const counts: Tally = new Map();
  const story: string[] = [];
  try {
    while (story.length < length) {
      const [name, move] = drawn(game, beginning);
      if (!move) continue;
      game.model.time += 1;
      story.push(`${story.length + 1}. ${move.by.email} ${move.says}: ${move.expected}`);
      const answered = await attempt(move);
      const expected = move.by.disabled ? "gone" : move.expected;
      agree("answer", answered.outcome, expected);
      if (answered.value !== undefined) move.then(answered.value as never);
      counts.set(`${name} ${expected}`, (counts.get(`${name} ${expected}`) ?? 0) + 1);
      await compare(game, move);
    }
    agree("breaches", await breachesOnRecord(pool()), []);
    const { findings, earlier } = await verifyRegister();
    agree("verdict", [...findings, ...earlier], []);
  } catch (error) {
    throw new Error(`seed ${seed}:\n${story.slice(-25).join("\n")}`, { cause: error });
  }
  return counts;
}

const MOVES: [number, string, (game: Game) => Move | null][] = [
  [32, "decides", decides],
  [22, "steps", steps],
  [14, "changes", changes],
  [8, "names", names],
  [5, "waits", waits],
  [8, "answers", answers],
  [6, "voids", voids],
  [4, "withdraws", withdraws],
  [4, "proves", proves],
  [5, "retracts", retracts],
  [2, "confirms", confirms],
  [1, "comments", comments],
  [6, "records", records],
  [12, "revises", revises],
];

function drawn({ model, chance }: Game, beginning: ReadonlyMap<string, Person>): [string, Move | null] {
  const game = { model, chance };
  const alive = model.pledges.filter(({ voided, stage }) => !voided && !ENDS.includes(stage));
  if (alive.length < 4) return ["logs", logs(game)];
  if (chance.odds(0.05)) return ["restaffs", restaffs(game, beginning)];
  if (chance.odds(0.02)) return ["handsOver", handsOver(game)];
  let at = chance.upTo(MOVES.reduce((sum, [weight]) => sum + weight, 0) - 1);
  const found = MOVES.find(([weight]) => (at -= weight) < 0);
  return found ? [found[1], found[2](game)] : ["", null];
}

async function attempt(move: Move): Promise<{ outcome: string; value?: unknown }> {
  const actor = await actorOf(move.by);
  if (!actor) return { outcome: "gone" };
  const result: Result<unknown> = await move.run(actor);
  if (!result.ok) return { outcome: result.refusal.code };
  const { value } = result;
  // A pledge has `proposal`, too; only the outcome of a change also has `done`.
  const isProposed = typeof value === "object" && value !== null && "proposal" in value && "done" in value;
  return { outcome: isProposed && value.proposal !== null ? "proposed" : "done", value };
}

async function recordTriggers({ people }: Model): Promise<void> {
  const manager = people.find(({ role }) => role === "MANAGER");
  const actor = manager && (await actorOf(manager));
  for (const code of TRIGGERS) {
    const input = triggerInput.parse({
      code,
      title: code,
      waiting: code === "CEASEFIRE_IN_FORCE" ? "DORMANT" : "BLOCKING",
    });
    if (!actor || !(await recordTrigger(actor, input)).ok) throw new Error(`no trigger ${code}`);
  }
}

async function everybody(): Promise<Person[]> {
  const { rows } = await pool().query<Person>(
    "SELECT id, email, role, desk, disabled_at IS NOT NULL AS disabled, version FROM person ORDER BY email",
  );
  return rows;
}

async function compare({ model, chance }: Game, move: Move): Promise<void> {
  const { rows } =
    await pool().query<Record<"people" | "pledges" | "approvals" | "proposals", unknown[]>>(STATE);
  const [found] = rows;
  const by = <T extends { id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : 1);
  agree("people", found?.people, model.people.toSorted(by));
  agree("pledges", found?.pledges, model.pledges.toSorted(by).map(shown));
  agree("approvals", found?.approvals, model.approvals.toSorted(by));
  const proposals = model.proposals.toSorted(by);
  agree(
    "proposals",
    found?.proposals,
    proposals.map(({ id, by: proposer, decider, status, basedOn, version }) => ({
      id,
      by: proposer,
      decider,
      status,
      basedOn,
      version,
    })),
  );
  const pledge = model.pledge(move.about);
  if (!pledge) return;
  for (const person of [move.by, chance.of(model.people)]) {
    const actor = await actorOf(person);
    if (!actor || actor.role === "ADMIN") continue;
    const details = await loadPledge(actor, pledge.reference, LATER);
    if (!details.ok) throw new Error(details.refusal.code);
    const { set, propose, ...may } = details.value.may;
    agree(
      `what ${person.email} may do`,
      { ...may, set: set.sort(), propose: propose.sort() },
      mayOf(model, person, pledge),
    );
  }
}

const STATE = `
  SELECT (SELECT json_agg(json_build_object('id', id, 'email', email, 'role', role, 'desk', desk,
             'disabled', disabled_at IS NOT NULL, 'version', version) ORDER BY id) FROM person) AS people,
    (SELECT coalesce(json_agg(json_build_object('id', p.id, 'reference', p.reference, 'stage', p.stage, 'left', p.suspended_from,
             'successor', p.superseded_by, 'voided', p.voided_at IS NOT NULL, 'owner', p.owner, 'confirmed', p.last_confirmed_on, 'waits', p.condition,
             'start', p.window_start, 'end', p.window_end, 'summary', p.summary, 'version', p.version,
             'lines', (SELECT json_agg(json_build_object('id', c.id, 'kind', c.kind, 'number', c.quantity_min))
                         FROM contribution c WHERE c.pledge_id = p.id AND c.removed_in IS NULL),
             'joint', (SELECT coalesce(json_agg(json_build_object('participant', l ->> 'participant', 'state', l ->> 'state', 'by', l ->> 'by')), '[]')
                         FROM jsonb_array_elements(p.joint_with) l),
             'papers', (SELECT json_agg(json_build_object('id', e.id, 'kind', e.kind, 'retracted', e.retracted_at IS NOT NULL)
                         ORDER BY e.position) FROM evidence e WHERE e.pledge_id = p.id)) ORDER BY p.id), '[]') FROM pledge p) AS pledges,
    (SELECT coalesce(json_agg(json_build_object('id', a.id, 'participant', a.participant, 'body', a.body, 'status', a.status, 'until', a.valid_until,
             'most', (a.limits -> 0 -> 'quantity' ->> 'max')::int,
             'serves', (SELECT coalesce(json_agg(p.reference ORDER BY p.reference), '[]') FROM approval_pledge l
                         JOIN pledge p ON p.id = l.pledge_id WHERE l.approval_id = a.id AND l.removed_in IS NULL),
             'version', a.version) ORDER BY a.id), '[]') FROM approval a) AS approvals,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'by', proposer_id, 'decider', decider_id, 'status', status,
             'basedOn', based_on, 'version', version) ORDER BY id), '[]') FROM proposal WHERE subject <> 'account') AS proposals`;

const shown = ({ kind, number, line, participant: _participant, ...pledge }: Pledge): object => ({
  ...pledge,
  lines: [{ id: line, kind, number }],
});

const TARGETS: Stage[] = [...LADDER, "SUSPENDED", ...ENDS];

function mayOf(model: Model, person: Person, pledge: Pledge): May {
  const openProposal = model.openProposal(pledge.reference);
  const edits = !pledge.voided && model.mayKeep(person, pledge.participant);
  const by = (way: "set" | "propose"): Stage[] =>
    TARGETS.filter(
      (to) =>
        edits &&
        to !== pledge.stage &&
        model.way(pledge, to) === way &&
        (to === "SUPERSEDED" || model.lacks(pledge, to, null) === null),
    ).sort();
  const isOpen = openProposal?.status === "OPEN";
  const voiding = model.wayToVoid(person, pledge);
  return {
    edit: edits,
    set: by("set"),
    propose: isOpen ? [] : by("propose"),
    decide: isOpen && person.role === "MANAGER" && openProposal.by !== person.id,
    void: voiding === "at-once" || (voiding === "propose" && !isOpen),
  };
}

/** Ignores the order of keys. */
function agree(what: string, found: unknown, expected: unknown): void {
  const [is, should] = [sorted(found), sorted(expected)];
  if (is !== should) throw new Error(`${what}: the register says\n${is}\nand the model\n${should}`);
}

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
