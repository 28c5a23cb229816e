// Records as JSON Lines: each line the canonical JSON of one (RFC 8785), so that what is read back is the same bytes again.
import { canonical, type Json } from "../base/canonical";

export const jsonLine = (value: Json): string => `${canonical(value)}\n`;
