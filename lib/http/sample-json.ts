// A sample as JSON, with everything needed to draw it again.
import { recordKey, type TitledRecord } from "@/lib/domain/oversight/record-key";

export const sampleJson = ({
  of,
  seed,
  position,
  leafHash,
  population,
  items,
}: {
  of: string;
  seed: string;
  position: number;
  leafHash: string;
  population: number;
  items: readonly { record: TitledRecord; digest: string }[];
}) => ({
  of,
  seed,
  position,
  leafHash,
  population,
  items: items.map(({ record, digest }) => ({ record: recordKey(record), title: record.title, digest })),
});
