import { z } from "zod";
import { VIEW_LIMITS } from "@/lib/domain/people/saved-view";
import { line } from "@/lib/schema/fields";

const name = line(VIEW_LIMITS.name);

/** Path and parameters of a page, as its list accepts them. */
const address = line(VIEW_LIMITS.address);

export const viewInput = z.strictObject({
  name,
  address,
  shared: z.boolean().default(false),
});
export type ViewInput = z.output<typeof viewInput>;

export const viewChanges = z.strictObject({
  name: name.optional(),
  shared: z.boolean().optional(),
  address: address.optional(),
});
export type ViewChanges = z.output<typeof viewChanges>;

export const viewRemoval = z.strictObject({});
