import { type Command, Option } from 'commander'
import type { z } from 'zod'
import { peopleFilter } from '../../../features/people/people-filter.ts'
import { Refusal } from '../../../kernel/refusal.ts'

/** Flags of a filter, as `people bulk` takes them too: the words of the address of a page of people. */
export type FilterFlags = z.input<typeof peopleFilter>

const FLAGS: Record<keyof FilterFlags, string> = {
  status: 'active, pending, expired, …; one or more, with commas',
  role: 'keys of roles',
  unit: 'ids of units; those inside count too',
  school: 'ids of schools, together with --include below',
  view: 'a view such as not_registered, leavers or archived',
  q: 'words, each found in name, email, staff number, job title or labels',
  include: 'below: also the organisations below',
  label: 'key=value, or key',
  lastActive: 'never, 30d or unused_120d',
  leaving: 'soon or passed',
  admin: 'yes: only admins',
  relationship: 'employee, volunteer, governor, contractor, agency',
  source: 'hand, invitation, staff_list, moved, set_up, command_line',
  sync: 'synced, not_syncing, by_hand: whether a staff list still names them',
  listed: 'no: only who isn’t on the last staff list of everyone',
  emails: 'addresses, with commas',
}

/** Gives a command the flags of a filter: `--last-active` is lastActive. */
export function withFilter(command: Command): Command {
  for (const [name, description] of Object.entries(FLAGS))
    command.addOption(new Option(`--${flagOf(name)} <words>`, description))
  return command
}

/** A label as it is typed after --label. @throws Refusal wrong_shape */
export function labelFrom(typed: string): [key: string, value: string] {
  const at = typed.indexOf('=')
  if (at < 1)
    throw new Refusal('unprocessable', 'wrong_shape', '--label: give a name and a value, as Region=North.')
  return [typed.slice(0, at), typed.slice(at + 1)]
}

const flagOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The filter that flags mean, out of all options of a command. @throws Refusal filter_wrong */
export function filterOf(options: Record<string, unknown>): z.output<typeof peopleFilter> {
  const given = Object.entries(options).filter(([name]) => name in FLAGS)
  const read = peopleFilter.safeParse(Object.fromEntries(given))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new Refusal('unprocessable', 'filter_wrong', `--${flagOf(String(issue?.path[0]))}: ${issue?.message}`)
}
