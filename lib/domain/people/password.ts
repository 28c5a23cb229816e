// A good password is long, and not one that attackers try first. There are no rules of composition.
const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

export type PasswordFault = "password-short" | "password-long" | "password-common" | "password-email";

/** Null: the password is good enough for the account with this email. */
export function whyNotPassword(password: string, email: string): PasswordFault | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return "password-short";
  if (length > PASSWORD_MAX) return "password-long";
  const plain = password.toLowerCase().trim();
  if (plain === email || plain === email.split("@")[0]) return "password-email";
  return isCommon(plain) ? "password-common" : null;
}

function isCommon(plain: string): boolean {
  return COMMON.includes(plain) || isRun(plain) || new Set(plain).size < 4 || isRepeated(plain);
}

/** Runs such as "abcdefghijkl" and "987654321098". */
function isRun(plain: string): boolean {
  return RUNS.some((run) => run.includes(plain) || [...run].reverse().join("").includes(plain));
}

/** One short word repeated: "ukraineukraine". */
function isRepeated(plain: string): boolean {
  return /^(.{1,7})\1+$/u.test(plain);
}

const RUNS = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
];

const COMMON = [
  "password1234",
  "password12345",
  "password123456",
  "passwordpassword1",
  "passw0rd1234",
  "mypassword123",
  "administrator",
  "administrator1",
  "welcome12345",
  "welcome123456",
  "changeme1234",
  "changemenow1",
  "letmein12345",
  "iloveyou1234",
  "qwerty123456",
  "qwerty1234567",
  "qwertyuiop123",
  "qwertyuiop12",
  "1q2w3e4r5t6y",
  "1q2w3e4r5t6y7u8i",
  "q1w2e3r4t5y6",
  "abc123456789",
  "a1b2c3d4e5f6",
  "123456789abc",
  "123456789qwe",
  "zaq12wsxcde3",
  "superman1234",
  "football1234",
  "trustno1trustno1",
  "correcthorsebatterystaple",
  "pledgeregister",
  "pledge-register",
  "pledge register",
  "defaultpassword",
  "temporary1234",
  "secret123456",
  "test12345678",
  "testtest1234",
  "dragon123456",
  "monkey123456",
  "sunshine1234",
] as const as readonly string[];
