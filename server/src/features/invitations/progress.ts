/** The pages of the registration form, in their order. */
export const STEPS = ['start', 'name', 'mobile', 'password'] as const

export type Step = (typeof STEPS)[number]

/** How far somebody has come with the form, kept to go on from on another device. Never the password. */
export interface Progress {
  step: Step
  givenName?: string
  familyName?: string
  /** As typed. */
  mobile?: string
}
