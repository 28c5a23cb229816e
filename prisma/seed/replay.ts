// Repeats the steps of the past through the commands that people use, each as the account that took it.
import { changeApproval, recordApproval } from "@/lib/pledges/approvals/commands";
import { approvalInput } from "@/lib/pledges/approvals/schema";
import { writeComment } from "@/lib/pledges/comments/commands";
import { replaying } from "@/lib/db/write";
import type { Actor } from "@/lib/domain/people/actor";
import type { Approval } from "@/lib/domain/pledge/approval";
import type { ProposedOutcome } from "@/lib/domain/proposals/proposal";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import {
  addEvidence,
  changePledge,
  confirmPledge,
  logPledge,
  retractEvidence,
  setStage,
} from "@/lib/pledges/pledges/commands";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import { evidenceInput, pledgeChanges, pledgeInput, stageInput } from "@/lib/pledges/pledges/schema";
import { decideProposal } from "@/lib/review/proposals/commands";
import { withLeaves, type Condition, type Leaf } from "@/lib/domain/pledge/condition";
import { conditionInput } from "@/lib/pledges/pledges/condition-schema";
import { setCondition } from "@/lib/pledges/pledges/set-condition";
import { recordRequirement } from "@/lib/requirements/commands";
import { makeOffer } from "@/lib/requirements/offers";
import { offerInput, requirementInput } from "@/lib/requirements/schema";
import { changeTrigger } from "@/lib/conditions/triggers/commands";
import { triggerChanges } from "@/lib/conditions/triggers/schema";
import { emailOf } from "./accounts";
import type { Coalition, SeedFields, GivenPledge, GivenStep } from "./coalition";
import { LEADS, type NeedMove, type OfferMove } from "./offers";
import { atOnce, done, found } from "./replayed";
import { ReplayedFindings } from "./replayed-findings";
import type { SeedMove, TriggerMove } from "./timeline";

/** Maps the file's keys to the ids on record. */
export class Replay {
  readonly #sheets = new Map<string, PledgeDetails>();
  readonly #evidence = new Map<string, string>();
  readonly #approvals = new Map<string, Approval>();
  readonly #proposals = new Map<string, string>();
  readonly #findings: ReplayedFindings;

  constructor(
    readonly coalition: Coalition,
    readonly actors: ReadonlyMap<string, Actor>,
  ) {
    this.#findings = new ReplayedFindings(actors);
  }

  take(move: SeedMove): Promise<void> {
    if ("trigger" in move) return replaying(move.at, () => this.#learn(move));
    if ("need" in move) return replaying(move.at, () => this.#need(move));
    if ("offer" in move) return replaying(move.at, () => this.#offer(move));
    if ("finding" in move)
      return replaying(move.at, () => this.#findings.take(move, this.#cited(move.finding.about)));
    const { pledge, step } = move;
    const actor = found(this.actors.get(step.by), `an account ${step.by}`);
    return replaying(step.at, () => this.#take(actor, pledge, step));
  }

  /** Records what became known of a trigger. */
  async #learn({ trigger }: TriggerMove): Promise<void> {
    const manager = found(this.actors.get(emailOf("manager")), "an account of the manager");
    const { code, title: _title, description: _description, waiting: _waiting, evidence, ...given } = trigger;
    const pieces = evidence.map(({ field: _field, claims: _claims, source, ...piece }) => ({
      ...piece,
      source: this.#document(source),
    }));
    const changes = triggerChanges.parse({ ...given, evidence: pieces });
    const changed = await changeTrigger(manager, { code, ifMatch: 1, changes });
    if (!changed.ok) throw new Error(`${code} was refused: ${JSON.stringify(changed.refusal)}`);
  }

  async #need({ need: { key, ...given } }: NeedMove): Promise<void> {
    const manager = found(this.actors.get(emailOf("manager")), "an account of the manager");
    const input = requirementInput.parse({ ...given, reference: key, lead: LEADS[key] ?? null });
    const made = await recordRequirement(manager, input);
    if (!made.ok) throw new Error(`${key} was refused: ${JSON.stringify(made.refusal)}`);
  }

  async #offer({ offer }: OfferMove): Promise<void> {
    const manager = found(this.actors.get(emailOf("manager")), "an account of the manager");
    const { reference: pledge, contributions } = this.#sheet(offer.pledge);
    const contribution = found(contributions[offer.line], `line ${offer.line} of ${offer.pledge}`).id;
    const { fit = null, reason = null } = offer;
    const input = offerInput.parse({ pledge, contribution, fit, reason });
    const made = await makeOffer(manager, { reference: offer.requirement, ...input });
    if (!made.ok)
      throw new Error(
        `${offer.pledge} for ${offer.requirement} was refused: ${JSON.stringify(made.refusal)}`,
      );
  }

  /** The document, by a piece of evidence on record that cites it. */
  #cited(source: string): string {
    for (const { key, evidence } of this.coalition.pledges)
      for (const { id } of evidence.filter((piece) => piece.source === source)) {
        const piece = this.#evidence.get(`${key} ${id}`);
        const cited = this.#sheets.get(key)?.evidence.find((one) => one.id === piece)?.source.id;
        if (cited !== undefined) return `source:${cited}`;
      }
    throw new Error(`${source} is cited by no evidence on record`);
  }

  async #take(actor: Actor, pledge: GivenPledge, step: GivenStep): Promise<void> {
    if (step.act === "accept") await this.#accept(actor, pledge, step);
    else await this.#do(actor, pledge, step);
    for (const key of step.approvals ?? []) await this.#approve(actor, pledge, key, step);
    if (step.do !== "log" && step.set) await this.#change(actor, pledge, step.set, step);
    await this.#wait(actor, pledge, step);
  }

  async #do(actor: Actor, pledge: GivenPledge, step: GivenStep): Promise<void> {
    switch (step.do) {
      case "log":
        await this.#log(actor, pledge, step);
        break;
      case "evidence":
        for (const id of step.evidence ?? []) await this.#addEvidence(actor, pledge, id, step);
        break;
      case "retract":
        for (const id of step.evidence ?? []) await this.#retract(actor, pledge, id, step);
        break;
      case "confirm":
        this.#keep(
          pledge,
          done(
            await confirmPledge(actor, { ...this.#named(pledge), on: step.lastConfirmedOn }, step.at),
            step,
          ),
        );
        break;
      case "quantity":
        await this.#change(actor, pledge, { contributions: this.#linesWith(pledge, step) }, step);
        break;
      case "comment":
        done(await writeComment(actor, { ...this.#named(pledge), text: step.text ?? "" }), step);
        break;
      case "stage":
        await this.#setStage(actor, pledge, { to: step.to }, step);
        break;
      case "supersede":
        await this.#setStage(
          actor,
          pledge,
          { to: "SUPERSEDED", successor: this.#sheet(step.successor).reference },
          step,
        );
    }
  }

  async #log(actor: Actor, pledge: GivenPledge, step: GivenStep): Promise<void> {
    const {
      key: _key,
      stageReason: _why,
      condition: _condition,
      supersedes: _older,
      steps: _steps,
      ...given
    } = pledge;
    const { condition: _then, ...different } = step.set ?? {};
    const ids = step.evidence ?? [];
    const { lastConfirmedOn: _now, ...written } = { ...given, ...different };
    const input = pledgeInput.parse({
      ...written,
      stage: step.stage,
      evidence: ids.map((id) => this.#given(pledge, id)),
      ...(step.lastConfirmedOn && { lastConfirmedOn: step.lastConfirmedOn }),
      ...(step.stageReason && { reason: step.stageReason }),
    });
    const sheet = done(await logPledge(actor, input, step.at), step);
    ids.forEach((id, index) => this.#evidence.set(`${pledge.key} ${id}`, sheet.evidence[index]?.id ?? ""));
    this.#keep(pledge, sheet);
  }

  async #addEvidence(actor: Actor, pledge: GivenPledge, id: string, step: GivenStep): Promise<void> {
    const evidence = evidenceInput.parse(this.#given(pledge, id));
    const sheet = done(await addEvidence(actor, { ...this.#named(pledge), evidence }, step.at), step);
    this.#evidence.set(`${pledge.key} ${id}`, sheet.evidence.at(-1)?.id ?? "");
    this.#keep(pledge, sheet);
  }

  async #retract(actor: Actor, pledge: GivenPledge, id: string, step: GivenStep): Promise<void> {
    const retraction = { id: this.#piece(pledge, id), reason: step.reason };
    this.#keep(pledge, done(await retractEvidence(actor, retraction, step.at), step));
  }

  async #setStage(actor: Actor, pledge: GivenPledge, wish: SeedFields, step: GivenStep): Promise<void> {
    const evidence = (step.evidence ?? []).map((id) => this.#evidence.get(`${pledge.key} ${id}`));
    const input = stageInput.parse({ ...wish, evidence, ...(step.reason && { reason: step.reason }) });
    this.#settle(pledge, done(await setStage(actor, { ...this.#held(pledge), ...input }, step.at), step));
  }

  async #accept(actor: Actor, pledge: GivenPledge, step: GivenStep): Promise<void> {
    const id = found(this.#proposals.get(pledge.key), `a proposal on ${pledge.key}`);
    const decision = { id, decision: "APPROVE", note: null } as const;
    done(await decideProposal(actor, decision), step);
    this.#keep(pledge, done(await loadPledge(actor, this.#named(pledge).reference, step.at), step));
  }

  async #change(actor: Actor, pledge: GivenPledge, fields: SeedFields, step: GivenStep): Promise<void> {
    const { condition: _condition, ...kept } = fields;
    if (Object.keys(kept).length === 0) return;
    const changes = pledgeChanges.parse(kept);
    this.#settle(pledge, done(await changePledge(actor, { ...this.#held(pledge), changes }, step.at), step));
  }

  /** The condition from this step on, if the step names one; a new pledge has the file's, unless it differed then. */
  async #wait(actor: Actor, pledge: GivenPledge, step: GivenStep): Promise<void> {
    const said = step.set?.condition as Condition | null | undefined;
    const given = said === undefined && step.do === "log" ? pledge.condition : said;
    if (given === undefined || (given === null && step.do === "log")) return;
    const input = conditionInput.parse({ condition: given && this.#onRecord(pledge, given) });
    this.#settle(pledge, done(await setCondition(actor, { ...this.#held(pledge), ...input }, step.at), step));
  }

  /** A condition with keys replaced by the ids on record. */
  #onRecord(pledge: GivenPledge, condition: Condition): Condition | null {
    return withLeaves(condition, ({ evidence, ...given }) => {
      const leaf: Leaf = evidence
        ? { ...given, evidence: evidence.map((id) => this.#piece(pledge, id)) }
        : given;
      if ("pledge" in leaf) return { ...leaf, pledge: this.#sheet(leaf.pledge).reference };
      return "approval" in leaf
        ? { ...leaf, approval: found(this.#approvals.get(leaf.approval), leaf.approval).id }
        : leaf;
    });
  }

  #piece = ({ key }: GivenPledge, id: string): string =>
    found(this.#evidence.get(`${key} ${id}`), `${key} ${id}`);

  /** Recorded with the first pledge that it serves, then linked to the others. */
  async #approve(actor: Actor, pledge: GivenPledge, key: string, step: GivenStep): Promise<void> {
    const { reference } = this.#named(pledge);
    const known = this.#approvals.get(key);
    if (known) {
      const changes = { serves: [...known.serves, reference] };
      const change = { id: known.id, ifMatch: known.version, changes };
      this.#approvals.set(key, atOnce(done(await changeApproval(actor, change), step), key));
      return;
    }
    const { key: _key, ...given } = found(
      this.coalition.approvals.find((one) => one.key === key),
      key,
    );
    const input = approvalInput.parse({ ...given, serves: [reference] });
    this.#approvals.set(key, atOnce(done(await recordApproval(actor, input), step), key));
  }

  /** A piece of the pledge's evidence with its document, as a form would send it. */
  #given(pledge: GivenPledge, id: string): SeedFields {
    const {
      id: _id,
      source: cited,
      ...piece
    } = found(
      pledge.evidence.find((one) => one.id === id),
      id,
    );
    return { ...piece, source: this.#document(cited) };
  }

  #document(cited: string): SeedFields {
    const { id: _key, ...source } = found(
      this.coalition.sources.find((one) => one.id === cited),
      cited,
    );
    return source;
  }

  #linesWith(pledge: GivenPledge, step: GivenStep): SeedFields[] {
    return this.#sheet(pledge.key).contributions.map((line, index) =>
      index === step.contribution ? { ...line, quantity: step.quantity } : { ...line },
    );
  }

  #settle(pledge: GivenPledge, { done: sheet, proposal }: ProposedOutcome<PledgeDetails>): void {
    if (sheet === null) this.#proposals.set(pledge.key, proposal.id);
    else this.#keep(pledge, sheet);
  }

  #keep(pledge: GivenPledge, sheet: PledgeDetails): void {
    this.#sheets.set(pledge.key, sheet);
  }

  #sheet(key: string | undefined): PledgeDetails {
    return found(this.#sheets.get(key ?? ""), `pledge ${key}`);
  }

  #named(pledge: GivenPledge): { reference: string } {
    return { reference: this.#sheet(pledge.key).reference };
  }

  #held(pledge: GivenPledge): { reference: string; ifMatch: number } {
    return { ...this.#named(pledge), ifMatch: this.#sheet(pledge.key).version };
  }
}
