import { CHANGE_SECTIONS, type RegisterChanges, type ChangeSection } from "@/lib/domain/history/changes";
import { ItemSection } from "./item-section";
import { NoChanges } from "./nothing";
import { PledgeSection } from "./pledge-section";
import type { ChangesView } from "./view";

interface Given {
  changes: RegisterChanges & { counts: Record<ChangeSection, number>; next: string | null };
  view: ChangesView;
  participants: Readonly<Record<string, string>>;
  /** Not the first page of the section. */
  further: boolean;
}

/** The sections that have rows, or the one in the address. */
export function ChangesSections({ changes, view, participants, further }: Given) {
  const shown = CHANGE_SECTIONS.filter(
    (name) => (view.show === null || view.show === name) && changes.counts[name] > 0,
  );
  if (shown.length === 0) return <NoChanges view={view} />;
  return shown.map((name) => {
    const given = { count: changes.counts[name], view, next: changes.next, further, participants };
    return name === "new" || name === "resolved" || name === "open" ? (
      <ItemSection key={name} name={name} rows={changes[name]} {...given} />
    ) : (
      <PledgeSection key={name} name={name} rows={changes[name]} {...given} />
    );
  });
}
