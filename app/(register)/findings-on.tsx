import { FindingsOnRecord } from "@/components/oversight/findings/on-record";
import { mayNoteFindings } from "@/lib/domain/oversight/finding";
import { isPast } from "@/lib/domain/base/as-of";
import type { RecordKey } from "@/lib/domain/oversight/record-key";
import { loadFindingsOn } from "@/lib/oversight/findings/queries";
import { readAt } from "./read-at";

/** Open findings about a page's record; nothing on a page that shows the past. `noting`: the page notes one. */
export async function FindingsOn({ about, noting = false }: { about: RecordKey; noting?: boolean }) {
  const { actor, at } = await readAt();
  if (isPast(at)) return null;
  const loaded = await loadFindingsOn(actor, about, at);
  if (!loaded.ok) return null;
  return <FindingsOnRecord about={about} {...loaded.value} mayNote={mayNoteFindings(actor) && !noting} />;
}
