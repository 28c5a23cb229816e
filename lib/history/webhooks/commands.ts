import "server-only";
import {
  isProofFresh,
  mayKeepPeople,
  mayReadRegister,
  THE_REGISTER,
  type Actor,
} from "@/lib/domain/people/actor";
import { isId } from "@/lib/domain/base/id";
import { MOST_WEBHOOKS, type Webhook, type WebhookPause } from "@/lib/domain/log/webhook";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { findWebhook, setPaused } from "@/lib/db/jobs/webhooks";
import { write } from "@/lib/db/write";
import { env, webhookHosts } from "@/lib/platform/env";
import { whyNotAddress } from "@/lib/platform/outgoing";
import type { WebhookInput } from "./schema";

/**
 * For someone who reads the register: it sends what they may read. The secret itself is returned only here; `encrypted`
 * is stored. A repeated request gets the first webhook, and so must get the first secret.
 */
export async function makeWebhook(
  actor: Actor,
  {
    id,
    secret,
    encrypted,
    name,
    url,
    types,
  }: WebhookInput & { id: string; secret: string; encrypted: string },
): Promise<Result<Webhook & { secret: string }>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const why = whyNotAddress(url, webhookHosts(env()));
  if (why !== null) return invalid({ path: "url", code: why });
  const made = await write(actor, async (tx) => {
    if (actor.token) return refuse("not-by-token");
    if (!isProofFresh(actor)) return refuse("proof-needed");
    const person = await tx.people.lock(actor.id);
    if (!person) return refuse("not-found");
    if ((await tx.webhooks.countOf(person.id)) >= MOST_WEBHOOKS)
      return invalid({ path: "url", code: "too-many-webhooks", params: { max: MOST_WEBHOOKS } });
    await tx.webhooks.make({ id, personId: person.id, name, url, types, secret: encrypted });
    await tx.save("person", person, person, {
      action: "person.webhook-made",
      reason: noteOf(name, url, types),
    });
    return ok({ id, secret });
  });
  if (!made.ok) return made;
  const webhook = await reload(made.value.id);
  return webhook.ok ? ok({ ...webhook.value, secret: made.value.secret }) : webhook;
}

/** By its person, or by an administrator. */
export async function removeWebhook(actor: Actor, id: string): Promise<Result<Webhook>> {
  const webhook = await editableWebhook(actor, id);
  if (!webhook.ok) return webhook;
  const { person: of, name, url, types } = webhook.value;
  return write(actor, async (tx) => {
    if (actor.token) return refuse("not-by-token");
    const person = await tx.people.lock(of.id);
    if (!person) return refuse("not-found");
    await tx.webhooks.remove(id);
    await tx.save("person", person, person, {
      action: "person.webhook-removed",
      reason: noteOf(name, url, types),
    });
    return ok(webhook.value);
  });
}

/**
 * A paused webhook misses nothing: it continues from where it stopped. Not on record, like other work in
 * progress.
 */
export async function pauseWebhook(
  actor: Actor,
  { id, paused }: { id: string; paused: boolean },
): Promise<Result<Webhook>> {
  const webhook = await editableWebhook(actor, id);
  if (!webhook.ok) return webhook;
  await setPaused(id, paused ? "PERSON" : null);
  return reload(id);
}

/** By the register: its person gets a notice. */
export function noteWebhookPaused(
  { personId, url }: { personId: string; url: string },
  why: WebhookPause,
): Promise<Result<null>> {
  return write(THE_REGISTER, async (tx) => {
    const person = await tx.people.lock(personId);
    if (!person) return refuse("not-found");
    const reason = `${hostOf(url)} · ${why}`;
    await tx.save("person", person, person, { action: "person.webhook-paused", reason });
    return ok(null);
  });
}

async function editableWebhook(actor: Actor, id: string): Promise<Result<Webhook>> {
  const webhook = isId(id) ? await findWebhook(id) : null;
  if (!webhook || (webhook.person.id !== actor.id && !mayKeepPeople(actor))) return refuse("not-found");
  return ok(webhook);
}

async function reload(id: string): Promise<Result<Webhook>> {
  const webhook = await findWebhook(id);
  return webhook ? ok(webhook) : refuse("not-found");
}

/** What the log says about one: only the host, since a path may be a secret. */
const noteOf = (name: string, url: string, types: readonly string[]): string =>
  [hostOf(url), types.length === 0 ? "ALL" : types.join(" "), name].join(" · ");

const hostOf = (url: string): string => new URL(url).host;
