// Bare twins of the main pages, built for `npm run bench` alone: the same markup, its rows from memory. They are
// the floor that the pages are measured against.
import { readFileSync } from "node:fs";
import type { UnresolvedPage } from "@/app/(register)/unresolved/load-view";
import type { Names } from "@/components/ui/names";
import type { Listed } from "@/lib/domain/listing";
import type { Coverage } from "@/lib/domain/matrix";
import type { Participant } from "@/lib/domain/participant";
import type { PledgeRow } from "@/lib/domain/sheet";

export interface Memory {
  today: string;
  timeZone: string;
  unresolved: UnresolvedPage;
  coverage: Coverage;
  participants: Participant[];
  pledges: Listed<PledgeRow>;
  names: Names;
}

let kept: Memory | undefined;

/** Read once; from then on in memory. */
export function memory(): Memory {
  return (kept ??= JSON.parse(readFileSync(process.env.BENCH_MEMORY ?? "", "utf8")) as Memory);
}
