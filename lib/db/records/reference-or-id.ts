import { isId } from "@/lib/domain/base/id";

/** Each uses its own index. */
export const byReferenceOrId = (name: string): { id: string } | { reference: string } =>
  isId(name) ? { id: name } : { reference: name };
