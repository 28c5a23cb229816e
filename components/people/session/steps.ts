import type { SecondStep, SignedIn } from "@/lib/client/sign-in";
import { sessionWords } from "./words";

export type SignInStep = "password" | "code" | "set-up";

export interface WayOn {
  to: SignInStep | "in";
  message: string | null;
}

/** The next step after an answer, and the message for it. */
export function wayOn(answer: SignedIn | SecondStep, step: SignInStep): WayOn {
  const words = sessionWords();
  if (typeof answer === "object") return { to: step, message: slowWords(answer.slowDown) };
  switch (answer) {
    case "in":
      return { to: "in", message: null };
    case "second-step":
      return { to: "code", message: null };
    case "set-up":
      return { to: "set-up", message: null };
    case "over":
      return { to: "password", message: words.over };
    case "offline":
      return { to: step, message: words.offline };
    case "refused":
      return { to: step, message: step === "code" ? words.wrongCode : words.wrongPassword };
  }
}

function slowWords(seconds: number): string {
  const words = sessionWords();
  if (seconds < 60) return words.slowSeconds.replace("{n}", String(seconds));
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? words.slowMinute : words.slowMinutes.replace("{n}", String(minutes));
}
