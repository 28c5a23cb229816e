import { asOfHref } from "@/components/ui/address/as-of-href";
import type { NamedGraph } from "@/lib/domain/conditions/graph/graph";
import { dayInWords } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/translator";

const t = translator("graph");

/** The day since which a deadlock is shut, next to the drawing. */
export function DeadlockLine({ graph }: { graph: NamedGraph }) {
  const shut = graph.cycles.find(({ isDeadlock }) => isDeadlock);
  if (!shut) return null;
  return (
    <p className="mt-3">
      {t.rich("deadlock", {
        since: dayInWords(shut.since),
        pledges: shut.boxes.length,
        b: (words) => <b className="text-blocked-ink">{words}</b>,
        more: (words) => <a href={asOfHref("/conditions#deadlocks")}>{words}</a>,
      })}
    </p>
  );
}
