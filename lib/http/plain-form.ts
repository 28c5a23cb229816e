// Plain forms about one's own things, which need no script: posted, done, and led back to the page they stand on.
import { accessRequestOf, noteRefusal } from "@/lib/auth/access-notes";
import { faultOf } from "@/lib/auth/sign-in/faults";
import { lead, readOwnForm, type FormFields } from "@/lib/auth/sign-in/forms";
import { requireActor } from "@/lib/auth/request";
import { safeNext } from "@/lib/auth/safe-next";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { ok, type Result } from "@/lib/domain/base/result";
import { openDoor } from "./open-door";

export interface Door {
  /** Where it leads when the form doesn't say, or when something was wrong: that page tells what. */
  home: string;
  /** `done` is said on the page; null: the page shows it by itself. */
  run: (actor: Actor, fields: FormFields, at: Instant) => Promise<Result<{ done: string | null }>>;
}

/** Answers by leading back, with what was done or what was wrong in the address; whoever may not is told so plainly. */
export const ownForm = ({ home, run }: Door) =>
  openDoor(async (request) => {
    const form = await readOwnForm(request);
    if (!form.ok) return form;
    const asked = await requireActor(request);
    if (!asked.ok) return ok(lead(form.value, `/sign-in?next=${encodeURIComponent(home)}`, 401));
    const { actor, at } = asked.value;
    const back = form.value.back === undefined ? home : safeNext(form.value.back);
    const done = await run(actor, form.value, at);
    if (done.ok)
      return ok(lead(form.value, toldAt(back, done.value.done === null ? "" : `done=${done.value.done}`)));
    if (done.refusal.code !== "invalid") {
      noteRefusal(done.refusal.code, accessRequestOf(request), actor);
      return done;
    }
    return ok(lead(form.value, toldAt(home, `error=${faultOf(done.refusal)}`), 422));
  });

/** In place of what an earlier form had said there. */
function toldAt(back: string, told: string): string {
  const [place = "", fragment] = back.split("#");
  const [path = "", query = ""] = place.split("?");
  const others = query.split("&").filter((pair) => !/^(done|error)=/.test(pair));
  const asked = [...others, told].filter((pair) => pair !== "").join("&");
  return `${path}${asked === "" ? "" : `?${asked}`}${fragment === undefined ? "" : `#${fragment}`}`;
}
