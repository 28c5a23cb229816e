// What a change may read inside its transaction, by noun. A locked record can't be changed by others until the end. The
// lock comes first and the read after it, as a separate statement, so that the read is current.
import type { EntityType } from "@/lib/domain/base/audit";
import type { RecordKey, TitledRecord } from "@/lib/domain/oversight/record-key";
import type { Conflict } from "@/lib/domain/base/refusal";
import type { Transaction } from "../../connection";
import { selectNamed } from "../../statements/record-names";
import type { RecordOf } from "../../records/record-of";
import { conflictWith } from "../conflict";
import { accountProposals } from "./account-proposals";
import { approvalRows, rulings } from "./approvals";
import { conditionsOf, triggerRows } from "./conditions";
import { accessLog, comments, findings, imports, questions } from "./oversight";
import { handovers, participantRows, people } from "./people";
import { draftsIn } from "./drafts";
import { identitiesIn } from "./identities";
import { linesIn } from "./lines";
import { passkeysIn } from "./passkeys";
import { pledgesIn } from "./pledges";
import { proposals } from "./proposals";
import { baselines, register } from "./register";
import { deliveriesIn, offersIn, requirementRows, scenarios } from "./requirements";
import { signInGroupsIn } from "./sign-in-groups";
import { sourcesIn } from "./sources";
import { tokensIn } from "./tokens";
import { webhooksIn } from "./webhooks";

export const recordsIn = (q: Transaction, timeZone: string) => ({
  pledges: pledgesIn(q),
  lines: linesIn(q),
  sources: sourcesIn(q),
  drafts: draftsIn(q),
  approvals: approvalRows(q),
  rulings: rulings(q),
  proposals: proposals(q),
  accountProposals: accountProposals(q),
  deliveries: deliveriesIn(q),
  requirements: requirementRows(q),
  offers: offersIn(q),
  scenarios: scenarios(q),
  triggers: triggerRows(q),
  conditions: conditionsOf(q),
  people: people(q),
  tokens: tokensIn(q),
  passkeys: passkeysIn(q),
  webhooks: webhooksIn(q),
  identities: identitiesIn(q),
  signInGroups: signInGroupsIn(q),
  handovers: handovers(q),
  participants: participantRows(q),
  register: register(q),
  baselines: baselines(q, timeZone),
  comments: comments(q),
  findings: findings(q),
  questions: questions(q),
  imports: imports(q),
  accessLog: accessLog(q),
  /** A record of any kind. The caller doesn't change it, so it isn't locked. */
  findNamed: async (name: RecordKey): Promise<TitledRecord | null> =>
    (await selectNamed(q, name.kind, [name.key]))[0] ?? null,
  /** Changes to a record since the client's version. */
  conflict: <E extends EntityType>(entity: E, current: RecordOf[E], version: number): Promise<Conflict> =>
    conflictWith(q, entity, current, version),
});

export type RecordsIn = ReturnType<typeof recordsIn>;
