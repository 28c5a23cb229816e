import type { LogEntry } from "@/lib/domain/log/logged";
import { deviceOf } from "@/lib/domain/people/session";
import { deviceWords } from "@/lib/i18n/words/device-words";

/** The reason as given; of a new device its name, which the log holds in codes. */
export const reasonWords = ({ action, reason }: Pick<LogEntry, "action" | "reason">): string | null =>
  action === "person.new-device" ? deviceWords(deviceOf(reason)) : reason;
