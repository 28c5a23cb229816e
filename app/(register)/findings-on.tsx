import { FindingsOnRecord } from "@/components/oversight/findings/on-record";
import { mayNoteFindings } from "@/lib/domain/oversight/finding";
import { isPast } from "@/lib/domain/base/as-of";
import type { RecordKey } from "@/lib/domain/oversight/record-key";
import { loadFindingsOn } from "@/lib/oversight/findings/queries";
import { readAt } from "./read-at";

/** The open findings on a page's record, for whoever reads the register as it is. `noting`: one is being noted here. */
export async function FindingsOn({ about, noting = false }: { about: RecordKey; noting?: boolean }) {
  const { actor, at } = await readAt();
  if (isPast(at)) return null;
  const loaded = await loadFindingsOn(actor, about, at);
  if (!loaded.ok) return null;
  return <FindingsOnRecord about={about} {...loaded.value} mayNote={mayNoteFindings(actor) && !noting} />;
}
