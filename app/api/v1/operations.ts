// Every operation of the API.
import { personOperations } from "@/lib/people/people/operations";
import { signInGroupOperations } from "@/lib/people/sign-in-groups/operations";
import { tokenOperations } from "@/lib/people/tokens/operations";
import { definitionOperations } from "@/lib/workspace/definitions/operations";
import { filterTermOperations } from "./filter-terms";
import { graphOperations } from "./graph";
import { placeOperations } from "./places";
import { proofOperations } from "./proof";
import { viewOperations } from "./views";
import { briefingOperations } from "./briefing";
import { webhookOperations } from "./webhooks";
import { whatMattersOperations } from "./what-matters";
import { participantOperations } from "@/lib/people/participants/operations";
import { pledgeOperations } from "@/lib/pledges/pledges/operations";
import { unresolvedOperations } from "@/lib/unresolved/unresolved/operations";
import { chartOperations } from "@/lib/unresolved/charts/operations";
import { coverageOperations } from "@/lib/unresolved/coverage/operations";
import { requirementOperations } from "@/lib/requirements/operations";
import { sourceOperations } from "@/lib/pledges/sources/operations";
import { changeOperations } from "@/lib/history/changes/operations";
import { feedOperations } from "@/lib/history/feed/operations";
import { newsOperations } from "@/lib/history/news/operations";
import { commentOperations } from "@/lib/pledges/comments/operations";
import { suggestionOperations } from "@/lib/pledges/suggestions/operations";
import { draftOperations } from "@/lib/pledges/drafts/operations";
import { deliveryOperations } from "@/lib/pledges/deliveries/operations";
import { approvalOperations } from "@/lib/pledges/approvals/operations";
import { proposalOperations } from "./proposals";
import { triggerOperations } from "@/lib/conditions/triggers/operations";
import { conditionOperations } from "@/lib/conditions/conditions/operations";
import { scenarioOperations } from "@/lib/conditions/scenarios/operations";
import { smallestSetsOperations } from "@/lib/conditions/smallest-sets/operations";
import { keystoneOperations } from "@/lib/conditions/keystones/operations";
import { deadlockOperations } from "@/lib/conditions/deadlocks/operations";
import { handoverOperations } from "@/lib/people/handovers/operations";
import { rulingOperations } from "@/lib/review/rulings/operations";
import { fileOperations } from "@/lib/pledges/files/operations";
import { baselineOperations } from "@/lib/history/baselines/operations";
import { auditOperations } from "@/lib/history/audit/operations";
import { accessOperations } from "@/lib/oversight/access/operations";
import { checkpointOperations } from "@/lib/trust/checkpoints/operations";
import { findingOperations } from "@/lib/oversight/findings/operations";
import { calendarOperations } from "@/lib/workspace/calendar/operations";
import { questionOperations } from "@/lib/oversight/questions/operations";
import { inboxOperations } from "@/lib/inbox/inbox/operations";
import { watchOperations } from "@/lib/inbox/watches/operations";
import { entryLagOperations } from "@/lib/oversight/entry-lag/operations";
import { sampleOperations } from "@/lib/trust/sample/operations";
import { packageOperations } from "@/lib/exports/operations";
import { exportOperations } from "./exports";
import { importOperations } from "@/lib/imports/operations";
import { settingsOperations } from "@/lib/workspace/settings/operations";
import { z } from "zod";
import { one } from "@/lib/api/answer";
import { anyone, operation, type Operation } from "@/lib/api/operation";
import { ok } from "@/lib/domain/base/result";
import { describe, type OpenApi } from "@/lib/http/openapi";

const ALL = [
  operation({
    method: "GET",
    path: "/openapi.json",
    summary: "Get this OpenAPI document",
    may: anyone,
    answer: one(z.looseObject({ openapi: z.string() })),
    run: () => ok(openapi()),
  }),
  ...personOperations,
  ...proofOperations,
  ...signInGroupOperations,
  ...tokenOperations,
  ...webhookOperations,
  ...definitionOperations,
  ...placeOperations,
  ...filterTermOperations,
  ...viewOperations,
  ...participantOperations,
  ...pledgeOperations,
  ...unresolvedOperations,
  ...coverageOperations,
  ...chartOperations,
  ...whatMattersOperations,
  ...briefingOperations,
  ...requirementOperations,
  ...sourceOperations,
  ...changeOperations,
  ...newsOperations,
  ...feedOperations,
  ...commentOperations,
  ...suggestionOperations,
  ...draftOperations,
  ...deliveryOperations,
  ...approvalOperations,
  ...proposalOperations,
  ...triggerOperations,
  ...conditionOperations,
  ...scenarioOperations,
  ...smallestSetsOperations,
  ...keystoneOperations,
  ...deadlockOperations,
  ...graphOperations,
  ...handoverOperations,
  ...rulingOperations,
  ...fileOperations,
  ...baselineOperations,
  ...auditOperations,
  ...accessOperations,
  ...checkpointOperations,
  ...findingOperations,
  ...questionOperations,
  ...calendarOperations,
  ...inboxOperations,
  ...watchOperations,
  ...entryLagOperations,
  ...sampleOperations,
  ...packageOperations,
  ...exportOperations,
  ...importOperations,
  ...settingsOperations,
];

export const OPERATIONS: readonly Operation[] = ALL;

declare module "@/lib/client/api" {
  /** What the forms of pages may send, and what they read. */
  interface Api {
    operations: (typeof ALL)[number];
  }
}

let described: OpenApi | null = null;

export const openapi = (): OpenApi => (described ??= describe(OPERATIONS));
