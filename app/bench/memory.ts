// Bare copies of the main pages, built only for `npm run bench`: the same markup, with rows from memory. The
// pages are measured against them.
import { readFileSync } from "node:fs";
import type { DeskToday } from "@/app/(register)/mine/desk-today";
import type { UnresolvedPage } from "@/app/(register)/unresolved/view";
import type { PledgesView } from "@/components/pledges/pledges/view";
import type { ReviewView } from "@/components/review/review/view";
import type { NamesAndOwners } from "@/components/pledges/pledge-form/owners";
import type { Actor } from "@/lib/domain/people/actor";
import type { RegisterFigures } from "@/lib/domain/unresolved/figures";
import type { HistoryEntry } from "@/lib/domain/proposals/history";
import type { Listed } from "@/lib/domain/base/listing";
import type { BelowMatters } from "@/lib/domain/log/managers-page";
import type { ShownMatter } from "@/lib/domain/unresolved/what-matters";
import type { Coverage, ParticipantRow } from "@/lib/domain/unresolved/matrix";
import type { Participant } from "@/lib/domain/people/participant";
import type { NamedPledge } from "@/lib/domain/pledge/pledge";
import type { ProposalRow } from "@/lib/domain/proposals/proposal";
import type { Review } from "@/lib/domain/proposals/review";
import type { PledgeRow, PledgeDetails } from "@/lib/domain/details/pledge-details";
import type { LoadedSettings } from "@/lib/workspace/settings/queries";
import { amountsFromJson } from "@/lib/domain/base/amount";
import { setRegisterZone } from "@/lib/i18n/register-zone";

export interface Memory {
  actor: Actor;
  at: string;
  today: string;
  settings: LoadedSettings;
  figures: RegisterFigures;
  names: NamesAndOwners;
  matters: readonly ShownMatter[];
  below: BelowMatters;
  unresolved: UnresolvedPage;
  coverage: Coverage;
  participants: readonly Participant[];
  list: Listed<PledgeRow> & { view: PledgesView };
  pledge: {
    details: PledgeDetails;
    participant: ParticipantRow;
    history: { items: HistoryEntry[]; next: string | null };
    others: NamedPledge[];
  };
  mine: DeskToday;
  review: Listed<ProposalRow> & { view: ReviewView };
  proposal: Review;
  deciders: readonly { email: string; name: string }[];
}

let kept: Memory | undefined;

/** Read once, then held in memory. */
export function memory(): Memory {
  kept ??= JSON.parse(readFileSync(process.env.BENCH_MEMORY ?? "", "utf8"), amountsFromJson) as Memory;
  setRegisterZone(kept.settings.timeZone);
  return kept;
}
