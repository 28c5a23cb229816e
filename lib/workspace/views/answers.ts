import type { Shaped } from "@/lib/api/answer";
import type { SavedView } from "@/lib/domain/people/saved-view";
import { z } from "zod";
import { answers, instant, version } from "@/lib/api/parts";

export const savedView = z
  .object({
    id: z.uuid(),
    version,
    name: z.string(),
    address: z.string(),
    shared: z.boolean(),
    owner: z.string(),
    understood: z.boolean(),
    may: z.object({ change: z.boolean(), takeDown: z.boolean() }),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "SavedView" });

interface UnderstoodView extends SavedView {
  understood: boolean;
  may: { change: boolean; takeDown: boolean };
}

export const presentView = (view: UnderstoodView): Shaped<typeof savedView> => ({
  ...view,
  owner: view.owner.name,
});
