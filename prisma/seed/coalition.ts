// The demonstration's file: pledges as of its clock, and the steps that led there.
import { readFile } from "node:fs/promises";
import type { Condition } from "@/lib/domain/pledge/condition";
import type { Approval } from "@/lib/domain/pledge/approval";
import type { Day, Instant } from "@/lib/domain/base/day";
import type { Participant } from "@/lib/domain/people/participant";
import type { Stage } from "@/lib/domain/pledge/stages";

export interface Coalition {
  clock: Instant;
  timeZone: string;
  participants: Pick<Participant, "code" | "kind" | "role" | "names" | "joinedOn">[];
  sources: ({ id: string; publishedOn: Day | null } & SeedFields)[];
  approvals: ({ key: string } & Omit<Approval, "id" | "version" | "createdAt" | "updatedAt">)[];
  triggers: GivenTrigger[];
  requirements: ({ key: string } & SeedFields)[];
  pledges: GivenPledge[];
  findings: GivenFinding[];
  baseline: { name: string; asOf: Instant };
}

/** Unparsed input for a schema, like anyone else's. */
export type SeedFields = Record<string, unknown>;

/** A pledge with the fields that a form would send. */
export interface GivenPledge extends SeedFields {
  key: string;
  participant: string;
  priority: number;
  stage: Stage;
  lastConfirmedOn: Day | null;
  /** With pledges and approvals by key. */
  condition: Condition | null;
  contributions: SeedFields[];
  evidence: ({ id: string; source: string } & SeedFields)[];
  steps: GivenStep[];
  /** Reported after the demonstration's clock: it has no steps and is left out. */
  afterDemoClock?: boolean;
}

/** A fact of the world as of the clock; nothing was known of it before `since`. */
export interface GivenTrigger extends SeedFields {
  code: string;
  since: Day;
  evidence: ({ source: string } & SeedFields)[];
}

/** Something that a document says and nobody pledged: the auditor notes it, and the manager answers. */
export interface GivenFinding {
  at: Instant;
  /** Id of a source that a pledge cites. */
  about: string;
  text: string;
  answer: { at: Instant; text: string };
}

export interface GivenStep {
  at: Instant;
  by: string;
  do: "log" | "evidence" | "retract" | "confirm" | "quantity" | "comment" | "stage" | "supersede";
  act?: "set" | "propose" | "accept";
  stage?: Stage;
  stageReason?: string;
  lastConfirmedOn?: Day;
  /** Indexes in the pledge's own list of evidence. */
  evidence?: string[];
  approvals?: string[];
  set?: SeedFields;
  contribution?: number;
  quantity?: SeedFields;
  text?: string;
  to?: Stage;
  reason?: string;
  successor?: string;
}

export async function readCoalition(): Promise<Coalition> {
  return JSON.parse(await readFile(new URL("./coalition.json", import.meta.url), "utf8")) as Coalition;
}
