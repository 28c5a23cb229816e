// An authenticator in software: makes passkeys and signs with them, as WebAuthn says, also wrongly where a test asks for it.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";

export interface Altered {
  origin?: string;
  rpId?: string;
  challenge?: string;
  counter?: number;
  /** Whether it knew who was there. */
  verified?: boolean;
  type?: string;
  /** Of another passkey. */
  id?: string;
  /** With a statement of who made it. */
  attestation?: Record<string, unknown>;
  format?: string;
}

interface Options {
  challenge: string;
  rpId?: string;
  rp?: { id?: string };
}

export class Authenticator {
  readonly id = randomBytes(32).toString("base64url");
  counter = 0;
  private readonly keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
  });
  constructor(private readonly origin = "http://localhost:3000") {}

  /** The answer to `navigator.credentials.create`, as JSON text. */
  register(options: Options, altered: Altered = {}): string {
    const authData = Buffer.concat([
      this.data(options.rp?.id ?? "", altered, 0x40),
      Buffer.alloc(16),
      Buffer.from([0, 32]),
      Buffer.from(this.id, "base64url"),
      this.coseKey(),
    ]);
    const attestationObject = map([
      ["fmt", text(altered.format ?? "none")],
      ["attStmt", map(Object.keys(altered.attestation ?? {}).map((key) => [key, Buffer.from([0x80])]))],
      ["authData", bytes(authData)],
    ]);
    return this.answer(altered, {
      clientDataJSON: this.client(options, altered, "webauthn.create").toString("base64url"),
      attestationObject: attestationObject.toString("base64url"),
      transports: ["internal", "made-up"],
    });
  }

  /** The answer to `navigator.credentials.get`, as JSON text. */
  sign(options: Options, altered: Altered = {}): string {
    this.counter += 1;
    const client = this.client(options, altered, "webauthn.get");
    const authData = this.data(options.rpId ?? "", altered, 0);
    const hash = createHash("sha256").update(client).digest();
    const signature = sign("sha256", Buffer.concat([authData, hash]), this.keys.privateKey);
    return this.answer(altered, {
      clientDataJSON: client.toString("base64url"),
      authenticatorData: authData.toString("base64url"),
      signature: signature.toString("base64url"),
      userHandle: randomBytes(16).toString("base64url"),
    });
  }

  private answer({ id = this.id }: Altered, response: object): string {
    return JSON.stringify({ id, rawId: id, type: "public-key", clientExtensionResults: {}, response });
  }

  private client({ challenge }: Options, altered: Altered, type: string): Buffer {
    const clientData = { type: altered.type ?? type, challenge: altered.challenge ?? challenge };
    return Buffer.from(
      JSON.stringify({ ...clientData, origin: altered.origin ?? this.origin, crossOrigin: false }),
    );
  }

  private data(
    rpId: string,
    { verified = true, counter = this.counter, rpId: other }: Altered,
    more: number,
  ) {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flags = Buffer.from([0x01 | (verified ? 0x04 : 0) | more]);
    return Buffer.concat([
      createHash("sha256")
        .update(other ?? rpId)
        .digest(),
      flags,
      count,
    ]);
  }

  /** ES256, as COSE writes it. */
  private coseKey(): Buffer {
    const { x = "", y = "" } = this.keys.publicKey.export({ format: "jwk" });
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]),
      Buffer.from([0x21]),
      bytes(Buffer.from(x, "base64url")),
      Buffer.from([0x22]),
      bytes(Buffer.from(y, "base64url")),
    ]);
  }
}

/** CBOR, as much of it as an authenticator needs. */
const head = (major: number, length: number): Buffer =>
  length < 24
    ? Buffer.from([(major << 5) | length])
    : length < 256
      ? Buffer.from([(major << 5) | 24, length])
      : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
const bytes = (of: Buffer): Buffer => Buffer.concat([head(2, of.length), of]);
const text = (of: string): Buffer => Buffer.concat([head(3, Buffer.byteLength(of)), Buffer.from(of)]);
const map = (entries: readonly (readonly [string, Buffer])[]): Buffer =>
  Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, value]) => [text(key), value])]);
