import { presentProposal, proposal } from "@/lib/api/proposal";
import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers } from "@/lib/api/parts";
import type { AnyProposalRow } from "@/lib/domain/proposals/account";

export const proposalRow = z
  .object({ ...proposal.shape, title: z.string() })
  .register(answers, { id: "ProposalRow" });

export const presentProposalRow = (row: AnyProposalRow): Shaped<typeof proposalRow> => ({
  ...presentProposal(row),
  title: row.title,
});
