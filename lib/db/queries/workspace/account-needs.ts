// Which accounts in use need something, and the first of them by name.
import {
  ACCOUNT_NEEDS,
  GLASS_DAYS,
  MOST_NAMED,
  UNSEEN_DAYS,
  type AccountNeed,
  type NeededOfAccounts,
  type StateOfAccounts,
} from "@/lib/domain/people/account-need";
import type { Role } from "@/lib/domain/people/actor";
import { POWERFUL_ROLES } from "@/lib/domain/people/power";
import type { Prisma } from "../../generated/client";
import { askPrisma } from "../../prisma";

const DAY_MS = 86_400_000;
const IN_USE = { disabledAt: null } as const satisfies Prisma.PersonWhereInput;

/**
 * `factorFor`: roles for which the settings require a second factor. `breakGlass`: addresses of those
 * accounts.
 */
export async function findStateOfAccounts(
  factorFor: readonly Role[],
  breakGlass: readonly string[],
): Promise<StateOfAccounts> {
  const wheres = needsOf(factorFor, breakGlass);
  const [figures, needs] = await Promise.all([
    findFigures(),
    Promise.all(ACCOUNT_NEEDS.map((need) => findNeed(need, { ...IN_USE, ...wheres[need] }))),
  ]);
  return { figures, needs: needs.filter(({ count }) => count > 0) };
}

/** Sessions use true time. */
function needsOf(
  factorFor: readonly Role[],
  breakGlass: readonly string[],
): Record<AccountNeed, Prisma.PersonWhereInput> {
  const gone = new Date(Date.now() - UNSEEN_DAYS * DAY_MS);
  const lately = new Date(Date.now() - GLASS_DAYS * DAY_MS);
  return {
    glass: { email: { in: [...breakGlass] }, sessions: { some: { createdAt: { gte: lately } } } },
    factor: {
      secondFactorAt: null,
      OR: [{ role: { in: [...POWERFUL_ROLES, ...factorFor] } }, { sealed: true }],
    },
    password: { credential: null, NOT: { identity: { removedAt: null } } },
    desk: { role: "OFFICER", desk: { isEmpty: true } },
    unseen: {
      OR: [{ credential: { signedInAt: { lt: gone } } }, { identity: { signedInAt: { lt: gone } } }],
      sessions: { none: { lastSeenAt: { gte: gone } } },
    },
  };
}

async function findNeed(need: AccountNeed, where: Prisma.PersonWhereInput): Promise<NeededOfAccounts> {
  const [count, accounts] = await Promise.all([
    askPrisma((db) => db.person.count({ where })),
    askPrisma((db) =>
      db.person.findMany({
        where,
        select: { id: true, name: true },
        orderBy: [{ name: "asc" }, { email: "asc" }],
        take: MOST_NAMED,
      }),
    ),
  ]);
  return { need, count, accounts };
}

async function findFigures(): Promise<StateOfAccounts["figures"]> {
  const count = (where: Prisma.PersonWhereInput): Promise<number> =>
    askPrisma((db) => db.person.count({ where: { ...IN_USE, ...where } }));
  const [inUse, deciders, withFactor, cleared] = await Promise.all([
    count({}),
    count({ role: { in: [...POWERFUL_ROLES] } }),
    count({ secondFactorAt: { not: null } }),
    count({ sealed: true }),
  ]);
  return { inUse, deciders, withFactor, cleared };
}
