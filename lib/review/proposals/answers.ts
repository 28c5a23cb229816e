import { presentProposal, proposal } from "@/lib/api/proposal";
import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers } from "@/lib/api/parts";
import type { ProposalRow } from "@/lib/domain/proposals/proposal";

export const proposalRow = z
  .object({ ...proposal.shape, title: z.string() })
  .register(answers, { id: "ProposalRow" });

export const presentProposalRow = (row: ProposalRow): Shaped<typeof proposalRow> => ({
  ...presentProposal(row),
  title: row.title,
});
