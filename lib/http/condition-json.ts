// Keystones, cycles and effects of a trigger change as JSON: of long lists the first few.
import type { CycleDetails } from "@/lib/domain/conditions/cycle-details";
import type { KeystoneHindrance } from "@/lib/domain/conditions/keystone";
import { keystoneKind } from "@/lib/domain/conditions/keystone-list";
import type { KeystoneRow } from "@/lib/domain/conditions/keystone-details";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { leafName } from "@/lib/domain/conditions/leaf-name";
import { countedTo, type Listed } from "@/lib/domain/base/listing";
import type { TriggerEffect } from "@/lib/domain/unresolved/trigger-effect";
import { leafTitle } from "@/lib/i18n/words/leaf-words";

export const keystonesJson = ({
  items,
  next,
  total,
  capped,
  waiting,
}: Listed<KeystoneRow> & { waiting: number }) => ({
  items: items.map(keystoneJson),
  next,
  total,
  capped,
  waiting,
});

const keystoneJson = (row: KeystoneRow) => ({
  name: leafName(row.leaf),
  leaf: row.leaf,
  kind: keystoneKind(row),
  title: leafTitle(row.leaf, row.facts),
  dormant: row.isDormant,
  holds: row.truth,
  participants: row.participants,
  named: someOf(row.named),
  necessary: someOf(row.necessary),
  frees: someOf(row.frees),
  freesAssumed: someOf(row.freesAssumed),
  next: hindrancesJson(row.next, row.facts),
});

export const cyclesJson = ({ items, total }: { items: readonly CycleDetails[]; total: number }) => ({
  items: items.map(cycleJson),
  next: null,
  ...countedTo(total),
});

const cycleJson = (cycle: CycleDetails) => ({
  pledges: cycle.pledges.slice(0, MOST),
  participants: cycle.participants,
  deadlock: cycle.isDeadlock,
  since: cycle.since,
  edges: cycle.edges.slice(0, MOST),
  openers: cycle.openers.slice(0, MOST).map((leaf) => ({ leaf, title: leafTitle(leaf, cycle.facts) })),
  evidence: cycle.evidence.map(
    ({ pledge, id, kind, reliability, credibility, supports, claims, source }) => ({
      pledge,
      id,
      kind,
      reliability,
      credibility,
      supports,
      claims,
      source: source.id,
      publisher: source.publisher,
    }),
  ),
});

export const effectJson = ({ effect, facts }: { effect: TriggerEffect; facts: LeafFacts }) => ({
  freed: someOf(effect.freed),
  stopped: someOf(effect.stopped),
  waiting: effect.waiting,
  next: hindrancesJson(effect.hindrances, facts),
  items: effect.items,
  counted: effect.counted,
});

const MOST = 50;

const someOf = (references: readonly string[]) => ({
  count: references.length,
  pledges: references.slice(0, MOST),
});

const hindrancesJson = (found: readonly KeystoneHindrance[], facts: LeafFacts) =>
  found.map(({ leaf, pledges }) => ({ leaf, title: leafTitle(leaf, facts), pledges }));
