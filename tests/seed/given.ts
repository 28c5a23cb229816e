// The demonstration's file, read again without the code that loads it.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface Given {
  key: string;
  participant: string;
  priority: number;
  title: string;
  summary: string | null;
  stage: string;
  stageReason: string | null;
  statedOn: string | null;
  owner: string | null;
  nextAction: string | null;
  furtherApproval: string;
  lastConfirmedOn: string | null;
  supersedes: string | null;
  contributions: { quantity: object; money: object | null; kind: string }[];
  evidence: { source: string; kind: string; supports: boolean; claims: string | null }[];
  steps: { at: string; do: string; act?: string; set?: object; text?: string }[];
  afterDemoClock?: boolean;
}
export interface CoalitionFile {
  clock: string;
  participants: { code: string; kind: string; role: string }[];
  sources: { id: string; publisher: string; url: string | null }[];
  approvals: { key: string; participant: string; body: string; status: string; serves: string[] }[];
  pledges: Given[];
}

export const readFileAnew = async (): Promise<CoalitionFile> =>
  JSON.parse(
    await readFile(join(import.meta.dirname, "../../prisma/seed/coalition.json"), "utf8"),
  ) as CoalitionFile;
