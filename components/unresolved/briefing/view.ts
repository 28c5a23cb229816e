// What a briefing shows, loaded by its page.
import type { BriefingCitations, NextStep } from "@/lib/domain/unresolved/briefing";
import type { PledgeChange, ResolvedRow, ChangeSection } from "@/lib/domain/history/changes";
import type { CycleDetails } from "@/lib/domain/conditions/cycle-details";
import type { KeystoneRow } from "@/lib/domain/conditions/keystone-details";
import type { Reading } from "@/lib/domain/conditions/without-inferred";
import type { Baseline } from "@/lib/domain/oversight/baseline";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import type { UnresolvedRow, UnresolvedSummary } from "@/lib/domain/unresolved/summary";

export interface BriefChanges {
  baseline: Baseline;
  counts: Record<ChangeSection, number>;
  new: readonly UnresolvedRow[];
  resolved: readonly ResolvedRow[];
  logged: readonly PledgeChange[];
  moved: readonly PledgeChange[];
  declined: readonly PledgeChange[];
}

export interface Briefing {
  /** Null: all participants. */
  participant: string | null;
  /** Whether our reading of conditions counts in what holds up others. */
  inferred: Reading;
  /** By reason. */
  summary: UnresolvedSummary;
  oldest: readonly UnresolvedRow[];
  blocked: readonly UnresolvedRow[];
  next: readonly NextStep[];
  /** Null without any baseline. */
  changes: BriefChanges | null;
  keystones: readonly KeystoneRow[];
  deadlocks: readonly CycleDetails[];
  shortfalls: readonly RequirementDetails[];
  cited: BriefingCitations;
}

/** Names of participants, by code. */
export type ParticipantNames = Readonly<Record<string, string>>;
