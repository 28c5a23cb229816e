// Groups of the provider: rows that no event contains. Setting and removing one are events of the
// administrator's account.
import type { SignInGroup } from "@/lib/domain/people/sign-in-group";
import type { Transaction } from "../../connection";
import { selectDesksByGroups, selectSignInGroups } from "../../queries/workspace/sign-in-groups";
import { findMoment } from "../../sql/moment";

export const signInGroupsIn = ({ db }: Transaction) => ({
  all: (): Promise<SignInGroup[]> => selectSignInGroups(db),
  decideDesksOf: (people: readonly string[], issuer: string): Promise<string[]> =>
    selectDesksByGroups(db, people, issuer),
  add: async ({ setBy, desk, ...group }: SignInGroup): Promise<void> => {
    const { now: setAt } = await findMoment(db);
    const data = { ...group, desk: [...desk], setById: setBy.id, setAt };
    await db.signInGroup.create({ data, select: { id: true } });
  },
  remove: async (id: string): Promise<void> => void (await db.signInGroup.deleteMany({ where: { id } })),
});
