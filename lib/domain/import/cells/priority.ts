import { isPriority, type Priority } from "../../base/priority";
import { wordKey, quotedCell, read, unread, wordTable, type CellRead } from "./cell";

/** 3, P3, "Priority 3", "3 – Deterrent force", or the words alone. Two different priorities in one cell are refused. */
export function priorityIn(cell: string): CellRead<Priority> {
  const match =
    /^(?:priority|priorité|priorität|пріоритет|prio|p|nr|no|№|#)?[\s.:#№]*(\d+)(?![.,]\d)[\s.):/–—-]*(.*)$/iu.exec(
      cell,
    );
  const words = wordKey(match ? (match[2] ?? "") : cell);
  const byWords = words === "" ? null : (BY_WORDS.get(words) ?? null);
  if (!match)
    return byWords === null
      ? unread("unknown-priority", { text: quotedCell(cell) })
      : read(Number(byWords) as Priority);
  const number = Number(match[1]);
  if (!isPriority(number)) return unread("unknown-priority", { text: quotedCell(match[1] ?? "") });
  return /\d/.test(words) || (byWords !== null && Number(byWords) !== number)
    ? unread("two-priorities", { text: quotedCell(cell) })
    : read(number);
}

const BY_WORDS = wordTable<`${Priority}`>({
  1: "ceasefire monitoring|monitoring|mechanisms to monitor a ceasefire|surveillance du cessez-le-feu|моніторинг припинення вогню",
  2: "support to Ukraine's forces|support to ukraine’s forces|support|support for Ukraine's armed forces|sustained support for Ukraine's armed forces|soutien aux forces ukrainiennes|підтримка збройних сил України|підтримка сил України",
  3: "deterrent force|multinational force|a multinational deterrent force by land, sea and air|multinational deterrent force|force multinationale|force de dissuasion|сили стримування|багатонаціональні сили",
  4: "response to aggression|clear commitments in the event of renewed Russian aggression|renewed aggression|réponse à une agression|відповідь на агресію",
  5: "defence cooperation|defense cooperation|long-term defence cooperation with Ukraine|long-term defence cooperation|coopération de défense|оборонна співпраця|оборонне співробітництво",
});
