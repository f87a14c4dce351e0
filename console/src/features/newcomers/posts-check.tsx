import { useQueryClient } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { may } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import './posts-check.css'

/** Recommended posts that nobody with an account holds. Each can be taken off the list; without any there is nothing to see. */
export function PostsCheck() {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const queries = useQueryClient()
  const { data } = api.useQuery('get', '/api/v1/organisations/{id}/recommended-posts', {
    params: { path: { id: organisation.id } },
  })
  const dismiss = api.useMutation('post', '/api/v1/organisations/{id}/recommended-posts/{post}/dismiss')
  const open = data?.anyKnown ? data.posts.filter((each) => !each.filled && !each.dismissed) : []
  if (open.length === 0) return null
  const mayDismiss = may(data?.actions ?? [], 'users.create').allowed
  return (
    <details className="group posts-check">
      <summary>
        <ChevronRight size={18} strokeWidth={1.5} aria-hidden />
        <b>{t('posts.title', { count: open.length })}</b>
        <span>{open.map((each) => each.label).join(', ')}</span>
      </summary>
      <ul className="marginlist">
        {open.map(({ post, label, why }) => (
          <li key={post}>
            <span>
              <b>{t('posts.none', { post: label })}</b> <span className="muted">{why}</span>
            </span>
            {mayDismiss ? (
              <button
                type="button"
                className="link-button"
                aria-label={t('posts.dismissName', { post: label })}
                onClick={() =>
                  dismiss.mutate(
                    { params: { path: { id: organisation.id, post } } },
                    { onSuccess: () => queries.invalidateQueries() },
                  )
                }
              >
                {t('posts.dismiss')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
