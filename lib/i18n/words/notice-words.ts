// A notice in sentences: who did what to which record, and why the reader gets it.
import { fieldsOf } from "@/lib/domain/notices/notice-fields";
import type { Notice } from "@/lib/domain/notices/notice";
import { deviceOf } from "@/lib/domain/people/session";
import { topicNamed, type PersonWatch } from "@/lib/domain/people/watch";
import { deviceWords } from "./device-words";
import { actionWords, fieldWords } from "./domain-words";
import { participantName } from "./participant-name";
import { translator } from "../translator";

const say = translator("inbox");
const domain = translator("domain");

/** "Lena Fischer set the stage" */
export const didWords = ({ actor, action }: Pick<Notice, "actor" | "action">): string =>
  say("did", { actor: actor.name, action: actionWords(action) });

/** "You became the owner", "You watch France" */
export function becauseWords({
  kind,
  watch,
  participant,
}: Pick<Notice, "kind" | "watch" | "participant">): string {
  const topic = watch === null ? null : topicNamed(watch);
  if (topic === null) return say(`kind.${kind}`);
  return say(`because.${topic.kind}`, { name: participant ? participantName(participant) : topic.key });
}

/** "Stage, window": the changed fields, each once; empty if nothing changed or the record is new. */
export const changedWords = (notice: Pick<Notice, "changes" | "record" | "action">): string =>
  fieldsOf(notice)
    .map((field) => fieldWords(field))
    .join(", ");

/** The rest of a line: the fields that changed, or the device and what to do about it. */
export function detailWords(notice: Pick<Notice, "changes" | "record" | "action" | "reason">): string {
  if (notice.action === "person.new-device")
    return `${deviceWords(deviceOf(notice.reason))}. ${say("entry.deviceText")}`;
  const fields = changedWords(notice);
  return fields === "" ? "" : say("fields", { fields });
}

/** "Priority 3: Deterrent force", or the title of another topic. */
export function topicWords({ kind, key, title, names }: PersonWatch): string {
  if (kind === "priority")
    return say("watch.priority", { number: key, name: domain.ofCode("priority", key) });
  if (names) return participantName({ code: key, names });
  if (kind === "trigger") return title ?? key;
  return title === null || title === key ? key : `${key} ${title}`;
}
