import type { Actor, Place } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { inTenant } from '../../platform/database/database.ts'
import { findPlace } from '../access/places.queries.ts'
import { type Action, actionFor, allowedAt } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { JOB_CATEGORIES, JOB_CATEGORY_KEYS, type JobCategory } from '../people/job-category.ts'
import { deleteDismissed, findPosts, insertDismissed } from './recommended-posts.queries.ts'

export interface SeenPost {
  post: string
  /** Who that is, as in “No SENCO yet”. */
  label: string
  /** What goes without them, as a sentence. */
  why: string
  filled: boolean
  dismissed: boolean
}

export interface RecommendedPosts {
  /** Whether anybody's work is known; before that an empty post says nothing. */
  anyKnown: boolean
  posts: SeenPost[]
  actions: Action[]
}

/** The posts of an organisation that somebody with an account should hold, and which of them nobody holds. @throws Refusal not_found, forbidden */
export async function seePosts(app: App, actor: Actor, organisationId: string): Promise<RecommendedPosts> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const place = allowedAt(actor, 'users.view', await findPlace(tx, organisationId))
    const asked = postsAt(place)
    const { anyKnown, filled, dismissed } = await findPosts(
      tx,
      organisationId,
      asked.map(({ post, titles }) => ({ post, titles })),
    )
    return {
      anyKnown,
      posts: asked.map(({ post, label, why }) => ({
        post,
        label,
        why,
        filled: filled.includes(post),
        dismissed: dismissed.includes(post),
      })),
      actions: [actionFor(actor, 'users.create', place)],
    }
  })
}

/** Takes a post off an organisation's checklist. Doing it again changes nothing. @throws Refusal not_found, forbidden */
export const dismissPost = (app: App, actor: Actor, organisationId: string, post: string) =>
  change(app, actor, organisationId, post, 'dismissed')

/** Puts a post back on an organisation's checklist. Doing it again changes nothing. @throws Refusal not_found, forbidden */
export const recommendPost = (app: App, actor: Actor, organisationId: string, post: string) =>
  change(app, actor, organisationId, post, 'recommended')

async function change(
  app: App,
  actor: Actor,
  organisationId: string,
  post: string,
  to: 'dismissed' | 'recommended',
): Promise<void> {
  return changeAs(app, actor, async (tx) => {
    const place = allowedAt(actor, 'users.create', await findPlace(tx, organisationId))
    if (!postsAt(place).some((each) => each.post === post)) throw notFound()
    const by = actor.kind === 'person' ? actor.accountId : null
    const changed =
      to === 'dismissed'
        ? await insertDismissed(tx, organisationId, post, by)
        : await deleteDismissed(tx, organisationId, post)
    if (changed) await record(app, tx, actor, [{ event: `post.${to}`, organisationId, detail: { post } }])
  })
}

function postsAt(place: Place) {
  return JOB_CATEGORY_KEYS.flatMap((post) => {
    const { recommended, titles }: JobCategory = JOB_CATEGORIES[post]
    return recommended && recommended.at === place.type
      ? [{ post, label: recommended.post, why: recommended.why, titles: titles ?? [] }]
      : []
  })
}
