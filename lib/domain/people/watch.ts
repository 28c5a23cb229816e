// A topic that a person follows: a pledge, participant, priority or trigger, named `participant:FR`. The name never
// changes and is never reused.
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

/** A topic with its title. A priority has none: its words are the register's own. */
export interface PersonWatch extends Topic {
  title: string | null;
  /** Of a participant: its names by language. */
  names?: Participant["names"];
}

/** A limit: nobody reads notifications about more. */
export const MOST_WATCHES = 500;
export const LONGEST_TOPIC = 80;

export const mayWatch = (actor: Actor): boolean => mayReadRegister(actor);

export const topicName = ({ kind, key }: Topic): string => `${kind}:${key}`;

/** Null: not the name of a topic. */
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
