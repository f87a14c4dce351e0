import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export interface PostAsked {
  post: string
  /** Folded job titles that mean it where nobody said the category. */
  titles: readonly string[]
}

export interface PostsKnown {
  /** Whether anybody's work is known at all. */
  anyKnown: boolean
  filled: string[]
  dismissed: string[]
}

/** Which posts somebody who is, or is invited to be, a user of an organisation holds. Titles are told apart before they are folded: they are few. */
export async function findPosts(tx: Tx, organisationId: string, asked: PostAsked[]): Promise<PostsKnown> {
  const found = await sql<PostsKnown>`
    with work as materialized (
      select distinct m.job_category, case when m.job_category is null then m.job_title end as job_title
      from memberships m
      where m.tenant_id = current_tenant() and m.organisation_id = ${organisationId} and m.state in ('active', 'invited')
        and (m.job_category is not null or m.job_title is not null)
    ), folded as materialized (
      select w.job_category, replace(search_fold(w.job_title), '.', '') as title from work w
    )
    select exists (select from folded) as "anyKnown",
      array(select p.post from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as p (post text, titles text[])
        where exists (select from folded f where f.job_category = p.post or f.title = any(p.titles))) as filled,
      array(select d.post from dismissed_posts d
        where d.tenant_id = current_tenant() and d.organisation_id = ${organisationId}) as dismissed`.execute(
    tx,
  )
  return found.rows[0] ?? { anyKnown: false, filled: [], dismissed: [] }
}

/** @returns false when it was dismissed already */
export async function insertDismissed(
  tx: Tx,
  organisationId: string,
  post: string,
  by: string | null,
): Promise<boolean> {
  const made = await sql`
    insert into dismissed_posts (organisation_id, post, dismissed_by) values (${organisationId}, ${post}, ${by}::uuid)
    on conflict do nothing`.execute(tx)
  return Number(made.numAffectedRows ?? 0) === 1
}

/** @returns false when it was not dismissed */
export async function deleteDismissed(tx: Tx, organisationId: string, post: string): Promise<boolean> {
  const gone = await sql`
    delete from dismissed_posts
    where tenant_id = current_tenant() and organisation_id = ${organisationId} and post = ${post}`.execute(tx)
  return Number(gone.numAffectedRows ?? 0) === 1
}
