import { FindingsOnRecord } from "@/components/oversight/findings/on-record";
import { mayNoteFindings } from "@/lib/domain/oversight/finding";
import { isPast } from "@/lib/domain/base/as-of";
import type { RecordKey } from "@/lib/domain/oversight/record-key";
import { loadFindingsOn } from "@/lib/oversight/findings/queries";
import { readAt } from "./read-at";

interface On {
  about: RecordKey;
  noting?: boolean;
  /** Findings that the page has already loaded. */
  found?: Awaited<ReturnType<typeof loadFindingsOn>> | undefined;
}

/** Open findings about a page's record; nothing on a page that shows the past. `noting`: the page notes one. */
export async function FindingsOn({ about, noting = false, found }: On) {
  const { actor, at } = await readAt();
  if (isPast(at)) return null;
  const loaded = found ?? (await loadFindingsOn(actor, about));
  if (!loaded.ok) return null;
  return <FindingsOnRecord about={about} {...loaded.value} mayNote={mayNoteFindings(actor) && !noting} />;
}
