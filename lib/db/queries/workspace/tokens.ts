import { COUNTED_TO, type Paged } from "@/lib/domain/base/listing";
import { MOST_TOKENS, type ApiToken } from "@/lib/domain/people/token";
import { askPrisma } from "../../prisma";
import { selectTokens } from "../../statements/api-tokens";
import { findMoment, hoursBefore } from "../../sql/moment";

/** A person's open tokens, and those that ended within the last month; newest first. */
export const findTokensOf = (personId: string): Promise<ApiToken[]> =>
  askPrisma(async (db) => {
    const lately = { gt: hoursBefore((await findMoment(db)).now, SHOWN_DAYS * 24) };
    const isShown = { OR: [{ revokedAt: null }, { revokedAt: lately }] };
    return selectTokens(db, { personId, expiresAt: lately, ...isShown }, MOST_SHOWN);
  });

/** A page of everyone's tokens, newest first. */
export const findTokens = ({ after, limit }: Paged): Promise<ApiToken[]> =>
  askPrisma((db) => selectTokens(db, after === null ? {} : { number: { lt: Number(after[0]) } }, limit + 1));

export const countTokens = (): Promise<number> =>
  askPrisma(async (db) => {
    const counted = await db.apiToken.findMany({ select: { number: true }, take: COUNTED_TO + 1 });
    return counted.length;
  });

const SHOWN_DAYS = 30;
const MOST_SHOWN = MOST_TOKENS * 5;
