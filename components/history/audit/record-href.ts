import { viewHref } from "@/components/ui/address/view-href";
import { mayReadAccessLog, mayReadPeople, type Actor } from "@/lib/domain/people/actor";
import { mayImport } from "@/lib/domain/import/import";
import type { LoggedRecord } from "@/lib/domain/log/logged";

/** The record's page, if this user may read it; null where it has none. */
export function logRecordHref(actor: Actor, { type, id, reference }: LoggedRecord): string | null {
  const below = (path: string, name: string | null) => (name === null ? null : `${path}/${name}`);
  switch (type) {
    case "register":
      return mayReadPeople(actor) ? "/admin/settings" : null;
    case "person":
      return mayReadPeople(actor) ? below("/admin/people", id) : null;
    case "access":
      return mayReadAccessLog(actor) ? "/access-log" : null;
    case "handover":
      return below("/mine/hand-over", id);
    case "export":
      return "/exports";
    case "import":
      return mayImport(actor) ? below("/imports", id) : null;
    case "baseline":
      return viewHref("/changes", { since: id });
    case "participant":
      return below("/participants", id);
    case "source":
      return below("/sources", id);
    case "proposal":
      return below("/review", id);
    case "trigger":
      return below("/conditions", id);
    case "scenario":
      return below("/scenarios", id);
    case "finding":
      return below("/findings", reference);
    case "question":
      return below("/questions", reference);
    case "requirement":
    case "offer":
      return below("/requirements", reference);
    case "pledge":
    case "approval":
    case "comment":
    case "ruling":
    case "delivery":
      return below("/pledges", reference);
  }
}
