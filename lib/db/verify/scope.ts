// Each table of the database: verified, or not and why. A test compares this list with the existing tables.
import { DERIVED_TABLES } from "../derived/check";

/** Records, each checked against its last entry, and what belongs to one in separate tables. */
const RECORDS = [
  ...["register", "participant", "person", "source", "pledge", "approval", "comment", "baseline", "proposal"],
  ...[
    "ruling",
    "handover",
    "access_seal",
    "trigger",
    "requirement",
    "offer",
    "delivery",
    "scenario",
    "finding",
  ],
  ...["question", "export", "import", "contribution", "evidence", "approval_pledge", "sealed_quantity"],
];
const LOGS = [
  ...["audit.event", "audit.head", "audit.ahead", "audit.access", "audit.access_head"],
  ...["audit.checkpoint", "audit.sealing_key", "audit.node", "audit.cosignature"],
];
export const VERIFIED: readonly string[] = [...RECORDS, ...DERIVED_TABLES, ...LOGS];

/** Data that the log doesn't mention, with its tables. */
export const NOT_VERIFIED: readonly { says: string; tables: readonly string[] }[] = [
  {
    says: "passwords, second factors, sessions and other data for signing in",
    tables: [
      ...["credential", "password_token", "session", "second_factor", "second_factor_setup", "recovery_code"],
      ...["sign_in_challenge", "throttle", "api_token", "passkey", "passkey_challenge"],
      ...["identity", "sign_in_group", "provider_session", "logout_token"],
      ...["webhook", "webhook_delivery"],
    ],
  },
  {
    says: "what people keep for themselves: saved views, watches, notices, inbox, daily mails, alarms of administrators",
    tables: ["saved_view", "watch", "notice", "inbox", "digest", "account_mail", "alarm"],
  },
  {
    says: "the bytes of files and captured texts, whose hashes are on record",
    tables: ["file", "file_content", "file_retraction", "captured_text"],
  },
  {
    says: "work in progress: imports and packages being made, drafted pledges, changes of triggers being prepared, answers kept for a repeated request, what matters as last worked out",
    tables: [
      ...[
        "import_job",
        "import_row",
        "import_line",
        "desk_word",
        "pledge_draft",
        "kept_matters",
        "import_mapping",
        "export_job",
        "trigger_change",
        "idempotency",
      ],
      "derivation",
      ...["audit.access_excess", "audit.access_account"],
    ],
  },
  {
    says: "how sealing, copying and witnessing went last, how far the log was streamed, and whether background work goes on",
    tables: ["sealing", "checkpoint_copy", "checkpoint_witness", "log_stream", "worker"],
  },
  { says: "which store the files are in, and which packages", tables: ["store_mark", "stored_package"] },
  { says: "how the database's structure came to be", tables: ["_prisma_migrations", "audit.oldest_build"] },
];

/** Limits that aren't in any table. */
export const BEYOND: readonly string[] = [
  "when a checkpoint was sealed, a key added or a cosignature received: only the database says so",
  "the triggers, logins and rights that guard the database from now on",
  "what nobody recorded, and whether what is recorded is true",
];
