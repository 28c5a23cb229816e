import { z } from "zod";
import { answers, instant } from "@/lib/api/parts";
import { ACCESS_KINDS } from "@/lib/domain/log/access";
import { ROLES } from "@/lib/domain/people/actor";

export const accessEntry = z
  .object({
    seq: z.int().min(1),
    at: instant,
    recordedAt: instant.meta({ description: "The true time; differs from `at` in a demonstration alone." }),
    kind: z.enum(ACCESS_KINDS),
    code: z.string().nullable(),
    person: z
      .object({
        id: z.string(),
        email: z.string().nullable(),
        name: z.string(),
        role: z.enum(ROLES),
      })
      .nullable()
      .meta({ description: "Who acted, as they were; of a failed sign-in, whose account was tried." }),
    account: z
      .string()
      .nullable()
      .meta({ description: "An e-mail address without account: a mark that is equal for equal addresses." }),
    address: z.string(),
    method: z.string().nullable(),
    path: z.string().nullable(),
    request: z.string().nullable(),
    count: z
      .int()
      .min(1)
      .meta({ description: "Above one: so many that no entry of their own was kept for." }),
    since: instant.nullable(),
  })
  .register(answers, { id: "AccessEntry" });
