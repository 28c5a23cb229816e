import { listQuery } from "@/lib/schema/listed";

/** By e-mail. */
export const peopleQuery = listQuery({
  filters: {},
  order: "email",
  keyOf: ({ email }: { email: string }) => [email],
  isKey: (key) => key.length === 1,
});
