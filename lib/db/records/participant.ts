import { PARTICIPANT_KINDS, PARTICIPANT_ROLES, type Participant } from "@/lib/domain/people/participant";
import { participantRecord } from "@/lib/domain/history/record";
import type { Prisma } from "../generated/client";
import type { ParticipantModel } from "../generated/models";
import type { Db } from "../prisma";
import { changedColumns, type Stored, type Written } from "./codec";
import { storedAs } from "./columns";
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

const ROW = storedAs<Participant, ParticipantModel>()({
  asIs: ["code", "leftReason", "version"],
  days: ["joinedOn", "leftOn"],
  instants: ["recordedAt"],
  json: ["names", "searches", "formerNames"],
  codes: { kind: PARTICIPANT_KINDS, role: PARTICIPANT_ROLES },
});

export const participantOf = (row: Stored<ParticipantModel>): Participant => ROW.read(row);

const rowOf = (record: Participant) => ROW.write(record) satisfies Written<ParticipantModel>;
