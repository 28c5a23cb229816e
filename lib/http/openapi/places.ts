import { z } from "zod";
import { PLACE_KINDS } from "@/lib/domain/details/place";
import { answers, instant, version } from "./parts";

export const place = z
  .strictObject({
    kind: z.enum(PLACE_KINDS),
    href: z.string(),
    title: z.string(),
    detail: z.string().nullable(),
  })
  .register(answers, { id: "Place" });

export const savedView = z
  .strictObject({
    id: z.uuid(),
    version,
    name: z.string(),
    address: z.string(),
    shared: z.boolean(),
    owner: z.string(),
    understood: z.boolean(),
    may: z.strictObject({ change: z.boolean(), takeDown: z.boolean() }),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "SavedView" });
