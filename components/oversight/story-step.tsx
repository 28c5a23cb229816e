import type { ReactNode } from "react";
import { TimelineEntry } from "@/components/tables/timeline-entry";
import type { FindingStep } from "@/lib/domain/oversight/finding-details";
import { translator } from "@/lib/i18n/translator";

const domain = translator("domain");

interface Props {
  step: Pick<FindingStep, "seq" | "at" | "by">;
  /** What they did, and the name of its entry in the log. */
  did: string;
  event: string;
  at: string;
  /** Whether the user may open events in the log. */
  readsLog: boolean;
  children: ReactNode;
}

/** What someone wrote, with author, moment and its event in the log. */
export function StoryStep({ step, did, event, at, readsLog, children }: Props) {
  const { seq, by } = step;
  const role = domain(`role.${by.role}`);
  return (
    <TimelineEntry at={step.at} now={at}>
      <p>
        <b>{by.name}</b> {did}{" "}
        <span className="text-muted">
          {by.name.startsWith(role) ? null : <>({role}) </>}·{" "}
          {readsLog ? <a href={`/audit/${seq}`}>{event}</a> : event}
        </span>
      </p>
      {children}
    </TimelineEntry>
  );
}
