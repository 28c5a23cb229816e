// What somebody wants to be told of: a pledge, a participant, a priority or a trigger, named as people name it,
// `participant:FR`. The name never changes and is never given twice.
import { mayReadRegister, type Actor } from "./actor";
import type { Participant } from "./participant";
import { PRIORITIES } from "../base/priority";

export const WATCH_KINDS = ["pledge", "participant", "priority", "trigger"] as const;
export type WatchKind = (typeof WATCH_KINDS)[number];

export interface Topic {
  kind: WatchKind;
  /** Reference, code or number. */
  key: string;
}

/** A topic with what people call it; of a priority the words are the register's own. */
export interface PersonWatch extends Topic {
  title: string | null;
  /** Of a participant: what it is called in which language. */
  names?: Participant["names"];
}

/** More than that nobody reads. */
export const MOST_WATCHES = 500;
export const LONGEST_TOPIC = 80;

/** Whoever reads the register may ask to be told of it. */
export const mayWatch = (actor: Actor): boolean => mayReadRegister(actor);

export const topicName = ({ kind, key }: Topic): string => `${kind}:${key}`;

/** Null: names none. */
export function topicNamed(text: string): Topic | null {
  const place = text.indexOf(":");
  const [kind, key] = [text.slice(0, place), text.slice(place + 1)];
  return isKind(kind) && IS_KEY[kind](key) ? { kind, key } : null;
}

const isKind = (text: string): text is WatchKind => (WATCH_KINDS as readonly string[]).includes(text);

const IS_KEY: Record<WatchKind, (key: string) => boolean> = {
  pledge: (key) => /^[A-Z]{2,4}-[1-5]-\d{3,6}$/.test(key),
  participant: (key) => /^[A-Z]{2,4}$/.test(key),
  priority: (key) => PRIORITIES.some((priority) => String(priority) === key),
  trigger: (key) => /^[A-Z][A-Z0-9_]{1,59}$/.test(key),
};
