import { askDatabase } from "../database/client.mjs";

/**
 * Ends every session and token, pauses webhooks, and voids every link: those revoked or used after the backup would be valid again.
 * @param {string} ownerUrl
 */
export const endAllSessions = (ownerUrl) =>
  askDatabase(
    ownerUrl,
    `WITH sessions AS (UPDATE session SET revoked_at = now() WHERE revoked_at IS NULL),
          tokens AS (UPDATE api_token SET revoked_at = now() WHERE revoked_at IS NULL),
          webhooks AS (UPDATE webhook SET paused = 'RESTORED' WHERE removed_at IS NULL AND paused IS NULL),
          links AS (UPDATE password_token SET used_at = now() WHERE used_at IS NULL)
     UPDATE sign_in_challenge SET expires_at = now() WHERE expires_at > now()`,
  );
