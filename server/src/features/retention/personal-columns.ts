import type { Use } from './uses.ts'

interface TableColumns {
  /** Columns that say something of a person, by what they are used for. */
  personal?: Partial<Record<Use, string>>
  /** Columns that don't: keys, ids that only tie a row to a person, states of the work, settings of a place. */
  not?: string
}

/** In every table of a tenant, and of nobody. */
export const TENANT_COLUMN = 'tenant_id'

/**
 * Every column there is, and what it is to somebody's privacy. A column that stands in neither list fails a test, so that
 * nobody adds one without having thought of it. What a column holds is said by its comment in the database.
 */
export const COLUMNS: Record<string, TableColumns> = {
  accounts: {
    personal: {
      contact: 'email given_name family_name language email_proved_at created_at',
      mobile: 'mobile mobile_as_typed',
      security: 'address_hash',
      erasure: 'erased_at',
    },
    not: 'id epoch',
  },
  archive_reviews: {
    personal: { leaving: 'flagged_at restored_as kept_at', decided: 'kept_by' },
    not: 'membership_id',
  },
  audit_checks: { not: 'at sealed forgotten anchors from_at through_at first_bad problem' },
  audit_events: {
    personal: {
      record:
        'at event door actor_kind actor_id subject_id organisation_id detail subject_detail actor_detail',
    },
    not: 'id request_id',
  },
  audit_forgotten: { not: 'sequence run_id' },
  audit_seals: { not: 'sequence event_id hash' },
  audit_unsealed: { not: 'event_id' },
  bulk_jobs: {
    personal: { decided: 'made_by undone_by', job: 'wish reason membership_ids' },
    not: 'id organisation_id action state problem made_at done began_at progress_at done_at undone_at',
  },
  bulk_results: {
    personal: { job: 'membership_id outcome code undone undone_code', undo: 'before' },
    not: 'job_id',
  },
  counters: { personal: { attempts: 'key hits window_start expires_at' } },
  delivery_events: {
    personal: { message: 'at state server_answer explanation' },
    not: 'id message_id',
  },
  devices: {
    personal: { device: 'token_hash failures locked_until created_at expires_at' },
    not: 'id account_id epoch',
  },
  dismissed_posts: { personal: { decided: 'dismissed_by dismissed_at' }, not: 'organisation_id post' },
  due_notes: {
    personal: { leaving: 'what due_on noticed_at tried_on problem' },
    not: 'membership_id notice_id problem_notice_id',
  },
  email_change_links: { personal: { newAddress: 'token_hash' }, not: 'change_id expires_at' },
  email_changes: {
    personal: { newAddress: 'email created_at used_at revoked_at', decided: 'asked_by' },
    not: 'id account_id membership_id epoch',
  },
  first_passwords: {
    personal: { password: 'how hash made_at handed_over_at', decided: 'made_by' },
    not: 'membership_id id account_id organisation_id pepper_id',
  },
  holds: {
    personal: { hold: 'account_id reason', decided: 'placed_by placed_at lifted_by lifted_at' },
    not: 'id organisation_id',
  },
  idempotency_keys: { personal: { repeat: 'actor_id answer' }, not: 'key request_hash created_at' },
  invitation_links: {
    personal: { invitation: 'token_hash made_at handed_over_at' },
    not: 'id invitation_id kind message_id expires_at',
  },
  invitations: {
    personal: {
      invitation:
        'state language message permissions send_at made_at sent_again_at started_at progress new_link_asked_at needs_reapproval_at ended_at ended_how',
      decided: 'inviter_id',
    },
    not: 'id organisation_id membership_id account_id batch_id',
  },
  mail_domains: { not: 'domain takes_mail asked_at' },
  mail_trouble: { not: 'only_one kind server_answer since look_again_at' },
  memberships: {
    personal: {
      contact: 'name_key search_key',
      work: 'state relationship job_title job_category staff_number labels start_date created_at added_by again suggestion_declined_for',
      leaving: 'leaving_date deletion_date inactive_as inactive_at inactive_from',
      invitation: 'invited_until',
      decided: 'inactive_by',
    },
    not: 'id account_id organisation_id',
  },
  messages: {
    personal: {
      message:
        'account_id kind to_address subject state server_answer explanation created_at settled_at subject_ids',
      captured: 'content',
    },
    not: 'id organisation_id captured attempts next_try_at content_until',
  },
  messages_due: { not: 'message_id next_try_at lease_until fence' },
  organisation_domains: { not: 'organisation_id domain position' },
  organisations: {
    not: 'id parent_id path type name slug urn time_zone created_at ask_mobile invitation_days needs_unit',
  },
  password_reset_links: { personal: { password: 'token_hash' }, not: 'reset_id expires_at' },
  password_resets: {
    personal: { password: 'kind created_at used_at revoked_at sent', decided: 'sent_by' },
    not: 'id account_id epoch',
  },
  passwords: { personal: { password: 'hash set_at one_time_until' }, not: 'account_id pepper_id' },
  people_active: { personal: { lastUse: 'last_active_at' }, not: 'account_id' },
  people_tallies: { not: 'organisation_id id state again places' },
  permission_grants: { personal: { access: 'permission created_at' }, not: 'membership_id' },
  person_keys: { personal: { recordKey: 'wrapped_key' }, not: 'account_id' },
  planned_ends: {
    personal: {
      leaving: 'ends_as ends_on leaving_date reason tell told_at',
      decided: 'planned_by planned_at',
    },
    not: 'membership_id',
  },
  promised_requests: { personal: { record: 'door origin' }, not: 'job_id request_id' },
  retention_periods: { not: 'kind amount changed_at' },
  review_reminders: { not: 'organisation_id half_term at' },
  role_assignments: {
    personal: { access: 'role scope source created_at' },
    not: 'id membership_id organisation_id unit_id unit_kind',
  },
  seat_entries: { personal: { seat: 'account_id at entry why' }, not: 'id membership_id organisation_id' },
  sessions: {
    personal: { session: 'token_hash factors started_at proved_at used_at ended_at' },
    not: 'id account_id epoch access_version level',
  },
  set_up: { not: 'only_row code_hash code_expires_at finished_at demo' },
  sign_in_locks: { personal: { lock: 'address_hash failures locked_until updated_at' } },
  staff_list_changes: {
    personal: { staffList: 'field before after undone' },
    not: 'list_id membership_id',
  },
  staff_list_files: { personal: { staffListFile: 'content' }, not: 'list_id kept_until attempts' },
  staff_list_mappings: { not: 'organisation_id fingerprint choices used_at' },
  staff_list_not_same: { personal: { staffList: 'membership_id email' }, not: 'organisation_id decided_at' },
  staff_list_progress: { not: 'list_id done total began_at at' },
  staff_list_rows: {
    personal: {
      staffList:
        'given typed read_problems left_out edits decision ticked outcome rule role changes problems warnings candidates leaver result result_detail',
    },
    not: 'list_id place n decision_membership_id keep organisation_id membership_id account_id unit_ids new_units',
  },
  staff_lists: {
    personal: { staffList: 'reading meanings', decided: 'made_by applied_by undone_by' },
    not: 'id organisation_id reference made_at file_name file_bytes file_digest original everyone state problem choices counts planned_at planned_seeing invite acknowledged_at applied_at confirmed held undone_at touched_at',
  },
  staff_records: {
    personal: { staffList: 'source_key given seen_at' },
    not: 'membership_id organisation_id unit_ids list_id',
  },
  staff_without_email: {
    personal: {
      withoutEmail:
        'given_name family_name job_title job_category staff_number relationship start_date added_at',
      decided: 'added_by',
    },
    not: 'id organisation_id',
  },
  tenant_addresses: { not: 'base_url host' },
  tenants: { not: 'id created_at' },
  unit_members: { personal: { access: 'source created_at' }, not: 'organisation_id unit_id membership_id' },
  units: { not: 'id organisation_id parent_id path kind name private source created_at' },
}

/** What a column is used for; null for one that is of nobody, undefined for one nobody has thought of yet. */
export function useOf(table: string, column: string): Use | null | undefined {
  const { personal = {}, not = '' } = (Object.hasOwn(COLUMNS, table) && COLUMNS[table]) || {}
  if (column === TENANT_COLUMN || not.split(' ').includes(column)) return null
  return (Object.keys(personal) as Use[]).find((use) => personal[use]?.split(' ').includes(column))
}
