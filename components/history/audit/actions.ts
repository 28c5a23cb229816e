// Choices of the search: each action, and all actions of a record type.
import { ACTIONS, ENTITY_TYPES } from "@/lib/domain/base/audit";
import { actionWords } from "@/lib/i18n/words/domain-words";
import { translator } from "@/lib/i18n/translator";

const t = translator("audit");

/** Values and words, in the order of the types. */
export const actionChoices = (): readonly (readonly [string, string])[] =>
  ENTITY_TYPES.flatMap((entity) => {
    const type = t(`type.${entity}`);
    const actions = ACTIONS.filter((action) => action.startsWith(`${entity}.`));
    const each = actions.map(
      (action) => [action, t("search.oneOf", { type, action: actionWords(action) })] as const,
    );
    return actions.length < 2 ? each : [[actions.join(","), t("search.anyOf", { type })] as const, ...each];
  });
