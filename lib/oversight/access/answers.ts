import { z } from "zod";
import { answers, instant } from "@/lib/api/parts";
import { ACCESS_KINDS } from "@/lib/domain/log/access";
import { ROLES } from "@/lib/domain/people/actor";

export const accessEntry = z
  .object({
    seq: z.int().min(1),
    at: instant,
    recordedAt: instant.meta({ description: "The true time; differs from `at` only in a demonstration." }),
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
      .meta({
        description:
          "The person who acted, as they were at that time; for a failed sign-in, the owner of the account tried.",
      }),
    account: z
      .string()
      .nullable()
      .meta({ description: "Stands for an email address without an account; equal for equal addresses." }),
    address: z.string(),
    method: z.string().nullable(),
    path: z.string().nullable(),
    request: z.string().nullable(),
    count: z.int().min(1).meta({
      description: "Number of events that the entry stands for; above 1, they have no entries of their own.",
    }),
    since: instant.nullable(),
  })
  .register(answers, { id: "AccessEntry" });
