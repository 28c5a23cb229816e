// A sample as JSON, with everything needed to draw it again.
import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers } from "@/lib/api/parts";
import { type TitledRecord, recordKey } from "@/lib/domain/oversight/record-key";

/** `pledge:FR-3-001` */
const recordName = z.string();

export const sample = z
  .object({
    of: z.string(),
    seed: z.string(),
    position: z.int().min(0),
    leafHash: z.string(),
    population: z.int().min(0),
    items: z.array(
      z.object({ record: recordName, title: z.string(), digest: z.string().regex(/^[0-9a-f]{64}$/) }),
    ),
  })
  .register(answers, { id: "Sample" });

export const presentSample = ({
  items,
  ...drawn
}: Omit<Shaped<typeof sample>, "items"> & {
  items: readonly { record: TitledRecord; digest: string }[];
}): Shaped<typeof sample> => ({
  ...drawn,
  items: items.map(({ record, digest }) => ({ record: recordKey(record), title: record.title, digest })),
});
