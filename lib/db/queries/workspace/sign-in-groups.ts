import type { SignInGroup } from "@/lib/domain/people/sign-in-group";
import { askPrisma } from "../../prisma";
import { selectSignInGroups } from "../../statements/sign-in-groups";

/** By name. */
export const findSignInGroups = (): Promise<SignInGroup[]> => askPrisma(selectSignInGroups);
