import { listQuery } from "@/lib/schema/listed";
import { isTokenNumber } from "@/lib/domain/people/token";

/** Newest first. */
export const tokenQuery = listQuery({
  filters: {},
  order: "-number",
  keyOf: ({ number }: { number: number }) => [String(number)],
  isKey: ([number = "", ...rest]) => rest.length === 0 && isTokenNumber(number),
});
