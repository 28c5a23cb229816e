// Each participant's place: a shape on the map, or a tile next to it. Nobody is left out.
import type { Coverage, CoverageCell } from "@/lib/domain/unresolved/matrix";
import type { Participant } from "@/lib/domain/people/participant";
import type { Priority } from "@/lib/domain/base/priority";
import { inOrder } from "@/lib/i18n/numbers";
import { participantName } from "@/lib/i18n/words/participant-name";
import drawn from "./shapes.json";

/** A country in the frame, participant or not. Outline and label position are in units of the frame. */
export interface Shape {
  code: string;
  d: string;
  at: readonly [number, number];
  /** The side of a square as large as its largest piece. */
  room: number;
}

export const FRAME = { width: drawn.width, height: drawn.height };
export const MAP_SHAPES = drawn.shapes as unknown as readonly Shape[];

export interface MapPlace {
  code: string;
  name: string;
  cell: CoverageCell;
  shape: Shape | null;
  /** Next to the map: outside the frame, an organisation, or too small for a label. */
  tile: boolean;
}

/** Room that a digit needs. */
const LEAST_ROOM = 20;

/** Participants on one priority: most unresolved items first, then by name. */
export function mapPlaces(
  coverage: Coverage,
  participants: readonly Pick<Participant, "code" | "names">[],
  priority: Priority,
): MapPlace[] {
  const cells = new Map(
    coverage.cells.flatMap((cell) => (cell.priority === priority ? [[cell.participant, cell] as const] : [])),
  );
  return participants
    .flatMap(({ code, names }): MapPlace[] => {
      const cell = cells.get(code);
      const shape = MAP_SHAPES.find((one) => one.code === code) ?? null;
      const tile = shape === null || shape.room < LEAST_ROOM;
      return cell ? [{ code, name: participantName({ code, names }), cell, shape, tile }] : [];
    })
    .sort((a, b) => b.cell.unresolved - a.cell.unresolved || inOrder(a.name, b.name));
}

/** The matrix with the cells of one priority alone. */
export const onlyOn = (coverage: Coverage, priority: Priority): Coverage => ({
  ...coverage,
  cells: coverage.cells.filter((cell) => cell.priority === priority),
});
