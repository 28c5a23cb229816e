import { z } from "zod";
import type { Paged } from "@/lib/domain/base/listing";
import type { Result } from "@/lib/domain/base/result";
import { parseListed } from "@/lib/schema/listed";
import { cursor, limit } from "@/lib/schema/parameters";

export const peopleParameters = z.strictObject({ cursor, limit });

/** By e-mail. */
export const PEOPLE_ORDER = "email";

export const parsePeopleFilter = (params: URLSearchParams): Result<Paged> =>
  parseListed(peopleParameters, params, { order: PEOPLE_ORDER, isKey: (key) => key.length === 1 });
