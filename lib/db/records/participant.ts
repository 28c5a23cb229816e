import { PARTICIPANT_KINDS, PARTICIPANT_ROLES, type Participant } from "@/lib/domain/people/participant";
import { participantRecord } from "@/lib/domain/history/record";
import type { Prisma } from "../generated/client";
import type { ParticipantModel } from "../generated/models";
import type { Db } from "../prisma";
import {
  changedColumns,
  date,
  dateOrNull,
  dayOrNull,
  fromJson,
  instantColumn,
  jsonOf,
  oneOfColumn,
  type Stored,
  type Written,
} from "./codec";
import type { RecordStore } from "./store";

export const participantStore: RecordStore<Participant> = {
  table: "participant",
  key: "code",
  idOf: ({ code }) => code,
  nameOf: ({ code }) => code,
  canonical: participantRecord,
  insert: (db, record) => db.participant.create({ data: rowOf(record), select: { code: true } }),
  update: (db, before, after) =>
    db.participant.updateMany({
      where: { code: before.code, version: before.version },
      data: changedColumns(rowOf(before), rowOf(after)),
    }),
};

/** By code. */
export async function selectParticipants(
  db: Db,
  where: Prisma.ParticipantWhereInput = {},
): Promise<Participant[]> {
  return (await db.participant.findMany({ where, orderBy: { code: "asc" } })).map(participantOf);
}

export async function selectParticipant(db: Db, code: string): Promise<Participant | null> {
  const row = await db.participant.findUnique({ where: { code } });
  return row && participantOf(row);
}

export const participantOf = (row: Stored<ParticipantModel>): Participant => ({
  code: row.code,
  kind: oneOfColumn(PARTICIPANT_KINDS, row.kind),
  role: oneOfColumn(PARTICIPANT_ROLES, row.role),
  names: fromJson(row.names),
  joinedOn: dayOrNull(row.joinedOn),
  leftOn: dayOrNull(row.leftOn),
  leftReason: row.leftReason,
  searches: fromJson(row.searches),
  formerNames: fromJson(row.formerNames),
  version: row.version,
  recordedAt: instantColumn(row.recordedAt),
});

const rowOf = (record: Participant) =>
  ({
    code: record.code,
    kind: record.kind,
    role: record.role,
    names: jsonOf(record.names),
    joinedOn: dateOrNull(record.joinedOn),
    leftOn: dateOrNull(record.leftOn),
    leftReason: record.leftReason,
    searches: jsonOf(record.searches),
    formerNames: jsonOf(record.formerNames),
    version: record.version,
    recordedAt: date(record.recordedAt),
  }) satisfies Written<ParticipantModel>;
