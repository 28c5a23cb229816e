// Figures of the matrix for its sentence and its legend.
import type { Coverage, CoverageCell } from "@/lib/domain/unresolved/matrix";
import { shadesFinding, type ShadesFinding } from "@/lib/domain/unresolved/charts/findings";
import { shadesOf, type Shade } from "@/lib/domain/unresolved/charts/shades";
import { PRIORITIES, type Priority } from "@/lib/domain/base/priority";

export interface CoverageFigures {
  positions: number;
  positionsWithout: number;
  /** Participants with expected positions, none of them stated. */
  silent: string[];
  /** Items of pledges: in all, and on the priority that has most. */
  onPledges: number;
  heaviest: { priority: Priority; items: number } | null;
  /** Classes of the whole matrix, with the cells counted here: those without anything first. */
  ramp: readonly Shade[];
  shades: readonly Shade[];
  shading: ShadesFinding | null;
  declined: number;
}

/** `whole`: the matrix that the shades are cut for, where `coverage` is a part of it. */
export function coverageFigures(
  { cells }: Coverage,
  whole: Pick<Coverage, "cells"> = { cells },
): CoverageFigures {
  const shades = matrixShades(whole);
  const stated = cells.filter(isStated).map(({ unresolved }) => unresolved);
  const expected = cells.filter((cell) => cell.expected);
  const without = expected.filter((cell) => cell.position === "NONE");
  const silent = [...new Set(without.map((cell) => cell.participant))].filter((code) =>
    expected.every((cell) => cell.participant !== code || cell.position === "NONE"),
  );
  const items = PRIORITIES.map((priority) => ({
    priority,
    items: sum(cells.filter((cell) => cell.priority === priority).map(itemsOfPledges)),
  }));
  const heaviest = items.reduce((most, one) => (one.items > most.items ? one : most));
  return {
    positions: expected.length,
    positionsWithout: without.length,
    silent,
    onPledges: sum(items.map((one) => one.items)),
    heaviest: heaviest.items === 0 ? null : heaviest,
    ramp: [{ from: 0, to: 0 }, ...shades].map(({ from, to }) => ({
      from,
      to,
      cells: stated.filter((items) => items >= from && items <= to).length,
    })),
    shades,
    shading: shadesFinding(stated, shades),
    declined: cells.filter((cell) => cell.position === "DECLINED").length,
  };
}

/** It has a pledge that is open or fulfilled. */
export const isStated = ({ position }: CoverageCell): boolean => position === "OPEN" || position === "CLOSED";

const matrixShades = ({ cells }: Pick<Coverage, "cells">): Shade[] =>
  shadesOf(cells.filter(isStated).map(({ unresolved }) => unresolved));

/** A missing pledge is one item of the cell, and of no pledge. */
export const isMissing = ({ position, expected }: CoverageCell): boolean => expected && position === "NONE";

const itemsOfPledges = (cell: CoverageCell): number => cell.unresolved - (isMissing(cell) ? 1 : 0);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
