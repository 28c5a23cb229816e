// Keys that may have signed for the log, each under the log's name at that time.
import { verify, type KeyObject } from "node:crypto";
import { readSignature, type SignedNote } from "@/lib/domain/log/note";
import { keyIdOf, publicKeyOf } from "../log/seal/verify-signature";

export interface Signed {
  /** Public halves of keys with a valid signature. */
  by: string[];
  /** Signatures in the log's name that none of the keys made. */
  strange: number;
}

export class KeyRing {
  readonly #keys: ReadonlyMap<string, KeyObject>;
  readonly #ids = new Map<string, Map<string, string>>();

  constructor(publicKeys: Iterable<string>) {
    this.#keys = new Map([...new Set(publicKeys)].map((key) => [key, publicKeyOf(key)]));
  }

  signed({ text, signatures }: SignedNote, name: string): Signed {
    const ids = this.#idsUnder(name);
    const own = signatures.filter((one) => one.name === name);
    const by = own.flatMap(({ value }) => {
      const { keyId, signature } = readSignature(value, "01") ?? { keyId: "", signature: "" };
      const publicKey = ids.get(keyId) ?? "";
      const key = this.#keys.get(publicKey);
      return key && verify(null, Buffer.from(text), key, Buffer.from(signature, "hex")) ? [publicKey] : [];
    });
    return { by: [...new Set(by)], strange: own.length - by.length };
  }

  #idsUnder(name: string): Map<string, string> {
    const known = this.#ids.get(name);
    if (known) return known;
    const ids = new Map([...this.#keys.keys()].map((key) => [keyIdOf(name, key), key]));
    this.#ids.set(name, ids);
    return ids;
  }
}
