// Webhooks, whose secrets are encrypted before they are stored.
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { created, one, wholeList } from "@/lib/api/answer";
import { anyone, operation } from "@/lib/api/operation";
import { byId } from "@/lib/api/params";
import { encrypt } from "@/lib/auth/encrypted";
import { mayReadPeople, mayReadRegister } from "@/lib/domain/people/actor";
import { webhookAttempt, knownWebhook, newWebhook } from "@/lib/history/webhooks/answers";
import { makeWebhook, pauseWebhook, removeWebhook } from "@/lib/history/webhooks/commands";
import { loadDeliveries, loadOwnWebhooks, loadWebhooks } from "@/lib/history/webhooks/queries";
import { pauseInput, webhookInput } from "@/lib/history/webhooks/schema";
import { newWebhookSecret } from "@/lib/history/webhooks/signature";

export const webhookOperations = [
  operation({
    method: "GET",
    path: "/me/webhooks",
    summary: "List your webhooks",
    may: mayReadRegister,
    answer: wholeList(knownWebhook),
    run: ({ actor }) => loadOwnWebhooks(actor),
  }),
  operation({
    method: "POST",
    path: "/me/webhooks",
    summary:
      "Make a webhook, which sends new entries of the log to an address; only this response shows its signing secret",
    may: mayReadRegister,
    body: webhookInput,
    proof: () => true,
    answer: created(newWebhook, null),
    run: ({ actor, body }) => {
      const [id, secret] = [randomUUID(), newWebhookSecret()];
      const encrypted = encrypt(secret, `webhook ${id}`);
      return makeWebhook(actor, { ...body, id, secret, encrypted });
    },
  }),
  operation({
    method: "GET",
    path: "/webhooks",
    summary: "List everyone’s webhooks",
    may: mayReadPeople,
    answer: wholeList(knownWebhook),
    run: ({ actor }) => loadWebhooks(actor),
  }),
  operation({
    method: "GET",
    path: "/webhooks/{id}/deliveries",
    summary: "List the last hundred delivery attempts of a webhook, newest first",
    may: anyone,
    params: byId,
    answer: wholeList(webhookAttempt),
    run: ({ actor, path }) => loadDeliveries(actor, path),
  }),
  operation({
    method: "POST",
    path: "/webhooks/{id}/pause",
    summary: "Pause a webhook, or resume it where it stopped",
    may: anyone,
    params: byId,
    body: pauseInput,
    offRecord: true,
    answer: one(knownWebhook),
    run: ({ actor, path, body }) => pauseWebhook(actor, { id: path, ...body }),
  }),
  operation({
    method: "POST",
    path: "/webhooks/{id}/remove",
    summary: "Remove a webhook: your own, or as an administrator anyone’s",
    may: anyone,
    params: byId,
    body: z.strictObject({}),
    mayBeEmpty: true,
    answer: one(knownWebhook),
    run: ({ actor, path }) => removeWebhook(actor, path),
  }),
];
