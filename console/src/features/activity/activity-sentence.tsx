import { Link } from '@tanstack/react-router'
import type { Activity } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'

/** The sentence, with the names in it standing out and leading to the person where that may be seen. */
export function ActivitySentence({ entry }: { entry: Activity }) {
  const { organisation } = usePlace()
  return entry.parts.map(({ text, who }, index) => {
    const person = who === 'actor' ? entry.actor : who === 'subject' ? entry.subject : null
    const key = `${index}`
    // A name may be written in any script, and must not turn the words round it.
    if (!person) return <span key={key}>{text}</span>
    if (!person.id) return <bdi key={key}>{text}</bdi>
    if (!person.personId)
      return (
        <b key={key}>
          <bdi>{text}</bdi>
        </b>
      )
    return (
      <Link key={key} {...paths.person({ slug: organisation.slug, id: person.personId })}>
        <bdi>{text}</bdi>
      </Link>
    )
  })
}
