import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { referenceLook } from "@/components/ui/looks";
import type { Actor } from "@/lib/domain/people/actor";
import type { LoggedRecord } from "@/lib/domain/log/logged";
import { translator } from "@/lib/i18n/translator";
import { logRecordHref } from "./record-href";

const t = translator("audit");

/** A record by its reference and title at the time, with a link where it has a page. */
export function RecordLink({ actor, record }: { actor: Actor; record: LoggedRecord }) {
  const { type, reference, title } = record;
  const href = logRecordHref(actor, record);
  const name = reference ?? title ?? t(`type.${type}`);
  return (
    <>
      {href === null ? (
        name
      ) : (
        <a {...(reference === null ? {} : { className: referenceLook() })} href={href}>
          {name}
        </a>
      )}
      {reference === null || title === null ? null : <> {title}</>}
      <CoalitionMark reference={reference} />
    </>
  );
}
