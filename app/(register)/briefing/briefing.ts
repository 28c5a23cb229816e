import type { Briefing } from "@/components/unresolved/briefing/view";
import { loadBaselines } from "@/lib/history/baselines/queries";
import { loadCitations, loadForemost } from "@/lib/unresolved/briefing/queries";
import { loadChanges } from "@/lib/history/changes/queries";
import { loadCycles } from "@/lib/conditions/deadlocks/queries";
import type { Actor } from "@/lib/domain/people/actor";
import { LARGEST_LIMIT } from "@/lib/domain/base/listing";
import type { KeystoneFilter } from "@/lib/domain/conditions/keystone-list";
import type { Reading } from "@/lib/domain/conditions/without-inferred";
import type { UnresolvedFilter } from "@/lib/domain/unresolved/summary";
import type { Baseline } from "@/lib/domain/oversight/baseline";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import { ok, type Result } from "@/lib/domain/base/result";
import { loadKeystones } from "@/lib/conditions/keystones/queries";
import { loadRequirements } from "@/lib/requirements/queries";
import { loadUnresolved } from "@/lib/unresolved/unresolved/queries";

/** Lines per list: a briefing is read in a minute. */
const SHOWN = 5;
const KEYSTONES = 4;

/** A briefing on all participants or on one. */
export async function loadBriefing(
  actor: Actor,
  participant: string | null,
  inferred: Reading,
  at: NowOrAsOf,
): Promise<Result<Briefing>> {
  const whose = participant === null ? [] : [participant];
  const baselines = await loadBaselines(actor, at);
  if (!baselines.ok) return baselines;
  const [summary, foremost, keystones, cycles, requirements] = await Promise.all([
    loadUnresolved(actor, { ...BY_CODE, participant: whose }, at),
    loadForemost(actor, participant, at),
    loadKeystones(actor, { ...HOLDING_BACK, inferred, participant: whose }, at),
    loadCycles(actor, at),
    loadRequirements(actor, MOST_NEEDED, at),
  ]);
  // Not in parallel: computing the past for the first time blocks this process, and no other query should
  // hold a connection meanwhile.
  const changes = await changesSince(actor, baselines.value[0], whose, at);
  if (!summary.ok) return summary;
  if (!foremost.ok) return foremost;
  if (!changes.ok) return changes;
  if (!keystones.ok) return keystones;
  if (!cycles.ok) return cycles;
  if (!requirements.ok) return requirements;

  const briefing: Omit<Briefing, "cited"> = {
    participant,
    inferred,
    summary: summary.value,
    ...foremost.value,
    changes: changes.value,
    keystones: keystones.value.items,
    deadlocks: cycles.value.items.filter(
      ({ isDeadlock, isDeadlockAsStated, participants }) =>
        (inferred === "with" ? isDeadlock : isDeadlockAsStated) &&
        (participant === null || participants.includes(participant)),
    ),
    shortfalls: requirements.value
      .filter(({ coverage }) => coverage.shortfall > 0n)
      .filter(
        ({ coverage }) =>
          participant === null || coverage.offers.some(({ pledge }) => pledge.participant === participant),
      )
      .slice(0, SHOWN),
  };
  const cited = await loadCitations(actor, referencesIn(briefing), at);
  return cited.ok ? ok({ ...briefing, cited: cited.value }) : cited;
}

const BY_CODE: Omit<UnresolvedFilter, "participant"> = {
  group: "code",
  class: [],
  code: [],
  priority: [],
  owner: [],
  since: null,
  against: null,
  after: null,
  limit: 0,
};

const HOLDING_BACK: Omit<KeystoneFilter, "participant" | "inferred"> = {
  kind: [],
  dormant: "without",
  sort: "necessary",
  turned: false,
  after: null,
  limit: KEYSTONES,
};

const MOST_NEEDED: Parameters<typeof loadRequirements>[1] = {
  priority: [],
  criticality: [],
  closed: "without",
  sort: "criticality",
};

/** Changes since the latest baseline; null while there is none. */
async function changesSince(
  actor: Actor,
  baseline: Baseline | undefined,
  participant: string[],
  at: NowOrAsOf,
): Promise<Result<Briefing["changes"]>> {
  if (!baseline) return ok(null);
  const since = { is: "instant", at: baseline.asOf } as const;
  const changes = await loadChanges(
    actor,
    {
      since,
      until: null,
      group: "participant",
      participant,
      priority: [],
      class: [],
      show: null,
      after: 0,
      limit: LARGEST_LIMIT,
    },
    at,
  );
  return changes.ok ? ok({ ...changes.value, baseline }) : changes;
}

function referencesIn({ oldest, blocked, changes, keystones }: Omit<Briefing, "cited">): (string | null)[] {
  const leaves = keystones.flatMap(({ leaf }) => ("pledge" in leaf ? [leaf.pledge] : []));
  const rows = [
    ...oldest,
    ...blocked,
    ...(changes ? [...changes.new, ...changes.logged, ...changes.moved, ...changes.declined] : []),
  ];
  return [...rows.map(({ reference }) => reference), ...leaves];
}
