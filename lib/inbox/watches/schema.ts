import { z } from "zod";
import { LONGEST_TOPIC, topicNamed, type Topic } from "@/lib/domain/people/watch";
import { problemOf } from "@/lib/schema/fields";

/** `pledge:FR-3-001`, `participant:FR`, `priority:3`, `trigger:CEASEFIRE_IN_FORCE`. */
const topicInput = z
  .string()
  .max(LONGEST_TOPIC)
  .refine((text) => topicNamed(text) !== null, problemOf("not-a-topic"));

export const watchInput = z.strictObject({ topic: topicInput, watching: z.boolean() });
export type WatchInput = z.output<typeof watchInput>;

/** Expects text that passed a schema. */
export function topicIn(text: string): Topic {
  const topic = topicNamed(text);
  if (topic === null) throw new Error("no name of a topic");
  return topic;
}
