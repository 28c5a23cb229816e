import { z } from "zod";
import { answers, code, instant } from "@/lib/api/parts";
import { ROLES, TOKEN_GROUPS } from "@/lib/domain/people/actor";

const token = {
  number: z.int().positive(),
  name: z.string(),
  role: z.enum(ROLES),
  desk: z.array(code),
  sealed: z
    .boolean()
    .meta({ description: "Whether the token is given sealed numbers, if its owner may see them." }),
  groups: z
    .array(z.enum(TOKEN_GROUPS))
    .meta({ description: "What the token may change; if empty, it can only read." }),
  madeAt: instant,
  expiresAt: instant,
  usedAt: instant.nullable().meta({ description: "Time of last use, to the hour." }),
  revokedAt: instant.nullable(),
};

export const ownToken = z.object(token).register(answers, { id: "OwnToken" });

export const tokenOfPerson = z
  .object({ ...token, person: z.object({ id: z.uuid(), name: z.string(), email: z.string() }) })
  .register(answers, { id: "TokenOfPerson" });

/** The token itself is in this one answer only. */
export const newToken = z.object({ ...token, token: z.string() }).register(answers, { id: "NewToken" });
