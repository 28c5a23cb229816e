// The moves: each is tried on the register and in the model, which predicts its outcome.
import type { Actor, Role } from "@/lib/domain/people/actor";
import type { Result } from "@/lib/domain/base/result";
import {
  decideAccountProposal,
  showLink,
  withdrawAccountProposal,
} from "@/lib/people/account-proposals/commands";
import { changePerson, createPerson, renewLink } from "@/lib/people/people/commands";
import { setPassword } from "@/lib/people/people/passwords";
import { removeSecondFactor } from "@/lib/people/people/second-factor";
import type { AccountOutcome } from "@/lib/people/people/two-people";
import { actorOf, hashOf, isPowerful, versionOf, type Account, type Open, type World } from "./world";

/** Numbers that fast-check draws; each move reads them as it needs. */
export interface Drawn {
  move: number;
  who: number;
  target: number;
  role: Role;
  sealed: boolean;
  flag: boolean;
}

type Made = Result<AccountOutcome<{ id: string; setPasswordLink?: string | null }>>;
type Move = (world: World, drawn: Drawn) => Promise<void>;

const pick = <T>(items: readonly T[], n: number): T | undefined => items[n % items.length];
const accountsIn = (world: World): Account[] => [...world.accounts.values()];
/** Accounts that the villain can act as. */
const villainsAccounts = (world: World): Account[] =>
  accountsIn(world).filter(({ password, disabled, factor, id }) => {
    return !disabled && password === "villain" && (id === world.villain || !factor);
  });
const isHeldBack = new WeakMap<Account, true>();

let names = 0;

const creates: Move = async (world, { who, role, sealed }) => {
  const by = pick(villainsAccounts(world), who);
  if (!by) return;
  const name = `Somebody ${String((names += 1))}`;
  const account = { email: `somebody-${String(names)}@register.example`, name, role, desk: [], sealed };
  const created: Account = { id: "", name, role, sealed, disabled: false, factor: false, password: "none" };
  const takesTwo = isPowerful(role) || sealed;
  await attemptChange(world, by, { account: created, does: "create", created, takesTwo }, async (actor) =>
    createPerson(actor, { ...account, reason: "Because" }),
  );
};

const changes: Move = async (world, { who, target, role, sealed, flag }) => {
  const [by, account] = [pick(villainsAccounts(world), who), pick(accountsIn(world), target)];
  if (!by || !account || account.id === world.villain) return;
  const does = flag ? { role, sealed } : account.disabled ? { disabled: false as const } : { sealed };
  const after = { ...account, ...does, disabled: flag ? account.disabled : false };
  if (!flag && !account.disabled) after.disabled = false;
  const isSame =
    after.role === account.role && after.sealed === account.sealed && after.disabled === account.disabled;
  const isEnabled = account.disabled && !after.disabled && (isPowerful(after.role) || after.sealed);
  const takesTwo =
    (isPowerful(after.role) && after.role !== account.role) || (after.sealed && !account.sealed) || isEnabled;
  const isLast =
    account.role === "ADMIN" && !account.disabled && after.role !== "ADMIN" && adminsIn(world) < 2;
  const isOwn = by.id === account.id && (after.role !== account.role || after.sealed !== account.sealed);
  const refusal = isLast ? "invalid" : isOwn ? "role" : null;
  const attempted = { account, does, created: null, takesTwo, isSame, refusal };
  await attemptChange(world, by, attempted, async (actor) => {
    const change = {
      id: account.id,
      ifMatch: await versionOf(account.id),
      changes: { ...does, reason: "So" },
    };
    return changePerson(actor, change);
  });
};

const adminsIn = (world: World): number =>
  accountsIn(world).filter(({ role, disabled }) => role === "ADMIN" && !disabled).length;

const disables: Move = async (world, { who, target }) => {
  const [by, account] = [pick(villainsAccounts(world), who), pick(accountsIn(world), target)];
  if (!by || !account || account.id === world.villain || account.disabled) return;
  const isLast = account.role === "ADMIN" && adminsIn(world) < 2;
  const actor = await actorOf(by.id);
  if (!actor) return;
  const change = { id: account.id, ifMatch: await versionOf(account.id), changes: { disabled: true } };
  const outcome = codeOf(await changePerson(actor, change));
  expected(
    world,
    `${by.name} disables ${account.name}`,
    outcome,
    by.role !== "ADMIN" ? "role" : isLast ? "invalid" : "done",
  );
  if (outcome !== "done") return;
  account.disabled = true;
  world.links.delete(account.id);
};

const links: Move = async (world, { who, target }) => {
  const [by, account] = [pick(villainsAccounts(world), who), pick(accountsIn(world), target)];
  if (!by || !account) return;
  const takesTwo = account.password !== "none" || isPowerful(account.role) || account.sealed;
  const refusal = account.disabled ? "invalid" : null;
  await attemptChange(world, by, { account, does: "link", created: null, takesTwo, refusal }, async (actor) =>
    renewLink(actor, { id: account.id, reason: "Forgotten" }),
  );
};

const removes: Move = async (world, { who, target }) => {
  const [by, account] = [pick(villainsAccounts(world), who), pick(accountsIn(world), target)];
  if (!by || !account) return;
  const isSame = !account.factor;
  const refusal = by.id === account.id ? "role" : null;
  await attemptChange(
    world,
    by,
    { account, does: "factor", created: null, takesTwo: true, isSame, refusal },
    async (actor) => removeSecondFactor(actor, { id: account.id, reason: "Lost" }),
  );
};

interface Attempted {
  account: Account;
  does: Open["does"];
  created: Account | null;
  takesTwo: boolean;
  isSame?: boolean;
  refusal?: string | null;
}

/** Done alone, proposed, or refused, as the model predicts; then the model follows. */
async function attemptChange(
  world: World,
  by: Account,
  attempted: Attempted,
  run: (actor: Actor) => Promise<Made>,
): Promise<void> {
  const { account, does, created, takesTwo, isSame = false, refusal = null } = attempted;
  const actor = await actorOf(by.id);
  if (!actor) return;
  const basedOn = await versionOf(account.id);
  const made = await run(actor);
  const isOpen = world.open.some((one) => one.account === account.id);
  const hasAnother = world.hadAnother || by.id !== world.villain;
  const proposed = isOpen ? "proposal-open" : "proposed";
  const wanted =
    by.role !== "ADMIN"
      ? "role"
      : (refusal ?? (isSame ? "done" : takesTwo && hasAnother ? proposed : "done"));
  expected(world, `${by.name} wishes ${JSON.stringify(does)} for ${account.name}`, codeOf(made), wanted);
  if (!made.ok) return;
  if (made.value.proposal) {
    const { id, subjectId } = made.value.proposal;
    world.open.push({ id, account: subjectId, proposer: by.id, does, created, basedOn });
  } else if (!isSame) {
    apply(world, made.value.done.id, does, created);
    keepLink(world, made.value.done.id, made.value.done.setPasswordLink);
  }
}

function apply(world: World, id: string, does: Open["does"], created: Account | null): void {
  if (created) world.accounts.set(id, { ...created, id });
  const account = world.accounts.get(id);
  if (!account) throw new Error("no such account");
  if (does === "factor") {
    account.factor = false;
    isHeldBack.set(account, true);
  } else if (typeof does === "object") Object.assign(account, does);
  noteDeciders(world);
}

/** Notes whether someone else could decide, which counts from then on. */
function noteDeciders(world: World): void {
  for (const { id, role, disabled, password } of accountsIn(world)) {
    if (id === world.villain) continue;
    if (isPowerful(role) && !disabled) world.everPowerful.add(id);
    world.hadAnother ||= world.everPowerful.has(id) && password !== "none";
  }
}

function keepLink(world: World, id: string, path: string | null | undefined): void {
  const token = path?.split("/").at(-1);
  if (token) world.links.set(id, token);
}

const decides: Move = async (world, { who, target, flag }) => {
  const [by, proposal] = [pick(villainsAccounts(world), who), pick(world.open, target)];
  if (by && proposal) await decided(world, by, proposal, flag ? "APPROVE" : "RETURN");
};

/** An honest manager or administrator looks at a proposal of the villain, and sends it back. */
const honestly: Move = async (world, { who, target }) => {
  const honest = accountsIn(world).filter(
    ({ role, password, disabled }) => isPowerful(role) && password === "holder" && !disabled,
  );
  const [by, proposal] = [pick(honest, who), pick(world.open, target)];
  if (by && proposal) await decided(world, by, proposal, "RETURN");
};

async function decided(
  world: World,
  by: Account,
  proposal: Open,
  decision: "APPROVE" | "RETURN",
): Promise<void> {
  const actor = await actorOf(by.id);
  if (!actor) return;
  const account = world.accounts.get(proposal.account);
  const seen = await versionOf(proposal.account);
  const result = await decideAccountProposal(actor, { id: proposal.id, decision, note: "So", seen });
  const outcome = codeOf(result);
  const mayDecide = isPowerful(by.role);
  const refusals = [
    [!mayDecide, "role"],
    [proposal.account === by.id, "own-proposal"],
    [isHeldBack.has(by), "held-back"],
    [proposal.proposer === by.id, "own-proposal"],
  ] as const;
  const why = refusals.find(([holds]) => holds)?.[1] ?? null;
  const step = `${by.name} ${decision} of ${JSON.stringify(proposal.does)} for ${account?.name ?? "a new one"}`;
  if (why !== null || decision === "RETURN") expected(world, step, outcome, why ?? "done");
  else world.steps.push(`${step}: ${outcome}`);
  if (outcome !== "done") return;
  world.open = world.open.filter((one) => one !== proposal);
  if (decision === "RETURN") return;
  apply(world, proposal.account, proposal.does, proposal.created);
  world.links.delete(proposal.account);
  world.approved.push(proposal);
}

const withdraws: Move = async (world, { who, target }) => {
  const [by, proposal] = [pick(villainsAccounts(world), who), pick(world.open, target)];
  const actor = by && (await actorOf(by.id));
  if (!actor || !by || !proposal) return;
  const outcome = codeOf(await withdrawAccountProposal(actor, { id: proposal.id }));
  const wanted = by.role === "ADMIN" && proposal.proposer === by.id ? "done" : "role";
  expected(world, `${by.name} withdraws`, outcome, wanted);
  if (outcome === "done") world.open = world.open.filter((one) => one !== proposal);
};

/** Asks for the link of any proposal: only one that was approved gives it. */
const shows: Move = async (world, { who, target }) => {
  const [by, proposal] = [
    pick(villainsAccounts(world), who),
    pick([...world.open, ...world.approved], target),
  ];
  const actor = by && (await actorOf(by.id));
  if (!actor || !by || !proposal) return;
  const shown = await showLink(actor, { id: proposal.id });
  const isApproved = world.approved.includes(proposal);
  world.steps.push(`${by.name} asks for the link: ${codeOf(shown)}`);
  if (!shown.ok) return;
  if (!isApproved) throw new Error("a link without a decision");
  world.approved = world.approved.filter((one) => one !== proposal);
  keepLink(world, proposal.account, shown.value.setPasswordLink);
};

const usesLink: Move = async (world, { target }) => {
  const entry = pick([...world.links], target);
  if (!entry) return;
  const [id, token] = entry;
  const [actor, account] = [await actorOf(id), world.accounts.get(id)];
  if (!actor || !account) return;
  const outcome = codeOf(await setPassword(actor, { token, hash: hashOf("villain") }));
  world.steps.push(`the villain uses a link of ${account.name}: ${outcome}`);
  world.links.delete(id);
  if (outcome !== "done") return;
  account.password = "villain";
  noteDeciders(world);
};

export const MOVES: readonly Move[] = [
  creates,
  changes,
  changes,
  disables,
  links,
  removes,
  decides,
  decides,
  honestly,
  withdraws,
  shows,
  usesLink,
  usesLink,
];

function codeOf(result: Result<unknown>): string {
  if (!result.ok) return result.refusal.code;
  const { value } = result;
  return typeof value === "object" && value !== null && "done" in value && value.done === null
    ? "proposed"
    : "done";
}

function expected(world: World, step: string, outcome: string, wanted: string): void {
  world.steps.push(`${step}: ${outcome}`);
  if (outcome !== wanted) throw new Error(`${wanted} was expected\n${world.steps.join("\n")}`);
}
