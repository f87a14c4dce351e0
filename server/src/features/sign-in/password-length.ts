/** Lengths of a password in characters (code points). No rules of composition, no expiry (NIST SP 800-63B). */
export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 256
