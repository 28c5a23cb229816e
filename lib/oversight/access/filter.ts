import { z } from "zod";
import { ACCESS_KINDS, type AccessEntry, type AccessFilter } from "@/lib/domain/log/access";
import { problemOf } from "@/lib/schema/fields";
import { daysInOrder, listQuery, type FiltersOf } from "@/lib/schema/listed";
import { dayParameter, listParameter } from "@/lib/schema/parameters";

/** Newest first. */
export const accessQuery = listQuery({
  filters: {
    kind: listParameter(ACCESS_KINDS),
    person: z
      .string()
      .max(254)
      .refine(
        (text) => /^[^\s,@\p{Cc}\p{Cs}]+@[^\s,@\p{Cc}\p{Cs}]+$/u.test(text),
        problemOf("not-an-address"),
      )
      .transform((address) => address.toLowerCase())
      .nullable()
      .default(null),
    address: z
      .string()
      .max(64)
      .refine((text) => /^([\da-f.:]+(\/64)?|unknown|several)$/i.test(text), problemOf("not-an-ip"))
      .transform((address) => address.toLowerCase())
      .nullable()
      .default(null),
    from: dayParameter,
    to: dayParameter,
  } satisfies FiltersOf<AccessFilter>,
  order: "-seq",
  keyOf: ({ seq }: Pick<AccessEntry, "seq">) => [String(seq)],
  isKey: ([seq = "", ...rest]) => rest.length === 0 && /^[1-9]\d{0,14}$/.test(seq),
  complete: daysInOrder,
});
