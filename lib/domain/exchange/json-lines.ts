// Records as JSON Lines: one canonical JSON (RFC 8785) per line, so that reading and writing again gives the same bytes.
import { canonical, type Json } from "../base/canonical";

export const jsonLine = (value: Json): string => `${canonical(value)}\n`;
