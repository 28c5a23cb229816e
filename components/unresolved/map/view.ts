import { cellName, type CellPlace } from "@/components/unresolved/coverage/view";
import { viewHref } from "@/components/ui/address/view-href";
import { isPriority, type Priority } from "@/lib/domain/base/priority";

export interface MapView {
  priority: Priority;
  cell: CellPlace | null;
}

/** The deterrent force: most statements, and most refusals, are about it. */
const FIRST: Priority = 3;

/** An opened cell names its priority. */
export function readMapView(priority: string | null, cell: string | null): MapView {
  const [, participant, digit] = /^([A-Z]{2,4})-([1-5])$/.exec(cell ?? "") ?? [];
  const asked = Number(digit ?? priority);
  const one = isPriority(asked) ? asked : FIRST;
  return { priority: one, cell: participant === undefined ? null : { participant, priority: one } };
}

export function mapHref({ priority, cell }: MapView): string {
  return viewHref("/coverage/map", cell ? { cell: cellName(cell) } : { priority });
}

/** The same participant on another priority. */
export const onPriority = (view: MapView, priority: Priority): MapView => ({
  priority,
  cell: view.cell && { ...view.cell, priority },
});
