// Rows of the matrix: participants by role, then by unresolved items or by name.
import type { Coverage, CoverageCell } from "@/lib/domain/unresolved/matrix";
import type { Day } from "@/lib/domain/base/day";
import { PARTICIPANT_ROLES, type Participant, type ParticipantRole } from "@/lib/domain/people/participant";
import { inOrder } from "@/lib/i18n/numbers";
import { participantName } from "@/lib/i18n/words/participant-name";
import type { RowOrder } from "./view";

export interface MatrixRow {
  code: string;
  name: string;
  leftOn: Day | null;
  cells: readonly CoverageCell[];
  total: number;
}

export interface RowGroup {
  role: ParticipantRole;
  rows: readonly MatrixRow[];
  /** Whether a position is expected of any of them. */
  expected: boolean;
}

export function rowGroups(
  coverage: Coverage,
  participants: readonly Pick<Participant, "code" | "role" | "names" | "leftOn">[],
  order: RowOrder,
): RowGroup[] {
  const row = ({ code, names, leftOn }: Pick<Participant, "code" | "names" | "leftOn">): MatrixRow => ({
    code,
    leftOn,
    name: participantName({ code, names }),
    cells: coverage.cells.filter((cell) => cell.participant === code).sort((a, b) => a.priority - b.priority),
    total: coverage.totals.participants[code] ?? 0,
  });
  return PARTICIPANT_ROLES.map((role) => {
    const rows = participants.filter((one) => one.role === role).map(row);
    rows.sort((a, b) => (order === "unresolved" ? b.total - a.total : 0) || inOrder(a.name, b.name));
    return { role, rows, expected: rows.some(({ cells: own }) => own.some((cell) => cell.expected)) };
  }).filter(({ rows }) => rows.length > 0);
}
