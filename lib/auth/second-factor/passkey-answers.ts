// The answers of a browser's device, as JSON text: parsed and bounded before anything else reads them.
import { z } from "zod";

const TRANSPORTS = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const;

const MOST_LETTERS = 12_000;

const bytes = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w-]+$/);

/** Fields that browsers add and nothing here reads are dropped. */
const answered = {
  id: bytes(1_400),
  rawId: bytes(1_400),
  type: z.literal("public-key"),
  clientExtensionResults: z.unknown().transform(() => ({})),
};

const assertion = z.object({
  ...answered,
  response: z.object({
    clientDataJSON: bytes(4_000),
    authenticatorData: bytes(4_000),
    signature: bytes(2_000),
  }),
});

const registration = z.object({
  ...answered,
  response: z.object({
    clientDataJSON: bytes(4_000),
    attestationObject: bytes(8_000),
    transports: z.array(z.string().max(40)).max(20).default([]),
  }),
});

export const parseAssertion = (text: string) => assertion.safeParse(jsonOf(text)).data ?? null;
export const parseRegistration = (text: string) => registration.safeParse(jsonOf(text)).data ?? null;

/** The known ones among those that a browser names. */
export const transportsAmong = (said: readonly string[]) => TRANSPORTS.filter((one) => said.includes(one));

function jsonOf(text: string): unknown {
  try {
    return text.length > MOST_LETTERS ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
