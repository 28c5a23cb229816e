// As Standard Webhooks signs: HMAC-SHA256 of id, time and body, by a secret that both sides have.
import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";

export const newWebhookSecret = (): string => `${PREFIX}${randomBytes(32).toString("base64")}`;

export function signedHeaders(
  secret: string,
  { id, body, seconds }: { id: string; body: string; seconds: number },
): Record<string, string> {
  const key = Buffer.from(secret.slice(PREFIX.length), "base64");
  const signature = createHmac("sha256", key)
    .update(`${id}.${String(seconds)}.${body}`)
    .digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": `v1,${signature}`,
  };
}
