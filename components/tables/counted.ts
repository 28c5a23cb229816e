import type { Listed } from "@/lib/domain/base/listing";
import { numberInWords } from "@/lib/i18n/numbers";

/** What a message says of how many rows there are. */
export const counted = ({ total, capped }: Pick<Listed<unknown>, "total" | "capped">) => ({
  capped: String(capped),
  total: numberInWords(total),
  count: total,
});
