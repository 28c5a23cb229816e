import { createHash } from "node:crypto";
import type { Hash } from "@/lib/domain/log/merkle";

/** Inner nodes of the tree: SHA-256(0x01 ‖ left ‖ right). */
export const joinHashes = (left: Hash, right: Hash): Hash =>
  createHash("sha256").update("\x01").update(left, "hex").update(right, "hex").digest("hex");
