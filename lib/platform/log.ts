// The server's own log, one JSON object a line. Never what was sent or typed, which may contain a password.
import { pino } from "pino";

export const logger = pino({ base: null, enabled: process.env.NODE_ENV !== "test" });
